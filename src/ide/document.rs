//! A policy that is open in an editor: read and checked once a version, asked at many places.

use super::{Completions, Hover, Known, Text, complete, hover_of};
use crate::compile::{Files, Outline, outline};
use crate::quantity::Tongue;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::tokens::{Role, Tokens, tokens};

/// One version of a policy that is open.
pub struct Document<'f> {
    source: SourceFile,
    files: &'f dyn Files,
    /// The tongue where the text tells none.
    tongue: Tongue,
    tokens: Tokens,
    outline: Outline,
    known: Known,
}

impl<'f> Document<'f> {
    /// A text; what it uses is found in `files`. `tongue` counts where the text has no words of either.
    pub fn new(source: SourceFile, files: &'f dyn Files, tongue: Tongue) -> Self {
        let outline = outline(source.clone(), files, &[]);
        let known = Known::of_outline(&outline, tongue);
        Document { tokens: tokens(FileId::default(), &source), source, files, tongue, outline, known }
    }

    /// The policy as far as it reads.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// What may stand before the byte `at`.
    pub fn completions(&self, at: usize) -> Completions {
        match self.without_declaration(at) {
            Some(rest) => {
                let mut known = self.known.clone();
                known.join(Known::of_outline(&outline(rest, self.files, &[]), self.tongue));
                complete(&known, &self.source.text, at, Text::Policy)
            }
            None => complete(&self.known, &self.source.text, at, Text::Policy),
        }
    }

    /// What stands at the byte `at`.
    pub fn hover(&self, at: usize) -> Option<Hover> {
        hover_of(&self.outline, &self.known, &self.tokens, at)
    }

    /// Where the name at the byte `at`, or right before it, is declared.
    pub fn definition(&self, at: usize) -> Option<Span> {
        self.outline.references.declaration_at(place(at))
    }

    /// Where what the name at the byte `at`, or right before it, stands for is declared and used, in the order of the text.
    pub fn references(&self, at: usize) -> Vec<Span> {
        let references = &self.outline.references;
        let Some(symbol) = references.symbol_at(place(at)) else { return vec![] };
        let mut found: Vec<Span> = references.uses_of(symbol).chain([symbol.span]).collect();
        found.sort_unstable();
        found
    }

    /// The text with blanks in the place of the declaration at a byte, where that does not read: what is half typed may
    /// take what stands below it along.
    fn without_declaration(&self, at: usize) -> Option<SourceFile> {
        let token = self.tokens.at(at.saturating_sub(1))?;
        let around = self.tokens.declaration(token)?;
        let declaration = self.tokens.list.get(around.clone())?;
        if !declaration.iter().any(|token| token.role == Role::Unread) {
            return None;
        }
        let (first, last) = (declaration.first()?.span.range().start, declaration.last()?.span.range().end);
        let blank = |c: char| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) };
        let mut text = self.source.text.get(..first)?.to_owned();
        text.extend(self.source.text.get(first..last)?.chars().map(blank));
        text.push_str(self.source.text.get(last..)?);
        Some(self.source.with_text(text))
    }
}

fn place(at: usize) -> Span {
    Span::new(FileId::default(), at, at)
}
