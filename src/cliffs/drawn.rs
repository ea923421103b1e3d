//! Records without system, always the same, of which one shows most often that there is a jump: whoever asks only where
//! pay jumps need not know by how much at most.

use super::Record;
use super::axis::Axis;
use crate::analysis::marks;
use crate::ir::{SlotId, Value};

/// So many records are drawn for one place.
const DRAWN: u64 = 96;

/// Of all that a block is found from but for the field of the axis, the values at which something changes.
pub(super) struct Inputs(Vec<(SlotId, Vec<Value>)>);

impl Inputs {
    /// Those of an axis.
    pub fn of(axis: &Axis) -> Self {
        let each = axis.cone.inputs.iter().filter(|slot| **slot != axis.field);
        Inputs(each.map(|slot| (*slot, marks(axis.policy, *slot, axis.policy.steps.iter()).values)).collect())
    }

    /// Records of such values.
    pub fn drawn<'a>(&'a self, axis: &'a Axis) -> impl Iterator<Item = Record> + 'a {
        (1..=DRAWN).map(|number| {
            let mut draw = Draw(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let each = self.0.iter().map(|(slot, values)| {
                let value = values.get(draw.below(values.len())).cloned();
                (*slot, value.unwrap_or(Value::Missing))
            });
            axis.fixed().iter().cloned().chain(each).collect()
        })
    }
}

/// Numbers without system.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % count.max(1) as u64).unwrap_or(0)
    }
}
