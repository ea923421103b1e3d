//! The fine print: what is rounded and how, ties, what is missing, what is left open.

use std::collections::BTreeMap;

use super::Teller;
use super::items::called;
use crate::ir::{CohortFunction, Expr, ExprKind, Policy, Rank, Role, RowValue, SlotId, Step, Type, Value};
use crate::pages::page::{Block, Table};
use crate::quantity::{Decimal, Dimension, Rounding, TimeUnit};

impl Teller<'_> {
    /// The fine print.
    pub(super) fn fine(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.say("doc-rounding", &[]))];
        blocks.extend(self.rounded());
        for (id, texts) in [("doc-ties", self.ties()), ("doc-missing", self.missing()), ("doc-open", self.open())] {
            if !texts.is_empty() {
                blocks.extend([Block::Heading(self.say(id, &[])), Block::List(texts)]);
            }
        }
        blocks
    }

    /// What is rounded how; all else is exact.
    fn rounded(&self) -> Vec<Block> {
        let policy = self.words.policy;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for step in &policy.steps {
            let Some(slot) = step.outputs().first().copied().filter(|slot| is_told(policy, *slot)) else { continue };
            let name = match step {
                Step::Table(table) => table.name.clone(),
                _ => self.words.called(slot),
            };
            for (ty, to, mode) in roundings(step) {
                let names = found.entry(self.words.rounding(ty, to, mode)).or_default();
                if !names.contains(&name) {
                    names.push(name.clone());
                }
            }
        }
        let mut table: Table = self.table("", &[("doc-head-rounding", false), ("doc-head-figure", false)]);
        found.into_iter().for_each(|(how, names)| table.row(vec![how, self.words.listed(names)]));
        let mut blocks = vec![];
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        if policy.steps.iter().any(|step| matches!(step, Step::Pay(_))) {
            let unit = Value::from(policy.header.minor_unit);
            let unit = self.words.value(Type::Number(Dimension::MONEY), TimeUnit::Second, &unit);
            blocks.push(Block::Text(self.say("doc-rounding-pay", &[("unit", unit.into())])));
        }
        blocks.push(Block::Text(self.say("doc-rounding-else", &[])));
        blocks
    }

    fn ties(&self) -> Vec<String> {
        let ranks = self.words.policy.steps.iter().filter_map(|step| match step {
            Step::Cohort(cohort) => match &cohort.function {
                CohortFunction::Rank(rank) => Some(rank),
                CohortFunction::Aggregate(_) | CohortFunction::Allocate(_) => None,
            },
            _ => None,
        });
        let told = |rank: &Rank| {
            let value = ("value", self.words.formula(&rank.value).text.into());
            self.say(if rank.dense { "doc-tie-dense" } else { "doc-tie-shared" }, &[value])
        };
        let mut ties: Vec<String> = ranks.map(told).collect();
        ties.dedup();
        ties
    }

    /// What becomes of a record in which something is not filled in.
    fn missing(&self) -> Vec<String> {
        let policy = self.words.policy;
        let fields = || (0..).map(SlotId).zip(&policy.fields);
        let needed = fields().filter(|(_, field)| !field.optional && field.default.is_none());
        let needed: Vec<String> = needed.map(|(slot, _)| self.words.called(slot)).collect();
        let optional = fields().filter(|(_, field)| field.optional && field.default.is_none());
        let optional: Vec<String> = optional.map(|(slot, _)| self.words.called(slot)).collect();
        let instead = fields().filter_map(|(slot, field)| {
            let value = self.words.of_slot(slot, field.default.as_ref()?);
            Some(self.say("doc-default", &[("name", self.words.called(slot).into()), ("value", value.into())]))
        });
        let mut told = vec![];
        for (id, names) in [("doc-needed", needed), ("doc-optional", optional)] {
            if !names.is_empty() {
                told.push(self.say(id, &[("names", self.words.listed(names).into())]));
            }
        }
        told.extend(instead);
        let exempt = policy.items.iter().filter(|item| match self.step(item.points) {
            Some(Step::Table(table)) => table.rows.iter().any(|row| row.values.contains(&RowValue::Missing)),
            _ => false,
        });
        let exempt: Vec<String> = exempt.map(called).collect();
        if !exempt.is_empty() {
            told.push(self.say("doc-exempt", &[("names", self.words.listed(exempt).into())]));
        }
        told
    }

    /// What the policy leaves to people.
    fn open(&self) -> Vec<String> {
        let policy = self.words.policy;
        let params = policy.params.iter().map(|param| {
            let spelt = |value: &Value| self.words.value(param.ty, TimeUnit::Second, value);
            let ends = param.domain.numbers().map(|numbers| (numbers.lo(), numbers.hi()));
            let name = ("name", param.name.as_str().into());
            match ends {
                Some((from, to)) => {
                    let ends = [("from", spelt(&Value::Number(from)).into()), ("to", spelt(&Value::Number(to)).into())];
                    let args = [name, ("value", spelt(&param.value).into())];
                    self.say("doc-param", &[args.as_slice(), &ends].concat())
                }
                None => self.say("doc-param-fixed", &[name, ("value", spelt(&param.value).into())]),
            }
        });
        let mut told: Vec<String> = params.collect();
        let read = policy.read_slots();
        let given = (0..policy.fields.len()).map(SlotId).filter(|slot| read.contains(slot));
        let judged = |slot: &SlotId| {
            let ty = policy.slot(*slot).map(|slot| slot.ty);
            ty == Some(Type::Number(Dimension::POINTS)) || ty == Some(Type::Number(Dimension::MONEY))
        };
        let given: Vec<String> = given.filter(judged).map(|slot| self.words.called(slot)).collect();
        if !given.is_empty() {
            told.push(self.say("doc-given", &[("names", self.words.listed(given).into())]));
        }
        if policy.flags().next().is_some() {
            told.push(self.say("doc-flags-only", &[]));
        }
        told
    }
}

/// Whether people see a slot: sums of items are told with them, promises by themselves, lines of pay all alike.
fn is_told(policy: &Policy, slot: SlotId) -> bool {
    let role = policy.slot(slot).map(|slot| slot.role);
    !matches!(role, None | Some(Role::Total | Role::Ensure | Role::PayLine | Role::Pay))
}

/// All that is rounded in a step: its type, the step and the mode.
fn roundings(step: &Step) -> Vec<(Type, Decimal, Rounding)> {
    let mut found = vec![];
    for expr in step.expressions() {
        expr.walk(&mut |part: &Expr| match &part.kind {
            ExprKind::Round { step, mode, .. } | ExprKind::Quotient { step, mode, .. } => {
                found.push((part.ty, *step, *mode));
            }
            ExprKind::OfRows { many, .. } => {
                if let crate::ir::Aggregate::Average { step, mode } = many.aggregate {
                    found.push((part.ty, step, mode));
                }
            }
            _ => {}
        });
    }
    found
}
