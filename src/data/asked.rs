//! What a sheet of tests may hold: a column for each value that a test can give, and one for each that it can expect.

use std::collections::HashMap;

use super::Layout;
use crate::ir::{Bare, Field, Policy, Role, Slot, SlotId, Type, Value, squeezed};
use crate::quantity::{Dimension, Domain, Number, Numbers, TimeUnit, exact};
use crate::source::Span;

/// The columns of a sheet of tests.
#[derive(Debug, Clone)]
pub struct TestColumns {
    /// What each is.
    pub of: Vec<TestColumn>,
    fields: Vec<Field>,
    slots: Vec<Slot>,
}

/// What a column of a sheet of tests holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TestColumn {
    /// What the test is called.
    Name,
    /// A value that is given.
    Given(SlotId),
    /// A value that is expected.
    Expected(SlotId),
}

/// What stands at the head of the column with the names of tests.
const NAMES: [&str; 2] = ["test", "用例"];
/// The greatest figure of a test, and the decimals of the finest.
const MOST: u64 = 10_000_000_000_000;
const FINEST: u32 = 8;
/// What stands before the name of a value that is expected: a spreadsheet takes what begins with `=` for a formula.
const EXPECTED: [&str; 3] = ["=", "expect", "应得"];

impl TestColumns {
    /// Those of a policy. `heads` tells what a value may be called besides its name.
    pub fn of(policy: &Policy, heads: impl Fn(&Slot) -> Vec<String>) -> Self {
        let called = |slot: &Slot, id: SlotId| {
            let further = policy.field(id).into_iter().flat_map(|field| field.columns.clone());
            let mut names: Vec<String> = slot.title.iter().cloned().chain(further).chain(heads(slot)).collect();
            names.retain(|name| *name != slot.name);
            names
        };
        let all = (0..).map(SlotId).zip(&policy.slots).filter(|(id, slot)| is_asked(policy, *id, slot));
        let all: Vec<(SlotId, &Slot, Vec<String>)> = all.map(|(id, slot)| (id, slot, called(slot, id))).collect();
        // What two values are called is neither's.
        let mut shared: HashMap<String, usize> = HashMap::new();
        for (_, slot, names) in &all {
            let mut own: Vec<String> = names.iter().chain([&slot.name]).map(|name| squeezed(name)).collect();
            own.sort_unstable();
            own.dedup();
            own.into_iter().for_each(|name| *shared.entry(name).or_default() += 1);
        }
        let mut columns = TestColumns { of: vec![], fields: vec![], slots: vec![] };
        columns.add(TestColumn::Name, name_slot(), plain("test", vec![NAMES[1].to_owned()]));
        for (id, slot, names) in all {
            let names: Vec<String> =
                names.into_iter().filter(|name| shared.get(&squeezed(name)).is_none_or(|count| *count == 1)).collect();
            if matches!(slot.role, Role::Field | Role::Metric | Role::Lookup) {
                let field = field(policy, id, slot, slot.name.clone(), names.clone());
                columns.add(TestColumn::Given(id), free(slot), field);
            }
            if slot.role != Role::Field {
                let forms = |name: &String| EXPECTED.map(|sign| format!("{sign} {name}"));
                let mut forms: Vec<String> = std::iter::once(&slot.name).chain(&names).flat_map(forms).collect();
                let first = forms.remove(0);
                columns.add(TestColumn::Expected(id), free(slot), field(policy, id, slot, first, forms));
            }
        }
        columns
    }

    fn add(&mut self, of: TestColumn, slot: Slot, field: Field) {
        self.of.push(of);
        self.slots.push(slot);
        self.fields.push(field);
    }

    /// How the rows of a sheet are read.
    pub fn layout<'a>(&'a self, policy: &'a Policy) -> Layout<'a> {
        let (fields, slots) = (&self.fields, &self.slots);
        Layout { policy, fields, slots, unique: false, written: false, foreign: false, tests: true, relation: None }
    }

    /// What a value that was read stands for: nothing, where the cell is empty.
    pub fn said(value: &Value) -> Option<&Value> {
        (*value != absent()).then_some(value)
    }
}

/// The value of an empty cell, which no cell can have.
fn absent() -> Value {
    Value::Text("\u{0}".into())
}

/// Whether a test can name it: what is read, or a column of the result.
fn is_asked(policy: &Policy, id: SlotId, slot: &Slot) -> bool {
    let told = matches!(slot.role, Role::Field | Role::Metric | Role::Lookup | Role::Let);
    told || policy.columns.iter().any(|column| column.slot == id)
}

fn field(policy: &Policy, id: SlotId, slot: &Slot, name: String, columns: Vec<String>) -> Field {
    let bare = match (policy.field(id), slot.ty) {
        (Some(field), _) => field.bare,
        (None, Type::Number(Dimension::TIME)) => Bare::Time(slot.time_unit),
        (None, Type::Number(dimension)) if dimension.percent => Bare::Refused,
        _ => Bare::Plain,
    };
    let label_titles = policy.field(id).map_or(vec![], |field| field.label_titles.clone());
    let step = free(slot).domain.numbers().and_then(|numbers| numbers.step().decimal());
    Field { bare, label_titles, step, span: slot.span, ..plain(&name, columns) }
}

/// A slot as a test speaks of it: what is worked out may be expected, or given, as what it never is.
fn free(slot: &Slot) -> Slot {
    let any = || {
        let most = Number::from(MOST);
        let step = exact::ulp(FINEST)?;
        Numbers::between((-&most, true), (most, true), step)
    };
    match slot.ty {
        Type::Number(_) if slot.role != Role::Field => {
            Slot { domain: any().map_or_else(|| slot.domain.clone(), Domain::Numbers), ..slot.clone() }
        }
        _ => slot.clone(),
    }
}

/// A field that may be absent, and is then not said.
fn plain(name: &str, columns: Vec<String>) -> Field {
    Field {
        name: name.to_owned(),
        title: None,
        columns,
        label_titles: vec![],
        key: false,
        period: false,
        optional: true,
        default: Some(absent()),
        bare: Bare::Plain,
        rounded: false,
        step: None,
        span: Span::default(),
    }
}

fn name_slot() -> Slot {
    Slot {
        name: NAMES[0].to_owned(),
        title: None,
        ty: Type::Text,
        domain: Domain::Text,
        optional: true,
        time_unit: TimeUnit::Second,
        span: Span::default(),
        role: Role::Field,
    }
}
