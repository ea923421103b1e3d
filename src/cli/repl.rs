//! `merit repl`: starts a session with what the arguments name.

use std::io::{self, BufRead, IsTerminal};

use super::arguments::Repl;
use super::{Console, Exit, embedded, policy};
use crate::data::Problem;
use crate::io::DataSource;
use crate::render::visible;
use crate::repl::{Beside, Ending, Reply, Session, run as run_session};

/// `merit repl [POLICY] [--data FILE] [--with NAME=FILE] [--history FILE] [-c LINE]`
pub(super) fn run(console: &Console, arguments: &Repl) -> Exit {
    let (session, began) = match started(console, arguments) {
        Ok(started) => started,
        Err(exit) => return exit,
    };
    if !arguments.lines.is_empty() {
        // Of several answers nobody would know which line each belongs to.
        let echoed = arguments.lines.len() > 1;
        return each(console, session, (began, echoed), arguments.lines.iter().cloned());
    }
    if !io::stdin().is_terminal() {
        // What is not UTF-8 is answered like any other slip: a line that nobody tells of would be lost with all behind it.
        let lines = io::stdin().lock().split(b'\n').map_while(Result::ok);
        let lines = lines.map(|line| String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(&line)).into_owned());
        return each(console, session, (began, false), lines);
    }
    let show = |text: &str| {
        console.data(text.as_bytes());
    };
    match run_session(session, show) {
        Ok(()) => Exit::Well,
        Err(error) => console.wrong("terminal", &[("error", error.to_string().into())]),
    }
}

/// Does lines one after the other, each told again before its answer where that is wanted; what first did not end well is
/// how all end.
fn each(
    console: &Console,
    mut session: Session,
    (began, echoed): (Exit, bool),
    lines: impl Iterator<Item = String>,
) -> Exit {
    let mut exit = began;
    for line in lines {
        let lead = if echoed { format!("{}{}\n", session.prompt(), visible(&line)) } else { String::new() };
        let reply = session.line(&line);
        if let Err(exit) = answered(console, &lead, &reply, &mut exit) {
            return exit;
        }
        if reply.quit {
            return exit;
        }
    }
    // What waits for more is answered as it stands.
    let last = session.finish().map_or(Ok(()), |reply| answered(console, "", &reply, &mut exit));
    last.err().unwrap_or(exit)
}

/// Shows an answer, and notes how the first that did not end well ended; an error where nobody reads any longer.
fn answered(console: &Console, lead: &str, reply: &Reply, exit: &mut Exit) -> Result<(), Exit> {
    let shown = console.data(format!("{lead}{}", reply.text).as_bytes());
    if *exit == Exit::Well {
        *exit = exit_of(reply.ending);
    }
    if shown == Exit::Well { Ok(()) } else { Err(shown) }
}

fn exit_of(ending: Ending) -> Exit {
    match ending {
        Ending::Well => Exit::Well,
        Ending::Refused => Exit::Refused,
        Ending::Usage => Exit::Usage,
        Ending::Rejections => Exit::Rejections,
    }
}

/// A session with what the arguments name, and how that ended. Rejected records are no failure of it: they are told.
fn started(console: &Console, arguments: &Repl) -> Result<(Session, Exit), Exit> {
    let beside = beside(console, arguments)?;
    let mut session = Session::new(console.look).with_pages(embedded::page);
    // Whoever gives the lines needs no welcome.
    if arguments.lines.is_empty() {
        console.tell(&format!("{}\n", console.say("repl-welcome", &[])));
    }
    let mut exit = Exit::Well;
    if let Some(name) = &arguments.policy {
        let (text, ending) = session.open(name);
        console.tell(&text);
        exit = exit_of(ending);
    }
    console.tell(&session.beside(beside));
    if let Some(name) = &arguments.data {
        let (text, ending) = session.open_data(name);
        console.tell(&text);
        if exit == Exit::Well && ending != Ending::Rejections {
            exit = exit_of(ending);
        }
    }
    Ok((session, exit))
}

fn beside(console: &Console, arguments: &Repl) -> Result<Beside, Exit> {
    let open = |name: &str| {
        DataSource::open(name).map_err(|problem: Problem| {
            console.problems(&[problem]);
            Exit::Usage
        })
    };
    let with = arguments.with.iter().map(|text| {
        let (name, file) = policy::with(console, text)?;
        Ok((name.to_owned(), open(file)?))
    });
    let with = with.collect::<Result<Vec<_>, Exit>>()?;
    let history = arguments.history.iter().map(|name| open(name)).collect::<Result<Vec<_>, Exit>>()?;
    Ok(Beside { with, history })
}
