//! The tokens of the prepared text laid over the source, with the comments and blanks between them.

use std::ops::Range;

use super::pairs::{Found, Leaf};
use super::{Kind, Role, Token, Tokens, comments};
use crate::source::{SourceFile, Span};
use crate::syntax::layout::{self, Layout};

/// Covers a source with tokens. What the grammar found nothing in is unread.
pub fn cover(source: &SourceFile, layout: Layout, found: Option<Found>) -> Tokens {
    let unread = std::iter::once(0..layout.text.len()).collect();
    let found = found.unwrap_or_else(|| Found { unread, ..Found::default() });
    let mut cover = Cover::new(source, &layout);
    pieces(&layout.text, found.leaves).into_iter().for_each(|piece| cover.piece(piece));
    cover.blanks(source.text.len());
    let (mut list, around) = (cover.list, cover.around);
    let braces = found.sets.into_iter().flat_map(|set| [set.start..set.start + 1, set.end - 1..set.end]);
    mark(&mut list, Role::Set, braces.map(|range| layout.span(range.start, range.end)));
    mark(&mut list, Role::Unread, found.unread.into_iter().map(|range| layout.span(range.start, range.end)));
    let declarations = found.declarations.into_iter().map(|range| layout.span(range.start, range.end));
    let declarations = declarations.map(|span| under(&list, span)).collect();
    Tokens { comments: comments::comments(source, &list, &around), declarations, list, plain: layout.text }
}

/// The tokens of the prepared text: those that the grammar reads, and what stands between them.
fn pieces(text: &str, leaves: Vec<Leaf>) -> Vec<Leaf> {
    let mut found = Vec::with_capacity(leaves.len() * 2);
    let mut at = 0;
    for leaf in leaves {
        found.extend(signs(text, at..leaf.range.start));
        at = leaf.range.end;
        found.push(leaf);
    }
    found.extend(signs(text, at..text.len()));
    found
}

/// What no rule of the grammar reads for itself.
fn signs(text: &str, range: Range<usize>) -> impl Iterator<Item = Leaf> {
    let (start, text) = (range.start, text.get(range).unwrap_or(""));
    layout::tokens(text).into_iter().map(move |token| {
        let kind = kind(token.kind, token.of(text));
        let ends = kind == Kind::LineEnd || token.of(text) == ";";
        let role = if ends { Role::End } else { Role::Plain };
        Leaf { range: start + token.range.start..start + token.range.end, kind, role }
    })
}

fn kind(kind: layout::Kind, text: &str) -> Kind {
    match (kind, text) {
        (layout::Kind::Word, _) => Kind::Word,
        (layout::Kind::Number, _) => Kind::Number,
        (layout::Kind::Text, _) => Kind::Text,
        (layout::Kind::Newline, _) => Kind::LineEnd,
        (_, "(" | "[" | "{") => Kind::Open,
        (_, ")" | "]" | "}") => Kind::Close,
        (_, ":" | "," | ";" | "|" | "." | "=>" | "->" | "=") => Kind::Separator,
        (_, "+" | "-" | "*" | "/" | "<" | ">" | "<=" | ">=" | "!=" | "==" | "&&" | "||" | "~") => Kind::Operator,
        _ => Kind::Sign,
    }
}

/// What stands in the source and not in the prepared text, in order.
fn between(source: &SourceFile, layout: &Layout) -> Vec<(Kind, Span)> {
    let comments = layout.comments.iter().chain(&layout.remarks).map(|span| {
        let length = source.slice(*span).trim_end().len();
        (Kind::Comment, Span::new(span.file, span.range().start, span.range().start + length))
    });
    let comma = |span: Span| matches!(source.slice(span), "," | "，");
    let dropped = layout.dropped.iter().map(|span| (if comma(*span) { Kind::Separator } else { Kind::Close }, *span));
    let mut found: Vec<_> = comments.chain(dropped).collect();
    found.sort_by_key(|(_, span)| *span);
    found
}

/// The tokens while they grow.
struct Cover<'a> {
    source: &'a SourceFile,
    layout: &'a Layout,
    list: Vec<Token>,
    /// The byte up to which the source is covered.
    at: usize,
    further: Vec<(Kind, Span)>,
    /// The next of them.
    next: usize,
    /// The brackets that are open, each by its token; one that was put in has none.
    open: Vec<Option<usize>>,
    /// The comments, each with the bracket around it.
    around: Vec<(usize, Option<usize>)>,
}

