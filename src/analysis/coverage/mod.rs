//! What the rows of a table cover, on bare places: exact for any number of inputs.
//!
//! Every input is an axis of numbered places (the values of its domain, and its absence), every row
//! an area of that space. Nothing here knows what the places stand for.

mod area;
mod cell;
mod dead;
mod explore;
mod gaps;
mod overlaps;
mod places;

pub use area::Area;
pub use cell::Cell;
pub use overlaps::is_next_rung;
pub use places::Places;

/// The places of an axis: `0..len` are values, `len` is the absence of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// How many values there are.
    pub len: i128,
    /// Whether the input can be missing.
    pub missing: bool,
    /// Whether neighbouring places are neighbouring values.
    pub ordered: bool,
}

impl Extent {
    /// The places of values.
    pub fn present(&self) -> Places {
        Places::range(0, self.len - 1)
    }

    /// All places.
    pub fn all(&self) -> Places {
        Places::range(0, self.last())
    }

    fn last(&self) -> i128 {
        if self.missing { self.len } else { self.len - 1 }
    }
}

/// What a row's pattern for one input looks like, as far as the rule of ladders asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `any`
    Any,
    /// `>= a`, `> a`
    AtLeast,
    /// `<= a`, `< a`
    AtMost,
    /// Anything else.
    Other,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// What its patterns take.
    pub area: Area,
    /// The looks of its patterns.
    pub shapes: Vec<Shape>,
    /// Whether a guard must hold too, so that it surely takes nothing.
    pub guarded: bool,
    /// Whether it is `otherwise`.
    pub rest: bool,
}

/// A row that an earlier one meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The earlier row.
    pub earlier: usize,
    /// The later row.
    pub later: usize,
    /// What both take.
    pub area: Area,
}

/// What is wrong with a table. Rows are told by their number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// What no row takes.
    pub gaps: Vec<Area>,
    /// What two rows take, where the later is no rung of a ladder and not dead.
    pub overlaps: Vec<Overlap>,
    /// Rows that nothing reaches, with the earlier rows that take what they could have.
    pub dead: Vec<(usize, Vec<usize>)>,
    /// Whether too much would have to be looked at, so that what stands here is not all.
    pub exhausted: bool,
}

/// Too much would have to be looked at.
struct Exhausted;

/// How much a table may take: some seconds.
const ALLOWANCE: u64 = 150_000_000;

/// What sorting out a row on an axis costs, against comparing two rows there.
const SEARCH: usize = 20;

/// More overlaps than this in one table are not told one by one.
const MOST_OVERLAPS: usize = 1_000;

/// How much may still be looked at.
struct Work(u64);

impl Work {
    fn spend(&mut self, units: usize) -> Result<(), Exhausted> {
        self.0 = self.0.checked_sub(units as u64).ok_or(Exhausted)?;
        Ok(())
    }
}

/// Surveys the rows of a table; a row that is `None` could take anything, so that there is no gap.
pub fn survey(extents: &[Extent], rows: &[Option<Cover>]) -> Survey {
    let mut work = Work(ALLOWANCE);
    let mut survey = Survey::default();
    let outcome = compare(extents, rows, &mut survey, &mut work);
    let covers: Vec<&Area> =
        rows.iter().flatten().filter(|row| !row.guarded && !row.area.is_empty()).map(|row| &row.area).collect();
    let covered = if rows.iter().any(Option::is_none) {
        Ok(())
    } else {
        gaps::find(extents, &covers, &mut survey.gaps, &mut work)
    };
    survey.exhausted = outcome.and(covered).is_err();
    survey
}

/// Whether a row takes nothing that some others leave. Where too much would have to be looked at, that is not known.
pub fn is_taken(extents: &[Extent], row: &Cover, others: &[Cover]) -> bool {
    let others: Vec<(usize, &Cover)> =
        others.iter().enumerate().filter(|(_, other)| other.area.meets(&row.area)).collect();
    dead::is_dead(extents, row, &others, &mut Work(ALLOWANCE)).unwrap_or(false)
}

/// Holds every row against the earlier ones.
fn compare(extents: &[Extent], rows: &[Option<Cover>], survey: &mut Survey, work: &mut Work) -> Result<(), Exhausted> {
    let valid: Vec<(usize, &Cover)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?))).collect();
    for (at, (later, row)) in valid.iter().enumerate() {
        work.spend((at + 1) * extents.len())?;
        let before = valid.iter().take(at).copied().filter(|(_, earlier)| !earlier.guarded);
        let met: Vec<(usize, &Cover)> = before.filter(|(_, earlier)| earlier.area.meets(&row.area)).collect();
        if dead::is_dead(extents, row, &met, work)? {
            survey.dead.push((*later, met.iter().map(|(earlier, _)| *earlier).collect()));
        } else if !row.guarded && !row.rest {
            let alive =
                met.iter().filter(|(earlier, _)| survey.dead.binary_search_by_key(earlier, |(dead, _)| *dead).is_err());
            survey.overlaps.extend(overlaps::overlaps(*later, row, alive));
            if survey.overlaps.len() > MOST_OVERLAPS {
                return Err(Exhausted);
            }
        }
    }
    Ok(())
}

fn space(extents: &[Extent]) -> Cell {
    Cell(extents.iter().map(|extent| (0, extent.last())).collect())
}
