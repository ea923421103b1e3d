//! A policy as Python has it.

use std::sync::Arc;

use merit::compile::{Assigned, Compiled, InMemory, compile_with};
use merit::data::Layout;
use merit::eval::testing;
use merit::io::{DataSource, PolicyFolder, Table};
use merit::ir;
use merit::render::Tongue;
use merit::source::SourceFile;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::Value as Json;

use super::frame::{Asked, Failure};
use super::inputs::{Given, tongue};
use super::json::object;
use super::supervise::supervise;
use super::{borders, described, parted, refused, run, schema, told};

/// A policy that was read, checked and proved.
#[pyclass(frozen, module = "merit._native")]
pub struct Policy {
    /// The text, under its name.
    pub source: SourceFile,
    /// Other values for its params.
    pub settings: Vec<Assigned>,
    /// The files that it uses, where they came with it.
    pub beside: Option<InMemory>,
    /// What it came to.
    pub compiled: Arc<Compiled>,
}

/// What is told of a policy, whether it is accepted or not.
#[pyfunction]
#[pyo3(signature = (text, name, lang=None))]
pub fn check<'py>(py: Python<'py>, text: &str, name: &str, lang: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
    let source = SourceFile::new(name, text);
    let compiled = py.detach(|| compile_with(source, &PolicyFolder::of(name), &[]));
    let tongue = tongue(lang, &compiled.policy)?;
    object(py, &refused::diagnostics(&compiled, tongue).into())
}

impl Policy {
    fn of(
        py: Python<'_>,
        source: SourceFile,
        (settings, beside): (Vec<Assigned>, Option<InMemory>),
        lang: Option<&str>,
    ) -> PyResult<Policy> {
        let file = source.clone();
        let compiled = py.detach(|| match &beside {
            Some(beside) => compile_with(file, beside, &settings),
            None => compile_with(file, &PolicyFolder::of(&source.name), &settings),
        });
        if !compiled.accepted() {
            return Err(refused::policy(py, &compiled, tongue(lang, &compiled.policy)?));
        }
        Ok(Policy { source, settings, beside, compiled: Arc::new(compiled) })
    }

    fn ir(&self) -> &ir::Policy {
        &self.compiled.policy
    }

    fn asked(&self, floats: Option<&str>, lang: Option<&str>) -> PyResult<Asked> {
        let floats = match floats {
            None => false,
            Some("shortest") => true,
            Some(other) => {
                let told = format!("floats: \"shortest\" or None, not {other:?}");
                return Err(pyo3::exceptions::PyValueError::new_err(told));
            }
        };
        Ok(Asked { floats, tongue: tongue(lang, self.ir())? })
    }

    /// The names of the columns that somebody asks for.
    fn names<'p>(&'p self, py: Python<'_>, columns: &Columns, asked: Tongue) -> PyResult<Vec<&'p str>> {
        let wanted = match columns {
            Columns::Word(word) if word == "default" || word == "all" => {
                return Ok(Table::names(&[self.ir()], word == "all"));
            }
            Columns::Word(word) => std::slice::from_ref(word),
            Columns::Names(names) => names,
        };
        let known = |name: &String| {
            let column = self.ir().columns.iter().find(|column| column.name == *name);
            column.map(|column| column.name.as_str()).ok_or_else(|| {
                let all = Table::names(&[self.ir()], true).join(", ");
                let zh = format!("columns：结果里没有「{name}」这一列；有的是：{all}");
                let en = format!("columns: results have no “{name}”; they have: {all}");
                refused::asked(py, &super::words::either(asked, zh, en))
            })
        };
        wanted.iter().map(known).collect()
    }
}

/// Which columns of results somebody asks for.
#[derive(FromPyObject)]
pub enum Columns {
    /// `"default"`, `"all"`, or one name.
    Word(String),
    /// Names.
    Names(Vec<String>),
}

