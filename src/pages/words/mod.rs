//! A policy in words: values, names, conditions, formulas, rows, as people say them who never saw a policy.

mod condition;
mod formula;
mod many;
mod pattern;

use std::collections::BTreeMap;

use crate::diagnostic::Arg;
use crate::ir::{Expr, Policy, Role, SlotId, Type, Value};
use crate::quantity::{Decimal, Dimension, Number, Rounding, TimeUnit, Tongue, Unit, holds_chinese};
use crate::render::{say, spell, visible};
use crate::source::{Sources, Span};

/// Who words a policy.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Its text, for what has no words of its own.
    pub sources: &'a Sources,
    /// The reader's tongue.
    pub tongue: Tongue,
    /// The values of a record, which stand in formulas in the place of names.
    pub figures: Option<&'a BTreeMap<SlotId, Value>>,
}

impl<'a> Words<'a> {
    /// The same without the values of a record: names stand for themselves.
    pub fn named(self) -> Words<'a> {
        Words { figures: None, ..self }
    }

    /// A text of the pages.
    pub fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.close(&say(id, args, self.tongue))
    }

    /// A text with blanks where its tongue has some.
    fn close(&self, text: &str) -> String {
        if self.tongue == Tongue::Zh { tight(text) } else { text.to_owned() }
    }

    /// Some texts as a list within a sentence.
    pub fn listed(&self, texts: impl IntoIterator<Item = String>) -> String {
        spell(&Arg::List(texts.into_iter().map(Arg::from).collect()), self.tongue)
    }

    /// A text of the policy on one line.
    pub fn written(&self, span: Span) -> String {
        let text = self.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        visible(&text).into_owned()
    }

    /// A value of a type.
    pub fn value(&self, ty: Type, unit: TimeUnit, value: &Value) -> String {
        let text = spell(&self.policy.notation(ty).in_unit(unit).shown(value), self.tongue);
        match (ty, value) {
            (Type::Number(Dimension::TIME), Value::Number(_)) => self.timed(&text),
            _ => text,
        }
    }

    /// A duration with the word for its unit: `30 秒`, `30 s`.
    fn timed(&self, text: &str) -> String {
        let units = [TimeUnit::Minute, TimeUnit::Second, TimeUnit::Hour, TimeUnit::Day];
        let named = units.into_iter().find_map(|unit| Some((text.strip_suffix(&unit.to_string())?, unit)));
        match named {
            Some((figure, unit)) => format!("{figure} {}", Unit::Time(unit).word(self.tongue)),
            None => text.to_owned(),
        }
    }

    /// A value that a slot can have.
    pub fn of_slot(&self, slot: SlotId, value: &Value) -> String {
        let Some(known) = self.policy.slot(slot) else { return String::new() };
        match (value, known.role) {
            (Value::Missing, Role::Points) => self.say("term-exempt", &[]),
            _ => self.value(known.ty, known.time_unit, value),
        }
    }

    /// A value that an expression can have.
    pub fn of(&self, expr: &Expr, value: &Value) -> String {
        self.value(expr.ty, self.unit(expr), value)
    }

    /// The unit in which durations of an expression are said: that of what has a name.
    fn unit(&self, expr: &Expr) -> TimeUnit {
        let slot = expr.slot().and_then(|slot| self.policy.slot(slot));
        slot.map_or(TimeUnit::Second, |slot| slot.time_unit)
    }

    /// What people call a slot: its title, else its name; of a part, with that of what it is a part of.
    pub fn called(&self, id: SlotId) -> String {
        let Some(slot) = self.policy.slot(id) else { return String::new() };
        let title = slot.title.as_deref();
        let (owner, member) = slot.name.split_once('.').unwrap_or((&slot.name, ""));
        let owned = || {
            let known = self.policy.slots.iter().find(|known| known.name == owner);
            known.and_then(|known| known.title.as_deref()).unwrap_or(owner)
        };
        match slot.role {
            Role::Scores => self.say("words-scores", &[]),
            Role::Total => self.totalled(id),
            Role::Points | Role::SectionPoints => self.say("words-points", &[("name", title.unwrap_or(owner).into())]),
            Role::Weighted => self.say("words-weighted", &[("name", title.unwrap_or(owner).into())]),
            Role::Scale if !member.is_empty() => self.say("words-rate", &[("name", owned().into())]),
            // Rows are told of as a whole: what stands in one is theirs.
            Role::Details if !member.is_empty() => title.unwrap_or(member).to_owned(),
            Role::GradeOutput | Role::TableOutput | Role::PayLine | Role::Lookup if !member.is_empty() => {
                let args = [("owner", owned().into()), ("member", title.unwrap_or(member).into())];
                self.say("words-member", &args)
            }
            _ => title.unwrap_or(&slot.name).to_owned(),
        }
    }

    /// The name of a sum over items of which a slot is a part.
    fn totalled(&self, id: SlotId) -> String {
        let total = self.policy.totals.iter().find(|total| total.earned == id || total.possible == Some(id));
        match total.and_then(|total| total.section).and_then(|at| self.policy.sections.get(at)) {
            Some(section) => self.say("words-points", &[("name", section.name.as_str().into())]),
            None => self.say("words-scores", &[]),
        }
    }

    /// Whether the values of a slot are numbers.
    pub fn is_figure(&self, slot: SlotId) -> bool {
        matches!(self.policy.slot(slot).map(|slot| slot.ty), Some(Type::Number(_)))
    }

    /// How something is rounded: `四舍五入到 0.01%`.
    pub fn rounding(&self, ty: Type, step: Decimal, mode: Rounding) -> String {
        let step = self.value(ty, TimeUnit::Second, &Value::Number(Number::from(step.normalize())));
        let id = match mode {
            Rounding::HalfUp => "round-half-up",
            Rounding::HalfEven => "round-half-even",
            Rounding::HalfDown => "round-half-down",
            Rounding::Up => "round-up",
            Rounding::Down => "round-down",
            Rounding::Floor => "round-floor",
            Rounding::Ceiling => "round-ceiling",
        };
        self.say(id, &[("step", step.into())])
    }
}

/// A text without the blanks between two Chinese words, which stand where a figure could have ended, `30 秒 及以下`, and
/// beside full-width signs, which have room of their own.
fn tight(text: &str) -> String {
    let wide = |c: &char| "（）「」，。：；、".contains(*c);
    let chinese = |c: &char| wide(c) || holds_chinese(c.encode_utf8(&mut [0; 4]));
    let letters: Vec<char> = text.chars().collect();
    let torn = |at: usize| {
        let beside = at.checked_sub(1).and_then(|before| letters.get(before)).zip(letters.get(at + 1));
        beside.is_some_and(|(one, other)| wide(one) || wide(other) || (chinese(one) && chinese(other)))
    };
    letters.iter().enumerate().filter(|(at, c)| **c != ' ' || !torn(*at)).map(|(_, c)| c).collect()
}
