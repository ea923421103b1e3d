//! Grades, tables and scales, with the rows that answered.

use super::super::words::Teller;
use super::parts::Exactly;
use super::writer::{Object, Put, object};
use crate::explain::{Answer, Distance, Input, Output, RowTaken, Scale, Slice, Table};
use crate::ir::{TableKind, Type};

impl Teller<'_> {
    /// A row of the policy.
    pub(super) fn row(&self, object: &mut Object, row: &RowTaken) {
        self.place(object, Some(&row.place));
        object.put("text", &row.text);
    }

    /// What stood in a row for a value.
    pub(super) fn answer(&self, object: &mut Object, answer: &Answer) {
        match answer {
            Answer::Worked(worked) => self.worked(object, Some(worked)),
            Answer::Line(height, by) => self.told(object, None, Exactly { exact: Some(height), rounded_by: Some(*by) }),
            Answer::Nothing => self.worked(object, None),
        }
    }

    /// What was asked: where that is one thing, by itself too.
    pub(super) fn on(&self, object: &mut Object, on: &[Input]) {
        let shown: Vec<Option<String>> = on.iter().map(|on| self.input(on)).collect();
        let alone = on.first().zip(shown.first()).filter(|_| on.len() == 1);
        object.put("value", alone.map(|(on, _)| self.of_type(on.ty, &on.value)));
        object.put("shown", alone.and_then(|(_, shown)| shown.as_deref()));
        object.objects("on", on.iter().zip(&shown), |object, (on, shown)| self.asked(object, on, shown.as_deref()));
    }

    pub(super) fn table(&self, object: &mut Object, table: &Table) {
        object.put("name", table.name);
        object.put("by", table.on.first().filter(|_| table.on.len() == 1).map(|on| on.name));
        self.on(object, &table.on);
        // The first output of a grade is its label.
        let (label, others) = match table.outputs.split_first() {
            Some((label, others)) if table.kind == TableKind::Grade => (Some(label), others),
            _ => (None, table.outputs.as_slice()),
        };
        if let Some(label) = label {
            object.put("label", self.of_slot(label.slot, &label.value));
        }
        object.maybe("row", table.row.as_ref(), |object, row| self.row(object, row));
        object.maybe("outputs", Some(others), |object, others| {
            others.iter().for_each(|of| self.of_slot(of.slot, &of.value).put(object.named(of.name)));
        });
        object.objects("answers", others, |object, output| self.output(object, output));
        if let Some(label) = label {
            let asked = table.on.first().map_or(Type::Invalid, |on| on.ty);
            object.maybe("to_next", table.to_next.as_ref(), |object, next| {
                self.distance(object, "label", (asked, self.ty(label.slot)), next);
            });
        }
    }

    /// An output with how it came about.
    fn output(&self, object: &mut Object, output: &Output) {
        object.put("name", output.name);
        object.put("value", self.of_slot(output.slot, &output.value));
        object.put("shown", output.value.as_ref().ok().and_then(|value| self.slot(output.slot, value)));
        self.answer(object, &output.answer);
    }

    pub(super) fn distance(&self, object: &mut Object, goal: &str, (ty, said): (Type, Type), next: &Distance) {
        object.put(goal, self.exactly(said, &next.label));
        object.put("bound", self.exactly(ty, &next.bound));
        object.put("open", next.open);
        object.put("distance", &next.distance);
    }

    pub(super) fn scale(&self, object: &mut Object, scale: &Scale) {
        object.put("name", scale.name);
        object.put("on", scale.on.name);
        object.put("value", self.of_type(scale.on.ty, &scale.on.value));
        object.put("shown", self.input(&scale.on));
        object.objects("slices", &scale.slices, |object, slice| self.slice(object, slice));
        object.put("amount", self.found(&scale.amount));
    }

    fn slice(&self, into: &mut Object, slice: &Slice) {
        object(into.member("row"), |object| self.row(object, &slice.row));
        into.put("part", &slice.part);
        into.put("rate", &slice.rate);
        into.put("amount", &slice.amount);
    }
}
