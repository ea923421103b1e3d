//! Results as a table on a terminal: what people look at first, in as many columns as the window has.

use std::collections::VecDeque;

use super::super::arguments::Eval;
use super::super::{Console, Exit};
use crate::data::{Content, Mark, Outcome, Status};
use crate::diagnostic::Arg;
use crate::io::{Table, TableColumn};
use crate::ir::{Policy, Role, Slot, SlotId, Type, Value};
use crate::render::{self, Grid, GridColumn, GridRow, Mood, PERIOD, WIDTH, ranked, visible, wrap};

/// So many records at the beginning, and as many at the end, are shown of more.
const END: usize = 20;
/// So many of the columns that are left out are named.
const MOST_NAMED: usize = 4;
/// The ranks of what is told of a record besides its values: which policy, what became of it, and why.
const POLICY: u8 = 3;
const STATUS: u8 = 4;
/// Of when a record is, where there are several periods: it says whose a row is.
const PERIODS: u8 = 1;
const REASONS: u8 = 9;

/// The columns that a table may have, where results are shown as one: on a terminal, or where that is asked for.
pub(super) fn window(console: &Console, arguments: &Eval) -> Option<usize> {
    let kept = arguments.output.is_some() || arguments.summary_only;
    let asked = || arguments.table.then(|| columns_said().unwrap_or(WIDTH));
    console.window().or_else(asked).filter(|_| !kept)
}

/// The columns that `COLUMNS` says, where there is no window that knows.
pub(in crate::cli) fn columns_said() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|columns| *columns > 0)
}

/// The table of a run, while its records come.
pub(super) struct Picture<'t, 'a> {
    table: &'t Table<'a>,
    first: Vec<GridRow>,
    last: VecDeque<GridRow>,
    count: usize,
    /// Which columns have something to tell in a row that is shown.
    telling: Vec<bool>,
}

impl<'t, 'a> Picture<'t, 'a> {
    /// A table without rows.
    pub fn new(table: &'t Table<'a>) -> Self {
        let columns = table.heads().count();
        Picture { table, first: vec![], last: VecDeque::new(), count: 0, telling: vec![false; columns] }
    }

    /// Takes the next record.
    pub fn add(&mut self, outcome: &Outcome) {
        // A line of totals is nobody; the summary tells of it.
        if outcome.status() == Status::Skipped {
            return;
        }
        self.count += 1;
        let cells = texts(self.table, outcome);
        for (at, (telling, cell)) in self.telling.iter_mut().zip(&cells).enumerate() {
            *telling = *telling || !(cell.is_empty() || is_silent(self.table, at, outcome));
        }
        let row = GridRow::Cells(cells, mood(outcome));
        if self.first.len() < END {
            self.first.push(row);
            return;
        }
        self.last.push_back(row);
        if self.last.len() > END {
            self.last.pop_front();
        }
    }

    /// Whether rows have different cells in a column.
    fn differ(&self, column: usize) -> bool {
        let mut cells = self.first.iter().chain(&self.last).filter_map(|row| match row {
            GridRow::Cells(cells, Mood::Plain | Mood::Doubtful) => cells.get(column).filter(|cell| !cell.is_empty()),
            _ => None,
        });
        cells.next().is_some_and(|first| cells.any(|cell| cell != first))
    }

    /// Shows the table on standard output, in at most so many columns.
    pub fn show(self, console: &Console, asked: bool, width: usize) -> Exit {
        let left_out = self.count - self.first.len() - self.last.len();
        let across =
            (left_out > 0).then(|| GridRow::Across(console.say("table-rows-left-out", &[("count", left_out.into())])));
        let kept: Vec<usize> = (0..self.telling.len()).filter(|at| self.telling.get(*at) == Some(&true)).collect();
        let mut columns = columns(self.table, asked);
        for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| column.rank == PERIOD) {
            column.rank = if self.differ(at) { PERIODS } else { PERIOD };
        }
        let look = console.look_of_results();
        let grid = Grid {
            columns: kept.iter().filter_map(|at| columns.get(*at).cloned()).collect(),
            rows: self.first.into_iter().chain(across).chain(self.last).map(|row| of_columns(row, &kept)).collect(),
            ascii: look.ascii,
        };
        // What was asked for is shown, however much it is.
        let drawn = if asked { grid.draw_all(width) } else { grid.draw(width) };
        let mut text: String = drawn.lines.iter().map(|(line, mood)| look.in_mood(line, *mood) + "\n").collect();
        if !drawn.left_out.is_empty() || left_out > 0 {
            let id = match drawn.left_out.len() {
                0 => "table-all",
                1..=MOST_NAMED => "table-columns-left-out",
                _ => "table-columns-left-out-more",
            };
            let named = drawn.left_out.iter().take(MOST_NAMED).map(|head| Arg::from(head.as_str())).collect();
            let told = console.say(id, &[("count", drawn.left_out.len().into()), ("columns", Arg::List(named))]);
            text.extend(wrap(&told, width).into_iter().map(|line| line + "\n"));
        }
        console.data(text.as_bytes())
    }
}

