//! From the slots of a policy to terms.

use std::collections::HashMap;

use super::{Constant, Head, Space, TermId, Terms};
use crate::ir::{ParamId, Policy, Role, SlotId, Step, Type, Value};
use crate::quantity::Number;

/// What an input is, whichever policy reads it.
#[derive(Debug, Clone, Default)]
pub(in crate::compare) struct Side {
    /// What each slot is called that has a part in the other policy: by its name there, of the older one.
    pub called: Vec<String>,
    /// What each input can be that both policies read, by what it is called.
    pub spaces: HashMap<String, Space>,
    /// The inputs whose defaults differ, and what this policy takes where nothing stands in the cell.
    pub absent: HashMap<String, Value>,
    /// The inputs of which the two policies may read another value from one cell.
    pub unlike: Vec<String>,
    /// Which of two policies it is.
    pub old: bool,
}

/// What is taken as it is, by its name, instead of by what it is found from.
#[derive(Debug, Clone, Default)]
pub(in crate::compare) struct Cut {
    /// Slots.
    pub slots: HashMap<SlotId, String>,
    /// Params.
    pub params: HashMap<ParamId, String>,
}

/// Makes terms of a policy's slots.
pub(in crate::compare) struct Builder<'a> {
    pub(super) policy: &'a Policy,
    pub(super) side: &'a Side,
    pub cut: Cut,
    /// Whether a table may leave gaps, since the policy was refused: else the last row has what no other takes.
    pub(super) gaps: bool,
    /// The step that gives a slot its value.
    steps: HashMap<SlotId, &'a Step>,
    /// The term of each slot; none while it is being made.
    known: HashMap<SlotId, Option<TermId>>,
    /// The policies whose results are rows.
    pub(super) origins: HashMap<usize, (Side, HashMap<SlotId, TermId>)>,
}

impl<'a> Builder<'a> {
    /// Makes terms of a policy.
    pub fn new(policy: &'a Policy, side: &'a Side, cut: Cut) -> Self {
        let of_rows = policy.relations.iter().flat_map(|relation| &relation.steps);
        let steps = policy.steps.iter().chain(of_rows);
        let steps = steps.flat_map(|step| step.outputs().into_iter().map(move |slot| (slot, step))).collect();
        Builder { policy, side, cut, gaps: false, steps, known: HashMap::new(), origins: HashMap::new() }
    }

    /// The same of a policy whose tables may leave gaps.
    pub fn leaving_gaps(self, gaps: bool) -> Self {
        Builder { gaps, ..self }
    }

    /// The terms of all steps are made in their order, so that no chain of them is deep.
    pub fn all(&mut self, terms: &mut Terms) {
        for step in &self.policy.steps {
            for slot in step.outputs() {
                self.slot(terms, slot);
            }
        }
    }

    /// The term of a slot.
    pub fn slot(&mut self, terms: &mut Terms, id: SlotId) -> TermId {
        match self.known.get(&id) {
            Some(Some(known)) => return *known,
            Some(None) => return self.named(terms, id, Head::Before(self.called(id))),
            None => {}
        }
        self.known.insert(id, None);
        let found = match self.cut.slots.get(&id) {
            Some(name) => self.named(terms, id, Head::Named(name.clone())),
            None => self.own(terms, id),
        };
        self.known.insert(id, Some(found));
        found
    }

    /// The term of a slot by what it is found from, also where it is cut.
    pub fn own(&mut self, terms: &mut Terms, id: SlotId) -> TermId {
        match self.steps.get(&id).copied() {
            Some(step) => self.output(terms, step, id),
            None => self.input(terms, id),
        }
    }

    /// What a slot is called.
    pub fn called(&self, id: SlotId) -> String {
        self.side.called.get(id.0).cloned().unwrap_or_default()
    }

    fn named(&mut self, terms: &mut Terms, id: SlotId, head: Head) -> TermId {
        let space = self.space(id);
        let atom = terms.atom(head, vec![], space);
        self.truth_of(terms, id, atom)
    }

    /// What a slot can be.
    pub(super) fn space(&self, id: SlotId) -> Space {
        match self.policy.slot(id) {
            Some(slot) => Space::of(&slot.domain, slot.optional, &self.labels(slot.ty)),
            None => super::terms::UNKNOWN,
        }
    }

    /// A truth value as a choice.
    fn truth_of(&self, terms: &mut Terms, id: SlotId, atom: TermId) -> TermId {
        let slot = self.policy.slot(id);
        if slot.is_some_and(|slot| slot.ty == Type::Bool && !slot.optional) { terms.holds(atom) } else { atom }
    }

    fn input(&mut self, terms: &mut Terms, id: SlotId) -> TermId {
        let called = self.called(id);
        if self.policy.slot(id).is_none_or(|slot| slot.role == Role::Total) {
            return terms.unlike(super::terms::UNKNOWN);
        }
        if let Some(found) = self.of_origin(terms, id) {
            return found;
        }
        if self.side.unlike.contains(&called) {
            return terms.unlike(self.space(id));
        }
        let space = self.side.spaces.get(&called).cloned().unwrap_or_else(|| self.space(id));
        let atom = terms.atom(Head::Input(called.clone()), vec![], space);
        let read = self.truth_of(terms, id, atom);
        let Some(default) = self.side.absent.get(&called).cloned() else { return read };
        let truth = Space { values: super::Values::Bool, missing: false };
        let absent = terms.atom(Head::Absent(called), vec![], truth);
        let absent = terms.holds(absent);
        let default = self.constant(terms, &default, self.policy.slot(id).map_or(Type::Invalid, |slot| slot.ty));
        terms.select(absent, default, read)
    }

    /// A value as a term.
    pub(super) fn constant(&self, terms: &mut Terms, value: &Value, ty: Type) -> TermId {
        match value {
            Value::Missing => terms.constant(Constant::Missing),
            Value::Number(number) => terms.number(Number::clone(number).into()),
            Value::Bool(is) => terms.truth(*is),
            Value::Label(at) => {
                let name = self.policy.label(ty, *at).unwrap_or_default().to_owned();
                terms.constant(Constant::Label(name))
            }
            Value::Text(text) => terms.constant(Constant::Text(text.clone())),
            Value::Calendar(moment) => terms.constant(Constant::Calendar(*moment)),
        }
    }

    /// The names of a type's labels, in their order.
    pub(super) fn labels(&self, ty: Type) -> Vec<String> {
        let labels = self.policy.labels(ty).map(|set| set.labels.iter().map(|label| label.name.clone()));
        labels.into_iter().flatten().collect()
    }

    /// Keeps what a step found beside what was asked for.
    pub(super) fn keep(&mut self, id: SlotId, term: TermId) {
        if !self.cut.slots.contains_key(&id) {
            self.known.insert(id, Some(term));
        }
    }
}
