//! What does not count for a person: items that are exempt, lines of pay of other posts; and how the total comes about
//! without them.

use super::Statement;
use crate::explain::{Item, Pay, PayLine, Total};
use crate::ir::{Expr, ExprKind, Role, SlotId, Step, Type, Value};
use crate::quantity::{Decimal, Number, Rounding};

/// A quotient that no rule of the policy rounds is shown to so many places.
const PLACES: u32 = 2;

impl Statement<'_> {
    /// The items that do not count, each with why, in a sentence.
    pub(super) fn left_out(&self, items: &[&Item]) -> Option<String> {
        let each = items.iter().map(|item| {
            let name = item.title.unwrap_or(item.name).to_owned();
            let why = item.row.as_ref().map(|taken| self.taken(item.slot, taken)).unwrap_or_default();
            self.reasoned(name, why)
        });
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| self.say("page-exempt", &[("items", self.words.listed(each).into())]))
    }

    /// The lines of pay that are for other posts, each with for whom it is, in a sentence.
    pub(super) fn of_others(&self, pay: &Pay, lines: &[&PayLine]) -> Option<String> {
        let each = lines.iter().map(|line| {
            let condition = self.condition(pay, line).map(|condition| self.words.condition(condition));
            self.reasoned(self.member(pay, line), condition.unwrap_or_default())
        });
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| self.say("page-of-others", &[("lines", self.words.listed(each).into())]))
    }

    fn reasoned(&self, name: String, why: String) -> String {
        let over = if why.is_empty() { String::new() } else { self.say("page-over", &[("text", why.into())]) };
        name + &over
    }

    /// Whether a line of pay is for people of another post: its condition asks for labels of the record alone, and fails.
    pub(super) fn is_of_others(&self, pay: &Pay, line: &PayLine) -> bool {
        let taken = line.worked.as_ref().and_then(|worked| worked.branches.first());
        let is_label = |slot: &SlotId| {
            let known = self.words.policy.slot(*slot);
            known.is_some_and(|known| known.role == Role::Field && matches!(known.ty, Type::Label(_)))
        };
        let by_post = |condition: &Expr| {
            let read = condition.slots();
            !read.is_empty() && read.iter().all(is_label)
        };
        taken.is_some_and(|taken| taken.was == Value::Bool(false)) && self.condition(pay, line).is_some_and(by_post)
    }

    /// The condition of a line that is paid only where it holds.
    fn condition(&self, pay: &Pay, line: &PayLine) -> Option<&Expr> {
        let mut expr = self.paid_by(pay, line)?;
        while let ExprKind::Round { value, .. } = &expr.kind {
            expr = value;
        }
        match &expr.kind {
            ExprKind::If { condition, otherwise, .. } if is_zero(otherwise) => Some(condition),
            _ => None,
        }
    }

    /// How a sum in which items do not count came about.
    pub(super) fn summed(&self) -> Option<String> {
        let total = self.told.total.as_ref().filter(|total| !total.exempt.is_empty())?;
        let possible = total.possible.as_ref()?;
        let hundred = Number::from(100);
        let (possible, times) = match Number::ONE == total.factor {
            true => (format!("{}%", possible * &hundred), String::new()),
            false => (possible.to_string(), format!(" × {}", total.factor.normalize())),
        };
        let args = [
            ("earned", total.earned.as_ref()?.to_string().into()),
            ("possible", format!("{possible}{times}").into()),
            ("value", self.quotient(total)?.into()),
        ];
        Some(self.say("page-total-of", &args))
    }

    /// The total as the policy rounds it, with how; where it does not, as exactly as people read.
    fn quotient(&self, total: &Total) -> Option<String> {
        if let Some(number) = total.value.as_ref()?.fraction().number() {
            return Some(format!("= {number}"));
        }
        let rounded = self.told.metrics.iter().find_map(|metric| {
            let Step::Value(step) = self.step(metric.of.slot)? else { return None };
            let is_total = |slot: &SlotId| self.words.policy.slot(*slot).is_some_and(|slot| slot.role == Role::Total);
            let read = step.value.slots();
            let rounding = self.words.formula(&step.value).remarks.into_iter().next();
            let rounding = rounding.filter(|_| !read.is_empty() && read.iter().all(is_total))?;
            let value = self.words.of_slot(metric.of.slot, metric.of.value.as_ref().ok()?);
            Some(format!("≈ {}", self.reasoned(value, rounding)))
        });
        let plainly = || {
            let earned = total.earned.as_ref()? * &Number::from(total.factor);
            let step = Decimal::new(1, PLACES);
            Some(format!("≈ {}", earned.quotient(total.possible.as_ref()?, step, Rounding::HalfUp)?))
        };
        rounded.or_else(plainly)
    }
}

fn is_zero(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Constant(Value::Number(zero)) if zero.is_zero())
}
