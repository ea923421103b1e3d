//! The rows of tables in words: `95% 起，不到 98%`.

use super::Words;
use crate::ir::{Bound, Input, Pattern, Row, RowValue, Table};

impl Words<'_> {
    /// What a value must be for a row to take it.
    pub fn pattern(&self, input: &Input, pattern: &Pattern) -> String {
        let spelt = |bound: &Bound| self.of(&input.value, &bound.value);
        match pattern {
            Pattern::Any => self.say("band-any", &[]),
            Pattern::Missing => self.say("band-missing", &[]),
            Pattern::Otherwise => self.say("band-otherwise", &[]),
            Pattern::Interval { lo: Some(lo), hi: Some(hi) } => {
                let id = match (lo.included, hi.included) {
                    (true, true) => "band-closed",
                    (true, false) => "band-from",
                    (false, true) => "band-until",
                    (false, false) => "band-between",
                };
                self.say(id, &[("low", spelt(lo).into()), ("high", spelt(hi).into())])
            }
            Pattern::Interval { lo: Some(lo), hi: None } => {
                self.say(if lo.included { "band-least" } else { "band-over" }, &[("low", spelt(lo).into())])
            }
            Pattern::Interval { lo: None, hi: Some(hi) } => {
                self.say(if hi.included { "band-most" } else { "band-under" }, &[("high", spelt(hi).into())])
            }
            Pattern::Values(values) => self.listed(values.iter().map(|value| self.of(&input.value, value))),
            Pattern::Not(values) => {
                let values = self.listed(values.iter().map(|value| self.of(&input.value, value)));
                self.say("band-not", &[("values", values.into())])
            }
            Pattern::Interval { lo: None, hi: None } | Pattern::Invalid => String::new(),
        }
    }

    /// What a row gives first.
    pub fn answer(&self, row: &Row) -> String {
        let answer = row.values.first().map(|value| match value {
            RowValue::Expr(expr) => self.formula(expr).text,
            RowValue::Line(line) => format!("{}–{}", line.from.normalize(), line.to.normalize()),
            RowValue::Missing => self.say("term-exempt", &[]),
        });
        answer.unwrap_or_default()
    }

    /// What a row takes, one text an input; of a row for all that is left, one.
    pub fn row(&self, table: &Table, row: &Row) -> Vec<String> {
        let each = table.inputs.iter().zip(&row.patterns).map(|(input, pattern)| self.pattern(input, pattern));
        let mut told: Vec<String> = each.collect();
        if let (Some(guard), Some(last)) = (&row.guard, told.last_mut()) {
            let condition = self.condition(guard).into();
            *last = match row.patterns.last() {
                Some(Pattern::Any) => self.say("band-guard", &[("condition", condition)]),
                _ => self.say("band-guarded", &[("band", last.as_str().into()), ("condition", condition)]),
            };
        }
        told
    }
}
