//! Records by their columns against each by itself: everything that a run writes is the same, byte for byte.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::super::policies;

/// What a run leaves and says, but for the time that it took.
struct Left {
    status: Option<i32>,
    files: Vec<(String, String)>,
}

/// What a ready-made policy leaves with its data, as its heading says how to try it, and these options.
fn left(command: &[String], options: &[&str], outputs: &[(&str, &str)]) -> Left {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_merit"));
    program.current_dir(policies::folder("policies")).args(command).args(options).env("LANG", "en_US.UTF-8");
    for (option, name) in outputs {
        program.arg(option).arg(folder.path().join(name));
    }
    let run = program.output().unwrap();
    let read = |path: &Path| untimed(&fs::read_to_string(path).unwrap_or_default(), folder.path());
    let mut files: Vec<(String, String)> =
        outputs.iter().map(|(_, name)| ((*name).to_owned(), read(&folder.path().join(name)))).collect();
    for (name, bytes) in [("standard output", run.stdout), ("standard error", run.stderr)] {
        files.push((name.to_owned(), untimed(&String::from_utf8(bytes).unwrap(), folder.path())));
    }
    Left { status: run.status.code(), files }
}

/// A text without how long the run took, and without the folder into which it wrote.
fn untimed(text: &str, folder: &Path) -> String {
    let timed = |line: &&str| !line.trim_start().starts_with("\"milliseconds\"") && !line.starts_with("Time:");
    let lines: Vec<&str> = text.split('\n').filter(timed).collect();
    lines.join("\n").replace(&*folder.to_string_lossy(), "")
}

#[test]
fn columns_leave_what_each_record_by_itself_leaves() {
    let results = |name| vec![("-o", name), ("--rejects", "rejects.csv"), ("--receipt", "receipt.json")];
    let ways = [(vec!["--columns", "all"], results("all.csv")), (vec!["--summary-only"], vec![])];
    let (mut cells, mut runs) = (0, 0);
    let commands: std::collections::BTreeSet<Vec<String>> =
        policies::ready_made().iter().map(|path| policies::tried(path)).collect();
    for command in &commands {
        for (options, outputs) in &ways {
            let (by_columns, by_itself) = (
                left(command, options, outputs),
                left(command, &[options.as_slice(), &["--reference"]].concat(), outputs),
            );
            assert_eq!(by_columns.status, by_itself.status, "{command:?} {options:?}");
            for ((name, one), (_, other)) in by_columns.files.iter().zip(&by_itself.files) {
                assert!(one == other, "{command:?} {options:?} {name}:\n{}", differing(one, other));
                cells += other.matches([',', '\n']).count();
            }
            runs += 1;
        }
    }
    eprintln!("{cells} cells alike in {runs} runs each way");
    assert!(cells > 20_000, "too few to say anything: {cells}");
}

/// The first lines that differ.
fn differing(one: &str, other: &str) -> String {
    let pairs = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
    pairs.take(3).map(|(one, other)| format!("- {one}\n+ {other}\n")).collect()
}

#[test]
fn a_plan_is_shown_without_data() {
    let shop = super::Shop::new();
    let shown = shop.run(&["eval", "p.merit", "--explain-plan", "--lang", "en"]).ends(0).out;
    assert!(shown.starts_with("# 测试方案: many records at a time, by their columns\n"), "{shown}");
    assert!(shown.contains("output   工资 = "), "{shown}");
    let joint = policies::folder("policies").join("monthly-places-en.merit");
    let shown = shop.run(&["eval", &joint.to_string_lossy(), "--explain-plan", "--lang", "en"]).ends(0).out;
    assert!(shown.contains(": each record by itself") && shown.contains("by rows"), "{shown}");
}
