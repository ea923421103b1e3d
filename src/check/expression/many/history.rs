//! Functions over the periods of one key.

use num_traits::ToPrimitive;

use super::super::super::context::Context;
use super::super::super::keep;
use super::super::expected::Expected;
use super::super::units::Wanted;
use super::super::{build, constant, expression, present, refuse};
use super::members::Members;
use super::options;
use super::{Lifted, apart, domain, graded, lift};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::ir::{
    Aggregate, Expr, ExprKind, History, HistoryFunction, RelationKind, Step, Type, Value, ValueStep, Window,
};
use crate::quantity::{Calendar, Decimal, Dimension, Domain};
use crate::source::Span;
use crate::syntax::ast::{self, Call, OptionValue};
use crate::syntax::keyword::Keyword;

/// More periods than this nobody looks back: a hundred years of months.
const MOST_PERIODS: u64 = 1_200;
/// As many periods as there can be.
const ALL_PERIODS: u64 = 120_000;

/// Checks `previous(x)`, `previous(x, 2)`.
pub(super) fn previous(cx: &mut Context, span: Span, it: &Call, hint: Option<Type>) -> Expr {
    let (value, back) = match it.arguments.as_slice() {
        [value] => (value, Some(1)),
        [value, back] => (value, how_many(cx, back)),
        _ => return refuse::bad_arguments(cx, it, span),
    };
    if !has_periods(cx, span, it) {
        return build::invalid(span);
    }
    let Some(back) = back else { return refuse::bad_arguments(cx, it, span) };
    let value = apart(cx, None, |cx| cx.infer(value, hint));
    if value.ty == Type::Invalid {
        return build::invalid(span);
    }
    let of = value.clone();
    let Some(value) = kept(cx, value) else { return build::invalid(span) };
    let lifted = Lifted { ty: value.ty, domain: value.domain.clone(), optional: true, span };
    let function = HistoryFunction::Previous(back);
    let found = lift(cx, lifted, |slot| Step::History(History { slot, function, value }));
    graded(cx, &of, &found);
    found
}

/// Checks `streak(C)`.
pub(super) fn streak(cx: &mut Context, span: Span, it: &Call) -> Expr {
    let [condition] = it.arguments.as_slice() else { return refuse::bad_arguments(cx, it, span) };
    if !has_periods(cx, span, it) {
        return build::invalid(span);
    }
    let value = apart(cx, None, |cx| {
        let value = expression(cx, condition, Wanted::Type(Type::Bool));
        present(cx, value)
    });
    let Some(lengths) = domain::count((0, ALL_PERIODS)).filter(|_| value.ty != Type::Invalid) else {
        return build::invalid(span);
    };
    let Some(value) = kept(cx, value) else { return build::invalid(span) };
    let (ty, domain) = (Type::Number(Dimension::NUMBER), Domain::Numbers(lengths));
    let lifted = Lifted { ty, domain, optional: false, span };
    lift(cx, lifted, |slot| Step::History(History { slot, function: HistoryFunction::Streak, value }))
}

/// Checks `sum(x, over: 3 periods)` and its like.
pub(super) fn aggregate(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate, over: &OptionValue) -> Expr {
    let fits = matches!(aggregate, Aggregate::Sum | Aggregate::Average { .. } | Aggregate::Least | Aggregate::Greatest);
    let problem = if fits { it.filter.as_ref().map(|_| "over-where") } else { Some("over-flag") };
    if let Some(problem) = problem {
        options::told(cx, span, it, problem);
        return build::invalid(span);
    }
    if let OptionValue::Expr(word) = over
        && !spans().any(|(word_of, _)| options::is_word(word, word_of))
    {
        return no_span(cx, word, it);
    }
    if !has_periods(cx, span, it) {
        return build::invalid(span);
    }
    let Some(window) = window(cx, over, it) else { return build::invalid(span) };
    let [argument] = it.arguments.as_slice() else { return refuse::bad_arguments(cx, it, span) };
    let value = apart(cx, None, |cx| cx.infer(argument, Expected::default()));
    if value.ty == Type::Invalid {
        return build::invalid(span);
    }
    if build::as_number(&value).is_none() {
        return refuse::no_operator(cx, &value, &it.function.text);
    }
    let Some(value) = kept(cx, value) else { return build::invalid(span) };
    let (count, all_there) = extent(cx, window);
    let optional = all_there || value.optional;
    let ty = value.ty;
    let members = Members { value: Some(value), filter: None };
    let Some(domain) = domain::of(cx, &members, aggregate, count, span) else { return build::invalid(span) };
    let Some(value) = members.value else { return build::invalid(span) };
    let function = HistoryFunction::Aggregate(aggregate, window);
    lift(cx, Lifted { ty, domain, optional, span }, |slot| Step::History(History { slot, function, value }))
}

