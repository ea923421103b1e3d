//! What the cells of one column of a file tell only together.

use std::collections::HashMap;
use std::sync::Arc;

use super::shares::Shares;
use super::two_ways::TwoWays;
use crate::data::Problem;
use crate::diagnostic::{Arg, Code};
use crate::io::cell::{
    Cell, Fault, FieldPlan, Headed, Nature, Oddity, as_decimal, has_decimal_comma, has_decimal_point, is_one_group,
    is_one_pointed_group, oddity, read_cell,
};

/// What was seen of each column of a file.
#[derive(Default)]
pub(super) struct Columnar {
    /// By field: what its cells tell of the decimal mark.
    marks: Vec<Marks>,
    /// By field and kind: what someone should look at.
    odd: HashMap<(usize, Oddity), Seen>,
    /// Fields of which the numbers stand between blanks, as an accounting format writes them.
    padded: Vec<usize>,
    /// By field: numbers with a point before three digits, of which nothing tells that it separates no thousands.
    pointed: Vec<(usize, Seen)>,
    /// Rows with nothing but a key.
    lone: Option<Seen>,
    /// By field: blank cells of texts that nothing is worked out from.
    blank: HashMap<usize, Seen>,
    /// By field and variant: numbers that are read by the unit of their title, or against it.
    titled: HashMap<(usize, &'static str), (Seen, Titled)>,
    /// Percents below titles that say so.
    shares: Shares,
    /// Whether cells are separated by semicolons, as where a comma is the decimal point.
    semicolons: bool,
}

#[derive(Default)]
struct Marks {
    /// The first cell whose comma can only be a decimal one.
    comma: Option<(u32, String)>,
    /// Whether the point of some cell can only be a decimal one.
    point: bool,
    /// Records whose cell has one comma that may separate thousands.
    either: Vec<(usize, String)>,
    /// Records whose cell has one point that may separate thousands.
    pointed: Vec<(usize, String)>,
    /// The first of them.
    first_pointed: Option<Seen>,
    /// Whether the field has fewer than three decimals, so that nobody writes three after a decimal point.
    coarse: bool,
}

/// How it is told that a number is read by its title, and what it means.
pub(super) struct Titled {
    /// The variant of the text.
    pub variant: &'static str,
    /// The title, and the unit in it.
    pub title: String,
    pub unit: String,
    /// The number with its unit.
    pub means: Arg,
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
            self.see_number(field, plan, cell, (at, row));
        }
        if let Some(kind) = oddity(plan, cell) {
            seen(self.odd.entry((field, kind)).or_insert_with(|| Seen::new(row, &cell.text)));
        }
    }

    /// Whether it is known of a field that a point in its cells is a decimal one, so that no further point tells anything.
    pub fn knows_point(&self, field: usize) -> bool {
        self.marks.get(field).is_some_and(|marks| marks.point)
    }

    /// Takes note of a bare number that is read by the unit of its title.
    pub fn see_titled(&mut self, field: usize, (row, text): (u32, &str), titled: Titled) {
        seen(&mut self.titled.entry((field, titled.variant)).or_insert_with(|| (Seen::new(row, text), titled)).0);
    }

    /// Takes note of a cell below a title that says percent.
    pub fn see_share(&mut self, of: (usize, &str), cell: &Cell, place: (usize, u32)) {
        if cell.nature == Nature::Plain {
            self.shares.see(of, &cell.text, place);
        }
    }

    /// Takes note of a blank cell that changes nothing.
    pub fn see_blank(&mut self, field: usize, row: u32) {
        seen(self.blank.entry(field).or_insert_with(|| Seen::new(row, "")));
    }

    /// Takes note of a row with nothing but a key.
    pub fn see_lone(&mut self, row: u32, text: &str) {
        seen(self.lone.get_or_insert_with(|| Seen::new(row, text)));
    }

    fn see_number(&mut self, field: usize, plan: &FieldPlan, cell: &Cell, (at, row): (usize, u32)) {
        let text = cell.text.trim();
        if text.bytes().any(|byte| matches!(byte, b',' | b'.')) {
            if self.marks.len() <= field {
                self.marks.resize_with(field + 1, Marks::default);
            }
            if let Some(marks) = self.marks.get_mut(field) {
                marks.see(plan, text, (at, row), self.semicolons);
            }
        }
        let padded = cell.text.ends_with(' ') && !self.padded.contains(&field);
        if padded && text.bytes().any(|byte| byte.is_ascii_digit()) {
            self.padded.push(field);
        }
    }

    /// The cells that may be read in two ways since another of their column has a decimal comma, or since the file looks
    /// as if it came from where a comma is one.
    pub fn two_ways(&mut self) -> Vec<TwoWays> {
        let mut found = vec![];
        for (field, marks) in self.marks.drain(..).enumerate() {
            let pointed = if marks.point { vec![] } else { marks.pointed };
            let doubted = match &marks.comma {
                Some(_) => [marks.either, pointed].concat(),
                None if self.semicolons && marks.coarse => pointed,
                None => {
                    let told = marks.first_pointed.filter(|_| marks.coarse && !pointed.is_empty());
                    self.pointed.extend(told.map(|seen| (field, seen)));
                    continue;
                }
            };
            let fault = |text: &str| {
                let point = if text.contains(',') { text.replace(',', ".") } else { as_decimal(text) };
                let fault = match &marks.comma {
                    Some((row, decimal)) => {
                        Fault::new("two-ways").arg("decimal", decimal.as_str()).arg("row", *row as usize)
                    }
                    None => Fault::new("semicolons"),
                };
                fault.arg("point", point).hint(text.replace([',', '.'], ""))
            };
            found.extend(doubted.into_iter().map(|(at, text)| TwoWays { field, at, fault: fault(&text), text }));
        }
        let known: Vec<_> = found.iter().map(|doubt| (doubt.at, doubt.field)).collect();
        let shares = self.shares.two_ways();
        self.titled.retain(|(field, _), _| shares.iter().all(|doubt| doubt.field != *field));
        found.extend(shares.into_iter().filter(|doubt| !known.contains(&(doubt.at, doubt.field))));
        found.sort_by_key(|doubt| (doubt.at, doubt.field));
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
        let blank = self.blank.drain().filter_map(|(field, seen)| {
            let name = plans.get(field)?.field.name.as_str();
            let told = Problem::new(Code::DoubtfulCell, "blank", file).arg("field", name);
            Some((Some(field), seen.row, told.arg("count", seen.count)))
        });
        let titled = self.titled.drain().filter_map(|((field, _), (seen, titled))| {
            let name = plans.get(field)?.field.name.as_str();
            let told =
                Problem::new(Code::DoubtfulCell, titled.variant, file).arg("field", name).arg("value", seen.text);
            Some((
                Some(field),
                seen.row,
                told.arg("title", titled.title)
                    .arg("unit", titled.unit)
                    .arg("means", titled.means)
                    .arg("count", seen.count),
            ))
        });
        let pointed = self.pointed.drain(..).filter_map(|(field, seen)| {
            let name = plans.get(field)?.field.name.as_str();
            let told = Problem::new(Code::DoubtfulCell, "pointed", file).arg("field", name).arg("count", seen.count);
            let (decimal, many) = (as_decimal(&seen.text), seen.text.replace('.', ""));
            Some((Some(field), seen.row, told.arg("value", seen.text).arg("decimal", decimal).arg("many", many)))
        });
        let lone = self.lone.take().map(|seen| {
            let told = Problem::new(Code::DoubtfulCell, "lone", file);
            (None, seen.row, told.arg("value", seen.text).arg("count", seen.count))
        });
        let mut found: Vec<_> = odd.chain(pointed).chain(blank).chain(titled).chain(lone).collect();
        found.sort_by_key(|(field, row, problem)| (*row, *field, problem.variant));
        found
    }
}

impl Marks {
    fn see(&mut self, plan: &FieldPlan, text: &str, (at, row): (usize, u32), semicolons: bool) {
        // What tells of a point is known already, and only a comma could tell more.
        if self.point && !text.contains(',') {
            return;
        }
        self.coarse = plan.is_coarse();
        if has_decimal_comma(text, semicolons) {
            self.comma.get_or_insert_with(|| (row, text.to_owned()));
        } else if is_one_group(text) {
            self.either.push((at, text.to_owned()));
        } else if has_decimal_point(text) {
            self.point = true;
        } else if is_one_pointed_group(text) {
            self.pointed.push((at, text.to_owned()));
            // Where the field cannot have so many, nobody means thousands.
            let many = Cell::plain(text.replace('.', ""));
            if read_cell(plan, &Headed::default(), &many).is_ok() {
                seen(self.first_pointed.get_or_insert_with(|| Seen::new(row, text)));
            }
        }
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
