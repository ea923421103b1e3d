//! Workbooks put together from their parts, as small as a reader takes them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of parts with these names and texts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What the parts of an xlsx say of each other.
pub const ROOT: &str =
    r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BELOW: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// An xlsx with one sheet: the rows, and what stands behind them.
pub fn xlsx(rows: &str, behind: &str) -> Vec<u8> {
    xlsx_of(BOOK, rows, behind)
}

/// The same with another part of the workbook.
pub fn xlsx_of(book: &str, rows: &str, behind: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    archive(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", BELOW),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A row of an xlsx: texts, and what begins with `<` as it is. A cell without a place follows the one before it.
pub fn row(attributes: &str, cells: &[&str]) -> String {
    let cell = |text: &&str| match text.starts_with('<') {
        true => (*text).to_owned(),
        false => format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    format!("<row{attributes}>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// An ods with these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="gone"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// A cell of an ods: a text, and what begins with `<` as it is.
pub fn ods_row(attributes: &str, cells: &[&str]) -> String {
    let cell = |text: &&str| match text.starts_with('<') {
        true => (*text).to_owned(),
        false => format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#),
    };
    format!("<table:table-row{attributes}>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}
