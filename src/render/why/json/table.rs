//! Grades, tables and scales, with the rows that answered.

use serde_json::{Map, Value as Json};

use super::super::super::{exact_fraction, exact_value};
use super::super::words::Teller;
use super::parts::rounded;
use super::{number, object, optional, with};
use crate::explain::{Answer, Distance, Output, RowTaken, Scale, Slice, Table};
use crate::ir::{TableKind, Type};

impl Teller<'_> {
    /// A row of the policy.
    pub(super) fn row(&self, row: &RowTaken) -> Json {
        object([
            ("file", row.place.file.as_str().into()),
            ("line", row.place.line.into()),
            ("text", row.text.as_str().into()),
        ])
    }

    /// What stood in a row for a value.
    pub(super) fn answer(&self, answer: &Answer) -> [(&'static str, Json); 8] {
        let mut told = match answer {
            Answer::Worked(worked) => return self.worked(Some(worked)),
            Answer::Line(..) | Answer::Nothing => self.worked(None),
        };
        if let Answer::Line(height, by) = answer {
            for (name, value) in &mut told {
                match *name {
                    "exact" => *value = exact_fraction(height),
                    "rounded_by" => *value = rounded(Some(*by)),
                    _ => {}
                }
            }
        }
        told
    }

    pub(super) fn table(&self, table: &Table) -> Json {
        let grade = table.kind == TableKind::Grade;
        let on = match table.on.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let told = object([
            ("name", table.name.as_str().into()),
            ("by", optional(on.map(|on| on.name.as_str()))),
            ("value", on.map_or(Json::Null, |on| self.of_type(on.ty, &on.value))),
            ("shown", optional(on.and_then(|on| self.input(on)))),
            ("on", table.on.iter().map(|on| self.asked(on)).collect()),
        ]);
        let row = ("row", table.row.as_ref().map_or(Json::Null, |row| self.row(row)));
        // The first output of a grade is its label.
        let (label, others) = match table.outputs.split_first() {
            Some((label, others)) if grade => (Some(label), others),
            _ => (None, table.outputs.as_slice()),
        };
        let value = |output: &Output| (output.name.clone(), self.of_slot(output.slot, &output.value));
        let outputs = ("outputs", others.iter().map(value).collect::<Map<_, _>>().into());
        let answers = ("answers", others.iter().map(|output| self.output(output)).collect());
        match label {
            None => with(told, [row, outputs, answers]),
            Some(label) => {
                let ty = table.on.first().map_or(Type::Invalid, |on| on.ty);
                let to_next =
                    table.to_next.as_ref().map(|next| self.distance("label", (ty, self.ty(label.slot)), next));
                let next = ("to_next", optional(to_next));
                with(told, [("label", self.of_slot(label.slot, &label.value)), row, outputs, answers, next])
            }
        }
    }

    /// An output with how it came about.
    fn output(&self, output: &Output) -> Json {
        let told = object([
            ("name", output.name.as_str().into()),
            ("value", self.of_slot(output.slot, &output.value)),
            ("shown", optional(output.value.as_ref().ok().and_then(|value| self.slot(output.slot, value)))),
        ]);
        with(told, self.answer(&output.answer))
    }

    pub(super) fn distance(&self, goal: &'static str, (ty, said): (Type, Type), next: &Distance) -> Json {
        object([
            (goal, exact_value(self.policy, said, &next.label)),
            ("bound", exact_value(self.policy, ty, &next.bound)),
            ("open", next.open.into()),
            ("distance", number(&next.distance)),
        ])
    }

    pub(super) fn scale(&self, scale: &Scale) -> Json {
        object([
            ("name", scale.name.as_str().into()),
            ("on", scale.on.name.as_str().into()),
            ("value", self.of_type(scale.on.ty, &scale.on.value)),
            ("shown", optional(self.input(&scale.on))),
            ("slices", scale.slices.iter().map(|slice| self.slice(slice)).collect()),
            ("amount", self.found(&scale.amount)),
        ])
    }

    fn slice(&self, slice: &Slice) -> Json {
        object([
            ("row", self.row(&slice.row)),
            ("part", number(&slice.part)),
            ("rate", number(&slice.rate)),
            ("amount", number(&slice.amount)),
        ])
    }
}
