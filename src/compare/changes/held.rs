//! What is needed to say whether a declaration of two policies is the same.

use std::collections::BTreeSet;

use crate::compare::names::Names;
use crate::compare::normal::{Builder, Cut, TermId, Terms};
use crate::compare::own;
use crate::compile::Compiled;
use crate::ir::{Expr, ExprKind, ParamId, Policy, Role, SlotId, Step};
use crate::source::Span;

/// Two policies, and the terms of what is declared in them.
pub(in crate::compare) struct Held<'a> {
    pub old: &'a Compiled,
    pub new: &'a Compiled,
    pub names: &'a Names<'a>,
    pub terms: &'a mut Terms,
    /// Each declaration by the fields that it is found from in the end.
    deep: [Builder<'a>; 2],
    /// Each declaration by what it reads, `let`s and params as what they are.
    plain: [Builder<'a>; 2],
    /// The same with those `let`s and params taken as they are that are not what they were.
    pub(super) cut: [Builder<'a>; 2],
    /// Those `let`s and params.
    pub(super) suspects: BTreeSet<String>,
    /// Those that are to be told.
    pub(super) blamed: BTreeSet<String>,
}

/// The two sides.
pub(super) const OLD: usize = 0;
/// The two sides.
pub(super) const NEW: usize = 1;

impl<'a> Held<'a> {
    pub fn new(old: &'a Compiled, new: &'a Compiled, names: &'a Names<'a>, terms: &'a mut Terms) -> Self {
        let [was, is] = &names.local;
        let sides = [(&old.policy, was), (&new.policy, is)];
        let shallow = |policy: &Policy, called: &[String]| {
            let each = policy.slots.iter().enumerate().filter(|(_, slot)| is_apart(slot.role));
            let slots = each.map(|(at, _)| (SlotId(at), called.get(at).cloned().unwrap_or_default()));
            Cut { slots: slots.collect(), ..Cut::default() }
        };
        let gaps = !old.accepted() || !new.accepted();
        let builder = |policy, side, cut| Builder::new(policy, side, cut).leaving_gaps(gaps);
        let builders = || sides.map(|(policy, side)| builder(policy, side, shallow(policy, &side.called)));
        let (plain, cut) = (builders(), builders());
        let deep = [(&old.policy, &names.old_side), (&new.policy, &names.new_side)]
            .map(|(policy, side)| builder(policy, side, Cut::default()));
        let mut held =
            Held { old, new, names, terms, deep, plain, cut, suspects: BTreeSet::new(), blamed: BTreeSet::new() };
        held.suspect();
        held
    }

    /// Finds the `let`s and params that are not what they were, and cuts them.
    fn suspect(&mut self) {
        let lets = |policy: &Policy| -> Vec<(String, SlotId)> {
            let each = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Let);
            each.map(|(at, slot)| (slot.name.clone(), SlotId(at))).collect()
        };
        let olds = lets(&self.old.policy);
        let mut cuts = vec![];
        for (name, new) in lets(&self.new.policy) {
            let Some((_, old)) = olds.iter().find(|(known, _)| *known == name) else { continue };
            if self.terms_of(*old, new, false).is_some_and(|[one, other]| one != other) {
                cuts.push((name, *old, new));
            }
        }
        for (name, old, new) in cuts {
            self.cut[OLD].cut.slots.insert(old, name.clone());
            self.cut[NEW].cut.slots.insert(new, name.clone());
            self.suspects.insert(name);
        }
        for (at, param) in self.new.policy.params.iter().enumerate() {
            let Some(was) = self.old.policy.params.iter().position(|old| old.name == param.name) else { continue };
            if self.old.policy.params.get(was).is_some_and(|old| old.value != param.value || old.ty != param.ty) {
                self.cut[OLD].cut.params.insert(ParamId(was), param.name.clone());
                self.cut[NEW].cut.params.insert(ParamId(at), param.name.clone());
                self.suspects.insert(param.name.clone());
            }
        }
    }

    /// Whether a record is both policies' own; nothing, where every record is.
    pub fn own(&mut self) -> Option<TermId> {
        let [one, other] = &mut self.plain;
        own::term(self.names, [one, other], self.terms)
    }

    /// What two slots are by what they read; of one that is not there, nothing.
    pub fn terms_of(&mut self, old: SlotId, new: SlotId, cut: bool) -> Option<[TermId; 2]> {
        self.old.policy.slot(old)?;
        self.new.policy.slot(new)?;
        let [one, other] = if cut { &mut self.cut } else { &mut self.plain };
        Some([one.own(self.terms, old), other.own(self.terms, new)])
    }

    /// Whether two declarations give the same from what they read. Where only a `let` or param is not what it was, that is noted.
    pub fn is_same(&mut self, old: SlotId, new: SlotId) -> bool {
        if self.terms_of(old, new, false).is_some_and(|[one, other]| one == other) || self.is_rewritten(old, new) {
            return true;
        }
        let read = self.suspects_of(old, new);
        self.blamed.extend(read);
        self.terms_of(old, new, true).is_some_and(|[one, other]| one == other)
    }

    /// Whether a slot is found from the same fields in the same way, and whatever it reads on the way, too.
    fn is_rewritten(&mut self, old: SlotId, new: SlotId) -> bool {
        if !self.is_deeply_one(old, new) {
            return false;
        }
        let reads = |policy: &Policy, slot: SlotId| {
            let step = Held::step(policy, slot);
            step.into_iter().flat_map(Step::expressions).flat_map(Expr::slots).collect::<Vec<_>>()
        };
        let olds = reads(&self.old.policy, old).into_iter().filter_map(|was| Some((was, self.names.new_slot(was)?)));
        let news = reads(&self.new.policy, new).into_iter().filter_map(|is| Some((self.names.old_slot(is)?, is)));
        let pairs: Vec<(SlotId, SlotId)> = olds.chain(news).collect();
        pairs.into_iter().all(|(was, is)| self.is_deeply_one(was, is))
    }

    fn is_deeply_one(&mut self, old: SlotId, new: SlotId) -> bool {
        let [one, other] = &mut self.deep;
        one.slot(self.terms, old) == other.slot(self.terms, new)
    }

    /// The same of two formulas of slots whose bounds are told apart.
    pub fn is_same_value(&mut self, old: &Expr, new: &Expr, (was, is): (SlotId, SlotId)) -> bool {
        let one = self.plain[OLD].expr(self.terms, old);
        if one == self.plain[NEW].expr(self.terms, new) || self.is_rewritten(was, is) {
            return true;
        }
        let read = self.suspects_of(was, is);
        self.blamed.extend(read);
        self.is_one_condition(old, new)
    }

    /// Whether two formulas are one, the `let`s and params that changed aside.
    pub fn is_one_condition(&mut self, old: &Expr, new: &Expr) -> bool {
        let one = self.cut[OLD].expr(self.terms, old);
        one == self.cut[NEW].expr(self.terms, new)
    }

    /// The suspects that two slots are found from.
    fn suspects_of(&self, old: SlotId, new: SlotId) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (policy, slot) in [(&self.old.policy, old), (&self.new.policy, new)] {
            let (mut open, mut seen) = (vec![slot], BTreeSet::new());
            while let Some(slot) = open.pop() {
                if !seen.insert(slot) {
                    continue;
                }
                let Some(step) = policy.step_of(slot).and_then(|at| policy.steps.get(at)) else { continue };
                for expr in step.expressions() {
                    expr.walk(&mut |expr| match expr.kind {
                        ExprKind::Param(id) => {
                            found.extend(policy.params.get(id.0).map(|param| param.name.clone()));
                        }
                        ExprKind::Slot(id) => {
                            let role = policy.slot(id).map(|slot| slot.role);
                            if role.is_some_and(|role| !is_apart(role)) {
                                found.extend(policy.slot(id).map(|slot| slot.name.clone()));
                                open.push(id);
                            }
                        }
                        _ => {}
                    });
                }
            }
        }
        found.intersection(&self.suspects).cloned().collect()
    }

    /// The slots of a name then and now.
    pub fn slots(&self, old: &str, new: &str) -> Option<(SlotId, SlotId)> {
        Some((self.old.policy.slot_named(old)?, self.new.policy.slot_named(new)?))
    }

    /// A piece of the text of either policy.
    pub fn text(&self, span: Span) -> String {
        self.new.sources.slice(span).to_owned()
    }

    /// The step that gives a slot its value.
    pub fn step(policy: &Policy, slot: SlotId) -> Option<&Step> {
        policy.steps.get(policy.step_of(slot)?)
    }
}

/// Whether something stands for itself: what reads it does not change because it does.
fn is_apart(role: Role) -> bool {
    !matches!(
        role,
        Role::Field
            | Role::Lookup
            | Role::Details
            | Role::Let
            | Role::Joint
            | Role::Total
            | Role::Ensure
            | Role::Weighted
    )
}
