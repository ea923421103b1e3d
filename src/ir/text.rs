//! Texts as somebody wrote them, compared as they look.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// A text: shown as it was written, equal to every text that looks the same (full and half width, composed or not).
/// What NFKC makes equal besides, such as ① and 1 or ㎡ and m2, is two texts.
#[derive(Debug, Clone)]
pub struct Text(Arc<Forms>);

/// A text, and what it is compared as where that differs.
#[derive(Debug)]
struct Forms {
    written: Box<str>,
    normal: Option<Box<str>>,
}

impl Text {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0.written
    }

    /// What a text is compared as that looks in every form as it stands; of others, nothing.
    pub fn settled(text: &str) -> Option<&str> {
        (text.is_ascii() || text.chars().all(is_settled)).then(|| text.trim())
    }

    /// As it is compared.
    pub fn normal(&self) -> &str {
        self.0.normal.as_deref().unwrap_or(&self.0.written)
    }
}

impl From<&str> for Text {
    /// The text without what nobody sees: blanks around it and marks without width.
    fn from(text: &str) -> Self {
        if text.chars().all(is_settled) {
            return Text(Arc::new(Forms { written: Box::from(text.trim()), normal: None }));
        }
        let seen = visible(text);
        let normal = alike(&seen);
        let normal = (normal != seen).then(|| Box::from(normal.as_ref()));
        Text(Arc::new(Forms { written: Box::from(seen.as_ref()), normal }))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.normal() == other.normal()
    }
}

impl Eq for Text {}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.normal().hash(state);
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.normal().cmp(other.normal())
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A text in NFKC, without blanks around it and without what nobody sees: two names that look the
/// same are the same.
pub fn normal(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.chars().all(is_settled)
        || (is_nfkc_quick(trimmed.chars()) == IsNormalized::Yes && !trimmed.contains(is_invisible))
    {
        return Cow::Borrowed(trimmed);
    }
    let seen = trimmed.nfkc().filter(|c| !is_invisible(*c)).collect::<String>();
    Cow::Owned(seen.trim().to_owned())
}

/// The form in which titles of columns are compared: NFKC without any blank, so that `平均响应 时间（s）` is `平均响应时间(s)`.
pub fn squeezed(title: &str) -> String {
    normal(title).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The form in which texts are compared.
fn alike(text: &str) -> Cow<'_, str> {
    if !text.contains(is_sign) {
        return normal(text);
    }
    let mut alike = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_sign) {
        let (before, sign) = rest.split_at(at);
        let end = sign.chars().next().map_or(0, char::len_utf8);
        alike.extend(before.nfkc());
        alike.push_str(sign.get(..end).unwrap_or_default());
        rest = sign.get(end..).unwrap_or_default();
    }
    alike.extend(rest.nfkc());
    Cow::Owned(alike)
}

/// Signs that NFKC takes apart, and that look otherwise than what it makes of them: encircled, squared, raised, in
/// fractions.
fn is_sign(c: char) -> bool {
    matches!(c,
        '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}'..='\u{209f}' | '\u{2150}'..='\u{215f}' | '\u{2460}'..='\u{24ff}'
        | '\u{3200}'..='\u{33ff}' | '\u{1f100}'..='\u{1f2ff}')
}

fn visible(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if !trimmed.contains(is_invisible) {
        return Cow::Borrowed(trimmed);
    }
    let seen = trimmed.chars().filter(|c| !is_invisible(*c)).collect::<String>();
    Cow::Owned(seen.trim().to_owned())
}

/// Whether a character is seen and stays what it is in every normal form, whatever stands beside it, as do most of those
/// of data: told at once, without a look into the tables of Unicode.
fn is_settled(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Marks without width that come along where text is copied: of the direction, of a place to break.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
