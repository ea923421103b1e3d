//! Functions over many values: the rows of details or a lookup, the records of a cohort, earlier periods.
//!
//! What is over the rows of a record stays in its expression. Everything else is found for all records at
//! once: it becomes a slot with a step of its own, and the expression reads that slot.

mod cohort;
mod domain;
mod history;
mod members;
mod options;

use super::super::context::{Context, Entity};
use super::super::{names, resolve};
use super::expected::{Expected, RoundTo};
use super::{build, grade};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Aggregate, Expr, ExprKind, Many, OverRows, RelationId, RelationKind, Role, Slot, SlotId, Step, Type};
use crate::quantity::{Decimal, Domain, Rounding, TimeUnit};
use crate::source::Span;
use crate::syntax::ast::{self, Call, OptionValue};
use crate::syntax::keyword::Keyword;
use members::Members;
use options::Options;

/// Checks a call of a function over many values.
pub(super) fn call(cx: &mut Context, span: Span, (it, word): (&Call, Keyword), expected: Expected) -> Expr {
    let aggregate = match word {
        Keyword::Rank => return cohort::rank(cx, span, it),
        Keyword::Allocate => return cohort::allocate(cx, span, it),
        Keyword::Previous => return history::previous(cx, span, it, expected.ty),
        Keyword::Streak => return history::streak(cx, span, it),
        Keyword::Average => match expected.round {
            Some(RoundTo { step, mode, .. }) => Aggregate::Average { step, mode },
            None => return unrounded(cx, span, it),
        },
        Keyword::Sum => Aggregate::Sum,
        Keyword::Count => Aggregate::Count,
        Keyword::Min => Aggregate::Least,
        Keyword::Max => Aggregate::Greatest,
        Keyword::Every => Aggregate::Every,
        _ => Aggregate::Some,
    };
    self::aggregate(cx, span, it, aggregate)
}

/// What the many values of an aggregate are.
enum Over<'a> {
    /// The rows of details that belong to the record.
    Details(RelationId),
    /// The rows of a lookup.
    Lookup(RelationId),
    /// The records of a group.
    Group(&'a OptionValue),
    /// Periods of the same key.
    Periods(&'a OptionValue),
}

fn aggregate(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate) -> Expr {
    if cx.in_block {
        return options::in_block(cx, span, it);
    }
    let Some(options) = Options::read(cx, it, &[Keyword::Within, Keyword::Over]) else { return build::invalid(span) };
    let over = match (options.get(Keyword::Within), options.get(Keyword::Over)) {
        (Some(group), None) => Over::Group(group),
        (None, Some(value)) => match relation_of(cx, value) {
            Some((relation, RelationKind::Lookup)) => Over::Lookup(relation),
            Some((_, RelationKind::Details)) => return options::over_details(cx, value, it),
            None => Over::Periods(value),
        },
        (None, None) => match details_of(cx, it).as_slice() {
            [one] => Over::Details(*one),
            found => return over_nothing(cx, span, it, found),
        },
        (Some(_), Some(_)) => return options::both(cx, span, it),
    };
    match over {
        Over::Details(relation) => of_rows(cx, span, it, aggregate, relation),
        Over::Lookup(relation) => over_rows(cx, span, it, aggregate, relation),
        Over::Group(group) => cohort::aggregate(cx, span, it, aggregate, group),
        Over::Periods(window) => history::aggregate(cx, span, it, aggregate, window),
    }
}

/// Checks an aggregate over the rows that belong to the record, of which the conditions around it tell something.
fn of_rows(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate, relation: RelationId) -> Expr {
    let around = cx.row.replace(relation);
    // What a condition tells of one row tells nothing of the others.
    let facts = cx.facts.clone();
    if let Some(relation) = cx.relations.get(relation.0) {
        cx.facts.forget(&|slot| relation.place(slot).is_some());
    }
    let members = members::check(cx, span, it, aggregate);
    (cx.row, cx.facts) = (around, facts);
    let Some(members) = members else { return build::invalid(span) };
    let Some(domain) = domain::of(cx, &members, aggregate, domain::ROWS, span) else { return build::invalid(span) };
    let (ty, optional) = (members.ty(aggregate), members.can_be_absent(aggregate, true));
    let many = Box::new(many(members, aggregate));
    Expr { kind: ExprKind::OfRows { relation, many }, ty, domain, optional, span }
}

/// Checks an aggregate over all rows of a lookup.
fn over_rows(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate, relation: RelationId) -> Expr {
    let members = apart(cx, Some(relation), |cx| members::check(cx, span, it, aggregate));
    let Some(members) = members else { return build::invalid(span) };
    let Some(domain) = domain::of(cx, &members, aggregate, domain::RUN, span) else { return build::invalid(span) };
    let (ty, optional) = (members.ty(aggregate), members.can_be_absent(aggregate, true));
    let many = many(members, aggregate);
    lift(cx, Lifted { ty, domain, optional, span }, |slot| Step::OverRows(OverRows { slot, relation, many }))
}

fn many(members: Members, aggregate: Aggregate) -> Many {
    Many { aggregate, value: members.value, filter: members.filter }
}

/// What something that is found for all records at once is.
struct Lifted {
    ty: Type,
    domain: Domain,
    optional: bool,
    span: Span,
}

/// Gives something that is found for all records at once a slot and a step; what is asked for twice has one.
fn lift(cx: &mut Context, lifted: Lifted, step: impl FnOnce(SlotId) -> Step) -> Expr {
    let Lifted { ty, domain, optional, span } = lifted;
    let step = step(SlotId(cx.slots.len()));
    let here = |slot: &Slot| slot.role == Role::Joint && slot.span == span;
    let known = cx.lifted.iter().filter(|known| known.alike(&step)).flat_map(Step::outputs);
    let known = known.chain(cx.slots.iter().position(here).map(SlotId));
    let same = |id: &SlotId| cx.slots.get(id.0).is_some_and(|slot| slot.ty == ty);
    let slot = known.into_iter().find(same).unwrap_or_else(|| {
        let slot = SlotId(cx.slots.len());
        cx.slots.push(Slot {
            name: cx.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" "),
            title: None,
            ty,
            domain: domain.clone(),
            optional,
            time_unit: TimeUnit::Second,
            span,
            role: Role::Joint,
        });
        cx.lifted.push(step.clone());
        cx.joint.push(step);
        slot
    });
    let (domain, optional) = match cx.facts.slots.get(&slot) {
        Some(fact) => (fact.domain.clone(), fact.optional),
        None => (domain, optional),
    };
    Expr { kind: ExprKind::Slot(slot), ty, domain, optional, span }
}

