use super::arguments::Repl;
use super::{Console, Exit};
use crate::repl::{Session, run as run_session};

/// `merit repl [POLICY] [--data FILE]`
pub(super) fn run(console: &Console, arguments: &Repl) -> Exit {
    let mut session = Session::new(console.look);
    console.tell(&format!("{}\n", console.say("repl-welcome", &[])));
    if let Some(name) = &arguments.policy {
        console.tell(&session.load(name));
    }
    if let Some(name) = &arguments.data {
        console.tell(&session.data(name));
    }
    let show = |text: &str| {
        console.data(text.as_bytes());
    };
    match run_session(session, show) {
        Ok(()) => Exit::Well,
        Err(error) => console.wrong("terminal", &[("error", error.to_string().into())]),
    }
}
