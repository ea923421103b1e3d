//! The same for programs.

use serde_json::{Map, Value as Json, json as object};

use super::{Told, period};
use crate::diagnostic::At;
use crate::ir::{Policy, Value};
use crate::quantity::{Number, spell_number};
use crate::reconcile::{By, Cause, ColumnTally, Difference, Lack, Theirs, Unmatched};
use crate::render::{exact_number, exact_place, exact_value, spell};

/// A sheet held against policies, as JSON.
pub fn json(told: &Told) -> Json {
    let found = told.found;
    let keys = |why: Lack| -> Vec<Json> {
        found.unmatched.iter().filter(|row| row.why == why).map(|row| told.key_of(row)).collect()
    };
    let periods: Vec<Json> = found.periods.iter().map(|of| text(told.period(*of))).collect();
    object!({
        "agree": found.agree,
        "differ": found.differ,
        "only_ours": keys(Lack::OnlyOurs),
        "only_theirs": keys(Lack::OnlyTheirs),
        "columns": found.columns.iter().map(column).collect::<Vec<_>>(),
        "differences": found.differences.iter().filter_map(|it| told.difference(it)).collect::<Vec<_>>(),
        "matched_by": match found.by { By::Key => "key", By::Name => "name" },
        "periods": periods,
        "unmatched": found.unmatched.iter().map(|row| told.unmatched(row)).collect::<Vec<_>>(),
        "set_aside": {
            "ours": told.aside(&found.aside.ours),
            "theirs": told.aside(&found.aside.theirs),
        },
        "all_tried": found.all_tried,
    })
}

fn column(tally: &ColumnTally) -> Json {
    let figure = |number: &Number| Json::Number(exact_number(number.clone()));
    let figures = |number: &Number| if tally.total.is_some() { figure(number) } else { Json::Null };
    object!({
        "name": tally.name,
        "column": tally.header,
        "agree": tally.agree,
        "differ": tally.differ,
        "total": tally.total.as_ref().map_or(Json::Null, figure),
        "over": figures(&tally.over),
        "under": figures(&tally.under),
    })
}

impl Told<'_> {
    fn difference(&self, difference: &Difference) -> Option<Json> {
        let policy = *self.policies.get(difference.policy)?;
        let slot = policy.slot(difference.slot)?;
        let theirs = match &difference.theirs {
            Theirs::Value(value) => exact_value(policy, slot.ty, value),
            Theirs::Text(text) => Json::from(text.as_str()),
        };
        let own = |field: usize| self.inputs.shared.batches.get(difference.policy)?.known(difference.record, field);
        let key = policy.keys().filter_map(|slot| named(policy, slot.0, own(slot.0)?.as_ref()));
        let period = policy.period().and_then(|slot| Some(exact_value(policy, policy.slot(slot)?.ty, &*own(slot.0)?)));
        let (input, line) = self.of_sheet(difference.policy, difference.row)?;
        Some(object!({
            "key": key.collect::<Map<_, _>>(),
            "period": period,
            "column": slot.name,
            "ours": exact_value(policy, slot.ty, &difference.ours),
            "theirs": theirs,
            "delta": difference.delta.as_ref().map(|delta| Json::Number(exact_number(delta.clone()))),
            "cause": self.cause(difference),
            "at": placed(&input.name, &input.cell(line, difference.field)),
        }))
    }

    fn cause(&self, difference: &Difference) -> Option<Json> {
        let (first, also) = difference.causes.split_first()?;
        let also: Vec<&str> = also.iter().map(|cause| cause.kind.name()).collect();
        Some(object!({
            "kind": first.kind.name(),
            "words": self.words(difference.policy, first),
            "at": self.at(difference.policy, first),
            "also": also,
        }))
    }

    fn at(&self, policy: usize, cause: &Cause) -> Option<Json> {
        self.place(policy, cause).map(|(file, at)| placed(&file, &at))
    }

    /// The key of a row without a partner.
    fn key_of(&self, row: &Unmatched) -> Json {
        let Some(policy) = self.policies.get(row.policy) else { return Json::Null };
        let slots: Vec<usize> = match self.found.by {
            By::Key => policy.keys().map(|slot| slot.0).collect(),
            By::Name => policy.name_field().map(|slot| slot.0).into_iter().collect(),
        };
        let named = slots.into_iter().zip(&row.key).filter_map(|(slot, value)| named(policy, slot, value));
        Json::Object(named.collect())
    }

    fn unmatched(&self, row: &Unmatched) -> Json {
        let place = match row.of_sheet {
            true => self.of_sheet(row.policy, row.at),
            false => self.inputs.shared.place(row.at).and_then(|(batch, place)| Some((batch.input(place)?, place.row))),
        };
        object!({
            "side": if row.of_sheet { "theirs" } else { "ours" },
            "why": row.why.name(),
            "key": self.key_of(row),
            "period": row.period.map(|of| text(self.period(of))),
            "at": place.map(|(input, line)| placed(&input.name, &input.at(line))),
        })
    }

    fn aside(&self, counted: &std::collections::BTreeMap<i32, usize>) -> Json {
        let of = |(period, count): (&i32, &usize)| object!({ "period": text(self.period(*period)), "rows": count });
        counted.iter().map(of).collect()
    }

    /// A period as a text.
    pub(super) fn period(&self, ordinal: i32) -> String {
        spell(&period(self.policies, ordinal), self.tongue)
    }
}

fn named(policy: &Policy, slot: usize, value: &Value) -> Option<(String, Json)> {
    let slot = policy.slot(crate::ir::SlotId(slot))?;
    Some((slot.name.clone(), exact_value(policy, slot.ty, value)))
}

fn text(text: String) -> Json {
    Json::from(text)
}

/// A place in a file: the line, and of a cell its column from 1, its header and its name.
fn placed(file: &str, at: &At) -> Json {
    let mut place = exact_place(file, at.row.unwrap_or_default() as usize);
    if let Some(column) = at.column {
        place.insert("column".into(), Json::from(column + 1));
        place.insert("header".into(), Json::from(at.header.as_deref().unwrap_or_default()));
        place.insert("cell".into(), at.cell().map_or(Json::Null, |cell| cell.to_string().into()));
    }
    Json::Object(place)
}

/// A figure as a person writes it.
pub(super) fn figure(number: &Number) -> String {
    spell_number(number.clone())
}
