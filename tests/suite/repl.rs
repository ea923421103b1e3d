//! The interactive session, driven line by line without a terminal.

mod among;
mod anew;
mod changes;
mod edited;
mod files;
mod meant;
mod people;

use std::fs;

use merit::render::{Look, Tongue, WIDTH};
use merit::repl::Session;
use tempfile::TempDir;

pub(super) const POLICY: &str = r#"policy "试算" {
    currency CNY
}
record {
    工号   : text, key
    接待数 : count in [1, 1000]
    回复数 : count in [0, 1000]
    级别   : 初级 | 高级
}
metric 回复率 : percent, decimals 2 = 回复数 / 接待数
score 回复率 weight 100% {
    >= 98%     => 100
    [95%, 98%) => 90
    < 95%      => 60
}
metric 总分 : points = scores
grade 等级 by 总分 -> 系数 : percent {
    A : >= 90 => 100%
    B : < 90  => 50%
}
pay 工资 {
    奖金 = 1000元 * 等级.系数
}
"#;

/// A session with the policy loaded, in a folder of its own.
pub(super) fn session(tongue: Tongue) -> (Session, TempDir) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("p.merit");
    fs::write(&file, POLICY).unwrap();
    fs::write(folder.path().join("d.csv"), "工号,接待数,回复数,级别\nA01,100,99,初级\nA02,100,96,高级\n").unwrap();
    let mut session = Session::new(Look { tongue, ascii: true, colour: false, width: WIDTH });
    assert!(session.load(file.to_str().unwrap()).contains("试算"));
    (session, folder)
}

pub(super) fn with_data() -> (Session, TempDir) {
    let (mut session, folder) = session(Tongue::Zh);
    let told = session.data(folder.path().join("d.csv").to_str().unwrap());
    assert!(told.contains("等级 = A"), "{told}");
    (session, folder)
}

/// What a line answers.
pub(super) fn says(session: &mut Session, line: &str) -> String {
    session.line(line).text.trim_end().to_owned()
}

#[test]
fn an_expression_has_its_unit() {
    let (mut session, _folder) = session(Tongue::Zh);
    assert_eq!(says(&mut session, "1元 * 3"), "3元");
    assert_eq!(says(&mut session, "98% * 2"), "1.96");
    assert_eq!(says(&mut session, "2 > 1"), "是");
}

#[test]
fn a_value_that_needs_more_says_what() {
    let (mut session, _folder) = session(Tongue::Zh);
    assert_eq!(says(&mut session, "总分"), "要先给出 接待数、回复数");
}

#[test]
fn fields_are_set_and_results_follow() {
    let (mut session, _folder) = session(Tongue::Zh);
    says(&mut session, "接待数 = 100");
    let told = says(&mut session, "回复数 = 96");
    assert!(told.contains("回复率 = 96%") && told.contains("等级 = A"), "{told}");
    assert_eq!(says(&mut session, "回复率.points"), "90\n  第 13 行 [95%, 98%) => 90");
    assert!(says(&mut session, "回复数 = 90").contains("等级：A → B"));
}

#[test]
fn a_metric_may_be_given_in_the_place_of_its_definition() {
    let (mut session, _folder) = session(Tongue::Zh);
    assert!(says(&mut session, "回复率 = 98%").contains("工资 = 1000元"));
}

#[test]
fn a_value_that_does_not_fit_is_told_and_not_taken() {
    let (mut session, _folder) = with_data();
    assert!(says(&mut session, "接待数 = 2000").contains("E0258"));
    assert!(says(&mut session, "级别 = 特级").contains("特级"));
    assert_eq!(says(&mut session, "接待数"), "100");
}

#[test]
fn a_record_is_taken_by_number_or_key() {
    let (mut session, _folder) = with_data();
    assert!(says(&mut session, ":record 2").contains("回复率 = 96%"));
    assert!(says(&mut session, ":记录 A01").contains("回复率 = 99%"));
    assert!(says(&mut session, ":record a02").contains("回复率 = 96%"), "small letters will do where no key is so");
    assert!(says(&mut session, ":record 99").contains("没有「99」：一共 2 条"));
}

#[test]
fn a_record_that_is_rejected_is_found_and_leaves_nothing_at_hand() {
    let (mut session, folder) = session(Tongue::Zh);
    let sheet = "工号,接待数,回复数,级别\nA01,100,99,初级\nA02,,96,高级\nA03,100,90,高级\n";
    fs::write(folder.path().join("e.csv"), sheet).unwrap();
    let loaded = session.data(folder.path().join("e.csv").to_str().unwrap());
    assert!(loaded.contains("2 条记录可以计算，1 条退回：A02。"), "{loaded}");
    assert_eq!(session.prompt(), "A01> ");
    let told = says(&mut session, ":record A02");
    assert!(told.starts_with("第 2 条记录（A02）已退回") && told.contains("接待数"), "{told}");
    assert_eq!(session.prompt(), "merit> ");
    assert_eq!(says(&mut session, "总分"), "要先给出 接待数、回复数", "nobody else's value");
}

