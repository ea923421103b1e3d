//! What an expression reads.

use crate::ir::{Expr, ExprKind};

/// Whether an expression reads a param.
pub(super) fn has_param(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |e| found |= matches!(e.kind, ExprKind::Param(_)));
    found
}
