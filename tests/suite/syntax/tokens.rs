//! A text as tokens: none is lost, each has its role, and comments belong where they stand.

mod comments;
mod cover;
mod roles;
mod tongues;

use merit::source::{FileId, SourceFile};
use merit::syntax::tokens::{Role, Token, Tokens, tokens};

fn read(text: &str) -> (SourceFile, Tokens) {
    let source = SourceFile::new("test.merit", text);
    let found = tokens(FileId(0), &source);
    (source, found)
}

/// The tokens that are neither blanks nor comments, each as it was written and with its role.
fn solid(text: &str) -> Vec<(String, Role)> {
    let (source, found) = read(text);
    let solid = found.list.iter().filter(|token| token.is_solid());
    solid.map(|token| (source.slice(token.span).to_owned(), token.role)).collect()
}

/// A text made anew of its tokens, each by `spell`, which is given what it says without full-width signs.
fn spelt(text: &str, found: &Tokens, spell: impl Fn(&Token, &str) -> String) -> String {
    let source = SourceFile::new("test.merit", text);
    let written = |token: &Token| match token.is_solid() {
        true => spell(token, found.plain(token)),
        false => spell(token, source.slice(token.span)),
    };
    found.list.iter().map(written).collect()
}
