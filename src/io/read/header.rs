//! Which column of a file holds which field, by the titles of its header.

use std::collections::HashMap;
use std::sync::Arc;

use crate::data::Column;
use crate::io::cell::{FieldPlan, TitleUnit, normal};
use crate::ir::{Bare, squeezed};

/// The names under which the columns of the fields may stand.
pub(super) struct Columns {
    /// Fields by the normal form of a name: several where each takes its part of a date with a time.
    names: HashMap<String, Vec<usize>>,
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
        let titles = plans.iter().enumerate().filter_map(|(at, plan)| Some((at, plan.field.title.as_deref()?)));
        let further =
            plans.iter().enumerate().flat_map(|(at, plan)| plan.field.columns.iter().map(move |c| (at, c.as_str())));
        for (at, name) in own.chain(titles).chain(further) {
            let fields = names.entry(squeezed(name)).or_default();
            if fields.is_empty() || (!fields.contains(&at) && fields.iter().chain([&at]).all(|at| datetime(*at))) {
                fields.push(at);
            }
        }
        Columns { names }
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
        let title = squeezed(title);
        let alike = |name: &str| {
            let (long, distance) = (name.chars().count().max(title.chars().count()), strsim::levenshtein(name, &title));
            let contained = title.chars().count() >= 2 && (name.contains(&title) || title.contains(name));
            (contained || distance * 3 <= long).then_some(distance)
        };
        let named = self.names.iter().flat_map(|(name, own)| own.iter().map(move |field| (name, *field)));
        let candidates = named.filter(|(_, field)| fields.contains(field));
        candidates.filter_map(|(name, field)| Some((alike(name)?, field))).min().map(|(_, field)| field)
    }

    /// Reads a row as a header.
    pub fn header<'a>(&self, row: u32, plans: &[FieldPlan], cells: impl Iterator<Item = &'a str>) -> Header {
        let mut header =
            Header { row, fields: vec![None; plans.len()], doubled: vec![], unused: vec![], titles: vec![] };
        for (column, title) in cells.enumerate() {
            header.titles.push(normal(title).into_owned());
            let fields = self.find(title);
            if fields.is_empty() && !title.trim().is_empty() {
                header.unused.push(column);
            }
            for field in fields {
                match header.fields.get_mut(*field) {
                    Some(free @ None) => *free = Some(column),
                    Some(Some(_)) => header.doubled.push((*field, column)),
                    None => {}
                }
            }
        }
        self.find_without_units(plans, &mut header);
        header
    }

    /// Gives a field that has no column the one that is headed by its name and a unit: `销售额(元)`.
    fn find_without_units(&self, plans: &[FieldPlan], header: &mut Header) {
        let exact: Vec<bool> = header.fields.iter().map(Option::is_some).collect();
        let mut found = vec![];
        for column in &header.unused {
            let fields =
                self.without_unit(plans, header.title(*column)).filter(|field| exact.get(*field) == Some(&false));
            found.extend(fields.map(|field| (field, *column)));
        }
        header.unused.retain(|column| !found.iter().any(|(_, of)| of == column));
        for (field, column) in found {
            match header.fields.get_mut(field) {
                Some(free @ None) => *free = Some(column),
                _ => header.doubled.push((field, column)),
            }
        }
    }

    /// The fields whose name, behind which stands a unit of theirs, is a title.
    pub fn without_unit<'s>(&'s self, plans: &'s [FieldPlan], title: &str) -> impl Iterator<Item = usize> + use<'s> {
        let split = TitleUnit::of(title);
        let fields = split.as_ref().map_or(&[] as &[usize], |(base, _)| self.find(base)).iter().copied();
        fields.filter(move |field| {
            plans.get(*field).zip(split.as_ref()).is_some_and(|(plan, (_, unit))| unit.suits(plan))
        })
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
