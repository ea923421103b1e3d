//! `merit check --fix`: writes the files as their safe edits leave them.

use std::path::Path;

use super::super::{Console, Exit, policy};
use crate::compile::{Compiled, Mended, mend};
use crate::io::{PolicyFolder, replace};
use crate::render::show_change;
use crate::source::SourceFile;

/// Makes the safe edits of a policy and the files it uses, shows them, and writes what changed: a file in its
/// place, standard input to standard output.
pub(super) fn fixed(console: &Console, name: &str) -> Result<Compiled, Exit> {
    let policy = policy::open(console, name)?;
    let Mended { changed, compiled, left_out } = mend(&policy, &PolicyFolder::of(name));
    if left_out > 0 {
        console.tell(&format!("{}\n", console.say("fix-left-out", &[("count", left_out.into())])));
    }
    if name == "-" {
        let policy = compiled.read().next().unwrap_or(&policy);
        ended(console.data(policy.written().as_bytes()))?;
    }
    for (before, after) in &changed {
        write(console, after)?;
        console.tell(&format!("{}\n", console.say("fix-made", &[("file", after.name.clone().into())])));
        console.tell(&format!("{}\n", show_change(&before.text, &after.text, console.look)));
    }
    Ok(compiled)
}

fn write(console: &Console, file: &SourceFile) -> Result<(), Exit> {
    if file.name == "-" {
        return Ok(());
    }
    replace(Path::new(&file.name), file.written().as_bytes()).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })
}

fn ended(exit: Exit) -> Result<(), Exit> {
    if exit == Exit::Well { Ok(()) } else { Err(exit) }
}
