//! E0301 where the items of each role make a whole of their own.

use super::build::Build;
use super::roles::{self, Of};
use super::weights::{Amount, Part};
use crate::diagnostic::{Arg, Code, Diagnostic, Edit, joined};
use crate::ir::{Notation, Share, SlotId, Value};
use crate::quantity::{Dimension, Number, Tongue, spell};

/// The weights of a policy in which every role has its own 100%.
struct Roles {
    field: SlotId,
    /// The labels for which anything counts.
    labels: Vec<usize>,
    /// For each of them, which items count.
    items: Vec<Vec<bool>>,
}

/// Says of weights that do not add up that those of each role do, where it is so.
pub(super) fn tell(build: &mut Build) {
    let broken = |told: &Diagnostic| told.code == Code::WeightSum;
    let Some(at) = build.cx.diagnostics.iter().position(broken) else { return };
    let Some(roles) = find(build) else { return };
    let (names, applies) = named(build, &roles);
    let scaled = scaled(build, &roles);
    let Some(told) = build.cx.diagnostics.get_mut(at) else { return };
    if !told.narrowed("roles") {
        return;
    }
    told.say("roles", Arg::List(names.into_iter().map(Arg::from).collect()));
    told.say("proposal", applies);
    told.say("mend", if scaled.is_some() { "scaled" } else { "policies" });
    if let Some((edit, changes)) = scaled {
        told.say("changes", changes);
        told.edits = vec![edit];
    }
}

fn find(build: &Build) -> Option<Roles> {
    let shares = build.items.iter().flatten().map(|item| {
        let weight = item.weight.clone();
        Share { points: item.points, scale: weight.clone(), share: weight }
    });
    let each = roles::each(build, &shares.collect::<Vec<Share>>());
    each.into_iter().find_map(|(field, each)| {
        let whole = |of: &&Of| of.counted == Number::ONE;
        let others = each.iter().filter(|of| !whole(of)).all(|of| of.counted.is_zero());
        let of_each = each.iter().filter(whole).map(|of| (of.label, of.items.clone()));
        let (labels, items): (Vec<usize>, Vec<Vec<bool>>) = of_each.unzip();
        (others && labels.len() > 1).then_some(Roles { field, labels, items })
    })
}

/// The names of the labels, and what a policy for the first of them says.
fn named(build: &Build, roles: &Roles) -> (Vec<String>, String) {
    let Some(slot) = build.cx.slots.get(roles.field.0) else { return (vec![], String::new()) };
    let notation = Notation::new(&build.cx.header, &build.cx.label_sets, slot.ty);
    let names: Vec<String> = roles.labels.iter().map(|label| notation.written(&Value::Label(*label))).collect();
    let first = names.first().map_or("", String::as_str);
    let applies = format!("applies when {} = {first}", slot.name);
    (names, applies)
}

/// All weights made less, so that together they are a whole: who is exempt from an item has the others in proportion, so
/// one factor for the items of a role leaves its scores as they are. `None` where no such factors are known.
fn scaled(build: &Build, roles: &Roles) -> Option<(Edit, Arg)> {
    let weight = |amount: Amount| if let Amount::Weight(weight) = amount { Some(Number::from(weight)) } else { None };
    if build.shares.sections.iter().any(|part| part.amount != Amount::Unsaid) {
        return None;
    }
    let parts = &build.shares.items;
    let weights: Vec<Number> = parts.iter().map(|part| weight(part.amount)).collect::<Option<_>>()?;
    let less = by_one_factor(&weights).or_else(|| by_role(&weights, roles))?;
    let currency = &build.cx.header.currency;
    let edit = |(part, weight): (&Part, Number)| {
        let text = spell(weight, Dimension::PERCENT, currency, Tongue::En);
        part.literal.then(|| Edit::choice(part.span, text))
    };
    let edits: Vec<Edit> = parts.iter().zip(less).map(edit).collect::<Option<_>>()?;
    let file = build.cx.sources.get(edits.first()?.span.file)?;
    let whole = joined(file, &edits.iter().collect::<Vec<_>>())?;
    let change = |edit: &Edit| format!("{} → {}", build.cx.sources.slice(edit.span), edit.text);
    let between = |at: usize| (at > 0).then_some(Arg::Term("then"));
    let changes =
        edits.iter().enumerate().flat_map(|(at, edit)| between(at).into_iter().chain([Arg::from(change(edit))]));
    Some((whole, Arg::Phrase(changes.collect())))
}

/// The same factor for all, where it leaves finite decimals.
fn by_one_factor(weights: &[Number]) -> Option<Vec<Number>> {
    let sum: Number = weights.iter().cloned().sum();
    weights.iter().map(|weight| weight.divide(&sum)).collect()
}

/// A factor for each role, where no item is of two: 40%, 30% and 30% for three of them.
fn by_role(weights: &[Number], roles: &Roles) -> Option<Vec<Number>> {
    let count = roles.items.len();
    let each = 20 / count * 5;
    let factor = |role: usize| if role == 0 { 100 - each * (count - 1) } else { each };
    let of_item = |(item, weight): (usize, &Number)| {
        let mut of = (0..count).filter(|role| roles.items.get(*role).and_then(|items| items.get(item)) == Some(&true));
        let (role, None) = (of.next()?, of.next()) else { return None };
        (weight * &Number::from(factor(role) as u64)).divide(&Number::from(100))
    };
    weights.iter().enumerate().map(of_item).collect::<Option<Vec<_>>>().filter(|_| each > 0)
}
