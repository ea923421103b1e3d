//! Areas of the space of all inputs.

use super::Places;

/// A part of the space of all inputs: on each axis some places, in every combination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area(pub Vec<Places>);

impl Area {
    /// Whether no combination of inputs lies in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().any(Places::is_empty)
    }

    /// The places on an axis.
    pub fn on(&self, axis: usize) -> Option<&Places> {
        self.0.get(axis)
    }

    /// The same, with other places on one axis.
    pub fn with(&self, axis: usize, places: Places) -> Area {
        let mut area = self.clone();
        if let Some(old) = area.0.get_mut(axis) {
            *old = places;
        }
        area
    }

    /// Whether the two have a combination in common.
    pub fn meets(&self, other: &Area) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a.meets(b))
    }

    /// Whether the two have a combination in common, one axis aside.
    pub fn meets_beside(&self, other: &Area, aside: usize) -> bool {
        self.0.iter().zip(&other.0).enumerate().all(|(axis, (a, b))| axis == aside || a.meets(b))
    }

    /// Whether all of `other` lies in it.
    pub fn covers(&self, other: &Area) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a.covers(b))
    }

    /// Whether the combination `point` lies in it.
    pub fn contains(&self, point: &[i128]) -> bool {
        self.0.iter().zip(point).all(|(places, place)| places.contains(*place))
    }

    /// What lies in both.
    pub fn intersection(&self, other: &Area) -> Area {
        Area(self.0.iter().zip(&other.0).map(|(a, b)| a.intersection(b)).collect())
    }

    /// The combination of the least place on every axis.
    pub fn least_point(&self) -> Vec<i128> {
        self.0.iter().map(|places| places.first().unwrap_or(0)).collect()
    }
}
