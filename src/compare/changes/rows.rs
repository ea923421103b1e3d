//! Which rows of a table are not what they were.

use super::held::{Held, NEW, OLD};
use crate::analysis::coverage::Places;
use crate::compare::change::End;
use crate::compare::normal::{Head, MISSING, Term, TermId, Values};
use crate::ir::{Policy, Row, SlotId, Table};

/// An end of a row that was moved: the row then and now, the input, the side.
type MovedEnd = (usize, usize, usize, End);

/// How rows of a table changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowChange {
    /// What a row answers.
    Values(usize, usize),
    /// Ends of rows that were moved together, each with its rows then and now and the input; the first is the one to tell.
    Moved(Vec<MovedEnd>),
    /// What a row takes, otherwise.
    Taken(usize, usize),
    /// It is gone, from before that row of the new table; from the end, where there is none.
    Removed(usize, Option<usize>),
    /// It is new.
    Added(usize),
}

/// A row by its meaning.
struct Meant {
    /// What its patterns and guard take.
    raw: TermId,
    /// What the rows above leave of that.
    left: TermId,
    /// What it takes of each input.
    inputs: Vec<TermId>,
    /// What it answers.
    values: Vec<TermId>,
    guarded: bool,
}

impl Held<'_> {
    /// How the rows of two tables differ.
    pub(super) fn row_changes(&mut self, old: &Table, new: &Table) -> Vec<RowChange> {
        let places: Vec<TermId> = old
            .inputs
            .iter()
            .zip(&new.inputs)
            .enumerate()
            .map(|(at, (was, is))| {
                let (was, is) = (self.cut[OLD].space_of(&was.value), self.cut[NEW].space_of(&is.value));
                let space = if was.places().is_some() { was.and(&is) } else { was };
                let truth = space.values == Values::Bool && !space.missing;
                let place = self.terms.atom(Head::Named(format!("\u{0}{at} {space:?}")), vec![], space);
                if truth { self.terms.holds(place) } else { place }
            })
            .collect();
        let olds = self.meanings(OLD, old, &places);
        let news = self.meanings(NEW, new, &places);
        let mut pairs = Pairs::new(&olds, &news);
        pairs.pair(|one, other| one.values == other.values && taken_alike(one, other));
        pairs.pair(|one, other| {
            one.values.first() == other.values.first() && taken_alike(one, other) && one.values.len() > 1
        });
        pairs.pair(taken_alike);
        pairs.pair(|one, other| one.values == other.values);
        pairs.pair(|one, other| one.values.first() == other.values.first() && one.values.len() > 1);
        pairs.between();
        let matched = pairs.matched;
        let mut changes = vec![];
        self.told(&matched, &olds, &news, &mut changes);
        let gone = (0..olds.len()).filter(|at| !matched.iter().any(|(old, _)| old == at));
        let before = |at: usize| matched.iter().find(|(old, _)| *old > at).map(|(_, new)| *new);
        changes.extend(gone.map(|at| RowChange::Removed(at, before(at))));
        changes.extend((0..news.len()).filter(|at| !matched.iter().any(|(_, new)| new == at)).map(RowChange::Added));
        changes
    }

    fn told(&mut self, matched: &[(usize, usize)], olds: &[Meant], news: &[Meant], changes: &mut Vec<RowChange>) {
        let mut ends: Vec<((usize, i128, i128), Vec<MovedEnd>)> = vec![];
        for (old, new) in matched {
            let (Some(was), Some(is)) = (olds.get(*old), news.get(*new)) else { continue };
            if !taken_alike(was, is) {
                match self.moved(was, is) {
                    Some(moved) => {
                        for (input, side, from, to) in moved {
                            let key = (input, from, to);
                            let row = (*old, *new, input, side);
                            match ends.iter_mut().find(|(known, _)| *known == key) {
                                Some((_, rows)) => rows.push(row),
                                None => ends.push((key, vec![row])),
                            }
                        }
                    }
                    None => changes.push(RowChange::Taken(*old, *new)),
                }
            }
            if was.values != is.values {
                changes.push(RowChange::Values(*old, *new));
            }
        }
        changes.extend(ends.into_iter().map(|(_, rows)| RowChange::Moved(rows)));
    }

    fn meanings(&mut self, side: usize, table: &Table, places: &[TermId]) -> Vec<Meant> {
        let mut rest = self.terms.truth(true);
        let mut found = vec![];
        for row in &table.rows {
            let [one, other] = &mut self.cut;
            let builder = if side == OLD { one } else { other };
            let raw = builder.taken(self.terms, (&table.inputs, places), row);
            let inputs = table.inputs.iter().zip(&row.patterns).zip(places);
            let inputs = inputs.map(|((input, pattern), place)| {
                let alone = Row { patterns: vec![pattern.clone()], guard: None, ..row.clone() };
                builder.taken(self.terms, (std::slice::from_ref(input), &[*place]), &alone)
            });
            let inputs: Vec<TermId> = inputs.collect();
            let values = row.values.iter().map(|value| builder.row_value(self.terms, value, places.first())).collect();
            let left = self.terms.both(raw, rest);
            let others = self.terms.not(raw);
            rest = self.terms.both(rest, others);
            found.push(Meant { raw, left, inputs, values, guarded: row.guard.is_some() });
        }
        found
    }

    /// Which ends of a row moved, on which input, from where to where: nothing where it is not ends that moved.
    fn moved(&self, was: &Meant, is: &Meant) -> Option<Vec<(usize, End, i128, i128)>> {
        if was.guarded || is.guarded {
            return None;
        }
        let alone = was.inputs.len() == 1;
        let mut moved = vec![];
        let each = was.inputs.iter().zip(&is.inputs).enumerate();
        for (input, (one, other)) in each {
            let (one, other) = if alone { (was.left, is.left) } else { (*one, *other) };
            if one == other {
                continue;
            }
            let (from, to) = (self.range(one)?, self.range(other)?);
            if from.0 != to.0 {
                moved.push((input, End::Low, from.0, to.0));
            }
            if from.1 != to.1 {
                moved.push((input, End::High, from.1 + 1, to.1 + 1));
            }
        }
        (!moved.is_empty()).then_some(moved)
    }

    /// The one range of places at which a condition on one axis holds.
    fn range(&self, condition: TermId) -> Option<(i128, i128)> {
        let Term::Choice { parts, .. } = self.terms.get(condition) else { return None };
        let yes = parts.iter().find(|(_, part)| self.terms.as_truth(*part) == Some(true))?;
        match yes.0.without(&Places::range(MISSING, MISSING)).ranges() {
            [only] if !yes.0.contains(MISSING) => Some(*only),
            _ => None,
        }
    }
}

