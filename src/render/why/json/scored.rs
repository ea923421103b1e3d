//! Scored items, sections and their total.

use serde_json::Value as Json;

use super::super::super::{exact_fraction, exact_number};
use super::super::words::Teller;
use super::{number, object, optional, with};
use crate::explain::{Item, Section, Total};

impl Teller<'_> {
    pub(super) fn item(&self, item: &Item) -> Json {
        let on = match item.on.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let told = object([
            ("name", item.name.as_str().into()),
            ("title", optional(item.title.as_deref())),
            ("section", optional(item.section.as_deref())),
            ("value", on.map_or(Json::Null, |on| self.of_type(on.ty, &on.value))),
            ("shown", optional(on.and_then(|on| self.input(on)))),
            ("on", item.on.iter().map(|on| self.asked(on)).collect()),
            ("row", item.row.as_ref().map_or(Json::Null, |row| self.row(row))),
            ("points", self.of_slot(item.slot, &item.points)),
            ("of", Json::Number(exact_number(item.of))),
            ("weight", number(&item.weight)),
            ("weighted", item.weighted.as_ref().map_or(Json::Null, exact_fraction)),
            ("lost", item.lost.as_ref().map_or(Json::Null, number)),
            ("exempt", item.exempt.into()),
            (
                "to_next",
                optional(
                    on.zip(item.to_next.as_ref())
                        .map(|(on, next)| self.distance("points", (on.ty, self.ty(item.slot)), next)),
                ),
            ),
        ]);
        with(told, self.answer(&item.answer))
    }

    pub(super) fn section(&self, section: &Section) -> Json {
        object([
            ("name", section.name.as_str().into()),
            ("points", section.points.as_ref().map_or(Json::Null, exact_fraction)),
            ("weighted", section.weighted.as_ref().map_or(Json::Null, exact_fraction)),
            ("exempt", section.exempt.clone().into()),
        ])
    }

    pub(super) fn total(&self, total: &Total) -> Json {
        object([
            ("value", total.value.as_ref().map_or(Json::Null, exact_fraction)),
            ("of", Json::Number(exact_number(total.of))),
            ("earned", total.earned.as_ref().map_or(Json::Null, number)),
            ("possible", total.possible.as_ref().map_or(Json::Null, number)),
            ("factor", Json::Number(exact_number(total.factor))),
            ("exempt", total.exempt.clone().into()),
        ])
    }
}
