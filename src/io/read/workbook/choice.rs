//! Which sheet of a workbook is read: the one that the user names, else the only one of those shown that fits.

use crate::data::{InputFile, Problem};
use std::sync::Arc;

use super::rows::{Aim, Rows};
use super::{Book, Sheet};
use crate::diagnostic::{Arg, Code};
use crate::io::ReadOptions;
use crate::io::read::intake::Intake;
use crate::io::read::{Stop, not_data};

/// What a sheet is to those who look for records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// It has the header and records.
    Whole,
    /// It has the header, and nothing below.
    Bare,
    /// It has no header.
    None,
}

/// Reads the sheet that is meant.
pub(super) fn read(
    intake: &mut Intake,
    book: &mut dyn Book,
    input: &InputFile,
    options: &ReadOptions,
) -> Result<(), Stop> {
    let sheets = book.sheets();
    if let Some(wanted) = &options.sheet {
        let at = wanted_sheet(&sheets, wanted).ok_or_else(|| unknown(input, wanted, &sheets))?;
        return read_sheet(intake, book, input, (&sheets, at), Aim::Records, options);
    }
    let (mut fits, mut refusal) = (vec![], None);
    for at in shown(&sheets) {
        let (fit, problems) = sample(intake, book, input, (&sheets, at), options);
        if fit == Fit::None {
            refusal.get_or_insert(problems);
        }
        fits.push((at, fit));
    }
    let those = |wanted: Fit| fits.iter().filter(move |(_, fit)| *fit == wanted).map(|(at, _)| *at);
    let whole: Vec<usize> = those(Fit::Whole).collect();
    match whole.as_slice() {
        [] => match those(Fit::Bare).next() {
            Some(at) => read_sheet(intake, book, input, (&sheets, at), Aim::Records, options),
            None => {
                let told = only_hidden(intake, book, input, &sheets, options).or(refusal);
                Err(Stop::Unusable(told.unwrap_or_else(|| vec![not_data("empty", &input.name)])))
            }
        },
        [at] => read_sheet(intake, book, input, (&sheets, *at), Aim::Records, options),
        several => {
            let names = several.iter().filter_map(|at| sheets.get(*at));
            Err(named(input, Code::SeveralSheets, "", names).into())
        }
    }
}

/// The places of the sheets that are shown.
fn shown(sheets: &[Sheet]) -> Vec<usize> {
    (0..).zip(sheets).filter(|(_, sheet)| !sheet.hidden).map(|(at, _)| at).collect()
}

/// A sheet by its name, else by its number from 1 among those that are shown.
fn wanted_sheet(sheets: &[Sheet], wanted: &str) -> Option<usize> {
    let by_number = || shown(sheets).get(wanted.parse::<usize>().ok()?.checked_sub(1)?).copied();
    sheets.iter().position(|sheet| sheet.name == wanted).or_else(by_number)
}

fn unknown(input: &InputFile, wanted: &str, sheets: &[Sheet]) -> Problem {
    named(input, Code::UnknownSheet, "", sheets.iter()).arg("sheet", wanted)
}

fn named<'s>(input: &InputFile, code: Code, variant: &'static str, sheets: impl Iterator<Item = &'s Sheet>) -> Problem {
    let names: Vec<Arg> = sheets.map(|sheet| Arg::from(sheet.name.as_str())).collect();
    let first = names.first().cloned().unwrap_or(Arg::from(""));
    Problem::new(code, variant, &input.name).arg("sheets", Arg::List(names)).arg("first", first)
}

/// Where no sheet that is shown fits and hidden ones do.
fn only_hidden(
    intake: &mut Intake,
    book: &mut dyn Book,
    input: &InputFile,
    sheets: &[Sheet],
    options: &ReadOptions,
) -> Option<Vec<Problem>> {
    let hidden: Vec<usize> = (0..).zip(sheets).filter(|(_, sheet)| sheet.hidden).map(|(at, _)| at).collect();
    let fits = hidden.into_iter().filter(|at| sample(intake, book, input, (sheets, *at), options).0 == Fit::Whole);
    let fits: Vec<&Sheet> = fits.filter_map(|at| sheets.get(at)).collect();
    (!fits.is_empty()).then(|| vec![named(input, Code::SeveralSheets, "hidden", fits.into_iter())])
}

/// Looks whether a sheet fits, and if not, says why.
fn sample(
    intake: &mut Intake,
    book: &mut dyn Book,
    input: &InputFile,
    sheet: (&[Sheet], usize),
    options: &ReadOptions,
) -> (Fit, Vec<Problem>) {
    let found = match read_sheet(intake, book, input, sheet, Aim::Sample, options) {
        Err(Stop::Fits) => (Fit::Whole, vec![]),
        Ok(()) => (Fit::Bare, vec![]),
        Err(Stop::NoHeader) => (Fit::None, intake.header_problems()),
        Err(Stop::Unusable(problems)) if problems.iter().all(is_empty) => (Fit::None, problems),
        Err(Stop::Unusable(problems)) if problems.iter().all(is_bare) => (Fit::Bare, vec![]),
        // Two columns of one name: told when it is read.
        Err(Stop::Unusable(problems)) if problems.iter().all(|one| one.code == Code::AmbiguousColumn) => {
            (Fit::Whole, vec![])
        }
        Err(Stop::Unusable(problems)) => (Fit::None, problems),
    };
    intake.abandon();
    found
}

fn is_empty(problem: &Problem) -> bool {
    problem.code == Code::NotData && problem.variant == "empty"
}

fn is_bare(problem: &Problem) -> bool {
    problem.code == Code::NotData && problem.variant == "no-records"
}

fn read_sheet(
    intake: &mut Intake,
    book: &mut dyn Book,
    input: &InputFile,
    (sheets, at): (&[Sheet], usize),
    aim: Aim,
    options: &ReadOptions,
) -> Result<(), Stop> {
    let sheet = sheets.get(at).ok_or_else(|| not_data("empty", &input.name))?;
    intake.begin(InputFile { sheet: Some(Arc::from(sheet.name.as_str())), ..input.clone() });
    let mut rows = Rows::new(intake, &input.name, aim, options.hidden_rows);
    let read = book.read(at, &mut rows);
    rows.end(read)
}
