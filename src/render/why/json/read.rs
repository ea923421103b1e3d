//! What was read of a record, and why one could not be used.

use super::super::super::texts;
use super::super::words::{Teller, member};
use super::writer::{Object, Put, object};
use crate::data::{About, Problem};
use crate::explain::{Cell, Details, Explanation, Field, Lookup, Source, Status};
use crate::ir::SlotId;

/// A cell of a data file.
fn cell(object: &mut Object, cell: &Cell) {
    object.put("file", &*cell.file);
    object.put("sheet", cell.sheet.as_deref());
    object.put("line", cell.line);
    object.put("column", cell.column);
    object.put("header", cell.header.as_deref());
    object.put("cell", cell.name);
}

fn source(into: &mut Object, source: &Source) {
    let out = into.member("source");
    match source {
        Source::Cell(found) => object(out, |object| cell(object, found)),
        Source::Default => "default".put(out),
        Source::Missing => "missing".put(out),
        Source::Given => "given".put(out),
    }
}

impl Teller<'_> {
    pub(super) fn fields(&self, object: &mut Object, told: &Explanation) {
        let cells: &[Option<String>] = match &told.status {
            Status::Ok => &[],
            Status::Rejected(_, cells) | Status::Skipped(_, cells) => cells,
        };
        // What does not read is shown as it stands.
        let unread = |at: usize| cells.get(at).and_then(Option::as_deref);
        object.objects("fields", told.fields.iter().enumerate(), |object, (at, field)| {
            self.field(object, field.of.name, field, unread(at));
        });
    }

    fn field(&self, object: &mut Object, name: &str, field: &Field, unread: Option<&str>) {
        object.put("name", name);
        object.put("title", self.title(field.of.slot));
        object.put("value", self.found(&field.of));
        match (&field.of.value, unread) {
            (Err(_), Some(text)) => object.put("shown", text),
            _ => object.put("shown", self.named(&field.of)),
        }
        source(object, &field.source);
    }

    pub(super) fn lookup(&self, object: &mut Object, lookup: &Lookup) {
        object.put("name", lookup.name);
        object.maybe("row", lookup.row.as_ref(), cell);
        object.objects("fields", &lookup.fields, |object, field| {
            self.field(object, member(lookup.name, field.of.name), field, None);
        });
    }

    pub(super) fn details(&self, object: &mut Object, details: &Details) {
        object.put("name", details.name);
        object.put("rows", details.rows);
        object.put("file", details.files.first().map(|file| &**file));
        object.values("files", details.files.iter().map(|file| &**file));
    }

    /// Why a record could not be used, with the cell that this tells of.
    pub(super) fn reason(&self, object: &mut Object, problem: &Problem, cells: &[Option<String>]) {
        let words = texts(&problem.diagnostic(), self.tongue);
        let field = match problem.about {
            About::Field(at) => Some(usize::from(at)),
            About::Whole | About::Others => None,
        };
        object.put("code", problem.code.as_str());
        object.put("field", field.and_then(|at| self.policy.slot(SlotId(at))).map(|slot| slot.name.as_str()));
        object.put("cell", field.and_then(|at| cells.get(at)?.as_deref()));
        object.put("file", &*problem.file);
        object.put("line", problem.at.row.map(|row| row as usize));
        object.put("column", problem.at.column.map(|column| column as usize + 1));
        object.put("message", words.message);
        object.put("help", words.help);
    }
}
