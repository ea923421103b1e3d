//! Where pages go, by the name that is given.

use std::path::Path;

use super::super::{Console, Exit};
use crate::io::is_folder;

/// Where pages go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// One page.
    File,
    /// A workbook, a sheet a person.
    Workbook,
    /// A file a person, and one for the shop.
    Folder,
}

/// What a name asks for.
pub(super) fn place(console: &Console, path: &Path) -> Result<Place, Exit> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        _ if is_folder(path) => Ok(Place::Folder),
        "html" | "htm" => Ok(Place::File),
        "xlsx" => Ok(Place::Workbook),
        "" => Ok(Place::Folder),
        _ => {
            let renamed = path.with_extension("html").display().to_string();
            let args = [("file", path.display().to_string().into()), ("renamed", renamed.into())];
            Err(console.wrong("report-ending", &args))
        }
    }
}
