//! How far a run has come, for whoever shows it meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of a stage is done: bytes that are read, records that are evaluated.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    done: AtomicU64,
    /// 0, where that is not known.
    all: AtomicU64,
}

impl Progress {
    /// Begins a stage of so much.
    pub fn begin(&self, all: usize) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.all.store(all as u64, Ordering::Relaxed);
    }

    /// Tells that so much more is done.
    pub fn add(&self, more: usize) {
        self.0.done.fetch_add(more as u64, Ordering::Relaxed);
    }

    /// Tells that so much is done in all.
    pub fn reach(&self, done: usize) {
        self.0.done.store(done as u64, Ordering::Relaxed);
    }

    /// How much is done, and of how much; 0, where that is not known.
    pub fn so_far(&self) -> (u64, u64) {
        (self.0.done.load(Ordering::Relaxed), self.0.all.load(Ordering::Relaxed))
    }
}
