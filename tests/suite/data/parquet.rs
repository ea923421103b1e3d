//! Parquet as others write it, and what becomes of it that is damaged. `tests/data/parquet/README.md` says who wrote what.

use std::fs;

use proptest::prelude::*;

use super::{codes, outcomes, policy, read, refusal};

const POLICY: &str = "record {\n    工号 : text, key\n    接待 : count in [0, 5000000000]\n    率 : percent(fraction), decimals 4\n    响应 : duration(s), decimals 2\n    底薪 : money in [-10000元, 100000000元]\n    入职 : date, optional\n    级别 : 初级 | 高级\n    在岗 : bool, optional\n}\n";

fn file(name: &str) -> Vec<u8> {
    fs::read(format!("tests/data/parquet/{name}")).unwrap()
}

fn rows(name: &str) -> Vec<String> {
    let policy = policy(POLICY);
    let batch = read(&policy, name, file(name)).unwrap_or_else(|told| panic!("{name}: {}", codes(&told)));
    outcomes(&policy, &batch)
}

#[test]
fn six_writers_say_the_same() {
    let rows_of_text = rows("rows.csv");
    assert_eq!(rows_of_text[1], "A2|200|95%|45|3500.50|2024-02-29|高级|no");
    let writers = ["polars", "polars-lz4", "pyarrow", "pyarrow-v2", "pandas", "duckdb"];
    for writer in writers {
        assert_eq!(rows(&format!("{writer}.parquet")), rows_of_text, "{writer}");
    }
}

#[test]
fn what_is_no_value_rejects_its_row() {
    assert_eq!(rows("zoned.parquet"), ["E0701-zone"; 5]);
    // Of the last row, no day is given.
    let last = rows("rows.csv").pop().unwrap();
    assert_eq!(rows("int96.parquet"), [&["E0701-zone"; 4][..], &[&*last]].concat());
    assert_eq!(rows("nested.parquet"), ["E0701-nested"; 5]);
    assert_eq!(rows("bytes.parquet"), ["E0701-binary"; 5]);
    let first = rows("rows.csv").remove(0);
    assert_eq!(rows("floats.parquet"), [&*first, "E0701-nan", "E0701-nan", "E0703", "E0701-digits"]);
}

#[test]
fn what_cannot_be_read_is_told_as_what_it_is() {
    let policy = policy(POLICY);
    assert_eq!(refusal(&policy, "a", file("brotli.parquet")), "E0710-parquet-feature");
    let whole = file("polars.parquet");
    for end in [4, 100, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refusal(&policy, "a", &whole[..end]), "E0710-parquet-damaged", "{end}");
    }
    assert_eq!(refusal(&super::policy("record { 别 : text, key }"), "a", whole), "E0710-no-names");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn damage_anywhere_is_told_and_never_more(
        name in prop::sample::select(vec!["polars.parquet", "pyarrow-v2.parquet", "pandas.parquet"]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = file(name);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let policy = policy(POLICY);
        match read(&policy, "a.parquet", bytes) {
            Ok(batch) => drop(outcomes(&policy, &batch)),
            Err(problems) => prop_assert!(!codes(&problems).is_empty()),
        }
    }
}
