//! How expressions came about, gates, flags, promises, what was found over several.

use super::super::words::Teller;
use super::writer::{Object, Put, array, object, quoted};
use crate::explain::{Branch, Cohort, Exact, Failed, Flag, Gate, History, Kept, Line, Metric, RoundedBy, Worked};
use crate::ir::Value;
use crate::quantity::{Moment, Number};

/// A figure before it was rounded, and how it was.
#[derive(Clone, Copy, Default)]
pub(super) struct Exactly<'a> {
    pub exact: Option<&'a Exact>,
    pub rounded_by: Option<RoundedBy>,
}

impl Teller<'_> {
    /// How an expression came to its value; of what was given, nothing.
    pub(super) fn worked(&self, object: &mut Object, worked: Option<&Worked>) {
        let exactly = worked.map(|of| Exactly { exact: of.exact.as_ref(), rounded_by: of.rounded_by });
        self.told(object, worked, exactly.unwrap_or_default());
    }

    pub(super) fn told(&self, object: &mut Object, worked: Option<&Worked>, exactly: Exactly) {
        object.put("formula", worked.map(|worked| &worked.formula));
        object.put("figures", worked.map(|worked| self.pieces(&worked.figures)));
        object.put("exact", exactly.exact);
        object.maybe("rounded_by", exactly.rounded_by, |object, by| {
            object.put("step", Number::from(by.step));
            object.put("mode", by.mode.name());
        });
        object.values("reads", worked.map_or(&[] as &[_], |worked| &worked.reads));
        object.objects("branches", worked.map_or(&[] as &[_], |worked| &worked.branches), |object, branch| {
            self.branch(object, branch);
        });
        self.place(object, worked.map(|worked| &worked.place));
    }

    /// Where something stands.
    pub(super) fn place(&self, object: &mut Object, place: Option<&Line>) {
        object.put("file", place.map(|place| place.file));
        object.put("line", place.map(|place| place.line));
    }

    fn branch(&self, object: &mut Object, branch: &Branch) {
        object.put("on", &branch.on);
        object.put("was", self.exactly(branch.ty, &branch.was));
        object.put("shown", self.value(branch.ty, branch.unit, &branch.was));
        object.put("taken", &branch.taken);
    }

    pub(super) fn metric(&self, object: &mut Object, metric: &Metric) {
        self.valued(object, metric.of.name, &metric.of);
        self.worked(object, metric.worked.as_ref());
    }

    pub(super) fn gate(&self, object: &mut Object, gate: &Gate) {
        object.put("name", gate.of.name);
        object.put("holds", self.found(&gate.of));
        object.objects("failed", &gate.failed, |object, failed| self.failed(object, failed));
    }

    fn failed(&self, object: &mut Object, failed: &Failed) {
        object.put("text", failed.text);
        object.put("figures", self.pieces(&failed.figures));
        self.place(object, Some(&failed.place));
    }

    pub(super) fn flag(&self, object: &mut Object, flag: &Flag) {
        object.put("name", flag.of.name);
        object.put("title", flag.title);
        object.put("holds", self.found(&flag.of));
        self.worked(object, flag.worked.as_ref());
    }

    pub(super) fn promise(&self, object: &mut Object, kept: &Kept) {
        object.put("text", kept.text);
        object.put("holds", kept.holds);
        self.place(object, Some(&kept.place));
    }

    pub(super) fn cohort(&self, object: &mut Object, cohort: &Cohort) {
        object.put("name", cohort.of.name);
        object.put("text", &cohort.text);
        object.put("members", cohort.members);
        object.put("counted", cohort.counted);
        object.put("value", self.found(&cohort.of));
        object.put("shown", self.named(&cohort.of));
        object.put("rank_of", cohort.rank_of);
        object.values("within", cohort.within.iter().map(|(ty, found)| self.of_type(*ty, found)));
        self.place(object, Some(&cohort.place));
    }

    pub(super) fn history(&self, into: &mut Object, history: &History) {
        let one = |out: &mut String, (period, value): &(Moment, Option<Value>)| {
            object(out, |object| {
                quoted(object.member("period"), period);
                object.put("value", value.as_ref().map(|value| self.exactly(history.ty, value)));
                object.put("shown", value.as_ref().map(|value| self.value(history.ty, history.unit, value)));
            });
        };
        into.put("name", history.of.name);
        into.put("text", &history.text);
        array(into.member("periods"), &history.periods, one);
        self.found(&history.of).put(into.member("value"));
        into.put("shown", self.named(&history.of));
        into.put("members", history.members);
        into.put("counted", history.counted);
        self.place(into, Some(&history.place));
    }
}
