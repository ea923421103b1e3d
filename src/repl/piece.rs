//! A piece of a policy changed by itself: the value of a param, a row of a table, one of its bounds, a weight.

use super::named::{self, Rows, unlabelled};
use super::replace::{Told, fits, replaced, told};
use super::{Answer, Session, bounds, cell, guess};
use crate::compile::Compiled;
use crate::diagnostic::{Arg, nearest};
use crate::ir::Policy;
use crate::render::why;
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::Item;

/// Whether a piece of the policy is to be changed: a param, a row, a weight.
pub(super) fn is_piece(text: &str, compiled: &Compiled) -> bool {
    is_param(text, &compiled.policy) || is_part(text, compiled)
}

/// Whether a row or a weight of something is named before a single `=`.
fn is_part(text: &str, compiled: &Compiled) -> bool {
    let Some((name, value)) = text.split_once(['=', '＝']) else { return false };
    let Some((owner, member)) = name.trim().split_once('.') else { return false };
    let plain =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-'));
    !value.starts_with(['>', '='])
        && member.split('.').count() <= 2
        && member.split('.').all(plain)
        && compiled.policy.slot_named(name.trim()).is_none()
        && named::has_parts(&compiled.file, owner.trim())
}

/// Whether a param of that name stands before a single `=`.
fn is_param(text: &str, policy: &Policy) -> bool {
    let Some((name, value)) = text.split_once(['=', '＝']) else { return false };
    !value.starts_with(['>', '=']) && policy.params.iter().any(|param| param.name == name.trim())
}

/// `提成率 = 5%`, `等级.A = [85, 95)`, `转化得分.weight = 35%`
pub(super) fn set(session: &mut Session, text: &str) -> Answer {
    let (name, value) = text.split_once(['=', '＝']).unwrap_or((text, ""));
    let (name, value) = (name.trim(), value.trim());
    let compiled = &session.now.compiled;
    let Some((owner, member)) = name.split_once('.') else {
        return match param(session, name) {
            Some(span) => replaced(session, text, vec![told(session, name, span, value)]),
            None => Answer::default(),
        };
    };
    let (owner, member) = (owner.trim(), member.trim());
    if let Some(span) = named::weight(&compiled.file, owner).filter(|_| named::is_weight(member)) {
        return replaced(session, text, vec![told(session, name, span, value)]);
    }
    let Some(rows) = named::rows(&compiled.file, owner) else { return no_rows(session, owner) };
    let (row, output) = member.split_once('.').map_or((member, None), |(row, output)| (row, Some(output)));
    match (rows.place(row), output) {
        (Some(at), Some(output)) => cell::set(session, text, (&rows, at), output, value),
        (Some(at), None) => row_set(session, text, &rows, at, value),
        (None, _) => weight_meant(session, owner, member, value).unwrap_or_else(|| no_row(session, owner, &rows)),
    }
}

/// `:row 响应时间 2 "(30s, 45s] => 80"`
pub(super) fn row(session: &mut Session, behind: &str) -> Answer {
    let mut words = behind.splitn(3, char::is_whitespace).map(str::trim);
    let (Some(owner), Some(which), Some(text)) = (words.next(), words.next(), words.next()) else {
        return Answer::usage(session.say("repl-bare-row", &[]));
    };
    let text = text.trim_matches(['"', '“', '”']).trim();
    let Some(rows) = named::rows(&session.now.compiled.file, owner) else { return no_rows(session, owner) };
    match rows.place(which) {
        Some(at) => row_set(session, &format!(":row {behind}"), &rows, at, text),
        None => no_row(session, owner, &rows),
    }
}

