//! A new policy with some of its changes taken back: pieces of the old one in the place of its own.

mod names;
mod piece;
mod rows;

use std::collections::BTreeMap;

use super::change::{Key, Revert};
use crate::syntax::ast::{File, Header, Item, PayLine};
use piece::{Piece, bring, is_named, put, remove, space_of, taken};

/// The declarations of two policies, for those that lie between them.
#[derive(Debug)]
pub(super) struct Back {
    /// The old ones, called as in the new policy.
    old: File,
    new: File,
}

impl Back {
    /// Between two files; `renames` tells what names of the old are in the new.
    pub fn new(old: &File, new: &File, renames: BTreeMap<String, String>) -> Back {
        let (mut old, new) = (bare(old), bare(new));
        names::respell(&mut old, &renames);
        Back { old, new }
    }

    /// The new policy with some changes taken back.
    pub fn file(&self, reverts: &[&Revert]) -> File {
        let mut file = self.new.clone();
        let mut keys: Vec<&Key> = vec![];
        for revert in reverts {
            match revert {
                Revert::Header(attribute) => self.header(&mut file, attribute),
                Revert::Param(name) => self.whole(&mut file, "param", Some(name), Some(name)),
                other => keys.extend(other.key().filter(|key| !keys.contains(key))),
            }
        }
        // What stands in a section can come back to it only where it is there.
        keys.sort_by_key(|key| key.space != "section");
        for key in keys {
            let own: Vec<&Revert> = reverts.iter().copied().filter(|it| it.key() == Some(key)).collect();
            if own.iter().any(|it| matches!(it, Revert::Whole(_))) {
                let (old, new) =
                    (key.new.as_ref().filter(|_| key.old.is_some()).or(key.old.as_ref()), key.new.as_ref());
                self.whole(&mut file, key.space, old.map(String::as_str), new.map(String::as_str));
            } else {
                self.partly(&mut file, key, &own);
            }
        }
        self.complete(&mut file);
        file
    }

    fn whole(&self, file: &mut File, space: &str, old: Option<&str>, new: Option<&str>) {
        match (old, new) {
            (Some(old), Some(new)) => {
                let piece = taken(&self.old, space, old);
                piece.into_iter().for_each(|piece| put(file, (space, new), piece));
            }
            (Some(old), None) => drop(bring(file, &self.old, (space, old))),
            (None, Some(new)) => remove(file, space, new),
            (None, None) => {}
        }
    }

    /// Takes back parts of a declaration.
    fn partly(&self, file: &mut File, key: &Key, reverts: &[&Revert]) {
        let Some(name) = key.new.as_deref() else { return };
        let Some((mut old, mut new)) = taken(&self.old, key.space, name).zip(taken(file, key.space, name)) else {
            return;
        };
        if let (Some(olds), Some(news)) = (old.rows(), new.rows()) {
            *news = rows::rows(olds, news, reverts);
        }
        conditions(&mut old, &mut new, reverts);
        for revert in reverts {
            match revert {
                Revert::Share(_) => {
                    if let (Some(was), Some(is)) = (old.share(), new.share()) {
                        is.clone_from(was);
                    }
                }
                Revert::Bounds(_) => {
                    if let (Some(was), Some(is)) = (old.bounds(), new.bounds()) {
                        is.clone_from(was);
                    }
                }
                Revert::Line { old: was, new: is, .. } => {
                    if let (Some(olds), Some(news)) = (old.lines(), new.lines()) {
                        line(olds, news, (was.as_deref(), is.as_deref()));
                    }
                }
                _ => {}
            }
        }
        put(file, (key.space, name), new);
    }

    fn header(&self, file: &mut File, attribute: &str) {
        let was = self.old.items.iter().find_map(|item| if let Item::Header(it) = item { Some(it) } else { None });
        let is = file.items.iter_mut().find_map(|item| if let Item::Header(it) = item { Some(it) } else { None });
        let (Some(was), Some(is)): (Option<&Header>, Option<&mut Header>) = (was, is) else { return };
        match attribute {
            "currency" => is.currency.clone_from(&was.currency),
            "period" => is.period = was.period,
            "full_marks" => is.full_marks.clone_from(&was.full_marks),
            "applies" => is.applies.clone_from(&was.applies),
            _ => {
                is.effective_from.clone_from(&was.effective_from);
                is.effective_until.clone_from(&was.effective_until);
            }
        }
    }

    /// Brings back what pieces of the old policy read and the new one no longer has.
    fn complete(&self, file: &mut File) {
        loop {
            let lacking = names::read(file).into_iter().filter(|name| !is_named(file, name));
            let found = lacking.filter_map(|name| Some((space_of(&self.old, &name)?, name)));
            let found: Vec<(&str, String)> = found.collect();
            let brought = found.iter().filter(|(space, name)| bring(file, &self.old, (space, name))).count();
            if brought == 0 {
                return;
            }
        }
    }
}

fn conditions(old: &mut Piece, new: &mut Piece, reverts: &[&Revert]) {
    let (Some(olds), Some(news)) = (old.conditions(), new.conditions()) else { return };
    let mut kept: Vec<Option<_>> = news.iter().cloned().map(Some).collect();
    for revert in reverts {
        let Revert::Condition { old, new, .. } = revert else { continue };
        let was = old.and_then(|at| olds.get(at)).cloned();
        match new.and_then(|at| kept.get_mut(at)) {
            Some(place) => *place = was,
            None => kept.push(was),
        }
    }
    *news = kept.into_iter().flatten().collect();
}

fn line(olds: &[PayLine], news: &mut Vec<PayLine>, (old, new): (Option<&str>, Option<&str>)) {
    let was = olds.iter().find(|line| Some(line.name.text.as_str()) == old);
    let place = news.iter().position(|line| Some(line.name.text.as_str()) == new);
    match (was, place) {
        (Some(was), Some(at)) => {
            if let Some(line) = news.get_mut(at) {
                *line = PayLine { name: line.name.clone(), ..was.clone() };
            }
        }
        (Some(was), None) => news.push(was.clone()),
        (None, Some(at)) => drop(news.remove(at)),
        (None, None) => {}
    }
}

/// A file without what gives no result.
fn bare(file: &File) -> File {
    let items = file.items.iter().filter(|item| !matches!(item, Item::Test(_) | Item::Case(_) | Item::Ensure(_)));
    File { items: items.cloned().collect(), unread: file.unread.clone() }
}
