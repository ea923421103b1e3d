//! `merit cliffs`: where pay jumps, and where doing better pays less.

use super::arguments::{Cliffs, Shape};
use super::inputs::{self, Chosen};
use super::{Console, Exit, policy};
use crate::batch::Appraisal;
use crate::cliffs::{Cliff, cliffs};
use crate::compile::Compiled;
use crate::data::Content;
use crate::ir::Policy;
use crate::render::{WIDTH, cliffs_json, cliffs_text};

/// `merit cliffs POLICY [DATA…]`
pub(super) fn run(console: &Console, arguments: &Cliffs) -> Exit {
    match told(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(console: &Console, arguments: &Cliffs) -> Result<Exit, Exit> {
    let (policies, data) = arguments.reads.told_apart(&arguments.files);
    if data.is_empty() && policies.len() == 1 {
        let settings = policy::settings(console, &arguments.reads.settings)?;
        let name = policies.first().copied().unwrap_or_default();
        let compiled = policy::accepted(console, name, &settings)?;
        return Ok(show(console, arguments, &compiled, None));
    }
    inputs::both(console, &arguments.reads, &policies, &data)?;
    if policies.len() > 1 {
        return Err(console.wrong("cliffs-several", &[]));
    }
    let chosen = inputs::chosen(console, &policies, &arguments.reads, (&data, &[]))?;
    let each: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let (read, _) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
    let appraisal = Appraisal::new(&each, read, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let people = started.outcomes().filter_map(|outcome| match outcome.content {
        Content::Values(values, _) => Some(values),
        _ => None,
    });
    let people: Vec<_> = people.collect();
    match chosen.first() {
        Some(of) => Ok(show(console, arguments, &of.compiled, Some(&people))),
        None => Err(Exit::Usage),
    }
}

fn show(
    console: &Console,
    arguments: &Cliffs,
    compiled: &Compiled,
    people: Option<&Vec<Vec<crate::ir::Value>>>,
) -> Exit {
    let found = cliffs(&compiled.policy);
    let near = |cliff: &Cliff| {
        let value =
            |values: &Vec<crate::ir::Value>| values.get(cliff.field.0).and_then(|value| value.number().cloned());
        people.map(|people| people.iter().filter_map(value).filter(|value| cliff.is_near(value)).count())
    };
    let counts: Vec<Option<usize>> = found.cliffs.iter().map(near).collect();
    let text = match arguments.shape {
        Shape::Json => format!("{:#}\n", cliffs_json(&compiled.policy, &found, &counts)),
        Shape::Human => {
            let (look, width) = (console.look, console.window().unwrap_or(WIDTH));
            cliffs_text(&compiled.policy, &found, &counts, (look.tongue, look.ascii), width)
        }
    };
    console.data(text.as_bytes())
}
