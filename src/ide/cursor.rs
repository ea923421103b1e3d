//! Where in a text the cursor stands: the word that is typed there, what stands before it, and the blocks around it.

use std::ops::Range;

use crate::quantity::is_magnitude;
use crate::source::{FileId, SourceFile};
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Token, Tokens, tokens};

/// So far back a declaration is looked for that begins above the cursor.
const MOST_LINES: usize = 2_000;
/// A line that is longer is no policy: nothing is said of it.
const MOST_BYTES: usize = 64 << 10;

/// What the cursor stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inside {
    /// Words of the policy.
    Code,
    /// A string.
    String,
    /// A comment.
    Comment,
}

/// A token as far as what may follow it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: Kind,
    pub text: String,
}

/// What kind of bracket is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// `(` or `[`
    Round,
    /// The brace of a set of values.
    Set,
    /// The brace of a block, with the word that says what it is.
    Block(Option<Keyword>),
}

/// A bracket that is open before the cursor.
#[derive(Debug, Clone)]
pub(super) struct Bracket {
    pub opener: Opener,
    /// What stands on its line before it.
    pub head: Vec<Piece>,
}

/// The place of a cursor.
#[derive(Debug, Clone)]
pub(super) struct Cursor {
    /// The word around it, in bytes of the text.
    pub range: Range<usize>,
    /// The part of that before it.
    pub typed: String,
    /// Whether a number ends where the word begins.
    pub glued: bool,
    pub inside: Inside,
    pub open: Vec<Bracket>,
    /// What stands before the word in the innermost bracket, on its line and those that go on into it.
    pub before: Vec<Piece>,
}

impl Piece {
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_word(&self, keyword: Keyword) -> bool {
        self.kind == Kind::Word && keyword.is(&self.text)
    }
}

impl Cursor {
    /// The cursor before the byte `at` of a text.
    pub fn new(text: &str, at: usize) -> Cursor {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = word_start(text, at);
        let behind = text.get(at..).unwrap_or("");
        let typed = text.get(start..at).unwrap_or("").to_owned();
        let head = text.get(declaration_start(text, start)..start).unwrap_or("");
        let glued = head.ends_with(|c: char| c.is_numeric() || is_magnitude(c));
        let rest = behind.find(|c| !is_of_word(c)).unwrap_or(behind.len());
        let end = if glued && typed.is_empty() { at } else { at + rest };
        let mut cursor = Cursor { range: start..end, typed, glued, inside: Inside::Code, open: vec![], before: vec![] };
        let long = head.len() > MOST_BYTES && head.lines().any(|line| line.len() > MOST_BYTES);
        if long {
            cursor.inside = Inside::Comment;
        } else {
            cursor.walk(&SourceFile::new("", head));
        }
        cursor
    }

    /// The last token before the word.
    pub fn last(&self) -> Option<&Piece> {
        self.before.last()
    }

    /// The last but `back`.
    pub fn nth_last(&self, back: usize) -> Option<&Piece> {
        self.before.iter().nth_back(back)
    }

    /// The innermost block, and the word that says what it is.
    pub fn block(&self) -> Option<(&Bracket, Option<Keyword>)> {
        self.open.iter().rev().find_map(|open| match open.opener {
            Opener::Block(keyword) => Some((open, keyword)),
            _ => None,
        })
    }

    /// The word of the innermost block.
    pub fn block_keyword(&self) -> Option<Keyword> {
        self.block().and_then(|(_, keyword)| keyword)
    }

    /// The parentheses or set in which the cursor stands, within the innermost block.
    pub fn bracket(&self) -> Option<&Bracket> {
        self.open.last().filter(|open| !matches!(open.opener, Opener::Block(_)))
    }

    /// The line in the innermost block, up to the first bracket that is open on it.
    pub fn line(&self) -> &[Piece] {
        let block = self.open.iter().rposition(|open| matches!(open.opener, Opener::Block(_)));
        self.open.get(block.map_or(0, |block| block + 1)).map_or(&self.before, |bracket| &bracket.head)
    }

    fn walk(&mut self, source: &SourceFile) {
        let tokens = tokens(FileId::default(), source);
        for token in &tokens.list {
            self.token(&tokens, token, source);
        }
        let length = source.text.trim_end_matches([' ', '\u{3000}', '\t']).len();
        let open = |token: &&Token| token.span.range().end >= length && !source.text.ends_with('\n');
        self.inside = match tokens.list.iter().rfind(|token| token.kind != Kind::Blank).filter(open) {
            Some(last) if last.kind == Kind::Comment => Inside::Comment,
            Some(last) if last.kind == Kind::Unread => Inside::Comment,
            Some(last) if last.kind == Kind::Text && !is_closed(source.slice(last.span)) => Inside::String,
            _ => Inside::Code,
        };
        if self.inside == Inside::String {
            self.before.pop();
        }
    }

