//! Makes the edits that cannot change any result.

use super::{Compiled, compile};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Severity};
use crate::eval::testing;
use crate::source::{FileId, SourceFile};

/// A slip can hide another one behind it, but not many.
const MOST_ROUNDS: usize = 64;

/// A policy after its safe edits.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The text.
    pub source: SourceFile,
    /// What it comes to.
    pub compiled: Compiled,
    /// Whether it was given up: the edits would have changed what the policy says.
    pub given_up: bool,
}

/// Makes every safe edit of a policy, then those that come to light by them, until none is left. Where the
/// mended policy would not be what the policy was, nothing is mended.
pub fn mend(policy: SourceFile) -> Mended {
    let before = compile(policy.clone(), &[]);
    let (mut source, mut compiled) = (policy.clone(), before.clone());
    for _ in 0..MOST_ROUNDS {
        let edits = chosen(&compiled.diagnostics);
        if edits.is_empty() {
            break;
        }
        let next = SourceFile::new(source.name.clone(), applied(&source.text, &edits));
        let after = compile(next.clone(), &[]);
        if unreadable(&after) > unreadable(&compiled) {
            break;
        }
        (source, compiled) = (next, after);
    }
    match keeps(&before, &compiled) {
        true => Mended { source, compiled, given_up: false },
        false => Mended { source: policy, compiled: before, given_up: true },
    }
}

/// The best edit of each diagnostic where that one is safe; of two that overlap, the first by place.
fn chosen(diagnostics: &[Diagnostic]) -> Vec<&Edit> {
    let best = diagnostics.iter().filter_map(|diagnostic| diagnostic.edits.first());
    let mut edits: Vec<&Edit> =
        best.filter(|edit| edit.applicability == Applicability::Safe && edit.span.file == FileId::default()).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut free = 0;
    edits.retain(|edit| {
        let fits = edit.span.start >= free;
        // Behind an insertion nothing is inserted at the same place.
        free = if fits { edit.span.end.max(edit.span.start + 1) } else { free };
        fits
    });
    edits
}

/// The text with edits that stand in order and apart.
fn applied(text: &str, edits: &[&Edit]) -> String {
    let piece = |range: std::ops::Range<usize>| text.get(range).unwrap_or("");
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        out.push_str(piece(from..edit.span.start as usize));
        out.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    out.push_str(piece(from..text.len()));
    out
}

/// How many places of a policy cannot be read: a mended sign must not tear open what stands around it.
fn unreadable(compiled: &Compiled) -> usize {
    compiled.diagnostics.iter().filter(|told| told.severity() == Severity::Error && told.code.is_syntax()).count()
}

/// Whether a policy that was accepted is accepted still, and its tests come out as before.
fn keeps(before: &Compiled, after: &Compiled) -> bool {
    let outcomes = |compiled: &Compiled| {
        let tests = testing::run(&compiled.policy).into_iter();
        tests
            .map(|test| (test.name, test.expectations.into_iter().map(|of| of.got).collect()))
            .collect::<Vec<(_, Vec<_>)>>()
    };
    !before.accepted() || (after.accepted() && outcomes(before) == outcomes(after))
}

#[cfg(test)]
mod tests {
    use super::{keeps, mend};
    use crate::compile::compile;
    use crate::source::SourceFile;

    const POLICY: &str = "policy \"p\" { }\nrecord { x : points in [0, 100] }\n\
        metric y : points = x + 1\ntest \"t\" {\n    given { x = 1 }\n    expect { y = 2 }\n}\n";

    fn source(text: impl Into<String>) -> SourceFile {
        SourceFile::new("p.merit", text)
    }

    #[test]
    fn a_policy_that_would_be_refused_or_come_out_otherwise_is_not_kept() {
        let compiled = |text: String| compile(source(text), &[]);
        let before = compiled(POLICY.to_owned());
        assert!(before.accepted() && keeps(&before, &before));
        assert!(!keeps(&before, &compiled(POLICY.replace("x + 1", "x + 2"))));
        assert!(!keeps(&before, &compiled(POLICY.replace("x + 1", "z"))));
        assert!(keeps(&compiled(POLICY.replace("x + 1", "z")), &before));
    }

    #[test]
    fn what_overlaps_waits_and_what_is_clean_stays() {
        assert_eq!(mend(source(POLICY)).source.text, POLICY);
        let slips = POLICY.replace("= x + 1", "= x + 01").replace("[0, 100]", "[0、 0100]");
        assert_eq!(mend(source(slips)).source.text, POLICY);
    }
}
