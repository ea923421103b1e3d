//! What must hold of every record.

use super::super::expression::{Wanted, expression, increasing, present};
use super::build::{Build, NewSlot};
use crate::ir::{Claim, Ensure, Role, Type};
use crate::syntax::ast;

/// Lowers an `ensure`. That its condition always holds is what was hoped for, so it is no news.
pub(super) fn ensure(build: &mut Build, it: &ast::Ensure) {
    let (value, claim) = match increasing(&mut build.cx, &it.condition) {
        Some(Some((value, along))) => (value, Claim::Increasing(along)),
        Some(None) => return,
        None => {
            let value = expression(&mut build.cx, &it.condition, Wanted::Type(Type::Bool));
            (present(&mut build.cx, value), Claim::Holds)
        }
    };
    if value.ty == Type::Invalid {
        return;
    }
    let text = build.cx.sources.slice(it.span).split_whitespace().collect::<Vec<_>>().join(" ");
    // No name of a policy can be like this, so nobody can mean the slot.
    let slot = build.value(NewSlot::new(text.as_str(), it.span, Role::Ensure), value);
    build.ensures.push(Ensure { slot, claim, text, span: it.span });
}
