//! Places among people in words: `第一名`, `销售额排名前三`, `名次 = 前三名`. Who has them is a value, and what the word says of it a
//! comparison.

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::build;
use super::expected::Expected;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::quantity::Dimension;
use crate::source::Span;
use crate::syntax::ast::{self, CompareOp, Name};
use crate::syntax::keyword::Keyword;
use crate::syntax::{Ranked, place};

/// More ways than this to write it are none to choose from.
const MOST_WAYS: usize = 3;

/// Tells a word for a place that stands for a condition.
pub(super) fn told(cx: &mut Context, word: &Name, hint: Option<Type>) -> Option<Expr> {
    let ranked = place(&word.text)?;
    let number = match hint {
        Some(Type::Number(Dimension::NUMBER)) => ranked.sign == "=" && !ranked.from_last,
        Some(Type::Bool) | None => false,
        Some(_) => return None,
    };
    let told = Diagnostic::new(Code::UnknownName, word.span).variant("place").arg("name", word.text.as_str());
    let told = told.without(&word.text);
    let ways = match number {
        true => vec![ranked.number.clone()],
        false => ways(cx, &ranked),
    };
    cx.tell(proposed(told, word.span, ways, &ranked));
    Some(build::invalid(word.span))
}

/// Tells a word for a place on the right of a comparison: `名次 = 前三名`, `销售额 = 第一名`.
pub(super) fn compared(
    cx: &mut Context,
    first: &ast::Expr,
    rest: &[(CompareOp, ast::Expr)],
    span: Span,
) -> Option<Expr> {
    let [(CompareOp::Equal, value)] = rest else { return None };
    let ast::ExprKind::Name(word) = &value.kind else { return None };
    let ranked = place(&word.text).filter(|_| !resolve::is_value(cx, &word.text))?;
    let (checked, _) = cx.probe(|cx| cx.operand(first, Expected::default()));
    let text = cx.sources.slice(first.span).trim().to_owned();
    let called = [Keyword::Rank.zh(), "名次", "排行", "rank", "place"].iter().any(|word| text.contains(word));
    let is_rank = called || cx.scope.ranks.contains(&text);
    let ways = match checked.ty {
        Type::Number(Dimension::NUMBER) if is_rank && !ranked.from_last => {
            vec![format!("{text} {} {}", ranked.sign, ranked.number)]
        }
        // A column of places that somebody filled in, or a number by which people are ranked.
        Type::Number(Dimension::NUMBER) if !ranked.from_last => {
            let plain = format!("{text} {} {}", ranked.sign, ranked.number);
            std::iter::once(plain).chain(ranks(&text, &ranked)).collect()
        }
        Type::Number(_) => ranks(&text, &ranked),
        Type::Invalid => return Some(checked),
        _ => return None,
    };
    let told = Diagnostic::new(Code::UnknownName, word.span).variant("place").arg("name", word.text.as_str());
    cx.tell(proposed(told, span, ways, &ranked));
    Some(build::invalid(span))
}

fn proposed(told: Diagnostic, span: Span, ways: Vec<String>, ranked: &Ranked) -> Diagnostic {
    let Some(first) = ways.first().cloned() else {
        let form = rank("X", ranked, Keyword::Shared);
        return Diagnostic { variant: "place-of", ..told.arg("wanted", form) };
    };
    let told = told.arg("wanted", first);
    ways.into_iter().fold(told, |told, way| told.edit(span, way))
}

/// How a condition for the place is written: by what the word names, else by the rankings of the policy.
fn ways(cx: &Context, ranked: &Ranked) -> Vec<String> {
    if !ranked.subject.is_empty() {
        let number = |slot: &crate::ir::Slot| matches!(slot.ty, Type::Number(_));
        let known = match resolve::meaning(cx, ranked.subject) {
            Some(Entity::Slot(id)) => cx.slots.get(id.0).is_some_and(number),
            _ => false,
        };
        return if known { ranks(ranked.subject, ranked) } else { vec![] };
    }
    if ranked.from_last {
        return vec![];
    }
    let named = cx.scope.ranks.iter().map(|name| format!("{name} {} {}", ranked.sign, ranked.number));
    let named: Vec<String> = named.collect();
    if named.len() > MOST_WAYS { vec![] } else { named }
}

