//! Items, sections and their sum.

use super::super::context::Entity;
use super::super::expression::present;
use super::super::resolve;
use super::attributes::only_decimals;
use super::build::{Build, NewSlot, number};
use super::exempt::{self, Part};
use super::nodes::{Outline, Scored};
use super::role_sums;
use super::rows::{Answer, values_of};
use super::tables;
use super::types::fitted;
use super::types::{self, Declared};
use super::values::total;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{
    Bare, Expr, ExprKind, Item, Operator, Pattern, Role, Row, RowValue, Section, Share, SlotId, Total, Type,
};
use crate::quantity::{Decimal, Dimension, Domain, Number, Numbers, TimeUnit, spell_number};
use crate::source::Span;
use crate::syntax::{Keyword, ast};

const POINTS: Type = Type::Number(Dimension::POINTS);

/// Lowers an item: `X.points` and `X.weighted`.
pub(super) fn item(build: &mut Build, outline: &Outline, scored: Scored, at: usize) {
    let score = scored.score;
    let full = build.shares.out_of(at).unwrap_or(build.cx.header.full_marks);
    let points = points(build, outline, score, full);
    let (own, of_section) = build.shares.weights(at, scored.section);
    let weight = Number::from(own) * Number::from(of_section);
    let read = exempt::counted(build, points, score.name.span);
    let value = if build.shares.out_of(at).is_some() { read } else { times(read, &weight) };
    let new =
        NewSlot::new(resolve::member_name(&score.name.text, Keyword::WeightedMember), score.name.span, Role::Weighted);
    let weighted = build.value(new.title(score.title.as_ref()), value);
    build.member(&score.name.text, Keyword::PointsMember.en(), points);
    build.member(&score.name.text, Keyword::WeightedMember.en(), weighted);
    if score.is_new() {
        build.name(&score.name.text, points);
    }
    let item = Item {
        name: score.name.text.clone(),
        title: score.title.as_ref().map(|title| title.text.clone()),
        section: scored.section,
        points,
        weighted,
        full,
        weight,
        span: score.span,
    };
    if let Some(free) = build.items.get_mut(at) {
        *free = Some(item);
    }
}

fn points(build: &mut Build, outline: &Outline, score: &ast::Score, full: Decimal) -> SlotId {
    only_decimals(build, &score.attributes, false);
    let span = score.name.span;
    let declared = Declared { ty: POINTS, count: false, time_unit: TimeUnit::Second, bare: Bare::Plain, span };
    let step = types::step(&mut build.cx, &declared, score.attributes.decimals);
    if let Some(written) = &score.rows {
        let answer = Answer { ty: POINTS, optional: false, step, item: true, place: score.span };
        let before = build.cx.diagnostics.len();
        let (slot, rows) = tables::score(build, score, written, answer);
        needs_value(build, before, &score.name);
        rows_in_range(build, &score.name, &rows, full);
        return slot;
    }
    let own = ast::Expr { kind: ast::ExprKind::Name(score.name.clone()), span };
    let before = build.cx.diagnostics.len();
    let value = fitted(&mut build.cx, score.formula.as_ref().unwrap_or(&own), POINTS, step);
    if score.formula.is_none() {
        needs_rows(build, before);
    }
    let value = present(&mut build.cx, value);
    in_range(build, outline, score, &value, full);
    let new = NewSlot::new(resolve::member_name(&score.name.text, Keyword::PointsMember), span, Role::Points);
    let new = new.written(score.formula.as_ref().unwrap_or(&own).span);
    build.value(new.title(score.title.as_ref()), Expr { ty: POINTS, optional: false, ..value })
}

/// What an item takes over and is of another type needs no unit, but rows that score it.
fn needs_rows(build: &mut Build, before: usize) {
    let told = build.cx.diagnostics.iter_mut().skip(before).find(|told| told.code == Code::TypeMismatch);
    if let Some(told) = told {
        told.variant = "itself";
        told.edits.clear();
    }
}

