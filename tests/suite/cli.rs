//! The program itself: every command with its exit status, its output, and each kind of bad input.

mod apart;
mod cases;
mod cases_tried;
mod check;
mod cliffs;
mod columns;
mod coverage;
mod diff;
mod doc;
mod evaluate;
mod explain;
mod family;
mod fix;
mod fmt;
pub mod formats;
mod forms;
mod from;
mod handed;
mod helped;
mod joint;
mod kept;
mod mistaken;
mod new;
mod next;
mod next_tried;
mod outputs;
mod packed;
mod passing;
mod pictured;
mod planted;
mod planted_team;
mod promises;
mod provisional;
mod reconcile;
mod reconciled;
mod replay;
mod report;
mod run;
mod schema;
mod session;
mod several;
mod together;
mod tongue;
mod uses;
mod versions;
mod why;
mod why_held;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const POLICY: &str = r#"policy "测试方案" {
    currency CNY
}
record {
    工号 : text, key
    分   : points in [0, 100], decimals 1
}
param 提成率 : percent in [0%, 10%] = 1%
grade 等级 by 分 -> 系数 : percent {
    A : >= 90 => 100%
    B : < 90  => 50%
}
pay 工资 {
    奖金 = 1000元 * 等级.系数
    提成 = 10000元 * 提成率
}
test "满分" {
    given { 分 = 100 }
    expect { 等级 = A, 工资 = 1100元 }
}
"#;

const DATA: &str = "工号,分\nA01,95.5\nA02,60\n";

/// A folder with a policy and data, in which the program is run.
struct Shop(TempDir);

/// What a run gave.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Shop {
    fn new() -> Self {
        let shop = Shop(TempDir::new().unwrap());
        shop.file("p.merit", POLICY).file("d.csv", DATA)
    }

    fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.0.path().join(name).exists()
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
        let mut child = program(self.0.path()).args(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A program that refuses its arguments does not read.
        let _ = child.stdin.take().unwrap().write_all(input.as_ref());
        Run::from(child.wait_with_output().unwrap())
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Run {
    #[track_caller]
    fn ends(self, status: i32) -> Run {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn tells(self, piece: &str) -> Run {
        assert!(self.err.contains(piece), "no {piece:?} in\n{}", self.err);
        self
    }

    #[track_caller]
    fn prints(self, piece: &str) -> Run {
        assert!(self.out.contains(piece), "no {piece:?} in\n{}", self.out);
        self
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_merit"));
    command.current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "zh_CN.UTF-8");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// An item is left out for whoever has not been there for 30 days.
const EXEMPT: &str = "policy \"免考\" { currency CNY }
record { 工号 : text, key; 天数 : count; 差错 : count }
score 天数 weight 50% { >= 20 => 80; < 20 => 40 }
score 差错 weight 50% { any when 天数 < 30 => exempt; 0 => 100; >= 1 => 0 }
metric 总分 : points, decimals 1 = scores
test \"新人\" { given { 天数 = 20, 差错 = 0 } expect { 差错.points = 0, 总分 = 80 } }
";

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        Shop::new().run(&["completions", shell]).ends(0).prints("eval");
    }
}

#[test]
fn help_speaks_both_tongues() {
    let shop = Shop::new();
    for command in ["new", "check", "eval", "test", "repl", "explain", "completions", "--help"] {
        let zh = shop.run(&[command, "--help", "--lang", "zh"]).ends(0).prints("用法");
        let en = shop.run(&[command, "--help", "--lang", "en"]).ends(0).prints("Usage");
        assert!(!zh.out.contains('⟨') && !en.out.contains('⟨'), "{}{}", zh.out, en.out);
        for line in zh.out.lines().chain(en.out.lines()) {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80 && !line.contains("possible"), "{line}");
        }
    }
}

#[test]
fn a_terminal_without_utf8_is_drawn_in_ascii() {
    let shop = Shop::new().file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    let output = program(shop.0.path()).env("LC_ALL", "C").args(["check", "gap.merit"]).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains(",-[gap.merit") && !text.contains('│'), "{text}");
}

#[test]
fn repl_reads_lines_that_are_piped() {
    let shop = Shop::new();
    let input = "分 = 95\n等级\n:quit\n";
    let output = {
        let mut child = program(shop.0.path())
            .env("XDG_DATA_HOME", shop.0.path())
            .args(["repl", "p.merit"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Run::from(child.wait_with_output().unwrap())
    };
    output.ends(0).prints("A : >= 90 => 100%");
}

#[test]
fn wrong_arguments_are_told_in_the_tongue_of_the_reader() {
    let shop = Shop::new();
    let told = [
        (vec!["chek"], "没有命令 chek", "check"),
        (vec!["frobnicate"], "没有命令 frobnicate", "merit help"),
        (vec!["check"], "没有给出方案文件", "merit check p.merit"),
        (vec!["check", "p.merit", "--frmat", "json"], "没有选项 --frmat", "--format"),
        (vec!["check", "p.merit", "--zzz"], "没有选项 --zzz", "merit help check"),
        (vec!["check", "p.merit", "--format", "xml"], "--format 不能是 xml", "human、json、sarif"),
        (vec!["check", "p.merit", "--format"], "--format 后面缺一个值", "human（缺省）、json"),
        (vec!["check", "p.merit", "--fix", "--format", "json"], "--fix 不能和 --format 一起用", "去掉"),
        (vec!["check", "p.merit", "--deny", "warnings", "--deny", "warnings"], "--deny 只能写一次", "merit help check"),
        (vec!["explain", "E0501", "E0502"], "E0502 是多出来的", "merit help explain"),
    ];
    for (arguments, wrong, remedy) in told {
        let run = shop.run(&arguments).ends(2).tells("E0802").tells(wrong).tells(remedy);
        assert_eq!(run.out, "");
        let english = shop.run(&[&["--lang", "en"], arguments.as_slice()].concat()).ends(2);
        assert!(english.err.is_ascii() || english.err.contains('×'), "{}", english.err);
        assert!(!english.err.contains('⟨') && !english.err.contains("{$"), "{}", english.err);
    }
    shop.run(&[]).ends(2).tells("check");
}
