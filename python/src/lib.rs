//! Merit for Python: policies over tables that somebody holds in memory as Arrow lays them out. What is public is the
//! package in `merit/`, which wraps this module; nothing of a policy is computed there or here.

mod borders;
mod described;
mod differ;
mod frame;
mod inputs;
mod json;
mod normal;
mod parted;
mod policy;
mod refused;
mod results;
mod run;
mod schema;
mod supervise;
mod told;
mod words;

use pyo3::prelude::*;

/// The engine of the package `merit`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::borders::{Schema, Table};
    #[pymodule_export]
    use super::differ::diff;
    #[pymodule_export]
    use super::policy::{Policy, check};
}
