//! Help, manual pages and wrong usage: what is shown of the command line, and that the documentation shows the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{DATA, Shop};

const COMMANDS: [&str; 20] = [
    "replay",
    "cliffs",
    "cases",
    "new",
    "check",
    "eval",
    "why",
    "reconcile",
    "next",
    "test",
    "repl",
    "schema",
    "fmt",
    "explain",
    "completions",
    "man",
    "help",
    "diff",
    "doc",
    "report",
];

/// The long options of a command, in the order in which its help shows them.
fn options(shop: &Shop, command: &str) -> Vec<String> {
    let help = shop.run(&[command, "--help"]).ends(0).out;
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let long = |line: &str| line.split([' ', ',']).find(|word| word.starts_with("--")).map(str::to_owned);
    lines.filter_map(long).collect()
}

/// The words of a page that look like options.
fn named(page: &str) -> BTreeSet<String> {
    let at = page.match_indices("--").filter(|(at, _)| !page[..*at].ends_with(['-', '|']));
    let word = |(at, _): (usize, &str)| {
        let rest = &page[at + 2..];
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(rest.len());
        format!("--{}", &rest[..end])
    };
    at.map(word).filter(|option| option.len() > 2 && !option.ends_with('-')).collect()
}

#[test]
fn the_documentation_names_the_options_and_commands_of_the_program() {
    let shop = Shop::new();
    let known: BTreeSet<String> =
        COMMANDS.iter().chain(&["--lang=zh"]).flat_map(|command| options(&shop, command)).collect();
    for page in ["docs/cli.md", "docs/cli.zh.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let told: BTreeSet<String> = named(&text).into_iter().chain(["--output".to_owned()]).collect();
        assert_eq!(told, known, "{page}");
        let rows = text.lines().filter_map(|line| line.strip_prefix("| `merit "));
        let commands: BTreeSet<&str> = rows.filter_map(|row| row.split([' ', '`']).next()).collect();
        assert_eq!(commands, BTreeSet::from(COMMANDS), "{page}");
    }
    let help = shop.run(&["help"]).ends(0).out;
    COMMANDS.iter().for_each(|command| assert!(help.contains(&format!("\n  {command} ")), "{help}"));
}

#[test]
fn help_shows_what_the_option_shows() {
    let shop = Shop::new();
    assert_eq!(shop.run(&["help"]).ends(0).out, shop.run(&["--help"]).ends(0).out);
    for command in COMMANDS {
        let help = shop.run(&["help", command]).ends(0).out;
        assert_eq!(help, shop.run(&[command, "--help"]).ends(0).out);
        assert!(help.contains("用法：\n  merit ") && help.contains("\n例：\n  merit "), "{help}");
        let help = help.replace("10:20", "");
        assert!(!help.contains([':', '⟨']) && !help.contains("OPTIONS") && !help.contains("\n\n\n"), "{help}");
        let english = shop.run(&["help", command, "--lang", "en"]).ends(0).out;
        assert!(english.is_ascii() && english.lines().all(|line| line.len() <= 80), "{english}");
    }
    let alone = shop.run(&[]).ends(2);
    assert_eq!(alone.err, shop.run(&["help"]).out);
}

#[test]
fn options_come_in_one_order() {
    let shop = Shop::new();
    assert_eq!(options(&shop, "new"), ["--force", "--lang", "--ascii", "--help"]);
    for command in COMMANDS {
        let options = options(&shop, command);
        assert_eq!(options[options.len() - 3..], ["--lang", "--ascii", "--help"], "{command}");
    }
    assert!(shop.run(&["help", "new"]).out.contains("参数：\n  [方案名]  现成"));
}

#[test]
fn a_command_that_there_is_not_is_told_with_what_there_is() {
    let shop = Shop::new();
    let told = |word: &str| shop.run(&[word]).ends(2).err;
    for planned in ["lsp", "draft"] {
        let text = told(planned);
        assert!(text.contains(&format!("还没有 {planned} 这个命令")) && text.contains("怎么改"), "{text}");
        assert!(!text.contains("是不是") && !text.contains('⟨'), "{text}");
    }
    for (word, near) in [("hepl", "help"), ("chek", "check"), ("evla", "eval"), ("run", "eval"), ("init", "new")] {
        assert!(told(word).contains(&format!("是不是 merit {near}？")), "{word}");
        shop.run(&["help", word]).ends(2).tells(&format!("是不是 merit {near}？"));
    }
    assert!(!told("summarise").contains("是不是"));
    assert!(told("p.merit").contains("merit check p.merit"));
    assert!(told("d.csv").contains("merit eval p.merit d.csv"));
}

#[test]
fn what_is_missing_is_told_with_the_whole_command() {
    let shop = Shop::new().file("三 月.csv", DATA);
    shop.run(&["check"]).ends(2).tells("merit check p.merit");
    shop.run(&["test", "--set", "提成率=3%"]).ends(2).tells("merit test p.merit --set 提成率=3%");
    shop.run(&["eval"]).ends(2).tells("merit eval p.merit 数据.csv");
    shop.run(&["eval", "p.merit", "--strict"]).ends(2).tells("merit eval p.merit 数据.csv --strict");
    shop.run(&["eval", "三 月.csv", "d.csv"]).ends(2).tells("merit eval p.merit \"三 月.csv\" d.csv");
    shop.run(&["eval", "p", "d.csv", "-o", "x.csv"]).ends(2).tells("merit eval p.merit d.csv -o x.csv");
    shop.run(&["completions"]).ends(2).tells("merit completions bash");
    // Of several policies none is the one that is meant.
    let several = Shop::new().file("q.merit", super::POLICY);
    several.run(&["eval", "d.csv"]).ends(2).tells("merit eval 方案.merit d.csv");
}

#[test]
fn manual_pages_hold_what_the_help_holds() {
    let shop = Shop::new();
    shop.run(&["man", "-o", "man/man1"]).ends(0);
    for command in COMMANDS {
        let page = shop.read(&format!("man/man1/merit-{command}.1"));
        assert_eq!(page, shop.run(&["man", command]).ends(0).out);
        assert!(!page.contains('⟨') && page.contains(".SH \"退出状态\""), "{page}");
        let plain = page.replace('\\', "");
        options(&shop, command).iter().for_each(|option| assert!(plain.contains(option.as_str()), "{option}: {page}"));
    }
    assert!(shop.read("man/man1/merit.1").contains("merit\\-eval(1)"));
    shop.run(&["man", "--lang", "en"]).ends(0).prints(".SH \"EXIT STATUS\"");
    shop.run(&["man", "nothing"]).ends(2).tells("没有命令 nothing");
    shop.run(&["man", "-o", "d.csv"]).ends(2);
}
