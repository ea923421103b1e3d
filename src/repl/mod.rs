//! The interactive session: pure state under a thin line editor.
//!
//! [`Session::line`] takes what was typed and gives what is to be shown, and [`Typing`] helps while it is typed; `terminal`
//! and `editor` are the only parts that know a keyboard. Whatever is typed goes through the same passes as a policy in a file: a
//! declaration as a patch of the policy, an expression as the value of a `let`, a value for a field as a
//! test's given.

mod answer;
mod beside;
mod bounds;
mod cell;
mod change;
mod command;
mod differences;
mod doubtful;
mod draft;
mod editing;
mod editor;
mod evaluate;
mod everybody;
mod given;
mod guess;
mod held;
mod input;
mod interrupts;
mod kept;
mod keys;
mod line;
mod moved;
mod named;
mod pending;
mod piece;
mod reading;
mod record;
mod replace;
mod session;
mod show;
mod splice;
mod stand;
mod take;
mod terminal;
mod typing;
mod watched;
mod weights;

use answer::Answer;

pub use answer::{Ending, Then};
pub use beside::Beside;
pub use line::Reply;
pub use session::{Pages, Session};
pub use terminal::run;
pub use typing::{Candidate, Typing};
