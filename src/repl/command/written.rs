//! What was changed goes into the files: all of it or nothing, and never over what was changed there meanwhile.

use std::path::Path;

use super::super::draft::Draft;
use super::super::show::shown;
use super::super::{Answer, Session};
use crate::data::Problem;
use crate::diagnostic::Arg;
use crate::io::{DataSource, PolicyFolder, replace};
use crate::render::show_change;
use crate::source::SourceFile;

/// The files that were changed, with what is to stand in each and what stood there when it was loaded.
fn changed<'s>(loaded: &'s Draft, now: &'s Draft) -> Vec<(&'s SourceFile, Option<&'s SourceFile>)> {
    let used = now.used.iter().filter(|(name, file)| loaded.used.get(*name).is_none_or(|old| old.text != file.text));
    let used = used.map(|(name, file)| (file, loaded.used.get(name)));
    let main = (now.main.text != loaded.main.text).then_some((&now.main, Some(&loaded.main)));
    main.into_iter().chain(used).collect()
}

/// Writes what was changed in the place of what was loaded: all files, or none.
pub(super) fn into_files(session: &mut Session) -> Answer {
    let files = changed(&session.loaded, &session.now.draft);
    if files.is_empty() {
        return nothing(session);
    }
    if let Some(told) = files.iter().find_map(|(file, old)| meanwhile(session, file, *old)) {
        return told;
    }
    let mut written: Vec<(String, String)> = vec![];
    for (file, _) in &files {
        let before = text(&file.name).unwrap_or_default();
        if let Err(problem) = replace(Path::new(&file.name), file.written().as_bytes()) {
            // What was written already is as it was: half of a change is none.
            for (name, before) in &written {
                let _ = replace(Path::new(name), before.as_bytes());
            }
            return Answer::usage(shown(session, &[problem]) + &session.say("repl-not-saved", &[]));
        }
        written.push((file.name.clone(), before));
    }
    let names = written.iter().map(|(name, _)| name.as_str().into()).collect();
    session.loaded = session.now.draft.clone();
    session.folder = PolicyFolder::of(&session.loaded.main.name);
    session.say("repl-saved", &[("files", Arg::List(names))]).into()
}

/// Tells that nothing is to be saved, and where the file is not the one that was loaded, that too.
fn nothing(session: &Session) -> Answer {
    let loaded = &session.loaded.main;
    match text(&loaded.name) {
        Ok(there) if there == loaded.text => session.say("repl-save-none", &[]).into(),
        Ok(_) => session.say("repl-save-stale", &[("file", loaded.name.as_str().into())]).into(),
        Err(problem) => Answer::usage(shown(session, &[problem])),
    }
}

/// What hinders where the file on the disk is not the one that was loaded: the difference.
fn meanwhile(session: &Session, file: &SourceFile, old: Option<&SourceFile>) -> Option<Answer> {
    let there = match text(&file.name) {
        Ok(there) => SourceFile::new(file.name.clone(), there),
        Err(problem) => return Some(Answer::usage(shown(session, &[problem]) + &session.say("repl-not-saved", &[]))),
    };
    let before = match old {
        Some(old) => old.text.clone(),
        None => {
            let loaded = session.loaded.compiled(&session.folder);
            loaded.sources.iter().find(|(_, of)| of.name == file.name)?.1.text.clone()
        }
    };
    if there.text == before {
        return None;
    }
    let args = [("file", file.name.as_str().into())];
    let told = session.say("repl-file-changed", &args) + &show_change(&before, &there.text, session.look);
    Some(Answer::refused(told))
}

fn text(name: &str) -> Result<String, Problem> {
    DataSource::open(name).and_then(DataSource::policy)
}
