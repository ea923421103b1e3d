//! What shows of a run that lasts.

use std::fs::OpenOptions;
use std::io::Write;
use std::process::Command;

use super::screen::Terminal;

const POLICY: &str = r#"方案 "试算" { 币种 CNY }
记录 { 工号 : 文本, 主键; 分 : 分数 属于 [0, 100] }
等级表 等级 按 分 -> 奖金 : 金额 { A : >= 90 => 300元; B : < 90 => 0元 }
薪资 工资 { 奖金 = 等级.奖金 }
"#;

#[test]
fn a_run_that_waits_for_its_data_says_so_and_leaves_nothing_of_it() {
    // The shell makes a pipe with a name, from which nothing comes until the test writes into it.
    let mut command = Command::new("sh");
    command.args(["-c", "mkfifo d.csv && exec \"$0\" eval p.merit d.csv", env!("CARGO_BIN_EXE_merit")]);
    let terminal = Terminal::run(command, 80, &[("p.merit", POLICY)], &[]);
    terminal.shows("正在读数据");
    let mut pipe = OpenOptions::new().write(true).open(terminal.folder.path().join("d.csv")).unwrap();
    pipe.write_all("工号,分\nA01,95\n".as_bytes()).unwrap();
    drop(pipe);
    let lines = terminal.shows("300.00");
    assert_eq!(terminal.exits(), 0);
    assert!(lines.iter().chain(&terminal.lines()).all(|line| !line.contains("正在")), "{lines:#?}");
}
