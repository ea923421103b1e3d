//! Text files in the shapes that exports have.

use encoding_rs::GB18030;
use merit::data::Format;
use merit::render::problem;

use super::{codes, outcomes, policy, read, refusal};
use merit::ir::Policy;
use merit::quantity::Tongue;

fn sheet() -> Policy {
    policy(
        "record {\n    旺旺 \"客服旺旺\" : text, key\n    响应 : duration(s) from \"平均响应时间(s)\"\n    转化率 : percent\n    销售额 : money, optional\n}\n",
    )
}

const ROWS: [&str; 2] = ["小王|32.5|36.99%|1234.50", "小李|80|40%|"];

#[test]
fn a_gbk_export_with_title_rows_and_a_summary_row() {
    let text = "客服绩效报表\r\n统计周期：2024-03-01至2024-03-31\r\n\r\n客服旺旺,平均响应时间（s）,转化率,销售额\r\n\
        小王,32.5,36.99%,\"1,234.50\"\r\n小李,80,40%,-\r\n汇总,56.25,38%,\"1,234.50\"\r\n";
    let (bytes, _, _) = GB18030.encode(text);
    let policy = sheet();
    let batch = read(&policy, "报表.csv", bytes.into_owned()).unwrap();
    assert_eq!(outcomes(&policy, &batch), [ROWS[0], ROWS[1], "skipped W0703-summary"]);
    let encoding = batch.inputs[0].encoding.unwrap();
    assert_eq!((encoding.name, encoding.guessed), ("gb18030", true));
    assert_eq!(batch.record(0).unwrap().place.row, 5);
    assert_eq!(codes(&batch.notices), "");
}

#[test]
fn byte_order_marks_and_separators() {
    let policy = sheet();
    let lines = ["旺旺,响应,转化率,销售额", "小王,32.5,36.99%,1234.5", "小李,80,40%,"];
    for (separator, format) in
        [(",", Format::Csv(b',')), ("\t", Format::Tsv), (";", Format::Csv(b';')), ("|", Format::Csv(b'|'))]
    {
        let text = lines.join("\n").replace(',', separator);
        let batch = read(&policy, "data.txt", format!("\u{feff}{text}")).unwrap();
        assert_eq!(outcomes(&policy, &batch), ROWS, "{separator:?}");
        assert_eq!(batch.inputs[0].format, format);
        let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(outcomes(&policy, &read(&policy, "data.txt", wide).unwrap()), ROWS, "{separator:?}");
    }
}

#[test]
fn json_arrays_and_json_lines() {
    let policy = sheet();
    let lines = "{\"旺旺\": \"小王\", \"响应\": 3.25e1, \"转化率\": \"36.99%\", \"销售额\": 1234.50}\n\n\
        {\"转化率\": \"40%\", \"旺旺\": \"小李\", \"响应\": \"00:01:20\"}\n";
    let batch = read(&policy, "data.jsonl", lines).unwrap();
    assert_eq!(outcomes(&policy, &batch), ROWS);
    assert_eq!(batch.record(1).unwrap().place.row, 3);
    let array = format!("[{}]", lines.trim().replace("\n\n", ","));
    let batch = read(&policy, "-", array).unwrap();
    assert_eq!(outcomes(&policy, &batch), ROWS);
    assert_eq!(batch.record(1).unwrap().place.row, 2);
}

#[test]
fn json_numbers_never_pass_through_floats() {
    let policy = policy("record {\n    x : number in [0, 100000000000], decimals 9\n}\n");
    let batch = read(&policy, "data.json", "[{\"x\": 12345678901.123456789}]").unwrap();
    assert_eq!(outcomes(&policy, &batch), ["12345678901.123456789"]);
}

