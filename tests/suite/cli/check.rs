//! `merit check` by its exit status, its output and what it refuses.

use super::*;

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

/// Of a long edit the beginning of each group is shown; what is left out is counted, with where the whole is.
#[test]
fn an_edit_that_is_cut_says_how_much_is_left_out() {
    let rows: String = (0..300).map(|at| format!("    [{at}, {}) : {}\n", at + 1, at % 100)).collect();
    let policy = format!(
        "policy \"P\" {{ }}\nrecord {{ id : text, key; x : number in [0, 300), decimals 1 }}\nscore x weight 100% {{\n{rows}}}\n"
    );
    let shop = Shop::new().file("long.merit", policy);
    let told = shop.run(&["check", "long.merit", "--lang", "en"]).ends(1).tells("--fix makes the whole edit").err;
    let is_change = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|number| number.parse::<usize>().is_ok()) && matches!(words.next(), Some("-" | "+"))
    };
    let shown = told.lines().filter(is_change).count();
    let (before, _) = told.split_once(" more lines are not shown").unwrap();
    let left: usize = before.rsplit(char::is_whitespace).next().unwrap().parse().unwrap();
    // A hundred places are mended by one edit: each is a line before and a line after.
    assert_eq!(shown + left, 200, "{told}");
    shop.run(&["check", "long.merit", "--fix"]).tells("=> 99");
    assert!(!shop.read("long.merit").contains(") :"));
}
