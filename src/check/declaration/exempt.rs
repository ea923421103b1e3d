//! Items that can be left out for a person: the others are scaled up by one exact quotient.

use std::cmp::Ordering;

use super::super::context::Mean;
use super::build::{Build, NewSlot, number};
use super::roles;
use super::values::total;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Role, Share, SlotId, Total, Type};
use crate::quantity::{Decimal, Dimension, Domain, Number, Numbers};
use crate::source::Span;
use crate::syntax::keyword::Keyword;

/// An item as a part of a sum.
pub(super) struct Part {
    /// The item in it.
    pub share: Share,
    /// What it adds to what was earned; 0 where it is exempt.
    pub term: Expr,
}

/// A dividend and a divisor.
type Fraction = (Number, Number);

/// What an item scores, and 0 where it is exempt.
pub(super) fn counted(build: &Build, points: SlotId, span: Span) -> Expr {
    let value = build.read(points, span);
    if !value.optional {
        return value;
    }
    let nothing = number(Decimal::ZERO, Dimension::POINTS, span);
    let domain = value.domain.union(&nothing.domain);
    let ty = value.ty;
    let kind = ExprKind::Otherwise { value: Box::new(value), fallback: Box::new(nothing) };
    Expr { kind, ty, domain, optional: false, span }
}

/// Whether an item of a sum can be exempt.
pub(super) fn any(build: &Build, parts: &[Part]) -> bool {
    parts.iter().any(|part| is_exempt(build, part.share.points))
}

fn is_exempt(build: &Build, points: SlotId) -> bool {
    build.cx.slots.get(points.0).is_some_and(|slot| slot.optional)
}

/// Makes the slots of what was earned and what could be, and notes that their quotient is meant. In marks,
/// which are given as `full`, it is scaled to full marks.
pub(super) fn mean(build: &mut Build, owner: &str, span: Span, parts: Vec<Part>, full: Option<Decimal>) -> Total {
    let dimension = if full.is_some() { Dimension::POINTS } else { Dimension::PERCENT };
    let factor = full.unwrap_or(Decimal::ONE);
    let ends = [Ordering::Less, Ordering::Greater].map(|side| end(build, &parts, factor, side));
    let exempt = parts.iter().map(|part| part.share.points).filter(|points| is_exempt(build, *points)).collect();
    let shares = parts.iter().map(|part| share(build, &part.share, dimension, span)).collect();
    let possible = at_least(build, total(shares, dimension, span), &parts);
    let (items, terms) = parts.into_iter().map(|part| (part.share, part.term)).unzip();
    let earned = total(terms, Dimension::POINTS, span);
    let earned = hidden(build, format!("{owner}.earned"), earned);
    let possible = hidden(build, format!("{owner}.possible"), possible);
    let [least, greatest] = ends;
    let ends = least.zip(greatest).map(|(least, greatest)| [least, greatest]);
    build.cx.scope.means.insert(earned, Mean { possible, factor, ends, exempt });
    Total { name: owner.to_owned(), section: None, earned, possible: Some(possible), items, factor }
}

/// What can be earned, where for each label of a field some items count for certain.
fn at_least(build: &Build, possible: Expr, parts: &[Part]) -> Expr {
    let shares: Vec<Share> = parts.iter().map(|part| part.share.clone()).collect();
    let least = roles::least(build, &shares);
    let narrowed = least.and_then(|least| possible.domain.numbers()?.restrict_lo(least, true));
    match narrowed {
        Some(numbers) => Expr { domain: Domain::Numbers(numbers), ..possible },
        None => possible,
    }
}

/// A slot that the policy cannot name.
fn hidden(build: &mut Build, name: String, value: Expr) -> SlotId {
    let span = value.span;
    let slot = build.value(NewSlot::new(name.clone(), span, Role::Total), value);
    build.values.remove(&name);
    slot
}

/// What an item adds to what can be earned.
fn share(build: &Build, part: &Share, dimension: Dimension, span: Span) -> Expr {
    let whole = number(&part.share, dimension, span);
    if !is_exempt(build, part.points) {
        return whole;
    }
    let (ty, domain) = (whole.ty, Numbers::of([&Number::ZERO, &part.share]));
    let missing = Expr {
        kind: ExprKind::IsMissing(Box::new(build.read(part.points, span))),
        ty: Type::Bool,
        domain: Domain::ANY_BOOL,
        optional: false,
        span,
    };
    let kind = ExprKind::If {
        condition: Box::new(missing),
        then: Box::new(number(Decimal::ZERO, dimension, span)),
        otherwise: Box::new(whole),
    };
    Expr { kind, ty, domain: domain.map_or(Domain::Invalid, Domain::Numbers), optional: false, span }
}

/// The least (`side` is `Less`) or greatest mean over every choice of the items that count. An item that
/// can be exempt counts where it pulls the mean that way: taken in order of their own scores, these come first.
fn end(build: &Build, parts: &[Part], factor: Decimal, side: Ordering) -> Option<Fraction> {
    let mut always = (Number::ZERO, Number::ZERO);
    let mut free: Vec<Fraction> = vec![];
    for part in parts.iter().map(|part| &part.share).filter(|part| !part.share.is_zero()) {
        let numbers = build.cx.slots.get(part.points.0)?.domain.numbers()?;
        let score = if side == Ordering::Less { numbers.lo() } else { numbers.hi() };
        let most = score * &part.scale * Number::from(factor);
        if is_exempt(build, part.points) {
            free.push((most, part.share.clone()));
        } else {
            always = both(&always, &(most, part.share.clone()));
        }
    }
    free.sort_by(|one, two| {
        let order = compare(one, two);
        if side == Ordering::Less { order } else { order.reverse() }
    });
    let mut best = always;
    for one in free {
        if best.1.is_zero() || compare(&one, &best) == side {
            best = both(&best, &one);
        }
    }
    if best.1.is_zero() {
        best.1 = Number::ONE;
    }
    Some(best)
}

fn both(one: &Fraction, two: &Fraction) -> Fraction {
    (&one.0 + &two.0, &one.1 + &two.1)
}

/// Which of two quotients is greater; their divisors are above 0.
fn compare(one: &Fraction, two: &Fraction) -> Ordering {
    (&one.0 * &two.1).cmp(&(&two.0 * &one.1))
}

/// Tells a row that answers `missing` and may not.
pub(super) fn missing(build: &mut Build, span: Span, item: bool) {
    let told = Diagnostic::new(Code::MissingAnswer, span);
    if !item {
        build.tell(told);
        return;
    }
    let chinese = build.cx.sources.slice(span) == Keyword::Missing.zh();
    let word = if chinese { Keyword::Exempt.zh() } else { Keyword::Exempt.en() };
    build.tell(told.variant("score").arg("proposal", word).edit(span, word));
}
