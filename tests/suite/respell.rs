//! A policy whose keywords are put into the other tongue says the same.

use std::fmt::Write;

use std::collections::BTreeSet;

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::Edit;
use merit::quantity::Tongue;
use merit::render::texts;
use merit::source::{FileId, SourceFile};
use merit::syntax::{Keyword, respelt};

use super::cases;

/// What the keywords of a policy are in a tongue.
pub fn in_tongue(text: &str, tongue: Tongue) -> String {
    respelt(FileId(0), &SourceFile::new("p.merit", text), tongue)
}

#[test]
fn a_policy_in_the_other_tongue_is_told_the_same() {
    let (mut count, mut faults) = (0, String::new());
    for path in cases::files() {
        for case in cases::read(&path).into_iter().filter(|case| !case.together) {
            // What does not read has no keywords that could be told apart.
            if case.verdict.iter().any(|code| code.starts_with("E01")) {
                continue;
            }
            for tongue in [Tongue::Zh, Tongue::En] {
                let text = |name: &str, text: &str| SourceFile::new(name, in_tongue(text, tongue));
                let files: InMemory = case.files.iter().map(|(name, it)| text(name, it)).collect();
                let compiled = compile_with(text("case", &case.text), &files, &[]);
                let compiled = if case.all { compiled.with_remarks() } else { compiled };
                let got: std::collections::BTreeSet<String> =
                    compiled.diagnostics.iter().map(|told| told.code.as_str().to_owned()).collect();
                if got != case.verdict {
                    writeln!(faults, "{} {tongue:?}: {:?}, not {:?}", case.name, got, case.verdict).unwrap();
                }
                count += 1;
            }
        }
    }
    assert!(count > 1_000, "{count}");
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn a_word_gets_the_blank_that_it_needs() {
    let zh = "方案 \"x\" { 币种 CNY }\n薪资 p 不低于3元 { a = 1元 }\n";
    assert_eq!(in_tongue(zh, Tongue::En), "policy \"x\" { currency CNY }\npay p at least 3元 { a = 1元 }\n");
    let en = "record { n : count, optional }\npay p at least 3 CNY { a = 1 CNY * (n otherwise 0) }\n";
    assert_eq!(in_tongue(en, Tongue::Zh), "记录 { n : 次数, 可缺 }\n薪资 p 不低于 3 CNY { a = 1 CNY * (n 若无 0) }\n");
}

/// Words of a piece of a policy outside of its strings.
fn words(text: &str) -> BTreeSet<String> {
    let plain: String = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    plain
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn edited(text: &str, edit: &Edit) -> String {
    let mut text = text.to_owned();
    text.replace_range(edit.span.range(), &edit.text);
    text
}

fn compiled(text: &str, files: &[(String, String)]) -> Compiled {
    let files: InMemory = files.iter().map(|(name, text)| SourceFile::new(name, text)).collect();
    compile_with(SourceFile::new("case", text), &files, &[])
}

fn codes(compiled: &Compiled) -> Vec<&'static str> {
    compiled.diagnostics.iter().map(|told| told.code.as_str()).collect()
}

/// What is proposed for a file has the keywords of the file, and does the same as for its twin in the other tongue.
#[test]
fn an_edit_has_the_keywords_of_its_file() {
    let (mut count, mut faults) = (0, String::new());
    for path in cases::files() {
        for case in cases::read(&path).into_iter().filter(|case| !case.together && case.files.is_empty()) {
            let (zh, en) = (in_tongue(&case.text, Tongue::Zh), in_tongue(&case.text, Tongue::En));
            let (of_zh, of_en) = (compiled(&zh, &[]), compiled(&en, &[]));
            let reads = case.verdict.iter().all(|code| !code.starts_with("E01"));
            for (own, text, told) in [(Tongue::Zh, &zh, &of_zh), (Tongue::En, &en, &of_en)] {
                // A text in which nothing is a keyword is of no tongue.
                if merit::syntax::spelling(text).is_none_or(|spelling| spelling.words != own) {
                    continue;
                }
                let other = if own == Tongue::Zh { Tongue::En } else { Tongue::Zh };
                let known = words(text);
                for edit in told.diagnostics.iter().flat_map(|told| &told.edits) {
                    count += 1;
                    let foreign = |word: &&String| {
                        let of =
                            |tongue: Tongue| Keyword::ALL.iter().any(|keyword| keyword.word(tongue) == word.as_str());
                        !known.contains(*word) && of(other) && !of(own)
                    };
                    if let Some(word) = words(&edit.text).iter().find(foreign) {
                        writeln!(faults, "{} {own:?}: `{word}` in `{}`", case.name, edit.text).unwrap();
                    }
                }
            }
            let edits = |of: &Compiled| of.diagnostics.iter().flat_map(|told| told.edits.clone()).collect::<Vec<_>>();
            let (one, two) = (edits(&of_zh), edits(&of_en));
            if !reads || one.len() != two.len() {
                continue;
            }
            for (one, two) in one.iter().zip(&two).take(3) {
                let after = (compiled(&edited(&zh, one), &[]), compiled(&edited(&en, two), &[]));
                if codes(&after.0) != codes(&after.1) {
                    writeln!(faults, "{}: `{}` and `{}` lead elsewhere", case.name, one.text, two.text).unwrap();
                }
            }
        }
    }
    assert!(count > 600, "{count}");
    assert!(faults.is_empty(), "\n{faults}");
}

/// A Chinese text has no English keyword but by a term: what it quotes is spelt as the file is. An English text quotes the
/// same terms.
#[test]
fn no_text_spells_a_keyword_by_hand() {
    let mut faults = String::new();
    for stage in ["terms", "syntax", "expressions", "declarations", "tables", "odd", "data"] {
        let read = |tongue: &str| {
            let root = env!("CARGO_MANIFEST_DIR");
            std::fs::read_to_string(format!("{root}/src/render/locale/{tongue}/{stage}.ftl")).unwrap()
        };
        let (zh, en) = (entries(&read("zh")), entries(&read("en")));
        for (id, text) in &zh {
            // An option of the program is none of the language.
            let bare = plain(text).replace("--with", "");
            let spelt = words(&bare).into_iter().find(|word| Keyword::ALL.iter().any(|keyword| keyword.en() == word));
            if let Some(word) = spelt {
                writeln!(faults, "{stage} {id}: `{word}` in {text}").unwrap();
            }
            let other = en.iter().find(|(known, _)| known == id).map_or("", |(_, text)| text.as_str());
            if terms(text) != terms(other) {
                writeln!(faults, "{stage} {id}: {:?}, in English {:?}", terms(text), terms(other)).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The messages and attributes of a file, each with its text.
fn entries(file: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = vec![];
    let mut message = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once('=').map(|(head, text)| (head.trim_end(), text)).filter(|(head, _)| {
            let name = head.trim_start().trim_start_matches('.');
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        });
        match head {
            Some((head, text)) if head.starts_with(' ') => {
                found.push((format!("{message}{}", head.trim_start()), text.to_owned()));
            }
            Some((head, text)) => {
                message = head.to_owned();
                found.push((message.clone(), text.to_owned()));
            }
            None => {
                if let Some((_, text)) = found.last_mut() {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
    }
    found
}

/// A text without its placeables and the keys of its variants, and without what is written into a spreadsheet.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = line.trim_start();
        let line = line.trim_start_matches('*');
        let line = if line.starts_with('[') { line.split_once(']').map_or("", |(_, rest)| rest) } else { line };
        let mut depth = 0;
        for c in line.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                _ if depth == 0 => out.push(c),
                _ => {}
            }
        }
        out.push('\n');
    }
    out
}

/// The terms of a text, in order of their names, each as often as it stands there.
fn terms(text: &str) -> Vec<&str> {
    let mut terms: Vec<&str> =
        text.split("{ -").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.trim()).collect();
    terms.sort_unstable();
    terms
}

/// Sentences are in the reader's tongue, and what they quote in the file's, whichever of the four it is.
#[test]
fn a_hint_quotes_the_keywords_of_the_file() {
    let help = |text: &str, tongue: Tongue| {
        let compiled = compiled(text, &[]);
        texts(&compiled.diagnostics[0], tongue).help.unwrap()
    };
    let en =
        "policy \"p\" { currency CNY }\nrecord { a : money; b : text }\nmetric r : count = rank(a, ties: shared)\n";
    let zh = in_tongue(en, Tongue::Zh);
    assert!(help(en, Tongue::Zh).contains("within: all"), "{}", help(en, Tongue::Zh));
    assert!(help(en, Tongue::En).contains("within: all"));
    assert!(help(&zh, Tongue::Zh).contains("范围: 全体"), "{}", help(&zh, Tongue::Zh));
    assert!(help(&zh, Tongue::En).contains("范围: 全体"));
    // A file that is used is spelt as it is, not as who uses it.
    let user = "方案 \"p\" { 币种 CNY }\n引用 \"used.merit\"\n";
    let used = en.split_once('\n').unwrap().1.to_owned();
    let compiled = compiled(user, &[("used.merit".to_owned(), used)]);
    assert!(texts(&compiled.diagnostics[0], Tongue::Zh).help.unwrap().contains("within: all"));
}
