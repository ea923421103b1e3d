use super::{Console, Exit};
use crate::compile::Assigned;
use crate::io::DataSource;
use crate::source::SourceFile;

/// Opens a policy; `-` is standard input. What hinders it is told.
pub(super) fn open(console: &Console, name: &str) -> Result<SourceFile, Exit> {
    Ok(SourceFile::new(name, text(console, name)?))
}

/// The text of a policy as it stands in the file, with its byte-order mark.
pub(super) fn text(console: &Console, name: &str) -> Result<String, Exit> {
    DataSource::open(name).and_then(DataSource::policy).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })
}

/// Reads what `--set` was given.
pub(super) fn settings(console: &Console, texts: &[String]) -> Result<Vec<Assigned>, Exit> {
    let read = |text: &String| text.parse().map_err(|()| console.wrong("set", &[("text", text.clone().into())]));
    texts.iter().map(read).collect()
}
