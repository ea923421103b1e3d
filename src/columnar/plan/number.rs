//! Arithmetic: all of it exact, on integers of one scale; a quotient is rounded once.

use num_integer::Integer;

use super::builder::{Builder, Lowered, Planned};
use super::{Kind, Operand, Unplanned};
use crate::data::{Form, power, scaled};
use crate::quantity::{Decimal, Domain, Number, Rounding, exact::ulp};

/// More places than these are not held by an integer of 127 bits.
const MOST_PLACES: u32 = 30;

/// The form of the numbers of a domain with so many places.
pub(super) fn form(domain: &Domain, places: u32) -> Planned<Form> {
    let numbers = domain.numbers().ok_or(Unplanned::Invalid)?;
    let end = |end: &Number, mode| {
        let unit = ulp(places).filter(|_| places <= MOST_PLACES)?;
        scaled(&end.round(unit, mode), places)
    };
    let (lo, hi) = (end(&numbers.lo(), Rounding::Floor), end(&numbers.hi(), Rounding::Ceiling));
    let (lo, hi) = lo.zip(hi).ok_or(Unplanned::Width)?;
    Ok(Form { places, lo, hi })
}

/// A form whose every integer is so many times one of another.
fn times(form: Form, factor: i128) -> Planned<Form> {
    let end = |end: i128| end.checked_mul(factor).ok_or(Unplanned::Width);
    let (one, other) = (end(form.lo)?, end(form.hi)?);
    Ok(Form { lo: one.min(other), hi: one.max(other), ..form })
}

fn ten(places: u32) -> Planned<i128> {
    power(places).ok_or(Unplanned::Width)
}

/// A quotient of two numbers, rounded once to a multiple of `step`.
#[derive(Clone, Copy)]
pub(super) struct Ratio {
    pub dividend: Lowered,
    pub divisor: Lowered,
    pub step: Decimal,
    pub mode: Rounding,
}

