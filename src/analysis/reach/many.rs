//! What the rows that belong to a record can come to.

use super::expression::possible;
use super::numbers::number;
use super::{Possible, Scope, truth};
use crate::ir::{Aggregate, Many, RelationId};
use crate::quantity::{Number, Numbers};

/// What a row can add.
struct Part {
    /// Whether it can be left out, and whether it can count.
    counts: (bool, bool),
    /// What it adds where it counts.
    value: Possible,
}

/// What an aggregate over the rows that belong to a record can be. `None` where the rows are not known.
pub(super) fn of_rows(scope: Scope, relation: RelationId, many: &Many) -> Option<Possible> {
    let rows = scope.reach.around.rows(relation)?;
    let relation = scope.reach.policy.relation(relation)?;
    let parts: Vec<Part> = rows.iter().map(|row| part(Scope { row: Some((relation, row)), ..scope }, many)).collect();
    whole(many.aggregate, &parts)
}

fn part(scope: Scope, many: &Many) -> Part {
    let (counts, known) = match &many.filter {
        None => ((false, true), Some(vec![])),
        Some(filter) => (possible(scope, filter).truths(), truth::assuming(scope, filter, true)),
    };
    let value = known.map_or_else(
        || Possible::NOTHING.clone(),
        |known| {
            scope.under(known, |scope| match &many.value {
                None => Possible::truth(false, true),
                Some(value) if matches!(many.aggregate, Aggregate::Sum | Aggregate::Average { .. }) => {
                    Possible::numbers(number(scope, value))
                }
                Some(value) => possible(scope, value),
            })
        },
    );
    Part { counts, value }
}

fn whole(aggregate: Aggregate, parts: &[Part]) -> Option<Possible> {
    let can_count = || parts.iter().filter(|part| part.counts.1);
    let surely = can_count().filter(|part| !part.counts.0).count();
    Some(match aggregate {
        Aggregate::Count => {
            let most = can_count().count();
            Possible::numbers(Numbers::between((surely, true), (most, true), Number::ONE))
        }
        Aggregate::Sum => Possible::numbers(sum(parts)),
        Aggregate::Every => {
            let truths = can_count().map(|part| (part.value.truths(), part.counts.0));
            let (no, yes) =
                truths.fold((false, true), |(no, yes), ((fails, holds), out)| (no || fails, yes && (holds || out)));
            Possible::truth(no, yes)
        }
        Aggregate::Some => {
            let truths = can_count().map(|part| (part.value.truths(), part.counts.0));
            let (no, yes) =
                truths.fold((true, false), |(no, yes), ((fails, holds), out)| (no && (fails || out), yes || holds));
            Possible::truth(no, yes)
        }
        Aggregate::Least | Aggregate::Greatest | Aggregate::Average { .. } => {
            let counted: Vec<&Possible> = can_count().map(|part| &part.value).collect();
            let any = one_of(aggregate, &counted, surely == counted.len());
            Possible { missing: any.missing || surely == 0, ..any }
        }
    })
}

fn sum(parts: &[Part]) -> Option<Numbers> {
    let nothing = Numbers::one(Number::ZERO);
    parts.iter().filter(|part| part.counts.1).try_fold(nothing.clone(), |sum, part| {
        let own = part.value.as_numbers()?;
        Some(sum.add(&if part.counts.0 { own.union(&nothing) } else { own.clone() }))
    })
}

/// A mean, the least or the greatest of those that can count; where all of them surely do, just that.
fn one_of(aggregate: Aggregate, counted: &[&Possible], all: bool) -> Possible {
    let any = || counted.iter().map(|it| (*it).clone()).fold(Possible::NOTHING.clone(), Possible::or);
    let numbers: Option<Vec<&Numbers>> = counted.iter().map(|it| it.as_numbers().filter(|_| !it.missing)).collect();
    let numbers = numbers.filter(|numbers| all && !numbers.is_empty());
    let Some((first, rest)) = numbers.as_ref().and_then(|numbers| numbers.split_first()) else {
        return match aggregate {
            Aggregate::Average { step, mode } => {
                Possible::numbers(any().as_numbers().and_then(|any| any.mean(step, mode)))
            }
            _ => any(),
        };
    };
    let fold = |one: fn(&Numbers, &Numbers) -> Numbers| rest.iter().fold((*first).clone(), |all, next| one(&all, next));
    Possible::numbers(match aggregate {
        Aggregate::Average { step, mode } => fold(Numbers::add).quotient(&Numbers::one(counted.len()), step, mode),
        Aggregate::Least => Some(fold(Numbers::min)),
        _ => Some(fold(Numbers::max)),
    })
}
