//! Stretches of a file, in bytes.

/// The number of a file in [`Sources`](super::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u16);

/// A stretch of one file, in bytes: `start` is the first, `end` the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// No place in any file: of what concerns a whole run, a data file or the command line.
    pub const NOWHERE: Span = Span { file: FileId(u16::MAX), start: 0, end: 0 };

    /// A span of `file` from byte `start` to byte `end`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The shortest span that holds both; of two files, the first.
    pub fn to(self, other: Span) -> Span {
        if self.file != other.file {
            return self;
        }
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The empty span right behind this one: where something could be inserted.
    pub fn after(self) -> Span {
        Span { start: self.end, ..self }
    }

    /// The empty span right before this one.
    pub fn before(self) -> Span {
        Span { end: self.start, ..self }
    }

    /// The bytes as a range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
