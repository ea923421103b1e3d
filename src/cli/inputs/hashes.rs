//! The hashes of the policies and data of a run.

use serde_json::{Value as Json, json};

use crate::compile::Compiled;
use crate::io::sha256;

/// The SHA-256 of each file of a policy, as it stands on the disk: the policy first, then what it uses.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Hashes(Vec<(String, String)>);

impl Hashes {
    /// Those of a policy.
    pub fn of(compiled: &Compiled) -> Self {
        let hash = |text: String| sha256(text.as_bytes());
        Hashes(compiled.read().map(|file| (file.name.clone(), hash(file.written()))).collect())
    }

    /// Names and hashes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, hash)| (name.as_str(), hash.as_str()))
    }

    /// One for the whole: that of the only file; of several, the hash of theirs, a line each.
    pub fn whole(&self) -> String {
        match self.0.as_slice() {
            [(_, only)] => only.clone(),
            several => sha256(several.iter().map(|(_, hash)| format!("{hash}\n")).collect::<String>().as_bytes()),
        }
    }

    /// As the receipt lists them.
    pub fn json(&self) -> Json {
        self.iter().map(|(name, hash)| json!({ "file": name, "sha256": hash })).collect()
    }
}
