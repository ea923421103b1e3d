//! Arrays of objects, and one object a line: each object is a row.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::{Sink, Stop, not_data};
use crate::data::{Format, Problem};
use crate::diagnostic::At;
use crate::io::cell::{Cell, Nature, written_out};

/// The keys of all objects, in the order in which they first stand: the columns.
type Keys = IndexMap<String, usize>;

/// The members of an object in order, a doubled one twice; `None` for what is no object.
struct Element(Option<Vec<(String, Json)>>);

/// What is done with an element and its number.
type Each<'e> = &'e mut dyn FnMut(u32, Element) -> Result<(), Stop>;

/// A text of objects. The keys of all of them together are the header, so the text is gone through twice.
pub(super) struct Objects<'t> {
    file: &'t Arc<str>,
    text: &'t str,
    format: Format,
    keys: Keys,
}

impl<'t> Objects<'t> {
    /// The objects of an array, or one a line.
    pub fn of(file: &'t Arc<str>, text: &'t str, format: Format) -> Result<Self, Stop> {
        let mut objects = Objects { file, text, format, keys: Keys::new() };
        let mut keys = Keys::new();
        objects.each(&mut |row, element| {
            let members = element.0.ok_or_else(|| broken(file, "json-object", row))?;
            for (key, _) in members {
                let next = keys.len();
                keys.entry(key).or_insert(next);
            }
            Ok(())
        })?;
        if keys.is_empty() {
            return Err(not_data("empty", file).into());
        }
        objects.keys = keys;
        Ok(objects)
    }

    /// The keys as the row 0, then each object as a row.
    pub fn read(&self, sink: Sink) -> Result<(), Stop> {
        let header: Vec<Cell> = self.keys.keys().map(|key| Cell::plain(key.as_str())).collect();
        sink(0, &header)?;
        let mut cells = Vec::new();
        self.each(&mut |row, element| {
            cells.clear();
            cells.resize(self.keys.len(), Cell::default());
            for (key, value) in element.0.unwrap_or_default() {
                fill(&self.keys, &mut cells, &key, value);
            }
            sink(row, &cells)
        })
    }

    fn each(&self, each: Each) -> Result<(), Stop> {
        match self.format {
            Format::Json => elements(self.file, self.text, each),
            _ => lines(self.file, self.text, each),
        }
    }
}

fn fill(keys: &Keys, cells: &mut [Cell], key: &str, value: Json) {
    let Some(cell) = keys.get(key).and_then(|at| cells.get_mut(*at)) else { return };
    let twice = *cell != Cell::default();
    *cell = match value {
        Json::Null => Cell::default(),
        Json::Bool(truth) => Cell::plain(if truth { "true" } else { "false" }),
        Json::Number(number) => Cell::plain(written_out(&number.to_string())),
        Json::String(text) => Cell::plain(text),
        nested @ (Json::Array(_) | Json::Object(_)) => Cell::of(nested.to_string(), Nature::Nested),
    };
    if twice {
        cell.nature = Nature::Twice;
    }
}

/// The elements of an array, numbered from 1.
fn elements(file: &Arc<str>, text: &str, each: Each) -> Result<(), Stop> {
    let mut stop = None;
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_seq(Elements { each, stop: &mut stop }).and_then(|()| reader.end());
    match (stop, read) {
        (Some(stop), _) => Err(stop),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => {
            let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
            let faulty = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
            Err(malformed(file, line, faulty, &error).into())
        }
    }
}

/// The object of each line that is not blank.
fn lines(file: &Arc<str>, text: &str, each: Each) -> Result<(), Stop> {
    for (row, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let element = serde_json::from_str(line).map_err(|error| malformed(file, row, line, &error))?;
        each(row, element)?;
    }
    Ok(())
}

/// A line that is no JSON, and from which character on.
fn malformed(file: &Arc<str>, row: u32, line: &str, error: &serde_json::Error) -> Problem {
    let before = line.as_bytes().get(..error.column().saturating_sub(1)).unwrap_or_default();
    let rest = line.get(before.len()..).unwrap_or_default();
    let no_number = ["NaN", "Infinity", "-Infinity"].iter().any(|word| rest.starts_with(word));
    let variant = if no_number { "json-nan" } else { "json-line" };
    broken(file, variant, row).arg("character", String::from_utf8_lossy(before).chars().count() + 1)
}

fn broken(file: &Arc<str>, variant: &'static str, row: u32) -> Problem {
    not_data(variant, file).at(At { row: Some(row), ..At::default() })
}

struct Elements<'e> {
    each: Each<'e>,
    stop: &'e mut Option<Stop>,
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(element) = elements.next_element()? {
            row += 1;
            if let Err(stop) = (self.each)(row, element) {
                *self.stop = Some(stop);
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Element {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Members)
    }
}

struct Members;

/// How the parser marks the one member of a number.
const NUMBER: &str = "$serde_json::private::";

/// Whatever is no object is taken and left aside, so that it can be told as what it is.
impl<'de> Visitor<'de> for Members {
    type Value = Element;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Element, A::Error> {
        let mut members = Vec::with_capacity(map.size_hint().unwrap_or_default());
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        // A number that no machine word holds comes as a map with one member of the parser's own.
        let number = members.first().is_some_and(|(key, _): &(String, Json)| key.starts_with(NUMBER));
        Ok(Element((!number).then_some(members)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Element, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Element(None))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_unit<E: Error>(self) -> Result<Element, E> {
        Ok(Element(None))
    }
}
