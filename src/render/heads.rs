//! Results as a person reads them: what stands at the head of each column, and words for what became of a record.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tongue, say};
use crate::data::{Mark, Outcome, Status};
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, Slot, SlotId, squeezed};

/// The heads of the columns of results of some policies, each unlike the others: a title, where there is one. Titles that
/// two columns share are told apart by the name in brackets.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    /// By the name of the column.
    heads: BTreeMap<String, String>,
}

impl Heads {
    /// Those of all columns that results of the policies can have.
    pub fn of(policies: &[&Policy], tongue: Tongue) -> Heads {
        let mut titles: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        // What may stand at the head of a column, and whose each is.
        let mut claims: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for policy in policies {
            for (column, slot) in policy.columns.iter().filter_map(|column| Some((column, policy.slot(column.slot)?))) {
                let title = head(policy, slot, tongue);
                let known = policy.field(column.slot).into_iter();
                let further = known.flat_map(|field| field.title.iter().chain(&field.columns)).cloned();
                for claim in [column.name.clone(), title.clone()].into_iter().chain(further) {
                    claims.entry(squeezed(&claim)).or_default().insert(&column.name);
                }
                titles.entry(&column.name).or_default().insert(title);
            }
        }
        for mark in Mark::ALL {
            let title = mark_head(mark, tongue);
            claims.entry(squeezed(&title)).or_default().insert(mark.name());
            titles.entry(mark.name()).or_default().insert(title);
        }
        let head = |(name, titles): (&str, BTreeSet<String>)| {
            let mut titles = titles.into_iter();
            // Policies that call one column by several titles have its name in common.
            let title = titles.next().filter(|_| titles.next().is_none()).unwrap_or_else(|| name.to_owned());
            let shared = claims.get(&squeezed(&title)).is_some_and(|claimed| claimed.len() > 1);
            let told_apart = if shared && title != name { bracketed(&title, name, tongue) } else { title };
            (name.to_owned(), told_apart)
        };
        Heads { heads: titles.into_iter().map(head).collect() }
    }

    /// The head of a column.
    pub fn column<'h>(&'h self, name: &'h str) -> &'h str {
        self.heads.get(name).map_or(name, String::as_str)
    }

    /// The column with that head.
    pub fn named(&self, head: &str) -> Option<&str> {
        let head = squeezed(head);
        self.heads.iter().find(|(_, known)| squeezed(known) == head).map(|(name, _)| name.as_str())
    }
}

/// What stands at the head of what is told besides the values.
pub fn mark_head(mark: Mark, tongue: Tongue) -> String {
    say(&format!("head{}", mark.name().replace('_', "-")), &[], tongue)
}

/// What stands besides the values in results for people, of which these are the heads: where there are none, nothing.
pub fn marks_among<'t>(heads: impl Iterator<Item = &'t str>) -> Vec<String> {
    let heads: BTreeSet<String> = heads.map(squeezed).collect();
    let of = |tongue| {
        let forms = |mark: Mark| {
            let plain = mark_head(mark, tongue);
            [squeezed(&bracketed(&plain, mark.name(), tongue)), squeezed(&plain)]
        };
        let has = |mark: Mark| forms(mark).iter().any(|form| heads.contains(form));
        let are_there = has(Mark::Reasons) && (has(Mark::Status) || has(Mark::Row));
        Mark::ALL.into_iter().flat_map(forms).filter(move |_| are_there).collect::<Vec<_>>()
    };
    [Tongue::Zh, Tongue::En].into_iter().flat_map(of).collect()
}

/// A title that others have too.
pub fn bracketed(title: &str, name: &str, tongue: Tongue) -> String {
    say("head-of-name", &[("title", title.into()), ("name", name.into())], tongue)
}

/// What stands at the head of a column for a person, wherever no other column is headed so.
pub fn head(policy: &Policy, slot: &Slot, tongue: Tongue) -> String {
    let of = |id: &str, name: &str| say(id, &[("name", Arg::from(name))], tongue);
    let title = slot.title.as_deref();
    let (owner, member) = slot.name.split_once('.').unwrap_or((&slot.name, ""));
    let whose = || {
        let known = policy.slots.iter().find(|known| known.name == owner).and_then(|known| known.title.as_deref());
        known.unwrap_or(owner)
    };
    match slot.role {
        Role::Scores => say("head-scores", &[], tongue),
        Role::Points | Role::SectionPoints => of("head-points", title.unwrap_or(owner)),
        Role::Weighted => of("head-weighted", title.unwrap_or(owner)),
        Role::Scale if !member.is_empty() => of("head-rate", title.unwrap_or(owner)),
        Role::PayLine | Role::GradeOutput | Role::TableOutput | Role::Lookup if !member.is_empty() => {
            say("head-member", &[("owner", whose().into()), ("member", title.unwrap_or(member).into())], tongue)
        }
        // The text of a flag says what is to be done, which its name does not.
        Role::Flag => slot.name.clone(),
        _ => title.unwrap_or(&slot.name).to_owned(),
    }
}

/// What something is called in a sentence: what has no name in the policy as at the head of its column.
pub(super) fn called(policy: &Policy, id: SlotId, tongue: Tongue) -> String {
    let nameless = [Role::Points, Role::SectionPoints, Role::Weighted, Role::Scores];
    match policy.slot(id) {
        Some(slot) if nameless.contains(&slot.role) => head(policy, slot, tongue),
        Some(slot) => slot.name.clone(),
        None => String::new(),
    }
}

/// What became of a record, in a word: one that is provisional is told from the others.
pub fn status(outcome: &Outcome, tongue: Tongue) -> String {
    let id = match outcome.status() {
        Status::Ok if outcome.is_provisional() => "status-provisional",
        Status::Ok => "status-ok",
        Status::Rejected => "status-rejected",
        Status::Skipped => "status-skipped",
    };
    say(id, &[], tongue)
}

/// The status that a cell of results names, as a program writes it or as a person reads it in any tongue.
pub fn status_named(text: &str) -> Option<Status> {
    let words =
        [Status::Ok, Status::Rejected, Status::Skipped].map(|status| (status, status.as_str(), status.as_str()));
    let provisional = (Status::Ok, "provisional", "provisional");
    let named = |(_, plain, id): &(Status, &str, &str)| {
        let worded = |tongue| say(&format!("status-{id}"), &[], tongue).eq_ignore_ascii_case(text);
        *plain == text || [Tongue::Zh, Tongue::En].into_iter().any(worded)
    };
    words.into_iter().chain([provisional]).find(named).map(|(status, ..)| status)
}
