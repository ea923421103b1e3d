//! Policies that lie between two: declarations of the one among those of the other, checked as any policy is.

use super::Compiled;
use crate::analysis;
use crate::check::{self, Origins, Setting};
use crate::diagnostic::Severity;
use crate::ir::Policy;
use crate::source::Sources;
use crate::syntax::ast;

/// What is needed to check a policy between two, of which the new one was compiled beside the old.
#[derive(Debug)]
pub struct Between<'a> {
    sources: &'a Sources,
    old: &'a [Setting],
    new: &'a [Setting],
    origins: Origins,
}

impl<'a> Between<'a> {
    /// Between two policies.
    pub fn new(old: &'a Compiled, new: &'a Compiled) -> Self {
        let origins = old.with.origins.iter().chain(&new.with.origins);
        let origins = origins.map(|(place, policy)| (*place, policy.clone())).collect();
        Between { sources: &new.sources, old: &old.with.settings, new: &new.with.settings, origins }
    }

    /// The policy of these declarations, where nothing is wrong with it. Which params are set as for the old one is for
    /// the caller to say.
    pub fn policy(&self, file: &ast::File, as_old: impl Fn(&str) -> bool) -> Option<Policy> {
        let old = self.old.iter().filter(|set| as_old(&set.name));
        let new = self.new.iter().filter(|set| !as_old(&set.name));
        let settings: Vec<Setting> = old.chain(new).cloned().collect();
        let checked = check::check(file, self.sources, &settings, &self.origins);
        let wrong = |severity| severity == Severity::Error;
        if checked.diagnostics.iter().any(|told| wrong(told.severity())) {
            return None;
        }
        let found = analysis::analyse(&checked.policy, self.sources);
        (!found.iter().any(|told| wrong(told.severity()))).then_some(checked.policy)
    }
}
