//! Statements as a workbook: a sheet a person, whose figures are numbers.

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::super::Shop;
use super::{NAMED, made, shop};

fn sheets(shop: &Shop, name: &str) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = open_workbook(shop.0.path().join(name)).unwrap();
    let names = book.sheet_names();
    let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    names.into_iter().map(|name| (name.clone(), rows(book.worksheet_range(&name).unwrap()))).collect()
}

fn has(rows: &[Vec<Data>], cell: &Data) -> bool {
    rows.iter().flatten().any(|own| own == cell)
}

#[test]
fn each_person_has_a_sheet_that_can_be_added_up() {
    let shop = shop(NAMED);
    made(&shop, &["-o", "s.xlsx", "--lang", "zh"]).ends(0).tells("s.xlsx");
    let sheets = sheets(&shop, "s.xlsx");
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["考核月报", "A01 王芳 2024-03", "A02 李雷 2024-03", "A03 韩梅 2024-04"]);
    assert!(has(&sheets[0].1, &Data::Float(2800.0)));
    let own = &sheets[2].1;
    assert!(has(own, &Data::Float(600.0)) && has(own, &Data::Float(0.5)), "{own:?}");
    let others = ["王芳", "韩梅"].map(|name| own.iter().flatten().any(|cell| cell.to_string().contains(name)));
    assert_eq!(others, [false, false]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(shop.0.path().join("s.xlsx")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

/// Names that no sheet can have, and names that are one where capitals count for nothing.
#[test]
fn names_of_people_are_names_of_sheets() {
    let long = "长".repeat(200);
    let keys = ["a/b:c", "A/B?C", "'x'", "[y]", "=1+1", long.as_str(), "History"];
    let lines = keys.map(|key| format!("\"{key}\",=x,2024-03,东,90\n")).concat();
    let shop = shop(&format!("工号,姓名,月份,店铺,分\n{lines}"));
    made(&shop, &["-o", "s.xlsx", "--lang", "zh"]).ends(0);
    let sheets = sheets(&shop, "s.xlsx");
    assert_eq!(sheets.len(), keys.len() + 1);
    assert!(sheets.iter().all(|(name, _)| name.encode_utf16().count() <= 31), "{sheets:?}");
    assert!(sheets.iter().any(|(_, rows)| has(rows, &Data::String(format!("{long} =x 2024-03")))));
}
