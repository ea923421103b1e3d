//! Completions of what is a part of something and no value: rows and weights.

use super::super::Session;
use super::super::named::{self, Rows};
use super::Candidate;
use crate::ide::Matcher;
use crate::render::{cut, visible};
use crate::syntax::Keyword;

/// The rows and the weight of what is named before a point, where an entry is no more than that: `等级.A`, `转化得分.weight`.
pub(super) fn of_owner(session: &Session, typed: &str) -> Option<(usize, Vec<Candidate>)> {
    let (owner, member) = typed.split_once('.')?;
    let file = &session.compiled().file;
    let (owner, matcher) = (owner.trim(), Matcher::new(member));
    let rows = named::rows(file, owner).map_or_else(Vec::new, |rows| rows_of(session, &rows, &matcher));
    let weight = Keyword::Weight.word(session.words());
    let weight = named::weight(file, owner).filter(|_| matcher.begins(weight)).map(|span| {
        let shown = format!("{weight}  {}", session.compiled().sources.slice(span).trim());
        Candidate { text: weight.to_owned(), shown }
    });
    let found: Vec<Candidate> = rows.into_iter().chain(weight).collect();
    (!found.is_empty()).then_some((typed.len() - member.len(), found))
}

/// A table and one of its rows: `等级 A`.
pub(super) fn of_row(session: &Session, behind: &str) -> (usize, Vec<Candidate>) {
    let file = &session.compiled().file;
    let Some((owner, which)) = behind.split_once(char::is_whitespace) else {
        let matcher = Matcher::new(behind);
        let tables = named::all_rows(file).into_iter().map(|rows| rows.name).filter(|name| matcher.begins(name));
        return (0, tables.map(|name| Candidate { text: format!("{name} "), shown: name }).collect());
    };
    let which = which.trim_start();
    let rows = named::rows(file, owner).filter(|_| !which.contains(char::is_whitespace));
    let found = rows.map_or_else(Vec::new, |rows| rows_of(session, &rows, &Matcher::new(which)));
    (behind.len() - which.len(), found)
}

/// Rows by label or number, each as it stands.
fn rows_of(session: &Session, rows: &Rows, matcher: &Matcher) -> Vec<Candidate> {
    let look = session.look;
    let each = (0..rows.rows.len()).map(|at| {
        let called = rows.called(at);
        let text = called.rsplit_once('.').map_or(called.as_str(), |(_, which)| which).to_owned();
        let shown = format!("{text}  {}", rows.text(&session.compiled().sources, at));
        Candidate { text, shown: cut(&visible(&shown), look.width, look.ascii) }
    });
    each.filter(|row| matcher.begins(&row.text)).collect()
}
