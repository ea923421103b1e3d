//! Several records evaluated together, written as sheets: a word for each field, `-` where it is absent.

use merit::compile::Compiled;
use merit::data::Identity;
use merit::eval::{Evaluation, Given, Run, Subject, Tables};
use merit::ir::{Policy, RelationId, SlotId, Type, Value};
use merit::quantity::{Decimal, Moment};

/// Records and the rows beside them.
pub struct Sheet<'a> {
    policy: &'a Policy,
    records: Vec<Vec<Value>>,
    tables: Tables,
    /// For each relation its rows: what they are joined by.
    joins: Vec<Vec<Vec<Value>>>,
}

impl<'a> Sheet<'a> {
    /// The records of a policy, one a line.
    pub fn of(compiled: &'a Compiled, lines: &str) -> Self {
        let policy = &compiled.policy;
        let records: Vec<Vec<Value>> =
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| values(policy, 0, line)).collect();
        assert!(records.iter().all(|record| record.len() == policy.fields.len()), "a word for each field");
        Sheet { policy, records, tables: Tables::new(policy), joins: vec![vec![]; policy.relations.len()] }
    }

    /// The same with the rows of a lookup or details, one a line.
    pub fn with(mut self, name: &str, lines: &str) -> Self {
        let at = self.policy.relations.iter().position(|relation| relation.name == name).unwrap();
        let relation = &self.policy.relations[at];
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let row = values(self.policy, relation.slots.start, line);
            let given: Vec<(SlotId, Value)> = relation.slots.clone().map(SlotId).zip(row).collect();
            self.tables.add(self.policy, RelationId(at), &given).unwrap();
            let own = |slot: SlotId| given.iter().find(|(known, _)| *known == slot).unwrap().1.clone();
            self.joins[at].push(relation.join.iter().map(|(_, slot)| own(*slot)).collect());
        }
        self
    }

    /// What each record comes to, in the order of `order`.
    pub fn evaluated(&self, order: &[usize]) -> Vec<Evaluation> {
        let subjects: Vec<Subject> = order.iter().map(|at| self.subject(*at)).collect();
        let run = Run::new(self.policy, &self.tables, subjects);
        (0..order.len()).map(|at| run.evaluation(at)).collect()
    }

    fn subject(&self, at: usize) -> Subject<'_> {
        let record = &self.records[at];
        let rows = self.policy.relations.iter().zip(&self.joins).map(|(relation, joins)| {
            let wanted: Vec<&Value> = relation.join.iter().map(|(slot, _)| &record[slot.0]).collect();
            (0..joins.len()).filter(|row| joins[*row].iter().eq(wanted.iter().copied())).collect()
        });
        Subject {
            given: Given::Fields(record.into()),
            rows: rows.collect(),
            identity: Identity::of(self.policy, record),
            past: false,
        }
    }

    /// What one value is for each record, as words.
    pub fn column(&self, name: &str) -> String {
        let slot = self.policy.slot_named(name).unwrap_or_else(|| panic!("no {name}"));
        let all: Vec<usize> = (0..self.records.len()).collect();
        let words = self
            .evaluated(&all)
            .iter()
            .map(|it| match it.value(slot) {
                Ok(value) => word(self.policy, slot, value),
                Err(stop) => format!("{stop:?}"),
            })
            .collect::<Vec<_>>();
        words.join(" ")
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }
}

fn values(policy: &Policy, first: usize, line: &str) -> Vec<Value> {
    line.split_whitespace().zip(first..).map(|(word, slot)| value(policy, policy.slots[slot].ty, word)).collect()
}

fn value(policy: &Policy, ty: Type, word: &str) -> Value {
    match ty {
        _ if word == "-" => Value::Missing,
        Type::Number(_) => Value::from(match word.strip_suffix('%') {
            Some(figure) => figure.parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED,
            None => word.parse::<Decimal>().unwrap(),
        }),
        Type::Bool => Value::Bool(word == "yes"),
        Type::Label(set) => {
            let labels = &policy.label_sets[set.0].labels;
            Value::Label(labels.iter().position(|label| label.name == word).unwrap())
        }
        Type::Text => Value::Text(word.into()),
        Type::Calendar(_) => Value::Calendar(Moment::parse(word).unwrap()),
        Type::Invalid => panic!("no type"),
    }
}

fn word(policy: &Policy, slot: SlotId, value: &Value) -> String {
    match (value, policy.slots[slot.0].ty) {
        (Value::Missing, _) => "-".to_owned(),
        (Value::Number(number), _) => number.to_string(),
        (Value::Bool(truth), _) => if *truth { "yes" } else { "no" }.to_owned(),
        (Value::Label(at), Type::Label(set)) => policy.label_sets[set.0].labels[*at].name.clone(),
        (other, _) => format!("{other:?}"),
    }
}
