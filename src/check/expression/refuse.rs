//! What many places refuse: an operator that a type does not have, arguments that do not fit, a value that can
//! be missing.

use super::super::context::Context;
use super::{build, functions, said, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Role, Type};
use crate::quantity::{Calendar, Dimension};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::Call;

/// Tells an operator that the type of a side does not have.
pub(super) fn no_operator(cx: &mut Context, side: &Expr, operator: &str) -> Expr {
    if side.ty != Type::Invalid {
        let found = units::type_arg(cx, side.ty);
        let text = cx.sources.slice(side.span).to_owned();
        if let Some(told) = said::quoted(cx, side) {
            cx.tell(told);
            return build::invalid(side.span);
        }
        let diagnostic = Diagnostic::new(Code::NoOperator, side.span)
            .variant(variant(side.ty))
            .arg("text", text)
            .arg("found", found)
            .arg("operator", operator);
        let owner = cx.sources.slice(side.span).trim().to_owned();
        let only = Some(side.ty).filter(|ty| matches!(ty, Type::Label(_))).and_then(|_| only_member(cx, &owner));
        cx.tell(match only {
            Some(member) => {
                let proposal = format!("{owner}.{member}");
                diagnostic.variant("member").arg("proposal", proposal.clone()).edit(side.span, proposal)
            }
            None => diagnostic,
        });
    }
    build::invalid(side.span)
}

/// The member of what has one alone.
fn only_member(cx: &Context, owner: &str) -> Option<String> {
    let mut members = cx.scope.members.keys().filter(|(of, _)| of == owner).map(|(_, member)| member.clone());
    members.next().filter(|_| members.next().is_none())
}

/// What the values of a type can be asked instead.
fn variant(ty: Type) -> &'static str {
    match ty {
        Type::Calendar(Calendar::Time) => "time",
        Type::Calendar(Calendar::Date) => "date",
        Type::Calendar(_) => "calendar",
        Type::Bool => "bool",
        Type::Number(_) | Type::Text | Type::Label(_) | Type::Invalid => "",
    }
}

/// Tells a function whose arguments do not fit, with the way it is written.
pub(super) fn bad_arguments(cx: &mut Context, it: &Call, span: Span) -> Expr {
    let form = functions::form(it);
    let diagnostic = Diagnostic::new(Code::BadArguments, span)
        .arg("function", it.function.text.clone())
        .arg("form", form.replace(form.split('(').next().unwrap_or(""), &it.function.text));
    cx.tell(diagnostic);
    build::invalid(span)
}

/// Tells an expression that can be missing where a value is needed.
pub(in crate::check) fn present(cx: &mut Context, expr: Expr) -> Expr {
    if !expr.optional || expr.ty == Type::Invalid {
        return expr;
    }
    let text = cx.sources.slice(expr.span).to_owned();
    let mut diagnostic = Diagnostic::new(Code::UnhandledMissing, expr.span).arg("text", text);
    if let Some(place) = expr.slots().into_iter().filter_map(|id| cx.slots.get(id.0)).find(|s| s.optional) {
        diagnostic = diagnostic.label(place.span, "declared");
    }
    // Of what is counted or paid, none is nothing; whether that is also the best, the message asks.
    if let Type::Number(dimension @ (Dimension::NUMBER | Dimension::MONEY)) = expr.ty
        && is_field(cx, &expr)
    {
        let unit = cx.unit(dimension).filter(|_| dimension == Dimension::MONEY).unwrap_or_default();
        let value = cx.sources.slice(expr.span).trim().to_owned();
        let wanted = format!("({value} {} 0{unit})", Keyword::OtherwiseValue.en());
        diagnostic = diagnostic.edit(expr.span, wanted);
    }
    cx.tell(diagnostic);
    build::invalid(expr.span)
}

/// Whether an expression is what a record says.
fn is_field(cx: &Context, expr: &Expr) -> bool {
    let ExprKind::Slot(id) = &expr.kind else { return false };
    cx.slots.get(id.0).is_some_and(|slot| slot.role == Role::Field)
}
