//! How grave a finding is.

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The policy is not accepted, or the data cannot be used.
    Error,
    /// It is accepted; someone should look.
    Warning,
}
