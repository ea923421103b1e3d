//! How long a session takes to start, for a keystroke, and for a changed row or param over many records, and `fmt` for a long
//! policy; each beside what it may take.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use merit::compile::{InMemory, outline};
use merit::format::{Options, formatted};
use merit::quantity::Tongue;
use merit::render::{Look, WIDTH};
use merit::repl::{Session, Typing};
use merit::source::SourceFile;
use tempfile::TempDir;

/// People who are ranked in their shop, month after month.
const RANKED: (&str, &str) =
    (include_str!("../policies/sales-satisfaction-en.merit"), include_str!("../policies/sales-satisfaction-en.csv"));
/// People who are appraised by their own figures alone.
const ALONE: (&str, &str) = (include_str!("../policies/small-shop.merit"), include_str!("../policies/small-shop.csv"));
/// So many records are loaded.
const RECORDS: usize = 10_000;
/// So many times each is done; the shortest counts, since the machine does other things too.
const TIMES: usize = 5;
/// So many times the program is started.
const STARTS: usize = 30;

const LOOK: Look = Look { tongue: Tongue::En, ascii: true, colour: true, width: WIDTH };

fn main() -> Result<(), Box<dyn Error>> {
    let folder = TempDir::new()?;
    let (mut ranked, mut alone) = (loaded(&folder, "ranked", RANKED)?, loaded(&folder, "alone", ALONE)?);
    let ten = Duration::from_millis(10);
    let complete = |session: &Session, line: &str| Typing::default().complete(session, line, line.len());
    told("a completed name", ten, shortest(|| drop(black_box(complete(&ranked, "tot")))));
    told("a completed key", ten, shortest(|| drop(black_box(complete(&ranked, ":record X0")))));
    let hint = |session: &Session| drop(black_box(Typing::default().hint(session, "1 + 2 * 3")));
    told("a hint", ten, shortest(|| hint(&alone)));
    fs::write(folder.path().join("big.merit"), long(1_500)?.text)?;
    let mut big = Session::new(LOOK);
    big.load(&folder.path().join("big.merit").to_string_lossy());
    told("a hint, policy of 1,500 lines", ten, shortest(|| hint(&big)));

    let mut at = 0;
    let mut turn = |session: &mut Session, line: &dyn Fn(u32) -> String| {
        at += 1;
        let told = black_box(session.line(&line(at))).text;
        assert!(told.contains("10000"), "nobody is told of: {told}");
    };
    let (plain, with_ranks) = (Duration::from_millis(300), Duration::from_millis(700));
    let row = |at: u32| format!("回复率.2 = [{}%, 98%)", 90 + at % 7);
    told("a changed row, 10,000 records", plain, shortest(|| turn(&mut alone, &row)));
    alone.line("param 最高奖 : money in [0元, 1000元] = 500元");
    alone.line("等级.A = >= 90 => 最高奖");
    let param = |at: u32| format!("最高奖 = {}元", 500 + at);
    told("a changed param, 10,000 records", plain, shortest(|| turn(&mut alone, &param)));
    let param = |at: u32| format!("excellent_from = {}", 75 + at % 20);
    told("a changed param, with ranks", with_ranks, shortest(|| turn(&mut ranked, &param)));

    let policy = folder.path().join("alone.merit").to_string_lossy().into_owned();
    let check = started(&["check", &policy])?;
    told("a session starts, against check", check * 3 / 2, started(&["repl", &policy, "-c", ":quit"])?);

    let long = long(5_000)?;
    let read = shortest(|| drop(black_box(outline(long.clone(), &InMemory::default(), &[]))));
    let laid_out = shortest(|| drop(black_box(formatted(&long, &Options::default()))));
    told("fmt of 5,000 lines, against reading", read * 2, laid_out);
    Ok(())
}

/// A session with a policy and many records.
fn loaded(folder: &TempDir, name: &str, (policy, data): (&str, &str)) -> Result<Session, Box<dyn Error>> {
    let path = |end: &str| folder.path().join(format!("{name}.{end}")).to_string_lossy().into_owned();
    fs::write(path("merit"), policy)?;
    fs::write(path("csv"), many(data))?;
    let mut session = Session::new(LOOK);
    session.load(&path("merit"));
    session.data(&path("csv"));
    Ok(session)
}

/// The records at hand again and again, each with a key of its own.
fn many(data: &str) -> String {
    let mut lines = data.lines();
    let head = lines.next().unwrap_or_default();
    let rows: Vec<&str> = lines.filter_map(|line| line.split_once(',')).map(|(_, rest)| rest).collect();
    let each = rows.iter().cycle().take(RECORDS).enumerate();
    each.fold(format!("{head}\n"), |mut text, (at, rest)| {
        let _ = writeln!(text, "X{at:06},{rest}");
        text
    })
}

/// A policy of about so many lines.
fn long(lines: usize) -> Result<SourceFile, std::fmt::Error> {
    let mut text = String::from(RANKED.0);
    for at in 0..(lines - text.lines().count()) / 5 {
        write!(text, "\n# the {at}th of many\nlet more_{at} = if total >= {} then 1 else 0\n", at % 100)?;
        write!(text, "let twice_{at} = more_{at} * 2 # and twice\nlet same_{at}=more_{at}\n")?;
    }
    Ok(SourceFile::new("long.merit", text))
}

/// How long the program runs with these arguments.
fn started(arguments: &[&str]) -> Result<Duration, Box<dyn Error>> {
    let mut least = Duration::MAX;
    for _ in 0..STARTS {
        let mut program = Command::new(env!("CARGO_BIN_EXE_merit"));
        let program = program.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        program.status()?;
        least = least.min(start.elapsed());
    }
    Ok(least)
}

fn shortest(mut what: impl FnMut()) -> Duration {
    let each = (0..TIMES).map(|_| {
        let (start, before) = (Instant::now(), worked());
        what();
        match (before, worked()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => start.elapsed(),
        }
    });
    each.min().unwrap_or_default()
}

/// How long this thread had a core, where the system tells it.
fn worked() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn told(what: &str, most: Duration, took: Duration) {
    let part = took.as_nanos() * 100 / most.as_nanos().max(1);
    let within = if took <= most { "within" } else { "ABOVE" };
    println!("{what:<36} {took:>10.2?}  {within} {most:>10.2?}  ({part}% of it)");
}
