//! An empty sheet as a workbook: titles, notes on units, lists to choose from, limits, and what each column is.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatBorder, Formula, Note, Workbook,
    Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::Template;
use super::columns::{SheetColumn, heads, is_below_permille, labels, truths};
use crate::io::schema::Scale;
use crate::ir::{Bare, Field, Slot, Type};
use crate::quantity::{Calendar, Dimension, Number, Tongue, spell_number};
use crate::render::say;

/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_575;
/// A list to choose from holds so many letters; a longer one stands in cells.
const MOST_LETTERS: usize = 255;
/// What a column has beside its title, its least and its greatest width.
const MARGIN: usize = 4;
const LEAST_WIDTH: usize = 10;
const MOST_WIDTH: usize = 60;

pub(super) fn fill(template: &Template, tongue: Tongue) -> Result<Vec<u8>, XlsxError> {
    let columns = template.columns(tongue);
    let mut workbook = Workbook::new();
    let (data, about) = (say("sheet-data", &[], tongue), say("sheet-about", &[], tongue));
    let sheet = workbook.add_worksheet().set_name(&data)?;
    let header = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let fields = template.fields.iter().zip(template.slots).zip(heads(template.fields, template.slots)).zip(&columns);
    for (at, (((field, slot), head), column)) in (0..).zip(fields) {
        sheet.write_string_with_format(0, at, head, &header)?;
        sheet.set_column_width(at, width(head))?;
        sheet.set_column_format(at, &format(template, (field, slot), head))?;
        let told = note(column);
        if !told.is_empty() {
            sheet.insert_note(0, at, &Note::new(told).set_author("").add_author_prefix(false))?;
        }
        // What is entered in thousandths has no limits in hundredths.
        let rule = rule(template, (field, slot), (at, &about), tongue);
        if let Some(rule) = rule.filter(|_| !is_below_permille(head, field, slot)) {
            sheet.add_data_validation(1, at, LAST_ROW, at, &told_apart(rule, column, tongue)?)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let sheet = workbook.add_worksheet().set_name(&about)?;
    explain(sheet, template, &columns, tongue)?;
    workbook.save_to_buffer()
}

/// The columns one below the other, and behind them the lists that are too long for a cell's own.
fn explain(
    sheet: &mut Worksheet,
    template: &Template,
    columns: &[SheetColumn],
    tongue: Tongue,
) -> Result<(), XlsxError> {
    let header = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let titles = ["about-head", "about-unit", "about-allowed", "about-needed"].map(|id| say(id, &[], tongue));
    // In quotes a title is no title, so that this sheet is never taken for the data.
    let quoted = |head: &str| say("about-column", &[("head", head.into())], tongue);
    let mut widths = titles.each_ref().map(|title| title.width());
    for (at, title) in (0..).zip(&titles) {
        sheet.write_string_with_format(0, at, title, &header)?;
    }
    for (row, column) in (1..).zip(columns) {
        let cells = [quoted(&column.head), column.unit.clone(), column.allowed.clone(), column.needed.clone()];
        for ((at, cell), width) in (0..).zip(&cells).zip(&mut widths) {
            sheet.write_string(row, at, cell)?;
            *width = (*width).max(cell.width());
        }
    }
    for (at, width) in (0..).zip(widths) {
        sheet.set_column_width(at, u16::try_from(width + MARGIN).unwrap_or(u16::MAX).min(MOST_WIDTH as u16))?;
    }
    for (at, (field, slot)) in (0..).zip(template.fields.iter().zip(template.slots)) {
        let labels = labels(template.policy, field, slot);
        if is_long(&labels) {
            for (row, label) in (0..).zip(labels) {
                sheet.write_string(row, list_column(at), label)?;
            }
            sheet.set_column_hidden(list_column(at))?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The column of a long list: behind those that are read, with one between.
fn list_column(field: u16) -> u16 {
    field.saturating_add(5)
}

fn is_long(labels: &[&str]) -> bool {
    labels.iter().map(|label| label.chars().count() + 1).sum::<usize>() > MOST_LETTERS
        || labels.iter().any(|label| label.contains(','))
}

fn width(head: &str) -> u16 {
    u16::try_from((head.width() + MARGIN).clamp(LEAST_WIDTH, MOST_WIDTH)).unwrap_or(u16::MAX)
}

fn note(column: &SheetColumn) -> String {
    let parts = [&column.unit, &column.allowed, &column.needed].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// How the cells of a column are shown: a staff number keeps its zeros, a month is one.
fn format(template: &Template, (field, slot): (&Field, &Slot), head: &str) -> Format {
    let money =
        |places: u32| if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places as usize)) };
    let code = match slot.ty {
        Type::Text | Type::Label(_) | Type::Bool => "@".to_owned(),
        Type::Calendar(Calendar::Date) => "yyyy-mm-dd".to_owned(),
        Type::Calendar(Calendar::Month) => "yyyy-mm".to_owned(),
        Type::Calendar(_) => "@".to_owned(),
        // A format with a sign would make a percent of what is entered as so many thousandths.
        _ if is_below_permille(head, field, slot) => "General".to_owned(),
        // A percent that names no form is read by the sign that its format shows.
        Type::Number(dimension) if dimension.percent && field.bare == Bare::Refused => "0.00##%".to_owned(),
        Type::Number(Dimension::MONEY) => money(template.policy.header.minor_unit.normalize().scale()),
        _ => "General".to_owned(),
    };
    Format::new().set_num_format(code)
}

/// What a spreadsheet lets somebody enter.
fn rule(
    template: &Template,
    (field, slot): (&Field, &Slot),
    (at, about): (u16, &str),
    tongue: Tongue,
) -> Option<DataValidation> {
    match slot.ty {
        Type::Label(_) => {
            let labels = labels(template.policy, field, slot);
            if is_long(&labels) {
                let column = rust_xlsxwriter::utility::column_number_to_name(list_column(at));
                let range = format!("='{about}'!${column}$1:${column}${}", labels.len());
                return Some(DataValidation::new().allow_list_formula(Formula::new(range)));
            }
            DataValidation::new().allow_list_strings(&labels).ok()
        }
        Type::Bool => DataValidation::new().allow_list_strings(&truths(tongue)).ok(),
        Type::Number(_) => {
            let numbers = slot.domain.numbers()?;
            // The sign that a format shows is not part of what is entered.
            let scale = Scale::of(slot, field.bare);
            let bound = |bound: &Number| scale.figure(bound).map(|figure| Formula::new(spell_number(figure)));
            let between = DataValidationRule::Between(bound(&numbers.lo())?, bound(&numbers.hi())?);
            Some(DataValidation::new().allow_decimal_number_formula(between))
        }
        Type::Text | Type::Calendar(_) | Type::Invalid => None,
    }
}

/// With what is said of an entry that does not fit: it may be right all the same, as `1.5万` is.
fn told_apart(rule: DataValidation, column: &SheetColumn, tongue: Tongue) -> Result<DataValidation, XlsxError> {
    let told = say("sheet-entry", &[("allowed", column.allowed.clone().into())], tongue);
    let told: String = told.chars().take(MOST_LETTERS).collect();
    rule.set_error_style(DataValidationErrorStyle::Warning).set_error_message(told)
}
