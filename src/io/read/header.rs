//! Which column of a file holds which field, by the titles of its header.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::data::{Column, Mark};
use crate::io::cell::{FieldPlan, TitleUnit, heads, normal, unmarked};
use crate::ir::{Bare, squeezed};

/// The names under which the columns of the fields may stand.
pub(super) struct Columns {
    /// Fields by the normal form of a name: several where each takes its part of a date with a time.
    names: HashMap<String, Vec<usize>>,
    /// Those that name a field beyond doubt, beside which another one does not count.
    sure: HashSet<(String, usize)>,
    /// The same by names in small letters.
    lower: HashMap<String, Vec<usize>>,
}

/// Which column holds which field.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// Its row.
    pub row: u32,
    /// For each field its column.
    pub fields: Vec<Option<usize>>,
    /// Further columns for a field that has one: field, column.
    pub doubled: Vec<(usize, usize)>,
    /// Columns that no field asks for.
    pub unused: Vec<usize>,
    /// The headers as they stand.
    pub titles: Vec<String>,
}

impl Columns {
    /// The names of all fields: the name itself, the title, what follows `from`.
    pub fn new(plans: &[FieldPlan]) -> Columns {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        let datetime = |at: usize| plans.get(at).is_some_and(|plan| plan.field.bare == Bare::DateTime);
        // A field's own name goes before another's title, a title before a `from` name.
        let own = plans.iter().enumerate().map(|(at, plan)| (at, plan.field.name.as_str()));
        let heads = heads(plans);
        let sure = heads.iter().filter(|(_, head)| head.sure).map(|(at, head)| (squeezed(&head.text), *at)).collect();
        let written = heads.iter().map(|(at, head)| (*at, head.text.as_str()));
        let titles = plans.iter().enumerate().filter_map(|(at, plan)| Some((at, plan.field.title.as_deref()?)));
        let further =
            plans.iter().enumerate().flat_map(|(at, plan)| plan.field.columns.iter().map(move |c| (at, c.as_str())));
        for (at, name) in own.chain(titles).chain(further).chain(written) {
            let fields = names.entry(squeezed(name)).or_default();
            if fields.is_empty() || (!fields.contains(&at) && fields.iter().chain([&at]).all(|at| datetime(*at))) {
                fields.push(at);
            }
        }
        let mut lower: HashMap<String, Vec<usize>> = HashMap::new();
        for (name, fields) in &names {
            lower.entry(folded(name)).or_default().extend(fields);
        }
        Columns { names, sure, lower }
    }

    /// Whether a field's column is headed so.
    pub fn knows(&self, title: &str) -> bool {
        !self.find(title).is_empty()
    }

    /// The fields whose column is headed so.
    fn find(&self, title: &str) -> &[usize] {
        self.names.get(&squeezed(title)).map_or(&[], Vec::as_slice)
    }

    /// The name, of those in `fields`, that a title nearly spells.
    pub fn nearly(&self, title: &str, fields: &[usize]) -> Option<usize> {
        // `差评(个)` is as near to `差评数` as `差评` is.
        let plain = TitleUnit::of(title).and_then(|(names, _)| names.first().map(|name| squeezed(name)));
        let titles = [Some(squeezed(title)), plain];
        let close = |name: &str, title: &str| {
            let (long, distance) = (name.chars().count().max(title.chars().count()), strsim::levenshtein(name, title));
            let contained = title.chars().count() >= 2 && (name.contains(title) || title.contains(name));
            (contained || distance * 3 <= long).then_some(distance)
        };
        let alike = |name: &str| titles.iter().flatten().filter_map(|title| close(name, title)).min();
        let named = self.names.iter().flat_map(|(name, own)| own.iter().map(move |field| (name, *field)));
        let candidates = named.filter(|(_, field)| fields.contains(field));
        candidates.filter_map(|(name, field)| Some((alike(name)?, field))).min().map(|(_, field)| field)
    }

