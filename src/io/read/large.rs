//! The text of a large file a piece at a time, as far as it is what nearly every such file is: UTF-8 that nothing speaks
//! against. Whatever else it turns out to be, it is read as a whole.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::encoding::{Look, Looked, controls};
use super::separated::has_lone_return;
use crate::io::file::hexadecimal;

/// So many bytes are read at once.
const AT_ONCE: usize = 1 << 16;
/// More bytes than these belong to no row.
const MOST: usize = 1 << 24;
/// What a text may begin with that says that it is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// What DOS ended a text with.
const END: u8 = 0x1a;

/// Why a file cannot be read a piece at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unfit;

/// A large file, of which some is at hand.
pub(super) struct LargeText {
    pub name: Arc<str>,
    file: File,
    /// Rows at hand that are seen to be text.
    lead: Vec<u8>,
    /// The beginning of a row behind them.
    held: Vec<u8>,
    /// How many bytes the file has, as far as it was read.
    length: usize,
    ended: bool,
    hash: Sha256,
    seen: Seen,
}

/// What the text of a file showed so far.
#[derive(Default)]
struct Seen {
    look: Look,
    controls: usize,
}

/// What a piece of text shows that is UTF-8.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checked {
    looked: Looked,
    controls: usize,
}

/// How many bytes a file has; nothing of what can be read but once.
pub(super) fn size(name: &str) -> Option<u64> {
    std::fs::metadata(name).ok().filter(std::fs::Metadata::is_file).map(|known| known.len())
}

impl LargeText {
    /// The beginning of a file.
    pub fn begun(name: &str) -> Result<Self, Unfit> {
        let mut text = LargeText {
            name: Arc::from(name),
            file: File::open(name).map_err(|_| Unfit)?,
            lead: vec![],
            held: vec![],
            length: 0,
            ended: false,
            hash: Sha256::new(),
            seen: Seen::default(),
        };
        text.more()?;
        Ok(text)
    }

    /// The text at hand, and whether no more follows.
    pub fn at_hand(&self) -> (&[u8], bool) {
        (&self.lead, self.ended)
    }

    /// Leaves some of it behind.
    pub fn pass(&mut self, length: usize) {
        self.lead.drain(..length.min(self.lead.len()));
    }

    /// Has more of it at hand, and sees what it shows.
    pub fn more(&mut self) -> Result<(), Unfit> {
        let piece = self.piece(vec![])?.unwrap_or_default();
        self.see(check(&piece)?)?;
        self.keep(&piece)
    }

    /// Sees what a piece shows that follows those that were seen.
    pub fn see(&mut self, checked: Checked) -> Result<(), Unfit> {
        self.seen.controls += checked.controls;
        if self.seen.look.is_hardly_utf8(checked.looked) { Err(Unfit) } else { Ok(()) }
    }

    /// Has text at hand that was seen and not used.
    pub fn keep(&mut self, rest: &[u8]) -> Result<(), Unfit> {
        self.lead.extend_from_slice(rest);
        if self.lead.len() > MOST { Err(Unfit) } else { Ok(()) }
    }

    /// What follows what is at hand, whole rows as far as line ends tell, in the room of a piece that was used. It is not
    /// seen to be text. Nothing, where no more follows.
    pub fn piece(&mut self, mut bytes: Vec<u8>) -> Result<Option<Vec<u8>>, Unfit> {
        bytes.clear();
        bytes.append(&mut self.held);
        loop {
            if self.ended {
                return Ok(Some(bytes).filter(|bytes| !bytes.is_empty()));
            }
            if bytes.len() > MOST {
                return Err(Unfit);
            }
            self.read(&mut bytes)?;
            if let (Some(end), false) = (memchr::memrchr(b'\n', &bytes), self.ended) {
                self.held.extend_from_slice(bytes.get(end + 1..).unwrap_or_default());
                bytes.truncate(end + 1);
                return Ok(Some(bytes));
            }
        }
    }

    /// Reads some bytes more.
    fn read(&mut self, bytes: &mut Vec<u8>) -> Result<(), Unfit> {
        let (before, mark) = (bytes.len(), self.length == 0);
        bytes.reserve(AT_ONCE);
        let read = (&mut self.file).take(AT_ONCE as u64).read_to_end(bytes).map_err(|_| Unfit)?;
        self.ended = read < AT_ONCE;
        self.hash.update(bytes.get(before..).unwrap_or_default());
        self.length += read;
        if mark && bytes.starts_with(MARK) {
            bytes.drain(..MARK.len());
        }
        if self.ended && bytes.last() == Some(&END) {
            bytes.pop();
        }
        Ok(())
    }

    /// The SHA-256 of the file, all of which was read and seen.
    pub fn hash(mut self) -> Result<String, Unfit> {
        // So many control characters stand in no text.
        let many = self.seen.controls > 0 && self.seen.controls.saturating_mul(20) > self.length;
        if many || !self.ended { Err(Unfit) } else { Ok(hexadecimal(&self.hash.finalize_reset())) }
    }
}

/// What bytes show, where they are text, and such as most are.
pub(super) fn check(bytes: &[u8]) -> Result<Checked, Unfit> {
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| Unfit)?;
    if has_lone_return(bytes) {
        return Err(Unfit);
    }
    Ok(Checked { looked: Looked::of(text), controls: controls(text).ok_or(Unfit)? })
}
