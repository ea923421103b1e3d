//! Formulas in words: what is worked out in a sentence, what is rounded and what happens at the edges beside it.

use super::Words;
use crate::ir::{Expr, ExprKind, Operator, ParamId, Role, SlotId, Step, Type, Value};
use crate::quantity::{Number, TimeUnit};

/// How tightly a text binds: what binds less tightly than what stands around it goes into brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Clause,
    Or,
    And,
    Compare,
    Phrase,
    Add,
    Multiply,
    Name,
}

/// A formula in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// What is worked out.
    pub text: String,
    /// How it is rounded, what stands in for what is missing.
    pub remarks: Vec<String>,
}

impl Words<'_> {
    /// A formula in words.
    pub fn formula(&self, expr: &Expr) -> Said {
        let mut remarks = vec![];
        let mut expr = expr;
        loop {
            match &expr.kind {
                ExprKind::Round { value, step, mode } => {
                    remarks.push(self.rounding(expr.ty, *step, *mode));
                    expr = value;
                }
                ExprKind::Otherwise { value, fallback } if self.figures.is_none() => {
                    remarks.push(self.instead("words-instead", value, fallback));
                    expr = value;
                }
                ExprKind::Otherwise { value, fallback } => expr = self.there(value, fallback),
                ExprKind::Quotient { dividend, divisor, step, mode, fallback } => {
                    remarks.push(self.rounding(expr.ty, *step, *mode));
                    let fallback = fallback.iter().filter(|_| self.figures.is_none() && !self.is_total(divisor));
                    remarks.extend(fallback.map(|fallback| self.instead("words-by-zero", divisor, fallback)));
                    return Said { text: self.quotient(dividend, divisor), remarks };
                }
                ExprKind::OfRows { relation, many } => {
                    let (text, rounding) = self.over_rows(*relation, many);
                    remarks.extend(rounding);
                    return Said { text, remarks };
                }
                _ => return Said { text: self.worded(expr).0, remarks },
            }
        }
    }

    /// Of `x otherwise y` what was taken, where values stand in the place of names.
    fn there<'e>(&self, value: &'e Expr, fallback: &'e Expr) -> &'e Expr {
        let known = self.figures.zip(value.slot()).and_then(|(figures, slot)| figures.get(&slot));
        if known == Some(&Value::Missing) { fallback } else { value }
    }

    /// What stands for something where it is missing, or where it is 0.
    fn instead(&self, id: &str, what: &Expr, fallback: &Expr) -> String {
        let args = [("what", self.worded(what).0.into()), ("value", self.worded(fallback).0.into())];
        // What has no name is not said twice.
        let named = what.slot().and_then(|slot| self.policy.slot(slot)).is_some_and(|slot| slot.role != Role::Joint);
        self.say(if named || id != "words-instead" { id } else { "words-instead-there" }, &args)
    }

    /// A formula on one line, with what is to be said of it behind it.
    pub fn told(&self, expr: &Expr) -> String {
        self.joined(self.formula(expr))
    }

    /// What is worked out, with the remarks behind it.
    pub fn joined(&self, Said { text, remarks }: Said) -> String {
        match remarks.is_empty() {
            true => text,
            false => {
                let remarks = remarks.join(&self.say("words-between", &[])).into();
                self.say("words-remarked", &[("text", text.into()), ("remarks", remarks)])
            }
        }
    }

    pub(super) fn bracketed(&self, text: &str) -> String {
        self.say("words-brackets", &[("text", text.into())])
    }

    /// An expression inside something that binds so tightly.
    fn inside(&self, expr: &Expr, least: Level) -> String {
        let (text, level) = self.worded(expr);
        if level < least { self.bracketed(&text) } else { text }
    }

    /// The name of a slot; what is found over several records or periods has no name, and is told.
    pub(super) fn slot(&self, slot: SlotId) -> String {
        let joint = self.policy.slot(slot).is_some_and(|slot| slot.role == Role::Joint);
        let step = self.policy.step_of(slot).and_then(|at| self.policy.steps.get(at)).filter(|_| joint);
        match step {
            Some(Step::Cohort(cohort)) => self.cohort(cohort),
            Some(Step::OverRows(over)) => self.aside_of(self.over_rows(over.relation, &over.many)),
            Some(Step::History(history)) => self.history(history),
            Some(Step::Value(step)) => self.worded(&step.value).0,
            _ => self.called(slot),
        }
    }

    /// A name in a formula: its value, where those of a record stand in the place of names.
    fn figure(&self, slot: SlotId) -> String {
        let value = self.figures.and_then(|figures| figures.get(&slot));
        value.map_or_else(|| self.slot(slot), |value| self.of_slot(slot, value))
    }

    fn param(&self, id: ParamId) -> String {
        let Some(param) = self.policy.params.get(id.0) else { return String::new() };
        let value = self.value(param.ty, TimeUnit::Second, &param.value);
        if self.figures.is_some() {
            return value;
        }
        self.say("words-param", &[("name", param.name.as_str().into()), ("value", value.into())])
    }

    /// An expression with how tightly its text binds.
    pub(super) fn worded(&self, expr: &Expr) -> (String, Level) {
        let phrase = |text: String| (text, Level::Phrase);
        let named = |text: String| (text, Level::Name);
        match &expr.kind {
            // Of a number below 0 the sign is that of the formulas.
            ExprKind::Constant(value @ Value::Number(number)) if number.is_negative() => {
                named(self.of(expr, value).replacen('-', "−", 1))
            }
            ExprKind::Constant(value) => named(self.of(expr, value)),
            ExprKind::Param(id) => named(self.param(*id)),
            ExprKind::Slot(slot) => named(self.figure(*slot)),
            ExprKind::Arithmetic { op, left, right } => self.arithmetic(*op, left, right),
            ExprKind::Sum(terms) => (self.summed(terms), Level::Add),
            ExprKind::Negate(value) => (format!("−{}", self.inside(value, Level::Multiply)), Level::Multiply),
            ExprKind::DivideExact { value, by } => {
                let by = Value::Number(by.clone());
                let by = self.value(Type::Number(crate::quantity::Dimension::NUMBER), TimeUnit::Second, &by);
                (self.close(&format!("{} ÷ {by}", self.inside(value, Level::Multiply))), Level::Multiply)
            }
            ExprKind::Quotient { .. }
            | ExprKind::Round { .. }
            | ExprKind::Otherwise { .. }
            | ExprKind::OfRows { .. } => self.aside(expr),
            ExprKind::Abs(value) => phrase(self.say("words-abs", &[("what", self.worded(value).0.into())])),
            ExprKind::Extreme { greatest, values } => {
                let id = match (*greatest, values.len()) {
                    (true, 2) => "words-greater",
                    (true, _) => "words-greatest",
                    (false, 2) => "words-lesser",
                    (false, _) => "words-least",
                };
                let values = self.listed(values.iter().map(|value| self.worded(value).0));
                phrase(self.say(id, &[("values", values.into())]))
            }
            ExprKind::Steps { value, size, started } => {
                let size = self.of(value, &Value::Number(Number::from(size.normalize())));
                let args = [("what", self.worded(value).0.into()), ("size", size.into())];
                phrase(self.say(if *started { "words-steps-started" } else { "words-steps" }, &args))
            }
            ExprKind::If { .. } => (self.ways(expr), Level::Clause),
            ExprKind::Logic { .. }
            | ExprKind::Not(_)
            | ExprKind::Compare { .. }
            | ExprKind::Matches { .. }
            | ExprKind::IsMissing(_) => self.truth(expr),
            ExprKind::Shift { value, places, promote, .. } => {
                let args = [("what", self.worded(value).0.into()), ("places", self.worded(places).0.into())];
                phrase(self.say(if *promote { "words-promote" } else { "words-demote" }, &args))
            }
            ExprKind::DateDifference { left, right } => {
                let args = [("from", self.worded(right).0.into()), ("to", self.worded(left).0.into())];
                phrase(self.say("words-days-between", &args))
            }
            ExprKind::DaysIn { value, .. } => {
                phrase(self.say("words-days-in", &[("what", self.worded(value).0.into())]))
            }
            ExprKind::ByLabel { .. } | ExprKind::Invalid => named(self.written(expr.span)),
        }
    }

    /// Something that is rounded or has a stand-in, in the midst of a formula.
    fn aside(&self, expr: &Expr) -> (String, Level) {
        match (&expr.kind, self.figures) {
            (ExprKind::Otherwise { value, fallback }, Some(_)) => self.worded(self.there(value, fallback)),
            _ => {
                let Said { text, remarks } = self.formula(expr);
                self.with_remarks(text, &remarks)
            }
        }
    }

    /// What is to be said of a formula in the midst of another one.
    pub(super) fn with_remarks(&self, text: String, remarks: &[String]) -> (String, Level) {
        let remarks = remarks.join(&self.say("words-between", &[]));
        match remarks.is_empty() {
            true => (text, Level::Phrase),
            false => (self.say("words-aside", &[("text", text.into()), ("remarks", remarks.into())]), Level::Multiply),
        }
    }

    fn arithmetic(&self, op: Operator, left: &Expr, right: &Expr) -> (String, Level) {
        let (sign, level, behind) = match op {
            Operator::Add => ("+", Level::Add, Level::Add),
            Operator::Sub => ("−", Level::Add, Level::Multiply),
            Operator::Mul => ("×", Level::Multiply, Level::Multiply),
        };
        (self.close(&format!("{} {sign} {}", self.inside(left, level), self.inside(right, behind))), level)
    }

    fn summed(&self, terms: &[Expr]) -> String {
        self.close(&terms.iter().map(|term| self.inside(term, Level::Add)).collect::<Vec<_>>().join(" + "))
    }

    /// What is divided; of a total with items that may not count, the total.
    fn quotient(&self, dividend: &Expr, divisor: &Expr) -> String {
        match self.is_total(divisor) {
            true => self.worded(divisor).0,
            false => {
                let (dividend, divisor) = (self.inside(dividend, Level::Multiply), self.inside(divisor, Level::Name));
                self.close(&format!("{dividend} ÷ {divisor}"))
            }
        }
    }

    fn is_total(&self, divisor: &Expr) -> bool {
        let slot = divisor.slot().and_then(|slot| self.policy.slot(slot));
        slot.is_some_and(|slot| slot.role == Role::Total)
    }

    /// The ways of an `if`, one after the other; of `E when C`, the condition behind what it is for.
    fn ways(&self, expr: &Expr) -> String {
        let mut parts = vec![];
        let mut expr = expr;
        while let ExprKind::If { condition, then, otherwise } = &expr.kind {
            let nothing = matches!(&otherwise.kind, ExprKind::Constant(Value::Number(zero)) if zero.is_zero());
            if nothing && otherwise.span == expr.span {
                let args = [("value", self.worded(then).0.into()), ("condition", self.condition(condition).into())];
                parts.push(self.say("words-when", &args));
                return parts.join(&self.say("words-between", &[]));
            }
            let args = [("condition", self.condition(condition).into()), ("value", self.worded(then).0.into())];
            parts.push(self.say("words-if", &args));
            expr = otherwise;
        }
        parts.push(self.say("words-else", &[("value", self.worded(expr).0.into())]));
        parts.join(&self.say("words-between", &[]))
    }
}
