//! How a value is written: in a policy, and for a person to read. In the cell of a file it is `data::spell_cell`.

use super::{Header, LabelSet, Policy, Role, Slot, Type, Value};
use crate::diagnostic::Arg;
use crate::quantity::{Dimension, Number, TimeUnit, spell, spell_in};

/// What the values of a type are written by.
#[derive(Debug, Clone, Copy)]
pub struct Notation<'p> {
    header: &'p Header,
    label_sets: &'p [LabelSet],
    ty: Type,
    unit: TimeUnit,
    missing: &'static str,
}

impl Policy {
    /// How values of a type are written.
    pub fn notation(&self, ty: Type) -> Notation<'_> {
        Notation::new(&self.header, &self.label_sets, ty)
    }

    /// How the values of a slot are written: points that are missing are exempt.
    pub fn notation_of(&self, slot: &Slot) -> Notation<'_> {
        let missing = if slot.role == Role::Points { "exempt" } else { "missing" };
        Notation { missing, ..self.notation(slot.ty) }
    }
}

impl<'p> Notation<'p> {
    /// That of a type in a policy that is not yet checked whole.
    pub fn new(header: &'p Header, label_sets: &'p [LabelSet], ty: Type) -> Self {
        Notation { header, label_sets, ty, unit: TimeUnit::Second, missing: "missing" }
    }

    /// The same, with durations in a unit of their own where two decimals are enough.
    pub fn in_unit(self, unit: TimeUnit) -> Self {
        Notation { unit, ..self }
    }

    /// What the type is called; of a set of labels without a name, its labels.
    pub fn called(&self) -> Arg {
        match self.ty {
            Type::Number(dimension) => dimension_called(dimension),
            Type::Bool => Arg::Term("bool"),
            Type::Label(set) => {
                let set = self.label_sets.get(set.0);
                let labels = || set.map(|s| s.labels.iter().map(|l| l.name.as_str()).collect::<Vec<_>>().join(" | "));
                Arg::Text(set.and_then(|s| s.name.clone()).or_else(labels).unwrap_or_default())
            }
            Type::Text => Arg::Term("text"),
            Type::Calendar(kind) => Arg::Term(kind.term()),
            Type::Invalid => Arg::Text(String::new()),
        }
    }

    /// As a policy writes it, in its own tongue: `36.99%`, `5.1min`, `300元`, `"A+"`. What no policy writes is empty.
    pub fn written(&self, value: &Value) -> String {
        match value {
            Value::Missing => String::new(),
            Value::Number(number) => self.in_own_unit(number).unwrap_or_else(|| match self.ty {
                Type::Number(dimension) => spell(number, dimension, &self.header.currency, self.header.tongue),
                _ => number.to_string(),
            }),
            Value::Bool(is) => if *is { "yes" } else { "no" }.to_owned(),
            Value::Label(place) => self.label(*place).map_or_else(String::new, quoted),
            Value::Text(text) => format!("\"{text}\""),
            Value::Calendar(moment) => moment.to_string(),
        }
    }

    /// As a person reads it, with its unit, in the reader's tongue: `36.99%`, `5.1min`, `300 CNY`, `A+`, `yes`.
    pub fn shown(&self, value: &Value) -> Arg {
        match value {
            Value::Missing => Arg::Term(self.missing),
            Value::Number(number) => match (self.in_own_unit(number), self.ty) {
                (Some(text), _) => Arg::Text(text),
                (None, Type::Number(dimension)) => {
                    Arg::Quantity(number.clone(), dimension, self.header.currency.clone())
                }
                (None, _) => Arg::Number(number.clone()),
            },
            Value::Bool(is) => Arg::Term(if *is { "yes" } else { "no" }),
            Value::Label(place) => Arg::from(self.label(*place).unwrap_or_default()),
            Value::Text(text) => Arg::from(text.as_str()),
            Value::Calendar(moment) => Arg::from(moment.to_string()),
        }
    }

    fn label(&self, place: usize) -> Option<&'p str> {
        let Type::Label(set) = self.ty else { return None };
        self.label_sets.get(set.0)?.name_at(place)
    }

    fn in_own_unit(&self, value: &Number) -> Option<String> {
        let own = self.ty == Type::Number(Dimension::TIME) && self.unit != TimeUnit::Second;
        own.then(|| spell_in(value, self.unit)).flatten()
    }
}

/// A label as a policy writes it: in quotes where it is no name.
pub fn quoted(label: &str) -> String {
    let mut letters = label.chars();
    let name = letters.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && letters.all(unicode_ident::is_xid_continue);
    if name { label.to_owned() } else { format!("\"{label}\"") }
}

/// `money`, `money/points`, `money·money`.
fn dimension_called(dimension: Dimension) -> Arg {
    if dimension.is_ratio() {
        return Arg::Term(if dimension.percent { "percent" } else { "number" });
    }
    let bases = [(dimension.money, "money"), (dimension.time, "duration"), (dimension.points, "points")];
    let side = |sign: i8| {
        let factors = bases.iter().filter(move |(exponent, _)| exponent.signum() == sign);
        let factors = factors.flat_map(|(exponent, word)| (0..exponent.unsigned_abs()).map(|_| Arg::Term(word)));
        factors.collect::<Vec<_>>()
    };
    let (over, under) = (joined(side(1)), joined(side(-1)));
    match (over, under) {
        (Some(over), None) => over,
        (over, Some(under)) => Arg::Phrase(vec![over.unwrap_or(Arg::Term("number")), Arg::from("/"), under]),
        (None, None) => Arg::Term("number"),
    }
}

fn joined(factors: Vec<Arg>) -> Option<Arg> {
    let mut parts = vec![];
    for factor in factors {
        if !parts.is_empty() {
            parts.push(Arg::from("·"));
        }
        parts.push(factor);
    }
    (!parts.is_empty()).then_some(Arg::Phrase(parts))
}
