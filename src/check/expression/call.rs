//! Calls: which function it is, and those that are no more than their arguments.

use super::super::context::Context;
use super::expected::Expected;
use super::open::open;
use super::operands::alike;
use super::units::Wanted;
use super::{build, division, foreign, function, functions, grouped, increasing, many, refuse, rounding, units};
use crate::diagnostic::{Arg, Code, Diagnostic, nearest};
use crate::ir::{Expr, ExprKind, Type};
use crate::quantity::{Dimension, Numbers};
use crate::source::Span;
use crate::syntax::ast::{self, Call};
use crate::syntax::keyword::Keyword;

/// Checks a call.
pub(super) fn call(cx: &mut Context, span: Span, it: &Call, expected: Expected) -> Expr {
    let hint = expected.ty;
    if functions::of_many(it).or(functions::of_one(it)).is_some_and(|word| grouped::told(cx, it, word)) {
        return build::invalid(span);
    }
    if let Some(word) = functions::of_many(it) {
        return many::call(cx, span, (it, word), expected);
    }
    if Keyword::Increasing.is(&it.function.text) {
        return increasing::misplaced(cx, span);
    }
    let Some(word) = functions::of_one(it) else {
        return foreign::call(cx, span, it, hint).unwrap_or_else(|| unknown(cx, span, it));
    };
    if it.filter.is_some() || !it.options.is_empty() {
        return refuse::bad_arguments(cx, it, span);
    }
    match (word, it.arguments.as_slice()) {
        (Keyword::Round | Keyword::Floor | Keyword::Ceiling, [value, step, mode @ ..]) => {
            rounding::round(cx, span, (it, word), (value, step, mode), hint)
        }
        (Keyword::Min | Keyword::Max, [_, _, ..]) => extreme(cx, span, it, word == Keyword::Max, hint),
        (Keyword::Round | Keyword::Floor | Keyword::Ceiling, [value]) => {
            rounding::without_step(cx, span, it, value, hint)
        }
        (Keyword::Steps, [value, size]) => rounding::without_word(cx, span, it, (value, size)),
        (Keyword::Abs, [value]) => function::abs(cx, span, value, hint),
        (Keyword::Clamp, [_, _, _]) => clamp(cx, span, it, hint),
        (Keyword::Steps, [value, size, how]) => rounding::steps(cx, span, it, (value, size, how)),
        (Keyword::Number | Keyword::Percent, [value]) => convert(cx, (span, word), value, expected),
        (Keyword::Promote | Keyword::Demote, [value, places]) => {
            function::shift(cx, span, (it, word == Keyword::Promote), value, places)
        }
        (Keyword::DaysIn, [value]) => function::days_in(cx, span, value),
        _ => refuse::bad_arguments(cx, it, span),
    }
}

/// Checks `number(x)` or `percent(x)`.
fn convert(cx: &mut Context, (span, word): (Span, Keyword), value: &ast::Expr, expected: Expected) -> Expr {
    let percent = word == Keyword::Percent;
    let target = Type::Number(if percent { Dimension::PERCENT } else { Dimension::NUMBER });
    // A quotient takes the type on; anything else says itself what it is.
    let ty = (!open(cx, value)).then_some(target);
    let outer = expected.outer.filter(|_| division::is_division(value));
    let checked = cx.operand(value, Expected { ty, outer, ..expected });
    match checked.ty {
        Type::Number(dimension) if dimension.is_ratio() => Expr { ty: target, span, ..checked },
        Type::Invalid => build::invalid(span),
        _ => units::fit(cx, checked, value, Wanted::Type(target)),
    }
}

/// The function that a spreadsheet, or a shop, calls so.
fn synonym(name: &str) -> Option<&'static str> {
    let word = match name.to_ascii_lowercase().as_str() {
        "total" => Keyword::Sum.en(),
        "avg" | "mean" => Keyword::Average.en(),
        "greatest" | "maximum" => Keyword::Max.en(),
        "least" | "minimum" => Keyword::Min.en(),
        "last_month" | "last" | "prev" => Keyword::Previous.en(),
        "求和" | "总和" | "累计" | "总计" => Keyword::Sum.zh(),
        "均值" | "平均值" | "平均数" => Keyword::Average.zh(),
        "上月" | "上个月" | "上季度" | "前期" => Keyword::Previous.zh(),
        "名次" | "排序" => Keyword::Rank.zh(),
        "四舍五入" => Keyword::Round.zh(),
        "不" | "不是" | "并非" => Keyword::Not.zh(),
        _ => return None,
    };
    Some(word)
}

