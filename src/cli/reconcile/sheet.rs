//! The sheet that is held against policies: how its columns are found, and what is told of it.

use super::super::arguments::Reconcile;
use super::super::policy::assigned;
use super::super::{Console, Exit, inputs};
use crate::data::{About, Counterpart, Problem, Reading};
use crate::diagnostic::{Arg, Code, nearest};
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::{Policy, SlotId, squeezed};
use crate::quantity::Moment;
use crate::reconcile::{By, Reconciliation, Sheet, lines_meant};
use crate::render::Heads;

/// So many cells that do not read are told.
const MOST_CELLS: usize = 12;
/// So many titles are named that are nobody's.
const MOST_TITLES: usize = 12;

/// What `--map` says, for each policy: a slot, and the title of its column.
pub(super) type Titles = Vec<Vec<(SlotId, String)>>;

/// The period that `--period` names.
pub(super) fn period(console: &Console, policies: &[&Policy], arguments: &Reconcile) -> Result<Option<i32>, Exit> {
    let Some(text) = &arguments.of_period else { return Ok(None) };
    let kind = policies.iter().find_map(|policy| policy.header.period);
    let moment = Moment::parse(text).filter(|moment| Some(moment.kind) == kind);
    let id = if kind.is_some() { "reconcile-period" } else { "reconcile-no-periods" };
    moment.map(|moment| Some(moment.ordinal)).ok_or_else(|| console.wrong(id, &[("text", text.as_str().into())]))
}

/// Reads what `--map` was given. A column goes by its name, its title, or what results call it.
pub(super) fn titles(console: &Console, policies: &[&Policy], texts: &[String]) -> Result<Titles, Exit> {
    let mut titles: Titles = policies.iter().map(|_| vec![]).collect();
    let (mut ours_known, mut theirs_known): (Vec<String>, Vec<String>) = (vec![], vec![]);
    for text in texts {
        let (ours, theirs) =
            assigned(text).ok_or_else(|| console.wrong("reconcile-map", &[("text", text.as_str().into())]))?;
        if ours_known.contains(&squeezed(ours)) || theirs_known.contains(&squeezed(theirs)) {
            return Err(console.wrong("reconcile-map-twice", &[("text", text.as_str().into())]));
        }
        ours_known.push(squeezed(ours));
        theirs_known.push(squeezed(theirs));
        let mut found = false;
        for (policy, own) in policies.iter().zip(&mut titles) {
            if let Some(slot) = column(policy, ours) {
                own.push((slot, theirs.to_owned()));
                found = true;
            }
        }
        if !found {
            let names = policies.iter().flat_map(|policy| &policy.columns).map(|column| column.name.as_str());
            let near = nearest(ours, names).map_or(Arg::from(""), Arg::from);
            let id = if near == Arg::from("") { "reconcile-map-unknown" } else { "reconcile-map-near" };
            return Err(console.wrong(id, &[("name", ours.into()), ("near", near), ("theirs", theirs.into())]));
        }
    }
    Ok(titles)
}

fn column(policy: &Policy, name: &str) -> Option<SlotId> {
    let known = |column: &&crate::ir::Column| {
        let titled = policy.slot(column.slot).and_then(|slot| slot.title.as_deref());
        column.name == name || titled == Some(name)
    };
    let by_head = || {
        let heads =
            [crate::quantity::Tongue::Zh, crate::quantity::Tongue::En].map(|tongue| Heads::of(&[policy], tongue));
        let named = heads.iter().find_map(|heads| heads.named(name))?;
        policy.columns.iter().find(|column| column.name == named)
    };
    policy.columns.iter().find(known).or_else(by_head).map(|column| column.slot)
}

/// Reads the sheet: its rows told apart by the keys, or, where it has none, by the names of people.
pub(super) fn read(
    console: &Console,
    policies: &[&Policy],
    arguments: &Reconcile,
    titles: &Titles,
) -> Result<(By, Vec<Sheet>), Exit> {
    let source = DataSource::open(&arguments.against);
    let source = source.map_err(|problem| inputs::refused(console, Exit::Usage, &[problem]))?;
    let (encoding, sheet) = (arguments.reads.encoding.clone(), arguments.sheet_of_theirs.clone());
    let options = ReadOptions { encoding, sheet, hidden_rows: arguments.reads.hidden_rows, ..ReadOptions::default() };
    let by_key = sheets_of_pay(policies, titles, (false, &source), &options);
    let lacks_keys = |problems: &[Problem]| {
        problems.iter().any(|problem| matches!(problem.code, Code::MissingColumn | Code::NotData))
    };
    match by_key {
        Some(Ok(sheets)) => Ok((By::Key, sheets)),
        Some(Err(problems)) if !lacks_keys(&problems) => Err(inputs::refused(console, Exit::Refused, &problems)),
        by_key => match (sheets_of_pay(policies, titles, (true, &source), &options), by_key) {
            (Some(Ok(sheets)), _) => Ok((By::Name, sheets)),
            (_, Some(Err(problems))) | (Some(Err(problems)), _) => {
                Err(inputs::refused(console, Exit::Refused, &problems))
            }
            (None, _) => Err(console.wrong("reconcile-no-key", &[])),
        },
    }
}

