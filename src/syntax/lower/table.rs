//! Parse trees of scores, sections, grades, tables and scales to their declarations.

use super::record::{attribute, type_expr};
use super::{Lower, expression, header};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::ast::{
    ArithmeticOp, Attributes, CompareOp, Expr, ExprKind, Grade, Item, Literal, Name, Output, Pattern, PatternKind, Row,
    RowValue, Scale, ScaleMode, Score, Section, Share, Table, Text,
};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::lower::expression::{comparing, interval, is_expression, set};
use crate::syntax::slip::{self, Piece, Place};

/// What the heads of tables, scores and sections have in common.
struct Head {
    name: Name,
    title: Option<Text>,
    inputs: Vec<Expr>,
    outputs: Vec<Output>,
    share: Option<Share>,
    attributes: Attributes,
    mode: ScaleMode,
}

fn head(lower: &mut Lower, pair: Pair) -> Head {
    let nameless = Name { text: String::new(), span: lower.span(&pair), quoted: false };
    let mut head = Head {
        name: nameless,
        title: None,
        inputs: vec![],
        outputs: vec![],
        share: None,
        attributes: Attributes::default(),
        mode: ScaleMode::Marginal,
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => head.name = lower.name(&part),
            Rule::text => head.title = Some(lower.text(&part)),
            Rule::inputs => head.inputs = set(lower, part),
            Rule::outputs => head.outputs = part.into_inner().map(|output| self::output(lower, output)).collect(),
            Rule::weight => head.share = set(lower, part).pop().map(Share::Weight),
            Rule::out_of => head.share = set(lower, part).pop().map(Share::OutOf),
            Rule::kw_whole => head.mode = ScaleMode::Whole,
            rule if is_expression(rule) => head.inputs.push(expression(lower, part)),
            _ => attribute(lower, &mut head.attributes, part),
        }
    }
    head
}

fn output(lower: &mut Lower, pair: Pair) -> Output {
    let span = lower.span(&pair);
    let mut output = Output {
        name: None,
        ty: crate::syntax::ast::TypeExpr { kind: crate::syntax::ast::TypeKind::Invalid, span },
        attributes: Attributes::default(),
        span,
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name | Rule::text => output.name = Some(lower.name(&part)),
            Rule::type_expr => output.ty = type_expr(lower, part),
            _ => attribute(lower, &mut output.attributes, part),
        }
    }
    output
}

/// Head, rows, formula and the span of the header.
type Parts = (Head, Option<Vec<Row>>, Option<Expr>, Span);

/// The parts of a declaration.
fn parts(lower: &mut Lower, pair: Pair) -> Option<Parts> {
    let span = header(lower, &pair, &[Rule::rows, Rule::grade_rows]);
    let (mut found, mut rows, mut formula) = (None, None, None);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::score_head | Rule::section_head | Rule::table_head | Rule::scale_head => {
                found = Some(head(lower, part));
            }
            Rule::rows | Rule::grade_rows => {
                let inputs = found.as_ref().map_or(1, |head: &Head| head.inputs.len().max(1));
                rows = Some(self::rows(lower, part, inputs));
            }
            Rule::formula => formula = set(lower, part).pop(),
            _ => {}
        }
    }
    Some((found?, rows, formula, span))
}

/// `score …`
pub fn score(lower: &mut Lower, pair: Pair) -> Option<Score> {
    let (head, rows, formula, span) = parts(lower, pair)?;
    let Head { name, title, inputs, share, attributes, .. } = head;
    Some(Score { name, title, inputs, share, attributes, formula, rows, span })
}

/// `section …`
pub fn section(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = header(lower, &pair, &[]);
    let mut scores = vec![];
    let mut found = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::section_head => found = Some(head(lower, part)),
            Rule::score => scores.extend(score(lower, part)),
            Rule::bad_line => drop(lower.broken(&part, Place::Score)),
            _ => {}
        }
    }
    let Head { name, title, share, .. } = found?;
    Some(Item::Section(Section { name, title, share, scores, span }))
}

/// `grade …`
pub fn grade(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let (head, rows, _, span) = parts(lower, pair)?;
    let Head { name, title, inputs, outputs, .. } = head;
    Some(Item::Grade(Grade { name, title, inputs, outputs, rows: rows?, span }))
}

/// `table …`
pub fn table(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let (head, rows, _, span) = parts(lower, pair)?;
    let Head { name, title, inputs, outputs, .. } = head;
    Some(Item::Table(Table { name, title, inputs, outputs, rows: rows?, span }))
}