/// A comparison of the place by a value: among equals the first places are the same however they are counted.
fn ranks(value: &str, ranked: &Ranked) -> Vec<String> {
    let ties: &[Keyword] = if ranked.number == "1" { &[Keyword::Shared] } else { &[Keyword::Shared, Keyword::Dense] };
    ties.iter().map(|ties| rank(value, ranked, *ties)).collect()
}

fn rank(value: &str, ranked: &Ranked, ties: Keyword) -> String {
    let word = Keyword::en;
    let order = if ranked.from_last {
        format!(", {}: {}", word(Keyword::Order), word(Keyword::Ascending))
    } else {
        String::new()
    };
    let (rank, within, all, tied) =
        (word(Keyword::Rank), word(Keyword::Within), word(Keyword::All), word(Keyword::Ties));
    format!("{rank}({value}, {within}: {all}{order}, {tied}: {}) {} {}", word(ties), ranked.sign, ranked.number)
}

/// Tells an amount for each of what is counted, `20元/次`, `每单2元`: it is multiplied by how many there are.
pub(super) fn for_each(cx: &mut Context, span: Span, amount: &str, counter: &str) -> Expr {
    let found = cx.sources.slice(span).trim().to_owned();
    let told = Diagnostic::new(Code::ForeignSign, span).variant("counter").arg("found", found);
    let told = told.arg("counter", counter).arg("wanted", amount).without(counter);
    let counts: Vec<String> = counts(cx).map(|slot| slot.name.clone()).collect();
    let named: Vec<&String> = counts.iter().filter(|name| name.contains(counter)).collect();
    // `迟到扣款 = 每次扣20元`: the line is called as its field is.
    let stem = called(cx, span);
    let alike = |name: &&&String| stem.as_deref().is_some_and(|stem| name.starts_with(stem));
    let of_line: Vec<&String> = counts.iter().filter(|name| alike(&name)).collect();
    let named = if of_line.len() == 1 { of_line } else { named };
    let chosen: Vec<&String> = if named.len() == 1 { named.clone() } else { counts.iter().collect() };
    // Of years and months nobody counts anything else.
    let periods = [Keyword::Year, Keyword::Month, Keyword::Week, Keyword::Quarter];
    let elsewhere = named.is_empty() && Keyword::among(counter, &periods).is_some();
    let told = match chosen.as_slice() {
        [] => told,
        _ if elsewhere => told,
        many if many.len() > MOST_WAYS => told,
        few => few.iter().fold(told, |told, name| told.edit(span, format!("{amount} * {name}"))),
    };
    cx.tell(told);
    build::invalid(span)
}

/// What the line of pay in which a place is is called after.
fn called(cx: &Context, span: Span) -> Option<String> {
    const ENDS: [&str; 9] = ["扣款", "罚款", "扣罚", "奖励", "提成", "补贴", "补助", "奖", "费"];
    let text = &cx.sources.get(span.file)?.text;
    let line = text.get(..span.range().start)?.rsplit('\n').next()?.trim();
    let name = line.trim_end_matches(['=', ':', '：', '＝', ' ']);
    let stem = ENDS.iter().find_map(|end| name.strip_suffix(end))?;
    (stem.chars().count() > 1 && stem.chars().all(unicode_ident::is_xid_continue)).then(|| stem.to_owned())
}

/// The fields that count something.
fn counts<'c>(cx: &'c Context) -> impl Iterator<Item = &'c crate::ir::Slot> {
    cx.slots.iter().filter(|slot| {
        let whole = slot.domain.numbers().is_some_and(|numbers| numbers.step().is_integer());
        slot.role == crate::ir::Role::Field && slot.ty == Type::Number(Dimension::NUMBER) && whole
    })
}

/// Tells `20元/次` in the place of a quotient.
pub(super) fn quotient(cx: &mut Context, span: Span, sides: (&ast::Expr, &ast::Expr)) -> Option<Expr> {
    let ast::ExprKind::Literal(ast::Literal::Quantity { unit: Some(_), .. }) = &sides.0.kind else { return None };
    let ast::ExprKind::Name(name) = &sides.1.kind else { return None };
    (crate::syntax::counted(&name.text) && !resolve::is_value(cx, &name.text)).then_some(())?;
    let amount = cx.sources.slice(sides.0.span).trim().to_owned();
    let name = name.text.clone();
    Some(for_each(cx, span, &amount, &name))
}