#[test]
fn a_record_is_found_by_a_name_and_by_its_period() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_string_lossy().into_owned()
    };
    let policy = "policy \"p\" { period month }\nrecord { id : text, key; 姓名 : text, optional; month : month, period; \
                  n : count }\nmetric twice : count = n * 2\n";
    let (mut session, _folder) = session(Tongue::Zh);
    session.load(&file("p.merit", policy));
    session.data(&file("d.csv", "id,姓名,month,n\n7,王芳,2024-01,1\n7,王芳,2024-02,2\n8,李雷,2024-01,3\n"));
    assert!(says(&mut session, ":record 李雷").contains("twice = 6"));
    assert_eq!(session.prompt(), "8> ");
    assert!(says(&mut session, ":record 王芳").contains("第 1、2 条"));
    assert!(says(&mut session, ":record 李磊").contains("没有「李磊」，一共 3 条。是不是 李雷？"));
    assert!(says(&mut session, ":record 7 2024-02").contains("twice = 4"));
    assert_eq!(session.prompt(), "7 2024-02> ");
    assert!(says(&mut session, ":record 2").contains("twice = 4"), "no key is 2");
}

#[test]
fn reset_takes_back_what_was_given_to_the_record() {
    let (mut session, _folder) = with_data();
    assert_eq!(session.prompt(), "A01> ");
    says(&mut session, "回复数 = 90");
    let pinned = says(&mut session, "总分 = 50");
    assert!(pinned.contains("总分 现在是填的值，不再按定义计算"), "{pinned}");
    assert_eq!(session.prompt(), "A01*> ");
    let told = says(&mut session, ":reset");
    assert!(told.contains("A01 的数据恢复原样") && told.contains("总分：50 → 100"), "{told}");
    assert_eq!((says(&mut session, "回复数").as_str(), session.prompt().as_str()), ("99", "A01> "));
    let (mut session, _folder) = self::session(Tongue::Zh);
    says(&mut session, "接待数 = 100");
    assert_eq!(session.prompt(), "merit*> ");
    says(&mut session, ":reset");
    assert_eq!((says(&mut session, "接待数").as_str(), session.prompt().as_str()), ("要先给出 接待数", "merit> "));
}

#[test]
fn a_line_of_pay_is_traced_by_itself() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("p.merit");
    let policy = "policy \"p\" { currency CNY }\nrecord { id : text, key; sales : money; base : money }\n\
                  scale rate on sales, marginal {\n    < 0元        => 0%\n    [0元, 100元) => 1%\n    >= 100元     => 2%\n}\n\
                  pay wage {\n    base = base\n    cut = rate\n    pool = allocate(10元, by: sales, within: all) otherwise 0元\n}\n";
    fs::write(&path, policy).unwrap();
    let (mut session, _folder) = session(Tongue::Zh);
    let loaded = session.load(path.to_str().unwrap());
    assert!(!loaded.contains("E0"), "{loaded}");
    for given in ["id = \"a\"", "sales = 150元", "base = 5元"] {
        says(&mut session, given);
    }
    let cut = "2元\n  第 10 行 cut = rate\n  第 5 行 [0元, 100元) => 1%\n  第 6 行 >= 100元     => 2%";
    assert_eq!(says(&mut session, "wage.cut"), cut, "the pool is another line");
    assert_eq!(says(&mut session, "wage.base"), "5元\n  第 9 行 base = base");
    assert!(says(&mut session, "wage.pool").contains("allocate(10元, by: sales, within: all) = 10"));
    assert_eq!(says(&mut session, "wage"), "17元\n  base = 5元\n  cut = 2元\n  pool = 10元");
}

#[test]
fn words_that_end_a_session_elsewhere_end_it_here() {
    for word in ["quit", "exit", "退出", ":q"] {
        assert!(session(Tongue::Zh).0.line(word).quit, "{word}");
    }
    for word in ["help", "?", "？", "帮助"] {
        assert!(says(&mut session(Tongue::Zh).0, word).contains(":load"), "{word}");
    }
    // A name of the policy goes before them.
    let (mut session, _folder) = session(Tongue::Zh);
    says(&mut session, "let help = 5");
    assert_eq!(says(&mut session, "help"), "5");
}

