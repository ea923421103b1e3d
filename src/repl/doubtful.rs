//! What may yet change, as it hangs on rejected records or on periods that are not there: of the record at hand, of one of
//! its values, of everybody.

use super::Session;
use crate::batch::{Hanging, lost};
use crate::data::Doubt;
use crate::ir::{Policy, SlotId};
use crate::render::{texts, wrap};

impl Session {
    /// Why results of the record at hand may yet change.
    pub(super) fn doubts(&self) -> Vec<Doubt> {
        self.own_doubts(self.now.policy(), |hanging, own| hanging.doubts(own))
    }

    /// Why a value of it may, by the policy or by the same with more declarations.
    pub(super) fn doubts_on(&self, policy: &Policy, slot: SlotId) -> Vec<Doubt> {
        self.own_doubts(policy, |hanging, own| hanging.doubts_on(own, slot))
    }

    /// The places of the records of which results may.
    pub(super) fn doubtful(&self) -> Vec<usize> {
        let those = |hanging: &Hanging, places: &[usize]| {
            let each = places.iter().copied().enumerate();
            each.filter(|(at, _)| !hanging.doubts(*at).is_empty()).map(|(_, place)| place).collect()
        };
        self.hanging(self.now.policy(), those).unwrap_or_default()
    }

    /// Why that is, a line each.
    pub(super) fn doubts_told(&self, policy: &Policy, doubts: &[Doubt]) -> String {
        let mut lines: Vec<String> = vec![];
        for doubt in doubts {
            let told = texts(&doubt.problem(policy).diagnostic(), self.look.tongue).message;
            if !lines.contains(&told) {
                lines.push(told);
            }
        }
        lines.iter().flat_map(|line| wrap(line, self.look.width)).map(|line| line + "\n").collect()
    }

    fn own_doubts(&self, policy: &Policy, ask: impl FnOnce(&Hanging, usize) -> Vec<Doubt>) -> Vec<Doubt> {
        let own = |places: &[usize]| places.iter().position(|place| Some(*place) == self.now.at);
        let found = self.hanging(policy, |hanging, places| own(places).map(|own| ask(hanging, own)));
        found.flatten().unwrap_or_default()
    }

    fn hanging<R>(&self, policy: &Policy, ask: impl FnOnce(&Hanging, &[usize]) -> R) -> Option<R> {
        let batch = self.now.batch().filter(|_| policy.is_joint())?;
        let lost = lost(policy, batch);
        if lost.is_empty() && !policy.looks_back() && policy.relations.is_empty() {
            return None;
        }
        let (places, records) = self.now.records(policy);
        Some(self.beside.hanging(policy, &records, lost, |hanging| ask(hanging, &places)))
    }
}
