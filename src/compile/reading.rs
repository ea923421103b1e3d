//! The files of a policy as they are read: those it uses stand in the place of the `use`.

use std::collections::{HashMap, HashSet};

use super::files::Files;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::syntax::{self, ast};

/// More files than any policy needs; each is read while those that lead to it are open.
const MOST_FILES: usize = 256;

/// The files that were read so far, and what was told of them.
#[derive(Clone)]
pub(super) struct Reading<'a> {
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    pub comments: Vec<Span>,
    /// Where the declarations of each file begin.
    pub starts: HashMap<FileId, Vec<u32>>,
    /// The files that are used, in the order they were read.
    pub used: Vec<FileId>,
    /// The labels that are declared in any of them.
    labels: HashSet<String>,
    /// Where further files are found.
    files: &'a dyn Files,
    /// The names of the files that need not be brought in again.
    known: HashSet<String>,
    /// The files that lead to the one at hand, each with the `use` that named it; the policy has none.
    open: Vec<(String, Option<Span>)>,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    pub fn new(files: &'a dyn Files) -> Self {
        Reading {
            sources: Sources::default(),
            diagnostics: vec![],
            comments: vec![],
            starts: HashMap::new(),
            used: vec![],
            labels: HashSet::new(),
            files,
            known: HashSet::new(),
            open: vec![],
        }
    }

    /// Reads the text of a setting, which cannot use anything.
    pub fn setting(&mut self, source: SourceFile) -> ast::File {
        self.file(source, None).1
    }

    /// Reads a file as one called `name` in which it could stand, and all that it uses: the declarations of a
    /// used file stand in the place of its first `use`.
    pub fn whole(&mut self, name: &str, source: SourceFile) -> ast::File {
        let before = self.clone();
        let file = self.once(name, source.clone());
        if self.used.len() == before.used.len() {
            return file;
        }
        // A row that spells a label is that label (`不足3天`), also where another file declares it.
        *self = Reading { labels: std::mem::take(&mut self.labels), ..before };
        self.once(name, source)
    }

    fn once(&mut self, name: &str, source: SourceFile) -> ast::File {
        self.known.insert(name.to_owned());
        self.open = vec![(name.to_owned(), None)];
        let (_, file) = self.file(source, None);
        self.expanded(file)
    }

    /// Parses one file. Of one that is `used` it is told there that it is empty.
    fn file(&mut self, source: SourceFile, used: Option<&ast::Text>) -> (FileId, ast::File) {
        let id = self.sources.add(source);
        let Some(mut parsed) = self.sources.get(id).map(|source| syntax::parse_among(id, source, &self.labels)) else {
            return (id, ast::File::default());
        };
        for told in parsed.diagnostics.iter_mut().filter(|told| told.code == Code::EmptyFile) {
            if let Some(path) = used {
                *told = at(path).variant("empty");
            }
        }
        self.diagnostics.extend(parsed.diagnostics);
        self.comments.extend(parsed.comments);
        self.starts.insert(id, parsed.starts);
        self.labels.extend(parsed.labels);
        (id, parsed.file)
    }

    /// A file with what it uses. A `use` of which nothing could be had stays among the declarations.
    fn expanded(&mut self, file: ast::File) -> ast::File {
        let mut headed = file.items.iter().any(is_header);
        let mut whole = ast::File { items: vec![], unread: file.unread };
        for item in file.items {
            let ast::Item::Use(path) = item else {
                whole.items.push(item);
                continue;
            };
            match self.used(&path) {
                Some(used) => {
                    whole.unread.extend(used.unread);
                    // That one stands in the wrong file is told; that there are two would not be news.
                    whole.items.extend(used.items.into_iter().filter(|item| !is_header(item) || !headed));
                    headed = headed || whole.items.iter().any(is_header);
                }
                None => whole.items.push(ast::Item::Use(path)),
            }
        }
        whole
    }

    /// What a `use` brings: nothing where the file is there already, `None` where it cannot be had.
    fn used(&mut self, path: &ast::Text) -> Option<ast::File> {
        let from = self.open.last().map_or("", |(name, _)| name.as_str());
        let source = match self.files.find(from, &path.text) {
            Ok(source) => source,
            Err(unusable) => {
                self.diagnostics.push(unusable.told(path, &self.sources));
                return None;
            }
        };
        if let Some(start) = self.open.iter().position(|(name, _)| *name == source.name) {
            self.diagnostics.push(cycle(path, self.open.get(start..).unwrap_or_default()));
            return Some(ast::File::default());
        }
        if !self.known.insert(source.name.clone()) {
            return Some(ast::File::default());
        }
        if self.used.len() >= MOST_FILES {
            self.diagnostics.push(at(path).variant("many").arg("most", MOST_FILES));
            return None;
        }
        self.open.push((source.name.clone(), Some(path.span)));
        let (id, file) = self.file(source, Some(path));
        self.used.push(id);
        for header in file.items.iter().filter_map(header) {
            self.diagnostics
                .push(Diagnostic { span: header.span, ..at(path) }.variant("policy").label(path.span, "use"));
        }
        let nothing = file.items.is_empty();
        let whole = self.expanded(file);
        self.open.pop();
        (!nothing).then_some(whole)
    }
}

fn at(path: &ast::Text) -> Diagnostic {
    Diagnostic::new(Code::UseFile, path.span).arg("path", path.text.as_str())
}

/// Tells a loop of files at the `use` that closes it, with a label at each of the others.
fn cycle(path: &ast::Text, open: &[(String, Option<Span>)]) -> Diagnostic {
    let names: Vec<&str> = open.iter().map(|(name, _)| name.as_str()).collect();
    let first = names.first().copied().unwrap_or_default();
    let told = at(path).arg("loop", format!("{} → {first}", names.join(" → ")));
    let told = told.variant(if names.len() == 1 { "self" } else { "cycle" });
    open.iter().skip(1).fold(told, |told, (name, span)| match span {
        Some(span) => told.label_with(*span, "member", vec![("member", Arg::from(name.as_str()))]),
        None => told,
    })
}

fn is_header(item: &ast::Item) -> bool {
    header(item).is_some()
}

fn header(item: &ast::Item) -> Option<&ast::Header> {
    match item {
        ast::Item::Header(header) => Some(header),
        _ => None,
    }
}
