//! What holds of every policy that is laid out.

use std::fmt::Write;

use merit::compile::compile;
use merit::diagnostic::Severity;
use merit::format::{Options, Refused};
use merit::quantity::Tongue;
use merit::source::{FileId, SourceFile};
use merit::syntax::parse;
use merit::syntax::tokens::{Kind, Role, tokens};

use super::{in_tongue, only, with};
use crate::contract::generated;
use crate::corpus;

fn reads(text: &str) -> bool {
    let parsed = parse(FileId(0), &SourceFile::new("p.merit", text));
    parsed.diagnostics.iter().all(|told| told.severity() != Severity::Error)
}

/// Every policy at hand that reads, and generated ones.
fn policies() -> Vec<(String, String)> {
    let generated = (0..60).map(|seed| (format!("seed {seed}"), generated(seed)));
    let found: Vec<_> = corpus::policies().into_iter().chain(generated).filter(|(_, text)| reads(text)).collect();
    assert!(found.len() > 1_200, "{}", found.len());
    found
}

/// A text in disorder, which says the same: other blanks, indents, blank lines and signs, at the places of its tokens.
fn ruffled(text: &str, seed: u64) -> String {
    let source = SourceFile::new("p.merit", text);
    let found = tokens(FileId(0), &source);
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |most: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % most
    };
    let mut out = String::new();
    for token in &found.list {
        let own = source.slice(token.span);
        match token.kind {
            Kind::Blank => (0..=next(4)).for_each(|_| out.push(if next(9) == 0 { '\u{3000}' } else { ' ' })),
            Kind::LineEnd => {
                (0..next(3)).for_each(|_| out.push(' '));
                (0..=next(3) / 2).for_each(|_| out.push('\n'));
                (0..next(9)).for_each(|_| out.push(' '));
            }
            _ => out.push_str(match own {
                "," if next(3) == 0 => "，",
                ":" if next(3) == 0 => "：",
                "(" if next(3) == 0 => "（",
                ")" if next(3) == 0 => "）",
                "{" if next(3) == 0 => "｛",
                ";" if next(3) == 0 => "；",
                ">=" if next(2) == 0 => "≥",
                "<=" if next(2) == 0 => "≤",
                _ => own,
            }),
        }
    }
    out
}

/// What a policy is, but for places, and names and texts that were made of the text of a call.
fn bones(text: &str) -> Vec<String> {
    let compiled = compile(SourceFile::new("p", text), &[]);
    let debug = format!("{:#?}", compiled.policy);
    let made = |line: &str| {
        ["start:", "end:", "tongue:", "text:"].iter().any(|made| line.starts_with(made))
            || line.starts_with("name:") && line.contains(['(', ' '])
    };
    let codes = compiled.diagnostics.iter().map(|told| told.code.as_str().to_owned());
    debug.lines().filter(|line| !made(line.trim_start())).map(str::to_owned).chain(codes).collect()
}

/// The comments, each with the token before it and the one behind it; signs that part are none.
fn comments(text: &str) -> Vec<(String, String, String)> {
    let source = SourceFile::new("p.merit", text);
    let found = tokens(FileId(0), &source);
    let idle = |text: &str| matches!(text, "," | ";");
    let solid = |at: &usize| found.list[*at].is_solid() && !idle(found.plain(&found.list[*at]));
    let plain = |at: Option<usize>| at.map_or(String::new(), |at| found.plain(&found.list[at]).replace(' ', ""));
    let each = found.comments.iter().map(|comment| {
        let before = (0..comment.token).rev().find(solid);
        let behind = (comment.token..found.list.len()).find(solid);
        (source.slice(found.list[comment.token].span).to_owned(), plain(before), plain(behind))
    });
    each.collect()
}

#[test]
fn a_text_that_is_laid_out_says_the_same_and_stays() {
    let mut faults = String::new();
    for (at, (name, text)) in policies().into_iter().enumerate() {
        for text in [text.clone(), ruffled(&text, at as u64 + 1)] {
            if !reads(&text) {
                continue;
            }
            let Ok(once) = with(&text, &Options::default()) else {
                writeln!(faults, "{name} is refused:\n{text}").unwrap();
                continue;
            };
            let twice = with(&once, &Options::default());
            if twice.as_ref() != Ok(&once) {
                writeln!(faults, "{name} is laid out twice:\n{once}\n{twice:?}").unwrap();
            }
            if comments(&text) != comments(&once) {
                writeln!(faults, "{name}: {:?}\n{:?}", comments(&text), comments(&once)).unwrap();
            }
            if once.contains("\n\n\n") || once.lines().any(|line| line.ends_with(' ')) || !once.ends_with('\n') {
                writeln!(faults, "{name} has idle blanks:\n{once}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.chars().take(20_000).collect::<String>());
}