/// `等级(奖金)`, `SUM(a, b)`: what is no call, and what is written instead.
fn no_call(cx: &Context, it: &Call) -> Option<String> {
    let [argument] = it.arguments.as_slice() else { return None };
    let ast::ExprKind::Name(member) = &argument.kind else { return None };
    let owner = &it.function.text;
    super::super::resolve::meaning_of_member(cx, owner, &member.text).map(|_| format!("{owner}.{}", member.text))
}

fn unknown(cx: &mut Context, span: Span, it: &Call) -> Expr {
    let function = &it.function;
    if let Some(proposal) = no_call(cx, it) {
        let told =
            Diagnostic::new(Code::UnknownName, function.span).variant("group").arg("name", function.text.as_str());
        cx.tell(told.arg("proposal", proposal.clone()).edit(span, proposal));
        return build::invalid(span);
    }
    let spellings = functions::words().flat_map(|word| [word.en(), word.zh()]);
    let diagnostic =
        Diagnostic::new(Code::UnknownName, function.span).arg("name", function.text.clone()).without(&function.text);
    let lower = || functions::words().map(Keyword::en).find(|word| function.text.eq_ignore_ascii_case(word));
    let near = synonym(&function.text).or_else(lower).or_else(|| nearest(&function.text, spellings));
    let diagnostic = match near {
        Some(near) => diagnostic.variant("function-near").without(near).arg("nearest", near).edit(function.span, near),
        None => diagnostic
            .variant("function")
            .arg("functions", Arg::List(functions::words().map(|word| Arg::from(word.en())).collect())),
    };
    cx.tell(diagnostic);
    build::invalid(function.span)
}

/// Checks arguments that must be numbers of one type.
fn numbers_alike(cx: &mut Context, span: Span, exprs: &[&ast::Expr], hint: Option<Type>) -> Option<Vec<Expr>> {
    let mut checked = alike(cx, exprs, hint).into_iter().zip(exprs);
    let (mut first, first_expr) = checked.next()?;
    let mut all = vec![];
    for (next, expr) in checked {
        let (left, right) = units::same(cx, (first, next), (first_expr, expr), span)?;
        first = left;
        all.push(right);
    }
    if !matches!(first.ty, Type::Number(_)) {
        refuse::no_operator(cx, &first, "min, max");
        return None;
    }
    all.insert(0, first);
    Some(all)
}

fn extreme(cx: &mut Context, span: Span, it: &Call, greatest: bool, hint: Option<Type>) -> Expr {
    let arguments: Vec<&ast::Expr> = it.arguments.iter().collect();
    match numbers_alike(cx, span, &arguments, hint) {
        Some(values) => choose(cx, span, greatest, values),
        None => build::invalid(span),
    }
}

/// The least or the greatest of checked numbers of one type.
fn choose(cx: &mut Context, span: Span, greatest: bool, values: Vec<Expr>) -> Expr {
    let mut numbers = values.iter().filter_map(|value| build::as_number(value));
    let Some((first, dimension)) = numbers.next() else { return build::invalid(span) };
    let choose = |a: Numbers, b: &Numbers| if greatest { a.max(b) } else { a.min(b) };
    let result = numbers.fold(first.clone(), |sum, (next, _)| choose(sum, next));
    let Some(numbers) = build::settled(cx, result, span) else { return build::invalid(span) };
    build::number(ExprKind::Extreme { greatest, values }, dimension, numbers, span)
}

fn clamp(cx: &mut Context, span: Span, it: &Call, hint: Option<Type>) -> Expr {
    let arguments: Vec<&ast::Expr> = it.arguments.iter().collect();
    let Some(values) = numbers_alike(cx, span, &arguments, hint) else { return build::invalid(span) };
    let Ok([value, lo, hi]) = <[Expr; 3]>::try_from(values) else { return build::invalid(span) };
    let crossed = matches!((build::constant_number(&lo), build::constant_number(&hi)), (Some(a), Some(b)) if a > b);
    if crossed {
        let (a, b) = (cx.sources.slice(lo.span).to_owned(), cx.sources.slice(hi.span).to_owned());
        let (ends, proposal) = (lo.span.to(hi.span), format!("{b}, {a}"));
        let diagnostic = Diagnostic::new(Code::EmptyInterval, ends)
            .arg("lo", a)
            .arg("hi", b)
            .arg("proposal", proposal.clone())
            .edit(ends, proposal);
        cx.tell(diagnostic);
        return build::invalid(span);
    }
    let raised = choose(cx, span, true, vec![value, lo]);
    choose(cx, span, false, vec![raised, hi])
}
