//! Names of several words: `chats answered : count`. Each is read as one word wherever it stands, and the file is told so once.

use std::collections::HashSet;

use super::{Kind, Layout, Token};
use crate::diagnostic::{Arg, Code, Diagnostic, Edit, joined};
use crate::source::{SourceFile, Span};
use crate::syntax::Keyword;

/// A name of several words, and every place where it stands.
#[derive(Debug)]
pub struct Spaced {
    words: String,
    /// It is a field without a title, whose column is called so.
    is_field: bool,
    declared: Span,
    used: Vec<Span>,
}

/// Words that join what stands around them, and are no part of a name in front of `=`.
const JOINTS: [Keyword; 12] = [
    Keyword::When,
    Keyword::If,
    Keyword::Then,
    Keyword::Else,
    Keyword::And,
    Keyword::Or,
    Keyword::Not,
    Keyword::In,
    Keyword::Is,
    Keyword::Otherwise,
    Keyword::AtLeast,
    Keyword::AtMost,
];

/// Reads each name of several words as one, and notes where they stand.
pub fn join(layout: &mut Layout, found: &mut Vec<Token>) {
    let mut spaced = declared(layout, found);
    // One that another begins with comes behind it.
    spaced.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    let mut seen: HashSet<String> = HashSet::new();
    spaced.retain(|name| seen.insert(name.words.clone()));
    for name in &mut spaced {
        let words: Vec<&str> = name.words.split(' ').collect();
        let mut at = 0;
        while at + words.len() <= found.len() {
            let last = at + words.len() - 1;
            match is_run(&layout.text, found.get(at..=last).unwrap_or(&[]), &words) {
                true => {
                    let range = found.get(at).map_or(0, |token| token.range.start)
                        ..found.get(last).map_or(0, |token| token.range.end);
                    name.used.push(layout.span(range.start, range.end));
                    let joined = layout.text.get(range.clone()).unwrap_or("").replace(' ', "_");
                    layout.text.replace_range(range.clone(), &joined);
                    found.splice(at..=last, [Token { kind: Kind::Word, range }]);
                }
                false => at += 1,
            }
            at = at.max(1);
        }
    }
    spaced.sort_by_key(|name| name.declared);
    layout.spaced = spaced;
}

/// Whether tokens are these words, each one blank behind the other.
fn is_run(text: &str, tokens: &[Token], words: &[&str]) -> bool {
    let apart =
        |pair: &[Token]| matches!(pair, [one, other] if text.get(one.range.end..other.range.start) == Some(" "));
    tokens.len() == words.len()
        && tokens.iter().zip(words).all(|(token, word)| token.kind == Kind::Word && token.of(text) == *word)
        && tokens.windows(2).all(apart)
}

