//! Pieces of a policy changed by themselves, taken back and made again.

use super::{says, session, with_data};
use merit::render::{Look, Tongue, WIDTH};
use merit::repl::{Ending, Session};
use std::fs;
use tempfile::TempDir;

const WEIGHED: &str = r#"policy "t" { currency CNY }
record {
    id : text, key
    a : points in [0, 100], decimals 0
    b : points in [0, 100], decimals 0
}
score a weight 60%
score b weight 40%
metric total : points = scores
# 分档
grade 等级 by total -> pay : money {
    A : >= 90       => 300元   # 最好
    B : [80, 90)    => 200元
    C : < 80        => 100元
}
pay wage { base = 等级.pay }
"#;

fn weighed() -> (Session, TempDir) {
    let folder = TempDir::new().unwrap();
    let (policy, data) = (folder.path().join("w.merit"), folder.path().join("w.csv"));
    fs::write(&policy, WEIGHED).unwrap();
    fs::write(&data, "id,a,b\nX,100,60\nY,80,90\nZ,50,50\n").unwrap();
    let mut session = Session::new(Look { tongue: Tongue::Zh, ascii: true, colour: false, width: WIDTH });
    let loaded = session.load(policy.to_str().unwrap());
    assert!(!loaded.contains("E0"), "{loaded}");
    session.data(data.to_str().unwrap());
    (session, folder)
}

/// X has 84, Y 84, Z 50.
#[test]
fn a_bound_is_changed_by_itself_and_its_neighbours_follow() {
    let (mut session, _folder) = weighed();
    let told = says(&mut session, "等级.A = >= 84");
    assert!(told.starts_with("等级.A：>= 90 → >= 84\n等级.B：[80, 90) → [80, 84)\n"), "{told}");
    assert!(told.contains("wage：200元 → 300元"), "{told}");
    assert!(
        told.ends_with("X 200.00 → 300.00元 (+100.00)\n  Y 200.00 → 300.00元 (+100.00)\n  合计 500.00 → 700.00元"),
        "{told}"
    );
    assert!(says(&mut session, ":undo").starts_with("已撤销：等级.A = >= 84"));
    assert_eq!(says(&mut session, "等级"), "B\n  第 13 行 B : [80, 90)    => 200元");
    assert!(says(&mut session, ":redo").contains("合计 500.00 → 700.00元"));
    assert!(says(&mut session, ":redo").contains("没有可以重做的改动"));
    // A row in the middle moves both of its neighbours.
    let told = says(&mut session, "等级.B = [70, 85)");
    assert!(told.contains("等级.A：>= 84 → >= 85") && told.contains("等级.C：< 80 → < 70"), "{told}");
}

#[test]
fn a_row_is_changed_by_its_number_or_label() {
    let (mut session, _folder) = weighed();
    let told = says(&mut session, ":row 等级 2 \"[80, 90) => 250元\"");
    assert!(told.contains("wage：200元 → 250元") && told.contains("3 条记录，2 条的结果变了"), "{told}");
    let told = says(&mut session, "：行 等级 B \"B : [84, 90) => 260元\"");
    assert!(told.contains("等级.C：< 80 → < 84") && told.contains("250元 → 260元"), "{told}");
    let told = says(&mut session, ":row 等级 9 \"< 3 => 1元\"");
    assert!(told.contains("等级 没有这一行；它有 3 行") && told.contains("等级.A  >= 90 => 300元"), "{told}");
    assert!(says(&mut session, ":row 无 1 \"x\"").contains("没有叫 无 的表"));
    assert!(says(&mut session, ":row 等级").contains(":row 后面要写"));
    let refused = says(&mut session, ":row 等级 1 \"高 => 1元\"");
    assert!(refused.contains("E0") && refused.contains("没有改动"), "{refused}");
}

#[test]
fn weights_stay_open_until_they_add_up() {
    let (mut session, _folder) = weighed();
    let told = says(&mut session, "a.weight = 50%");
    assert!(told.contains("a.weight：60% → 50%") && told.contains("权重合计是 90%，不是 100%"), "{told}");
    assert!(told.contains("现在：a 50%、b 40%"), "{told}");
    assert!(says(&mut session, ":show").contains("合计"), "nothing is worked out meanwhile");
    let told = says(&mut session, "b.权重 = 50%");
    // X: 100 and 60 come to 80, which was 84.
    assert!(told.contains("total：84 → 80"), "{told}");
    assert!(told.contains("已改"), "{told}");
    says(&mut session, ":undo");
    says(&mut session, ":undo");
    assert_eq!(says(&mut session, "total"), "84");
}

