//! How the cells of each field are read, worked out once a file.

use std::collections::HashMap;

use super::words::is_missing;
use super::{Fault, normal};
use crate::data::{Layout, Mark};
use crate::diagnostic::{Arg, Code};
use crate::ir::{Bare, Field, Label, Policy, RelationKind, Slot, SlotId, Type, Value, squeezed};
use crate::quantity::{Calendar, Decimal, Dimension, Domain, Numbers, Tongue, exact};
use crate::render;

/// A field with all that reading its cells needs.
pub(in crate::io) struct FieldPlan<'a> {
    /// How it is read.
    pub field: &'a Field,
    /// Its type and domain.
    pub slot: &'a Slot,
    /// What its cells hold.
    pub kind: Kind,
    /// Of a field of labels, the labels.
    labels: &'a [Label],
    /// Whether the program wrote the column itself, so that it is there.
    written: bool,
    /// Whether others made the sheet, in whichever units its titles say.
    pub foreign: bool,
    /// Whether its numbers are whole, as the policy has them.
    whole: bool,
    /// Whether it is of a lookup, whose fields may be missing.
    lookup: bool,
    /// Whether nothing is worked out from it, so that nobody goes without pay for want of it.
    idle: bool,
    /// Whether it is of tests, which say that a value is missing.
    pub tests: bool,
    /// The policy's currency.
    pub currency: &'a str,
    /// Whether the currency has no smaller unit.
    pub without_coins: bool,
    /// The policy that has it, of a column that results have.
    policy: Option<&'a Policy>,
}

/// What may stand at the head of the column of a field in results for people.
pub(in crate::io) struct ResultHead {
    /// The head.
    pub text: String,
    /// Whether it names the field beyond doubt: its name, or a title with its name.
    pub sure: bool,
}

/// The labels of a field by what may stand in its cells.
pub(in crate::io) struct LabelPlaces {
    /// By label and by title.
    exact: HashMap<String, usize>,
    /// The same in small letters; nothing, where two differ by their letters' case alone.
    folded: HashMap<String, Option<usize>>,
}

/// What the cells of a field hold.
pub(in crate::io) enum Kind {
    /// Numbers.
    Number(Shape),
    /// Labels.
    Labels(LabelPlaces),
    /// Truth values.
    Bool,
    /// Texts.
    Text,
    /// What became of a record, in results.
    Status,
    /// Calendar values between two ordinals.
    Calendar { kind: Calendar, first: i32, last: i32 },
}

/// The numbers of a field.
pub(in crate::io) struct Shape {
    /// Their dimension.
    pub dimension: Dimension,
    /// All of them.
    pub numbers: Numbers,
    /// What each is a multiple of.
    pub step: Decimal,
    /// The decimals of the step, where it is a power of ten.
    pub places: Option<u32>,
}

/// How each field of a file is read.
pub(in crate::io) fn plan<'a>(layout: Layout<'a>) -> Vec<FieldPlan<'a>> {
    let read = layout.policy.read_slots();
    let first = match layout.relation {
        Some(relation) if !layout.is_of_origin() => relation.slots.start,
        _ => 0,
    };
    let plan = |(at, (field, slot)): (usize, (&'a Field, &'a Slot))| FieldPlan {
        field,
        slot,
        kind: kind(layout.policy, field, slot, layout.written),
        labels: labels(layout.policy, slot),
        written: layout.written,
        foreign: layout.foreign,
        whole: is_whole(layout, field, slot),
        lookup: layout.relation.is_some_and(|relation| relation.kind == RelationKind::Lookup),
        // Of what another policy gives, that one tells what it reads.
        idle: !layout.written && !layout.foreign && !layout.is_of_origin() && !read.contains(&SlotId(first + at)),
        tests: layout.tests,
        currency: &layout.policy.header.currency,
        without_coins: layout.policy.header.minor_unit == Decimal::ONE,
        policy: (layout.written || layout.foreign).then_some(layout.policy),
    };
    layout.fields.iter().zip(layout.slots).enumerate().map(plan).collect()
}

/// What may stand at the heads of the columns of the fields in results for people, with the place of the field.
pub(in crate::io) fn heads(plans: &[FieldPlan]) -> Vec<(usize, ResultHead)> {
    let policy = plans.iter().find_map(|plan| plan.policy);
    let known = |tongue| policy.map(|policy| render::Heads::of(&[policy], tongue)).unwrap_or_default();
    let known = [Tongue::Zh, Tongue::En].map(|tongue| (tongue, known(tongue)));
    let of = |(at, plan): (usize, &FieldPlan)| plan.heads(&known).into_iter().map(move |head| (at, head));
    plans.iter().enumerate().flat_map(of).collect()
}

