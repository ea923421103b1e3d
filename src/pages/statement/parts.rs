//! What was given and worked out, the rows of tables that answered, gates, and what is to be noticed.

use super::Statement;
use super::scored::told;
use crate::explain::{Distance, Input, Metric, Named, Scale, Source};
use crate::ir::{Expr, SlotId, Step, Value};
use crate::pages::page::Block;
use crate::render::texts;

impl Statement<'_> {
    /// What was given, of an example: all that was said of it.
    pub(super) fn given(&self) -> Vec<Block> {
        let policy = self.words.policy;
        let hidden: Vec<SlotId> = policy.keys().chain(policy.period()).chain(policy.name_field()).collect();
        let fields = self.told.fields.iter().filter(|field| !hidden.contains(&field.of.slot));
        let given = fields.map(|field| (&field.of, field.source == Source::Given));
        let fixed = self.told.metrics.iter().filter(|metric| metric.worked.is_none()).map(|metric| (&metric.of, true));
        let facts: Vec<(String, String)> = given
            .chain(fixed)
            .filter(|(of, given)| *given && of.value.is_ok())
            .map(|(of, _)| (self.words.called(of.slot), self.value(of)))
            .collect();
        match facts.is_empty() {
            true => vec![],
            false => vec![Block::Heading(self.say("page-given", &[])), Block::Facts(facts)],
        }
    }

    /// What was read of the person.
    pub(in crate::pages) fn read(&self) -> Vec<Block> {
        let policy = self.words.policy;
        let hidden: Vec<SlotId> = policy.keys().chain(policy.period()).chain(policy.name_field()).collect();
        let fields = self.told.fields.iter().filter(|field| !hidden.contains(&field.of.slot));
        let fields = fields.filter(|field| field.of.value.as_ref().is_ok_and(|value| *value != Value::Missing));
        let lookups = self.told.lookups.iter().flat_map(|lookup| &lookup.fields);
        let lookups = lookups.filter(|field| field.of.value.as_ref().is_ok_and(|value| *value != Value::Missing));
        let facts: Vec<(String, String)> =
            fields.chain(lookups).map(|field| (self.words.called(field.of.slot), self.value(&field.of))).collect();
        match facts.is_empty() {
            true => vec![],
            false => vec![Block::Heading(self.say("why-read", &[])), Block::Facts(facts)],
        }
    }

    /// What was worked out of it.
    pub(super) fn values(&self) -> Vec<Block> {
        let mut table = self.table(&[("", false), ("", false), ("", true)]);
        let mut metrics: Vec<&Metric> = self.told.metrics.iter().collect();
        metrics
            .retain(|metric| metric.of.value.is_ok() && metric.worked.is_some() && !self.is_blank_metric(&metric.of));
        for metric in metrics {
            let value = self.value(&metric.of);
            let how = self.how(metric) + &self.over(metric.of.slot);
            table.row(vec![self.words.called(metric.of.slot), how, value]);
        }
        let heading = || Block::Heading(self.say("why-values", &[]));
        told(table).into_iter().flat_map(|table| [heading(), table]).collect()
    }

    /// How a metric was found: with its figures, with names where they say no more than the value.
    fn how(&self, metric: &Metric) -> String {
        let Some(Step::Value(step)) = self.step(metric.of.slot) else { return String::new() };
        let worked = self.worked_out(&step.value, metric.worked.as_ref(), &metric.of);
        worked.unwrap_or_else(|| self.words.named().formula(&step.value).text)
    }

    /// Whether all that something is worked out of is not there, as figures of other posts are not.
    fn is_blank(&self, expr: &Expr) -> bool {
        let read = expr.slots();
        let mut fields = self.told.fields.iter().filter(|field| read.contains(&field.of.slot)).peekable();
        fields.peek().is_some() && fields.all(|field| field.of.value == Ok(Value::Missing))
    }

    fn is_blank_metric(&self, of: &Named) -> bool {
        matches!(self.step(of.slot), Some(Step::Value(step)) if self.is_blank(&step.value))
    }

    /// Whether a scale is asked about what is not there.
    fn is_blank_scale(&self, scale: &Scale) -> bool {
        self.asked_by(&scale.on).is_some_and(|expr| self.is_blank(expr))
    }

    /// Over how many people or periods something was found: `（共 5 人）`, `（2024-02 82，2024-03 90）`
    fn over(&self, slot: SlotId) -> String {
        let mut read = vec![];
        if let Some(Step::Value(step)) = self.step(slot) {
            step.value.walk(&mut |part: &crate::ir::Expr| read.extend(part.slot()));
        }
        let cohorts = self.told.cohort.iter().filter(|cohort| read.contains(&cohort.of.slot) && cohort.members > 0);
        let cohorts = cohorts.map(|cohort| {
            let args = [("members", cohort.members.into()), ("counted", cohort.counted.into())];
            self.say(if cohort.counted < cohort.members { "page-among-counted" } else { "page-among" }, &args)
        });
        let histories = self.told.history.iter().filter(|history| read.contains(&history.of.slot));
        let histories = histories.filter_map(|history| {
            let each = history.periods.iter().filter_map(|(period, value)| {
                let value = self.words.value(history.ty, history.unit, value.as_ref()?);
                Some(format!("{period} {value}"))
            });
            let each: Vec<String> = each.collect();
            (!each.is_empty()).then(|| each.join(&self.say("words-comma", &[])))
        });
        let mut over: Vec<String> = vec![];
        cohorts.chain(histories).for_each(|text| {
            if !over.contains(&text) {
                over.push(text);
            }
        });
        let brackets = |text: String| self.say("page-over", &[("text", text.into())]);
        if over.is_empty() { String::new() } else { brackets(over.join(&self.say("words-between", &[]))) }
    }

    /// The grades, tables and scales that answered.
    pub(super) fn tables(&self) -> Vec<Block> {
        let mut table = self.table(&[("", false), ("page-figure", false), ("page-row", false), ("page-result", true)]);
        let mut near = vec![];
        for of in self.told.grades.iter().chain(&self.told.tables) {
            let Some(first) = of.outputs.first().filter(|first| first.value.is_ok()) else { continue };
            let row = of.row.as_ref().map(|taken| self.taken(first.slot, taken)).unwrap_or_default();
            for (at, output) in of.outputs.iter().enumerate() {
                let Ok(value) = &output.value else { continue };
                let name = self.words.called(output.slot);
                let value = self.of_slot(output.slot, value);
                table.row(match at {
                    0 => vec![name, self.asked_by_name(&of.on), row.clone(), value],
                    _ => vec![name, String::new(), String::new(), value],
                });
            }
            near.extend(of.on.first().zip(of.to_next.as_ref()).map(|(on, next)| self.reaching(on, next, first.slot)));
        }
        let scales = self.told.scales.iter().filter(|scale| scale.amount.value.is_ok());
        for scale in scales.filter(|scale| !self.is_paid(scale) && !self.is_blank_scale(scale)) {
            let name = self.words.called(scale.amount.slot);
            let asked = self.asked_by_name(std::slice::from_ref(&scale.on));
            table.row(vec![name, asked, self.slices(scale), self.value(&scale.amount)]);
        }
        let mut blocks: Vec<Block> = match told(table) {
            Some(table) => vec![Block::Heading(self.say("why-tables", &[])), table],
            None => vec![],
        };
        blocks.extend(near.into_iter().map(Block::Text));
        blocks
    }

    pub(super) fn asked_by_name(&self, on: &[Input]) -> String {
        match on {
            [only] => format!("{} {}", self.input(only), self.asked(on)),
            several => self.asked(several),
        }
    }

    /// By how much something better was missed.
    fn reaching(&self, on: &Input, next: &Distance, said: SlotId) -> String {
        let spelt = |value: &Value| self.words.value(on.ty, on.unit, value);
        let id = match (next.distance.is_negative(), next.open) {
            (false, false) => "why-next-up",
            (false, true) => "why-next-up-open",
            (true, false) => "why-next-down",
            (true, true) => "why-next-down-open",
        };
        let args = [
            ("distance", spelt(&Value::Number(next.distance.abs())).into()),
            ("bound", spelt(&next.bound).into()),
            ("goal", self.words.of_slot(said, &next.label).into()),
            ("name", self.input(on).into()),
        ];
        self.say(id, &args)
    }

    /// The gates, and which of their conditions failed.
    pub(super) fn gates(&self) -> Vec<Block> {
        let mut lines = vec![];
        for gate in self.told.gates.iter().filter(|gate| gate.of.value.is_ok()) {
            let name = ("name", self.words.called(gate.of.slot).into());
            let failed = gate.failed.iter().filter_map(|failed| {
                let conditions = match self.step(gate.of.slot)? {
                    Step::Gate(of) => &of.conditions,
                    _ => return None,
                };
                let condition = conditions.iter().find(|of| of.text == failed.text)?;
                Some(self.words.condition(&condition.value))
            });
            let failed: Vec<String> = failed.collect();
            lines.push(match failed.is_empty() {
                true => self.say("page-gate-passed", &[name]),
                false => {
                    let conditions = ("conditions", self.words.listed(failed).into());
                    self.say("page-gate-failed", &[name, conditions])
                }
            });
        }
        if lines.is_empty() { vec![] } else { vec![Block::List(lines)] }
    }

    /// Flags that are raised, promises that are broken, what may yet change.
    pub(super) fn notices(&self) -> Vec<Block> {
        let raised = self.told.flags.iter().filter(|flag| flag.of.value == Ok(Value::Bool(true)));
        let raised = raised.map(|flag| {
            let text = flag.title.unwrap_or(flag.of.name);
            self.say("note-flag", &[("text", text.into())])
        });
        let broken = self.told.promises.iter().filter(|kept| kept.holds == Some(false));
        let broken = broken.map(|kept| self.say("note-broken", &[("text", kept.text.into())]));
        let doubts = self.told.doubts.iter();
        let doubts =
            doubts.map(|doubt| texts(&doubt.problem(self.words.policy).diagnostic(), self.words.tongue).message);
        let mut told: Vec<String> = vec![];
        // Several doubts may be of one record, and read the same.
        raised.chain(broken).chain(doubts).for_each(|text| {
            if !told.contains(&text) {
                told.push(text);
            }
        });
        told.into_iter().map(Block::Note).collect()
    }
}