/// What only follows from weights that do not add up hinders nothing: here that a pool may have nobody to go to.
#[test]
fn what_follows_from_open_weights_is_waited_for() {
    let (mut session, _folder) = weighed();
    for line in [
        "record { id : text, key; a : points in [10, 100], decimals 0; b : points in [10, 100], decimals 0 }",
        "pay wage { base = 等级.pay; pool = allocate(300元, by: total, within: all) }",
    ] {
        let told = says(&mut session, line);
        assert!(told.contains("已改"), "{told}");
    }
    for line in ["a.weight = 50%", "score a weight 50%"] {
        let told = says(&mut session, line);
        assert!(told.contains("已记下，但权重合计是 90%") && !told.contains('╭'), "{line}: {told}");
        says(&mut session, ":undo");
    }
    says(&mut session, "a.weight = 50%");
    assert!(says(&mut session, "b.weight = 50%").contains("已改"));
    // What is wrong in the line itself is refused, whatever else is open.
    says(&mut session, "a.weight = 40%");
    let told = says(&mut session, ":undo");
    assert!(!told.contains("E0"), "{told}");
    assert!(says(&mut session, "a.weight = 40元").contains("没有改动"));
}

/// X and Y have 84, Z 50: 200 + 200 + 100. With A from 70 and B from 50 all have one more grade: 300 + 300 + 200.
#[test]
fn rows_wait_for_each_other_until_they_fit() {
    let (mut session, _folder) = weighed();
    let reply = session.line("等级.A = >= 70");
    assert_eq!(reply.ending, Ending::Well);
    let told = reply.text;
    assert!(told.starts_with("等级.A：>= 90 → >= 70\n已记下，但「等级」的 B [80, 90) 永远走不到"), "{told}");
    assert!(told.contains("各行接上了才能计算。") && told.contains("\n另外，「等级」有重叠：total = 70"), "{told}");
    let rows = "\n  等级.A  >= 70 => 300元\n  等级.B  [80, 90) => 200元\n  等级.C  < 80 => 100元\n";
    assert_eq!(told.matches(rows).count(), 1, "{told}");
    assert!(!told.contains('╭'), "what is kept is no error: {told}");
    assert!(says(&mut session, ":show").contains("已记下"), "nothing is worked out meanwhile");
    assert!(says(&mut session, ":save").contains("没有保存"));
    let told = says(&mut session, "等级.B = [50, 70)");
    assert!(told.contains("等级.C：< 80 → < 50"), "the neighbour goes along: {told}");
    assert!(told.contains("wage：200元 → 300元") && told.contains("3 条记录，3 条的结果变了"), "{told}");
    assert!(told.ends_with("合计 500.00 → 800.00元"), "{told}");
    says(&mut session, ":undo");
    assert!(says(&mut session, "wage").contains("E050"), "still open");
    says(&mut session, ":undo");
    assert!(says(&mut session, "wage").starts_with("200元"));
}

/// What is told to come next is typed as it stands, and mends it.
#[test]
fn a_gap_is_told_with_the_row_that_closes_it() {
    let (mut session, _folder) = weighed();
    // 80 + 9 is no bound that is written as that of its neighbour, and does not go along.
    let apart =
        "grade 等级 by total -> pay : money { A : > 80 + 9 => 300元; B : [80, 89] => 200元; C : < 80 => 100元 }";
    assert!(says(&mut session, apart).contains("已改"));
    let told = says(&mut session, "等级.B = [80, 88]");
    assert!(told.starts_with("等级.B：[80, 89] → [80, 88]\n已记下，但「等级」有缺口：total = 88."), "{told}");
    let (_, next) = told.split_once("接下来可以写：").expect(&told);
    let typed = next.lines().next().unwrap().trim_end_matches("；或 :undo").to_owned();
    let told = says(&mut session, &typed);
    assert!(told.contains("已改"), "{typed}: {told}");
}

/// X and Y are in B.
#[test]
fn an_answer_is_changed_by_itself() {
    let (mut session, _folder) = weighed();
    let told = says(&mut session, "等级.B = 250元");
    assert!(told.starts_with("等级.B：200元 → 250元\n已改。\n") && told.ends_with("合计 500.00 → 600.00元"), "{told}");
    let told = says(&mut session, "等级.B.pay = 260元");
    assert!(told.starts_with("等级.B.pay：250元 → 260元\n"), "{told}");
    assert_eq!(says(&mut session, "等级.B.pay"), "等级.B.pay = 260元");
    assert!(says(&mut session, "等级.B.奖 = 1元").contains("等级.B 这一行没有叫 奖 的一项；有：pay"));
    let told = says(&mut session, "等级.B = => 270元");
    assert!(told.starts_with("等级.B：260元 → 270元\n"), "{told}");
    let told = says(&mut session, "等级.B = 270");
    assert!(told.contains("E0") && told.contains("270元") && told.contains("没有改动"), "money needs its unit: {told}");
    assert!(says(&mut session, ":save").starts_with("已保存"));
}

