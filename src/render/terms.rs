//! The terms with which texts quote pieces of a policy, so that no text spells a keyword or a unit by hand: `{ -otherwise }` is
//! `otherwise` or 其余, as the file has it.

use fluent_bundle::FluentResource;

use crate::diagnostic::Spelling;
use crate::quantity::{TimeUnit, Unit};
use crate::syntax::{Keyword, allowance};

/// The keywords whose English word another one has too, by the ids of their terms.
const NAMED: [(Keyword, &str); 3] =
    [(Keyword::OtherwiseValue, "otherwise-value"), (Keyword::PointsMember, "points-member"), (Keyword::To, "to")];

/// The terms where keywords and units are of these tongues.
pub(super) fn terms(of: Spelling) -> FluentResource {
    let (words, units) = (of.words, of.units);
    let named = |keyword: Keyword| NAMED.iter().find(|(known, _)| *known == keyword).map(|(_, id)| (*id).to_owned());
    let id = |keyword: Keyword| named(keyword).unwrap_or_else(|| keyword.en().replace(' ', "-"));
    let keywords = Keyword::ALL.iter().map(|keyword| format!("-{} = {}\n", id(*keyword), keyword.word(words)));
    let known = [
        ("s", Unit::Time(TimeUnit::Second)),
        ("min", Unit::Time(TimeUnit::Minute)),
        ("h", Unit::Time(TimeUnit::Hour)),
        ("d", Unit::Time(TimeUnit::Day)),
        ("pt", Unit::Point),
    ];
    let units_of = known.iter().map(|(id, unit)| format!("-unit-{id} = {}\n", unit.word(units)));
    let allow = format!("-allow = {{\"{}\"}}\n", allowance(words));
    let text: String = keywords.chain(units_of).chain([allow]).collect();
    match FluentResource::try_new(text) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}
