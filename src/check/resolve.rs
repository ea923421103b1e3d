//! Which declaration a name means. Whatever stands in a policy as a name of something declared becomes it here.

use super::context::{Context, Entity};
use super::references::SymbolKind;
use crate::ir::{LabelSetId, RelationId, Role, SlotId};
use crate::source::Span;
use crate::syntax::ast::Name;
use crate::syntax::keyword::Keyword;

/// The words for the sum of all items, which nobody declares.
pub(super) fn scores() -> [&'static str; 2] {
    [Keyword::Scores.en(), Keyword::Scores.zh()]
}

/// The name under which a member of items and sections is declared, in whichever tongue it is written.
pub(super) fn score_member(member: &str) -> Option<&'static str> {
    Keyword::among(member, &[Keyword::PointsMember, Keyword::WeightedMember]).map(Keyword::en)
}

/// The name of what an item or a section has: `X.points`.
pub(super) fn member_name(name: &str, member: Keyword) -> String {
    format!("{name}.{}", member.en())
}

/// What a name that is used means.
pub(super) fn name(cx: &mut Context, word: &Name) -> Option<Entity> {
    let entity = meaning(cx, &word.text)?;
    if let Some(place) = place(cx, entity) {
        cx.references.used(word, place);
    }
    Some(entity)
}

/// Where something is declared.
pub(super) fn place(cx: &Context, entity: Entity) -> Option<Span> {
    match entity {
        Entity::Slot(id) => cx.slots.get(id.0).map(|slot| slot.span),
        Entity::Param(id) => cx.params.get(id.0).map(|param| param.span),
        Entity::Group(span) | Entity::Invalid(span) => Some(span),
        Entity::Relation(id) => cx.relations.get(id.0).map(|relation| relation.span),
    }
}

/// What a bare name would mean where it is used.
pub(super) fn meaning(cx: &Context, text: &str) -> Option<Entity> {
    cx.scope.names.get(text).copied()
}

/// Whether a bare name is that of a value.
pub(super) fn is_value(cx: &Context, text: &str) -> bool {
    meaning(cx, text).is_some()
}

/// The slot of `owner.member`, or of `block.table.output`, that is used.
pub(super) fn member(cx: &mut Context, owner: &Name, path: &[&Name]) -> Option<SlotId> {
    let slot = meaning_of_member(cx, &owner.text, &joined(path))?;
    name(cx, owner);
    let declared = cx.slots.get(slot.0)?;
    match declared.role {
        // What an item or section has is a word of the language; where it takes over a value, that is named.
        Role::Points | Role::Weighted | Role::SectionPoints | Role::Total => {
            if let Some(place) = cx.references.named(&[SymbolKind::Item, SymbolKind::Section], &owner.text) {
                cx.references.used(owner, place);
            }
        }
        _ => cx.references.used_along(std::iter::once(owner).chain(path.iter().copied()), declared.span),
    }
    Some(slot)
}

/// The slot of a row that a name, or `table.output`, means in the block of its lookup or details.
pub(super) fn of_row(cx: &mut Context, relation: RelationId, path: &[&Name]) -> Option<SlotId> {
    let block = cx.relations.get(relation.0)?.name.clone();
    let slot = cx.scope.members.get(&(block, joined(path))).copied()?;
    if let Some(declared) = cx.slots.get(slot.0) {
        cx.references.used_along(path.iter().copied(), declared.span);
    }
    Some(slot)
}

fn joined(path: &[&Name]) -> String {
    path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(".")
}

/// Notes an output of a grade, of a label that is not the grade's own.
pub(super) fn output(cx: &mut Context, grade: &str, output: &Name) {
    let grade = cx.references.named(&[SymbolKind::Grade], grade);
    if let Some(place) = grade.and_then(|grade| cx.references.part(grade, &output.text)) {
        cx.references.used(output, place);
    }
}

/// Notes the case that a test builds on.
pub(super) fn case(cx: &mut Context, case: &Name) {
    if let Some(place) = cx.references.named(&[SymbolKind::Case], &case.text) {
        cx.references.used(case, place);
    }
}

/// The slot that `owner.member` would mean where it is used.
pub(super) fn meaning_of_member(cx: &Context, owner: &str, member: &str) -> Option<SlotId> {
    let find = |member: &str| cx.scope.members.get(&(owner.to_owned(), member.to_owned())).copied();
    find(member).or_else(|| find(score_member(member)?))
}

/// The named set of labels, a type or a grade, that a name stands for.
pub(super) fn label_set(cx: &mut Context, word: &Name) -> Option<LabelSetId> {
    let set = cx.scope.types.get(&word.text).copied()?;
    if let Some(place) = cx.references.named(&[SymbolKind::Type, SymbolKind::Grade], &word.text) {
        cx.references.used(word, place);
    }
    Some(set)
}

/// The place of a label that is used in its set.
pub(super) fn label(cx: &mut Context, set: LabelSetId, word: &Name) -> Option<usize> {
    let at = meaning_of_label(cx, set, &word.text)?;
    cx.references.label_used(word, set, at);
    Some(at)
}

/// The place that a label would have in a set where it is used.
pub(super) fn meaning_of_label(cx: &Context, set: LabelSetId, text: &str) -> Option<usize> {
    cx.label_sets.get(set.0)?.place(text)
}

/// Notes a label where a set with it is declared, and tells its place there.
pub(super) fn declared_label(cx: &mut Context, set: LabelSetId, name: &Name) -> Option<usize> {
    let at = meaning_of_label(cx, set, &name.text)?;
    cx.references.label(name, set, at);
    Some(at)
}