/// The sheet as each policy reads it; nothing, where a policy does not say what tells rows apart.
fn sheets(
    policies: &[&Policy],
    titles: &Titles,
    (by_name, source): (bool, &DataSource),
    options: &ReadOptions,
) -> Option<Result<Vec<Sheet>, Vec<Problem>>> {
    let fields = policies.iter().zip(titles).map(|(policy, titles)| Counterpart::of(policy, by_name, titles));
    let fields: Vec<Counterpart> = fields.collect::<Option<_>>()?;
    let read = io::read_counterparts(policies, &fields, source.clone(), options);
    Some(read.map(|read| fields.into_iter().zip(read).map(|(fields, batch)| Sheet { fields, batch }).collect()))
}

/// The same, with a title that is the name of a line of pay and of something else taken for the pay.
fn sheets_of_pay(
    policies: &[&Policy],
    titles: &Titles,
    of: (bool, &DataSource),
    options: &ReadOptions,
) -> Option<Result<Vec<Sheet>, Vec<Problem>>> {
    let read = match sheets(policies, titles, of, options)? {
        Ok(read) => read,
        problems => return Some(problems),
    };
    let meant = lines_meant(policies, &read);
    if meant.iter().all(Vec::is_empty) {
        return Some(Ok(read));
    }
    let titles: Titles = titles.iter().zip(meant).map(|(told, meant)| [told.as_slice(), &meant].concat()).collect();
    sheets(policies, &titles, of, options)
}

/// What someone should look at: columns that `--map` names and the sheet has not, and titles that may be meant for others.
pub(super) fn notices(console: &Console, policies: &[&Policy], sheets: &[Sheet], titles: &Titles) -> Result<(), Exit> {
    sheets.iter().for_each(|sheet| console.problems(&sheet.batch.notices));
    let Some(first) = sheets.first() else { return Ok(()) };
    let untaken = || first.batch.untaken.iter().map(String::as_str).filter(|title| !title.starts_with('_'));
    let has = |sheet: &Sheet, slot: SlotId| {
        let field = sheet.fields.of.iter().position(|of| *of == slot);
        let columns = sheet.batch.inputs.first().map(|input| &input.columns);
        field.zip(columns).is_some_and(|(field, columns)| columns.get(field).is_some_and(Option::is_some))
    };
    for (sheet, titles) in sheets.iter().zip(titles) {
        if let Some((_, title)) = titles.iter().find(|(slot, _)| !has(sheet, *slot)) {
            let near = nearest(title, untaken()).map_or(Arg::from(""), Arg::from);
            let id = if near == Arg::from("") { "reconcile-map-absent" } else { "reconcile-map-absent-near" };
            return Err(console.wrong(id, &[("title", title.as_str().into()), ("near", near)]));
        }
    }
    let mut alone: Vec<&str> = vec![];
    for title in untaken() {
        let free = policies.iter().zip(sheets).flat_map(|(policy, sheet)| {
            let lacking = policy.columns.iter().filter(|column| column.default && !has(sheet, column.slot));
            lacking.map(|column| column.name.as_str())
        });
        match near_title(title, free.collect()) {
            Some(near) => {
                let args = [("title", title.into()), ("near", near.into())];
                console.tell(&format!("{}\n", console.say("reconcile-near", &args)));
            }
            None => alone.push(title),
        }
    }
    if !alone.is_empty() {
        let more = alone.len().saturating_sub(MOST_TITLES);
        let shown = alone.iter().take(MOST_TITLES).map(|title| Arg::from(*title)).collect();
        let args = [("columns", Arg::List(shown)), ("more", more.into())];
        console.tell(&format!("{}\n", console.say("reconcile-untaken", &args)));
    }
    Ok(())
}

/// The column that a title nearly names: by a slip of the pen, or as a part of the other.
fn near_title<'n>(title: &str, names: Vec<&'n str>) -> Option<&'n str> {
    let within = |name: &&&str| {
        let (name, title) = (squeezed(name), squeezed(title));
        title.chars().count() > 1 && name.chars().count() > 1 && (name.contains(&title) || title.contains(&name))
    };
    nearest(title, names.iter().copied())
        .or_else(|| names.iter().filter(within).min_by_key(|name| name.chars().count()).copied())
}

/// Tells the cells of the sheet that are no values of their columns, and rows that are none of the table.
pub(super) fn unread(console: &Console, sheets: &[Sheet], found: &Reconciliation) {
    let Some(sheet) = sheets.first() else { return };
    let apart = sheet.batch.all_apart().filter_map(|(_, record)| match &record.reading {
        Reading::Rejected(out) => Some(&out.problems),
        _ => None,
    });
    let compared = |problem: &&Problem| match problem.about {
        About::Field(field) => sheet.fields.slots.get(usize::from(field)).is_some(),
        About::Whole | About::Others => true,
    };
    let problems: Vec<Problem> = apart.flatten().filter(compared).take(MOST_CELLS).cloned().collect();
    if found.differ > 0 || !found.unmatched.is_empty() {
        console.problems(&problems);
    }
}
