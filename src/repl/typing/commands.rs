//! Completions of commands and of what stands behind them.

use super::super::Session;
use super::super::command::{Argument, COMMANDS, Command};
use super::super::record;
use super::{Candidate, Typing, files, parts};
use crate::diagnostic::Code;
use crate::ide::{CompletionKind, Text};
use crate::ide::{Matcher, complete as complete_words};
use crate::quantity::Tongue;
use crate::render::{cut, say};

/// So many records are looked at for one whose key begins so.
const MOST_RECORDS: usize = 10_000;
/// So many of them are offered.
const MOST_KEYS: usize = 200;

/// Of a line that begins with a colon, or with a word that is a command by itself.
pub(super) fn complete(typing: &Typing, session: &Session, typed: &str) -> Option<(usize, Vec<Candidate>)> {
    let (start, text) = match typed.strip_prefix([':', '：']) {
        Some(text) => (typed.len() - text.len(), text),
        None => bare(typed)?,
    };
    let Some((word, behind)) = text.split_once(char::is_whitespace) else {
        return Some((start, words(session, text)));
    };
    let Some(command) = Command::called(word.trim()) else { return Some((typed.len(), vec![])) };
    let behind = behind.trim_start();
    Some(argument(typing, session, command.argument, typed, behind))
}

/// A command that is typed without its colon, once something stands behind it.
fn bare(typed: &str) -> Option<(usize, &str)> {
    let (word, _) = typed.split_once(char::is_whitespace)?;
    Command::bare(word).map(|_| (0, typed))
}

/// The commands that begin so: by the name in the reader's tongue where nothing is typed, else by any.
fn words(session: &Session, typed: &str) -> Vec<Candidate> {
    let matcher = Matcher::new(typed);
    let own = |command: &Command| match session.look.tongue {
        Tongue::Zh => command.chinese,
        Tongue::En => command.name,
    };
    let found = COMMANDS.iter().flat_map(|command| {
        let mut words: Vec<&str> = command.words().filter(|word| matcher.begins(word)).collect();
        match typed.is_empty() {
            true => words = vec![own(command)],
            // One name is enough for each tongue.
            false => words.retain(|word| *word == command.name || *word == command.chinese),
        }
        words.into_iter().map(move |word| (command, word))
    });
    let shown = |(command, word): (&Command, &str)| {
        let needs = if command.argument == Argument::None { "" } else { " " };
        let about = say(&format!("repl-about-{}", command.name), &[], session.look.tongue);
        let shown = cut(&format!(":{word}  {about}"), session.look.width, session.look.ascii);
        Candidate { text: format!("{word}{needs}"), shown }
    };
    found.map(shown).collect()
}

fn argument(
    typing: &Typing,
    session: &Session,
    argument: Argument,
    typed: &str,
    behind: &str,
) -> (usize, Vec<Candidate>) {
    let start = typed.len() - behind.len();
    match argument {
        Argument::None => (typed.len(), vec![]),
        Argument::Policy => (start, files::complete("", behind, files::POLICIES)),
        Argument::Data => (start, files::complete("", behind, files::DATA)),
        Argument::Record => (start, keys(session, behind)),
        Argument::Test => (start, tests(session, behind)),
        Argument::Code => (start, codes(session, behind)),
        Argument::With => {
            let (from, found) = relations(session, behind);
            (start + from, found)
        }
        Argument::Row => {
            let (from, found) = parts::of_row(session, behind);
            (start + from, found)
        }
        Argument::Topic => {
            let (from, mut found) = names(typing, session, behind, true);
            found.extend(
                words(session, behind)
                    .into_iter()
                    .map(|word| Candidate { text: word.text.trim_end().to_owned(), ..word }),
            );
            (start + from, found)
        }
        _ => {
            let (from, mut found) = names(typing, session, behind, false);
            if let Some((place, parts)) = parts::of_owner(session, behind).filter(|_| argument == Argument::Assignment)
            {
                found = if place == from { [found, parts].concat() } else { parts };
                return (start + place, found);
            }
            (start + from, found)
        }
    }
}

/// The codes that begin so, each with the heading of its page.
fn codes(session: &Session, typed: &str) -> Vec<Candidate> {
    let (matcher, tongue) = (Matcher::new(typed), session.look.tongue);
    let heading = |code| session.pages.and_then(|pages| pages(code, tongue)?.lines().next());
    let found = Code::ALL.iter().filter(|code| matcher.begins(code.as_str()));
    let shown = found.map(|code| {
        let heading = heading(*code).unwrap_or(code.as_str()).trim_start_matches(['#', ' ']);
        Candidate { text: code.as_str().to_owned(), shown: cut(heading, session.look.width, session.look.ascii) }
    });
    shown.collect()
}

/// The lookups and details of the policy, and behind one of them the files of its rows.
fn relations(session: &Session, typed: &str) -> (usize, Vec<Candidate>) {
    if let Some((_, file)) = typed.split_once(['=', '＝']) {
        let file = file.trim_start();
        return (typed.len() - file.len(), files::complete("", file, files::DATA));
    }
    let matcher = Matcher::new(typed);
    let names = session.policy().relations.iter().map(|relation| relation.name.clone());
    let found = names.filter(|name| matcher.begins(name));
    (0, found.map(|name| Candidate { text: format!("{name}="), shown: name }).collect())
}

/// Names of values, and where they are asked for functions and words of the language.
fn names(typing: &Typing, session: &Session, behind: &str, all: bool) -> (usize, Vec<Candidate>) {
    let known = typing.known(session);
    let found = complete_words(known, behind, behind.len(), Text::Entry);
    let items = found.items.iter().filter(|item| all || matches!(item.kind, CompletionKind::Name(_)));
    let candidates = items.map(|item| {
        let shown = super::candidate(session, known, item);
        Candidate { text: item.label.clone(), ..shown }
    });
    (found.range.start, candidates.collect())
}

/// The keys of the records of the data that begin so.
fn keys(session: &Session, typed: &str) -> Vec<Candidate> {
    let matcher = Matcher::new(typed);
    let Some(batch) = session.batch() else { return vec![] };
    let policy = session.policy();
    let keys = batch.records().take(MOST_RECORDS).map(|it| record::cells(policy, policy.keys(), &it.reading).join(" "));
    let mut found: Vec<String> = vec![];
    for key in keys.filter(|key| !key.is_empty() && matcher.begins(key)) {
        // In several periods there are several of one key.
        if !found.contains(&key) {
            found.push(key);
        }
        if found.len() == MOST_KEYS {
            break;
        }
    }
    found.into_iter().map(|key| Candidate { shown: key.clone(), text: key }).collect()
}

/// The tests of the policy that begin so.
fn tests(session: &Session, typed: &str) -> Vec<Candidate> {
    let matcher = Matcher::new(typed);
    let tests = session.policy().tests.iter().map(|test| test.name.clone());
    tests.filter(|name| matcher.begins(name)).map(|name| Candidate { shown: name.clone(), text: name }).collect()
}
