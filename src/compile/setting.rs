use super::Reading;
use crate::check::Setting;
use crate::source::SourceFile;
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

/// The value is read by the grammar of policies, as the value of a declaration, so that it is spelt and
/// refused as everywhere else.
pub(super) fn read(assigned: &Assigned, reading: &mut Reading) -> Option<Setting> {
    let text = format!("let {} = {}", assigned.name, assigned.value);
    let file = reading.file(SourceFile::new("--set", text));
    file.items.into_iter().find_map(|item| match item {
        ast::Item::Let(found) => Some(Setting { name: found.name.text, value: found.value }),
        _ => None,
    })
}
