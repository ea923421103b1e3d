//! The rows of a `score`, `grade`, `table` or `scale`.

use super::super::context::{Context, Facts};
use super::super::expression::{self, Wanted, condition, constant, narrowed, pattern, present};
use super::build::{Build, invalid};
use super::exempt;
use super::lines;
use super::types::fitted;
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::ir::{self, Expr, Input, Pattern, Row, RowValue, Type};
use crate::quantity::{Decimal, Domain};
use crate::source::Span;
use crate::syntax::ast::{self, PatternKind};
use crate::syntax::{Keyword, decimals};

/// What the rows answer in one column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer {
    /// Its type.
    pub ty: Type,
    /// Whether a row may answer `missing`.
    pub optional: bool,
    /// What a value is rounded to.
    pub step: Option<Decimal>,
    /// Whether the rows are those of an item, which may answer `exempt`.
    pub item: bool,
    /// Behind which its decimals would be said.
    pub place: Span,
}

/// The inputs of a table, with the names that messages call them by.
pub(super) fn inputs(build: &mut Build, written: &[ast::Expr]) -> Vec<Input> {
    let lower = |expr: &ast::Expr| Input {
        name: build.cx.sources.slice(expr.span).to_owned(),
        value: super::super::expression::expression(&mut build.cx, expr, Wanted::Anything),
    };
    written.iter().map(lower).collect()
}

/// Lowers the rows of a table with these inputs and answers.
pub(super) fn rows(build: &mut Build, written: &[ast::Row], inputs: &[Input], answers: &[Answer]) -> Vec<Row> {
    // What is left over by the rows above; of nothing, it is what is known around.
    let mut rest = Some(build.cx.facts.clone());
    let mut lowered = vec![];
    for row in written {
        let row = self::row(build, row, (inputs, rest.as_ref()), answers);
        rest = rest.and_then(|rest| left(&build.cx, rest, inputs, &row));
        lowered.push(row);
    }
    lowered
}

fn row(build: &mut Build, row: &ast::Row, (inputs, rest): (&[Input], Option<&Facts>), answers: &[Answer]) -> Row {
    let before = build.cx.diagnostics.len();
    let (patterns, pattern_spans) = patterns(build, row, inputs);
    let around = build.cx.facts.clone();
    let here = taken(&build.cx, around.clone(), inputs, &patterns).unwrap_or_else(|| around.clone());
    build.cx.facts = here.clone();
    let guard = row.guard.as_ref().map(|guard| condition(&mut build.cx, guard));
    build.cx.facts = rest.and_then(|rest| taken(&build.cx, rest.clone(), inputs, &patterns)).unwrap_or(here);
    if let Some(guard) = &guard {
        build.cx.facts = narrowed(&build.cx, guard, true);
    }
    let values = values(build, row, inputs, &patterns, answers);
    build.cx.facts = around;
    let mut told = build.cx.diagnostics.iter().skip(before);
    let told = told.any(|told| told.severity() == Severity::Error);
    let invalid = row.invalid || told || patterns.contains(&Pattern::Invalid);
    Row { patterns, pattern_spans, guard, values, span: row.span, invalid }
}

/// What is known inside a row: its inputs have values that the patterns take. `None` where there are none.
fn taken(cx: &Context, facts: Facts, inputs: &[Input], patterns: &[Pattern]) -> Option<Facts> {
    let mut each = inputs.iter().zip(patterns);
    each.try_fold(facts, |facts, (input, pattern)| expression::taken(cx, facts, &input.value, pattern, true))
}

/// What is known where a row does not take its inputs: one of its patterns does not, or its guard does not hold.
fn left(cx: &Context, rest: Facts, inputs: &[Input], row: &Row) -> Option<Facts> {
    if row.invalid {
        return Some(rest);
    }
    let columns = inputs.iter().zip(&row.patterns).filter(|(_, pattern)| **pattern != Pattern::Otherwise);
    let refused =
        |(input, pattern): (&Input, &Pattern)| expression::taken(cx, rest.alone(), &input.value, pattern, false);
    let mut ways: Vec<Facts> = columns.filter_map(refused).collect();
    if let Some(guard) = &row.guard {
        let inside = taken(cx, rest.alone(), inputs, &row.patterns);
        ways.extend(inside.and_then(|inside| expression::refused(cx, inside, guard)));
    }
    expression::one_of(cx, rest, ways)
}

