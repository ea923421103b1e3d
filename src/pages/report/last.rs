//! The results of an earlier run, found again by whose they are.

use std::collections::{HashMap, HashSet};

use crate::ir::{Policy, SlotId, Value};
use crate::reconcile::Sheet;

/// The rows of somebody, each with its period.
type Rows = Vec<(Option<i32>, usize)>;

/// The results of an earlier run.
pub struct Last {
    /// The results as each policy reads them.
    sheets: Vec<Sheet>,
    /// Whose rows are where.
    rows: Vec<HashMap<Vec<Value>, Rows>>,
}

impl Last {
    /// Results as each policy reads them.
    pub fn new(sheets: Vec<Sheet>) -> Self {
        let rows = sheets.iter().map(by_key).collect();
        Last { sheets, rows }
    }

    /// The row of a record in the last results: of an earlier period the latest, else of the same.
    pub(super) fn row(&self, own: usize, policy: &Policy, values: &[Value]) -> Option<usize> {
        let rows = self.rows.get(own)?.get(&key(policy, values)?)?;
        let period = policy.period().and_then(|slot| ordinal(values.get(slot.0)?));
        let before = rows.iter().filter(|(then, _)| then.is_some() && *then < period).max_by_key(|(then, _)| *then);
        let same = || rows.iter().find(|(then, _)| then.is_none() || *then == period);
        before.or_else(same).map(|(_, row)| *row)
    }

    /// What a slot was in a row, where that is known.
    pub(super) fn value(&self, own: usize, row: usize, slot: SlotId) -> Option<Value> {
        let sheet = self.sheets.get(own)?;
        let field = sheet.fields.of.iter().position(|of| *of == slot)?;
        sheet.batch.known(row, field).map(|value| value.into_owned()).filter(|value| *value != Value::Missing)
    }

    /// How many people of the latest period are not among these.
    pub(super) fn gone(&self, now: &HashSet<Vec<Value>>) -> usize {
        let Some(rows) = self.rows.first() else { return 0 };
        let latest = rows.values().flatten().map(|(period, _)| *period).max().flatten();
        let of_latest = rows.iter().filter(|(_, rows)| rows.iter().any(|(period, _)| *period == latest));
        of_latest.filter(|(key, _)| !now.contains(*key)).count()
    }
}

/// Whose a record is; nothing, where a key is not known.
pub(super) fn key(policy: &Policy, values: &[Value]) -> Option<Vec<Value>> {
    policy.keys().map(|slot| values.get(slot.0).cloned()).collect()
}

fn ordinal(value: &Value) -> Option<i32> {
    match value {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    }
}

/// The rows of each key; those without any result are left out.
fn by_key(sheet: &Sheet) -> HashMap<Vec<Value>, Rows> {
    let (keys, period) = (sheet.fields.keys(), sheet.fields.period());
    let compared: Vec<usize> = sheet.fields.compared().collect();
    let known = |row: usize, field: usize| sheet.batch.known(row, field).filter(|value| **value != Value::Missing);
    let mut found: HashMap<Vec<Value>, Rows> = HashMap::new();
    for row in 0..sheet.batch.len() {
        let key: Option<Vec<Value>> =
            keys.iter().map(|field| known(row, *field).map(|value| value.into_owned())).collect();
        if let Some(key) = key.filter(|_| compared.iter().any(|field| known(row, *field).is_some())) {
            let period = period.and_then(|field| ordinal(&*known(row, field)?));
            found.entry(key).or_default().push((period, row));
        }
    }
    found
}
