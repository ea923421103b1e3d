//! `merit reconcile`: a sheet that was made by hand, held against policies.

mod refusal;
mod sheet;

use std::path::Path;

use super::arguments::{Reconcile, Shape};
use super::inputs::{self, Chosen};
use super::{Console, Exit};
use crate::batch::Appraisal;
use crate::io::{self, Differences, OutputFormat};
use crate::ir::Policy;
use crate::reconcile::{Asked, reconcile};
use crate::render::reconcile::{Told, json, report};
use crate::render::{WIDTH, visible};
use crate::source::Sources;

/// `merit reconcile POLICY… DATA… --against SHEET`
pub(super) fn run(console: &Console, arguments: &Reconcile) -> Exit {
    match told(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(console: &Console, arguments: &Reconcile) -> Result<Exit, Exit> {
    let (names, data) = arguments.reads.told_apart(&arguments.files);
    inputs::both(console, &arguments.reads, &names, &data)?;
    let output = arguments.marked_in.as_deref();
    if let Some(path) = output {
        OutputFormat::of(path).map_err(|problem| inputs::refused(console, Exit::Usage, &[problem]))?;
    }
    let read: Vec<&str> = data.iter().copied().chain([arguments.against.as_str()]).collect();
    let outputs: Vec<&Path> = output.into_iter().collect();
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&read, &outputs))?;
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let period = sheet::period(console, &policies, arguments)?;
    let titles = sheet::titles(console, &policies, &arguments.map)?;
    let (inputs, _) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
    let (by, sheets) = sheet::read(console, &policies, arguments, &titles)?;
    sheet::notices(console, &policies, &sheets, &titles)?;
    let appraisal = Appraisal::new(&policies, inputs, false);
    let started = appraisal.start(vec![]);
    let asked = Asked { policies: &policies, appraisal: &appraisal, started: &started, sheets: &sheets, by, period };
    let found = match reconcile(&asked) {
        Ok(found) => found,
        Err(why) => return Err(refusal::tell(console, &policies, (&arguments.against, &sheets), &why)),
    };
    sheet::unread(console, &sheets, &found);
    let sources: Vec<&Sources> = chosen.iter().map(|of| &of.compiled.sources).collect();
    let inputs = appraisal.inputs();
    let tongue = console.look.tongue;
    let told = Told { found: &found, policies: &policies, sources: &sources, inputs, sheets: &sheets, tongue };
    if let Some(path) = output {
        let differences =
            Differences { heads: heads(console), rows: told.rows(), sheet: console.say("reconcile-sheet", &[]) };
        io::write_differences(&differences, path)
            .map_err(|problem| inputs::refused(console, Exit::Usage, &[problem]))?;
    }
    let text = match arguments.shape {
        Shape::Json => format!("{:#}\n", json(&told)),
        Shape::Human => shown(console, &told, &arguments.against),
    };
    match console.data(text.as_bytes()) {
        Exit::Well if found.differ > 0 || !found.unmatched.is_empty() => Ok(Exit::Rejections),
        exit => Ok(exit),
    }
}

fn shown(console: &Console, told: &Told, file: &str) -> String {
    let look = console.look_of_results();
    let width = console.window().or_else(super::eval::columns_said).unwrap_or(WIDTH);
    let lines = report(told, &visible(file), (width, look.ascii));
    lines.iter().map(|(line, mood)| look.in_mood(line, *mood) + "\n").collect()
}

/// What stands above the columns of a file of differences.
fn heads(console: &Console) -> Vec<String> {
    let heads = ["who", "name", "period", "column", "ours", "theirs", "delta", "cause", "words", "cell"];
    heads.iter().map(|head| console.say(&format!("reconcile-head-{head}"), &[])).collect()
}
