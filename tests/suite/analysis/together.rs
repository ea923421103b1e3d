//! Tables of touching, gapped and overlapping rows: all edits that a check proposes go together, and the table that
//! they make is accepted at once.

use std::fmt::Write;

use merit::compile::{InMemory, compile_with};
use merit::diagnostic::Edit;
use merit::source::SourceFile;

/// How two neighbouring rows meet at a bound: the end of the lower one, the beginning of the upper one.
const MEETINGS: [((i32, bool), (i32, bool)); 6] = [
    ((0, false), (0, true)),
    ((0, true), (0, false)),
    ((0, true), (0, true)),
    ((0, false), (0, false)),
    ((-1, true), (0, true)),
    ((2, true), (0, true)),
];

/// The patterns of rows from the lowest, with the outer ones open, in signs or in words.
fn rows(meetings: &[usize], words: bool) -> Vec<String> {
    let count = meetings.len() + 1;
    let at = |row: usize| 10 + 14 * i32::try_from(row).unwrap();
    (0..count)
        .map(|row| {
            let low = row.checked_sub(1).map(|below| (at(below), MEETINGS[meetings[below]].1));
            let high = meetings.get(row).map(|above| (at(row), MEETINGS[*above].0));
            let low = low.map(|(at, (by, closed))| (at + by, closed));
            let high = high.map(|(at, (by, closed))| (at + by, closed));
            match (low, high) {
                (Some((low, closed)), Some((high, ends))) => {
                    let (open, close) = (if closed { '[' } else { '(' }, if ends { ']' } else { ')' });
                    format!("{open}{low}, {high}{close}")
                }
                (Some((low, closed)), None) => match (words, closed) {
                    (true, true) => format!("{low}以上"),
                    (true, false) => format!("超过{low}"),
                    (false, true) => format!(">= {low}"),
                    (false, false) => format!("> {low}"),
                },
                (None, Some((high, closed))) => match (words, closed) {
                    (true, true) => format!("{high}以下"),
                    (true, false) => format!("不满{high}"),
                    (false, true) => format!("<= {high}"),
                    (false, false) => format!("< {high}"),
                },
                (None, None) => unreachable!(),
            }
        })
        .collect()
}

/// A policy with many tables, since each compilation has a price of its own.
fn policy(tables: &[Vec<String>]) -> String {
    let mut text = "policy \"p\" { currency CNY }\nrecord { 总分 : points in [0, 100], decimals 1 }\n".to_owned();
    for (table, patterns) in tables.iter().enumerate() {
        writeln!(text, "table t{table} by 总分 -> points {{").unwrap();
        for (row, pattern) in patterns.iter().enumerate() {
            writeln!(text, "    {pattern} => {}", row * 10 + 50).unwrap();
        }
        text += "}\n";
    }
    text
}

/// The text after the first edit of everything that is told; `None` where two edits are in each other's way.
fn mended(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    let mut out = text.to_owned();
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    for edit in edits.iter().rev() {
        out.replace_range(edit.span.range(), &edit.text);
    }
    apart.then_some(out)
}

/// What is wrong after all edits, if anything.
fn fault(text: &str) -> Option<String> {
    let told = |text: &str| compile_with(SourceFile::new("p", text), &InMemory::default(), &[]).diagnostics;
    let errors: Vec<_> = told(text).into_iter().filter(|it| it.code.as_str().starts_with('E')).collect();
    let edits: Vec<Edit> = errors.iter().filter_map(|it| it.edits.first().cloned()).collect();
    let Some(after) = mended(text, &edits) else { return Some(format!("{text}edits collide: {edits:?}")) };
    let left: Vec<&str> = told(&after).iter().map(|it| it.code.as_str()).filter(|code| code.starts_with('E')).collect();
    (!left.is_empty()).then(|| format!("{text}then {after}{left:?}"))
}

#[test]
fn all_edits_of_a_table_go_together() {
    let mut tables = vec![];
    for pairs in 2..=5_u32 {
        let all = MEETINGS.len().pow(pairs);
        // Of the long tables every so manyth, in all of their places.
        let stride = [1, 1, 17, 131][pairs as usize - 2];
        for number in (0..all).step_by(stride) {
            let meetings: Vec<usize> = (0..pairs).map(|at| number / MEETINGS.len().pow(at) % MEETINGS.len()).collect();
            for (words, upward) in [(false, false), (true, true), (true, false), (false, true)] {
                let mut patterns = rows(&meetings, words);
                if !upward {
                    patterns.reverse();
                }
                tables.push(patterns);
            }
        }
    }
    assert!(tables.len() > 1_400, "{}", tables.len());
    let faults: Vec<String> = tables.chunks(40).filter_map(|some| fault(&policy(some))).collect();
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.first().map_or("", |first| first));
}
