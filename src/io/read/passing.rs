//! Large files of separated text whose records are let go as soon as somebody took them.
//!
//! It is the same reader as for all such files, given one piece after another. What must be known of a file as a whole
//! before any of it can be read, or changes what was said of a record that is gone, makes a file unfit; such a file is
//! read as a whole.

use std::sync::Arc;
use std::thread;

use super::heading::Fields;
use super::large::{LargeText, Reader, Unfit};
use super::search::{HEADER_ROWS, HeaderRow, HeaderSearch, header};
use super::separated::Blocks;
use super::sheet::Sheet;
use super::{MOST_RECORDS, TakeRows, delimited, sniff};
use crate::data::{Batch, Encoding, Format, InputFile, Layout};
use crate::io::ReadOptions;
use crate::ir::Policy;

/// Fewer bytes are soon read as a whole.
const LARGE: u64 = 1 << 20;

/// Who takes what was read so far, and may let it go.
pub type TakeRecords<'t, E> = dyn FnMut(&mut Batch) -> Result<(), E> + 't;

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

/// Whether the records of files may pass: one of them is large, and all are text as far as it can be told of their sizes
/// and what was asked for.
pub fn may_pass(names: &[&str], options: &ReadOptions) -> bool {
    let plain = options.encoding.is_none() && options.sheet.is_none() && !options.by_cells;
    let sizes: Option<u64> = names.iter().map(|name| Reader::size(name)).sum();
    plain && sizes.is_some_and(|sizes| sizes >= LARGE)
}

/// Reads the records of files, and gives them to `take` as they come; what is left in the end is what `take` let stay.
pub fn read_passing<E>(
    policy: &Policy,
    names: &[&str],
    options: &ReadOptions,
    take: &mut TakeRecords<E>,
) -> Result<Batch, Unpassed<E>> {
    let all = [Fields::of(&Layout::records(policy))];
    let mut batch = Batch::default();
    batch.pass();
    let sizes = names.iter().filter_map(|name| Reader::size(name)).sum::<u64>();
    options.progress.begin(usize::try_from(sizes).unwrap_or(usize::MAX));
    for name in names {
        let reader = Reader::open(name)?;
        match options.threads {
            0 | 1 => of_file(&all, &mut batch, LargeText::begun(name, reader)?, options, take)?,
            _ => thread::scope(|scope| {
                let text = LargeText::ahead(name, reader, scope)?;
                of_file(&all, &mut batch, text, options, take)
            })?,
        }
    }
    if batch.has_missed() || batch.len() > MOST_RECORDS {
        return Err(Unpassed::Unfit);
    }
    Ok(batch)
}

fn of_file<E>(
    all: &[Fields; 1],
    batch: &mut Batch,
    mut text: LargeText,
    options: &ReadOptions,
    take: &mut TakeRecords<E>,
) -> Result<(), Unpassed<E>> {
    // Among the first rows stands the header.
    while memchr::memchr_iter(b'\n', text.at_hand().0).count() <= HEADER_ROWS && !text.at_hand().1 {
        text.more()?;
    }
    let (input, separator, header) = begun(all, &text)?;
    let mut sheet = Sheet::new((&input, &header), all, std::slice::from_mut(batch)).map_err(|_| Unfit)?;
    let mut blocks = Blocks::new(&input.name, separator);
    loop {
        let (rest, ended) = text.at_hand();
        if rest.is_empty() && ended {
            break;
        }
        let length = if rest.is_empty() { 0 } else { blocks.take((rest, ended), &mut sheet).map_err(|_| Unfit)? };
        if length == 0 {
            text.more()?;
            continue;
        }
        text.pass(length);
        options.progress.add(length);
        sheet.first().map_or(Ok(()), &mut *take).map_err(Unpassed::Stopped)?;
    }
    sheet.end(&[]).map_err(|_| Unfit)?;
    let hash = text.hash()?;
    batch.inputs.last_mut().into_iter().for_each(|input| input.sha256.clone_from(&hash));
    Ok(())
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
