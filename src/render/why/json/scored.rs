//! Scored items, sections and their total.

use super::super::words::Teller;
use super::writer::Object;
use crate::explain::{Item, Section, Total};
use crate::quantity::Number;

impl Teller<'_> {
    pub(super) fn item(&self, object: &mut Object, item: &Item) {
        object.put("name", item.name);
        object.put("title", item.title);
        object.put("section", item.section);
        self.on(object, &item.on);
        object.maybe("row", item.row.as_ref(), |object, row| self.row(object, row));
        object.put("points", self.of_slot(item.slot, &item.points));
        object.put("of", Number::from(item.of));
        object.put("weight", &item.weight);
        object.put("weighted", item.weighted.as_ref());
        object.put("lost", item.lost.as_ref());
        object.put("exempt", item.exempt);
        let next = item.on.first().filter(|_| item.on.len() == 1).zip(item.to_next.as_ref());
        object.maybe("to_next", next, |object, (on, next)| {
            self.distance(object, "points", (on.ty, self.ty(item.slot)), next);
        });
        self.answer(object, &item.answer);
    }

    pub(super) fn section(&self, object: &mut Object, section: &Section) {
        object.put("name", section.name);
        object.put("points", section.points.as_ref());
        object.put("weighted", section.weighted.as_ref());
        object.values("exempt", &section.exempt);
    }

    pub(super) fn total(&self, object: &mut Object, total: &Total) {
        object.put("value", total.value.as_ref());
        object.put("of", Number::from(total.of));
        object.put("earned", total.earned.as_ref());
        object.put("possible", total.possible.as_ref());
        object.put("factor", Number::from(total.factor));
        object.values("exempt", &total.exempt);
    }
}
