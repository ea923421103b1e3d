//! Elements, attributes and texts of the parts of a workbook. Names are taken without their prefix, which every
//! program chooses for itself.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// A part that does not read.
#[derive(Debug)]
pub(super) struct Broken;

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Self {
        Broken
    }
}

/// The elements of a part.
pub(super) type Xml<'t> = Reader<&'t [u8]>;

/// Reads a part.
pub(super) fn xml(text: &str) -> Xml<'_> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    // A reading may begin in the middle of a part.
    config.allow_unmatched_ends = true;
    reader
}

/// Does something with each attribute: its name without the prefix, and itself.
pub(super) fn attributes<'e>(
    element: &'e BytesStart,
    mut each: impl FnMut(&'e str, &Attribute<'e>),
) -> Result<(), Broken> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Broken)?;
        each(attribute.key.local_name().into_inner(), &attribute);
    }
    Ok(())
}

/// The value of an attribute by its name without the prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart, name: &str) -> Result<Option<Cow<'e, str>>, Broken> {
    let mut found = None;
    attributes(element, |key, attribute| {
        if key == name {
            found = Some(value(attribute));
        }
    })?;
    found.transpose()
}

/// The value of an attribute with what is escaped in it.
pub(super) fn value<'e>(attribute: &Attribute<'e>) -> Result<Cow<'e, str>, Broken> {
    Ok(attribute.normalized_value(XmlVersion::Implicit1_0)?)
}

/// Whether an attribute says yes.
pub(super) fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Adds what an event says to a text.
pub(super) fn add_text(text: &mut String, event: &Event) -> Result<(), Broken> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(part) => text.push(character(part)?),
        _ => {}
    }
    Ok(())
}

/// The character that a reference stands for. Further entities are in no workbook.
fn character(reference: &BytesRef) -> Result<char, Broken> {
    if let Some(character) = reference.resolve_char_ref()? {
        return Ok(character);
    }
    match reference.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Broken),
    }
}

/// The text of an element whose start was read, without that of its children.
pub(super) fn text_of(reader: &mut Xml, element: &str) -> Result<String, Broken> {
    let (mut text, mut inner) = (String::new(), 0_usize);
    loop {
        match reader.read_event()? {
            Event::Start(_) => inner += 1,
            Event::End(end) if inner == 0 && end.local_name().as_ref() == element => return Ok(text),
            Event::End(_) => inner = inner.saturating_sub(1),
            Event::Eof => return Err(Broken),
            event if inner == 0 => add_text(&mut text, &event)?,
            _ => {}
        }
    }
}

/// Passes over an element whose start was read.
pub(super) fn skip(reader: &mut Xml) -> Result<(), Broken> {
    let mut inner = 0_usize;
    loop {
        match reader.read_event()? {
            Event::Start(_) => inner += 1,
            Event::End(_) if inner == 0 => return Ok(()),
            Event::End(_) => inner -= 1,
            Event::Eof => return Err(Broken),
            _ => {}
        }
    }
}
