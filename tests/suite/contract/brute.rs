//! What the analysis says of a table, against every combination of the values at its bounds. Between
//! two bounds a table answers alike, so the combinations decide.

use std::collections::BTreeSet;

use merit::compile::Compiled;
use merit::diagnostic::{Arg, Code, Diagnostic};
use merit::ir::{
    Input, LabelSetId, Pattern, Policy, Row, RowValue, Scale, SlotId, Step, Table, TableKind, Type, Value,
};
use merit::quantity::{Decimal, Domain, Moment, exact};
use merit::source::Span;

use super::points::around;

/// More combinations than this are left to the analysis.
const MOST: usize = 5_000;

/// Holds gaps, overlaps and dead rows to what the combinations show, and each witness to its claim.
pub fn verdicts(compiled: &Compiled) -> Result<(), String> {
    let tables = compiled.policy.steps.iter().filter_map(|step| match step {
        Step::Table(table) => Some(table),
        _ => None,
    });
    tables.filter(|table| table.rows.iter().all(|row| !row.invalid)).try_for_each(|table| verdict(compiled, table))?;
    let scales = compiled.policy.steps.iter().filter_map(|step| match step {
        Step::Scale(scale) => Some(scale),
        _ => None,
    });
    scales.filter(|scale| scale.slices.iter().all(|slice| slice.interval != Pattern::Invalid)).try_for_each(|scale| {
        let told = compiled.diagnostics.iter().filter(|told| matches!(told.code, Code::DeadRow | Code::IdleRung));
        unfilled(scale, &told.map(|told| told.span).collect())
    })
}

/// A slice is dead only where no value rises above its lower end, and surely where all end before it.
fn unfilled(scale: &Scale, told: &BTreeSet<Span>) -> Result<(), String> {
    let Some(greatest) = scale.input.value.domain.numbers().map(|numbers| numbers.hi()) else { return Ok(()) };
    scale.slices.iter().try_for_each(|slice| match told.contains(&slice.span) {
        true if greatest > slice.from => {
            Err(format!("scale {}: a slice from {} is called dead", scale.name, slice.from))
        }
        _ => Ok(()),
    })
}

fn verdict(compiled: &Compiled, table: &Table) -> Result<(), String> {
    let told = |code: Code| {
        let of_table = compiled.diagnostics.iter().filter(move |diagnostic| diagnostic.code == code);
        of_table.filter(|diagnostic| belongs(table, diagnostic.span)).collect::<Vec<_>>()
    };
    if told(Code::Unproved).is_empty() {
        let Some(axes) = axes(table) else { return Ok(()) };
        let points = combinations(table, &axes);
        let broken = |what: &str| Err(format!("table {}: {what}", table.name));
        let gap = points.iter().find(|point| taker(table, point).is_none());
        match (gap, told(Code::Gap).is_empty()) {
            (Some(gap), true) => return broken(&format!("nothing told of the gap at {gap:?}")),
            (None, false) => return broken("a gap is told, and there is none"),
            _ => {}
        }
        let dead: BTreeSet<Span> = dead(table, &points).collect();
        let told_dead = [Code::DeadRow, Code::IdleRung, Code::IdleOtherwise].into_iter().flat_map(told);
        let told_dead: BTreeSet<Span> = told_dead.map(|diagnostic| diagnostic.span).collect();
        let outside = |row: &&Row| !points.iter().any(|point| takes(row, point));
        let given = table.rows.iter().filter(outside).filter(|row| is_given(&compiled.policy, table, row));
        let given: BTreeSet<Span> = given.map(|row| row.span).collect();
        if dead.difference(&given).ne(told_dead.iter()) {
            return broken(&format!("dead are {dead:?}, of which {given:?} are given, told are {told_dead:?}"));
        }
        let overlapping = overlapping(table, &axes, &points, &dead);
        if overlapping.is_some() == told(Code::Overlap).is_empty() {
            return broken(&format!("the overlap is {overlapping:?}, told are {:?}", told(Code::Overlap)));
        }
    }
    for gap in told(Code::Gap) {
        let point = witness(&compiled.policy, table, gap)?;
        if taker(table, &point).is_some() {
            return Err(format!("table {}: the gap {point:?} is taken", table.name));
        }
    }
    for overlap in told(Code::Overlap) {
        let point = witness(&compiled.policy, table, overlap)?;
        let takers = table.rows.iter().filter(|row| row.guard.is_none() && takes(row, &point)).count();
        if takers < 2 {
            return Err(format!("table {}: the overlap {point:?} has {takers} takers", table.name));
        }
    }
    Ok(())
}

/// Whether a diagnostic stands at the table's name or one of its rows.
fn belongs(table: &Table, span: Span) -> bool {
    let within = |outer: Span| outer.file == span.file && outer.start <= span.start && span.end <= outer.end;
    within(table.span) || table.rows.iter().any(|row| within(row.span))
}

