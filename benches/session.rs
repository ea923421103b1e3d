//! How long a session takes for a keystroke and for a changed row over many records, and `fmt` for a long policy; each
//! beside what it may take.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use merit::compile::{InMemory, outline};
use merit::format::{Options, formatted};
use merit::quantity::Tongue;
use merit::render::{Look, WIDTH};
use merit::repl::{Session, Typing};
use merit::source::SourceFile;
use tempfile::TempDir;

const POLICY: &str = include_str!("../policies/sales-satisfaction-en.merit");
const DATA: &str = include_str!("../policies/sales-satisfaction-en.csv");
/// So many records are loaded.
const RECORDS: usize = 10_000;
/// So many times each is done; the shortest counts, since the machine does other things too.
const TIMES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = TempDir::new()?;
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(path("p.merit"), POLICY)?;
    fs::write(path("d.csv"), many())?;
    let mut session = Session::new(Look { tongue: Tongue::En, ascii: true, colour: true, width: WIDTH });
    session.load(&path("p.merit"));
    session.data(&path("d.csv"));

    let complete = |session: &Session, line: &str| Typing::default().complete(session, line, line.len());
    told("a completed name", Duration::from_millis(10), shortest(|| drop(black_box(complete(&session, "tot")))));
    told("a completed key", Duration::from_millis(10), shortest(|| drop(black_box(complete(&session, ":record X0")))));
    let hint = || drop(black_box(Typing::default().hint(&session, "total * 2 + 1")));
    told("a hint", Duration::from_millis(10), shortest(hint));

    let mut from = 80;
    let changed = || {
        from += 1;
        drop(black_box(session.line(&format!("excellent_from = {from}"))));
    };
    told("a changed param over all records", Duration::from_millis(300), shortest(changed));

    let long = long()?;
    let read = shortest(|| drop(black_box(outline(long.clone(), &InMemory::default(), &[]))));
    let laid_out = shortest(|| drop(black_box(formatted(&long, &Options::default()))));
    told("a policy of 5,000 lines laid out", read * 2, laid_out);
    Ok(())
}

/// The records at hand again and again, each with a key of its own.
fn many() -> String {
    let mut lines = DATA.lines();
    let head = lines.next().unwrap_or_default();
    let rows: Vec<&str> = lines.filter_map(|line| line.split_once(',')).map(|(_, rest)| rest).collect();
    let each = rows.iter().cycle().take(RECORDS).enumerate();
    each.fold(format!("{head}\n"), |mut text, (at, rest)| {
        let _ = writeln!(text, "X{at:06},{rest}");
        text
    })
}

/// A policy of some 5,000 lines.
fn long() -> Result<SourceFile, std::fmt::Error> {
    let mut text = String::from(POLICY);
    for at in 0..(5_000 - POLICY.lines().count()) / 5 {
        write!(text, "\n# the {at}th of many\nlet more_{at} = if total >= {} then 1 else 0\n", at % 100)?;
        write!(text, "let twice_{at} = more_{at} * 2 # and twice\nlet same_{at}=more_{at}\n")?;
    }
    Ok(SourceFile::new("long.merit", text))
}

fn shortest(mut what: impl FnMut()) -> Duration {
    let each = (0..TIMES).map(|_| {
        let start = Instant::now();
        what();
        start.elapsed()
    });
    each.min().unwrap_or_default()
}

fn told(what: &str, most: Duration, took: Duration) {
    let within = if took <= most { "within" } else { "ABOVE" };
    println!("{what:<36} {took:>12.2?}  {within} {most:.2?}");
}
