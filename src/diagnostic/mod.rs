//! What every stage tells of a policy or of data: a code, the places, and the values that the
//! text needs. The words themselves stand in `src/render/locale`, one file a stage and tongue.

mod alike;
mod at;
mod code;
mod edit;
mod hunks;
mod near;
mod opposed;
mod report;
mod severity;
mod spelling;

pub use alike::habits;
pub use at::{At, CellName};
pub use code::Code;
pub use edit::{Applicability, Edit, joined};
pub use hunks::differing;
pub use near::{nearest, nearest_of};
pub use report::{Absence, Arg, Diagnostic, Finding, Label};
pub use severity::Severity;
pub use spelling::Spelling;
