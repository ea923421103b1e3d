//! How a field is read from a record, and which one holds the names of people.

use super::{Slot, SlotId, Type, Value, squeezed};
use crate::quantity::{Decimal, TimeUnit};
use crate::source::Span;

/// How a field is read from a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Further names of its column.
    pub columns: Vec<String>,
    /// Of a field of labels the title of each label, which a cell may hold in its place. Fields of one
    /// type may have titles of their own.
    pub label_titles: Vec<Option<String>>,
    /// Whether it is part of the key.
    pub key: bool,
    /// Whether it is the period.
    pub period: bool,
    /// Whether it may be absent.
    pub optional: bool,
    /// What it is where it is absent.
    pub default: Option<Value>,
    /// How its cells are meant.
    pub bare: Bare,
    /// A longer value is rounded half-up to the domain's step; otherwise it is refused.
    pub rounded: bool,
    /// The multiple that a number must be, in base units.
    pub step: Option<Decimal>,
    /// Where it is declared.
    pub span: Span,
}

impl Field {
    /// Whether it holds what somebody is called: a text with such a name, title or column.
    fn is_name(&self, slot: &Slot) -> bool {
        let called = |text: &String| NAMES.contains(&squeezed(text).to_lowercase().replace(['_', '-'], "").as_str());
        slot.ty == Type::Text && [&self.name].into_iter().chain(&self.title).chain(&self.columns).any(called)
    }

    /// Whether a record cannot do without it: of a lookup, without the row.
    pub fn is_required(&self) -> bool {
        !self.optional && self.default.is_none() && !self.key && !self.period
    }
}

/// What the field with people's names is called, without blanks, hyphens and `_`, in small letters.
const NAMES: [&str; 12] = [
    "姓名",
    "名字",
    "员工姓名",
    "职工姓名",
    "客服姓名",
    "花名",
    "昵称",
    "旺旺昵称",
    "name",
    "fullname",
    "employeename",
    "staffname",
];

/// How a cell is meant that does not say so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bare {
    /// As it stands.
    Plain,
    /// A percent without `(%)` or `(fraction)`: refused, since both are common.
    Refused,
    /// `percent(%)`
    Percent,
    /// `percent(fraction)`
    Fraction,
    /// `date(datetime)`: of a date with a time the part that the field is.
    DateTime,
    /// `duration(h)`
    Time(TimeUnit),
}

/// The field with the names of people; the first, where there are several.
pub fn name_field(fields: &[Field], slots: &[Slot]) -> Option<SlotId> {
    fields.iter().zip(slots).position(|(field, slot)| !field.key && field.is_name(slot)).map(SlotId)
}
