use super::consequence::unclear;
use super::model::Model;
use super::remedy::{part, unlisted};
use super::witness::witness;
use crate::analysis::coverage::Overlap;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ExprKind, Row, RowValue};

/// Tells two rows that take the same values.
pub(super) fn tell(model: &Model, overlap: &Overlap) -> Option<Diagnostic> {
    let (earlier, later) = (model.row(overlap.earlier)?, model.row(overlap.later)?);
    let point = witness(model, &overlap.area);
    let alike = earlier.values.len() == later.values.len() && answers(earlier).eq(answers(later));
    let mut told = Diagnostic::new(Code::Overlap, later.span)
        .variant(if alike { "alike" } else { "" })
        .arg("table", model.table.name.as_str())
        .arg("point", model.point(&point))
        .arg("region", model.patterns(&overlap.area))
        .arg("earlier", model.row_name(overlap.earlier))
        .arg("later", model.row_name(overlap.later))
        .finding(model.finding(&overlap.area, &point, [overlap.earlier, overlap.later]));
    told.labels.extend(model.label(overlap.earlier, "row"));
    let told = told.arg("result", unclear(model));
    Some(match part(model, overlap.earlier, overlap.later).or_else(|| unlisted(model, overlap)) {
        Some(remedy) => told
            .arg("mend", "edit")
            .arg("old", model.sources.slice(remedy.span))
            .arg("new", remedy.text.as_str())
            .edit(remedy.span, remedy.text),
        None => told.arg("mend", "other"),
    })
}

/// What a row answers, as far as it can be compared: two constants are alike, whatever their spelling.
fn answers(row: &Row) -> impl Iterator<Item = Option<String>> {
    row.values.iter().enumerate().map(|(at, value)| match value {
        RowValue::Missing => Some("missing".to_owned()),
        RowValue::Expr(expr) => match &expr.kind {
            ExprKind::Constant(value) => Some(format!("{value:?}")),
            _ => Some(format!("{:?} {at}", expr.span)),
        },
        RowValue::Line(_) => Some(format!("{:?} {at}", row.span)),
    })
}
