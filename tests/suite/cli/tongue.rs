//! Which tongue sentences take: `--lang`, then the locale, then the first policy.

use std::process::{Command, Stdio};

use super::{DATA, EXEMPT, Run, Shop, program};

const ENGLISH: &str =
    "policy \"Shop\" { currency CNY }\nrecord { id : text, key; n : count }\npay p { a = 1 CNY * n }\n";

/// The program where the locale says this alone.
fn located(shop: &Shop, locale: &[(&str, &str)], arguments: &[&str]) -> Command {
    let mut command = program(shop.0.path());
    command.env_remove("LANG").envs(locale.iter().copied()).args(arguments);
    command
}

fn run(shop: &Shop, locale: &[(&str, &str)], arguments: &[&str]) -> Run {
    Run::from(located(shop, locale, arguments).output().unwrap())
}

fn shop() -> Shop {
    Shop::new().file("en.merit", ENGLISH).file("en.csv", "id,n\nA,1\n")
}

#[test]
fn the_locale_comes_before_the_policy() {
    let shop = shop();
    let told = |locale: &[(&str, &str)], name: &str| run(&shop, locale, &["check", name]).err;
    for locale in ["fr_FR.UTF-8", "en_US.UTF-8", "de_DE", "en", "ja_JP.UTF-8"] {
        assert!(told(&[("LANG", locale)], "p.merit").contains("accepted"), "{locale}");
    }
    for locale in ["zh_CN.UTF-8", "zh_TW.UTF-8", "zh_HK", "zh", "zh-Hans-CN"] {
        assert!(told(&[("LANG", locale)], "en.merit").contains("通过"), "{locale}");
    }
    assert!(told(&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], "en.merit").contains("通过"));
    assert!(told(&[("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], "en.merit").contains("通过"));
}

#[test]
fn a_locale_that_says_nothing_leaves_it_to_the_policy() {
    let shop = shop();
    let silent: [&[(&str, &str)]; 7] = [
        &[],
        &[("LANG", "")],
        &[("LANG", "C")],
        &[("LANG", "C.UTF-8")],
        &[("LC_ALL", "C.utf8")],
        &[("LANG", "POSIX")],
        // As for POSIX, LC_ALL is what counts.
        &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")],
    ];
    for locale in silent {
        for name in ["check", "test"] {
            run(&shop, locale, &[name, "p.merit"]).tells(if name == "check" { "通过" } else { "个用例" });
        }
        run(&shop, locale, &["check", "en.merit"]).tells("accepted");
        run(&shop, locale, &["eval", "p.merit", "d.csv", "--summary-only"]).tells("合计");
        run(&shop, locale, &["eval", "en.merit", "en.csv", "--summary-only"]).tells("Records");
        run(&shop, locale, &["check", "p.merit", "--lang", "en"]).tells("accepted");
        run(&shop, locale, &["check", "en.merit", "--lang=zh"]).tells("通过");
    }
}

/// What holds Chinese anywhere is Chinese: a name, a comment, a title, a label.
#[test]
fn any_chinese_counts() {
    let plain = "policy \"Shop\" { }\nrecord { n : count }\n";
    let shop = Shop::new()
        .file("none.merit", plain)
        .file("comment.merit", format!("# 说明\n{plain}"))
        .file("title.merit", plain.replace("Shop", "小店"))
        .file("name.merit", plain.replace("n :", "数 :"))
        .file("rare.merit", plain.replace("Shop", "\u{20bb7}"))
        .file("other.merit", plain.replace("Shop", "Καφέ Кафе 가게 かな，。"));
    for name in ["comment", "title", "name", "rare"] {
        run(&shop, &[], &["check", &format!("{name}.merit")]).tells("通过");
    }
    for name in ["none", "other"] {
        run(&shop, &[], &["check", &format!("{name}.merit")]).tells("accepted");
    }
}

#[test]
fn of_several_policies_the_first_decides() {
    let shop = shop();
    run(&shop, &[], &["check", "en.merit", "p.merit"]).tells("en.merit is accepted").tells("p.merit is accepted");
    run(&shop, &[], &["check", "p.merit", "en.merit"]).tells("p.merit 通过").tells("en.merit 通过");
}

#[test]
fn a_policy_on_standard_input_is_read_once() {
    let shop = shop();
    let piped = |arguments: &[&str], input: &str| {
        let mut child = located(&shop, &[], arguments).stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
        Run::from(child.wait_with_output().unwrap())
    };
    piped(&["check", "-"], EXEMPT).ends(0).tells("- 通过：免考");
    piped(&["check", "-"], ENGLISH).ends(0).tells("- is accepted: Shop");
    piped(&["check", "--fix", "-"], EXEMPT).ends(0).prints("policy \"免考\"").tells("通过");
    piped(&["test", "-"], super::POLICY).ends(0).tells("1 个用例");
    piped(&["eval", "-", "d.csv", "--summary-only"], super::POLICY).ends(0).tells("合计");
    // Where a policy has a name, `-` is data.
    piped(&["eval", "p.merit", "-", "--summary-only"], DATA).ends(0).tells("合计");
}

/// A pipe that has a name gives its text once too.
#[cfg(unix)]
#[test]
fn a_policy_in_a_pipe_is_read_once() {
    let shop = shop();
    let run = Command::new("bash")
        .args(["-c", "\"$1\" check <(cat p.merit)", "bash", env!("CARGO_BIN_EXE_merit")])
        .current_dir(shop.0.path())
        .env_remove("LANG")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .output();
    // Where there is no such shell, there is nothing to try.
    if let Ok(output) = run {
        Run::from(output).ends(0).tells("通过：测试方案");
    }
}

#[test]
fn what_is_wrong_with_arguments_is_told_in_the_tongue_of_the_policy_they_name() {
    let shop = shop();
    run(&shop, &[], &["check", "p.merit", "--bogus"]).ends(2).tells("没有");
    run(&shop, &[], &["check", "en.merit", "--bogus"]).ends(2).tells("There is no");
    run(&shop, &[], &["check", "p.merit", "--bogus", "--lang", "en"]).ends(2).tells("There is no");
    run(&shop, &[("LANG", "zh_CN.UTF-8")], &["check", "en.merit", "--bogus"]).ends(2).tells("没有");
    run(&shop, &[], &["eval", "p.merit", "--help"]).ends(0).prints("用法");
    run(&shop, &[], &["eval", "absent.merit", "d.csv"]).ends(2).tells("cannot");
    run(&shop, &[], &["eval", "absent.merit", "p.merit", "--bogus"]).ends(2).tells("没有");
    run(&shop, &[], &["--help"]).ends(0).prints("Usage");
}

#[test]
fn new_speaks_the_tongue_of_its_policy() {
    let shop = shop();
    run(&shop, &[], &["new", "aftersales-kpi", "a.merit"]).ends(0).tells("下一步");
    run(&shop, &[], &["new", "aftersales-kpi-en", "b.merit"]).ends(0).tells("Next");
    run(&shop, &[], &["new"]).ends(0).tells("merit new");
    run(&shop, &[("LANG", "en_US.UTF-8")], &["new", "aftersales-kpi", "c.merit"]).ends(0).tells("Next");
}

#[test]
fn a_session_speaks_the_tongue_of_its_policy() {
    let shop = shop();
    let started = |arguments: &[&str]| {
        let home = [("XDG_DATA_HOME", shop.0.path().to_str().unwrap())];
        Run::from(located(&shop, &home, arguments).stdin(Stdio::null()).output().unwrap())
    };
    started(&["repl", "p.merit"]).ends(0).tells("已装入");
    started(&["repl", "en.merit"]).ends(0).tells("Loaded");
}

/// What a run names to be typed next answers in the tongue of the run.
#[test]
fn a_command_that_is_named_answers_in_the_same_tongue() {
    let shop = shop().file("gap.merit", super::POLICY.replace("< 90 ", "< 89 "));
    let last = |locale: &[(&str, &str)], more: &[&str]| {
        let told = run(&shop, locale, &[&["check", "gap.merit"], more].concat()).err;
        told.lines().last().unwrap_or_default().rsplit(['：', ':']).next().unwrap_or_default().trim().to_owned()
    };
    let (none, zh, en): ([(&str, &str); 0], _, _) = ([], [("LANG", "zh_CN.UTF-8")], [("LANG", "en_US.UTF-8")]);
    assert_eq!(last(&none, &[]), "merit explain E0501 --lang zh");
    assert_eq!(last(&none, &["--lang", "en"]), "merit explain E0501");
    assert_eq!(last(&zh, &[]), "merit explain E0501");
    assert_eq!(last(&zh, &["--lang", "en"]), "merit explain E0501 --lang en");
    assert_eq!(last(&en, &["--lang", "zh"]), "merit explain E0501 --lang zh");
    let named = |name: &str, more: &[&str]| {
        let told = run(&shop, &none, &[&["new", "small-shop", name], more].concat()).err;
        told.trim_end().ends_with(&format!("merit eval {name} {}", name.replace(".merit", ".csv")))
    };
    // Without a locale, the policy itself says which tongue it is.
    assert!(named("a.merit", &[]));
    run(&shop, &none, &["new", "small-shop", "b.merit", "--lang", "en"]).tells("merit eval b.merit b.csv --lang en\n");
    run(&shop, &none, &["schema", "p.merit", "--template", "csv", "-o", "s.csv", "--lang", "en"])
        .tells("merit eval p.merit s.csv --lang en\n");
}
