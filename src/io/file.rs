//! Files: read whole, written whole or not at all.

use crate::data::Problem;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

use super::packed::Packing;
use super::{mistaken, temporary};
use crate::diagnostic::{Arg, Code};
use sha2::{Digest, Sha256};

/// The bytes of a data file and its name.
#[derive(Debug, Clone)]
pub struct DataSource {
    /// The name that messages show; its ending helps to tell the format.
    pub name: Arc<str>,
    /// The content, unpacked.
    pub bytes: Vec<u8>,
    /// The SHA-256 of the file as it lies there, where that is packed.
    packed: Option<String>,
}

impl DataSource {
    /// A source that is in memory already.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        DataSource { name: Arc::from(name), bytes: bytes.into(), packed: None }
    }

    /// Reads a file, and unpacks one that is packed; `-` is standard input.
    pub fn open(name: &str) -> Result<Self, Problem> {
        let mut bytes = Vec::new();
        let result = match name {
            "-" => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
            _ => fs::read(name).map(|content| bytes = content),
        };
        match result {
            Ok(()) => DataSource::new(name, bytes).unpacked(),
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
                Err(refused(name, "read-folder", &error).arg("file", name.trim_end_matches('/')))
            }
            Err(error) => Err(refused(name, "read", &error)),
        }
    }

    fn unpacked(self) -> Result<Self, Problem> {
        let Some(packing) = Packing::of(&self.bytes) else { return Ok(self) };
        let bytes = packing.unpacked(&self.name, &self.bytes)?;
        Ok(DataSource { bytes, packed: Some(sha256(&self.bytes)), ..self })
    }

    /// The SHA-256 of the file.
    pub fn sha256(&self) -> String {
        self.packed.clone().unwrap_or_else(|| sha256(&self.bytes))
    }
}

impl DataSource {
    /// The text of a policy, which is UTF-8 and nothing else.
    pub fn policy(self) -> Result<String, Problem> {
        let DataSource { name, bytes, .. } = self;
        if let Some(told) = mistaken::as_policy(&name, &bytes) {
            return Err(told);
        }
        utf8(bytes).map_err(|line| Problem::new(Code::PolicyEncoding, "", &name).arg("line", line))
    }

    /// The text of the file of a run, which is UTF-8 too.
    pub fn run_file(self) -> Result<String, Problem> {
        utf8(self.bytes).map_err(|line| Problem::new(Code::Usage, "run-not-utf8", &self.name).arg("line", line))
    }
}

/// A text, or the first line that is no UTF-8.
pub(super) fn utf8(bytes: Vec<u8>) -> Result<String, usize> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        valid.filter(|byte| **byte == b'\n').count() + 1
    })
}

/// Whether a path names a folder: one that is there, or by the sign at its end.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// Writes a file whole or not at all: into a temporary file beside it, which then takes its name.
pub fn save(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Problem> {
    save_if(path, |out| fill(out).map(|()| true))
}

/// The same, where what was filled in says whether it counts.
pub(super) fn save_if(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> Result<(), Problem> {
    put(path, None, fill).map_err(|error| unwritable(path, &error))
}

/// As [`save`], for what is nobody's business: only the owner of the file may read it.
pub fn save_private(path: &Path, content: &[u8]) -> Result<(), Problem> {
    let attempt = || -> io::Result<()> {
        let mut file = temporary::beside(path)?;
        #[cfg(unix)]
        file.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        file.write_all(content)?;
        file.persist(path)
    };
    attempt().map_err(|error| unwritable(path, &error))
}

/// A file that cannot be written, or not with what was to stand in it.
pub fn unwritable(path: &Path, error: &io::Error) -> Problem {
    refused(&path.to_string_lossy(), unwritten(error), error)
}

/// What is to be told of results that cannot be written.
pub(super) fn unwritten(error: &io::Error) -> &'static str {
    match kind(error) {
        io::ErrorKind::NotFound => "write-nowhere",
        io::ErrorKind::InvalidData => "write-long",
        io::ErrorKind::StorageFull => "write-full",
        io::ErrorKind::IsADirectory => "write-folder",
        io::ErrorKind::NotConnected => "write-closed",
        io::ErrorKind::BrokenPipe => "write-cut",
        _ => "write",
    }
}

/// What hinders writing, such as a reader that went away (`| head`). The CSV writer wraps the error.
fn kind(error: &io::Error) -> io::ErrorKind {
    let wrapped = error.get_ref().and_then(|inner| inner.downcast_ref::<csv::Error>());
    let inner = wrapped.and_then(|error| match error.kind() {
        csv::ErrorKind::Io(error) => Some(error.kind()),
        _ => None,
    });
    inner.unwrap_or(error.kind())
}

/// As [`save`], for a file that exists: behind a link it stands where the link leads, and whoever could read
/// it can read it still.
pub fn replace(path: &Path, content: &[u8]) -> Result<(), Problem> {
    let attempt = || -> io::Result<()> {
        let place = fs::canonicalize(path)?;
        let permissions = fs::metadata(&place)?.permissions();
        put(&place, Some(permissions), |out| out.write_all(content).map(|()| true))
    };
    attempt().map_err(|error| refused(&path.to_string_lossy(), "write", &error))
}

fn put(
    path: &Path,
    permissions: Option<fs::Permissions>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<()> {
    let mut file = io::BufWriter::new(temporary::beside(path)?);
    if !fill(&mut file)? {
        return Ok(());
    }
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.persist(path)
}

/// Whether standard output leads anywhere. Where it was closed, the runtime has put `/dev/null` in its place before
/// the program begins, opened for reading too, as no shell opens it; a program that starts this one with such a `/dev/null` looks the same,
/// and is to give it one that is opened for writing only, or a pipe.
pub fn stdout_open() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if fs::read_link("/proc/self/fd/1").is_ok_and(|place| place == Path::new("/dev/null")) {
        let told = fs::read_to_string("/proc/self/fdinfo/1").unwrap_or_default();
        let flags = told.lines().find_map(|line| line.strip_prefix("flags:"));
        if flags.is_some_and(|flags| flags.trim().ends_with('2')) {
            return Err(io::Error::from(io::ErrorKind::NotConnected));
        }
    }
    Ok(())
}

/// The SHA-256 of a file that was written.
pub fn file_hash(path: &Path) -> Result<String, Problem> {
    DataSource::open(&path.to_string_lossy()).map(|source| source.sha256())
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is written nowhere, of which only the SHA-256 is kept.
#[derive(Default)]
pub(super) struct Hashing(Sha256);

impl Hashing {
    /// The SHA-256 of all that was written.
    pub fn sum(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that the system does not let us read or write, with what the system says.
pub(super) fn refused(name: &str, variant: &'static str, error: &io::Error) -> Problem {
    Problem::new(Code::FileAccess, variant, &Arc::from(name)).arg("error", reason(error))
}

/// What the system says, in words of ours where we have them.
pub(super) fn reason(error: &io::Error) -> Arg {
    match error.kind() {
        io::ErrorKind::NotFound => Arg::Term("absent-file"),
        io::ErrorKind::PermissionDenied => Arg::Term("no-permission"),
        io::ErrorKind::IsADirectory => Arg::Term("folder"),
        io::ErrorKind::StorageFull => Arg::Term("full-disk"),
        io::ErrorKind::NotConnected => Arg::Term("closed-output"),
        _ => Arg::from(error.to_string()),
    }
}