#[test]
fn a_slip_in_a_command_is_told_as_one() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, ":lod x"), "没有命令 :lod。是不是 :load？");
    assert_eq!(says(&mut session, ":记路 2"), "没有命令 :记路。是不是 :记录？");
    assert_eq!(says(&mut session, ":xyzzy"), "没有命令 :xyzzy；:help 看用法。");
    for word in ["load", "data", "record"] {
        assert!(says(&mut session, &format!(":{word}")).starts_with(&format!(":{word} 后面要写")), "{word}");
    }
    // Without its colon too, where nothing of the policy is nearer.
    assert_eq!(says(&mut session, "hlep"), "没有叫 hlep 的东西。是不是 help？");
    assert_eq!(says(&mut session, "saev"), "没有叫 saev 的东西。是不是 :save？");
    assert!(says(&mut session, "回复律").contains("E0201"));
}

#[test]
fn a_declaration_replaces_the_one_of_its_name() {
    let (mut session, _folder) = with_data();
    says(&mut session, ":record A02");
    assert!(session.line("grade 等级 by 总分 -> 系数 : percent {").more);
    assert!(session.line("    A : >= 95 => 100%").more);
    assert!(session.line("    B : < 95  => 60%").more);
    let told = says(&mut session, "}");
    assert!(told.contains("等级：A → B") && told.contains("工资：1000元 → 600元"), "{told}");
    assert!(told.contains("2 条记录，1 条的结果变了"), "{told}");
    let moved = "  A02 1000.00 → 600.00元 (-400.00)\n  合计 2000.00 → 1600.00元";
    assert!(told.ends_with(moved), "A01 stays at A and 1000: {told}");
    says(&mut session, ":reset");
    assert_eq!(says(&mut session, "工资"), "1000元\n  奖金 = 1000元");
}

#[test]
fn a_declaration_that_changes_nothing_for_a_record_does_not_count_it() {
    let (mut session, _folder) = with_data();
    // A02 has 96%. The declaration now stands behind all others, and its columns with it.
    let told = says(&mut session, "score 回复率 weight 100% { >= 98% => 100; [95%, 98%) => 91; < 95% => 60 }");
    assert!(told.contains("2 条记录，1 条的结果变了"), "{told}");
}

#[test]
fn those_who_move_most_are_named_and_the_rest_counted() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_string_lossy().into_owned()
    };
    let policy = "policy \"p\" { currency CNY }\nrecord { id : text, key; 姓名 : text, optional; n : count }\n\
                  param rate : money = 1元\npay wage { base = n * rate }\npay year { all = wage * 1 }\n";
    let rows: String = (1..=7).map(|n| format!("K{n},人{n},{}\n", n * 10)).collect();
    let data = file("d.csv", &format!("id,姓名,n\n{rows}K8,,0\nK9,,x\n"));
    let (mut session, _folder) = session(Tongue::Zh);
    session.load(&file("p.merit", policy));
    session.data(&data);
    let told = says(&mut session, "param rate : money = 3元");
    // 10 to 70 and 0: 280 in all, three times that is 840; `year` holds `wage`, which is not paid twice.
    let expected = "数据里 8 条记录，7 条的结果变了。\n  K7 人7 70.00 → 210.00元 (+140.00)\n  \
                    K6 人6 60.00 → 180.00元 (+120.00)\n  K5 人5 50.00 → 150.00元 (+100.00)\n  \
                    K4 人4 40.00 → 120.00元 (+80.00)\n  K3 人3 30.00 → 90.00元 (+60.00)\n  还有 2 条\n  \
                    合计 280.00 → 840.00元";
    assert!(told.ends_with(expected), "{told}");
    says(&mut session, ":reset");
    let set = says(&mut session, "rate = 3元");
    assert!(set.starts_with("rate：1元 → 3元\n") && set.ends_with(expected), "{set}");
    assert!(says(&mut session, "rate = 3%").contains("没有改动"));
    assert_eq!(says(&mut session, "rate"), "3元");
    assert_eq!(says(&mut session, "rate >= 3元"), "是");
    let told = says(&mut session, "metric twice : count = n * 2");
    assert!(told.contains("8 条的结果变了") && told.ends_with("\n  8 条金额不变，变的是别的结果"), "{told}");
}

#[test]
fn a_declaration_with_a_gap_changes_nothing() {
    let (mut session, _folder) = with_data();
    let told = says(&mut session, "grade 等级 by 总分 -> 系数 : percent { A : >= 95 => 100%; B : < 90 => 50% }");
    assert!(told.contains("E0501") && told.contains("没有改动"), "{told}");
    assert!(says(&mut session, "工资").starts_with("1000元"));
}

