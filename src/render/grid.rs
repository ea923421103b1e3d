//! A table as lines of a given width: columns that fit, texts that are cut, figures under each other.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::wrap::wrap;

/// Between two columns.
const GAP: usize = 2;
/// A text may be cut down to so many columns before a column is left out.
const LEAST: usize = 8;
/// A text takes no more than this, unless there is room.
const COMFORTABLE: usize = 24;

/// A table for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its columns, from left to right.
    pub columns: Vec<GridColumn>,
    /// Its rows.
    pub rows: Vec<GridRow>,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridColumn {
    /// What stands above it.
    pub head: String,
    /// Where there is not room for all, columns with a greater rank are left out first; of one rank those at the right.
    pub rank: u8,
    /// Columns of one group are shown all or none: of the lines of a sum, some would look like the whole.
    pub group: Option<usize>,
    /// Whether it holds figures: under each other, with as many decimals each where they have a head in common, and never
    /// cut.
    pub figures: bool,
    /// Whether a text that does not fit goes on in the next line, and is not cut.
    pub wraps: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridRow {
    /// One cell a column; the row is of that mood.
    Cells(Vec<String>, Mood),
    /// A line across the table, where rows are left out.
    Across(String),
}

/// What a row tells beside its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// All is well.
    #[default]
    Plain,
    /// It may yet change.
    Doubtful,
    /// It could not be used.
    Bad,
}

/// A table that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The heads, the rule below them, then a line a row; each row with its mood.
    pub lines: Vec<(String, Mood)>,
    /// The heads of the columns that are left out, those that were next to be shown first.
    pub left_out: Vec<String>,
}

impl Grid {
    /// The table in at most so many columns of a terminal.
    pub fn draw(&self, width: usize) -> Drawn {
        let grid = self.with_even_decimals();
        let all: Vec<usize> = (0..grid.columns.len()).collect();
        let shown = grid.chosen(&all, width);
        let left_out = grid.together(&all).into_iter().flatten().filter(|at| !shown.contains(at));
        let left_out = left_out.filter_map(|at| Some(grid.columns.get(at)?.head.clone())).collect();
        Drawn { lines: grid.drawn(&shown, width), left_out }
    }

    /// All columns, as many below each other as do not fit beside each other, the first again before each.
    pub fn draw_all(&self, width: usize) -> Drawn {
        let grid = self.with_even_decimals();
        let mut lines = vec![];
        let mut rest: Vec<usize> = (1..grid.columns.len()).collect();
        loop {
            let among: Vec<usize> = std::iter::once(0).chain(rest.iter().copied()).collect();
            let mut shown = grid.chosen(&among, width);
            if shown.len() < 2 {
                shown.extend(rest.first());
            }
            if !lines.is_empty() {
                lines.push((String::new(), Mood::Plain));
            }
            lines.extend(grid.drawn(&shown, width));
            rest.retain(|at| !shown.contains(at));
            if rest.is_empty() {
                return Drawn { lines, left_out: vec![] };
            }
        }
    }