#[test]
fn of_several_answers_one_is_named() {
    let (mut session, _folder) = weighed();
    let two = "grade 等级 by total -> pay : money, 天 : count { A : >= 90 => 300元, 2; B : < 90 => 200元, 1 }";
    assert!(says(&mut session, two).contains("已改"));
    let told = says(&mut session, "等级.B = 250元");
    assert_eq!(told, "等级.B 这一行有几项：pay、天。要改哪一项，写明：等级.B.pay = 250元");
    let told = says(&mut session, "等级.B.天 = 3");
    assert!(told.starts_with("等级.B.天：1 → 3\n") && told.contains("3 条的结果变了"), "all are in B: {told}");
}

/// In a table by labels a label is another pattern, and anything else another answer.
#[test]
fn a_value_is_a_pattern_where_a_pattern_is_one() {
    let (mut session, _folder) = super::with_data();
    says(&mut session, "table 津贴 by 级别 -> money { 初级 => 100元; 高级 => 200元 }");
    let told = says(&mut session, "津贴.1 = 150元");
    assert!(told.starts_with("津贴.1：100元 → 150元\n"), "{told}");
    let told = says(&mut session, "津贴.1 = 高级");
    assert!(told.starts_with("津贴.1：初级 → 高级\n已记下，但"), "both rows are for one: {told}");
    assert!(says(&mut session, "津贴.2 = 初级").contains("已改"));
    assert!(says(&mut session, "津贴").starts_with("200元"), "A01 is 初级");
}

/// `4.80` and `4.8` are one bound.
#[test]
fn a_bound_with_needless_zeros_is_the_same() {
    let (mut session, _folder) = weighed();
    says(
        &mut session,
        "grade 等级 by total -> pay : money { A : >= 90.0 => 300元; B : [80, 90) => 200元; C : < 80 => 100元 }",
    );
    let told = says(&mut session, "等级.A = >= 84");
    assert!(told.contains("等级.B：[80, 90) → [80, 84)") && told.contains("已改"), "{told}");
}

#[test]
fn a_row_that_there_is_not_is_told_with_those_that_there_are() {
    let (mut session, _folder) = weighed();
    assert!(says(&mut session, "等级.D = < 3").contains("等级.C  < 80 => 100元"));
}

/// Taken back to where another change was waited for, it waits again, and says so.
#[test]
fn taken_back_to_a_policy_that_is_not_whole_is_told() {
    let (mut session, _folder) = weighed();
    let waits = "方案现在不完整，补全以前不计算；:check 看缺什么。";
    says(&mut session, "a.weight = 50%");
    says(&mut session, "b.weight = 50%");
    assert!(says(&mut session, ":undo").ends_with(waits));
    assert!(!says(&mut session, ":undo").contains(waits));
    assert!(says(&mut session, ":redo").ends_with(waits));
    let told = says(&mut session, ":redo");
    assert!(told.starts_with("已重做：b.weight = 50%") && !told.contains(waits), "{told}");
}

#[test]
fn reset_too_can_be_taken_back() {
    let (mut session, _folder) = with_data();
    says(&mut session, "回复数 = 90");
    says(&mut session, ":reset");
    assert_eq!(says(&mut session, "回复数"), "99");
    assert!(says(&mut session, ":undo").contains("已撤销：:reset"));
    assert_eq!((says(&mut session, "回复数").as_str(), session.prompt().as_str()), ("90", "A01*> "));
}

#[test]
fn another_record_leaves_what_was_given_and_undo_finds_it() {
    let (mut session, _folder) = with_data();
    says(&mut session, "回复数 = 90");
    assert!(says(&mut session, ":record A02").contains("不再用"));
    says(&mut session, ":undo");
    assert_eq!((says(&mut session, "回复数").as_str(), session.prompt().as_str()), ("90", "A01*> "));
}

/// Data are read anew where the fields stand otherwise: else a value would get the name of its neighbour.
#[test]
fn fields_in_another_order_keep_their_values() {
    let (mut session, _folder) = with_data();
    let told = says(
        &mut session,
        "record { 回复数 : count in [0, 1000]; 接待数 : count in [1, 1000]; 级别 : 高级 | 初级; 工号 : text, key }",
    );
    assert!(!told.contains("E0"), "{told}");
    assert_eq!(says(&mut session, "回复数"), "99");
    assert_eq!(says(&mut session, "级别"), "初级");
    assert!(says(&mut session, ":record A02").contains("回复率 = 96%"));
    says(&mut session, ":undo");
    assert_eq!(says(&mut session, "级别"), "高级");
}

