//! Which fields somebody could change, as it is said on the command line.

use clap::Args;

/// `--fixed NAME,… --only NAME,…`
#[derive(Debug, Args)]
pub(super) struct Fields {
    #[arg(long, value_name = "NAME")]
    pub fixed: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
}
