//! The values of one field over many records, held in as few bytes as they need.

use std::collections::HashMap;

use super::bits::Bits;
use crate::ir::{Text, Value};
use crate::quantity::{Calendar, Decimal, Moment};

/// Values of one field, each as it was given: no digit and no place behind the point is lost or added.
#[derive(Debug, Clone)]
pub(super) struct Column {
    kind: Kind,
    /// What stands for each value; 0 where it is missing.
    codes: Integers,
    /// Where values are missing, if any are.
    missing: Option<Bits>,
}

/// What the codes of a column stand for.
#[derive(Debug, Clone)]
enum Kind {
    /// The digits of numbers; how many of them stand behind the point, for each or once for all.
    Numbers(Box<[u8]>),
    /// 0 and 1.
    Bools,
    /// Places of labels in their set.
    Labels,
    /// Ordinals.
    Calendar(Calendar),
    /// Places among the texts that there are.
    Texts(Box<[Text]>),
    /// Nothing: the values stand here themselves, such as numbers of more than 64 bits.
    Plain(Box<[Value]>),
}

/// Integers as narrow as all of them can be.
#[derive(Debug, Clone)]
enum Integers {
    Narrowest(Box<[i8]>),
    Narrow(Box<[i16]>),
    Wide(Box<[i32]>),
    Widest(Box<[i64]>),
}

impl Column {
    /// Takes the values of a field.
    pub fn of<'v>(values: impl ExactSizeIterator<Item = &'v Value> + Clone) -> Self {
        packed(values.clone()).unwrap_or_else(|| Column {
            kind: Kind::Plain(values.cloned().collect()),
            codes: Integers::Narrowest(Box::default()),
            missing: None,
        })
    }

    /// A value by its place.
    pub fn value(&self, at: usize) -> Option<Value> {
        if let Kind::Plain(values) = &self.kind {
            return values.get(at).cloned();
        }
        if self.missing.as_ref().is_some_and(|missing| missing.get(at)) {
            return Some(Value::Missing);
        }
        let code = self.codes.get(at)?;
        Some(match &self.kind {
            Kind::Numbers(places) => number(code, *places.get(at).or(places.first())?),
            Kind::Bools => Value::Bool(code != 0),
            Kind::Labels => Value::Label(usize::try_from(code).ok()?),
            Kind::Calendar(kind) => Value::Calendar(Moment { kind: *kind, ordinal: i32::try_from(code).ok()? }),
            Kind::Texts(texts) => Value::Text(texts.get(usize::try_from(code).ok()?)?.clone()),
            Kind::Plain(_) => return None,
        })
    }
}

/// The column of values of one kind; `None` where they are of several, or too wide.
fn packed<'v>(values: impl ExactSizeIterator<Item = &'v Value> + Clone) -> Option<Column> {
    let first = values.clone().find(|value| **value != Value::Missing).unwrap_or(&Value::Missing);
    let mut texts = Texts::default();
    let mut places = Places::of(first, values.len());
    let mut missing = Bits::default();
    let mut codes = Vec::with_capacity(values.len());
    for (at, value) in values.enumerate() {
        codes.push(match (value, first) {
            (Value::Missing, _) => {
                missing.set(at);
                0
            }
            (Value::Number(number), Value::Number(_)) => places.take(at, number.decimal()?)?,
            (Value::Bool(truth), Value::Bool(_)) => i64::from(*truth),
            (Value::Label(place), Value::Label(_)) => i64::try_from(*place).ok()?,
            (Value::Calendar(moment), Value::Calendar(one)) if moment.kind == one.kind => i64::from(moment.ordinal),
            (Value::Text(text), Value::Text(_)) => texts.place(text)?,
            _ => return None,
        });
    }
    let kind = match first {
        Value::Number(_) => Kind::Numbers(places.of_all()),
        Value::Bool(_) | Value::Missing => Kind::Bools,
        Value::Label(_) => Kind::Labels,
        Value::Calendar(moment) => Kind::Calendar(moment.kind),
        Value::Text(_) => Kind::Texts(texts.all.into()),
    };
    Some(Column { kind, codes: Integers::of(&codes), missing: missing.unless_none() })
}

/// The texts of a column, each once.
#[derive(Default)]
struct Texts<'v> {
    all: Vec<Text>,
    places: HashMap<&'v str, i64>,
    /// The text that was taken last: a column often has one many times on end.
    last: Option<(&'v str, i64)>,
}

impl<'v> Texts<'v> {
    fn place(&mut self, text: &'v Text) -> Option<i64> {
        let written = text.as_str();
        if let Some((_, place)) = self.last.filter(|(last, _)| *last == written) {
            return Some(place);
        }
        let next = i64::try_from(self.all.len()).ok()?;
        let place = *self.places.entry(written).or_insert(next);
        if place == next {
            self.all.push(text.clone());
        }
        self.last = Some((written, place));
        Some(place)
    }
}

/// How many digits of the numbers of a column stand behind the point.
struct Places {
    usual: u8,
    /// Of each, as soon as they differ.
    each: Vec<u8>,
    count: usize,
}

impl Places {
    fn of(first: &Value, count: usize) -> Self {
        let decimal = match first {
            Value::Number(number) => number.decimal(),
            _ => None,
        };
        let usual = decimal.and_then(|decimal| u8::try_from(decimal.scale()).ok()).unwrap_or_default();
        Places { usual, each: vec![], count }
    }

    /// Takes a number, and gives its digits, where they fit and say its sign.
    fn take(&mut self, at: usize, decimal: Decimal) -> Option<i64> {
        let places = u8::try_from(decimal.scale()).ok()?;
        if places != self.usual && self.each.is_empty() {
            self.each = vec![self.usual; self.count];
        }
        self.each.get_mut(at).into_iter().for_each(|own| *own = places);
        let digits = i64::try_from(decimal.mantissa()).ok()?;
        (digits.is_negative() == decimal.is_sign_negative()).then_some(digits)
    }

    fn of_all(self) -> Box<[u8]> {
        if self.each.is_empty() { Box::new([self.usual]) } else { self.each.into() }
    }
}

fn number(digits: i64, places: u8) -> Value {
    let size = digits.unsigned_abs();
    let (low, high) = (size & u64::from(u32::MAX), size >> u32::BITS);
    let part = |part| u32::try_from(part).unwrap_or_default();
    Value::from(Decimal::from_parts(part(low), part(high), 0, digits.is_negative(), u32::from(places)))
}

impl Integers {
    fn of(all: &[i64]) -> Self {
        fn narrowed<T: TryFrom<i64> + Default>(all: &[i64]) -> Box<[T]> {
            all.iter().map(|one| T::try_from(*one).unwrap_or_default()).collect()
        }
        let (least, most) = all.iter().fold((0, 0), |(least, most), one| (least.min(*one), most.max(*one)));
        match [least, most] {
            ends if ends.iter().all(|end| i8::try_from(*end).is_ok()) => Integers::Narrowest(narrowed(all)),
            ends if ends.iter().all(|end| i16::try_from(*end).is_ok()) => Integers::Narrow(narrowed(all)),
            ends if ends.iter().all(|end| i32::try_from(*end).is_ok()) => Integers::Wide(narrowed(all)),
            _ => Integers::Widest(all.into()),
        }
    }

    fn get(&self, at: usize) -> Option<i64> {
        match self {
            Integers::Narrowest(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Narrow(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Wide(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Widest(all) => all.get(at).copied(),
        }
    }
}
