//! The keys of records that pass: 64 bits of each are kept.

use crate::batch::duplicates::{hash, joined};
use crate::batch::joined_keys;
use crate::batch::twice::any_twice;
use crate::data::{Batch, Crew, KeyPart, Layout, Reading, Stretch};
use crate::ir::Value;

/// So many last bits of a hash tell its part.
const PART_BITS: u32 = 6;

/// The keys of records that passed.
#[derive(Clone)]
pub(super) struct Keys {
    /// The fields of a key; of records that need none, nothing.
    fields: Vec<usize>,
    /// Those among them of texts.
    texts: Vec<usize>,
    /// What stands for the key of each record.
    hashes: Vec<u64>,
    /// Whether a key may be of several.
    joined: bool,
}

impl Keys {
    /// Those of no record yet.
    pub fn of(layout: Layout) -> Self {
        let fields = if layout.unique { layout.keys() } else { vec![] };
        Keys { fields, texts: joined_keys::texts(layout).collect(), hashes: vec![], joined: false }
    }

    /// Sees those of some records that do not stand apart.
    pub fn see(&mut self, stretch: Stretch) {
        for field in &self.texts {
            self.joined = self.joined || stretch.has_text(*field, joined_keys::may_join);
        }
        if self.fields.is_empty() {
            return;
        }
        let first = self.hashes.len();
        self.hashes.resize(first + stretch.len, 0);
        let own = self.hashes.get_mut(first..).unwrap_or_default();
        for field in &self.fields {
            stretch.give_hashes(*field, hash, |at, hash| {
                own.get_mut(at).into_iter().for_each(|whole| *whole = joined(*whole, hash));
            });
        }
        if stretch.apart().next().is_none() {
            return;
        }
        // Those that stand apart are looked at in the end, each by what is known of it.
        let mut held = 0;
        let mut apart = stretch.apart().peekable();
        for at in 0..stretch.len {
            if apart.next_if_eq(&at).is_none() {
                own.swap(held, at);
                held += 1;
            }
        }
        self.hashes.truncate(first + held);
    }

    /// Those of the records of a batch that stand apart, as far as they are known.
    pub fn see_apart(&mut self, batch: &Batch) {
        for (_, record) in batch.all_apart() {
            for field in &self.texts {
                let text = record.reading.known(*field);
                self.joined |= matches!(text, Some(Value::Text(text)) if joined_keys::may_join(text.as_str()));
            }
            if matches!(record.reading, Reading::Skipped(_) | Reading::Foreign(_)) || self.fields.is_empty() {
                continue;
            }
            let part = |field: &usize| record.reading.known(*field).map(|value| hash(KeyPart::Value(value)));
            self.hashes.extend(self.fields.iter().try_fold(0, |whole, field| Some(joined(whole, part(field)?))));
        }
    }

    /// Whether two of them may be alike, or one may be of several, those that stand apart in a batch among them.
    pub fn are_entangled(mut self, batch: &Batch) -> bool {
        self.see_apart(batch);
        self.joined || any_twice(&self.hashes)
    }
}

/// What stands for all keys that were seen.
pub(super) struct Seen {
    /// Parted by their last bits, so that each part can be looked through by somebody else.
    parts: Vec<Vec<u64>>,
    joined: bool,
}

impl Default for Seen {
    fn default() -> Self {
        Seen { parts: vec![vec![]; 1 << PART_BITS], joined: false }
    }
}

impl Seen {
    /// Those of further records as well.
    pub fn add(&mut self, more: Keys) {
        self.joined |= more.joined;
        for hash in more.hashes {
            let part = self.parts.get_mut(hash as usize % (1 << PART_BITS));
            part.into_iter().for_each(|part| part.push(hash));
        }
    }

    /// Whether two records may share a key, or the key of one may be of several.
    pub fn are_entangled(self, crew: &Crew) -> bool {
        let jobs: Vec<_> = self.parts.into_iter().map(|part| crew.give(move |_| any_twice(&part))).collect();
        // What was given up may have been anything.
        jobs.into_iter().fold(self.joined, |found, job| crew.wait(job).unwrap_or(true) || found)
    }
}
