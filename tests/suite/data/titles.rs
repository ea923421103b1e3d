//! Units in the titles of columns: what is read by them, what is told, what is refused, and that no figure is scaled in silence.

use merit::data::{Batch, Reading};
use merit::quantity::Tongue;
use merit::render::problem;
use rust_xlsxwriter::{Format, Workbook};

use super::{codes, outcomes, policy, read};

/// What becomes of the only record, and what is told of the file.
fn below(field: &str, title: &str, cell: &str) -> (String, String) {
    let batch = batch(field, title, cell);
    let row = outcomes(&policy(&record(field)), &batch).remove(0);
    (row.strip_prefix("A|").unwrap_or(&row).to_owned(), codes(&batch.notices))
}

fn record(field: &str) -> String {
    format!("policy \"P\" {{ currency CNY }}\nrecord {{\n    id : text, key\n    x : {field}\n}}\n")
}

fn batch(field: &str, title: &str, cell: &str) -> Batch {
    read(&policy(&record(field)), "a.csv", format!("id\t{title}\nA\t{cell}\n")).unwrap()
}

#[track_caller]
fn reads(field: &str, title: &str, cell: &str, row: &str, told: &str) {
    assert_eq!(below(field, title, cell), (row.to_owned(), told.to_owned()), "{field} {title} {cell}");
}

const TOLD: &str = "W0710-title";

#[test]
fn a_unit_that_only_the_title_names_is_read_and_told() {
    for title in ["x(‰)", "x（‰）", "x [‰]", "x‰", "x(单位：‰)"] {
        reads("percent", title, "0.8", "0.08%", TOLD);
    }
    for title in ["x(%)", "x％", "x(percent)"] {
        reads("percent", title, "8", "8%", TOLD);
    }
    reads("money", "x(万元)", "1.2", "12000.00", TOLD);
    reads("money", "x（千元）", "1.25", "1250.00", TOLD);
    reads("money", "x(百万)", "1.5", "1500000.00", TOLD);
    reads("money", "x/万元", "-0", "0.00", TOLD);
    reads("count", "x(万人)", "1.5", "15000", TOLD);
    let told = problem(&batch("percent", "x(‰)", "0.8").notices[0], Tongue::Zh);
    assert!(told.contains("按表头「x(‰)」的单位读：「0.8」即 0.08%"), "{told}");
    assert!(told.ends_with("在方案里给 x 写上 来自 \"x(‰)\""), "{told}");
}

#[test]
fn a_title_that_the_policy_names_is_told_only_where_it_makes_more_of_a_number() {
    reads("percent from \"退款率(‰)\"", "退款率(‰)", "0.8", "0.08%", "");
    reads("percent from \"退款率(%)\"", "退款率(%)", "8.5", "8.5%", "");
    reads("money from \"销售额(万元)\"", "销售额(万元)", "1.2", "12000.00", "W0710-title-scale");
    // What the policy takes for a plain number is one.
    reads("number in [0, 1000], decimals 2 from \"退款率(‰)\"", "退款率(‰)", "0.8", "0.8", "");
    reads("number in [0, 1000], decimals 2 from \"销售额(万元)\"", "销售额(万元)", "0.8", "0.8", "");
}

#[test]
fn a_title_that_agrees_says_nothing_new() {
    reads("duration(s)", "x(秒)", "20", "20", "");
    reads("duration(min)", "x(分)", "20", "20", "");
    reads("duration(h)", "x(hours)", "20", "20", "");
    reads("money", "x(元)", "20", "20.00", "");
    reads("money", "x (RMB)", "20", "20.00", "");
    reads("percent(%)", "x(%)", "20", "20%", "");
    reads("points in [0, 100]", "x(分)", "20", "20", "");
    reads("count", "x(次)", "20", "20", "");
    reads("money", "x(元/单)", "20", "20.00", "");
}

#[test]
fn a_title_that_contradicts_the_policy_is_refused_and_never_scaled() {
    let refused = |field: &str, title: &str, cell: &str, variant: &str| reads(field, title, cell, variant, "");
    refused("duration(s)", "x(分钟)", "0.4", "E0701-title-time");
    refused("duration(s) from \"响应(分)\"", "响应(分)", "0.4", "E0701-title-time");
    refused("duration(min)", "x(s)", "80", "E0701-title-time");
    refused("duration(s)", "x(ms)", "20000", "E0701-title-unknown");
    refused("percent(%)", "x(‰)", "0.8", "E0701-title-share");
    refused("percent(fraction)", "x(%)", "0.8", "E0701-title-share");
    refused("money", "x(美元)", "5", "E0701-title-currency");
    refused("money", "x($)", "5", "E0701-title-currency");
    // Results stand under the title of a field in its own unit, so that title makes no more of them.
    let titled = policy(&record("money").replace("x :", "x \"销售额(万元)\" :"));
    let file = "id,销售额(万元)\nA,5\n";
    assert_eq!(outcomes(&titled, &read(&titled, "a.csv", file).unwrap()), ["E0701-title-own"]);
    let batch = batch("duration(s)", "x(分钟)", "0.4");
    let Reading::Rejected(why) = &batch.record(0).unwrap().reading else { panic!() };
    let told = problem(&why.problems[0], Tongue::Zh);
    assert!(told.contains("写上单位，如 0.4分钟（即 24s）；或在方案里把类型写成 时长(min)"), "{told}");
    // Mended elsewhere, under the name of the field, the cell must not lose its unit.
    assert_eq!(why.cells[1].as_deref(), Some("0.4分钟"));
}