/// `scale …`
pub fn scale(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let (head, rows, _, span) = parts(lower, pair)?;
    let Head { name, title, mut inputs, mode, .. } = head;
    Some(Item::Scale(Scale { name, title, input: inputs.pop()?, mode, rows: rows?, span }))
}

/// A table whose head cannot be read: what is wrong in its rows is told with it.
pub fn headless(lower: &mut Lower, pair: Pair) -> Span {
    let span = lower.broken(&pair, Place::Item);
    let body = pair.into_inner().filter(|part| matches!(part.as_rule(), Rule::rows | Rule::grade_rows));
    body.for_each(|body| drop(rows(lower, body, 1)));
    span
}

fn rows(lower: &mut Lower, pair: Pair, inputs: usize) -> Vec<Row> {
    let place = if pair.as_rule() == Rule::grade_rows { Place::GradeRow } else { Place::Row };
    let end = pair.as_span().start() + pair.as_str().trim_end().len();
    let unclosed = end.checked_sub(1).is_some_and(|brace| lower.layout.is_inserted(brace));
    let before = lower.diagnostics.len();
    let rows = pair.into_inner().map(|part| match part.as_rule() {
        Rule::bad_line => invalid_row(lower.broken(&part, place)),
        _ => match worded(lower, &part, place, inputs) {
            Some(span) => invalid_row(span),
            None => {
                let row = row(lower, part);
                one_input(lower, row, inputs)
            }
        },
    });
    let mut rows: Vec<Row> = rows.collect();
    slip::settle(&rows, lower.diagnostics.get_mut(before..).unwrap_or_default(), lower.source);
    if unclosed {
        // The block ends where its end was guessed: nobody knows which rows it has.
        rows.push(invalid_row(lower.layout.span(end, end)));
    }
    rows
}

/// Tells of a row that reads, and cannot be meant as it does.
fn worded(lower: &mut Lower, pair: &Pair, place: Place, inputs: usize) -> Option<Span> {
    let text = pair.as_str();
    let listed = place == Place::GradeRow && text.contains(',') && !text.contains("=>");
    let worded = ["每", "each "].iter().any(|word| text.starts_with(word)) || text.contains("直接");
    (listed || worded || text.contains("一律") || text.contains("一票否决")).then_some(())?;
    let told = slip::worded_row(&Piece::new(place, lower.source, lower.layout, text, pair.as_span().start()), inputs)?;
    let span = lower.span(pair);
    lower.tell(told);
    Some(span)
}

/// `60 以上, 90 以下` of one input: two bounds of it, and not a pattern each for two.
fn one_input(lower: &mut Lower, mut row: Row, inputs: usize) -> Row {
    if let ([one, other], 1) = (row.patterns.as_slice(), inputs)
        && [one, other].iter().all(|pattern| matches!(pattern.kind, PatternKind::Compare(..)))
    {
        let span = one.span.to(other.span);
        let text = format!("{} {}", lower.source(one.span), lower.source(other.span));
        let text = text.nfkc().collect::<String>().replace('≥', ">=").replace('≤', "<=");
        if let Some(told) = slip::bounded(span, &text) {
            lower.tell(told);
            row.invalid = true;
        }
    }
    row
}

fn invalid_row(span: Span) -> Row {
    Row { label: None, patterns: vec![], guard: None, values: vec![], span, invalid: true }
}

fn row(lower: &mut Lower, pair: Pair) -> Row {
    let span = lower.span(&pair);
    let before = lower.diagnostics.len();
    let mut row = Row { label: None, patterns: vec![], guard: None, values: vec![], span, invalid: false };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name | Rule::text => row.label = Some(lower.name(&part)),
            Rule::patterns => row.patterns = part.into_inner().map(|part| pattern(lower, part)).collect(),
            Rule::guard => row.guard = set(lower, part).pop(),
            Rule::row_values => row.values = part.into_inner().map(|part| row_value(lower, part)).collect(),
            _ => {}
        }
    }
    // `< 10,000元` looks like two conditions, and is one slip.
    row.invalid = lower.diagnostics.iter().skip(before).any(|told| told.code == Code::ThousandsSeparator);
    row
}

fn row_value(lower: &mut Lower, pair: Pair) -> RowValue {
    let span = lower.span(&pair);
    let mut values = vec![];
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::kw_missing => return RowValue::Missing(span),
            Rule::kw_exempt => return RowValue::Exempt(span),
            Rule::expression => values.push(expression(lower, part)),
            _ => {}
        }
    }
    let mut values = values.into_iter();
    match (values.next(), values.next()) {
        (Some(from), Some(to)) => RowValue::Line { from, to, span },
        (Some(value), None) => RowValue::Expr(value),
        _ => RowValue::Expr(Expr { kind: ExprKind::Invalid, span }),
    }
}

