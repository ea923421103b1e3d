//! `:watch`: the files of the policy, read again whenever they are saved elsewhere.

use std::fs;

use super::super::session::TYPED;
use super::super::watched::{Stamp, Watched};
use super::super::{Answer, Session, Then};
use super::reload;

/// `:watch`
pub(super) fn watch(session: &mut Session, _: &str) -> Answer {
    if session.loaded.main.name == TYPED {
        return Answer::usage(session.fileless());
    }
    if !session.attended {
        return Answer::usage(session.say("repl-unattended", &[("command", ":watch".into())]));
    }
    let mut told = session.say("repl-watching", &[("file", session.loaded.main.name.as_str().into())]);
    // What was saved since it was loaded is no news later.
    if session.now.compiled.accepted() && is_stale(session) {
        told += &reload::reload(session, "").text;
    }
    let stamps = stamps(session);
    session.watched = Watched { read: stamps.clone(), seen: stamps };
    Answer { text: told, then: Some(Then::Watch), ..Answer::default() }
}

impl Session {
    /// Looks at the files that are watched: what is to be told where one of them is not what it was.
    pub fn look_again(&mut self) -> Option<String> {
        let now = stamps(self);
        let settled = now == self.watched.seen;
        self.watched.seen.clone_from(&now);
        if !settled || now == self.watched.read {
            return None;
        }
        self.watched.read = now;
        let told = reload::reload(self, "").text;
        // Another policy may use other files.
        let now = stamps(self);
        self.watched = Watched { read: now.clone(), seen: now };
        Some(told)
    }
}

fn stamps(session: &Session) -> Vec<(String, Stamp)> {
    let main = std::iter::once(session.loaded.main.name.clone());
    let used = session.now.compiled.read().map(|file| file.name.clone()).filter(|name| *name != TYPED);
    let mut names: Vec<String> = main.chain(used).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| (stamp(&name), name)).map(|(stamp, name)| (name, stamp)).collect()
}

fn stamp(name: &str) -> Stamp {
    let found = fs::metadata(name).ok()?;
    Some((found.modified().ok()?, found.len()))
}

/// Whether the file is another one than was loaded.
fn is_stale(session: &Session) -> bool {
    fs::read_to_string(&session.loaded.main.name).is_ok_and(|text| text != session.loaded.main.written())
}
