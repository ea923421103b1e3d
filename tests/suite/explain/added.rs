//! Everything in an explanation added up again, by whole numbers alone.

use std::str::FromStr;

use merit::data::BoundActed;
use merit::explain::{Answer, Bound, Exact, Explanation, Found, Metric, RoundedBy, Worked};
use merit::ir::Value;
use merit::quantity::{Number, Rounding};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// A quotient of whole numbers, its divisor above 0.
#[derive(Clone, Debug)]
pub struct Ratio(BigInt, BigInt);

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        &self.0 * &other.1 == &other.0 * &self.1
    }
}

impl Ratio {
    /// Reads `p/q` or a decimal.
    pub fn of(text: &str) -> Self {
        if let Some((p, q)) = text.split_once('/') {
            return Ratio(BigInt::from_str(p).unwrap(), BigInt::from_str(q).unwrap());
        }
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{part}");
        Ratio(BigInt::from_str(&digits).unwrap(), BigInt::from(10).pow(u32::try_from(part.len()).unwrap()))
    }

    pub fn whole(number: i64) -> Self {
        Ratio(number.into(), 1.into())
    }

    pub fn plus(&self, other: &Ratio) -> Ratio {
        Ratio(&self.0 * &other.1 + &other.0 * &self.1, &self.1 * &other.1)
    }

    pub fn times(&self, other: &Ratio) -> Ratio {
        Ratio(&self.0 * &other.0, &self.1 * &other.1)
    }

    pub fn over(&self, other: &Ratio) -> Ratio {
        let sign = if other.0.is_negative() { -1 } else { 1 };
        Ratio(&self.0 * &other.1 * sign, &self.1 * &other.0 * sign)
    }

    /// The multiple of a step that a mode takes it to.
    pub fn rounded(&self, step: &Ratio, mode: Rounding) -> Ratio {
        let steps = self.over(step);
        let (floor, rest) = steps.0.div_mod_floor(&steps.1);
        let twice: BigInt = &rest * 2;
        let below_zero = steps.0.is_negative();
        let up = match mode {
            _ if rest.is_zero() => false,
            Rounding::Floor => false,
            Rounding::Ceiling => true,
            Rounding::Down => below_zero,
            Rounding::Up => !below_zero,
            Rounding::HalfUp => twice > steps.1 || (twice == steps.1 && !below_zero),
            Rounding::HalfDown => twice > steps.1 || (twice == steps.1 && below_zero),
            Rounding::HalfEven => twice > steps.1 || (twice == steps.1 && floor.is_odd()),
        };
        Ratio(floor + u8::from(up), BigInt::from(1)).times(step)
    }
}

impl From<&Number> for Ratio {
    fn from(number: &Number) -> Self {
        Ratio::of(&number.to_string())
    }
}

impl From<&Exact> for Ratio {
    fn from(exact: &Exact) -> Self {
        Ratio::of(&exact.to_string())
    }
}

fn number(found: &Found) -> Option<Ratio> {
    found.as_ref().unwrap().number().map(Ratio::from)
}

fn sum(parts: impl IntoIterator<Item = Ratio>) -> Ratio {
    parts.into_iter().fold(Ratio::whole(0), |sum, part| sum.plus(&part))
}

/// How often something was held, so that a test sees that it looked.
#[derive(Default, Debug)]
pub struct Tally {
    pub rounded: usize,
    pub quotients: usize,
    pub items: usize,
    pub exempt: usize,
    pub totals: usize,
    pub lines: usize,
    pub bounds: usize,
    pub slices: usize,
    pub heights: usize,
    pub failed: usize,
    pub streaks: usize,
    pub places: usize,
    pub next: usize,
}

/// Holds all of an explanation to what it says of itself.
pub fn hold(told: &Explanation, tally: &mut Tally) {
    told.metrics.iter().chain(&told.lets).for_each(|metric| metric_holds(metric, tally));
    items_hold(told, tally);
    pay_holds(told, tally);
    for scale in &told.scales {
        let parts = scale.slices.iter().map(|slice| Ratio::from(&slice.part).times(&(&slice.rate).into()));
        assert_eq!(number(&scale.amount.value).unwrap(), sum(parts), "{scale:?}");
        assert_eq!(number(&scale.on.value).unwrap(), sum(scale.slices.iter().map(|it| (&it.part).into())), "{scale:?}");
        for slice in &scale.slices {
            assert_eq!(Ratio::from(&slice.amount), Ratio::from(&slice.part).times(&(&slice.rate).into()));
            tally.slices += 1;
        }
    }
    for gate in &told.gates {
        assert_eq!(gate.of.value == Ok(Value::Bool(true)), gate.failed.is_empty(), "{gate:?}");
        tally.failed += gate.failed.len();
    }
    for output in told.tables.iter().chain(&told.grades).flat_map(|table| &table.outputs) {
        answer_holds(&output.answer, &output.value, tally);
    }
    for cohort in &told.cohort {
        assert!(cohort.counted <= cohort.members && cohort.members > 0, "{cohort:?}");
        if let (Some(of), Some(place)) = (cohort.rank_of, cohort.of.value.as_ref().unwrap().number()) {
            assert!(*place >= Number::ONE && *place <= Number::from(of), "{cohort:?}");
            tally.places += 1;
        }
    }
    for history in &told.history {
        assert!(history.periods.windows(2).all(|pair| pair[0].0.ordinal + 1 == pair[1].0.ordinal), "{history:?}");
        if history.text.starts_with("streak") {
            let run = history.periods.iter().rev().take_while(|(_, held)| *held == Some(Value::Bool(true))).count();
            assert_eq!(history.of.value, Ok(Value::Number(Number::from(run))), "{history:?}");
            tally.streaks += 1;
        }
    }
}

