//! `:help`: what can be typed, or what one thing means; `:quit`.

use super::super::{Answer, Session};
use super::{COMMANDS, Command, explain, show, word};
use crate::diagnostic::Code;
use crate::quantity::Tongue;
use crate::render::{Grid, GridColumn, GridRow, Mood, wrap};

/// In a window of fewer columns there is no room for two things beside each other.
const BESIDE: usize = 70;

/// `:help`, `:help why`, `:help 等级`
pub(super) fn help(session: &mut Session, topic: &str) -> Answer {
    if topic.is_empty() {
        return all(session).into();
    }
    let command = Command::called(topic.trim_start_matches([':', '：'])).map(|command| one(session, command));
    // A word that the policy gives to something of its own is that first.
    let own = session.now.policy().slot_named(topic).is_some();
    match command.or_else(|| if own { None } else { word::told(session, topic) }) {
        Some(told) => told.into(),
        None if Code::named(topic).next().is_some() => explain::explain(session, topic),
        None => show::show(session, topic),
    }
}

/// `:quit`
pub(super) fn quit(session: &mut Session, _: &str) -> Answer {
    session.over = true;
    if session.is_unsaved() { session.say("repl-left", &[]).into() } else { Answer::default() }
}

/// Everything that can be typed, a line each.
fn all(session: &Session) -> String {
    let typed = ["value", "look", "compute", "param", "declare"].map(|what| {
        let (text, about) = (format!("repl-typed-{what}"), format!("repl-typed-{what}-about"));
        (session.say(&text, &[]), session.say(&about, &[]))
    });
    let commands = COMMANDS.iter().map(|command| (usage(session, command), about(session, command)));
    let told: Vec<(String, String)> = typed.into_iter().chain(commands).collect();
    if session.look.width < BESIDE { told.iter().map(|of| below(session, of)).collect() } else { beside(session, told) }
}

/// What each does beside how it is typed.
fn beside(session: &Session, told: Vec<(String, String)>) -> String {
    let row = |(text, about): (String, String)| {
        GridRow::Cells(vec![text.trim_end().to_owned(), about.trim_end().to_owned()], Mood::Plain)
    };
    let columns = [false, true].map(|wraps| GridColumn { wraps, ..GridColumn::default() });
    let grid = Grid { columns: columns.into(), rows: told.into_iter().map(row).collect(), ascii: session.look.ascii };
    let drawn = grid.draw(session.look.width.saturating_sub(2));
    drawn.lines.into_iter().map(|(line, _)| format!("  {}\n", line.trim_end())).collect()
}

/// What one does below how it is typed.
fn below(session: &Session, (text, about): &(String, String)) -> String {
    let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
    let about = wrap(&about, session.look.width.saturating_sub(4));
    let about = about.iter().map(|line| format!("    {line}\n"));
    format!("  {}\n{}", text.trim(), about.collect::<String>())
}

/// What one command does, and all that it is called.
fn one(session: &Session, command: &Command) -> String {
    let words: Vec<String> = command.words().map(|word| format!(":{word}")).collect();
    let told = format!("{}{}", usage(session, command), about(session, command));
    let told = told + &session.say("repl-called", &[("words", words.join(" ").into())]);
    wrap(told.trim_end(), session.look.width).join("\n") + "\n"
}

/// `:record N`, with its Chinese name for who reads Chinese.
fn usage(session: &Session, command: &Command) -> String {
    let behind = session.say(&format!("repl-usage-{}", command.name), &[]);
    let name = match session.look.tongue {
        Tongue::En => format!(":{}", command.name),
        Tongue::Zh => format!(":{} :{}", command.chinese, command.name),
    };
    format!("{name} {}", behind.trim()).trim_end().to_owned() + "\n"
}

fn about(session: &Session, command: &Command) -> String {
    session.say(&format!("repl-about-{}", command.name), &[])
}
