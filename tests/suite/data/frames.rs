//! Tables in memory: whatever layout a column has, its cells are those that a file has which spells them.

use std::borrow::Cow;

use merit::batch::{Appraisal, Inputs};
use merit::data::{Batch, Came, Layout};
use merit::io::{
    Headers, HeldBlock, HeldColumn, HeldTable, HeldTexts, HeldValues, HeldWriter, Kind, Presence, ResultValues, Table,
};
use merit::ir::Policy;
use merit::quantity::Tongue;

use super::super::contract::random::Random;
use super::{outcomes, policy, read};

const POLICY: &str = "record {
    工号 : text, key
    月份 : month, period
    姓名 : text
    级别 : 初级 | 高级
    在岗 : bool
    入职 : date in [2020-01-01, 2030-12-31], optional
    回复率 : percent(%) in [0%, 100%], decimals 2
    时长 : duration(h) in [0h, 500h], decimals 1
    差评 : count in [0, 1000], default 0
    销售额 : money in [-100元, 200万元]
}
pay 工资 { 提成 = 销售额 * 1% when 在岗 }
";

const TITLES: [&str; 10] = ["工号", "月份", "姓名", "级别", "在岗", "入职", "回复率", "时长", "差评", "销售额"];

/// A column as somebody holds it.
enum Own {
    Narrow(Vec<i32>, Kind),
    Wide(Vec<i64>, Kind),
    Widest(Vec<i128>, Kind),
    Bits(Vec<u8>),
    Texts(Vec<u8>, Vec<i32>),
    Large(Vec<u8>, Vec<i64>),
    Views(Vec<u8>, Vec<u8>),
    Coded(Vec<u32>, Vec<String>),
}

/// The values of a column, which of them are there, and how a file spells each.
struct Column {
    own: Own,
    present: Option<Vec<u8>>,
    spelt: Vec<String>,
}

/// Bits begin somewhere within a byte.
const FIRST: usize = 3;

fn bits(truths: &[bool]) -> Vec<u8> {
    let mut bits = vec![0; (truths.len() + FIRST).div_ceil(8)];
    for (at, _) in truths.iter().enumerate().filter(|(_, truth)| **truth) {
        bits[(at + FIRST) / 8] |= 1 << ((at + FIRST) % 8);
    }
    bits
}

/// Digits with a point before the last `places` of them.
fn pointed(digits: i128, places: usize) -> String {
    let sign = if digits < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", digits.unsigned_abs(), width = places + 1);
    let (whole, behind) = digits.split_at(digits.len() - places);
    let behind = behind.trim_end_matches('0');
    if behind.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{behind}") }
}

fn numbers(random: &mut Random, (lo, hi): (i64, i64), places: usize, rows: usize) -> (Own, Vec<String>) {
    let more = random.below(3);
    let unit = 10_i128.pow(u32::try_from(more).unwrap());
    let all: Vec<i128> = (0..rows).map(|_| i128::from(random.between(lo, hi)) * unit).collect();
    let kind = Kind::Decimal(places + more);
    let spelt = all.iter().map(|digits| pointed(*digits, places + more)).collect();
    let own = match random.below(3) {
        0 if all.iter().all(|one| i32::try_from(*one).is_ok()) => {
            Own::Narrow(all.iter().map(|one| i32::try_from(*one).unwrap()).collect(), kind)
        }
        1 => Own::Wide(all.iter().map(|one| i64::try_from(*one).unwrap()).collect(), kind),
        _ => Own::Widest(all, kind),
    };
    (own, spelt)
}

fn texts(random: &mut Random, all: Vec<String>) -> (Own, Vec<String>) {
    let together: Vec<u8> = all.iter().flat_map(|text| text.bytes()).collect();
    let ends = all.iter().scan(0, |end, text| {
        *end += text.len();
        Some(*end)
    });
    let ends: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let own = match random.below(4) {
        0 => Own::Texts(together, ends.iter().map(|end| i32::try_from(*end).unwrap()).collect()),
        1 => Own::Large(together, ends.iter().map(|end| i64::try_from(*end).unwrap()).collect()),
        2 => {
            let view = |(text, start): (&String, &usize)| {
                let mut view = u32::try_from(text.len()).unwrap().to_le_bytes().to_vec();
                match text.len() {
                    0..=12 => view.extend(text.bytes()),
                    _ => {
                        view.extend(&text.as_bytes()[..4]);
                        view.extend(0_u32.to_le_bytes());
                        view.extend(u32::try_from(*start).unwrap().to_le_bytes());
                    }
                }
                view.resize(16, 0);
                view
            };
            Own::Views(all.iter().zip(&ends).flat_map(view).collect(), together)
        }
        _ => {
            let mut words: Vec<String> = all.clone();
            words.sort();
            words.dedup();
            let place = |text: &String| u32::try_from(words.iter().position(|word| word == text).unwrap()).unwrap();
            Own::Coded(all.iter().map(place).collect(), words)
        }
    };
    (own, all)
}