/// The names that are declared so.
fn declared(layout: &Layout, tokens: &[Token]) -> Vec<Spaced> {
    let text = layout.text.as_str();
    let (mut found, mut depth, mut block) = (vec![], 0_usize, "");
    for line in tokens.split(|token| token.kind == Kind::Newline) {
        found.extend(name(layout, line, depth, block));
        found.extend(head(layout, line).filter(|_| depth == 0));
        if depth == 1 && Keyword::Record.is(block) {
            found.extend(labels(layout, line));
        }
        for token in line {
            match token.of(text) {
                "{" => {
                    block = if depth == 0 { line.first().map_or("", |first| first.of(text)) } else { block };
                    depth += 1;
                }
                "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    found
}

/// The name that a line declares, where it is one of several words.
fn name(layout: &Layout, line: &[Token], depth: usize, block: &str) -> Option<Spaced> {
    let word = |at: usize| line.get(at).map_or("", |token| token.of(&layout.text));
    let is = |word: &str, keywords: &[Keyword]| Keyword::among(word, keywords).is_some();
    let is_field = depth == 1 && is(block, &[Keyword::Record, Keyword::Lookup, Keyword::Details]);
    let first = match depth {
        1 if is_field || is(block, &[Keyword::Pay]) => 0,
        0 if is(word(0), &[Keyword::Metric, Keyword::Param, Keyword::Let, Keyword::Pay]) => 1,
        0 if !is(word(0), Keyword::DECLARATIONS) => 0,
        _ => return None,
    };
    let count = line.iter().skip(first).take_while(|token| token.kind == Kind::Word).count();
    let (last, behind) = (first + count.checked_sub(2)? + 1, first + count);
    // Behind the name of a field may stand a title or a remark.
    let titled = line.get(behind).is_some_and(|token| token.kind == Kind::Text) || word(behind) == "(";
    let ends = match word(behind) {
        ":" => is_field || first == 1,
        "=" => !is_field,
        // In the head of pay bounds may follow; in Chinese they touch their numbers.
        "{" => depth == 0 && is(word(0), &[Keyword::Pay]) && (first..behind).all(|at| is_plain(word(at))),
        _ => is_field && titled && (behind..line.len()).any(|at| word(at) == ":"),
    };
    // `metric a percent = 1%` lacks its colon; what a bound joins stands on both sides of it.
    let bound = (first..last).any(|at| {
        let two = format!("{} {}", word(at), word(at + 1));
        Keyword::among(&two, &[Keyword::AtLeast, Keyword::AtMost]).is_some()
    });
    let typed = last > first && is(word(last), Keyword::TYPES);
    let joins = !is_field && (bound || typed || (first..behind).any(|at| is(word(at), &JOINTS)));
    (ends && !joins).then_some(())?;
    let range = line.get(first)?.range.start..line.get(last)?.range.end;
    // Of what begins with no keyword the use says that it is a name.
    let unused = depth == 0 && first == 0 && layout.text.matches(layout.text.get(range.clone())?).count() < 2;
    (!unused).then_some(())?;
    spaced(layout, line, (first, last), is_field && !titled)
}

/// `table commission rate by position {`: the name of a table between its words.
fn head(layout: &Layout, line: &[Token]) -> Option<Spaced> {
    const WORDS: [Keyword; 5] = [Keyword::Score, Keyword::Table, Keyword::Scale, Keyword::Grade, Keyword::Section];
    const BEHIND: [Keyword; 4] = [Keyword::By, Keyword::On, Keyword::Weight, Keyword::OutOf];
    let word = |at: usize| line.get(at).map_or("", |token| token.of(&layout.text));
    let is_word = |at: usize| line.get(at).is_some_and(|token| token.kind == Kind::Word);
    let ends = |at: usize| !is_word(at) || Keyword::among(word(at), &BEHIND).is_some() || word(at) == "out";
    Keyword::among(word(0), &WORDS)?;
    let end = (1..=line.len()).find(|at| ends(*at)).filter(|end| *end > 2)?;
    let closed = is_word(end) || matches!(word(end), "{" | "(" | ":");
    (closed && (1..end).all(|at| is_plain(word(at)))).then(|| spaced(layout, line, (1, end - 1), false))?
}

/// `associate | senior associate | manager`: labels of several words.
fn labels(layout: &Layout, line: &[Token]) -> Vec<Spaced> {
    let word = |at: usize| line.get(at).map_or("", |token| token.of(&layout.text));
    let Some(colon) = (0..line.len()).find(|at| word(*at) == ":") else { return vec![] };
    let bars = (colon..line.len()).filter(|at| matches!(word(*at), "|" | "/"));
    let ends: Vec<usize> = std::iter::once(colon).chain(bars).collect();
    let Some(first) = ends.get(1) else { return vec![] };
    let end = (*first..line.len()).find(|at| word(*at) == ",").unwrap_or(line.len());
    let parts = ends.iter().zip(ends.iter().skip(1).chain([&end]));
    let label = |(before, behind): (&usize, &usize)| {
        let (from, to) = (before + 1, behind.checked_sub(1)?);
        let words = (from..=to).all(|at| line.get(at).is_some_and(|it| it.kind == Kind::Word) && is_plain(word(at)));
        (to > from && words).then(|| spaced(layout, line, (from, to), true))?
    };
    parts.filter_map(label).collect()
}

/// The name that some tokens of a line are, each one blank behind the other.
fn spaced(layout: &Layout, line: &[Token], (first, last): (usize, usize), titled: bool) -> Option<Spaced> {
    let range = line.get(first)?.range.start..line.get(last)?.range.end;
    let (words, declared) = (layout.text.get(range.clone())?.to_owned(), layout.span(range.start, range.end));
    (!words.contains("  ")).then(|| Spaced { words, is_field: titled, declared, used: vec![] })
}

/// Whether a word is English, and bounds nothing.
fn is_plain(word: &str) -> bool {
    const BOUNDS: [&str; 13] =
        ["at", "least", "most", "min", "max", "minimum", "maximum", "floor", "cap", "no", "when", "if", "by"];
    word.is_ascii() && !BOUNDS.contains(&word.to_lowercase().as_str())
}

/// Tells of the names, with one edit for all places.
pub fn told(layout: &Layout, source: &SourceFile) -> Option<Diagnostic> {
    let (first, others) = layout.spaced.split_first()?;
    let edits = layout.spaced.iter().flat_map(|name| {
        name.used.iter().map(|place| {
            let wanted = name.words.replace(' ', "_");
            let title = if name.is_field && *place == name.declared {
                format!(" \"{}\"", source.slice(*place))
            } else {
                String::new()
            };
            Edit::choice(*place, wanted + &title)
        })
    });
    let edits: Vec<Edit> = edits.collect();
    let edit = joined(source, &edits.iter().collect::<Vec<_>>())?;
    let list = |of: &dyn Fn(&Spaced) -> String| Arg::List(layout.spaced.iter().map(|name| of(name).into()).collect());
    let mut told = Diagnostic::new(Code::MissingName, first.declared).variant("several");
    told.edits.push(edit);
    let told = others.iter().fold(told, |told, name| told.label(name.declared, ""));
    let told = told.arg("found", list(&|name| name.words.clone()));
    Some(told.arg("wanted", list(&|name| name.words.replace(' ', "_"))))
}
