//! Keys, windows and pastes.

use unicode_width::UnicodeWidthStr;

use super::screen::Terminal;

const POLICY: &str = r#"方案 "试算" { 币种 CNY }
记录 {
    工号   : 文本, 主键
    接待数 : 次数 属于 [1, 1000]
    回复数 : 次数 属于 [0, 1000]
}
指标 回复率 : 百分比, 小数位 2 = 回复数 / 接待数
评分 回复率 权重 100% {
    >= 98% => 100
    < 98%  => 60
}
指标 总分 : 分数 = 评分合计
等级表 等级 按 总分 -> 系数 : 百分比 {
    A : >= 90 => 100%
    B : < 90  => 50%
}
薪资 工资 { 奖金 = 1000元 * 等级.系数 }
"#;

const DATA: &str = "工号,接待数,回复数\nA01,100,99\nA02,100,96\n";
const ARGUMENTS: [&str; 3] = ["p.merit", "--data", "d.csv"];

fn start(columns: u16) -> Terminal {
    start_with(columns, &[])
}

fn start_with(columns: u16, settings: &[(&str, &str)]) -> Terminal {
    let terminal = Terminal::start(columns, &[("p.merit", POLICY), ("d.csv", DATA)], &ARGUMENTS, settings);
    terminal.ends_with("A01>");
    terminal
}

#[test]
fn chinese_is_typed_and_answered() {
    let mut terminal = start(80);
    terminal.types("总分\r");
    terminal.until("100", |lines| lines.iter().any(|line| line.starts_with("100")));
    // Back over a wide character, and one put in between.
    terminal.types("总总分\u{1b}[D\u{8}\r");
    terminal.until("two answers", |lines| lines.iter().filter(|line| line.starts_with("100")).count() == 2);
}

#[test]
fn a_tab_completes_and_tells() {
    let mut terminal = start(80);
    terminal.types(":rec\t");
    terminal.ends_with("A01> :record");
    terminal.types("A02\r");
    terminal.ends_with("A02>");
    terminal.types("等级.系\t");
    terminal.shows("A02> 等级.系数");
    terminal.interrupts();
    terminal.types("回\t\t");
    let lines = terminal.shows("回复数  数值");
    assert!(lines.iter().any(|line| line.contains("回复率  百分比")), "{lines:?}");
}

#[test]
fn a_hint_stands_behind_the_cursor_and_is_not_taken() {
    let mut terminal = start(80);
    terminal.types("总分 * 2");
    terminal.shows("A01> 总分 * 2  = 200");
    terminal.types("\u{1b}[C\r");
    terminal.until("200", |lines| lines.iter().any(|line| line.starts_with("200")));
}

#[test]
fn an_entry_of_several_lines_comes_back_whole() {
    let mut terminal = start(80);
    terminal.types("总分 >= 90 且\r");
    // What stands dim there is no part of it.
    terminal.shows("…… 接着写；Ctrl-C 不写了");
    terminal.types("回复率 >= 90%\r");
    terminal.until("是", |lines| lines.iter().any(|line| line == "是"));
    terminal.types("\u{1b}[A");
    let whole = |lines: &[String]| {
        let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or_default();
        last > 0 && lines[last - 1] == "A01> 总分 >= 90 且" && lines[last].starts_with("回复率 >= 90%")
    };
    terminal.until("the whole entry", whole);
    terminal.types("\r");
    terminal.until("是 twice", |lines| lines.iter().filter(|line| *line == "是").count() == 2);
    // It is searched for by a part of its second line.
    terminal.types("\u{12}90%");
    terminal.until("the entry", |lines| lines.iter().any(|line| line.contains("reverse-i-search")));
    terminal.types("\r\r");
    terminal.until("是 again", |lines| lines.iter().filter(|line| *line == "是").count() == 3);
}

#[test]
fn an_interrupt_leaves_the_entry_and_nothing_else() {
    let mut terminal = start(80);
    terminal.types("总分 = 80\r");
    terminal.ends_with("A01*>");
    terminal.types("等级表 等级 {\r");
    terminal.interrupts();
    terminal.interrupts();
    terminal.types("回\t\t");
    terminal.interrupts();
    terminal.types("\u{12}总");
    terminal.interrupts();
    terminal.asks("总分", "80");
    assert_eq!(terminal.leaves(), 0);
}

