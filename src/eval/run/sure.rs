//! Which answers of a group stand whatever those are of whom not all is known.

use super::super::Stop;
use super::Found;
use super::part::Values;
use crate::ir::{Aggregate, CohortFunction, Value};

/// Those that may belong to a group and of whom not all is known.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// How many were rejected.
    pub rejected: usize,
    /// How many are members, and hang on something themselves.
    pub doubtful: usize,
    /// What those bring of whom just this is known.
    pub known: Vec<Vec<Value>>,
    /// Why what a member brings is not known.
    pub stop: Option<Stop>,
    /// Whether there is one of whom nothing is known.
    blank: bool,
}

impl Others {
    /// Takes one that was rejected.
    pub fn rejected(&mut self, values: &Values) {
        self.rejected += 1;
        self.brings(values);
    }

    /// Takes a member.
    pub fn doubtful(&mut self, values: &Values) {
        self.doubtful += 1;
        self.brings(values);
        if let Err(stop) = values {
            let known = self.stop.take();
            self.stop = Some(known.map_or_else(|| stop.clone(), |known| known.and(stop.clone())));
        }
    }

    fn brings(&mut self, values: &Values) {
        match values {
            Ok(values) => self.known.extend(values.clone()),
            Err(_) => self.blank = true,
        }
    }

    /// Whether all is known.
    pub fn is_empty(&self) -> bool {
        self.rejected + self.doubtful == 0
    }
}

/// Whether an answer stands, whichever of the others take part: `with` is what it is with all of whom enough is known.
/// Of the least, the greatest and of places, all of them change nothing just where none does; of what is added up,
/// two may make up for each other.
pub(super) fn sure(function: &CohortFunction, others: &Others, answer: &Found, with: Option<&Found>) -> bool {
    let Ok(value) = &answer.value else { return false };
    let same = !others.blank && with.is_some_and(|with| with.value == answer.value);
    match function {
        // Who is left out has no place.
        CohortFunction::Rank(_) => same || *value == Value::Missing,
        CohortFunction::Aggregate(many) => match many.aggregate {
            Aggregate::Every => same || *value == Value::Bool(false),
            Aggregate::Some => same || *value == Value::Bool(true),
            Aggregate::Least | Aggregate::Greatest => same,
            Aggregate::Count | Aggregate::Sum | Aggregate::Average { .. } => false,
        },
        CohortFunction::Allocate(_) => false,
    }
}
