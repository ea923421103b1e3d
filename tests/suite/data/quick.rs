//! Rows that go into columns as they are cut, against each cell read by itself: the same records, reasons, places,
//! order and remarks, whatever stands in a file.

use std::sync::Arc;

use merit::data::{Batch, Crew, InputRecord, Problem};
use merit::io::{DataSource, Read, ReadOptions, RecordFields, Work};
use merit::ir::Policy;

use super::super::contract::random::Random;
use super::policy;

/// Fields of every kind, some of which may be missing or have a default.
const POLICY: &str = "record {
    工号 : text, key
    月份 : month, period
    姓名 : text from \"名字\"
    店铺 : text
    级别 : 初级 | 高级
    试用 : bool
    回复率 : percent(%) in [0%, 100%], decimals 2
    占比 : percent(fraction) in [0%, 100%], optional
    时长 : duration(h) in [0h, 500h], decimals 1
    差评 : count in [0, 1000], default 0
    评分 : number in [0, 5], decimals 3
    档 : number in [0, 100], decimals 2
    销售额 : money in [-100元, 200万元]
    备注 : text
    退货率 : percent in [0%, 100%], optional from \"退货率(%)\"
}
metric 数 : number = 评分 + 差评
metric 家 : number = if 店铺 = \"甲\" then 1 else 0
";

const TITLES: [&str; 15] = [
    "工号",
    "月份",
    "名字",
    "店铺",
    "级别",
    "试用",
    "回复率",
    "占比",
    "时长",
    "差评",
    "评分",
    "档",
    "销售额",
    "备注",
    "退货率(%)",
];

/// Cells as most files have them.
const PLAIN: [&[&str]; 15] = [
    &["A01", "A02", "A03", "B-17", "E0000123", "张三", "李四"],
    &["2024-01", "2024-02", "2024-03", "2024-12"],
    &["张三", "李小四", "Wang Fang", "王芳"],
    &["甲", "乙", "S001"],
    &["初级", "高级"],
    &["yes", "no", "true", "0", "是"],
    &["99.51", "100", "0", "7.5", "88.00"],
    &["0.5", "", "1", "0.0625"],
    &["1.5", "0", "499.9", "12"],
    &["0", "3", "1000", "12", ""],
    &["4.5", "3.125", "0.001", "5", "1.234"],
    &["0.25", "100", "7.75", "12.5"],
    &["1234.50", "0", "2000000", "-12.3", "80"],
    &["好", "不错", "", "x1"],
    &["5", "12.5", "0", "", "8%", "3.5%", "1", "0.5"],
];

/// Cells that need thought, in any column.
const ODD: [&str; 45] = [
    "两\n行",
    " A01",
    "A01 ",
    "合计",
    "A01 Sum",
    "小计",
    "备注：见上",
    "#1",
    "-",
    "—",
    "N/A",
    "无",
    "null",
    "1001.0",
    "1.23E+11",
    "1,234",
    "1,234.50",
    "0,985",
    "1.000",
    "12.345",
    "99.5%",
    "５０",
    "12元",
    "¥5",
    "1.5万",
    "-0",
    "+5",
    "00012",
    ".5",
    "5.",
    "--5",
    "1.2.3",
    "1e5",
    "2024/3/1",
    "2024年3月",
    "'=1+1",
    "=\"00123\"",
    "`007",
    "\u{7}",
    "初級",
    "９９.５",
    "3 ",
    " 3",
    "1001",
    "200000000",
];

/// A sheet that looks random: how many of its cells and of its rows are odd, in a hundred, hangs on the seed.
fn sheet(seed: u64, most: usize) -> (String, String) {
    let mut random = Random::new(seed);
    let (cells, rows) = (*random.pick(&[0, 1, 5]), *random.pick(&[0, 3, 10]));
    let separator = *random.pick(&[",", "\t", ";"]);
    let end = *random.pick(&["\n", "\r\n"]);
    let quoted = *random.pick(&[0, 0, 30]);
    let mut order: Vec<usize> = (0..TITLES.len()).collect();
    if random.chance(50) {
        random.shuffle(&mut order);
    }
    // What may be missing may have no column.
    let left_out = *random.pick(&[usize::MAX, 7, 9]);
    order.retain(|at| *at != left_out);
    let header = order.iter().map(|at| TITLES[*at]).collect::<Vec<_>>().join(separator);
    let mut text = format!("{header}{end}");
    for _ in 0..random.below(most) + 2 {
        if random.chance(rows) {
            let odd = [
                "",
                "",
                &header,
                "合计",
                "制表：张三",
                "A09",
                ",,,",
                "\"",
                "a,b,c",
                "\"x\"\"y\",2",
                " ",
                "注：不含退货\t\t",
                "姓名;销售",
            ];
            let stray = *random.pick(&odd);
            text.push_str(stray);
            text.push_str(end);
            continue;
        }
        let mut row = vec![];
        for at in &order {
            let cell = if random.chance(cells) { *random.pick(&ODD) } else { *random.pick(PLAIN[*at]) };
            let cell = if random.chance(cells / 3) { format!("{cell}{separator}") } else { cell.to_owned() };
            let needs = cell.contains(separator) || cell.contains('\n') || random.chance(quoted);
            row.push(if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell });
        }
        text.push_str(&row.join(separator));
        text.push_str(if random.chance(rows / 3) { "\n" } else { end });
    }
    let name = if separator == "\t" { "data.tsv" } else { "data.csv" };
    (name.to_owned(), text)
}

