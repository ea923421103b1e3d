//! Numbers of a dimension: with their unit, and within what the field admits.

use super::number::{amount, explain, is_pointed, sign};
use super::plan::{FieldPlan, Shape};
use super::{Fault, Nature, duration};
use crate::diagnostic::{Arg, Code};
use crate::ir::Bare;
use crate::quantity::{Decimal, Dimension, Number, Rounding, Unit, exact};

/// A number of the field's dimension, in base units, that the field admits.
pub(super) fn read(plan: &FieldPlan, shape: &Shape, text: &str, nature: Nature) -> Result<Decimal, Fault> {
    let value = match shape.dimension {
        Dimension::TIME => duration::read(text, plan.slot.time_unit),
        dimension if dimension.percent => percent(plan, text, nature),
        Dimension::MONEY => money(plan, text),
        Dimension::POINTS => suffixed(text, |word| Unit::of(word) == Some(Unit::Point)),
        Dimension::NUMBER if plan.whole() => suffixed(text, is_counter),
        _ => suffixed(text, |_| false),
    };
    // A plain "no" is worth a second look: perhaps it can be told what to write.
    let value = value.map_err(|fault| fault.or(|| explain(text)))?;
    // `-0` is 0, and is written so.
    let value = if value.is_zero() { Decimal::ZERO } else { value };
    admitted(plan, shape, value, text)
}

/// Whether a word may stand behind a number of things: no sign of a duration, that is.
fn is_counter(word: &str) -> bool {
    !word.is_ascii() && Unit::of(word).is_some_and(|unit| unit.counts())
}

fn suffixed(text: &str, is_suffix: impl Fn(&str) -> bool) -> Result<Decimal, Fault> {
    let amount = amount(text)?;
    let fits = amount.rest.is_empty() || is_suffix(amount.rest);
    fits.then_some(amount.value).ok_or(Fault::new(""))
}

fn percent(plan: &FieldPlan, text: &str, nature: Nature) -> Result<Decimal, Fault> {
    let amount = amount(text)?;
    let factor = match (Unit::of(amount.rest), plan.field.bare) {
        (Some(unit @ (Unit::Percent | Unit::Permille)), _) => unit.factor(),
        _ if !amount.rest.is_empty() => return Err(Fault::new("")),
        _ if nature == Nature::Unformatted => return Err(Fault::new("unformatted")),
        (_, Bare::Percent) => Unit::Percent.factor(),
        (_, Bare::Fraction) => Decimal::ONE,
        _ => return Err(Fault::new("percent").hint(format!("{text}%"))),
    };
    exact::mul(amount.value, factor).ok_or(Fault::new("digits"))
}

/// `1,234.50`, `¥1234.5`, `-¥5`, `1234.5元`, `CNY 12`.
fn money(plan: &FieldPlan, text: &str) -> Result<Decimal, Fault> {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && money(plan, inner).is_ok()
    {
        return Err(Fault::new("parentheses").hint(format!("-{inner}")));
    }
    let (negative, unsigned) = sign(text);
    let also = if plan.currency == "CNY" { "RMB" } else { plan.currency };
    let signs = [sign_of(plan.currency), plan.currency, also, full_sign_of(plan.currency)];
    let named = signs.iter().find_map(|sign| unsigned.strip_prefix(sign));
    let bare = named.unwrap_or(unsigned).trim_start();
    // The accounting format of a spreadsheet shows a zero so.
    if named.is_some() && bare == "-" {
        return Ok(Decimal::ZERO);
    }
    if plan.without_coins && is_pointed(bare) && bare.matches('.').count() == 1 {
        return Err(Fault::new("pointed").hint(text.replace('.', "")).arg("whole", point_less(text)));
    }
    let digits = bare.find(|c: char| c.is_ascii_digit()).unwrap_or(bare.len());
    if bare.get(..digits).is_some_and(is_currency) {
        return Err(Fault::new("currency").arg("currency", plan.currency));
    }
    let bare = if negative { format!("-{bare}") } else { bare.to_owned() };
    let amount = amount(&bare)?;
    let own = matches!(Unit::of(amount.rest), Some(Unit::Currency(code)) if code == plan.currency);
    let fits = own || amount.rest.is_empty() || signs.iter().any(|sign| amount.rest.eq_ignore_ascii_case(sign));
    match fits {
        true => Ok(amount.value),
        false if is_currency(amount.rest) => Err(Fault::new("currency").arg("currency", plan.currency)),
        false => Err(Fault::new("")),
    }
}

/// What stands before the point.
fn point_less(text: &str) -> String {
    text.split('.').next().unwrap_or_default().to_owned()
}

