//! A text as its tokens: what each is, what role it plays, and what each comment belongs to.
//!
//! Where a token begins and ends and what it means there is what `layout` and the grammar settled;
//! nothing is read by rules of its own. The tokens stand in order, do not overlap and leave no byte out, so a text
//! can be printed from them.

mod comments;
mod cover;
mod keyword;
mod pairs;
mod role;

pub use comments::{Allowed, Belongs, Comment, allowance, allowed};
pub use keyword::gives_way;
pub use role::{Kind, Role};

pub(super) use cover::cover;
pub(super) use pairs::found;

use std::collections::HashSet;
use std::ops::Range;

use pest::Parser;

use super::grammar::{Grammar, Rule};
use super::layout::{self, begins_with_declaration};
use super::room::with_room;
use crate::source::{FileId, SourceFile, Span};

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it looks like.
    pub kind: Kind,
    /// What it means where it stands.
    pub role: Role,
    /// Its bytes in the source.
    pub span: Span,
    /// Its bytes in the prepared text; of comments and blanks, none.
    plain: Range<usize>,
}

impl Token {
    /// Whether it is neither a blank, nor a comment, nor the end of a line.
    pub fn is_solid(&self) -> bool {
        !matches!(self.kind, Kind::Blank | Kind::Comment | Kind::LineEnd)
    }
}

/// A whole text.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// All of it, in order.
    pub list: Vec<Token>,
    /// Its comments, in order.
    pub comments: Vec<Comment>,
    /// Its declarations, read or not, each as the tokens from its first to its last.
    pub declarations: Vec<Range<usize>>,
    /// The prepared text.
    plain: String,
}

impl Tokens {
    /// A token as it is written without full-width signs: `＞＝` and `≥` are `>=`, `“好”` is `"好"`.
    pub fn plain(&self, token: &Token) -> &str {
        self.plain.get(token.plain.clone()).unwrap_or("")
    }

    /// The number of the token that holds a byte of the source.
    pub fn at(&self, offset: usize) -> Option<usize> {
        let at = self.list.partition_point(|token| token.span.range().end <= offset);
        (at < self.list.len()).then_some(at)
    }

    /// The declaration in which a token stands.
    pub fn declaration(&self, token: usize) -> Option<&Range<usize>> {
        self.declarations.iter().find(|range| range.contains(&token))
    }
}

/// The tokens of a file.
pub fn tokens(id: FileId, source: &SourceFile) -> Tokens {
    tokens_among(id, source, &HashSet::new())
}

/// As [`tokens`], where other files declare these labels.
pub fn tokens_among(id: FileId, source: &SourceFile, labels: &HashSet<String>) -> Tokens {
    read(id, source, Rule::file, labels)
}

/// The tokens of a line of a session: declarations where it begins with one, else an expression.
pub fn tokens_of_line(id: FileId, source: &SourceFile) -> Tokens {
    let rule = if begins_with_declaration(&source.text) { Rule::file } else { Rule::single_expression };
    read(id, source, rule, &HashSet::new())
}

fn read(id: FileId, source: &SourceFile, rule: Rule, labels: &HashSet<String>) -> Tokens {
    match layout::prepare(id, source, &mut vec![]) {
        Some(layout) => {
            let read = || Grammar::parse(rule, &layout.text).ok().map(|read| found(read, labels));
            let found = with_room(&layout, read).flatten();
            cover(source, layout, found)
        }
        None => whole(id, source),
    }
}

/// A text that is too long or too deep to be read at all.
fn whole(id: FileId, source: &SourceFile) -> Tokens {
    let span = Span::new(id, 0, source.text.len());
    let token = Token { kind: Kind::Unread, role: Role::Unread, span, plain: 0..source.text.len() };
    let list = if source.text.is_empty() { vec![] } else { vec![token] };
    Tokens { list, plain: source.text.clone(), ..Tokens::default() }
}
