//! The least that the work costs: one policy, one layout of file and nothing else, in columns of whole numbers. What it
//! does not know it does not read; it looks for no key that stands twice, and hashes nothing.

use std::error::Error;
use std::fs::File;
use std::io::Read;

use crate::Totals;
use crate::policy::{COMMISSION, DECIMALS, EXTRA, GRADES, LEVELS, SALES, SCORES, fixed};

/// So many bytes are read at once, and so many records evaluated.
const BYTES: usize = 1 << 18;
const RECORDS: usize = 2_048;
/// So many cells has a row.
const CELLS: usize = 14;

/// Figures of some records by column, with level and probation in one number.
struct Columns {
    figures: [Vec<i32>; DECIMALS.len()],
    kinds: Vec<usize>,
}

/// What the records of a file come to.
pub fn evaluate(file: &str) -> Result<Totals, Box<dyn Error>> {
    let (mut file, mut bytes, mut held) = (File::open(file)?, vec![0; BYTES], 0);
    let mut work = Work::new();
    let mut first = true;
    loop {
        let read = file.read(&mut bytes[held..])?;
        held += read;
        let end = memchr::memrchr(b'\n', &bytes[..held]).map_or(0, |end| end + 1);
        let start = if first { memchr::memchr(b'\n', &bytes[..held]).ok_or("no header")? + 1 } else { 0 };
        first = false;
        work.take(&bytes[start.min(end)..end])?;
        bytes.copy_within(end..held, 0);
        held -= end;
        if read == 0 {
            return if held == 0 { Ok(work.end()) } else { Err("the last line has no end".into()) };
        }
    }
}

struct Work {
    ends: Vec<usize>,
    columns: Columns,
    sums: Vec<i32>,
    pays: Vec<i64>,
    totals: Totals,
}

impl Work {
    fn new() -> Self {
        let columns = Columns { figures: std::array::from_fn(|_| vec![]), kinds: vec![] };
        Work { ends: vec![], columns, sums: vec![], pays: vec![], totals: Totals::default() }
    }

    fn take(&mut self, text: &[u8]) -> Result<(), Box<dyn Error>> {
        if memchr::memchr2(b'"', b'\r', text).is_some() {
            return Err("a quote or a carriage return".into());
        }
        let mut ends = std::mem::take(&mut self.ends);
        ends.clear();
        ends.extend(memchr::memchr2_iter(b',', b'\n', text));
        let mut start = 0;
        for row in ends.chunks_exact(CELLS) {
            let cell = |at: usize| &text[if at == 0 { start } else { row[at - 1] + 1 }..row[at]];
            let level = LEVELS.iter().position(|(name, ..)| name.as_bytes() == cell(3)).ok_or("no such level")?;
            self.columns.kinds.push(2 * level + usize::from(cell(4) == b"true"));
            for (at, column) in self.columns.figures.iter_mut().enumerate() {
                column.push(figure(cell(5 + at), DECIMALS[at]).ok_or("no such figure")?);
            }
            start = row[CELLS - 1] + 1;
            if self.columns.kinds.len() == RECORDS {
                self.evaluate();
            }
        }
        self.ends = ends;
        if start == text.len() { Ok(()) } else { Err("a row is ragged".into()) }
    }

    fn evaluate(&mut self) {
        let Columns { figures, kinds } = &mut self.columns;
        let count = kinds.len();
        let base: i32 = SCORES.iter().map(|score| score.below * score.weight).sum();
        self.sums.clear();
        self.sums.extend(figures[EXTRA].iter().map(|extra| base + 100 * extra));
        for score in &SCORES {
            let mut before = score.below;
            for (bound, points) in score.bounds {
                let more = (points - before) * score.weight;
                before = *points;
                for (sum, figure) in self.sums.iter_mut().zip(&figures[score.column]) {
                    *sum += if figure >= bound { more } else { 0 };
                }
            }
        }
        self.pays.clear();
        self.pays.resize(count, 0);
        let mut before = 0;
        for (from, rate) in COMMISSION {
            for (pay, sales) in self.pays.iter_mut().zip(&figures[SALES]) {
                *pay += (i64::from(*sales) - from).max(0) * (rate - before);
            }
            before = rate;
        }
        for ((sum, pay), kind) in self.sums.iter().zip(&self.pays).zip(kinds.iter()) {
            let total = (*sum).clamp(0, 110_000);
            let grade = GRADES.iter().filter(|least| total < **least).count();
            self.totals.people[grade] += 1;
            self.totals.cents += (pay + fixed(kind / 2, grade, kind % 2 == 1) + 5_000) / 10_000;
        }
        figures.iter_mut().for_each(Vec::clear);
        kinds.clear();
    }

    fn end(mut self) -> Totals {
        self.evaluate();
        self.totals
    }
}

/// A figure with so many decimals at most, as a whole number.
fn figure(cell: &[u8], decimals: u32) -> Option<i32> {
    let (mut number, mut behind) = (0_i32, None);
    for byte in cell {
        match byte {
            b'0'..=b'9' => number = number.checked_mul(10)?.checked_add(i32::from(byte - b'0'))?,
            b'.' if behind.is_none() => {
                behind = Some(0);
                continue;
            }
            _ => return None,
        }
        behind = behind.map(|behind| behind + 1);
    }
    number.checked_mul(10_i32.checked_pow(decimals.checked_sub(behind.unwrap_or(0))?)?)
}
