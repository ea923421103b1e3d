use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

// Help texts stand in the locale files: `about-COMMAND` and `option-NAME`, see `help`.

/// The arguments of the program.
#[derive(Debug, Parser)]
#[command(name = "merit", version)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_enum)]
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
    Explain(Explain),
    Completions(Completions),
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
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
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

/// `merit explain CODE`
#[derive(Debug, Args)]
pub(super) struct Explain {
    pub code: String,
}

/// `merit completions SHELL`
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
