//! What a word of the language does: how it is written, and one sentence on it.

use super::super::Session;
use crate::ide::{signature, snippet};
use crate::render::{say, wrap};
use crate::syntax::Keyword;

/// What is told of a word: `round`, `取整(`, `门槛`. It may be several: `points` is a type and a member.
pub(super) fn told(session: &Session, typed: &str) -> Option<String> {
    let word = typed.split(['(', '（']).next().unwrap_or_default().trim();
    let meant: Vec<Keyword> = Keyword::ALL.iter().copied().filter(|keyword| keyword.is(word)).collect();
    let told: String = meant.iter().map(|keyword| one(session, *keyword)).collect();
    (!told.is_empty()).then_some(told)
}

fn one(session: &Session, keyword: Keyword) -> String {
    let words = session.words();
    let is_function = Keyword::FUNCTIONS.contains(&keyword);
    let written = if is_function { signature(keyword, words) } else { keyword.word(words).to_owned() };
    let about = wrap(&say(&id(keyword), &[], session.look.tongue), session.look.width.saturating_sub(2));
    let example = snippet(keyword, words).map(|snippet| snippet.text).unwrap_or_default();
    let below = about.iter().map(String::as_str).chain(example.lines());
    format!("{written}\n") + &below.map(|line| format!("  {line}\n")).collect::<String>()
}

/// The id of the text of a word.
fn id(keyword: Keyword) -> String {
    match keyword {
        // Their English words are those of others.
        Keyword::OtherwiseValue => "word-otherwise-value".to_owned(),
        Keyword::PointsMember => "word-points-member".to_owned(),
        other => format!("word-{}", other.en().replace([' ', '_'], "-")),
    }
}
