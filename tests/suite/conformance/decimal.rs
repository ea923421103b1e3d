use merit::ir::{Expr, ExprKind, Operator, Type, Value};
use merit::quantity::{Decimal, Dimension, Domain, Number, Numbers, Rounding, exact};
use merit::source::Span;

use super::{Row, mode, number, rows, step};
use crate::eval::value_of;

#[test]
fn general_decimal_arithmetic() {
    let rows = rows("decimal.csv");
    assert_eq!(rows.len(), 5_602);
    rows.iter().for_each(hold);
}

#[test]
fn dmn_and_catala() {
    let rows = rows("rounding.csv");
    assert_eq!(rows.len(), 169);
    rows.iter().for_each(hold);
}

/// A number is written by its last digits first: as the decimal that it is, with no zeros behind it.
#[test]
fn digits() {
    let rows = rows("decimal.csv");
    let figures = rows.iter().flat_map(|row| [number(&row["a"]), number(&row["result"])]);
    let ends = ["0", "-0.00", "-0.10", "18446744073709551615", "18446744073709551616", "0.000000000000000001"];
    for figure in figures.chain(ends.map(number)) {
        let exact = Number::from(figure);
        let mut written = String::from("=");
        exact.write(&mut written);
        let whole = figure.normalize().to_string();
        assert_eq!(written, format!("={whole}"));
        assert_eq!((exact.to_string(), format!("{exact:>40}")), (whole.clone(), format!("{whole:>40}")));
    }
}

/// The result must come out of the arithmetic, of the evaluator, and as the only value of the domain.
fn hold(row: &Row) {
    let id = &row["id"];
    let wanted = number(&row["result"]);
    let task = Task::of(row);
    assert_eq!(task.arithmetic(), Some(wanted), "{id}, arithmetic");
    let Some(expr) = task.expression() else { return assert_eq!(task.op, "compare") };
    assert_eq!(value_of(expr), Ok(Value::from(wanted)), "{id}, evaluator");
    assert_eq!(task.domain().and_then(|domain| domain.single()), Some(wanted.into()), "{id}, domain");
}

/// A row, read.
struct Task {
    op: String,
    a: Decimal,
    b: Option<Decimal>,
    round: Option<(Decimal, Rounding)>,
}

impl Task {
    fn of(row: &Row) -> Task {
        let round = (!row["mode"].is_empty()).then(|| (step(row["scale"].parse().unwrap()), mode(&row["mode"])));
        let b = (!row["b"].is_empty()).then(|| number(&row["b"]));
        Task { op: row["op"].clone(), a: number(&row["a"]), b, round }
    }

    fn is_quotient(&self) -> bool {
        self.op == "divide" || (self.op == "round" && self.b.is_some())
    }

    fn arithmetic(&self) -> Option<Decimal> {
        let (a, b) = (self.a, self.b.unwrap_or(Decimal::ZERO));
        if let (true, Some((step, mode))) = (self.is_quotient(), self.round) {
            return exact::quotient(a, b, step, mode);
        }
        let exact = match self.op.as_str() {
            "add" => exact::add(a, b)?,
            "subtract" => exact::sub(a, b)?,
            "multiply" => exact::mul(a, b)?,
            "divide" => exact::divide(a, b)?,
            "compare" => Decimal::from(a.cmp(&b) as i32),
            "minus" => -a,
            "abs" => a.abs(),
            "quantize" | "tointegral" | "round" => a,
            "min" => a.min(b),
            "max" => a.max(b),
            "excess" => exact::sub(a, b)?.max(Decimal::ZERO),
            "shortfall" => exact::sub(b, a)?.max(Decimal::ZERO),
            other => panic!("no operation {other}"),
        };
        self.round.map_or(Some(exact), |(step, mode)| exact::round(exact, step, mode))
    }

    fn expression(&self) -> Option<Expr> {
        let (a, b) = (constant(self.a), constant(self.b.unwrap_or(Decimal::ZERO)));
        let operate = |op, left, right| Some(numeric(ExprKind::Arithmetic { op, left, right }));
        let extreme = |greatest, values| Some(numeric(ExprKind::Extreme { greatest, values }));
        if let (true, Some((step, mode))) = (self.is_quotient(), self.round) {
            return Some(numeric(ExprKind::Quotient { dividend: a, divisor: b, step, mode, fallback: None }));
        }
        let exact = match self.op.as_str() {
            "add" => operate(Operator::Add, a, b),
            "subtract" => operate(Operator::Sub, a, b),
            "multiply" => operate(Operator::Mul, a, b),
            "divide" => Some(numeric(ExprKind::DivideExact { value: a, by: self.b?.into() })),
            "minus" => Some(numeric(ExprKind::Negate(a))),
            "abs" => Some(numeric(ExprKind::Abs(a))),
            "quantize" | "tointegral" | "round" => Some(*a),
            "min" => extreme(false, vec![*a, *b]),
            "max" => extreme(true, vec![*a, *b]),
            "excess" => extreme(true, vec![operate(Operator::Sub, a, b)?, *constant(Decimal::ZERO)]),
            "shortfall" => extreme(true, vec![operate(Operator::Sub, b, a)?, *constant(Decimal::ZERO)]),
            _ => None,
        }?;
        let rounded = |(step, mode)| numeric(ExprKind::Round { value: Box::new(exact.clone()), step, mode });
        Some(self.round.map_or(exact.clone(), rounded))
    }

    fn domain(&self) -> Option<Numbers> {
        let (a, b) = (Numbers::one(self.a), Numbers::one(self.b.unwrap_or(Decimal::ZERO)));
        let zero = Numbers::one(Decimal::ZERO);
        if let (true, Some((step, mode))) = (self.is_quotient(), self.round) {
            return a.quotient(&b, step, mode);
        }
        let exact = match self.op.as_str() {
            "add" => a.add(&b),
            "subtract" => a.sub(&b),
            "multiply" => a.mul(&b),
            "divide" => a.divide(&self.b?.into())?,
            "minus" => a.neg(),
            "abs" => a.abs(),
            "quantize" | "tointegral" | "round" => a,
            "min" => a.min(&b),
            "max" => a.max(&b),
            "excess" => a.sub(&b).max(&zero),
            "shortfall" => b.sub(&a).max(&zero),
            other => panic!("no operation {other}"),
        };
        Some(self.round.map_or(exact.clone(), |(step, mode)| exact.round(step, mode)))
    }
}

fn constant(value: Decimal) -> Box<Expr> {
    Box::new(numeric(ExprKind::Constant(Value::from(value))))
}

fn numeric(kind: ExprKind) -> Expr {
    let ty = Type::Number(Dimension::NUMBER);
    Expr { kind, ty, domain: Domain::Invalid, optional: false, span: Span::default() }
}
