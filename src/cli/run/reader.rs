//! Values of the file of a run, each read as what its key takes.

use clap::ValueEnum;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::slip::{span, wrong};
use crate::diagnostic::{Arg, Diagnostic};
use crate::source::Span;

/// A key and its value.
pub(super) struct Entry<'e> {
    pub key: &'e str,
    pub at: Span,
    pub value: &'e DeValue<'e>,
    pub value_at: Span,
}

/// Reads values, and tells which are not what their key takes.
pub(super) struct Reader<'r> {
    pub text: &'r str,
    pub told: &'r mut Vec<Diagnostic>,
}

/// The entries of a table, in the order in which they are written.
pub(super) fn entries<'e>(table: &'e DeTable<'e>) -> Vec<Entry<'e>> {
    let entry = |(key, value): (&'e Spanned<_>, &'e Spanned<DeValue<'e>>)| {
        let name: &std::borrow::Cow<'e, str> = key.get_ref();
        Entry { key: name.as_ref(), at: span(key.span()), value: value.get_ref(), value_at: span(value.span()) }
    };
    let mut entries: Vec<Entry<'e>> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.at);
    entries
}

impl Reader<'_> {
    fn refuse(&mut self, variant: &'static str, entry: &Entry) {
        self.told.push(wrong(variant, entry.value_at).arg("key", entry.key));
    }

    /// A text that is not empty.
    pub fn text(&mut self, entry: &Entry) -> Option<String> {
        let text = entry.value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.refuse("run-text", entry);
        }
        text.map(str::to_owned)
    }

    /// A text, or a number as it is written.
    pub fn label(&mut self, entry: &Entry) -> Option<String> {
        if entry.value.is_integer() { self.spelling(entry) } else { self.text(entry) }
    }

    /// One text or several.
    pub fn texts(&mut self, entry: &Entry) -> Vec<String> {
        let filled = |value: &DeValue| value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned);
        let read = match entry.value {
            DeValue::Array(items) => items.iter().map(|item| filled(item.get_ref())).collect(),
            one => filled(one).map(|one| vec![one]),
        };
        read.unwrap_or_else(|| {
            self.refuse("run-texts", entry);
            vec![]
        })
    }

    /// Whether something is so.
    pub fn flag(&mut self, entry: &Entry) -> bool {
        entry.value.as_bool().unwrap_or_else(|| {
            self.refuse("run-flag", entry);
            false
        })
    }

    /// One of a few words.
    pub fn choice<T: ValueEnum>(&mut self, entry: &Entry) -> Option<T> {
        let read = entry.value.as_str().and_then(|text| T::from_str(text, false).ok());
        if read.is_none() {
            let names = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let known: Vec<Arg> = names.map(|known| Arg::from(format!("\"{}\"", known.get_name()))).collect();
            let written = self.text.get(entry.value_at.range()).unwrap_or_default();
            let told = wrong("value", entry.value_at).arg("option", entry.key).arg("text", written);
            self.told.push(told.arg("known", Arg::List(known)));
        }
        read
    }

    /// The entries of a table of its own.
    pub fn named<'e>(&mut self, entry: &Entry<'e>, variant: &'static str) -> Vec<Entry<'e>> {
        match entry.value {
            DeValue::Table(table) => entries(table),
            _ => {
                self.refuse(variant, entry);
                vec![]
            }
        }
    }

    /// The value of a param. A number without quotation marks is taken as it is written: nothing makes a float of it.
    pub fn setting(&mut self, entry: &Entry) -> Option<String> {
        match entry.value {
            DeValue::String(_) => self.text(entry),
            DeValue::Array(_) | DeValue::Table(_) => {
                self.refuse("run-setting", entry);
                None
            }
            _ => self.spelling(entry),
        }
    }

    fn spelling(&self, entry: &Entry) -> Option<String> {
        self.text.get(entry.value_at.range()).map(|text| text.trim().to_owned())
    }
}
