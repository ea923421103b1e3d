use merit::ir::Value;
use merit::quantity::{Decimal, Domain, Number, Numbers, Rounding, exact};

/// Whether a value is of a domain, by the domain's definition.
pub fn admits(domain: &Domain, value: &Value) -> bool {
    match (domain, value) {
        (Domain::Numbers(Numbers::Values(values)), Value::Number(number)) => values.contains(number),
        (Domain::Numbers(Numbers::Range { lo, hi, step }), Value::Number(number)) => {
            lo <= number && number <= hi && number.reach(step, Rounding::Floor) == *number
        }
        (Domain::Labels(labels), Value::Label(label)) => labels.contains(label),
        (Domain::Bool { no, yes }, Value::Bool(truth)) => {
            if *truth {
                *yes
            } else {
                *no
            }
        }
        (Domain::Calendar { first, last }, Value::Calendar(moment)) => (first..=last).contains(&&moment.ordinal),
        (Domain::Text, Value::Text(_)) => true,
        _ => false,
    }
}

/// The numbers of a domain at its ends, at some figures, and one step to either side of each.
pub fn around(numbers: &Numbers, figures: impl IntoIterator<Item = Decimal>) -> Vec<Decimal> {
    let kept = |number: &Number| number.decimal().unwrap();
    let (lo, hi, step) = match numbers {
        Numbers::Values(values) => return values.iter().map(kept).collect(),
        Numbers::Range { lo, hi, step } => (kept(lo), kept(hi), kept(step)),
    };
    let figures = figures.into_iter().filter(|figure| lo - step <= *figure && *figure <= hi + step);
    let ends = figures.chain([lo, hi]).flat_map(|figure| {
        let (below, above) =
            (exact::round(figure, step, Rounding::Floor), exact::round(figure, step, Rounding::Ceiling));
        [below, above].into_iter().flatten().flat_map(|end| [end - step, end, end + step])
    });
    let mut points: Vec<Decimal> =
        ends.filter(|point| lo <= *point && *point <= hi).map(|point| point.normalize()).collect();
    points.sort_unstable();
    points.dedup();
    points
}
