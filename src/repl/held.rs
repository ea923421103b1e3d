//! What a session holds, as what helps while a line is typed asks for it.

use super::Session;
use super::session::TYPED;
use crate::compile::Compiled;
use crate::data::Batch;
use crate::ir::Policy;
use crate::quantity::Tongue;
use crate::syntax::spelling;

impl Session {
    /// The policy as it is with all that was changed.
    pub(super) fn compiled(&self) -> &Compiled {
        &self.now.compiled
    }

    /// The same, checked.
    pub(super) fn policy(&self) -> &Policy {
        &self.compiled().policy
    }

    /// The data.
    pub(super) fn batch(&self) -> Option<&Batch> {
        self.now.batch()
    }

    /// The tongue in which the words of the policy are written.
    pub(super) fn words(&self) -> Tongue {
        spelling(&self.now.draft.main.text).map_or(self.look.tongue, |spelling| spelling.words)
    }

    /// The folder of the policy, as a path is typed.
    pub(super) fn folder_name(&self) -> &str {
        let name = self.loaded.main.name.as_str();
        name.rsplit_once('/').filter(|_| name != TYPED).map_or("", |(folder, _)| folder)
    }

    /// How long the policy is with all that was changed, in bytes.
    pub(super) fn text_length(&self) -> usize {
        self.compiled().sources.iter().map(|(_, file)| file.text.len()).sum()
    }
}
