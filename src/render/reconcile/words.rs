//! The likely cause of a difference in a sentence.

use super::{Told, say};
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::ir::Value;
use crate::reconcile::{Cause, Kind, Spot};
use crate::render::called;

impl Told<'_> {
    /// What reproduces their figure, and where that is.
    pub(super) fn words(&self, policy: usize, cause: &Cause) -> String {
        let Some(of) = self.policies.get(policy) else { return String::new() };
        let about = &cause.about;
        let slot = about.slot.and_then(|slot| of.slot(slot));
        let name = Arg::from(about.slot.map_or_else(String::new, |slot| called(of, slot, self.tongue)));
        let shown = |value: &Value| Arg::from(slot.map_or_else(String::new, |slot| spell_cell(of, slot, value)));
        let (before, after) = about
            .values
            .as_ref()
            .map_or((Arg::from(""), Arg::from("")), |(before, after)| (shown(before), shown(after)));
        let place = self.place(policy, cause);
        let line = place.as_ref().and_then(|(_, at)| at.row).map_or(0, |row| row as usize);
        let place = place.map_or(Arg::from(""), |(file, at)| match cause.spot {
            Spot::Policy(_) => Arg::from(file),
            _ => Arg::Place(file.into(), Box::new(at)),
        });
        let args = [
            ("name", name),
            ("line", line.into()),
            ("place", place),
            ("decimals", Arg::from(about.decimals.unwrap_or_default() as usize)),
            ("bound", self.written(policy, cause).into()),
            ("before", before),
            ("after", after),
            ("period", about.period.map_or_else(String::new, |period| period.to_string()).into()),
        ];
        say(&format!("reconcile-{}{}", cause.kind.name(), variant(cause)), &args, self.tongue)
    }

    /// What stands at a place of the policy, such as a bound in the unit in which somebody wrote it.
    fn written(&self, policy: usize, cause: &Cause) -> &str {
        match (cause.spot, self.sources.get(policy)) {
            (Spot::Policy(span), Some(sources)) => sources.slice(span),
            _ => "",
        }
    }
}

/// Which text of a kind.
fn variant(cause: &Cause) -> &'static str {
    let about = &cause.about;
    match (cause.kind, about.slot) {
        (Kind::HalfEven | Kind::CutOff, Some(_)) => "-own",
        (Kind::BandEnd, _) if about.bound.is_none() => "-condition",
        (Kind::ShownValue, _) if about.shows_ours => "-own",
        (Kind::LastPeriod, Some(_)) => "-input",
        (Kind::LastPeriod, None) if cause.spot == Spot::History => "-history",
        (Kind::ShownValue | Kind::PercentAsNumber, Some(_)) if about.values.is_none() => "-some",
        (
            Kind::RoundEachStep
            | Kind::RoundedParts
            | Kind::MissingAsZero
            | Kind::ShownValue
            | Kind::PercentAsNumber
            | Kind::UnroundedStep,
            None,
        ) => "-all",
        _ => "",
    }
}
