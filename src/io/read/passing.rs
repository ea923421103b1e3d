//! Large files of separated text whose records are let go as soon as somebody took them.
//!
//! It is the same reader as for all such files, given one piece after another. What must be known of a file as a whole
//! before any of it can be read, or changes what was said of a record that is gone, makes a file unfit; such a file is
//! read as a whole.

use std::collections::VecDeque;
use std::sync::Arc;

use super::heading::Fields;
use super::large::{Checked, LargeText, Unfit, check, size};
use super::search::{HEADER_ROWS, HeaderRow, HeaderSearch, header};
use super::separated::{Ahead, Block, Blocks};
use super::sheet::Sheet;
use super::{MOST_RECORDS, TakeRows, delimited, sniff};
use crate::data::{Batch, Crew, Encoding, Format, InputFile, Layout, Member, Promised};
use crate::io::ReadOptions;
use crate::ir::Policy;

/// Fewer bytes are soon read as a whole.
const LARGE: u64 = 1 << 20;

/// Who takes what was read, in the order of the rows.
pub type TakeRecords<'t, W, E> = dyn FnMut(Read<W>) -> Result<(), E> + 't;

/// Who is given records as soon as their block is read, before it is known where they stand among all.
pub type Work<'j, W> = dyn Fn(Batch, Member) -> W + Send + Sync + 'j;

/// What was read.
pub enum Read<'b, W> {
    /// Records that a batch holds, which may let them go.
    Held(&'b mut Batch),
    /// What the records of a block came to that was worked where it was read.
    Worked(W),
}

/// Why records did not pass.
#[derive(Debug)]
pub enum Unpassed<E> {
    /// The files must be read as a whole.
    Unfit,
    /// Who took them could not go on.
    Stopped(E),
}

impl<E> From<Unfit> for Unpassed<E> {
    fn from(_: Unfit) -> Self {
        Unpassed::Unfit
    }
}

/// The fields of a policy, as its records are read that pass.
pub struct RecordFields<'p>([Fields<'p>; 1]);

impl<'p> RecordFields<'p> {
    /// The fields of the records of a policy.
    pub fn of(policy: &'p Policy) -> Self {
        RecordFields([Fields::of(&Layout::records(policy))])
    }
}

/// Whether the records of files may pass: one of them is large, and all are text as far as it can be told of their sizes
/// and what was asked for.
pub fn may_pass(names: &[&str], options: &ReadOptions) -> bool {
    let plain = options.encoding.is_none() && options.sheet.is_none() && !options.by_cells;
    let sizes: Option<u64> = names.iter().map(|name| size(name)).sum();
    plain && sizes.is_some_and(|sizes| sizes >= LARGE)
}

/// Reads the records of files, and gives them to `take` as they come; what is left in the end is what `take` let stay.
/// Where somebody would `work` on those of a block by themselves, they are given to him while others are read.
pub fn read_passing<'j, W: Send + 'j, E>(
    fields: &'j RecordFields,
    names: &[&str],
    (options, crew, work): (&ReadOptions, &Crew<'j>, Option<Arc<Work<'j, W>>>),
    take: &mut TakeRecords<W, E>,
) -> Result<Batch, Unpassed<E>> {
    let mut batch = Batch::default();
    batch.pass();
    let sizes = names.iter().filter_map(|name| size(name)).sum::<u64>();
    options.progress.begin(usize::try_from(sizes).unwrap_or(usize::MAX));
    for name in names {
        of_file((&fields.0, &mut batch), name, (options, crew, work.as_ref()), take)?;
    }
    if batch.has_missed() || batch.len() > MOST_RECORDS {
        return Err(Unpassed::Unfit);
    }
    Ok(batch)
}

fn of_file<'j, W: Send + 'j, E>(
    (all, batch): (&'j [Fields<'j>; 1], &mut Batch),
    name: &str,
    (options, crew, work): (&ReadOptions, &Crew<'j>, Option<&Arc<Work<'j, W>>>),
    take: &mut TakeRecords<W, E>,
) -> Result<(), Unpassed<E>> {
    let mut text = LargeText::begun(name)?;
    // Among the first rows stands the header.
    while memchr::memchr_iter(b'\n', text.at_hand().0).count() <= HEADER_ROWS && !text.at_hand().1 {
        text.more()?;
    }
    let (input, separator, header) = begun(all, &text)?;
    let mut sheet = Sheet::new((&input, &header), all, std::slice::from_mut(batch)).map_err(|_| Unfit)?;
    let mut blocks = Blocks::new(&input.name, separator);
    let mut pieces = None;
    loop {
        // What is at hand stands before all that is read ahead.
        let ended = text.at_hand().1 && pieces.as_ref().is_none_or(Pieces::is_empty);
        options.progress.add(at_hand(&mut text, ended, (&mut blocks, &mut sheet))?);
        sheet.first().map_or(Ok(()), |batch| take(Read::Held(batch))).map_err(Unpassed::Stopped)?;
        pieces = pieces.or_else(|| Pieces::after(&blocks, &sheet, (crew, work)));
        let Some((mut block, worked)) = pieces.as_mut().map_or(Ok(None), |pieces| pieces.next(&mut text))? else {
            if ended {
                break;
            }
            text.more()?;
            continue;
        };
        let length = block.bytes.len();
        match worked {
            Some(worked) if text.at_hand().0.is_empty() && blocks.take_worked(&block, &mut sheet) => {
                options.progress.add(length);
                take(Read::Worked(worked)).map_err(Unpassed::Stopped)?;
            }
            _ if text.at_hand().0.is_empty() && blocks.take_block(&block, &mut sheet).map_err(|_| Unfit)? => {
                options.progress.add(length);
            }
            // A row goes on behind it, or began before it.
            _ => text.keep(&std::mem::take(&mut block.bytes))?,
        }
        pieces.iter_mut().for_each(|pieces| pieces.spare.extend(Some(std::mem::take(&mut block))));
    }
    sheet.end(&[]).map_err(|_| Unfit)?;
    let hash = text.hash()?;
    batch.inputs.last_mut().into_iter().for_each(|input| input.sha256.clone_from(&hash));
    Ok(())
}

