//! `merit new`: the ready-made policies, and one of them with everything that it needs.

mod catalogue;
mod set;

use crate::data::Problem;
use std::path::{Path, PathBuf};

use super::arguments::New;
use super::{Console, Exit};
use crate::diagnostic::Arg;
use crate::io::save;
use set::Set;

/// `merit new [TEMPLATE] [FILE]`
pub(super) fn run(console: &Console, arguments: &New) -> Exit {
    let Some(wanted) = &arguments.template else {
        let exit = console.data(catalogue::list(console).as_bytes());
        console.tell(&format!("{}\n", console.say("new-usage", &[])));
        return exit;
    };
    let name = wanted.trim_end_matches(".merit");
    let file = arguments.file.as_deref().map_or_else(|| PathBuf::from(format!("{name}.merit")), policy_file);
    match Set::of(name, &file) {
        Some(set) => put(console, arguments, &file, &set),
        None => console.wrong("template", &[("text", name.into()), ("known", known())]),
    }
}

/// The file under the ending of policies, by which `merit eval` tells them from data.
fn policy_file(file: &Path) -> PathBuf {
    let name = file.to_string_lossy();
    if name.ends_with(".merit") { file.to_owned() } else { PathBuf::from(format!("{name}.merit")) }
}

fn known() -> Arg {
    Arg::List(catalogue::names().map(Arg::from).collect())
}

/// Writes everything, unless something of it would be lost by that.
fn put(console: &Console, arguments: &New, file: &Path, set: &Set) -> Exit {
    let folder = file.parent().unwrap_or(Path::new(""));
    let files: Vec<(PathBuf, Vec<u8>)> = match set.files() {
        Ok(files) => files.into_iter().map(|(name, content)| (folder.join(name), content)).collect(),
        Err(_) => vec![],
    };
    // What already stands there word for word is not lost: two policies may use one file.
    let same = |path: &Path, content: &[u8]| std::fs::read(path).is_ok_and(|known| known == content);
    let mut lost = files.iter().filter(|(path, content)| path.exists() && !same(path, content));
    if let Some((taken, _)) = lost.next().filter(|_| !arguments.force) {
        return console.wrong("exists", &[("file", shown(taken))]);
    }
    for (path, content) in &files {
        if let Err(problem) = written(path, content) {
            console.problems(&[problem]);
            return Exit::Usage;
        }
    }
    let list = Arg::List(files.iter().map(|(path, _)| shown(path)).collect());
    let command = console.in_tongue(set.command(&lead(folder)), Some(set.text()));
    let told = [("files", list), ("command", command.into())];
    console.tell(&format!("{}\n", console.say("new-written", &told)));
    Exit::Well
}

fn written(path: &Path, content: &[u8]) -> Result<(), Problem> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // Where it cannot be made, writing the file tells why.
        let _ = std::fs::create_dir_all(folder);
    }
    save(path, |out| out.write_all(content))
}

/// What stands before a file name of the folder.
fn lead(folder: &Path) -> String {
    if folder.as_os_str().is_empty() { String::new() } else { format!("{}/", folder.display()) }
}

fn shown(path: &Path) -> Arg {
    Arg::Text(path.display().to_string())
}
