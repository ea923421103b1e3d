//! `merit report`: the month as a page for the shop, and a statement a person.

mod last;
mod place;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::inputs::{self, Chosen, refused};
use super::paged::Report;
use super::{Console, Exit, example};
use crate::batch::{Advisers, Appraisal};
use crate::data::Status;
use crate::diagnostic::Arg;
use crate::io::save_private;
use crate::ir::Policy;
use crate::pages::{
    Beside, Block, Month, Names, Page, Personal, Section, html, report, safe_name, statement, workbook,
};
use place::{Place, place};

/// More statements than this are not one file: no program would open it.
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
    let path = arguments.pages_in.as_deref().ok_or_else(|| nowhere(console))?;
    let place = place(console, path)?;
    let outputs: Vec<&Path> = if place != Place::Folder { vec![path] } else { vec![] };
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&data, &outputs))?;
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    known(console, &policies, arguments.by.as_deref())?;
    let changeable = inputs::changeable(console, &policies, &arguments.fields)?;
    let last = last::last(console, &policies, arguments)?;
    let (read, _) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
    let hashes: Vec<String> = chosen.iter().map(|of| of.hashes.whole()).collect();
    let appraisal = Appraisal::new(&policies, read, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let written: Vec<_> = chosen.iter().zip(&hashes).map(|(of, hash)| of.written(hash)).collect();
    let count = appraisal.inputs().shared.len();
    let (by, tongue) = (arguments.by.as_deref(), console.look.tongue);
    let month =
        Month { started: &started, policies: &policies, written: &written, count, by, last: last.as_ref(), tongue };
    let names = arguments.others.then(|| Names::of(&month));
    let making = Making { console, month, advisers: Advisers::new(&policies, &changeable), names };
    match place {
        Place::File => making.file(path, arguments.statements)?,
        Place::Workbook => making.workbook(path)?,
        Place::Folder => making.folder(path)?,
    }
    let rejected = (0..count).any(|at| started.outcome(at).is_some_and(|of| of.status() == Status::Rejected));
    Ok(if rejected { Exit::Rejections } else { Exit::Well })
}

/// Tells where pages can go, each way as a whole command.
fn nowhere(console: &Console) -> Exit {
    let way = |id: &str| Arg::from(format!("{} -o {}", example::whole(&console.typed), console.say(id, &[])));
    let args =
        [("file", way("report-as-file")), ("folder", way("report-as-folder")), ("book", way("report-as-workbook"))];
    console.wrong("report-nowhere", &args)
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
    names: Option<Names>,
}

impl Making<'_> {
    /// One file: the page for the shop, with the statements behind it where that is asked for.
    fn file(mut self, path: &Path, statements: bool) -> Result<(), Exit> {
        if statements {
            self.fits()?;
        }
        let mut page = report(&self.month);
        if statements {
            let cards: Vec<Block> = self.everybody().into_iter().map(|of| Block::Card(of.card)).collect();
            if !cards.is_empty() {
                let title = self.console.say("report-statements", &[]);
                page.sections.push(Section { id: "statements".to_owned(), title, blocks: cards });
            }
        }
        self.save(path, &page)?;
        self.tell(path)
    }

    /// A workbook: a sheet for the shop, and one a person.
    fn workbook(mut self, path: &Path) -> Result<(), Exit> {
        self.fits()?;
        let mut pages = vec![(self.console.say("report-kind", &[]), report(&self.month))];
        pages.extend(self.everybody().into_iter().map(|of| (of.who, of.page)));
        let bytes = workbook(&pages, &self.console.say("report-statements", &[]));
        let bytes = bytes.map_err(|error| self.console.wrong("page", &[("error", error.to_string().into())]))?;
        save_private(path, &bytes).map_err(|problem| refused(self.console, Exit::Usage, &[problem]))?;
        self.tell(path)
    }

    /// A folder: the page for the shop, and one a person, each named by whose it is.
    fn folder(mut self, folder: &Path) -> Result<(), Exit> {
        // Where it cannot be made, the first file tells so.
        let _ = std::fs::create_dir_all(folder);
        if self.month.count > MOST_ON_ONE {
            let args = [("count", self.month.count.into()), ("folder", folder.display().to_string().into())];
            self.console.tell(&format!("{}\n", self.console.say("report-files", &args)));
        }
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

    /// Refuses more statements than one file holds.
    fn fits(&self) -> Result<(), Exit> {
        if self.month.count <= MOST_ON_ONE {
            return Ok(());
        }
        let args = [("count", self.month.count.into()), ("most", MOST_ON_ONE.into())];
        Err(self.console.wrong("report-many", &args))
    }

    fn everybody(&mut self) -> Vec<Personal> {
        (0..self.month.count).filter_map(|at| self.personal(at)).collect()
    }

    fn personal(&mut self, at: usize) -> Option<Personal> {
        let found = self.month.started.advice(at, &mut self.advisers).unwrap_or_default();
        statement(&self.month, at, &Beside { advice: &found, names: self.names.as_ref() })
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
