use super::reading::Reading;
use crate::check::Setting;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::ast;

/// `--set NAME=VALUE` as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The param.
    pub name: String,
    /// The value, as a policy would spell it.
    pub value: String,
}

impl std::str::FromStr for Assigned {
    type Err = ();

    /// `NAME=VALUE`; neither may be empty.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (name, value) = text.split_once(['=', '＝']).ok_or(())?;
        let (name, value) = (name.trim(), value.trim());
        if name.is_empty() || value.is_empty() {
            return Err(());
        }
        Ok(Assigned { name: name.to_owned(), value: value.to_owned() })
    }
}

/// What messages call the place.
const OPTION: &str = "--set";
/// What makes a declaration of it.
const LEAD: &str = "let ";

fn typed(assigned: &Assigned) -> String {
    format!("{} = {}", assigned.name, assigned.value)
}

/// Diagnostics and sources as someone who typed the settings, the files from number `first` on, knows them.
pub(super) fn as_typed(
    settings: &[Assigned],
    first: usize,
    sources: &mut Sources,
    mut diagnostics: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let ids: Vec<FileId> = sources.iter().map(|(id, _)| id).skip(first).collect();
    for (set, id) in settings.iter().zip(ids) {
        let text = typed(set);
        diagnostics = diagnostics.into_iter().map(|told| told.moved(id, LEAD.len(), text.len())).collect();
        sources.replace(id, SourceFile::new(OPTION, text));
    }
    diagnostics
}

/// The value is read by the grammar of policies, as the value of a declaration, so that it is spelt and
/// refused as everywhere else.
pub(super) fn read(assigned: &Assigned, reading: &mut Reading) -> Option<Setting> {
    let file = reading.setting(SourceFile::new(OPTION, format!("{LEAD}{}", typed(assigned))));
    file.items.into_iter().find_map(|item| match item {
        ast::Item::Let(found) => Some(Setting { name: found.name.text, value: found.value }),
        _ => None,
    })
}
