//! What a value is made of: exact decimals, dimensions, rounding, calendar values, and the
//! domains (interval and step) that prove what a policy can and cannot meet.

pub mod calendar;
mod currency;
mod dimension;
mod domain;
pub mod exact;
mod fraction;
mod number;
mod numbers;
mod rounding;
mod spelling;
mod units;

pub use calendar::{Calendar, Moment};
pub use currency::{currencies, minor_unit_places};
pub use dimension::Dimension;
pub use domain::Domain;
pub use fraction::Fraction;
pub(crate) use number::Digits;
pub use number::Number;
pub use numbers::Numbers;
pub use rounding::Rounding;
pub use rust_decimal::Decimal;
pub use spelling::{spell, spell_amount, spell_in, spell_number, spell_places};
pub use units::{
    MAGNITUDES, Read, TimeUnit, Tongue, UNIT_WORDS, Unit, UnitWord, holds_chinese, is_magnitude, magnitude, money_unit,
};
