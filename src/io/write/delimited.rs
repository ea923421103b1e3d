//! Results as comma-separated text.

use std::io::{self, Write};

use super::lines::Row;
use super::{Table, spelling};
use crate::data::{Came, Outcome, PutOut, Spell};

/// What makes spreadsheet programs show UTF-8 as it is.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes comma-separated text; `mark` puts a byte-order mark before it.
pub(super) fn write<'o>(
    table: &Table,
    outcomes: impl Iterator<Item = Outcome<'o>>,
    out: &mut dyn Write,
    mark: bool,
) -> io::Result<()> {
    if mark {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = begun(table, out)?;
    outcomes.filter(|outcome| !table.leaves_out(outcome)).try_for_each(|outcome| row(&mut writer, table, &outcome))?;
    writer.flush()
}

/// The same of what comes as figures, as `run` tells it; gives what that gives.
pub(super) fn write_figures<T>(
    table: &Table,
    figures: &Row,
    run: impl FnOnce(&Spell, &mut PutOut<io::Error>) -> io::Result<T>,
    (out, mark): (&mut dyn Write, bool),
) -> io::Result<T> {
    if mark {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    begun(table, &mut *out)?.flush()?;
    let spell = |came: Came, spelt: &mut Vec<u8>| match came {
        Came::Figures(piece, records) => figures.spell(piece, records, spelt),
        Came::Outcome(outcome) if table.leaves_out(outcome) => {}
        // Whatever is written to memory is written.
        Came::Outcome(outcome) => drop(row(&mut csv::Writer::from_writer(spelt), table, outcome)),
    };
    run(&spell, &mut |spelt| out.write_all(spelt))
}

fn begun<W: Write>(table: &Table, out: W) -> csv::Result<csv::Writer<W>> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.heads().map(spelling::harmless).map(|head| head.into_owned()))?;
    Ok(writer)
}

fn row<W: Write>(writer: &mut csv::Writer<W>, table: &Table, outcome: &Outcome) -> csv::Result<()> {
    writer.write_record(table.texts(outcome).map(|cell| spelling::harmless(&cell).into_owned()))
}