fn column(random: &mut Random, at: usize, rows: usize) -> Column {
    let odd = *random.pick(&[0, 0, 2]);
    let words = |random: &mut Random, plain: &[&str], strange: &[&str]| {
        let word = |_| if random.chance(odd) { *random.pick(strange) } else { *random.pick(plain) };
        let all = (0..rows).map(word).map(str::to_owned).collect();
        texts(random, all)
    };
    let (own, spelt) = match at {
        0 => {
            let block = random.below(100_000);
            let key = |row: usize| match row % 97 {
                96 if odd > 0 => "小计".to_owned(),
                _ => format!("E{block}-{row}{}", if row.is_multiple_of(5) { "-of-a-longer-kind" } else { "" }),
            };
            texts(random, (0..rows).map(key).collect())
        }
        1 => words(random, &["2026-01", "2026-02", "2026-12"], &["2026-13", "", "一月"]),
        2 => words(random, &["张三", "李小四", "Wang Fang", "一个名字很长的人", "x1"], &["", " 张三", "=1+1", "a\tb"]),
        3 => words(random, &["初级", "高级"], &["中级", "初级 ", ""]),
        4 => {
            let truths: Vec<bool> = (0..rows).map(|_| random.chance(80)).collect();
            (Own::Bits(bits(&truths)), truths.iter().map(|truth| truth.to_string()).collect())
        }
        5 => {
            // 2020-01-01 is 18,262 days after 1970 began; the first day of some months after it, by hand.
            let days: [(i32, &str); 4] =
                [(18_262, "2020-01-01"), (18_293, "2020-02-01"), (18_322, "2020-03-01"), (18_261, "2019-12-31")];
            let all: Vec<(i32, &str)> = (0..rows).map(|_| days[random.below(if odd > 0 { 4 } else { 3 })]).collect();
            let own = Own::Narrow(all.iter().map(|(day, _)| *day).collect(), Kind::Date);
            (own, all.iter().map(|(_, day)| (*day).to_owned()).collect())
        }
        6 => numbers(random, (0, if odd > 0 { 10_050 } else { 10_000 }), 2, rows),
        7 => numbers(random, (if odd > 0 { -3 } else { 0 }, 5_000), 1, rows),
        8 => numbers(random, (0, if odd > 0 { 1_003 } else { 1_000 }), 0, rows),
        _ => numbers(random, (-10_000, 200_000_000), 2, rows),
    };
    let gone = *random.pick(&[0, 0, 10]);
    let there: Vec<bool> = (0..rows).map(|_| !random.chance(gone)).collect();
    let spelt = spelt.into_iter().zip(&there).map(|(text, there)| if *there { text } else { String::new() });
    Column { own, spelt: spelt.collect(), present: (gone > 0).then(|| bits(&there)) }
}

impl Column {
    fn held(&self) -> HeldColumn<'_> {
        let values = match &self.own {
            Own::Narrow(all, kind) => HeldValues::Narrow(Cow::Borrowed(all), *kind),
            Own::Wide(all, kind) => HeldValues::Wide(Cow::Borrowed(all), *kind),
            Own::Widest(all, kind) => HeldValues::Widest(Cow::Borrowed(all), *kind),
            Own::Bits(all) => HeldValues::Bits(all, FIRST),
            Own::Texts(bytes, ends) => HeldValues::Texts(HeldTexts::Narrow(ends, bytes)),
            Own::Large(bytes, ends) => HeldValues::Texts(HeldTexts::Wide(ends, bytes)),
            Own::Views(views, bytes) => HeldValues::Texts(HeldTexts::Views(views, vec![bytes])),
            Own::Coded(places, words) => {
                HeldValues::Coded(Cow::Borrowed(places), words.iter().map(String::as_str).collect())
            }
        };
        let present = self.present.as_ref().map_or(Presence::All, |bits| Presence::Bits(bits, FIRST));
        HeldColumn { values, present }
    }
}

/// Reads a table, whose rows come in one block after the other.
fn taken(policy: &Policy, blocks: &[Vec<Column>]) -> Batch {
    let titles: Vec<String> = TITLES.iter().map(|title| (*title).to_owned()).collect();
    let table = HeldTable::new(&Layout::records(policy), "table", &titles).unwrap();
    let read = table.read(Batch::default(), |take| {
        for block in blocks {
            let rows = block.first().map_or(0, |column| column.spelt.len());
            take(&HeldBlock { rows, columns: block.iter().map(Column::held).collect() })?;
        }
        Ok::<(), ()>(())
    });
    merit::batch::share(&[policy], vec![read.unwrap()]).into_first()
}

