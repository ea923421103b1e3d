//! Completions of the names of files.

use std::fs;
use std::path::Path;

use super::Candidate;

/// Ends of the names of policies.
pub(super) const POLICIES: &[&str] = &["merit"];
/// Ends of the names of data.
pub(super) const DATA: &[&str] =
    &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json", "jsonl", "ndjson", "parquet"];
/// So many names of a folder are looked at.
const MOST_ENTRIES: usize = 10_000;

/// The files with one of these ends, and the folders, whose name begins so; a path counts from `base`.
pub(super) fn complete(base: &str, typed: &str, ends: &[&str]) -> Vec<Candidate> {
    let (folder, begun) = typed.rsplit_once('/').map_or(("", typed), |(folder, begun)| (folder, begun));
    let root = if typed.starts_with('/') && folder.is_empty() { "/" } else { folder };
    let place = Path::new(if base.is_empty() { "." } else { base }).join(root);
    let Ok(entries) = fs::read_dir(place) else { return vec![] };
    let mut found: Vec<Candidate> = vec![];
    for entry in entries.take(MOST_ENTRIES).filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') && !begun.starts_with('.');
        if hidden || !name.starts_with(begun) {
            continue;
        }
        let is_folder = entry.path().is_dir();
        let fits = ends.iter().any(|end| name.to_lowercase().ends_with(&format!(".{end}")));
        if is_folder || fits {
            let shown = if is_folder { format!("{name}/") } else { name };
            let lead = typed.get(..typed.len() - begun.len()).unwrap_or("");
            found.push(Candidate { text: format!("{lead}{shown}"), shown });
        }
    }
    found.sort_by(|a, b| a.shown.cmp(&b.shown));
    found
}
