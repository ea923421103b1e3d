//! Changes of pay blocks and gates.

use super::Found;
use super::held::Held;
use super::scored::value;
use crate::compare::change::{Kind, Revert};
use crate::ir::{self, Step};
use crate::source::Span;
use crate::syntax::ast;

impl Found<'_, '_> {
    pub(super) fn pay(&mut self, old: &ast::Pay, new: &ast::Pay) {
        let (was, is) = self.names();
        let Some((one, other)) = self.held.slots(&was, &is) else { return };
        let steps = (Held::step(&self.held.old.policy, one), Held::step(&self.held.new.policy, other));
        let (Some(Step::Pay(one)), Some(Step::Pay(other))) = steps else { return };
        if one.bounds != other.bounds {
            let pieces = (self.bounds(&old.bounds), self.bounds(&new.bounds));
            let revert = vec![Revert::Bounds(self.key())];
            self.tell(Kind::Bound, (old.span, new.span), pieces, revert);
        }
        let name = |policy: &ir::Policy, block: &str, line: &ir::PayLine| {
            let name = policy.slot(line.slot).map(|slot| slot.name.clone()).unwrap_or_default();
            name.strip_prefix(block).and_then(|name| name.strip_prefix('.')).unwrap_or(&name).to_owned()
        };
        let olds: Vec<String> = one.lines.iter().map(|line| name(&self.held.old.policy, &was, line)).collect();
        let news: Vec<String> = other.lines.iter().map(|line| name(&self.held.new.policy, &is, line)).collect();
        let mut matched = vec![];
        for (at, (line, called)) in other.lines.iter().zip(&news).enumerate() {
            let before = olds.iter().position(|name| name == called).or_else(|| {
                let slot = self.held.names.old_slot(line.slot)?;
                one.lines
                    .iter()
                    .position(|old| old.slot == slot)
                    .filter(|at| olds.get(*at).is_some_and(|name| !news.contains(name)))
            });
            let now = new.lines.get(at);
            match before {
                Some(before) => {
                    matched.push(before);
                    let lines = (one.lines.get(before), line);
                    let (Some(was), Some(written), Some(now)) = (lines.0, old.lines.get(before), now) else { continue };
                    let names = (olds.get(before).map_or("", String::as_str), called.as_str());
                    self.line((was, line), (written, now), names);
                }
                None => {
                    let revert = self.line_back(None, Some(called));
                    self.tell_within(Kind::Added, called, (None, now.map(|line| line.span)), (None, None), revert);
                }
            }
        }
        for (at, called) in olds.iter().enumerate().filter(|(at, _)| !matched.contains(at)) {
            let revert = self.line_back(Some(called), None);
            let place = old.lines.get(at).map(|line| line.span);
            self.tell_within(Kind::Removed, called, (place, None), (None, None), revert);
        }
    }

    fn line_back(&self, old: Option<&str>, new: Option<&str>) -> Vec<Revert> {
        vec![Revert::Line { key: self.key(), old: old.map(str::to_owned), new: new.map(str::to_owned) }]
    }

    fn line(
        &mut self,
        (old, new): (&ir::PayLine, &ir::PayLine),
        (was, is): (&ast::PayLine, &ast::PayLine),
        (before, called): (&str, &str),
    ) {
        let places = (Some(was.span), Some(is.span));
        if before != called {
            let pieces = (Some(before.to_owned()), Some(called.to_owned()));
            self.tell_within(Kind::Renamed, called, places, pieces, vec![]);
        }
        let revert = self.line_back(Some(before), Some(called));
        if old.bounds != new.bounds {
            let pieces = (self.bounds(&was.bounds), self.bounds(&is.bounds));
            self.tell_within(Kind::Bound, called, places, pieces, revert.clone());
        }
        let same = self.held.is_same_value(&old.value, &new.value, (old.slot, new.slot));
        if same || self.reads_alike(was.span, is.span) {
            return;
        }
        let found = value(&self.held.old.policy, old.slot).zip(value(&self.held.new.policy, new.slot));
        let Some(((one, from), (other, to))) = found else { return };
        let kind = self.held.kind_of(one, other);
        let pieces = self.written(from, to);
        self.tell_within(kind, called, places, pieces, revert);
    }

    /// Bounds as they were written.
    fn bounds(&self, bounds: &ast::Bounds) -> Option<String> {
        let places = bounds.at_least.iter().chain(&bounds.at_most).map(|expr| expr.span);
        let texts: Vec<String> = places.map(|span| self.held.text(span)).collect();
        (!texts.is_empty()).then(|| texts.join(" … "))
    }

    pub(super) fn gate(&mut self, old: &ast::Gate, new: &ast::Gate) {
        let (was, is) = self.names();
        let Some((one, other)) = self.held.slots(&was, &is) else { return };
        let same = self.held.is_same(one, other);
        let steps = (Held::step(&self.held.old.policy, one), Held::step(&self.held.new.policy, other));
        let (Some(Step::Gate(one)), Some(Step::Gate(other))) = steps else { return };
        if same {
            return;
        }
        let (mut olds, mut news): (Vec<usize>, Vec<usize>) =
            ((0..one.conditions.len()).collect(), (0..other.conditions.len()).collect());
        olds.retain(|at| {
            let Some(before) = one.conditions.get(*at) else { return false };
            let same = news.iter().position(|now| {
                other.conditions.get(*now).is_some_and(|now| self.held.is_one_condition(&before.value, &now.value))
            });
            same.map(|same| news.remove(same)).is_none()
        });
        let place = |conditions: &[ast::Expr], at: Option<usize>| -> Option<Span> {
            conditions.get(at?).map(|condition| condition.span)
        };
        let pairs = olds.len().max(news.len());
        for at in 0..pairs {
            let (was, is) = (olds.get(at).copied(), news.get(at).copied());
            let places = (place(&old.conditions, was), place(&new.conditions, is));
            let revert = vec![Revert::Condition { key: self.key(), old: was, new: is }];
            let text = |gate: &ir::Gate, at: Option<usize>| Some(gate.conditions.get(at?)?.text.clone());
            let pieces = (text(one, was), text(other, is));
            let name = pieces.1.clone().or(pieces.0.clone()).unwrap_or_default();
            let conditions = was.and_then(|at| one.conditions.get(at)).zip(is.and_then(|at| other.conditions.get(at)));
            let kind = match conditions {
                Some((before, now)) => self.held.kind_of(&before.value, &now.value),
                None if was.is_none() => Kind::Added,
                None => Kind::Removed,
            };
            self.tell_within(kind, &name, places, pieces, revert);
        }
    }
}
