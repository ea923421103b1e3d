//! The completions at a place in a text.

use super::Text;
use super::completion::Completions;
use super::context::{expected, wanted};
use super::cursor::Cursor;
use super::items::Items;
use super::known::Known;
use super::want::Want;
use crate::syntax::Keyword;

/// What may stand before the byte `at` of a text, where this is known.
pub fn complete(known: &Known, text: &str, at: usize, place: Text) -> Completions {
    let cursor = Cursor::new(text, at);
    let wants = wanted(&cursor, known, place);
    let path = wants.contains(&Want::Path);
    let mut items = Items::new(known, &cursor, place, expected(&cursor, known));
    wants.iter().for_each(|want| items.take(want));
    Completions { range: cursor.range.clone(), items: items.finish(), path }
}

/// The function whose arguments are to stand at the byte `at` of a text, where none of them is typed yet.
pub fn calling(text: &str, at: usize) -> Option<Keyword> {
    let cursor = Cursor::new(text, at);
    let called = cursor.bracket().filter(|_| cursor.before.is_empty() && cursor.typed.is_empty())?;
    Keyword::among(&called.head.last()?.text, Keyword::FUNCTIONS)
}
