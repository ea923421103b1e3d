//! What files are called: the ending of a name tells more than one reader what to expect.

use std::path::Path;

/// What files of data are called; `txt` may be any text.
pub const DATA: [&str; 11] = ["csv", "tsv", "tab", "json", "jsonl", "ndjson", "xlsx", "xlsm", "xls", "ods", "parquet"];
/// What is added to the name of a file that is packed.
const PACKED: [&str; 3] = ["gz", "gzip", "zst"];

/// The ending of a name in small letters; that of what is packed, so that of `march.csv.gz` is `csv`.
pub fn ending(name: &str) -> String {
    let of = |name: &Path| name.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let path = Path::new(name);
    match of(path) {
        Some(packed) if PACKED.contains(&packed.as_str()) => path.file_stem().map(Path::new).and_then(of),
        other => other,
    }
    .unwrap_or_default()
}
