//! What a cell says of itself: its type, its value, and how many cells it stands for.

use quick_xml::events::BytesStart;

use super::formats::Formats;
use super::value;
use crate::io::read::stored::{Held, Stored};
use crate::io::read::workbook::merged::Merge;
use crate::io::read::workbook::xml::Broken;

/// The start of a cell.
#[derive(Default)]
pub(super) struct Start {
    kind: String,
    number: Option<String>,
    text: Option<String>,
    date: Option<String>,
    time: Option<String>,
    truth: Option<String>,
    currency: Option<String>,
    style: Option<String>,
    error: bool,
    formula: bool,
    columns: usize,
    rows: u32,
    /// How many cells side by side are like it.
    pub times: usize,
}

impl Start {
    /// Reads the attributes. Some programs write a second type of their own, which tells errors.
    pub fn read(element: &BytesStart) -> Result<Self, Broken> {
        let mut start = Start { times: 1, columns: 1, rows: 1, ..Start::default() };
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Broken)?;
            let text = || value(&attribute).map(|value| value.into_owned());
            let own = attribute.key.prefix().is_none_or(|prefix| prefix.as_ref() != "calcext");
            match attribute.key.local_name().into_inner() {
                "value-type" if own => start.kind = text()?,
                "value-type" => start.error = attribute.value.as_ref() == "error",
                "value" => start.number = Some(text()?),
                "string-value" => start.text = Some(text()?),
                "date-value" => start.date = Some(text()?),
                "time-value" => start.time = Some(text()?),
                "boolean-value" => start.truth = Some(text()?),
                "currency" => start.currency = Some(text()?),
                "style-name" => start.style = Some(text()?),
                "formula" => start.formula = true,
                "number-columns-repeated" => start.times = count(&attribute.value)?,
                "number-columns-spanned" => start.columns = count(&attribute.value)?,
                "number-rows-spanned" => start.rows = u32::try_from(count(&attribute.value)?).unwrap_or(u32::MAX),
                _ => {}
            }
        }
        Ok(start)
    }

    /// The cell, with the text that it shows.
    pub fn stored<'s>(&'s self, shown: &'s str, formats: &'s mut Formats) -> Stored<'s> {
        let currency = self.currency.as_deref();
        if let Some(currency) = currency {
            formats.note(currency);
        }
        let format = formats.of(self.style.as_deref(), &self.kind, currency);
        Stored { value: self.held(shown), format, known: true, since_1904: false, formula: self.formula }
    }

    fn held<'s>(&'s self, shown: &'s str) -> Held<'s> {
        let given = match self.kind.as_str() {
            "float" | "percentage" | "currency" => self.number.as_deref().map(Held::number),
            "date" => self.date.as_deref().map(|date| Held::Date(date.into())),
            "time" => self.time.as_deref().map(|time| Held::Time(time.into())),
            "boolean" => self.truth.as_deref().map(|truth| Held::Bool(truth.trim().eq_ignore_ascii_case("true"))),
            "string" => Some(Held::Text(self.text.as_deref().unwrap_or(shown).into())),
            _ => None,
        };
        match given {
            _ if self.error => Held::Error(shown.into()),
            Some(Held::Text(text)) if text.is_empty() => Held::Empty,
            Some(held) => held,
            None if self.formula => Held::Uncomputed,
            // What is said to be of a type and has no value of it is what it shows.
            None if shown.is_empty() => Held::Empty,
            None => Held::Text(shown.into()),
        }
    }

    /// The cells that it is merged with.
    pub fn merge(&self, top: u32, left: usize) -> Option<Merge> {
        let merge = Merge {
            top,
            bottom: top.saturating_add(self.rows.saturating_sub(1)),
            left,
            right: left.saturating_add(self.columns.saturating_sub(1)),
        };
        (self.rows > 1 || self.columns > 1).then_some(merge)
    }
}

fn count(text: &str) -> Result<usize, Broken> {
    text.trim().parse::<usize>().ok().filter(|count| *count > 0).ok_or(Broken)
}
