//! Files that are named by a pattern, where no shell has put their names in its place: in the file of a run, between
//! quotation marks, on Windows.

use super::arguments::Command;
use super::reads::Reads;
use crate::io;

impl Command {
    /// Puts the names of files in the place of each pattern that fits any.
    pub fn spread(&mut self) {
        let (files, reads) = match self {
            Command::Eval(eval) => (&mut eval.files, Some(&mut eval.reads)),
            Command::Why(why) => (&mut why.asked, Some(&mut why.reads)),
            Command::Next(next) => (&mut next.asked, Some(&mut next.reads)),
            Command::Report(report) => (&mut report.files, Some(&mut report.reads)),
            Command::Reconcile(reconcile) => (&mut reconcile.files, Some(&mut reconcile.reads)),
            Command::Cliffs(cliffs) => (&mut cliffs.files, Some(&mut cliffs.reads)),
            Command::Replay(replay) => (&mut replay.replayed, Some(&mut replay.reads)),
            Command::Diff(diff) => (&mut diff.compared, None),
            _ => return,
        };
        spread(files);
        reads.into_iter().for_each(Reads::spread);
    }
}

impl Reads {
    fn spread(&mut self) {
        spread(&mut self.kept.0);
        spread(&mut self.kept.1);
        spread(&mut self.history);
        let with = std::mem::take(&mut self.with);
        self.with = with.into_iter().flat_map(|given| named(&given).unwrap_or_else(|| vec![given])).collect();
    }
}

/// `NAME=FILE` for each file of a pattern.
fn named(given: &str) -> Option<Vec<String>> {
    let (name, pattern) = given.split_once('=')?;
    let files = io::matching(pattern);
    (!files.is_empty()).then(|| files.iter().map(|file| format!("{name}={file}")).collect())
}

fn spread(names: &mut Vec<String>) {
    let of = |name: String| {
        let files = io::matching(&name);
        if files.is_empty() { vec![name] } else { files }
    };
    *names = std::mem::take(names).into_iter().flat_map(of).collect();
}