#[test]
fn a_cell_with_a_unit_of_its_own_is_read_by_it() {
    reads("duration(s)", "x(分钟)", "24秒", "24", "");
    reads("duration(s)", "x(分钟)", "00:00:24", "24", "");
    reads("percent(%)", "x(‰)", "0.8‰", "0.08%", "");
    reads("money", "x(万元)", "1.2万", "12000.00", "");
    reads("money", "x(万元)", "12000元", "12000.00", "W0710-title-cell");
    reads("money", "x(美元)", "¥5", "5.00", "");
    reads("money, optional", "x(万元)", "-", "", "");
}

#[test]
fn a_rejected_record_keeps_the_unit_of_its_title() {
    for (field, title, cell, kept) in [
        ("money", "x(万元)", "1.2", "1.2万"),
        ("money", "x(千元)", "1.2", "1200"),
        ("percent", "x(‰)", "0.8", "0.8‰"),
        ("percent(%)", "x(‰)", "0.8", "0.8‰"),
        ("duration(s)", "x(ms)", "20", "20ms"),
        ("money", "x(美元)", "5", "5美元"),
        ("money", "x(元)", "5", "5"),
    ] {
        let text = record(field).replace("x :", "y : count; x :");
        let batch = read(&policy(&text), "a.csv", format!("id\t{title}\ty\nA\t{cell}\tnobody\n")).unwrap();
        let Reading::Rejected(why) = &batch.record(0).unwrap().reading else { panic!() };
        assert_eq!(why.cells[2].as_deref(), Some(kept), "{field} {title}");
    }
}

#[test]
fn a_row_of_units_below_the_header_is_read_as_part_of_it() {
    let policy = policy(&record("percent").replace("x :", "y : money; z : duration(s); x :"));
    let file = "id,x,y,z\n,‰,（万元）,秒\nA,0.8,1.2,20\n";
    let batch = read(&policy, "a.csv", file).unwrap();
    assert_eq!(outcomes(&policy, &batch), ["skipped W0703-units", "A|12000.00|20|0.08%"]);
    assert_eq!(codes(&batch.notices), "W0710-title-scale W0710-title-scale");
    let minutes = read(&policy, "a.csv", file.replace("秒", "分钟")).unwrap();
    assert_eq!(outcomes(&policy, &minutes)[1], "E0701-title-time");
    // Further down it is a row like any other, and a row with anything else is one, too.
    let later = read(&policy, "a.csv", "id,x,y,z\nA,0.8%,1,2\n,‰,万元,秒\n").unwrap();
    assert_eq!(outcomes(&policy, &later)[1], "E0704-key E0701 E0701 E0701");
    assert_eq!(
        outcomes(&policy, &read(&policy, "a.csv", "id,x,y,z\nA,%,元,秒\n").unwrap()),
        ["E0701-currency E0701 E0701"]
    );
}

#[test]
fn a_title_in_other_letters_is_the_column() {
    let policy = policy("record { ID : text, key; Sales : money, optional }\n");
    let row = |file: &str| outcomes(&policy, &read(&policy, "a.csv", file).unwrap()).join(" ");
    assert_eq!(row("id,SALES\nA,5\n"), "A|5.00");
    assert_eq!(row("Id,sales(元)\nA,5\n"), "A|5.00");
    for marked in ["*ID,Sales（必填）", "ID*,Sales *", "ID(required),Sales（元）*"] {
        assert_eq!(row(&format!("{marked}\nA,5\n")), "A|5.00", "{marked}");
    }
    assert_eq!(row("Id,sales,Sales\nA,5,6\n"), "A|6.00");
    assert_eq!(super::refusal(&policy, "a.csv", "Id,sales,SALES\nA,5,6\n"), "E0709");
    assert_eq!(super::refusal(&policy, "a.csv", "ID,Sales,Sales\nA,5,6\n"), "E0709-same");
}

