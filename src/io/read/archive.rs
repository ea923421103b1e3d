use std::sync::Arc;

use super::not_data;
use crate::diagnostic::Code;
use crate::io::{Format, Problem};

/// More than this unpacked is refused.
const MOST_BYTES: u64 = 1 << 30;
/// An archive that unpacks to more than this …
const LARGE: u64 = 64 << 20;
/// … must not unpack to more than so many times its own size.
const MOST_RATIO: u64 = 200;

/// Length of the record that ends an archive, without its comment.
const END_LENGTH: usize = 22;
/// Length of an entry of the directory, without its names.
const ENTRY_LENGTH: usize = 46;

/// Which workbook an archive is, by the names in its directory. Whoever unpacks it afterwards gets
/// no more than the directory promises within bounds: a bomb is refused before it is opened.
pub(super) fn workbook(file: &Arc<str>, bytes: &[u8]) -> Result<Format, Problem> {
    let directory = directory(bytes).ok_or_else(|| not_data("workbook", file))?;
    let large = directory.unpacked > LARGE && directory.unpacked / MOST_RATIO > bytes.len() as u64;
    if directory.unpacked > MOST_BYTES || large {
        let megabytes = usize::try_from(directory.unpacked >> 20).unwrap_or(usize::MAX);
        return Err(Problem::new(Code::TooLarge, "", file).arg("megabytes", megabytes));
    }
    let has = |name: &str| directory.names.contains(&name.as_bytes());
    match (has("xl/workbook.xml"), has("content.xml")) {
        (true, _) => Ok(Format::Xlsx),
        (false, true) => Ok(Format::Ods),
        (false, false) => Err(not_data("archive", file)),
    }
}

struct Directory<'a> {
    names: Vec<&'a [u8]>,
    unpacked: u64,
}

/// Reads the central directory of a ZIP archive (APPNOTE 6.3, 4.3.12 and 4.3.16).
fn directory(bytes: &[u8]) -> Option<Directory<'_>> {
    let earliest = bytes.len().saturating_sub(END_LENGTH + usize::from(u16::MAX));
    let tail = bytes.get(earliest..)?;
    let end = earliest + tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let mut at = number(bytes, end + 16, 4)? as usize;
    let mut found = Directory { names: vec![], unpacked: 0 };
    for _ in 0..number(bytes, end + 10, 2)? {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        found.unpacked = found.unpacked.saturating_add(number(bytes, at + 24, 4)?);
        let (name, extra) = (number(bytes, at + 28, 2)? as usize, number(bytes, at + 30, 2)? as usize);
        let comment = number(bytes, at + 32, 2)? as usize;
        found.names.push(bytes.get(at + ENTRY_LENGTH..at + ENTRY_LENGTH + name)?);
        at = at.checked_add(ENTRY_LENGTH + name + extra + comment)?;
    }
    Some(found)
}

/// A little-endian number of `length` bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let field = bytes.get(at..at.checked_add(length)?)?;
    Some(field.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}