#[test]
fn what_is_shown_fits_a_window_that_is_made_narrow() {
    let mut terminal = start(80);
    terminal.resize(40);
    terminal.types("等级表 等级 按 总分 -> 系数 : 百分比 { A : >= 95.5 => 100%; B : < 60 => 50% }\r");
    terminal.shows("E0501");
    let lines = terminal.ends_with("A01>");
    let told = lines.iter().position(|line| line.contains("E0501")).unwrap();
    assert!(lines[told..].iter().all(|line| line.width() <= 40), "{lines:#?}");
    // Nothing is broken by the window itself.
    let broken = terminal.broken();
    assert!(broken[told..].iter().all(|broken| !broken), "{lines:#?}");
    terminal.resize(10);
    terminal.types("总分\r");
    terminal.until("100", |lines| lines.iter().any(|line| line == "100"));
    terminal.types("总\t\t");
    terminal.interrupts();
    terminal.types(":rec\t");
    terminal.interrupts();
    terminal.asks("总分 + 总分 + 总分", "300");
    terminal.resize(80);
    assert_eq!(terminal.leaves(), 0);
}

#[test]
fn a_long_paste_is_one_entry() {
    let mut terminal = start(80);
    let rows: String = (1..400).map(|at| format!("    {at} => {}\n", at % 7)).collect();
    terminal.pastes(&format!("对照表 档 按 接待数 -> 次数 {{\n{rows}    其余 => 0\n}}"));
    let taken = |terminal: &Terminal| terminal.written().matches("\u{1b}[?2004l").count();
    let before = taken(&terminal);
    terminal.types("\r");
    // On a busy machine the entry is not taken yet, and Ctrl-C would leave it.
    terminal.until("the entry to be taken", |_| taken(&terminal) > before);
    // While it is worked out, Ctrl-C ends nothing.
    std::thread::sleep(std::time::Duration::from_millis(200));
    terminal.types("\u{3}");
    terminal.shows("已加上");
    // 100 = 14 × 7 + 2
    terminal.asks("档", "2");
}

/// A paste of which the end never comes takes every key; a window of another size leaves it.
#[test]
fn a_paste_without_end_can_be_left() {
    let mut terminal = start(80);
    terminal.asks("总分 = 80", "  总分：100 → 80");
    terminal.types("\u{1b}[200~等级 = A\r\u{3}");
    terminal.asks_in_another_size("总分", "80");
    assert_eq!(terminal.leaves(), 0);
}

#[test]
fn a_session_is_stopped_and_goes_on() {
    let mut terminal = Terminal::shell(80, &[("p.merit", POLICY), ("d.csv", DATA)], &ARGUMENTS);
    terminal.ends_with("A01>");
    terminal.types("总分 = 80\r");
    terminal.ends_with("A01*>");
    terminal.types("\u{1a}");
    terminal.ends_with("shell:");
    terminal.types("fg\r");
    terminal.ends_with("A01*>");
    terminal.types("总分\r");
    terminal.until("80", |lines| lines.iter().any(|line| line.starts_with("80")));
    terminal.types("quit\r");
    terminal.ends_with("shell:");
    terminal.types("exit\r");
    assert_eq!(terminal.exits(), 0);
}

/// Lines that are there before the first is answered are all taken, each once.
#[test]
fn the_end_tells_of_changes_that_are_lost() {
    let mut terminal = start(80);
    terminal.types("等级.A = >= 95\r");
    terminal.ends_with("A01*>");
    assert_eq!(terminal.leaves(), 0);
    terminal.shows("改动没有保存，已经丢下。");
}

#[test]
fn what_is_typed_ahead_is_not_lost() {
    let mut terminal = start(80);
    terminal.types("1 + 1\r:record A02\r2 + 2\r总分 = 90\r3 + 3\r");
    terminal.until("all answers", |lines| lines.iter().any(|line| line == "6"));
    let lines = terminal.ends_with("A02*>");
    for answer in ["2", "4", "6"] {
        assert_eq!(lines.iter().filter(|line| *line == answer).count(), 1, "{answer}: {lines:#?}");
    }
}

/// A sign that clears the screen, one that names the window, one that moves the cursor.
const SIGNS: &str = "\u{1b}[2J\u{1b}]0;own\u{7}\u{9b}5A";

