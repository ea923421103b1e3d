//! W0517: a deduction that is added, so that whoever is fined is paid more.

use std::collections::HashSet;

use super::Odd;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Operator, Pay, PayLine, Role, Slot, SlotId, Step, Type, ValueStep};
use crate::quantity::Decimal;
use crate::source::Span;

/// What deductions are called, as words of a name.
const WORDS: [&str; 18] = [
    "deduct",
    "deducted",
    "deducting",
    "deduction",
    "deductions",
    "fine",
    "fines",
    "fined",
    "penalty",
    "penalties",
    "forfeit",
    "forfeits",
    "forfeiture",
    "withheld",
    "withholding",
    "withholdings",
    "clawback",
    "clawbacks",
];

/// With one of these it is something else: a refund of a fine, pay before deductions.
const OTHERWISE: [&str; 14] = [
    "no", "non", "without", "before", "after", "refund", "refunds", "refunded", "waived", "waiver", "return",
    "returned", "free", "discount",
];

/// Before 扣 or 罚 these make something else of it: 折扣, 免罚.
const BEFORE: &str = "不未无免没折回抵";
/// Behind them, too: 扣前, 罚款返还.
const BEHIND: &str = "前后返退免补奖";

/// Tells lines of pay, and terms of sums, that are called a deduction and can only add.
pub(super) fn tell(odd: &Odd) -> Vec<Diagnostic> {
    let taken = taken_away(odd);
    let look = Look { odd, taken, paid: paid(odd) };
    let mut told = vec![];
    for step in &odd.policy.steps {
        match step {
            Step::Pay(pay) => told.extend(look.of_pay(pay)),
            Step::Value(step) => told.extend(look.of_value(step)),
            _ => {}
        }
    }
    told
}

/// The slots that are taken away from something, wherever that is.
fn taken_away(odd: &Odd) -> HashSet<SlotId> {
    let mut taken = HashSet::new();
    let rows = odd.policy.relations.iter().flat_map(|relation| &relation.steps);
    for expr in odd.policy.steps.iter().chain(rows).flat_map(Step::expressions) {
        expr.walk(&mut |expr| match &expr.kind {
            ExprKind::Negate(value) | ExprKind::Arithmetic { op: Operator::Sub, right: value, .. } => {
                taken.extend(value.slots());
            }
            _ => {}
        });
    }
    taken
}

/// The slots that pay adds, at once or as terms of what it adds.
fn paid(odd: &Odd) -> HashSet<SlotId> {
    let added = |expr| terms(expr).into_iter().filter(|term| term.added).filter_map(|term| term.expr.slot());
    let mut paid = HashSet::new();
    for step in odd.policy.steps.iter().rev() {
        match step {
            Step::Pay(pay) => paid.extend(pay.lines.iter().flat_map(|line| added(&line.value))),
            Step::Value(step) if paid.contains(&step.slot) => paid.extend(added(&step.value)),
            _ => {}
        }
    }
    paid
}

struct Look<'a> {
    odd: &'a Odd<'a>,
    taken: HashSet<SlotId>,
    paid: HashSet<SlotId>,
}

/// A term of a sum.
struct Term<'a> {
    expr: &'a Expr,
    /// Whether it is added, not taken away.
    added: bool,
    /// What stands before it, where something does.
    before: Option<&'a Expr>,
}

