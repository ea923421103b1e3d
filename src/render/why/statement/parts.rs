//! Metrics, tables, gates and pay blocks of a statement.

use super::super::words::member;
use super::Page;
use super::scored::reaching;
use crate::data::BoundActed;
use crate::explain::{
    Answer, Bound, Cohort, Exact, Gate, History, Input, Metric, Pay, PayLine, RowTaken, Scale, Table, Worked,
};
use crate::ir::{SlotId, Type, Value};
use crate::quantity::{Decimal, Dimension, TimeUnit, minor_unit_places};

impl Page<'_> {
    /// What a value was worked out of, with its figures; where that says no more than the value, its text.
    fn worked(&self, worked: &Worked, value: &str) -> String {
        let figures = self.teller.pieces(&worked.figures);
        let told = if figures == value { worked.formula.to_string() } else { format!("= {figures}") };
        let told = if self.whole() && figures != worked.formula && figures != value {
            format!("= {} = {figures}", worked.formula)
        } else {
            told
        };
        let ways = worked.branches.iter().filter(|branch| !branch.taken.is_empty() && self.whole());
        let ways = ways.map(|branch| {
            let was = self.teller.value(branch.ty, branch.unit, &branch.was);
            let args =
                [("on", branch.on.as_ref().into()), ("was", was.into()), ("taken", branch.taken.as_ref().into())];
            self.say("why-way", &args)
        });
        let ways: String = ways.collect();
        self.placed(&worked.place, &(told + &ways))
    }

    fn called(&self, slot: SlotId, name: &str) -> String {
        self.teller.title(slot).unwrap_or(name).to_owned()
    }

    pub(super) fn metric(&self, metric: &Metric) -> Vec<String> {
        let value = self.teller.named(&metric.of).unwrap_or_default();
        let worked = metric.worked.as_ref().map(|worked| self.worked(worked, &value)).unwrap_or_default();
        vec![self.called(metric.of.slot, metric.of.name), value, worked]
    }

    pub(super) fn cohort(&self, cohort: &Cohort) -> Vec<String> {
        let args = [("members", cohort.members.into()), ("counted", cohort.counted.into())];
        let among = self.say(if cohort.counted < cohort.members { "why-among-counted" } else { "why-among" }, &args);
        let value = self.teller.named(&cohort.of).unwrap_or_default();
        vec![String::new(), String::new(), format!("{} = {value}{among}", self.placed(&cohort.place, &cohort.text))]
    }

    pub(super) fn history(&self, history: &History) -> Vec<String> {
        let each = history.periods.iter().map(|(period, value)| {
            let value = value.as_ref().map(|value| self.teller.value(history.ty, history.unit, value));
            format!("{period} {}", value.unwrap_or_else(|| "—".to_owned()))
        });
        let each: Vec<String> = each.collect();
        let value = self.teller.named(&history.of).unwrap_or_default();
        let text = self.placed(&history.place, &history.text);
        vec![String::new(), String::new(), format!("{text} = {value}: {}", each.join(", "))]
    }

    /// What was asked: `总分 84.5`
    pub(super) fn asked(&self, on: &[Input]) -> String {
        let each = on.iter().filter_map(|on| Some(format!("{} {}", self.teller.called(on), self.teller.input(on)?)));
        each.collect::<Vec<_>>().join(", ")
    }

    pub(super) fn taken(&self, row: Option<&RowTaken>) -> String {
        row.map(|row| self.placed(&row.place, &row.text)).unwrap_or_default()
    }

    pub(super) fn table(&self, table: &Table) -> Vec<Vec<String>> {
        let first = table.outputs.first().map(|output| output.slot);
        let next = table.on.first().zip(table.to_next.as_ref()).zip(first);
        let next = next.and_then(|((on, next), slot)| reaching(&self.teller, on, next, slot));
        let why = [self.asked(&table.on), self.taken(table.row.as_ref())].into_iter().chain(next);
        let why = why.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
        let rows = table.outputs.iter().enumerate().map(|(at, output)| {
            let value = output.value.as_ref().ok().and_then(|value| self.teller.slot(output.slot, value));
            let value = value.unwrap_or_default();
            let name = match (at, output.name) {
                (0, _) => self.called(output.slot, table.name),
                (_, name) => format!("  {name}"),
            };
            let worked = match &output.answer {
                Answer::Worked(worked) if !worked.reads.is_empty() => self.worked(worked, &value),
                Answer::Line(exact, _) => format!("= {exact}"),
                _ => String::new(),
            };
            let why = if at == 0 { format!("{why}  {worked}") } else { worked };
            vec![name, value, why.trim_end().to_owned()]
        });
        rows.collect()
    }

    pub(super) fn scale(&self, scale: &Scale) -> Vec<Vec<String>> {
        let unit = TimeUnit::Second;
        let amount = self.teller.ty(scale.amount.slot);
        let rate = rate_of(scale.on.ty, amount);
        let spelt = |ty: Type, number: &crate::quantity::Number| {
            self.teller.value(ty, unit, &crate::ir::Value::Number(number.clone()))
        };
        let mut rows = vec![vec![
            self.called(scale.amount.slot, scale.name),
            self.teller.named(&scale.amount).unwrap_or_default(),
            self.asked(std::slice::from_ref(&scale.on)),
        ]];
        rows.extend(scale.slices.iter().map(|slice| {
            let rate = spelt(rate, &slice.rate);
            let sign = if self.sheet.ascii { "*" } else { "×" };
            let part = spelt(scale.on.ty, &slice.part);
            let told =
                format!("{part} {sign} {rate} = {}  {}", spelt(amount, &slice.amount), self.taken(Some(&slice.row)));
            vec![String::new(), String::new(), told]
        }));
        rows
    }

    pub(super) fn gate(&self, gate: &Gate) -> Vec<String> {
        let failed = gate.failed.iter().map(|failed| {
            let args = [("text", failed.text.into()), ("figures", self.teller.pieces(&failed.figures).as_ref().into())];
            self.placed(&failed.place, &self.say("why-failed", &args))
        });
        let failed = failed.collect::<Vec<_>>().join("  ");
        vec![self.called(gate.of.slot, gate.of.name), self.teller.named(&gate.of).unwrap_or_default(), failed]
    }

    fn bound(&self, slot: SlotId, bound: Option<&Bound>) -> String {
        let Some(bound) = bound else { return String::new() };
        let id = match bound.kind {
            BoundActed::AtLeast => "why-at-least",
            BoundActed::AtMost => "why-at-most",
        };
        let args = [
            ("before", self.teller.number(slot, &bound.before).into()),
            ("limit", self.teller.number(slot, &bound.limit).into()),
        ];
        self.say(id, &args)
    }

    /// That a line was rounded to what can be paid, where that changed it.
    fn rounded(&self, line: &PayLine) -> String {
        let exact = line.worked.as_ref().and_then(|worked| worked.exact.as_ref());
        let amount = match (&line.bound, &line.of.value) {
            (Some(bound), _) => &bound.before,
            (None, Ok(Value::Number(amount))) => amount,
            _ => return String::new(),
        };
        let same = exact.is_none_or(|exact| *exact == Exact::Number(amount.clone()));
        let step = minor_unit_places(&self.teller.policy.header.currency).map(|places| Decimal::new(1, places));
        match step.filter(|_| !same) {
            Some(step) => self.say("why-rounded", &[("step", self.teller.number(line.of.slot, &step.into()).into())]),
            None => String::new(),
        }
    }

    /// A pay block: its lines, what they add up to, which bounds acted.
    pub(super) fn pay(&mut self, pay: &Pay) {
        let rows = pay.lines.iter().map(|line| {
            let amount = self.teller.named(&line.of).unwrap_or_default();
            let worked = line.worked.as_ref().map(|worked| self.worked(worked, &amount)).unwrap_or_default();
            let told = worked + &self.rounded(line) + " " + &self.bound(line.of.slot, line.bound.as_ref());
            let name = self.teller.title(line.of.slot).unwrap_or(member(pay.of.name, line.of.name)).to_owned();
            vec![name, amount, told.trim().to_owned()]
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        let sum = self.teller.named(&pay.of).unwrap_or_default();
        rows.push(vec![self.say("why-sum", &[]), sum, self.bound(pay.of.slot, pay.bound.as_ref())]);
        self.lines.push(String::new());
        let name = self.called(pay.of.slot, pay.of.name);
        self.text("", &name);
        self.grid(&[("", false), ("", true), ("", false)], rows);
    }
}

/// What the rates of a scale are: of one thing by itself, percents.
fn rate_of(on: Type, amount: Type) -> Type {
    match (on, amount) {
        (Type::Number(on), Type::Number(amount)) if on == amount => Type::Number(Dimension::PERCENT),
        (Type::Number(on), Type::Number(amount)) => Type::Number(amount.over(on)),
        _ => Type::Invalid,
    }
}
