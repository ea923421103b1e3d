//! Coverage of tables: the region algebra against enumeration, and what is told of whole tables.

mod algebra;
mod claims;
mod speed;
mod together;
