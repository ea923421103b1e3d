//! How expressions came about, gates, flags, promises, what was found over several.

use serde_json::Value as Json;

use super::super::super::{exact_fraction, exact_number, exact_value};
use super::super::words::Teller;
use super::{object, optional, with};
use crate::explain::{Branch, Cohort, Failed, Flag, Gate, History, Kept, Metric, RoundedBy, Worked};
use crate::ir::Value;

/// How something was rounded.
pub(super) fn rounded(by: Option<RoundedBy>) -> Json {
    by.map_or(Json::Null, |by| object([("step", Json::Number(exact_number(by.step))), ("mode", by.mode.name().into())]))
}

impl Teller<'_> {
    /// How an expression came to its value; of what was given, nothing.
    pub(super) fn worked(&self, worked: Option<&Worked>) -> [(&'static str, Json); 8] {
        let formula = worked.map(|worked| worked.formula.as_str());
        let figures = worked.map(|worked| self.pieces(&worked.figures));
        let reads = worked.map(|worked| worked.reads.clone()).unwrap_or_default();
        let branches = worked.map(|worked| worked.branches.iter().map(|branch| self.branch(branch)).collect());
        [
            ("formula", optional(formula)),
            ("figures", optional(figures)),
            ("exact", worked.and_then(|worked| worked.exact.as_ref()).map_or(Json::Null, exact_fraction)),
            ("rounded_by", rounded(worked.and_then(|worked| worked.rounded_by))),
            ("reads", reads.into()),
            ("branches", branches.unwrap_or(Json::Array(vec![]))),
            ("file", optional(worked.map(|worked| worked.place.file.as_str()))),
            ("line", optional(worked.map(|worked| worked.place.line))),
        ]
    }

    fn branch(&self, branch: &Branch) -> Json {
        object([
            ("on", branch.on.as_str().into()),
            ("was", exact_value(self.policy, branch.ty, &branch.was)),
            ("shown", self.value(branch.ty, branch.unit, &branch.was).into()),
            ("taken", branch.taken.as_str().into()),
        ])
    }

    pub(super) fn metric(&self, metric: &Metric) -> Json {
        with(self.valued(&metric.of.name, &metric.of), self.worked(metric.worked.as_ref()))
    }

    pub(super) fn gate(&self, gate: &Gate) -> Json {
        object([
            ("name", gate.of.name.as_str().into()),
            ("holds", self.found(&gate.of)),
            ("failed", gate.failed.iter().map(|failed| self.failed(failed)).collect()),
        ])
    }

    fn failed(&self, failed: &Failed) -> Json {
        object([
            ("text", failed.text.as_str().into()),
            ("figures", self.pieces(&failed.figures).into()),
            ("file", failed.place.file.as_str().into()),
            ("line", failed.place.line.into()),
        ])
    }

    pub(super) fn flag(&self, flag: &Flag) -> Json {
        let flagged = object([
            ("name", flag.of.name.as_str().into()),
            ("title", optional(flag.title.as_deref())),
            ("holds", self.found(&flag.of)),
        ]);
        with(flagged, self.worked(flag.worked.as_ref()))
    }

    pub(super) fn promise(&self, kept: &Kept) -> Json {
        object([
            ("text", kept.text.as_str().into()),
            ("holds", optional(kept.holds)),
            ("file", kept.place.file.as_str().into()),
            ("line", kept.place.line.into()),
        ])
    }

    pub(super) fn cohort(&self, cohort: &Cohort) -> Json {
        let within = cohort.within.iter().map(|(ty, found)| self.of_type(*ty, found));
        object([
            ("name", cohort.of.name.as_str().into()),
            ("text", cohort.text.as_str().into()),
            ("members", cohort.members.into()),
            ("counted", cohort.counted.into()),
            ("value", self.found(&cohort.of)),
            ("shown", optional(self.named(&cohort.of))),
            ("rank_of", optional(cohort.rank_of)),
            ("within", within.collect()),
            ("file", cohort.place.file.as_str().into()),
            ("line", cohort.place.line.into()),
        ])
    }

    pub(super) fn history(&self, history: &History) -> Json {
        let spelt = |value: &Option<Value>| value.as_ref().map(|value| self.value(history.ty, history.unit, value));
        let periods = history.periods.iter().map(|(period, value)| {
            let known = value.as_ref().map(|value| exact_value(self.policy, history.ty, value));
            object([
                ("period", period.to_string().into()),
                ("value", optional(known)),
                ("shown", optional(spelt(value))),
            ])
        });
        object([
            ("name", history.of.name.as_str().into()),
            ("text", history.text.as_str().into()),
            ("periods", periods.collect()),
            ("value", self.found(&history.of)),
            ("shown", optional(self.named(&history.of))),
            ("members", history.members.into()),
            ("counted", history.counted.into()),
            ("file", history.place.file.as_str().into()),
            ("line", history.place.line.into()),
        ])
    }
}
