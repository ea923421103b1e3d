//! `merit repl`: starts a session with what the arguments name.

use super::arguments::Repl;
use super::{Console, Exit, policy};
use crate::data::Problem;
use crate::io::DataSource;
use crate::repl::{Beside, Session, run as run_session};

/// `merit repl [POLICY] [--data FILE] [--with NAME=FILE] [--history FILE]`
pub(super) fn run(console: &Console, arguments: &Repl) -> Exit {
    match started(console, arguments) {
        Ok(session) => {
            let show = |text: &str| {
                console.data(text.as_bytes());
            };
            match run_session(session, show) {
                Ok(()) => Exit::Well,
                Err(error) => console.wrong("terminal", &[("error", error.to_string().into())]),
            }
        }
        Err(exit) => exit,
    }
}

/// A session with what the arguments name.
fn started(console: &Console, arguments: &Repl) -> Result<Session, Exit> {
    let beside = beside(console, arguments)?;
    let mut session = Session::new(console.look);
    console.tell(&format!("{}\n", console.say("repl-welcome", &[])));
    if let Some(name) = &arguments.policy {
        console.tell(&session.load(name));
    }
    console.tell(&session.beside(beside));
    if let Some(name) = &arguments.data {
        console.tell(&session.data(name));
    }
    Ok(session)
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
