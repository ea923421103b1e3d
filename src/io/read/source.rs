//! One file for everybody who reads it: opened, told by its content and decoded once, then read below its header.

use std::borrow::Cow;
use std::sync::Arc;

use super::heading::Fields;
use super::json::Objects;
use super::search::{HeaderSearch, header};
use super::sheet::Sheet;
use super::{Sink, Stop, TakeRows, delimited, encoding, parquet, separated, sniff, workbook};
use crate::data::{Batch, Format, InputFile, Problem};
use crate::diagnostic::Code;
use crate::io::{DataSource, ReadOptions};

/// A smaller file is hashed before a thread would begin.
const WORTH_A_THREAD: usize = 1 << 20;

/// What a file holds, as far as its format tells.
enum Content<'s> {
    Book(&'s [u8]),
    Columns(&'s [u8]),
    Text(Cow<'s, str>),
}

/// What is cut into rows.
enum Rows<'t> {
    Columns(parquet::Table<'t>),
    Objects(Objects<'t>),
    Delimited(&'t Arc<str>, &'t str, u8),
}

/// Adds the records of a file to those of each policy. Its hash is worked out beside them.
pub(super) fn read(
    all: &[Fields],
    batches: &mut [Batch],
    source: &DataSource,
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let before = batches.first().map_or(0, |batch| batch.inputs.len());
    std::thread::scope(|scope| {
        let small = source.bytes.len() < WORTH_A_THREAD;
        let hash = || source.sha256();
        let beside = if small { None } else { std::thread::Builder::new().spawn_scoped(scope, hash).ok() };
        let read = read_unhashed(all, batches, source, options);
        let hash = beside.and_then(|beside| beside.join().ok()).unwrap_or_else(hash);
        let own = batches.iter_mut().flat_map(|batch| batch.inputs.iter_mut().skip(before));
        own.for_each(|input| input.sha256.clone_from(&hash));
        read
    })
}

fn read_unhashed(
    all: &[Fields],
    batches: &mut [Batch],
    source: &DataSource,
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let (input, content) = opened(all, source, options).map_err(|problem| vec![problem])?;
    if input.encoding.is_some_and(|encoding| encoding.guessed) && std::str::from_utf8(&source.bytes).is_ok() {
        let told = Problem::new(Code::DoubtfulCell, "encoding", &input.name);
        batches.first_mut().into_iter().for_each(|batch| batch.notices.push(told.clone()));
    }
    match content {
        Content::Book(bytes) => workbook::read((input, bytes), all, batches, options),
        Content::Columns(bytes) => {
            let table = parquet::Table::of(&input.name, bytes, all).map_err(|problem| vec![problem])?;
            read_rows(&input, &Rows::Columns(table), all, batches, options)
        }
        Content::Text(text) => {
            let rows = Rows::of(&input, &text).map_err(Stop::problems)?;
            read_rows(&input, &rows, all, batches, options)
        }
    }
}

fn opened<'s>(
    all: &[Fields],
    source: &'s DataSource,
    options: &ReadOptions,
) -> Result<(InputFile, Content<'s>), Problem> {
    let bytes = source.bytes.as_slice();
    let mut input = InputFile {
        name: Arc::clone(&source.name),
        sheet: None,
        sha256: String::new(),
        format: Format::Json,
        encoding: None,
        columns: vec![],
        unused: vec![],
    };
    if let Some(format) = sniff::binary(&source.name, bytes)? {
        input.format = format;
        return Ok((input, if format == Format::Parquet { Content::Columns(bytes) } else { Content::Book(bytes) }));
    }
    let (text, encoding) = encoding::decode(&source.name, bytes, options.encoding.as_deref())?;
    input.encoding = Some(encoding);
    input.format = sniff::text(&source.name, &text, all)?;
    Ok((input, Content::Text(text)))
}

fn read_rows(
    input: &InputFile,
    rows: &Rows,
    all: &[Fields],
    batches: &mut [Batch],
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let mut search = HeaderSearch::new(input, all);
    let seen = rows.read(&mut |row, cells| search.row(row, cells));
    let header = header(search.end(seen, &[]))?;
    let mut sheet = Sheet::new((input, &header), all, batches)?;
    let read = match rows {
        Rows::Delimited(file, text, separator) if !options.by_cells => {
            separated::read((file, text), *separator, &mut sheet, &options.progress)
        }
        _ => rows.read(&mut |row, cells| sheet.row(row, cells)),
    };
    read.map_err(Stop::problems)?;
    sheet.end(&[])
}

impl<'t> Rows<'t> {
    fn of(input: &'t InputFile, text: &'t str) -> Result<Self, Stop> {
        Ok(match input.format {
            Format::Json | Format::JsonLines => Rows::Objects(Objects::of(&input.name, text, input.format)?),
            Format::Csv(separator) => Rows::Delimited(&input.name, text, separator),
            _ => Rows::Delimited(&input.name, text, b'\t'),
        })
    }

    fn read(&self, sink: Sink) -> Result<(), Stop> {
        match self {
            Rows::Columns(table) => table.read(sink),
            Rows::Objects(objects) => objects.read(sink),
            Rows::Delimited(file, text, separator) => delimited::read(file, text, *separator, sink),
        }
    }
}