/// The first row without a guard that takes a point.
fn taker(table: &Table, point: &[Value]) -> Option<usize> {
    table.rows.iter().position(|row| row.guard.is_none() && takes(row, point))
}

fn takes(row: &Row, point: &[Value]) -> bool {
    row.patterns.iter().zip(point).all(|(pattern, value)| matches(pattern, value))
}

/// Whether a pattern takes a value, by the definition of the language.
pub fn matches(pattern: &Pattern, value: &Value) -> bool {
    match pattern {
        Pattern::Otherwise => true,
        Pattern::Missing => *value == Value::Missing,
        _ if *value == Value::Missing => false,
        Pattern::Any => true,
        Pattern::Values(values) => values.iter().any(|one| one == value),
        Pattern::Not(values) => values.iter().all(|one| one != value),
        Pattern::Interval { lo, hi } => {
            let above = lo.as_ref().is_none_or(|lo| if lo.included { *value >= lo.value } else { *value > lo.value });
            let below = hi.as_ref().is_none_or(|hi| if hi.included { *value <= hi.value } else { *value < hi.value });
            above && below
        }
        Pattern::Invalid => false,
    }
}

/// The rows that nothing reaches.
fn dead<'a>(table: &'a Table, points: &'a [Vec<Value>]) -> impl Iterator<Item = Span> + 'a {
    let reached = move |at: usize, row: &Row| {
        let free = |point: &&Vec<Value>| taker(table, point).is_none_or(|first| first >= at);
        points.iter().filter(free).any(|point| takes(row, point))
    };
    table.rows.iter().enumerate().filter(move |(at, row)| !reached(*at, row)).map(|(_, row)| row.span)
}

/// Whether a row of a grade is the only one with a label that some other value can have.
fn is_given(policy: &Policy, table: &Table, row: &Row) -> bool {
    let label = |row: &Row| match row.values.first() {
        Some(RowValue::Expr(answer)) if table.kind == TableKind::Grade => Some((answer.domain.clone(), answer.ty)),
        _ => None,
    };
    let Some((Domain::Labels(one), ty)) = label(row) else { return false };
    let rows = table.rows.iter().filter(|other| label(other) == label(row)).count();
    let mut others = (0..policy.slots.len()).map(SlotId).filter(|id| !table.outputs.contains(id));
    rows == 1
        && others.any(|id| {
            let slot = &policy.slots[id.0];
            slot.ty == ty && matches!(&slot.domain, Domain::Labels(labels) if one.is_subset(labels))
        })
}

/// A point that two living rows claim, of which the later is no rung below the earlier.
fn overlapping<'a>(
    table: &Table,
    axes: &[Vec<Value>],
    points: &'a [Vec<Value>],
    dead: &BTreeSet<Span>,
) -> Option<&'a Vec<Value>> {
    let living = table.rows.iter().filter(|row| row.guard.is_none() && !dead.contains(&row.span));
    let living = living.filter(|row| !row.patterns.iter().all(|pattern| *pattern == Pattern::Otherwise));
    let living: Vec<&Row> = living.collect();
    let pairs = living.iter().enumerate().flat_map(|(at, later)| living[..at].iter().map(move |one| (*one, *later)));
    let wrong: Vec<(&Row, &Row)> = pairs.filter(|(earlier, later)| !is_rung(axes, later, earlier)).collect();
    points.iter().find(|point| wrong.iter().any(|(one, other)| takes(one, point) && takes(other, point)))
}

fn is_rung(axes: &[Vec<Value>], later: &Row, earlier: &Row) -> bool {
    later.patterns.iter().zip(&earlier.patterns).zip(axes).all(|(pair, axis)| match pair {
        (Pattern::Any, _) => true,
        (Pattern::Interval { lo: Some(_), hi: None }, Pattern::Interval { lo: Some(_), hi: None })
        | (Pattern::Interval { lo: None, hi: Some(_) }, Pattern::Interval { lo: None, hi: Some(_) }) => true,
        (later, earlier) => axis.iter().all(|value| matches(later, value) == matches(earlier, value)),
    })
}

/// The values at the bounds of each input; `None` where there are too many combinations.
fn axes(table: &Table) -> Option<Vec<Vec<Value>>> {
    let axes: Vec<Vec<Value>> =
        table.inputs.iter().enumerate().map(|(at, input)| values(table, at, input)).collect::<Option<_>>()?;
    let count = axes.iter().try_fold(1_usize, |count, axis| count.checked_mul(axis.len()))?;
    (count <= MOST).then_some(axes)
}

/// Every combination in which an input that stands in several columns has one value.
fn combinations(table: &Table, axes: &[Vec<Value>]) -> Vec<Vec<Value>> {
    let points = every_combination(axes);
    let columns = 0..table.inputs.len();
    let twins: Vec<(usize, usize)> = columns.flat_map(|at| (0..at).map(move |one| (one, at))).collect();
    let twins: Vec<_> = twins.into_iter().filter(|(one, at)| same_input(table, *one, *at)).collect();
    points.into_iter().filter(|point| twins.iter().all(|(one, at)| point[*one] == point[*at])).collect()
}

