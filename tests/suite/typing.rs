//! What helps while a line of a session is typed, without a terminal.

use std::fs;

use merit::compile::compile_with;
use merit::io::PolicyFolder;
use merit::render::{Look, Tongue, WIDTH};
use merit::repl::{Session, Typing};
use merit::source::SourceFile;
use tempfile::TempDir;

const POLICY: &str = r#"方案 "试算" { 币种 CNY }
记录 {
    工号   : 文本, 主键
    接待数 : 次数 属于 [1, 1000]
    回复数 : 次数 属于 [0, 1000]
    级别   : 初级 | 高级
}
参数 每单 : 金额 属于 [0元, 100元] = 2元
指标 回复率 "平均回复率" : 百分比, 小数位 2 = 回复数 / 接待数
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
用例 "一般" {
    已知 { 接待数 = 100, 回复数 = 99 }
    应得 { 总分 = 100 }
}
"#;

/// A session with a record at hand, and its folder.
fn session(look: Look) -> (Session, TempDir) {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("p.merit"), POLICY).unwrap();
    fs::write(path("d.csv"), "工号,接待数,回复数,级别\nA01,100,99,初级\nA02,100,96,高级\n").unwrap();
    let mut session = Session::new(look);
    session.load(&path("p.merit"));
    session.data(&path("d.csv"));
    (session, folder)
}

fn plain() -> Look {
    Look { tongue: Tongue::Zh, ascii: false, colour: false, width: WIDTH }
}

fn completed(session: &Session, line: &str) -> (usize, Vec<String>) {
    let (start, found) = Typing::default().complete(session, line, line.len());
    (start, found.into_iter().map(|candidate| candidate.text).collect())
}

#[test]
fn commands_are_completed_in_both_tongues() {
    let (session, _folder) = session(plain());
    assert_eq!(completed(&session, ":rec"), (1, vec!["record ".to_owned()]));
    assert_eq!(completed(&session, "：记"), ("：".len(), vec!["记录 ".to_owned()]));
    assert!(completed(&session, ":").1.contains(&"装入 ".to_owned()));
    assert_eq!(completed(&session, ":nothing").1, [""; 0]);
}

#[test]
fn what_stands_behind_a_command_is_completed() {
    let (session, folder) = session(plain());
    assert_eq!(completed(&session, ":record A"), (8, vec!["A01".to_owned(), "A02".to_owned()]));
    assert_eq!(completed(&session, ":show 总").1, ["总分"]);
    assert_eq!(completed(&session, ":show 等级.").1, ["系数"]);
    assert_eq!(completed(&session, ":test 一").1, ["一般"]);
    assert_eq!(completed(&session, ":row 等"), (5, vec!["等级 ".to_owned()]));
    assert_eq!(completed(&session, ":row 等级 "), (":row 等级 ".len(), vec!["A".to_owned(), "B".to_owned()]));
    assert_eq!(
        completed(&session, ":set 等级."),
        (":set 等级.".len(), vec!["系数".to_owned(), "A".to_owned(), "B".to_owned()])
    );
    assert_eq!(completed(&session, ":explain e0501").1, ["E0501"]);
    let typed = format!(":load {}/", folder.path().display());
    assert_eq!(completed(&session, &typed).1, [format!("{}/p.merit", folder.path().display())]);
    let typed = format!(":data {}/d", folder.path().display());
    assert_eq!(completed(&session, &typed).1, [format!("{}/d.csv", folder.path().display())]);
}

#[test]
fn names_members_labels_and_units_are_completed() {
    let (session, _folder) = session(plain());
    assert_eq!(completed(&session, "回"), (0, vec!["回复数".to_owned(), "回复率".to_owned()]));
    assert_eq!(completed(&session, "等级.").1, ["系数", "A", "B"]);
    assert_eq!(completed(&session, "回复率.权").1, ["权重"]);
    assert_eq!(completed(&session, "回复率.2"), ("回复率.".len(), vec!["2".to_owned()]));
    assert_eq!(completed(&session, "级别 = 高").1, ["高级"]);
    assert_eq!(completed(&session, "每单 = 3").1, ["元"]);
    assert_eq!(completed(&session, "min").1, ["最小("]);
}

#[test]
fn a_list_tells_what_each_is() {
    let (session, _folder) = session(plain());
    let (_, found) = Typing::default().complete(&session, "平均回", "平均回".len());
    assert_eq!(found[0].shown, "回复率  百分比  平均回复率");
    let (_, found) = Typing::default().complete(&session, "舍", "舍".len());
    assert_eq!(found[0].shown, "舍入(x, 0.1, 四舍五入)");
}

#[test]
fn a_change_is_known_at_the_next_line() {
    let (mut session, _folder) = session(plain());
    assert_eq!(completed(&session, "新").1, [""; 0]);
    session.line("令 新比例 = 每单 * 2");
    assert_eq!(completed(&session, "新").1, ["新比例"]);
}

#[test]
fn a_hint_is_what_is_typed_so_far_comes_to() {
    let (session, _folder) = session(Look { colour: true, ..plain() });
    let hint = |line: &str| Typing::default().hint(&session, line);
    assert_eq!(hint("总分").as_deref(), Some("  = 100"));
    assert_eq!(hint("每单 * 3").as_deref(), Some("  = 6元"));
    assert_eq!(hint("每单 *"), None);
    assert_eq!(hint("每单 = 3元"), None);
    assert_eq!(hint(":show 总分"), None);
    assert_eq!(hint("100"), None);
    assert_eq!(hint("舍入(").as_deref(), Some("x, 0.1, 四舍五入)"));
}

