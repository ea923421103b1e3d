//! The parts of a workbook that is an archive: what they are called, and no more of them than is safe to open.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use encoding_rs::UTF_8;
use zip::ZipArchive;

use crate::data::Problem;
use crate::diagnostic::Code;
use crate::io::read::not_data;

/// More than this unpacked is refused.
const MOST_BYTES: u64 = 1 << 30;
/// An archive that unpacks to more than this …
const LARGE: u64 = 64 << 20;
/// … must not unpack to more than so many times its own size.
const MOST_RATIO: u64 = 200;

/// An opened archive.
pub(in crate::io::read) struct Package<'a> {
    file: Arc<str>,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The place of each part by its plain name.
    parts: HashMap<String, usize>,
    /// So many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive, unless it promises to unpack to too much.
    pub fn open(file: &Arc<str>, bytes: &'a [u8]) -> Result<Self, Problem> {
        let broken = |_| not_data("workbook", file);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let mut parts = HashMap::new();
        let mut promised = 0_u64;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(broken)?;
            promised = promised.saturating_add(part.size());
            let name = part.name().map_err(broken)?;
            parts.insert(plain(&name), at);
        }
        let left = MOST_BYTES.min(LARGE.max((bytes.len() as u64).saturating_mul(MOST_RATIO)));
        let package = Package { file: Arc::clone(file), archive, parts, left };
        if promised > left { Err(package.too_large(promised)) } else { Ok(package) }
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// The text of a part; nothing where there is none. What it unpacks to counts, not what the archive says of it.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(at) = self.parts.get(&plain(name)).copied() else { return Ok(None) };
        let broken = || not_data("workbook", &self.file);
        let part = self.archive.by_index(at).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        part.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| broken())?;
        let length = bytes.len() as u64;
        if length > self.left {
            return Err(self.too_large(length));
        }
        self.left -= length;
        // XML is UTF-8 but where a mark says UTF-16.
        let (encoding, mark) = encoding_rs::Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default());
        text.map(|text| Some(text.into_owned())).ok_or_else(broken)
    }

    fn too_large(&self, bytes: u64) -> Problem {
        let megabytes = usize::try_from(bytes >> 20).unwrap_or(usize::MAX);
        Problem::new(Code::TooLarge, "", &self.file).arg("megabytes", megabytes)
    }
}

/// A name as parts are found by it: capitals and the kind of slash do not count, nor does a slash in front.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of the part that `target` names where it stands in the part `source`.
pub(super) fn resolved(source: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if target.starts_with('/') {
        return target;
    }
    let source = source.replace('\\', "/");
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