impl Look<'_> {
    fn of_pay(&self, pay: &Pay) -> Vec<Diagnostic> {
        let slot = |line: &PayLine| self.odd.policy.slot(line.slot);
        let all = pay.lines.iter().all(|line| slot(line).is_some_and(is_deduction));
        let Some(sum) = self.odd.policy.slot(pay.slot).filter(|sum| !all && !is_deduction(sum)) else { return vec![] };
        if self.taken.contains(&pay.slot) {
            return vec![];
        }
        let each = pay.lines.iter().filter(|line| !self.taken.contains(&line.slot));
        let each = each.filter_map(|line| Some((line, slot(line)?)));
        each.filter_map(|(line, slot)| match is_deduction(slot) {
            true => adds(&line.value).then(|| self.whole(line, slot, sum)),
            false => self.term(&line.value, sum),
        })
        .collect()
    }

    /// A sum with deductions and something that is none.
    fn of_value(&self, step: &ValueStep) -> Option<Diagnostic> {
        let slot = self.odd.policy.slot(step.slot)?;
        let named = matches!(slot.role, Role::Metric | Role::Let) && !is_deduction(slot);
        let terms = terms(&step.value);
        let mixed = || terms.iter().any(|term| term.added && self.deduction(term.expr).is_none() && adds(term.expr));
        let scored = || terms.iter().any(|term| term.expr.slot().is_some_and(|slot| self.is_score(slot)));
        let sum = || terms.len() > 1 && mixed() && (self.paid.contains(&step.slot) || scored());
        (named && sum()).then(|| self.term(&step.value, slot)).flatten()
    }

    fn is_score(&self, slot: SlotId) -> bool {
        let role = self.odd.policy.slot(slot).map(|slot| slot.role);
        matches!(role, Some(Role::Scores | Role::Points | Role::Weighted | Role::SectionPoints))
    }

    /// The whole line is a deduction.
    fn whole(&self, line: &PayLine, slot: &Slot, sum: &Slot) -> Diagnostic {
        let amount = match &line.value.kind {
            ExprKind::Round { value, .. } => value,
            _ => &line.value,
        };
        let name = slot.name.rsplit('.').next().unwrap_or(&slot.name);
        let told = self.told(line.written, name, sum);
        let bounded = line.bounds.at_least.is_some() || line.bounds.at_most.is_some();
        match self.negated(amount, line.written).filter(|_| !bounded) {
            Some(text) => told.arg("mend", "edit").arg("proposal", text.as_str()).edit(line.written, text),
            None => told.arg("mend", "bounds").arg("proposal", ""),
        }
    }

    /// A term of a sum is one.
    fn term(&self, value: &Expr, sum: &Slot) -> Option<Diagnostic> {
        let terms = terms(value);
        let found = terms.iter().filter(|term| term.added);
        let (term, name) = found.filter_map(|term| Some((term, self.deduction(term.expr)?))).next()?;
        let told = self.told(term.expr.span, name, sum);
        let (span, text) = match term.before.and_then(|before| self.plus(before, term.expr)) {
            Some(sign) => (sign, "-".to_owned()),
            None => (term.expr.span, format!("-{}", self.odd.text(term.expr))),
        };
        let proposal = match text.as_str() {
            "-" => format!("- {}", self.odd.text(term.expr)),
            whole => whole.to_owned(),
        };
        Some(told.arg("mend", "edit").arg("proposal", proposal).edit(span, text))
    }

    /// The plus between two terms.
    fn plus(&self, before: &Expr, term: &Expr) -> Option<Span> {
        let between = Span { start: before.span.end, end: term.span.start, ..term.span };
        let text = self.odd.sources.get(between.file)?.text.get(between.range())?;
        let (at, sign) = text.char_indices().find(|(_, c)| matches!(c, '+' | '＋'))?;
        let start = between.range().start + at;
        Some(Span::new(between.file, start, start + sign.len_utf8()))
    }

    fn told(&self, span: Span, name: &str, sum: &Slot) -> Diagnostic {
        Diagnostic::new(Code::AddedDeduction, span)
            .arg("name", name)
            .arg("sum", sum.name.as_str())
            .arg("text", self.odd.sources.slice(span))
    }

    /// What a term is called, where that is a deduction, it only adds and nothing takes it away.
    fn deduction(&self, expr: &Expr) -> Option<&str> {
        let factors = match &expr.kind {
            ExprKind::Arithmetic { op: Operator::Mul, left, right } => vec![left.slot(), right.slot()],
            _ => vec![expr.slot()],
        };
        let mut named = factors.into_iter().flatten().filter(|slot| !self.taken.contains(slot));
        let found =
            named.find_map(|slot| self.odd.policy.slot(slot).filter(|slot| is_deduction(slot) && is_sum(slot.ty)));
        Some(found?.name.as_str()).filter(|_| adds(expr))
    }

    /// The text with a minus before all of it.
    fn negated(&self, amount: &Expr, written: Span) -> Option<String> {
        let text = self.odd.sources.slice(written);
        Some(match &amount.kind {
            // `E when C`: the minus belongs to E.
            ExprKind::If { then, .. } if then.span.start == written.start => {
                let (value, condition) = text.split_at_checked(then.span.range().len())?;
                let value = if is_sum_of_terms(then) { format!("-({value})") } else { format!("-{value}") };
                format!("{value}{condition}")
            }
            _ if is_sum_of_terms(amount) => format!("-({text})"),
            _ => format!("-{text}"),
        })
    }
}

