//! Records as a table that fits the window: what people look at first.

use super::super::Session;
use super::super::record::{called, rejected};
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, Slot, SlotId, Type, Value};
use crate::render::{Grid, GridColumn, GridRow, Mood, head, ranked, visible, why, wrap};

/// A record of the data, by its place, and what it comes to.
pub(super) type Row = (usize, Evaluation);

/// So many records at the beginning, and as many at the end, are shown of more.
const END: usize = 20;
/// So many of the columns that are left out are named.
const MOST_NAMED: usize = 4;

/// The table of some records: whose, and what is asked for, or all that fits; whoever is rejected may be told below it.
pub(super) fn draw(session: &Session, rows: Vec<Row>, asked: &[SlotId], with_rejected: bool) -> String {
    let policy = session.now.policy();
    let slots = slots(policy, &rows, asked);
    let columns = slots.iter().filter_map(|id| Some(column(session, (policy, *id, policy.slot(*id)?), asked)));
    let doubtful = session.doubtful();
    let lines = lines(session, (&rows, &doubtful), &slots);
    let grid = Grid { columns: columns.collect(), rows: lines, ascii: session.look.ascii };
    let drawn = grid.draw(session.look.width);
    let mut text: String = drawn.lines.iter().map(|(line, mood)| session.look.in_mood(line, *mood) + "\n").collect();
    if !drawn.left_out.is_empty() {
        let named = drawn.left_out.iter().take(MOST_NAMED).map(|head| Arg::from(head.as_str())).collect();
        let args = [("count", drawn.left_out.len().into()), ("columns", Arg::List(named))];
        text += &fitted(session, "repl-columns-left-out", &args);
    }
    text += &provisional(session, &rows, &doubtful);
    if let Some(batch) = session.now.batch().filter(|_| with_rejected) {
        let whose = rejected(policy, batch);
        if !whose.is_empty() {
            let args = [("count", batch.rejected().count().into()), ("whose", Arg::List(whose))];
            text += &fitted(session, "repl-table-rejected", &args);
        }
    }
    text
}

/// Whose results may yet change.
fn provisional(session: &Session, rows: &[Row], doubtful: &[usize]) -> String {
    let (policy, Some(batch)) = (session.now.policy(), session.now.batch()) else { return String::new() };
    let those: Vec<usize> = rows.iter().map(|(at, _)| *at).filter(|at| doubtful.contains(at)).collect();
    if those.is_empty() {
        return String::new();
    }
    let whose = those.iter().take(MOST_NAMED).map(|at| called(policy, batch, *at).into()).collect();
    let more = those.len().saturating_sub(MOST_NAMED);
    let args = [("count", those.len().into()), ("whose", Arg::List(whose)), ("more", more.into())];
    fitted(session, "repl-table-provisional", &args)
}

fn fitted(session: &Session, id: &str, args: &[(&'static str, Arg)]) -> String {
    wrap(session.say(id, args).trim_end(), session.look.width).join("\n") + "\n"
}

/// Whose it is, then what is asked for; else all that a result has and somebody has something in.
fn slots(policy: &Policy, rows: &[Row], asked: &[SlotId]) -> Vec<SlotId> {
    let whose: Vec<SlotId> = policy.keys().chain(policy.name_field()).chain(policy.period()).collect();
    let tells = |slot: &SlotId| {
        let flag = policy.slot(*slot).is_some_and(|slot| slot.role == Role::Flag);
        rows.iter().any(|(_, of)| match of.value(*slot) {
            Ok(Value::Missing) | Err(_) => false,
            Ok(value) => !flag || *value == Value::Bool(true),
        })
    };
    let columns = policy.columns.iter().filter(|column| column.default).map(|column| column.slot).filter(tells);
    let rest: Vec<SlotId> = if asked.is_empty() { columns.collect() } else { asked.to_vec() };
    let mut all = whose;
    for slot in rest {
        if !all.contains(&slot) {
            all.push(slot);
        }
    }
    all
}

fn column(session: &Session, (policy, id, slot): (&Policy, SlotId, &Slot), asked: &[SlotId]) -> GridColumn {
    let (rank, group) = if asked.is_empty() { ranked(policy, id, slot) } else { (0, None) };
    let head = head(policy, slot, session.look.tongue);
    let head = if head.is_empty() { slot.name.clone() } else { head };
    GridColumn { head, rank, group, figures: matches!(slot.ty, Type::Number(_)), wraps: false }
}

/// A row a record, the first and the last of many. One that may yet change is marked, and the one at hand where anything was
/// given to it.
fn lines(session: &Session, (rows, doubtful): (&[Row], &[usize]), slots: &[SlotId]) -> Vec<GridRow> {
    let policy = session.now.policy();
    let row = |(at, of): &Row| {
        let cells = slots.iter().map(|id| match (policy.slot(*id), of.value(*id)) {
            (Some(_), Ok(Value::Missing)) => String::new(),
            (Some(slot), Ok(value @ Value::Bool(_))) => why::shown(policy, slot, value, session.look.tongue),
            (Some(slot), Ok(value)) => visible(&spell_cell(policy, slot, value)).into_owned(),
            _ => String::new(),
        });
        let given = Some(*at) == session.now.at && !session.now.given.is_empty();
        let marked = given || doubtful.contains(at);
        GridRow::Cells(cells.collect(), if marked { Mood::Doubtful } else { Mood::Plain })
    };
    let left = rows.len().saturating_sub(2 * END);
    if left == 0 {
        return rows.iter().map(row).collect();
    }
    let told = session.say("repl-rows-left-out", &[("count", left.into())]).trim_end().to_owned();
    let (first, last) = (rows.iter().take(END), rows.iter().skip(END + left));
    first.map(row).chain([GridRow::Across(told)]).chain(last.map(row)).collect()
}