#[test]
fn what_a_change_makes_impossible_is_told() {
    let (mut session, _folder) = with_data();
    says(&mut session, "回复数 = 900");
    says(&mut session, "接待数 = 1000");
    let told = says(
        &mut session,
        "record { 工号 : text, key; 接待数 : count in [1, 1000]; 回复数 : count in [0, 500]; 级别 : 初级 | 高级 }",
    );
    assert!(told.contains("已去掉：回复数"), "{told}");
    assert_eq!(says(&mut session, "回复数"), "99");
    let told = says(
        &mut session,
        "record { 工号 : text, key; 接待数 : count in [1, 1000]; 回复数 : count in [0, 98]; 级别 : 初级 | 高级 }",
    );
    assert!(told.contains("A01 已退回"), "{told}");
    assert_eq!(session.prompt(), "merit*> ");
}

#[test]
fn a_record_is_explained_as_anywhere_else() {
    let (mut session, _folder) = with_data();
    let told = says(&mut session, ":why");
    assert!(told.contains("试算") && told.contains("A01") && told.contains("工资"), "{told}");
    assert!(says(&mut session, ":为什么 全部").contains("d.csv"), "cells are told");
    says(&mut session, "回复数 = 90");
    let told = says(&mut session, ":why 一行");
    assert!(told.contains("等级 B"), "{told}");
    assert!(says(&mut session, ":why 等级").contains("B : < 90"));
    assert!(says(&mut session, ":next 1").contains("回复数"));
    assert_eq!(session.line(":next x").ending, Ending::Usage);
    let (mut empty, _folder) = super::session(Tongue::En);
    assert!(says(&mut empty, ":why").contains("接待数"), "what must be given first");
}

/// A field is nothing that was worked out: what hangs on it is told, and which change of it would help.
#[test]
fn what_hangs_on_a_field() {
    let (mut session, _folder) = with_data();
    says(&mut session, "回复数 = 90");
    let told = says(&mut session, ":why 回复数");
    assert!(told.contains("回复数 : count") && told.contains("90"), "{told}");
    assert!(told.contains("跟着它变的：回复率、回复率得分、总分、等级、工资.奖金、工资\n"), "{told}");
    assert!(told.contains("回复数 90 → 95：回复率得分 60 → 90，B → A"), "{told}");
    assert!(says(&mut session, ":why 工号").contains("没有一项结果用到它"));
}

#[test]
fn what_was_changed_is_held_against_the_file() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, ":diff"), "方案和文件里的一样。");
    says(&mut session, "等级.A = >= 98");
    let told = says(&mut session, ":diff");
    assert!(told.contains("等级") && told.contains("2 条记录，1 条的结果变了"), "{told}");
    assert!(told.contains("A02 1000.00 → 500.00元"), "{told}");
}

/// Six people at once are more than any search tries; of the six of the data, one with 10, each loses 5 points.
#[test]
fn the_data_decide_whether_anything_is_otherwise() {
    let policy = "policy \"六人\" { currency CNY; period month }
record { 工号 : text, key; 月份 : month, period; 分 : points in [0, 100] }
score 分 weight 100%
metric 总分 : points = scores
metric 加分 : points = if count(within: all, where: 分 > 0) >= 6 then 5pt else 0pt
";
    let folder = TempDir::new().unwrap();
    let (policy_file, data) = (folder.path().join("六.merit"), folder.path().join("六.csv"));
    fs::write(&policy_file, policy).unwrap();
    let rows: String = (1..=6).map(|at| format!("K{at},2024-03,{at}0\n")).collect();
    fs::write(&data, format!("工号,月份,分\n{rows}")).unwrap();
    let mut session = Session::new(Look { tongue: Tongue::Zh, ascii: true, colour: false, width: WIDTH });
    let loaded = session.load(policy_file.to_str().unwrap());
    assert!(!loaded.contains("E0"), "{loaded}");
    says(&mut session, "metric 加分 : points = if count(within: all, where: 分 > 10) >= 6 then 5pt else 0pt");
    assert!(says(&mut session, ":diff").starts_with("没能判定："));
    session.data(data.to_str().unwrap());
    let told = says(&mut session, ":diff");
    assert!(told.starts_with("结果不同：") && told.contains("6 条记录，6 条的结果变了"), "{told}");
}

#[test]
fn how_a_line_ended_is_known() {
    let (mut session, _folder) = session(Tongue::Zh);
    for (line, ending) in [
        ("1 + 1", Ending::Well),
        ("1 + 甲", Ending::Refused),
        (":nonsense", Ending::Usage),
        (":record X", Ending::Usage),
        (":check", Ending::Well),
        (":undo", Ending::Usage),
        (":load /nowhere.merit", Ending::Usage),
    ] {
        assert_eq!(session.line(line).ending, ending, "{line}");
    }
}
