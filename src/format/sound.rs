//! Whether a layout has left a text what it was: what it says, each comment, and what that belongs to.

use crate::quantity::{Tongue, Unit};
use crate::source::SourceFile;
use crate::syntax::Written;
use crate::syntax::tokens::{Belongs, Kind, Role, Token, Tokens};

/// A text, and what it was read as.
type Read<'a> = (&'a SourceFile, &'a Written);

/// Whether two texts say the same, but for the tongue of what words the language has.
pub fn same((before, was): Read, (after, is): Read, tongue: Option<Tongue>) -> bool {
    let says = || match tongue {
        None => was.says == is.says,
        Some(_) => words(&was.tokens) == words(&is.tokens),
    };
    comments(before, &was.tokens) == comments(after, &is.tokens) && says()
}

/// The comments, each with what it belongs to: how many tokens there are up to that.
fn comments<'s>(source: &'s SourceFile, tokens: &Tokens) -> Vec<(&'s str, (u8, usize))> {
    let mut count = 0;
    let up_to: Vec<usize> = tokens
        .list
        .iter()
        .map(|token| {
            count += usize::from(token.is_solid() && !is_idle(tokens, token));
            count
        })
        .collect();
    let place = |at: usize| up_to.get(at).copied().unwrap_or(0);
    let of = |belongs: Belongs| match belongs {
        Belongs::Leading(at) => (0, place(at)),
        Belongs::Trailing(at) => (1, place(at)),
        Belongs::Dangling(around) => (2, around.map_or(0, place)),
    };
    let each = tokens.comments.iter().filter_map(|comment| {
        let token = tokens.list.get(comment.token)?;
        Some((source.slice(token.span), of(comment.belongs)))
    });
    each.collect()
}

/// Whether a token may be left out where a line end stands.
fn is_idle(tokens: &Tokens, token: &Token) -> bool {
    token.role == Role::End || token.kind == Kind::Separator && tokens.plain(token) == ","
}

/// What the tokens are, and what they say in any tongue.
fn words(tokens: &Tokens) -> Vec<(Kind, Role, String)> {
    let solid = tokens.list.iter().filter(|token| token.is_solid() && token.role != Role::Continued);
    let own = |token: &Token| tokens.plain(token).replace(' ', "");
    let written = |token: &Token| match token.role {
        Role::Keyword(_) | Role::Function(Some(_)) => String::new(),
        Role::Unit => Unit::of(tokens.plain(token)).map_or_else(|| own(token), |unit| unit.word(Tongue::En).to_owned()),
        _ => own(token),
    };
    solid.filter(|token| !is_idle(tokens, token)).map(|token| (token.kind, token.role, written(token))).collect()
}