fn patterns(build: &mut Build, row: &ast::Row, inputs: &[Input]) -> (Vec<Pattern>, Vec<Span>) {
    let spans: Vec<Span> = row.patterns.iter().map(|pattern| pattern.span).collect();
    if let [alone] = row.patterns.as_slice()
        && alone.kind == PatternKind::Otherwise
    {
        return (vec![Pattern::Otherwise; inputs.len()], spans);
    }
    if let Some(rest) = row.patterns.iter().find(|pattern| pattern.kind == PatternKind::Otherwise) {
        if !row.invalid {
            let told = Diagnostic::new(Code::RowShape, rest.span).variant("otherwise");
            build.tell(told.arg("text", build.cx.sources.slice(rest.span)).edit(rest.span, Keyword::Any.en()));
        }
        return (vec![Pattern::Invalid; inputs.len()], spans);
    }
    if row.patterns.len() != inputs.len() {
        if !row.invalid {
            let told = Diagnostic::new(Code::RowShape, row.span).variant("patterns");
            let told = told.arg("found", row.patterns.len()).arg("expected", inputs.len());
            build.tell(comma(build, row).unwrap_or(told));
        }
        return (vec![Pattern::Invalid; inputs.len()], spans);
    }
    let each = row.patterns.iter().zip(inputs);
    (each.map(|(written, input)| pattern(&mut build.cx, written, &input.value)).collect(), spans)
}

/// `>= 96,5%`: two patterns where there is room for fewer, and no blank behind the comma.
fn comma(build: &Build, row: &ast::Row) -> Option<Diagnostic> {
    let (first, second) = row.patterns.iter().zip(row.patterns.iter().skip(1)).find(|(first, second)| {
        let text = build.cx.sources.slice(first.span.to(second.span));
        let parts = text.split_once(',').map(|(whole, decimals)| (whole.chars().last(), decimals.chars().next()));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        parts.is_some_and(|(whole, decimals)| digit(whole) && digit(decimals))
    })?;
    let whole = first.span.to(second.span);
    let text = build.cx.sources.slice(whole);
    let comma = text.find(',')?;
    let number = |c: &char| c.is_ascii_digit();
    let before = text.get(..comma)?.chars().rev().take_while(number).count();
    let behind = text.get(comma + 1..)?.chars().take_while(number).count();
    let at = whole.range().start + comma;
    let span = Span::new(whole.file, at - before, at + 1 + behind);
    (behind < 3).then(|| decimals(span, build.cx.sources.slice(span)))
}

fn values(
    build: &mut Build,
    row: &ast::Row,
    inputs: &[Input],
    patterns: &[Pattern],
    answers: &[Answer],
) -> Vec<RowValue> {
    if row.values.len() != answers.len() {
        let grouped = grouped(build, row);
        // Of a grade without columns that is told of its head.
        let headless = answers.is_empty();
        if !row.invalid && grouped.is_empty() && !headless {
            let told = Diagnostic::new(Code::RowShape, row.span).variant("answers");
            build.tell(told.arg("found", row.values.len()).arg("expected", answers.len()));
        }
        grouped.into_iter().for_each(|told| build.tell(told));
        return answers.iter().map(|_| RowValue::Expr(invalid(row.span))).collect();
    }
    let each = row.values.iter().zip(answers);
    each.map(|(written, answer)| self::value(build, written, row, (inputs, patterns), answer)).collect()
}

/// `=> 1,300元`: two answers where there is room for fewer, and no blank behind the comma.
fn grouped(build: &Build, row: &ast::Row) -> Vec<Diagnostic> {
    let spans: Vec<Span> = row.values.iter().filter_map(written).collect();
    let pairs = spans.iter().zip(spans.iter().skip(1));
    let whole = pairs.filter(|(left, right)| left.end + 1 == right.start).map(|(left, right)| left.to(*right));
    let is_number = |text: &str| {
        let (front, back) = text.split_once(',')?;
        let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
        let plain = !front.is_empty() && front.len() <= 3 && digits(front) == front.len() && digits(back) == 3;
        plain.then(|| text.replacen(',', "", 1))
    };
    let told = whole.filter_map(|span| {
        let text = build.cx.sources.slice(span);
        let wanted = is_number(text)?;
        let told = Diagnostic::new(Code::ThousandsSeparator, span).arg("number", text).arg("wanted", wanted.clone());
        Some(told.edit(span, wanted))
    });
    if row.invalid { vec![] } else { told.collect() }
}

/// Where an answer stands that is one expression.
fn written(value: &ast::RowValue) -> Option<Span> {
    match value {
        ast::RowValue::Expr(expr) => Some(expr.span),
        _ => None,
    }
}

