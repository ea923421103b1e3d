//! Text to [`ast`]: the only module that knows `pest`.
//!
//! The grammar is in `grammar/`. Reading never fails: [`parse`] returns what it could make of the
//! text and what it could not.

pub mod ast;
mod grammar;
pub mod keyword;
mod layout;
mod lower;
mod read;
mod respell;
mod room;
mod slip;
mod spelling;
pub mod tokens;

pub use keyword::Keyword;
pub use layout::{begins_with_declaration, twin, unfinished};
pub use read::{Line, Parsed, Written, parse, parse_among, parse_expression, parse_line, read_as_written, written};
pub use respell::{Respelling, respelt, respelt_piece, respelt_words};
pub use slip::{
    Ranked, condition_word, counted, decimals, in_percent, is_cell, is_set_word, is_total, place, times, topped_up,
    two_readings, type_meant,
};
pub use spelling::{currency, money, spelling, words};
pub use tokens::allowance;