impl<'a> Cover<'a> {
    fn new(source: &'a SourceFile, layout: &'a Layout) -> Self {
        let further = between(source, layout);
        Cover { source, layout, list: vec![], at: 0, further, next: 0, open: vec![], around: vec![] }
    }

    fn piece(&mut self, piece: Leaf) {
        let span = self.layout.span(piece.range.start, piece.range.end);
        self.blanks(span.range().start);
        let (opens, closes) = (piece.kind == Kind::Open, piece.kind == Kind::Close);
        if closes {
            self.open.pop();
        }
        if opens {
            self.open.push((!span.range().is_empty()).then_some(self.list.len()));
        }
        // A bracket that was put in has no place, and a line end in a remark is covered by it.
        if span.range().is_empty() || span.range().start < self.at {
            return;
        }
        match self.is_parted(&piece, span) {
            true => self.parts(&piece),
            false => self.push(piece.kind, piece.role, span.range().end, piece.range),
        }
    }

    /// Whether something stands inside a token that is several words: `at least`.
    fn is_parted(&self, piece: &Leaf, span: Span) -> bool {
        let inside = self.further.get(self.next).is_some_and(|(_, other)| other.start < span.end);
        piece.kind != Kind::LineEnd && (inside || self.source.slice(span).contains('\n'))
    }

    fn parts(&mut self, piece: &Leaf) {
        for (at, part) in signs(&self.layout.text, piece.range.clone()).enumerate() {
            let role = if at == 0 { piece.role } else { Role::Continued };
            let span = self.layout.span(part.range.start, part.range.end);
            self.blanks(span.range().start);
            self.push(part.kind, role, span.range().end, part.range);
        }
    }

    /// Covers what stands before the byte `end`: blanks, comments, signs that were dropped, line ends that end nothing.
    fn blanks(&mut self, end: usize) {
        while let Some((kind, span)) = self.further.get(self.next).copied().filter(|(_, it)| it.range().start < end) {
            self.next += 1;
            self.lines(span.range().start);
            let role = if kind == Kind::Comment { Role::Plain } else { Role::Unread };
            if kind == Kind::Comment {
                self.around.push((self.list.len(), self.open.iter().rev().find_map(|open| *open)));
            }
            self.push(kind, role, span.range().end, 0..0);
        }
        self.lines(end);
    }

    /// Blanks and line ends.
    fn lines(&mut self, end: usize) {
        while let Some(length) = self.source.text.get(self.at..end).and_then(|blanks| blanks.find('\n')) {
            self.push(Kind::Blank, Role::Plain, self.at + length, 0..0);
            self.push(Kind::LineEnd, Role::Plain, self.at + 1, 0..0);
        }
        self.push(Kind::Blank, Role::Plain, end, 0..0);
    }

    fn push(&mut self, kind: Kind, role: Role, end: usize, plain: Range<usize>) {
        if kind == Kind::LineEnd {
            self.take_return();
        }
        if self.at < end {
            let span = Span::new(self.layout.span(0, 0).file, self.at, end);
            self.list.push(Token { kind, role, span, plain });
            self.at = end;
        }
    }

    /// A carriage return before a line end belongs to it.
    fn take_return(&mut self) {
        let returns = self.source.text.get(..self.at).is_some_and(|before| before.ends_with('\r'));
        if let Some(last) = self.list.last_mut().filter(|last| returns && last.kind == Kind::Blank) {
            last.span.end -= 1;
            self.at -= 1;
            if last.span.range().is_empty() {
                self.list.pop();
            }
        }
    }
}

/// Gives the tokens at some places a role.
fn mark(list: &mut [Token], role: Role, places: impl Iterator<Item = Span>) {
    for span in places {
        let range = under(list, span);
        list.get_mut(range).unwrap_or_default().iter_mut().for_each(|token| token.role = role);
    }
}

/// The tokens that begin in a place.
fn under(list: &[Token], span: Span) -> Range<usize> {
    let place = |byte: u32| list.partition_point(|token| token.span.start < byte);
    place(span.start)..place(span.end)
}