/// Checks what is about other records, of which the conditions around the place tell nothing.
fn apart<T>(cx: &mut Context, row: Option<RelationId>, check: impl FnOnce(&mut Context) -> T) -> T {
    let facts = std::mem::take(&mut cx.facts);
    let around = std::mem::replace(&mut cx.row, row);
    let checked = check(cx);
    (cx.facts, cx.row) = (facts, around);
    checked
}

/// The lookup, or details, that `over:` names.
fn relation_of(cx: &mut Context, value: &OptionValue) -> Option<(RelationId, RelationKind)> {
    let OptionValue::Expr(ast::Expr { kind: ast::ExprKind::Name(word), .. }) = value else { return None };
    match resolve::name(cx, word) {
        Some(Entity::Relation(id)) => Some((id, cx.relations.get(id.0)?.kind)),
        _ => None,
    }
}

/// The details whose rows the arguments of a call are about.
fn details_of(cx: &Context, it: &Call) -> Vec<RelationId> {
    let exprs = it.arguments.iter().chain(it.filter.as_deref());
    let names = exprs.flat_map(names::of_expr);
    let mut found: Vec<RelationId> = names
        .filter_map(|used| match resolve::meaning(cx, &used.name.text) {
            Some(Entity::Relation(id)) => Some(id),
            _ => None,
        })
        .filter(|id| cx.relations.get(id.0).is_some_and(|relation| relation.kind == RelationKind::Details))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Tells an aggregate that does not say over what, or that is about two tables.
fn over_nothing(cx: &mut Context, span: Span, it: &Call, found: &[RelationId]) -> Expr {
    if !tells_unknown(cx, it) {
        let close = Span { start: span.end.saturating_sub(1), ..span };
        let told = Diagnostic::new(Code::BadOption, span).arg("function", it.function.text.as_str());
        let blocks = found.iter().filter_map(|id| cx.relations.get(id.0)).map(|it| Arg::from(it.name.as_str()));
        let blocks: Vec<Arg> = blocks.collect();
        cx.tell(match blocks.is_empty() {
            true if it.arguments.len() > 1 && Keyword::among(&it.function.text, &[Keyword::Sum]).is_some() => {
                let parts: Vec<&str> = it.arguments.iter().map(|part| cx.sources.slice(part.span).trim()).collect();
                let proposal = format!("({})", parts.join(" + "));
                told.variant("over-terms").arg("proposal", proposal.clone()).edit(span, proposal)
            }
            true => {
                let lead = if it.arguments.is_empty() { "within: all" } else { ", within: all" };
                told.variant("over-nothing").edit(Span { end: close.start, ..close }, lead)
            }
            false => told.variant("two-tables").arg("blocks", Arg::List(blocks)),
        });
    }
    build::invalid(span)
}

/// Whether a name in a call was told as an error, or is now, since nothing is called so.
fn tells_unknown(cx: &mut Context, it: &Call) -> bool {
    let (checked, mut further) = cx.probe(|cx| {
        let checked = it.arguments.iter().map(|argument| apart(cx, None, |cx| cx.infer(argument, Expected::default())));
        checked.collect::<Vec<Expr>>()
    });
    let silent = further.is_empty() && checked.iter().any(|checked| checked.ty == Type::Invalid);
    further.retain(|told| told.code == Code::UnknownName);
    let unknown = !further.is_empty();
    cx.diagnostics.append(&mut further);
    silent || unknown
}

/// Tells a mean that is not rounded.
fn unrounded(cx: &mut Context, span: Span, it: &Call) -> Expr {
    let whole = Aggregate::Average { step: Decimal::ONE, mode: Rounding::HalfUp };
    let (checked, told) = cx.noted(|cx| aggregate(cx, span, it, whole));
    if checked.ty == Type::Invalid {
        cx.diagnostics.extend(told);
        return checked;
    }
    let text = cx.sources.slice(span).to_owned();
    let unit = match checked.ty {
        Type::Number(dimension) => cx.unit(dimension).unwrap_or_default(),
        _ => String::new(),
    };
    let proposal = format!("round({text}, 0.01{unit})");
    let told = Diagnostic::new(Code::UnroundedQuotient, span).variant("average").arg("quotient", text);
    cx.tell(told.arg("proposal", proposal.clone()).edit(span, proposal));
    build::invalid(span)
}

/// Notes the grade whose labels a value over several records has.
fn graded(cx: &mut Context, of: &Expr, found: &Expr) {
    if let (Some(grade), ExprKind::Slot(slot)) = (grade::of(cx, of), &found.kind) {
        cx.scope.graded.insert(Entity::Slot(*slot), grade);
    }
}
