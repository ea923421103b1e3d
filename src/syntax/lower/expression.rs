//! Parse trees of expressions to `ast::Expr`.

use super::{Lower, literal};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{
    ArithmeticOp, Call, CallOption, CompareOp, Expr, ExprKind, Interval, Literal, LogicOp, Name, OptionValue, Set,
};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::slip;

/// Any expression.
pub fn expression(lower: &mut Lower, pair: Pair) -> Expr {
    let span = lower.span(&pair);
    let kind = match pair.as_rule() {
        Rule::expression => return when(lower, pair),
        Rule::condition => condition(lower, pair),
        Rule::disjunction => return logic(lower, pair, LogicOp::Or),
        Rule::conjunction => return logic(lower, pair, LogicOp::And),
        Rule::negation => return prefixed(lower, pair, ExprKind::Not),
        Rule::comparison => return comparison(lower, pair),
        Rule::fallback => return fallback(lower, pair),
        Rule::sum | Rule::product => return arithmetic(lower, pair),
        Rule::unary => return prefixed(lower, pair, ExprKind::Negate),
        Rule::member => return member(lower, pair),
        Rule::quantity => literal::quantity(lower, pair),
        Rule::calendar => literal::calendar(lower, pair),
        Rule::text => ExprKind::Literal(Literal::Text(lower.text(&pair))),
        Rule::call => call_kind(lower, pair),
        Rule::operand_name => name(lower, &pair),
        _ => ExprKind::Invalid,
    };
    Expr { kind, span }
}

/// A name, unless it is a number in words or holds a comparison (`总分大于90`).
fn name(lower: &mut Lower, pair: &Pair) -> ExprKind {
    let name = lower.name(pair);
    match slip::no_name(name.span, &name.text, &lower.names) {
        Some(told) => {
            lower.tell(told);
            ExprKind::Invalid
        }
        None => ExprKind::Name(name),
    }
}

/// The operands in a pair: everything in it that is an expression.
fn operands(lower: &mut Lower, pair: Pair) -> Vec<Expr> {
    pair.into_inner().filter(|inner| is_expression(inner.as_rule())).map(|inner| expression(lower, inner)).collect()
}

/// Whether a rule is one of those that [`expression`] reads.
pub fn is_expression(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::expression
            | Rule::condition
            | Rule::disjunction
            | Rule::conjunction
            | Rule::negation
            | Rule::comparison
            | Rule::fallback
            | Rule::sum
            | Rule::product
            | Rule::unary
            | Rule::member
            | Rule::quantity
            | Rule::calendar
            | Rule::text
            | Rule::call
            | Rule::operand_name
    )
}

/// Operands joined from the left by one kind of operator. Spans hold the parentheses of operands.
fn joined(lower: &mut Lower, pair: Pair, make: impl Fn(Box<Expr>, Box<Expr>) -> ExprKind) -> Expr {
    let whole = lower.span(&pair);
    let mut left: Option<Expr> = None;
    for part in pair.into_inner().filter(|part| is_expression(part.as_rule())) {
        let span = whole.before().to(lower.span(&part));
        let right = expression(lower, part);
        left = Some(match left {
            Some(left) => Expr { kind: make(Box::new(left), Box::new(right)), span },
            None => right,
        });
    }
    left.unwrap_or(invalid(whole))
}

fn invalid(span: Span) -> Expr {
    Expr { kind: ExprKind::Invalid, span }
}

fn when(lower: &mut Lower, pair: Pair) -> Expr {
    let span = lower.span(&pair);
    let mut parts = operands(lower, pair).into_iter();
    let value = parts.next().unwrap_or(invalid(span));
    match parts.next() {
        None => value,
        Some(condition) => {
            Expr { kind: ExprKind::When { value: Box::new(value), condition: Box::new(condition) }, span }
        }
    }
}

fn condition(lower: &mut Lower, pair: Pair) -> ExprKind {
    let mut parts = operands(lower, pair).into_iter().map(Box::new);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(condition), Some(then), Some(otherwise)) => ExprKind::If { condition, then, otherwise },
        _ => ExprKind::Invalid,
    }
}

fn logic(lower: &mut Lower, pair: Pair, op: LogicOp) -> Expr {
    joined(lower, pair, |left, right| ExprKind::Logic { op, left, right })
}

/// `not not x`, `--x`
fn prefixed(lower: &mut Lower, pair: Pair, make: fn(Box<Expr>) -> ExprKind) -> Expr {
    let span = lower.span(&pair);
    let mut prefixes = vec![];
    let mut inner = invalid(span);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::kw_not | Rule::minus => prefixes.push(lower.span(&part)),
            _ => inner = expression(lower, part),
        }
    }
    prefixes
        .into_iter()
        .rev()
        .fold(inner, |inner, prefix| Expr { kind: make(Box::new(inner)), span: prefix.to(span.after()) })
}

