//! What the next check would tell: once the errors of a policy are mended as proposed, what is wrong with the rest of it
//! comes to light. It is told at once, so that nobody meets it one check after the other. What comes to light in what an edit
//! puts in, that edit does as well.

use std::collections::HashSet;

use super::mended::{Mends, is_mended};
use super::{Compiled, Job, followed};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{SourceFile, Span};

/// So many checks are looked ahead.
const MOST_CHECKS: usize = 12;

/// Tells what is wrong once the errors are mended, check after check until nothing new comes to light.
pub(super) fn look(compiled: &mut Compiled, job: &Job) {
    let Some(policy) = compiled.files.first().copied() else { return };
    let mut done = HashSet::new();
    for _ in 0..MOST_CHECKS {
        let mends = Mends::of(&compiled.diagnostics, policy, &job.policy);
        // Where a block ends is a guess that all below it hangs on.
        if mends.is_empty() || compiled.diagnostics.iter().any(Diagnostic::guesses_block) {
            return;
        }
        let edited = job.policy.with_text(mends.text());
        let next = Job { policy: edited.clone(), ..job.clone() }.compiled();
        if compiled.accepted() {
            return scales(compiled, &next, &mends);
        }
        let mut look = Look { compiled, mends: &mends, edited: &edited, done: &mut done };
        if !look.errors(&next) {
            return look.costly(&next);
        }
    }
}

/// A habit that is told of so many places, which a message cuts off, has more of them.
const MANY_PLACES: usize = 5;

/// One check ahead.
struct Look<'a> {
    compiled: &'a mut Compiled,
    mends: &'a Mends<'a>,
    edited: &'a SourceFile,
    /// What edits already do of what came to light by them: whoever is told of it again is not helped so.
    done: &'a mut HashSet<(Span, Code, Span)>,
}

impl Look<'_> {
    /// Adds the errors that come to light, to what is told or to the edits that lead to them. Whether there were any.
    fn errors(&mut self, next: &Compiled) -> bool {
        self.roles(next);
        let (mut found, mut longer): (Vec<Diagnostic>, _) = (vec![], HashSet::new());
        let mut new = false;
        let asks = self.compiled.diagnostics.iter().any(Diagnostic::asks_kind);
        let told = |told: &&Diagnostic| told.severity() == Severity::Error && !(asks && told.hangs_on_kind());
        for told in next.diagnostics.iter().filter(told) {
            let Some(back) = self.mends.back(told).filter(|back| !self.is_known(back)) else {
                new |= self.follow(told, &mut longer);
                continue;
            };
            let touched = told.edits.first().is_some_and(|edit| self.mends.touched(edit, self.edited).is_some());
            if touched && is_mended(told) && self.follow(told, &mut longer) {
                new = true;
                continue;
            }
            found.push(Diagnostic { edits: self.mends.edits(told, self.edited), ..back });
        }
        new |= !found.is_empty();
        // What was told without a way out has one by now.
        let same = |known: &Diagnostic| found.iter().any(|it| (known.code, known.span) == (it.code, it.span));
        self.compiled.diagnostics.retain(|known| !same(known));
        self.compiled.diagnostics.extend(found);
        self.compiled.diagnostics.sort_by_key(|told| told.span);
        new
    }

    /// A deduction that adds is told at once: who is told of it at the second check has paid by then.
    fn costly(&mut self, next: &Compiled) {
        let costly = next.diagnostics.iter().filter(|told| told.code == Code::AddedDeduction);
        let back: Vec<Diagnostic> = costly
            .filter_map(|told| {
                Some(Diagnostic { edits: self.mends.edits(told, self.edited), ..self.mends.back(told)? })
            })
            .collect();
        self.compiled.diagnostics.extend(back.into_iter().filter(|_| next.accepted()));
        self.compiled.diagnostics.sort_by_key(|told| told.span);
    }

    /// Whose each weight is comes to light with the conditions of the items.
    fn roles(&mut self, next: &Compiled) {
        let told = next.diagnostics.iter().find(|told| told.is_by_role());
        let Some(back) = told
            .and_then(|told| Some(Diagnostic { edits: self.mends.edits(told, self.edited), ..self.mends.back(told)? }))
        else {
            return;
        };
        let same = |told: &&mut Diagnostic| (back.code, back.span) == (told.code, told.span);
        if let Some(told) = self.compiled.diagnostics.iter_mut().find(same) {
            *told = back;
        }
    }

    fn is_known(&self, told: &Diagnostic) -> bool {
        self.compiled.diagnostics.iter().filter(|known| known.severity() == Severity::Error).any(|known| {
            // Of a table that was looked at and is not mended, all was told.
            // Of a slip in so many places the rest is told when these are mended.
            let cut = told.is_unread() && known.is_habit_of(told) && known.labels.len() >= MANY_PLACES;
            match (known.code, known.span) == (told.code, told.span) {
                _ if cut => true,
                true => !known.edits.is_empty() || told.edits.is_empty(),
                false => known.edits.is_empty() && known.is_of_table_with(told),
            }
        })
    }

    /// Lets the edit that put in what an error is about mend that as well. Whether it does so.
    fn follow(&mut self, told: &Diagnostic, longer: &mut HashSet<usize>) -> bool {
        let Some(edit) = told.edits.first().filter(|_| is_mended(told)) else { return false };
        let Some(Some(owner)) = self.mends.touched(edit, self.edited) else { return false };
        let Some(first) = self.compiled.diagnostics.get_mut(owner) else { return false };
        // Two errors at once are one check each.
        if !longer.insert(owner) {
            return true;
        }
        if !self.done.insert((first.span, told.code, told.span)) {
            return false;
        }
        let was = first.edits.first().map_or(first.span, |edit| edit.span);
        let edit = self.mends.longer(owner, edit, self.edited).map(|edit| self.mends.wider(edit, was));
        let made = edit.is_some();
        edit.into_iter().for_each(|edit| followed::put(first, 0, edit));
        made
    }
}

/// Items out of 10 make all totals too small: rows that nobody gets to only because of that are not told of, and gaps that
/// nobody falls into only because of that are.
fn scales(compiled: &mut Compiled, next: &Compiled, mends: &Mends) {
    let same = |other: &Diagnostic, told: &Diagnostic| mends.back(other).is_some_and(|other| other.span == told.span);
    let still = |told: &Diagnostic| next.diagnostics.iter().any(|other| other.code == told.code && same(other, told));
    compiled.diagnostics.retain(|told| told.code != Code::IdleRung || still(told));
    let gap = next.diagnostics.iter().find(|told| told.code == Code::Gap);
    let short = compiled.diagnostics.iter_mut().find(|told| told.code == Code::ShortScale && !told.edits.is_empty());
    if let (Some(short), Some((gap, back))) = (short, gap.and_then(|gap| Some((gap, mends.back(gap)?)))) {
        short.points_at(back.span, "gap", gap, &["table", "point"]);
    }
}
