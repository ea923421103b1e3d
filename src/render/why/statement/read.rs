//! What was read of a record, and what is to be noticed of it.

use super::super::super::texts;
use super::super::words::member;
use super::Page;
use crate::explain::{Cell, Field, Source, Status};

impl Page<'_> {
    /// The fields with their cells, the rows of lookups, how many rows of details.
    pub(super) fn read(&mut self) {
        let told = self.told;
        let cells: &[Option<String>] = match &told.status {
            Status::Ok => &[],
            Status::Rejected(_, cells) | Status::Skipped(_, cells) => cells,
        };
        let unread = |at: usize| cells.get(at).and_then(Clone::clone);
        let own = told.fields.iter().enumerate().map(|(at, field)| self.field("", field, unread(at)));
        let others = told.lookups.iter().flat_map(|lookup| lookup.fields.iter().map(|field| (lookup.name, field)));
        let others = others.map(|(owner, field)| self.field(owner, field, None));
        let details = told.details.iter().map(|details| {
            let rows = self.say("why-rows", &[("count", details.rows.into())]);
            vec![details.name.to_owned(), rows, details.files.join(" ")]
        });
        let rows: Vec<Vec<String>> = own.chain(others).chain(details).collect();
        if !rows.is_empty() {
            self.heading("why-read");
            self.grid(&[("", false), ("", true), ("", false)], rows);
        }
    }

    fn field(&self, owner: &str, field: &Field, unread: Option<String>) -> Vec<String> {
        let name = match self.teller.title(field.of.slot).unwrap_or(member(owner, field.of.name)) {
            name if owner.is_empty() => name.to_owned(),
            name => format!("{owner}.{name}"),
        };
        let value = self.teller.named(&field.of).or(unread).unwrap_or_default();
        let source = match &field.source {
            Source::Cell(cell) => cell_words(cell),
            Source::Default => self.say("why-default", &[]),
            Source::Missing => self.say("why-missing", &[]),
            Source::Given => String::new(),
        };
        vec![name, value, source]
    }

    /// Flags that are raised, promises that are broken, what may yet change.
    pub(super) fn notices(&mut self) {
        let raised = self.told.flags.iter().filter(|flag| flag.of.value == Ok(crate::ir::Value::Bool(true)));
        let raised = raised.map(|flag| {
            let text = flag.title.unwrap_or(flag.of.name);
            self.say("note-flag", &[("text", text.into())])
        });
        let broken = self.told.promises.iter().filter(|kept| kept.holds == Some(false));
        let broken =
            broken.map(|kept| self.say("note-broken", &[("text", self.placed(&kept.place, kept.text).into())]));
        let doubts = self
            .told
            .doubts
            .iter()
            .map(|doubt| texts(&doubt.problem(self.teller.policy).diagnostic(), self.sheet.tongue).message);
        let notices: Vec<String> = raised.chain(broken).chain(doubts).collect();
        if !notices.is_empty() {
            self.lines.push(String::new());
        }
        notices.iter().for_each(|notice| self.text("", notice));
    }
}

/// `3月.csv B7 回复率`; what has no column, by its row.
fn cell_words(cell: &Cell) -> String {
    let place = cell.name.map_or_else(|| format!("#{}", cell.line), |name| name.to_string());
    let sheet = cell.sheet.as_deref().map(|sheet| format!(" {sheet}")).unwrap_or_default();
    let header = cell.header.as_deref().map(|header| format!(" {header}")).unwrap_or_default();
    format!("{}{sheet} {place}{header}", cell.file)
}
