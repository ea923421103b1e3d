//! What the cells of one column of a file tell only together.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Code;
use crate::io::Problem;
use crate::io::cell::{Cell, FieldPlan, Nature, Oddity, has_decimal_comma, is_one_group, oddity};

/// What was seen of each column of a file.
#[derive(Default)]
pub(super) struct Columnar {
    /// By field: the cells that surely have a decimal comma, and those that may.
    commas: HashMap<usize, Commas>,
    /// By field and kind: what someone should look at.
    odd: HashMap<(usize, Oddity), Seen>,
    /// Fields of which the numbers stand between blanks, as an accounting format writes them.
    padded: Vec<usize>,
    /// Rows with nothing but a key.
    lone: Option<Seen>,
    /// Whether cells are separated by semicolons, as where a comma is the decimal point.
    semicolons: bool,
}

#[derive(Default)]
struct Commas {
    /// The first cell whose comma can only be a decimal one.
    decimal: Option<(u32, String)>,
    /// Records whose cell has one comma that may separate thousands.
    either: Vec<(usize, String)>,
}

/// A cell that was seen first, and how often its like was.
pub(super) struct Seen {
    /// Where.
    pub row: u32,
    /// What stood there.
    pub text: String,
    /// How often.
    pub count: usize,
}

impl Columnar {
    /// Of a file whose cells stand between semicolons, or not.
    pub fn of(semicolons: bool) -> Self {
        Columnar { semicolons, ..Columnar::default() }
    }

    /// Takes note of a cell of the record `at` in `row`.
    pub fn see(&mut self, field: usize, plan: &FieldPlan, cell: &Cell, (at, row): (usize, u32)) {
        if plan.is_numeric() && cell.nature == Nature::Plain {
            self.see_number(field, cell, (at, row));
        }
        if let Some(kind) = oddity(plan, cell) {
            seen(self.odd.entry((field, kind)).or_insert_with(|| Seen::new(row, &cell.text)));
        }
    }

    /// Takes note of a row with nothing but a key.
    pub fn see_lone(&mut self, row: u32, text: &str) {
        seen(self.lone.get_or_insert_with(|| Seen::new(row, text)));
    }

    fn see_number(&mut self, field: usize, cell: &Cell, (at, row): (usize, u32)) {
        let text = cell.text.trim();
        if text.contains(',') {
            let commas = self.commas.entry(field).or_default();
            if has_decimal_comma(text, self.semicolons) {
                commas.decimal.get_or_insert_with(|| (row, text.to_owned()));
            } else if is_one_group(text) {
                commas.either.push((at, text.to_owned()));
            }
        }
        let figures = text.bytes().any(|byte| byte.is_ascii_digit());
        if figures && cell.text.ends_with(' ') && !self.padded.contains(&field) {
            self.padded.push(field);
        }
    }

    /// The cells that may be read in two ways since another of their column has a decimal comma: field, record, the
    /// cell, and the row and text of the other.
    pub fn two_ways(&mut self) -> Vec<(usize, usize, String, (u32, String))> {
        let mut found = vec![];
        for (field, commas) in self.commas.drain() {
            let Some(decimal) = commas.decimal else { continue };
            found.extend(commas.either.into_iter().map(|(at, text)| (field, at, text, decimal.clone())));
        }
        found.sort_by_key(|(field, at, ..)| (*at, *field));
        found
    }

    /// What someone should look at, a warning a column and kind.
    pub fn notices(&mut self, plans: &[FieldPlan], file: &Arc<str>) -> Vec<(Option<usize>, u32, Problem)> {
        let padded = std::mem::take(&mut self.padded);
        let odd = self.odd.drain().filter(|((field, kind), _)| *kind != Oddity::Dash || padded.contains(field));
        let odd = odd.filter_map(|((field, kind), seen)| {
            let name = plans.get(field)?.field.name.as_str();
            let told = Problem::new(Code::DoubtfulCell, kind.variant(), file).arg("field", name);
            Some((Some(field), seen.row, told.arg("value", seen.text).arg("count", seen.count)))
        });
        let lone = self.lone.take().map(|seen| {
            let told = Problem::new(Code::DoubtfulCell, "lone", file);
            (None, seen.row, told.arg("value", seen.text).arg("count", seen.count))
        });
        let mut found: Vec<_> = odd.chain(lone).collect();
        found.sort_by_key(|(field, row, problem)| (*row, *field, problem.variant));
        found
    }
}

impl Seen {
    fn new(row: u32, text: &str) -> Self {
        Seen { row, text: text.trim().to_owned(), count: 0 }
    }
}

fn seen(seen: &mut Seen) {
    seen.count += 1;
}