impl Builder<'_> {
    /// A number with more places.
    pub fn aligned(&mut self, number: Lowered, places: u32) -> Planned<Lowered> {
        let more = places.checked_sub(number.form.places).ok_or(Unplanned::Width)?;
        self.scaled_by(number, ten(more)?, places)
    }

    /// So many times a number, counted in other places.
    fn scaled_by(&mut self, number: Lowered, factor: i128, places: u32) -> Planned<Lowered> {
        let form = Form { places, ..times(number.form, factor)? };
        let value = self.sum(&[(number.value, factor)], form)?;
        Ok(Lowered { value, form, ..number })
    }

    /// Numbers at one scale.
    pub fn at_one_scale(&mut self, numbers: &[Lowered]) -> Planned<Vec<Lowered>> {
        let places = numbers.iter().map(|number| number.form.places).max().unwrap_or_default();
        numbers.iter().map(|number| self.aligned(*number, places)).collect()
    }

    /// The sum of numbers, each of them once or taken away.
    pub fn added(&mut self, terms: &[(Lowered, i128)], domain: &Domain) -> Planned<Lowered> {
        let places = terms.iter().map(|(term, _)| term.form.places).max().unwrap_or_default();
        let form = form(domain, places)?;
        let part = |(term, sign): &(Lowered, i128)| Ok((term.value, ten(places - term.form.places)? * sign));
        let parts = terms.iter().map(part).collect::<Planned<Vec<_>>>()?;
        Ok(Lowered { value: self.sum(&parts, form)?, form, present: None })
    }

    /// The product of two numbers.
    pub fn product(&mut self, left: Lowered, right: Lowered, domain: &Domain) -> Planned<Lowered> {
        let form = form(domain, left.form.places + right.form.places)?;
        let value = match (left.value, right.value) {
            (Operand::Constant(times), of) | (of, Operand::Constant(times)) => self.sum(&[(of, times)], form)?,
            (Operand::Register(left), Operand::Register(right)) => self.put(Kind::Product { left, right }, form),
        };
        Ok(Lowered { value, form, present: None })
    }

    /// A quotient, rounded once. By 0 it is of no account.
    pub fn quotient(&mut self, ratio: Ratio, domain: &Domain) -> Planned<Lowered> {
        let step = ratio.step.normalize();
        let (unit, places) = (step.mantissa(), step.scale());
        let form = form(domain, places)?;
        // In units of the step: dividend × 10^(places + its) ÷ (divisor × unit × 10^(its)), each with its own places.
        let more = i64::from(ratio.divisor.form.places + places) - i64::from(ratio.dividend.form.places);
        let power = ten(u32::try_from(more.unsigned_abs()).unwrap_or(u32::MAX))?;
        let (mut above, mut below) = if more < 0 { (1, power) } else { (power, 1) };
        below = unit.checked_mul(below).ok_or(Unplanned::Width)?;
        let fixed = ratio.divisor.value.register().is_none();
        let divisor = match ratio.divisor.value {
            Operand::Constant(divisor) => divisor.checked_mul(below).ok_or(Unplanned::Width)?,
            Operand::Register(_) => below,
        };
        let common = above.gcd(&divisor);
        above /= common;
        let divisor = if fixed {
            Operand::Constant(divisor / common)
        } else {
            self.scaled_by(ratio.divisor, divisor / common, 0)?.value
        };
        let dividend = self.scaled_by(ratio.dividend, above, 0)?;
        let value = match (dividend.value, divisor) {
            (dividend, Operand::Constant(1)) => self.sum(&[(dividend, unit)], form)?,
            (_, Operand::Constant(0)) => Operand::Constant(0),
            (Operand::Constant(dividend), Operand::Constant(divisor)) => {
                Operand::Constant(super::super::kernel::rounded(dividend, divisor, ratio.mode) * unit)
            }
            (Operand::Register(dividend), divisor) => {
                self.put(Kind::Quotient { dividend, divisor, unit, mode: ratio.mode }, form)
            }
            (Operand::Constant(_), Operand::Register(_)) => {
                let dividend = self.column(dividend)?;
                self.put(Kind::Quotient { dividend, divisor, unit, mode: ratio.mode }, form)
            }
        };
        Ok(Lowered { value, form, present: None })
    }

    /// A column of it, though it is one integer.
    fn column(&mut self, number: Lowered) -> Planned<super::Register> {
        match number.value {
            Operand::Register(register) => Ok(register),
            Operand::Constant(constant) => {
                let filled = self.put(Kind::Sum { constant, terms: vec![] }, number.form);
                filled.register().ok_or(Unplanned::Invalid)
            }
        }
    }

    /// The greatest, or the least, of numbers.
    pub fn extreme(&mut self, greatest: bool, numbers: &[Lowered], domain: &Domain) -> Planned<Lowered> {
        let aligned = self.at_one_scale(numbers)?;
        let Some((first, others)) = aligned.split_first() else { return Err(Unplanned::Invalid) };
        let mut all = *first;
        for other in others {
            let better = |one: i128, two: i128| if greatest { one.max(two) } else { one.min(two) };
            let (lo, hi) = (better(all.form.lo, other.form.lo), better(all.form.hi, other.form.hi));
            let form = Form { lo, hi, ..all.form };
            let value = match (all.value, other.value) {
                (Operand::Constant(one), Operand::Constant(two)) => Operand::Constant(better(one, two)),
                (Operand::Register(left), right) | (right, Operand::Register(left)) => {
                    self.put(Kind::Extreme { greatest, left, right }, form)
                }
            };
            all = Lowered { value, form, present: None };
        }
        // The policy may know more of it than the ends of its parts say.
        let known = form(domain, all.form.places)?;
        let (lo, hi) = (all.form.lo.max(known.lo), all.form.hi.min(known.hi));
        Ok(Lowered { form: if lo <= hi { Form { lo, hi, ..all.form } } else { all.form }, ..all })
    }
}
