//! Which safe edits are made: only what leaves every result as it was, and what only makes readable what was not.

use std::cell::Cell;

use merit::compile::{Files, InMemory, Mended, Unusable, compile_with, mend};
use merit::source::SourceFile;

/// A policy with two rows too many, one of them in a table; what it uses is in another file.
const POLICY: &str = "policy \"p\" { }\nuse \"a.merit\"\nrecord { x : points in [0, 100] }\n\
    table t by x -> v : points { < 50 => 1; >= 50 => 2; [60, 70] => 3 }\nmetric y : points = a + t.v\n";
const MENDED: &str = "policy \"p\" { }\nuse \"a.merit\"\nrecord { x : points in [0, 100] }\n\
    table t by x -> v : points { < 50 => 1; >= 50 => 2 }\nmetric y : points = a + t.v\n";
const USED: &str = "let a = x + 1\n";

fn source(text: &str) -> SourceFile {
    SourceFile::new("p.merit", text)
}

/// A used file that says something else once the policy was compiled, as if an edit had done it.
struct Turning {
    asked: Cell<usize>,
    then: &'static str,
}

/// How often one compilation asks for a used file: again when the labels of all files are known.
const READ: usize = 2;

impl Files for Turning {
    fn find(&self, _: &str, path: &str) -> Result<SourceFile, Unusable> {
        let asked = self.asked.replace(self.asked.get() + 1);
        Ok(SourceFile::new(path, if asked < READ { USED } else { self.then }))
    }
}

/// What a policy is mended to where the used file turns out otherwise by its edits.
fn turned(text: &str, then: &'static str) -> Mended {
    mend(&source(text), &Turning { asked: Cell::new(0), then })
}

fn texts(mended: Mended) -> Vec<(String, String)> {
    mended.changed.into_iter().map(|(was, is)| (was.text, is.text)).collect()
}

#[test]
fn an_edit_by_which_something_comes_out_otherwise_is_not_made() {
    assert_eq!(texts(turned(POLICY, USED)), [(POLICY.to_owned(), MENDED.to_owned())]);
    // Neither a test nor a name tells: only what comes out does.
    for then in ["let a = x + 2\n", "let a = max(x, 1) + 1\n", "let a = x + 1 + 0 * x + 1\n"] {
        let left = turned(POLICY, then);
        assert_eq!((left.changed.len(), left.left_out), (0, 1), "{then}");
        assert!(left.compiled.diagnostics.iter().all(|told| told.edits.is_empty()), "{then}");
    }
}

#[test]
fn a_policy_that_was_accepted_stays_so() {
    let rounded = MENDED.replace("a + t.v", "a + t.v otherwise 0");
    let files: InMemory = [SourceFile::new("a.merit", USED)].into_iter().collect();
    assert!(compile_with(source(&rounded), &files, &[]).accepted());
    assert_eq!(texts(turned(&rounded, USED)), [(rounded.clone(), MENDED.to_owned())]);
    for then in ["let a = x + z\n", "let a = x + 1\nensure a <= 50\n"] {
        assert_eq!(turned(&rounded, then).left_out, 1, "{then}");
    }
}

#[test]
fn what_did_not_read_came_to_nothing_before() {
    let slip = MENDED.replace("[0, 100]", "[0、 0100]");
    let slip = slip.as_str();
    assert_eq!(texts(turned(slip, "let a = x + 2\n")), [(slip.to_owned(), MENDED.to_owned())]);
    let torn = turned(slip, "let a = = x\n");
    assert!(torn.changed.is_empty() && torn.left_out > 0);
}

#[test]
fn what_overlaps_waits_and_what_is_clean_stays() {
    let mended = |text: &str| mend(&source(text), &InMemory::default());
    let clean = "policy \"p\" { }\nrecord { x : points in [0, 100] }\nmetric y : points = x + 1\n";
    assert!(mended(clean).changed.is_empty());
    let slips = clean.replace("= x + 1", "= x + 01").replace("[0, 100]", "[0、 0100]");
    assert_eq!(texts(mended(&slips)), [(slips, clean.to_owned())]);
}
