//! What only a workbook tells: formulas, and what cells show.

use super::*;
use crate::data::parts::{ods, ods_row};

const PAID: &str = r#"policy "提成" { currency CNY }
record {
    工号   : text, key
    销售额 : money
}
pay 应发 {
    提成 = 销售额 * 2.5%
}
"#;

const DATA: &str = "工号,销售额\nA,1000\nB,2000\nC,3000\nD,4001\n";

/// B has a number in the middle of formulas.
#[test]
fn a_number_is_typed_over_a_formula() {
    let bytes = workbook(|sheet| {
        row(sheet, 0, &["工号", "应发"]);
        for (at, (key, figure)) in (1..).zip([("A", "25"), ("B", "60"), ("C", "75"), ("D", "100.03")]) {
            row(sheet, at, &[key]);
            match key {
                "B" => row(sheet, at, &[key, figure]),
                _ => computed(sheet, (at, 1), ("=ROUND(C2*2.5%,2)", figure), "0.00"),
            }
        }
    });
    assert_eq!(Trial::new(PAID, DATA).told("s.xlsx", bytes), ["应发: 50.00 -> 60.00 = typed-over"]);
}

/// A column of figures that were all typed says nothing.
#[test]
fn a_column_without_formulas() {
    let bytes = workbook(|sheet| {
        row(sheet, 0, &["工号", "应发"]);
        row(sheet, 1, &["A", "25"]);
        row(sheet, 2, &["B", "60"]);
    });
    assert_eq!(Trial::new(PAID, DATA).told("s.xlsx", bytes), ["应发: 50.00 -> 60.00 = ?"]);
}

/// One formula among typed figures, as a sum below them, is no column of formulas.
#[test]
fn one_formula_among_typed_figures() {
    let bytes = workbook(|sheet| {
        row(sheet, 0, &["工号", "应发"]);
        for (at, cells) in (1..).zip([["A", "25"], ["B", "60"], ["C", "75"]]) {
            row(sheet, at, &cells);
        }
        row(sheet, 4, &["D"]);
        computed(sheet, (4, 1), ("=ROUND(C5*2.5%,2)", "100.03"), "0.00");
    });
    assert_eq!(Trial::new(PAID, DATA).told("s.xlsx", bytes), ["应发: 50.00 -> 60.00 = ?"]);
}

/// 4001 × 2.5% = 100.025 is shown as 100.03, which is just what the policy pays.
#[test]
fn a_cell_shows_the_cents_and_holds_more() {
    let bytes = workbook(|sheet| {
        row(sheet, 0, &["工号", "应发"]);
        row(sheet, 1, &["D"]);
        computed(sheet, (1, 1), ("=C2*2.5%", "100.025"), "0.00");
    });
    let told = Trial::new(PAID, DATA).told("s.xlsx", bytes);
    assert_eq!(told, ["应发: 100.03 -> 100.025 = shown-value (also unrounded-parts)"]);
}

/// A typed figure that another cause reproduces is told by that, and typed over all the same.
#[test]
fn typed_over_with_a_figure_that_is_cut_off() {
    let bytes = workbook(|sheet| {
        row(sheet, 0, &["工号", "应发"]);
        for (at, (key, figure)) in (1..).zip([("A", "25"), ("B", "50"), ("C", "75")]) {
            row(sheet, at, &[key]);
            computed(sheet, (at, 1), ("=ROUND(C2*2.5%,2)", figure), "0.00");
        }
        row(sheet, 4, &["D", "100.02"]);
    });
    let told = Trial::new(PAID, DATA).told("s.xlsx", bytes);
    assert_eq!(told, ["应发: 100.03 -> 100.02 = half-even (also cut-off typed-over)"]);
}

/// In an ods as well.
#[test]
fn a_number_is_typed_over_a_formula_of_an_ods() {
    let row = |key: &str, formula: &str, figure: &str| {
        let figure = format!(
            r#"<table:table-cell {formula} office:value-type="float" office:value="{figure}"><text:p>{figure}</text:p></table:table-cell>"#
        );
        ods_row("", &[key, &figure])
    };
    let computed = r#"table:formula="of:=[.C2]*0.025""#;
    let rows =
        row("A", computed, "25") + &row("B", "", "60") + &row("C", computed, "75") + &row("D", computed, "100.03");
    let table = format!("<table:table>{}{rows}</table:table>", ods_row("", &["工号", "应发"]));
    assert_eq!(Trial::new(PAID, DATA).told("s.ods", ods(&table)), ["应发: 50.00 -> 60.00 = typed-over"]);
}
