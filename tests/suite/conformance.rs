//! Third parties' figures, row by row and without tolerance. Sources: `tests/data/conformance/README.md`.

mod calendar;
mod decimal;
mod properties;

use std::collections::BTreeMap;

use merit::quantity::{Decimal, Rounding};

/// One row, by its columns' names.
type Row = BTreeMap<String, String>;

/// All rows of a file.
fn rows(file: &str) -> Vec<Row> {
    let path = format!("{}/tests/data/conformance/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn mode(name: &str) -> Rounding {
    match name {
        "half_up" => Rounding::HalfUp,
        "half_even" => Rounding::HalfEven,
        "half_down" => Rounding::HalfDown,
        "up" => Rounding::Up,
        "down" => Rounding::Down,
        "floor" => Rounding::Floor,
        "ceiling" => Rounding::Ceiling,
        other => panic!("no mode {other}"),
    }
}

/// `10^-scale`
fn step(scale: i32) -> Decimal {
    match u32::try_from(scale) {
        Ok(places) => Decimal::from_i128_with_scale(1, places),
        Err(_) => Decimal::from_i128_with_scale(10_i128.pow(scale.unsigned_abs()), 0),
    }
}
