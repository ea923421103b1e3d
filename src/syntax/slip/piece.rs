//! A piece of text that could not be read, and where it stands.

use pest::Parser;

use super::totals::is_total;
use crate::quantity::{Tongue, Unit, UnitWord, is_magnitude};
use crate::source::{SourceFile, Span};
use crate::syntax::Keyword;
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::layout::{Kind, Layout, Token, tokens};
use crate::syntax::spelling::{currency, spelling};

/// Where a piece stands, which says how it should have been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the declarations.
    Item,
    /// In a `policy` block.
    Header,
    /// Among the fields of a record.
    Field,
    /// Among the scores of a section.
    Score,
    /// Among the rows of a score, table or scale.
    Row,
    /// Among the rows of a grade.
    GradeRow,
    /// In a gate.
    Condition,
    /// Among the lines of a pay block.
    PayLine,
    /// In `given`, `expect` or a case.
    Assignment,
    /// An expression that stands alone.
    Expression,
}

impl Place {
    /// The rule that reads a piece of this place alone.
    pub fn rule(self) -> Rule {
        match self {
            Place::Item => Rule::single_item,
            Place::Header => Rule::single_header_line,
            Place::Field => Rule::single_field,
            Place::Score => Rule::single_score,
            Place::Row => Rule::single_row,
            Place::GradeRow => Rule::single_grade_row,
            Place::Condition => Rule::single_condition,
            Place::PayLine => Rule::single_pay_line,
            Place::Assignment => Rule::single_assignment,
            Place::Expression => Rule::single_expression,
        }
    }

    /// Whether pieces of this place are rows.
    pub fn is_row(self) -> bool {
        matches!(self, Place::Row | Place::GradeRow)
    }
}

/// The block that a piece is a line of.
#[derive(Debug)]
pub struct Block<'a> {
    /// The line that begins it.
    pub head: &'a str,
    /// What stands between its braces.
    pub inside: &'a str,
    /// Where it is in the source, with its braces.
    pub span: Span,
}

/// A piece of the prepared text that could not be read.
#[derive(Debug)]
pub struct Piece<'a> {
    /// Where it stands.
    pub place: Place,
    /// Its text.
    pub text: &'a str,
    /// Its tokens, without line ends.
    pub tokens: Vec<Token>,
    layout: &'a Layout,
    source: &'a SourceFile,
    start: usize,
}

impl<'a> Piece<'a> {
    /// The piece of `layout` from byte `start` on.
    pub fn new(place: Place, source: &'a SourceFile, layout: &'a Layout, text: &'a str, start: usize) -> Self {
        let mut tokens: Vec<Token> = tokens(text).into_iter().filter(|token| token.kind != Kind::Newline).collect();
        // The lines of a block are pieces of their own: where a declaration cannot be read, its header is wrong.
        let is_test = |token: &Token| Keyword::among(token.of(text), &[Keyword::Test, Keyword::Case]).is_some();
        if matches!(place, Place::Item | Place::Score) && !tokens.first().is_some_and(is_test) {
            let block = tokens.iter().position(|token| token.of(text) == "{");
            tokens.truncate(block.map_or(tokens.len(), |block| block + 1));
        }
        Piece { place, text, tokens, layout, source, start }
    }

    /// Whether a text reads in its place.
    pub fn reads(&self, text: &str) -> bool {
        Grammar::parse(self.place.rule(), text).is_ok()
    }

