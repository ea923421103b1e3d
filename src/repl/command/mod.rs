//! The commands of a session, which begin with a colon.

mod check;
mod diff;
mod drawn;
mod edit;
mod explain;
mod files;
mod hangs;
mod help;
mod kind;
mod load;
mod people;
mod reload;
mod save;
mod set;
mod show;
mod table;
mod test_of;
mod tests;
mod undo;
mod watch;
mod why;
mod word;
mod written;

pub(super) use edit::edited;
pub(super) use load::{data, policy};
pub(super) use table::{Argument, COMMANDS, Command};

use crate::diagnostic::nearest;

/// Why a text behind a colon is no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slip {
    /// There is no such word; one that is near it, where there is.
    Unknown(String, Option<&'static str>),
    /// What it is about is not told.
    Bare(&'static str),
    /// Nothing can stand behind it.
    More(&'static str, String),
}

/// The commands that are taken without their colon too, as they are elsewhere.
const BARE: [&str; 2] = ["help", "quit"];

impl Command {
    /// The command that `text`, without its colon, is, and what stands behind it; in either tongue, or by the first letter
    /// in English.
    pub fn parse(text: &str) -> Result<(&'static Command, &str), Slip> {
        let (word, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let rest = rest.trim();
        let Some(command) = Command::called(word) else {
            return Err(Slip::Unknown(word.to_owned(), near(word)));
        };
        match (rest.is_empty(), command.argument) {
            (true, _) if command.needed => Err(Slip::Bare(command.name)),
            (false, Argument::None) => Err(Slip::More(command.name, rest.to_owned())),
            _ => Ok((command, rest)),
        }
    }

    /// The command of that name.
    pub fn called(word: &str) -> Option<&'static Command> {
        let word = word.to_lowercase();
        COMMANDS.iter().find(|command| command.words().any(|known| known == word))
    }

    /// The command that a word without a colon asks for, as it does elsewhere, and what stands behind it.
    pub fn bare(text: &str) -> Option<(&'static Command, &str)> {
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let long = word.chars().nth(1).is_some() || matches!(word, "?" | "？");
        let command = Command::called(word).filter(|command| long && BARE.contains(&command.name))?;
        let fits = rest.is_empty() || (command.argument != Argument::None && !rest.contains(['=', '＝']));
        fits.then(|| (command, rest.trim()))
    }
}

/// The command that a word is probably meant to be, or alone begins with.
pub(super) fn near(word: &str) -> Option<&'static str> {
    let words = || COMMANDS.iter().flat_map(Command::words).filter(|known| known.chars().nth(1).is_some());
    nearest(word, words()).or_else(|| {
        let mut begun = words().filter(|known| known.starts_with(&word.to_lowercase()));
        begun.next().filter(|_| word.chars().nth(1).is_some() && begun.next().is_none())
    })
}