    /// The lines of some columns.
    fn drawn(&self, shown: &[usize], width: usize) -> Vec<(String, Mood)> {
        let widths = self.fitted(shown, width);
        let heads = shown.iter().filter_map(|at| Some(self.columns.get(*at)?.head.as_str()));
        let mut lines = vec![(self.line(heads, shown, &widths), Mood::Plain)];
        let rule = if self.ascii { "-" } else { "─" };
        let rules: Vec<String> = widths.iter().map(|width| rule.repeat(*width)).collect();
        lines.push((rules.join(&" ".repeat(GAP)), Mood::Plain));
        if self.columns.iter().all(|column| column.head.is_empty()) {
            lines.clear();
        }
        lines.extend(self.rows.iter().flat_map(|row| match row {
            GridRow::Cells(cells, mood) => {
                let cells: Vec<&str> = shown.iter().map(|at| cells.get(*at).map_or("", String::as_str)).collect();
                self.lines(&cells, shown, &widths).into_iter().map(|line| (line, *mood)).collect()
            }
            GridRow::Across(text) => vec![(cut(text, width, self.ascii), Mood::Plain)],
        }));
        lines
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| match row {
            GridRow::Cells(cells, _) => cells.get(column).map(String::as_str),
            GridRow::Across(_) => None,
        })
    }

    /// Figures of a column with as many decimals as the one that has the most.
    fn with_even_decimals(&self) -> Grid {
        let mut grid = self.clone();
        let of_a_kind = |at: &usize| self.columns.get(*at).is_some_and(|it| it.figures && !it.head.is_empty());
        for at in (0..self.columns.len()).filter(of_a_kind) {
            let most = self.cells(at).filter_map(decimals).max().unwrap_or(0);
            for row in &mut grid.rows {
                if let GridRow::Cells(cells, _) = row
                    && let Some(cell) = cells.get_mut(at)
                {
                    *cell = with_decimals(cell, most);
                }
            }
        }
        grid
    }

    /// How wide a column would be with room for all.
    fn natural(&self, column: usize) -> usize {
        let head = self.columns.get(column).map_or(0, |column| column.head.width());
        self.cells(column).map(UnicodeWidthStr::width).chain([head]).max().unwrap_or(0)
    }

    /// The least that a column can do with: figures are never cut, of texts only what is long.
    fn least(&self, column: usize, natural: usize) -> usize {
        match self.columns.get(column) {
            Some(of) if of.wraps => natural.min(2 * LEAST),
            Some(of) if of.figures => {
                self.cells(column).map(UnicodeWidthStr::width).max().unwrap_or(0).max(LEAST.min(natural))
            }
            _ => natural.min(LEAST),
        }
    }

    /// The columns of some that are shown: as many as can be had, the least rank first.
    fn chosen(&self, among: &[usize], width: usize) -> Vec<usize> {
        let (mut shown, mut taken) = (vec![], 0);
        for together in self.together(among) {
            let needed = |at: &usize| {
                let natural = self.natural(*at);
                self.least(*at, natural).max(natural.min(COMFORTABLE)) + GAP
            };
            let needed: usize = together.iter().map(needed).sum();
            // The first column is shown in any case: it says whose the row is. The last has no gap behind it.
            if shown.is_empty() || taken + needed <= width + GAP {
                shown.extend(together);
                taken += needed;
            } else {
                break;
            }
        }
        shown.sort_unstable();
        shown
    }

    /// Some columns, the least rank first, those of one group together.
    fn together(&self, among: &[usize]) -> Vec<Vec<usize>> {
        let mut by_rank: Vec<(usize, &GridColumn)> =
            self.columns.iter().enumerate().filter(|(at, _)| among.contains(at)).collect();
        by_rank.sort_by_key(|(_, column)| column.rank);
        let mut all: Vec<(Option<usize>, Vec<usize>)> = vec![];
        for (at, column) in by_rank {
            match all.iter_mut().find(|(group, _)| group.is_some() && *group == column.group) {
                Some((_, columns)) => columns.push(at),
                None => all.push((column.group, vec![at])),
            }
        }
        all.into_iter().map(|(_, columns)| columns).collect()
    }

    /// The width of each column that is shown: what is left over goes to those that are cut.
    fn fitted(&self, shown: &[usize], width: usize) -> Vec<usize> {
        let natural = |at: &usize| self.natural(*at);
        let mut widths: Vec<usize> =
            shown.iter().map(|at| self.least(*at, natural(at)).max(natural(at).min(COMFORTABLE))).collect();
        let gaps = GAP * shown.len().saturating_sub(1);
        let mut left = width.saturating_sub(gaps + widths.iter().sum::<usize>());
        for (at, fitted) in shown.iter().zip(&mut widths) {
            let more = natural(at).saturating_sub(*fitted).min(left);
            *fitted += more;
            left -= more;
        }
        if let [only] = widths.as_mut_slice() {
            *only = (*only).min(width);
        }
        widths
    }

    /// A row, in as many lines as its longest cell takes that goes on.
    fn lines(&self, cells: &[&str], shown: &[usize], widths: &[usize]) -> Vec<String> {
        let wraps = |at: &usize| self.columns.get(*at).is_some_and(|column| column.wraps);
        let each = cells.iter().zip(shown).zip(widths).map(|((cell, at), width)| match wraps(at) {
            true => wrap(cell, *width),
            false => vec![(*cell).to_owned()],
        });
        let each: Vec<Vec<String>> = each.collect();
        let height = each.iter().map(Vec::len).max().unwrap_or(0);
        let line =
            |at: usize| self.line(each.iter().map(|cell| cell.get(at).map_or("", String::as_str)), shown, widths);
        (0..height).map(line).collect()
    }

    fn line<'c>(&self, cells: impl Iterator<Item = &'c str>, shown: &[usize], widths: &[usize]) -> String {
        let padded = cells.zip(shown).zip(widths).map(|((cell, at), width)| {
            let cell = cut(cell, *width, self.ascii);
            let room = " ".repeat(width.saturating_sub(cell.width()));
            if self.columns.get(*at).is_some_and(|column| column.figures) { room + &cell } else { cell + &room }
        });
        padded.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
    }
}

/// A text of at most so many columns.
pub fn cut(text: &str, width: usize, ascii: bool) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let dots = if ascii { "..." } else { "…" };
    let room = width.saturating_sub(dots.width());
    let mut taken = 0;
    let kept = text.chars().take_while(|c| {
        taken += c.width().unwrap_or(0);
        taken <= room
    });
    let kept: String = kept.collect();
    if room == 0 { dots.chars().take(width).collect() } else { kept + dots }
}

/// How many decimals a figure has; nothing of what is none.
fn decimals(cell: &str) -> Option<usize> {
    let figure = cell.strip_suffix('%').unwrap_or(cell);
    let digits = figure.strip_prefix('-').unwrap_or(figure);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && is_digits(whole) && is_digits(part)).then_some(part.len())
}

fn with_decimals(cell: &str, most: usize) -> String {
    let Some(own) = decimals(cell).filter(|own| *own < most) else { return cell.to_owned() };
    let (figure, sign) = cell.strip_suffix('%').map_or((cell, ""), |figure| (figure, "%"));
    let point = if own == 0 { "." } else { "" };
    format!("{figure}{point}{}{sign}", "0".repeat(most - own))
}
