//! The pairing of brackets, and what mends the ones that lack or are too many.

mod interval;

use super::block::{Header, begins_declaration, header};
use super::{Kind, Layout, Token, lines};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;

/// What is nested no deeper is read on any stack: the parser takes some kilobytes a level.
pub const SHALLOW: usize = 24;

/// Deeper nesting than this is refused: every later pass relies on it. Where no thread can be started, there is no
/// stack for more than what is shallow.
const MOST_NESTED: usize = if cfg!(target_family = "wasm") { SHALLOW } else { 256 };

/// After so many mistakes with brackets, the rest is not worth reading.
const MOST_MISTAKES: usize = 50;

/// What kind of opener a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// `(` or `[`
    Round,
    /// The `{` of a set of values.
    Set,
    /// The `{` of a block, with the keyword of its header.
    Block(Option<Keyword>),
}

/// What the brackets of a text say, and what mends them.
#[derive(Debug, Default)]
pub struct Brackets {
    /// The line ends that are inside brackets, as tokens.
    pub inside: Vec<usize>,
    /// Brackets to insert: the byte of the prepared text, and the bracket.
    pub missing: Vec<(usize, char)>,
    /// Bytes of closers that close nothing.
    pub stray: Vec<usize>,
    /// Signs that stand for others: the byte, and what it is read as.
    pub meant: Vec<(usize, char)>,
    /// How deep they are nested.
    pub depth: usize,
    /// Nested deeper than any policy needs.
    pub too_deep: bool,
}

/// The pairing while it goes on.
struct Matching<'a> {
    layout: &'a Layout,
    tokens: &'a [Token],
    open: Vec<(usize, Opener)>,
    header: Option<Header>,
    found: Brackets,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Pairs the brackets of a text.
pub fn match_brackets(layout: &Layout, tokens: &[Token], diagnostics: &mut Vec<Diagnostic>) -> Brackets {
    let found = Brackets::default();
    let mut matching = Matching { layout, tokens, open: vec![], header: None, found, diagnostics };
    for at in 0..tokens.len() {
        matching.token(at);
        matching.found.depth = matching.found.depth.max(matching.open.len());
        if matching.open.len() > MOST_NESTED {
            matching.too_deep(at);
            return matching.found;
        }
        if matching.diagnostics.len() > MOST_MISTAKES {
            return matching.found;
        }
    }
    while let Some((opener, _)) = matching.open.pop() {
        matching.close(opener, tokens.len());
    }
    matching.found.missing.sort_by_key(|(at, _)| *at);
    matching.found
}