/// Whether two columns stand on one input. That they then have one value is held on records.
fn same_input(table: &Table, one: usize, other: usize) -> bool {
    one == other || table.inputs[one].value.alike(&table.inputs[other].value)
}

fn every_combination(axes: &[Vec<Value>]) -> Vec<Vec<Value>> {
    axes.iter().fold(vec![vec![]], |points: Vec<Vec<Value>>, axis| {
        let longer = points
            .iter()
            .flat_map(|point| axis.iter().map(|value| point.iter().cloned().chain([value.clone()]).collect()));
        longer.collect()
    })
}

fn values(table: &Table, at: usize, input: &Input) -> Option<Vec<Value>> {
    let columns: Vec<usize> = (0..table.inputs.len()).filter(|other| same_input(table, at, *other)).collect();
    let patterns = || table.rows.iter().flat_map(|row| columns.iter().filter_map(|column| row.patterns.get(*column)));
    let mut values: Vec<Value> = match (&input.value.domain, input.value.ty) {
        (Domain::Numbers(numbers), _) => {
            around(numbers, patterns().flat_map(figures)).into_iter().map(Value::from).collect()
        }
        (Domain::Labels(labels), _) => labels.iter().map(|label| Value::Label(*label)).collect(),
        (Domain::Bool { no, yes }, _) => {
            [(*no, false), (*yes, true)].into_iter().filter(|(can, _)| *can).map(|(_, is)| Value::Bool(is)).collect()
        }
        (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
            let moment = |ordinal| Value::Calendar(Moment { kind, ordinal });
            neighbours(*first, *last, patterns().flat_map(written)).into_iter().map(moment).collect()
        }
        (Domain::Text, _) => patterns().flat_map(written).chain([Value::Text("none of them".into())]).collect(),
        _ => return None,
    };
    if input.value.optional {
        values.push(Value::Missing);
    }
    Some(values)
}

/// The calendar values at the ends, at those that were written, and beside them.
fn neighbours(first: i32, last: i32, written: impl Iterator<Item = Value>) -> BTreeSet<i32> {
    let ordinals = written.filter_map(|value| match value {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    });
    let around = ordinals.flat_map(|ordinal| [ordinal - 1, ordinal, ordinal + 1]);
    around.chain([first, last]).filter(|ordinal| (first..=last).contains(ordinal)).collect()
}

fn figures(pattern: &Pattern) -> Vec<Decimal> {
    written(pattern).iter().filter_map(Value::decimal).collect()
}

/// The values that a pattern names.
fn written(pattern: &Pattern) -> Vec<Value> {
    match pattern {
        Pattern::Interval { lo, hi } => lo.iter().chain(hi).map(|bound| bound.value.clone()).collect(),
        Pattern::Values(values) | Pattern::Not(values) => values.clone(),
        _ => vec![],
    }
}

/// The witness of a finding, one value an input.
fn witness(policy: &Policy, table: &Table, told: &Diagnostic) -> Result<Vec<Value>, String> {
    let finding = told.finding.as_ref().ok_or("no finding")?;
    let value = |(at, input): (usize, &Input)| {
        let (_, arg) = finding.witness.get(at)?;
        read(policy, input.value.ty, arg)
    };
    let point: Option<Vec<Value>> = table.inputs.iter().enumerate().map(value).collect();
    point.ok_or_else(|| format!("table {}: no witness in {:?}", table.name, finding.witness))
}

fn read(policy: &Policy, ty: Type, arg: &Arg) -> Option<Value> {
    Some(match (arg, ty) {
        (Arg::Quantity(number, ..) | Arg::Number(number), _) => Value::Number(number.clone()),
        (Arg::Term("yes"), Type::Bool) => Value::Bool(true),
        (Arg::Term("no"), Type::Bool) => Value::Bool(false),
        (Arg::Term("missing"), _) => Value::Missing,
        (Arg::Term(_), Type::Text) => Value::Text("none of them".into()),
        (Arg::Text(text), Type::Label(LabelSetId(set))) => {
            Value::Label(policy.label_sets.get(set)?.labels.iter().position(|label| label.name == *text)?)
        }
        (Arg::Text(text), Type::Number(_)) => Value::from(in_seconds(text)?),
        (Arg::Text(text), Type::Calendar(_)) => Value::Calendar(Moment::parse(text)?),
        (Arg::Text(text), Type::Text) => Value::Text(text.trim_matches('"').into()),
        _ => return None,
    })
}

/// A duration as it was spelt in the unit of its field: `5.1min`.
fn in_seconds(text: &str) -> Option<Decimal> {
    let (figure, unit) = text.split_at(text.find(|c: char| c.is_ascii_alphabetic())?);
    let seconds = match unit {
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    exact::mul(Decimal::from_str_exact(figure).ok()?, Decimal::from(seconds))
}
