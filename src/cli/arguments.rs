//! The arguments and options of every command.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::changeable::Fields;
use super::paged::{Doc, Report};
use super::reads::Reads;

// Help texts stand in the locale files: `about-COMMAND` and `option-NAME`, see `help`.

/// The arguments of the program.
#[derive(Debug, Parser)]
#[command(name = "merit", version)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_enum, value_name = "zh|en")]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    Zh,
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(New),
    Check(Check),
    Eval(Box<Eval>),
    Why(Box<Why>),
    Reconcile(Box<Reconcile>),
    Next(Box<Next>),
    Replay(Box<Replay>),
    Test(Test),
    Cases(Cases),
    Cliffs(Box<Cliffs>),
    Diff(Diff),
    Doc(Doc),
    Report(Box<Report>),
    Repl(Repl),
    Schema(Schema),
    Fmt(Fmt),
    Explain(Explain),
    Completions(Completions),
    Man(Man),
    Help(Help),
}

/// `merit new [TEMPLATE] [FILE]`
#[derive(Debug, Args)]
pub(super) struct New {
    pub template: Option<String>,
    pub file: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `merit check POLICY…`
#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true, value_name = "POLICY")]
    pub policies: Vec<String>,
    #[arg(long, value_enum, default_value = "human", value_name = "human|json|sarif")]
    pub format: Format,
    #[arg(long, value_enum, value_name = "warnings")]
    pub deny: Option<Deny>,
    #[arg(long, conflicts_with_all = ["format", "settings"])]
    pub fix: bool,
    #[arg(long, value_enum, value_name = "all")]
    pub warn: Option<Warn>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
    #[arg(long)]
    pub together: bool,
    #[arg(long, conflicts_with_all = ["fix", "together"])]
    pub stats: bool,
}

/// The formats of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
}

/// What `--deny` refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    Warnings,
}

/// What `--warn` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Warn {
    All,
}

/// What `--hold-back` rejects besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HoldBack {
    Groups,
}

/// For whom `--headers` writes results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HeadersFor {
    Names,
    Titles,
}

/// `merit schema POLICY`
#[derive(Debug, Args)]
pub(super) struct Schema {
    pub policy: String,
    #[arg(long = "template", value_enum, value_name = "xlsx|csv")]
    pub empty_sheet: Option<SheetFormat>,
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub described_in: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// The formats of an empty sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SheetFormat {
    Xlsx,
    Csv,
}

impl SheetFormat {
    /// What its files end in.
    pub fn ending(self) -> &'static str {
        match self {
            SheetFormat::Xlsx => "xlsx",
            SheetFormat::Csv => "csv",
        }
    }
}

/// `merit fmt FILE…`
#[derive(Debug, Args)]
pub(super) struct Fmt {
    #[arg(required_unless_present = "stdin", value_name = "FILE")]
    pub sources: Vec<String>,
    #[arg(long)]
    pub check: bool,
    #[arg(long)]
    pub diff: bool,
    #[arg(long, conflicts_with = "sources")]
    pub stdin: bool,
    #[arg(long, value_enum, value_name = "zh|en")]
    pub keywords: Option<Lang>,
    #[arg(long = "range", value_name = "LINES")]
    pub range: Option<String>,
}

/// `merit explain [CODE]`
#[derive(Debug, Args)]
pub(super) struct Explain {
    pub code: Option<String>,
}

/// `merit completions SHELL`
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `merit man [COMMAND] [-o DIR]`
#[derive(Debug, Args)]
pub(super) struct Man {
    #[arg(value_name = "COMMAND", conflicts_with = "folder")]
    pub page: Option<String>,
    #[arg(short = 'o', long = "output", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// `merit help [COMMAND]`
#[derive(Debug, Args)]
pub(super) struct Help {
    #[arg(value_name = "COMMAND")]
    pub about: Option<String>,
}

/// `merit eval POLICY DATA…`, or `merit eval --run FILE.toml`
#[derive(Debug, Default, Args)]
pub(super) struct Eval {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub files: Vec<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub reads: Reads,
    #[arg(long, value_name = "A,B|all")]
    pub columns: Option<String>,
    #[arg(long, value_enum, value_name = "names|titles")]
    pub headers: Option<HeadersFor>,
    #[arg(long, conflicts_with_all = ["output", "summary_only"])]
    pub table: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_enum, value_name = "groups")]
    pub hold_back: Option<HoldBack>,
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    #[arg(long, conflicts_with = "output")]
    pub summary_only: bool,
    #[arg(long)]
    pub reference: bool,
    #[arg(long, conflicts_with = "reference")]
    pub explain_plan: bool,
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
}

