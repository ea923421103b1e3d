//! What would help in words: a line for each change, then what is reached by none.

mod json;

pub use json::{json, names};

use super::{Tongue, amount, say, spell};
use crate::advice::{Advice, Answer, Change, Goal, Kind};
use crate::diagnostic::Arg;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::{Domain, Number};

/// Everything that one change of a field does.
struct Told<'a> {
    field: SlotId,
    from: &'a Value,
    to: &'a Value,
    /// Whether something nearer may do as well.
    open: bool,
    changes: Vec<(Kind, &'a Change)>,
}

impl Told<'_> {
    /// Whether it does nothing but that less than one unit of money is paid more: pay goes along with the field.
    fn is_little(&self) -> bool {
        self.changes.iter().all(|(kind, change)| match (kind, &change.before, &change.after) {
            (Kind::Pay, Value::Number(before), Some(Value::Number(after))) => (after - before).abs() < Number::ONE,
            _ => false,
        })
    }
}

/// What would help somebody, what helps most first; of many changes no more than so many.
pub fn lines(policy: &Policy, advice: &[Advice], most: Option<usize>, tongue: Tongue) -> Vec<String> {
    // What somebody is paid a little more for comes behind what changes something.
    let (told, little): (Vec<Told>, Vec<Told>) = together(advice).into_iter().partition(|told| !told.is_little());
    let told: Vec<Told> = told.into_iter().chain(little).collect();
    let left = told.len().saturating_sub(most.unwrap_or(told.len()));
    let mut lines: Vec<String> = told.iter().take(told.len() - left).map(|told| line(policy, told, tongue)).collect();
    if left > 0 {
        lines.push(say("next-more", &[("count", left.into())], tongue));
    }
    lines.extend(unsettled(policy, advice, tongue));
    let nothing = advice.iter().filter(|advice| advice.field.is_none());
    let (top, short): (Vec<&Advice>, Vec<&Advice>) = nothing.partition(|advice| is_best(policy, advice));
    for (id, names) in [("next-best", named(policy, &top)), ("next-none", named(policy, &short))] {
        if !names.is_empty() {
            lines.push(say(id, &[("names", Arg::List(names))], tongue));
        }
    }
    if lines.is_empty() { vec![say("next-nothing", &[], tongue)] } else { lines }
}

/// What was left out though nobody said so; on the command line, how it is asked for.
pub fn left_out(policy: &Policy, left: &[SlotId], asked_for: bool, tongue: Tongue) -> Option<String> {
    let names: Vec<String> = left.iter().map(|slot| title(policy, *slot)).collect();
    let option = names.join(",");
    let args = [("names", Arg::List(names.into_iter().map(Arg::from).collect())), ("option", option.into())];
    let id = if asked_for { "next-left-out-option" } else { "next-left-out" };
    (!left.is_empty()).then(|| say(id, &args, tongue))
}

/// The changes alone that change something, without what is reached by none.
pub fn changes(policy: &Policy, advice: &[Advice], most: usize, tongue: Tongue) -> Vec<String> {
    together(advice).iter().filter(|told| !told.is_little()).take(most).map(|told| line(policy, told, tongue)).collect()
}

/// The change that reaches a goal and helps most: `想升到 A：回复率 95% → 98%`
pub fn nearest(policy: &Policy, advice: &[Advice], goal: SlotId, tongue: Tongue) -> Option<String> {
    let of_goal = advice.iter().filter(|it| (it.goal.kind, it.goal.slot) == (Kind::Grade, goal));
    let (one, to) = of_goal.filter_map(|it| Some((it, it.answer.reached()?))).next()?;
    let field = one.field?;
    let args = [
        ("goal", shown(policy, goal, one.effect.grade.as_ref()?.after.as_ref()?)),
        ("field", Arg::from(title(policy, field))),
        ("from", shown(policy, field, &one.from)),
        ("to", shown(policy, field, to)),
    ];
    Some(say("next-nearest", &args, tongue))
}

/// Changes of one field to one value are one, in the order of the first.
fn together(advice: &[Advice]) -> Vec<Told<'_>> {
    let mut told: Vec<Told> = vec![];
    for one in advice {
        let (to, open) = match &one.answer {
            Answer::At(to) => (to, false),
            Answer::Within(to) => (to, true),
            Answer::Unreachable | Answer::Unsettled => continue,
        };
        let Some(field) = one.field else { continue };
        let at = told.iter().position(|told| told.field == field && told.to == to).unwrap_or_else(|| {
            told.push(Told { field, from: &one.from, to, open, changes: vec![] });
            told.len() - 1
        });
        let Some(told) = told.get_mut(at) else { continue };
        told.open |= open;
        let effect = [(Kind::Points, &one.effect.item), (Kind::Grade, &one.effect.grade), (Kind::Pay, &one.effect.pay)];
        for (kind, change) in effect.into_iter().filter_map(|(kind, change)| Some((kind, change.as_ref()?))) {
            let changed = change.after.as_ref().is_some_and(|after| *after != change.before);
            if changed && !told.changes.iter().any(|(_, known)| known.slot == change.slot) {
                told.changes.push((kind, change));
            }
        }
        told.changes.sort_by_key(|(kind, change)| (std::cmp::Reverse(*kind), change.slot));
    }
    told
}

