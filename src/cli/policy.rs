use super::{Console, Exit};
use crate::compile::{Assigned, Compiled, compile_with};
use crate::io::{DataSource, PolicyFolder};
use crate::source::SourceFile;

/// Opens a policy; `-` is standard input. What hinders it is told.
pub(super) fn open(console: &Console, name: &str) -> Result<SourceFile, Exit> {
    let text = DataSource::open(name).and_then(DataSource::policy).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })?;
    Ok(SourceFile::new(name, text))
}

/// Opens a policy and compiles it with what it uses.
pub(super) fn compiled(console: &Console, name: &str, settings: &[Assigned]) -> Result<Compiled, Exit> {
    Ok(compile_with(open(console, name)?, &PolicyFolder::of(name), settings))
}

/// Reads what `--set` was given.
pub(super) fn settings(console: &Console, texts: &[String]) -> Result<Vec<Assigned>, Exit> {
    let read = |text: &String| text.parse().map_err(|()| console.wrong("set", &[("text", text.clone().into())]));
    texts.iter().map(read).collect()
}
