//! Which rows of lookups and details belong to which record.
//!
//! A row that cannot be used rejects the records that it belongs to, as far as it can be told whose it is: a
//! figure without it would be wrong. A row that belongs to nobody is counted and told.

mod index;

use crate::data::{Batch, Layout, Problem, Reading, RowPlaces, Rows};
use crate::eval::Tables;
use crate::ir::Policy;
use index::Index;

/// The rows that belong to each record of a batch.
#[derive(Debug, Default)]
pub struct Joined {
    /// All rows.
    pub tables: Tables,
    /// The same with what hangs on rejected records not known; where nothing does, nothing.
    pub doubtful: Option<Tables>,
    /// For each record, for each relation the places of its rows; nothing, where the policy has no relations.
    pub rows: Vec<Vec<Vec<usize>>>,
    /// For each relation where its rows stand.
    pub places: Vec<RowPlaces>,
    /// What someone should look at.
    pub notices: Vec<Problem>,
}

/// Finds the rows that belong to each record. A record that lacks a row it must have, or has one that
/// cannot be used, is rejected.
pub fn join(policy: &Policy, batch: &mut Batch, sources: Vec<Rows>) -> Joined {
    if policy.relations.is_empty() {
        return Joined::default();
    }
    let mut joined = Joined {
        tables: Tables::new(policy),
        doubtful: None,
        rows: vec![vec![vec![]; policy.relations.len()]; batch.len()],
        places: vec![RowPlaces::default(); policy.relations.len()],
        notices: vec![],
    };
    let hangs = sources.iter().any(|source| source.rows.iter().any(|row| !row.doubtful.is_empty()));
    let mut doubtful = hangs.then(|| Tables::new(policy));
    for source in sources {
        let Some(relation) = policy.relation(source.relation) else { continue };
        let mut index = Index::of(policy, relation, source, (&mut joined.tables, doubtful.as_mut()));
        for (at, rows) in joined.rows.iter_mut().enumerate() {
            let Some(record) = batch.record(at) else { continue };
            let Reading::Record(values) = &record.reading else { continue };
            let key = relation.join.iter().map(|(slot, _)| values.get(slot.0).cloned()).collect::<Option<Vec<_>>>();
            match index.rows(policy, relation, key.unwrap_or_default()).cloned() {
                Ok(own) => rows.get_mut(index.relation.0).into_iter().for_each(|rows| *rows = own.clone()),
                Err(problems) => batch.reject(at, Layout::records(policy), problems),
            }
        }
        joined.places.get_mut(index.relation.0).into_iter().for_each(|places| *places = index.stands());
        joined.notices.extend(index.unmatched(batch, relation));
    }
    joined.doubtful = doubtful;
    joined
}
