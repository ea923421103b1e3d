//! What was read of a record, and why one could not be used.

use serde_json::Value as Json;

use super::super::super::texts;
use super::super::words::Teller;
use super::{object, optional, with};
use crate::data::{About, Problem};
use crate::explain::{Cell, Details, Explanation, Field, Lookup, Source, Status};
use crate::ir::SlotId;

/// A cell of a data file.
fn cell(cell: &Cell) -> Json {
    object([
        ("file", (*cell.file).into()),
        ("sheet", optional(cell.sheet.as_deref())),
        ("line", cell.line.into()),
        ("column", optional(cell.column)),
        ("header", optional(cell.header.as_deref())),
        ("cell", optional(cell.name.as_deref())),
    ])
}

fn source(source: &Source) -> Json {
    match source {
        Source::Cell(found) => cell(found),
        Source::Default => "default".into(),
        Source::Missing => "missing".into(),
        Source::Given => "given".into(),
    }
}

impl Teller<'_> {
    pub(super) fn fields(&self, told: &Explanation) -> Json {
        let cells: &[Option<String>] = match &told.status {
            Status::Ok => &[],
            Status::Rejected(_, cells) | Status::Skipped(_, cells) => cells,
        };
        // What does not read is shown as it stands.
        let unread = |at: usize| cells.get(at).and_then(Option::as_deref);
        told.fields.iter().enumerate().map(|(at, field)| self.field(field, unread(at))).collect()
    }

    fn field(&self, field: &Field, unread: Option<&str>) -> Json {
        let value = self.valued(&field.of.name, &field.of);
        match (&field.of.value, unread) {
            (Err(_), Some(text)) => with(value, [("shown", text.into()), ("source", source(&field.source))]),
            _ => with(value, [("source", source(&field.source))]),
        }
    }

    pub(super) fn lookup(&self, lookup: &Lookup) -> Json {
        let member = |field: &Field| {
            let name = super::super::words::member(&lookup.name, &field.of.name);
            with(self.valued(name, &field.of), [("source", source(&field.source))])
        };
        object([
            ("name", lookup.name.as_str().into()),
            ("row", lookup.row.as_ref().map_or(Json::Null, cell)),
            ("fields", lookup.fields.iter().map(member).collect()),
        ])
    }

    pub(super) fn details(&self, details: &Details) -> Json {
        let files: Vec<&str> = details.files.iter().map(|file| &**file).collect();
        object([
            ("name", details.name.as_str().into()),
            ("rows", details.rows.into()),
            ("file", optional(files.first().copied())),
            ("files", files.into()),
        ])
    }

    /// Why a record could not be used, each reason with the cell that it tells of.
    pub(super) fn reasons(&self, problems: &[Problem], cells: &[Option<String>]) -> Vec<Json> {
        problems.iter().map(|problem| self.reason(problem, cells)).collect()
    }

    fn reason(&self, problem: &Problem, cells: &[Option<String>]) -> Json {
        let words = texts(&problem.diagnostic(), self.tongue);
        let field = match problem.about {
            About::Field(at) => Some(usize::from(at)),
            About::Whole | About::Others => None,
        };
        let name = field.and_then(|at| self.policy.slot(SlotId(at))).map(|slot| slot.name.as_str());
        object([
            ("code", problem.code.as_str().into()),
            ("field", optional(name)),
            ("cell", optional(field.and_then(|at| cells.get(at)?.as_deref()))),
            ("file", (*problem.file).into()),
            ("line", optional(problem.at.row)),
            ("column", optional(problem.at.column.map(|column| column + 1))),
            ("message", words.message.into()),
            ("help", optional(words.help)),
        ])
    }
}
