//! Bytes to text: which encoding a file has.

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::{GB18030, UTF_8};

use super::not_data;
use crate::data::{Encoding, Problem};
use crate::diagnostic::Code;
use crate::io::cell::{is_control, may_be_control};

/// So many bytes are counted together.
const AT_ONCE: usize = 128;
/// So many control characters may stand in a text, however short it is.
const FEW_CONTROLS: usize = 4;

/// The text of a file: by its byte-order mark, else as valid UTF-8, else as clean GB18030, which
/// holds GBK and GB2312. What the user says goes before all of them.
pub(super) fn decode<'a>(
    file: &Arc<str>,
    bytes: &'a [u8],
    wanted: Option<&str>,
) -> Result<(Cow<'a, str>, Encoding), Problem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(not_data("empty", file));
    }
    let marked = encoding_rs::Encoding::for_bom(bytes);
    let (encoding, guessed) = match (wanted, marked) {
        (Some(name), _) => (named(file, name)?, false),
        (None, Some((encoding, _))) => (encoding, false),
        (None, None) if std::str::from_utf8(bytes).is_ok_and(|text| !hardly_utf8(text)) => (UTF_8, false),
        (None, None) => (GB18030, true),
    };
    let body = bytes.get(marked.map_or(0, |(_, length)| length)..).unwrap_or_default();
    // DOS ended a text with a control Z, and some exports still do.
    let body = body.strip_suffix(b"\x1a").unwrap_or(body);
    let text = encoding.decode_without_bom_handling_and_without_replacement(body);
    match text {
        Some(text) if binary(&text) => Err(not_data("binary", file)),
        Some(text) => Ok((text, Encoding { name: encoding.name(), guessed })),
        None if guessed && binary(&String::from_utf8_lossy(bytes)) => Err(not_data("binary", file)),
        None if guessed => Err(Problem::new(Code::BadEncoding, "", file)),
        None => {
            let variant = if wanted.is_some() { "wanted" } else { "mark" };
            Err(Problem::new(Code::BadEncoding, variant, file).arg("encoding", encoding.name()))
        }
    }
}

/// Whether valid UTF-8 is more likely GB18030. Of the commonest characters each sixth is two bytes that UTF-8 has too, as
/// a Cyrillic, Greek or Latin letter: 叶小英 is ҶСӢ. A short list of names can be of them alone.
fn hardly_utf8(text: &str) -> bool {
    // Letters of one alphabet begin with one byte; characters with many.
    let mut leads: Vec<u8> = vec![];
    if text.is_ascii() {
        return false;
    }
    for word in text.split(is_between).filter(|word| !word.is_ascii()) {
        // Of most files the first word tells.
        if !is_likely(word) {
            return false;
        }
        leads.extend(word.chars().filter_map(lead));
    }
    leads.iter().any(|lead| Some(lead) != leads.first())
}

/// Whether a character stands between words.
fn is_between(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphabetic()
}

/// Whether a word may be of characters that look so in UTF-8. Words as people write them stand with ASCII letters, or have
/// some letters that are no character here.
fn is_likely(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| lead(c).is_some())
}

/// What a text shows of its encoding, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// Whether a word was seen that is surely UTF-8.
    sure: bool,
}

/// What the first word tells of the encoding of a text that is not ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looked {
    /// All is ASCII.
    Ascii,
    /// It is surely UTF-8.
    Sure,
    /// It may be GB18030 after all.
    Doubtful,
}

impl Looked {
    /// What a text shows that ends with a line.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Looked::Ascii;
        }
        match text.split(is_between).find(|word| !word.is_ascii()).is_some_and(|word| !is_likely(word)) {
            true => Looked::Sure,
            false => Looked::Doubtful,
        }
    }
}

impl Look {
    /// Whether a file may be GB18030 after all, as its next piece shows.
    pub fn is_hardly_utf8(&mut self, looked: Looked) -> bool {
        self.sure |= looked == Looked::Sure;
        !self.sure && looked == Looked::Doubtful
    }
}

/// How many control characters stand in a text; nothing, where one of them stands in no text.
pub(super) fn controls(text: &str) -> Option<usize> {
    match some_controls(text) {
        0 => Some(0),
        _ if text.contains('\0') => None,
        _ => Some(text.chars().filter(|c| is_control(*c)).count()),
    }
}

/// The first byte of a character that is one of the first level of GB 2312 too.
fn lead(c: char) -> Option<u8> {
    let mut bytes = [0; 4];
    match c.encode_utf8(&mut bytes).as_bytes() {
        [first @ 0xc2..=0xd7, 0xa1..=0xbf] => Some(*first),
        _ => None,
    }
}

fn named(file: &Arc<str>, name: &str) -> Result<&'static encoding_rs::Encoding, Problem> {
    encoding_rs::Encoding::for_label(name.trim().as_bytes())
        .ok_or_else(|| Problem::new(Code::BadEncoding, "unknown", file).arg("encoding", name))
}

/// Whether it is no text at all. A control character here and there is a matter of its cell.
fn binary(text: &str) -> bool {
    let count = some_controls(text);
    let controls = || text.chars().filter(|c| is_control(*c)).count();
    let many = || count > FEW_CONTROLS && controls() > FEW_CONTROLS && controls().saturating_mul(20) > text.len();
    count > 0 && (text.contains('\0') || many())
}

/// How many bytes of a text may be, or begin, a control character.
fn some_controls(text: &str) -> usize {
    // Counted in bytes of so few that no count overflows, many are looked at together.
    let some = |bytes: &[u8]| bytes.iter().fold(0_u8, |count, byte| count + u8::from(may_be_control(*byte)));
    text.as_bytes().chunks(AT_ONCE).map(|bytes| usize::from(some(bytes))).sum()
}