#[test]
fn words_of_a_title_may_stand_apart_where_a_name_joins_them() {
    let policy = policy("record { staff_no : text, key; late_arrivals : count, default 0 }\n");
    let row = |file: &str| outcomes(&policy, &read(&policy, "a.csv", file).unwrap()).join(" ");
    for title in ["Late arrivals", "late-arrivals", "LateArrivals", "late_arrivals"] {
        assert_eq!(row(&format!("Staff No,{title}\nA,5\n")), "A|5", "{title}");
    }
}

#[test]
fn a_label_in_other_letters_is_that_label_where_no_other_is_called_so() {
    let row = |labels: &str, cell: &str| {
        let policy = policy(&format!("record {{ id : text, key; role : {labels} }}\n"));
        outcomes(&policy, &read(&policy, "a.csv", format!("id,role\nA,{cell}\n")).unwrap()).join(" ")
    };
    for cell in ["Picker", "PICKER", "picker", " picker "] {
        assert_eq!(row("picker | desk", cell), "A|picker", "{cell}");
    }
    assert_eq!(row("gold | Gold", "Gold"), "A|Gold");
    assert_eq!(row("gold | Gold", "GOLD"), "E0701-label");
}

#[test]
fn a_cell_that_shows_its_thousands_below_such_a_title_is_refused() {
    let policy = policy(&record("money"));
    for (title, value, format, row) in [
        ("x(千元)", 12000.0, "#,##0.0,", "E0701-shown"),
        ("x(万元)", 12000.0, "0!.0,", "E0701-shown"),
        ("x(万元)", 12000.0, "0!.0000", "E0701-shown"),
        ("x(百万元)", 1_200_000.0, "0.0,,", "E0701-shown"),
        ("x(千元)", 12.0, "#,##0.0", "A|12000.00"),
        ("x(千元)", 12.0, "General", "A|12000.00"),
        ("x(万元)", 1.2, "0.0\"万\"", "A|12000.00"),
        ("x(千元)", 0.0, "#,##0,", "A|0.00"),
        ("x(元)", 12000.0, "#,##0.0,", "A|12000.00"),
        ("x", 12000.0, "#,##0.0,", "A|12000.00"),
    ] {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["id", title]).unwrap().write(1, 0, "A").unwrap();
        sheet.write_with_format(1, 1, value, &Format::new().set_num_format(format)).unwrap();
        let batch = read(&policy, "a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
        assert_eq!(outcomes(&policy, &batch), [row], "{title} {value} {format}");
    }
}

#[test]
fn a_title_that_may_say_for_each_or_be_a_name_makes_no_more_of_a_number() {
    for title in ["top_k", "orders_w", "投诉/万单", "点击/千次", "销售/万", "人数_百"] {
        reads(&format!("count from \"{title}\""), title, "3", "3", "");
    }
    reads("money from \"sales_w\"", "sales_w", "3", "3.00", "");
    reads("duration(h) from \"在线时长/天\"", "在线时长/天", "8", "8", "");
    reads("duration(s) from \"reply_min\"", "reply_min", "8", "8", "");
    for field in ["top_k : count", "bonus_k : money", "reply_min : duration(s)"] {
        let name = field.split_once(' ').unwrap().0;
        let named = policy(&record("").replace("x : ", field));
        let batch = read(&named, "a.csv", format!("id\t{name}\nA\t3\n")).unwrap();
        assert!(outcomes(&named, &batch)[0].starts_with("A|3"), "{field}");
        assert_eq!(codes(&batch.notices), "", "{field}");
    }
    // By itself such a title is not the column, either.
    let policy = policy(&record("count"));
    for title in ["x_k", "x_w", "x/千次"] {
        assert!(super::refusal(&policy, "a.csv", format!("id,{title}\nA,3\n")).starts_with("E0708"), "{title}");
    }
    reads("money", "x(KRW)", "5", "E0701-title-currency", "");
}

#[test]
fn a_title_of_another_kind_is_no_unit() {
    for title in ["x(旺旺)", "x(KPI)", "x(百分制)", "x(5月)", "x(日)", "x()", "(元)", "x(%"] {
        let policy = policy(&record("money, optional"));
        let batch = read(&policy, "a.csv", format!("id\t{title}\nA\t5\n")).unwrap();
        assert_eq!(outcomes(&policy, &batch), ["A|"], "{title}");
    }
    // A name as it stands goes before one with a unit; two with a unit are two.
    let policy = policy(&record("money"));
    let both = read(&policy, "a.csv", "id,x(万元),x\nA,1,5\n").unwrap();
    assert_eq!(outcomes(&policy, &both), ["A|5.00"]);
    assert_eq!(super::refusal(&policy, "a.csv", "id,x(万元),x(元)\nA,1,5\n"), "E0709");
}
