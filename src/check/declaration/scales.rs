//! Scales: 超额, each slice at its own rate, and 全额, all at the rate that is reached.

use super::super::expression::{Wanted, expression, pattern, present, settled};
use super::build::{Build, NewSlot, invalid};
use super::rows::{self, Answer};
use super::slices::{self, ends};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Input, Operator, Pattern, Role, Scale, Slice, Step, Table, TableKind, Type};
use crate::quantity::{Decimal, Domain, Number, Numbers};
use crate::source::Span;
use crate::syntax::{Keyword, ast};

/// Lowers a scale.
pub(super) fn scale(build: &mut Build, scale: &ast::Scale) {
    let mut inputs = rows::inputs(build, std::slice::from_ref(&scale.input));
    let Some(mut input) = inputs.pop() else { return };
    input.value = present(&mut build.cx, input.value);
    if !matches!(input.value.ty, Type::Number(_) | Type::Invalid) {
        build.tell(Diagnostic::new(Code::MisplacedType, scale.input.span).variant("scale"));
        input.value = invalid(scale.input.span);
    }
    let ty = rate_type(build, &scale.rows);
    match scale.mode {
        ast::ScaleMode::Marginal => marginal(build, scale, input, ty),
        ast::ScaleMode::Whole => whole(build, scale, input, ty),
    }
}

/// The type of all rates is that of the first one that has a type. What it tells is told again, at
/// its row, so it is not kept here.
fn rate_type(build: &mut Build, rows: &[ast::Row]) -> Type {
    let (ty, _) = build.cx.probe(|cx| {
        let mut rates = rows.iter().flat_map(|row| &row.values).filter_map(|value| match value {
            ast::RowValue::Expr(expr) => Some(expression(cx, expr, Wanted::Anything).ty),
            _ => None,
        });
        rates.find(|ty| matches!(ty, Type::Number(_)))
    });
    ty.unwrap_or(Type::Invalid)
}

fn amount_type(input: Type, rate: Type) -> Type {
    match (input, rate) {
        (Type::Number(input), Type::Number(rate)) if rate.is_ratio() && !input.is_ratio() => Type::Number(input),
        (Type::Number(input), Type::Number(rate)) => Type::Number(input.times(rate)),
        _ => Type::Invalid,
    }
}

fn whole(build: &mut Build, scale: &ast::Scale, input: Input, ty: Type) {
    let span = scale.name.span;
    let answer = Answer { ty, optional: false, step: None, item: false, place: scale.span };
    let lowered = rows::rows(build, &scale.rows, std::slice::from_ref(&input), &[answer]);
    let (domain, optional) = rows::column(&lowered, std::slice::from_ref(&input), 0);
    let new = NewSlot::new(format!("{}.rate", scale.name.text), span, Role::Scale).title(scale.title.as_ref());
    let rate = build.slot(new, ty, domain.unwrap_or(Domain::Invalid), optional);
    let value = input.value.clone();
    build.step(Step::Table(Table {
        kind: TableKind::Scale,
        name: scale.name.text.clone(),
        span,
        inputs: vec![input],
        outputs: vec![rate],
        rows: lowered,
    }));
    let rate = build.read(rate, span);
    let amount = product(build, value, rate, span);
    let new = NewSlot::new(&scale.name.text, span, Role::Scale).title(scale.title.as_ref());
    let slot = build.value(new, amount);
    build.name(&scale.name.text, slot);
}

fn product(build: &mut Build, value: Expr, rate: Expr, span: Span) -> Expr {
    let ty = amount_type(value.ty, rate.ty);
    let domain = match (value.domain.numbers(), rate.domain.numbers()) {
        (Some(value), Some(rate)) => {
            settled(&mut build.cx, value.mul(rate), span).map_or(Domain::Invalid, Domain::Numbers)
        }
        _ => Domain::Invalid,
    };
    let kind = ExprKind::Arithmetic { op: Operator::Mul, left: Box::new(value), right: Box::new(rate) };
    Expr { kind, ty, domain, optional: false, span }
}

