//! Bounds of a scale at which the amount falls though the input grows.

use super::course::{Stretch, course};
use super::model::Model;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{RowValue, TableKind, Type, Value};
use crate::quantity::{Dimension, Number, Rounding};

/// Tells each bound of a `whole` scale at which the amount falls though the input grows.
pub(super) fn tell(model: &Model) -> Vec<Diagnostic> {
    if model.table.kind != TableKind::Scale || model.slices {
        return vec![];
    }
    let stretches = course(model).unwrap_or_default();
    let bounds = stretches.iter().zip(stretches.iter().skip(1));
    bounds.filter_map(|(below, above)| fall(model, below, above)).collect()
}

fn fall(model: &Model, below: &Stretch, above: &Stretch) -> Option<Diagnostic> {
    let axis = model.axes.first()?;
    let number = |place: i128| axis.value(place)?.number().cloned();
    let (last, first) = (number(above.from - 1)?, number(above.from)?);
    let (before, after) = (&last * &below.high, &first * &above.low);
    let drop = &before - &after;
    if drop <= Number::ZERO {
        return None;
    }
    let row = model.row(above.row)?;
    let area = &model.rows.get(above.row)?.as_ref()?.area;
    let rate = row.values.first().map(|value| dimension(value, model));
    let input = model.table.inputs.first()?;
    let Type::Number(measure) = input.value.ty else { return None };
    let amount = |value| amount(model, value, measure.times(rate?));
    let mut told = Diagnostic::new(Code::Drop, row.span)
        .arg("scale", model.table.name.as_str())
        .arg("input", input.name.as_str())
        .arg("bound", model.value(0, &Value::Number(first)))
        .arg("rate", Arg::Quantity(above.low.clone(), rate?, model.policy.header.currency.clone()))
        .arg("before", amount(before)?)
        .arg("after", amount(after)?)
        .arg("drop", amount(drop)?)
        .finding(model.finding(area, &[above.from], [below.row, above.row]));
    told.labels.extend(model.label(below.row, ""));
    Some(told)
}

fn dimension(value: &RowValue, model: &Model) -> Dimension {
    let output = model.table.outputs.first().and_then(|slot| model.policy.slot(*slot));
    match (value, output.map(|slot| slot.ty)) {
        (RowValue::Expr(expr), Some(Type::Invalid) | None) => match expr.ty {
            Type::Number(dimension) => dimension,
            _ => Dimension::NUMBER,
        },
        (_, Some(Type::Number(dimension))) => dimension,
        _ => Dimension::NUMBER,
    }
}

/// An amount as it would be paid: money to its minor unit.
fn amount(model: &Model, value: Number, dimension: Dimension) -> Option<Arg> {
    let header = &model.policy.header;
    let money = dimension == Dimension::MONEY;
    let paid = if money { value.round(header.minor_unit, Rounding::HalfUp) } else { value };
    Some(Arg::Quantity(paid, dimension, header.currency.clone()))
}
