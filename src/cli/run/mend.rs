//! The text of the file of a run, and how lines that cannot be read were most probably meant.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::slip::{span, wrong};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

/// Keys and values, and a slip for each line that cannot be read. Names in Chinese need no quotation marks.
pub(super) fn parsed(file: &SourceFile) -> (Spanned<DeTable<'_>>, Vec<Diagnostic>) {
    let (table, places) = attempt(&file.text);
    let mut lines: Vec<usize> = places.iter().map(|at| file.place(*at).line).collect();
    lines.dedup();
    let mut told = vec![];
    for line in lines {
        let (slip, known) = slip(file, line);
        told.push(slip);
        // What nobody knows how to mend may be what makes the lines below it unreadable.
        if !known {
            break;
        }
    }
    (table, told)
}

/// The table, and where something cannot be read.
fn attempt(text: &str) -> (Spanned<DeTable<'_>>, Vec<usize>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let named = |error: &toml::de::Error| {
        let at = error.span().and_then(|at| text.get(at)).unwrap_or_default();
        error.message().starts_with("invalid unquoted key") && !at.is_empty() && at.chars().all(char::is_alphanumeric)
    };
    let wrong = errors.into_iter().filter(|error| !named(error));
    let mut places: Vec<usize> = wrong.map(|error| error.span().map_or(0, |at| at.start)).collect();
    places.sort_unstable();
    (table, places)
}

/// The line as it was most probably meant.
type Mend = fn(&str) -> String;

/// What is told of a line, and how it is mended of that.
const MENDS: [(&str, Mend); 5] = [
    ("run-wide", narrowed),
    ("run-colon", with_equals),
    ("run-backslash", with_single_quotes),
    ("run-bare", with_quotes),
    ("run-name", with_quoted_name),
];

/// What is wrong with a line, and whether it is known how it was meant.
fn slip(file: &SourceFile, number: usize) -> (Diagnostic, bool) {
    let (line, range) = (file.line(number), file.line_range(number));
    let lead = line.len() - line.trim_start().len();
    let (start, written) = (range.start + lead, line.trim());
    let place = span(start..start + written.len());
    if is_again(file, number, written) {
        let key = written.split('=').next().unwrap_or_default().trim();
        return (wrong("run-again", place).arg("key", key), true);
    }
    let (mut mended, mut variant) = (written.to_owned(), "");
    for (name, mend) in MENDS {
        let next = mend(&mended);
        if next != mended && variant.is_empty() {
            variant = name;
        }
        mended = next;
    }
    let text = |line: &str| {
        [file.text.get(..start), Some(line), file.text.get(start + written.len()..)]
            .map(Option::unwrap_or_default)
            .concat()
    };
    let after = text(&mended);
    let reads = !attempt(&after).1.iter().any(|at| file.with_text(&*after).place(*at).line == number);
    match reads && mended != written {
        true => (wrong(variant, place).edit(place, mended), true),
        false => (wrong("run-line", place), false),
    }
}

/// Whether the line would read in a file of its own: what it says has been said above it.
fn is_again(file: &SourceFile, number: usize, written: &str) -> bool {
    let before = file.text.get(..file.line_range(number).start).unwrap_or_default();
    written.contains('=') && attempt(written).1.is_empty() && attempt(before).1.is_empty()
}

/// Full-width signs as TOML has them, outside of quotation marks.
fn narrowed(line: &str) -> String {
    let mut open = None;
    let sign = |c: char| match c {
        _ if open == Some('"') && matches!(c, '“' | '”' | '＂' | '"') => {
            open = None;
            '"'
        }
        _ if open == Some('\'') && matches!(c, '‘' | '’' | '\'') => {
            open = None;
            '\''
        }
        _ if open.is_some() => c,
        '“' | '”' | '＂' | '"' => *open.insert('"'),
        '‘' | '’' | '\'' => *open.insert('\''),
        '＝' => '=',
        '，' | '、' => ',',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '＃' => '#',
        '\u{3000}' => ' ',
        c => c,
    };
    line.chars().map(sign).collect()
}

/// `data: …` and `data：…` with an equals sign.
fn with_equals(line: &str) -> String {
    match line.split_once([':', '：']) {
        Some((key, value)) if !key.contains(['=', '"', '\'', '[']) => format!("{} = {}", key.trim(), value.trim()),
        _ => line.to_owned(),
    }
}

/// In double quotation marks a backslash begins a sign of its own; in single ones it stands for itself.
fn with_single_quotes(line: &str) -> String {
    let is_path = line.contains('\\') && !line.contains('\'');
    if is_path { line.replace('"', "'") } else { line.to_owned() }
}

/// A value, or the items of a list, in quotation marks.
fn with_quotes(line: &str) -> String {
    let Some((key, value)) = line.split_once('=') else { return line.to_owned() };
    let value = value.split(" #").next().unwrap_or_default().trim();
    let quoted = |text: &str| match DeValue::parse(text).is_ok() {
        true => text.to_owned(),
        false => format!("\"{}\"", text.trim_matches('"')),
    };
    let items = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let items = items.or_else(|| value.contains(',').then_some(value));
    let value = match items {
        Some(items) => {
            let items = items.split(',').map(str::trim).filter(|item| !item.is_empty());
            format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
        }
        None if value.is_empty() || value.starts_with(['[', '{']) => return line.to_owned(),
        // One mark alone was never closed.
        None if value.starts_with('"') && value.matches('"').count() == 1 => format!("{value}\""),
        None => quoted(value),
    };
    format!("{} = {value}", key.trim())
}

/// A name with signs in it, such as `客单价(元)`, in quotation marks.
fn with_quoted_name(line: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    match line.split_once('=').map(|(key, value)| (key.trim(), value.trim())) {
        Some((key, value)) if !key.is_empty() && !key.contains(['"', '\'', '[']) && !key.chars().all(plain) => {
            format!("\"{key}\" = {value}")
        }
        _ => line.to_owned(),
    }
}
