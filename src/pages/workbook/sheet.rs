//! A page as a sheet: what stands below each other on the page stands below each other here.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::io::spelt_figure;
use crate::pages::page::{Block, Card, Page, Table};
use crate::render::visible;

/// The widths of columns, in columns of a terminal.
const LEAST_WIDTH: usize = 8;
const MOST_WIDTH: usize = 34;
const MARGIN: usize = 2;
/// The height of a line, in points.
const LINE: u16 = 17;
/// So many lines of a text are shown.
const MOST_LINES: usize = 24;
/// A cell takes so many characters.
const MOST_CHARACTERS: usize = 30_000;
const PINE: u32 = 0x0b_64_55;
const SOFT: u32 = 0x55_60_5c;
const NOTE: u32 = 0xfb_ea_e4;

/// A sheet that is filled from above.
pub(super) struct Sheet<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
    /// How wide each column is.
    widths: Vec<usize>,
}

impl<'s> Sheet<'s> {
    /// A sheet for a page, with as many columns as its widest table.
    pub fn new(sheet: &'s mut Worksheet, page: &Page) -> Result<Self, XlsxError> {
        let mut widths = vec![LEAST_WIDTH; 4];
        page.sections.iter().for_each(|section| section.blocks.iter().for_each(|block| measure(block, &mut widths)));
        for (column, width) in (0..).zip(&widths) {
            sheet.set_column_width(column, u16::try_from(*width).unwrap_or(u16::MAX))?;
        }
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.5, 0.5, 0.3, 0.3);
        sheet.set_screen_gridlines(false);
        Ok(Sheet { sheet, row: 0, widths })
    }

    /// Everything that stands on a page.
    pub fn fill(&mut self, page: &Page) -> Result<(), XlsxError> {
        let title = Format::new().set_bold().set_font_size(16);
        self.wide(&page.kind, &Format::new().set_font_color(PINE))?;
        self.wide(&page.title, &title)?;
        let soft = Format::new().set_font_color(SOFT);
        self.wide(&page.lead, &soft)?;
        self.pairs(&page.facts)?;
        for section in &page.sections {
            self.row += 1;
            self.wide(&section.title, &Format::new().set_bold().set_font_size(13))?;
            section.blocks.iter().try_for_each(|block| self.block(block))?;
        }
        self.row += 1;
        page.foot.iter().try_for_each(|line| self.wide(line, &soft))
    }

    /// A list of texts, each of which leads to a sheet.
    pub fn links<'t>(&mut self, title: &str, links: impl Iterator<Item = (&'t str, &'t str)>) -> Result<(), XlsxError> {
        self.row += 1;
        self.wide(title, &Format::new().set_bold().set_font_size(13))?;
        for (text, sheet) in links {
            let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(shown(text));
            self.sheet.write_url(self.row, 0, url)?;
            self.row += 1;
        }
        Ok(())
    }

    /// What is to be said of the sheet once it is full.
    pub fn done(self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.sheet.set_print_area(0, 0, self.row.saturating_sub(1), last)?;
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(heading) => {
                self.row += 1;
                self.wide(heading, &Format::new().set_bold().set_font_color(PINE))
            }
            Block::Text(text) => self.wide(text, &Format::new()),
            Block::Note(text) => self.wide(text, &Format::new().set_background_color(Color::RGB(NOTE))),
            Block::List(points) => points.iter().try_for_each(|point| self.wide(&format!("• {point}"), &Format::new())),
            Block::Facts(facts) => self.pairs(facts),
            Block::Figures(figures) => figures.iter().try_for_each(|of| {
                let format = Format::new().set_bold().set_font_color(PINE);
                self.sheet.write_string(self.row, 0, shown(&of.name))?;
                self.cell(1, &of.value, true, &format.set_align(FormatAlign::Left))?;
                self.row += 1;
                Ok(())
            }),
            Block::Table(table) => self.table(table),
            Block::Chart(_) => Ok(()),
            Block::Card(card) => self.card(card),
        }
    }

    fn card(&mut self, card: &Card) -> Result<(), XlsxError> {
        self.row += 1;
        self.wide(&card.title, &Format::new().set_bold())?;
        self.wide(&card.lead, &Format::new().set_font_color(SOFT))?;
        card.blocks.iter().try_for_each(|block| self.block(block))
    }

    fn pairs(&mut self, pairs: &[(String, String)]) -> Result<(), XlsxError> {
        for (name, value) in pairs {
            self.sheet.write_string_with_format(self.row, 0, shown(name), &Format::new().set_font_color(SOFT))?;
            self.sheet.write_string(self.row, 1, shown(value))?;
            self.row += 1;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        self.wide(&table.caption, &Format::new().set_font_color(SOFT))?;
        let figures = |at: usize| table.heads.get(at).is_some_and(|head| head.figures);
        let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
        for (column, head) in (0..).zip(&table.heads) {
            let align = if head.figures { FormatAlign::Right } else { FormatAlign::Left };
            self.sheet.write_string_with_format(
                self.row,
                column,
                shown(&head.text),
                &heading.clone().set_align(align),
            )?;
        }
        self.row += 1;
        for row in &table.rows {
            let mut format = Format::new().set_align(FormatAlign::Top);
            if row.sum {
                format = format.set_bold().set_border_top(FormatBorder::Thin);
            }
            let cells: Vec<(usize, &String)> = row.cells.iter().enumerate().collect();
            for (at, cell) in &cells {
                self.cell(*at, cell, figures(*at), &format)?;
            }
            let lines = cells.iter().filter(|(at, _)| !figures(*at));
            let lines = lines.map(|(at, cell)| lines_of(cell, self.widths.get(*at).copied().unwrap_or(LEAST_WIDTH)));
            self.high(lines.max().unwrap_or(1))?;
            self.row += 1;
        }
        Ok(())
    }

    fn cell(&mut self, at: usize, text: &str, figures: bool, format: &Format) -> Result<(), XlsxError> {
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        match spelt_figure(text).filter(|_| figures) {
            Some((number, code)) => {
                self.sheet.write_number_with_format(self.row, column, number, &format.clone().set_num_format(code))?
            }
            None if figures => {
                let format = format.clone().set_align(FormatAlign::Right);
                self.sheet.write_string_with_format(self.row, column, shown(text), &format)?
            }
            None => {
                let format = format.clone().set_text_wrap();
                self.sheet.write_string_with_format(self.row, column, shown(text), &format)?
            }
        };
        Ok(())
    }

    /// A text over all columns, as high as it needs; an empty one takes no room.
    fn wide(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let format = format.clone().set_text_wrap().set_align(FormatAlign::Top);
        let (row, text) = (self.row, shown(text));
        self.sheet.merge_range(row, 0, row, last, &text, &format)?;
        self.high(lines_of(&text, self.widths.iter().sum::<usize>()))?;
        self.row += 1;
        Ok(())
    }

    /// Makes the row as high as so many lines, where that is more than one.
    fn high(&mut self, lines: usize) -> Result<(), XlsxError> {
        if lines > 1 {
            let lines = u16::try_from(lines.min(MOST_LINES)).unwrap_or(1);
            self.sheet.set_row_height(self.row, lines * LINE)?;
        }
        Ok(())
    }
}

