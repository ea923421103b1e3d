//! How the records of a policy are evaluated by their columns, for who wants to see it.

use super::super::inputs::Chosen;
use super::super::{Console, Exit};
use crate::batch::Engine;
use crate::columnar::{Plan, Shown};
use crate::io::Table;

/// Shows the plan of each policy on standard output, and whether it is gone by.
pub(super) fn show(console: &Console, chosen: &[Chosen], table: &Table) -> Exit {
    let mut text = String::new();
    for (at, of) in chosen.iter().enumerate() {
        let (policy, shown) = (of.policy(), table.slots(at));
        let engine = Engine::of_results(policy, &of.compiled.watch(), &shown).filter(|_| chosen.len() == 1);
        let id = if engine.is_some() { "plan-by-columns" } else { "plan-by-records" };
        text.push_str(&format!("# {}\n", console.say(id, &[("title", policy.header.title.as_str().into())])));
        let plan = engine.map_or_else(|| Plan::of(policy, &shown), |engine| engine.plan().clone());
        text.push_str(&Shown { plan: &plan, policy }.to_string());
    }
    console.data(text.as_bytes())
}
