//! Records that look like those of a platform's shops, the same every time.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

use crate::policy::LEVELS;

/// Numbers that look random: xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % most
    }

    /// Mostly little: the least of three.
    fn little(&mut self, most: u64) -> u64 {
        (0..3).map(|_| self.below(most)).min().unwrap_or_default()
    }
}

/// Writes so many records: twelve months of each person.
pub fn write(records: u64, file: &str) -> Result<(), Box<dyn Error>> {
    let (mut random, mut out) = (Random(0x9e37_79b9_7f4a_7c15), BufWriter::with_capacity(1 << 20, File::create(file)?));
    writeln!(out, "employee,shop,month,level,probation,reply,response,bad,dispute,refund,interventions,qa,sales,extra")?;
    for at in 0..records {
        let person = at / 12;
        let (level, probation) = (LEVELS[random.little(3) as usize].0, random.below(100) < 8);
        let two = |scaled: u64| format!("{}.{:02}", scaled / 100, scaled % 100);
        let one = |scaled: u64| format!("{}.{}", scaled / 10, scaled % 10);
        let reply = two(10_000 - random.little(1_500));
        let (response, bad, dispute) = (one(10 + random.little(1_200)), random.little(9), one(random.little(600)));
        let (refund, interventions) = (two(random.little(2_500)), random.little(6));
        let (qa, sales) = (one(1_000 - random.little(500)), two(random.little(20_000_000)));
        let extra = one(if random.below(100) < 40 { random.below(41) * 5 } else { 0 });
        writeln!(
            out,
            "E{person:07},S{:03},2026-{:02},{level},{probation},{reply},{response},{bad},{dispute},{refund},{interventions},{qa},{sales},{extra}",
            person % 200 + 1,
            at % 12 + 1,
        )?;
    }
    Ok(out.flush()?)
}
