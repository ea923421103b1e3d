//! Declarations and pieces of them in the place of those in a text: comments around them stay, and what had the one layout
//! has it afterwards.

use std::ops::Range;

use super::draft::Draft;
use crate::compile::{Compiled, Namesake, namesake};
use crate::format::{Options, formatted};
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::parse;
use crate::syntax::tokens::{Kind, Tokens, tokens};

/// A piece of a file and what is to stand there.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Where.
    pub span: Span,
    /// What.
    pub text: String,
}

/// Whether typed declarations take the place of none.
pub(super) fn adds(compiled: &Compiled, typed: &SourceFile) -> bool {
    parse(FileId::default(), typed).file.items.iter().all(|item| namesake(&compiled.file, item).is_none())
}

/// The texts of a policy with typed declarations in the place of those of their names, or at the end.
pub(super) fn declared(draft: &Draft, compiled: &Compiled, typed: &SourceFile) -> Draft {
    let id = FileId::default();
    let (items, own) = (parse(id, typed).file.items, tokens(id, typed));
    let (mut pieces, mut added) = (vec![], vec![]);
    for item in &items {
        let text =
            extent(&own, item.span()).and_then(|range| typed.text.get(range)).unwrap_or_default().trim().to_owned();
        match namesake(&compiled.file, item).and_then(|old| Some((whole(compiled, old)?, text.clone()))) {
            Some((span, text)) => pieces.push(Piece { span, text }),
            None => added.push(text),
        }
    }
    let draft = put(draft, compiled, pieces);
    match added.is_empty() {
        true => draft,
        false => appended(&draft, &added.join("\n\n")),
    }
}

/// The texts with something behind the end of the policy.
pub(super) fn appended(draft: &Draft, text: &str) -> Draft {
    let before = draft.main.text.trim_end();
    let start = before.lines().count() + 2;
    let after = draft.main.with_text(format!("{before}\n\n{}\n", text.trim()));
    let lines = start..=after.text.lines().count();
    draft.with(laid_out(after, lines))
}

/// The texts with some pieces in the place of others.
pub(super) fn put(draft: &Draft, compiled: &Compiled, mut pieces: Vec<Piece>) -> Draft {
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.span));
    let mut draft = draft.clone();
    for piece in pieces {
        let Some(file) = compiled.sources.get(piece.span.file) else { continue };
        let now = if file.name == draft.main.name { &draft.main } else { draft.used.get(&file.name).unwrap_or(file) };
        draft = draft.with(replaced(now, piece.span.range(), &piece.text));
    }
    draft
}

/// A text with another piece, in the layout that it had.
fn replaced(file: &SourceFile, range: Range<usize>, text: &str) -> SourceFile {
    let (Some(lead), Some(rest)) = (file.text.get(..range.start), file.text.get(range.end..)) else {
        return file.clone();
    };
    let id = FileId::default();
    let around = |file: &SourceFile, at: usize| {
        let of = extent(&tokens(id, file), Span::new(id, at, at));
        let of = of.unwrap_or(at..at);
        file.place(of.start).line..=file.place(of.end.saturating_sub(1).max(of.start)).line
    };
    let was = around(file, range.start);
    let options = Options { lines: Some(was), ..Options::default() };
    let had_layout = formatted(file, &options).is_ok_and(|text| text == file.text);
    let after = file.with_text(format!("{lead}{text}{rest}"));
    let lines = around(&after, range.start);
    if had_layout { laid_out(after, lines) } else { after }
}

/// A file of which some lines are in the one layout, where that can be.
fn laid_out(file: SourceFile, lines: std::ops::RangeInclusive<usize>) -> SourceFile {
    match formatted(&file, &Options { lines: Some(lines), ..Options::default() }) {
        Ok(text) => file.with_text(text),
        Err(_) => file,
    }
}

/// All of a declaration of the policy.
pub(super) fn whole(compiled: &Compiled, old: Namesake) -> Option<Span> {
    let file = compiled.sources.get(old.span.file)?;
    let tokens = tokens(old.span.file, file);
    let range = if old.inner { braced(&tokens, old.span) } else { extent(&tokens, old.span) }?;
    Some(Span::new(old.span.file, range.start, range.end))
}

/// The declarations of a draft that are not those of what was loaded.
pub(super) fn changed_declarations(now: &Compiled, loaded: &Compiled) -> String {
    let own = now.file.items.iter().filter_map(|item| {
        let text = now.sources.slice(whole(now, Namesake { span: item.span(), inner: false })?);
        let same = match namesake(&loaded.file, item).and_then(|old| whole(loaded, old)) {
            Some(old) => loaded.sources.slice(old) == text,
            None => loaded.sources.iter().any(|(_, file)| file.text.contains(text)),
        };
        (!same).then_some(text)
    });
    own.collect::<Vec<_>>().join("\n\n")
}

/// The texts without the declarations that were loaded and are there no longer, and the names of those that were changed
/// meanwhile and stay.
pub(super) fn without(fresh: (Draft, &Compiled), now: &Compiled, loaded: &Compiled) -> (Draft, Vec<String>) {
    let (draft, compiled) = fresh;
    let gone = loaded.file.items.iter().filter(|item| namesake(&loaded.file, item).is_some());
    let gone = gone.filter(|item| namesake(&now.file, item).is_none());
    let (mut pieces, mut stay) = (vec![], vec![]);
    for item in gone {
        let Some(span) = namesake(&compiled.file, item).and_then(|there| whole(compiled, there)) else { continue };
        let was = namesake(&loaded.file, item).and_then(|old| whole(loaded, old));
        let text = compiled.sources.slice(span);
        match was.is_some_and(|was| loaded.sources.slice(was) == text) {
            true => pieces.push(Piece { span: with_line_end(compiled, span), text: String::new() }),
            false => stay.push(text.lines().next().unwrap_or_default().trim().to_owned()),
        }
    }
    (put(&draft, compiled, pieces), stay)
}

/// A place with the end of its last line.
fn with_line_end(compiled: &Compiled, span: Span) -> Span {
    let rest = compiled.sources.get(span.file).and_then(|file| file.text.get(span.range().end..)).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
    let ends = rest.get(blank..).is_some_and(|rest| rest.starts_with('\n'));
    let more = if ends { blank + 1 } else { 0 };
    Span::new(span.file, span.range().start, span.range().end + more)
}

/// The bytes of the declaration in which a place is.
fn extent(tokens: &Tokens, place: Span) -> Option<Range<usize>> {
    let range = tokens.declaration(tokens.at(place.start as usize)?)?;
    let inner = tokens.list.get(range.clone())?;
    Some(inner.first()?.span.range().start..inner.last()?.span.range().end)
}

/// The bytes of a heading with the braces behind it, where it has some.
fn braced(tokens: &Tokens, heading: Span) -> Option<Range<usize>> {
    let range = heading.range();
    let behind = tokens.list.iter().skip(tokens.at(range.end.saturating_sub(1))? + 1);
    let mut depth = 0_i32;
    for token in behind.filter(|token| token.is_solid()) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        match depth {
            0 if token.kind == Kind::Close => return Some(range.start..token.span.range().end),
            depth if depth <= 0 => break,
            _ => {}
        }
    }
    Some(range)
}
