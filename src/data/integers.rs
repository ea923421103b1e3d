//! Integers as narrow as all of them can be.

use super::lane::Lane;

/// Integers that grow, and are narrowed when no more come.
#[derive(Debug, Clone)]
pub(super) enum Integers {
    Narrowest(Box<[i8]>),
    Narrow(Box<[i16]>),
    Wide(Box<[i32]>),
    Widest(Vec<i64>),
}

impl Default for Integers {
    fn default() -> Self {
        Integers::Widest(vec![])
    }
}

impl Integers {
    /// Integers to which others may come.
    pub fn growing(all: Vec<i64>) -> Self {
        Integers::Widest(all)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Integers::Narrowest(all) => all.len(),
            Integers::Narrow(all) => all.len(),
            Integers::Wide(all) => all.len(),
            Integers::Widest(all) => all.len(),
        }
    }

    /// Adds one, while they grow.
    pub fn push(&mut self, one: i64) {
        if let Integers::Widest(all) = self {
            all.push(one);
        }
    }

    /// Makes each so many times as great; nothing, where one would not fit.
    pub fn multiply(&mut self, by: i64) -> bool {
        let Integers::Widest(all) = self else { return false };
        let fits = all.iter().all(|one| one.checked_mul(by).is_some());
        if fits {
            all.iter_mut().for_each(|one| *one = one.wrapping_mul(by));
        }
        fits
    }

    /// Ends their growth.
    pub fn narrow(&mut self) {
        fn narrowed<T: TryFrom<i64> + Default>(all: &[i64]) -> Box<[T]> {
            all.iter().map(|one| T::try_from(*one).unwrap_or_default()).collect()
        }
        let Integers::Widest(all) = self else { return };
        let (least, most) = all.iter().fold((0, 0), |(least, most), one| (*one.min(&least), *one.max(&most)));
        *self = match [least, most] {
            ends if ends.iter().all(|end| i8::try_from(*end).is_ok()) => Integers::Narrowest(narrowed(all)),
            ends if ends.iter().all(|end| i16::try_from(*end).is_ok()) => Integers::Narrow(narrowed(all)),
            ends if ends.iter().all(|end| i32::try_from(*end).is_ok()) => Integers::Wide(narrowed(all)),
            _ => return all.shrink_to_fit(),
        };
    }

    /// One of them.
    pub fn get(&self, at: usize) -> Option<i64> {
        match self {
            Integers::Narrowest(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Narrow(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Wide(all) => all.get(at).map(|one| i64::from(*one)),
            Integers::Widest(all) => all.get(at).copied(),
        }
    }

    /// Gives so many times each of them; not where one would not fit.
    pub fn give(&self, times: i64, lane: &mut Lane) -> bool {
        match self {
            Integers::Narrowest(all) => give(all, times, lane),
            Integers::Narrow(all) => give(all, times, lane),
            Integers::Wide(all) => give(all, times, lane),
            Integers::Widest(all) => give(all, times, lane),
        }
    }
}

fn give<T: Copy + Into<i64>>(all: &[T], times: i64, lane: &mut Lane) -> bool {
    let products = || all.iter().map(|one| (*one).into().checked_mul(times));
    match lane {
        Lane::Narrow(lane) => {
            let before = lane.len();
            lane.extend(products().map_while(|one| i32::try_from(one?).ok()));
            lane.len() - before == all.len()
        }
        Lane::Wide(lane) => {
            let before = lane.len();
            lane.extend(products().map_while(|one| one));
            lane.len() - before == all.len()
        }
        Lane::Widest(lane) => {
            lane.extend(all.iter().map(|one| i128::from((*one).into()) * i128::from(times)));
            true
        }
    }
}
