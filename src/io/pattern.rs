//! Files that are named by a pattern.

use std::path::Path;

/// The files that a pattern such as `2026-*.csv` names, in order of their names; none, where the text is the name of a
/// file, is no pattern, or fits no file.
pub fn matching(pattern: &str) -> Vec<String> {
    if !pattern.contains(['*', '?', '[']) || Path::new(pattern).exists() {
        return vec![];
    }
    let paths = glob::glob(pattern).into_iter().flatten().flatten();
    paths.filter(|path| path.is_file()).map(|path| path.to_string_lossy().into_owned()).collect()
}
