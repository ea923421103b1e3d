use merit::eval::{FaultKind, Stop};
use merit::ir::{Expr, ExprKind, Operator, Type, Value};
use merit::quantity::{Decimal, Dimension, Domain, Rounding};
use merit::source::{FileId, Span};

use super::value_of;

fn expr(kind: ExprKind) -> Expr {
    let span = Span::new(FileId(0), 3, 5);
    Expr { kind, ty: Type::Number(Dimension::NUMBER), domain: Domain::Invalid, optional: false, span }
}

fn constant(value: Value) -> Box<Expr> {
    Box::new(expr(ExprKind::Constant(value)))
}

fn number(value: impl Into<Decimal>) -> Box<Expr> {
    constant(Value::from(value.into()))
}

fn fault(kind: ExprKind) -> FaultKind {
    match value_of(expr(kind)) {
        Err(Stop::Fault(fault)) => fault.kind,
        other => panic!("no fault: {other:?}"),
    }
}

fn quotient(dividend: Box<Expr>, divisor: Box<Expr>) -> ExprKind {
    ExprKind::Quotient { dividend, divisor, step: Decimal::ONE, mode: Rounding::HalfUp, fallback: None }
}

/// What the checks prove absent is told as a fault if it happens all the same; nothing panics and
/// nothing is made up.
#[test]
fn the_impossible_is_a_fault() {
    let product = |left, right| ExprKind::Arithmetic { op: Operator::Mul, left, right };
    assert_eq!(fault(quotient(number(1), number(0))), FaultKind::DivisionByZero);
    let third = ExprKind::DivideExact { value: number(1), by: 3.into() };
    assert_eq!(fault(third), FaultKind::NoResult);
    assert_eq!(fault(product(number(2), constant(Value::Missing))), FaultKind::Missing);
    assert_eq!(fault(product(number(2), constant(Value::Bool(true)))), FaultKind::WrongKind);
    assert_eq!(fault(ExprKind::Invalid), FaultKind::Invalid);
    assert_eq!(fault(ExprKind::Slot(merit::ir::SlotId(9))), FaultKind::Invalid);
    assert_eq!(fault(ExprKind::Param(merit::ir::ParamId(9))), FaultKind::Invalid);
    assert_eq!(fault(ExprKind::ByLabel { value: constant(Value::Label(1)), cases: vec![] }), FaultKind::NoRow);
}
