//! A typed line in colours, by its tokens. A control character in it becomes a sign, so that nothing that is pasted draws.

use super::super::Session;
use super::super::command::Command;
use crate::render::{Ink, visible};
use crate::source::{FileId, SourceFile};
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Role, Token, tokens_of_line};

pub(super) fn coloured(session: &Session, line: &str) -> String {
    let look = session.look;
    if let Some(text) = line.trim_start().strip_prefix([':', '：']) {
        let known = |word: &str| Command::called(word).is_some();
        let word = text.split(char::is_whitespace).next().unwrap_or("");
        let end = line.len() - text.len() + word.len();
        let (command, behind) = line.split_at(end);
        let ink = if known(word) { Ink::Word } else { Ink::Plain };
        return look.ink(&visible(command), ink) + &visible(behind);
    }
    let source = SourceFile::new("", line);
    let tokens = tokens_of_line(FileId::default(), &source);
    let shown = tokens.list.iter().map(|token| {
        let text = source.slice(token.span);
        look.ink(&visible(text), ink(token, text))
    });
    shown.collect()
}

fn ink(token: &Token, text: &str) -> Ink {
    match (token.role, token.kind) {
        (_, Kind::Comment) => Ink::Faint,
        (Role::Keyword(_) | Role::Function(Some(_)) | Role::Bound, _) => Ink::Word,
        (Role::Number | Role::Unit | Role::Calendar, _) => Ink::Number,
        (Role::Text | Role::Title | Role::Path | Role::Column, _) => Ink::Text,
        // What is half typed does not read yet.
        (Role::Unread, Kind::Word) if Keyword::ALL.iter().any(|keyword| keyword.is(text)) => Ink::Word,
        (Role::Unread, Kind::Number) => Ink::Number,
        (Role::Unread, Kind::Text) => Ink::Text,
        _ => Ink::Plain,
    }
}
