//! Two receipts point by point: what went in, and what came out.

use serde_json::Value as Json;

use super::receipt::{Receipt, array, titled};
use crate::quantity::Decimal;

/// What is held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PointKind {
    /// The version of the program.
    Program,
    /// A file of a policy.
    Policy,
    /// A param that was set.
    Set,
    /// A file of records.
    Data,
    /// A file of a lookup or of details.
    With,
    /// Results of an earlier run.
    History,
    /// The sheet that was read of a file.
    Sheet,
    /// The encoding in which a file was read.
    Encoding,
    /// A further option.
    Option,
    /// How many records were read, evaluated, rejected.
    Records,
    /// How many people a label has.
    Grade,
    /// What a pay block comes to.
    Pay,
    /// For how many a flag is raised.
    Flag,
    /// How many break a promise.
    Ensure,
    /// How many records are provisional, or held back.
    Provisional,
    /// The results, written again.
    Results,
    /// The file of the results, as it stands now.
    Kept,
}

/// A point of two receipts.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is.
    pub kind: PointKind,
    /// The title of the policy that it is of, where a run has several.
    pub policy: Option<String>,
    /// What it is called.
    pub name: String,
    /// What the receipt says.
    pub then: Option<Json>,
    /// What it is now.
    pub now: Option<Json>,
    /// Whether it is the same; nothing, where that cannot be told.
    pub same: Option<bool>,
}

impl PointKind {
    /// The word for it, which programs read.
    pub fn word(self) -> &'static str {
        match self {
            PointKind::Program => "program",
            PointKind::Policy => "policy",
            PointKind::Set => "set",
            PointKind::Data => "data",
            PointKind::With => "with",
            PointKind::History => "history",
            PointKind::Sheet => "sheet",
            PointKind::Encoding => "encoding",
            PointKind::Option => "option",
            PointKind::Records => "records",
            PointKind::Grade => "grade",
            PointKind::Pay => "pay",
            PointKind::Flag => "flag",
            PointKind::Ensure => "ensure",
            PointKind::Provisional => "provisional",
            PointKind::Results => "results",
            PointKind::Kept => "kept",
        }
    }

    /// Whether it is something that went into the run.
    pub fn is_input(self) -> bool {
        use PointKind::{Data, Encoding, History, Option, Policy, Program, Set, Sheet, With};
        matches!(self, Program | Policy | Set | Data | With | History | Sheet | Encoding | Option)
    }
}

impl Point {
    /// A point, the same where both say the same.
    pub fn new(kind: PointKind, name: &str, then: Option<Json>, now: Option<Json>) -> Point {
        let same = Some(alike(then.as_ref(), now.as_ref()));
        Point { kind, policy: None, name: name.to_owned(), then, now, same }
    }

    /// By how much a count or an amount is more than it was.
    pub fn delta(&self) -> Option<Decimal> {
        json_decimal(self.now.as_ref()?)?.checked_sub(json_decimal(self.then.as_ref()?)?)
    }

    /// Whether it is surely another.
    pub fn differs(&self) -> bool {
        self.same == Some(false)
    }
}

/// A number as it is written.
pub fn json_decimal(json: &Json) -> Option<Decimal> {
    if json.is_number() { Decimal::from_str_exact(&json.to_string()).ok() } else { None }
}

/// The same number may be written with other digits behind the point.
fn alike(one: Option<&Json>, other: Option<&Json>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one == other || json_decimal(one).zip(json_decimal(other)).is_some_and(|(one, other)| one == other)
        }
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// All points of the two but the files of results: what went in first.
pub fn compared(then: &Receipt, now: &Receipt) -> Vec<Point> {
    let version = |receipt: &Receipt| Some(Json::from(receipt.version()));
    let mut points = vec![Point::new(PointKind::Program, "merit", version(then), version(now))];
    for (at, policy) in now.policies().iter().enumerate() {
        let former = partner(then.policies(), at, policy).map_or(&[] as &[Json], |policy| array(policy.get("files")));
        let known = points.len();
        files(PointKind::Policy, None, (former, array(policy.get("files"))), &mut points);
        let title = titled(policy).filter(|_| now.policies().len() > 1);
        points.iter_mut().skip(known).for_each(|point| point.policy = title.map(str::to_owned));
    }
    let member = |receipt: &'_ Receipt, name: &str| array(receipt.json().get(name)).to_vec();
    files(PointKind::Data, None, (&member(then, "data"), &member(now, "data")), &mut points);
    let with = |receipt: &'_ Receipt| receipt.json().get("with").and_then(Json::as_object).cloned().unwrap_or_default();
    let (former, present) = (with(then), with(now));
    for name in union(former.keys(), present.keys()) {
        let of = (array(former.get(&name)), array(present.get(&name)));
        files(PointKind::With, Some(&name), of, &mut points);
    }
    files(PointKind::History, None, (&member(then, "history"), &member(now, "history")), &mut points);
    options(then, now, &mut points);
    results(then, now, &mut points);
    points
}

