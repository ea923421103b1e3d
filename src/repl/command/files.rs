//! `:with` and `:history`: what stands beside the records.

use super::super::show::shown;
use super::super::{Answer, Session};
use crate::diagnostic::Arg;
use crate::io::DataSource;
use crate::render::why;

/// `:with 订单=3月订单.csv`
pub(super) fn with(session: &mut Session, behind: &str) -> Answer {
    let Some((name, file)) = behind.split_once(['=', '＝']).map(|(name, file)| (name.trim(), file.trim())) else {
        return Answer::usage(session.say("repl-bare-with", &[]));
    };
    let known: Vec<&str> = session.now.policy().relations.iter().map(|relation| relation.name.as_str()).collect();
    if !known.contains(&name) {
        let known = why::listed(known.into_iter().map(str::to_owned), session.look.tongue);
        return Answer::usage(session.say("repl-no-relation", &[("name", name.into()), ("known", known.into())]));
    }
    match DataSource::open(file) {
        Ok(source) => {
            session.beside.with.retain(|(of, _)| of != name);
            session.beside.with.push((name.to_owned(), source));
            taken(session, file)
        }
        Err(problem) => Answer::usage(shown(session, &[problem])),
    }
}

/// `:history 2月结果.csv`
pub(super) fn history(session: &mut Session, file: &str) -> Answer {
    match DataSource::open(file) {
        Ok(source) => {
            session.beside.history.push(source);
            taken(session, file)
        }
        Err(problem) => Answer::usage(shown(session, &[problem])),
    }
}

fn taken(session: &Session, file: &str) -> Answer {
    session.kept.clear();
    let problems = session.beside.problems(session.now.policy());
    match problems.is_empty() {
        true => session.say("repl-beside", &[("file", Arg::from(file))]).into(),
        false => Answer::refused(shown(session, &problems)),
    }
}
