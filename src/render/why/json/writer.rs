//! JSON written straight into a text: what is told of every record is long, and a tree of it costs more than all the rest.
//!
//! Names of members are plain; numbers are written digit by digit, as they are.

use std::fmt::{Display, Write};

use crate::diagnostic::CellName;
use crate::explain::Exact;
use crate::quantity::{Digits, Number};

/// Something that is written as a value.
pub(super) trait Put {
    /// Writes it behind a text.
    fn put(&self, out: &mut String);
}

/// An object while it is written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    empty: bool,
}

/// Writes an object, whose members `fill` writes.
pub(super) fn object(out: &mut String, fill: impl FnOnce(&mut Object)) {
    out.push('{');
    fill(&mut Object { out, empty: true });
    out.push('}');
}

/// Writes an array, of whose values each is written by `one`.
pub(super) fn array<T>(out: &mut String, of: impl IntoIterator<Item = T>, mut one: impl FnMut(&mut String, T)) {
    out.push('[');
    for (at, item) in of.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        one(out, item);
    }
    out.push(']');
}

impl Object<'_> {
    /// A member: where its value is written.
    #[inline]
    pub fn member(&mut self, name: &str) -> &mut String {
        // Room for all of it is made once.
        self.out.reserve(name.len() + 4);
        if !std::mem::take(&mut self.empty) {
            self.out.push(',');
        }
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
        self.out
    }

    /// A member whose name is one of the policy.
    pub fn named(&mut self, name: &str) -> &mut String {
        if !std::mem::take(&mut self.empty) {
            self.out.push(',');
        }
        name.put(self.out);
        self.out.push(':');
        self.out
    }

    /// A member and its value.
    pub fn put(&mut self, name: &str, value: impl Put) {
        value.put(self.member(name));
    }

    /// A member that is an object; of nothing, `null`.
    pub fn maybe<T>(&mut self, name: &str, of: Option<T>, fill: impl FnOnce(&mut Object, T)) {
        let out = self.member(name);
        match of {
            Some(of) => object(out, |object| fill(object, of)),
            None => out.push_str("null"),
        }
    }

    /// A member that is an array of objects.
    pub fn objects<T>(&mut self, name: &str, of: impl IntoIterator<Item = T>, mut fill: impl FnMut(&mut Object, T)) {
        array(self.member(name), of, |out, item| object(out, |object| fill(object, item)));
    }

    /// A member that is an array of values.
    pub fn values<T: Put>(&mut self, name: &str, of: impl IntoIterator<Item = T>) {
        array(self.member(name), of, |out, item| item.put(out));
    }
}

/// Writes what has no quotes or control characters, as what is put together of names and digits.
pub(super) fn quoted(out: &mut String, plain: impl Display) {
    // A text takes whatever is written.
    let _ = write!(out, "\"{plain}\"");
}

impl Put for str {
    fn put(&self, out: &mut String) {
        // Every byte is looked at, so that many are at once.
        let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        if !self.bytes().fold(false, |found, byte| found | special(byte)) {
            out.push('"');
            out.push_str(self);
            out.push('"');
        } else {
            out.push_str(&serde_json::Value::from(self).to_string());
        }
    }
}

impl Put for String {
    fn put(&self, out: &mut String) {
        self.as_str().put(out);
    }
}

impl<T: Put + ?Sized> Put for &T {
    fn put(&self, out: &mut String) {
        (**self).put(out);
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            Some(value) => value.put(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Put + ToOwned + ?Sized> Put for std::borrow::Cow<'_, T> {
    fn put(&self, out: &mut String) {
        (**self).put(out);
    }
}

impl Put for bool {
    fn put(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Put for usize {
    fn put(&self, out: &mut String) {
        out.push_str(Digits::of_count(*self).as_str());
    }
}

impl Put for Number {
    fn put(&self, out: &mut String) {
        self.write(out);
    }
}

impl Put for CellName {
    fn put(&self, out: &mut String) {
        out.push('"');
        self.write(out);
        out.push('"');
    }
}

impl Put for Exact {
    fn put(&self, out: &mut String) {
        match self {
            Exact::Number(number) => number.put(out),
            Exact::Quotient(fraction) => quoted(out, fraction),
        }
    }
}