/// An item is scored by what its name means, or by what stands behind `by`.
fn needs_value(build: &mut Build, before: usize, name: &ast::Name) {
    let told = build.cx.diagnostics.iter_mut().skip(before);
    if let Some(told) = told.into_iter().find(|told| told.code == Code::UnknownName && told.span == name.span) {
        told.narrowed("item");
    }
}

/// Tells the rows that score more than the item's full marks, or less than nothing.
fn rows_in_range(build: &mut Build, name: &ast::Name, rows: &[Row], full: Decimal) {
    for row in rows {
        let Some(value) = row.values.first() else { continue };
        // What does not say for whom it is was told, and may be no row at all.
        if row.patterns.contains(&Pattern::Invalid) {
            continue;
        }
        let Some(Domain::Numbers(numbers)) = values_of(value) else { continue };
        if numbers.within(Decimal::ZERO, full) {
            continue;
        }
        let over = numbers.hi() > full;
        let told = out_of_range(build, row.span, name, &numbers, full)
            .variant("row")
            .arg("side", if over { "over" } else { "under" })
            .label(name.span, "item");
        // Which of the two figures is wrong is for the writer to say.
        let literal = matches!(value, RowValue::Expr(expr) if over && matches!(expr.kind, ExprKind::Constant(_)));
        build.tell(told.arg("mend", if literal { "yes" } else { "no" }));
    }
}

/// Tells an item that takes over values which leave its range.
fn in_range(build: &mut Build, outline: &Outline, score: &ast::Score, value: &Expr, full: Decimal) {
    let Some(numbers) = value.domain.numbers().filter(|numbers| !numbers.within(Decimal::ZERO, full)) else { return };
    let name = &score.name;
    let field = outline.fields.iter().find(|field| score.formula.is_none() && field.name.text == name.text);
    let Some(field) = field else {
        let told = out_of_range(build, value.span, name, numbers, full);
        build.tell(told);
        return;
    };
    let proposal = format!("in [0, {}]", spell_number(full));
    let told = out_of_range(build, name.span, name, numbers, full).variant("field").arg("proposal", proposal.as_str());
    let told = told.label(field.span, "field");
    build.tell(match &field.attributes.domain {
        Some(_) => told,
        None => told.edit(field.ty.span.after(), format!(" {proposal}")),
    });
}

fn out_of_range(build: &Build, span: Span, name: &ast::Name, numbers: &Numbers, full: Decimal) -> Diagnostic {
    let quantity = |value| Arg::Quantity(value, Dimension::POINTS, build.cx.header.currency.clone());
    let witness = if numbers.hi() > full { numbers.hi() } else { numbers.lo() };
    Diagnostic::new(Code::ScoreOutOfRange, span)
        .arg("name", name.text.as_str())
        .arg("value", quantity(witness))
        .arg("full", quantity(full.into()))
}

/// Lowers a section: `S.points` and `S.weighted`.
pub(super) fn section(build: &mut Build, outline: &Outline, section: &ast::Section, at: usize) {
    let weight = build.shares.weights(usize::MAX, Some(at)).1;
    let members: Vec<usize> = (0..outline.scores.len())
        .filter(|place| outline.scores.get(*place).and_then(|s| s.section) == Some(at))
        .collect();
    let has_weight = matches!(section.share, Some(ast::Share::Weight(_)));
    let (name, span) = (&section.name.text, section.name.span);
    let parts = members.into_iter().filter_map(|place| {
        let item = build.items.get(place)?.as_ref()?;
        let own = build.shares.weights(place, None).0;
        let term = if has_weight {
            times(exempt::counted(build, item.points, span), &own.into())
        } else {
            build.read(item.weighted, span)
        };
        let own = if has_weight { own.into() } else { item.weight.clone() };
        Some(Part { share: Share { points: item.points, scale: own.clone(), share: own }, term })
    });
    let parts: Vec<Part> = parts.collect();
    let sum = if has_weight && exempt::any(build, &parts) {
        exempt::mean(build, name, span, parts, None)
    } else {
        let new = NewSlot::new(resolve::member_name(name, Keyword::PointsMember), span, Role::SectionPoints)
            .title(section.title.as_ref());
        plain(build, new, parts, false)
    };
    let points = sum.earned;
    build.totals.push(Total { name: resolve::member_name(name, Keyword::PointsMember), section: Some(at), ..sum });
    let part = times_where(build.read(points, section.name.span), has_weight.then_some(weight));
    let new = NewSlot::new(resolve::member_name(name, Keyword::WeightedMember), section.name.span, Role::Weighted);
    let weighted = build.value(new.title(section.title.as_ref()), part);
    build.member(name, Keyword::PointsMember.en(), points);
    build.member(name, Keyword::WeightedMember.en(), weighted);
    build.entity(&section.name, Entity::Group(section.name.span));
    if let Some(free) = build.sections.get_mut(at) {
        *free = Some(Section { name: name.clone(), points, weighted, span: section.span });
    }
}