#[test]
fn json_that_is_no_list_of_flat_records() {
    let policy = policy("record {\n    x : number\n}\n");
    assert_eq!(refusal(&policy, "a.json", "[1, 2]"), "E0710-json-object");
    assert_eq!(refusal(&policy, "a.json", "[{\"x\": 1},"), "E0710-json-line");
    assert_eq!(refusal(&policy, "a.jsonl", "{\"x\": 1}\n{\"x\" 1}\n"), "E0710-json-line");
    assert_eq!(refusal(&policy, "a.json", "x\n1\n"), "E0710-json");
    assert_eq!(refusal(&policy, "a.json", "[]"), "E0710-empty");
    assert_eq!(refusal(&policy, "a.json", "{\"data\": [{\"x\": 1}]}"), "E0710-no-names");
    let problems = read(&policy, "a.json", "[\n{\"x\": 1},\n{\"x\": NaN}]").unwrap_err();
    assert_eq!(codes(&problems), "E0710-json-nan");
    assert!(problem(&problems[0], Tongue::En).starts_with("a.json:3: What stands at character 7"), "{problems:?}");
    let batch = read(&policy, "a.json", "[{\"x\": [1]}, {\"x\": 1, \"x\": 2}, {\"x\": null}, {\"x\": true}]").unwrap();
    assert_eq!(outcomes(&policy, &batch), ["E0701-nested", "E0701-twice", "E0704", "E0701"]);
}

#[test]
fn what_nobody_sees_makes_no_difference() {
    let policy = sheet();
    let data = "旺旺,响应,转化率\n\u{feff}小王\u{200b},\u{a0}32.5\u{3000},36.99%\n小王,1,1%\n\u{1a}";
    assert_eq!(outcomes(&policy, &read(&policy, "data.csv", data).unwrap()), ["E0705", "E0705"]);
}

#[test]
fn a_mark_that_lies_about_the_encoding() {
    let (body, _, _) = GB18030.encode("旺旺,响应,转化率\n小王,32.5,36.99%\n");
    let bytes = [b"\xef\xbb\xbf", body.as_ref()].concat();
    assert_eq!(refusal(&sheet(), "data.csv", bytes.clone()), "E0711-mark");
    let options = merit::io::ReadOptions { encoding: Some("gbk".into()), ..Default::default() };
    let batch = super::read_all(&sheet(), &[merit::io::DataSource::new("data.csv", bytes)], &options).unwrap();
    assert_eq!(outcomes(&sheet(), &batch), ["小王|32.5|36.99%|"]);
}

#[test]
fn a_web_page_is_no_workbook() {
    assert_eq!(refusal(&sheet(), "报表.xls", "\n<HTML><table><tr><td>旺旺</td></tr></table>"), "E0710-html");
}

#[test]
fn a_key_of_which_the_last_digits_are_lost_is_nobody() {
    let data = "旺旺,响应,转化率\n1.00E+11,1,1%\n6.92012E18,1,1%\n3E8,1,1%\n1E+11号,1,1%\n";
    assert_eq!(
        outcomes(&sheet(), &read(&sheet(), "data.csv", data).unwrap()),
        ["E0701-lost-exponent", "E0701-lost-exponent", "3E8|1|1%|", "1E+11号|1|1%|"]
    );
}

#[test]
fn of_many_columns_that_nobody_asked_for_some_are_named() {
    let further = |row: &str| (0..300).map(|at| format!(",{row}{at}")).collect::<String>();
    let data = format!("旺旺,响应,转化率{}\n小王,1,1%{}\n", further("列"), further(""));
    let batch = read(&sheet(), "data.csv", data).unwrap();
    assert_eq!(codes(&batch.notices), "W0701-many W0708");
    assert!(problem(&batch.notices[0], Tongue::En).contains("列11, and 288 more"), "{:?}", batch.notices);
}

#[test]
fn a_key_that_joins_two_others_is_told() {
    let told = |joined: &str| {
        let data = format!("旺旺,响应,转化率,销售额\n小王,1,1%,\n小李,1,1%,\n{joined},1,1%,\n");
        codes(&read(&sheet(), "data.csv", data).unwrap().notices)
    };
    for joined in ["小王/小李", "小李、小王", "小王 & 小李", "小王+小李", "\"小王，小李\""] {
        assert_eq!(told(joined), "W0706", "{joined}");
    }
    // A name of its own, of which a part is nobody's, is one person.
    for one in ["小王/小张", "小王小李", "A/B"] {
        assert_eq!(told(one), "", "{one}");
    }
}
