//! A text with its keywords in another tongue. Names, numbers, comments and blanks stay as they are.

use std::collections::HashSet;

use super::Keyword;
use super::tokens::{Kind, Role, Token, Tokens, gives_way, tokens};
use crate::diagnostic::Spelling;
use crate::quantity::{Tongue, Unit};
use crate::source::{FileId, SourceFile};

/// A policy with its keywords in that tongue, as far as it reads.
pub fn respelt(id: FileId, source: &SourceFile, tongue: Tongue) -> String {
    spelt(&tokens(id, source), source, tongue)
}

/// How the words of the language in a text are spelt in a tongue.
#[derive(Debug)]
pub struct Respelling<'t> {
    tokens: &'t Tokens,
    tongue: Tongue,
    /// What the text gives a name.
    declared: HashSet<&'t str>,
}

impl<'t> Respelling<'t> {
    /// For the tokens of a text.
    pub fn new(tokens: &'t Tokens, tongue: Tongue) -> Self {
        let declared = tokens.list.iter().filter(|token| matches!(token.role, Role::Declared | Role::Label));
        Respelling { tokens, tongue, declared: declared.map(|token| tokens.plain(token)).collect() }
    }

    /// The word that a keyword is in that tongue. It stays as it is where that word would mean what is called so.
    pub fn keyword(&self, token: &Token) -> Option<&'static str> {
        let keyword = token.role.keyword().filter(|_| token.kind == Kind::Word)?;
        let word = keyword.word(self.tongue);
        let taken = || gives_way(keyword) && self.declared.contains(word);
        (word != self.tokens.plain(token) && !taken()).then_some(word)
    }

    /// The word that a unit behind a number is in that tongue. Counters, which one tongue has alone, stay.
    pub fn unit(&self, token: &Token) -> Option<String> {
        if token.role != Role::Unit {
            return None;
        }
        let word = self.tokens.plain(token);
        let unit = Unit::of(word).filter(|unit| *unit != Unit::Counter)?;
        Some(unit.word(self.tongue)).filter(|spelt| *spelt != word).map(str::to_owned)
    }
}

fn spelt(tokens: &Tokens, source: &SourceFile, tongue: Tongue) -> String {
    let respelling = Respelling::new(tokens, tongue);
    let mut out = String::new();
    let mut behind = false;
    for token in &tokens.list {
        let text = source.slice(token.span);
        let word = match token.role {
            // The rest of a keyword that stands on several lines.
            Role::Continued if behind => continue,
            _ => respelling.keyword(token),
        };
        let touches = out.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        // Where a Chinese word parts from a number without a blank, an English one needs it.
        if (behind || word.is_some()) && touches && text.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            out.push(' ');
        }
        behind = word.is_some();
        out.push_str(word.unwrap_or(text));
    }
    out
}

/// A piece of a policy that a sentence quotes, with its keywords in that tongue: each word that is one, since nothing
/// tells what a piece means.
pub fn respelt_words(piece: &str, tongue: Tongue) -> String {
    respelt_piece(piece, Spelling { words: tongue, ..Spelling::of(Tongue::En) }, &|_| false)
}

/// A piece of a policy that is proposed, spelt as its file is. Words that the file has are `kept`: they are names, or
/// written so by whoever wrote it. Nothing within quotes is touched.
pub fn respelt_piece(piece: &str, spelling: Spelling, kept: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::new();
    for (at, part) in piece.split('"').enumerate() {
        out.push_str(if at == 0 { "" } else { "\"" });
        if at % 2 == 1 {
            out.push_str(part);
        } else {
            outside(part, spelling, kept, &mut out);
        }
    }
    out
}

fn outside(part: &str, spelling: Spelling, kept: &dyn Fn(&str) -> bool, out: &mut String) {
    let mut rest = part;
    while !rest.is_empty() {
        let end = |of: &str, word: bool| of.find(|c: char| is_of_word(c) != word).unwrap_or(of.len());
        let (before, word) = rest.split_at(end(rest, false));
        out.push_str(before);
        let (word, after) = word.split_at(several(word).unwrap_or_else(|| end(word, true)));
        match respelt_word(word, (before, after), spelling, kept, out) {
            Some(spelt) => out.push_str(&spelt),
            None => out.push_str(word),
        }
        rest = after;
    }
}

/// A keyword, or a number with a unit, in the tongue of the file; nothing where it is neither, or is so already.
fn respelt_word(
    word: &str,
    (before, after): (&str, &str),
    spelling: Spelling,
    kept: &dyn Fn(&str) -> bool,
    whole: &str,
) -> Option<String> {
    let figure = word.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0).unwrap_or(0);
    let (figure, bare) = word.split_at(figure);
    if kept(word) || kept(bare) {
        return None;
    }
    if !figure.is_empty() {
        let unit = Unit::of(bare).filter(|unit| matches!(unit, Unit::Time(_) | Unit::Point));
        let known = unit.as_ref().map(|unit| unit.word(spelling.units)).filter(|known| *known != bare)?;
        return Some(format!("{figure}{known}"));
    }
    Some(meant(word, before, after, whole)?.word(spelling.words).to_owned())
}

/// The length of the keyword of several words that a text begins with.
fn several(text: &str) -> Option<usize> {
    let words = Keyword::ALL.iter().map(|keyword| keyword.en()).filter(|word| word.contains(' '));
    let mut begun = words.filter(|word| text.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(is_of_word)));
    begun.next().map(str::len)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The keyword that a word is where it stands.
fn meant(word: &str, before: &str, after: &str, whole: &str) -> Option<Keyword> {
    if before.ends_with('.') {
        return Keyword::among(word, &[Keyword::PointsMember, Keyword::WeightedMember]);
    }
    // In `duration(min)` it is the unit.
    let type_before = whole.trim_end().strip_suffix('(').is_some_and(|of| {
        [Keyword::Duration.en(), Keyword::Duration.zh()].iter().any(|word| of.trim_end().ends_with(word))
    });
    if type_before && after.starts_with(')') {
        return None;
    }
    // `otherwise` begins a row, or stands for one; behind a value it begins what else counts.
    let alone = whole.trim().is_empty() && after.trim().is_empty();
    let first = alone || after.trim_start().starts_with("=>");
    match Keyword::ALL.iter().copied().find(|keyword| keyword.is(word))? {
        Keyword::Otherwise if !first => Some(Keyword::OtherwiseValue),
        found => Some(found),
    }
}