/// Lowers `scores`, the exact sum over all items; where one can be exempt, what is rounded as a quotient.
pub(super) fn scores(build: &mut Build, span: Span) {
    let marks = (0..build.items.len()).any(|at| build.shares.out_of(at).is_some());
    let parts = build.items.iter().flatten().map(|item| {
        let share = if marks { item.full.into() } else { item.weight.clone() };
        let share = Share { points: item.points, scale: item.weight.clone(), share };
        Part { share, term: build.read(item.weighted, item.span) }
    });
    let parts: Vec<Part> = parts.collect();
    let sum = if exempt::any(build, &parts) {
        exempt::mean(build, Keyword::Scores.en(), span, parts, marks.then_some(build.cx.header.full_marks))
    } else {
        plain(build, NewSlot::new(Keyword::Scores.en(), span, Role::Scores), parts, build.shares.broken)
    };
    role_sums::tell(build);
    resolve::scores().into_iter().for_each(|word| build.name(word, sum.earned));
    build.totals.push(sum);
}

/// The exact sum of items that always count. Where the shares are broken, what they are to be is not known; the total
/// will reach full marks once they are mended.
fn plain(build: &mut Build, new: NewSlot, parts: Vec<Part>, broken: bool) -> Total {
    let (items, terms): (Vec<Share>, Vec<Expr>) = parts.into_iter().map(|part| (part.share, part.term)).unzip();
    let mut sum = total(terms, Dimension::POINTS, new.span);
    if broken {
        sum.domain = mended(build, &items, &sum.domain).map_or(sum.domain, Domain::Numbers);
    }
    let (name, earned) = (new.name.clone(), build.value(new, sum));
    Total { name, section: None, earned, possible: None, items, factor: Decimal::ONE }
}

/// What a sum will come to once its shares make a whole: a mean of the points, whatever each weighs.
fn mended(build: &Build, items: &[Share], sum: &Domain) -> Option<Numbers> {
    let step = match sum.numbers()? {
        Numbers::Range { step, .. } => step.clone(),
        Numbers::Values(_) => Number::ONE,
    };
    let marks = (0..items.len()).any(|at| build.shares.out_of(at).is_some());
    let least = |share: &Share| Some(build.cx.slots.get(share.points.0)?.domain.numbers()?.lo());
    let least = items.iter().map(least).collect::<Option<Vec<_>>>()?.into_iter().min().filter(|_| !marks);
    let full = Number::from(build.cx.header.full_marks);
    Numbers::between((least.unwrap_or(Number::ZERO), true), (full, true), step)
}

fn times_where(value: Expr, weight: Option<Decimal>) -> Expr {
    match weight {
        Some(weight) => times(value, &weight.into()),
        None => value,
    }
}

fn times(value: Expr, weight: &Number) -> Expr {
    let span = value.span;
    let domain = value.domain.numbers().map(|numbers| numbers.mul(&Numbers::one(weight)));
    let domain = domain.map_or(Domain::Invalid, Domain::Numbers);
    let right = Box::new(number(weight, Dimension::PERCENT, span));
    let kind = ExprKind::Arithmetic { op: Operator::Mul, left: Box::new(value), right };
    Expr { kind, ty: POINTS, domain, optional: false, span }
}
