//! The files that are watched, as they were last seen.

use std::time::SystemTime;

/// When a file was written and how long it is; of one that is not there nothing.
pub(super) type Stamp = Option<(SystemTime, u64)>;

/// What is known of the files that are watched.
#[derive(Debug, Clone, Default)]
pub(super) struct Watched {
    /// Each file as it was when it was last read.
    pub read: Vec<(String, Stamp)>,
    /// Each file as it was at the last look: one that is being written is not read.
    pub seen: Vec<(String, Stamp)>,
}
