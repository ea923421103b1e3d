//! Texts that come back from an editor, and files that are saved in one while they are watched.

use std::fs;

use super::{POLICY, says, with_data};
use merit::repl::{Ending, Then};

#[test]
fn a_declaration_that_was_edited_is_taken() {
    let (session, _folder) = with_data();
    let mut session = session.attended(true);
    assert_eq!(session.line(":edit 等级").then, Some(Then::Edit));
    let text = session.to_edit().unwrap().to_owned();
    assert!(text.starts_with("grade 等级 by 总分") && text.ends_with("}\n"), "{text}");
    let told =
        session.edited(Some(&text.replace("90", "101").replace("101 => 100%", "100 => 90%").replace("< 101", "< 100")));
    assert!(told.text.contains("工资：1000元 → 900元"), "{}", told.text);
    says(&mut session, ":undo");
    assert!(says(&mut session, "工资").starts_with("1000元"));
}

#[test]
fn what_does_not_check_is_refused_and_edited_again() {
    let (session, _folder) = with_data();
    let mut session = session.attended(true);
    session.line(":edit");
    assert_eq!(session.to_edit(), Some(POLICY));
    let broken = POLICY.replace(">= 90 => 100%", ">= 95 => 100%");
    let told = session.edited(Some(&broken));
    assert!(told.text.contains("E0501") && told.text.contains("再 :edit 接着改"), "{}", told.text);
    assert_eq!(told.ending, Ending::Refused);
    assert!(says(&mut session, "工资").starts_with("1000元"), "the policy stays");
    session.line(":edit");
    assert_eq!(session.to_edit(), Some(broken.as_str()), "what was written is not lost");
    let mended = broken.replace("< 90 ", "< 95 ");
    assert!(session.edited(Some(&mended)).text.starts_with("已改"));
    session.line(":edit");
    assert_eq!(session.to_edit(), Some(mended.as_str()));
    assert_eq!(session.edited(Some(&mended)).text, "没有改动。\n");
    session.line(":edit");
    assert!(session.edited(None).text.starts_with("编辑器没有正常结束"));
    assert!(says(&mut session, ":edit 等").starts_with("没有叫 等 的"));
}

#[test]
fn a_declaration_that_is_emptied_is_removed_and_stays_so() {
    let (session, folder) = with_data();
    let file = folder.path().join("p.merit");
    let mut session = session.attended(true);
    session.line(":edit 工资");
    assert!(session.edited(Some("\n")).text.starts_with("已改"));
    assert!(says(&mut session, "工资").contains("E0201"));
    fs::write(&file, POLICY.replace("95%", "96%")).unwrap();
    let told = says(&mut session, ":reload");
    assert!(told.contains("这里的改动留着"), "{told}");
    assert!(says(&mut session, "工资").contains("E0201"), "it does not come back");
    // What was changed elsewhere meanwhile is not removed without a word.
    fs::write(&file, POLICY.replace("1000元", "1200元")).unwrap();
    let told = says(&mut session, ":reload");
    assert!(told.contains("文件里已经改成别的，所以留着：pay 工资 {"), "{told}");
    assert!(says(&mut session, "工资").starts_with("1200元"));
}

#[test]
fn a_file_that_is_watched_is_read_when_it_was_saved() {
    let (session, folder) = with_data();
    let file = folder.path().join("p.merit");
    let mut session = session.attended(true);
    assert_eq!(session.line(":watch").then, Some(Then::Watch));
    assert_eq!(session.look_again(), None);
    // The first look sees that something happens there, the second that it is over.
    let saved = |session: &mut merit::repl::Session, text: Option<&str>| {
        match text {
            Some(text) => fs::write(&file, text).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        assert_eq!(session.look_again(), None);
        let told = session.look_again().unwrap();
        assert_eq!((session.look_again(), session.look_again()), (None, None), "it is told once");
        told
    };
    let told = saved(&mut session, Some(&POLICY.replace("1000元", "12000元")));
    assert!(told.contains("工资：1000元 → 12000元") && told.contains("2 条的结果变了"), "{told}");
    let told = saved(&mut session, Some("policy"));
    assert!(told.contains("E0") && told.contains("仍用之前装入的方案"), "{told}");
    let told = saved(&mut session, None);
    assert!(told.contains("E0715") && told.contains("仍用之前装入的方案"), "{told}");
    assert!(says(&mut session, "工资").starts_with("12000元"));
    let told = saved(&mut session, Some(POLICY));
    assert!(told.contains("工资：12000元 → 1000元"), "{told}");
}
