//! The names that a declaration uses.

use super::super::names::{Names, Use};
use super::nodes::{Kind, valued};
use crate::syntax::ast;

/// Everything that a declaration uses.
pub(super) fn of<'a>(kind: Kind<'a>) -> Vec<Use<'a>> {
    let mut seen = Names::default();
    match kind {
        Kind::Param(it) => {
            seen.attributes(&it.attributes);
            seen.expr(&it.value);
        }
        Kind::Metric(it) => {
            seen.ty(&it.ty);
            seen.expr(&it.value);
        }
        Kind::Let(it) => {
            it.ty.iter().for_each(|ty| seen.ty(ty));
            seen.expr(&it.value);
        }
        Kind::Score(it, _) => score(&mut seen, it),
        Kind::Section(it, _) => seen.share(it.share.as_ref()),
        Kind::Scores => {}
        Kind::Grade(it) => seen.table(&it.inputs, &it.outputs, &it.rows),
        Kind::Table(it) => seen.table(&it.inputs, &it.outputs, &it.rows),
        Kind::Scale(it) => seen.table(std::slice::from_ref(&it.input), &[], &it.rows),
        Kind::Gate(it) => it.conditions.iter().for_each(|condition| seen.expr(condition)),
        Kind::Pay(it) => {
            seen.bounds(&it.bounds);
            for line in &it.lines {
                seen.bounds(&line.bounds);
                seen.expr(&line.value);
            }
        }
        Kind::Flag(it) => seen.expr(&it.condition),
        Kind::Ensure(it) => seen.expr(&it.condition),
    }
    seen.finish()
}

/// What a field uses: params in its bounds and default, and a named type.
pub(super) fn of_field(field: &ast::Field) -> Vec<Use<'_>> {
    let mut seen = Names::default();
    seen.ty(&field.ty);
    seen.attributes(&field.attributes);
    seen.finish()
}

/// What the header uses.
pub(super) fn of_header(header: &ast::Header) -> Vec<Use<'_>> {
    let mut seen = Names::default();
    let parts = [&header.full_marks, &header.effective_from, &header.effective_until, &header.applies];
    parts.into_iter().flatten().for_each(|expr| seen.expr(expr));
    seen.finish()
}

fn score<'a>(seen: &mut Names<'a>, score: &'a ast::Score) {
    seen.share(score.share.as_ref());
    score.inputs.iter().for_each(|input| seen.expr(input));
    score.formula.iter().for_each(|formula| seen.expr(formula));
    if score.inputs.is_empty() && score.formula.is_none() {
        seen.name(&score.name, None);
    }
    seen.rows(score.rows.as_deref().unwrap_or_default());
}

/// What a lookup or details block uses of what stands outside it.
pub(super) fn of_block(block: &ast::Block) -> Vec<Use<'_>> {
    let items = block.items.iter().filter_map(valued).flat_map(|(kind, _)| of(kind));
    block.fields.iter().flat_map(of_field).chain(items).collect()
}
