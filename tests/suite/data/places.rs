//! Where the cell of each field stands, and files that several policies read at once.

use merit::batch::share;
use merit::data::{Batch, Reading, Shared};
use merit::io::{DataSource, ReadOptions};
use merit::ir::Policy;
use rust_xlsxwriter::Workbook;

use super::{outcomes, policy, read};

/// For each field of a record where its cell stands: cell, column and header.
fn cells(batch: &Batch, record: usize) -> Vec<String> {
    let place = batch.record(record).unwrap().place;
    let input = &batch.inputs[place.input as usize];
    let cell = |field: usize| {
        let at = input.cell(place.row, field);
        assert_eq!((at.row, &at.sheet), (Some(place.row), &input.sheet));
        let name = input.cell_name(place.row, field).map_or_else(|| "-".to_owned(), |cell| cell.to_string());
        let column = at.column.map_or("-".into(), |column| column.to_string());
        format!("{name} {column} {}", at.header.as_deref().unwrap_or("-"))
    };
    (0..input.columns.len()).map(cell).collect()
}

fn sheet() -> Policy {
    policy(
        "record {\n    工号 : text, key\n    差评 \"差评数\" : count\n    备注 : text, optional\n    响应 : count, default 0 from \"平均响应\"\n}\n",
    )
}

#[test]
fn a_cell_of_a_text_file_has_line_column_and_header() {
    let data = "三月 导出\n\n平均响应, 差评数 ,x,工号\n3,1,,A\n\n4,2,,B\n";
    let batch = read(&sheet(), "data.csv", data).unwrap();
    assert_eq!(outcomes(&sheet(), &batch), ["A|1||3", "B|2||4"]);
    assert_eq!(cells(&batch, 0), ["D4 3 工号", "B4 1 差评数", "- - -", "A4 0 平均响应"]);
    assert_eq!(cells(&batch, 1), ["D6 3 工号", "B6 1 差评数", "- - -", "A6 0 平均响应"]);
}

#[test]
fn a_cell_of_a_sheet_has_the_letters_of_its_column() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("说明").unwrap().write(0, 0, "请填第二张表").unwrap();
    let table = workbook.add_worksheet().set_name("三月").unwrap();
    for (column, title, value) in [(1, "差评", "7"), (2, "工号", "A"), (27, "响应", "5")] {
        table.write(4, column, title).unwrap();
        table.write(6, column, value).unwrap();
    }
    let batch = read(&sheet(), "a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(batch.inputs[0].sheet.as_deref(), Some("三月"));
    assert_eq!(cells(&batch, 0), ["C7 2 工号", "B7 1 差评", "- - -", "AB7 27 响应"]);
}

#[test]
fn a_value_of_an_object_has_its_key_and_no_cell() {
    let data = "[{\"差评\": 1, \"工号\": \"A\"}, {\"工号\": \"B\", \"备注\": \"好\", \"差评\": 2}]";
    let batch = read(&sheet(), "data.json", data).unwrap();
    assert_eq!(cells(&batch, 1), ["- 1 工号", "- 0 差评", "- 2 备注", "- - -"]);
    assert!(batch.inputs[0].cell(2, 0).element);
}

fn shared(policies: &[&Policy], name: &str, bytes: impl Into<Vec<u8>>) -> Shared {
    let read = merit::io::read(policies, &[DataSource::new(name, bytes)], &ReadOptions::default());
    share(policies, read.unwrap())
}

/// Three policies for the people of one file, each with a column of its own.
fn three() -> [Policy; 3] {
    [("售前", "转化"), ("售后", "差评"), ("客诉", "退款")].map(|(post, field)| {
        policy(&format!(
            "policy \"{post}\" {{ applies when 岗位 = {post} }}\nrecord {{ 工号 : text, key; 岗位 : 售前 | 售后 | 客诉; {field} : count }}\n"
        ))
    })
}

const ROWS: [[&str; 5]; 8] = [
    ["工号", "岗位", "转化", "差评", "退款"],
    ["A", "售前", "1", "x", ""],
    ["B", "售后", "", "2", "y"],
    ["C", "客诉", "z", "", "3"],
    ["D", "售后", "1", "-4", "5"],
    ["E", "客诉", "6", "7", "8"],
    ["E", "客诉", "6", "7", "8"],
    ["F", "售前", "9", "", ""],
];

fn csv() -> Vec<u8> {
    let rows = ROWS.map(|row| row.join(","));
    format!("客服 三月\n\n{}\n合计,,17,,\n", rows.join("\n")).into_bytes()
}

fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "说明").unwrap();
    let sheet = workbook.add_worksheet();
    for (at, row) in (2..).zip(ROWS) {
        for (column, text) in (0..).zip(row) {
            sheet.write(at, column, text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn json() -> Vec<u8> {
    let [titles, rows @ ..] = ROWS;
    let object = |row: [&str; 5]| {
        let members = titles.iter().zip(row).filter(|(_, text)| !text.is_empty());
        let members = members.map(|(title, text)| format!("\"{title}\": \"{text}\""));
        format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
    };
    format!("[{}]", rows.map(object).join(",\n")).into_bytes()
}

#[test]
fn what_several_policies_read_is_what_each_reads_alone() {
    let own = [vec![0, 6], vec![1, 3], vec![2, 4, 5]];
    for (name, bytes) in [("a.csv", csv()), ("a.xlsx", xlsx()), ("a.json", json())] {
        let policies = three();
        let shared = shared(&policies.each_ref(), name, bytes.clone());
        for ((at, policy), own) in policies.iter().enumerate().zip(&own) {
            let alone = read(policy, name, bytes.clone()).unwrap();
            let together = &shared.batches[at];
            assert_eq!(together.inputs, alone.inputs, "{name}");
            assert_eq!(together.len(), alone.len(), "{name}");
            for (record, (one, other)) in together.records().zip(alone.records()).enumerate() {
                assert_eq!(one.place, other.place, "{name}");
                match own.contains(&record) || matches!(other.reading, Reading::Skipped(_)) {
                    true => assert_eq!(one.reading, other.reading, "{name} {record}"),
                    false => assert!(matches!(one.reading, Reading::Foreign(_)), "{name} {record}"),
                }
            }
        }
        let owned: Vec<Vec<String>> = policies.iter().zip(&shared.batches).map(|(p, b)| outcomes(p, b)).collect();
        let told = |at: usize| owned.iter().map(|of| of[at].as_str()).find(|text| *text != "foreign").unwrap();
        let expected = ["A|售前|1", "B|售后|2", "C|客诉|3", "E0702", "E0705", "E0705", "F|售前|9"];
        assert_eq!((0..7).map(told).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn the_header_is_that_of_the_first_policy_that_finds_one() {
    let [a, b, _] = three();
    // The second policy's header stands above that of the first, which is asked first.
    let data = "工号,岗位,差评\nB,售后,1\n工号,岗位,转化\nA,售前,2\n";
    let found = shared(&[&a, &b], "a.csv", data);
    assert_eq!((found.len(), found.owner(0)), (1, Some(0)));
    assert_eq!(outcomes(&a, &found.batches[0]), ["A|售前|2"]);
    let other = shared(&[&b, &a], "a.csv", data);
    assert_eq!(outcomes(&b, &other.batches[0])[0], "B|售后|1");
    assert_eq!(other.owner(0), Some(0));
}
