//! What a person sees of a workbook is what is read: hidden sheets and rows, merged cells, formulas without a value.

use merit::data::Batch;
use merit::io::{DataSource, ReadOptions};
use merit::ir::Policy;
use merit::quantity::Tongue;
use merit::render::problem;

use super::parts::{ROOT, archive, ods, ods_row, row, xlsx, xlsx_of};
use super::{codes, outcomes, policy, read, refusal};

fn sheet() -> Policy {
    policy("record {\n    id : text, key\n    v : number, decimals 2, optional\n    shop : text, optional\n}\n")
}

fn number(value: &str) -> String {
    format!("<c><v>{value}</v></c>")
}

/// What a workbook gives, with all that is told.
fn told(bytes: Vec<u8>) -> String {
    let name = if bytes.windows(8).any(|w| w == b"mimetype") { "a.ods" } else { "a.xlsx" };
    match read(&sheet(), name, bytes) {
        Ok(batch) => format!("{} [{}]", outcomes(&sheet(), &batch).join(" "), codes(&batch.notices)),
        Err(problems) => codes(&problems),
    }
}

fn with(options: ReadOptions, bytes: Vec<u8>) -> Result<Batch, String> {
    let read = super::read_all(&sheet(), &[DataSource::new("a.xlsx", bytes)], &options);
    read.map_err(|problems| codes(&problems))
}

/// Three sheets; those of March and April have records, as states say.
fn months(states: [&str; 3]) -> Vec<u8> {
    let sheet =
        |at: usize, name: &str, state: &str| format!(r#"<sheet name="{name}" state="{state}" r:id="rId{at}"/>"#);
    let book = format!(
        "<workbook>{}{}{}</workbook>",
        sheet(1, "notes", states[0]),
        sheet(2, "March", states[1]),
        sheet(3, "April", states[2])
    );
    let part = |at: usize| format!(r#"<Relationship Id="rId{at}" Type="x/worksheet" Target="s{at}.xml"/>"#);
    let below = format!("<Relationships>{}{}{}</Relationships>", part(1), part(2), part(3));
    let records = |id: &str| {
        let rows = row("", &["id", "v", "shop"]) + &row("", &[id, &number("1")]);
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
    };
    archive(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &below),
        ("xl/s1.xml", "<worksheet><sheetData/></worksheet>"),
        ("xl/s2.xml", &records("m")),
        ("xl/s3.xml", &records("a")),
    ])
}

#[test]
fn of_several_sheets_that_fit_none_is_taken() {
    let problems = read(&sheet(), "a.xlsx", months(["visible"; 3])).unwrap_err();
    assert_eq!(codes(&problems), "E0723");
    let words = problem(&problems[0], Tongue::En);
    assert!(words.contains("March, April") && words.contains("--sheet \"March\""), "{words}");
    let named = |name: &str| {
        let options = ReadOptions { sheet: Some(name.into()), ..Default::default() };
        with(options, months(["hidden", "visible", "veryHidden"])).map(|batch| outcomes(&sheet(), &batch).join(" "))
    };
    assert_eq!(named("March").as_deref(), Ok("m|1|"));
    assert_eq!(named("April").as_deref(), Ok("a|1|"));
    // The number is that of what a person sees.
    assert_eq!(named("1").as_deref(), Ok("m|1|"));
    assert_eq!(named("2"), Err("E0713".into()));
}

#[test]
fn a_hidden_sheet_is_not_read_in_the_place_of_the_one_that_is_shown() {
    assert_eq!(told(months(["visible", "hidden", "visible"])), "a|1| []");
    assert_eq!(told(months(["visible", "visible", "veryHidden"])), "m|1| []");
    assert_eq!(told(months(["visible", "hidden", "hidden"])), "E0723-hidden");
    let rows = |id: &str| ods_row("", &["id", "v", "shop"]) + &ods_row("", &[id, "1"]);
    let table = |name: &str, style: &str, id: &str| {
        format!(r#"<table:table table:name="{name}" table:style-name="{style}">{}</table:table>"#, rows(id))
    };
    assert_eq!(told(ods(&(table("old", "gone", "x") + &table("new", "ta", "y")))), "y|1| []");
    assert_eq!(told(ods(&(table("1", "ta", "x") + &table("2", "ta", "y")))), "E0723");
}

#[test]
fn a_sheet_with_a_header_alone_is_no_rival() {
    let book = r#"<workbook><sheet name="form" r:id="rId1"/><sheet name="data" r:id="rId2"/></workbook>"#;
    let below = r#"<x><Relationship Id="rId1" Type="worksheet" Target="1.xml"/><Relationship Id="rId2" Type="worksheet" Target="2.xml"/></x>"#;
    let sheet = |rows: String| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let header = row("", &["id", "v", "shop"]);
    let bytes = archive(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", below),
        ("xl/1.xml", &sheet(header.clone())),
        ("xl/2.xml", &sheet(header + &row("", &["A"]))),
    ]);
    assert_eq!(told(bytes), "A|| [W0710-lone]");
}

