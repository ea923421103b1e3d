//! Altered policies, checked as any policy is, and tried by their tests.

use crate::compile::{Assigned, Compiled, Files, Unusable, compile_beside};
use crate::eval::testing::outcome;
use crate::ir::{CohortFunction, Expr, ExprKind, Policy, RowValue, Step};
use crate::quantity::Rounding;
use crate::source::{SourceFile, Span};

/// What makes another policy of one.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    /// Other texts in these places.
    Text(Vec<(Span, String)>),
    /// Another way to round, where the policy rounds for that time.
    Rounding(usize, Rounding),
    /// Whether the place behind equal ones is the next number, in that step.
    Dense(usize),
}

/// The policy that is altered.
pub(super) struct Trial<'c> {
    pub compiled: &'c Compiled,
    pub files: &'c dyn Files,
    pub settings: &'c [Assigned],
}

impl Trial<'_> {
    /// The altered policy, where it checks.
    pub fn checked(&self, change: Change) -> Option<Compiled> {
        match change {
            Change::Text(edits) => self.read_anew(&edits),
            Change::Rounding(number, mode) => {
                let mut altered = self.compiled.clone();
                let mut at = 0;
                each_rounding(&mut altered.policy, &mut |place, _| {
                    if at == number {
                        *place = mode;
                    }
                    at += 1;
                });
                Some(altered)
            }
            Change::Dense(at) => {
                let mut altered = self.compiled.clone();
                if let Some(Step::Cohort(step)) = altered.policy.steps.get_mut(at)
                    && let CohortFunction::Rank(rank) = &mut step.function
                {
                    rank.dense = !rank.dense;
                }
                Some(altered)
            }
        }
    }

    fn read_anew(&self, edits: &[(Span, String)]) -> Option<Compiled> {
        let file = edits.first()?.0.file;
        let source = self.compiled.sources.get(file)?;
        let edited = source.with_text(with(&source.text, edits));
        let first = self.compiled.read().next()?;
        let policy = if self.compiled.files.first() == Some(&file) { edited.clone() } else { first.clone() };
        let files = Edited { files: self.files, edited };
        let compiled = compile_beside(&self.compiled.sources, policy, &files, &[], self.settings);
        compiled.accepted().then_some(compiled)
    }
}

/// A text with other pieces in some places.
pub(super) fn with(text: &str, edits: &[(Span, String)]) -> String {
    let mut edits: Vec<&(Span, String)> = edits.iter().collect();
    edits.sort_by_key(|(span, _)| span.start);
    let (mut out, mut end) = (String::new(), 0);
    for (span, piece) in edits {
        out.push_str(text.get(end..span.range().start).unwrap_or_default());
        out.push_str(piece);
        end = span.range().end;
    }
    out + text.get(end..).unwrap_or_default()
}

/// Files of which one is edited.
struct Edited<'f> {
    files: &'f dyn Files,
    edited: SourceFile,
}

impl Files for Edited<'_> {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        let found = self.files.find(from, path)?;
        Ok(if found.name == self.edited.name { self.edited.clone() } else { found })
    }
}

/// Whether a test of the policy fails.
pub(super) fn notices(policy: &Policy) -> bool {
    policy.tests.iter().any(|test| !outcome(policy, test).passed())
}

/// Every place where the policy rounds, always in the same order, with where it stands.
pub(super) fn each_rounding(policy: &mut Policy, see: &mut dyn FnMut(&mut Rounding, Span)) {
    for step in &mut policy.steps {
        if let Step::Table(table) = step {
            for row in &mut table.rows {
                let span = row.span;
                for value in &mut row.values {
                    if let RowValue::Line(line) = value {
                        see(&mut line.mode, span);
                    }
                }
            }
        }
        for expr in step.expressions_mut() {
            expr.change(&mut |part: &mut Expr| {
                let span = part.span;
                if let ExprKind::Round { mode, .. } | ExprKind::Quotient { mode, .. } = &mut part.kind {
                    see(mode, span);
                }
            });
        }
    }
}
