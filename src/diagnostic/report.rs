//! What is told: code, places, values and edits, without words.

use std::sync::Arc;

use super::{Applicability, At, Code, Edit, Severity, Spelling};
use crate::quantity::{Decimal, Dimension, Number};
use crate::source::{FileId, Span};

/// A value that a text needs. What depends on the tongue is worded when it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A name or piece of the policy or of the data, shown as it is.
    Text(String),
    /// A number without dimension, shown as it is.
    Number(Number),
    /// A quantity, in base units, with the policy's currency.
    Quantity(Number, Dimension, String),
    /// A word of the catalogue (`term-…` in the locale files), such as the name of a type.
    Term(&'static str),
    /// Several, joined as the tongue joins them.
    List(Vec<Arg>),
    /// Several without a sign between them: `总分 ` `89.5`.
    Phrase(Vec<Arg>),
    /// A file of data and the place in it.
    Place(Arc<str>, Box<At>),
}

/// A further place that a diagnostic concerns, with a text of its own: the attribute
/// `.label-KEY` of the message, or none where `key` is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// Which text.
    pub key: &'static str,
    /// The values for that text, besides those of the diagnostic.
    pub args: Vec<(&'static str, Arg)>,
}

/// What the analysis of a table found: a box of inputs, a witness in it, the rows concerned. Of a promise that is
/// broken only the witness, or two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// For each input (by name) the part of its domain, in the policy's own notation.
    pub region: Vec<(String, Arg)>,
    /// For each input one value that lies in the region.
    pub witness: Vec<(String, Arg)>,
    /// A second one, where it takes two records to see it.
    pub second: Vec<(String, Arg)>,
    /// The rows concerned.
    pub rows: Vec<Span>,
}

/// What a finding takes to be nowhere in the policy. Where a part of it could not be read, it may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// What one of these names means.
    Names(Vec<String>),
    /// An item: the first, or one more.
    Items,
    /// The field that is the key, or the period.
    Key,
}

/// One thing to tell about a policy or its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding.
    pub code: Code,
    /// A variant of the text: the message `CODE-VARIANT` where it is not empty, else `CODE`.
    pub variant: &'static str,
    /// The place that the message points at first.
    pub span: Span,
    /// The values for the texts.
    pub args: Vec<(&'static str, Arg)>,
    /// Further places. The first place has the label text `.label`, where there is one.
    pub labels: Vec<Label>,
    /// Edits that mend it, the best first.
    pub edits: Vec<Edit>,
    /// For tables: region, witness and rows.
    pub finding: Option<Box<Finding>>,
    /// What it takes to be nowhere in the policy.
    pub absence: Option<Absence>,
    /// How the file is spelt that it tells of, where that is known; else as its reader speaks.
    pub spelling: Option<Spelling>,
    /// The ends of a range of which nobody said whether they are in it.
    pub open_ends: Option<Box<(String, String)>>,
}

impl Diagnostic {
    /// A diagnostic without further values.
    pub fn new(code: Code, span: Span) -> Self {
        let (args, labels, edits) = (vec![], vec![], vec![]);
        let (finding, absence, open_ends, spelling) = (None, None, None, None);
        Diagnostic { code, variant: "", span, args, labels, edits, finding, absence, open_ends, spelling }
    }

    /// Uses the text of a variant.
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// Uses the text of a variant where it has none yet. Whether it does so.
    pub fn narrowed(&mut self, variant: &'static str) -> bool {
        let plain = self.variant.is_empty();
        if plain {
            self.variant = variant;
        }
        plain
    }

