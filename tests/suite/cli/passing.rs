//! Large files, whose records are evaluated as they are read: whatever stands in them, a run leaves what it leaves where
//! each record is held and evaluated by itself, and as many threads as one likes change nothing.

use std::fs;
use std::process::Command;

const POLICY: &str = "policy \"p\" { currency CNY; period month }
record {
    工号 : text, key
    月份 : month, period
    级别 : 初级 | 高级
    差评 : count in [0, 1000]
    销售额 : money in [0元, 200万元]
}
score 差评 weight 100% { <= 3 => 100; <= 8 => 80; otherwise => 60 }
metric 总分 : points = scores
grade 等级 by 总分 { A : >= 90; B : < 90 }
flag 高额 when 销售额 > 1799000元
pay 提成 { amount = 销售额 * (if 级别 = 高级 then 1.5% else 1%) }
";

/// So many records are more than a mebibyte.
const MANY: usize = 36_000;

/// Record `at` of a sheet without a needle in it.
fn row(at: usize) -> String {
    let level = if at.is_multiple_of(3) { "高级" } else { "初级" };
    format!("E{:06},2026-{:02},{level},{},{}.{:02}\n", at / 12, at % 12 + 1, at % 12, at * 50, at % 100)
}

/// The sheet, of which `change` may make another row of each.
fn sheet(change: impl Fn(usize) -> Option<String>) -> String {
    let mut text = "工号,月份,级别,差评,销售额\n".to_owned();
    (0..MANY).for_each(|at| text.push_str(&change(at).unwrap_or_else(|| row(at))));
    text
}

