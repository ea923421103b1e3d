//! Several policies as the rows of one table: every record of their domains belongs to exactly one.
//!
//! The inputs are the fields that any `applies when` reads, matched by name, and the period. A policy is a row for
//! each box that its condition takes; what the rows leave out, or take twice, is found as in any table.

mod boxes;
mod claim;
mod handover;
mod space;
mod tell;
mod time;

use super::coverage::{self, Area, Cover, Shape};
use super::tables::axis::Axis;
use super::tables::condition::Condition;
use super::tables::model::Model;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Policy, Row, Table, TableKind};
use crate::source::{FileId, Sources, Span};
use space::Space;

/// One of several policies.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The number of its first file among the sources of all.
    pub first: u16,
}

impl Member<'_> {
    /// A place in the sources of all.
    fn place(self, span: Span) -> Span {
        Span { file: FileId(span.file.0.saturating_add(self.first)), ..span }
    }
}

/// Everything that is wrong with policies that are to share out the records.
pub fn claims(members: &[Member], sources: &Sources) -> Vec<Diagnostic> {
    let mut told = handover::tell(members);
    let Some(space) = Space::of(members, &mut told) else { return told };
    let claims: Vec<Option<Condition>> = members
        .iter()
        .enumerate()
        .map(|(at, member)| match &member.policy.header.applies {
            None => Some(Condition::Fixed(true)),
            Some(condition) => claim::of(&space, at, *member, &condition.value)
                .map_err(|part| told.push(undecided(*member, part, sources)))
                .ok(),
        })
        .collect();
    let Some(claims) = claims.into_iter().collect::<Option<Vec<Condition>>>() else { return told };
    let space = space.within_time(members, &claims);
    let axes: Option<Vec<Axis>> = space.axes(&claims);
    match axes.and_then(|axes| shares(&space, members, &claims, axes)) {
        Some(shares) => told.extend(surveyed(&space, members, sources, shares)),
        None => told.extend(members.first().map(|member| wide(*member))),
    }
    told
}

/// A condition that boxes cannot tell.
fn undecided(member: Member, part: &Expr, sources: &Sources) -> Diagnostic {
    let span = member.place(part.span);
    Diagnostic::new(Code::ClaimUndecided, span)
        .arg("text", sources.slice(span))
        .arg("policy", member.policy.header.title.as_str())
}

/// Too much would have to be looked at.
fn wide(member: Member) -> Diagnostic {
    Diagnostic::new(Code::ClaimUndecided, member.place(member.policy.header.claim)).variant("wide")
}

/// The rows of all policies.
struct Shares {
    axes: Vec<Axis>,
    rows: Vec<Option<Cover>>,
    /// Whose each row is.
    owners: Vec<usize>,
}

/// More boxes than this are not held against each other.
const MOST_ROWS: usize = 2_000;

/// So many overlaps are one mistake that was made all over.
const MANY: usize = 1_000;

/// How many of them are told.
const SHOWN: usize = 5;

fn shares(space: &Space, members: &[Member], claims: &[Condition], axes: Vec<Axis>) -> Option<Shares> {
    let mut shares = Shares { axes, rows: vec![], owners: vec![] };
    for (at, (member, claim)) in members.iter().zip(claims).enumerate() {
        for area in boxes::of(space, &shares.axes, (at, *member), claim)? {
            let shapes = vec![Shape::Other; area.0.len()];
            // Boxes of one policy may meet; what two policies take is looked for apart.
            shares.rows.push(Some(Cover { area, shapes, guarded: false, rest: true }));
            shares.owners.push(at);
        }
    }
    (shares.rows.len() <= MOST_ROWS).then_some(shares)
}

fn surveyed(space: &Space, members: &[Member], sources: &Sources, shares: Shares) -> Vec<Diagnostic> {
    let Shares { axes, rows, owners } = shares;
    let policy = space.policy(members);
    let table = table(space, members, &owners);
    let firsts = (0..axes.len()).collect();
    let model = Model { policy: &policy, sources, table: &table, axes, firsts, rows, slices: false };
    let set = tell::Set { model: &model, members, owners: &owners, period: space.period, sources };
    let extents: Vec<_> = model.axes.iter().map(|axis| axis.extent).collect();
    let mut survey = coverage::survey(&extents, &model.rows);
    let mut doubled = doubled(&model, &owners);
    let many = survey.exhausted || doubled.len() > MANY;
    if many {
        survey.gaps.truncate(SHOWN);
        doubled.truncate(SHOWN);
    }
    let mut told: Vec<Diagnostic> = survey.gaps.iter().map(|gap| set.gap(gap)).collect();
    told.extend(doubled.iter().filter_map(|it| set.twice(it.rows, &it.area)));
    if many {
        told.extend(members.first().map(|member| wide(*member)));
    }
    told
}

/// What two rows of different policies take.
struct Doubled {
    rows: (usize, usize),
    owners: (usize, usize),
    area: Area,
}

/// What the rows of two policies take: for each pair of policies the areas that no other one holds.
fn doubled(model: &Model, owners: &[usize]) -> Vec<Doubled> {
    let rows = || model.takers().zip(owners).map(|((at, cover), owner)| (at, cover, *owner));
    let mut found: Vec<Doubled> = vec![];
    for (at, row, owner) in rows() {
        let before = rows().take_while(|(before, ..)| *before < at).filter(|(_, _, other)| *other != owner);
        for (before, earlier, other) in before {
            let area = earlier.area.intersection(&row.area);
            let alike = |known: &Doubled| known.owners == (other, owner);
            if !area.is_empty() && !found.iter().any(|known| alike(known) && known.area.covers(&area)) {
                found.retain(|known| !alike(known) || !area.covers(&known.area));
                found.push(Doubled { rows: (before, at), owners: (other, owner), area });
            }
        }
    }
    found
}

/// The rows as those of a table, for what words a finding.
fn table(space: &Space, members: &[Member], owners: &[usize]) -> Table {
    let row = |owner: &usize| {
        let member = members.get(*owner)?;
        let span = member.place(member.policy.header.claim);
        Some(Row { patterns: vec![], pattern_spans: vec![], guard: None, values: vec![], span, invalid: false })
    };
    Table {
        kind: TableKind::Table,
        name: String::new(),
        span: Span::default(),
        inputs: space.inputs.clone(),
        outputs: vec![],
        rows: owners.iter().filter_map(row).collect(),
    }
}