fn comparison(lower: &mut Lower, pair: Pair) -> Expr {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner();
    let first = parts.next().map_or(invalid(span), |first| expression(lower, first));
    let mut rest = vec![];
    for part in parts {
        match part.as_rule() {
            Rule::membership => return Expr { kind: membership(lower, first, part), span },
            Rule::absence => {
                let negated = part.into_inner().any(|word| word.as_rule() == Rule::kw_not);
                return Expr { kind: ExprKind::IsMissing { value: Box::new(first), negated }, span };
            }
            _ => rest.extend(comparing(lower, part)),
        }
    }
    match rest.is_empty() {
        true => first,
        false => Expr { kind: ExprKind::Compare { first: Box::new(first), rest }, span },
    }
}

/// An operator and what stands behind it.
pub fn comparing(lower: &mut Lower, pair: Pair) -> Option<(CompareOp, Expr)> {
    let mut parts = pair.into_inner();
    let op = match parts.next()?.as_str() {
        "=" => CompareOp::Equal,
        "!=" => CompareOp::NotEqual,
        "<" => CompareOp::Less,
        "<=" => CompareOp::LessEqual,
        ">" => CompareOp::Greater,
        _ => CompareOp::GreaterEqual,
    };
    let bound = parts.next()?;
    let mut bound = expression(lower, bound);
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual)
        && let ExprKind::Literal(Literal::Text(text)) = &bound.kind
        && let Some(told) = slip::quoted_number(bound.span, &text.text)
    {
        lower.tell(told);
        bound.kind = ExprKind::Invalid;
    }
    Some((op, bound))
}

fn membership(lower: &mut Lower, value: Expr, pair: Pair) -> ExprKind {
    let mut negated = false;
    let mut set = Set::Values(vec![]);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::kw_not => negated = true,
            Rule::interval => set = interval(lower, part).map_or(set, Set::Interval),
            Rule::set => set = Set::Values(operands(lower, part)),
            _ => {}
        }
    }
    ExprKind::In { value: Box::new(value), negated, set }
}

/// `[a, b)`
pub fn interval(lower: &mut Lower, pair: Pair) -> Option<Interval> {
    let span = lower.span(&pair);
    let (mut lo_included, mut hi_included) = (false, false);
    let mut ends = vec![];
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::interval_open => lo_included = part.as_str() == "[",
            Rule::interval_close => hi_included = part.as_str() == "]",
            _ => ends.push(Box::new(expression(lower, part))),
        }
    }
    let mut ends = ends.into_iter();
    Some(Interval { lo: ends.next()?, lo_included, hi: ends.next()?, hi_included, span })
}

/// The values of `{a, b}`.
pub fn set(lower: &mut Lower, pair: Pair) -> Vec<Expr> {
    operands(lower, pair)
}

/// `a otherwise b otherwise c` is `(a otherwise b) otherwise c`.
fn fallback(lower: &mut Lower, pair: Pair) -> Expr {
    joined(lower, pair, |value, fallback| ExprKind::Otherwise { value, fallback })
}

fn arithmetic(lower: &mut Lower, pair: Pair) -> Expr {
    let mut left: Option<Expr> = None;
    let mut operator = None;
    let whole = lower.span(&pair);
    if let Some(told) = slip::slashed(whole, pair.as_str()) {
        lower.tell(told);
        return invalid(whole);
    }
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::add_op | Rule::multiply_op => operator = Some((arithmetic_op(part.as_str()), lower.span(&part))),
            _ => {
                let span = whole.before().to(lower.span(&part));
                let right = expression(lower, part);
                left = Some(match (left, operator) {
                    (Some(left), Some((op, op_span))) => match odd_factor(lower, &left, (op, op_span), &right) {
                        Some(told) => {
                            lower.tell(told);
                            Expr { kind: ExprKind::Invalid, span }
                        }
                        None => {
                            let (left, right) = (Box::new(left), Box::new(right));
                            Expr { kind: ExprKind::Arithmetic { op, op_span, left, right }, span }
                        }
                    },
                    _ => right,
                });
            }
        }
    }
    left.unwrap_or(invalid(whole))
}

