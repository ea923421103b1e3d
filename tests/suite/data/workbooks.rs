//! Workbooks: what a cell's format says, which sheet is read, and archives that are none.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{codes, outcomes, policy, read, refusal};
use merit::io::{DataSource, ReadOptions};
use merit::ir::Policy;

fn sheet() -> Policy {
    policy(
        "record {\n    工号 : text, key\n    月份 : month, period\n    转化率 : percent\n    响应 : duration(s), optional\n    入职 : date, optional\n    达标 : bool, optional\n}\n",
    )
}

/// Two sheets: notes, and a report with title rows and cells of every format.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("说明").unwrap().write(0, 0, "请填第二张表").unwrap();
    let sheet = workbook.add_worksheet().set_name("三月").unwrap();
    let format = |code: &str| Format::new().set_num_format(code);
    let date = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    sheet.write(0, 0, "客服绩效报表").unwrap();
    for (column, title) in (0..).zip(["工号", "月份", "转化率", "响应", "入职", "达标"]) {
        sheet.write(2, column, title).unwrap();
    }
    sheet.write(3, 0, 1001).unwrap();
    sheet.write_with_format(3, 1, date("2024-03-01"), &format("yyyy-mm")).unwrap();
    sheet.write_with_format(3, 2, 0.985, &format("0.0%")).unwrap();
    sheet.write(3, 3, 0.300_000_000_000_000_04).unwrap();
    sheet.write_with_format(3, 4, date("2023-11-23"), &format("yyyy/m/d")).unwrap();
    sheet.write(3, 5, true).unwrap();
    sheet.write(4, 0, "A02").unwrap();
    sheet.write(4, 1, "2024-03").unwrap();
    sheet.write(4, 2, 0.985).unwrap();
    sheet.write_with_format(4, 3, date("00:01:20"), &format("[h]:mm:ss")).unwrap();
    sheet.write(900_000, 0, "合计").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_format_of_a_cell_says_what_it_is() {
    let batch = read(&sheet(), "报表.xlsx", workbook()).unwrap();
    let expected = ["1001|2024-03|98.5%|0.3|2023-11-23|yes", "E0701-fraction", "skipped W0703-summary"];
    assert_eq!(outcomes(&sheet(), &batch), expected);
    assert_eq!(batch.inputs[0].sheet.as_deref(), Some("三月"));
    assert_eq!(batch.record(2).unwrap().place.row, 900_001);
}

#[test]
fn the_user_may_name_the_sheet() {
    let read_from = |sheet_name: &str| {
        let options = ReadOptions { sheet: Some(sheet_name.to_owned()), ..Default::default() };
        let result = super::read_all(&sheet(), &[DataSource::new("a.xlsx", workbook())], &options);
        result.map_or_else(|problems| codes(&problems), |batch| batch.len().to_string())
    };
    assert_eq!(read_from("三月"), "3");
    assert_eq!(read_from("2"), "3");
    assert_eq!(read_from("1"), "E0710-no-header");
    assert_eq!(read_from("四月"), "E0713");
}

#[test]
fn a_number_too_long_for_a_spreadsheet_is_warned_of() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "工号").unwrap();
    sheet.write(1, 0, 6_222_021_234_567_890.0).unwrap();
    let policy = policy("record {\n    工号 : text, key\n}\n");
    let batch = read(&policy, "a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(codes(&batch.notices), "W0702");
    assert_eq!(outcomes(&policy, &batch).len(), 1);
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_not_opened() {
    let mut bytes = workbook();
    // In every entry of the directory, the unpacked size: 4 bytes, 24 behind the signature.
    let entries: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
    for at in entries {
        bytes[at + 24..at + 28].copy_from_slice(&0x3fff_ffff_u32.to_le_bytes());
    }
    assert_eq!(refusal(&sheet(), "a.xlsx", bytes), "E0712");
}

#[test]
fn an_archive_without_a_workbook_is_none() {
    let empty = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    assert_eq!(refusal(&sheet(), "a.xlsx", empty.as_slice()), "E0710-archive");
    let workbook = workbook();
    assert_eq!(refusal(&sheet(), "a.xlsx", &workbook[..workbook.len() / 2]), "E0710-workbook");
}