fn taken_alike(one: &Meant, other: &Meant) -> bool {
    one.raw == other.raw || one.left == other.left
}

/// Rows that were paired.
struct Pairs<'m> {
    olds: &'m [Meant],
    news: &'m [Meant],
    matched: Vec<(usize, usize)>,
}

impl<'m> Pairs<'m> {
    fn new(olds: &'m [Meant], news: &'m [Meant]) -> Self {
        Pairs { olds, news, matched: vec![] }
    }

    fn is_free(&self, old: Option<usize>, new: Option<usize>) -> bool {
        self.matched.iter().all(|(was, is)| Some(*was) != old && Some(*is) != new)
    }

    /// Pairs each row with the first that is left and fits.
    fn pair(&mut self, fits: impl Fn(&Meant, &Meant) -> bool) {
        for (old, one) in self.olds.iter().enumerate() {
            if !self.is_free(Some(old), None) {
                continue;
            }
            let mut news = self.news.iter().enumerate().filter(|(at, _)| self.is_free(None, Some(*at)));
            if let Some(new) = news.find(|(_, other)| fits(one, other)).map(|(at, _)| at) {
                self.matched.push((old, new));
            }
        }
        self.matched.sort_unstable();
    }

    /// Pairs what is left between two pairs in its order, where as many rows are left on both sides.
    fn between(&mut self) {
        let mut edges: Vec<(usize, usize)> = self.matched.clone();
        edges.push((self.olds.len(), self.news.len()));
        let mut from = (0, 0);
        for (old, new) in edges {
            let olds: Vec<usize> = (from.0..old).filter(|at| self.is_free(Some(*at), None)).collect();
            let news: Vec<usize> = (from.1..new).filter(|at| self.is_free(None, Some(*at))).collect();
            if olds.len() == news.len() {
                self.matched.extend(olds.into_iter().zip(news));
            }
            from = (old + 1, new + 1);
        }
        self.matched.sort_unstable();
    }
}

/// The table that gives a slot.
pub(super) fn table(policy: &Policy, slot: SlotId) -> Option<&Table> {
    match Held::step(policy, slot)? {
        crate::ir::Step::Table(table) => Some(table),
        _ => None,
    }
}
