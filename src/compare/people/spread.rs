//! How pay is spread over people: in parts by what they were paid, and in one figure.

use super::People;
use crate::quantity::{Fraction, Number};

/// Into so many parts people are put by their old pay.
const PARTS: usize = 5;

/// People of one part by their old pay.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Up to which part of all, from the least paid.
    pub q: Fraction,
    /// The greatest old pay among them.
    pub upto: Number,
    /// How many they are.
    pub count: usize,
    /// By how much their pay moves in the mean.
    pub mean: Fraction,
}

impl People {
    /// People in parts by their old pay, from the least paid.
    pub fn parts(&self) -> Vec<Part> {
        let count = self.moved.len();
        let edge = |part: usize| count * part / PARTS;
        let each = (0..PARTS).filter_map(|part| {
            let people = self.moved.get(edge(part)..edge(part + 1))?;
            let (upto, _) = people.last()?;
            let sum: Number = people.iter().map(|(_, delta)| delta).sum();
            Some(Part {
                q: Fraction::new(&Number::from(part + 1), &Number::from(PARTS))?,
                upto: upto.clone(),
                count: people.len(),
                mean: Fraction::new(&sum, &Number::from(people.len()))?,
            })
        });
        each.collect()
    }

    /// How unequally all are paid, before and now: 0 where all have the same, near 1 where one has all.
    pub fn gini(&self) -> (Fraction, Fraction) {
        let olds: Vec<&Number> = self.moved.iter().map(|(old, _)| old).collect();
        (gini(&olds), gini(&self.now.iter().collect::<Vec<_>>()))
    }
}

/// Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ), the pays from the least.
fn gini(pays: &[&Number]) -> Fraction {
    let count = Number::from(pays.len());
    let total: Number = pays.iter().copied().sum();
    let weighted = pays.iter().enumerate().map(|(at, pay)| {
        let place = Number::from(2 * at + 1) - &count;
        &place * *pay
    });
    Fraction::new(&weighted.sum(), &(&count * &total)).unwrap_or(Fraction::ZERO)
}