/// The cells of a row. Where it is, its cells show; why it could not be used goes before that.
fn texts(table: &Table, outcome: &Outcome) -> Vec<String> {
    let mut cells: Vec<String> = table.texts(outcome).map(|cell| visible(&cell).into_owned()).collect();
    let reasons = table.marks().iter().position(|mark| *mark == Mark::Reasons);
    if let Content::Rejected(why) | Content::Skipped(why) = &outcome.content
        && let Some(cell) = reasons.and_then(|at| cells.get_mut(table.columns.len() + at))
        && let Some(problem) = why.problems.first()
    {
        *cell = render::texts(&problem.diagnostic(), table.tongue).message;
    }
    cells
}

/// The cells of the columns that are kept.
fn of_columns(row: GridRow, kept: &[usize]) -> GridRow {
    match row {
        GridRow::Cells(cells, mood) => {
            GridRow::Cells(kept.iter().filter_map(|at| cells.get(*at).cloned()).collect(), mood)
        }
        across @ GridRow::Across(_) => across,
    }
}

fn mood(outcome: &Outcome) -> Mood {
    match outcome.status() {
        Status::Ok if outcome.is_provisional() => Mood::Doubtful,
        Status::Ok | Status::Skipped => Mood::Plain,
        Status::Rejected => Mood::Bad,
    }
}

/// Whether a column is a flag that is not raised, which says nothing, or tells which version decided, which nobody reads.
fn is_silent(table: &Table, at: usize, outcome: &Outcome) -> bool {
    let Some(column) = table.columns.get(at) else {
        return at.checked_sub(table.columns.len()).and_then(|at| table.marks().get(at)) == Some(&Mark::Version);
    };
    let own = outcome.owner.and_then(|at| Some((table.policies.get(at)?, (*column.slots.get(at)?)?)));
    let raised = |id: SlotId| matches!(&outcome.content, Content::Values(values, _) if values.get(id.0) == Some(&Value::Bool(true)));
    own.is_some_and(|(policy, id)| policy.slot(id).is_some_and(|slot| slot.role == Role::Flag) && !raised(id))
}

/// The columns with their heads: those that were asked for are alike, else what people look at goes first.
fn columns(table: &Table, asked: bool) -> Vec<GridColumn> {
    let marks = table.marks().iter().map(|mark| match mark {
        Mark::Policy => POLICY,
        Mark::Status => STATUS,
        Mark::Reasons | Mark::Version | Mark::File | Mark::Row => REASONS,
    });
    let own = table.columns.iter().map(|column| {
        let Some((policy, id, slot)) = first(table, column) else { return (u8::MAX, None, false) };
        let (rank, group) = if asked { (0, None) } else { ranked(policy, id, slot) };
        (rank, group, matches!(slot.ty, Type::Number(_)))
    });
    let ranked = own.chain(marks.map(|rank| (rank, None, false)));
    let column = |(head, (rank, group, figures)): (&str, _)| GridColumn {
        head: head.to_owned(),
        rank,
        group,
        figures,
        wraps: false,
    };
    table.heads().zip(ranked).map(column).collect()
}

/// What a column is in the first policy that has it.
fn first<'a>(table: &Table<'a>, column: &TableColumn) -> Option<(&'a Policy, SlotId, &'a Slot)> {
    let mut known = table.policies.iter().zip(&column.slots);
    known.find_map(|(policy, slot)| slot.and_then(|id| Some((*policy, id, policy.slot(id)?))))
}