#[test]
fn signs_of_a_terminal_in_policy_and_data_do_nothing() {
    let policy = POLICY
        .replace("方案 \"试算\"", &format!("方案 \"试{SIGNS}算\""))
        .replace("接待数 :", "接待数 \"接\u{1b}[31m待\" :");
    let data = DATA.replace("A02", &format!("A02{SIGNS}"));
    let files = [("p.merit", policy.as_str()), ("d.csv", data.as_str())];
    let mut terminal = Terminal::start(80, &files, &ARGUMENTS, &[]);
    terminal.ends_with("A01>");
    terminal.types(":record 2\r:table\r:why\r:list\r:rec\t \t\t");
    terminal.interrupts();
    terminal.pastes(&format!("总分 {SIGNS}"));
    terminal.types("\r");
    terminal.interrupts();
    terminal.asks("1 + 1", "2");
    let written = terminal.written();
    for sign in ["\u{1b}[2J", "\u{1b}]0;own", "\u{9b}", "接\u{1b}[31m待"] {
        assert!(!written.contains(sign), "{sign:?} is written");
    }
}

#[test]
fn a_declaration_is_edited_in_the_editor_of_the_user() {
    // It takes words of its own, and the name of the file with blanks in it.
    let mut terminal = start_with(80, &[("VISUAL", ""), ("EDITOR", "sed -i 's/1000/1200/'")]);
    terminal.types(":edit 工资\r");
    terminal.shows("工资：1000元 → 1200元");
    terminal.ends_with("A01*>");
    terminal.types(":save\r");
    terminal.shows("已保存");
    let saved = std::fs::read_to_string(terminal.folder.path().join("p.merit")).unwrap();
    assert_eq!(saved, POLICY.replace("1000元", "1200元"));
    let mut terminal = start_with(80, &[("VISUAL", "false")]);
    terminal.types(":编辑\r");
    terminal.shows("编辑器没有正常结束");
    assert_eq!(terminal.leaves(), 0);
}

#[test]
fn a_file_is_watched_until_a_key_ends_it() {
    let mut terminal = start(80);
    let file = terminal.folder.path().join("p.merit");
    terminal.types(":watch\r");
    terminal.shows("正在盯着");
    std::fs::write(&file, POLICY.replace("1000元", "1200元")).unwrap();
    terminal.shows("工资：1000元 → 1200元");
    std::fs::remove_file(&file).unwrap();
    terminal.shows("E0715");
    std::fs::write(&file, "方案 {").unwrap();
    terminal
        .until("仍用 twice", |lines| lines.iter().filter(|line| line.contains("仍用之前装入的方案")).count() >= 2);
    terminal.types("x\u{3}");
    terminal.shows("不再盯着");
    terminal.asks("总分", "100");
    assert_eq!(terminal.leaves(), 0);
}

#[test]
fn a_megabyte_on_a_line_is_refused_and_nothing_is_lost() {
    let mut terminal = start(80);
    terminal.pastes(&"总分 + ".repeat(100_000));
    terminal.types("1\r");
    terminal.shows("E0104");
    terminal.types("总分\r");
    terminal.until("100", |lines| lines.iter().any(|line| line.starts_with("100")));
}

#[test]
fn without_colours_nothing_is_coloured() {
    let mut terminal = start_with(80, &[("NO_COLOR", "1")]);
    terminal.types("如果 总分 > 90 则 3元 否则 0元\r");
    terminal.until("3元", |lines| lines.iter().any(|line| line.starts_with("3元")));
    let written = terminal.written();
    let colours = ["[2m", "[31m", "[32m", "[33m", "[36m"];
    assert!(!colours.iter().any(|colour| written.contains(&format!("\u{1b}{colour}"))), "{written:?}");
}

#[test]
fn words_are_coloured_while_they_are_typed() {
    let mut terminal = start(80);
    terminal.types("如果 总分");
    terminal.shows("如果 总分");
    terminal.until("colour", |_| terminal.written().contains("\u{1b}[36m如果\u{1b}[0m"));
}

#[test]
fn the_history_outlives_the_session() {
    let mut terminal = start(80);
    terminal.types("总分 >= 90 且\r回复率 >= 90%\r");
    terminal.until("是", |lines| lines.iter().any(|line| line == "是"));
    assert_eq!(terminal.leaves(), 0);
    let entries = std::fs::read_to_string(terminal.folder.path().join("merit/history.txt")).unwrap();
    assert!(entries.contains("总分 >= 90 且\\n回复率 >= 90%"), "{entries}");
}