/// Everything that was read.
type All = Result<(Vec<InputRecord>, Vec<Problem>, Vec<String>, Vec<bool>), Vec<Problem>>;

fn read(policy: &Policy, (name, text): &(String, String), by_cells: bool) -> All {
    let sources = [DataSource::new(name, text.as_bytes())];
    let options = ReadOptions { by_cells, ..ReadOptions::default() };
    let batch: Batch = merit::io::read(&[policy], &sources, &options)?.remove(0);
    let defaulted = (0..batch.len()).flat_map(|at| (0..TITLES.len()).map(move |field| (at, field)));
    let defaulted = defaulted.map(|(at, field)| batch.is_defaulted(at, field)).collect();
    let records = batch.records().map(std::borrow::Cow::into_owned).collect();
    Ok((records, batch.notices.clone(), batch.untaken.clone(), defaulted))
}

#[test]
fn rows_as_they_are_cut_are_rows_cell_by_cell() {
    let policy = policy(POLICY);
    let (mut cells, mut refused) = (0, 0);
    for seed in 0..160 {
        let sheet = sheet(seed, 60);
        let (quick, slow) = (read(&policy, &sheet, false), read(&policy, &sheet, true));
        match (&quick, &slow) {
            (Ok(quick), Ok(slow)) => {
                for (one, other) in quick.0.iter().zip(&slow.0) {
                    assert_eq!(one, other, "seed {seed}\n{}", sheet.1);
                }
                cells += slow.0.len() * TITLES.len();
            }
            _ => refused += 1,
        }
        assert_eq!(quick, slow, "seed {seed}\n{}", sheet.1);
    }
    eprintln!("{cells} cells alike, {refused} files refused alike");
    assert!(cells > 40_000 && refused < 80, "too few to say anything: {cells}, {refused} refused");
}

/// Rows are cut in blocks; that one goes over the end of a block, in a cell or between two, is nobody's concern.
#[test]
fn rows_of_many_blocks_are_rows_cell_by_cell() {
    let policy = policy(POLICY);
    let (mut bytes, mut alike) = (0, 0);
    for seed in 1_000..1_012 {
        let sheet = sheet(seed, 4_000);
        let (quick, slow) = (read(&policy, &sheet, false), read(&policy, &sheet, true));
        if let (Ok(quick), Ok(slow)) = (&quick, &slow) {
            let differs = quick.0.iter().zip(&slow.0).find(|(one, other)| one != other);
            assert!(differs.is_none(), "seed {seed}: {differs:#?}");
            (bytes, alike) = (bytes + sheet.1.len(), alike + 1);
        }
        assert!(quick == slow, "seed {seed}: what is told of the file, or how many records it has");
    }
    assert!(bytes > 500_000 && alike > 3, "too few to say anything: {bytes} bytes in {alike} files");
}

/// A file with line ends of two characters has no blank rows between its records.
#[test]
fn a_carriage_return_leaves_no_blank_row() {
    let policy = policy("record {\n    name : text, key\n    late : count in [0, 9]\n    grade : A | B\n}\n");
    let rows = ["name,late,grade", "Ann,1,A", "Bo,2,B", "Cid,x,C", "Dan,3,A", ""];
    let read = |end: &str| super::outcomes(&policy, &super::read(&policy, "data.csv", rows.join(end)).unwrap());
    assert_eq!(read("\r\n"), read("\n"));
    assert_eq!(read("\r\n")[3], "Dan|3|A");
}

