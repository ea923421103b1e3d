//! `merit explain`: the list of all codes, the page of one, and who names them.

use merit::diagnostic::Code;
use merit::quantity::Tongue;
use merit::render::readable;
use unicode_width::UnicodeWidthStr;

use super::{POLICY, Shop};

#[test]
fn a_page_is_found_by_its_code_however_it_is_written() {
    let shop = Shop::new();
    for code in ["E0802", "e0802", "802", "0802", "E802", " e802 "] {
        shop.run(&["explain", code]).ends(0).prints("# E0802 命令写得不对");
    }
    shop.run(&["explain", "E0802", "--lang=en"]).ends(0).prints("# E0802 The command");
    // A number that an error and a warning share is either.
    let both = shop.run(&["explain", "501"]).ends(0).prints("# E0501").prints("# W0501");
    assert!(both.out.find("# E0501") < both.out.find("# W0501"));
    assert!(!shop.run(&["explain", "w501"]).ends(0).prints("# W0501").out.contains("E0501 "));
    for none in ["E9999", "9999", "", "E", "EE0501", "x", "5.1", "+501", "００５０１", "00000501"] {
        shop.run(&["explain", none]).ends(2).tells("merit explain");
    }
}

#[test]
fn all_codes_are_listed_with_their_titles() {
    for lang in ["zh", "en"] {
        let run = Shop::new().run(&["explain", "--lang", lang]).ends(0).tells("merit explain 501");
        for code in Code::ALL {
            let line = run.out.lines().find(|line| line.trim_start().starts_with(code.as_str()));
            assert!(line.is_some_and(|line| line.trim().len() > 6), "{}", code.as_str());
        }
        assert!(!run.out.contains('⟨') && run.out.lines().all(|line| line.width() <= 80), "{}", run.out);
    }
}

/// On a terminal a page has no marks, and its examples the keywords of the reader.
#[test]
fn a_page_is_shown_without_marks() {
    let page = "# E0501 缺口\n\n见 [E0502](E0502.md)：`decimals 0`、`at least 3`、`0 otherwise 1`、`otherwise => x`。\n\n## 对的\n\n```merit\n\
                # 说明 record\nrecord {\n    record : count, optional\n}\npay p at least 1 { a = record otherwise 0 }\n```\n\n\
                ```csv\nrecord\n```\n| a | b |\n| --- | --- |\n| `all` | x |\n- `x.points`\n";
    let zh = "E0501 缺口\n\n见 E0502：小数位 0、不低于 3、0 若无 1、其余 => x。\n\n对的\n\n    # 说明 record\n    记录 {\n        record : 次数, 可缺\n    }\n    \
              薪资 p 不低于 1 { a = record 若无 0 }\n\n    record\n  a  b\n  全体  x\n- x.得分\n";
    assert_eq!(readable(page, 80, Tongue::Zh), zh);
    assert!(readable(page, 80, Tongue::En).contains("    record {\n        record : count, optional\n"));
    for line in
        readable(&page.replace('、', "、这里的话很长"), 30, Tongue::Zh).lines().filter(|line| !line.starts_with(' '))
    {
        assert!(line.width() <= 30, "{line}");
    }
}

/// One line at the end of a run names the page: of its first error, or of its first warning.
#[test]
fn a_run_that_shows_messages_names_a_page_once() {
    let gap = POLICY.replace("< 90 ", "< 89 ");
    let shop = Shop::new()
        .file("gap.merit", gap)
        .file("odd.merit", POLICY.replace("param 提成率", "let 闲 = 1\nparam 提成率"));
    let times = |run: &super::Run| run.err.matches("merit explain").count();
    let one = shop.run(&["check", "gap.merit", "gap.merit"]).ends(1).tells("E0501 是怎么回事：merit explain E0501");
    assert_eq!(times(&one), 1, "{}", one.err);
    assert!(one.err.trim_end().ends_with("merit explain E0501"), "{}", one.err);
    shop.run(&["check", "gap.merit", "--lang", "en"])
        .ends(1)
        .tells("More about E0501: merit explain E0501 --lang en\n");
    let warned = shop.run(&["check", "odd.merit"]).ends(0).tells("merit explain W0302");
    assert_eq!(times(&warned), 1);
    shop.run(&["check", "odd.merit", "gap.merit"]).ends(1).tells("merit explain E0501");
    shop.run(&["test", "gap.merit"]).ends(1).tells("merit explain E0501");
    shop.run(&["eval", "gap.merit", "d.csv"]).ends(1).tells("merit explain E0501");
    let quiet: [&[&str]; 6] = [
        &["check", "p.merit"],
        &["check", "gap.merit", "--format", "json"],
        &["check", "gap.merit", "--format", "sarif"],
        &["eval", "odd.merit", "d.csv"],
        &["test", "odd.merit"],
        &["check", "absent.merit"],
    ];
    for arguments in quiet {
        let run = shop.run(arguments);
        assert_eq!(times(&run), 0, "{arguments:?} {}", run.err);
    }
}
