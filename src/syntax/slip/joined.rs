//! `batch = "b4" shifts { … }`: entries on one line that no `;` parts.

use pest::Parser;

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::grammar::{Grammar, Rule};

/// Tells entries of which each reads, though not all of them as one.
pub fn lines(piece: &Piece) -> Option<Diagnostic> {
    let rule = match piece.place {
        Place::Item => Rule::joined_items,
        Place::Header => Rule::joined_header,
        Place::Field => Rule::joined_lines,
        Place::Score => Rule::joined_scores,
        Place::PayLine => Rule::joined_pay,
        Place::Assignment => Rule::joined_givens,
        // Rows and conditions have slips of their own that look so.
        Place::Row | Place::GradeRow | Place::Condition | Place::Expression => return None,
    };
    let read = Grammar::parse(rule, piece.text).ok()?.next()?;
    let bytes = |entry: pest::iterators::Pair<Rule>| {
        let (start, end) = (entry.as_span().start(), entry.as_span().end());
        piece.bytes(start, start + piece.text.get(start..end).map_or(0, |text| text.trim_end().len()))
    };
    let entries: Vec<_> = read.into_inner().filter(|entry| entry.as_rule() != Rule::EOI).map(bytes).collect();
    let [first, second, rest @ ..] = entries.as_slice() else { return None };
    let found = piece.slice(*second).split_whitespace().next().unwrap_or("").to_owned();
    let told = Diagnostic::new(Code::RowsOnOneLine, *second).variant("entries").arg("found", found);
    let Some(last) = rest.last() else { return Some(told.safe_edit(first.after(), ";")) };
    let between = entries.iter().skip(1).take(rest.len()).map(|entry| piece.slice(*entry));
    let text: String = between.map(|entry| format!("; {entry}")).collect();
    Some(told.safe_edit(first.after().to(last.before()), format!("{text}; ")))
}
