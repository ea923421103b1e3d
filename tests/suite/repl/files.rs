//! What was changed is written into files, and files that changed are read again.

use std::fs;
use std::path::PathBuf;

use super::{POLICY, says, with_data};
use merit::compile::compile;
use merit::repl::{Ending, Session};
use merit::source::SourceFile;
use tempfile::TempDir;

fn shop() -> (Session, TempDir, PathBuf) {
    let (session, folder) = with_data();
    let file = folder.path().join("p.merit");
    (session, folder, file)
}

#[test]
fn only_what_was_changed_is_written() {
    let (mut session, _folder, file) = shop();
    assert_eq!(says(&mut session, ":save"), "没有要保存的改动：方案和装入时一样。");
    says(&mut session, "等级.A = >= 98");
    assert_eq!(fs::read_to_string(&file).unwrap(), POLICY, "nothing is written before it is asked for");
    assert!(says(&mut session, ":save").starts_with("已保存 "));
    let expected = POLICY.replace(">= 90 => 100%", ">= 98 => 100%").replace("< 90  => 50%", "< 98  => 50%");
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    assert_eq!(session.prompt(), "A01> ");
}

#[test]
fn comments_stay_where_a_declaration_is_replaced() {
    let (mut session, _folder, file) = shop();
    let commented = POLICY.replace("pay 工资 {", "# 按月发\npay 工资 { # 税前");
    fs::write(&file, &commented).unwrap();
    says(&mut session, ":reload");
    says(&mut session, "metric 总分 : points = scores * 1");
    assert!(says(&mut session, ":save").starts_with("已保存 "));
    assert_eq!(fs::read_to_string(&file).unwrap(), commented.replace("= scores\n", "= scores * 1\n"));
}

#[test]
fn what_was_changed_elsewhere_is_not_written_over() {
    let (mut session, _folder, file) = shop();
    says(&mut session, "等级.A = >= 98");
    let elsewhere = POLICY.replace("1000元", "1200元");
    fs::write(&file, &elsewhere).unwrap();
    let told = says(&mut session, ":save");
    assert!(told.contains("没有保存") && told.contains("1200元") && told.contains(":reload"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), elsewhere);
    let told = says(&mut session, ":reload");
    assert!(told.contains("这里的改动留着") && told.contains("工资：1000元 → 1200元"), "{told}");
    assert_eq!(session.prompt(), "A01*> ");
    says(&mut session, ":save");
    let both = fs::read_to_string(&file).unwrap();
    assert!(both.contains("1200元") && both.contains(">= 98 => 100%"), "{both}");
}

#[test]
fn a_file_that_is_broken_or_gone_leaves_the_session_as_it_is() {
    let (mut session, _folder, file) = shop();
    says(&mut session, "回复数 = 96");
    fs::write(&file, POLICY.replace(">= 90", ">= 95")).unwrap();
    let reply = session.line(":reload");
    assert!(reply.text.contains("E0501") && reply.text.contains("仍用"), "{}", reply.text);
    assert_eq!(reply.ending, Ending::Refused);
    fs::remove_file(&file).unwrap();
    assert!(says(&mut session, ":reload").contains("仍用"));
    assert_eq!(says(&mut session, "回复数"), "96");
    says(&mut session, "等级.A = >= 98");
    assert_eq!(session.line(":save").ending, Ending::Usage);
    assert!(!file.exists());
}

#[test]
fn a_policy_is_written_into_another_file_but_not_over_one() {
    let (mut session, folder, file) = shop();
    says(&mut session, "等级.A = >= 98");
    let other = folder.path().join("q.merit");
    assert!(says(&mut session, &format!(":save {}", other.display())).starts_with("已保存"));
    assert!(fs::read_to_string(&other).unwrap().contains(">= 98"));
    assert_eq!(fs::read_to_string(&file).unwrap(), POLICY);
    assert!(says(&mut session, &format!(":save {}", other.display())).contains("已经有了"));
}

#[test]
fn a_record_becomes_a_test_that_passes() {
    let (mut session, _folder, file) = shop();
    says(&mut session, ":record A02");
    let told = says(&mut session, ":save as test \"良好\"");
    assert!(told.contains("test \"良好\"") && told.contains("已保存"), "{told}");
    let text = fs::read_to_string(&file).unwrap();
    let compiled = compile(SourceFile::new("p.merit", text.clone()), &[]);
    assert!(compiled.accepted(), "{text}");
    let outcomes = merit::eval::testing::run(&compiled.policy);
    assert_eq!(outcomes.iter().map(|of| (of.name.as_str(), of.passed())).collect::<Vec<_>>(), [("良好", true)]);
    assert!(text.starts_with(POLICY), "the rest of the file is as it was");
    assert!(says(&mut session, ":save as test \"良好\"").contains("已经有叫"));
    assert!(says(&mut session, ":test 良好").contains("通过"));
    assert!(says(&mut session, ":test 良号").contains("良好"));
    assert_eq!(session.line(":test 不在").ending, Ending::Usage);
}

#[test]
fn changes_that_are_lost_are_told() {
    let (mut session, _folder, file) = shop();
    says(&mut session, "等级.A = >= 98");
    assert!(says(&mut session, &format!(":load {}", file.display())).contains("改动没有保存"));
    says(&mut session, "等级.A = >= 98");
    assert!(session.line(":quit").text.contains("改动没有保存"));
}

#[test]
fn a_change_in_a_used_file_is_written_there() {
    let (mut session, folder, _) = shop();
    let grade = "# 等级\ngrade 等级 by 总分 -> 系数 : percent {\n    A : >= 90 => 100%\n    B : < 90  => 50%\n}\n";
    let main = folder.path().join("main.merit");
    let text = POLICY.replace(grade.strip_prefix("# 等级\n").unwrap(), "use \"grade.merit\"\n");
    fs::write(&main, &text).unwrap();
    fs::write(folder.path().join("grade.merit"), grade).unwrap();
    says(&mut session, &format!(":load {}", main.display()));
    let told = says(&mut session, "等级.A = >= 95");
    assert!(told.contains("等级.B：< 90 → < 95"), "{told}");
    assert!(says(&mut session, ":save").contains("grade.merit"));
    assert_eq!(fs::read_to_string(folder.path().join("grade.merit")).unwrap(), grade.replace("90", "95"));
    assert_eq!(fs::read_to_string(&main).unwrap(), text);
    assert_eq!(says(&mut session, ":diff"), "方案和文件里的一样。");
}