/// `回复率 95% → 98%：B → A，+300.00元`
fn line(policy: &Policy, told: &Told, tongue: Tongue) -> String {
    let changes: Vec<String> = told.changes.iter().filter_map(|it| change(policy, it, tongue)).collect();
    let between = say("next-between", &[], tongue);
    let args = [
        ("field", Arg::from(title(policy, told.field))),
        ("from", shown(policy, told.field, told.from)),
        ("to", shown(policy, told.field, told.to)),
        ("changes", Arg::from(changes.join(&between))),
    ];
    say(if told.open { "next-line-open" } else { "next-line" }, &args, tongue)
}

fn change(policy: &Policy, (kind, change): &(Kind, &Change), tongue: Tongue) -> Option<String> {
    let after = change.after.as_ref()?;
    let alone =
        policy.slots.iter().filter(|slot| Some(slot.role) == policy.slot(change.slot).map(|it| it.role)).count() == 1;
    let name = Arg::from(name(policy, Goal { kind: *kind, slot: change.slot }));
    if let (Kind::Pay, Value::Number(before), Value::Number(after)) = (kind, &change.before, after) {
        let gain = Arg::from(gained(&(after - before), policy, tongue));
        return Some(match alone {
            true => spell(&gain, tongue),
            false => say("next-pay", &[("name", name), ("gain", gain)], tongue),
        });
    }
    let args = [
        ("name", name),
        ("before", shown(policy, change.slot, &change.before)),
        ("after", shown(policy, change.slot, after)),
    ];
    let is_item = policy.items.iter().any(|item| item.points == change.slot);
    let id = match kind {
        Kind::Points if is_item => "next-points",
        Kind::Points => "next-change",
        Kind::Grade if alone => "next-grade",
        Kind::Grade | Kind::Pay => "next-change",
    };
    Some(say(id, &args, tongue))
}

/// An amount with its sign.
fn gained(gain: &Number, policy: &Policy, tongue: Tongue) -> String {
    let sign = if gain.is_negative() { "−" } else { "+" };
    format!("{sign}{}", amount(&gain.abs(), &policy.header.currency, tongue))
}

/// What is not known, a line for each field.
fn unsettled(policy: &Policy, advice: &[Advice], tongue: Tongue) -> Vec<String> {
    let mut fields: Vec<(SlotId, Vec<Arg>)> = vec![];
    for one in advice.iter().filter(|one| one.answer == Answer::Unsettled) {
        let Some(field) = one.field else { continue };
        let goal = Arg::from(name(policy, one.goal));
        match fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, names)) => names.push(goal),
            None => fields.push((field, vec![goal])),
        }
    }
    let line = |(field, names): (SlotId, Vec<Arg>)| {
        let args = [("field", Arg::from(title(policy, field))), ("names", Arg::List(names))];
        say("next-unsettled", &args, tongue)
    };
    fields.into_iter().map(line).collect()
}

fn named(policy: &Policy, advice: &[&Advice]) -> Vec<Arg> {
    advice.iter().map(|advice| Arg::from(name(policy, advice.goal))).collect()
}

/// Whether there is nothing better for anybody.
fn is_best(policy: &Policy, advice: &Advice) -> bool {
    let effect = &advice.effect;
    let change = match advice.goal.kind {
        Kind::Points => &effect.item,
        Kind::Grade => &effect.grade,
        Kind::Pay => &effect.pay,
    };
    match (change.as_ref().map(|it| &it.before), policy.slot(advice.goal.slot).map(|slot| &slot.domain)) {
        (Some(Value::Label(label)), Some(Domain::Labels(labels))) => labels.first() == Some(label),
        (Some(Value::Number(number)), Some(Domain::Numbers(numbers))) => numbers.hi() <= *number,
        _ => false,
    }
}

fn shown(policy: &Policy, slot: SlotId, value: &Value) -> Arg {
    policy.slot(slot).map_or(Arg::Term("missing"), |slot| policy.notation_of(slot).in_unit(slot.time_unit).shown(value))
}

fn title(policy: &Policy, slot: SlotId) -> String {
    let title = |slot: &crate::ir::Slot| slot.title.clone().unwrap_or_else(|| slot.name.clone());
    policy.slot(slot).map_or_else(String::new, title)
}

/// What a goal is called: points as their item.
fn name(policy: &Policy, goal: Goal) -> String {
    let item = policy.items.iter().find(|item| item.points == goal.slot);
    let of_slot = || policy.slot(goal.slot).map_or_else(String::new, |slot| slot.name.clone());
    item.map_or_else(of_slot, |item| item.name.clone())
}
