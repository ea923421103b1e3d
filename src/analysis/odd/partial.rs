//! W0518: `bonus * 80% when trainee`: who is no trainee gets nothing of the bonus, and nobody says so.

use super::Odd;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Operator, Pay, PayLine, Role, Slot, SlotId, Step, TableKind, Type};
use crate::quantity::{Decimal, Dimension, Number, spell};
use crate::syntax::Keyword;

/// What amounts are called that somebody gets whole, unless it is said otherwise.
const WHOLE: [&str; 14] = [
    "底薪",
    "基本工资",
    "基础工资",
    "岗位工资",
    "奖金",
    "绩效",
    "津贴",
    "补贴",
    "base",
    "bonus",
    "salary",
    "wage",
    "allowance",
    "pay",
];

/// Tells lines of pay that give a large part of an amount under a condition, where nothing else gives the amount.
pub(super) fn tell(odd: &Odd, pay: &Pay) -> Vec<Diagnostic> {
    pay.lines.iter().filter_map(|line| of_line(odd, line)).collect()
}

fn of_line(odd: &Odd, line: &PayLine) -> Option<Diagnostic> {
    let ExprKind::Round { value, .. } = &line.value.kind else { return None };
    let ExprKind::If { condition, then, otherwise } = &value.kind else { return None };
    // Of `when` nobody wrote the 0.
    let unsaid = otherwise.span == value.span && odd.text(value).starts_with(&odd.text(then));
    let base = part(then).filter(|_| unsaid)?;
    let slot = odd.policy.slot(base)?;
    if !is_whole(odd, base, slot) || elsewhere(odd, line, base) {
        return None;
    }
    let written = line.written;
    let name = then_base(then, base).map(|expr| odd.text(expr))?;
    let (condition, then) = (odd.text(condition), odd.text(then));
    let zero = spell(Number::ZERO, Dimension::MONEY, &odd.policy.header.currency, odd.policy.header.tongue);
    let choice = |other: &str| {
        let [if_word, then_word, or_word] = [Keyword::If, Keyword::Then, Keyword::Else].map(Keyword::en);
        format!("{if_word} {condition} {then_word} {then} {or_word} {other}")
    };
    let (proposal, other) = (choice(&name), choice(&zero));
    let told = Diagnostic::new(Code::PartialPay, written).arg("text", then.as_str()).arg("base", name.as_str());
    let told =
        told.arg("condition", condition.as_str()).arg("proposal", proposal.as_str()).arg("whole", other.as_str());
    Some(told.edit(written, proposal).edit(written, other))
}

/// The amount of which an expression is a fixed part, of a half or more.
fn part(expr: &Expr) -> Option<SlotId> {
    let ExprKind::Arithmetic { op: Operator::Mul, left, right } = &expr.kind else { return None };
    let (amount, share) = if is_money(left) { (left, right) } else { (right, left) };
    let share = share.domain.numbers()?.single()?.clone();
    let large = share >= Decimal::new(5, 1) && share < Decimal::ONE;
    amount.slot().filter(|_| large && is_money(amount))
}

fn is_money(expr: &Expr) -> bool {
    expr.ty == Type::Number(Dimension::MONEY)
}

fn then_base(expr: &Expr, base: SlotId) -> Option<&Expr> {
    let ExprKind::Arithmetic { left, right, .. } = &expr.kind else { return None };
    [left, right].into_iter().map(|side| &**side).find(|side| side.slot() == Some(base))
}

/// Whether it is an amount that people get as it is: what a grade gives, or what is called so.
fn is_whole(odd: &Odd, id: SlotId, slot: &Slot) -> bool {
    let graded = odd.policy.steps.iter().any(|step| match step {
        Step::Table(table) => table.kind == TableKind::Grade && step.outputs().contains(&id),
        _ => false,
    });
    let called = |text: &str| WHOLE.iter().any(|word| text.to_lowercase().contains(word));
    let read = matches!(slot.role, Role::Field | Role::Metric | Role::Let | Role::Lookup);
    graded || read && (called(&slot.name) || slot.title.as_deref().is_some_and(called))
}

/// Whether another line of pay gives it, or what it is made of hangs on it.
fn elsewhere(odd: &Odd, line: &PayLine, base: SlotId) -> bool {
    let lines =
        odd.policy.steps.iter().filter_map(|step| if let Step::Pay(pay) = step { Some(&pay.lines) } else { None });
    lines.flatten().any(|other| other.slot != line.slot && other.value.reads(|slot| slot == base))
}
