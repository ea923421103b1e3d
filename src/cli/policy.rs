use super::{Console, Exit};
use crate::compile::Assigned;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::DataSource;
use crate::render::show;
use crate::source::{SourceFile, Sources, Span};

/// Opens a policy; `-` is standard input. What hinders it is told.
pub(super) fn open(console: &Console, name: &str) -> Result<SourceFile, Exit> {
    Ok(SourceFile::new(name, text(console, name)?))
}

/// The text of a policy as it stands in the file, with its byte-order mark.
pub(super) fn text(console: &Console, name: &str) -> Result<String, Exit> {
    let refused = |diagnostic: Diagnostic| {
        console.tell(&show(&diagnostic, &Sources::default(), console.look));
        Exit::Usage
    };
    let data = DataSource::open(name).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })?;
    String::from_utf8(data.bytes).map_err(|error| {
        let line =
            error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count();
        refused(Diagnostic::new(Code::PolicyEncoding, Span::NOWHERE).arg("file", name).arg("line", line + 1))
    })
}

/// Reads what `--set` was given.
pub(super) fn settings(console: &Console, texts: &[String]) -> Result<Vec<Assigned>, Exit> {
    let read = |text: &String| text.parse().map_err(|()| console.wrong("set", &[("text", text.clone().into())]));
    texts.iter().map(read).collect()
}
