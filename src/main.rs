//! The `merit` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    merit::cli::run(std::env::args_os()).into()
}
