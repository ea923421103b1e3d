//! Scored items, sections and their total: what each adds, exactly.

use super::model::{Answer, Item, Section, Total};
use super::notes::exempt_from;
use super::{Asked, number};
use crate::eval::Trace;
use crate::ir::{Item as Declared, Share, Step, Total as Sum, Value};
use crate::quantity::{Fraction, Number};

impl Asked<'_> {
    pub(super) fn items(&self) -> Vec<Item> {
        self.observed.policy.items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &Declared) -> Item {
        let policy = self.observed.policy;
        let points = self.found(item.points);
        let exempt = points == Ok(Value::Missing);
        let step = policy.step_of(item.points).and_then(|at| Some((at, policy.steps.get(at)?)));
        let mut to_next = None;
        let (on, row, answer) = match step {
            Some((at, Step::Table(table))) => {
                let on = table.inputs.iter().filter_map(|input| self.on(input)).collect();
                let trace = self.observed.evaluation.trace(at);
                if let Some(Trace::Row(taken)) = trace {
                    to_next = self.next_points(table, taken);
                }
                let (row, answers) = self.answers(table, trace);
                (on, row, answers.into_iter().next().unwrap_or(Answer::Nothing))
            }
            step => {
                let worked = self.value_step(step);
                (vec![], None, worked.map_or(Answer::Nothing, |worked| Answer::Worked(Box::new(worked))))
            }
        };
        let full = Number::from(item.full);
        Item {
            name: item.name.clone(),
            title: item.title.clone(),
            section: item.section.and_then(|at| policy.sections.get(at)).map(|section| section.name.clone()),
            on,
            row,
            answer,
            slot: item.points,
            of: item.full,
            weight: item.weight.clone(),
            weighted: self.adds(item),
            lost: number(&points).map(|points| full - points),
            earned: self.share(item).and_then(|share| self.earned(share)),
            points,
            exempt,
            to_next,
        }
    }

    /// What an item adds to the total; where there is none, to what it is weighted for.
    fn adds(&self, item: &Declared) -> Option<Fraction> {
        match self.sum() {
            Some(total) => {
                let share = total.items.iter().find(|share| share.points == item.points)?;
                self.part(total, self.earned(share)?)
            }
            None => number(&self.found(item.weighted)).map(Fraction::from),
        }
    }

    /// An item as a part of the sum over all.
    fn share(&self, item: &Declared) -> Option<&Share> {
        self.sum()?.items.iter().find(|share| share.points == item.points)
    }

    /// What an item adds to what was earned; 0 where it is exempt.
    fn earned(&self, share: &Share) -> Option<Number> {
        match self.found(share.points) {
            Ok(Value::Number(points)) => Some(points * share.scale.clone()),
            Ok(Value::Missing) => Some(Number::ZERO),
            _ => None,
        }
    }

    /// What was earned as a part of a total: over what could be, times its factor.
    fn part(&self, total: &Sum, earned: Number) -> Option<Fraction> {
        let Some(possible) = total.possible else { return Some(Fraction::from(earned)) };
        Fraction::new(&(earned * Number::from(total.factor)), &number(&self.found(possible))?)
    }

    /// The sum over all items.
    fn sum(&self) -> Option<&Sum> {
        self.observed.policy.totals.iter().find(|total| total.section.is_none())
    }

    pub(super) fn sections(&self) -> Vec<Section> {
        let policy = self.observed.policy;
        let sections = policy.sections.iter().enumerate().map(|(at, section)| {
            let own = policy.totals.iter().find(|total| total.section == Some(at));
            let points = own.and_then(|own| self.part(own, number(&self.found(own.earned))?));
            let mut items = policy.items.iter().filter(|item| item.section == Some(at));
            let weighted = items.try_fold(Fraction::from(Number::ZERO), |sum, item| Some(&sum + &self.adds(item)?));
            Section {
                name: section.name.clone(),
                points,
                weighted,
                exempt: own.map_or(vec![], |own| self.left_out(own)),
            }
        });
        sections.collect()
    }

    pub(super) fn total(&self) -> Option<Total> {
        let total = self.sum()?;
        let earned = number(&self.found(total.earned));
        Some(Total {
            value: earned.clone().and_then(|earned| self.part(total, earned)),
            of: self.observed.policy.header.full_marks,
            earned,
            possible: total.possible.and_then(|slot| number(&self.found(slot))),
            factor: total.factor,
            exempt: self.left_out(total),
        })
    }

    /// The items of a total that do not count.
    fn left_out(&self, total: &Sum) -> Vec<String> {
        let exempt = exempt_from(self.observed.policy, &self.observed.evaluation, [total]);
        exempt.into_iter().map(|item| item.name.clone()).collect()
    }
}
