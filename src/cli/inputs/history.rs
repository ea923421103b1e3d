//! Results of earlier runs, for each policy that looks back.

use std::path::Path;
use std::sync::Arc;

use super::super::reads::Reads;
use super::super::{Console, Exit};
use super::{Chosen, refused};
use crate::batch;
use crate::data::{Past, Problem};
use crate::diagnostic::Code;
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::Policy;

/// What `--history` names, for each policy. A file is for those of which it has results, and must be for one.
pub(super) fn pasts(console: &Console, chosen: &[Chosen], reads: &Reads) -> Result<Vec<Past>, Exit> {
    if reads.history.is_empty() {
        return Ok(chosen.iter().map(|_| Past::default()).collect());
    }
    if !chosen.iter().any(|of| of.policy().looks_back()) {
        return Err(console.wrong("history", &[]));
    }
    let (mut pasts, mut problems) = (vec![], vec![]);
    for of in chosen {
        match if of.policy().looks_back() { past(of, reads) } else { Ok(Past::default()) } {
            Ok(past) => pasts.push(past),
            Err(mut found) => {
                found.retain(|problem| !problems.contains(problem));
                problems.append(&mut found);
            }
        }
    }
    if problems.is_empty() {
        problems = [batch::strange(&pasts), idle(&pasts, reads), untold(chosen, &pasts, reads)].concat();
    }
    if !problems.is_empty() {
        let access = problems.iter().any(|problem| problem.code == Code::FileAccess);
        return Err(refused(console, if access { Exit::Usage } else { Exit::Refused }, &problems));
    }
    pasts.iter().for_each(|past| console.problems(&past.notices));
    Ok(pasts)
}

fn past(of: &Chosen, reads: &Reads) -> Result<Past, Vec<Problem>> {
    let (mut sources, mut notices, mut problems) = (vec![], vec![], vec![]);
    for name in &reads.history {
        match io::earlier(of.policy(), &of.hashes.whole(), name) {
            Ok((found, told)) => {
                // Named by itself and in its folder, it counts once.
                for source in found {
                    let both = sources.iter().chain([&source]).map(|source: &DataSource| &*source.name);
                    if io::twice(&both.collect::<Vec<_>>()).is_none() {
                        sources.push(source);
                    }
                }
                notices.extend(told);
            }
            Err(found) => problems.extend(found),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let options = ReadOptions {
        encoding: reads.encoding.clone(),
        sheet: None,
        hidden_rows: reads.hidden_rows,
        by_cells: reads.by_cells,
        ..ReadOptions::default()
    };
    let mut past = batch::past(of.policy(), io::read_results(of.policy(), &sources, &options)?)?;
    past.notices.splice(0..0, notices);
    Ok(past)
}

/// Folders in which nobody finds anything.
fn idle(pasts: &[Past], reads: &Reads) -> Vec<Problem> {
    let used = |folder: &&String| {
        let mut inputs = pasts.iter().flat_map(|past| &past.inputs);
        !Path::new(folder).is_dir() || inputs.any(|input| Path::new(&*input.name).parent() == Some(Path::new(folder)))
    };
    let idle = reads.history.iter().filter(|folder| !used(folder));
    idle.map(|folder| Problem::new(Code::BadHistory, "folder", &Arc::from(folder.as_str()))).collect()
}

/// Files that do not say whose their results are. In a folder the receipt says it.
fn untold(chosen: &[Chosen], pasts: &[Past], reads: &Reads) -> Vec<Problem> {
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let mut told = batch::untold(&policies, pasts);
    told.retain(|problem| reads.history.iter().any(|name| **name == *problem.file));
    told
}
