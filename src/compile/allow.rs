//! Warnings that the policy itself allows: `# allow: W0501 why`, beside what it points at or right above.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{FileId, Sources, Span};
use crate::syntax::tokens::{Allowed, allowed};

/// One code of one comment.
struct Allowance<'a> {
    /// The code as it was written, and where.
    word: &'a str,
    span: Span,
    reason: &'a str,
    /// The lines for which it stands.
    lines: [usize; 2],
}

/// Takes away the warnings that comments allow, and tells of comments that cannot allow, or allow nothing.
pub(super) fn allow(sources: &Sources, comments: &[Span], diagnostics: &mut Vec<Diagnostic>) {
    let allowances = allowances(sources, comments);
    if allowances.is_empty() {
        return;
    }
    let mut by_place: HashMap<(FileId, usize, Code), usize> = HashMap::new();
    for (at, allowance) in allowances.iter().enumerate() {
        let Some(code) = Code::parse(allowance.word).filter(|code| code.severity() == Severity::Warning) else {
            continue;
        };
        for line in allowance.lines {
            by_place.entry((allowance.span.file, line, code)).or_insert(at);
        }
    }
    let mut used = vec![false; allowances.len()];
    diagnostics.retain(|told| {
        let found = by_place.get(&(told.span.file, sources.place(told.span).line, told.code));
        if let Some(used) = found.and_then(|at| used.get_mut(*at)) {
            *used = true;
        }
        found.is_none()
    });
    // What is wrong may hide what is allowed.
    let whole = diagnostics.iter().all(|told| told.severity() == Severity::Warning);
    let complaints = allowances.iter().zip(used).filter_map(|(allowance, used)| complaint(allowance, used || !whole));
    diagnostics.extend(complaints);
}

fn allowances<'a>(sources: &'a Sources, comments: &[Span]) -> Vec<Allowance<'a>> {
    let mut found = vec![];
    let mut below: Option<(FileId, usize, usize)> = None;
    for comment in comments.iter().rev() {
        let line = sources.place(*comment).line;
        let mut target = line;
        if stands_alone(sources, *comment, line) {
            // Comments right above each other all stand for the line below the last.
            target = match below {
                Some((file, next, target)) if (file, next) == (comment.file, line + 1) => target,
                _ => line + 1,
            };
            below = Some((comment.file, line, target));
        }
        found.extend(read(sources.slice(*comment), *comment, [line, target]));
    }
    found.reverse();
    found
}

fn stands_alone(sources: &Sources, comment: Span, line: usize) -> bool {
    let text = sources.get(comment.file).map_or("", |file| file.line(line));
    text.trim_start().starts_with(['#', '＃'])
}

/// The codes of a comment; of one that allows nothing, none. The last stands first.
fn read(text: &str, comment: Span, lines: [usize; 2]) -> Vec<Allowance<'_>> {
    let Some(Allowed { codes, reason }) = allowed(text) else { return vec![] };
    let reason = text.get(reason..).unwrap_or("");
    let codes = codes.into_iter().rev().map(|code| {
        let start = comment.start as usize;
        let span = Span::new(comment.file, start + code.start, start + code.end);
        Allowance { word: text.get(code).unwrap_or(""), span, reason, lines }
    });
    codes.collect()
}

fn complaint(allowance: &Allowance, used: bool) -> Option<Diagnostic> {
    let told = |code| Diagnostic::new(code, allowance.span).arg("code", allowance.word);
    match Code::parse(allowance.word) {
        None => Some(told(Code::BadAllowance).variant("unknown")),
        Some(code) if code.severity() == Severity::Error => Some(told(Code::BadAllowance).variant("error")),
        Some(_) if !used => Some(told(Code::NeedlessAllowance)),
        Some(_) if !allowance.reason.contains(char::is_alphanumeric) => Some(told(Code::BadAllowance)),
        Some(_) => None,
    }
}