/// What is read of a file whose records are let go.
struct Passed {
    records: Vec<InputRecord>,
    notices: Vec<Problem>,
    untaken: Vec<String>,
    /// How many records were given away where they were read.
    worked: usize,
}

/// The records that a batch holds.
fn held(batch: &Batch) -> Vec<InputRecord> {
    (batch.gone()..batch.len()).map(|at| batch.record(at).unwrap().into_owned()).collect()
}

/// The same of a file whose records are let go as they are read, so many at a time; nothing, where it must be read as a
/// whole.
fn passed(policy: &Policy, name: &str, threads: usize, most: usize) -> Option<Passed> {
    let (fields, options) = (RecordFields::of(policy), ReadOptions::default());
    let (mut records, mut worked) = (vec![], 0);
    let mut take = |read: Read<Vec<InputRecord>>| {
        match read {
            Read::Held(batch) if batch.len() - batch.gone() < most => {}
            Read::Held(batch) => records.extend(held(&batch.part())),
            Read::Worked(own) => {
                worked += own.len();
                records.extend(own);
            }
        }
        Ok::<(), ()>(())
    };
    let batch = Crew::with(threads, |crew| {
        let work: Arc<Work<Vec<InputRecord>>> = Arc::new(|batch, _| held(&batch));
        merit::io::read_passing(&fields, &[name], (&options, crew, Some(work)), &mut take).ok()
    })?;
    assert_eq!(records.len(), batch.gone());
    records.extend(held(&batch));
    // What stands apart is kept.
    for (at, record) in batch.all_apart() {
        records[at] = record.clone();
    }
    Some(Passed { records, notices: batch.notices.clone(), untaken: batch.untaken.clone(), worked })
}

/// What a large sheet has, which needs little thought.
const FEW: &str = "record {
    工号 : text, key
    月份 : month, period
    级别 : 初级 | 高级
    差评 : count in [0, 1000]
    时长 : duration(h) in [0h, 500h], decimals 1
    销售额 : money in [-100元, 200万元]
    备注 : text
}
metric 数 : number = 差评
";

/// A large sheet in which few rows need thought, and some go over several lines.
fn large(seed: u64) -> (String, String) {
    let mut random = Random::new(seed);
    let mut text = "工号,月份,级别,差评,时长,销售额,备注\n".to_owned();
    for at in 0..20_000_usize {
        let (note, level) = match random.below(2_000) {
            0 => ("\"两行：\n\"\"好\"\"\"", "高级"),
            1 => ("好", "特级"),
            2 => ("好\n", "初级"),
            _ => ("不错", "初级"),
        };
        let (key, month, late, pay) = (at / 12, at % 12 + 1, random.below(9), random.below(90_000));
        text += &format!("E{key:05},2026-{month:02},{level},{late},{late}.5,{pay}.{late},{note}\n");
    }
    ("large.csv".into(), text)
}

#[test]
fn records_that_pass_are_the_records_of_the_whole_file() {
    let (many, few) = (policy(POLICY), policy(FEW));
    let folder = tempfile::tempdir().unwrap();
    let (mut alike, mut unfit, mut records, mut worked) = (0, 0, 0, 0);
    for seed in (0..120).chain(1_000..1_012).chain(2_000..2_005) {
        let ((name, text), policy, most) = match seed {
            0..1_000 => (sheet(seed, 60), &many, 2_048),
            1_000..2_000 => (sheet(seed, 4_000), &many, 2_048),
            _ => (large(seed), &few, 1),
        };
        let path = folder.path().join(&name);
        std::fs::write(&path, &text).unwrap();
        let name = path.to_string_lossy().into_owned();
        let whole = read(policy, &(name.clone(), text), false);
        for threads in [1, 2, 7] {
            match (passed(policy, &name, threads, most), &whole) {
                (Some(own), Ok(whole)) => {
                    let differs = own.records.iter().zip(&whole.0).find(|(one, other)| one != other);
                    assert!(differs.is_none(), "seed {seed}: {differs:#?}");
                    let told = (own.records.len(), &own.notices, &own.untaken);
                    assert!(told == (whole.0.len(), &whole.1, &whole.2), "seed {seed}");
                    (alike, records, worked) = (alike + 1, records + own.records.len(), worked + own.worked);
                }
                (Some(_), Err(why)) => panic!("seed {seed}: {why:?}"),
                (None, _) => unfit += 1,
            }
        }
    }
    eprintln!("{records} records of {alike} files alike, {worked} worked where they were read; {unfit} files unfit");
    assert!(alike > 150 && records > 100_000 && worked > 30_000, "too few to say anything");
}
