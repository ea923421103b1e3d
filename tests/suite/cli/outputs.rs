//! Where results go: never over what is read or over each other, and a run that is cut short says so.

use std::process::Stdio;
use std::time::Duration;
use std::{fs, thread};

use super::{DATA, Shop, program};

const MANY: usize = 20_000;

pub fn many() -> String {
    let rows: String = (0..MANY).map(|at| format!("A{at},{}\n", at % 101)).collect();
    format!("工号,分\n{rows}")
}

#[test]
fn no_output_is_written_over_another_or_over_what_is_read() {
    let shop = Shop::new().file("sub/x.csv", "");
    let eval = |more: &[&str]| shop.run(&[&["eval", "p.merit", "d.csv"], more].concat());
    let collide: [&[&str]; 6] = [
        &["-o", "out.csv", "--rejects", "out.csv"],
        &["-o", "out.csv", "--rejects", "./out.csv"],
        &["-o", "out.json", "--receipt", "sub/../out.json"],
        &["--rejects", "r.json", "--receipt", "r.json"],
        &["--summary-only", "--rejects", "d.csv"],
        &["-o", "out.csv", "--receipt", "p.merit"],
    ];
    for more in collide {
        let run = eval(more).ends(2).tells("E0715");
        assert_eq!((run.out.as_str(), shop.has("out.csv"), shop.has("r.json")), ("", false, false), "{more:?}");
    }
    eval(&["-o", "out.csv", "--rejects", "r.csv", "--receipt", "receipt.json"]).ends(0);
}

/// What is no name of a file of results is told with one that is.
#[test]
fn a_folder_or_a_name_without_an_ending_is_told_with_the_way_out() {
    let shop = Shop::new().file("dir/x", "").file("taken.csv/x", "");
    let eval = |more: &[&str]| {
        let run = shop.run(&[&["eval", "p.merit", "d.csv"], more].concat()).ends(2);
        assert_eq!(run.out, "", "{more:?}");
        run
    };
    for (name, instead) in [
        (".", "-o ./results.xlsx"),
        ("dir", "-o dir/results.xlsx"),
        ("dir/", "-o dir/results.xlsx"),
        ("absent/", "-o absent/results.xlsx"),
        ("taken.csv", "-o taken.csv/results.xlsx"),
    ] {
        eval(&["-o", name]).tells("E0714").tells("是文件夹，不是文件").tells(instead);
    }
    eval(&["-o", "t1"]).tells("没有结尾").tells("写成 t1.xlsx");
    eval(&["-o", "-"]).tells("不写 -o");
    // Nothing is worked out before it is told.
    for option in ["--rejects", "--receipt"] {
        eval(&[option, "dir"]).tells("E0715").tells("这是文件夹");
    }
    eval(&["--summary-only", "-o", "x.csv"]).tells("--summary-only 不能和 --output 一起用");
    assert!(!shop.has("x.csv"));
}

#[cfg(unix)]
#[test]
fn a_file_is_one_whatever_leads_to_it() {
    let shop = Shop::new().file("real.csv", "");
    let path = |name: &str| shop.0.path().join(name);
    std::os::unix::fs::symlink(path("real.csv"), path("soft.csv")).unwrap();
    fs::hard_link(path("d.csv"), path("hard.csv")).unwrap();
    std::os::unix::fs::symlink(shop.0.path(), path("way")).unwrap();
    let eval = |more: &[&str]| shop.run(&[&["eval", "p.merit", "d.csv"], more].concat());
    eval(&["-o", "real.csv", "--rejects", "soft.csv"]).ends(2).tells("E0715");
    eval(&["-o", "hard.csv"]).ends(2).tells("E0715");
    eval(&["-o", "new.csv", "--rejects", "way/new.csv"]).ends(2).tells("E0715");
    assert_eq!(shop.read("d.csv"), DATA);
    // What stands beside the data and earlier results are read too; twice given they are one file.
    eval(&["hard.csv"]).ends(2).tells("E0802");
}

