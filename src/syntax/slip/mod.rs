//! What is wrong with a piece of text that the grammar could not read: one precise message where
//! the slip is a known one, else where the reading stopped and how such a line is written.

mod answered;
mod arrows;
mod attributes;
mod borrowed;
mod bounds;
mod bullets;
mod calls;
mod capped;
mod charged;
mod choices;
mod conditions;
mod declarations;
mod ends;
mod fallback;
mod formulas;
mod guards;
mod heads;
mod inline;
mod inside;
mod joined;
mod limited;
mod numbers;
mod numerals;
mod patterns;
mod phrases;
mod piece;
mod promoted;
mod rows;
mod scored;
mod separators;
mod shapes;
mod signs;
mod slices;
mod spread;
mod stepped;
mod synonyms;
mod totals;
mod types;
mod unheaded;
mod vetoes;
mod wages;
mod words;

pub use answered::row as worded_row;
pub use calls::equals;
pub use declarations::in_percent;
pub use ends::settle;
pub use formulas::is_cell;
pub use guards::topped_up;
pub use numbers::{leading_zero, slashed};
pub use numerals::{Ranked, figure, place};
pub use patterns::{bounded, bracketed, in_digits, misplaced_bound, range};
pub use piece::{Piece, Place};
pub use separators::{decimals, thousands, two_readings};
pub use synonyms::{condition_word, is_choice, period, spreadsheet};
pub use totals::is_total;
pub use types::{form, is_set_word, type_meant};
pub use words::{counted, last_row, no_name, quoted_number, times};

use crate::diagnostic::Diagnostic;

/// A slip that is looked for.
type Slip = fn(&Piece) -> Option<Diagnostic>;

/// The slips, surest first: each is looked for where those before it were not found.
const SLIPS: &[Slip] = &[
    rows::starred,
    joined::lines,
    bullets::bullet,
    stepped::stepped,
    stepped::whole,
    charged::line,
    charged::score,
    charged::declared,
    unheaded::table,
    inline::choice,
    inline::behind,
    spread::of_input,
    spread::share,
    slices::next,
    slices::inline,
    vetoes::total,
    wages::bound,
    wages::by_label,
    inside::inside,
    formulas::share_of,
    calls::per,
    formulas::per,
    capped::behind,
    calls::given_rows,
    patterns::listed,
    formulas::second_equals,
    shapes::total,
    shapes::colon_total,
    spread::columns,
    answered::listed,
    separators::separated,
    separators::grouped,
    separators::dotted_groups,
    separators::decimal_comma,
    rows::conditional,
    rows::returned,
    patterns::bounds,
    heads::lines,
    heads::titled,
    types::parentheses,
    types::sign,
    types::set,
    types::ranged,
    attributes::worded,
    answered::nothing,
    answered::unlabelled,
    heads::answers,
    synonyms::rest,
    rows::rest,
    formulas::cell,
    formulas::share,
    formulas::member,
    formulas::bracketed,
    formulas::remainder,
    formulas::sign_behind,
    signs::power,
    signs::worded_operator,
    signs::joined,
    signs::plus,
    signs::compound,
    borrowed::sigil,
    signs::foreign,
    signs::code_first,
    signs::line_end,
    promoted::promoted,
    shapes::shaped,
    declarations::unknown,
    wages::given_if,
    wages::added_if,
    wages::remarked,
    wages::labelled,
    wages::only,
    wages::conditional,
    wages::without_else,
    limited::limited,
    limited::section,
    scored::of_value,
    scored::by_behind,
    scored::weighted,
    guards::conditional,
    declarations::titled_first,
    declarations::nameless,
    declarations::split_name,
    heads::flag,
    heads::signed,
    calls::filter,
    calls::several,
    calls::option,
    calls::so_far,
    calls::over,
    calls::different,
    calls::bare,
    calls::periods,
    choices::behind,
    choices::bracketed,
    choices::glued,
    borrowed::case,
    borrowed::doubled,
    conditions::comma,
    conditions::signed,
    signs::spaced,
    conditions::worded,
    conditions::quantified,
    conditions::placed,
    wages::field,
    phrases::paid,
    words::each,
    words::every,
    synonyms::spreadsheet_if,
    synonyms::set,
    synonyms::subject,
    synonyms::told,
    synonyms::is,
    inside::in_name,
    numbers::missing_space,
    numbers::missing_space_when,
    numbers::missing_number,
    numbers::dotted,
    conditions::gate_minus,
    patterns::trailing_dash,
    patterns::dashed,
    patterns::bound_order,
    arrows::reversed,
    answered::named,
    arrows::joined_rows,
    arrows::in_row,
    arrows::in_value,
    arrows::in_head,
    heads::clause,
    phrases::graded,
    declarations::colon,
    declarations::comma,
    conditions::without_else,
    conditions::without_if,
    conditions::bare_if,
    phrases::counted_off,
    phrases::row,
    numbers::unknown_unit,
    arrows::values,
    fallback::attribute,
    fallback::missing_arrow,
    fallback::keyword_as_name,
];

/// The one thing to tell about a piece.
pub fn explain(piece: &Piece) -> Diagnostic {
    SLIPS.iter().find_map(|slip| slip(piece)).unwrap_or_else(|| fallback::stopped(piece))
}
