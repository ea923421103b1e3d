//! A folder of earlier results, each with the receipt of its run: a file that was changed since is refused.

use crate::data::Problem;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;

use super::super::file::refused;
use super::super::{DATA, DataSource, ending};
use crate::diagnostic::Code;
use crate::ir::Policy;

/// Results of earlier runs, and what someone should look at.
pub type Earlier = (Vec<DataSource>, Vec<Problem>);

/// The results that `--history` names: a file, or every one of a folder that its receipt vouches for. Those of
/// policies with another title are left aside.
pub fn earlier(policy: &Policy, policy_hash: &str, name: &str) -> Result<Earlier, Vec<Problem>> {
    let path = Path::new(name);
    if !path.is_dir() {
        return DataSource::open(name).map(|source| (vec![source], vec![])).map_err(|problem| vec![problem]);
    }
    let files = listed(path).map_err(|error| vec![refused(name, "read", &error)])?;
    let mut folder =
        Folder { policy, policy_hash, sources: vec![], notices: vec![], problems: vec![], vouched: vec![] };
    let receipts: Vec<(&PathBuf, Json)> =
        files.iter().filter_map(|file| Some((file, receipt(&fs::read(file).ok()?)?))).collect();
    for (_, receipt) in &receipts {
        folder.take(path, receipt);
    }
    let is_receipt = |file: &PathBuf| receipts.iter().any(|(receipt, _)| *receipt == file);
    let without = files.iter().filter(|file| !is_receipt(file) && !folder.vouched.contains(*file));
    let without = without.map(|file| Problem::new(Code::BadHistory, "no-receipt", &named(file)));
    let without: Vec<Problem> = without.collect();
    folder.problems.extend(without);
    match folder.problems.is_empty() {
        true => Ok((folder.sources, folder.notices)),
        false => Err(folder.problems),
    }
}

/// A folder as far as it is looked through.
struct Folder<'p> {
    policy: &'p Policy,
    policy_hash: &'p str,
    sources: Vec<DataSource>,
    notices: Vec<Problem>,
    problems: Vec<Problem>,
    /// The files of which a receipt tells.
    vouched: Vec<PathBuf>,
}

impl Folder<'_> {
    /// Takes the results that a receipt is of. Those of another policy are left aside.
    fn take(&mut self, folder: &Path, receipt: &Json) {
        let text = |keys: &[&str]| {
            let found = keys.iter().try_fold(receipt, |json, key| json.get(key));
            found.and_then(Json::as_str).map(str::to_owned)
        };
        let Some(name) = text(&["results", "file"]) else { return };
        let Some(file) = Path::new(&name).file_name().map(|name| folder.join(name)) else { return };
        self.vouched.push(file.clone());
        let versions = versions(receipt, &self.policy.header.title);
        if versions.as_ref().is_some_and(Vec::is_empty) {
            return;
        }
        let source = match DataSource::open(&file.to_string_lossy()) {
            Ok(source) => source,
            Err(problem) => return self.problems.push(problem),
        };
        if text(&["results", "sha256"]).as_deref() != Some(source.sha256().as_str()) {
            return self.problems.push(Problem::new(Code::BadHistory, "changed", &named(&file)));
        }
        if !versions.is_some_and(|versions| versions.contains(&self.policy_hash)) {
            self.notices.push(Problem::new(Code::OtherVersion, "", &named(&file)));
        }
        self.sources.push(source);
    }
}

/// The hashes of the policies of that title by which a run was made; nothing, where the receipt names no policy.
fn versions<'r>(receipt: &'r Json, title: &str) -> Option<Vec<&'r str>> {
    let one = receipt.get("policy").map(std::slice::from_ref);
    let policies = one.or_else(|| receipt.get("policies").and_then(Json::as_array).map(Vec::as_slice))?;
    let of = |policy: &'r Json, key: &str| policy.get(key).and_then(Json::as_str);
    let titled = policies.iter().filter(|policy| of(policy, "title").is_none_or(|known| known == title));
    Some(titled.map(|policy| of(policy, "sha256").unwrap_or_default()).collect())
}

/// The files of a folder that may be results or receipts, by name.
fn listed(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let paths = entries?.into_iter().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| DATA.contains(&ending(&path.to_string_lossy()).as_str())).collect();
    files.sort();
    Ok(files)
}

/// A receipt of this program.
fn receipt(bytes: &[u8]) -> Option<Json> {
    let json: Json = serde_json::from_slice(bytes).ok()?;
    (json.get("program")?.get("name")?.as_str()? == "merit").then_some(json)
}

fn named(file: &Path) -> Arc<str> {
    Arc::from(file.to_string_lossy().as_ref())
}
