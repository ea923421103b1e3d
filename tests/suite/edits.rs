//! What an edit of a message leads to. For every case and every edit: the policy after it is accepted, or fails only
//! by what the rest of it failed by already; and the numbers that somebody wrote are the same.

use std::collections::BTreeMap;
use std::fmt::Write;

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::{Diagnostic, Edit, Severity};
use merit::render::{Tongue, texts};
use merit::source::SourceFile;

use super::cases::{self, Case};

/// Where an edit may lead to the next error, and why.
const LEADS_ON: [(&str, &str); 5] = [
    ("rows that nobody gets to because of a scale", "whether they are in order is seen with totals up to 100"),
    ("a score out of 10 hides a gap among the totals", "the gap is told beside the edit"),
    ("a path of a used file without quotes", "the file is not there, whatever is done to its name"),
    (
        "rows that all reach over into the ones that follow, in more than a thousand places",
        "each row is wrong with several",
    ),
    ("names of several words, and nothing told of their uses", "each name is used under the name that it gets"),
];

/// Messages that are about a number itself, which the edit therefore changes, and why it may.
const ABOUT_NUMBERS: [(&str, &[&str], &str); 16] = [
    ("E0301", &["roles"], "weights of several roles are made less in proportion"),
    ("E0112", &["", "sign"], "a range that stops short of the next row ends where that begins"),
    ("E0113", &["between"], "the same"),
    ("E0501", &["above", "below", "between", "alike", "together"], "a bound is moved to where the gap ends"),
    ("E0502", &[""], "a bound is moved to where the overlap ends"),
    ("E0309", &["apart", "order"], "the slices of a scale touch"),
    ("E0258", &["bound"], "a bound of pay that nobody can be paid, with both neighbours"),
    ("E0262", &["domain"], "a domain with values that a count never has"),
    ("W0401", &["domain"], "a bound that no value has, with the nearest one"),
    ("E0106", &["day"], "a day that the month has not"),
    ("E0117", &["several", "hyphens", "digits"], "one quantity or date is written another way and is the same"),
    ("E0111", &["compare", "bullet"], "one bound was written twice; a line has no number"),
    ("E0202", &["", "fraction", "step"], "a fraction as a percentage; a number of decimals as the last place"),
    ("W0516", &["rows"], "answers out of 10, all times 10, before the weight"),
    ("W0402", &["", "plain", "whole"], "a number of decimals as the last place"),
    ("E0201", &["function-elsewhere"], "a number of decimals as the last place"),
];

/// The numbers of a text, as often as each stands there, whatever its digits are grouped by.
fn numbers(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut digits = String::new();
    let chars: Vec<char> = text.chars().chain([' ']).collect();
    for (at, c) in chars.iter().enumerate() {
        let behind = chars.iter().skip(at + 1).take_while(|c| c.is_ascii_digit()).count();
        let groups = match c {
            '.' | '_' => behind > 0,
            ',' | '，' => behind == 3,
            _ => false,
        };
        let within = c.is_ascii_digit() || !digits.is_empty() && groups;
        if within {
            digits.extend((c.is_ascii_digit() || *c == '.').then_some(*c));
        } else if !digits.is_empty() {
            let number = std::mem::take(&mut digits);
            let shorter = number.trim_start_matches('0');
            let number = if shorter.starts_with(|c: char| c.is_ascii_digit()) {
                shorter.to_owned()
            } else {
                format!("0{shorter}")
            };
            *found.entry(number).or_insert(0) += 1;
        }
    }
    found
}

fn compiled(case: &Case, edit: Option<(&str, &Edit)>) -> Compiled {
    let text = |name: &str, text: &str| match edit {
        Some((file, edit)) if file == name => {
            let mut text = text.to_owned();
            text.replace_range(edit.span.range(), &edit.text);
            SourceFile::new(name, text)
        }
        _ => SourceFile::new(name, text),
    };
    let files: InMemory = case.files.iter().map(|(name, it)| text(name, it)).collect();
    compile_with(text("case", &case.text), &files, &[])
}