fn marginal(build: &mut Build, scale: &ast::Scale, input: Input, ty: Type) {
    let lowered: Vec<Slice> = scale.rows.iter().map(|row| slice(build, row, &input, ty)).collect();
    let sound = lowered.iter().all(|slice| slice.interval != Pattern::Invalid);
    let sound = sound && slices::follow(build, scale, &lowered) && from_zero(build, &input, &lowered);
    let domain = if sound { amounts(build, scale, &input, &lowered) } else { Domain::Invalid };
    let new = NewSlot::new(&scale.name.text, scale.name.span, Role::Scale).title(scale.title.as_ref());
    let output = build.slot(new, amount_type(input.value.ty, ty), domain, false);
    build.name(&scale.name.text, output);
    let (name, span) = (scale.name.text.clone(), scale.name.span);
    build.step(Step::Scale(Scale { name, span, input, output, slices: lowered }));
}

fn slice(build: &mut Build, row: &ast::Row, input: &Input, ty: Type) -> Slice {
    let written = row.patterns.first().filter(|_| row.patterns.len() == 1);
    let interval_span = written.map_or(row.span, |pattern| pattern.span);
    let interval = written.map_or(Pattern::Invalid, |written| pattern(&mut build.cx, written, &input.value));
    let interval = match interval {
        Pattern::Interval { .. } | Pattern::Invalid => interval,
        _ => {
            build.tell(Diagnostic::new(Code::BrokenScale, interval_span).variant("interval"));
            Pattern::Invalid
        }
    };
    if let Some(guard) = &row.guard {
        build.tell(Diagnostic::new(Code::BrokenScale, guard.span).variant("guard"));
    }
    let rate = rate(build, row, ty);
    let (from, to) = ends(&interval);
    Slice { from: from.unwrap_or(Decimal::ZERO), to, rate, interval, interval_span, span: row.span }
}

fn rate(build: &mut Build, row: &ast::Row, ty: Type) -> Expr {
    let wanted = if ty == Type::Invalid { Wanted::Anything } else { Wanted::Type(ty) };
    match row.values.as_slice() {
        [ast::RowValue::Expr(expr)] => {
            let rate = expression(&mut build.cx, expr, wanted);
            present(&mut build.cx, rate)
        }
        [ast::RowValue::Exempt(span)] => {
            build.tell(Diagnostic::new(Code::MisplacedExempt, *span));
            invalid(*span)
        }
        _ if row.invalid => invalid(row.span),
        _ => {
            build.tell(Diagnostic::new(Code::BrokenScale, row.span).variant("rate"));
            invalid(row.span)
        }
    }
}

/// A first slice without lower end begins at 0, which is right only where there is nothing below.
fn from_zero(build: &mut Build, input: &Input, slices: &[Slice]) -> bool {
    let Some(first) = slices.first() else { return true };
    let below = input.value.domain.numbers().is_some_and(|numbers| numbers.lo() < first.from);
    if below && ends(&first.interval).0.is_none() {
        let told = Diagnostic::new(Code::BrokenScale, first.interval_span).variant("negative");
        let told = told.arg("input", input.name.as_str());
        let unit = match input.value.ty {
            Type::Number(dimension) => build.cx.unit(dimension).unwrap_or_default(),
            _ => String::new(),
        };
        let wanted = format!("{}({}, 0{unit})", Keyword::Max.en(), input.name);
        build.tell(told.edit(input.value.span, wanted));
        return false;
    }
    true
}

/// What the slices add up to, each somewhere between empty and full.
fn amounts(build: &mut Build, scale: &ast::Scale, input: &Input, slices: &[Slice]) -> Domain {
    let Some(numbers) = input.value.domain.numbers() else { return Domain::Invalid };
    let mut total = Numbers::one(Number::ZERO);
    for slice in slices {
        let Some(rate) = slice.rate.domain.numbers() else { return Domain::Invalid };
        total = total.add(&slice.filled(numbers).mul(rate));
    }
    settled(&mut build.cx, total, scale.name.span).map_or(Domain::Invalid, Domain::Numbers)
}