/// A result keeps no rows of details: what is made of them is kept in a value of its own, which it holds. It must fit there.
fn kept(cx: &mut Context, value: Expr) -> Option<Expr> {
    let mut of_rows = false;
    value.walk(&mut |expr| of_rows |= matches!(expr.kind, ExprKind::OfRows { .. }));
    let value = if of_rows {
        let lifted = Lifted { ty: value.ty, domain: value.domain.clone(), optional: value.optional, span: value.span };
        let written = value.span;
        lift(cx, lifted, |slot| Step::Value(ValueStep { slot, value, written }))
    } else {
        value
    };
    let read = value.slots();
    let told = read.iter().find_map(|id| keep::told(cx, cx.slots.get(id.0)?, None, || read.clone()));
    let fits = told.is_none();
    cx.diagnostics.extend(told);
    fits.then_some(value)
}

/// How many periods a window can hold, and whether its value is missing unless all of them are there.
fn extent(cx: &Context, window: Window) -> (domain::Count, bool) {
    match window {
        Window::Last { count, up_to: false } => ((u64::from(count), u64::from(count)), count > 1),
        Window::Last { count, up_to: true } => ((1, u64::from(count)), false),
        Window::Since(since) => {
            let year: u64 = match cx.identity.period {
                Some(Calendar::Month) => 12,
                Some(Calendar::Quarter) => 4,
                Some(Calendar::Week) => 54,
                _ => 366,
            };
            let most = if since == Calendar::Year { year } else { year.div_ceil(4) + u64::from(year > 12) };
            ((1, most), true)
        }
    }
}

/// The words for periods from the first of a longer one.
fn spans() -> impl Iterator<Item = (Keyword, Calendar)> {
    [(Keyword::Quarter, Calendar::Quarter), (Keyword::Year, Calendar::Year)].into_iter()
}

/// Tells what is neither a span of periods nor a lookup.
fn no_span(cx: &mut Context, word: &ast::Expr, it: &Call) -> Expr {
    let text = cx.sources.slice(word.span).to_owned();
    let lookups = cx.relations.iter().filter(|relation| relation.kind == RelationKind::Lookup);
    match nearest(&text, lookups.map(|relation| relation.name.as_str())).map(str::to_owned) {
        Some(near) => {
            let told = Diagnostic::new(Code::UnknownName, word.span).variant("near").without(&text).without(&near);
            let told = told.arg("name", text);
            cx.tell(told.arg("nearest", near.clone()).edit(word.span, near));
        }
        None => options::told(cx, word.span, it, "over"),
    }
    build::invalid(word.span)
}

/// What `over:` says.
fn window(cx: &mut Context, over: &OptionValue, it: &Call) -> Option<Window> {
    match over {
        OptionValue::Periods { count, up_to, span } => match how_many(cx, count) {
            Some(count) => Some(Window::Last { count, up_to: *up_to }),
            None => options::wrong(cx, *span, it, "over"),
        },
        OptionValue::Expr(expr) => match spans().find(|(word, _)| options::is_word(expr, *word)) {
            Some((_, since)) if cx.identity.period.is_some_and(|kind| is_part(kind, since)) => {
                Some(Window::Since(since))
            }
            _ => options::wrong(cx, expr.span, it, "over"),
        },
        OptionValue::Set(_, span) => options::wrong(cx, *span, it, "over"),
    }
}

/// Whether a quarter or year holds several periods of a kind.
fn is_part(kind: Calendar, since: Calendar) -> bool {
    match kind {
        Calendar::Month | Calendar::Week | Calendar::Date => true,
        Calendar::Quarter => since == Calendar::Year,
        Calendar::Year | Calendar::Time => false,
    }
}

/// A whole number of periods from 1.
fn how_many(cx: &mut Context, expr: &ast::Expr) -> Option<u32> {
    let count = constant::constant(cx, expr, Wanted::Type(Type::Number(Dimension::NUMBER)));
    let Some(Value::Number(count)) = count else { return None };
    let whole = count.decimal().filter(Decimal::is_integer).and_then(|count| count.to_u32());
    whole.filter(|count| (1..=MOST_PERIODS).contains(&u64::from(*count)))
}

/// Whether the record tells one person's periods apart; told where it does not.
fn has_periods(cx: &mut Context, span: Span, it: &Call) -> bool {
    if cx.in_block {
        options::in_block(cx, span, it);
        return false;
    }
    let variant = match (cx.identity.keyed, cx.identity.period) {
        (true, Some(_)) => return true,
        (false, Some(_)) => "key",
        (true, None) => "period",
        (false, None) => "",
    };
    cx.tell(Diagnostic::new(Code::NoPeriods, span).variant(variant).arg("function", it.function.text.as_str()));
    false
}
