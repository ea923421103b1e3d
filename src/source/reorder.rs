//! The edit that puts lines into another order.

use super::{Sources, Span};

/// What replaces a block of lines so that they stand in another order: the span of the whole block and
/// its new text. A comment goes with its line; what stands between the places stays.
/// `places` are in the order of the text, and `order` tells which of them comes first, second …
pub fn reordered(sources: &Sources, places: &[Span], order: &[usize]) -> Option<(Span, String)> {
    let file = sources.get(places.first()?.file)?;
    let pieces: Vec<Span> = places.iter().map(|place| with_comment(&file.text, *place)).collect();
    let mut text = String::new();
    for (at, wanted) in order.iter().enumerate() {
        text.push_str(sources.slice(*pieces.get(*wanted)?));
        if let (Some(here), Some(next)) = (pieces.get(at), pieces.get(at + 1)) {
            text.push_str(sources.slice(Span { file: here.file, start: here.end, end: next.start }));
        }
    }
    Some((pieces.first()?.to(*pieces.last()?), text))
}

/// A place with the comment that ends its line.
fn with_comment(text: &str, place: Span) -> Span {
    let rest = text.get(place.end as usize..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let comment = line.trim_start().starts_with(['#', '＃']);
    let length = u32::try_from(line.len()).ok().filter(|_| comment).unwrap_or(0);
    Span { end: place.end + length, ..place }
}
