//! The texts that cells share, and texts in cells.

use quick_xml::events::Event;

use crate::io::read::workbook::xml::{Broken, Xml, skip, text_of, xml};

/// All texts of the part, in their order.
pub(super) fn read(text: &str) -> Result<Vec<String>, Broken> {
    let (mut reader, mut strings) = (xml(text), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => strings.push(rich(&mut reader, "si")?),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an element whose start was read: its runs without the readings that stand above characters.
pub(super) fn rich(reader: &mut Xml, element: &str) -> Result<String, Broken> {
    let mut text = String::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) => match start.local_name().as_ref() {
                "t" => text.push_str(&unescaped(text_of(reader, "t")?)),
                "rPh" => skip(reader)?,
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == element => return Ok(text),
            Event::Eof => return Err(Broken),
            _ => {}
        }
    }
}

/// `_x000D_` stands for a character that XML cannot hold (ECMA-376, 22.9.2.19).
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let (mut read, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        read.push_str(before);
        match escaped(from) {
            Some(character) => {
                read.push(character);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                read.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    read.push_str(rest);
    read
}

/// The character of `_xHHHH_` at the beginning of a text.
fn escaped(text: &str) -> Option<char> {
    let digits = text.get(2..6).filter(|_| text.get(6..7) == Some("_"))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
