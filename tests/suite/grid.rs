//! Tables that fit a width: which columns are shown, what is cut, how figures stand.

use merit::render::{Grid, GridColumn, GridRow, Mood, cut};
use unicode_width::UnicodeWidthStr;

fn column(head: &str, rank: u8, figures: bool) -> GridColumn {
    GridColumn { head: head.to_owned(), rank, figures, group: None, wraps: false }
}

fn row(cells: &[&str]) -> GridRow {
    GridRow::Cells(cells.iter().map(|cell| (*cell).to_owned()).collect(), Mood::Plain)
}

fn lines(grid: &Grid, width: usize) -> Vec<String> {
    grid.draw(width).lines.into_iter().map(|(line, _)| line).collect()
}

/// Three columns: 6 + 2 + 8 + 2 + 4 columns wide.
fn people() -> Grid {
    let columns = vec![column("工号", 0, false), column("应发工资", 2, true), column("等级", 1, false)];
    let rows = vec![row(&["王芳01", "98.5", "A"]), row(&["B2", "1200", "优秀"])];
    Grid { columns, rows, ascii: true }
}

#[test]
fn figures_stand_under_each_other_and_wide_signs_count_two() {
    let drawn = ["工号    应发工资  等级", "------  --------  ----", "王芳01      98.5  A", "B2        1200.0  优秀"];
    assert_eq!(lines(&people(), 22), drawn);
    assert_eq!(people().draw(22).left_out.len(), 0);
}

#[test]
fn the_column_of_the_greatest_rank_goes_first() {
    let drawn = people().draw(21);
    assert_eq!((drawn.left_out.len(), drawn.lines[0].0.as_str()), (1, "工号    等级"));
    let drawn = people().draw(11);
    assert_eq!((drawn.left_out.len(), drawn.lines[0].0.as_str()), (2, "工号"));
}

#[test]
fn no_line_is_wider_than_the_window() {
    let long = "很长的原因".repeat(20);
    let columns = vec![column("工号", 0, false), column("说明", 1, false), column("工资", 1, true)];
    let rows = vec![row(&["A01", &long, "1"]), row(&[&long, "", "不是数的东西不是数的东西"])];
    let rows = [rows, vec![GridRow::Across(long.clone())]].concat();
    for ascii in [true, false] {
        let grid = Grid { columns: columns.clone(), rows: rows.clone(), ascii };
        for width in 1..120 {
            for line in lines(&grid, width) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn a_figure_is_never_cut() {
    let columns = vec![column("工号", 0, false), column("工资", 1, true)];
    let grid = Grid { columns, rows: vec![row(&["A01", "12345678901234567890.12"])], ascii: true };
    assert_eq!(grid.draw(28).left_out.len(), 1, "4 + 2 + 23 columns are needed");
    assert!(lines(&grid, 29)[2].ends_with(" 12345678901234567890.12"));
}

#[test]
fn decimals_are_made_even_and_what_is_no_figure_stays() {
    let cells = ["5%", "-0.25%", "无", "", "3.1"];
    let rows: Vec<GridRow> = cells.iter().map(|cell| row(&[cell])).collect();
    let grid = Grid { columns: vec![column("率", 0, true)], rows, ascii: true };
    let drawn: Vec<String> = lines(&grid, 80)[2..].iter().map(|line| line.trim().to_owned()).collect();
    assert_eq!(drawn, ["5.00%", "-0.25%", "无", "", "3.10"]);
}

#[test]
fn what_is_cut_says_so() {
    assert_eq!(cut("满意度", 6, false), "满意度");
    assert_eq!(cut("满意度", 5, false), "满意…");
    assert_eq!(cut("满意度", 4, false), "满…", "half a sign is none");
    assert_eq!(cut("abcdef", 5, true), "ab...");
    assert_eq!((cut("满意度", 1, false).as_str(), cut("满意度", 2, true).as_str()), ("…", ".."));
}

#[test]
fn columns_of_a_group_are_shown_all_or_none() {
    let of_wage = |head| GridColumn { group: Some(1), ..column(head, 1, true) };
    let columns = vec![of_wage("base"), column("id", 0, false), of_wage("bonus"), column("x", 2, false)];
    let grid = Grid { columns, rows: vec![row(&["1", "A", "2", "y"])], ascii: true };
    // 4 + 2 + 2 + 2 + 5 columns for the group and the key, 2 + 1 for what has the greatest rank.
    assert_eq!(grid.draw(18).left_out, [] as [&str; 0]);
    assert_eq!(grid.draw(17).left_out, ["x"]);
    assert_eq!(grid.draw(15).left_out, ["x"]);
    assert_eq!(grid.draw(14).left_out, ["base", "bonus", "x"]);
}

#[test]
fn all_columns_stand_below_each_other_where_they_do_not_fit_beside() {
    let all = |width| people().draw_all(width).lines.into_iter().map(|(line, _)| line).collect::<Vec<String>>();
    assert_eq!(all(22), lines(&people(), 22));
    let head = |lines: &[String]| lines.iter().filter(|line| line.starts_with("工号")).cloned().collect::<Vec<_>>();
    assert_eq!(head(&all(21)), ["工号    等级", "工号    应发工资"]);
    // Each band has something new, however narrow the window is.
    assert_eq!(head(&all(3)).len(), 2);
    assert_eq!(people().draw_all(21).left_out, Vec::<String>::new());
}