/// `merit why POLICY… DATA… KEY…`
#[derive(Debug, Args)]
pub(super) struct Why {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub asked: Vec<String>,
    #[arg(long, value_enum, default_value = "statement", value_name = "line|statement|all")]
    pub depth: Depth,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[arg(long = "all")]
    pub everybody: bool,
    #[arg(long = "next", value_name = "N")]
    pub most: Option<usize>,
    #[command(flatten)]
    pub fields: Fields,
    #[command(flatten)]
    pub reads: Reads,
}

/// `merit next POLICY… DATA… KEY…`
#[derive(Debug, Args)]
pub(super) struct Next {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub asked: Vec<String>,
    #[arg(long = "next", value_name = "N")]
    pub most: Option<usize>,
    #[command(flatten)]
    pub fields: Fields,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[command(flatten)]
    pub reads: Reads,
}

/// `merit reconcile POLICY… DATA… --against SHEET`
#[derive(Debug, Args)]
pub(super) struct Reconcile {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub files: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub against: String,
    #[arg(long = "against-sheet", value_name = "SHEET")]
    pub sheet_of_theirs: Option<String>,
    #[arg(long = "map", value_name = "OURS=THEIRS")]
    pub map: Vec<String>,
    #[arg(long = "period", value_name = "2024-03")]
    pub of_period: Option<String>,
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub marked_in: Option<PathBuf>,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[command(flatten)]
    pub reads: Reads,
}

/// `merit replay RECEIPT [POLICY… DATA…]`
#[derive(Debug, Args)]
pub(super) struct Replay {
    #[arg(required_unless_present = "run", value_name = "FILE")]
    pub replayed: Vec<String>,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[command(flatten)]
    pub reads: Reads,
    /// The receipt that the file of the run names.
    #[arg(skip)]
    pub kept: Option<String>,
}

/// How much is told of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Depth {
    Line,
    Statement,
    All,
}

/// For whom something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    Human,
    Json,
}

/// `merit test POLICY…`
#[derive(Debug, Args)]
pub(super) struct Test {
    #[arg(required = true, value_name = "POLICY")]
    pub policies: Vec<String>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub from: Vec<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long)]
    pub sheet: Option<String>,
    #[arg(long)]
    pub coverage: bool,
    #[arg(long)]
    pub marked: bool,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
}

/// `merit cliffs POLICY [DATA…]`
#[derive(Debug, Args)]
pub(super) struct Cliffs {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[command(flatten)]
    pub reads: Reads,
}

/// `merit cases POLICY`
#[derive(Debug, Args)]
pub(super) struct Cases {
    pub policy: String,
    #[arg(short = 'o', long = "output", value_name = "FILE", conflicts_with = "mutants")]
    pub cases_in: Option<PathBuf>,
    #[arg(long)]
    pub mutants: bool,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
    #[arg(long)]
    pub force: bool,
}

/// `merit diff OLD NEW [DATA…]`
#[derive(Debug, Args)]
pub(super) struct Diff {
    #[arg(required = true, value_name = "FILE")]
    pub compared: Vec<String>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
    #[arg(long = "set-new", value_name = "PARAM=VALUE")]
    pub new_settings: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long = "fail-if", value_name = "TEXT")]
    pub fail_if: Vec<String>,
    #[arg(long = "with", value_name = "NAME=FILE")]
    pub with: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub history: Vec<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long)]
    pub sheet: Option<String>,
    #[arg(long)]
    pub hidden_rows: bool,
    #[arg(long = "format", value_enum, default_value = "human", value_name = "human|json")]
    pub shape: Shape,
}

/// `merit repl [POLICY] [--data FILE]`
#[derive(Debug, Args)]
pub(super) struct Repl {
    pub policy: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub data: Option<String>,
    #[arg(long = "with", value_name = "NAME=FILE")]
    pub with: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub history: Vec<String>,
    #[arg(short = 'c', long = "command", value_name = "LINE", allow_hyphen_values = true)]
    pub lines: Vec<String>,
}
