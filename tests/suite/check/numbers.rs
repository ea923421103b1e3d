//! The arithmetic of domains against every pair of values of small domains: what an operator can give
//! lies in the domain that it is said to have.

use merit::quantity::{Decimal, Numbers, Rounding, exact};

const MODES: [Rounding; 7] = [
    Rounding::HalfUp,
    Rounding::HalfEven,
    Rounding::HalfDown,
    Rounding::Up,
    Rounding::Down,
    Rounding::Floor,
    Rounding::Ceiling,
];

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A domain and all its values.
fn range(lo: &str, hi: &str, step: &str) -> (Numbers, Vec<Decimal>) {
    let (lo, hi, step) = (decimal(lo), decimal(hi), decimal(step));
    let mut values = vec![];
    let mut value = lo;
    while value <= hi {
        values.push(value);
        value += step;
    }
    (Numbers::between((lo, true), (hi, true), step).unwrap(), values)
}

fn known(values: &[&str]) -> (Numbers, Vec<Decimal>) {
    let values: Vec<Decimal> = values.iter().map(|text| decimal(text)).collect();
    (Numbers::of(values.iter().copied()).unwrap(), values)
}

fn samples() -> Vec<(Numbers, Vec<Decimal>)> {
    vec![
        range("0", "3", "1"),
        range("-2", "2", "1"),
        range("-1", "1", "0.5"),
        range("1.5", "6", "1.5"),
        range("-0.3", "-0.1", "0.1"),
        range("0", "0.9", "0.3"),
        known(&["0"]),
        known(&["-1", "2"]),
        known(&["0.3", "1.2", "5"]),
        known(&["-0.05", "0", "100"]),
    ]
}

#[test]
fn operators_hold_every_pair_of_values() {
    type Of = fn(&Numbers, &Numbers) -> Numbers;
    type On = fn(Decimal, Decimal) -> Decimal;
    let operators: [(&str, Of, On); 6] = [
        ("+", |a, b| a.add(b), |a, b| a + b),
        ("-", |a, b| a.sub(b), |a, b| a - b),
        ("×", |a, b| a.mul(b), |a, b| a * b),
        ("min", |a, b| a.min(b), |a, b| a.min(b)),
        ("max", |a, b| a.max(b), |a, b| a.max(b)),
        ("union", |a, b| a.union(b), |a, _| a),
    ];
    for (left, left_values) in samples() {
        for (right, right_values) in samples() {
            for (name, of, on) in operators {
                let domain = of(&left, &right);
                for (a, b) in left_values.iter().flat_map(|a| right_values.iter().map(move |b| (*a, *b))) {
                    assert!(domain.contains(on(a, b)), "{a} {name} {b} is not in {domain:?}");
                }
            }
        }
    }
}

#[test]
fn quotients_hold_every_pair_but_those_by_zero() {
    let step = decimal("0.01");
    for (left, left_values) in samples() {
        for (right, right_values) in samples() {
            for mode in MODES {
                let domain = left.quotient(&right, step, mode);
                assert_eq!(domain.is_none(), right_values.iter().all(|b| b.is_zero()));
                for b in right_values.iter().filter(|b| !b.is_zero()) {
                    for a in &left_values {
                        let value = exact::quotient(*a, *b, step, mode).unwrap();
                        let domain = domain.clone().unwrap();
                        assert!(domain.contains(value), "{a} ÷ {b} {mode:?} is not in {domain:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn operators_of_one_value_hold_every_value() {
    let (size, by) = (decimal("0.2"), decimal("4"));
    for (numbers, values) in samples() {
        let (negative, absolute) = (numbers.neg(), numbers.abs());
        let divided = numbers.divide(&by.into()).unwrap();
        for value in values {
            assert!(numbers.contains(value) && negative.contains(-value) && absolute.contains(value.abs()));
            assert!(divided.contains(value / by), "{value} ÷ {by} is not in {divided:?}");
            for mode in MODES {
                let (rounded, domain) = (exact::round(value, size, mode).unwrap(), numbers.round(size, mode));
                assert!(domain.contains(rounded), "round({value}) {mode:?} is not in {domain:?}");
            }
        }
    }
}

#[test]
fn a_bound_keeps_what_meets_it() {
    for (numbers, values) in samples() {
        for bound in ["-1", "0", "0.25", "1.5", "7"].map(decimal) {
            for included in [true, false] {
                let (above, below) = (numbers.restrict_lo(bound, included), numbers.restrict_hi(bound, included));
                for value in &values {
                    let meets = |far: bool| far || (included && *value == bound);
                    let held = |part: &Option<Numbers>| part.as_ref().is_some_and(|part| part.contains(*value));
                    assert_eq!(held(&above), meets(*value > bound), "{value} from {bound} in {above:?}");
                    assert_eq!(held(&below), meets(*value < bound), "{value} to {bound} in {below:?}");
                }
            }
        }
    }
}
