//! An explanation for programs. Its form is `docs/why.schema.json`.

mod parts;
mod pay;
mod read;
mod scored;
mod table;
mod writer;

use serde_json::Value as Json;

use super::super::{Tongue, texts};
use super::words::Teller;
use crate::explain::{Explanation, Found, Input, Named, Status};
use crate::ir::{Policy, SlotId, Type, Value};
use writer::{Object, Put, object, quoted};

/// How a record came to what it came to, for programs: every member is there, in the order of the policy. What would
/// help stands in the last.
pub fn json(policy: &Policy, told: &Explanation, next: &Json, tongue: Tongue) -> Json {
    let mut line = String::new();
    Teller::new(policy, tongue).write(told, next, &mut line);
    serde_json::from_str(&line).unwrap_or_default()
}

impl Teller<'_> {
    /// The same as one line behind a text, for many records.
    pub fn write(&self, told: &Explanation, next: &Json, out: &mut String) {
        object(out, |object| {
            self.whose(object, told);
            self.how(object, told);
            object.member("next").push_str(&next.to_string());
        });
    }

    fn whose(&self, object: &mut Object, told: &Explanation) {
        object.maybe("policy", Some(&told.policy), |policy, of| {
            policy.put("title", of.title);
            policy.put("file", of.file);
            policy.put("sha256", of.sha256);
        });
        object.maybe("key", Some(&told.key), |key, of| {
            of.iter().for_each(|named| self.found(named).put(key.named(named.name)));
        });
        object.put("period", told.period.as_ref().map(|period| self.found(period)));
        let (status, (reasons, cells)) = match &told.status {
            Status::Ok => ("ok", (&[] as &[_], &[] as &[_])),
            Status::Rejected(reasons, cells) => ("rejected", (reasons.as_slice(), cells.as_slice())),
            Status::Skipped(reasons, cells) => ("skipped", (reasons.as_slice(), cells.as_slice())),
        };
        object.put("status", status);
        object.objects("reasons", reasons, |object, reason| self.reason(object, reason, cells));
    }

    fn how(&self, object: &mut Object, told: &Explanation) {
        let message = |doubt: &crate::data::Doubt| texts(&doubt.problem(self.policy).diagnostic(), self.tongue).message;
        object.values("provisional", told.doubts.iter().map(message));
        self.fields(object, told);
        object.objects("lookups", &told.lookups, |object, lookup| self.lookup(object, lookup));
        object.objects("details", &told.details, |object, details| self.details(object, details));
        object.objects("metrics", &told.metrics, |object, metric| self.metric(object, metric));
        object.objects("lets", &told.lets, |object, metric| self.metric(object, metric));
        object.objects("items", &told.items, |object, item| self.item(object, item));
        object.objects("sections", &told.sections, |object, section| self.section(object, section));
        object.maybe("total", told.total.as_ref(), |object, total| self.total(object, total));
        object.objects("grades", &told.grades, |object, grade| self.table(object, grade));
        object.objects("tables", &told.tables, |object, table| self.table(object, table));
        object.objects("scales", &told.scales, |object, scale| self.scale(object, scale));
        object.objects("gates", &told.gates, |object, gate| self.gate(object, gate));
        object.objects("cohort", &told.cohort, |object, cohort| self.cohort(object, cohort));
        object.objects("history", &told.history, |object, history| self.history(object, history));
        object.objects("pay", &told.pay, |object, pay| self.pay(object, pay));
        object.objects("flags", &told.flags, |object, flag| self.flag(object, flag));
        object.objects("promises", &told.promises, |object, kept| self.promise(object, kept));
    }

    /// The value of something, exactly; of what has none, nothing.
    fn found<'v>(&'v self, named: &'v Named) -> Plain<'v> {
        self.of_slot(named.slot, &named.value)
    }

    fn of_slot<'v>(&'v self, slot: SlotId, found: &'v Found) -> Plain<'v> {
        self.of_type(self.ty(slot), found)
    }

    fn of_type<'v>(&'v self, ty: Type, found: &'v Found) -> Plain<'v> {
        Plain { policy: self.policy, ty, value: found.as_ref().ok() }
    }

    fn exactly<'v>(&'v self, ty: Type, value: &'v Value) -> Plain<'v> {
        Plain { policy: self.policy, ty, value: Some(value) }
    }

    /// Something with its name, its title, its value, and the value as a person reads it.
    fn valued(&self, object: &mut Object, name: &str, named: &Named) {
        object.put("name", name);
        object.put("title", self.title(named.slot));
        object.put("value", self.found(named));
        object.put("shown", self.named(named));
    }

    /// What a table or a scale is asked, and what it is as a person reads it.
    fn asked(&self, object: &mut Object, input: &Input, shown: Option<&str>) {
        object.put("name", input.name);
        object.put("value", self.of_type(input.ty, &input.value));
        object.put("shown", shown);
    }
}

/// A value of a type, exactly: what is missing is `null`, a label its name, a month `"2024-03"`.
struct Plain<'v> {
    policy: &'v Policy,
    ty: Type,
    value: Option<&'v Value>,
}

impl Put for Plain<'_> {
    fn put(&self, out: &mut String) {
        match self.value {
            None | Some(Value::Missing) => out.push_str("null"),
            Some(Value::Number(number)) => number.put(out),
            Some(Value::Bool(is)) => is.put(out),
            Some(Value::Label(place)) => self.policy.label(self.ty, *place).put(out),
            Some(Value::Text(text)) => text.as_str().put(out),
            Some(Value::Calendar(moment)) => quoted(out, moment),
        }
    }
}