#[test]
fn an_unfinished_text_can_be_given_up() {
    let (mut session, _folder) = session(Tongue::Zh);
    assert!(session.line("grade 等级 {").more);
    session.cancel();
    assert_eq!(says(&mut session, "1 + 1"), "2");
}

#[test]
fn commands_speak_both_tongues() {
    let (mut session, _folder) = session(Tongue::En);
    assert!(says(&mut session, ":help").contains(":load FILE"));
    assert!(says(&mut session, ":检查").contains("no errors"));
    assert!(says(&mut session, ":nonsense").contains(":nonsense"));
    assert!(says(&mut session, ":list").contains("等级.系数"));
    assert!(says(&mut session, ":load /nowhere.merit").contains("E0715"));
    assert!(session.line("：退出").quit);
}

#[test]
fn without_a_policy_it_still_computes() {
    let mut session = Session::new(Look { tongue: Tongue::En, ascii: true, colour: false, width: WIDTH });
    assert_eq!(says(&mut session, "round(10 / 3, 0.01)"), "3.33");
    assert!(says(&mut session, ":show").contains(":load"));
    assert!(says(&mut session, ":data d.csv").contains(":load"));
}

#[test]
fn what_is_wrong_is_shown_as_it_was_typed() {
    let (mut session, _folder) = session(Tongue::Zh);
    for (typed, place) in [("1 + 甲", "<repl>:1:5"), ("1 +", "<repl>:1:3"), ("接待数 = 乙", "<repl>:1:7")] {
        let reply = session.line(typed);
        // What goes on with the next line is told where there is none.
        let told = if reply.more { session.finish().unwrap().text } else { reply.text };
        assert!(told.contains(place) && told.contains(typed), "{told}");
        assert!(!told.contains("repl_value =") && !told.contains("given"), "{told}");
    }
}

#[test]
fn a_policy_that_is_not_utf8_is_not_loaded() {
    let (mut session, folder) = session(Tongue::Zh);
    let path = folder.path().join("gbk.merit");
    fs::write(&path, b"policy \"\xb2\xe2\" {}\n").unwrap();
    assert!(says(&mut session, &format!(":load {}", path.display())).contains("E0801"));
    assert!(says(&mut session, ":list").contains("等级"), "the policy before stays");
}

#[test]
fn a_policy_of_several_files_is_tried_out() {
    let (mut session, folder) = session(Tongue::Zh);
    let grade = "grade 等级 by 总分 -> 系数 : percent {\n    A : >= 90 => 100%\n    B : < 90  => 50%\n}\n";
    let main = folder.path().join("main.merit");
    fs::write(&main, POLICY.replace(grade, "use \"grade.merit\"\n")).unwrap();
    fs::write(folder.path().join("grade.merit"), grade).unwrap();
    fs::write(folder.path().join("flag.merit"), "flag 差 when 等级 = B\n").unwrap();
    assert!(session.load(main.to_str().unwrap()).contains("试算"));
    says(&mut session, "接待数 = 100");
    says(&mut session, "回复数 = 96");
    let row = says(&mut session, "等级");
    assert!(row.contains("grade.merit 第 2 行 A : >= 90 => 100%"), "{row}");
    // A declaration that is typed takes the place of the one in the used file, which is not read again.
    fs::write(folder.path().join("grade.merit"), "let").unwrap();
    let told = says(&mut session, "grade 等级 by 总分 -> 系数 : percent { A : >= 95 => 100%; B : < 95 => 50% }");
    assert!(told.contains("等级：A → B"), "{told}");
    // What is typed uses files as the policy does.
    let told = says(&mut session, "use \"flag.merit\"");
    assert!(told.contains("差 = 是"), "{told}");
    assert!(says(&mut session, "use \"none.merit\"").contains("E0263"));
    assert!(says(&mut session, "use \"main.merit\"").contains("E0263"));
    assert!(says(&mut session, "差").starts_with("是"));
    says(&mut session, ":reset");
    assert_eq!(says(&mut session, ":check"), "方案没有错误和警告。");
}

#[test]
fn check_tells_what_became_of_promises() {
    let (mut session, _folder) = session(Tongue::Zh);
    let declared = session.line("ensure 工资 <= 1000元").text;
    assert!(!declared.contains("E0530"), "{declared}");
    let told = session.line(":check").text;
    assert!(told.contains("ensure 工资 <= 1000元：已证明，每条记录都成立"), "{told}");
    let refused = session.line("ensure 工资 <= 999元").text;
    assert!(refused.contains("E0530") && refused.contains("工资 = 1000元"), "{refused}");
}
