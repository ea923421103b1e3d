use std::path::Path;

use super::super::{Console, Exit, policy};
use crate::compile::{Compiled, Mended, mend};
use crate::io::replace;
use crate::render::show_change;
use crate::source::SourceFile;

/// Makes the safe edits of a policy, shows them, and writes the policy: a file in its place, standard input
/// to standard output.
pub(super) fn fixed(console: &Console, name: &str) -> Result<Compiled, Exit> {
    let text = policy::text(console, name)?;
    let before = SourceFile::new(name, text.clone());
    let Mended { source, compiled, given_up } = mend(before.clone());
    if given_up {
        console.tell(&format!("{}\n", console.say("fix-given-up", &[("file", name.into())])));
    }
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let changed = source.text != before.text;
    if name == "-" {
        ended(console.data(format!("{mark}{}", source.text).as_bytes()))?;
    } else if changed {
        replace(Path::new(name), format!("{mark}{}", source.text).as_bytes()).map_err(|problem| {
            console.problems(&[problem]);
            Exit::Usage
        })?;
    }
    if changed {
        console.tell(&format!("{}\n", console.say("fix-made", &[("file", name.into())])));
        console.tell(&format!("{}\n", show_change(&before.text, &source.text, console.look)));
    }
    Ok(compiled)
}

fn ended(exit: Exit) -> Result<(), Exit> {
    if exit == Exit::Well { Ok(()) } else { Err(exit) }
}
