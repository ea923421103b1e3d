//! `merit new`: the ready-made policies and their sheets.

use super::*;

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
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../../snapshots" }, {
        insta::assert_snapshot!("new_zh", shop.run(&["new", "--lang", "zh"]).out);
        insta::assert_snapshot!("new_en", shop.run(&["new", "--lang", "en"]).out);
    });
}
