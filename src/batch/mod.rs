//! Policies and data become outcomes: whose each record is, which rows belong to it, what was known before, what becomes
//! of it. Knows neither files nor words.

mod appraisal;
mod carried;
mod doubts;
mod duplicates;
mod engine;
mod flagged;
mod handover;
mod history;
mod inputs;
mod join;
mod joined_keys;
mod members;
mod moves;
mod nested;
mod outcome;
mod owner;
mod reasons;
mod rows;
mod sought;
mod suppose;
mod tally;
mod twice;

pub use appraisal::{Advisers, Appraisal, Changeable, Otherwise, Started};
pub use carried::{Carrier, Read};
pub use doubts::{Doubts, Group, groups};
pub use duplicates::hashes;
pub use engine::{Engine, Entangled, Flowing, Passing, Values};
pub use flagged::{Flagged, Person};
pub use history::{past, strange, untold};
pub use inputs::{Inputs, Own};
pub use join::{Joined, join};
pub use moves::{Measure, Mover, Moves};
pub use nested::outer_pay;
pub use owner::{lost, share};
pub use reasons::{Reason, Reasons, Spread};
pub use rows::rows;
pub use sought::{Sought, seek};
pub use suppose::{Hanging, Supposed, World, hanging, suppose, supposed};
pub use tally::{Counted, Counts, Paid, Part, Tally};
