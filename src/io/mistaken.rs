//! Files given for what they are not: data in the place of a policy, a policy in the place of data.

use std::sync::Arc;

use super::{DATA, ending};
use crate::data::Problem;
use crate::diagnostic::Code;

/// What other documents are called.
const OF_DOCUMENTS: [&str; 6] = ["doc", "docx", "wps", "pdf", "odt", "rtf"];
/// The words with which a policy begins.
const OPENINGS: [&str; 2] = ["policy", "方案"];

/// What a file is that was given as a policy and is none, as far as its first bytes, its first lines or its name tell.
pub(super) fn as_policy(file: &Arc<str>, bytes: &[u8]) -> Option<Problem> {
    let ending = ending(file);
    let called = |endings: &[&str]| endings.contains(&ending.as_str());
    let text = std::str::from_utf8(bytes).ok();
    let variant = match () {
        () if text.is_some_and(is_policy) => return None,
        () if bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf") || called(&OF_DOCUMENTS) => "is-document",
        () if is_packed(bytes) && called(&["merit"]) => "is-renamed",
        () if is_packed(bytes) => "is-workbook",
        () if text.is_some_and(is_table) && called(&["merit"]) => "is-renamed",
        () if called(&DATA) || text.is_some_and(is_table) => "is-data",
        () => return None,
    };
    Some(Problem::new(Code::Usage, variant, file).arg("file", file.as_ref()))
}

/// Whether a text begins as a policy does.
pub(super) fn is_policy(text: &str) -> bool {
    let first = lines(text).next().unwrap_or_default();
    OPENINGS
        .iter()
        .filter_map(|word| first.strip_prefix(word))
        .any(|rest| rest.trim_start().starts_with(['"', '“', '{']))
}

/// Whether the first bytes are those of an archive or a compound file, as workbooks are.
fn is_packed(bytes: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0"].iter().any(|mark| bytes.starts_with(*mark))
}

/// Whether the first lines are those of a table or of JSON: as many separators in each, and nothing that a declaration has.
fn is_table(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).take(3).collect();
    if ["{\"", "[{\""].iter().any(|opening| packed.starts_with(opening)) {
        return true;
    }
    let cells = |line: &str| [',', '\t', ';'].map(|separator| line.matches(separator).count());
    let mut lines = lines(text).map(|line| (cells(line), line.contains(['{', '}', '=', '('])));
    match (lines.next(), lines.next()) {
        (Some((first, false)), Some((second, _))) => first == second && first.iter().any(|count| *count > 0),
        _ => false,
    }
}

/// The lines that are neither blank nor comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