#[test]
fn hidden_rows_are_left_out_and_told() {
    let rows = || {
        row("", &["id", "v", "shop"])
            + &row(r#" r="3""#, &["A", &number("1")])
            + &row(r#" r="5" hidden="1""#, &["B", &number("2")])
            + &row(r#" r="6" hidden="true""#, &["C", &number("3")])
            + &row(r#" r="7" hidden="0" ht="12.5""#, &["D", &number("4")])
            + &row(r#" r="8" ht="0""#, &["E", &number("5")])
    };
    let batch = read(&sheet(), "a.xlsx", xlsx(&rows(), "")).unwrap();
    assert_eq!(outcomes(&sheet(), &batch), ["A|1|", "D|4|"]);
    assert_eq!(codes(&batch.notices), "W0707");
    let words = problem(&batch.notices[0], Tongue::En);
    assert!(words.starts_with("a.xlsx S!5: 3 hidden rows were left out"), "{words}");
    let all = with(ReadOptions { hidden_rows: true, ..Default::default() }, xlsx(&rows(), "")).unwrap();
    assert_eq!((all.len(), all.notices.len()), (5, 0));
    let ods_rows = ods_row("", &["id", "v", "shop"])
        + &ods_row(r#" table:visibility="filter""#, &["A"])
        + &ods_row(r#" table:visibility="collapse" table:number-rows-repeated="2""#, &["B"])
        + &ods_row(r#" table:visibility="visible""#, &["C"]);
    assert_eq!(told(ods(&format!("<table:table>{ods_rows}</table:table>"))), "C|| [W0710-lone W0707]");
}

#[test]
fn a_hidden_row_above_the_header_is_no_matter_unless_there_is_no_other_header() {
    let codes_row = row(r#" hidden="1""#, &["no", "value"]);
    let header = row("", &["id", "v", "shop"]) + &row("", &["A", &number("1")]);
    assert_eq!(told(xlsx(&(codes_row + &header), "")), "A|1| []");
    let hidden = row(r#" hidden="1""#, &["id", "v", "shop"]) + &row("", &["A", &number("1")]);
    assert_eq!(told(xlsx(&hidden, "")), "E0710-no-header W0707");
}

#[test]
fn a_formula_that_nobody_has_computed_has_no_value() {
    let header = row("", &["id", "v", "shop"]);
    let formula = |attributes: &str, inner: &str| format!("<c{attributes}><f>B2/C2</f>{inner}</c>");
    let one = |book: &str, cell: &str| told(xlsx_of(book, &(header.clone() + &row("", &["A", cell])), ""));
    let stale = r#"<workbook><sheet name="S" r:id="rId1"/><calcPr fullCalcOnLoad="1"/></workbook>"#;
    let kept = r#"<workbook><sheet name="S" r:id="rId1"/><calcPr calcId="191029"/></workbook>"#;
    assert_eq!(one(kept, &formula("", "")), "E0701-uncomputed []");
    assert_eq!(one(kept, &formula("", "<v/>")), "E0701-uncomputed []");
    assert_eq!(one(kept, &formula("", "<v>0</v>")), "A|0| []");
    // One that failed is no text, and one that gives an empty text was computed.
    assert_eq!(one(kept, &formula(r#" t="e""#, "<v>#N/A</v>")), "E0701-formula []");
    assert_eq!(one(kept, &formula(r#" t="str""#, "<v></v>")), "A|| [W0710-lone]");
    assert_eq!(one(stale, &formula("", "<v>0</v>")), "E0701-uncomputed []");
    assert_eq!(one(stale, &number("7")), "A|7| []");
    // Cells that an array formula fills beside its own have no formula of their own.
    let array = r#"<c r="B2"><f t="array" ref="B2:B3">C2:C3</f><v>0</v></c>"#;
    let rows =
        header.clone() + &row("", &["A", array]) + &row("", &["B", &number("0")]) + &row("", &["C", &number("0")]);
    assert_eq!(told(xlsx_of(stale, &rows, "")), "E0701-uncomputed E0701-uncomputed C|0| []");
    let ods_cell = r#"<table:table-cell table:formula="of:=1"/>"#;
    let table = ods_row("", &["id", "v", "shop"]) + &ods_row("", &["A", ods_cell]);
    assert_eq!(told(ods(&format!("<table:table>{table}</table:table>"))), "E0701-uncomputed []");
}

/// Formula cells of xlwt 1.3.0: `write(1, 3, Formula("B2*1"))` beside numbers, which holds an empty text.
#[test]
fn nor_has_one_in_an_old_workbook() {
    let bytes = include_bytes!("../../data/books/uncomputed.xls");
    let policy = policy("record {\n    staff_no : text, key\n    rate : percent, optional\n}\n");
    assert_eq!(refusal(&policy, "a.xls", bytes.as_slice()), r#"["E0701-uncomputed"]"#);
}

#[test]
fn a_merged_cell_stands_in_each_row_unless_it_is_a_key_or_a_figure() {
    let header = row("", &["id", "v", "shop"]);
    let rows = |second: [&str; 3]| header.clone() + &row("", &["A", &number("1000"), "North"]) + &row("", &second);
    let merged = |range: &str| format!(r#"<mergeCells count="1"><mergeCell ref="{range}"/></mergeCells>"#);
    assert_eq!(told(xlsx(&rows(["B", &number("5"), "<c/>"]), &merged("C2:C3"))), "A|1000|North B|5|North []");
    assert_eq!(told(xlsx(&rows(["B", "<c/>", "West"]), &merged("B2:B3"))), "A|1000|North E0701-merged []");
    assert_eq!(told(xlsx(&rows(["<c/>", &number("5"), "West"]), &merged("A2:A3"))), "A|1000|North E0701-merged []");
    // Where all cells of a row are covered, two rows are one.
    let all = r#"<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>"#;
    assert_eq!(told(xlsx(&rows(["<c/>", "<c/>", "<c/>"]), all)), "A|1000|North []");
    // Side by side, what stands in the first is not the value of the second.
    let leave = header.clone() + &row("", &["A", "on leave", "<c/>"]);
    assert_eq!(told(xlsx(&leave, &merged("B2:C2"))), "E0701 E0701-merged []");
    let spanned = r#"<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>North</text:p></table:table-cell>"#;
    let table = ods_row("", &["id", "v", "shop"])
        + &ods_row("", &["A", "1", spanned])
        + &ods_row("", &["B", "2", "<table:covered-table-cell/>"]);
    assert_eq!(told(ods(&format!("<table:table>{table}</table:table>"))), "A|1|North B|2|North []");
}

#[test]
fn titles_below_merged_titles_belong_to_the_header() {
    let below = |first: [&str; 4], second: [&str; 4], merges: &[&str]| {
        let cell = |text: &str| if text.is_empty() { "<c/>".to_owned() } else { text.to_owned() };
        let level = |texts: [&str; 4]| {
            let cells = texts.map(cell);
            row("", &cells.each_ref().map(String::as_str))
        };
        let merges: String = merges.iter().map(|range| format!(r#"<mergeCell ref="{range}"/>"#)).collect();
        let rows =
            row("", &["2024 March"]) + &level(first) + &level(second) + &row("", &["A", &number("97"), "North", "x"]);
        told(xlsx(&rows, &format!("<mergeCells>{merges}</mergeCells>")))
    };
    let merged = ["A2:A3", "B2:C2"];
    assert_eq!(below(["id", "figures", "", "rest"], ["", "v", "shop", ""], &merged), "A|97|North [W0701]");
    // The group alone is merged.
    assert_eq!(below(["id", "figures", "", ""], ["", "v", "shop", ""], &["B2:C2"]), "A|97|North []");
    // The group is the field, and its columns say more: neither is it.
    let halves = below(["id", "v", "", "shop"], ["", "first half", "second half", ""], &["A2:A3", "B2:C2", "D2:D3"]);
    assert_eq!(halves, "A||x [W0701 W0708]");
    // A title over its unit.
    assert_eq!(below(["id", "v", "shop", ""], ["", "(CNY)", "", ""], &["A2:A3", "C2:C3"]), "A|97|North []");
}

#[test]
fn a_banner_beside_the_table_is_no_header() {
    let rows = row("", &["team", "id", "v", "shop"]) + &row("", &["<c/>", "A", &number("1"), "N"]);
    let merge = r#"<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#;
    assert_eq!(told(xlsx(&rows, merge)), "A|1|N [W0701]");
}

#[test]
fn a_field_without_a_column_is_told() {
    assert_eq!(told(xlsx(&(row("", &["id"]) + &row("", &["A"])), "")), "A|| [W0708]");
    let batch = read(&sheet(), "a.csv", "id,shop\nA,N\n").unwrap();
    assert!(
        problem(&batch.notices[0], Tongue::En).contains("own there: v."),
        "{}",
        problem(&batch.notices[0], Tongue::En)
    );
}
