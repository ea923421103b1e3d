//! Functions over the records of a period.

use super::super::super::context::Context;
use super::super::{build, facts, refuse, units};
use super::members::{self, Members};
use super::options::{self, Options};
use super::{Lifted, apart, domain, lift};
use crate::diagnostic::{Absence, Code, Diagnostic};
use crate::ir::{Aggregate, Allocate, Cohort, CohortFunction, Expr, Many, Rank, Step, Type};
use crate::quantity::{Decimal, Dimension, Domain, Number, Numbers};
use crate::source::Span;
use crate::syntax::ast::{self, Call, OptionValue};
use crate::syntax::keyword::Keyword;

/// Checks `sum(x, within: g)` and its like.
pub(super) fn aggregate(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate, group: &OptionValue) -> Expr {
    let checked = apart(cx, None, |cx| {
        let within = within(cx, group, it)?;
        Some((members::check(cx, span, it, aggregate)?, within))
    });
    let Some((members, within)) = checked else { return build::invalid(span) };
    let Some(domain) = domain::of(cx, &members, aggregate, domain::GROUP, span) else { return build::invalid(span) };
    let (ty, optional) = (members.ty(aggregate), members.can_be_absent(aggregate, false));
    let Members { value, filter } = members;
    let function = CohortFunction::Aggregate(Many { aggregate, value, filter });
    lift(cx, Lifted { ty, domain, optional, span }, |slot| Step::Cohort(Cohort { slot, function, within }))
}

/// The values that tell one group from another; of `all`, none.
fn within(cx: &mut Context, group: &OptionValue, it: &Call) -> Option<Vec<Expr>> {
    let keys: Vec<&ast::Expr> = match group {
        OptionValue::Expr(expr) if options::is_word(expr, Keyword::All) => vec![],
        OptionValue::Expr(expr) => vec![expr],
        OptionValue::Set(exprs, _) => exprs.iter().collect(),
        OptionValue::Periods { span, .. } => {
            return options::wrong(cx, *span, it, "within");
        }
    };
    let keys: Vec<Option<Expr>> = keys.into_iter().map(|key| members::operand(cx, key)).collect();
    keys.into_iter().collect()
}

/// Checks `rank(x, within: g, ties: shared)`.
pub(super) fn rank(cx: &mut Context, span: Span, it: &Call) -> Expr {
    let allowed = [Keyword::Within, Keyword::Ties, Keyword::Then, Keyword::Order];
    let Some(options) = Options::read(cx, it, &allowed) else { return build::invalid(span) };
    let [value] = it.arguments.as_slice() else { return refuse::bad_arguments(cx, it, span) };
    if cx.in_block {
        return options::in_block(cx, span, it);
    }
    let Some(group) = options.get(Keyword::Within) else {
        return options::lacking(cx, span, it, "within", "within: all");
    };
    let then = options.expression(Keyword::Then);
    let dense = match options.expression(Keyword::Ties) {
        Some(word) if options::is_word(word, Keyword::Shared) => false,
        Some(word) if options::is_word(word, Keyword::Dense) => true,
        Some(word) => return options::wrong_word(cx, word, it, "ties"),
        None if then.is_some() => false,
        None => return options::lacking(cx, span, it, "ties", "ties: shared"),
    };
    let ascending = match options.expression(Keyword::Order) {
        None => false,
        Some(word) if options::is_word(word, Keyword::Ascending) => true,
        Some(word) => return options::order(cx, word, it),
    };
    let checked = apart(cx, None, |cx| {
        let within = within(cx, group, it)?;
        let filter = it.filter.as_deref().map(|filter| members::filter(cx, filter));
        let filter = filter.map(|filter| (filter.ty != Type::Invalid).then_some(filter));
        let filter = match filter {
            Some(None) => return None,
            filter => filter.flatten(),
        };
        if let Some(filter) = &filter {
            cx.facts = facts::narrowed(cx, filter, true);
        }
        let told = cx.diagnostics.len();
        let value = ranked(cx, value, it);
        members::offer_filter(cx, span, it, told);
        let value = value?;
        let then = then.map(|then| ranked(cx, then, it));
        match then {
            Some(None) => None,
            then => Some((within, Rank { value, then: then.flatten(), filter, ascending, dense })),
        }
    });
    let Some((within, rank)) = checked else { return build::invalid(span) };
    let Some(places) = domain::count(domain::GROUP) else { return build::invalid(span) };
    let optional = rank.filter.is_some();
    let (ty, domain) = (Type::Number(Dimension::NUMBER), Domain::Numbers(places));
    let function = CohortFunction::Rank(rank);
    lift(cx, Lifted { ty, domain, optional, span }, |slot| Step::Cohort(Cohort { slot, function, within }))
}