/// Whether the numbers of a field are whole. In a sheet that others made any may stand; there those of the policy tell.
fn is_whole(layout: Layout, field: &Field, slot: &Slot) -> bool {
    let own = layout.policy.slot_named(&slot.name).filter(|_| layout.foreign).and_then(|id| layout.policy.slot(id));
    let numbers = own.unwrap_or(slot).domain.numbers();
    let step = field.step.or_else(|| numbers.and_then(|numbers| numbers.step().decimal()));
    step.is_some_and(|step| step.normalize() == Decimal::ONE)
}

fn labels<'a>(policy: &'a Policy, slot: &Slot) -> &'a [Label] {
    match slot.ty {
        Type::Label(set) => policy.label_sets.get(set.0).map_or(&[], |set| &set.labels),
        _ => &[],
    }
}

fn kind(policy: &Policy, field: &Field, slot: &Slot, written: bool) -> Kind {
    match (slot.ty, &slot.domain) {
        (Type::Number(dimension), Domain::Numbers(numbers)) => Kind::Number(shape(field, dimension, numbers)),
        (Type::Label(_), _) => Kind::Labels(LabelPlaces::of(labels(policy, slot), &field.label_titles)),
        (Type::Bool, _) => Kind::Bool,
        (Type::Calendar(kind), Domain::Calendar { first, last }) => Kind::Calendar { kind, first: *first, last: *last },
        (Type::Calendar(kind), _) => {
            let (first, last) = kind.bounds();
            Kind::Calendar { kind, first, last }
        }
        _ if written && field.name == Mark::Status.name() => Kind::Status,
        _ => Kind::Text,
    }
}

fn shape(field: &Field, dimension: Dimension, numbers: &Numbers) -> Shape {
    let step = field.step.or_else(|| numbers.step().decimal()).unwrap_or_default().normalize();
    let places = exact::ulp(step.scale()).filter(|ulp| *ulp == step).map(|_| step.scale());
    Shape { dimension, numbers: numbers.clone(), step, places }
}

impl LabelPlaces {
    /// Labels before titles, so that a title never hides a label.
    fn of(labels: &[Label], titles: &[Option<String>]) -> LabelPlaces {
        let titles = titles.iter().enumerate().filter_map(|(place, title)| Some((title.as_deref()?, place)));
        let names = labels.iter().enumerate().map(|(place, label)| (label.name.as_str(), place));
        let exact: HashMap<String, usize> =
            titles.chain(names).map(|(text, place)| (normal(text).into_owned(), place)).collect();
        let mut folded: HashMap<String, Option<usize>> = HashMap::new();
        for (text, place) in &exact {
            let known = folded.entry(text.to_lowercase()).or_insert(Some(*place));
            *known = known.filter(|known| known == place);
        }
        LabelPlaces { exact, folded }
    }

    /// The place of the label that a text is: `Picker` is `picker`, where no other differs from it by its letters' case alone.
    pub fn get(&self, text: &str) -> Option<usize> {
        let folded = || self.folded.get(&text.to_lowercase()).copied().flatten();
        self.exact.get(text).copied().or_else(folded)
    }
}