fn metric_holds(metric: &Metric, tally: &mut Tally) {
    let worked = metric.worked.as_ref().unwrap_or_else(|| panic!("{metric:?}"));
    worked_holds(worked, &metric.of.value, tally);
}

fn worked_holds(worked: &Worked, value: &Found, tally: &mut Tally) {
    assert!(!worked.formula.is_empty() && !worked.figures.is_empty() && worked.place.line > 0, "{worked:?}");
    match (number(value), &worked.exact) {
        (Some(value), Some(exact)) => exact_holds(exact, worked.rounded_by, &value, tally),
        (None, None) => {}
        other => panic!("{other:?} {worked:?}"),
    }
}

fn exact_holds(exact: &Exact, rounded_by: Option<RoundedBy>, value: &Ratio, tally: &mut Tally) {
    let Some(by) = rounded_by else { return assert_eq!(Ratio::from(exact), *value) };
    let step = Ratio::of(&by.step.to_string());
    assert_eq!(Ratio::from(exact).rounded(&step, by.mode), *value, "{exact} to {step:?}");
    tally.rounded += usize::from(Ratio::from(exact) != *value);
    tally.quotients += usize::from(exact.to_string().contains('/'));
}

fn answer_holds(answer: &Answer, value: &Found, tally: &mut Tally) {
    match answer {
        Answer::Worked(worked) => worked_holds(worked, value, tally),
        Answer::Line(exact, by) => {
            exact_holds(exact, Some(*by), &number(value).unwrap(), tally);
            tally.heights += 1;
        }
        Answer::Nothing => assert_eq!(*value, Ok(Value::Missing)),
    }
}

/// Each item against the total by its weight, or by its marks, of what counts.
fn items_hold(told: &Explanation, tally: &mut Tally) {
    if told.total.as_ref().is_some_and(|total| total.value.is_none()) {
        let counts = |item: &merit::explain::Item| !item.exempt || item.weighted.is_some();
        return assert!(!told.items.iter().any(counts) && told.sections.iter().all(|it| it.weighted.is_none()));
    }
    let marks = told.items.iter().all(|item| item.weight == Number::ONE);
    let share = |at: usize| match marks {
        true => Ratio::of(&told.items[at].of.to_string()),
        false => Ratio::from(&told.items[at].weight),
    };
    let counting = (0..told.items.len()).filter(|at| !told.items[*at].exempt);
    let possible = sum(counting.map(share));
    for (at, item) in told.items.iter().enumerate() {
        assert_eq!(item.exempt, item.points == Ok(Value::Missing));
        answer_holds(&item.answer, &item.points, tally);
        let weighted = item.weighted.as_ref().map(Ratio::from).unwrap();
        match number(&item.points) {
            Some(points) => {
                let of = Ratio::of(&item.of.to_string());
                assert_eq!(points.plus(&item.lost.as_ref().unwrap().into()), of, "{item:?}");
                let scaled = match (&told.total, marks) {
                    (Some(total), true) => points.times(&Ratio::of(&total.of.to_string())).over(&possible),
                    (Some(_), false) => points.times(&share(at)).over(&possible),
                    (None, _) => points.times(&(&item.weight).into()),
                };
                assert_eq!(weighted, scaled, "{item:?}");
                tally.items += 1;
            }
            None => {
                assert_eq!((weighted, &item.lost), (Ratio::whole(0), &None), "{item:?}");
                tally.exempt += 1;
            }
        }
    }
    for section in &told.sections {
        let own = told.items.iter().filter(|item| item.section == Some(section.name));
        let added = sum(own.map(|item| item.weighted.as_ref().unwrap().into()));
        assert_eq!(Ratio::from(section.weighted.as_ref().unwrap()), added, "{section:?}");
    }
    if let Some(total) = &told.total {
        let value = Ratio::from(total.value.as_ref().unwrap());
        assert_eq!(value, sum(told.items.iter().map(|item| item.weighted.as_ref().unwrap().into())), "{total:?}");
        let exempt: Vec<&str> = told.items.iter().filter(|item| item.exempt).map(|item| item.name).collect();
        assert_eq!(total.exempt, exempt);
        tally.totals += 1;
    }
}

fn pay_holds(told: &Explanation, tally: &mut Tally) {
    for pay in &told.pay {
        let paid = sum(pay.lines.iter().map(|line| number(&line.of.value).unwrap()));
        let sum = number(&pay.of.value).unwrap();
        assert_eq!(paid, before(&pay.bound, &sum, tally), "{pay:?}");
        for line in &pay.lines {
            let amount = number(&line.of.value).unwrap();
            let worked = line.worked.as_ref().unwrap();
            let exact = worked.exact.as_ref().unwrap();
            exact_holds(exact, worked.rounded_by, &before(&line.bound, &amount, tally), tally);
            tally.lines += 1;
        }
    }
}

/// What an amount was before its bound: the bound is what is paid, and it acted.
fn before(bound: &Option<Bound>, amount: &Ratio, tally: &mut Tally) -> Ratio {
    let Some(bound) = bound else { return amount.clone() };
    tally.bounds += 1;
    assert_eq!(Ratio::from(&bound.limit), *amount);
    let acts = match bound.kind {
        BoundActed::AtLeast => bound.before < bound.limit,
        BoundActed::AtMost => bound.before > bound.limit,
    };
    assert!(acts, "{bound:?}");
    Ratio::from(&bound.before)
}
