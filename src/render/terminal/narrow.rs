//! A drawing in a narrow window: what is wider is cut on the side where nothing is marked, and what is said of a mark is broken
//! into lines, so that every mark stays under its text.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::super::wrap::wrap;

/// Columns that stay before the mark where the beginning of a line is cut.
const BEFORE: usize = 4;
/// What is said of a mark is set below it, not beside it, where fewer columns are left.
const LEAST: usize = 14;

/// A line of a drawing, in visible characters; colours belong to the character behind them.
struct Line {
    cells: Vec<(String, char)>,
    /// What stands behind the last character.
    end: String,
}

/// The drawing, no line of it wider than the window.
pub(super) fn fitted(drawing: &str, width: usize) -> String {
    let lines: Vec<Line> = drawing.lines().map(Line::new).collect();
    if lines.iter().all(|line| line.width() <= width) {
        return drawing.to_owned();
    }
    let shift = lines.iter().find_map(|line| line.marked(width)).unwrap_or(0);
    lines.iter().flat_map(|line| line.fitted(width, shift)).map(|line| line.trim_end().to_owned() + "\n").collect()
}

impl Line {
    fn new(text: &str) -> Line {
        let (mut cells, mut colour, mut escaped) = (vec![], String::new(), false);
        for c in text.chars() {
            let escape = escaped || c == '\u{1b}';
            escaped = escape && !(escaped && c.is_ascii_alphabetic());
            match escape {
                true => colour.push(c),
                false => cells.push((std::mem::take(&mut colour), c)),
            }
        }
        Line { cells, end: colour }
    }

    fn width(&self) -> usize {
        self.cells.iter().map(|(_, c)| columns(*c)).sum()
    }

    /// How many characters the margin has with the number of the line, and whether a mark can stand behind it.
    fn margin(&self) -> Option<(usize, bool)> {
        let at = self.cells.iter().position(|(_, c)| !(c.is_ascii_digit() || *c == ' '))?;
        let numbered = self.cells.get(..at)?.iter().any(|(_, c)| c.is_ascii_digit());
        match self.cells.get(at)?.1 {
            '│' | '|' if numbered => Some((at + 2, false)),
            '·' | ':' if at > 0 => Some((at + 2, true)),
            _ => None,
        }
    }

    /// Of a line with a mark, how many columns must be left out before it.
    fn marked(&self, width: usize) -> Option<usize> {
        let (margin, marks) = self.margin()?;
        let room = width.saturating_sub(margin);
        let behind = self.cells.get(margin..).filter(|_| marks)?;
        let first = behind.iter().position(|(_, c)| *c != ' ')?;
        let start: usize = behind.get(..first)?.iter().map(|(_, c)| columns(*c)).sum();
        let mark = behind.get(first..)?.iter().take_while(|(_, c)| *c != ' ').count();
        Some(if start + mark < room { 0 } else { start.saturating_sub(BEFORE) })
    }

    fn fitted(&self, width: usize, shift: usize) -> Vec<String> {
        let Some((margin, marks)) = self.margin() else { return vec![self.part(0, 0, width)] };
        let room = width.saturating_sub(margin);
        let text = self.cells.get(margin..).unwrap_or_default();
        match label(text).filter(|_| marks) {
            Some(at) => self.with_label(margin, margin + at, (room, shift)),
            None => vec![self.part(margin, shift, room)],
        }
    }

    /// The margin, and of what stands behind it `room` columns from column `shift` on.
    fn part(&self, margin: usize, shift: usize, room: usize) -> String {
        let (before, behind) = self.cells.split_at(margin.min(self.cells.len()));
        let all: usize = behind.iter().map(|(_, c)| columns(*c)).sum();
        let mut out: String = before.iter().map(|(colour, c)| format!("{colour}{c}")).collect();
        let is_mark = self.margin().is_some_and(|(_, marks)| marks);
        let dots = |cut: bool| cut && !is_mark;
        let (mut column, end) = (0, shift + room);
        for (colour, c) in behind {
            out.push_str(colour);
            let next = column + columns(*c);
            let first = dots(shift > 0) && column <= shift && next > shift;
            let last = dots(all > end) && next >= end && column < end;
            match () {
                () if first || last => out.push('…'),
                () if column >= shift && next <= end && !(dots(all > end) && next == end) => out.push(*c),
                () => {}
            }
            column = next;
        }
        out + &self.end
    }

    /// A line that says something of a mark, from the character `at` on.
    fn with_label(&self, margin: usize, at: usize, (room, shift): (usize, usize)) -> Vec<String> {
        let (lead, said) = self.cells.split_at(at.min(self.cells.len()));
        let said: String = said.iter().map(|(_, c)| *c).collect();
        let start = lead.get(margin..).unwrap_or_default().iter().map(|(_, c)| columns(*c)).sum::<usize>();
        let start = start.saturating_sub(shift);
        let lead = Line { cells: lead.iter().map(|(colour, c)| (colour.clone(), *c)).collect(), end: self.end.clone() };
        let first = lead.part(margin, shift, room);
        let plain: String = self.cells.get(..margin).unwrap_or_default().iter().map(|(_, c)| *c).collect();
        if room.saturating_sub(start) >= LEAST.min(said.width()) {
            let lines = wrap(&said, room - start);
            let indent = " ".repeat(start);
            let shown = lines.iter().enumerate();
            return shown
                .map(|(at, line)| if at == 0 { format!("{first}{line}") } else { format!("{plain}{indent}{line}") })
                .collect();
        }
        let below = wrap(&said, room.saturating_sub(1).max(1));
        [first].into_iter().chain(below.into_iter().map(|line| format!("{plain} {line}"))).collect()
    }
}

/// Where what is said of a mark begins behind the margin: `╰── `, `` `-- ``.
fn label(cells: &[(String, char)]) -> Option<usize> {
    let first = cells.iter().position(|(_, c)| matches!(c, '╰' | '`' | '├'))?;
    let rest = cells.get(first + 1..)?;
    let dashes = rest.iter().take_while(|(_, c)| matches!(c, '─' | '-' | '┤' | '>' | '▶')).count();
    let blank = rest.get(dashes).is_some_and(|(_, c)| *c == ' ');
    (dashes > 0 && blank).then_some(first + 1 + dashes + 1)
}

fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}
