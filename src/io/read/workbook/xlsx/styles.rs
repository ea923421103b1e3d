//! The number format of each cell style.

use std::collections::HashMap;
use std::sync::Arc;

use quick_xml::events::Event;

use crate::io::number_format::{NumberFormat, builtin};
use crate::io::read::workbook::xml::{Broken, Xml, attribute, xml};

/// The number format of each style, in their order.
pub(super) fn read(text: &str) -> Result<Vec<Arc<NumberFormat>>, Broken> {
    let (mut reader, mut own, mut styles) = (xml(text), HashMap::new(), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId")?.and_then(|id| id.trim().parse::<u32>().ok());
                    let code = attribute(&element, "formatCode")?.map(|code| code.into_owned());
                    own.extend(id.zip(code));
                }
                "cellXfs" => styles = cell_styles(&mut reader)?,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    let code = |id: u32| own.get(&id).map(String::as_str).or_else(|| builtin(id)).unwrap_or("General");
    Ok(styles.into_iter().map(|id| Arc::new(NumberFormat::parse(code(id)))).collect())
}

/// The number of the number format of each style.
fn cell_styles(reader: &mut Xml) -> Result<Vec<u32>, Broken> {
    let mut styles = vec![];
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "xf" => {
                let id = attribute(&element, "numFmtId")?.and_then(|id| id.trim().parse().ok());
                styles.push(id.unwrap_or_default());
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => return Ok(styles),
            Event::Eof => return Err(Broken),
            _ => {}
        }
    }
}
