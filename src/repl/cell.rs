//! What a row answers, changed by itself: `等级.A = 1800元`, `等级.A.奖金 = 1800元`.

use super::named::Rows;
use super::replace::{self, Told};
use super::{Answer, Session};
use crate::diagnostic::Arg;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::ast::{Item, PatternKind, Row, RowValue};
use crate::syntax::parse;

/// Whether a text is one or more bounds, which only a pattern can be; a value may be a pattern or an answer.
pub(super) fn is_bounds(text: &str) -> bool {
    let source = SourceFile::new("", format!("table t by x -> y : value {{\n {text} => 0\n}}\n"));
    let parsed = parse(FileId::default(), &source);
    parsed.file.items.iter().any(|item| match item {
        Item::Table(table) => table
            .rows
            .iter()
            .flat_map(|row| &row.patterns)
            .any(|pattern| !matches!(pattern.kind, PatternKind::Values(_) | PatternKind::Invalid)),
        _ => false,
    })
}

/// Whether the patterns of a row are bounds.
pub(super) fn has_bounds(row: &Row) -> bool {
    row.patterns.iter().any(|pattern| matches!(pattern.kind, PatternKind::Interval(_) | PatternKind::Compare(..)))
}

/// The piece that another answer makes of a row: nothing where it has several, or none.
pub(super) fn only(session: &Session, rows: &Rows, at: usize, text: &str) -> Option<Told> {
    match rows.rows.get(at)?.values.as_slice() {
        [value] => Some(replace::told(session, &rows.called(at), span(value), text)),
        _ => None,
    }
}

/// `等级.A.奖金 = 1800元`
pub(super) fn set(session: &mut Session, what: &str, (rows, at): (&Rows, usize), name: &str, text: &str) -> Answer {
    let place = rows.outputs.iter().position(|output| output == name);
    let value = place.and_then(|place| rows.rows.get(at)?.values.get(place));
    let Some(value) = value else { return no_output(session, rows, at, name) };
    let told = replace::told(session, &format!("{}.{name}", rows.called(at)), span(value), text);
    replace::replaced(session, what, vec![told])
}

/// That a row has several answers, of which one must be named.
pub(super) fn several(session: &Session, rows: &Rows, at: usize, text: &str) -> Option<Answer> {
    let first = rows.outputs.first().filter(|_| rows.rows.get(at).is_some_and(|row| row.values.len() > 1))?;
    let typed = format!("{}.{first} = {text}", rows.called(at));
    let args = [("name", rows.called(at).into()), ("names", names(rows)), ("typed", typed.into())];
    Some(Answer::usage(session.say("repl-several-outputs", &args)))
}

/// `等级.A.奖金`: what stands there.
pub(super) fn shown(session: &Session, rows: &Rows, at: usize, name: &str) -> Option<String> {
    let place = rows.outputs.iter().position(|output| output == name)?;
    let value = rows.rows.get(at)?.values.get(place)?;
    Some(session.now.compiled.sources.slice(span(value)).trim().to_owned())
}

fn no_output(session: &Session, rows: &Rows, at: usize, name: &str) -> Answer {
    let args = [("name", Arg::from(name)), ("row", rows.called(at).into()), ("names", names(rows))];
    let id = if rows.outputs.is_empty() { "repl-no-outputs" } else { "repl-no-output" };
    Answer::usage(session.say(id, &args))
}

fn names(rows: &Rows) -> Arg {
    Arg::List(rows.outputs.iter().map(|name| Arg::from(name.as_str())).collect())
}

fn span(value: &RowValue) -> Span {
    match value {
        RowValue::Expr(value) => value.span,
        RowValue::Line { span, .. } | RowValue::Missing(span) | RowValue::Exempt(span) => *span,
    }
}
