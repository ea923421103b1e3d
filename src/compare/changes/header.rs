//! Changes of the policy block.

use super::Found;
use crate::compare::change::{Change, Kind, Revert};
use crate::source::Span;
use crate::syntax::ast;

impl Found<'_, '_> {
    pub(super) fn header(&mut self, old: &ast::Header, new: &ast::Header) {
        let (was, is) = (self.held.old.policy.header.clone(), self.held.new.policy.header.clone());
        let name = |name: &Option<ast::Name>| name.as_ref().map(|name| name.span);
        let place = |expr: &Option<ast::Expr>| expr.as_ref().map(|expr| expr.span);
        let spans = |attribute: &'static str| match attribute {
            "currency" => (name(&old.currency), name(&new.currency)),
            "period" => (old.period.map(|(_, span)| span), new.period.map(|(_, span)| span)),
            "effective" => (
                place(&old.effective_from).or(place(&old.effective_until)),
                place(&new.effective_from).or(place(&new.effective_until)),
            ),
            "full_marks" => (place(&old.full_marks), place(&new.full_marks)),
            _ => (place(&old.applies), place(&new.applies)),
        };
        let applies = match (&was.applies, &is.applies) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                let one = self.held.cut[0].expr(self.held.terms, &one.value);
                one == self.held.cut[1].expr(self.held.terms, &other.value)
            }
            _ => false,
        };
        let kind = match (&was.applies, &is.applies) {
            (Some(one), Some(other)) if !applies => self.held.kind_of(&one.value, &other.value),
            _ => Kind::Formula,
        };
        let told = [
            ("currency", was.currency == is.currency, Kind::Type),
            ("period", was.period == is.period, Kind::Type),
            ("effective", was.effective == is.effective, Kind::Domain),
            ("full_marks", was.full_marks == is.full_marks, Kind::Value),
            ("applies", applies, kind),
        ];
        for (attribute, _, kind) in told.into_iter().filter(|(_, same, _)| !same) {
            self.attribute((attribute, kind), (old.span, new.span), spans(attribute));
        }
    }

    fn attribute(
        &mut self,
        (name, kind): (&'static str, Kind),
        (old, new): (Span, Span),
        (was, is): (Option<Span>, Option<Span>),
    ) {
        let piece = |span: Option<Span>| span.map(|span| self.held.text(span));
        let pieces = (piece(was), piece(is));
        let kind = match (was, is) {
            (None, Some(_)) if name == "applies" => Kind::Added,
            (Some(_), None) if name == "applies" => Kind::Removed,
            _ => kind,
        };
        let (old, new) = match kind {
            Kind::Added => (None, Some(is.unwrap_or(new))),
            Kind::Removed => (Some(was.unwrap_or(old)), None),
            _ => (Some(was.unwrap_or(old)), Some(is.unwrap_or(new))),
        };
        let revert = vec![Revert::Header(name)];
        self.changes.push(Change {
            kind,
            name: name.to_owned(),
            within: Some("policy".to_owned()),
            old,
            new,
            pieces,
            revert,
        });
    }
}