/// Errors after an edit that were not there before: those in the text of the edit, and unless the slip hid what the
/// rest means, any other.
fn fresh<'a>(before: &Compiled, after: &'a Compiled, told: &Diagnostic, edit: &Edit) -> Vec<&'a Diagnostic> {
    let delta = i64::try_from(edit.text.len()).unwrap() - i64::from(edit.span.end - edit.span.start);
    let edited = i64::from(edit.span.start)..i64::from(edit.span.start) + i64::try_from(edit.text.len()).unwrap();
    let name = |of: &Compiled, told: &Diagnostic| of.sources.get(told.span.file).map(|file| file.name.clone());
    let place = |of: &Compiled| of.sources.get(edit.span.file).map(|file| file.name.clone());
    let within = |new: &Diagnostic| {
        name(after, new) == place(before)
            && i64::from(new.span.start) < edited.end
            && i64::from(new.span.end) > edited.start
    };
    let known = |new: &Diagnostic| {
        before.diagnostics.iter().filter(|old| !std::ptr::eq(*old, told)).any(|old| {
            let moves = old.span.file == edit.span.file && old.span.start >= edit.span.end;
            let start = i64::from(old.span.start) + if moves { delta } else { 0 };
            let same = old.code == new.code && name(before, old) == name(after, new);
            same && (start == i64::from(new.span.start) || within(new))
        })
    };
    let hides = told.code.is_syntax() || told.code.as_str().starts_with("E02") || told.code.as_str() == "E0402";
    let errors = after.diagnostics.iter().filter(|new| new.severity() == Severity::Error && !known(new));
    errors.filter(|new| within(new) || !hides).collect()
}

/// Every edit of every case, with what was told and the policy before.
fn each(mut see: impl FnMut(&Case, &Compiled, &Diagnostic, &Edit)) {
    for path in cases::files() {
        for case in cases::read(&path).into_iter().filter(|case| !case.together) {
            let before = compiled(&case, None);
            let edits = before.diagnostics.iter().flat_map(|told| told.edits.iter().map(move |edit| (told, edit)));
            for (told, edit) in edits {
                see(&case, &before, told, edit);
            }
        }
    }
}

#[test]
fn an_edit_mends_what_it_is_for_and_leads_to_no_other_error() {
    let (mut all, mut faults) = (0, String::new());
    each(|case, before, told, edit| {
        all += 1;
        let file = before.sources.get(edit.span.file).unwrap();
        let after = compiled(case, Some((&file.name, edit)));
        let fresh = fresh(before, &after, told, edit);
        if fresh.is_empty() || LEADS_ON.iter().any(|(name, _)| *name == case.name) {
            return;
        }
        let old = before.sources.slice(edit.span);
        writeln!(faults, "{} : {} `{old}` -> `{}`", case.name, told.code.as_str(), edit.text).unwrap();
        for new in fresh {
            let message = texts(new, Tongue::En).message;
            writeln!(faults, "    {} `{}` {message}", new.code.as_str(), after.sources.slice(new.span)).unwrap();
        }
    });
    assert!(all > 300, "{all}");
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn an_edit_keeps_the_numbers_that_somebody_wrote() {
    let mut faults = String::new();
    each(|case, before, told, edit| {
        let (old, new) = (numbers(before.sources.slice(edit.span)), numbers(&edit.text));
        let kept = old.iter().all(|(number, count)| new.get(number).is_some_and(|now| now >= count));
        let about = |(code, variants, _): &(&str, &[&str], &str)| {
            *code == told.code.as_str() && variants.contains(&told.variant)
        };
        if !kept && !edit.text.is_empty() && !ABOUT_NUMBERS.iter().any(about) {
            let old = before.sources.slice(edit.span);
            writeln!(faults, "{} : {} {} `{old}` -> `{}`", case.name, told.code.as_str(), told.variant, edit.text)
                .unwrap();
        }
    });
    assert!(faults.is_empty(), "\n{faults}");
}
