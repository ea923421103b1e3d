//! Numbers of any dimension as a policy spells them.

use super::currency::minor_unit_places;
use super::units::{Tongue, money_unit};
use super::{Decimal, Dimension, Number, TimeUnit};

/// A number of some dimension as a policy spells it: `98.5%`, `40s`, `300元`. Points and plain
/// numbers stand alone; a rate, which has no literal, is spelt in base units.
pub fn spell(value: impl Into<Number>, dimension: Dimension, currency: &str, tongue: Tongue) -> String {
    let value = value.into();
    if dimension.percent {
        return with_unit(&(value * Number::from(100)), "%");
    }
    match dimension {
        Dimension::MONEY => with_unit(&value, &money_unit(currency, tongue)),
        Dimension::TIME => spell_time(&value),
        _ => spell_number(value),
    }
}

/// The shortest way to write a decimal.
pub fn spell_number(value: impl Into<Number>) -> String {
    with_unit(&value.into(), "")
}

/// A duration in the unit that its field has, where two decimals are enough for it: `5.1min` rather than `306s`.
pub fn spell_in(seconds: &Number, unit: TimeUnit) -> Option<String> {
    let figure = seconds.divide(&Number::from(unit.seconds()))?;
    (figure.places() <= 2).then(|| format!("{figure}{unit}"))
}

/// An amount that is paid, with the digits of the currency's minor unit: `49593.10元`.
pub fn spell_amount(value: &Number, currency: &str, tongue: Tongue) -> String {
    let mut figure = spell_places(value, minor_unit_places(currency).unwrap_or_default());
    figure.push_str(&money_unit(currency, tongue));
    figure
}

/// A number with at least so many decimals.
pub fn spell_places(value: &Number, places: u32) -> String {
    let mut text = String::new();
    value.write(&mut text);
    let own = text.split_once('.').map_or(0, |(_, behind)| behind.len());
    let lacking = (places as usize).saturating_sub(own);
    if lacking > 0 {
        text.push_str(if own == 0 { "." } else { "" });
        text.extend(std::iter::repeat_n('0', lacking));
    }
    text
}

fn with_unit(value: &Number, unit: &str) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text.push_str(unit);
    text
}

/// A duration in the unit that a person would choose: up to two minutes in seconds, up to three days in hours.
fn spell_time(seconds: &Number) -> String {
    let units = [(TimeUnit::Day, 259_200), (TimeUnit::Hour, 3_600), (TimeUnit::Minute, 180)];
    let fits = |unit: TimeUnit, least: u32| {
        seconds.abs() >= Decimal::from(least) && seconds.is_multiple(&Number::from(unit.seconds()))
    };
    let unit = units.iter().find(|(unit, least)| fits(*unit, *least)).map_or(TimeUnit::Second, |(unit, _)| *unit);
    let count = seconds.divide(&Number::from(unit.seconds()));
    format!("{}{unit}", count.as_ref().unwrap_or(seconds))
}
