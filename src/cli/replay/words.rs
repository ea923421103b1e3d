//! What became of a run that was made again, for people.

use serde_json::Value as Json;

use super::super::Console;
use super::Found;
use crate::diagnostic::Arg;
use crate::io::{Point, PointKind, json_decimal};
use crate::quantity::Decimal;
use crate::render::{Drawn, Grid, GridColumn, GridRow, Mood, WIDTH, amount, spell};

/// So many digits of a hash tell two files apart.
const HASH: usize = 12;

/// What differs as a table, then what it comes to.
pub(super) fn text(console: &Console, found: &Found) -> String {
    let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
    let head = [("file", found.file.into()), ("version", found.receipt.version().into())];
    let mut lines = vec![say("replay-head", &head)];
    if !found.taken.is_empty() {
        let value = |it: &super::Taken| match it.option {
            option if option.starts_with("--") => Arg::from(format!("{option} {}", it.value).trim_end()),
            _ => Arg::from(it.value.as_str()),
        };
        let all = Arg::List(found.taken.iter().map(value).collect());
        lines.push(say("replay-taken", &[("options", all)]));
    }
    let differing: Vec<&Point> = found.points.iter().filter(|point| point.differs()).collect();
    if !differing.is_empty() {
        lines.push(String::new());
        lines.extend(table(console, found, &differing));
        lines.push(String::new());
    }
    lines.extend(verdicts(console, found));
    lines.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn table(console: &Console, found: &Found, points: &[&Point]) -> Vec<String> {
    let head = |id: &str| console.say(&format!("replay-{id}"), &[]);
    let column = |id, rank| GridColumn { head: head(id), rank, ..GridColumn::default() };
    let columns = vec![column("what", 0), column("name", 0), column("then", 0), column("now", 0), column("by", 0)];
    let rows = points.iter().map(|point| {
        let currency = found.receipt.currency(point.policy.as_deref());
        let money = currency.filter(|_| point.kind == PointKind::Pay);
        let amount = |value: Decimal| match money {
            Some(currency) => amount(&value.into(), currency, console.look.tongue),
            None => value.to_string(),
        };
        let shown = |value: &Option<Json>| match value {
            None => head("nothing"),
            Some(json) => json_decimal(json).map_or_else(|| shown(point.kind, json), amount),
        };
        let by = point.delta().filter(|_| !point.kind.is_input());
        let by = by.map_or(String::new(), |by| if by.is_sign_negative() { "" } else { "+" }.to_owned() + &amount(by));
        let what = head(&format!("kind-{}", point.kind.word()));
        GridRow::Cells(vec![what, name(console, point), shown(&point.then), shown(&point.now), by], Mood::Plain)
    });
    let look = console.look;
    let width = console.window().unwrap_or(WIDTH);
    let Drawn { lines, .. } = Grid { columns, rows: rows.collect(), ascii: look.ascii }.draw(width);
    lines.into_iter().map(|(line, _)| line).collect()
}

/// What a point is called, with its policy where a run has several.
fn name(console: &Console, point: &Point) -> String {
    const COUNTS: [&str; 6] = ["read", "evaluated", "rejected", "skipped", "records", "held_back"];
    let counted = matches!(point.kind, PointKind::Records | PointKind::Provisional);
    let name = match point.name.as_str() {
        name if counted && COUNTS.contains(&name) => console.say(&format!("replay-count-{name}"), &[]),
        name => name.to_owned(),
    };
    match &point.policy {
        Some(policy) if !point.kind.is_input() => format!("{policy} {name}"),
        _ => name,
    }
}

/// A hash by its beginning, all else as it stands.
fn shown(kind: PointKind, json: &Json) -> String {
    use PointKind::{Data, History, Kept, Policy, Results, With};
    match json {
        Json::String(text) if matches!(kind, Policy | Data | With | History | Results | Kept) => {
            text.chars().take(HASH).collect()
        }
        Json::String(text) => text.clone(),
        Json::Bool(true) => "✓".to_owned(),
        other => other.to_string(),
    }
}

/// What all comes to, in sentences.
fn verdicts(console: &Console, found: &Found) -> Vec<String> {
    use PointKind::{Encoding, Kept, Program, Results, Sheet};
    let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
    let of = |kind: PointKind| found.points.iter().find(|point| point.kind == kind);
    let count = |inputs: bool| {
        let same = found.points.iter().filter(|point| point.kind.is_input() == inputs && point.same == Some(true));
        Arg::from(same.filter(|point| !matches!(point.kind, Program | Sheet | Encoding | Results | Kept)).count())
    };
    let counts = [("inputs", count(true)), ("results", count(false))];
    let changed_input = found.points.iter().any(|p| p.kind.is_input() && p.kind != PointKind::Program && p.differs());
    let version = ("version", found.receipt.version().into());
    let mut lines = vec![match found.cause() {
        None if found.same() => say("replay-same", &counts),
        None if changed_input => say("replay-inputs", &counts),
        None => say("replay-kept", &counts),
        Some("inputs") => {
            let what = found.points.iter().filter(|p| p.kind.is_input() && p.kind != PointKind::Program && p.differs());
            let what = what.map(|point| Arg::from(point.name.as_str())).collect();
            say("replay-differs", &[("what", spell(&Arg::List(what), console.look.tongue).into())])
        }
        Some("program") => say("replay-program", std::slice::from_ref(&version)),
        Some("unknown") => say("replay-unknown", &[]),
        Some(_) => say("replay-unexplained", &[]),
    }];
    if of(PointKind::Program).is_some_and(Point::differs) && found.cause() != Some("program") {
        lines.push(say("replay-version", &[version]));
    }
    let file = |kind| of(kind).map(|point| [("file", Arg::from(point.name.as_str()))]);
    if let Some(args) = file(PointKind::Results) {
        match of(PointKind::Results).and_then(|point| point.same) {
            None if found.receipt.options().is_none() => lines.push(say("replay-optionless", &args)),
            None => lines.push(say("replay-unwritten", &args)),
            Some(true) => lines.push(say("replay-bytes", &args)),
            Some(false) => {}
        }
    }
    if let (Some(args), Some(None)) = (file(PointKind::Kept), of(PointKind::Kept).map(|point| point.same)) {
        lines.push(say("replay-gone", &args));
    }
    if found.cause().is_some()
        && let (Some(args), Some(Some(true))) = (file(PointKind::Kept), of(PointKind::Kept).map(|point| point.same))
    {
        lines.push(say("replay-who", &[args.as_slice(), &[("command", found.reconcile(console).into())]].concat()));
    }
    lines
}
