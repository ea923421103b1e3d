//! The completions at a place in a text.

use super::Text;
use super::completion::Completions;
use super::context::{expected, wanted};
use super::cursor::Cursor;
use super::items::Items;
use super::known::Known;
use super::want::Want;

/// What may stand before the byte `at` of a text, where this is known.
pub fn complete(known: &Known, text: &str, at: usize, place: Text) -> Completions {
    let cursor = Cursor::new(text, at);
    let wants = wanted(&cursor, known, place);
    let path = wants.contains(&Want::Path);
    let mut items = Items::new(known, &cursor, place, expected(&cursor, known));
    wants.iter().for_each(|want| items.take(want));
    Completions { range: cursor.range.clone(), items: items.finish(), path }
}
