//! What a run reads and gives, without words: records and the files that they come from, rows beside them, what was
//! known before, what is wrong with any of it. Reading and evaluating meet here.

mod asked;
mod batch;
mod bits;
mod cell;
mod column;
mod counterpart;
mod doubt;
mod form;
mod identity;
mod input;
mod integers;
mod lane;
mod layout;
mod mark;
mod outcome;
mod past;
mod piece;
mod problem;
mod record;
mod records;
mod result;
mod rows;
mod shared;
mod texts;

pub use asked::{TestColumn, TestColumns};
pub use batch::{Batch, CellMark};
pub use cell::spell_cell;
pub use column::Coded;
pub use counterpart::Counterpart;
pub use doubt::{Before, Doubt, spell_period};
pub use form::{Form, Width, power, scaled};
pub use identity::{Identity, by_field};
pub use input::{Column, Encoding, Format, InputFile};
pub use lane::Lane;
pub use layout::Layout;
pub use mark::Mark;
pub use outcome::{BoundActed, Content, Note, Outcome, Pair, Status};
pub use past::{Earlier, Lost, Past};
pub use piece::{Came, Figures, Piece, Side};
pub use problem::{About, Problem};
pub use record::{InputRecord, Place, Reading, Rejection};
pub use records::Stretch;
pub use result::ResultFields;
pub use rows::{BadRow, Row, RowPlaces, Rows};
pub use shared::{Shared, SharedField};