/// The place of the value of a param, with its parentheses.
fn param(session: &Session, name: &str) -> Option<Span> {
    let compiled = &session.now.compiled;
    let mut params = compiled.file.items.iter().filter_map(|item| match item {
        Item::Param(param) if param.name.text == name => Some(param),
        _ => None,
    });
    let param = params.next_back()?;
    let lead = compiled.sources.slice(Span { end: param.value.span.start, ..param.span });
    let bare = lead.trim_end_matches([' ', '(', '（']).len();
    let start = param.span.start + u32::try_from(bare).ok()?;
    let blank = lead.get(bare..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    Some(Span { start: start + u32::try_from(blank).ok()?, ..param.span })
}

/// A row with another pattern, another answer, or both.
fn row_set(session: &mut Session, what: &str, rows: &Rows, at: usize, text: &str) -> Answer {
    let Some(row) = rows.rows.get(at) else { return Answer::default() };
    let text = unlabelled(row, text);
    let lone = text.strip_prefix("=>").map(str::trim);
    if lone.is_none() && (text.contains("=>") || cell::is_bounds(text)) {
        return pattern_set(session, what, rows, at, text);
    }
    // A value is a pattern where one stood there and it fits, and else what the row answers.
    let answer = lone.unwrap_or(text);
    let values = lone.is_none() && !cell::has_bounds(row);
    if values && pattern(session, rows, at, text).is_some_and(|pattern| fits(session, &[pattern])) {
        return pattern_set(session, what, rows, at, text);
    }
    match cell::only(session, rows, at, answer) {
        Some(cell) if !values || fits(session, std::slice::from_ref(&cell)) => replaced(session, what, vec![cell]),
        None if !values => cell::several(session, rows, at, answer).unwrap_or_default(),
        _ => pattern_set(session, what, rows, at, text),
    }
}

/// The piece that another pattern makes of a row, or a pattern and an answer.
fn pattern(session: &Session, rows: &Rows, at: usize, text: &str) -> Option<Told> {
    let row = rows.rows.get(at)?;
    let patterns = row.patterns.first()?.span.to(row.patterns.last()?.span);
    let span = if text.contains("=>") { Span { end: row.span.end, ..patterns } } else { patterns };
    Some(told(session, &rows.called(at), span, text))
}

/// A row with another pattern, or another pattern and answer; the bounds that it shares with its neighbours go along.
fn pattern_set(session: &mut Session, what: &str, rows: &Rows, at: usize, text: &str) -> Answer {
    let Some(own) = pattern(session, rows, at, text) else { return Answer::default() };
    let sources = &session.now.compiled.sources;
    let along = bounds::along(sources, &rows.rows, at, text);
    let along = along.into_iter().map(|(at, span, text)| told(session, &rows.called(at), span, &text));
    let all: Vec<Told> = std::iter::once(own.clone()).chain(along).collect();
    match all.len() > 1 && fits(session, &all) {
        true => replaced(session, what, all),
        false => replaced(session, what, vec![own]),
    }
}

/// `等级.A`, `响应时间.2`, `转化得分.weight`: a row or a weight as it is written, where a value is not called so.
pub(super) fn shown(session: &Session, text: &str) -> Option<Answer> {
    let compiled = &session.now.compiled;
    let (owner, member) = text.split_once('.')?;
    let (owner, member) = (owner.trim(), member.trim());
    if compiled.policy.slot_named(text).is_some() {
        return None;
    }
    let placed =
        |span: Span, text: &str| why::placed(compiled, "why-row", span, ("text", text.into()), session.look.tongue);
    if let Some(span) = named::weight(&compiled.file, owner).filter(|_| named::is_weight(member)) {
        let value = compiled.sources.slice(span).trim();
        return Some(session.say("repl-value", &[("name", text.into()), ("value", value.into())]).into());
    }
    let rows = named::rows(&compiled.file, owner)?;
    if let Some((row, output)) = member.split_once('.') {
        let value = cell::shown(session, &rows, rows.place(row)?, output)?;
        return Some(session.say("repl-value", &[("name", text.into()), ("value", value.into())]).into());
    }
    let row = rows.rows.get(rows.place(member)?)?;
    Some((placed(row.span, compiled.sources.slice(row.span).trim()) + "\n").into())
}

/// Tells what has rows; of an item that is a formula, that it is one.
fn no_rows(session: &Session, owner: &str) -> Answer {
    let policy = &session.now.compiled.policy;
    let is_item = policy.items.iter().any(|item| item.name == owner);
    let told = [("name", Arg::from(owner))];
    Answer::usage(match is_item || policy.slot_named(owner).is_some() {
        true => session.say("repl-formula", &told),
        false => guess::no_owner(session, owner),
    })
}

/// `回复率.weigth = 40%`: a slip in the word for what an item weighs.
fn weight_meant(session: &Session, owner: &str, member: &str, value: &str) -> Option<Answer> {
    let word = nearest(member, [Keyword::Weight.en(), Keyword::Weight.zh()])?;
    named::weight(&session.now.compiled.file, owner)?;
    let typed = format!("{owner}.{word} = {value}");
    Some(Answer::usage(session.say("repl-weight-meant", &[("typed", typed.into())])))
}

/// Tells which rows there are.
fn no_row(session: &Session, owner: &str, rows: &Rows) -> Answer {
    let told = session.say("repl-no-row", &[("name", owner.into()), ("count", rows.rows.len().into())]);
    Answer::usage(told + &rows.listed(&session.now.compiled.sources))
}
