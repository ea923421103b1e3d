//! The exceptions of the package, which stand in `merit/errors.py`.

use merit::compile::Compiled;
use merit::data::Problem;
use merit::io::Lacking;
use merit::render::{self, Tongue};
use pyo3::prelude::*;
use serde_json::{Value as Json, json};

use super::json::object;

fn raised(py: Python<'_>, name: &str, message: &str, members: &[(&str, Json)]) -> PyErr {
    let made = || -> PyResult<Bound<'_, PyAny>> {
        let made = py.import("merit.errors")?.getattr(name)?.call1((message,))?;
        members.iter().try_for_each(|(name, value)| made.setattr(*name, object(py, value)?))?;
        Ok(made)
    };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// A policy that is refused, with all that is told of it.
pub fn policy(py: Python<'_>, compiled: &Compiled, tongue: Tongue) -> PyErr {
    let told = diagnostics(compiled, tongue);
    let errors = told.iter().filter(|told| told.get("severity").and_then(Json::as_str) == Some("error"));
    let line = |told: &Json| {
        let text = |name: &str| told.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let place = match (text("file"), told.get("line")) {
            (file, Some(line)) => format!("{file}:{line}: "),
            _ => String::new(),
        };
        format!("{place}{} {}", text("code"), text("message"))
    };
    let lines: Vec<String> = errors.map(line).collect();
    raised(py, "PolicyError", &lines.join("\n"), &[("diagnostics", told.into())])
}

/// Everything that is told of a policy.
pub fn diagnostics(compiled: &Compiled, tongue: Tongue) -> Vec<Json> {
    compiled.diagnostics.iter().map(|told| render::json(told, &compiled.sources, tongue)).collect()
}

/// A column that is not what its field needs.
pub fn column(py: Python<'_>, message: &str, (column, found, needed): (&str, &str, &str)) -> PyErr {
    let members =
        [("column", json!(column)), ("found", json!(found)), ("needed", json!(needed)), ("columns", json!([column]))];
    raised(py, "SchemaError", message, &members)
}

/// A table that lacks columns, or has some twice.
pub fn lacking(py: Python<'_>, lacking: &Lacking, needed: &str, tongue: Tongue) -> PyErr {
    let members = [
        ("column", json!(lacking.fields.first())),
        ("found", Json::Null),
        ("needed", json!(needed)),
        ("columns", json!(lacking.fields)),
    ];
    // What is said of objects without any known name is not meant for tables.
    let message = match lacking.problems.as_slice() {
        [Problem { code: merit::diagnostic::Code::NotData, file, .. }] if !lacking.fields.is_empty() => {
            super::words::no_column(tongue, file, &lacking.fields)
        }
        problems => lines(problems, tongue),
    };
    raised(py, "SchemaError", &message, &members)
}

/// Data that cannot be used.
pub fn data(py: Python<'_>, problems: &[Problem], tongue: Tongue) -> PyErr {
    raised(py, "DataError", &lines(problems, tongue), &[("problems", told(problems, tongue))])
}

/// Something that was asked for and is not there.
pub fn asked(py: Python<'_>, message: &str) -> PyErr {
    raised(py, "DataError", message, &[("problems", json!([]))])
}

/// Problems for programs.
pub fn told(problems: &[Problem], tongue: Tongue) -> Json {
    let one = |problem: &Problem| {
        json!({
            "code": problem.code.as_str(),
            "severity": if problem.severity() == merit::diagnostic::Severity::Error { "error" } else { "warning" },
            "message": render::problem(problem, tongue),
        })
    };
    problems.iter().map(one).collect()
}

fn lines(problems: &[Problem], tongue: Tongue) -> String {
    problems.iter().map(|problem| render::problem(problem, tongue)).collect::<Vec<_>>().join("\n")
}
