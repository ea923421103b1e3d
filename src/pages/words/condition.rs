//! Conditions in words.

use super::Words;
use super::formula::Level;
use crate::ir::{Comparison, Expr, ExprKind, Input, Pattern, Role, SlotId, Type, Value};

impl Words<'_> {
    /// A condition as a clause of a sentence.
    pub fn condition(&self, expr: &Expr) -> String {
        self.named().truth(expr).0
    }

    /// A condition with how tightly it binds.
    pub(super) fn truth(&self, expr: &Expr) -> (String, Level) {
        match &expr.kind {
            ExprKind::Logic { and, left, right } => {
                let level = if *and { Level::And } else { Level::Or };
                let args = [("left", self.within(left, level).into()), ("right", self.within(right, level).into())];
                (self.say(if *and { "words-and" } else { "words-or" }, &args), level)
            }
            ExprKind::Not(value) => (self.denied(value), Level::Compare),
            ExprKind::Compare { op, left, right } => (self.compared(*op, left, right), Level::Compare),
            ExprKind::Matches { value, pattern } => (self.matched(value, pattern), Level::Compare),
            ExprKind::IsMissing(value) => {
                (self.say("words-missing", &[("what", self.side(value).into())]), Level::Compare)
            }
            ExprKind::Slot(slot) => (self.holds(*slot, true), Level::Compare),
            ExprKind::Constant(Value::Bool(is)) => {
                (self.say(if *is { "words-always" } else { "words-never" }, &[]), Level::Compare)
            }
            _ => self.worded(expr),
        }
    }

    /// A condition inside another one, in brackets where it would be torn apart.
    fn within(&self, expr: &Expr, level: Level) -> String {
        let (text, own) = self.truth(expr);
        if own < level { self.bracketed(&text) } else { text }
    }

    /// That a condition does not hold.
    fn denied(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Slot(slot) => self.holds(*slot, false),
            ExprKind::Compare { op, left, right } => self.compared(op.denied(), left, right),
            ExprKind::IsMissing(value) => self.say("words-there", &[("what", self.side(value).into())]),
            ExprKind::Not(value) => self.condition(value),
            ExprKind::Matches { value, pattern: Pattern::Values(values) } => {
                self.matched(value, &Pattern::Not(values.clone()))
            }
            _ => self.say("words-not", &[("condition", self.bracketed(&self.condition(expr)).into())]),
        }
    }

    /// A name that is true or not: of a gate, whether it is passed.
    fn holds(&self, slot: SlotId, is: bool) -> String {
        let role = self.policy.slot(slot).map(|slot| slot.role);
        let id = match (role, is) {
            (Some(Role::Gate), true) => "words-passed",
            (Some(Role::Gate), false) => "words-failed",
            (_, true) => "words-is-yes",
            (_, false) => "words-is-no",
        };
        self.say(id, &[("name", self.slot(slot).into())])
    }

    fn compared(&self, op: Comparison, left: &Expr, right: &Expr) -> String {
        let (left, right) = match left.kind {
            ExprKind::Constant(_) => (right, left),
            _ => (left, right),
        };
        let op = if matches!(left.kind, ExprKind::Constant(_)) { op.mirrored() } else { op };
        let args = [("left", self.side(left).into()), ("right", self.beside(left, right).into())];
        let word = matches!(left.ty, Type::Label(_) | Type::Text | Type::Bool);
        let id = match op {
            Comparison::Equal if word => "words-is",
            Comparison::NotEqual if word => "words-is-not",
            Comparison::Equal => "words-equal",
            Comparison::NotEqual => "words-unequal",
            Comparison::Less => "words-less",
            Comparison::LessEqual => "words-at-most",
            Comparison::Greater => "words-more",
            Comparison::GreaterEqual => "words-at-least",
        };
        self.say(id, &args)
    }

    fn matched(&self, value: &Expr, pattern: &Pattern) -> String {
        let input = Input { name: String::new(), value: value.clone() };
        let args = [("what", self.side(value).into()), ("band", self.pattern(&input, pattern).into())];
        self.say(if matches!(pattern, Pattern::Not(_)) { "words-outside" } else { "words-inside" }, &args)
    }

    /// What is compared, in brackets where it is a condition itself.
    fn side(&self, expr: &Expr) -> String {
        let (text, level) = self.worded(expr);
        if level <= Level::Compare { self.bracketed(&text) } else { text }
    }

    /// What something is compared with, in the unit of the one.
    fn beside(&self, left: &Expr, right: &Expr) -> String {
        match &right.kind {
            ExprKind::Constant(value) => self.of(left, value),
            _ => self.side(right),
        }
    }
}
