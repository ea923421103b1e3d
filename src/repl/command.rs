//! The commands of a session, which begin with a colon.

use crate::diagnostic::nearest;

/// What begins with a colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Check,
    Show(Option<String>),
    List,
    Test,
    Load(String),
    Data(String),
    Record(String),
    Reset,
    Help,
    Quit,
}

/// Why a text behind a colon is no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slip {
    /// There is no such word; one that is near it, where there is.
    Unknown(String, Option<&'static str>),
    /// What it is about is not told.
    Bare(&'static str),
}

/// Each command by its words: the English one, which the help shows, first.
const WORDS: [&[&str]; 10] = [
    &["check", "c", "检查"],
    &["show", "s", "显示", "看"],
    &["list", "l", "列出"],
    &["test", "t", "用例"],
    &["load", "装入"],
    &["data", "d", "数据"],
    &["record", "r", "记录"],
    &["reset", "重来"],
    &["help", "h", "?", "？", "帮助"],
    &["quit", "q", "exit", "退出"],
];

impl Command {
    /// The command that `text`, without its colon, is; in either tongue, or by the first letter in English.
    pub fn parse(text: &str) -> Result<Command, Slip> {
        let (word, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let rest = rest.trim();
        let given = || (!rest.is_empty()).then(|| rest.to_owned());
        let Some(name) = WORDS.iter().find(|words| words.contains(&word)).and_then(|words| words.first().copied())
        else {
            return Err(Slip::Unknown(word.to_owned(), near(word)));
        };
        let needed = || given().ok_or(Slip::Bare(name));
        Ok(match name {
            "check" => Command::Check,
            "show" => Command::Show(given()),
            "list" => Command::List,
            "test" => Command::Test,
            "load" => Command::Load(needed()?),
            "data" => Command::Data(needed()?),
            "record" => Command::Record(needed()?),
            "reset" => Command::Reset,
            "quit" => Command::Quit,
            _ => Command::Help,
        })
    }

    /// The command that a word without a colon asks for, as it does elsewhere.
    pub fn bare(word: &str) -> Option<Command> {
        match word {
            "help" | "?" | "？" | "帮助" => Some(Command::Help),
            "quit" | "exit" | "退出" => Some(Command::Quit),
            _ => None,
        }
    }
}

fn near(word: &str) -> Option<&'static str> {
    let words = WORDS.iter().flat_map(|words| words.iter().copied()).filter(|known| known.chars().nth(1).is_some());
    nearest(word, words)
}
