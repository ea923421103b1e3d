//! `merit man`: the manual pages, made of the texts of the help.

use std::io::{self, Write};
use std::path::Path;

use clap_mangen::Man as Page;

use super::arguments::Man;
use super::{Console, Exit, help, refused};
use crate::io::save;
use crate::render::pieces;

/// `merit man [COMMAND] [-o DIR]`
pub(super) fn run(console: &Console, arguments: &Man) -> Exit {
    let mut whole = help::unbroken(console.look.tongue);
    whole.build();
    match (&arguments.folder, arguments.page.as_deref()) {
        (Some(folder), _) => write_all(console, &whole, folder),
        (None, None | Some("merit")) => console.data(&page(console, &whole)),
        (None, Some(name)) => match whole.find_subcommand(name) {
            Some(command) => console.data(&page(console, command)),
            None => refused::unknown(console, name),
        },
    }
}

/// Writes the page of the program and of each command, `merit.1` and `merit-COMMAND.1`.
fn write_all(console: &Console, whole: &clap::Command, folder: &Path) -> Exit {
    // Where it cannot be made, the first file tells so.
    let _ = std::fs::create_dir_all(folder);
    for command in [whole].into_iter().chain(whole.get_subcommands()) {
        let text = page(console, command);
        let path = folder.join(Page::new(command.clone()).get_filename());
        if let Err(problem) = save(&path, |out| out.write_all(&text)) {
            console.problems(&[problem]);
            return Exit::Usage;
        }
    }
    Exit::Well
}

fn page(console: &Console, command: &clap::Command) -> Vec<u8> {
    let mut text = vec![];
    // Writing to memory does not fail.
    let _ = fill(console, command, &mut text);
    let text = String::from_utf8_lossy(&text);
    // Each part brings the same definition of an apostrophe.
    let lines = text.lines().filter(|line| !APOSTROPHE.contains(line)).map(breakable);
    let lines: Vec<String> = APOSTROPHE.iter().map(ToString::to_string).chain(lines).collect();
    (lines.join("\n") + "\n").into_bytes()
}

fn fill(console: &Console, command: &clap::Command, out: &mut Vec<u8>) -> io::Result<()> {
    let of_program = command.has_subcommands();
    let name = if of_program { "merit" } else { command.get_name() };
    let say = |id: &str| console.say(id, &[]);
    let called = if of_program { name.to_owned() } else { format!("merit-{name}") };
    let commands = say("heading-commands").to_uppercase();
    let page = Page::new(command.clone().subcommand_help_heading(commands));
    // The title of the crate puts an empty date down as nothing at all, and the version is then taken for it.
    writeln!(out, ".TH {} 1 \"\" \"merit {}\" Merit", called.to_uppercase(), env!("CARGO_PKG_VERSION"))?;
    // Lines that are filled up with blanks, or words that are divided, are hard to read beside Chinese.
    writeln!(out, ".ad l\n.nh")?;
    section(out, &say("man-name"))?;
    line(out, &format!("{called} - {}", say(&format!("about-{name}"))))?;
    section(out, &say("man-synopsis"))?;
    line(out, &say(&format!("usage-{name}")))?;
    if of_program {
        page.render_subcommands_section(out)?;
    }
    page.render_options_section(out)?;
    section(out, &say("heading-examples").to_uppercase())?;
    out.write_all(b".nf\n")?;
    say(&format!("examples-{name}")).lines().try_for_each(|example| line(out, example))?;
    out.write_all(b".fi\n")?;
    section(out, &say("man-exit"))?;
    for status in exits(name) {
        writeln!(out, ".TP\n{status}")?;
        line(out, &say(&format!("exit-{status}")))?;
    }
    section(out, &say("man-see-also"))?;
    let others = command.get_subcommands().map(|other| format!("merit-{}(1)", other.get_name()));
    let others: Vec<String> = if of_program { others.collect() } else { vec!["merit(1)".to_owned()] };
    line(out, &others.join(", "))
}

/// The exit codes that a command can end with.
fn exits(name: &str) -> &'static [u8] {
    match name {
        "merit" | "eval" => &[0, 1, 2, 3],
        "check" | "test" | "schema" => &[0, 1, 2],
        _ => &[0, 2],
    }
}

fn section(out: &mut Vec<u8>, heading: &str) -> io::Result<()> {
    writeln!(out, ".SH \"{heading}\"")
}

/// A line of text, in which nothing is taken for a command of roff.
fn line(out: &mut Vec<u8>, text: &str) -> io::Result<()> {
    let mut roff = clap_mangen::roff::Roff::default();
    roff.text([clap_mangen::roff::roman(text)]);
    roff.to_writer(out)
}

/// A line that may be broken between letters of Chinese, which has no blanks: not every program that shows pages knows it.
fn breakable(line: &str) -> String {
    if line.starts_with('.') {
        return line.to_owned();
    }
    let mut text = String::new();
    for piece in pieces(line) {
        if text.ends_with(|last: char| !last.is_whitespace()) {
            text.push_str("\\:");
        }
        text.push_str(piece);
    }
    text
}

/// How roff spells an apostrophe.
const APOSTROPHE: [&str; 2] = [r".ie \n(.g .ds Aq \(aq", ".el .ds Aq '"];
