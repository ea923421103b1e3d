//! Two policies held against each other: planted changes with what is known of them, refactorings that change nothing.

mod among;
mod causes;
mod own;
mod places;
mod planted;
mod refactored;
mod values;

use merit::compare::{Difference, Verdict, compare};
use merit::compile::{Compiled, InMemory, compile, compile_beside};
use merit::source::SourceFile;

const SHOP: &str = include_str!("../../policies/small-shop.merit");

/// A text with pieces put in the place of others, each of which stands there once. In which columns it stands is of no
/// account.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(squeezed(text), |text, (from, to)| {
        let from = squeezed(from);
        assert_eq!(text.matches(&from).count(), 1, "{from}");
        text.replace(&from, to)
    })
}

/// A text with one blank where there are more, but for those at the start of a line.
fn squeezed(text: &str) -> String {
    let line = |line: &str| {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        let mut rest = rest.to_owned();
        while rest.contains("  ") {
            rest = rest.replace("  ", " ");
        }
        format!("{indent}{rest}")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A text without its tests, which a change of the policy would break.
fn untested(text: &str) -> String {
    text.split("\ntest ").next().unwrap_or_default().to_owned()
}

fn compiled(old: &str, new: &str) -> (Compiled, Compiled) {
    let old = compile(SourceFile::new("old.merit", old), &[]);
    let new = compile_beside(&old.sources, SourceFile::new("new.merit", new), &InMemory::default(), &[], &[]);
    for compiled in [&old, &new] {
        let told: Vec<_> =
            compiled.diagnostics.iter().filter(|told| told.severity() == merit::diagnostic::Severity::Error).collect();
        assert!(compiled.accepted(), "{told:#?}");
    }
    (old, new)
}

/// The kinds and names of all changes, as `kind name`; a part with what it is a part of, `kind name/within`.
fn told(difference: &Difference) -> Vec<String> {
    let each = difference.changes.iter().map(|change| match &change.within {
        Some(within) if *within != change.name => format!("{} {}/{within}", change.kind.as_str(), change.name),
        _ => format!("{} {}", change.kind.as_str(), change.name),
    });
    each.collect()
}

/// Every record of a region really gives the two results: both policies are evaluated on it.
fn assert_witnessed(old: &Compiled, new: &Compiled, difference: &Difference) {
    for region in &difference.regions {
        let given = |old: bool| -> Vec<_> {
            let each = region.witness.iter();
            each.filter_map(|given| if old { given.old.clone() } else { given.new.clone() }).collect()
        };
        let was = merit::eval::evaluate_given(&old.policy, &given(true));
        let is = merit::eval::evaluate_given(&new.policy, &given(false));
        assert!(!region.old.is_empty());
        for (slot, value) in &region.old {
            assert_eq!(was.value(*slot), Ok(value));
        }
        for (slot, value) in &region.new {
            assert_eq!(is.value(*slot), Ok(value));
        }
        assert_ne!(region.old.first().map(|it| &it.1), region.new.first().map(|it| &it.1));
    }
    if difference.verdict == Verdict::Differs {
        assert!(!difference.regions.is_empty());
    }
}

/// What there is between a policy and the same with some edits.
fn between(text: &str, edits: &[(&str, &str)]) -> Difference {
    let (old, new) = compiled(text, &edited(text, edits));
    let difference = compare(&old, &new);
    assert_witnessed(&old, &new, &difference);
    difference
}