    /// Says in the place of one variant another one, whose text has values of the finding that is the reason; what would
    /// hide the reason is no longer proposed.
    pub fn blame(&mut self, variants: [&'static str; 2], reason: &Diagnostic, values: &[&str]) {
        let [was, now] = variants;
        if self.variant == was {
            self.variant = now;
            self.edits.clear();
            self.args.extend(reason.args.iter().filter(|(name, _)| values.contains(name)).cloned());
        }
    }

    /// Whether both say the same, wherever each is told.
    pub fn says_what(&self, other: &Diagnostic) -> bool {
        (self.code, self.variant, &self.args) == (other.code, other.variant, &other.args)
    }

    /// Whether the other tells the same slip of somebody who writes so: of signs the same one.
    pub fn is_habit_of(&self, other: &Diagnostic) -> bool {
        const SIGNS: [&str; 4] = ["found", "unit", "word", "sign"];
        // Texts that are about a habit, whichever of its words was written.
        const HABITS: [&str; 8] =
            ["compare", "subject", "bullet", "comment", "answer", "unlabelled", "columns", "input"];
        let sign = |told: &Diagnostic, name: &str| told.args.iter().find(|it| it.0 == name).map(|it| it.1.clone());
        let wanted = || self.code.is_syntax() || sign(self, "wanted") == sign(other, "wanted");
        let same = || wanted() && SIGNS.iter().all(|name| sign(self, name) == sign(other, name));
        (self.code, self.variant) == (other.code, other.variant) && (HABITS.contains(&self.variant) || same())
    }

    /// Whether it tells of text that does not read, rather than of a number that reads in two ways.
    pub fn is_unread(&self) -> bool {
        self.code.is_syntax() && self.variant != "doubtful"
    }

    /// Whether it guesses which name is meant. That of a function in capitals can only be one.
    pub fn is_guess(&self) -> bool {
        // A word that goes on as a declaration does is meant as its keyword.
        self.variant.contains("near") && !matches!(self.variant, "function-near" | "nearly")
    }

    /// Whether it asks what counts where a divisor is 0.
    pub fn asks_stand_in(&self) -> bool {
        matches!((self.code, self.variant), (Code::DivisionByZero, "") | (Code::UnroundedQuotient, "zero"))
    }

    /// Whether its edit changes places far apart, and nothing of what lies between.
    pub fn reaches_far(&self) -> bool {
        self.is_renaming()
            || self.code == Code::Syntax && matches!(self.variant, "bound-head" | "veto" | "by-label" | "slices")
    }

    /// Whether it tells of a row that lacks its label, with one.
    pub fn is_unlabelled(&self) -> bool {
        (self.code, self.variant) == (Code::RowShape, "unlabelled")
    }

    /// Whether it tells of a slice by what it takes its scale for.
    pub fn hangs_on_kind(&self) -> bool {
        self.code == Code::BrokenScale && self.variant != "negative"
    }

    /// Whether it asks which of two kinds something is.
    pub fn asks_kind(&self) -> bool {
        self.variant == "mode"
    }

    /// The names that it gives another spelling, each with that.
    pub fn renamed(&self) -> Vec<(String, String)> {
        let list = |name: &str| -> Vec<String> {
            let found = self.args.iter().find(|(known, _)| *known == name && self.is_renaming());
            let Some((_, Arg::List(parts))) = found else { return vec![] };
            parts.iter().filter_map(|part| if let Arg::Text(text) = part { Some(text.clone()) } else { None }).collect()
        };
        list("found").into_iter().zip(list("wanted")).collect()
    }

    /// Whether it guesses where a block begins or ends.
    pub fn guesses_block(&self) -> bool {
        self.code == Code::UnclosedBracket && !matches!(self.variant, "empty" | "indented")
    }

    /// Whether it gives another spelling to a name, wherever that stands.
    pub fn is_renaming(&self) -> bool {
        (self.code, self.variant) == (Code::MissingName, "several")
    }

    /// Whether it tells of weights of which each role has its own whole.
    pub fn is_by_role(&self) -> bool {
        (self.code, self.variant) == (Code::WeightSum, "roles")
    }

    /// Whether both tell of the rows of one table.
    pub fn is_of_table_with(&self, other: &Diagnostic) -> bool {
        let table = |told: &Diagnostic| {
            let rows = told.code.as_str().starts_with("E050");
            told.args.iter().find(|(name, _)| rows && *name == "table").map(|(_, table)| table.clone())
        };
        table(self).is_some_and(|own| table(other) == Some(own))
    }

    /// Points at a place of which another finding tells, with values of that one.
    pub fn points_at(&mut self, span: Span, key: &'static str, other: &Diagnostic, values: &[&str]) {
        let args = other.args.iter().filter(|(name, _)| values.contains(name)).cloned().collect();
        self.labels.push(Label { span, key, args });
    }

    /// Whether both have the same text.
    pub fn is_of_kind(&self, other: &Diagnostic) -> bool {
        (self.code, self.variant) == (other.code, other.variant)
    }

    /// Quotes another edit where it quotes this one.
    pub fn quote(&mut self, edit: &str, other: &str) {
        let quotes = |name: &str, value: &Arg| {
            matches!(name, "wanted" | "proposal") && matches!(value, Arg::Text(text) if text == edit)
        };
        for (_, value) in self.args.iter_mut().filter(|(name, value)| quotes(name, value)) {
            *value = Arg::Text(other.trim().to_owned());
        }
    }

    /// Whether it is about a remark, which belongs to no declaration.
    pub fn is_remark(&self) -> bool {
        self.variant == "comment"
    }

    /// Notes the ends of a range of which nobody said whether they are in it.
    pub fn open_ends(mut self, lo: &str, hi: &str) -> Self {
        self.open_ends = Some(Box::new((lo.to_owned(), hi.to_owned())));
        self
    }

    /// Gives another value to the texts.
    pub fn say(&mut self, name: &'static str, value: impl Into<Arg>) {
        self.args.retain(|(known, _)| *known != name);
        self.args.push((name, value.into()));
    }

    /// Takes a name to mean nothing in the policy.
    pub fn without(mut self, name: &str) -> Self {
        match &mut self.absence {
            Some(Absence::Names(names)) => names.push(name.to_owned()),
            absence => *absence = Some(Absence::Names(vec![name.to_owned()])),
        }
        self
    }

    /// Takes something to be nowhere in the policy.
    pub fn absence(mut self, absence: Absence) -> Self {
        self.absence = Some(absence);
        self
    }

    /// Gives a value to the texts.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds a place.
    pub fn label(mut self, span: Span, key: &'static str) -> Self {
        self.labels.push(Label { span, key, args: vec![] });
        self
    }

    /// Adds a place whose text needs values of its own.
    pub fn label_with(mut self, span: Span, key: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        self.labels.push(Label { span, key, args });
        self
    }

    /// Proposes an edit that may change results.
    pub fn edit(self, span: Span, text: impl Into<String>) -> Self {
        self.with_edit(span, text, Applicability::Choice)
    }

    /// Proposes an edit that cannot change any result.
    pub fn safe_edit(self, span: Span, text: impl Into<String>) -> Self {
        self.with_edit(span, text, Applicability::Safe)
    }

    /// Adds what the analysis found.
    pub fn finding(mut self, finding: Finding) -> Self {
        self.finding = Some(Box::new(finding));
        self
    }

    /// Moves every place in `file` to where it stands in the `length` bytes that someone typed, of which the
    /// text that was read has `lead` bytes before it.
    pub fn moved(mut self, file: FileId, lead: usize, length: usize) -> Self {
        let place = |at: u32| (at as usize).saturating_sub(lead).min(length);
        let moved = |span: Span| match span.file == file {
            true => Span::new(file, place(span.start), place(span.end)),
            false => span,
        };
        self.span = moved(self.span);
        self.labels.iter_mut().for_each(|label| label.span = moved(label.span));
        self.edits.iter_mut().for_each(|edit| edit.span = moved(edit.span));
        if let Some(finding) = &mut self.finding {
            finding.rows.iter_mut().for_each(|row| *row = moved(*row));
        }
        self
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    fn with_edit(mut self, span: Span, text: impl Into<String>, applicability: Applicability) -> Self {
        self.edits.push(Edit { span, text: text.into(), applicability });
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<Number> for Arg {
    fn from(number: Number) -> Self {
        Arg::Number(number)
    }
}

impl From<Decimal> for Arg {
    fn from(number: Decimal) -> Self {
        Arg::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(Number::from(number))
    }
}
