//! What is told where an entry is nothing as it stands, and what something is.

use super::{says, session, with_data};
use merit::quantity::Tongue;
use merit::repl::Ending;
use merit::syntax::Keyword;

#[test]
fn a_new_name_is_told_how_it_is_added_and_that_line_is_taken() {
    let (mut session, _folder) = with_data();
    let told = says(&mut session, "差评过多 = 接待数 > 5");
    assert_eq!(told, "没有叫 差评过多 的量。要新添一个，写：let 差评过多 = 接待数 > 5");
    assert_eq!(session.prompt(), "A01> ", "nothing is added by itself");
    let typed = told.rsplit('：').next().unwrap().to_owned();
    says(&mut session, &typed);
    assert_eq!(says(&mut session, "差评过多"), "是");
    // What is wrong with the value goes first; a slip in the name of what is there is one.
    let told = says(&mut session, "差评太多 = 差评数 > 5");
    assert!(told.contains("E0201") && told.contains("差评数"), "{told}");
    assert!(says(&mut session, "接待数量 = 96").starts_with("没有叫 接待数量 的量。是不是 接待数？"));
}

#[test]
fn a_row_is_named_by_its_number_and_shown() {
    let (mut session, _folder) = with_data();
    let row = "第 13 行 [95%, 98%) => 90";
    assert_eq!(says(&mut session, "回复率.2"), row);
    assert_eq!(says(&mut session, "等级.A"), "第 18 行 A : >= 90 => 100%");
    let told = says(&mut session, "回复率.2 = [96%, 98%)");
    assert!(told.starts_with("回复率.2：[95%, 98%) → [96%, 98%)\n回复率.3：< 95% → < 96%\n已改。"), "{told}");
    let told = says(&mut session, "回复率.7 = [96%, 98%)");
    let rows = "回复率 没有这一行；它有 3 行：\n  回复率.1  >= 98% => 100\n  回复率.2  [96%, 98%) => 90";
    assert!(told.starts_with(rows), "{told}");
    assert_eq!(
        says(&mut session, "发货及时率.3 = [95%, 98%)"),
        "没有叫 发货及时率 的表（评分、等级、查表、档位）。有：回复率、等级"
    );
}

#[test]
fn a_weight_is_shown_and_told_how_it_is_changed() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "回复率.weight"), "回复率.weight = 100%");
    assert_eq!(says(&mut session, "回复率.权重"), "回复率.权重 = 100%");
    assert_eq!(says(&mut session, "回复率 权重 30%"), "要改权重，写：回复率.权重 = 30%");
    assert_eq!(says(&mut session, "质量 权重 30%"), "没有叫 质量 的评分项。有权重的是：回复率");
    assert_eq!(says(&mut session, "回复率.weigth = 30%"), "要改权重，写：回复率.weight = 30%");
}

#[test]
fn a_command_that_is_cut_off_is_guessed_where_only_one_begins_so() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, ":rec A01"), "没有命令 :rec。是不是 :record？");
    // Several begin so.
    assert!(!says(&mut session, ":re A01").contains("是不是"));
}

#[test]
fn a_row_by_itself_is_put_right_and_told_where_it_goes() {
    let (mut session, _folder) = with_data();
    for typed in ["95%以上 >= 90", ">= 95% => 90"] {
        let told = says(&mut session, typed);
        assert!(told.starts_with("这是表里的一行。要说明是哪张表的第几行，如：:row 回复率 1 \""), "{told}");
        assert!(told.contains("95%") && told.contains("=> 90\""), "{told}");
    }
}

#[test]
fn a_command_without_its_colon_is_told_as_one() {
    let (mut session, _folder) = super::with_data();
    let reply = session.line("why 总分");
    assert_eq!((reply.text.as_str(), reply.ending), ("why 是命令，前面要写冒号：:why 总分\n", Ending::Usage));
    assert_eq!(says(&mut session, "撤销"), "撤销 是命令，前面要写冒号：:撤销");
    // A name of the policy goes before it.
    says(&mut session, "let why = 5");
    assert_eq!(says(&mut session, "why + 1"), "6");
}

#[test]
fn a_formula_has_no_rows() {
    let (mut session, _folder) = with_data();
    let told = says(&mut session, ":row 总分 1 \">= 90 => 1\"");
    assert_eq!(told, "总分 是算式，没有分行；要改它，重新输入整条声明，或 :edit 总分");
}