    /// Reads a row as a header.
    pub fn header<'a>(&self, row: u32, plans: &[FieldPlan], cells: impl Iterator<Item = &'a str>) -> Header {
        let mut header =
            Header { row, fields: vec![None; plans.len()], doubled: vec![], unused: vec![], titles: vec![] };
        let cells: Vec<&str> = cells.collect();
        // Results have a column by the name of each field, and others whose names may be its title.
        let of_results = cells.iter().any(|title| Mark::ALL.iter().any(|mark| mark.name() == title.trim()));
        for (column, title) in cells.into_iter().enumerate() {
            header.titles.push(normal(title).into_owned());
            let fields = self.find(title);
            if fields.is_empty() && !title.trim().is_empty() {
                header.unused.push(column);
            }
            for field in fields {
                let Some(place) = header.fields.get_mut(*field) else { continue };
                let own = plans.get(*field).filter(|_| of_results).map(|plan| squeezed(&plan.field.name));
                let is_sure = |title: &str| {
                    let title = squeezed(title);
                    own.as_ref() == Some(&title) || self.sure.contains(&(title, *field))
                };
                match place.map(|other| (is_sure(header.titles.get(other).map_or("", String::as_str)), is_sure(title)))
                {
                    None => *place = Some(column),
                    Some((false, true)) => header.unused.extend(place.replace(column)),
                    Some((true, false)) => header.unused.push(column),
                    Some(_) => header.doubled.push((*field, column)),
                }
            }
        }
        self.find_loosely(plans, &mut header);
        header
    }

    /// Gives a field that has no column the one that is headed by its name in other letters, or with a unit: `销售额(元)`.
    fn find_loosely(&self, plans: &[FieldPlan], header: &mut Header) {
        let exact: Vec<bool> = header.fields.iter().map(Option::is_some).collect();
        let mut found = vec![];
        for column in &header.unused {
            let fields = self.loosely(plans, header.title(*column)).into_iter();
            found.extend(fields.filter(|field| exact.get(*field) == Some(&false)).map(|field| (field, *column)));
        }
        header.unused.retain(|column| !found.iter().any(|(_, of)| of == column));
        for (field, column) in found {
            match header.fields.get_mut(field) {
                Some(free @ None) => *free = Some(column),
                _ => header.doubled.push((field, column)),
            }
        }
    }

    /// The fields of whose names a title is one in other letters, with a unit that they can have, or marked as to be filled in.
    pub fn loosely(&self, plans: &[FieldPlan], title: &str) -> Vec<usize> {
        let title = unmarked(title);
        let alike = |title: &str| self.lower.get(&folded(title)).cloned().unwrap_or_default();
        let mut found: Vec<usize> = alike(&title);
        if let Some((names, unit)) = TitleUnit::of(&title) {
            let suits = |field: &usize| plans.get(*field).is_some_and(|plan| unit.suits(plan));
            let named = names.iter().map(|name| alike(name)).find(|fields| !fields.is_empty());
            found.extend(named.into_iter().flatten().filter(suits));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Header {
    /// The title of a column.
    pub fn title(&self, column: usize) -> &str {
        self.titles.get(column).map_or("", String::as_str)
    }

    /// Where each field stands, for what is told of its cells.
    pub fn columns(&self) -> Vec<Option<Column>> {
        let column = |column: &Option<usize>| {
            let at = (*column)?;
            Some(Column { at: u32::try_from(at).ok()?, header: Arc::from(self.title(at)) })
        };
        self.fields.iter().map(column).collect()
    }

    /// How many fields have a column.
    pub fn found(&self) -> usize {
        self.fields.iter().flatten().count()
    }
}

/// A title without blanks, underscores and hyphens, in small letters: `Late arrivals` is `late_arrivals`.
fn folded(title: &str) -> String {
    squeezed(title).to_lowercase().replace(['_', '-'], "")
}