impl Matching<'_> {
    fn word(&self, at: usize) -> &str {
        match self.tokens.get(at) {
            Some(token) => match self.found.meant.iter().find(|(byte, _)| *byte == token.range.start) {
                Some((_, ']')) => "]",
                Some((_, ')')) => ")",
                Some((_, '(')) => "(",
                Some((_, ',')) => ",",
                Some((_, '{')) => "{",
                _ => token.of(&self.layout.text),
            },
            None => "",
        }
    }

    fn top(&self) -> Option<Opener> {
        self.open.last().map(|(_, opener)| *opener)
    }

    fn token(&mut self, at: usize) {
        interval::read(self, at);
        let first = at == 0 || matches!(self.word(at - 1), "\n" | ";");
        if first && begins_declaration(&self.layout.text, self.tokens, at) {
            self.declaration(at);
        }
        if first && self.top() == Some(Opener::Round) && self.starts_line(at) {
            self.close_rounds(at);
        }
        match self.word(at) {
            "(" | "[" => self.open.push((at, Opener::Round)),
            "{" => self.brace(at),
            ")" | "]" => self.round(at),
            "}" => self.closing_brace(at),
            "=>" | "->" => self.close_rounds(at),
            "\n" => self.line_end(at),
            _ => {}
        }
    }

    /// A declaration where none can stand: the blocks around it were not closed.
    fn declaration(&mut self, at: usize) {
        let keyword = Keyword::among(self.word(at), Keyword::DECLARATIONS);
        while let Some((opener, kind)) = self.open.last().copied() {
            let fits = match (kind, keyword) {
                (Opener::Block(Some(Keyword::Section)), Some(Keyword::Score)) => true,
                (Opener::Block(Some(Keyword::Details)), Some(keyword)) => {
                    matches!(keyword, Keyword::Let | Keyword::Table | Keyword::Scale)
                }
                // Rows in a test, with a word before their name that is not needed there.
                (Opener::Block(None), Some(Keyword::Details | Keyword::Lookup)) if self.in_test() => return,
                _ => false,
            };
            if fits {
                break;
            }
            self.open.pop();
            self.close(opener, at);
        }
        self.header = header(&self.layout.text, self.tokens, at);
    }

    /// Whether a test or a case is the outermost that is open.
    fn in_test(&self) -> bool {
        let first = self.open.first().map(|(_, opener)| *opener);
        matches!(first, Some(Opener::Block(Some(Keyword::Test | Keyword::Case))))
    }

    /// Inside parentheses: whether a line begins as no going on of an expression would.
    fn starts_line(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|before| self.word(*before) != "\n");
        let complete = before.is_some_and(|before| !matches!(self.word(before), "," | "(" | "[" | "|" | ":"));
        let named = matches!(self.tokens.get(at).map(|token| token.kind), Some(Kind::Word | Kind::Text));
        complete && named && matches!(self.word(at + 1), ":" | "=")
    }

    fn brace(&mut self, at: usize) {
        let kind = if self.header.is_none() && self.is_set(at) {
            Opener::Set
        } else {
            Opener::Block(self.header.take().map(|header| header.keyword))
        };
        self.open.push((at, kind));
    }

    /// A set's `{` stands where a value can: after `in`, `not`, a comma, a colon, or first in a row.
    fn is_set(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else { return false };
        let word = before.of(&self.layout.text);
        match before.kind {
            Kind::Newline => true,
            Kind::Sign => matches!(word, ";" | "{" | "," | ":" | "(" | "["),
            Kind::Word => Keyword::In.is(word) || Keyword::Not.is(word),
            Kind::Number | Kind::Text => false,
        }
    }

    fn round(&mut self, at: usize) {
        if self.top() == Some(Opener::Set)
            && let Some((opener, _)) = self.open.pop()
        {
            self.close(opener, at);
        }
        match self.top() {
            Some(Opener::Round) => drop(self.open.pop()),
            _ => self.stray(at),
        }
    }

    fn closing_brace(&mut self, at: usize) {
        self.close_rounds(at);
        if self.open.pop().is_none() {
            self.stray(at);
        }
    }

    /// Closes the parentheses that cannot go on at token `at`.
    fn close_rounds(&mut self, at: usize) {
        while self.top() == Some(Opener::Round) {
            if let Some((opener, _)) = self.open.pop() {
                self.close(opener, at);
            }
        }
    }

    fn line_end(&mut self, at: usize) {
        if matches!(self.top(), Some(Opener::Round | Opener::Set)) {
            self.found.inside.push(at);
            return;
        }
        if self.header.is_some() && at.checked_sub(1).is_some_and(|colon| self.word(colon) == ":") {
            return self.colon(at);
        }
        if self.header.is_none() || lines::goes_on(&self.layout.text, self.tokens, at) {
            return;
        }
        let Some(header) = self.header.take() else { return };
        let next = (at..self.tokens.len()).find(|next| self.word(*next) != "\n");
        if next.is_some_and(|next| self.word(next) == "{") {
            self.found.inside.extend(at..next.unwrap_or(at));
            let end = self.tokens.get(at).map_or(0, |token| token.range.start);
            self.tell(next.unwrap_or(at), Code::UnclosedBracket, "line", Some((end, " {")));
            self.header = Some(header);
        } else if let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) {
            let end = before.range.end;
            let declares = next.is_some_and(|next| Keyword::among(self.word(next), Keyword::DECLARATIONS).is_some());
            if header.keyword == Keyword::Policy && declares {
                self.tell(header.first, Code::UnclosedBracket, "empty", Some((end, " { }")));
                self.found.missing.extend([(end, '{'), (end, '}')]);
                return;
            }
            self.tell(header.first, Code::UnclosedBracket, "block", Some((end, " {")));
            self.found.missing.push((end, '{'));
            self.open.push((at, Opener::Block(Some(header.keyword))));
        }
    }

    /// `score reply weight 40%:`, as other languages begin a block.
    fn colon(&mut self, at: usize) {
        let Some((header, colon)) = self.header.take().zip(at.checked_sub(1).and_then(|at| self.tokens.get(at))) else {
            return;
        };
        let (start, end) = (colon.range.start, colon.range.end);
        let span = self.layout.span(start, end);
        let told =
            Diagnostic::new(Code::UnclosedBracket, span).variant("colon").arg("found", self.word(at - 1).to_owned());
        self.diagnostics.push(told.edit(span, " {"));
        self.found.meant.push((start, '{'));
        self.open.push((at - 1, Opener::Block(Some(header.keyword))));
    }

    fn stray(&mut self, at: usize) {
        if let Some(token) = self.tokens.get(at) {
            self.found.stray.push(token.range.start);
            let span = self.layout.span(token.range.start, token.range.end);
            let told = Diagnostic::new(Code::UnclosedBracket, span).variant("stray");
            self.diagnostics.push(told.arg("found", self.word(at).to_owned()).edit(span, ""));
        }
    }

    /// Tells that `opener` is not closed, and closes it before token `at`.
    fn close(&mut self, opener: usize, at: usize) {
        let closer = match self.word(opener) {
            "(" => ')',
            "[" => ']',
            _ => '}',
        };
        let last = (0..at).rev().find(|before| self.word(*before) != "\n").unwrap_or(0);
        let line = (opener..at).find(|end| self.word(*end) == "\n").map_or(last, |end| end.saturating_sub(1));
        let last = if closer == '}' { last } else { last.min(line).max(opener) };
        self.found.inside.retain(|end| *end < last || *end < opener);
        let end = self.tokens.get(last).map_or(0, |token| token.range.end);
        self.found.missing.push((end, closer));
        let text = if closer == '}' { "\n}".to_owned() } else { closer.to_string() };
        let variant = if closer == '}' { "brace" } else { "" };
        // A bracket that was put in at a line's end is told at what stands before it.
        let put_in = self.tokens.get(opener).is_some_and(|token| token.kind == Kind::Newline);
        let at = if put_in { opener.saturating_sub(1) } else { opener };
        self.tell(at, Code::UnclosedBracket, variant, Some((end, &text)));
    }

    /// Whether a bracket is missing right behind a text without its closing quote, which has swallowed it.
    fn is_in_unclosed_text(&self, end: usize) -> bool {
        let end = self.layout.span(end, end).start;
        self.diagnostics.iter().any(|told| told.code == Code::UnclosedText && told.span.end == end)
    }

    fn too_deep(&mut self, at: usize) {
        self.found.too_deep = true;
        let Some(token) = self.tokens.get(at) else { return };
        let span = self.layout.span(token.range.start, token.range.end);
        self.diagnostics.push(Diagnostic::new(Code::TooDeep, span).arg("most", MOST_NESTED));
    }

    fn tell(&mut self, at: usize, code: Code, variant: &'static str, insert: Option<(usize, &str)>) {
        let Some(token) = self.tokens.get(at) else { return };
        let span = self.layout.span(token.range.start, token.range.end);
        if insert.is_some_and(|(end, _)| self.is_in_unclosed_text(end)) {
            return;
        }
        let found = if variant == "brace" { "{" } else { token.of(&self.layout.text) };
        let told = Diagnostic::new(code, span).variant(variant).arg("found", found);
        let told = match insert {
            Some((end, text)) => told.edit(self.layout.span(end, end), text),
            None => told,
        };
        self.diagnostics.push(told);
    }
}