/// Whether a minus before the text would not be one before all of it.
fn is_sum_of_terms(expr: &Expr) -> bool {
    use ExprKind::{Arithmetic, If, Otherwise, Sum};
    let product = matches!(expr.kind, Arithmetic { op: Operator::Mul, .. });
    !product && matches!(expr.kind, Arithmetic { .. } | Sum(_) | If { .. } | Otherwise { .. })
}

/// The terms of a sum, each with its sign, through what only chooses among sums.
fn terms(expr: &Expr) -> Vec<Term<'_>> {
    let (mut found, mut open) = (vec![], vec![(expr, true, None)]);
    while let Some((expr, added, before)) = open.pop() {
        match &expr.kind {
            ExprKind::Round { value, .. } | ExprKind::Otherwise { value, .. } => open.push((value, added, before)),
            ExprKind::Negate(value) => open.push((value, !added, before)),
            ExprKind::Arithmetic { op: Operator::Add, left, right } => {
                open.extend([(&**right, added, Some(&**left)), (&**left, added, before)]);
            }
            ExprKind::Arithmetic { op: Operator::Sub, left, right } => {
                open.extend([(&**right, !added, None), (&**left, added, before)]);
            }
            ExprKind::If { then, otherwise, .. } => {
                open.extend([(&**otherwise, added, None), (&**then, added, None)]);
            }
            ExprKind::Extreme { values, .. } => open.extend(values.iter().rev().map(|value| (value, added, None))),
            _ => found.push(Term { expr, added, before }),
        }
    }
    found
}

/// Whether a value is never less than nothing and can be more.
fn adds(expr: &Expr) -> bool {
    let numbers = expr.domain.numbers().filter(|_| is_sum(expr.ty));
    numbers.is_some_and(|numbers| numbers.lo() >= Decimal::ZERO && numbers.hi() > Decimal::ZERO)
}

fn is_sum(ty: Type) -> bool {
    use crate::quantity::Dimension;
    matches!(ty, Type::Number(Dimension::MONEY | Dimension::POINTS))
}

/// Whether it is called a deduction.
fn is_deduction(slot: &Slot) -> bool {
    let own = slot.name.rsplit('.').next().unwrap_or(&slot.name);
    is_called(own) || slot.title.as_deref().is_some_and(is_called)
}

fn is_called(name: &str) -> bool {
    if let Some((before, behind)) = name.split_once(['扣', '罚']) {
        return !before.ends_with(|c| BEFORE.contains(c)) && !behind.contains(|c| BEHIND.contains(c));
    }
    let words: Vec<String> = words(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    has(&WORDS) && !has(&OTHERWISE)
}

/// The words of a name, `late_fine` and `lateFine` alike.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphabetic() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        lower = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphabetic()) {
            word.extend(c.to_lowercase());
        }
    }
    words
}
