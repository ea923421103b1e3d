//! Integers as narrow as all of them can be.

use super::lane::Lane;

/// Integers that grow, and are narrowed when no more come.
#[derive(Debug, Clone)]
pub(super) enum Integers {
    Narrowest(Box<[i8]>),
    Narrow(Box<[i16]>),
    /// These grow, and become the widest when one does not fit.
    Wide(Vec<i32>),
    Widest(Vec<i64>),
}

impl Default for Integers {
    fn default() -> Self {
        Integers::Wide(vec![])
    }
}

impl Integers {
    /// Integers to which others may come.
    pub fn growing(all: Vec<i64>) -> Self {
        Integers::Widest(all)
    }

    /// Has none any more, and grows again.
    pub fn clear(&mut self) {
        match self {
            Integers::Wide(all) => all.clear(),
            _ => *self = Integers::default(),
        }
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
        match (i32::try_from(one), &mut *self) {
            (Ok(one), Integers::Wide(all)) => all.push(one),
            (Err(_), Integers::Wide(_)) => self.widened().push(one),
            (_, Integers::Widest(all)) => all.push(one),
            (_, Integers::Narrowest(_) | Integers::Narrow(_)) => {}
        }
    }

    /// Adds some, while they grow.
    pub fn extend(&mut self, some: &[i32]) {
        match self {
            Integers::Wide(all) => all.extend_from_slice(some),
            Integers::Widest(all) => all.extend(some.iter().copied().map(i64::from)),
            Integers::Narrowest(_) | Integers::Narrow(_) => {}
        }
    }

    /// The same of wider ones.
    pub fn extend_wide(&mut self, some: &[i64]) {
        self.widened().extend_from_slice(some);
    }

    /// As the widest.
    fn widened(&mut self) -> &mut Vec<i64> {
        fn wide<T: Copy + Into<i64>>(all: &[T]) -> Vec<i64> {
            all.iter().map(|one| (*one).into()).collect()
        }
        loop {
            let all = match self {
                Integers::Narrowest(all) => wide(all),
                Integers::Narrow(all) => wide(all),
                Integers::Wide(all) => wide(all),
                Integers::Widest(all) => return all,
            };
            *self = Integers::Widest(all);
        }
    }

    /// Makes each so many times as great; nothing, where one would not fit.
    pub fn multiply(&mut self, by: i64) -> bool {
        let all = self.widened();
        let fits = all.iter().all(|one| one.checked_mul(by).is_some());
        if fits {
            all.iter_mut().for_each(|one| *one = one.wrapping_mul(by));
        }
        fits
    }

    /// Ends their growth.
    pub fn narrow(&mut self) {
        fn narrowed<T: TryFrom<X> + Default, X: Copy>(all: &[X]) -> Box<[T]> {
            all.iter().map(|one| T::try_from(*one).unwrap_or_default()).collect()
        }
        let (least, most) = match self {
            Integers::Wide(all) => all.iter().fold((0, 0), |(least, most), one| (*one.min(&least), *one.max(&most))),
            Integers::Widest(all) => {
                match all.iter().map(|one| i32::try_from(*one)).collect::<Result<Vec<i32>, _>>() {
                    Ok(all) => *self = Integers::Wide(all),
                    Err(_) => return all.shrink_to_fit(),
                }
                return self.narrow();
            }
            Integers::Narrowest(_) | Integers::Narrow(_) => return,
        };
        let Integers::Wide(all) = self else { return };
        *self = match [least, most] {
            ends if ends.iter().all(|end| i8::try_from(*end).is_ok()) => Integers::Narrowest(narrowed(all)),
            ends if ends.iter().all(|end| i16::try_from(*end).is_ok()) => Integers::Narrow(narrowed(all)),
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
            Integers::Wide(all) => match lane {
                Lane::Narrow(lane) if times == 1 => {
                    lane.extend_from_slice(all);
                    true
                }
                lane => give(all, times, lane),
            },
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
