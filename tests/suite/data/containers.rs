//! Workbooks as containers: parts that stand elsewhere, passwords, other documents, sizes and places that lie.

use merit::ir::Policy;

use super::parts::{archive, ods, ods_row, row, xlsx};
use super::{policy, refusal};

fn sheet() -> Policy {
    policy("record {\n    id : text, key\n    v : number, decimals 2\n}\n")
}

fn told(bytes: Vec<u8>) -> String {
    refusal(&sheet(), "a.xlsx", bytes)
}

const READ: &str = r#"["A|12.5"]"#;

fn rows() -> String {
    row("", &["id", "v"]) + &row("", &["A", "<c><v>12.5</v></c>"])
}

/// The parts of a workbook under names of their own; the last is the sheet.
fn placed(root: (&str, &str), book: &str, below: (&str, &str), sheet: &str) -> Vec<u8> {
    let root_text = format!(r#"<R><Relationship Id="r" Type="x/officeDocument" Target="{}"/></R>"#, root.1);
    let below_text = format!(r#"<R><Relationship Id="rId1" Type="x/worksheet" Target="{}"/></R>"#, below.1);
    let book_text = r#"<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>"#;
    let sheet_text = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows());
    archive(&[(root.0, &root_text), (book, book_text), (below.0, &below_text), (sheet, &sheet_text)])
}

#[test]
fn parts_are_found_by_what_the_package_says_of_them() {
    assert_eq!(told(xlsx(&rows(), "")), READ);
    let root = "_rels/.rels";
    let cases = [
        placed((root, "book.xml"), "book.xml", ("_rels/book.xml.rels", "one.xml"), "one.xml"),
        placed((root, "/xl/a.xml"), "xl/a.xml", ("xl/_rels/a.xml.rels", "/deep/s.xml"), "deep/s.xml"),
        placed((root, "xl/a.xml"), "xl/a.xml", ("xl/_rels/a.xml.rels", "../deep/s.xml"), "deep/s.xml"),
        placed(("_rels\\.rels", "xl\\a.xml"), "xl\\a.xml", ("xl\\_rels\\a.xml.rels", "s.xml"), "xl\\s.xml"),
        placed((root, "xl/workbook.xml"), "xl/Workbook.xml", ("XL/_rels/workbook.xml.rels", "S.XML"), "xl/s.xml"),
        // Where nothing says it, by the usual name.
        placed(("other", "x"), "xl/workbook.xml", ("xl/_rels/workbook.xml.rels", "s.xml"), "xl/s.xml"),
    ];
    for bytes in cases {
        assert_eq!(told(bytes), READ);
    }
    let missing = placed((root, "a.xml"), "a.xml", ("_rels/a.xml.rels", "s.xml"), "other.xml");
    assert_eq!(told(missing), "E0710-workbook");
}

#[test]
fn what_asks_for_a_password_is_not_called_damaged() {
    let manifest = "<m><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></m>";
    assert_eq!(told(archive(&[("META-INF/manifest.xml", manifest), ("encrypted-package", "x")])), "E0710-password");
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let names = |names: &[&str]| {
        let names = names.iter().flat_map(|name| name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
        [compound.as_slice(), &names.collect::<Vec<u8>>()].concat()
    };
    assert_eq!(told(names(&["Root Entry", "EncryptionInfo", "EncryptedPackage"])), "E0710-password");
    assert_eq!(told(names(&["Root Entry", "WordDocument"])), "E0710-document");
    assert_eq!(told(names(&["Root Entry", "Workbook"])), "E0710-workbook");
    // A workbook of xlwt 1.3.0 with the record of a password behind the one with which it begins.
    let bytes = include_bytes!("../../data/books/uncomputed.xls");
    let begin = bytes.windows(6).position(|window| window == b"\x09\x08\x10\x00\x00\x06").unwrap();
    for kind in [0, 1] {
        let mut bytes = bytes.to_vec();
        bytes[begin + 20..begin + 22].copy_from_slice(b"\x2f\x00");
        bytes[begin + 24] = kind;
        assert_eq!(told(bytes), "E0710-password");
    }
}

#[test]
fn other_documents_are_told_as_what_they_are() {
    let root = |target: &str| format!(r#"<R><Relationship Id="r" Type="x/officeDocument" Target="{target}"/></R>"#);
    let package = |target: &str, text: &str| archive(&[("_rels/.rels", &root(target)), (target, text)]);
    assert_eq!(told(package("xl/workbook.bin", "x")), "E0710-xlsb");
    assert_eq!(told(package("word/document.xml", "<?xml version=\"1.0\"?><w:document/>")), "E0710-document");
    let text = "application/vnd.oasis.opendocument.text";
    assert_eq!(told(archive(&[("mimetype", text), ("content.xml", "<x/>")])), "E0710-document");
    assert_eq!(told(archive(&[("a.csv", "id,v\n")])), "E0710-archive");
    let xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>";
    assert_eq!(told(xml.into()), "E0710-xml");
    assert_eq!(told("MIME-Version: 1.0\nX-Document-Type: Workbook\n".into()), "E0710-html");
}

#[test]
fn a_place_that_no_sheet_has_refuses_the_workbook() {
    let at = |attributes: &str, cell: &str| told(xlsx(&(rows() + &row(attributes, &["B", cell])), ""));
    assert_eq!(at(r#" r="1048576""#, "<c><v>1</v></c>"), r#"["A|12.5", "B|1"]"#);
    for place in ["1048577", "99999999999999999999", "0", "x", "-1"] {
        assert_eq!(at(&format!(r#" r="{place}""#), "<c><v>1</v></c>"), "E0710-workbook", "{place}");
    }
    assert_eq!(at(r#" r="3""#, r#"<c r="B4"><v>1</v></c>"#), "E0710-workbook");
    assert_eq!(at(r#" r="3""#, r#"<c r="XFE3"><v>1</v></c>"#), "E0710-workbook");
    // Two cells in one place.
    assert_eq!(at(r#" r="3""#, r#"<c r="A3"><v>1</v></c>"#), "E0710-workbook");
}

#[test]
fn blank_cells_and_rows_of_an_ods_end_nowhere() {
    let blank = r#"<table:table-cell table:number-columns-repeated="16384"/>"#;
    let table = ods_row("", &["id", blank])
        + &ods_row(r#" table:number-rows-repeated="3""#, &[blank])
        + &ods_row("", &["A"])
        + &ods_row(r#" table:number-rows-repeated="1048000""#, &["<table:table-cell/>"])
        + &ods_row(r#" table:number-rows-repeated="1048000""#, &["<table:table-cell/>"]);
    let policy = policy("record {\n    id : text, key\n}\n");
    let told = |table: &str| refusal(&policy, "a.ods", ods(&format!("<table:table>\n {table} \n</table:table>")));
    assert_eq!(told(&table), r#"["A"]"#);
    let many = ods_row(r#" table:number-rows-repeated="2000000""#, &["B"]);
    assert_eq!(told(&(ods_row("", &["id"]) + &many)), "E0710-workbook");
    let twice = ods_row(r#" table:number-rows-repeated="2""#, &["B"]);
    assert_eq!(told(&(ods_row("", &["id"]) + &twice)), r#"["E0705", "E0705"]"#);
}

#[test]
fn an_ods_tells_the_type_of_each_cell_and_its_style_the_format() {
    let policy = policy(
        "policy \"P\" {\n    currency CNY\n}\nrecord {\n    id : text, key\n    rate : percent(%), optional\n    pay : money, optional\n    day : date, optional\n    time : duration(s), optional\n}\n",
    );
    let cell = |attributes: &str, shown: &str| {
        format!("<table:table-cell {attributes}>\n  <text:p>{shown}</text:p>\n</table:table-cell>")
    };
    let one = |column: &str, attributes: &str| {
        let table = ods_row("", &["id", column]) + &ods_row("", &["A<text:s/>1", &cell(attributes, "shown")]);
        refusal(&policy, "a.ods", ods(&format!("<table:table>{table}</table:table>")))
    };
    let percent = r#"office:value-type="percentage" office:value="0.985""#;
    assert_eq!(one("rate", percent), r#"["A 1|98.5%|||"]"#);
    assert_eq!(one("rate", r#"office:value-type="float" office:value="98.5""#), r#"["A 1|98.5%|||"]"#);
    let yuan = r#"office:value-type="currency" office:currency="CNY" office:value="2800.5""#;
    assert_eq!(one("pay", yuan), r#"["A 1||2800.50||"]"#);
    assert_eq!(one("pay", &yuan.replace("CNY", "USD")), r#"["E0701-currency"]"#);
    assert_eq!(one("day", r#"office:value-type="date" office:date-value="2024-03-15""#), r#"["A 1|||2024-03-15|"]"#);
    assert_eq!(one("time", r#"office:value-type="time" office:time-value="PT00H01M20S""#), r#"["A 1||||80"]"#);
}
