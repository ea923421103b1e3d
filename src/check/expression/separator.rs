//! `3.000元`: an amount whose point may part thousands, or a fraction.

use super::super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, Type};
use crate::quantity::{Decimal, Dimension, is_magnitude, minor_unit_places};
use crate::source::Span;
use crate::syntax::{twin, two_readings};

/// Decimals of a thousand.
const GROUP: u32 = 3;

/// What is told of an amount that can be read in two ways, with both; `None` where it cannot.
pub(super) fn doubtful(cx: &Context, span: Span) -> Option<Diagnostic> {
    let written: String = cx.sources.slice(span).trim_end().chars().map(twin).collect();
    let written = written.as_str();
    let sign = written.len() - written.trim_start_matches(|c: char| !c.is_ascii_digit()).len();
    let (sign, rest) = written.split_at(sign);
    let (figure, unit) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len()));
    let (grouped, plain) = two_readings(figure).filter(|_| !has_thousandths(cx))?;
    // In 1.234万 the point parts no thousands.
    let other = unit.trim_start().starts_with(is_magnitude);
    let unit = match (sign, unit) {
        ("", "") => cx.unit(Dimension::MONEY)?,
        _ => unit.to_owned(),
    };
    let reading = |figure: &str| format!("{sign}{figure}{unit}");
    let told = Diagnostic::new(Code::ThousandsSeparator, span).variant("doubtful").arg("number", written);
    let told = told.arg("wanted", reading(&grouped)).arg("other", reading(&plain));
    (!other).then(|| told.edit(span, reading(&grouped)).edit(span, reading(&plain)))
}

/// Whether amounts that the policy reads have three decimals by themselves.
fn has_thousandths(cx: &Context) -> bool {
    let coin = minor_unit_places(&cx.header.currency).is_some_and(|places| places >= GROUP);
    let finer = |slot: &ir::Slot| {
        let read = matches!(slot.role, ir::Role::Field | ir::Role::Lookup | ir::Role::Details);
        let step = slot.domain.numbers().filter(|_| read && slot.ty == Type::Number(Dimension::MONEY));
        step.is_some_and(|numbers| numbers.step() <= Decimal::new(1, GROUP))
    };
    coin || cx.slots.iter().any(finer)
}
