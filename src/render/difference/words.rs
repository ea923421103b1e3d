//! What there is between two policies, in words.

use super::{Compared, ranges, sentence, with_rows};
use crate::compare::{Change, Difference, Given, Region, Verdict};
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, SlotId, Value};
use crate::render::{Tongue, called, say, why, wrap};
use crate::source::Span;

/// More regions than this are counted only.
const MOST_REGIONS: usize = 8;

/// A difference in lines of at most so many columns.
pub fn difference_lines(of: Compared, difference: &Difference, tongue: Tongue, width: usize) -> Vec<String> {
    let mut lines = vec![];
    let verdict = match difference.verdict {
        Verdict::Proved => "diff-proved",
        Verdict::Differs => "diff-differs",
        Verdict::NotDecided => "diff-not-decided",
        Verdict::NotChecked => "diff-not-checked",
    };
    lines.extend(wrap(&say(verdict, &[], tongue), width));
    lines.push(String::new());
    match difference.changes.as_slice() {
        [] => lines.push(say("diff-no-change", &[], tongue)),
        changes => {
            lines.push(say("diff-changes", &[("count", changes.len().into())], tongue));
            let numbered = changes.iter().zip(1..);
            lines.extend(numbered.flat_map(|(change, at)| told(of, (change, at), tongue, width)));
        }
    }
    if !difference.regions.is_empty() {
        lines.extend([String::new(), say("diff-regions", &[], tongue)]);
        let shown = difference.regions.iter().take(MOST_REGIONS);
        lines.extend(shown.flat_map(|found| indented(&region(of, found, tongue), width)));
        if let Some(more) = difference.regions.len().checked_sub(MOST_REGIONS).filter(|more| *more > 0) {
            lines.extend(indented(&say("diff-more-regions", &[("count", more.into())], tongue), width));
        }
    }
    for (id, given) in
        [("diff-only-old", &difference.admitted.only_old), ("diff-only-new", &difference.admitted.only_new)]
    {
        if let Some(given) = given {
            lines.extend(wrap(&say(id, &[("record", record(of, [given], tongue).into())], tongue), width));
        }
    }
    lines
}

/// A change with its number and the lines where it stands.
fn told(of: Compared, (change, at): (&Change, usize), tongue: Tongue, width: usize) -> Vec<String> {
    let change = with_rows(change, of);
    let line = |span: Option<Span>| span.map(|span| of.new.sources.place(span).line);
    let lines = match (line(change.old), line(change.new)) {
        (Some(old), Some(new)) => say("diff-line-both", &[("old", old.into()), ("new", new.into())], tongue),
        (Some(old), None) => say("diff-line-old", &[("old", old.into())], tongue),
        (None, Some(new)) => say("diff-line-new", &[("new", new.into())], tongue),
        (None, None) => String::new(),
    };
    let text = say("diff-told", &[("words", sentence(&change, tongue).into()), ("lines", lines.into())], tongue);
    led(&format!("  {at}. "), &text, width)
}

/// A text under a bullet.
pub(super) fn indented(text: &str, width: usize) -> Vec<String> {
    led("  - ", text, width)
}

/// A text behind something that stands before its first line alone.
fn led(lead: &str, text: &str, width: usize) -> Vec<String> {
    let lines = wrap(text, width.saturating_sub(lead.len())).into_iter().enumerate();
    lines
        .map(|(at, line)| if at == 0 { format!("{lead}{line}") } else { format!("{:1$}{line}", "", lead.len()) })
        .collect()
}

fn region(of: Compared, region: &Region, tongue: Tongue) -> String {
    let axes = region.axes.iter().map(|axis| {
        let range = ranges(&of.old.policy, axis, Some(tongue));
        let id = match range.starts_with(['<', '>']) {
            _ if axis.absent => "diff-axis-absent",
            true => "diff-axis-compared",
            false => "diff-axis",
        };
        let slot = of.old.policy.slot_named(&axis.name);
        let name = slot.map_or_else(|| axis.name.clone(), |slot| called(&of.old.policy, slot, tongue));
        let args = [("name", name.into()), ("range", range.into())];
        Arg::from(say(id, &args, tongue))
    });
    let axes: Vec<Arg> = axes.collect();
    let args = [
        ("name", called(&of.new.policy, region.new_slot, tongue).into()),
        ("region", Arg::List(axes.clone())),
        ("record", record(of, region.witness.iter().filter(|given| given.matters), tongue).into()),
        ("moved", moved(of, (&region.old, &region.new), tongue)),
    ];
    let beside = region
        .beside
        .iter()
        .map(|other| Arg::from(say("diff-person", &[("record", record(of, other, tongue).into())], tongue)));
    let beside: Vec<Arg> = beside.collect();
    if !beside.is_empty() {
        return say("diff-region-among", &[&args[..], &[("others", Arg::List(beside))]].concat(), tongue);
    }
    say(if axes.is_empty() { "diff-region-any" } else { "diff-region" }, &args, tongue)
}

/// A slot with its value.
type Known = (SlotId, Value);

/// What some results came to, and come to.
pub(super) fn moved(of: Compared, (old, new): (&[Known], &[Known]), tongue: Tongue) -> Arg {
    let (policy, other) = (&of.old.policy, &of.new.policy);
    let change = |(old, new): (&(SlotId, Value), &(SlotId, Value))| {
        let args = [
            ("name", called(other, new.0, tongue).into()),
            ("old", shown(policy, old, tongue).into()),
            ("new", shown(other, new, tongue).into()),
        ];
        Arg::from(say("diff-moved", &args, tongue))
    };
    // What the items add up to is told by what is made of it, where that moves as well.
    let sum = |slot: SlotId| other.slot(slot).is_some_and(|slot| slot.role == Role::Scores);
    let others = new.iter().any(|(slot, _)| !sum(*slot));
    Arg::List(old.iter().zip(new).filter(|(_, (slot, _))| !(others && sum(*slot))).map(change).collect())
}

fn shown(policy: &Policy, (slot, value): &(SlotId, Value), tongue: Tongue) -> String {
    policy.slot(*slot).map_or_else(String::new, |slot| why::shown(policy, slot, value, tongue))
}

/// Some fields of a record: `总分 = 86.5，等级 = A`.
fn record<'g>(of: Compared, given: impl IntoIterator<Item = &'g Given>, tongue: Tongue) -> String {
    let each = given.into_iter().map(|given| {
        let value = match (&given.new, &given.old) {
            _ if given.absent => say("diff-empty", &[], tongue),
            (Some(known), _) => shown(&of.new.policy, known, tongue),
            (None, Some(known)) => shown(&of.old.policy, known, tongue),
            (None, None) => String::new(),
        };
        format!("{} = {value}", given.name)
    });
    why::listed(each, tongue)
}
