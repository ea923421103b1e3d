//! `merit report`: the month as a page for the shop, and a statement a person.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::inputs::{self, Chosen, refused};
use super::paged::Report;
use super::{Console, Exit};
use crate::batch::{Advisers, Appraisal};
use crate::data::Status;
use crate::diagnostic::Arg;
use crate::io::{is_folder, save_private};
use crate::ir::Policy;
use crate::pages::{Block, Month, Page, Section, html, report, safe_name, statement};

/// More statements than this are not one page: a browser would not open it.
const MOST_ON_ONE: usize = 1000;

/// `merit report POLICY… DATA… -o PATH`
pub(super) fn run(console: &Console, arguments: &Report) -> Exit {
    match written(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn written(console: &Console, arguments: &Report) -> Result<Exit, Exit> {
    let (names, data) = arguments.reads.told_apart(&arguments.files);
    inputs::both(console, &arguments.reads, &names, &data)?;
    let place = place(console, &arguments.pages_in)?;
    let outputs: Vec<&Path> = if place == Place::File { vec![arguments.pages_in.as_path()] } else { vec![] };
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&data, &outputs))?;
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    known(console, &policies, arguments.by.as_deref())?;
    let (read, _) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
    let hashes: Vec<String> = chosen.iter().map(|of| of.hashes.whole()).collect();
    let appraisal = Appraisal::new(&policies, read, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let written: Vec<_> = chosen.iter().zip(&hashes).map(|(of, hash)| of.written(hash)).collect();
    let count = appraisal.inputs().shared.owners.len();
    let (by, tongue) = (arguments.by.as_deref(), console.look.tongue);
    let month = Month { started: &started, policies: &policies, written: &written, count, by, tongue };
    let advisers = Advisers::new(&policies, &inputs::changeable(console, &policies, &arguments.fields)?);
    let making = Making { console, month, advisers };
    match place {
        Place::File => making.file(&arguments.pages_in, arguments.statements)?,
        Place::Folder => making.folder(&arguments.pages_in)?,
    }
    let rejected = (0..count).any(|at| started.outcome(at).is_some_and(|of| of.status() == Status::Rejected));
    Ok(if rejected { Exit::Rejections } else { Exit::Well })
}

/// Where pages go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// One file.
    File,
    /// A file a person, and one for the shop.
    Folder,
}

fn place(console: &Console, path: &Path) -> Result<Place, Exit> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        _ if is_folder(path) => Ok(Place::Folder),
        "html" | "htm" => Ok(Place::File),
        "" => Ok(Place::Folder),
        _ => {
            let renamed = path.with_extension("html").display().to_string();
            let args = [("file", path.display().to_string().into()), ("renamed", renamed.into())];
            Err(console.wrong("report-ending", &args))
        }
    }
}

/// Refuses a field by which no policy can tell people apart.
fn known(console: &Console, policies: &[&Policy], by: Option<&str>) -> Result<(), Exit> {
    let Some(by) = by else { return Ok(()) };
    let fields = || policies.iter().flat_map(|policy| &policy.fields);
    if fields().any(|field| field.name == by || field.title.as_deref() == Some(by)) {
        return Ok(());
    }
    let known = Arg::List(fields().map(|field| Arg::from(field.name.as_str())).collect());
    Err(console.wrong("report-by", &[("name", by.into()), ("known", known)]))
}

/// What pages are made of.
struct Making<'a> {
    console: &'a Console,
    month: Month<'a>,
    advisers: Advisers<'a>,
}

impl Making<'_> {
    /// One file: the page for the shop, with the statements behind it where that is asked for.
    fn file(mut self, path: &Path, statements: bool) -> Result<(), Exit> {
        let mut page = report(&self.month);
        if statements {
            if self.month.count > MOST_ON_ONE {
                let args = [("count", self.month.count.into()), ("most", MOST_ON_ONE.into())];
                return Err(self.console.wrong("report-many", &args));
            }
            let cards: Vec<Block> =
                (0..self.month.count).filter_map(|at| self.personal(at)).map(|of| Block::Card(of.card)).collect();
            if !cards.is_empty() {
                let title = self.console.say("report-statements", &[]);
                page.sections.push(Section { id: "statements".to_owned(), title, blocks: cards });
            }
        }
        self.save(path, &page)?;
        self.tell(path)
    }

    /// A folder: the page for the shop, and one a person, each named by whose it is.
    fn folder(mut self, folder: &Path) -> Result<(), Exit> {
        // Where it cannot be made, the first file tells so.
        let _ = std::fs::create_dir_all(folder);
        let mut taken = HashSet::from(["index".to_owned()]);
        let index = folder.join("index.html");
        let page = report(&self.month);
        self.save(&index, &page)?;
        for at in 0..self.month.count {
            let Some(of) = self.personal(at) else { continue };
            let path: PathBuf = folder.join(safe_name(&of.who, &mut taken) + ".html");
            self.save(&path, &of.page)?;
        }
        self.tell(&index)
    }

    fn personal(&mut self, at: usize) -> Option<crate::pages::Personal> {
        let found = self.month.started.advice(at, &mut self.advisers).unwrap_or_default();
        statement(&self.month, at, &found)
    }

    fn save(&self, path: &Path, page: &Page) -> Result<(), Exit> {
        let text = html(page).map_err(|error| self.console.wrong("page", &[("error", error.to_string().into())]))?;
        save_private(path, text.as_bytes()).map_err(|problem| refused(self.console, Exit::Usage, &[problem]))
    }

    fn tell(&self, path: &Path) -> Result<(), Exit> {
        let told = self.console.say("report-written", &[("file", path.display().to_string().into())]);
        self.console.tell(&format!("{told}\n"));
        Ok(())
    }
}
