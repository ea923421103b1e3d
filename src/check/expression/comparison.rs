//! A comparison of two checked sides: how it is written, and which answers it can give.

use std::cmp::Ordering;

use super::facts;
use crate::ir::Comparison;
use crate::quantity::{Domain, Numbers};
use crate::syntax::ast::CompareOp;

/// How a comparison is written.
pub(super) fn symbol(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::LessEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterEqual => ">=",
    }
}

/// The comparison that an operator of the text is.
pub(super) fn comparison(op: CompareOp) -> Comparison {
    match op {
        CompareOp::Equal => Comparison::Equal,
        CompareOp::NotEqual => Comparison::NotEqual,
        CompareOp::Less => Comparison::Less,
        CompareOp::LessEqual => Comparison::LessEqual,
        CompareOp::Greater => Comparison::Greater,
        CompareOp::GreaterEqual => Comparison::GreaterEqual,
    }
}

/// Which answers a comparison can give, from the domains of its sides.
pub(super) fn decide(op: Comparison, left: &Domain, right: &Domain) -> Domain {
    let truth = |yes: bool, no: bool| Domain::Bool { no, yes };
    if let (Some(a), Some(b)) = (facts::as_numbers(left), facts::as_numbers(right)) {
        let (least, most) = (a.lo().cmp(&b.hi()), a.hi().cmp(&b.lo()));
        return match op {
            Comparison::Less => truth(least == Ordering::Less, most != Ordering::Less),
            Comparison::LessEqual => truth(least != Ordering::Greater, most == Ordering::Greater),
            Comparison::Greater => truth(most == Ordering::Greater, least != Ordering::Greater),
            Comparison::GreaterEqual => truth(most != Ordering::Less, least == Ordering::Less),
            Comparison::Equal => truth(meet(&a, &b), !same_one(&a, &b)),
            Comparison::NotEqual => truth(!same_one(&a, &b), meet(&a, &b)),
        };
    }
    let (equal, unequal) = match (left, right) {
        (Domain::Labels(a), Domain::Labels(b)) => (!a.is_disjoint(b), a.len() > 1 || b.len() > 1 || a != b),
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            ((*n1 && *n2) || (*y1 && *y2), (*n1 && *y2) || (*y1 && *n2))
        }
        _ => (true, true),
    };
    if op == Comparison::Equal { truth(equal, unequal) } else { truth(unequal, equal) }
}

fn same_one(a: &Numbers, b: &Numbers) -> bool {
    a.single().is_some() && a.single() == b.single()
}

/// Whether two domains can have a value in common.
fn meet(a: &Numbers, b: &Numbers) -> bool {
    let apart = a.hi() < b.lo() || b.hi() < a.lo();
    match (a.single(), b.single()) {
        _ if apart => false,
        (Some(one), _) => b.contains(one),
        (_, Some(one)) => a.contains(one),
        _ => true,
    }
}
