//! The pieces that are laid out: the tokens of a text and its comments, each as it is to be written.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::quantity::Tongue;
use crate::source::SourceFile;
use crate::syntax::tokens::{Kind, Role, Token, Tokens};
use crate::syntax::{Keyword, Respelling};

/// A piece of the text.
#[derive(Debug)]
pub struct Item<'a> {
    pub kind: Kind,
    pub role: Role,
    /// Its bytes in the source.
    pub place: Range<usize>,
    /// What is to be written.
    pub text: Cow<'a, str>,
    /// Its columns.
    pub width: usize,
    /// Its columns were it spelt in Chinese, and in English: what fits is asked of both, so that the layout does not
    /// hang on the tongue.
    pub widths: [usize; 2],
    /// How many line ends stand before it.
    pub breaks: usize,
    /// Whether a line end before it ends something.
    pub ended: bool,
    /// Whether nothing stands between it and what is before it.
    pub touches: bool,
}

impl Item<'_> {
    /// Whether it is this sign.
    pub fn is(&self, sign: &str) -> bool {
        matches!(self.kind, Kind::Separator | Kind::Open | Kind::Close | Kind::Operator) && self.text == sign
    }

    pub fn is_comment(&self) -> bool {
        self.kind == Kind::Comment
    }

    /// Whether it is this word of the language.
    pub fn is_keyword(&self, keyword: Keyword) -> bool {
        self.role == Role::Keyword(keyword)
    }

    /// Whether it is the code of a currency, which stands apart from its number.
    pub fn is_code(&self) -> bool {
        self.role == Role::Unit && is_code(&self.text)
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|c| c.is_ascii_uppercase())
}

/// The items of a text, its words in a tongue if one is asked for.
pub fn items<'a>(source: &'a SourceFile, tokens: &'a Tokens, tongue: Option<Tongue>) -> Vec<Item<'a>> {
    let spellings = [Tongue::Zh, Tongue::En].map(|tongue| Respelling::new(tokens, tongue));
    let mut found: Vec<Item> = vec![];
    let (mut breaks, mut ended, mut touches, mut respelt) = (0, true, true, false);
    for token in &tokens.list {
        match token.kind {
            Kind::LineEnd => {
                (breaks, touches) = (breaks + 1, false);
                ended |= token.role == Role::End;
            }
            Kind::Blank => touches = false,
            // The rest of a word of the language that stands on two lines.
            _ if token.role == Role::Continued && respelt => {}
            _ => {
                let number = found.last().is_some_and(|last| last.role == Role::Number);
                let spelt = Spelt::of(source, tokens, token, &spellings, number);
                let text = spelt.text(tongue);
                respelt = spelt.is_word(tongue);
                let place = token.span.range();
                let width = text.width();
                let (kind, role) = (token.kind, token.role);
                found.push(Item { kind, role, place, text, width, widths: spelt.widths(), breaks, ended, touches });
                (breaks, touches, ended) = (0, true, ended && token.kind == Kind::Comment);
            }
        }
    }
    found
}

/// A token as it is written, and as it would be in either tongue where that is something else.
struct Spelt<'a> {
    own: Cow<'a, str>,
    others: [Option<Cow<'a, str>>; 2],
}

impl<'a> Spelt<'a> {
    fn of(
        source: &'a SourceFile,
        tokens: &'a Tokens,
        token: &Token,
        spellings: &[Respelling; 2],
        behind_number: bool,
    ) -> Spelt<'a> {
        let unit = |of: &Respelling| of.unit(token).filter(|_| behind_number).map(Cow::Owned);
        let others = spellings.each_ref().map(|of| of.keyword(token).map(Cow::Borrowed).or_else(|| unit(of)));
        let plain = tokens.plain(token);
        let own = match (token.kind, token.role) {
            (Kind::Comment, _) => Cow::Borrowed(source.slice(token.span)),
            // `5 万`
            (Kind::Number, Role::Number) if plain.contains(' ') => Cow::Owned(plain.replace(' ', "")),
            (Kind::Word, Role::Keyword(_)) if plain.contains("  ") => {
                Cow::Owned(plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
            }
            _ => Cow::Borrowed(plain),
        };
        Spelt { own, others }
    }

    fn other(&self, tongue: Tongue) -> Option<&Cow<'a, str>> {
        let [zh, en] = &self.others;
        if tongue == Tongue::Zh { zh.as_ref() } else { en.as_ref() }
    }

    fn text(&self, tongue: Option<Tongue>) -> Cow<'a, str> {
        tongue.and_then(|tongue| self.other(tongue)).unwrap_or(&self.own).clone()
    }

    fn is_word(&self, tongue: Option<Tongue>) -> bool {
        tongue.is_some_and(|tongue| self.other(tongue).is_some())
    }

    fn widths(&self) -> [usize; 2] {
        [Tongue::Zh, Tongue::En].map(|tongue| {
            let text = self.other(tongue).unwrap_or(&self.own);
            text.width() + usize::from(is_code(text))
        })
    }
}
