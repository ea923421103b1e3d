//! What a typed text is: a command, an expression or a declaration.

use super::command::{Command, Slip};
use super::piece::is_piece;
use crate::compile::Compiled;
use crate::ir::{Policy, Role};
use crate::source::{FileId, SourceFile};
use crate::syntax::ast::{ExprKind, Item};
use crate::syntax::{Keyword, parse, parse_expression};

/// What a typed text is.
#[derive(Debug)]
pub(super) enum Input<'t> {
    /// Nothing.
    Empty,
    /// `:check`, `:检查`
    Command(&'static Command, &'t str),
    /// Starts with a colon, but is no command.
    Slip(Slip),
    /// `回复率 = 98%`: a value for a field or metric.
    Assignment,
    /// `提成率 = 5%`, `等级.A = [85, 95)`: another value for a param, another bound or weight.
    Setting,
    /// A whole declaration.
    Declaration,
    /// Anything else.
    Expression,
}

/// Tells what a complete text is. A field may be called like a keyword, so a text that begins with one is a
/// declaration only where it reads as one, or where it reads as nothing better.
pub(super) fn classify<'t>(text: &'t str, compiled: &Compiled) -> Input<'t> {
    let policy = &compiled.policy;
    let text = text.trim();
    if text.is_empty() || text.starts_with('#') {
        return Input::Empty;
    }
    if let Some(command) = text.strip_prefix([':', '：']) {
        return Command::parse(command).map_or_else(Input::Slip, |(command, behind)| Input::Command(command, behind));
    }
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    if let Some((command, behind)) = Command::bare(text).filter(|_| policy.slot_named(first).is_none()) {
        return Input::Command(command, behind);
    }
    if assigned(text, policy) {
        return Input::Assignment;
    }
    if is_piece(text, compiled) {
        return Input::Setting;
    }
    let parsed = parse(FileId::default(), &SourceFile::new("", text));
    let declares =
        !parsed.file.items.is_empty() && !parsed.file.items.iter().any(|item| matches!(item, Item::Invalid(_)));
    if (declares && parsed.diagnostics.is_empty()) || begins_declaration(text) {
        return Input::Declaration;
    }
    Input::Expression
}

/// Whether a field or metric of that name stands before a single `=`.
fn assigned(text: &str, policy: &Policy) -> bool {
    let Some((name, value)) = text.split_once(['=', '＝']) else { return false };
    let slot = policy.slot_named(name.trim()).and_then(|slot| policy.slot(slot));
    !value.starts_with(['>', '='])
        && slot.is_some_and(|slot| matches!(slot.role, Role::Field | Role::Metric))
        && !is_condition(text)
}

/// Whether a text goes on behind its first comparison: `总分 = 90 且 满意度 = 5` asks, and gives nothing a value.
fn is_condition(text: &str) -> bool {
    let (read, _) = parse_expression(FileId::default(), &SourceFile::new("", text));
    read.is_some_and(|read| !matches!(read.kind, ExprKind::Compare { .. }))
}

fn begins_declaration(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let follows = text.get(word.len()..).unwrap_or("").trim_start();
    let named = follows.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '{'));
    named && Keyword::among(&word, Keyword::DECLARATIONS).is_some()
}

/// Whether more must follow: a bracket is open at the end of `text`, or its last line goes on. A command is one line, also
/// where what it asks about would go on: `help 当`.
pub(super) fn unfinished(text: &str) -> bool {
    let command = text.trim_start().starts_with([':', '：']) || Command::bare(text.trim()).is_some();
    !command && crate::syntax::unfinished(&SourceFile::new("", text))
}
