//! A policy whose keywords are put into the other tongue says the same.

use std::fmt::Write;

use merit::compile::{InMemory, compile_with};
use merit::quantity::Tongue;
use merit::source::{FileId, SourceFile};
use merit::syntax::respelt;

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
