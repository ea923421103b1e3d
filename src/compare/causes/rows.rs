//! Without which rows those of some people cannot be evaluated.

use super::{Asked, Moved};
use crate::compare::pairs;
use crate::ir::{SlotId, Value};

/// A field of the old and of the new policy, as far as they have it.
type Field = [Option<SlotId>; 2];

/// The rows of some people, and those of all who belong together with them: in a group, in earlier periods. Whatever
/// policy lies between the two puts nobody together who agrees in none of the fields in which both ask it.
pub(super) fn rows(asked: &Asked, people: &[Moved]) -> Vec<(usize, usize)> {
    let Some(fields) = together(asked) else { return people.iter().map(|person| person.rows).collect() };
    let values = |rows: (usize, usize)| fields.iter().map(|field| values(asked, field, rows)).collect::<Vec<_>>();
    let theirs: Vec<_> = people.iter().map(|person| values(person.rows)).collect();
    let both = pairs::pairs(asked.old.1, asked.new.1).into_iter().filter_map(|(old, new)| old.zip(new));
    let belongs = |rows: &(usize, usize)| {
        let own = values(*rows);
        theirs.iter().any(|of| own.iter().zip(of).all(|(own, other)| agree(own, other)))
    };
    both.filter(belongs).collect()
}

/// The fields in which all agree who belong together, whichever policy asks; nothing, where each stands alone.
fn together(asked: &Asked) -> Option<Vec<Field>> {
    let (old, new) = (&asked.old.0.policy, &asked.new.0.policy);
    let was = |name: &str| {
        let renames = &asked.difference.renames;
        renames.iter().find(|(_, new)| new == name).map_or(name, |(old, _)| old).to_owned()
    };
    // A field of the new one with what it is in the old one.
    let field = |slot: SlotId| {
        let name = &new.slot(slot)?.name;
        Some([old.slot_named(&was(name)).filter(|old_slot| old.field(*old_slot).is_some()), Some(slot)])
    };
    let news = new.together().map(|slots| slots.into_iter().filter_map(field).collect::<Vec<Field>>());
    let olds = old.together();
    match (olds, news) {
        (None, None) => None,
        (Some(olds), None) => Some(olds.into_iter().map(|slot| [Some(slot), None]).collect()),
        (None, Some(news)) => Some(news),
        (Some(olds), Some(news)) => {
            Some(news.into_iter().filter(|[was, _]| was.is_some_and(|was| olds.contains(&was))).collect())
        }
    }
}

/// What a field says of a record, by both policies.
fn values(asked: &Asked, field: &Field, (was, is): (usize, usize)) -> [Option<Value>; 2] {
    let [old, new] = field;
    let of = |inputs: &crate::batch::Inputs, at: usize, slot: &Option<SlotId>| {
        Some(inputs.shared.batches.first()?.known(at, (*slot)?.0)?.into_owned())
    };
    [of(asked.old.1, was, old), of(asked.new.1, is, new)]
}

/// Whether two records may be put together by a field: one of both policies reads the same of them.
fn agree(one: &[Option<Value>; 2], other: &[Option<Value>; 2]) -> bool {
    one.iter().zip(other).any(|(one, other)| one.is_some() && one == other)
}
