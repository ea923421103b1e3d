//! What is found over several rows, people or periods, in words.

use super::Words;
use crate::diagnostic::Arg;
use crate::ir::{
    Aggregate, Allocate, Cohort, CohortFunction, Expr, History, HistoryFunction, Many, Rank, RelationId, Window,
};
use crate::quantity::Calendar;

impl Words<'_> {
    /// Something over the rows of a lookup or of details, and how it is rounded.
    pub(super) fn over_rows(&self, relation: RelationId, many: &Many) -> (String, Option<String>) {
        let name = self.policy.relation(relation).map_or("", |relation| relation.name.as_str());
        let whose = self.say("many-rows", &[("name", name.into())]);
        self.many(&whose, many)
    }

    /// What is made of many values.
    fn many(&self, whose: &str, many: &Many) -> (String, Option<String>) {
        let whose = match &many.filter {
            Some(filter) => {
                let args = [("whose", whose.into()), ("condition", self.condition(filter).into())];
                self.say("many-filtered", &args)
            }
            None => whose.to_owned(),
        };
        let value = many.value.as_ref();
        let truth = matches!(many.aggregate, Aggregate::Every | Aggregate::Some);
        let told = value.map(|value| if truth { self.condition(value) } else { self.named().worded(value).0 });
        self.made(many.aggregate, &[("whose", whose.into()), ("value", told.unwrap_or_default().into())], value)
    }

    fn made(
        &self,
        aggregate: Aggregate,
        args: &[(&'static str, Arg)],
        value: Option<&Expr>,
    ) -> (String, Option<String>) {
        let id = match aggregate {
            Aggregate::Count => "many-count",
            Aggregate::Sum => "many-sum",
            Aggregate::Average { .. } => "many-average",
            Aggregate::Least => "many-least",
            Aggregate::Greatest => "many-greatest",
            Aggregate::Every => "many-every",
            Aggregate::Some => "many-some",
        };
        let rounding = match (aggregate, value) {
            (Aggregate::Average { step, mode }, Some(value)) => Some(self.rounding(value.ty, step, mode)),
            _ => None,
        };
        (self.say(id, args), rounding)
    }

    /// The same within a formula.
    pub(super) fn aside_of(&self, (text, rounding): (String, Option<String>)) -> String {
        self.with_remarks(text, &rounding.into_iter().collect::<Vec<_>>()).0
    }

    /// Among whom something is found.
    pub fn of_group(&self, cohort: &Cohort) -> String {
        match cohort.within.is_empty() {
            true => self.say("many-everybody", &[]),
            false => {
                let names = self.listed(cohort.within.iter().map(|expr| self.worded(expr).0));
                self.say("many-within", &[("names", names.into())])
            }
        }
    }

    /// Something over the people of a period.
    pub fn cohort(&self, cohort: &Cohort) -> String {
        let within = self.of_group(cohort);
        match &cohort.function {
            CohortFunction::Aggregate(many) => self.aside_of(self.many(&within, many)),
            CohortFunction::Rank(rank) => self.rank(within, rank),
            CohortFunction::Allocate(Allocate { pool, by, step }) => {
                let step = self.rounding(pool.ty, *step, crate::quantity::Rounding::HalfUp);
                let args = [
                    ("within", within.into()),
                    ("pool", self.worded(pool).0.into()),
                    ("by", self.worded(by).0.into()),
                    ("step", step.into()),
                ];
                self.say("many-allocate", &args)
            }
        }
    }

    fn rank(&self, within: String, rank: &Rank) -> String {
        let order = self.say(if rank.ascending { "many-ascending" } else { "many-descending" }, &[]);
        let ties = self.say(if rank.dense { "many-dense" } else { "many-shared" }, &[]);
        let mut remarks = vec![];
        if let Some(filter) = &rank.filter {
            remarks.push(self.say("many-ranked", &[("condition", self.condition(filter).into())]));
        }
        if let Some(then) = &rank.then {
            remarks.push(self.say("many-then", &[("value", self.worded(then).0.into())]));
        }
        remarks.push(ties);
        let args = [
            ("within", within.into()),
            ("value", self.worded(&rank.value).0.into()),
            ("order", order.into()),
            ("remarks", remarks.join(&self.say("words-comma", &[])).into()),
        ];
        self.say("many-rank", &args)
    }

    /// Something over earlier periods of one person.
    pub(super) fn history(&self, history: &History) -> String {
        let value = ("value", Arg::from(self.worded(&history.value).0));
        let period = ("period", Arg::from(self.period()));
        match history.function {
            HistoryFunction::Previous(1) => self.say("many-previous", &[value, period]),
            HistoryFunction::Previous(back) => {
                self.say("many-before", &[value, period, ("count", (back as usize).into())])
            }
            HistoryFunction::Streak => {
                let value = ("value", Arg::from(self.condition(&history.value)));
                self.say("many-streak", &[value, period])
            }
            HistoryFunction::Aggregate(aggregate, window) => {
                let whose = match window {
                    Window::Last { count, .. } => self.say("many-last", &[period, ("count", (count as usize).into())]),
                    Window::Since(Calendar::Quarter) => self.say("many-since-quarter", &[]),
                    Window::Since(_) => self.say("many-since-year", &[]),
                };
                let args = [("whose", whose.into()), value];
                self.aside_of(self.made(aggregate, &args, Some(&history.value)))
            }
        }
    }

    /// The word for a period of the policy.
    pub fn period(&self) -> String {
        let id = match self.policy.header.period {
            Some(Calendar::Year) => "period-year",
            Some(Calendar::Quarter) => "period-quarter",
            Some(Calendar::Month) => "period-month",
            Some(Calendar::Week) => "period-week",
            Some(Calendar::Date) => "period-day",
            Some(Calendar::Time) | None => "period-any",
        };
        self.say(id, &[])
    }
}
