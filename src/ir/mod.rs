//! The checked policy: names are ids, types and domains are known, declarations stand in the order
//! in which they are evaluated. Data only; what reads it is the analysis and the evaluators.

mod alike;
mod declaration;
mod expression;
mod policy;
mod table;
mod types;
mod walk;

pub use declaration::*;
pub use expression::*;
pub use policy::*;
pub use table::*;
pub use types::*;
