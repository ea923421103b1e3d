//! A policy that is not whole yet: weights that do not add up, or rows that do not fit each other. Each change is kept, and
//! what is still missing told, until the policy can be evaluated.

use super::Session;
use super::named::{self, Rows};
use super::weights::{self, errors};
use crate::compile::Compiled;
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::render::{texts, wrap};
use crate::source::Span;
use crate::syntax::ast::Item;

/// What may be wrong with rows while one after the other is changed.
const ROWS: [Code; 3] = [Code::Gap, Code::Overlap, Code::DeadRow];

/// Whether a policy waits for the next change of a weight or row: what was changed is right in itself, and what is wrong
/// elsewhere may follow from what is still missing.
pub(super) fn waits(compiled: &Compiled, changed: &[&str]) -> bool {
    let own = |told: &Diagnostic| changed.iter().any(|name| is_in(compiled, name, told.span));
    !compiled.accepted() && errors(compiled).any(is_open) && errors(compiled).all(|told| is_open(told) || !own(told))
}

/// The same where the rows fit and weights alone are missing.
pub(super) fn waits_for_weights(compiled: &Compiled, changed: &[&str]) -> bool {
    waits(compiled, changed) && !errors(compiled).any(|told| ROWS.contains(&told.code))
}

fn is_open(told: &Diagnostic) -> bool {
    told.code == Code::WeightSum || ROWS.contains(&told.code)
}

/// Whether a place is in what has rows or a weight, or in a param, of that name; of what is not there any longer, every one.
fn is_in(compiled: &Compiled, name: &str, place: Span) -> bool {
    let file = &compiled.file;
    let params = file.items.iter().filter(|item| matches!(item, Item::Param(param) if param.name.text == name));
    let mut spans: Vec<Span> = params.map(Item::span).chain(named::weight(file, name)).collect();
    if let Some(rows) = named::rows(file, name) {
        spans.push(rows.span);
        spans.extend(rows.rows.iter().map(|row| row.span));
    }
    spans.is_empty() || spans.into_iter().any(|span| holds(span, place))
}

fn holds(span: Span, place: Span) -> bool {
    span.file == place.file && span.start <= place.start && place.end <= span.end
}

/// What is still missing.
pub(super) fn told(session: &Session) -> String {
    let compiled = &session.now.compiled;
    match errors(compiled).any(is_open) {
        true => weights::told(session) + &rows_told(session),
        false => session.say("repl-still-wrong", &[("count", compiled.count(Severity::Error).into())]),
    }
}

/// What the rows of each table lack, the rows as they stand, and the change that would mend one of it.
fn rows_told(session: &Session) -> String {
    let compiled = &session.now.compiled;
    let open: Vec<&Diagnostic> = errors(compiled).filter(|told| ROWS.contains(&told.code)).collect();
    let of_table = |rows: Rows| {
        let told: Vec<&Diagnostic> = open.iter().copied().filter(|told| is_of(&rows, told.span)).collect();
        let mut text: String = told.iter().enumerate().map(|(at, told)| message(session, told, at > 0)).collect();
        if !text.is_empty() {
            text += &rows.listed(&compiled.sources);
        }
        let next = told.iter().find_map(|told| next(compiled, &rows, told));
        text + &next.map_or_else(String::new, |typed| session.say("repl-rows-next", &[("typed", typed.into())]))
    };
    named::all_rows(&compiled.file).into_iter().map(of_table).collect()
}

fn message(session: &Session, told: &Diagnostic, too: bool) -> String {
    let message = texts(told, session.look.tongue).message;
    let id = if too { "repl-rows-open-too" } else { "repl-rows-open" };
    let told = session.say(id, &[("message", Arg::from(message))]);
    wrap(told.trim_end(), session.look.width).join("\n") + "\n"
}

/// Whether a place is in a table.
fn is_of(rows: &Rows, place: Span) -> bool {
    holds(rows.span, place) || rows.rows.iter().any(|row| holds(row.span, place))
}

/// The edit of a message as it is typed: `等级.B = [80, 90)`.
fn next(compiled: &Compiled, rows: &Rows, told: &Diagnostic) -> Option<String> {
    let [edit] = told.edits.as_slice() else { return None };
    let (at, patterns) = rows.rows.iter().enumerate().find_map(|(at, row)| {
        let patterns = row.patterns.first()?.span.to(row.patterns.last()?.span);
        let inside = patterns.start <= edit.span.start && edit.span.end <= patterns.end;
        (inside && patterns.file == edit.span.file).then_some((at, patterns))
    })?;
    let (lead, end) = (Span { end: edit.span.start, ..patterns }, Span { start: edit.span.end, ..patterns });
    let slice = |span| compiled.sources.slice(span);
    Some(format!("{} = {}{}{}", rows.called(at), slice(lead), edit.text, slice(end)))
}
