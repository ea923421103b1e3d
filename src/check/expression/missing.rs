//! `note = null`, `备注 = 空`: what is not there is asked for with words of its own.

use super::super::context::Context;
use super::super::resolve;
use super::build;
use super::expected::Expected;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::source::Span;
use crate::syntax::ast::{self, CompareOp};
use crate::syntax::condition_word;
use crate::syntax::keyword::Keyword;

/// Tells a comparison with a word for nothing.
pub(super) fn compared(
    cx: &mut Context,
    first: &ast::Expr,
    rest: &[(CompareOp, ast::Expr)],
    span: Span,
) -> Option<Expr> {
    let [(sign, value)] = rest else { return None };
    let ast::ExprKind::Name(word) = &value.kind else { return None };
    let nothing =
        condition_word(&word.text).is_some_and(|meant| Keyword::Missing.is(meant)) || Keyword::Missing.is(&word.text);
    let negated = match sign {
        CompareOp::Equal => false,
        CompareOp::NotEqual => true,
        _ => return None,
    };
    (nothing && !word.quoted && !resolve::is_value(cx, &word.text)).then_some(())?;
    let (checked, _) = cx.probe(|cx| cx.operand(first, Expected::default()));
    match checked.ty {
        Type::Invalid => return Some(checked),
        // One of the labels may be called so.
        Type::Label(set) if resolve::meaning_of_label(cx, set, &word.text).is_some() => return None,
        _ => {}
    }
    let not = if negated { format!("{} ", Keyword::Not.en()) } else { String::new() };
    let wanted = format!("{} {not}{}", Keyword::Is.en(), Keyword::Missing.en());
    let place = first.span.after().to(value.span);
    let told = Diagnostic::new(Code::UnknownName, value.span).variant("missing").arg("name", word.text.as_str());
    let told = told.arg("wanted", wanted.clone()).without(&word.text);
    cx.tell(told.edit(place, format!(" {wanted}")));
    Some(build::invalid(span))
}