/// Pieces of a text that are read ahead of those before them.
struct Pieces<'c, 'j, W> {
    crew: &'c Crew<'j>,
    way: Arc<Way<'j, W>>,
    /// In their order, with what is seen of their text.
    under_way: VecDeque<Promised<Result<Piece<W>, Unfit>>>,
    /// Such as were used.
    spare: Vec<Block>,
    /// The line at which the next one begins.
    line: u64,
}

/// A piece that was read: what is seen of its text, its rows, and what their records came to.
type Piece<W> = (Checked, Block, Option<W>);

/// How a piece is read and worked.
struct Way<'j, W> {
    ahead: Ahead<'j>,
    /// The file with its place among those of the run.
    input: (u32, InputFile),
    work: Option<Arc<Work<'j, W>>>,
}

impl<'c, 'j, W: Send + 'j> Pieces<'c, 'j, W> {
    /// Those behind what was given to a sheet; nothing, before it is known how their rows are read.
    fn after(
        blocks: &Blocks<'j>,
        sheet: &Sheet<'_, 'j>,
        (crew, work): (&'c Crew<'j>, Option<&Arc<Work<'j, W>>>),
    ) -> Option<Self> {
        let ahead = blocks.ahead(sheet, crew.threads())?;
        let way = Arc::new(Way { ahead, input: sheet.input(), work: work.map(Arc::clone) });
        Some(Pieces { crew, way, under_way: VecDeque::new(), spare: vec![], line: blocks.next_line() })
    }

    fn is_empty(&self) -> bool {
        self.under_way.is_empty()
    }

    /// The next piece, with what its records came to; has others read meanwhile. Nothing, where none is left.
    fn next(&mut self, text: &mut LargeText) -> Result<Option<(Block, Option<W>)>, Unfit> {
        while self.under_way.len() < self.crew.most_under_way() {
            let mut block = self.spare.pop().unwrap_or_default();
            let Some(bytes) = text.piece(std::mem::take(&mut block.bytes))? else { break };
            let (way, line) = (Arc::clone(&self.way), self.line);
            self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
            self.under_way.push_back(self.crew.give(move |member| way.read(bytes, block, line, member)));
        }
        let Some(next) = self.under_way.pop_front() else { return Ok(None) };
        let (checked, block, worked) = self.crew.wait(next).ok_or(Unfit)??;
        text.see(checked)?;
        Ok(Some((block, worked)))
    }
}

impl<W> Way<'_, W> {
    /// Reads a piece that begins at a line, and has its records worked.
    fn read(&self, bytes: Vec<u8>, mut block: Block, line: u64, member: Member) -> Result<Piece<W>, Unfit> {
        let checked = check(&bytes)?;
        block.bytes = bytes;
        self.ahead.read(&mut block, line, member);
        let records = self.work.as_ref().and_then(|work| Some((work, block.records((self.input.0, &self.input.1))?)));
        let worked = records.map(|(work, records)| work(records, member));
        Ok((checked, block, worked))
    }
}

/// Gives the rows at hand to a sheet, behind which the text may have `ended`, and tells how many bytes they have.
fn at_hand<'p>(
    text: &mut LargeText,
    ended: bool,
    (blocks, sheet): (&mut Blocks<'p>, &mut Sheet<'_, 'p>),
) -> Result<usize, Unfit> {
    let mut passed = 0;
    loop {
        let rest = text.at_hand().0.get(passed..).unwrap_or_default();
        let length = if rest.is_empty() { 0 } else { blocks.take((rest, ended), sheet).map_err(|_| Unfit)? };
        passed += length;
        if length == 0 {
            text.pass(passed);
            return Ok(passed);
        }
    }
}

/// What a file is, and its header, as the rows among which that stands tell.
fn begun(all: &[Fields; 1], text: &LargeText) -> Result<(InputFile, u8, HeaderRow), Unfit> {
    let head = std::str::from_utf8(text.at_hand().0).map_err(|_| Unfit)?;
    if head.trim_start().is_empty() || !matches!(sniff::binary(&text.name, head.as_bytes()), Ok(None)) {
        return Err(Unfit);
    }
    let format = sniff::text(&text.name, head, all).map_err(|_| Unfit)?;
    let separator = match format {
        Format::Csv(separator) => separator,
        Format::Tsv => b'\t',
        _ => return Err(Unfit),
    };
    let encoding = Some(Encoding { name: encoding_rs::UTF_8.name(), guessed: false });
    let input = InputFile {
        name: Arc::clone(&text.name),
        sheet: None,
        sha256: String::new(),
        format,
        encoding,
        columns: vec![],
        unused: vec![],
    };
    let mut search = HeaderSearch::new(&input, all);
    let seen = delimited::read(&input.name, head, separator, &mut |row, cells| search.row(row, cells));
    // Whoever saw all of the beginning would have to see what follows it.
    if seen.is_ok() {
        return Err(Unfit);
    }
    let header = header(search.end(seen, &[])).map_err(|_| Unfit)?;
    Ok((input, separator, header))
}