#[pymethods]
impl Policy {
    #[new]
    #[pyo3(signature = (text, name, lang=None, files=None, settings=vec![]))]
    fn new(
        py: Python<'_>,
        text: String,
        name: &str,
        lang: Option<&str>,
        files: Option<Vec<(String, String)>>,
        settings: Vec<(String, String)>,
    ) -> PyResult<Policy> {
        let beside = files.map(|all| all.into_iter().map(|(name, text)| SourceFile::new(name, text)).collect());
        let settings = settings.into_iter().map(|(name, value)| Assigned { name, value }).collect();
        Policy::of(py, SourceFile::new(name, text), (settings, beside), lang)
    }

    /// The files that it uses, with their texts.
    #[getter]
    fn files(&self) -> Vec<(String, String)> {
        self.compiled.read().skip(1).map(|file| (file.name.clone(), file.written())).collect()
    }

    #[staticmethod]
    #[pyo3(signature = (path, lang=None))]
    fn read(py: Python<'_>, path: &str, lang: Option<&str>) -> PyResult<Policy> {
        if !std::path::Path::new(path).exists() {
            return Err(pyo3::exceptions::PyFileNotFoundError::new_err(path.to_owned()));
        }
        let text = DataSource::open(path).and_then(DataSource::policy).map_err(|problem| {
            let known = if lang == Some("en") { Tongue::En } else { Tongue::Zh };
            refused::data(py, &[problem], known)
        })?;
        Policy::of(py, SourceFile::new(path, text), (vec![], None), lang)
    }

    /// The same with other values for some params.
    #[pyo3(signature = (params, lang=None))]
    fn set(&self, py: Python<'_>, params: Vec<(String, String)>, lang: Option<&str>) -> PyResult<Policy> {
        let mut settings = self.settings.clone();
        for (name, value) in params {
            settings.retain(|set| set.name != name);
            settings.push(Assigned { name, value });
        }
        Policy::of(py, self.source.clone(), (settings, self.beside.clone()), lang)
    }

    #[getter]
    fn name(&self) -> &str {
        &self.source.name
    }

    #[getter]
    fn text(&self) -> String {
        self.source.written()
    }

    #[getter]
    fn title(&self) -> &str {
        &self.ir().header.title
    }

    #[getter]
    fn settings(&self) -> Vec<(String, String)> {
        self.settings.iter().map(|set| (set.name.clone(), set.value.clone())).collect()
    }

