//! What `merit fmt` is asked for: the files, those of folders too, and how they are laid out.

use std::ops::RangeInclusive;
use std::path::Path;

use super::super::arguments::{Fmt, Lang};
use super::super::{Console, Exit};
use crate::format::Options;
use crate::io::policies_in;
use crate::quantity::Tongue;

/// The files, and how they are laid out.
pub(super) struct Asked {
    pub files: Vec<String>,
    pub options: Options,
}

impl Asked {
    /// What the arguments ask for; what is wrong with them is told.
    pub fn of(console: &Console, arguments: &Fmt) -> Result<Asked, Exit> {
        let files = files(console, arguments)?;
        let lines = arguments.range.as_deref().map(|text| range(console, text)).transpose()?;
        if lines.is_some() && files.len() > 1 {
            return Err(console.wrong("range-files", &[]));
        }
        let tongue = arguments.keywords.map(|lang| if lang == Lang::Zh { Tongue::Zh } else { Tongue::En });
        Ok(Asked { files, options: Options { tongue, lines } })
    }
}

impl Fmt {
    /// The first of what is named.
    pub fn first(&self) -> Option<&str> {
        if self.stdin { Some("-") } else { self.sources.first().map(String::as_str) }
    }
}

fn files(console: &Console, arguments: &Fmt) -> Result<Vec<String>, Exit> {
    if arguments.stdin {
        return Ok(vec!["-".to_owned()]);
    }
    let mut found: Vec<String> = vec![];
    for name in &arguments.sources {
        let path = Path::new(name);
        if name == "-" || !path.is_dir() {
            found.push(name.clone());
            continue;
        }
        let inside = policies_in(path).map_err(|problem| {
            console.problems(&[problem]);
            Exit::Usage
        })?;
        if inside.is_empty() {
            return Err(console.wrong("no-policies", &[("folder", name.clone().into())]));
        }
        found.extend(inside.iter().map(|path| path.to_string_lossy().into_owned()));
    }
    Ok(found)
}

/// `A:B`, or one line: they are counted from 1.
fn range(console: &Console, text: &str) -> Result<RangeInclusive<usize>, Exit> {
    let (from, to) = text.split_once([':', '：']).unwrap_or((text, text));
    match (from.trim().parse(), to.trim().parse()) {
        (Ok(from), Ok(to)) if from >= 1 && from <= to => Ok(from..=to),
        _ => Err(console.wrong("range", &[("text", text.into())])),
    }
}