/// A quotient `* 100%`, which is that quotient.
fn odd_factor(lower: &Lower, left: &Expr, (op, sign): (ArithmeticOp, Span), right: &Expr) -> Option<Diagnostic> {
    match (&left.kind, op, &right.kind) {
        (
            ExprKind::Arithmetic { op: ArithmeticOp::Div, right: divisor, .. },
            ArithmeticOp::Mul,
            ExprKind::Literal(_),
        ) if !matches!(divisor.kind, ExprKind::Literal(_)) && lower.source(right.span).trim() == "100%" => {
            let span = left.span.after().to(right.span);
            let found = lower.source(sign.to(right.span));
            Some(
                Diagnostic::new(Code::ForeignSign, sign.to(right.span))
                    .variant("whole")
                    .arg("found", found)
                    .safe_edit(span, ""),
            )
        }
        _ => None,
    }
}

fn arithmetic_op(text: &str) -> ArithmeticOp {
    match text {
        "+" => ArithmeticOp::Add,
        "-" => ArithmeticOp::Sub,
        "*" => ArithmeticOp::Mul,
        _ => ArithmeticOp::Div,
    }
}

fn member(lower: &mut Lower, pair: Pair) -> Expr {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner();
    let value = parts.next().map_or(invalid(span), |value| expression(lower, value));
    parts.fold(value, |value, part| {
        let member: Name = lower.name(&part);
        let span = span.before().to(member.span);
        Expr { kind: ExprKind::Member { value: Box::new(value), member }, span }
    })
}

fn call_kind(lower: &mut Lower, pair: Pair) -> ExprKind {
    let span = lower.span(&pair);
    let before = lower.diagnostics.len();
    let call = call(lower, pair);
    match call.arguments.as_slice() {
        [condition, then, other] if call.function.text.eq_ignore_ascii_case("if") => {
            let parts = [condition, then, other].map(|part| lower.source(part.span));
            // Those inside it are mended with it.
            let inner = lower.diagnostics.split_off(before.min(lower.diagnostics.len()));
            let (choices, others): (Vec<_>, Vec<_>) = inner.into_iter().partition(slip::is_choice);
            lower.diagnostics.extend(others);
            let written = |part: &str| {
                choices
                    .iter()
                    .filter_map(|told| told.edits.first())
                    .fold(part.to_owned(), |text, edit| text.replace(lower.source(edit.span), &edit.text))
            };
            let parts = parts.map(written);
            let told = slip::spreadsheet(
                (span, &lower.source.text),
                &call.function.text,
                parts.each_ref().map(String::as_str),
            );
            lower.tell(told);
            ExprKind::Invalid
        }
        _ => ExprKind::Call(call),
    }
}

fn call(lower: &mut Lower, pair: Pair) -> Call {
    let span = lower.span(&pair);
    let nameless = Name { text: String::new(), span, quoted: false };
    let mut call = Call { function: nameless, arguments: vec![], filter: None, options: vec![] };
    for (at, part) in pair.into_inner().enumerate() {
        match part.as_rule() {
            Rule::operand_name if at == 0 => call.function = lower.name(&part),
            Rule::filter => call.filter = operands(lower, part).pop().map(Box::new),
            Rule::option => call.options.extend(option(lower, part)),
            _ if call.arguments.is_empty() => call.arguments.push(expression(lower, part)),
            _ => {
                let before = lower.diagnostics.len();
                let read = expression(lower, part);
                // `2,000元` is one argument.
                if lower.diagnostics.iter().skip(before).any(|told| told.code == Code::ThousandsSeparator) {
                    call.arguments.pop();
                }
                match as_option(lower, &read) {
                    Some(option) => call.options.push(option),
                    None => call.arguments.push(read),
                }
            }
        }
    }
    call
}

/// `within = shop` reads as a comparison, and was meant as a named argument: that is told, and taken for one.
fn as_option(lower: &mut Lower, read: &Expr) -> Option<CallOption> {
    let ExprKind::Compare { first, rest } = &read.kind else { return None };
    let (ExprKind::Name(name), [(CompareOp::Equal, value)]) = (&first.kind, rest.as_slice()) else { return None };
    let between = Span { start: name.span.end, end: value.span.start, ..name.span };
    lower.tell(slip::equals(&name.text, between)?);
    Some(CallOption { name: name.clone(), value: OptionValue::Expr(value.clone()) })
}

fn option(lower: &mut Lower, pair: Pair) -> Option<CallOption> {
    let mut parts = pair.into_inner();
    let name = lower.name(&parts.next()?);
    let value = parts.next()?;
    let span = lower.span(&value);
    let value = match value.as_rule() {
        Rule::set => OptionValue::Set(operands(lower, value), span),
        Rule::periods => {
            let up_to = value.clone().into_inner().any(|part| part.as_rule() == Rule::kw_up_to);
            OptionValue::Periods { count: operands(lower, value).pop()?, up_to, span }
        }
        _ => OptionValue::Expr(expression(lower, value)),
    };
    Some(CallOption { name, value })
}
