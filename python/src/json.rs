//! JSON as objects of Python: a number is an `int` or a `Decimal`, never a binary float.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use serde_json::Value as Json;

/// A value of JSON as Python has it.
pub fn object<'py>(py: Python<'py>, json: &Json) -> PyResult<Bound<'py, PyAny>> {
    Ok(match json {
        Json::Null => py.None().into_bound(py),
        Json::Bool(truth) => truth.into_pyobject(py)?.to_owned().into_any(),
        Json::Number(number) => {
            let digits = number.to_string();
            match digits.contains(['.', 'e', 'E']) {
                true => decimal(py, &digits)?,
                false => py.get_type::<pyo3::types::PyInt>().call1((digits,))?,
            }
        }
        Json::String(text) => PyString::new(py, text).into_any(),
        Json::Array(all) => {
            let all = all.iter().map(|one| object(py, one)).collect::<PyResult<Vec<_>>>()?;
            PyList::new(py, all)?.into_any()
        }
        Json::Object(members) => {
            let dict = PyDict::new(py);
            for (name, value) in members {
                dict.set_item(name, object(py, value)?)?;
            }
            dict.into_any()
        }
    })
}

/// An exact decimal.
fn decimal<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("decimal")?.getattr("Decimal")?.call1((digits,))
}
