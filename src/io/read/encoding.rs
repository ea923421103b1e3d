use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::{GB18030, UTF_8};

use super::not_data;
use crate::diagnostic::Code;
use crate::io::{Encoding, Problem};

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
        (None, None) if std::str::from_utf8(bytes).is_ok() => (UTF_8, false),
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

fn named(file: &Arc<str>, name: &str) -> Result<&'static encoding_rs::Encoding, Problem> {
    encoding_rs::Encoding::for_label(name.trim().as_bytes())
        .ok_or_else(|| Problem::new(Code::BadEncoding, "unknown", file).arg("encoding", name))
}

/// Whether a text has control characters that no table has.
fn binary(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{7f}'))
}
