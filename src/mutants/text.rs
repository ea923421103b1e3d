//! Pieces of a policy's text: which are literals, and how others are spelt in their place.

use std::collections::HashSet;

use crate::compile::Compiled;
use crate::diagnostic::Spelling;
use crate::quantity::{Decimal, Tongue};
use crate::source::{SourceFile, Span};
use crate::syntax::{respelt_piece, spelling, words};

/// The text of a policy and of what it uses.
pub(super) struct Texts<'c> {
    pub compiled: &'c Compiled,
    spelling: Spelling,
    used: HashSet<String>,
}

/// What no single literal holds.
const SIGNS: &str = "+-*/()[]{}<>=&|\"“”，,:;";

impl<'c> Texts<'c> {
    pub fn of(compiled: &'c Compiled) -> Self {
        let own = compiled.read().next().and_then(|file: &SourceFile| spelling(&file.text));
        let tongue = compiled.policy.tongue();
        let spelling = own.unwrap_or(Spelling { words: tongue, money: tongue, ..Spelling::of(Tongue::En) });
        let used = compiled.read().flat_map(|file| words(&file.text)).collect();
        Texts { compiled, spelling, used }
    }

    /// What stands in a place.
    pub fn at(&self, span: Span) -> &'c str {
        self.compiled.sources.slice(span)
    }

    /// The same on one line.
    pub fn line(&self, span: Span) -> String {
        self.at(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a number is written there, in the policy or in what it uses.
    pub fn is_literal(&self, span: Span) -> bool {
        let text = self.at(span).trim();
        let begins = text.trim_start_matches(['¥', '￥', '$']).starts_with(|c: char| c.is_ascii_digit());
        self.is_own(span) && begins && (!text.contains(|c| SIGNS.contains(c)) || is_moment(text))
    }

    /// Whether it stands in the policy or in what it uses.
    pub fn is_own(&self, span: Span) -> bool {
        self.compiled.files.contains(&span.file) && !self.at(span).is_empty()
    }

    /// A piece as the policy would spell it.
    pub fn spelt(&self, piece: &str) -> String {
        respelt_piece(piece, self.spelling, &|word| self.used.contains(word))
    }

    /// A place with another text in it, on one line.
    pub fn with(&self, whole: Span, edits: &[(Span, String)]) -> String {
        let Some(source) = self.compiled.sources.get(whole.file) else { return String::new() };
        let tail = source.text.len() - whole.range().end;
        let edited = super::tried::with(&source.text, edits);
        let piece = edited.get(whole.range().start..edited.len() - tail).unwrap_or_default();
        piece.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn is_moment(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "-QW:".contains(c))
}

/// A literal with other figures: one more in its last place, one less, a tenth more, a tenth less.
pub(super) fn others(text: &str) -> Option<[String; 4]> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let figures = rest.get(..end)?.trim_end_matches('.');
    // Thousands in groups are left alone.
    if rest.get(figures.len()..)?.starts_with([',', '_', '，']) {
        return None;
    }
    let value = Decimal::from_str_exact(figures).ok()?;
    let step = Decimal::try_new(1, value.scale()).ok()?;
    let tenth = value.checked_mul(Decimal::new(1, 1))?;
    let tenth = tenth.round_dp_with_strategy(value.scale(), rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    let spell = |value: Option<Decimal>| {
        let value = value.filter(|value| !value.is_sign_negative())?;
        let (before, behind) = (text.get(..start)?, rest.get(figures.len()..)?);
        Some(format!("{before}{value}{behind}"))
    };
    let all = [value.checked_add(step), value.checked_sub(step), value.checked_add(tenth), value.checked_sub(tenth)];
    let [more, less, tenth_more, tenth_less] = all.map(spell);
    let own = || text.to_owned();
    Some([more?, less.unwrap_or_else(own), tenth_more?, tenth_less.unwrap_or_else(own)])
}