    /// Where the tokens from `first` to `last` stand in the source.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.tokens.get(first).map_or(0, |token| token.range.start);
        let end = self.tokens.get(last).map_or(start, |token| token.range.end);
        self.bytes(start, end)
    }

    /// Where bytes of the piece stand in the source.
    pub fn bytes(&self, start: usize, end: usize) -> Span {
        self.layout.span(self.start + start, self.start + end)
    }

    /// The text of a token; empty where there is none.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The prepared text of the tokens from `first` to `last`.
    pub fn words(&self, first: usize, last: usize) -> &'a str {
        let start = self.tokens.get(first).map_or(0, |token| token.range.start);
        let end = self.tokens.get(last).map_or(start, |token| token.range.end);
        self.text.get(start..end).unwrap_or("")
    }

    /// The tokens from `first` to `last` as they were written.
    pub fn written(&self, first: usize, last: usize) -> &'a str {
        self.source.slice(self.span(first, last))
    }

    /// What stands in the source there.
    pub fn slice(&self, span: Span) -> &'a str {
        self.source.slice(span)
    }

    /// What stands in the source there, without some tokens of the piece.
    pub fn without(&self, whole: Span, dropped: impl Iterator<Item = usize>) -> String {
        let (mut text, mut rest) = (String::new(), whole);
        for token in dropped.map(|at| self.span(at, at)) {
            text.push_str(self.source.slice(Span { end: token.start, ..rest }));
            rest.start = token.end;
        }
        text + self.source.slice(rest)
    }

    /// Whether the words from `first` to `last` stand elsewhere in the file as well.
    pub fn is_repeated(&self, first: usize, last: usize) -> bool {
        self.source.text.matches(self.written(first, last)).count() > 1
    }

    /// Whether the file holds such a text.
    pub fn mentions(&self, text: &str) -> bool {
        self.source.text.contains(text)
    }

    /// The name of what the items add up to, where the file gives it one.
    pub fn total(&self) -> Option<&'a str> {
        let lines = self.layout.text.lines().filter_map(|line| line.split_once('='));
        let part = |value: &str| value.split(['+', '-']).next().map(str::trim).map(str::to_owned).unwrap_or_default();
        let sums = |value: &str| [value.trim(), &part(value)].iter().any(|it| Keyword::Scores.is(it) || is_total(it));
        let calls = |value: &str| {
            let inside = value.trim().split_once('(').map_or("", |(_, inside)| inside);
            inside.split([',', ')']).next().is_some_and(&sums)
        };
        let head = lines.filter(|(_, value)| sums(value) || calls(value)).map(|(head, _)| head);
        let name = |head: &'a str| head.split(':').next()?.split_whitespace().last();
        head.filter_map(name).next()
    }

    /// Whether the file declares a field, metric or the like of that name.
    pub fn declares(&self, name: &str) -> bool {
        self.declared().any(|known| known == name)
    }

    /// Whether the file declares something of that name outside of its grades: their labels stand before a colon too.
    pub fn declares_field(&self, name: &str) -> bool {
        self.grade().is_none_or(|grade| !self.labels(grade).contains(&name)) && self.declares(name)
    }

    /// The labels of a grade: what its rows begin with.
    pub fn labels(&self, grade: &str) -> Vec<&'a str> {
        let text = self.layout.text.as_str();
        let mut lines = text.lines().skip_while(|line| {
            let mut words = line.split_whitespace();
            !(words.next().is_some_and(|word| Keyword::Grade.is(word)) && words.next() == Some(grade))
        });
        lines.next();
        let rows = lines.take_while(|line| !line.trim_start().starts_with('}'));
        let label = |row: &'a str| {
            let end = row.trim_start().find(|c: char| !unicode_ident::is_xid_continue(c))?;
            row.trim_start().get(..end).filter(|label| !label.is_empty())
        };
        rows.filter_map(label).collect()
    }

    /// The field that counts what a word names: 迟到次数 for 迟到.
    pub fn counting(&self, subject: &str) -> Option<&'a str> {
        const ENDINGS: [&str; 13] =
            ["", "次数", "数", "天数", "个数", "单数", "件数", "人数", "量", "数量", "_count", "s", "es"];
        let names: Vec<&str> = self.declared().collect();
        let called = |ending: &&str| names.iter().find(|name| name.strip_prefix(subject) == Some(*ending)).copied();
        ENDINGS.iter().filter(|_| !subject.is_empty()).find_map(called)
    }

    /// The field of whose labels one is called so.
    pub fn labelled(&self, label: &str) -> Option<&'a str> {
        let field = |line: &'a str| {
            let (head, labels) = line.split_once(':')?;
            let among = labels.split([',', '|', '/', '、', ';']).flat_map(|part| part.split_whitespace());
            let several = labels.contains(['|', '/', '、', ',']) || labels.contains(" or ") || labels.contains(" 或 ");
            let name = head.split_whitespace().next()?;
            (several && among.into_iter().any(|word| word == label)).then_some(name)
        };
        self.layout.text.lines().find_map(field)
    }

    /// The names that the file declares with a colon.
    pub fn names(&self) -> Vec<&'a str> {
        self.declared().collect()
    }

    /// The names before a colon that has no row in front of it.
    fn declared(&self) -> impl Iterator<Item = &'a str> {
        let words = tokens(&self.layout.text);
        let text = self.layout.text.as_str();
        let ends = |at: usize| words.get(at).is_some_and(|token: &Token| token.of(text) == ":");
        let titled = |at: usize| words.get(at).is_some_and(|token: &Token| token.kind == Kind::Text);
        let named = |at: &usize| {
            let word = words.get(*at).is_some_and(|token| token.kind == Kind::Word);
            word && (ends(at + 1) || titled(at + 1) && ends(at + 2))
        };
        let names = (0..words.len()).filter(named).filter_map(|at| Some(words.get(at)?.of(text)));
        names.collect::<Vec<_>>().into_iter()
    }

    /// The currency that the file says its amounts are in.
    pub fn currency(&self) -> Option<&'a str> {
        currency(&self.source.text)
    }

    /// The first grade that the file declares.
    pub fn grade(&self) -> Option<&'a str> {
        let words = tokens(&self.layout.text);
        let word = |token: &Token| token.of(&self.layout.text);
        let at = words.iter().position(|token| Keyword::Grade.is(word(token)))?;
        words.get(at + 1).filter(|token| token.kind == Kind::Word).map(word)
    }

    /// The kind of a token.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is one of these keywords.
    pub fn is(&self, at: usize, keywords: &[Keyword]) -> bool {
        self.kind(at) == Some(Kind::Word) && Keyword::among(self.word(at), keywords).is_some()
    }

    /// The first token that reads so.
    pub fn find(&self, word: &str) -> Option<usize> {
        (0..self.tokens.len()).find(|at| self.word(*at) == word)
    }

    /// Whether a token stands right behind the one before it.
    pub fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| before.range.end == token.range.start)
    }

    /// The block that it is a line of.
    pub fn block(&self) -> Option<Block<'a>> {
        let text = self.layout.text.as_str();
        let (before, after) = (text.get(..self.start)?, text.get(self.start..)?);
        let open = unmatched(before.char_indices().rev(), ['}', '{'])?;
        let close = self.start + unmatched(after.char_indices(), ['{', '}'])?;
        let head = before.get(..open)?;
        let head = head.trim_end().rsplit(['\n', ';', '{', '}']).next()?;
        Some(Block { head, inside: text.get(open + 1..close)?, span: self.layout.span(open, close + 1) })
    }

    /// The whole text as the grammar reads it.
    pub fn prepared(&self) -> &'a str {
        &self.layout.text
    }

    /// The whole text that it stands in.
    pub fn file(&self) -> &'a str {
        &self.source.text
    }

    /// Whether the piece is written with Chinese words: then remedies are too.
    pub fn is_chinese(&self) -> bool {
        Keyword::ALL.iter().any(|keyword| {
            self.tokens.iter().any(|token| token.kind == Kind::Word && token.of(self.text) == keyword.zh())
        })
    }

    /// The tongue in which remedies for it are written.
    pub fn tongue(&self) -> Tongue {
        if self.is_chinese() { Tongue::Zh } else { Tongue::En }
    }

    /// A keyword in the tongue of the piece.
    pub fn keyword(&self, word: Keyword) -> &'static str {
        if self.is_chinese() { word.zh() } else { word.en() }
    }

    /// A keyword in the tongue of the file.
    pub fn spoken(&self, word: Keyword) -> &'static str {
        word.word(spelling(&self.source.text).map_or(self.tongue(), |spelling| spelling.words))
    }

    /// Whether the token is a word for a unit that a policy does not have: `seconds`.
    pub fn is_spoken_unit(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word) && self.word(at).is_ascii() && UnitWord::meant(self.word(at)).is_some()
    }

    /// Behind the quantity that begins at token `at`: the token after its unit. `None` where no number stands there.
    pub fn after_quantity(&self, at: usize) -> Option<usize> {
        let at = if matches!(self.word(at), "¥") { at + 1 } else { at };
        (self.kind(at)? == Kind::Number).then_some(())?;
        let unit = at + 1;
        Some(if self.is_unit(unit) || self.is_spoken_unit(unit) { unit + 1 } else { unit })
    }

    /// Whether the token is a unit.
    pub fn is_unit(&self, at: usize) -> bool {
        let is_word = self.kind(at) == Some(Kind::Word) && is_unit(self.word(at));
        is_word || matches!(self.word(at), "%" | "‰")
    }
}

/// Where the first brace of the second kind is that none of the first kind belongs to.
fn unmatched(chars: impl Iterator<Item = (usize, char)>, [opener, closer]: [char; 2]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in chars {
        match c {
            c if c == opener => depth += 1,
            c if c == closer && depth == 0 => return Some(at),
            c if c == closer => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a word that stands behind a number is a unit.
pub fn is_unit(word: &str) -> bool {
    let unit = word.trim_start_matches(is_magnitude);
    unit.is_empty() || Unit::of(unit).is_some()
}