impl FieldPlan<'_> {
    /// The value of an empty cell.
    pub fn absent(&self) -> Result<Value, Fault> {
        match (&self.field.default, self.field.optional) {
            (Some(value), _) => Ok(value.clone()),
            (None, true) => Ok(Value::Missing),
            (None, false) if self.may_be_blank() => Ok(Value::Text("".into())),
            (None, false) => {
                let variant = match () {
                    () if self.field.key => "key",
                    () if self.lookup => "lookup",
                    () => "",
                };
                Err(Fault { code: Code::MissingValue, ..Fault::new(variant) })
            }
        }
    }

    /// Whether a value that was read of a text is the default, for nothing stands there.
    pub fn is_defaulted(&self, text: &str, value: &Value) -> bool {
        self.field.default.as_ref() == Some(value) && is_missing(normal(text).as_ref())
    }

    /// Whether a value is that of a blank cell which may be blank since nothing is worked out from it.
    pub fn is_left_blank(&self, value: &Value) -> bool {
        let blank = |value: &Value| matches!(value, Value::Text(text) if text.as_str().is_empty());
        self.field.default.is_none() && !self.field.optional && self.may_be_blank() && blank(value)
    }

    /// Whether it is a text that nothing is worked out from: its blank cell changes no result.
    fn may_be_blank(&self) -> bool {
        self.idle && matches!(self.kind, Kind::Text) && !self.field.key && !self.field.period
    }

    /// Whether every file needs a column for it.
    pub fn required(&self) -> bool {
        !self.field.optional && (self.written || self.field.default.is_none())
    }

    /// Whether a file may be without a column for it, and somebody may have meant one.
    pub fn dispensable(&self) -> bool {
        !self.required() && !self.written
    }

    /// Whether a title that nearly spells it may well be that of its column. Where the policy says how its column is called,
    /// it has no other; a remark is for people to read.
    pub fn is_doubted(&self, title: &str) -> bool {
        let short = |name: &str| name.chars().count() < if name.is_ascii() { 3 } else { 2 };
        // Whoever writes the name itself behind `from` says that no other column is meant.
        let own = |column: &String| squeezed(column) == squeezed(&self.field.name);
        let open = !self.field.columns.iter().any(own) && !self.field.key && !matches!(self.kind, Kind::Text);
        self.dispensable() && open && !short(&self.field.name) && !short(title)
    }

    /// Whether it is of numbers that are written with fewer than three decimals.
    pub fn is_coarse(&self) -> bool {
        let Kind::Number(shape) = &self.kind else { return false };
        let percent = if shape.dimension.percent { 2 } else { 0 };
        shape.dimension != Dimension::TIME && shape.places.is_some_and(|places| places < 3 + percent)
    }

    /// What stands at the head of its column in results for people, whose heads are known in either tongue.
    fn heads(&self, known: &[(Tongue, render::Heads)]) -> Vec<ResultHead> {
        let name = self.field.name.as_str();
        // A column of a sheet that was given another title has no other head.
        if self.policy.is_some() && self.slot.name != name {
            return vec![];
        }
        let sure = |text: String| ResultHead { text, sure: true };
        let of = |(tongue, heads): &(Tongue, render::Heads)| {
            let tongue = *tongue;
            let Some(policy) = self.policy else {
                let title = self.field.title.iter();
                return title.map(|title| sure(render::bracketed(title, name, tongue))).collect();
            };
            let title = match Mark::ALL.into_iter().find(|mark| mark.name() == name) {
                Some(mark) => render::mark_head(mark, tongue),
                None => render::head(policy, self.slot, tongue),
            };
            vec![
                sure(name.to_owned()),
                sure(render::bracketed(&title, name, tongue)),
                ResultHead { text: heads.column(name).to_owned(), sure: false },
            ]
        };
        known.iter().flat_map(of).collect()
    }

    /// The labels, in order, for a message.
    pub fn labels(&self) -> Arg {
        Arg::List(self.labels.iter().map(|label| Arg::from(label.name.as_str())).collect())
    }

    /// The name of the type, for a message.
    pub fn type_name(&self) -> Arg {
        Arg::Term(match self.slot.ty {
            Type::Number(Dimension::NUMBER) if self.whole() => "count",
            Type::Number(dimension) if dimension.percent => "percent",
            Type::Number(Dimension::MONEY) => "money",
            Type::Number(Dimension::TIME) => "duration",
            Type::Number(Dimension::POINTS) => "points",
            Type::Number(_) => "number",
            Type::Bool => "bool",
            Type::Label(_) => "label",
            Type::Text | Type::Invalid => "text",
            Type::Calendar(Calendar::Date) => "date",
            Type::Calendar(Calendar::Week) => "week",
            Type::Calendar(Calendar::Month) => "month",
            Type::Calendar(Calendar::Quarter) => "quarter",
            Type::Calendar(Calendar::Year) => "year",
            Type::Calendar(Calendar::Time) => "time",
        })
    }

    /// How a value of it may be written.
    pub fn example(&self) -> Arg {
        Arg::from(match self.dimension() {
            Some(dimension) if dimension.percent => "98.5%".to_owned(),
            Some(Dimension::TIME) => format!("12{}", self.slot.time_unit),
            Some(Dimension::MONEY) if self.without_coins => "1234".to_owned(),
            Some(Dimension::MONEY) => "1234.50".to_owned(),
            _ if self.whole() => "12".to_owned(),
            _ => "4.5".to_owned(),
        })
    }

    /// What its numbers measure.
    pub fn dimension(&self) -> Option<Dimension> {
        match self.slot.ty {
            Type::Number(dimension) if self.is_numeric() => Some(dimension),
            _ => None,
        }
    }

    /// Whether it is of durations.
    pub fn is_time(&self) -> bool {
        self.dimension() == Some(Dimension::TIME)
    }

    /// The numbers that its cells hold.
    pub fn shape(&self) -> Option<&Shape> {
        if let Kind::Number(shape) = &self.kind { Some(shape) } else { None }
    }

    /// So many base units is a bare 1 in a cell, and whether it is a percent; nothing, where bare digits are refused.
    pub fn bare_digits(&self) -> Option<(u32, bool)> {
        match (self.shape()?.dimension, self.field.bare) {
            (Dimension::TIME, _) => Some((self.slot.time_unit.seconds(), false)),
            (dimension, Bare::Percent) if dimension.percent => Some((1, true)),
            (dimension, bare) if dimension.percent => (bare == Bare::Fraction).then_some((1, false)),
            _ => Some((1, false)),
        }
    }

    /// Whether its cells hold numbers.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Number(_))
    }

    /// Whether its numbers are whole.
    pub fn whole(&self) -> bool {
        self.whole && self.is_numeric()
    }
}
