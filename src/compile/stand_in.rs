//! What stands in for a quotient by 0 is told with what it gives: a 0 may be the best of a table, and then whoever has
//! nothing would have full marks.

use super::followed::Trial;
use super::{Compiled, Job};
use crate::diagnostic::{Arg, Code, Edit};
use crate::ir::{ExprKind, Pattern, Policy, RowValue, SlotId, Step, Table, TableKind, Type, Value};
use crate::quantity::{Decimal, Dimension, Number, Rounding, spell_number};
use crate::source::Span;
use crate::syntax::keyword::Keyword;

/// A value that stands in, and what an item gives for it.
struct Gives {
    item: String,
    value: Arg,
    points: Number,
    /// A number for which the item gives less than for any other, and what it gives, where it gives most for the value.
    least: Option<(Number, Number)>,
}

/// Tells what the edits of errors about a divisor that can be 0 would give, where rows of an item say so.
pub(super) fn weigh(compiled: &mut Compiled, job: &Job) {
    let (sources, files) = (&compiled.sources, &compiled.files);
    for told in compiled.diagnostics.iter_mut().filter(|told| told.asks_stand_in()) {
        let gives = told.edits.iter().filter(|edit| word_in(edit).is_some()).map(|edit| {
            let trial = Trial::new(job, sources.get(edit.span.file)?, files, edit)?;
            let end = told.span.end.max(edit.span.end) as usize + edit.text.len();
            given(&trial.policy(), Span::new(told.span.file, told.span.start as usize, end))
        });
        let Some(mut gives) = gives.collect::<Option<Vec<Gives>>>() else { continue };
        // Of a number without unit the other end is nobody's habit: the row that gives least tells it.
        if let [only] = gives.as_slice()
            && let Some((edit, other)) = told.edits.first().and_then(|edit| other_end(edit, only))
        {
            told.edits.insert(1, edit);
            gives.push(other);
        }
        let (Some(first), other) = (gives.first(), gives.get(1)) else { continue };
        let variant = if told.code == Code::DivisionByZero { "scored" } else { "zero-scored" };
        let points = |number: &Number| Arg::Quantity(number.clone(), Dimension::POINTS, String::new());
        let args = [
            ("item", Arg::from(first.item.as_str())),
            ("first", first.value.clone()),
            ("points", points(&first.points)),
            ("others", Arg::from(if other.is_some() { "yes" } else { "no" })),
            ("second", other.map_or(Arg::from(""), |other| other.value.clone())),
            ("more", other.map_or(Arg::from(""), |other| points(&other.points))),
        ];
        told.variant = variant;
        told.args.extend(args);
    }
}

/// The word by which an edit puts a value in, and what stands before and behind it.
fn word_in(edit: &Edit) -> Option<(&str, &'static str, &str)> {
    let words = [Keyword::OtherwiseValue.en(), Keyword::OtherwiseValue.zh()].into_iter();
    words.filter_map(|word| edit.text.split_once(word).map(|(before, behind)| (before, word, behind))).next()
}

/// What an item gives for the value that stands in for a quotient at a place.
fn given(policy: &Policy, place: Span) -> Option<Gives> {
    let meets = |span: Span| span.file == place.file && span.start < place.end && place.start < span.end;
    policy.steps.iter().find_map(|step| {
        let Step::Value(of) = step else { return None };
        let ExprKind::Quotient { fallback: Some(fallback), .. } = &of.value.kind else { return None };
        let ExprKind::Constant(value) = &fallback.kind else { return None };
        let table = meets(of.written).then(|| item(policy, of.slot))??;
        let points = scored(table, value)?;
        let (Value::Number(number), Type::Number(dimension)) = (value, of.value.ty) else { return None };
        let least = Some(table).filter(|_| dimension == Dimension::NUMBER).and_then(|table| least(table, &points));
        let value = Arg::Quantity(number.clone(), dimension, policy.header.currency.clone());
        Some(Gives { item: table.name.clone(), value, points, least })
    })
}

/// The edit with the number for which least is given.
fn other_end(edit: &Edit, only: &Gives) -> Option<(Edit, Gives)> {
    let (number, points) = only.least.clone()?;
    let (before, word, behind) = word_in(edit)?;
    let behind = behind.strip_prefix(" 0")?;
    let text = format!("{before}{word} {}{behind}", spell_number(number.clone()));
    let value = Arg::Quantity(number, Dimension::NUMBER, String::new());
    Some((Edit { text, ..edit.clone() }, Gives { item: only.item.clone(), value, points, least: None }))
}

/// A whole number for which a table gives least, and what that is, where a value gets the most.
fn least(table: &Table, most: &Number) -> Option<(Number, Number)> {
    let ends = table.rows.iter().filter_map(|row| match row.patterns.first()? {
        Pattern::Interval { lo: Some(lo), .. } => lo.value.number().cloned(),
        _ => None,
    });
    let whole = |end: Number| end.round(Decimal::ONE, Rounding::Floor) + Number::ONE;
    let tried = ends.map(whole).filter_map(|number| Some((number.clone(), scored(table, &Value::Number(number))?)));
    let all: Vec<(Number, Number)> = tried.collect();
    let best = all.iter().all(|(_, points)| points <= most);
    all.into_iter().filter(|(_, points)| best && points < most).min_by(|one, other| one.1.cmp(&other.1))
}

/// The item whose rows are about a slot alone.
fn item(policy: &Policy, slot: SlotId) -> Option<&Table> {
    policy.steps.iter().find_map(|step| match step {
        Step::Table(table) if table.kind == TableKind::Score => {
            let of_slot = table.inputs.iter().all(|input| input.value.kind == ExprKind::Slot(slot));
            (of_slot && table.inputs.len() == 1).then_some(table)
        }
        _ => None,
    })
}

/// What the rows of an item answer for a value.
fn scored(table: &Table, value: &Value) -> Option<Number> {
    let row = table.rows.iter().find(|row| row.patterns.iter().all(|pattern| pattern.takes(value)))?;
    match (&row.guard, row.values.first()?) {
        (None, RowValue::Expr(expr)) => match &expr.kind {
            ExprKind::Constant(Value::Number(points)) => Some(points.clone()),
            _ => None,
        },
        (None, RowValue::Line(line)) => line.height(value.number()?),
        _ => None,
    }
}
