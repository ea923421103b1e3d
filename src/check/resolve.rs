//! Which declaration a name means. Whatever stands in a policy as a name of something declared becomes it here.

use super::context::{Context, Entity};
use crate::ir::{LabelSetId, SlotId};
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
    meaning(cx, &word.text)
}

/// What a bare name would mean where it is used.
pub(super) fn meaning(cx: &Context, text: &str) -> Option<Entity> {
    cx.scope.names.get(text).copied()
}

/// Whether a bare name is that of a value.
pub(super) fn is_value(cx: &Context, text: &str) -> bool {
    meaning(cx, text).is_some()
}

/// The slot of `owner.member` that is used.
pub(super) fn member(cx: &mut Context, owner: &Name, member: &str) -> Option<SlotId> {
    meaning_of_member(cx, &owner.text, member)
}

/// The slot that `owner.member` would mean where it is used.
pub(super) fn meaning_of_member(cx: &Context, owner: &str, member: &str) -> Option<SlotId> {
    let find = |member: &str| cx.scope.members.get(&(owner.to_owned(), member.to_owned())).copied();
    find(member).or_else(|| find(score_member(member)?))
}

/// The named set of labels, a type or a grade, that a name stands for.
pub(super) fn label_set(cx: &mut Context, word: &Name) -> Option<LabelSetId> {
    cx.scope.types.get(&word.text).copied()
}

/// The place of a label in its set.
pub(super) fn label(cx: &Context, set: LabelSetId, text: &str) -> Option<usize> {
    cx.label_sets.get(set.0)?.labels.iter().position(|label| label.name == text)
}
