//! Finds out what each item and section weighs, and that it all adds up exactly.

use super::super::expression::{Wanted, constant};
use super::build::Build;
use super::nodes::Outline;
use super::weights::{Amount, Part, Shares};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::Type;
use crate::quantity::{Decimal, Dimension, Number, Tongue, spell};
use crate::source::Span;
use crate::syntax::ast::{ExprKind, Share};

/// Finds out the parts and tells those that do not add up.
pub(super) fn settle(build: &mut Build, outline: &Outline) {
    let sections: Vec<Part> =
        outline.sections.iter().map(|section| part(build, section.share.as_ref(), section.name.span)).collect();
    let items: Vec<Part> =
        outline.scores.iter().map(|scored| part(build, scored.score.share.as_ref(), scored.score.name.span)).collect();
    build.shares = Shares { items, sections, broken: false };
    scored_twice(build, outline);
    alone(build, outline);
    let before = build.cx.diagnostics.len();
    if !unsaid(build, outline) && !mixed(build) && !build.shares.has_invalid() {
        sums(build, outline);
    }
    build.shares.broken = build.cx.diagnostics.len() > before || build.shares.has_invalid();
}

fn part(build: &mut Build, share: Option<&Share>, name: Span) -> Part {
    let (expr, dimension) = match share {
        Some(Share::Weight(expr)) => (expr, Dimension::PERCENT),
        Some(Share::OutOf(expr)) => (expr, Dimension::POINTS),
        None => return Part { amount: Amount::Unsaid, span: name, literal: false },
    };
    build.cx.fixed = Some("weight");
    let value = constant(&mut build.cx, expr, Wanted::Type(Type::Number(dimension))).and_then(|value| value.decimal());
    build.cx.fixed = None;
    let amount = match value {
        Some(value) if dimension == Dimension::PERCENT && (value < Decimal::ZERO || value > Decimal::ONE) => {
            refuse(build, expr.span, "weight", value, dimension)
        }
        Some(value) if dimension == Dimension::POINTS && value <= Decimal::ZERO => {
            refuse(build, expr.span, "out-of", value, dimension)
        }
        Some(value) if dimension == Dimension::PERCENT => Amount::Weight(value),
        Some(value) => Amount::OutOf(value),
        None => Amount::Invalid,
    };
    Part { amount, span: expr.span, literal: matches!(expr.kind, ExprKind::Literal(_)) }
}

fn refuse(build: &mut Build, span: Span, variant: &'static str, value: Decimal, dimension: Dimension) -> Amount {
    let quantity = Arg::Quantity(value.into(), dimension, build.cx.header.currency.clone());
    build.tell(Diagnostic::new(Code::BadConstant, span).variant(variant).arg("value", quantity));
    Amount::Invalid
}

fn scored_twice(build: &mut Build, outline: &Outline) {
    let mut seen = std::collections::HashMap::new();
    for (at, scored) in outline.scores.iter().enumerate() {
        let name = &scored.score.name;
        let Some(first) = seen.get(name.text.as_str()) else {
            seen.insert(name.text.as_str(), name.span);
            continue;
        };
        let told = Diagnostic::new(Code::ScoredTwice, name.span).arg("name", name.text.as_str());
        build.tell(told.label(*first, "first"));
        if let Some(part) = build.shares.items.get_mut(at) {
            part.amount = Amount::Invalid;
        }
    }
}

/// The only item of a policy, or of a section with a weight, is all of it without saying so.
fn alone(build: &mut Build, outline: &Outline) {
    let shares = &mut build.shares;
    let weighted =
        |shares: &Shares, at: usize| matches!(shares.sections.get(at).map(|s| s.amount), Some(Amount::Weight(_)));
    let mut sizes = vec![0_usize; outline.sections.len()];
    for at in outline.scores.iter().filter_map(|scored| scored.section) {
        if let Some(size) = sizes.get_mut(at) {
            *size += 1;
        }
    }
    for (at, scored) in outline.scores.iter().enumerate() {
        let only = match scored.section.filter(|section| weighted(shares, *section)) {
            Some(section) => sizes.get(section) == Some(&1),
            None => outline.scores.len() == 1,
        };
        if let Some(part) = shares.items.get_mut(at).filter(|part| only && part.amount == Amount::Unsaid) {
            part.amount = Amount::Weight(Decimal::ONE);
        }
    }
}

fn unsaid(build: &mut Build, outline: &Outline) -> bool {
    let lacking: Vec<usize> = (0..build.shares.items.len())
        .filter(|at| build.shares.items.get(*at).map(|p| p.amount) == Some(Amount::Unsaid))
        .collect();
    for at in &lacking {
        let Some(scored) = outline.scores.get(*at) else { continue };
        let told = Diagnostic::new(Code::NoShare, scored.score.name.span).arg("name", scored.score.name.text.as_str());
        build.tell(told);
        if let Some(part) = build.shares.items.get_mut(*at) {
            part.amount = Amount::Invalid;
        }
    }
    !lacking.is_empty()
}