/// Files against each other: of one name first, then of one content, then as they stand.
fn files(kind: PointKind, of: Option<&str>, (then, now): (&[Json], &[Json]), points: &mut Vec<Point>) {
    let text = |file: &Json, member: &str| file.get(member).and_then(Json::as_str).map(str::to_owned);
    let mut left: Vec<&Json> = then.iter().collect();
    let mut pairs: Vec<(Option<&Json>, Option<&Json>)> = now.iter().map(|file| (None, Some(file))).collect();
    let ways: [fn(&Json, &Json) -> bool; 3] =
        [|one, other| base(one) == base(other), |one, other| one.get("sha256") == other.get("sha256"), |_, _| true];
    for fits in ways {
        for (former, present) in &mut pairs {
            let Some(present) = present.filter(|_| former.is_none()) else { continue };
            if let Some(at) = left.iter().position(|file| fits(file, present)) {
                *former = Some(left.remove(at));
            }
        }
    }
    pairs.extend(left.into_iter().map(|file| (Some(file), None)));
    for (former, present) in pairs {
        let file = present.or(former).and_then(|file| text(file, "file")).unwrap_or_default();
        let name = of.map_or_else(|| file.clone(), |of| format!("{of}={file}"));
        let both = |member| {
            let of = |file: Option<&Json>| file.and_then(|file| file.get(member)).filter(|it| !it.is_null()).cloned();
            (of(former), of(present))
        };
        let (then, now) = both("sha256");
        points.push(Point::new(kind, &name, then, now));
        // A file that is none of both is told once.
        if former.is_none() || present.is_none() {
            continue;
        }
        for (kind, member) in [(PointKind::Sheet, "sheet"), (PointKind::Encoding, "encoding")] {
            let (then, now) = both(member);
            if then.is_some() || now.is_some() {
                points.push(Point::new(kind, &name, then, now));
            }
        }
    }
}

/// The name of a file without its folders.
fn base(file: &Json) -> Option<&str> {
    file.get("file").and_then(Json::as_str)?.rsplit(['/', '\\']).next()
}

fn options(then: &Receipt, now: &Receipt, points: &mut Vec<Point>) {
    if then.options().is_none() {
        return;
    }
    let of = |all: &[(&str, &str)], name: &str| {
        all.iter().find(|(known, _)| *known == name).map(|(_, value)| Json::from(*value))
    };
    let (former, present) = (then.set(), now.set());
    for name in union(former.iter().map(|it| it.0), present.iter().map(|it| it.0)) {
        points.push(Point::new(PointKind::Set, &name, of(&former, &name), of(&present, &name)));
    }
    for name in ["hidden_rows", "hold_back"] {
        let said = |receipt: &Receipt| {
            let value = receipt.options()?.get(name)?;
            Some(value.clone()).filter(|value| *value != Json::Null && *value != Json::Bool(false))
        };
        if said(then).is_some() || said(now).is_some() {
            points.push(Point::new(PointKind::Option, &name.replace('_', "-"), said(then), said(now)));
        }
    }
}

/// Everything that a run counts and adds up.
fn results(then: &Receipt, now: &Receipt, points: &mut Vec<Point>) {
    let counts = |receipt: &Receipt| named(PointKind::Records, receipt.json().get("records"));
    hold(None, (&counts(then), &counts(now)), points);
    let several = now.policies().len() > 1;
    for (at, policy) in now.policies().iter().enumerate() {
        let former = partner(then.policies(), at, policy).map(|policy| outcome(then.given(policy), several));
        let title = titled(policy).filter(|_| several);
        hold(title, (&former.unwrap_or_default(), &outcome(now.given(policy), several)), points);
    }
}

/// The policy of that title among those of a receipt, else the one in that place.
fn partner<'r>(policies: &'r [Json], at: usize, policy: &Json) -> Option<&'r Json> {
    policies.iter().find(|known| titled(known) == titled(policy)).or(policies.get(at))
}

type Figure = (PointKind, String, Json);

/// What a policy gave; of one among several how many records too.
fn outcome(given: &Json, several: bool) -> Vec<Figure> {
    let mut figures = if several { named(PointKind::Records, given.get("records")) } else { vec![] };
    for (grade, labels) in given.get("grades").and_then(Json::as_object).into_iter().flatten() {
        let labels = named(PointKind::Grade, Some(labels)).into_iter();
        figures.extend(labels.map(|(kind, label, count)| (kind, format!("{grade} {label}"), count)));
    }
    figures.extend(named(PointKind::Pay, given.get("pay")));
    for (kind, member, name, count) in
        [(PointKind::Flag, "flags", "name", "count"), (PointKind::Ensure, "ensures", "text", "broken")]
    {
        let each = array(given.get(member)).iter();
        figures.extend(each.filter_map(|it| Some((kind, it.get(name)?.as_str()?.to_owned(), it.get(count)?.clone()))));
    }
    let provisional = given.get("provisional");
    let counts = ["records", "held_back"].iter();
    figures.extend(
        counts.filter_map(|name| Some((PointKind::Provisional, (*name).to_owned(), provisional?.get(*name)?.clone()))),
    );
    figures
}

fn named(kind: PointKind, members: Option<&Json>) -> Vec<Figure> {
    let members = members.and_then(Json::as_object).into_iter().flatten();
    members.map(|(name, value)| (kind, name.clone(), value.clone())).collect()
}

fn hold(policy: Option<&str>, (then, now): (&[Figure], &[Figure]), points: &mut Vec<Point>) {
    let of = |figures: &[Figure], kind: PointKind, name: &str| {
        figures.iter().find(|figure| figure.0 == kind && figure.1 == name).map(|figure| figure.2.clone())
    };
    let gone = then.iter().filter(|figure| of(now, figure.0, &figure.1).is_none());
    for (kind, name, _) in now.iter().chain(gone) {
        let point = Point::new(*kind, name, of(then, *kind, name), of(now, *kind, name));
        points.push(Point { policy: policy.map(str::to_owned), ..point });
    }
}

fn union<S: AsRef<str>>(one: impl Iterator<Item = S>, other: impl Iterator<Item = S>) -> Vec<String> {
    let mut all: indexmap::IndexSet<String> = indexmap::IndexSet::new();
    all.extend(one.chain(other).map(|name| name.as_ref().to_owned()));
    all.into_iter().collect()
}