fn value(
    build: &mut Build,
    written: &ast::RowValue,
    row: &ast::Row,
    (inputs, patterns): (&[Input], &[Pattern]),
    answer: &Answer,
) -> RowValue {
    match written {
        ast::RowValue::Expr(expr) => RowValue::Expr(answered(&mut build.cx, expr, answer)),
        ast::RowValue::Missing(_) if answer.optional => RowValue::Missing,
        ast::RowValue::Exempt(_) if answer.item => RowValue::Missing,
        ast::RowValue::Missing(span) => {
            exempt::missing(build, *span, answer.item);
            RowValue::Expr(invalid(*span))
        }
        ast::RowValue::Exempt(span) => {
            build.tell(Diagnostic::new(Code::MisplacedExempt, *span));
            RowValue::Expr(invalid(*span))
        }
        ast::RowValue::Line { from, to, span } => {
            let ends = (end(build, from, answer), end(build, to, answer));
            let place = row.patterns.first().map_or(row.span, |pattern| pattern.span);
            let line = match (ends, inputs.first(), patterns.first()) {
                ((Some(from), Some(to)), Some(input), Some(pattern)) => lines::straight(
                    build,
                    (from, to),
                    (&input.value, pattern),
                    (answer.step, answer.place),
                    (*span, place),
                ),
                _ => None,
            };
            line.map_or_else(|| RowValue::Expr(invalid(*span)), RowValue::Line)
        }
    }
}

fn answered(cx: &mut Context, expr: &ast::Expr, answer: &Answer) -> Expr {
    let value = fitted(cx, expr, answer.ty, answer.step);
    if answer.optional { value } else { present(cx, value) }
}

/// What a row answers where nothing is known of its inputs, as for a label that was computed: it need
/// not be the row that took them. `None` where the answer holds only in its row.
pub(super) fn outside(build: &mut Build, written: &ast::RowValue, answer: &Answer) -> Option<Expr> {
    let ast::RowValue::Expr(expr) = written else { return None };
    let (value, told) = build.cx.quietly(|cx| answered(cx, expr, answer));
    let holds = !told.iter().any(|told| told.severity() == Severity::Error);
    holds.then_some(value)
}

fn end(build: &mut Build, expr: &ast::Expr, answer: &Answer) -> Option<Decimal> {
    let wanted = if answer.ty == Type::Invalid { Wanted::Anything } else { Wanted::Type(answer.ty) };
    constant(&mut build.cx, expr, wanted)?.decimal()
}

/// Every value that a column can have, and whether it can be missing. A row outside the domains of
/// the inputs adds nothing.
pub(super) fn column(rows: &[Row], inputs: &[Input], at: usize) -> (Option<Domain>, bool) {
    let mut domain: Option<Domain> = None;
    let mut optional = false;
    let met = || rows.iter().filter(|row| meets(row, inputs));
    if met().next().is_some() && met().all(|row| matches!(row.values.get(at), Some(RowValue::Missing))) {
        return (None, true);
    }
    for row in met() {
        let value = row.values.get(at);
        optional |= match value {
            Some(RowValue::Expr(expr)) => expr.optional,
            Some(RowValue::Missing) => true,
            _ => false,
        };
        let Some(next) = value.and_then(values_of) else { continue };
        domain = Some(match domain {
            Some(known) => known.union(&next),
            None => next,
        });
    }
    (Some(domain.unwrap_or(Domain::Invalid)), optional)
}

/// Whether the patterns of a row hold any values of its inputs.
fn meets(row: &Row, inputs: &[Input]) -> bool {
    let meets = |(pattern, input): (&Pattern, &Input)| match (pattern, &input.value.domain) {
        (Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid, _) | (_, Domain::Invalid) => true,
        (Pattern::Interval { .. } | Pattern::Values(_) | Pattern::Not(_), domain) => {
            ir::values::matching(domain, pattern).is_some()
        }
    };
    row.invalid || row.patterns.iter().zip(inputs).all(meets)
}

/// Every value that a row can answer in a column; `None` for `missing`.
pub(super) fn values_of(value: &RowValue) -> Option<Domain> {
    match value {
        RowValue::Expr(expr) => Some(expr.domain.clone()),
        RowValue::Line(line) => {
            let numbers = line.heights(&line.lo.into(), &line.hi.into());
            Some(numbers.map_or(Domain::Invalid, Domain::Numbers))
        }
        RowValue::Missing => None,
    }
}

/// The facts that hold nowhere in particular.
pub(super) fn forget(build: &mut Build) {
    build.cx.facts = Facts::default();
}

/// A value as an argument of a message.
pub(super) fn text(build: &Build, span: Span) -> Arg {
    Arg::Text(build.cx.sources.slice(span).to_owned())
}
