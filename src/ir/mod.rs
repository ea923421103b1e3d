//! The checked policy: names are ids, types and domains are known, declarations stand in the order
//! in which they are evaluated. Data only; what reads it is the analysis and the evaluators.

mod align;
mod alike;
mod declaration;
mod expression;
mod field;
mod many;
mod notation;
mod policy;
mod relation;
mod table;
mod text;
mod total;
mod types;
pub mod values;
mod walk;

pub use align::{Alignment, align};
pub use declaration::*;
pub use expression::*;
pub use field::*;
pub use many::*;
pub use notation::{Notation, quoted};
pub use policy::*;
pub use relation::*;
pub use table::*;
pub use text::{Text, normal, squeezed};
pub use total::{Share, Total};
pub use types::*;
