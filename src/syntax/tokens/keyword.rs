//! Which keyword a rule of the grammar reads, and which words are keywords only where they stand.

use crate::syntax::Keyword;
use crate::syntax::grammar::Rule;

/// The keyword that a rule reads.
pub fn of(rule: Rule) -> Option<Keyword> {
    RULES.iter().find(|(known, _)| *known == rule).map(|(_, keyword)| *keyword)
}

/// Whether a keyword is none where something is called so.
pub fn gives_way(keyword: Keyword) -> bool {
    VALUES.contains(&keyword) || MEMBERS.contains(&keyword) || keyword == Keyword::Other
}

/// The rules that read a keyword.
const RULES: &[(Rule, Keyword)] = &[
    (Rule::kw_policy, Keyword::Policy),
    (Rule::kw_record, Keyword::Record),
    (Rule::kw_lookup, Keyword::Lookup),
    (Rule::kw_details, Keyword::Details),
    (Rule::kw_param, Keyword::Param),
    (Rule::kw_metric, Keyword::Metric),
    (Rule::kw_let, Keyword::Let),
    (Rule::kw_score, Keyword::Score),
    (Rule::kw_weight, Keyword::Weight),
    (Rule::kw_out_of, Keyword::OutOf),
    (Rule::kw_section, Keyword::Section),
    (Rule::kw_grade, Keyword::Grade),
    (Rule::kw_table, Keyword::Table),
    (Rule::kw_scale, Keyword::Scale),
    (Rule::kw_gate, Keyword::Gate),
    (Rule::kw_pay, Keyword::Pay),
    (Rule::kw_type, Keyword::Type),
    (Rule::kw_flag, Keyword::Flag),
    (Rule::kw_ensure, Keyword::Ensure),
    (Rule::kw_test, Keyword::Test),
    (Rule::kw_case, Keyword::Case),
    (Rule::kw_given, Keyword::Given),
    (Rule::kw_with, Keyword::With),
    (Rule::kw_expect, Keyword::Expect),
    (Rule::kw_use, Keyword::Use),
    (Rule::kw_by, Keyword::By),
    (Rule::kw_on, Keyword::On),
    (Rule::kw_when, Keyword::When),
    (Rule::kw_if, Keyword::If),
    (Rule::kw_then, Keyword::Then),
    (Rule::kw_else, Keyword::Else),
    (Rule::kw_fallback, Keyword::OtherwiseValue),
    (Rule::kw_otherwise, Keyword::Otherwise),
    (Rule::kw_missing, Keyword::Missing),
    (Rule::kw_exempt, Keyword::Exempt),
    (Rule::kw_any, Keyword::Any),
    (Rule::kw_and, Keyword::And),
    (Rule::kw_or, Keyword::Or),
    (Rule::kw_not, Keyword::Not),
    (Rule::kw_in, Keyword::In),
    (Rule::kw_is, Keyword::Is),
    (Rule::kw_key, Keyword::Key),
    (Rule::kw_period, Keyword::Period),
    (Rule::kw_optional, Keyword::Optional),
    (Rule::kw_required, Keyword::Required),
    (Rule::kw_rounded, Keyword::Rounded),
    (Rule::kw_default, Keyword::Default),
    (Rule::kw_decimals, Keyword::Decimals),
    (Rule::kw_from, Keyword::From),
    (Rule::kw_at_least, Keyword::AtLeast),
    (Rule::kw_at_most, Keyword::AtMost),
    (Rule::kw_effective, Keyword::Effective),
    (Rule::kw_until, Keyword::Until),
    (Rule::kw_currency, Keyword::Currency),
    (Rule::kw_full, Keyword::FullMarks),
    (Rule::kw_applies, Keyword::Applies),
    (Rule::kw_marginal, Keyword::Marginal),
    (Rule::kw_whole, Keyword::Whole),
    (Rule::kw_where, Keyword::Where),
    (Rule::kw_to, Keyword::To),
    (Rule::kw_up_to, Keyword::UpTo),
    (Rule::kw_periods, Keyword::Periods),
];

/// The words that stand for a value where nothing is called so.
pub const VALUES: &[Keyword] = &[Keyword::Yes, Keyword::No, Keyword::Scores];

/// The members that items and sections have.
pub const MEMBERS: &[Keyword] = &[Keyword::PointsMember, Keyword::WeightedMember];

/// The forms that a type takes in parentheses.
pub const FORMS: &[Keyword] = &[Keyword::Fraction, Keyword::DateTime];

/// The words that a function takes as its third argument.
pub fn third(function: Option<Keyword>) -> &'static [Keyword] {
    match function {
        Some(Keyword::Round) => Keyword::ROUNDINGS,
        Some(Keyword::Steps) => &[Keyword::Full, Keyword::Started],
        _ => &[],
    }
}
