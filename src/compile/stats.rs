//! How large a policy is, and what is proved of it.

use super::Compiled;
use crate::ir::{Expr, ExprKind, Step};
use crate::promise::Answer;
use crate::syntax::ast::Item;

/// How large a policy is, and what is proved of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Declarations, those of used files among them; a score in a section is one.
    pub declarations: usize,
    /// Scored items.
    pub items: usize,
    /// Scores with rows, grades, tables and scales.
    pub tables: usize,
    /// Their rows.
    pub rows: usize,
    /// Fields of the record, of lookups and of details.
    pub fields: usize,
    /// Tests.
    pub tests: usize,
    /// The most conditions that stand inside each other.
    pub nesting: usize,
    /// Tables of which it is proved that each value finds one row.
    pub proved_tables: usize,
    /// Promises that are proved.
    pub proved: usize,
    /// Promises that a record breaks.
    pub refuted: usize,
    /// Promises that are neither.
    pub not_decided: usize,
}

impl Compiled {
    /// How large the policy is, and what is proved of it.
    pub fn stats(&self) -> Stats {
        let policy = &self.policy;
        let steps = || policy.steps.iter().chain(policy.relations.iter().flat_map(|relation| &relation.steps));
        let rows: Vec<usize> = steps().filter_map(rows).collect();
        let of_relations = policy.relations.iter().map(|relation| relation.fields.len()).sum::<usize>();
        let answered = |wanted: fn(&Answer) -> bool| self.promises.iter().filter(|of| wanted(&of.answer)).count();
        Stats {
            declarations: self.file.items.iter().map(declared).sum(),
            items: policy.items.len(),
            tables: rows.len(),
            rows: rows.iter().sum(),
            fields: policy.fields.len() + of_relations,
            tests: policy.tests.len(),
            nesting: steps().flat_map(Step::expressions).map(nesting).max().unwrap_or(0),
            proved_tables: if self.accepted() { rows.len() } else { 0 },
            proved: answered(Answer::is_proved),
            refuted: answered(|answer| matches!(answer, Answer::Refuted(_))),
            not_decided: answered(|answer| matches!(answer, Answer::Undecided { .. })),
        }
    }
}

fn rows(step: &Step) -> Option<usize> {
    match step {
        Step::Table(table) => Some(table.rows.len()),
        Step::Scale(scale) => Some(scale.slices.len()),
        _ => None,
    }
}

fn declared(item: &Item) -> usize {
    match item {
        Item::Section(section) => 1 + section.scores.len(),
        Item::Use(_) | Item::Invalid(_) => 0,
        _ => 1,
    }
}

/// How many conditions stand inside each other.
fn nesting(expr: &Expr) -> usize {
    let inside = expr.children().into_iter().map(nesting).max().unwrap_or(0);
    inside + usize::from(matches!(expr.kind, ExprKind::If { .. }))
}