/// A value by which people are ranked: a number, or a date.
fn ranked(cx: &mut Context, expr: &ast::Expr, it: &Call) -> Option<Expr> {
    let value = members::operand(cx, expr)?;
    if !matches!(value.ty, Type::Number(_) | Type::Calendar(_)) {
        refuse::no_operator(cx, &value, &it.function.text);
        return None;
    }
    Some(value)
}

/// Checks `allocate(pool, by: x, within: g)`.
pub(super) fn allocate(cx: &mut Context, span: Span, it: &Call) -> Expr {
    let Some(options) = Options::read(cx, it, &[Keyword::By, Keyword::Within]) else { return build::invalid(span) };
    let [pool] = it.arguments.as_slice() else { return refuse::bad_arguments(cx, it, span) };
    if cx.in_block {
        return options::in_block(cx, span, it);
    }
    let Some(group) = options.get(Keyword::Within) else {
        return options::lacking(cx, span, it, "within", "within: all");
    };
    let Some(by) = options.expression(Keyword::By) else { return options::lacking(cx, span, it, "by", "by: x") };
    if !cx.identity.keyed {
        cx.tell(Diagnostic::new(Code::BadPool, span).variant("key").absence(Absence::Key));
        return build::invalid(span);
    }
    let checked = apart(cx, None, |cx| {
        let within = within(cx, group, it)?;
        let pool = members::number(cx, pool, &it.function.text)?;
        Some((within, pool, members::number(cx, by, &it.function.text)?))
    });
    let Some((within, pool, by)) = checked else { return build::invalid(span) };
    let Some(domain) = parts(cx, &pool, &by) else { return build::invalid(span) };
    let nothing = by.domain.numbers().is_none_or(|numbers| numbers.contains(Decimal::ZERO));
    let (ty, optional) = (pool.ty, nothing);
    let step = cx.header.minor_unit;
    let function = CohortFunction::Allocate(Allocate { pool, by, step });
    lift(cx, Lifted { ty, domain, optional, span }, |slot| Step::Cohort(Cohort { slot, function, within }))
}

/// What a part of a pool can be. The pool is an amount of money that can be paid, and what it is shared out
/// by is never below 0.
fn parts(cx: &mut Context, pool: &Expr, by: &Expr) -> Option<Domain> {
    let (amounts, dimension) = build::as_number(pool)?;
    let (weights, by_dimension) = build::as_number(by)?;
    let minor = cx.header.minor_unit;
    let text = |expr: &Expr| cx.sources.slice(expr.span).to_owned();
    let told = |variant: &'static str, expr: &Expr| {
        Diagnostic::new(Code::BadPool, expr.span).variant(variant).arg("text", text(expr))
    };
    let payable = amounts.step().is_multiple(&minor.into());
    let problem = if dimension != Dimension::MONEY {
        told("money", pool).arg("found", units::type_arg(cx, pool.ty))
    } else if !payable {
        let unit = cx.unit(dimension).unwrap_or_default();
        let proposal = format!("round({}, {}{unit})", text(pool), crate::quantity::spell_number(minor));
        told("round", pool).arg("proposal", proposal.clone()).edit(pool.span, proposal)
    } else if weights.lo() < Decimal::ZERO {
        let unit = cx.unit(by_dimension).unwrap_or_default();
        let proposal = format!("max({}, 0{unit})", text(by));
        told("negative", by).arg("proposal", proposal.clone()).edit(by.span, proposal)
    } else {
        let (lo, hi) = (amounts.lo().min(Number::ZERO), amounts.hi().max(Number::ZERO));
        return Numbers::between((lo, true), (hi, true), minor).map(Domain::Numbers);
    };
    cx.tell(problem);
    None
}
