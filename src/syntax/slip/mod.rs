//! What is wrong with a piece of text that the grammar could not read: one precise message where
//! the slip is a known one, else where the reading stopped and how such a line is written.

mod arrows;
mod conditions;
mod declarations;
mod fallback;
mod numbers;
mod patterns;
mod piece;
mod signs;

pub use numbers::{leading_zero, thousands};
pub use patterns::{misplaced_bound, range};
pub use piece::{Piece, Place};

use crate::diagnostic::Diagnostic;

/// A slip that is looked for.
type Slip = fn(&Piece) -> Option<Diagnostic>;

/// The slips, surest first: each is looked for where those before it were not found.
const SLIPS: [Slip; 27] = [
    patterns::listed,
    signs::foreign,
    numbers::separated,
    declarations::unknown,
    declarations::nameless,
    numbers::missing_space,
    numbers::missing_space_when,
    numbers::missing_number,
    conditions::gate_minus,
    patterns::dashed,
    patterns::compound,
    patterns::bound_order,
    arrows::reversed,
    arrows::joined_rows,
    arrows::in_row,
    arrows::in_value,
    arrows::in_head,
    declarations::colon,
    declarations::comma,
    conditions::without_else,
    conditions::without_if,
    conditions::bare_if,
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
