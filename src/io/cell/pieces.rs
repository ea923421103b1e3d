//! The title of a column in pieces: what it is called, and what stands behind that in brackets or behind a sign.

use super::normal;

/// Pairs of brackets.
const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('<', '>')];
/// What separates several remarks in one pair of brackets.
const BETWEEN: [char; 4] = [',', '、', ';', '|'];
/// What separates a unit that stands in no brackets.
const SIGNS: [char; 6] = ['/', '_', ':', ',', '-', ' '];

/// A title.
pub(super) struct Title<'t> {
    /// What stands before the brackets or the sign.
    base: &'t str,
    /// All behind it, the last first.
    pub pieces: Vec<Piece<'t>>,
}

/// What may be a unit.
pub(super) struct Piece<'t> {
    /// The word that may be one.
    pub word: &'t str,
    /// Whether brackets set it apart from the title.
    pub bracketed: bool,
    /// What stands before it, where no brackets do.
    pub by: Option<char>,
    /// How the title ends before it, where that is not its base.
    base: Option<&'t str>,
}

impl<'t> Title<'t> {
    /// The pieces of a title without marks.
    pub fn of(title: &'t str) -> Self {
        let (mut base, mut pieces) = (title.trim(), vec![]);
        while let Some((before, content)) = peeled(base).filter(|(before, _)| !before.trim().is_empty()) {
            let words = content.split(BETWEEN).map(unit_word).filter(|word| !word.is_empty());
            let mut words: Vec<Piece> =
                words.map(|word| Piece { word, bracketed: true, by: None, base: None }).collect();
            pieces.append(&mut words);
            base = before.trim_end();
        }
        if pieces.is_empty() {
            pieces.extend(unbracketed(base));
        }
        Title { base, pieces }
    }

    /// What the title is called without the piece at a place: with the other pieces as remarks, where it has some, and without.
    pub fn without(&self, at: usize) -> Vec<String> {
        if let Some(base) = self.pieces.get(at).and_then(|piece| piece.base) {
            return vec![base.to_owned()];
        }
        let others = self.pieces.iter().enumerate().filter(|(of, _)| *of != at);
        let remarks: String = others.rev().map(|(_, piece)| format!("({})", piece.word)).collect();
        let mut names = vec![format!("{}{remarks}", self.base), self.base.to_owned()];
        names.dedup();
        names
    }
}

/// What stands before the last brackets of a text, and in them: those of `(万)元`, too.
fn peeled(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_suffix('元').filter(|before| before.ends_with(')')).unwrap_or(text);
    BRACKETS.iter().find_map(|(open, close)| text.strip_suffix(*close)?.rsplit_once(*open))
}

/// What stands behind a slash or another sign, as a bare `%`, or as `万元` at the very end.
fn unbracketed(title: &str) -> Option<Piece<'_>> {
    let last = title.chars().last()?;
    let (base, word, by) = match title.rfind(SIGNS) {
        _ if matches!(last, '%' | '‰') => {
            let (base, word) = title.split_at(title.len() - last.len_utf8());
            (base, word, None)
        }
        Some(at) => {
            let (base, rest) = title.split_at(at);
            let sign = rest.chars().next()?;
            (base, rest.get(sign.len_utf8()..)?, Some(sign))
        }
        None => {
            let (base, word) = title.split_at(joined(title)?);
            (base, word, None)
        }
    };
    let base = base.trim_end_matches(SIGNS).trim_end();
    let word = unit_word(word);
    (!base.is_empty() && !word.is_empty()).then_some(Piece { word, bracketed: false, by, base: Some(base) })
}

/// Where `万元` and its like begin at the end of a title that does not say for each of what.
fn joined(title: &str) -> Option<usize> {
    let before = title.strip_suffix('元')?;
    let base = before.trim_end_matches(['十', '百', '千', '万', '亿', '萬']);
    let of_each = base.is_empty() || base.ends_with('每') || base.ends_with(|c: char| c.is_ascii_digit());
    (base.len() < before.len() && !of_each).then_some(base.len())
}

/// A remark without what says that it is a unit; so much for each of something is so much all the same.
fn unit_word(text: &str) -> &str {
    let text = text.trim();
    let named = ["单位:", "单位", "unit:", "unit ", "in "].iter().find_map(|word| text.strip_prefix(word));
    named.unwrap_or(text).split('/').next().unwrap_or_default().trim()
}

/// A title without the marks of forms: `工号*`, `工号(必填)`.
pub(in crate::io) fn unmarked(title: &str) -> String {
    let title = normal(title);
    let bare = title.trim().trim_matches('*').trim_end();
    let marks = ["(必填)", "(必填项)", "(选填)", "(required)", "(optional)"];
    let bare = marks.iter().find_map(|mark| bare.strip_suffix(mark)).unwrap_or(bare);
    bare.trim().to_owned()
}
