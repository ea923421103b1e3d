//! The peers that are written in Rust: `peers generate RECORDS FILE`, `peers columns FILE`, `peers rows FILE`. The two that
//! evaluate print what the policy `bonus.merit` beside this comes to: people a grade, and the sum of pay in cents.

mod columns;
mod generate;
mod policy;
mod rows;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["generate", records, file] => generate::write(records.parse()?, file),
        ["columns", file] => columns::evaluate(file).map(print),
        ["rows", file] => rows::evaluate(file).map(print),
        _ => Err("peers generate RECORDS FILE | columns FILE | rows FILE".into()),
    }
}

/// What a policy comes to.
#[derive(Debug, Default, Clone, Copy)]
struct Totals {
    people: [u64; 5],
    cents: i64,
}

fn print(Totals { people: [s, a, b, c, d], cents }: Totals) {
    println!("S {s} A {a} B {b} C {c} D {d} pay {}.{:02}", cents / 100, cents % 100);
}