    fn token(&mut self, tokens: &Tokens, token: &Token, source: &SourceFile) {
        let plain = match tokens.plain(token) {
            "" => source.slice(token.span),
            plain => plain,
        };
        let piece = || Piece { kind: token.kind, text: plain.to_owned() };
        match token.kind {
            Kind::Blank | Kind::Comment => {}
            Kind::LineEnd => self.line_end(),
            Kind::Open => self.opens(piece()),
            Kind::Close => self.closes(piece()),
            _ if plain == ";" || (plain == "," && self.parts_lines()) => self.before.clear(),
            _ => self.before.push(piece()),
        }
    }

    fn line_end(&mut self) {
        if self.bracket().is_none() && !self.goes_on() {
            self.before.clear();
        }
    }

    /// Whether a line goes on behind its end, as far as what stands before it tells.
    fn goes_on(&self) -> bool {
        const WORDS: [Keyword; 5] = [Keyword::When, Keyword::Then, Keyword::Else, Keyword::And, Keyword::Or];
        self.last().is_some_and(|last| match last.kind {
            Kind::Operator | Kind::Separator => true,
            Kind::Word => WORDS.iter().any(|word| last.is_word(*word)),
            _ => false,
        })
    }

    /// In a test a comma ends what it stands behind.
    fn parts_lines(&self) -> bool {
        let values = matches!(
            self.block_keyword(),
            Some(Keyword::Given | Keyword::With | Keyword::Expect | Keyword::Previous | Keyword::Other)
        );
        values && self.bracket().is_none()
    }

    fn opens(&mut self, piece: Piece) {
        let keyword = header(&self.before);
        let value = self
            .last()
            .is_none_or(|last| last.is_word(Keyword::In) || last.is_word(Keyword::Not) || last.kind == Kind::Separator);
        let opener = match () {
            () if !piece.is("{") => Opener::Round,
            () if value || self.bracket().is_some() => Opener::Set,
            () => Opener::Block(keyword),
        };
        self.open.push(Bracket { opener, head: std::mem::take(&mut self.before) });
    }

    fn closes(&mut self, piece: Piece) {
        let top = |open: &[Bracket]| open.last().map(|open| open.opener);
        if piece.is("}") {
            // A brace closes the parentheses that were left open inside it.
            while top(&self.open) == Some(Opener::Round) {
                self.open.pop();
            }
        }
        match (top(&self.open), piece.is("}")) {
            (Some(Opener::Block(_)), true) => {
                self.open.pop();
                self.before.clear();
            }
            (Some(Opener::Set), true) | (Some(Opener::Round), false) => {
                self.before = self.open.pop().map(|open| open.head).unwrap_or_default();
                self.before.push(piece);
            }
            _ => {}
        }
    }
}

/// The word that says what a block is whose brace stands behind these.
fn header(line: &[Piece]) -> Option<Keyword> {
    const PARTS: [Keyword; 5] = [Keyword::Given, Keyword::With, Keyword::Expect, Keyword::Previous, Keyword::Other];
    let part = line.iter().rev().find_map(|piece| Keyword::among(&piece.text, &PARTS));
    let declared = || Keyword::among(&line.first()?.text, Keyword::DECLARATIONS);
    part.filter(|_| line.first().is_some_and(|first| first.kind == Kind::Word)).or_else(declared)
}

/// Where the word begins that ends at a byte: digits before it are a number.
fn word_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let start = before
        .rfind(|c| !is_of_word(c))
        .map_or(0, |found| found + before.get(found..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(start..).unwrap_or("");
    let number = |c: char| c.is_numeric() || matches!(c, '_') || is_magnitude(c);
    match word.starts_with(|c: char| c.is_numeric()) {
        true => start + word.find(|c| !number(c)).unwrap_or(word.len()),
        false => start,
    }
}

fn is_of_word(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_continue(c)
}

fn is_closed(string: &str) -> bool {
    string.chars().count() > 1 && string.ends_with(['"', '”', '“', '＂'])
}

/// Where the outermost declaration begins before a byte: a line without an indent that begins one.
fn declaration_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let starts = before.rmatch_indices('\n').map(|(end, _)| end + 1).chain([0]).take(MOST_LINES);
    let declares = |start: &usize| {
        let line = before.get(*start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let word: String = line.chars().take_while(|c| is_of_word(*c)).collect();
        Keyword::among(&word, Keyword::DECLARATIONS).is_some() && line.len() > word.len()
    };
    let mut last = 0;
    for start in starts {
        last = start;
        if declares(&start) {
            break;
        }
    }
    last
}
