//! `merit cases`: records at every bound of a policy, as tests or as a sheet.

use std::path::Path;

use serde_json::Value as Json;

use super::arguments::{Cases, Shape};
use super::{Console, Exit, policy};
use crate::cases::{Block, blocks, cases};
use crate::compile::{Assigned, Compiled};
use crate::data::Problem;
use crate::diagnostic::Code;
use crate::io::{self, OutputFormat, PolicyFolder};
use crate::mutants::{mutants, proposed};
use crate::render::{case_json, case_rows, mutants_json, mutants_text};

/// `merit cases POLICY`
pub(super) fn run(console: &Console, arguments: &Cases) -> Exit {
    match written(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn written(console: &Console, arguments: &Cases) -> Result<Exit, Exit> {
    let settings = policy::settings(console, &arguments.settings)?;
    let compiled = policy::accepted(console, &arguments.policy, &settings)?;
    if arguments.mutants {
        return Ok(altered(console, arguments, &compiled, &settings));
    }
    let format = arguments.cases_in.as_deref().map(written_as).transpose().map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })?;
    let found = found(&compiled, &arguments.policy);
    let (policy, count) = (&compiled.policy, found.len());
    let exit = match (&arguments.cases_in, arguments.shape) {
        (Some(path), _) => {
            put(console, arguments, path)?;
            let objects = || found.iter().map(|block| case_json(&compiled, block));
            match format.flatten() {
                Some(OutputFormat::Xlsx) => io::write_cells_workbook(path, &case_rows(policy, &found)),
                Some(OutputFormat::JsonLines) => {
                    io::save(path, |out| objects().try_for_each(|object| writeln!(out, "{object}")))
                }
                Some(OutputFormat::Json) => {
                    io::save(path, |out| writeln!(out, "{:#}", Json::from(objects().collect::<Vec<_>>())))
                }
                Some(_) => io::write_cells(path, &case_rows(policy, &found)),
                None => io::save(path, |out| out.write_all(texts(&found).as_bytes())),
            }
            .map_err(|problem| {
                console.problems(&[problem]);
                Exit::Usage
            })?;
            Exit::Well
        }
        (None, Shape::Json) => {
            let all: Vec<Json> = found.iter().map(|block| case_json(&compiled, block)).collect();
            console.data(format!("{:#}\n", Json::from(all)).as_bytes())
        }
        (None, Shape::Human) => console.data(texts(&found).as_bytes()),
    };
    console.tell(&format!("{}\n", console.say("cases-count", &[("count", count.into())])));
    Ok(exit)
}

/// As what records are written into a file, by its ending; nothing where they are tests.
fn written_as(path: &Path) -> Result<Option<OutputFormat>, Problem> {
    let is_policy = path.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("merit"));
    if is_policy && path.as_os_str() != "-" {
        return Ok(None);
    }
    match OutputFormat::of(path)? {
        OutputFormat::Parquet => {
            Err(Problem::new(Code::OutputFormat, "cases", &path.to_string_lossy().as_ref().into()))
        }
        format => Ok(Some(format)),
    }
}

/// Tells which altered policies the tests do not notice.
fn altered(console: &Console, arguments: &Cases, compiled: &Compiled, settings: &[Assigned]) -> Exit {
    let files = PolicyFolder::of(&arguments.policy);
    let found = mutants(compiled, &files, settings);
    let tests = proposed(compiled, &files, &found.survivors);
    let text = match arguments.shape {
        Shape::Json => format!("{:#}\n", mutants_json(compiled, &found, &tests)),
        Shape::Human => mutants_text(compiled, &found, &tests, console.look.tongue),
    };
    console.data(text.as_bytes())
}

/// The records that pass as tests.
fn found(compiled: &Compiled, name: &str) -> Vec<Block> {
    let text = |span| compiled.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    blocks(compiled, &PolicyFolder::of(name), cases(&compiled.policy, &text))
}

fn texts(found: &[Block]) -> String {
    found.iter().map(|block| block.text.as_str()).collect::<String>().trim_start().to_owned()
}

/// Refuses to write over what is there.
fn put(console: &Console, arguments: &Cases, path: &Path) -> Result<(), Exit> {
    io::spare(&[path], &[arguments.policy.as_str()]).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })?;
    if path.exists() && !arguments.force {
        return Err(console.wrong("exists", &[("file", path.display().to_string().into())]));
    }
    Ok(())
}
