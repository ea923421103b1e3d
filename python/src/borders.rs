//! The border to other programs' tables: the Arrow C interface, as capsules of Python. All `unsafe` stands here.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

/// The stream of anything that gives one.
pub fn stream(object: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let export = object.getattr_opt("__arrow_c_stream__")?.ok_or_else(|| {
        let kind = object.get_type().to_string();
        PyTypeError::new_err(format!(
            "{kind} gives no Arrow stream: hand over a frame of Polars or pandas, a relation of DuckDB, a table of pyarrow, \
             or anything else with __arrow_c_stream__"
        ))
    })?;
    let capsule = export.call0()?;
    let capsule = capsule.cast::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a stream as the Arrow PyCapsule interface says, and lives until the end of this
    // function. Taking the stream out leaves one there that is released, so that nobody frees it twice.
    #[expect(unsafe_code, reason = "a capsule holds a bare pointer")]
    let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr()) };
    reader.map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Rows by their columns, for whatever reads Arrow: `pyarrow.table(it)`, `polars.DataFrame(it)`, `duckdb.from_arrow(it)`.
#[pyclass(frozen, module = "merit")]
pub struct Table {
    pub schema: SchemaRef,
    pub batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The Arrow C stream of the rows; it may be asked for many times.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer give its own schema, whatever is asked for.
        drop(requested_schema);
        let batches: Vec<Result<RecordBatch, ArrowError>> = self.batches.iter().cloned().map(Ok).collect();
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
    }

    /// The Arrow C schema of the rows.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        exported(py, &self.schema)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __repr__(&self) -> String {
        format!("<merit.Table: {} rows of {} columns>", self.__len__(), self.schema.fields().len())
    }
}

/// What the columns of a table are, for whatever reads Arrow: `pyarrow.schema(it)`.
#[pyclass(frozen, module = "merit")]
pub struct Schema(pub SchemaRef);

#[pymethods]
impl Schema {
    /// The Arrow C schema.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        exported(py, &self.0)
    }

    /// The names of the columns.
    #[getter]
    fn names(&self) -> Vec<String> {
        self.0.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.0.fields().len()
    }

    fn __repr__(&self) -> String {
        let fields = self.0.fields().iter();
        let fields: Vec<String> =
            fields.map(|field| format!("{}: {}", field.name(), super::words::arrow(field.data_type()))).collect();
        format!("<merit.Schema: {}>", fields.join(", "))
    }
}

fn exported<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    let schema =
        FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|error| PyValueError::new_err(error.to_string()))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}
