use std::fs;
use std::path::Path;

use merit::eval::testing;

use super::{accepted, failures};

/// Every policy of figures, and how many tests it has: none is lost.
const FILES: [(&str, usize); 11] = [
    ("absence.merit", 7),
    ("aftersales.merit", 3),
    ("arithmetic.merit", 10),
    ("conditions.merit", 7),
    ("exempt.merit", 4),
    ("exempt_marks.merit", 4),
    ("pay.merit", 6),
    ("scales.merit", 14),
    ("scores.merit", 5),
    ("tables.merit", 10),
    ("wide.merit", 4),
];

#[test]
fn come_out_as_worked_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/evaluation");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), FILES.len());
    for (file, count) in FILES {
        let compiled = accepted(file, &fs::read_to_string(folder.join(file)).unwrap());
        assert_eq!(testing::run(&compiled.policy).len(), count, "{file}");
        assert_eq!(failures(&compiled), "", "{file}");
    }
}
