//! Shares that a sheet has in two ways: a cell formatted as percent holds 0.98 and shows 98%, and a bare 0.98 may be either.

use super::number::amount;
use super::plan::FieldPlan;
use super::{Fault, normal};
use crate::diagnostic::Code;
use crate::quantity::{Decimal, exact};

/// What a cell of a column of percents tells of the bare numbers beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) enum Share {
    /// It has a sign of its own, as where a spreadsheet shows percents.
    Marked,
    /// It is bare and above 1: nobody has so much of something as a fraction.
    Great,
    /// It is bare and at most 1: a fraction, or so many percent.
    Small(TwoShares),
}

/// A bare number as either share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) struct TwoShares {
    /// As a fraction: `98%` of 0.98.
    pub fraction: String,
    /// As percents: `0.98%`.
    pub percent: String,
}

/// What a cell tells; of nothing and of 0, which is as much in both, nothing.
pub(in crate::io) fn share(text: &str) -> Option<Share> {
    let text = normal(text);
    let text = text.trim();
    if text.ends_with('%') {
        return Some(Share::Marked);
    }
    let number = amount(text).ok().filter(|amount| amount.rest.is_empty())?.value;
    match number.abs() {
        size if size.is_zero() => None,
        size if size > Decimal::ONE => Some(Share::Great),
        _ => {
            let fraction = exact::mul(number, Decimal::ONE_HUNDRED)?.normalize();
            Some(Share::Small(TwoShares { fraction: format!("{fraction}%"), percent: format!("{number}%") }))
        }
    }
}

impl TwoShares {
    /// The same for the text of a fault.
    pub fn told(self, fault: Fault) -> Fault {
        fault.arg("fraction", self.fraction).arg("percent", self.percent)
    }
}

/// Why a bare number is no percent, where that was to be told of it: one that is too fine for percents is as likely a
/// fraction, and of one that may be either both are named.
pub(super) fn either(fault: Fault, plan: &FieldPlan, text: &str) -> Fault {
    let asks = plan.dimension().is_some_and(|dimension| dimension.percent)
        && (fault.code == Code::TooPrecise || fault.variant == "percent");
    match share(text).filter(|_| asks) {
        Some(Share::Small(both)) => both.told(Fault { code: fault.code, ..Fault::new("fraction") }),
        _ => fault,
    }
}
