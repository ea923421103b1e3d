//! Row by row, as one writes it with a CSV reader and a decimal type.

use std::error::Error;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::Totals;
use crate::policy::{COMMISSION, DECIMALS, EXTRA, FACTORS, GRADES, LEVELS, SALES, SCORES};

/// The first column that is a figure.
const FIRST: usize = 5;

/// What the records of a file come to.
pub fn evaluate(file: &str) -> Result<Totals, Box<dyn Error>> {
    let mut totals = Totals::default();
    let mut reader = csv::Reader::from_path(file)?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        let level = LEVELS.iter().position(|(name, ..)| *name == &record[3]).ok_or("no such level")?;
        let probation = &record[4] == "true";
        let mut figures = [Decimal::ZERO; DECIMALS.len()];
        for (at, figure) in figures.iter_mut().enumerate() {
            *figure = Decimal::from_str_exact(&record[FIRST + at])?;
        }
        let mut total = figures[EXTRA];
        for score in &SCORES {
            let reached = |bound: i32| figures[score.column] >= Decimal::new(bound.into(), DECIMALS[score.column]);
            let band = score.bounds.iter().rev().find(|(bound, _)| reached(*bound));
            let points = band.map_or(score.below, |(_, points)| *points);
            total += Decimal::from(points) * Decimal::new(score.weight.into(), 3);
        }
        let total = total.clamp(Decimal::ZERO, Decimal::from(110));
        let grade = GRADES.iter().position(|least| total >= Decimal::new((*least).into(), 3)).unwrap_or(GRADES.len());
        let (_, base, bonus) = LEVELS[level];
        let (mut base, mut bonus) = (Decimal::new(base, 2), Decimal::new(bonus, 2) * Decimal::new(FACTORS[grade], 2));
        if probation {
            base *= Decimal::new(8, 1);
            bonus *= Decimal::new(5, 1);
        }
        let (sales, mut commission, mut before) = (figures[SALES], Decimal::ZERO, Decimal::ZERO);
        for (from, rate) in COMMISSION {
            let rate = Decimal::new(rate, 4);
            commission += (sales - Decimal::new(from, 2)).max(Decimal::ZERO) * (rate - before);
            before = rate;
        }
        let mut pay = (base + bonus + commission).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        pay.rescale(2);
        totals.people[grade] += 1;
        totals.cents += i64::try_from(pay.mantissa())?;
    }
    Ok(totals)
}
