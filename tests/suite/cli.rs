//! The program itself: every command with its exit status, its output, and each kind of bad input.

mod fix;
mod formats;
mod joint;
mod outputs;
mod promises;
mod provisional;
mod several;
mod uses;

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

    fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = program(self.0.path()).args(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A program that refuses its arguments does not read.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
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

#[test]
fn check_accepts() {
    Shop::new().run(&["check", "p.merit"]).ends(0).tells("p.merit 通过：测试方案");
    Shop::new().run(&["check", "p.merit", "--lang", "en"]).ends(0).tells("p.merit is accepted: 测试方案");
}

#[test]
fn check_refuses_with_the_place_and_the_remedy() {
    let shop = Shop::new().file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    let run = shop.run(&["check", "gap.merit"]).ends(1).tells("E0501").tells("gap.merit:").tells("1 个错误");
    assert_eq!(run.out, "");
    shop.run(&["check", "p.merit", "gap.merit"]).ends(1).tells("p.merit 通过");
}

#[test]
fn check_as_json_is_json_on_standard_output() {
    let shop = Shop::new().file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    let run = shop.run(&["check", "gap.merit", "--format", "json"]).ends(1);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let first = &json["diagnostics"][0];
    assert_eq!((&first["code"], &first["kind"], &first["severity"]), (&"E0501".into(), &"gap".into(), &"error".into()));
    assert_eq!(first["file"], "gap.merit");
    assert!(first["line"].is_u64() && first["edits"].is_array() && first["witness"]["分"].is_string(), "{first}");
    let clean = shop.run(&["check", "p.merit", "--format", "json"]).ends(0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&clean.out).unwrap()["diagnostics"], serde_json::json!([]));
}

#[test]
fn check_denies_warnings_where_asked() {
    let untitled = POLICY.split_once("}\n").unwrap().1;
    let shop = Shop::new().file("warn.merit", untitled);
    shop.run(&["check", "warn.merit"]).ends(0).tells("W0301").tells("1 个警告");
    shop.run(&["check", "warn.merit", "--deny", "warnings"]).ends(1);
}

#[test]
fn check_tells_remarks_where_all_is_asked_for() {
    let untested = POLICY.split("\ntest ").next().unwrap();
    let shop = Shop::new().file("untested.merit", untested);
    shop.run(&["check", "untested.merit", "--deny", "warnings"]).ends(0);
    shop.run(&["check", "untested.merit", "--warn", "all"]).ends(0).tells("W0330");
    shop.run(&["check", "untested.merit", "--warn", "all", "--deny", "warnings"]).ends(1);
    let allowed = untested.replacen('\n', " # 允许：W0330 另有人核对\n", 1);
    let shop = Shop::new().file("untested.merit", &allowed);
    shop.run(&["check", "untested.merit", "--warn", "all", "--deny", "warnings"]).ends(0);
}

#[test]
fn check_reads_standard_input_and_settings() {
    let shop = Shop::new();
    shop.run_with(&["check", "-"], POLICY).ends(0).tells("- 通过");
    shop.run(&["check", "p.merit", "--set", "提成率=2%"]).ends(0);
    shop.run(&["check", "p.merit", "--set", "提成率=20%"]).ends(1);
    shop.run(&["check", "p.merit", "--set", "提成=2%"]).ends(1).tells("E0254");
    shop.run(&["check", "p.merit", "--set", "提成率"]).ends(2).tells("E0802");
}

#[test]
fn what_cannot_be_read_is_wrong_usage() {
    let shop = Shop::new().file("gbk.merit", b"policy \"\xb2\xe2\" {}\n");
    shop.run(&["check", "nowhere.merit"]).ends(2).tells("E0715");
    shop.run(&["check", "."]).ends(2).tells("E0715");
    shop.run(&["check", "gbk.merit"]).ends(2).tells("E0801");
    shop.run(&["check"]).ends(2);
    shop.run(&["frobnicate"]).ends(2);
}

#[test]
fn any_bytes_are_refused_without_a_panic() {
    let shop = Shop::new().file("odd.merit", "{{{\u{0}\u{1b}[31m ）】\t\u{feff}policy").file("empty.merit", "");
    let run = shop.run(&["check", "odd.merit"]).ends(1);
    assert!(!run.err.contains('\u{1b}'), "a policy writes to the terminal");
    shop.run(&["check", "empty.merit"]).tells("");
}

