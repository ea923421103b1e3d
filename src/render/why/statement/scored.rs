//! Scored items of a statement, what they add up to, and by how much the next row was missed.

use super::super::super::say;
use super::super::words::Teller;
use super::Page;
use crate::explain::{Answer, Distance, Exact, Input, Item};
use crate::ir::{SlotId, Value};
use crate::quantity::Number;

/// By how much something better was missed: `差 5.5 分：到 90 分就是 A`
pub(super) fn reaching(teller: &Teller, on: &Input, next: &Distance, said: SlotId) -> Option<String> {
    let spelt = |value: &Value| teller.value(on.ty, on.unit, value);
    let up = !next.distance.is_negative();
    let id = match (up, next.open) {
        (true, false) => "why-next-up",
        (true, true) => "why-next-up-open",
        (false, false) => "why-next-down",
        (false, true) => "why-next-down-open",
    };
    let args = [
        ("distance", spelt(&Value::Number(next.distance.abs())).into()),
        ("bound", spelt(&next.bound).into()),
        ("goal", teller.slot(said, &next.label)?.into()),
        ("name", teller.called(on).into()),
    ];
    Some(say(id, &args, teller.tongue))
}

impl Page<'_> {
    /// The items in a table, and how they add up to the total.
    pub(super) fn scores(&mut self) {
        let told = self.told;
        let weighs = told.items.iter().any(|item| item.weight != Number::ONE);
        let full = told.items.iter().any(|item| told.items.first().is_some_and(|first| first.of != item.of));
        let mut heads = vec![("why-item", false), ("why-scored", true)];
        heads.extend(full.then_some(("why-of", true)));
        heads.extend(weighs.then_some(("why-weight", true)));
        heads.push(("why-adds", true));
        heads.push(("why-because", false));
        let row = |item: &Item| {
            let points = item.points.as_ref().ok().and_then(Value::number).map(Number::to_string);
            let mut row = vec![item.title.unwrap_or(item.name).to_owned()];
            row.push(points.unwrap_or_else(|| if item.exempt { self.say("term-exempt", &[]) } else { String::new() }));
            row.extend(full.then(|| item.of.normalize().to_string()));
            row.extend(weighs.then(|| format!("{}%", &item.weight * &Number::from(100))));
            let adds = item.earned.as_ref().map(Number::to_string);
            let adds = adds.or_else(|| item.weighted.as_ref().map(Exact::to_string));
            row.push(adds.unwrap_or_default());
            row.push(self.item(item));
            row
        };
        let mut rows: Vec<Vec<String>> = told.items.iter().map(row).collect();
        if let Some(total) = &told.total {
            let mut row = vec![self.say("why-sum", &[])];
            row.resize(heads.len() - 2, String::new());
            row.push(total.earned.as_ref().map(Number::to_string).unwrap_or_default());
            row.push(String::new());
            rows.push(row);
        }
        self.heading("why-scores");
        self.grid(&heads, rows);
        for section in told.sections.iter().filter(|section| section.counts && section.points.is_some()) {
            let plain = |fraction: &Option<Exact>| fraction.as_ref().map(Exact::to_string).unwrap_or_default();
            let args = [
                ("name", section.name.into()),
                ("points", plain(&section.points).into()),
                ("weighted", plain(&section.weighted).into()),
            ];
            let words = self.say("why-section", &args);
            self.text("  ", &words);
        }
        let Some(total) = &told.total else { return };
        if total.exempt.is_empty() {
            return;
        }
        if let (Some(earned), Some(possible), Some(value)) = (&total.earned, &total.possible, &total.value) {
            let args = [
                ("earned", earned.to_string().into()),
                ("possible", possible.to_string().into()),
                ("factor", total.factor.normalize().to_string().into()),
                ("value", value.to_string().into()),
            ];
            let words = self.say("why-total-of", &args);
            self.text("  ", &words);
        }
    }

    /// The row that answered, what it was asked, and by how much a better one was missed.
    fn item(&self, item: &Item) -> String {
        let worked = match &item.answer {
            Answer::Worked(worked) if item.row.is_none() || !worked.reads.is_empty() => {
                self.placed(&worked.place, &format!("= {}", self.teller.pieces(&worked.figures)))
            }
            Answer::Line(exact, _) => format!("= {exact}"),
            _ => String::new(),
        };
        let next = item.on.first().zip(item.to_next.as_ref());
        let next = next.and_then(|(on, next)| reaching(&self.teller, on, next, item.slot));
        let told = [self.asked(&item.on), self.taken(item.row.as_ref()), worked].into_iter().chain(next);
        told.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ")
    }
}