fn pattern(lower: &mut Lower, pair: Pair) -> Pattern {
    let span = lower.span(&pair);
    if let Some(label) = spelt_label(lower, &pair) {
        let value = Expr { kind: ExprKind::Name(label), span };
        return Pattern { kind: PatternKind::Values(vec![value]), span };
    }
    let kind = pair.into_inner().next().map_or(PatternKind::Invalid, |part| pattern_kind(lower, part));
    Pattern { kind, span }
}

/// A pattern of the Civil Code that is spelt like a label that the file declares is that label.
fn spelt_label(lower: &Lower, pair: &Pair) -> Option<Name> {
    let civil = pair.clone().into_inner().next().is_some_and(|part| part.as_rule() == Rule::civil);
    let name = lower.name(pair);
    (civil && lower.labels.contains(&name.text)).then_some(name)
}

fn pattern_kind(lower: &mut Lower, pair: Pair) -> PatternKind {
    match pair.as_rule() {
        Rule::kw_any => PatternKind::Any,
        Rule::kw_missing => PatternKind::Missing,
        Rule::kw_otherwise => PatternKind::Otherwise,
        Rule::comparing => match comparing(lower, pair) {
            Some((CompareOp::Equal, value)) => PatternKind::Values(vec![value]),
            Some((CompareOp::NotEqual, value)) => PatternKind::Not(vec![value]),
            Some((op, value)) => PatternKind::Compare(op, value),
            None => PatternKind::Invalid,
        },
        Rule::interval => interval(lower, pair).map_or(PatternKind::Invalid, PatternKind::Interval),
        Rule::set => PatternKind::Values(set(lower, pair)),
        Rule::excluding => PatternKind::Not(excluded(lower, pair)),
        Rule::civil => civil(lower, pair),
        _ => value(lower, pair),
    }
}

/// A value; `80-89`, which the grammar takes for a subtraction, is told.
fn value(lower: &mut Lower, pair: Pair) -> PatternKind {
    let parentheses = pair.as_str().starts_with('(').then(|| lower.span(&pair));
    let expr = expression(lower, pair);
    if let ExprKind::Arithmetic { op: ArithmeticOp::Sub, left, right, .. } = &expr.kind
        && is_quantity(left)
        && is_quantity(right)
    {
        let (lo, hi) = (lower.source(left.span), lower.source(right.span));
        // `(80-89)` is a subtraction in parentheses.
        let told = match parentheses {
            Some(whole) => slip::bracketed(whole, lo, hi, ("(", ")"), "-"),
            None => slip::range(expr.span, lo, hi, "-"),
        };
        lower.tell(told);
        return PatternKind::Invalid;
    }
    if let ExprKind::Name(name) = &expr.kind
        && !lower.labels.contains(&name.text)
        && let Some(told) = slip::misplaced_bound(expr.span, &name.text)
            .or_else(|| slip::bounded(expr.span, &name.text))
            .or_else(|| slip::in_digits(expr.span, &name.text))
            .or_else(|| slip::last_row(expr.span, &name.text, &lower.names))
    {
        lower.tell(told);
        return PatternKind::Invalid;
    }
    PatternKind::Values(vec![expr])
}

fn is_quantity(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(Literal::Quantity { .. }))
}

fn excluded(lower: &mut Lower, pair: Pair) -> Vec<Expr> {
    match pair.into_inner().find(|part| part.as_rule() != Rule::kw_not) {
        Some(part) if part.as_rule() == Rule::set => set(lower, part),
        Some(part) => vec![expression(lower, part)],
        None => vec![],
    }
}

fn civil(lower: &mut Lower, pair: Pair) -> PatternKind {
    let mut op = CompareOp::Equal;
    let mut bound = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::civil_before if part.as_str().starts_with("超过") => op = CompareOp::Greater,
            Rule::civil_before => op = CompareOp::Less,
            Rule::civil_after if part.as_str().starts_with("以上") => op = CompareOp::GreaterEqual,
            Rule::civil_after => op = CompareOp::LessEqual,
            _ => bound = Some(expression(lower, part)),
        }
    }
    bound.map_or(PatternKind::Invalid, |bound| PatternKind::Compare(op, bound))
}
