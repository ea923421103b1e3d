//! An explanation for people: a line, a statement, or everything.

mod line;
mod parts;
mod read;
mod scored;

use super::super::{Grid, GridColumn, GridRow, Mood, Tongue, advice, problem, visible, wrap};
use super::words::Teller;
use crate::advice::Advice;
use crate::data::Problem;
use crate::diagnostic::Arg;
use crate::explain::{Explanation, Line, Status};
use crate::ir::{Policy, SlotId};
use crate::source::Span;

use line::line;

/// How a statement is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// In which tongue.
    pub tongue: Tongue,
    /// In how many columns.
    pub width: usize,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
    /// How much is told.
    pub depth: Depth,
}

/// How much is told of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What it came to, in one line.
    Line,
    /// How it came to it.
    Statement,
    /// Everything: also what was read and from which cells, the lines of the policy.
    All,
}

/// How a record came to what it came to, and which changes would help, no more than so many.
pub fn told(policy: &Policy, told: &Explanation, (found, most): (&[Advice], usize), sheet: Sheet) -> String {
    match sheet.depth {
        Depth::Line => line(policy, told, found, sheet.tongue),
        Depth::Statement | Depth::All => {
            statement(policy, told, &advice::changes(policy, found, most, sheet.tongue), sheet)
        }
    }
}

/// The part of a statement that tells of one slot, with everything there is to tell; nothing of what is read.
pub fn alone(policy: &Policy, told: &Explanation, slot: SlotId, sheet: Sheet) -> Option<String> {
    let mut told = told.clone();
    if !told.keep_only(slot) {
        return None;
    }
    let sheet = Sheet { depth: Depth::All, ..sheet };
    let mut page = Page { teller: Teller::new(policy, sheet.tongue), told: &told, sheet, lines: vec![] };
    page.results();
    Some(page.lines.into_iter().skip(1).map(|line| line.trim_end().to_owned() + "\n").collect())
}

/// It in the order of the policy, then what would help.
fn statement<'a>(policy: &'a Policy, told: &'a Explanation<'a>, helps: &[String], sheet: Sheet) -> String {
    let mut page = Page { teller: Teller::new(policy, sheet.tongue), told, sheet, lines: vec![] };
    page.head();
    match &told.status {
        Status::Ok => page.body(),
        Status::Rejected(problems, _) => page.unused("why-rejected", problems),
        Status::Skipped(problems, _) => page.unused("why-skipped", problems),
    }
    if !helps.is_empty() {
        page.heading("why-next");
        helps.iter().for_each(|help| page.text("  ", help));
    }
    page.lines.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A statement while it is drawn.
struct Page<'a> {
    teller: Teller<'a>,
    told: &'a Explanation<'a>,
    sheet: Sheet,
    lines: Vec<String>,
}

/// What stands together under a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Values,
    Scores,
    Tables,
    Gates,
    Pay,
}

/// A row of a group.
enum Part<'a> {
    /// A row of cells.
    Row(Group, Vec<String>),
    /// All items and what they add up to.
    Scores,
    /// A pay block.
    Pay(&'a crate::explain::Pay<'a>),
}

impl Part<'_> {
    fn group(&self) -> Group {
        match self {
            Part::Row(group, _) => *group,
            Part::Scores => Group::Scores,
            Part::Pay(_) => Group::Pay,
        }
    }
}

impl<'a> Page<'a> {
    /// Whether everything is told.
    fn whole(&self) -> bool {
        self.sheet.depth == Depth::All
    }

    fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        super::super::say(id, args, self.sheet.tongue)
    }

    /// Whose it is, by which policy.
    fn head(&mut self) {
        let args = [("title", self.told.policy.title.into()), ("who", self.teller.who(self.told).into())];
        let head = self.say("why-head", &args);
        self.text("", &head);
    }

    fn unused(&mut self, id: &str, problems: &[Problem]) {
        let lead = self.say(id, &[]);
        self.text("", &lead);
        for told in problems {
            let words = problem(told, self.sheet.tongue);
            self.text("  - ", &words);
        }
        if self.whole() {
            self.read();
        }
    }

    fn body(&mut self) {
        if self.whole() {
            self.read();
        }
        self.results();
        self.notices();
    }

    /// What was worked out, in the order of the policy.
    fn results(&mut self) {
        let mut again = false;
        let mut parts = self.parts();
        parts.sort_by_key(|(at, _)| *at);
        let mut parts = parts.into_iter().map(|(_, part)| part).peekable();
        while let Some(part) = parts.next() {
            let group = part.group();
            match part {
                Part::Scores => self.scores(),
                Part::Pay(pay) => self.pay(pay),
                Part::Row(_, row) => {
                    let mut rows = vec![row];
                    while let Some(Part::Row(_, row)) =
                        parts.next_if(|next| matches!(next, Part::Row(same, _) if *same == group))
                    {
                        rows.push(row);
                    }
                    self.heading(match group {
                        Group::Tables => "why-tables",
                        Group::Gates => "why-gates",
                        Group::Values | Group::Scores | Group::Pay if again => "why-values-then",
                        Group::Values | Group::Scores | Group::Pay => "why-values",
                    });
                    again |= group == Group::Values;
                    self.grid(&[("", false), ("", true), ("", false)], rows);
                }
            }
        }
    }

    /// Everything that has a place in the policy.
    fn parts(&self) -> Vec<(Span, Part<'a>)> {
        let told = self.told;
        let values = told.metrics.iter().chain(&told.lets).map(|of| (of.of.slot, self.metric(of)));
        let joint = told.cohort.iter().map(|of| (of.of.slot, self.cohort(of)));
        let past = told.history.iter().map(|of| (of.of.slot, self.history(of)));
        let values = values.chain(joint).chain(past).map(|(slot, row)| (slot, Part::Row(Group::Values, row)));
        let tables =
            told.grades.iter().chain(&told.tables).filter_map(|of| Some((of.outputs.first()?.slot, self.table(of))));
        let scales = told.scales.iter().map(|of| (of.amount.slot, self.scale(of)));
        let tables = tables
            .chain(scales)
            .flat_map(|(slot, rows)| rows.into_iter().map(move |row| (slot, Part::Row(Group::Tables, row))));
        let gates = told.gates.iter().map(|of| (of.of.slot, Part::Row(Group::Gates, self.gate(of))));
        let items = told.items.first().map(|item| (item.slot, Part::Scores));
        let pay = told.pay.iter().map(|pay| (pay.of.slot, Part::Pay(pay)));
        let all = values.chain(tables).chain(gates).chain(items).chain(pay);
        all.map(|(slot, part)| (self.span(slot), part)).collect()
    }

    fn span(&self, slot: SlotId) -> Span {
        self.teller.policy.slot(slot).map_or(Span::NOWHERE, |slot| slot.span)
    }

    fn heading(&mut self, id: &str) {
        let heading = self.say(id, &[]);
        self.lines.push(String::new());
        self.text("", &heading);
    }

    /// A text behind what leads it, its further lines as far in.
    fn text(&mut self, lead: &str, text: &str) {
        let text = visible(text).into_owned();
        let lines = wrap(&text, self.sheet.width.saturating_sub(lead.len()));
        let led = lines.iter().enumerate();
        let led = led
            .map(|(at, line)| if at == 0 { format!("{lead}{line}") } else { format!("{:1$}{line}", "", lead.len()) });
        self.lines.extend(led);
    }

    /// Rows in columns, of which the last goes on in further lines; the heads, and which columns hold figures.
    fn grid(&mut self, heads: &[(&str, bool)], rows: Vec<Vec<String>>) {
        let last = heads.len().saturating_sub(1);
        let columns = heads.iter().enumerate().map(|(at, (id, figures))| GridColumn {
            group: None,
            head: if id.is_empty() { String::new() } else { self.say(id, &[]) },
            rank: 0,
            figures: *figures,
            wraps: at == last,
        });
        let cells = |row: Vec<String>| row.iter().map(|cell| visible(cell).into_owned()).collect();
        let rows = rows.into_iter().map(|row| GridRow::Cells(cells(row), Mood::Plain)).collect();
        let grid = Grid { columns: columns.collect(), rows, ascii: self.sheet.ascii };
        let drawn = grid.draw(self.sheet.width.saturating_sub(2));
        self.lines.extend(drawn.lines.into_iter().map(|(line, _)| format!("  {line}")));
    }

    /// A text of the policy, with its line where everything is told.
    fn placed(&self, place: &Line, text: &str) -> String {
        if !self.whole() {
            return text.to_owned();
        }
        let args = [("text", text.into()), ("line", place.line.into()), ("file", place.file.into())];
        self.say(if place.file == self.told.policy.file { "why-row" } else { "why-row-in" }, &args)
    }
}