fn mixed(build: &mut Build) -> bool {
    let parts = || build.shares.items.iter().chain(&build.shares.sections);
    let weight = parts().find(|part| matches!(part.amount, Amount::Weight(_))).map(|part| part.span);
    let out_of = parts().find(|part| matches!(part.amount, Amount::OutOf(_))).map(|part| part.span);
    let (Some(weight), Some(out_of)) = (weight, out_of) else { return false };
    // What the fewest say is the slip.
    let weighted = parts().filter(|part| matches!(part.amount, Amount::Weight(_))).count();
    let marked = parts().filter(|part| matches!(part.amount, Amount::OutOf(_))).count();
    let weights = weighted > marked || weighted == marked && weight < out_of;
    let (first, second) = if weights { (weight, out_of) } else { (out_of, weight) };
    build.tell(Diagnostic::new(Code::MixedShares, second).label(first, "first"));
    true
}

fn sums(build: &mut Build, outline: &Outline) {
    let shares = build.shares.clone();
    let mut top = vec![];
    let mut inner: Vec<Vec<Part>> = vec![vec![]; outline.sections.len()];
    for (part, scored) in shares.items.iter().zip(&outline.scores) {
        let section = scored.section.filter(|at| shares.sections.get(*at).is_some_and(|s| s.amount != Amount::Unsaid));
        match section.and_then(|at| inner.get_mut(at)) {
            Some(level) => level.push(*part),
            None => top.push(*part),
        }
    }
    for ((level, section), part) in inner.iter().zip(&outline.sections).zip(&shares.sections) {
        let whole = match part.amount {
            Amount::Weight(_) => Decimal::ONE,
            Amount::OutOf(figure) => figure,
            Amount::Unsaid | Amount::Invalid => continue,
        };
        add_up(build, level, whole, Some(section.name.text.as_str()));
    }
    top.extend(shares.sections.iter().filter(|part| part.amount != Amount::Unsaid));
    top.sort_by_key(|part| part.span);
    let out_of = top.iter().any(|part| matches!(part.amount, Amount::OutOf(_)));
    let whole = if out_of { build.cx.header.full_marks } else { Decimal::ONE };
    add_up(build, &top, whole, None);
}

/// Tells parts of one level that do not add up to the whole.
fn add_up(build: &mut Build, parts: &[Part], whole: Decimal, section: Option<&str>) {
    let figure = |part: &Part| match part.amount {
        Amount::Weight(figure) | Amount::OutOf(figure) => figure,
        Amount::Unsaid | Amount::Invalid => Decimal::ZERO,
    };
    let sum: Number = parts.iter().map(|part| Number::from(figure(part))).sum();
    let Some((first, rest)) = parts.split_first().filter(|_| sum != whole) else { return };
    let weights = matches!(first.amount, Amount::Weight(_));
    let (code, dimension) =
        if weights { (Code::WeightSum, Dimension::PERCENT) } else { (Code::FullMarksSum, Dimension::POINTS) };
    let currency = build.cx.header.currency.clone();
    let quantity = |value: Number| Arg::Quantity(value, dimension, currency.clone());
    let lacking = Number::from(whole) - &sum;
    let told = Diagnostic::new(code, first.span)
        .variant(if section.is_some() { "section" } else { "" })
        .arg("section", section.unwrap_or_default())
        .arg("sum", quantity(sum))
        .arg("whole", quantity(whole.into()))
        .arg("difference", quantity(lacking.abs()))
        .arg("side", if lacking > Decimal::ZERO { "lacking" } else { "over" });
    let mut told = rest.iter().fold(told, |told, part| told.label(part.span, "part"));
    let mends = |part: &&Part| {
        let mended = Number::from(figure(part)) + &lacking;
        // Fewer marks would put the item's own rows out of range; and who is far off meant no slip of one weight.
        let near = &mended + &mended >= figure(part);
        let fits = if weights { near } else { lacking > Decimal::ZERO };
        fits && part.literal && mended > Decimal::ZERO && mended <= whole
    };
    // Which of several is wrong is for the writer to say.
    let mut candidates = parts.iter().filter(mends);
    if let (Some(part), None) = (candidates.next(), candidates.next()) {
        let mended = Number::from(figure(part)) + &lacking;
        let text = spell(mended, dimension, &currency, Tongue::En);
        told = told.arg("mend", "yes").arg("was", quantity(figure(part).into())).arg("mended", text.as_str());
        told = told.edit(part.span, text);
    } else {
        let over = section.is_none() && weights && lacking < Number::ZERO;
        told = told.arg("mend", if over { "over" } else { "no" }).arg("was", "").arg("mended", "");
    }
    build.tell(told);
}
