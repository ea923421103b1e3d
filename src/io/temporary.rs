//! The file that is filled before it takes its name. Its own name tells what it is, and a run that is broken off
//! takes it along.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tempfile::NamedTempFile;

/// So many bytes of the name are kept: a name may have 255, and others stand around it.
const MOST_BYTES: usize = 200;
/// What a shell takes for "ended by Ctrl-C".
const INTERRUPTED: i32 = 130;

/// The files that are being filled.
static UNFINISHED: Mutex<Option<HashSet<PathBuf>>> = Mutex::new(None);
/// Whether it is seen to that they go where the run is broken off.
static WATCHED: Once = Once::new();

/// A file that is being filled.
pub(super) struct Temporary(NamedTempFile);

/// A file beside the one at `path`, with the permissions of any other file, which its owner alone could not share.
pub(super) fn beside(path: &Path) -> io::Result<Temporary> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let prefix = format!(".{}.", name.get(..name.floor_char_boundary(MOST_BYTES)).unwrap_or_default());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // Where signals cannot be caught, the file is written all the same.
    WATCHED.call_once(|| drop(ctrlc::set_handler(break_off)));
    let mut unfinished = unfinished();
    let file = builder.tempfile_in(folder)?;
    unfinished.get_or_insert_default().insert(file.path().to_owned());
    Ok(Temporary(file))
}

fn unfinished() -> MutexGuard<'static, Option<HashSet<PathBuf>>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The run ends. No file is begun or finished from here on, since nobody else gets the lock.
fn break_off() {
    let unfinished = unfinished();
    for path in unfinished.iter().flatten() {
        let _ = std::fs::remove_file(path);
    }
    std::process::exit(INTERRUPTED);
}

impl Temporary {
    /// The file.
    pub fn as_file(&self) -> &File {
        self.0.as_file()
    }

    /// Puts it in the place of the file at `path`.
    pub fn persist(self, path: &Path) -> io::Result<()> {
        self.0.as_file().sync_all()?;
        let mut unfinished = unfinished();
        let own = self.0.path().to_owned();
        let done = self.0.persist(path).map(|_| ()).map_err(|error| error.error);
        unfinished.iter_mut().for_each(|paths| paths.retain(|path| *path != own));
        done
    }
}

impl Write for Temporary {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
