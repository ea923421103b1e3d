//! Changes of what is read: fields, lookups and details, labels, params.

use super::Found;
use crate::compare::change::{Kind, Revert};
use crate::compare::names::labels;
use crate::ir::{self, SlotId, Type};
use crate::syntax::ast;

impl Found<'_, '_> {
    pub(super) fn field(&mut self, old: &ast::Field, new: &ast::Field) {
        let (was, is) = self.names();
        let Some((was, is)) = self.held.slots(&was, &is) else { return };
        let places = (old.span, new.span);
        let written = self.written(old.span, new.span);
        let (before, after) = (&self.held.old.policy, &self.held.new.policy);
        let held = (was, is);
        let (Some(one), Some(other)) = (before.field(was), after.field(is)) else { return };
        let (Some(slot), Some(now)) = (before.slot(was), after.slot(is)) else { return };
        let columns = (&one.columns, &one.label_titles) != (&other.columns, &other.label_titles);
        let flags = |field: &ir::Field| (field.key, field.period, field.optional, field.bare);
        let typed = !self.is_one_type(slot.ty, now.ty) || flags(one) != flags(other);
        let same = match (&one.default, &other.default) {
            (Some(was), Some(is)) => {
                super::super::names::carried((before, slot.ty), (after, now.ty), was).as_ref() == Some(is)
            }
            (was, is) => was == is,
        };
        let [was, is] = [&old.attributes.default, &new.attributes.default]
            .map(|expr| expr.as_ref().map(|expr| self.held.text(expr.span)));
        let space = |policy, slot| crate::compare::names::space(policy, slot).map(|space| space.values);
        let domain = !typed
            && matches!(slot.ty, Type::Number(_) | Type::Calendar(_))
            && space(before, held.0) != space(after, held.1);
        let rounded = one.rounded != other.rounded;
        if columns {
            // Another column is another figure.
            self.tell_whole(Kind::Text, places, written.clone());
        }
        if typed {
            self.tell_whole(Kind::Type, places, written.clone());
        }
        if domain {
            self.tell_whole(Kind::Domain, places, written.clone());
        }
        if !same {
            self.tell_whole(Kind::Default, places, (was, is));
        }
        if rounded {
            self.tell_whole(Kind::Rounding, places, written);
        }
    }

    /// Whether two types are one. Labels that a `type` declares are told there.
    pub(super) fn is_one_type(&self, old: Type, new: Type) -> bool {
        let (was, is) = (&self.held.old.policy, &self.held.new.policy);
        match (old, new) {
            (Type::Label(_), Type::Label(_)) => {
                let named = |policy: &ir::Policy, ty| policy.labels(ty).is_some_and(|set| set.name.is_some());
                (named(was, old) && named(is, new)) || labels(was, old) == labels(is, new)
            }
            (one, other) => one == other,
        }
    }

    pub(super) fn relation(&mut self, old: &ast::Block, new: &ast::Block) {
        let find = |policy: &ir::Policy, name: &str| policy.relations.iter().position(|it| it.name == name);
        let (was, is) = (&self.held.old.policy, &self.held.new.policy);
        let (Some(one), Some(other)) = (find(was, &old.name.text), find(is, &new.name.text)) else { return };
        let (Some(one), Some(other)) = (was.relations.get(one), is.relations.get(other)) else { return };
        let kind = one.kind != other.kind || one.policy.is_some() != other.policy.is_some();
        let results: Vec<(SlotId, SlotId)> = match (&one.policy, &other.policy) {
            (Some(_), Some(_)) => {
                let slots = other.slots.clone().map(SlotId);
                slots.filter_map(|slot| Some((self.held.names.old_slot(slot)?, slot))).collect()
            }
            _ => vec![],
        };
        let same = results
            .into_iter()
            .all(|(old, new)| self.held.terms_of(old, new, false).is_some_and(|[one, other]| one == other));
        if kind || !same {
            let written = self.written(old.span, new.span);
            self.tell_whole(if kind { Kind::Type } else { Kind::Formula }, (old.span, new.span), written);
        }
    }

    pub(super) fn labels(&mut self, old: &ast::TypeDecl, new: &ast::TypeDecl) {
        let names = |decl: &ast::TypeDecl| decl.labels.iter().map(|label| label.name.text.clone()).collect::<Vec<_>>();
        let titles = |decl: &ast::TypeDecl| {
            decl.labels.iter().map(|label| label.title.as_ref().map(|title| title.text.clone())).collect::<Vec<_>>()
        };
        let (mut was, mut is) = (names(old), names(new));
        let written = self.written(old.span, new.span);
        if was == is {
            if titles(old) != titles(new) {
                self.tell(Kind::Text, (old.span, new.span), written, vec![]);
            }
            return;
        }
        was.sort();
        is.sort();
        let kind = if was == is { Kind::Order } else { Kind::Type };
        self.tell_whole(kind, (old.span, new.span), written);
    }

    pub(super) fn param(&mut self, old: &ast::Param, new: &ast::Param) {
        let (was, is) = self.names();
        let find = |policy: &ir::Policy, name: &str| policy.params.iter().find(|it| it.name == name).cloned();
        let (policies, places) = ((&self.held.old.policy, &self.held.new.policy), (old.span, new.span));
        let (Some(one), Some(other)) = (find(policies.0, &was), find(policies.1, &is)) else { return };
        let spelt = |policy: &ir::Policy, param: &ir::Param| policy.notation(param.ty).written(&param.value);
        let pieces = (Some(spelt(policies.0, &one)), Some(spelt(policies.1, &other)));
        if !self.is_one_type(one.ty, other.ty) {
            let written = self.written(old.span, new.span);
            self.tell_whole(Kind::Type, places, written);
        } else if one.value != other.value {
            self.tell(Kind::Param, places, pieces, vec![Revert::Param(is)]);
        }
        if one.domain != other.domain && (old.attributes.domain.is_some() || new.attributes.domain.is_some()) {
            let written = self.written(old.span, new.span);
            self.tell(Kind::Domain, places, written, vec![]);
        }
    }
}
