//! Changes of what is worked out and scored: metrics, `let`s, flags, items, sections.

use super::Found;
use super::held::Held;
use crate::compare::change::{Kind, Revert};
use crate::ir::{Expr, Policy, SlotId, Step};
use crate::quantity::{Fraction, Number};
use crate::source::Span;
use crate::syntax::ast;

impl Found<'_, '_> {
    pub(super) fn metric(&mut self, places: (Span, Span)) {
        let (was, is) = self.names();
        let Some((old, new)) = self.held.slots(&was, &is) else { return };
        let types = [(&self.held.old.policy, old), (&self.held.new.policy, new)]
            .map(|(policy, slot)| policy.slot(slot).map(|slot| (slot.ty, slot.optional)));
        if let [Some((one, _)), Some((other, _))] = types
            && !self.is_one_type(one, other)
        {
            let written = self.written(places.0, places.1);
            return self.tell_whole(Kind::Type, places, written);
        }
        self.formula(places);
    }

    /// A `let` that is not what it was is told where something else would not be told by itself.
    pub(super) fn local(&mut self, places: (Span, Span)) {
        let (was, is) = self.names();
        let Some((old, new)) = self.held.slots(&was, &is) else { return };
        let blamed = self.held.blamed.contains(&is);
        if blamed && self.held.terms_of(old, new, true).is_some_and(|[one, other]| one != other) {
            self.formula_of(places, old, new);
        }
    }

    /// A declaration with one formula.
    pub(super) fn formula(&mut self, places: (Span, Span)) {
        let (was, is) = self.names();
        let Some((old, new)) = self.held.slots(&was, &is) else { return };
        if !self.held.is_same(old, new) {
            self.formula_of(places, old, new);
        }
    }

    fn formula_of(&mut self, places: (Span, Span), old: SlotId, new: SlotId) {
        // What reads as before is found otherwise only because something that it reads is: that is told there.
        if self.reads_alike(places.0, places.1) {
            return;
        }
        let (policy, other) = (&self.held.old.policy, &self.held.new.policy);
        let (kind, pieces) = match (value(policy, old), value(other, new)) {
            (Some((one, was)), Some((two, is))) => {
                let kind = self.held.kind_of(one, two);
                (kind, if self.reads_alike(was, is) { self.written(places.0, places.1) } else { self.written(was, is) })
            }
            _ => (Kind::Formula, self.written(places.0, places.1)),
        };
        self.tell_whole(kind, places, pieces);
    }

    pub(super) fn score(&mut self, old: &ast::Score, new: &ast::Score) {
        let (was, is) = self.names();
        let places = (old.span, new.span);
        self.weight((&old.share, &new.share), places);
        let points = |policy: &Policy, name: &str| policy.items.iter().find(|it| it.name == name).map(|it| it.points);
        let Some((was, is)) = points(&self.held.old.policy, &was).zip(points(&self.held.new.policy, &is)) else {
            return;
        };
        if self.held.is_same(was, is) {
            return;
        }
        match (&old.rows, &new.rows) {
            (Some(one), Some(other)) => self.rows(places, (was, is), (one, other)),
            _ => self.formula_of(places, was, is),
        }
    }

    pub(super) fn section(&mut self, old: &ast::Section, new: &ast::Section) {
        self.weight((&old.share, &new.share), (old.span, new.span));
    }

    /// What an item or section counts for.
    fn weight(&mut self, (old, new): (&Option<ast::Share>, &Option<ast::Share>), places: (Span, Span)) {
        let (was, is) = (self.share(old), self.share(new));
        if was == is {
            return;
        }
        let span = |share: &Option<ast::Share>, place: Span| match share {
            Some(ast::Share::Weight(expr) | ast::Share::OutOf(expr)) => expr.span,
            None => place,
        };
        let pieces = self.written(span(old, places.0), span(new, places.1));
        let revert = vec![Revert::Share(self.key())];
        self.tell(Kind::Weight, places, pieces, revert);
    }

    /// What a share comes to, and whether it is a weight.
    fn share(&self, share: &Option<ast::Share>) -> Option<(bool, Result<Fraction, String>)> {
        let (weight, expr) = match share.as_ref()? {
            ast::Share::Weight(expr) => (true, expr),
            ast::Share::OutOf(expr) => (false, expr),
        };
        let text = self.held.text(expr.span);
        let figure = match &expr.kind {
            ast::ExprKind::Literal(ast::Literal::Quantity { figure, unit }) => {
                let percent = unit.as_ref().is_some_and(|unit| unit.text.contains(['%', '％']));
                let by = if percent { Number::from(100) } else { Number::ONE };
                Fraction::new(&Number::from(*figure), &by)
            }
            _ => None,
        };
        Some((weight, figure.ok_or(text)))
    }
}

/// The formula of a slot, and where the whole of it stands.
pub(super) fn value(policy: &Policy, slot: SlotId) -> Option<(&Expr, Span)> {
    match Held::step(policy, slot)? {
        Step::Value(step) => Some((&step.value, step.written)),
        Step::Pay(pay) => pay.lines.iter().find(|line| line.slot == slot).map(|line| (&line.value, line.written)),
        _ => None,
    }
}
