//! Why somebody's pay moves, in lines: which change has how much of it.

use crate::compare::{Cause, People, Person};
use crate::diagnostic::Arg;
use crate::quantity::{Decimal, Fraction, Number, Rounding, minor_unit_places, spell_places};
use crate::render::{Tongue, say, why, wrap};

/// The causes of those whose pay moves most; where all of it comes of one, that it does.
pub(super) fn causes(people: &People, currency: &str, (tongue, width): (Tongue, usize)) -> Vec<String> {
    let told: Vec<&Person> = people.largest.iter().filter(|person| !person.cause.is_empty()).collect();
    let Some(first) = told.first() else { return vec![] };
    let numbers = |cause: &Cause| {
        let each = cause.changes.iter().map(|at| Arg::from(at + 1));
        say("diff-cause-changes", &[("numbers", Arg::List(each.collect()))], tongue)
    };
    let only = |person: &Person| match person.cause.as_slice() {
        [one] => Some(one.changes.clone()),
        _ => None,
    };
    let mut lines = vec![String::new()];
    if let (Some(changes), [cause]) = (only(first), first.cause.as_slice())
        && told.iter().all(|person| only(person).as_ref() == Some(&changes))
    {
        lines.extend(wrap(&say("diff-cause-one", &[("changes", numbers(cause).into())], tongue), width));
        return lines;
    }
    lines.extend(wrap(&say("diff-causes", &[], tongue), width));
    for person in told {
        let key = person.key.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ");
        let each = person.cause.iter().map(|cause| {
            let args = [("changes", numbers(cause).into()), ("share", Arg::from(share(&cause.share, currency)))];
            say("diff-cause", &args, tongue)
        });
        let args = [("key", Arg::from(key)), ("causes", why::listed(each, tongue).into())];
        let text = wrap(&say("diff-cause-of", &args, tongue), width.saturating_sub(4));
        lines.extend(
            text.into_iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { "  " } else { "    " })),
        );
    }
    if people.sampled {
        lines.extend(wrap(&say("diff-sampled", &[], tongue), width));
    }
    lines
}

/// What a cause comes to; to the cent, where it is no finite decimal.
fn share(share: &Fraction, currency: &str) -> String {
    let places = minor_unit_places(currency).unwrap_or_default();
    let signed = |amount: &Number| {
        let figure = spell_places(amount, places);
        if *amount > Number::ZERO { format!("+{figure}") } else { figure }
    };
    if let Some(number) = share.number() {
        return signed(&number);
    }
    let (dividend, divisor) = share.parts();
    let near = dividend.quotient(divisor, Decimal::new(1, places), Rounding::HalfUp).unwrap_or_default();
    format!("≈{}", signed(&near))
}
