//! What the file of a run can say.

use std::path::PathBuf;

use super::super::arguments::{HeadersFor, HoldBack};
use crate::source::{SourceFile, Span};

/// What a file says of a run, by the names of the options. Files are as the program finds them.
#[derive(Debug, Default)]
pub(in crate::cli) struct RunFile {
    pub policies: Vec<String>,
    pub data: Vec<String>,
    pub with: Vec<(String, Vec<String>)>,
    pub history: Vec<String>,
    pub set: Vec<(String, String)>,
    /// Where each param is named, and the file.
    pub set_at: Vec<(String, Span)>,
    pub file: Option<SourceFile>,
    pub output: Option<PathBuf>,
    pub columns: Option<String>,
    pub headers: Option<HeadersFor>,
    pub table: bool,
    pub rejects: Option<PathBuf>,
    pub receipt: Option<PathBuf>,
    pub strict: bool,
    pub hold_back: Option<HoldBack>,
    pub sheet: Option<String>,
    pub encoding: Option<String>,
    pub hidden_rows: bool,
    pub summary_only: bool,
}