/// So many lines a text takes in a column.
fn lines_of(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.width().div_ceil(width.saturating_sub(1).max(1)).max(1)).sum::<usize>().max(1)
}

/// Widens columns for what stands in a block.
fn measure(block: &Block, widths: &mut Vec<usize>) {
    let mut needs = |at: usize, text: &str| {
        if widths.len() <= at {
            widths.resize(at + 1, LEAST_WIDTH);
        }
        let needed = text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0) + MARGIN;
        if let Some(width) = widths.get_mut(at) {
            *width = (*width).max(needed.min(MOST_WIDTH));
        }
    };
    match block {
        Block::Table(table) => {
            table.heads.iter().enumerate().for_each(|(at, head)| needs(at, &head.text));
            table.rows.iter().for_each(|row| row.cells.iter().enumerate().for_each(|(at, cell)| needs(at, cell)));
        }
        Block::Facts(facts) => facts.iter().for_each(|(name, value)| {
            needs(0, name);
            needs(1, value);
        }),
        Block::Figures(figures) => figures.iter().for_each(|of| {
            needs(0, &of.name);
            needs(1, &of.value);
        }),
        Block::Card(card) => card.blocks.iter().for_each(|block| measure(block, widths)),
        Block::Heading(_) | Block::Text(_) | Block::Note(_) | Block::List(_) | Block::Chart(_) => {}
    }
}

/// A text that a cell takes.
fn shown(text: &str) -> String {
    visible(text).chars().take(MOST_CHARACTERS).collect()
}