/// What a run leaves.
#[derive(PartialEq)]
struct Left {
    status: Option<i32>,
    texts: Vec<(&'static str, String)>,
}

fn left(data: &[u8], options: &[&str], how: &[&str]) -> Left {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.merit"), POLICY).unwrap();
    fs::write(folder.path().join("d.csv"), data).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_merit"));
    program.current_dir(folder.path()).args(["eval", "p.merit", "d.csv", "--lang", "en"]).args(options).args(how);
    let run = program.output().unwrap();
    let read = |name| untimed(&fs::read_to_string(folder.path().join(name)).unwrap_or_default());
    let mut texts: Vec<_> = ["o.csv", "r.csv", "receipt.json"].map(|name| (name, read(name))).to_vec();
    texts.push(("standard output", untimed(&String::from_utf8(run.stdout).unwrap())));
    texts.push(("standard error", untimed(&String::from_utf8(run.stderr).unwrap())));
    Left { status: run.status.code(), texts }
}

fn untimed(text: &str) -> String {
    let timed = |line: &&str| !line.trim_start().starts_with("\"milliseconds\"") && !line.starts_with("Time:");
    text.split('\n').filter(timed).collect::<Vec<_>>().join("\n")
}

/// The files that a run can leave.
const FILES: [&str; 6] = ["-o", "o.csv", "--rejects", "r.csv", "--receipt", "receipt.json"];

/// Holds runs by any number of threads against one in which each record is held.
fn alike(what: &str, data: &[u8], options: &[&str], threads: &[&str]) -> Left {
    let right = left(data, options, &["--reference"]);
    for threads in threads {
        let found = left(data, options, &["--threads", threads]);
        assert_eq!(found.status, right.status, "{what} {options:?}, {threads} threads: {}", found.texts[4].1);
        for ((name, one), (_, other)) in found.texts.iter().zip(&right.texts) {
            let pairs = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
            let differing: Vec<_> = pairs.take(3).collect();
            assert!(one == other, "{what} {options:?}, {threads} threads, {name}: {differing:#?}");
        }
    }
    right
}

#[test]
fn records_that_pass_leave_what_records_leave_that_are_held() {
    let clean = sheet(|_| None);
    assert!(clean.len() > 1 << 20);
    let left = alike("clean", clean.as_bytes(), &FILES, &["1", "2", "7"]);
    assert_eq!(left.status, Some(0));
    // Each amount is rounded by itself, half up.
    assert_eq!(left.texts[0].1.lines().count(), MANY + 1);
    assert!(left.texts[4].1.contains("36000 read, 36000 evaluated"), "{}", left.texts[4].1);
    let mut sum = 0_i64;
    for at in 0..MANY as i64 {
        let (sales, rate) = (at * 5_000 + at % 100, if at % 3 == 0 { 15 } else { 10 });
        sum += (sales * rate + 500) / 1_000;
    }
    let spelt = format!("{}.{:02} CNY in all", sum / 100, sum % 100);
    assert!(left.texts[4].1.contains(&spelt), "{spelt} in {}", left.texts[4].1);
}

/// What stands in many cells is spelt once: texts with commas and quotes, what a spreadsheet would run, truth values.
#[test]
fn what_is_spelt_once_is_written_as_what_is_spelt_each_time() {
    let odd = |at: usize| {
        let key = match at % 7 {
            0 => format!("\"=E{at:05}, \"\"甲\"\"\""),
            1 => format!("'=E{at:05}"),
            _ => return None,
        };
        Some(format!("{key},2026-{:02},高级,{},{at}.5\n", at % 12 + 1, at % 31))
    };
    for columns in ["all", "高额,等级,工号"] {
        let left = alike("quotes", sheet(odd).as_bytes(), &["-o", "o.csv", "--columns", columns], &["1", "2"]);
        assert_eq!(left.texts[0].1.matches("\"'=E").count(), MANY.div_ceil(7), "{columns}");
        assert_eq!(left.texts[0].1.lines().count(), MANY + 1);
    }
}

#[test]
fn rows_that_need_thought_pass_too() {
    let odd = |at: usize| match at {
        7 => Some("E000000,2026-08,初级,x,1\n".to_owned()),
        2_500 => Some("\"E000208\",2026-05,\"高级\",4,\"125,000.00\"\n".to_owned()),
        2_501 => Some("\n".to_owned() + &row(at)),
        9_000..9_004 => Some(format!("E{:06},2026-01,特级,{},5000000\n", 90_000 + at, at)),
        20_000 => Some("合计,,,,\n".to_owned()),
        30_000 => Some("工号,月份,级别,差评,销售额\n".to_owned()),
        35_999 => Some("E002999,2026-12,初级,11".to_owned()),
        _ => None,
    };
    for (options, status) in
        [(&FILES[..], 3), (&["--summary-only"], 3), (&[], 3), (&["--strict"], 1), (&["--strict", "-o", "o.csv"], 1)]
    {
        let left = alike("odd", sheet(odd).as_bytes(), options, &["1", "2"]);
        assert_eq!(left.status, Some(status), "{options:?}");
        assert_eq!(
            left.texts[0].1.is_empty() && left.texts[3].1.is_empty(),
            options.contains(&"--strict"),
            "{options:?}"
        );
    }
}

#[test]
fn what_the_end_of_a_file_tells_of_its_beginning_is_told() {
    let last = |row: &'static str| move |at: usize| (at == MANY - 1).then(|| row.to_owned());
    let crlf = sheet(|_| None).replace('\n', "\r\n");
    let mark = "\u{feff}".to_owned() + &sheet(|_| None);
    let (gbk, _, _) = encoding_rs::GBK.encode(&crlf);
    let cases: [(&str, Vec<u8>, i32); 8] = [
        ("the key of the first", sheet(last("E000000,2026-01,初级,1,1.00\n")).into(), 3),
        (
            "a decimal comma",
            sheet(|at| match at {
                5 => Some("E000000,2026-06,初级,1,\"12,345\"\n".to_owned()),
                35_999 => Some("E002999,2026-12,初级,1,\"0,5\"\n".to_owned()),
                _ => None,
            })
            .into(),
            3,
        ),
        ("a quote that nothing closes", sheet(last("\"E9,2026-01,初级,1,1\n")).into(), 1),
        ("a key of two", sheet(last("E000000/E000001,2026-12,初级,1,1\n")).into(), 0),
        ("no UTF-8", [sheet(|_| None).as_bytes(), b"E9,2026-01,\xff,1,1\n"].concat(), 1),
        ("two characters at the end of a line", crlf.clone().into(), 0),
        ("a mark", mark.into(), 0),
        ("GBK", gbk.into_owned(), 0),
    ];
    for (what, data, status) in cases {
        let left = alike(what, &data, &["--summary-only"], &["2"]);
        assert_eq!(left.status, Some(status), "{what}: {}", left.texts[4].1);
    }
}