#[test]
fn eval_gives_a_result_for_every_record() {
    let run = Shop::new().run(&["eval", "p.merit", "d.csv"]).ends(0);
    assert_eq!(run.out.lines().next().unwrap(), "工号,等级,等级.系数,工资.奖金,工资.提成,工资,_status,_reasons");
    let rows: Vec<&str> = run.out.lines().skip(1).collect();
    assert_eq!(rows, ["A01,A,100%,1000.00,100.00,1100.00,ok,", "A02,B,50%,500.00,100.00,600.00,ok,"]);
    run.tells("读入 2 条，算出 2 条").tells("A 1 人").tells("1700").tells("SHA-256");
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
fn eval_names_the_items_that_somebody_is_exempt_from() {
    let shop = Shop::new().file("e.merit", EXEMPT).file("e.csv", "工号,天数,差错\nA,30,0\nB,29,0\n");
    let run = shop.run(&["eval", "e.merit", "e.csv"]).ends(0);
    let rows: Vec<&str> = run.out.lines().collect();
    assert_eq!(rows[0], "工号,总分,天数.points,差错.points,_status,_reasons");
    assert_eq!(rows[1..], ["A,90,80,100,ok,", "B,80,80,,ok,免考：差错"]);
    shop.run(&["eval", "e.merit", "e.csv", "-o", "e.json"]).ends(0);
    assert!(
        shop.read("e.json").contains("\"总分\":80,\"天数.points\":80,\"差错.points\":null"),
        "{}",
        shop.read("e.json")
    );
    let all = shop.run(&["eval", "e.merit", "e.csv", "--columns", "scores.earned,scores.possible"]).ends(0);
    assert_eq!(all.out.lines().nth(2), Some("40,50%,ok,免考：差错"));
}

#[test]
fn test_says_who_is_exempt() {
    let shop = Shop::new().file("e.merit", EXEMPT);
    let run = shop.run(&["test", "e.merit"]).ends(1).prints("免考").prints("第 4 行 any when");
    assert!(!run.out.contains("总分"), "{}", run.out);
}

#[test]
fn eval_rejects_a_record_and_goes_on() {
    let shop = Shop::new().file("bad.csv", "工号,分\nA01,95.5\nA02,很好\n");
    let run = shop
        .run(&["eval", "p.merit", "bad.csv", "--rejects", "r.csv"])
        .ends(3)
        .tells("退回 1 条")
        .tells("bad.csv:3 分");
    assert!(run.out.lines().nth(2).unwrap().contains("rejected"), "{}", run.out);
    assert!(shop.read("r.csv").contains("A02"));
    let strict = shop.run(&["eval", "p.merit", "bad.csv", "--strict", "-o", "o.csv"]).ends(1);
    assert_eq!((strict.out.as_str(), shop.has("o.csv")), ("", false));
}

#[test]
fn eval_writes_files_by_their_endings() {
    let shop = Shop::new();
    for name in ["o.csv", "o.jsonl", "o.json", "o.xlsx"] {
        let run = shop.run(&["eval", "p.merit", "d.csv", "-o", name]).ends(0);
        assert!(run.out.is_empty() && shop.has(name), "{name}");
    }
    let rows: serde_json::Value = serde_json::from_str(&shop.read("o.json")).unwrap();
    assert_eq!(rows[0]["工资"].to_string(), "1100");
    shop.run(&["eval", "p.merit", "d.csv", "-o", "o.parquet"]).ends(2);
    shop.run(&["eval", "p.merit", "d.csv", "-o", "o.doc"]).ends(2).tells("E0714");
    shop.run(&["eval", "p.merit", "d.csv", "-o", "nowhere/o.csv"]).ends(2).tells("E0715");
}

#[test]
fn eval_summarises_for_programs() {
    let shop = Shop::new();
    let run = shop.run(&["eval", "p.merit", "d.csv", "--summary-only", "--receipt", "r.json"]).ends(0);
    let summary: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(summary["records"], serde_json::json!({ "read": 2, "evaluated": 2, "rejected": 0, "skipped": 0 }));
    assert_eq!(summary["grades"]["等级"], serde_json::json!({ "A": 1, "B": 1 }));
    assert_eq!(summary["pay"]["工资"].to_string(), "1700");
    assert_eq!(summary["policy"]["sha256"].as_str().unwrap().len(), 64);
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    assert_eq!(receipt["data"][0]["sha256"], summary["data"][0]["sha256"]);
}

#[test]
fn eval_chooses_columns() {
    let shop = Shop::new();
    let first = |columns| {
        shop.run(&["eval", "p.merit", "d.csv", "--columns", columns]).ends(0).out.lines().next().unwrap().to_owned()
    };
    assert_eq!(first("工资,工号"), "工资,工号,_status,_reasons");
    assert!(first("all").contains("分,"), "{}", first("all"));
    shop.run(&["eval", "p.merit", "d.csv", "--columns", "薪水"]).ends(2).tells("薪水");
}

#[test]
fn eval_takes_settings_and_standard_input() {
    let shop = Shop::new();
    shop.run(&["eval", "p.merit", "d.csv", "--set", "提成率=2%"]).ends(0).prints("1200.00");
    shop.run_with(&["eval", "p.merit", "-"], DATA).ends(0).prints("1100.00");
    shop.run_with(&["eval", "-", "d.csv"], POLICY).ends(0).prints("1100.00");
}

#[test]
fn eval_refuses_what_it_cannot_use() {
    let shop = Shop::new().file("short.csv", "工号\nA01\n").file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    shop.run(&["eval", "p.merit"]).ends(2).tells("E0802");
    shop.run(&["eval", "d.csv"]).ends(2).tells("E0802");
    shop.run(&["eval", "p.merit", "gap.merit", "d.csv"]).ends(1).tells("E0501");
    shop.run(&["eval", "p.merit", "nowhere.csv"]).ends(2).tells("E0715");
    shop.run(&["eval", "p.merit", "d.csv", "--with", "shops=d.csv"]).ends(2).tells("--with");
    shop.run(&["eval", "p.merit", "short.csv", "-o", "o.csv"]).ends(1).tells("E0708");
    shop.run(&["eval", "gap.merit", "d.csv", "-o", "o.csv"]).ends(1).tells("E0501");
    assert!(!shop.has("o.csv"));
}

#[test]
fn test_tells_expected_and_got() {
    let shop = Shop::new().file("fail.merit", POLICY.replace("工资 = 1100元 }", "工资 = 1200元 }"));
    shop.run(&["test", "p.merit"]).ends(0).tells("1 个用例通过，0 个不通过");
    let run = shop.run(&["test", "p.merit", "fail.merit"]).ends(1).tells("fail.merit：0 个用例通过，1 个不通过");
    let run = run.prints("满分").prints("1200.00").prints("1100.00");
    assert!(run.out.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{}", run.out);
}

#[test]
fn new_writes_a_policy_that_is_accepted_and_its_sheets() {
    let shop = Shop::new();
    shop.run(&["new", "nothing-such"]).ends(2).tells("E0802");
    let run = shop.run(&["new", "aftersales-kpi", "我的.merit"]).ends(0);
    run.tells("merit eval 我的.merit 我的.csv --with 质检=我的.chats.csv");
    shop.run(&["check", "我的.merit"]).ends(0);
    assert!(shop.read("我的.csv").starts_with('\u{feff}'));
    assert!(shop.read("我的.chats.csv").contains("会话编号,工号,月份,专业语言"));
    assert!(shop.read("我的.merit").contains("# 试算：merit eval 我的.merit 我的.csv --with 质检=我的.chats.csv\n"));
    assert!(shop.has("qa-checklist.merit"));
    shop.run(&["eval", "我的.merit", "我的.csv", "--with", "质检=我的.chats.csv"]).ends(1).tells("E0710");
}

#[test]
fn new_writes_over_nothing_that_would_be_lost() {
    let shop = Shop::new();
    // Only under this ending is it taken for a policy by the command that is told next.
    shop.run(&["new", "repeat-orders", "b"]).ends(0).tells("merit eval b.merit b.csv");
    shop.run(&["new", "repeat-orders", "a.merit"]).ends(0);
    // Word for word the same: nothing is lost.
    shop.run(&["new", "repeat-orders", "a.merit"]).ends(0);
    let shop = shop.file("a.orders.csv", "mine\n");
    shop.run(&["new", "repeat-orders", "a.merit"]).ends(2).tells("E0802").tells("a.orders.csv");
    assert_eq!(shop.read("a.orders.csv"), "mine\n");
    shop.run(&["new", "repeat-orders", "a.merit", "--force"]).ends(0);
    assert!(shop.read("a.orders.csv").contains("订单号"));
}

#[test]
fn new_writes_what_the_policy_uses_and_those_beside_it() {
    let shop = Shop::new();
    let run = shop.run(&["new", "post-presales", "店/售前.merit"]).ends(0);
    run.tells("merit eval 店/售前.merit 店/post-aftersales.merit 店/post-lead.merit 店/售前.csv");
    for file in ["店/shared/shop-staff.merit", "店/售前.shops.csv", "店/post-lead.merit"] {
        assert!(shop.has(file), "{file}");
    }
    shop.run(&["check", "店/售前.merit", "店/post-aftersales.merit", "店/post-lead.merit"]).ends(0);
}

/// Both tongues say what each is for, and none is left out.
#[test]
fn new_lists_every_ready_made_policy_by_what_it_is_for() {
    let shop = Shop::new();
    let policies = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let names = policies.filter_map(|file| {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.strip_suffix(".merit").map(str::to_owned)
    });
    let names: Vec<String> = names.collect();
    for tongue in ["zh", "en"] {
        let run = shop.run(&["new", "--lang", tongue]).ends(0);
        let lines: Vec<&str> = run.out.lines().filter(|line| line.starts_with("  ")).collect();
        for name in &names {
            let said = lines.iter().filter_map(|line| line.trim_start().strip_prefix(&format!("{name} ")));
            assert_eq!(said.filter(|about| about.trim().len() > 5 && !about.contains("new-")).count(), 1, "{name}");
        }
        assert_eq!(lines.len(), names.len());
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("new_zh", shop.run(&["new", "--lang", "zh"]).out);
        insta::assert_snapshot!("new_en", shop.run(&["new", "--lang", "en"]).out);
    });
}

#[test]
fn explain_prints_the_page() {
    let shop = Shop::new();
    shop.run(&["explain", "e0802"]).ends(0).prints("# E0802 命令写得不对");
    shop.run(&["explain", "E0802", "--lang=en"]).ends(0).prints("# E0802 The command");
    shop.run(&["explain", "E9999"]).ends(2).tells("E9999");
}

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
fn the_locale_chooses_the_tongue() {
    let shop = Shop::new();
    let told = |name: &str, value: &str| {
        let output = program(shop.0.path()).env(name, value).args(["check", "p.merit"]).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(told("LC_ALL", "C").contains("accepted"));
    assert!(told("LC_ALL", "zh_TW.UTF-8").contains("通过"));
    assert!(told("LANG", "de_DE.UTF-8").contains("accepted"));
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
        (vec!["frobnicate"], "没有命令 frobnicate", "merit --help"),
        (vec!["check"], "还缺 <POLICY>", "--help"),
        (vec!["check", "p.merit", "--frmat", "json"], "没有选项 --frmat", "--format"),
        (vec!["check", "p.merit", "--zzz"], "没有选项 --zzz", "--help"),
        (vec!["check", "p.merit", "--format", "xml"], "--format 不能是 xml", "human、json、sarif"),
        (vec!["check", "p.merit", "--format"], "--format 后面缺一个值", "--help"),
        (vec!["check", "p.merit", "--fix", "--format", "json"], "--fix 不能和 --format 一起用", "去掉"),
        (vec!["check", "p.merit", "--deny", "warnings", "--deny", "warnings"], "--deny 只能写一次", "--help"),
        (vec!["explain", "E0501", "E0502"], "E0502 是多出来的", "--help"),
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

#[test]
fn what_only_a_setting_breaks_is_not_mended_in_the_policy() {
    let shop = Shop::new();
    let policy = "policy \"x\" { currency CNY }\nrecord { id : text, key; a : points in [0, 100] }\n\
        param full : points = 60\nparam each : points = 10\n\
        table t by a -> money { < full => 0 CNY; [60, 100] => 10 CNY }\n\
        pay w { x = t; y = steps(a, each, full) * 1 CNY }\n";
    let shop = shop.file("s.merit", policy);
    let run = |set: &str| shop.run(&["--lang", "en", "check", "s.merit", "--set", set]);
    run("full=60").ends(0);
    for (set, code) in [("full=50", "E0501"), ("each=0", "E0209")] {
        let told = run(set).ends(1).tells(code).tells(&format!("only with --set {set}"));
        assert!(!told.err.contains("Change it to") && !told.err.contains("literal"), "{}", told.err);
    }
    // What is wrong with the policy by itself keeps its edit.
    let shop = shop.file("t.merit", policy.replace("< full", "< 50"));
    let told = shop
        .run(&["--lang", "en", "check", "t.merit", "--set", "each=20"])
        .ends(1)
        .tells("E0501")
        .tells("Change it to");
    assert!(!told.err.contains("only with --set"), "{}", told.err);
}

#[test]
fn a_setting_that_does_not_read_is_told() {
    let shop = Shop::new();
    for (setting, piece) in [("提成率=", "E0802"), ("=3%", "E0802"), ("提成率=))", "E01"), ("提成率=甲", "E02")]
    {
        let status = if piece == "E0802" { 2 } else { 1 };
        let run = shop.run(&["check", "p.merit", "--set", setting]).ends(status).tells(piece);
        assert!(!run.err.contains("let 提成率"), "{}", run.err);
        shop.run(&["eval", "p.merit", "d.csv", "--set", setting]).ends(status);
    }
}
