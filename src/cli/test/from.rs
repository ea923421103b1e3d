//! `merit test --from`: tests that stand in a sheet, a row a test.

use super::super::arguments::Test;
use super::super::{Console, Exit};
use super::{Case, table};
use crate::cases::{SheetRow, SheetTest, sheet_rows};
use crate::compile::Compiled;
use crate::data::{Batch, Problem, TestColumn, TestColumns};
use crate::diagnostic::{Arg, Code, nearest_of};
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::{Policy, Slot};
use crate::quantity::Tongue;
use crate::render::head;

/// A sheet of tests that was read.
pub(super) struct Tests {
    columns: TestColumns,
    batch: Batch,
    /// The rows that are tests.
    pub tests: Vec<SheetTest>,
    /// How the rows that are none end the run.
    unread: Exit,
}

/// Reads the sheets that `--from` names. What cannot be read is told.
pub(super) fn read(console: &Console, arguments: &Test, policy: &Policy) -> Result<Tests, Exit> {
    let heads = |slot: &Slot| [Tongue::Zh, Tongue::En].map(|tongue| head(policy, slot, tongue)).to_vec();
    let columns = TestColumns::of(policy, heads);
    let opened: Result<Vec<DataSource>, Problem> = arguments.from.iter().map(|name| DataSource::open(name)).collect();
    let sources = opened.map_err(|problem| told(console, &[problem], Exit::Usage))?;
    let options =
        ReadOptions { encoding: arguments.encoding.clone(), sheet: arguments.sheet.clone(), ..ReadOptions::default() };
    let batch = io::read_tests(policy, &columns, &sources, &options)
        .map_err(|problems| told(console, &problems, Exit::Refused))?;
    known(console, &columns, policy, &batch)?;
    let (mut tests, mut unread) = (vec![], Exit::Well);
    for row in sheet_rows(&columns, &batch) {
        match row {
            SheetRow::Test(test) => tests.push(test),
            SheetRow::Skipped(problems) => console.problems(&problems),
            SheetRow::Unread(problems) => unread = unread.worse(told(console, &problems, Exit::Refused)),
            SheetRow::Idle(place) => {
                let at = batch.input(place).map_or(Arg::from(""), |input| input.place(place.row));
                unread = unread.worse(console.refuse("from-idle", &[("at", at)]));
            }
            SheetRow::GivenTwice(place, slot) => {
                let at = batch.input(place).map_or(Arg::from(""), |input| input.place(place.row));
                let name = policy.slot(slot).map_or("", |slot| slot.name.as_str());
                unread = unread.worse(console.refuse("from-given", &[("at", at), ("name", name.into())]));
            }
        }
    }
    Ok(Tests { columns, batch, tests, unread })
}

fn told(console: &Console, problems: &[Problem], exit: Exit) -> Exit {
    console.problems(problems);
    exit
}

/// Shows what is odd with the sheets. A column that nobody knows is refused: what it expects would never be asked for.
fn known(console: &Console, columns: &TestColumns, policy: &Policy, batch: &Batch) -> Result<(), Exit> {
    // Most sheets have few of the columns that there could be, and those that are too many are told here.
    let odd = batch.notices.iter().filter(|told| !matches!(told.code, Code::AbsentColumn | Code::UnusedColumn));
    odd.for_each(|problem| console.problems(std::slice::from_ref(problem)));
    let mut exit = Exit::Well;
    for input in &batch.inputs {
        let unknown = input.unused.iter().filter(|title| !title.starts_with(['#', '_']));
        for title in unknown {
            exit = exit.worse(unnamed(console, policy, (&input.name, title)));
        }
        let mut named = columns.of.iter().zip(&input.columns);
        let expects = named.any(|(of, column)| column.is_some() && matches!(of, TestColumn::Expected(_)));
        if !expects && exit == Exit::Well {
            exit = console.wrong("from-nothing", &[("file", Arg::from(&*input.name))]);
        }
    }
    if exit == Exit::Well { Ok(()) } else { Err(exit) }
}

/// Tells a column that means nothing, with the name that it nearly spells.
fn unnamed(console: &Console, policy: &Policy, (file, title): (&str, &str)) -> Exit {
    let name = title.trim_start_matches(['=', '＝', ' ']);
    let near = nearest_of(name, policy.slots.iter().map(|slot| slot.name.as_str()));
    let args = [("title", Arg::from(title)), ("file", file.into())];
    match near.filter(|near| *near != name) {
        Some(near) => {
            let near = ("near", title.replace(name, near).into());
            console.wrong("from-near", &[args.as_slice(), &[near]].concat())
        }
        None => console.wrong("from-unknown", &args),
    }
}

impl Tests {
    /// Runs the tests, and tells those that fail.
    pub fn run(&self, console: &Console, compiled: &Compiled, name: &str) -> Exit {
        let outcomes: Vec<_> = self.tests.iter().map(|test| (test, test.run(&compiled.policy))).collect();
        let failed: Vec<_> = outcomes.iter().filter(|(_, outcome)| !outcome.passed()).collect();
        let mut exit = self.unread;
        if !failed.is_empty() {
            let cases = failed
                .iter()
                .map(|(test, outcome)| Case { outcome, place: Box::new(|slot| self.place(console, test, slot)) });
            let table = table(console, compiled, &cases.collect::<Vec<_>>());
            exit = exit.worse(console.data(format!("{table}\n").as_bytes())).worse(Exit::Refused);
        }
        let passed = outcomes.len() - failed.len();
        let counts = [("file", name.into()), ("passed", passed.into()), ("failed", failed.len().into())];
        console.tell(&format!("{}\n", console.say("test-counts", &counts)));
        exit
    }

    /// The row and the cell in which a value is expected, with what the test is called.
    fn place(&self, console: &Console, test: &SheetTest, slot: crate::ir::SlotId) -> String {
        let Some((file, row)) = test.file(&self.batch) else { return String::new() };
        let cell = test.cell(&self.columns, &self.batch, slot).unwrap_or_default();
        let args = [
            ("name", test.test.name.as_str().into()),
            ("file", Arg::from(&**file)),
            ("row", (row as usize).into()),
            ("cell", cell.as_str().into()),
        ];
        let id = match (test.test.name.is_empty(), cell.is_empty()) {
            (true, true) => "test-row",
            (true, false) => "test-cell",
            (false, true) => "test-row-named",
            (false, false) => "test-cell-named",
        };
        console.say(id, &args)
    }
}
