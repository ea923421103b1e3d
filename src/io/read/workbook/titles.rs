//! A header of several rows: titles merged over their rows, and groups of columns with titles of their own below.

use super::merged::{Merge, Merges};
use crate::io::cell::Cell;

/// Rows with their numbers from 1.
type NumberedRows = Vec<(u32, Vec<Cell<'static>>)>;

/// The rows that may be one header, as they go by.
#[derive(Default)]
pub(super) struct Titles {
    levels: Vec<Level>,
    /// The last row that surely belongs to them.
    until: u32,
}

/// A row of a header.
struct Level {
    row: u32,
    cells: Vec<Cell<'static>>,
    /// Titles over several columns.
    groups: Vec<(Merge, String)>,
}

impl Titles {
    /// Takes the next row, and gives what may be handed on: rows as they are, or a header as one row in which each
    /// column has the title that somebody knows.
    pub fn take(
        mut self,
        row: u32,
        cells: Vec<Cell<'static>>,
        merges: &Merges,
        knows: &dyn Fn(&str) -> bool,
    ) -> (Self, NumberedRows) {
        let begun = || merges.begun(row.saturating_sub(1)).map(|(merge, text)| (merge, text.to_owned()));
        let level = Level { row, cells, groups: begun().filter(|(merge, _)| merge.left < merge.right).collect() };
        if row <= self.until || self.is_below_groups(&level) {
            self.levels.push(level);
            return if row < self.until { (self, vec![]) } else { (Titles::default(), self.end(knows)) };
        }
        let mut ready = self.end(knows);
        let down = begun().filter(|(merge, title)| merge.bottom > merge.top && knows(title));
        let until = down.map(|(merge, _)| merge.bottom.saturating_add(1)).max().unwrap_or(row);
        let groups = !level.groups.is_empty() && level.cells.iter().any(|cell| knows(&cell.text));
        if until > row || groups {
            return (Titles { levels: vec![level], until }, ready);
        }
        ready.push((level.row, level.cells));
        (Titles::default(), ready)
    }

    /// Whether all that stands in a row stands below the groups of the only row before it.
    fn is_below_groups(&self, level: &Level) -> bool {
        let [first] = self.levels.as_slice() else { return false };
        let grouped = |at: usize| first.groups.iter().any(|(group, _)| (group.left..=group.right).contains(&at));
        let mut filled = (0..).zip(&level.cells).filter(|(_, cell)| !cell.is_blank()).peekable();
        level.row == first.row + 1 && filled.peek().is_some() && filled.all(|(at, _)| grouped(at))
    }

    /// The rows as one.
    pub fn end(self, knows: &dyn Fn(&str) -> bool) -> NumberedRows {
        let Some(last) = self.levels.last() else { return vec![] };
        let width = self.levels.iter().map(|level| level.cells.len()).max().unwrap_or_default();
        let titles = (0..width).map(|column| Cell::plain(self.title(column, knows)));
        vec![(last.row, titles.collect())]
    }

    /// The title of a column: the lowest one, all of them together, or one further up that is not of a group.
    fn title(&self, column: usize, knows: &dyn Fn(&str) -> bool) -> String {
        let mut texts: Vec<(&str, bool)> = vec![];
        for level in &self.levels {
            let group = level.groups.iter().find(|(group, _)| (group.left..=group.right).contains(&column));
            let own = level.cells.get(column).map_or("", |cell| cell.text.trim());
            let (text, grouped) = group.map_or((own, false), |(_, title)| (title.as_str(), true));
            if !text.is_empty() && texts.last().is_none_or(|(last, _)| *last != text) {
                texts.push((text, grouped));
            }
        }
        let only_group = matches!(texts.as_slice(), [(_, true)])
            && self.levels.first().is_some_and(|level| level.cells.get(column).is_none_or(Cell::is_blank));
        let Some(((lowest, _), above)) = texts.split_last().filter(|_| !only_group) else { return String::new() };
        let together: String = texts.iter().map(|(text, _)| *text).collect();
        if knows(lowest) || above.is_empty() {
            return (*lowest).to_owned();
        }
        if knows(&together) {
            return together;
        }
        let further = above.iter().rev().find(|(text, grouped)| !grouped && knows(text));
        further.map_or(*lowest, |(text, _)| text).to_owned()
    }
}
