//! The text of a large file a piece at a time, as far as it is what nearly every such file is: UTF-8 that nothing speaks
//! against. Whatever else it turns out to be, it is read as a whole.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, Scope};

use sha2::{Digest, Sha256};

use super::encoding::{Look, controls};
use super::separated::has_lone_return;
use crate::io::file::hexadecimal;

/// So many bytes are read at once.
const AT_ONCE: usize = 1 << 18;
/// More bytes than these belong to no row.
const MOST: usize = 1 << 24;
/// So many pieces are read before they are used.
const AHEAD: usize = 4;
/// What a text may begin with that says that it is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// What DOS ended a text with.
const END: u8 = 0x1a;

/// Why a file cannot be read a piece at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unfit;

/// Reads a file, and sees whether it is fit; its hash is worked out beside.
pub(super) struct Reader {
    file: File,
    /// What was read, and is not known to be text or to be whole rows.
    held: Vec<u8>,
    /// How many bytes the file has, as far as it was read.
    length: usize,
    ended: bool,
    look: Look,
    controls: usize,
    hash: Sha256,
}

/// The text of a large file, of which some is at hand.
pub(super) struct LargeText {
    pub name: Arc<str>,
    bytes: Vec<u8>,
    /// How many of the bytes at hand were used.
    used: usize,
    /// The hash of the file, of which all was read.
    end: Option<String>,
    source: Source,
}

/// From where a text comes.
enum Source {
    Here(Box<Reader>),
    /// From another thread, which is given back what was used.
    Ahead(Receiver<Result<Piece, Unfit>>, Sender<Vec<u8>>),
}

/// A piece of a text.
enum Piece {
    /// Whole rows, as far as line ends tell.
    Text(Vec<u8>),
    /// Nothing more, with the hash of the file.
    End(String),
}

impl Reader {
    /// How many bytes a file has; nothing of what can be read but once.
    pub fn size(name: &str) -> Option<u64> {
        std::fs::metadata(name).ok().filter(std::fs::Metadata::is_file).map(|known| known.len())
    }

    /// The beginning of a file.
    pub fn open(name: &str) -> Result<Self, Unfit> {
        Ok(Reader {
            file: File::open(name).map_err(|_| Unfit)?,
            held: vec![],
            length: 0,
            ended: false,
            look: Look::default(),
            controls: 0,
            hash: Sha256::new(),
        })
    }

    /// The next piece, in the room of one that was used.
    fn piece(&mut self, mut bytes: Vec<u8>) -> Result<Piece, Unfit> {
        bytes.clear();
        bytes.append(&mut self.held);
        while !self.ended {
            let (from, mark) = (bytes.len(), self.length == 0);
            self.read(&mut bytes)?;
            if mark && bytes.starts_with(MARK) {
                bytes.drain(..MARK.len());
            }
            let whole = if self.ended { bytes.len() } else { memchr::memrchr(b'\n', &bytes).map_or(0, |end| end + 1) };
            if whole > 0 {
                self.held.extend_from_slice(bytes.get(whole..).unwrap_or_default());
                bytes.truncate(whole);
                self.check(&bytes)?;
                return Ok(Piece::Text(bytes));
            }
            if from > MOST {
                return Err(Unfit);
            }
        }
        // So many control characters stand in no text.
        if self.controls > 0 && self.controls.saturating_mul(20) > self.length {
            return Err(Unfit);
        }
        Ok(Piece::End(hexadecimal(&self.hash.finalize_reset())))
    }

    /// Reads some bytes more.
    fn read(&mut self, bytes: &mut Vec<u8>) -> Result<(), Unfit> {
        let before = bytes.len();
        bytes.reserve(AT_ONCE);
        let read = (&mut self.file).take(AT_ONCE as u64).read_to_end(bytes).map_err(|_| Unfit)?;
        self.ended = read < AT_ONCE;
        self.hash.update(bytes.get(before..).unwrap_or_default());
        self.length += read;
        if self.ended && bytes.last() == Some(&END) {
            bytes.pop();
        }
        Ok(())
    }

    /// Sees whether bytes are text, and such as most are.
    fn check(&mut self, bytes: &[u8]) -> Result<(), Unfit> {
        let text = std::str::from_utf8(bytes).map_err(|_| Unfit)?;
        if has_lone_return(bytes) || self.look.hardly_utf8(text) {
            return Err(Unfit);
        }
        self.controls += controls(text).ok_or(Unfit)?;
        Ok(())
    }

    /// Reads all, and hands it over as it comes.
    fn hand(mut self, over: &SyncSender<Result<Piece, Unfit>>, back: &Receiver<Vec<u8>>) {
        loop {
            let piece = self.piece(back.try_recv().unwrap_or_default());
            let last = !matches!(piece, Ok(Piece::Text(_)));
            // Who ended before the file did wants no more of it.
            if over.send(piece).is_err() || last {
                return;
            }
        }
    }
}

impl LargeText {
    /// The beginning of a text.
    pub fn begun(name: &str, reader: Reader) -> Result<Self, Unfit> {
        LargeText::of(name, Source::Here(Box::new(reader)))
    }

    /// The same, read beside what is done with it.
    pub fn ahead<'s>(name: &str, reader: Reader, scope: &'s Scope<'s, '_>) -> Result<Self, Unfit> {
        let ((over, pieces), (back, used)) = (sync_channel(AHEAD), channel());
        Builder::new().spawn_scoped(scope, move || reader.hand(&over, &used)).map_err(|_| Unfit)?;
        LargeText::of(name, Source::Ahead(pieces, back))
    }

    fn of(name: &str, source: Source) -> Result<Self, Unfit> {
        let mut text = LargeText { name: Arc::from(name), bytes: vec![], used: 0, end: None, source };
        text.more()?;
        Ok(text)
    }

    /// The text at hand, and whether no more follows.
    pub fn at_hand(&self) -> (&[u8], bool) {
        (self.bytes.get(self.used..).unwrap_or_default(), self.end.is_some())
    }

    /// Leaves some of it behind.
    pub fn pass(&mut self, length: usize) {
        self.used = (self.used + length).min(self.bytes.len());
    }

    /// Has more of it at hand, or knows that there is none.
    pub fn more(&mut self) -> Result<(), Unfit> {
        let rest = self.bytes.get(self.used..).unwrap_or_default().to_vec();
        if rest.len() > MOST {
            return Err(Unfit);
        }
        let used = std::mem::take(&mut self.bytes);
        let piece = match &mut self.source {
            Source::Here(reader) => reader.piece(used)?,
            Source::Ahead(pieces, back) => {
                // Who reads may have come to the end.
                let _ = back.send(used);
                pieces.recv().map_err(|_| Unfit)??
            }
        };
        (self.bytes, self.used) = (rest, 0);
        match piece {
            Piece::Text(bytes) if self.bytes.is_empty() => self.bytes = bytes,
            Piece::Text(bytes) => self.bytes.extend_from_slice(&bytes),
            Piece::End(hash) => self.end = Some(hash),
        }
        Ok(())
    }

    /// The SHA-256 of the file, all of which was read.
    pub fn hash(self) -> Result<String, Unfit> {
        self.end.ok_or(Unfit)
    }
}
