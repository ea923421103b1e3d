//! Why a cell is no value of its field.

use crate::diagnostic::{Arg, Code};

/// Why a cell is no value of its field; the place is added by who knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) struct Fault {
    /// The kind of finding.
    pub code: Code,
    /// The variant of its text.
    pub variant: &'static str,
    /// Whether it is about what the cell shows beside what it holds, which its text then tells.
    pub of_face: bool,
    /// The values of the text, besides `$field`, `$value` and `$type`.
    pub args: Vec<(&'static str, Arg)>,
}

impl Fault {
    /// A cell that does not read as its type.
    pub fn new(variant: &'static str) -> Self {
        Fault { code: Code::BadValue, variant, of_face: false, args: vec![] }
    }

    /// A cell that shows something else than it holds.
    pub fn of_face(variant: &'static str) -> Self {
        Fault { of_face: true, ..Fault::new(variant) }
    }

    /// A value outside what the field admits.
    pub fn domain(variant: &'static str) -> Self {
        Fault { code: Code::OutOfDomain, ..Fault::new(variant) }
    }

    /// A number that a spreadsheet may have cut.
    pub fn long() -> Self {
        Fault { code: Code::LongNumber, ..Fault::new("") }
    }

    /// Tells of an absent value that a mark stands for it, where the text would say that nothing does.
    pub fn marked(self) -> Self {
        let variant = match self.variant {
            "" => "mark",
            "key" => "key-mark",
            other => other,
        };
        Fault { variant, ..self }
    }

    /// Gives a value to the text.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A more telling fault in the place of a plain "no".
    pub fn or(self, telling: impl FnOnce() -> Fault) -> Self {
        if self.variant.is_empty() { telling() } else { self }
    }

    /// Says what could be written in the place of the cell.
    pub fn hint(self, text: impl Into<String>) -> Self {
        self.arg("hint", text.into())
    }
}
