//! The condition of `applies`, over the inputs of all policies.

use super::Member;
use super::space::Space;
use super::time;
use crate::analysis::tables::axis::Axis;
use crate::analysis::tables::condition::{Condition, Inputs, read};
use crate::ir::{Expr, ExprKind, Pattern, Policy, Value};

/// The condition of a policy; where boxes cannot tell it, the part that they cannot.
pub(super) fn of<'e>(space: &Space, at: usize, member: Member<'e>, condition: &'e Expr) -> Result<Condition, &'e Expr> {
    let own = Own { space, at, policy: member.policy };
    read(&own, condition)
}

/// The inputs of all policies, as one of them calls them.
struct Own<'a, 'e> {
    space: &'a Space,
    at: usize,
    policy: &'e Policy,
}

impl<'e> Inputs<'e> for Own<'_, 'e> {
    fn policy(&self) -> &'e Policy {
        self.policy
    }

    fn axis(&self, value: &Expr) -> Option<usize> {
        let ExprKind::Slot(slot) = value.kind else { return None };
        self.space.axis(self.at, slot)
    }

    fn value(&self, axis: usize, of: &Expr, value: Value) -> Value {
        self.space.value(axis, self.policy, of, value)
    }

    fn pattern(&self, axis: usize, of: &Expr, pattern: Pattern) -> Pattern {
        self.space.pattern(axis, self.policy, of, pattern)
    }
}

impl Space {
    /// An axis for each input, cut where the claims cut it.
    pub fn axes(&self, claims: &[Condition]) -> Option<Vec<Axis>> {
        let axis = |(at, input)| {
            let patterns: Vec<&Pattern> = claims.iter().flat_map(|claim| claim.patterns(at)).collect();
            Axis::of(input, patterns.into_iter())
        };
        self.inputs.iter().enumerate().map(axis).collect()
    }

    /// The same where time is not looked at beyond what the policies say of it.
    pub fn within_time(mut self, members: &[Member], claims: &[Condition]) -> Space {
        if let Some(at) = self.period
            && let Some(input) = self.inputs.get_mut(at)
        {
            time::narrow(input, members, claims.iter().flat_map(|claim| claim.patterns(at)));
        }
        self
    }
}
