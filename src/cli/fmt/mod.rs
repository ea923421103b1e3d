//! `merit fmt`: policies in the one layout. What does not read is left alone.

mod asked;

use std::path::Path;

use super::arguments::Fmt;
use super::{Console, Exit, policy};
use crate::compile::{compile_with, still};
use crate::format::{Refused, formatted};
use crate::io::{PolicyFolder, replace};
use crate::render::show_change;
use crate::source::SourceFile;
use asked::Asked;

/// `merit fmt FILE…`
pub(super) fn run(console: &Console, arguments: &Fmt) -> Exit {
    let asked = match Asked::of(console, arguments) {
        Ok(asked) => asked,
        Err(exit) => return exit,
    };
    let each = asked.files.iter().map(|name| one(console, arguments, &asked, name).unwrap_or_else(|exit| exit));
    each.fold(Exit::Well, Exit::worse)
}

fn one(console: &Console, arguments: &Fmt, asked: &Asked, name: &str) -> Result<Exit, Exit> {
    let before = policy::open(console, name)?;
    let text = laid_out(console, asked, &before)?;
    let (changed, after) = (text != before.text, before.with_text(text));
    let told = |id: &str| console.tell(&format!("{}\n", console.say(id, &[("file", name.into())])));
    if arguments.check || arguments.diff {
        if changed && arguments.diff {
            let shown = show_change(&before.text, &after.text, console.look_of_results());
            let exit = console.data(format!("{name}\n{shown}").as_bytes());
            return Ok(exit.worse(Exit::Refused));
        }
        if changed {
            told("fmt-due");
        }
        return Ok(if changed { Exit::Refused } else { Exit::Well });
    }
    if name == "-" {
        return Ok(console.data(after.written().as_bytes()));
    }
    if changed {
        written(console, &after)?;
        told("fmt-done");
    }
    Ok(Exit::Well)
}

/// The text of a policy in the one layout; why there is none is told.
fn laid_out(console: &Console, asked: &Asked, before: &SourceFile) -> Result<String, Exit> {
    let files = PolicyFolder::of(&before.name);
    match formatted(before, &asked.options) {
        Ok(text) => {
            // That only the tongue is another is more than the layout itself can tell.
            let turned = asked.options.tongue.is_some() && text != before.text;
            match turned && !still(before, &before.with_text(text.clone()), &files) {
                true => Err(fault(console, before)),
                false => Ok(text),
            }
        }
        Err(Refused::Changed) => Err(fault(console, before)),
        Err(Refused::Unread) => {
            let compiled = compile_with(before.clone(), &files, &[]);
            let unread = compiled.diagnostics.into_iter().filter(|told| told.code.is_syntax()).collect::<Vec<_>>();
            console.show(&unread, &compiled.sources);
            console.tell(&format!("{}\n", console.say("fmt-unread", &[("file", before.name.clone().into())])));
            Err(Exit::Refused)
        }
    }
}

/// Tells that something would come out otherwise, which is our fault.
fn fault(console: &Console, file: &SourceFile) -> Exit {
    console.tell(&format!("{}\n", console.say("fmt-fault", &[("file", file.name.clone().into())])));
    Exit::Refused
}

fn written(console: &Console, file: &SourceFile) -> Result<(), Exit> {
    replace(Path::new(&file.name), file.written().as_bytes()).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })
}