#[test]
fn what_only_compares_says_so() {
    let (mut session, _folder) = with_data();
    let note = "（这里的 = 是比较：等级 是算出来的，不能直接填，没有改动。）";
    assert_eq!(says(&mut session, "等级 = A"), format!("是\n{note}"));
    assert_eq!(says(&mut session, "总分 = 100 and 等级 = A"), "是", "a condition, not a value that is given");
    assert_eq!(session.prompt(), "A01> ");
    assert_eq!(says(&mut session, "总分 = 90 or 等级 = B"), "否");
}

#[test]
fn a_type_is_told_with_its_values() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, ":type 接待数"), "接待数：数值\n  1 到 1000，每步 1");
    assert_eq!(says(&mut session, ":类型 回复率.points"), "回复率.points：分数\n  可能是 60、90、100");
    assert_eq!(says(&mut session, ":type 级别"), "级别：初级 | 高级\n  可能是 初级、高级");
    assert_eq!(says(&mut session, ":type 接待数 > 5"), "接待数 > 5：是非");
    assert!(says(&mut session, ":type 无此名").contains("E0201"));
    let (mut english, _folder) = self::session(Tongue::En);
    assert_eq!(says(&mut english, ":type 接待数"), "接待数: number\n  1 to 1000, in steps of 1");
}

#[test]
fn a_function_is_told_as_it_is_written() {
    let (mut session, _folder) = with_data();
    let about = "  取到一档的最近整数倍；第三项说明正好一半时怎么办";
    assert_eq!(says(&mut session, ":help round"), format!("round(x, 0.1, half_up)\n{about}"));
    assert_eq!(says(&mut session, "help 等级.A"), "第 18 行 A : >= 90 => 100%");
}

/// Every word of the language is told in both tongues, and a declaration with one to be filled in.
#[test]
fn each_word_of_the_language_is_told() {
    for (tongue, none) in [(Tongue::Zh, "没有叫"), (Tongue::En, "Nothing is called")] {
        let (mut session, _folder) = session(tongue);
        for word in Keyword::ALL {
            for word in [word.en(), word.zh()] {
                // What commands are called is told of those.
                let told = says(&mut session, &format!(":help {word}"));
                assert!(told.lines().count() > 1 && !told.contains(none) && !told.contains("word-"), "{word}: {told}");
            }
        }
    }
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "help 得分"), "points\n  一个评分项得的分");
    let told = says(&mut session, "help points");
    assert_eq!(told, "points\n  分数\npoints\n  一个评分项得的分", "a type and a member");
    // What the policy calls so itself goes before it.
    says(&mut session, "let gate = 5");
    assert!(says(&mut session, "help gate").ends_with("\n5"));
}

/// In a narrow window what each command does stands below it.
#[test]
fn the_help_tells_what_each_does_in_any_window() {
    let (mut session, _folder) = session(Tongue::En);
    for width in [40, 60, 80, 120] {
        session.fit(width);
        let told = says(&mut session, ":help");
        let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
        for about in ["take the last change back", "load results of an earlier run", "compute an expression"] {
            assert!(words.contains(about), "{width}: {told}");
        }
        assert!(told.lines().all(|line| line.chars().count() <= width), "{width}: {told}");
    }
}

#[test]
fn a_member_by_itself_is_found() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "系数"), "没有单独叫 系数 的东西。是不是 等级.系数？");
    assert_eq!(says(&mut session, ":set 无此名 = 3"), "没有叫 无此名 的量。要新添一个，写：let 无此名 = 3");
}

#[test]
fn what_needs_a_terminal_is_refused_without_one() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, ":edit"), ":edit 只能在终端里用。");
    assert_eq!(says(&mut session, ":watch"), ":watch 只能在终端里用。");
}

#[test]
fn a_person_of_the_data_is_told_as_one_and_a_title_of_a_sheet_as_the_field() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "A01"), "这是数据里的一个人。要看这条记录，写：:record A01");
    assert_eq!(says(&mut session, "回复(%) = 0"), "没有叫 回复 的量。是不是 回复数？要新添一个，写：let 回复 = 0");
    assert_eq!(says(&mut session, "回复率(%) = 90%"), "没有叫 回复率(%) 的量。是不是 回复率？");
}
