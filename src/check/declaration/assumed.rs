//! What was assumed of a value that is used of earlier periods before its declaration is reached.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, Slot, Type};
use crate::quantity::{Domain, Number, spell};

/// Holds what a slot turned out to be against what was assumed of it.
pub(super) fn held(header: &Header, assumed: &Slot, found: &Slot) -> Option<Diagnostic> {
    let told = Diagnostic::new(Code::Unsettled, found.span).arg("name", found.name.as_str());
    if found.optional {
        return Some(told.variant("missing"));
    }
    let (Domain::Numbers(wide), Domain::Numbers(numbers)) = (&assumed.domain, &found.domain) else { return None };
    let Type::Number(dimension) = found.ty else { return None };
    let quantity = |value: Number| spell(value, dimension, &header.currency, header.tongue);
    if !numbers.within(wide.lo(), wide.hi()) {
        let (zero, most) = (quantity(Number::ZERO), quantity(Number::from(if dimension.percent { 1 } else { 1000 })));
        let proposal = format!("clamp((previous({}) otherwise {zero}) + …, {zero}, {most})", found.name);
        return Some(told.variant("grows").arg("proposal", proposal));
    }
    let finer = !numbers.step().is_multiple(&wide.step());
    finer.then(|| told.variant("finer").arg("step", quantity(wide.step())))
}