fn blocks(seed: u64) -> Vec<Vec<Column>> {
    let mut random = Random::new(seed);
    let block = |random: &mut Random| {
        let rows = 1 + random.below(300);
        (0..TITLES.len()).map(|at| column(random, at, rows)).collect()
    };
    (0..1 + random.below(4)).map(|_| block(&mut random)).collect()
}

#[test]
fn a_table_in_memory_reads_as_the_file_that_spells_it() {
    let policy = policy(POLICY);
    let (mut used, mut others) = (0, 0);
    for seed in 0..120 {
        let blocks = blocks(seed);
        let rows = blocks.iter().flat_map(|block| {
            (0..block[0].spelt.len()).map(|row| {
                let cells = block.iter().zip(TITLES).map(|(column, title)| (title, column.spelt[row].as_str()));
                // A cell in which nothing stands is none.
                let cells: serde_json::Map<String, serde_json::Value> = cells
                    .filter(|(_, text)| !text.is_empty())
                    .map(|(title, text)| (title.to_owned(), text.into()))
                    .collect();
                serde_json::Value::Object(cells).to_string()
            })
        });
        let lines: Vec<String> = rows.collect();
        let expected = outcomes(&policy, &read(&policy, "table.jsonl", lines.join("\n")).unwrap());
        let found = outcomes(&policy, &taken(&policy, &blocks));
        for (row, (found, expected)) in found.iter().zip(&expected).enumerate() {
            assert_eq!(found, expected, "seed {seed}, row {row}: {}", lines[row]);
        }
        assert_eq!(found.len(), expected.len());
        let well = found.iter().filter(|row| row.contains('|')).count();
        (used, others) = (used + well, others + found.len() - well);
    }
    eprintln!("{used} records and {others} others alike");
    assert!(used > 8_000 && others > 2_000, "too few to say anything: {used} and {others}");
}

#[test]
fn results_come_out_as_decimals_with_a_word_for_each_record() {
    let policy = policy(POLICY);
    let compiled = merit::compile::compile(merit::source::SourceFile::new("policy.merit", POLICY), &[]);
    let blocks: Vec<Vec<Column>> = (0..12).flat_map(blocks).collect();
    let batch = taken(&policy, &blocks);
    let policies = [&policy];
    let expected: Vec<String> = outcomes(&policy, &batch);
    let appraisal = Appraisal::new(&policies, Inputs::new(&policies, vec![batch]), false);
    let started = appraisal.start(vec![compiled.watch()]);
    let table = Table::new(policies.to_vec(), &["工号", "月份", "级别", "工资"], Headers::Names, Tongue::En);
    let engine = started.engine(&table.slots(0)).unwrap();
    let mut writer = HeldWriter::new(&table, &engine.slots());
    let counted = started.told(&engine, &mut |came: Came| writer.take(came), &mut || Ok::<(), ()>(()));
    let read = counted.unwrap().counts();
    let results = writer.end();
    let rows: usize = results.parts.iter().map(|part| part.rows).sum();
    assert_eq!((rows, results.columns.len()), (expected.len(), 6));
    let (mut at, mut paid) = (0, 0);
    for part in &results.parts {
        let [(ResultValues::Texts(keys, ends), _), _, _, (ResultValues::Decimals(wages), none), ..] = &part.columns[..]
        else {
            panic!("keys as texts, pay as decimals");
        };
        for row in 0..part.rows {
            let cells: Vec<&str> = expected[at + row].split('|').collect();
            let is_none = none.iter().any(|rows| rows.contains(&row));
            assert_eq!(is_none, cells.len() == 1, "{cells:?}");
            if !is_none {
                // A hundredth of the sales in fen, half a fen up: away from zero below it.
                let fen: i128 = fen(cells[9]);
                let wage = if cells[4] == "yes" { (fen.abs() + 50) / 100 * fen.signum() } else { 0 };
                assert_eq!(wages[row], wage, "{cells:?}");
                let key = usize::try_from(ends[row]).unwrap()..usize::try_from(ends[row + 1]).unwrap();
                assert_eq!(&keys[key], cells[0].as_bytes());
                paid += 1;
            }
        }
        at += part.rows;
    }
    assert!(paid > 500, "too few to say anything: {paid} of {rows}, {read:?}");
}

fn fen(text: &str) -> i128 {
    let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let whole: i128 = whole.trim_start_matches('-').parse().unwrap();
    sign * (whole * 100 + format!("{behind:0<2}").parse::<i128>().unwrap())
}
