//! The tongue in which a policy spells amounts, for what remedies propose.

use std::collections::BTreeSet;

use crate::quantity::{Tongue, holds_chinese, is_magnitude};
use crate::source::{FileId, Sources};
use crate::syntax::ast;

/// The tongue of the first amount; where there is none, that of names and keywords.
pub(super) fn of(sources: &Sources, file: &ast::File) -> Tongue {
    let files: BTreeSet<FileId> = file.items.iter().filter_map(super::place).map(|span| span.file).collect();
    let lines = files.into_iter().filter_map(|id| sources.get(id)).flat_map(|file| file.text.lines());
    let words: String = lines.flat_map(|line| [unquoted(line), "\n".to_owned()]).collect();
    match first_amount(&words) {
        Some(tongue) => tongue,
        None if holds_chinese(&words) => Tongue::Zh,
        None => Tongue::En,
    }
}

/// A line without its comment and its strings.
fn unquoted(line: &str) -> String {
    let outside = line.split(['"', '“', '”']).step_by(2).collect::<Vec<_>>().join(" ");
    outside.split(['#', '＃']).next().unwrap_or_default().to_owned()
}

fn first_amount(words: &str) -> Option<Tongue> {
    let units = [("元", Tongue::Zh), ("CNY", Tongue::En)];
    let places =
        units.into_iter().flat_map(|(unit, tongue)| words.match_indices(unit).map(move |(at, _)| (at, tongue)));
    let counted = |at: usize| {
        let before =
            words.get(..at).unwrap_or_default().trim_end_matches(|c| matches!(c, ' ' | '\u{3000}') || is_magnitude(c));
        before.ends_with(char::is_numeric)
    };
    places.filter(|(at, _)| counted(*at)).min_by_key(|(at, _)| *at).map(|(_, tongue)| tongue)
}