    #[pyo3(signature = (lang=None))]
    fn check<'py>(&self, py: Python<'py>, lang: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &refused::diagnostics(&self.compiled, tongue(lang, self.ir())?).into())
    }

    #[getter]
    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &described::fields(self.ir()))
    }

    #[getter]
    fn results<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &described::results(self.ir()))
    }

    #[getter]
    fn relations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &described::relations(self.ir()))
    }

    #[getter]
    fn input_schema(&self) -> borders::Schema {
        borders::Schema(schema::input(&Layout::records(self.ir())))
    }

    #[pyo3(signature = (columns))]
    fn result_schema(&self, py: Python<'_>, columns: Columns) -> PyResult<borders::Schema> {
        let names = self.names(py, &columns, self.ir().tongue())?;
        Ok(borders::Schema(schema::result(self.ir(), &names)))
    }

    /// The fields in which records agree that must stay together; nothing, where each stands alone.
    #[getter]
    fn together(&self) -> Option<Vec<String>> {
        let named = |slot: ir::SlotId| self.ir().slot(slot).map(|slot| slot.name.clone());
        self.ir().together().map(|slots| slots.into_iter().filter_map(named).collect())
    }

    /// The fields that tell one record from another.
    #[getter]
    fn identity(&self) -> Vec<String> {
        let named = |slot: ir::SlotId| self.ir().slot(slot).map(|slot| slot.name.clone());
        let keys: Vec<ir::SlotId> = self.ir().keys().collect();
        let period = self.ir().period().filter(|_| !keys.is_empty());
        keys.into_iter().chain(period).filter_map(named).collect()
    }

    #[getter]
    fn looks_back(&self) -> bool {
        self.ir().looks_back()
    }

    /// Runs the tests.
    #[pyo3(signature = (lang=None))]
    fn test<'py>(&self, py: Python<'py>, lang: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
        let (compiled, tongue) = (Arc::clone(&self.compiled), tongue(lang, self.ir())?);
        let outcomes = supervise(py, None, move |_| {
            let outcomes = testing::run(&compiled.policy);
            Json::Array(outcomes.iter().map(|outcome| described::outcome(&compiled, outcome, tongue)).collect())
        })?;
        object(py, &outcomes)
    }

    #[pyo3(signature = (table, with_=None, history=None, columns=None, floats=None, hold_back=false, progress=None, lang=None))]
    #[expect(clippy::too_many_arguments, reason = "they are the keywords of the call in Python")]
    fn evaluate<'py>(
        &self,
        py: Python<'py>,
        table: &Bound<'py, PyAny>,
        with_: Option<&Bound<'py, PyDict>>,
        history: Option<&Bound<'py, PyAny>>,
        columns: Option<Columns>,
        floats: Option<&str>,
        hold_back: bool,
        progress: Option<&Bound<'py, PyAny>>,
        lang: Option<&str>,
    ) -> PyResult<(borders::Table, Bound<'py, PyAny>)> {
        let asked = self.asked(floats, lang)?;
        let names = self.names(py, &columns.unwrap_or_else(|| Columns::Word("default".to_owned())), asked.tongue)?;
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let given = Given::of(self.ir(), table, (with_, history), asked)?;
        let compiled = Arc::clone(&self.compiled);
        let run = supervise(py, progress, move |pulse| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            run::run(&compiled, given, (&names, hold_back, asked.tongue), pulse)
        })?;
        let run::Run { table, summary } = run.map_err(|failure| failure.raised(py, asked.tongue))?;
        Ok((table, object(py, &summary)?))
    }

    #[pyo3(signature = (table, key, with_=None, history=None, floats=None, lang=None))]
    #[expect(clippy::too_many_arguments, reason = "they are the keywords of the call in Python")]
    fn why<'py>(
        &self,
        py: Python<'py>,
        table: &Bound<'py, PyAny>,
        key: Vec<String>,
        with_: Option<&Bound<'py, PyDict>>,
        history: Option<&Bound<'py, PyAny>>,
        floats: Option<&str>,
        lang: Option<&str>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = self.asked(floats, lang)?;
        let given = Given::of(self.ir(), table, (with_, history), asked)?;
        let compiled = Arc::clone(&self.compiled);
        let told = supervise(py, None, move |pulse| {
            let read = given.read(&compiled.policy, pulse)?;
            Ok(told::why(&compiled, read.inputs, &key, asked.tongue))
        })?;
        let told = told.map_err(|failure: Failure| failure.raised(py, asked.tongue))?;
        object(py, &told.map_err(|message| refused::asked(py, &message))?)
    }

    /// Of each row the part among so many to which it goes, the same wherever some fields are the same as they are read; null,
    /// where one does not read.
    #[pyo3(signature = (table, fields, count, lang=None))]
    fn parts(
        &self,
        py: Python<'_>,
        table: &Bound<'_, PyAny>,
        fields: Vec<String>,
        count: u32,
        lang: Option<&str>,
    ) -> PyResult<borders::Table> {
        let asked = self.asked(None, lang)?;
        let frame = super::frame::Frame::of(table, "table")?;
        frame.check(py, &Layout::records(self.ir()), asked)?;
        let compiled = Arc::clone(&self.compiled);
        let parts = supervise(py, None, move |pulse| parted::parts(&compiled.policy, frame, (&fields, count), pulse))?;
        parts.map_err(|failure| failure.raised(py, asked.tongue))
    }

    /// Refuses a table whose columns are not what the policy reads, without reading a row; gives those that it reads.
    #[pyo3(signature = (table, floats=None, lang=None))]
    fn admits(
        &self,
        py: Python<'_>,
        table: &Bound<'_, PyAny>,
        floats: Option<&str>,
        lang: Option<&str>,
    ) -> PyResult<Vec<String>> {
        let asked = self.asked(floats, lang)?;
        super::frame::Frame::of(table, "table")?.check(py, &Layout::records(self.ir()), asked)
    }
}
