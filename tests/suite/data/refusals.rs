//! Files that cannot be used as a whole, and columns that do not fit.

use merit::io::{DataSource, ReadOptions};
use merit::ir::Policy;
use merit::quantity::Tongue;
use merit::render::problem;

use super::{codes, outcomes, policy, read, refusal};

fn sheet() -> Policy {
    policy(
        "record {\n    工号 : text, key from \"id\"\n    响应时间 : duration(s) from \"avg\"\n    差评数 : count, optional\n}\n",
    )
}

#[test]
fn files_that_are_no_data() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "E0710-empty"),
        (b" \r\n\n", "E0710-empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "E0710-binary"),
        (b"PAR1\x15\x04", "E0710-parquet-damaged"),
        (b"PK\x03\x04not an archive", "E0710-workbook"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1garbage", "E0710-workbook"),
    ];
    for (bytes, code) in cases {
        assert_eq!(refusal(&sheet(), "data.csv", bytes), code);
    }
    assert_eq!(refusal(&sheet(), "data.csv", "工号,响应时间\n"), "E0710-no-records");
    assert_eq!(refusal(&sheet(), "data.csv", "a,b\n1,2\n"), "E0710-no-header");
}

#[test]
fn a_quotation_mark_that_nothing_closes() {
    let problems = read(&sheet(), "data.csv", "工号,响应时间\nA,1\n\nB,\"2\nC,3\nD,4\n").unwrap_err();
    assert_eq!(codes(&problems), "E0710-quote");
    assert!(problem(&problems[0], Tongue::En).starts_with("data.csv:4"), "{}", problem(&problems[0], Tongue::En));
    // A mark inside a cell, and doubled marks, are no trouble.
    let batch = read(&sheet(), "data.csv", "工号,响应时间\n5\"x,1\n\"a\"\"b\",2\n").unwrap();
    assert_eq!(outcomes(&sheet(), &batch), ["5\"x|1|", "a\"b|2|"]);
}

#[test]
fn columns_that_are_absent_are_one_error() {
    assert_eq!(refusal(&sheet(), "data.csv", "差评数,姓名\n1,x\n"), "E0708-unused");
    let problems = read(&sheet(), "data.csv", "工号,响应时长\nA,1\n").unwrap_err();
    assert_eq!(codes(&problems), "E0708-near");
    assert!(problem(&problems[0], Tongue::En).contains("“响应时长”"), "{}", problem(&problems[0], Tongue::En));
}

#[test]
fn two_columns_for_one_field_are_an_error() {
    assert_eq!(refusal(&sheet(), "data.csv", "工号,响应时间,avg\nA,1,2\n"), "E0709");
}

#[test]
fn a_column_that_nobody_asked_for_is_a_warning() {
    let batch = read(&sheet(), "data.csv", "工号,响应时间,备注,部门,_status\nA,1,x,y,ok\n").unwrap();
    assert_eq!(codes(&batch.notices), "W0701 W0708");
    let batch = read(&sheet(), "data.csv", "工号,响应时间,差评数,差评\nA,1,2,3\n").unwrap();
    assert_eq!(codes(&batch.notices), "W0701");
}

/// Of a field with a default nobody sees that its column was not taken.
#[test]
fn a_column_that_may_be_that_of_a_field_without_one_is_asked_about() {
    let trial = |attributes: &str| {
        policy(&format!(
            "record {{\n    工号 : text, key\n    试用期 : bool{attributes}\n    备注 : text, optional\n}}\n"
        ))
    };
    let file = "工号,是否试用期\nA,yes\n";
    assert_eq!(refusal(&trial(", default no"), "data.csv", file), "E0727");
    assert_eq!(refusal(&trial(", optional"), "data.csv", file), "E0727");
    // Who says how the column is called has answered.
    let batch = read(&trial(", default no from \"试用期\""), "data.csv", file).unwrap();
    assert_eq!(
        (codes(&batch.notices).as_str(), outcomes(&trial(""), &batch)),
        ("W0701-near W0708", vec!["A|no|".to_owned()])
    );
    let batch = read(&trial(", default no from \"是否试用期\""), "data.csv", file).unwrap();
    assert_eq!(outcomes(&trial(""), &batch), ["A|yes|"]);
    // Nor does a unit in the title hide what it is.
    let counts =
        policy("record {\n    工号 : text, key\n    差评数 : count, default 0\n    迟到次数 : count, default 0\n}\n");
    assert_eq!(refusal(&counts, "data.csv", "工号,差评(个),迟到次数\nA,1,0\n"), "E0727");
    assert_eq!(refusal(&counts, "data.csv", "工号,差评数,迟到（次）\nA,1,0\n"), "E0727");
    // Where the column that is named behind `from` is not there, another may be it.
    let named = trial(", default no from \"试用\"");
    assert_eq!(refusal(&named, "data.csv", file), "E0727");
    // Nothing is asked of a column that is nothing like it, of remarks, or where the field has its own.
    for file in ["工号,部门\nA,x\n", "工号,备注一\nA,x\n", "工号,试用期,是否试用期\nA,no,yes\n"] {
        read(&trial(", default no"), "data.csv", file).unwrap();
    }
}

#[test]
fn every_column_that_may_only_be_called_otherwise_is_named_at_once() {
    let policy = policy(
        "record {\n    工号 : text, key\n    试用期 : bool, default no\n    销售额 : money\n    底薪 : money\n}\n",
    );
    let problems = read(&policy, "data.csv", "工号,是否试用期,销售额合计,底薪标准\nA,yes,1,2\n").unwrap_err();
    assert_eq!(codes(&problems), "E0708-alike");
    let told = problem(&problems[0], Tongue::Zh);
    for pair in ["是否试用期 → 试用期", "销售额合计 → 销售额", "底薪标准 → 底薪"] {
        assert!(told.contains(pair), "{told}");
    }
}

#[test]
fn the_encoding_that_the_user_names_goes_first() {
    let read_as = |encoding: &str, bytes: &[u8]| {
        let options = ReadOptions { encoding: Some(encoding.to_owned()), ..Default::default() };
        let result = super::read_all(&sheet(), &[DataSource::new("data.csv", bytes)], &options);
        result.map_or_else(|problems| codes(&problems), |batch| outcomes(&sheet(), &batch).join(" "))
    };
    let text = "工号,响应时间\n小王,1\n";
    assert_eq!(read_as("utf8", text.as_bytes()), "小王|1|");
    let (big5, _, _) = encoding_rs::BIG5.encode("avg,id\n1,中\n");
    assert_eq!(read_as("big5", &big5), "中|1|");
    assert_eq!(read_as("klingon", text.as_bytes()), "E0711-unknown");
    assert_eq!(read_as("utf-8", b"\xff\xff"), "E0711-wanted");
    assert_eq!(refusal(&sheet(), "data.csv", b"\xff\xff,a\n".as_slice()), "E0711");
}
