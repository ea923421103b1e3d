//! Which part of a package is which: by what each part says of those that it needs, not by their usual names.

use quick_xml::events::Event;

use super::package::{Package, resolved};
use super::xml::{Broken, attributes, value, xml};
use crate::data::Problem;

/// Names under which the part of the workbook stands where nothing tells it.
const USUAL: [&str; 2] = ["xl/workbook.xml", "workbook.xml"];

/// A part that another one needs.
pub(super) struct Relation {
    /// By what the other calls it.
    pub id: String,
    /// What it is: `worksheet`, `sharedStrings`, `styles` …
    pub kind: String,
    /// The name of the part.
    pub part: String,
}

/// What a part needs; the package itself is the part without a name.
pub(super) fn relations(package: &mut Package, part: &str) -> Result<Result<Vec<Relation>, Broken>, Problem> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let text = package.text(&format!("{folder}/_rels/{name}.rels"))?;
    Ok(text.map_or(Ok(vec![]), |text| read(&text, part)))
}

fn read(text: &str, source: &str) -> Result<Vec<Relation>, Broken> {
    let (mut reader, mut found) = (xml(text), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let (mut id, mut kind, mut target) = (String::new(), String::new(), String::new());
                let mut unread = Ok(());
                attributes(&element, |name, attribute| match (name, value(attribute)) {
                    ("Id", Ok(value)) => id = value.into_owned(),
                    ("Type", Ok(value)) => kind = value.rsplit('/').next().unwrap_or_default().to_owned(),
                    ("Target", Ok(value)) => target = value.into_owned(),
                    (_, Ok(_)) => {}
                    (_, Err(broken)) => unread = Err(broken),
                })?;
                unread?;
                found.push(Relation { id, kind, part: resolved(source, &target) });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The part that is the workbook, or another document: what the package says that it is for, else what it says of
/// the kinds of its parts, else by its usual names.
pub(in crate::io::read) fn main_part(package: &mut Package) -> Result<Option<String>, Problem> {
    let named = relations(package, "")?.unwrap_or_default().into_iter().filter(|found| found.kind == "officeDocument");
    let named = named.map(|found| found.part).find(|part| package.has(part));
    if named.is_some() {
        return Ok(named);
    }
    let typed = package.text("[Content_Types].xml")?.and_then(|text| typed(&text).ok().flatten());
    let usual = || USUAL.iter().find(|part| package.has(part)).map(|part| (*part).to_owned());
    Ok(typed.filter(|part| package.has(part)).or_else(usual))
}

/// The part that is of the kind of a workbook.
fn typed(text: &str) -> Result<Option<String>, Broken> {
    let mut reader = xml(text);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "Override" => {
                let (mut name, mut workbook) = (String::new(), false);
                attributes(&element, |key, attribute| match key {
                    "PartName" => name = attribute.value.to_string(),
                    "ContentType" => {
                        workbook = attribute.value.contains("sheet") && attribute.value.contains("main");
                    }
                    _ => {}
                })?;
                if workbook {
                    return Ok(Some(name));
                }
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}
