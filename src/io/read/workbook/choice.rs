//! Which sheet of a workbook is read: the one that the user names, else the only one of those shown that fits.

use super::rows::Rows;
use super::{Book, Sheet, input_of};
use crate::data::{InputFile, Problem};
use crate::diagnostic::{Arg, Code};
use crate::io::ReadOptions;
use crate::io::read::heading::Fields;
use crate::io::read::not_data;
use crate::io::read::search::{Fit, HeaderRow, HeaderSearch, Refusal, header};

/// A sheet by its place, and what it is to each policy.
type Looked = (usize, Vec<Fit>);

/// The sheet that is meant, by its place, and its header.
pub(super) fn find(
    book: &mut dyn Book,
    input: &InputFile,
    all: &[Fields],
    options: &ReadOptions,
) -> Result<(usize, HeaderRow), Vec<Problem>> {
    let sheets = book.sheets();
    if let Some(wanted) = &options.sheet {
        let at = wanted_sheet(&sheets, wanted).ok_or_else(|| vec![unknown(input, wanted, &sheets)])?;
        return Ok((at, header(look(book, (input, &sheets), at, (all, options)))?));
    }
    let mut looked = |hidden: bool| -> Vec<Looked> {
        let those = of(&sheets, hidden).into_iter();
        those.map(|at| (at, look(book, (input, &sheets), at, (all, options)))).collect()
    };
    let (mut shown, mut hidden, mut refusals) = (looked(false), None, vec![]);
    // The first policy that finds its columns tells which sheet it is.
    for policy in 0..all.len() {
        if let Some(found) = chosen(&mut shown, policy, (input, &sheets))? {
            return Ok(found);
        }
        // Where no sheet that is shown fits and hidden ones do.
        let hidden = whole(hidden.get_or_insert_with(|| looked(true)), policy);
        if !hidden.is_empty() {
            return Err(vec![named(
                input,
                Code::SeveralSheets,
                "hidden",
                hidden.iter().filter_map(|at| sheets.get(*at)),
            )]);
        }
        match shown.first_mut().and_then(|(_, fits)| fits.get_mut(policy)) {
            Some(Fit::None(Refusal::NoHeader(problems))) => refusals.push(std::mem::take(problems)),
            Some(Fit::None(Refusal::Unusable(problems))) => return Err(std::mem::take(problems)),
            _ => return Err(vec![not_data("empty", &input.name)]),
        }
    }
    Err(refusals.into_iter().next().unwrap_or_default())
}

/// The sheet of a policy: the only one with records, else the first with its header.
fn chosen(
    shown: &mut [Looked],
    policy: usize,
    (input, sheets): (&InputFile, &[Sheet]),
) -> Result<Option<(usize, HeaderRow)>, Vec<Problem>> {
    let whole = whole(shown, policy);
    if whole.len() > 1 {
        let names = whole.iter().filter_map(|at| sheets.get(*at));
        return Err(vec![named(input, Code::SeveralSheets, "", names)]);
    }
    let mut bare = None;
    for (at, fits) in shown {
        let Some(fit) = fits.get_mut(policy) else { continue };
        match std::mem::replace(fit, Fit::None(Refusal::NoHeader(vec![]))) {
            Fit::Whole(header) => return Ok(Some((*at, header))),
            Fit::Bare(header) => bare = bare.or(Some((*at, header))),
            none => *fit = none,
        }
    }
    Ok(bare)
}

/// The sheets in which a policy has records.
fn whole(looked: &[Looked], policy: usize) -> Vec<usize> {
    let fits = |fits: &[Fit]| matches!(fits.get(policy), Some(Fit::Whole(_)));
    looked.iter().filter(|(_, of)| fits(of)).map(|(at, _)| *at).collect()
}

/// The places of the sheets that are shown, or of those that are hidden.
fn of(sheets: &[Sheet], hidden: bool) -> Vec<usize> {
    (0..).zip(sheets).filter(|(_, sheet)| sheet.hidden == hidden).map(|(at, _)| at).collect()
}

/// A sheet by its name, else by its number from 1 among those that are shown.
fn wanted_sheet(sheets: &[Sheet], wanted: &str) -> Option<usize> {
    let by_number = || of(sheets, false).get(wanted.parse::<usize>().ok()?.checked_sub(1)?).copied();
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

/// What a sheet is to each policy.
fn look(
    book: &mut dyn Book,
    (input, sheets): (&InputFile, &[Sheet]),
    at: usize,
    (all, options): (&[Fields], &ReadOptions),
) -> Vec<Fit> {
    let input = input_of(input, sheets, at);
    let mut search = HeaderSearch::new(&input, all);
    let mut rows = Rows::new(&mut search, &input.name, options.hidden_rows);
    let read = book.read(at, &mut rows);
    let (read, left_out) = rows.end(read);
    search.end(read, &left_out)
}