#[test]
fn a_reader_that_goes_away_leaves_no_summary() {
    let shop = Shop::new().file("d.csv", many());
    let mut child = program(shop.0.path()).args(["eval", "p.merit", "d.csv"]).spawn().unwrap();
    drop(child.stdout.take());
    let run = super::Run::from(child.wait_with_output().unwrap()).ends(2).tells("E0715");
    assert!(!run.err.contains("SHA-256"), "{}", run.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_standard_output_is_told() {
    let shop = Shop::new();
    let shell = |redirected: &str, more: &str| {
        let line = format!("exec '{}' eval p.merit d.csv {more} {redirected}", env!("CARGO_BIN_EXE_merit"));
        let output = std::process::Command::new("sh").arg("-c").arg(line).current_dir(shop.0.path()).output().unwrap();
        super::Run::from(output)
    };
    let run = shell(">&-", "").ends(2).tells("E0715");
    assert!(!run.err.contains("SHA-256"), "{}", run.err);
    shell(">&-", "--summary-only").ends(2);
    shell(">/dev/full", "").ends(2).tells("E0715");
    shell(">/dev/full", "--summary-only").ends(2);
    // Nothing is written there, or all is thrown away on purpose.
    shell(">&-", "-o out.csv").ends(0).tells("SHA-256");
    shell(">/dev/null", "").ends(0).tells("SHA-256");
}

#[cfg(unix)]
#[test]
fn a_run_that_is_broken_off_leaves_nothing_behind() {
    // Long enough that it is not over when the signal comes.
    let rows: String = (0..40 * MANY).map(|at| format!("A{at},{}\n", at % 101)).collect();
    for signal in ["-INT", "-TERM"] {
        let shop = Shop::new().file("d.csv", format!("工号,分\n{rows}")).file("sub/out.csv", "before");
        let mut command = program(shop.0.path());
        let mut child =
            command.args(["eval", "p.merit", "d.csv", "-o", "sub/out.csv"]).stdin(Stdio::null()).spawn().unwrap();
        let listed = || -> Vec<String> {
            let names = fs::read_dir(shop.0.path().join("sub")).unwrap();
            names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
        };
        while listed().len() < 2 && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        let unfinished = listed();
        assert!(
            unfinished.iter().any(|name| name.starts_with(".out.csv.") && name.ends_with(".part")),
            "{unfinished:?}"
        );
        let id = child.id().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "it was over before the signal came");
        assert_eq!((listed(), shop.read("sub/out.csv")), (vec!["out.csv".to_owned()], "before".to_owned()));
    }
}

/// A column in which every cell fails in one way is told once, whatever the cells hold.
#[test]
fn a_column_that_fails_is_told_once() {
    let policy = "policy \"P\" { currency CNY }\nrecord { id : text, key; day : date; v : money }\npay w { p = v }\n";
    let told = |rows: &str| {
        let shop = Shop::new().file("p.merit", policy).file("a.csv", format!("id,day,v\n{rows}"));
        shop.run(&["--lang", "en", "eval", "p.merit", "a.csv"]).ends(3).err
    };
    let all = told("A,2024-06-18 23:05:12,1\nB,2024-06-17 10:22:33,2\nC,2024-06-16 10:22:33,3\n");
    assert!(all.contains("(all 3 records, for the same reason in this column)"), "{all}");
    assert_eq!(all.matches("date(datetime)").count(), 1, "{all}");
    let some = told("A,2024-06-18 23:05:12,1\nB,2024-06-17 10:22:33,2\nC,2024-06-16,x\n");
    assert!(
        some.contains("(2 records, for the same reason in this column: A, B)") && some.contains("a.csv:4 v"),
        "{some}"
    );
}

#[test]
fn a_summary_says_whose_record_it_is_and_tells_a_habit_of_rows_once() {
    let policy =
        "policy \"P\" { currency CNY }\nrecord { 工号 : text, key; 姓名 : text; v : money }\npay w { p = v }\n";
    let told = |rows: &str| {
        let shop = Shop::new().file("p.merit", policy).file("a.csv", format!("工号,姓名,v\n{rows}"));
        shop.run(&["eval", "p.merit", "a.csv"]).ends(3).err
    };
    let one = told("A01,张三,1\nA02,李四,(5)\n");
    assert!(one.contains("写成 -5（A02 李四）"), "{one}");
    let some = told("A01,张三,1\nA02,李四,\nA03,,\nA04,王五,\nA05,赵六,\n");
    assert!(some.contains("（这一列有 4 条记录都是这个原因：A02 李四、A03、A04 王五…）"), "{some}");
    let ragged = told("A01,张三,1,234\nA02,李四,1,234\nA03,王五,9\n");
    assert!(ragged.contains("（有 2 行都是这个原因）") && ragged.matches("E0707").count() < 2, "{ragged}");
    let below = told("A01,张三,1\n\n组别,人数,负责人\n一组,三,王五\n二组,四,李四\n");
    assert!(below.contains("（有 3 行都是这个原因）"), "{below}");
}

#[test]
fn a_summary_tells_all_that_is_wrong_with_a_record() {
    let policy = "policy \"P\" { currency CNY }\nrecord { 工号 : text, key; n : count; v : money; q : percent }\npay w { p = v * q; r = 1元 * n }\n";
    let told = |rows: &str| {
        let shop = Shop::new().file("p.merit", policy).file("a.csv", format!("工号,n,v,q\n{rows}"));
        let err = shop.run(&["eval", "p.merit", "a.csv"]).ends(3).err;
        err.split_once("被退回的记录：").unwrap().1.to_owned()
    };
    // Whoever mends one of three cells is not to find the next at the next run.
    let one = told("A01,x,一,98.5\nA02,1,2,3%\n");
    assert_eq!(one.matches("  - ").count(), 3, "{one}");
    assert_eq!(one.matches("A01").count(), 3, "{one}");
    // A habit of a column is one line beside the others, whoever else has it.
    let two = told("A01,1,2,98.5\nA02,x,2,98.5\nA03,1,2,98.5\n");
    assert_eq!(two.matches("  - ").count(), 2, "{two}");
    assert!(two.contains("q 读到") && two.contains("n 读到"), "{two}");
    // First what each record is rejected for, and no list without an end.
    let many: String = (0..20).map(|at| format!("B{at:02},{at}x,{at}y,{at}z\n")).collect();
    let lines = told(&many);
    assert!(lines.matches("  - ").count() <= 10, "{lines}");
}
