//! The arguments of the commands that make pages.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::changeable::Fields;
use super::reads::Reads;

/// `merit doc POLICY`
#[derive(Debug, Args)]
pub(super) struct Doc {
    pub policy: String,
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub page_in: Option<PathBuf>,
    #[arg(long = "format", value_enum, value_name = "markdown|html")]
    pub page_format: Option<PageFormat>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
}

/// The formats of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    Markdown,
    Html,
}

impl PageFormat {
    /// As it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            PageFormat::Markdown => "markdown",
            PageFormat::Html => "html",
        }
    }
}

/// `merit report POLICY… DATA… -o PATH`
#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub files: Vec<String>,
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub pages_in: Option<PathBuf>,
    #[arg(long)]
    pub statements: bool,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long = "against", value_name = "FILE")]
    pub earlier: Option<String>,
    #[arg(long = "names")]
    pub others: bool,
    #[command(flatten)]
    pub fields: Fields,
    #[command(flatten)]
    pub reads: Reads,
}
