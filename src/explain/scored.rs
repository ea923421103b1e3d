//! Scored items, sections and their total: what each adds, exactly.

use super::Asked;
use super::model::{Answer, Exact, Item, Section, Total};
use super::notes::exempt_from;
use crate::eval::Trace;
use crate::ir::{Item as Declared, Share, Step, Total as Sum, Value};
use crate::quantity::Number;

impl<'a> Asked<'a, '_> {
    pub(super) fn items(&self) -> Vec<Item<'a>> {
        self.written.policy.items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &'a Declared) -> Item<'a> {
        let policy = self.written.policy;
        let points = self.found(item.points);
        let exempt = points == Ok(Value::Missing);
        let step = self.written.step(item.points);
        let mut to_next = None;
        let (on, row, answer) = match step {
            Some((at, Step::Table(table))) => {
                let on = table.inputs.iter().filter_map(|input| self.on(input)).collect();
                let trace = self.observed.evaluation.trace(at);
                if let Some(Trace::Row(taken)) = trace {
                    to_next = self.next_points((at, table), taken);
                }
                let (row, answers) = self.answers(table, trace);
                (on, row, answers.into_iter().next().unwrap_or(Answer::Nothing))
            }
            step => {
                let worked = self.value_step(step);
                (vec![], None, worked.map_or(Answer::Nothing, |worked| Answer::Worked(Box::new(worked))))
            }
        };
        let lost = self.number(item.points).map(|points| Number::from(item.full) - points);
        Item {
            name: &item.name,
            title: item.title.as_deref(),
            section: item.section.and_then(|at| policy.sections.get(at)).map(|section| section.name.as_str()),
            on,
            row,
            answer,
            slot: item.points,
            of: item.full,
            weight: item.weight.clone(),
            weighted: self.adds(item),
            lost,
            earned: self.share(item).and_then(|share| self.earned(share)),
            points,
            exempt,
            to_next,
        }
    }

    /// What an item adds to the total; where there is none, to what it is weighted for.
    fn adds(&self, item: &Declared) -> Option<Exact> {
        match self.sum() {
            Some(total) => {
                let share = total.items.iter().find(|share| share.points == item.points)?;
                self.part(total, self.earned(share)?)
            }
            None => self.number(item.weighted).cloned().map(Exact::Number),
        }
    }

    /// An item as a part of the sum over all.
    fn share(&self, item: &Declared) -> Option<&'a Share> {
        self.sum()?.items.iter().find(|share| share.points == item.points)
    }

    /// What an item adds to what was earned; 0 where it is exempt.
    fn earned(&self, share: &Share) -> Option<Number> {
        match self.observed.evaluation.value(share.points) {
            Ok(Value::Number(points)) => Some(points * &share.scale),
            Ok(Value::Missing) => Some(Number::ZERO),
            _ => None,
        }
    }

    /// What was earned as a part of a total: over what could be, times its factor.
    fn part(&self, total: &Sum, earned: Number) -> Option<Exact> {
        let Some(possible) = total.possible else { return Some(Exact::Number(earned)) };
        Exact::over(&(earned * Number::from(total.factor)), self.number(possible)?)
    }

    /// The sum over all items.
    fn sum(&self) -> Option<&'a Sum> {
        self.written.policy.totals.iter().find(|total| total.section.is_none())
    }

    pub(super) fn sections(&self) -> Vec<Section<'a>> {
        let policy = self.written.policy;
        let sections = policy.sections.iter().enumerate().map(|(at, section)| {
            let own = policy.totals.iter().find(|total| total.section == Some(at));
            let points = own.and_then(|own| self.part(own, self.number(own.earned)?.clone()));
            let mut items = policy.items.iter().filter(|item| item.section == Some(at));
            let weighted = items.try_fold(Exact::Number(Number::ZERO), |sum, item| Some(sum.plus(&self.adds(item)?)));
            let count = policy.items.iter().filter(|item| item.section == Some(at)).count();
            let exempt = own.map_or(vec![], |own| self.left_out(own));
            Section { name: &section.name, points, weighted, counts: exempt.len() < count, exempt }
        });
        sections.collect()
    }

    pub(super) fn total(&self) -> Option<Total<'a>> {
        let total = self.sum()?;
        let earned = self.number(total.earned).cloned();
        Some(Total {
            value: earned.clone().and_then(|earned| self.part(total, earned)),
            of: self.written.policy.header.full_marks,
            earned,
            possible: total.possible.and_then(|slot| self.number(slot)).cloned(),
            factor: total.factor,
            exempt: self.left_out(total),
        })
    }

    /// The items of a total that do not count.
    fn left_out(&self, total: &'a Sum) -> Vec<&'a str> {
        let exempt = exempt_from(self.written.policy, &self.observed.evaluation, [total]);
        exempt.into_iter().map(|item| item.name.as_str()).collect()
    }
}
