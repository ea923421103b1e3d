//! `merit check --stats`: how large policies are, and what is proved of them.

use serde_json::Value as Json;

use super::super::arguments::{Check, Format};
use super::super::{Console, Exit, policy};
use crate::compile::Assigned;
use crate::render::{stats_json, stats_lines};

/// What there is of each policy that is accepted. As JSON, an object; of several policies an array of them.
pub(super) fn told(console: &Console, arguments: &Check, settings: &[Assigned]) -> Exit {
    if arguments.format == Format::Sarif {
        return console.wrong("conflict", &[("one", "--stats".into()), ("other", "--format sarif".into())]);
    }
    let (mut exit, mut all) = (Exit::Well, vec![]);
    for name in &arguments.policies {
        match policy::accepted(console, name, settings) {
            Ok(compiled) => all.push((name, compiled.stats())),
            Err(refused) => exit = exit.worse(refused),
        }
    }
    if all.is_empty() {
        return exit;
    }
    let text = match arguments.format {
        Format::Json => {
            let mut each: Vec<Json> = all.iter().map(|(name, stats)| stats_json(name, stats)).collect();
            let one = each.pop().filter(|_| arguments.policies.len() == 1);
            format!("{:#}\n", one.unwrap_or_else(|| all.iter().map(|(name, stats)| stats_json(name, stats)).collect()))
        }
        _ => {
            let lines = all.iter().flat_map(|(name, stats)| stats_lines(name, stats, console.look.tongue));
            lines.map(|line| line + "\n").collect()
        }
    };
    exit.worse(console.data(text.as_bytes()))
}
