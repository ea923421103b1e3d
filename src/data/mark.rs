//! What a result, or a list of rejected records, tells of a record besides its values.

/// What is told of a record besides its values: a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Which of several policies decided.
    Policy,
    /// By which of its versions.
    Version,
    /// What became of the record.
    Status,
    /// Why, or what is to be said of its values.
    Reasons,
    /// The file in which it stands.
    File,
    /// Its row there.
    Row,
}

impl Mark {
    /// All of them.
    pub const ALL: [Mark; 6] = [Mark::Policy, Mark::Version, Mark::Status, Mark::Reasons, Mark::File, Mark::Row];

    /// Those that tell where a record stands.
    pub const OF_PLACES: [Mark; 2] = [Mark::File, Mark::Row];

    /// Those that every result tells, of one policy …
    pub const OF_ONE: [Mark; 2] = [Mark::Status, Mark::Reasons];

    /// … and of several.
    pub const OF_SEVERAL: [Mark; 4] = [Mark::Policy, Mark::Version, Mark::Status, Mark::Reasons];

    /// The name of its column, which no field can have.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Policy => "_policy",
            Mark::Version => "_version",
            Mark::Status => "_status",
            Mark::Reasons => "_reasons",
            Mark::File => "_file",
            Mark::Row => "_row",
        }
    }
}
