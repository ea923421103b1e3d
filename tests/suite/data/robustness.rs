//! Any bytes at all as data: an answer, never a panic.

use proptest::prelude::*;

use super::{codes, outcomes, policy, read};

const POLICY: &str = "record {\n    a : text, key\n    b : percent\n    c : duration(s), optional\n    d : month, optional\n    e : money, optional\n    f : x | y, optional\n}\n";

fn answer(name: &str, bytes: Vec<u8>) {
    let policy = policy(POLICY);
    match read(&policy, name, bytes) {
        Ok(batch) => drop(outcomes(&policy, &batch)),
        Err(problems) => assert!(!codes(&problems).is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        answer("data", bytes);
    }

    #[test]
    fn any_cells(cells in prop::collection::vec("[-+0-9.,:%万亿元分秒年月日WwKkeE/Q()'\"\\[\\]{} a-f\\n]{0,12}", 0..30)) {
        let mut text = String::from("a,b,c,d,e,f\n");
        for row in cells.chunks(6) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        answer("data.csv", text.into_bytes());
    }

    #[test]
    fn any_bytes_behind_the_beginning_of_a_format(
        start in prop::sample::select(vec!["PK\u{3}\u{4}", "PK\u{5}\u{6}", "[{\"a\":", "{\"a\": 1}\n", "a,b\n\""]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        answer("data", [start.as_bytes(), &bytes].concat());
    }
}