/// What stands dim behind a line is worked out with no more of the policy than it needs, and is what Enter gives.
#[test]
fn a_hint_is_what_the_line_answers() {
    let sheets =
        ["small-shop.csv", "sales-satisfaction.csv", "qa-checklist.tsv", "monthly-places.tsv", "aftersales-kpi.csv"];
    let mut compared = 0;
    for sheet in sheets {
        let file = |name: &str| format!("{}/policies/{name}", env!("CARGO_MANIFEST_DIR"));
        let policy = file(&format!("{}.merit", sheet.split('.').next().unwrap()));
        let mut session = Session::new(Look { colour: true, width: 1_000, ..plain() });
        session.load(&policy);
        session.data(&file(sheet));
        let source = SourceFile::new(policy.clone(), fs::read_to_string(&policy).unwrap());
        let slots = compile_with(source, &PolicyFolder::of(&policy), &[]).policy.slots;
        for name in slots.iter().map(|slot| slot.name.as_str()).filter(|name| name.chars().nth(1).is_some()) {
            let Some(hint) = Typing::default().hint(&session, name) else { continue };
            let answer = session.line(name).text;
            assert_eq!(hint, format!("  = {}", answer.lines().next().unwrap_or_default()), "{sheet}: {name}");
            compared += 1;
        }
    }
    assert!(compared > 80, "{compared}");
}

#[test]
fn a_line_is_coloured_by_its_tokens_and_stays_what_it_is() {
    let (session, _folder) = session(Look { colour: true, ..plain() });
    let typing = Typing::default();
    let bare = |line: &str| {
        let mut shown = typing.coloured(&session, line).unwrap();
        for colour in ["\u{1b}[36m", "\u{1b}[33m", "\u{1b}[32m", "\u{1b}[2m", "\u{1b}[0m"] {
            shown = shown.replace(colour, "");
        }
        shown
    };
    for line in ["总分 >= 90 且 级别 = 高级", ":record A01", "令 x = 3元 # 说明", "对照表 {{{ \"x", "（１＋２）× 3"]
    {
        assert_eq!(bare(line), line);
    }
    let shown = typing.coloured(&session, "如果 总分 > 90 则 3元 否则 0元").unwrap();
    assert!(shown.starts_with("\u{1b}[36m如果\u{1b}[0m 总分 > \u{1b}[33m90\u{1b}[0m"), "{shown:?}");
    // Half typed, too; and nothing that is pasted draws.
    assert!(typing.coloured(&session, "如果 总分 >").unwrap().contains("\u{1b}[36m如果\u{1b}[0m"));
    assert!(!typing.coloured(&session, "a\u{1b}[2J").unwrap().contains("\u{1b}[2J"));
}

#[test]
fn without_colours_there_are_none() {
    let (session, _folder) = session(plain());
    assert_eq!(Typing::default().coloured(&session, "如果 总分 > 90"), None);
    assert_eq!(Typing::default().hint(&session, "总分"), None);
}

#[test]
fn what_goes_on_waits_for_more() {
    assert!(!Typing::default().unfinished("help 当"), "a command is one line");
    let typing = Typing::default();
    for text in ["总分 >= 90 且", "舍入(总分,", "总分 +", "等级表 等级 按 总分 {", "级别 属于 {初级,", "（总分"]
    {
        assert!(typing.unfinished(text), "{text}");
    }
    for text in ["总分", ":show 总分", ":row 等级 +", "总分 且\n\n", "# 说明 {", "\"a {\"", "总分 )"] {
        assert!(!typing.unfinished(text), "{text}");
    }
}

/// An entry of several lines: one expression, several, or a declaration among others.
#[test]
fn a_paste_is_taken_as_it_is_meant() {
    let (mut session, _folder) = session(plain());
    let mut says = |text: &str| {
        let replies = session.entry(text).into_iter().map(|reply| reply.text.trim_end().to_owned());
        replies.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(says("总分 >= 90 且\n回复率 >= 90%"), ["是"]);
    assert_eq!(says("1 + 1\n2 + 2"), ["2", "4"]);
    assert_eq!(says("1 +\n1\n2"), ["2", "2"]);
    assert!(
        says("等级表 等级 按 总分 -> 系数 : 百分比 {\n A : >= 50 => 100%\n B : < 50 => 50%\n}")[0].contains("已改")
    );
}

/// What waits for more lines where there are none is answered.
#[test]
fn the_end_of_a_pipe_answers_what_waits() {
    let (mut session, _folder) = session(plain());
    assert!(session.line("1 + 2 +").more);
    assert!(session.finish().unwrap().text.contains("E01"));
    assert_eq!(session.finish(), None);
}

/// However long or odd a line is, something is said of it soon.
#[test]
fn no_line_is_too_odd() {
    let (session, _folder) = session(Look { colour: true, ..plain() });
    let typing = Typing::default();
    let lines =
        ["（".repeat(3000), "a".repeat(1 << 20), "\u{1b}]0;x\u{7}".repeat(40), "\0".to_owned(), ": ".repeat(900)];
    for line in
        lines.iter().map(String::as_str).chain(["。", "：", "::", ".", "等级..", "\"", "“", "1e999", "\u{202e}"])
    {
        typing.complete(&session, line, line.len());
        typing.hint(&session, line);
        typing.coloured(&session, line);
        typing.unfinished(line);
    }
}