/// How amounts in a currency are marked where nobody thinks of another one of that sign.
fn sign_of(currency: &str) -> &str {
    match currency {
        "CNY" | "JPY" => "¥",
        "USD" | "AUD" | "CAD" | "HKD" | "NZD" | "SGD" | "TWD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "KRW" => "₩",
        "INR" => "₹",
        "VND" => "₫",
        "THB" => "฿",
        "PHP" => "₱",
        "RUB" => "₽",
        code => code,
    }
}

/// The sign that tells a currency from others of the same sign, as programs write it for readers from elsewhere.
fn full_sign_of(currency: &str) -> &str {
    match currency {
        "CNY" => "CN¥",
        "JPY" => "JP¥",
        "USD" => "US$",
        "AUD" => "A$",
        "CAD" => "CA$",
        "HKD" => "HK$",
        "NZD" => "NZ$",
        "SGD" => "S$",
        "TWD" => "NT$",
        code => code,
    }
}

/// Whether a text is the sign or the code of some currency.
fn is_currency(text: &str) -> bool {
    let text = text.trim();
    let sign = |c: char| matches!(c, '$' | '¢'..='¥' | '฿' | '\u{20a0}'..='\u{20cf}');
    matches!(Unit::of(text), Some(Unit::Currency(_))) || text.ends_with(sign) && text.len() <= 6
}

/// Holds a value against the step and the domain of its field.
fn admitted(plan: &FieldPlan, shape: &Shape, value: Decimal, text: &str) -> Result<Decimal, Fault> {
    let value = match fits_step(shape, value) {
        true => value,
        false if plan.field.rounded => exact::round(value, shape.step, Rounding::HalfUp).ok_or(Fault::new("digits"))?,
        false => return Err(too_precise(plan, shape, value, text)),
    };
    let (lo, hi) = (shape.numbers.lo(), shape.numbers.hi());
    if lo <= value && hi >= value {
        return Ok(value);
    }
    let quantity = |value: Number| Arg::Quantity(value, shape.dimension, plan.currency.to_owned());
    Err(Fault::domain("").arg("from", quantity(lo)).arg("to", quantity(hi)))
}

fn fits_step(shape: &Shape, value: Decimal) -> bool {
    match shape.places {
        Some(places) => value.scale() <= places,
        None => exact::is_multiple(value, shape.step),
    }
}

fn too_precise(plan: &FieldPlan, shape: &Shape, value: Decimal, text: &str) -> Fault {
    let fault = |variant| Fault { code: Code::TooPrecise, ..Fault::new(variant) };
    if plan.whole() {
        return fault("whole");
    }
    match (figure_decimals(plan, shape, value), figure_decimals(plan, shape, shape.step)) {
        (Some(has), Some(allowed)) if shape.places.is_some() && has > allowed => {
            let fault = match in_own_unit(plan, shape, value).filter(|_| counts_elsewhere(plan, shape, value, text)) {
                Some(own) => fault("unit").arg("own", own),
                None => fault(""),
            };
            fault.arg("has", Decimal::from(has)).arg("allowed", Decimal::from(allowed))
        }
        _ => fault("step").arg("step", Arg::Quantity(shape.step.into(), shape.dimension, plan.currency.to_owned())),
    }
}

/// The decimals of a value as the field writes it.
fn figure_decimals(plan: &FieldPlan, shape: &Shape, value: Decimal) -> Option<u32> {
    figure(plan, shape, value).map(|figure| figure.scale())
}

/// The figure of a value as the field writes it: of percent, of the duration's unit.
fn figure(plan: &FieldPlan, shape: &Shape, value: Decimal) -> Option<Decimal> {
    Some(match shape.dimension {
        dimension if dimension.percent => exact::mul(value, Decimal::ONE_HUNDRED)?.normalize(),
        Dimension::TIME => exact::divide(value, Decimal::from(plan.slot.time_unit.seconds()))?,
        _ => value.normalize(),
    })
}

/// Whether the decimals of a text are not those of its value as the field writes it: `1.25‰` is 0.125%.
fn counts_elsewhere(plan: &FieldPlan, shape: &Shape, value: Decimal, text: &str) -> bool {
    let seen = text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|digits| digits.split_once('.'));
    let seen = seen.map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len());
    figure_decimals(plan, shape, value).is_some_and(|has| usize::try_from(has) != Ok(seen))
}

/// A value as the field writes it, with its unit.
fn in_own_unit(plan: &FieldPlan, shape: &Shape, value: Decimal) -> Option<Arg> {
    let figure = figure(plan, shape, value)?;
    Some(match shape.dimension {
        Dimension::TIME => Arg::from(format!("{figure}{}", plan.slot.time_unit)),
        dimension => Arg::Quantity(value.into(), dimension, plan.currency.to_owned()),
    })
}
