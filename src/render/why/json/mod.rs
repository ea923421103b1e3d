//! An explanation for programs. Its form is `docs/why.schema.json`.

mod parts;
mod pay;
mod read;
mod scored;
mod table;

use serde_json::{Map, Value as Json};

use super::super::{Tongue, exact_number, exact_value, texts};
use super::words::Teller;
use crate::explain::{Explanation, Found, Input, Named, Status};
use crate::ir::{Policy, SlotId, Type};
use crate::quantity::Number;

/// How a record came to what it came to, for programs: every member is there, in the order of the policy.
pub fn json(policy: &Policy, told: &Explanation, tongue: Tongue) -> Json {
    let teller = Teller { policy, tongue };
    let text = |text: &Option<String>| text.clone().map_or(Json::Null, Json::from);
    let provisional = told.doubts.iter().map(|doubt| texts(&doubt.problem(policy).diagnostic(), tongue).message);
    let (status, reasons) = match &told.status {
        Status::Ok => ("ok", vec![]),
        Status::Rejected(problems, cells) => ("rejected", teller.reasons(problems, cells)),
        Status::Skipped(problems, cells) => ("skipped", teller.reasons(problems, cells)),
    };
    object([
        (
            "policy",
            object([
                ("title", told.policy.title.as_str().into()),
                ("file", told.policy.file.as_str().into()),
                ("sha256", text(&told.policy.sha256)),
            ]),
        ),
        ("key", told.key.iter().map(|key| (key.name.clone(), teller.found(key))).collect::<Map<_, _>>().into()),
        ("period", told.period.as_ref().map_or(Json::Null, |period| teller.found(period))),
        ("status", status.into()),
        ("reasons", reasons.into()),
        ("provisional", provisional.collect()),
        ("fields", teller.fields(told)),
        ("lookups", told.lookups.iter().map(|lookup| teller.lookup(lookup)).collect()),
        ("details", told.details.iter().map(|details| teller.details(details)).collect()),
        ("metrics", told.metrics.iter().map(|metric| teller.metric(metric)).collect()),
        ("lets", told.lets.iter().map(|metric| teller.metric(metric)).collect()),
        ("items", told.items.iter().map(|item| teller.item(item)).collect()),
        ("sections", told.sections.iter().map(|section| teller.section(section)).collect()),
        ("total", told.total.as_ref().map_or(Json::Null, |total| teller.total(total))),
        ("grades", told.grades.iter().map(|grade| teller.table(grade)).collect()),
        ("tables", told.tables.iter().map(|table| teller.table(table)).collect()),
        ("scales", told.scales.iter().map(|scale| teller.scale(scale)).collect()),
        ("gates", told.gates.iter().map(|gate| teller.gate(gate)).collect()),
        ("cohort", told.cohort.iter().map(|cohort| teller.cohort(cohort)).collect()),
        ("history", told.history.iter().map(|history| teller.history(history)).collect()),
        ("pay", told.pay.iter().map(|pay| teller.pay(pay)).collect()),
        ("flags", told.flags.iter().map(|flag| teller.flag(flag)).collect()),
        ("promises", told.promises.iter().map(|kept| teller.promise(kept)).collect()),
        ("next", Json::Array(vec![])),
    ])
}

/// An object with these members, in this order.
fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let mut object = Map::with_capacity(N);
    object.extend(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
    object.into()
}

/// An object with more members behind its own.
fn with<const N: usize>(mut value: Json, members: [(&str, Json); N]) -> Json {
    if let Json::Object(object) = &mut value {
        object.extend(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
    value
}

fn number(number: &Number) -> Json {
    Json::Number(exact_number(number.clone()))
}

fn optional(text: Option<impl Into<Json>>) -> Json {
    text.map_or(Json::Null, Into::into)
}

impl Teller<'_> {
    /// The value of something, exactly; of what has none, nothing.
    fn found(&self, named: &Named) -> Json {
        self.of_slot(named.slot, &named.value)
    }

    fn of_slot(&self, slot: SlotId, found: &Found) -> Json {
        self.of_type(self.ty(slot), found)
    }

    fn of_type(&self, ty: Type, found: &Found) -> Json {
        found.as_ref().map_or(Json::Null, |value| exact_value(self.policy, ty, value))
    }

    /// Something with its name, its title, its value, and the value as a person reads it.
    fn valued(&self, name: &str, named: &Named) -> Json {
        object([
            ("name", name.into()),
            ("title", optional(self.title(named.slot))),
            ("value", self.found(named)),
            ("shown", optional(self.named(named))),
        ])
    }

    /// What a table or a scale is asked.
    fn asked(&self, input: &Input) -> Json {
        object([
            ("name", input.name.as_str().into()),
            ("value", self.of_type(input.ty, &input.value)),
            ("shown", optional(self.input(input))),
        ])
    }
}
