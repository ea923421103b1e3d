//! What a session holds, as what helps while a line is typed asks for it.

use super::Session;
use super::session::TYPED;
use crate::compile::Compiled;
use crate::data::Batch;
use crate::io::PolicyFolder;
use crate::ir::Policy;
use crate::source::SourceFile;

impl Session {
    /// The policy as it is with all that was changed.
    pub(super) fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The same, checked.
    pub(super) fn policy(&self) -> &Policy {
        &self.compiled().policy
    }

    /// The policy as it was loaded.
    pub(super) fn source(&self) -> &SourceFile {
        &self.policy
    }

    /// The data.
    pub(super) fn batch(&self) -> Option<&Batch> {
        self.batch.as_ref()
    }

    /// Where the policy finds the files that it uses.
    pub(super) fn folder(&self) -> &PolicyFolder {
        &self.folder
    }

    /// The folder of the policy, as a path is typed.
    pub(super) fn folder_name(&self) -> &str {
        let name = if self.policy.name == TYPED { "" } else { self.policy.name.as_str() };
        name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What was changed, and one change more.
    pub(super) fn with_patch(&self, patch: SourceFile) -> Vec<SourceFile> {
        self.patches.iter().cloned().chain([patch]).collect()
    }

    /// How long the policy is with all that was changed, in bytes.
    pub(super) fn text_length(&self) -> usize {
        self.compiled().sources.iter().map(|(_, file)| file.text.len()).sum()
    }
}
