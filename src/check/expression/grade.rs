//! Which grade a label comes from: grades with the same labels are one type, but each has its own outputs.

use super::super::context::{Context, Entity};
use crate::ir::{Expr, ExprKind, LabelSetId};

/// What an output of a computed label is.
pub(super) enum Output {
    /// The grade that has it, and its expression for each label.
    Cases(String, Vec<Expr>),
    /// These grades have it, and nothing says which one is meant.
    Several(Vec<String>),
    /// No grade has it; the outputs that there are.
    None(Vec<String>),
}

/// The grade whose labels a value has, where its declaration or the values in it say so.
pub(super) fn of(cx: &Context, value: &Expr) -> Option<String> {
    let declared = |entity| cx.scope.graded.get(&entity).cloned();
    match &value.kind {
        ExprKind::Slot(id) => declared(Entity::Slot(*id)),
        ExprKind::Param(id) => declared(Entity::Param(*id)),
        ExprKind::Shift { value, .. } => of(cx, value),
        ExprKind::If { then: a, otherwise: b, .. } | ExprKind::Otherwise { value: a, fallback: b } => {
            match (of(cx, a), of(cx, b)) {
                (Some(a), Some(b)) => (a == b).then_some(a),
                (a, b) => a.or(b),
            }
        }
        _ => None,
    }
}

/// An output of a label: that of the grade it comes from, else of the only grade with these labels.
pub(super) fn output(cx: &Context, value: &Expr, set: LabelSetId, name: &str) -> Output {
    let mut grades: Vec<&String> = match of(cx, value) {
        Some(grade) => cx.scope.outcomes.get_key_value(&grade).map(|(grade, _)| grade).into_iter().collect(),
        None => cx.scope.outcomes.keys().filter(|grade| cx.scope.types.get(*grade) == Some(&set)).collect(),
    };
    grades.sort_unstable();
    let outputs = |grade: &String| cx.scope.outcomes.get(grade).into_iter().flatten();
    let found = |grade: &String| outputs(grade).find(|(output, _)| output == name).map(|(_, cases)| cases);
    let having: Vec<&String> = grades.iter().copied().filter(|grade| found(grade).is_some()).collect();
    match having.as_slice() {
        [] => Output::None(grades.into_iter().flat_map(outputs).map(|(output, _)| output.clone()).collect()),
        [one] => Output::Cases((*one).clone(), found(one).cloned().unwrap_or_default()),
        several => Output::Several(several.iter().map(|grade| (*grade).clone()).collect()),
    }
}
