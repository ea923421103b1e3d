//! `merit doc`: a policy as a page for the people it is applied to.

use std::path::Path;

use super::inputs::Hashes;
use super::paged::{Doc, PageFormat};
use super::{Console, Exit, policy};
use crate::io::{save, spare};
use crate::pages::{Source, doc, html, markdown};

/// `merit doc POLICY`
pub(super) fn run(console: &Console, arguments: &Doc) -> Exit {
    match written(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn written(console: &Console, arguments: &Doc) -> Result<Exit, Exit> {
    let path = arguments.page_in.as_deref();
    let format = format(console, arguments)?;
    if let Some(path) = path {
        let told = |problem| {
            console.problems(&[problem]);
            Exit::Usage
        };
        spare(&[path], &[arguments.policy.as_str()]).map_err(told)?;
    }
    let settings = policy::settings(console, &arguments.settings)?;
    let compiled = policy::accepted(console, &arguments.policy, &settings)?;
    let hashes = Hashes::of(&compiled);
    let files: Vec<(String, String)> = hashes.iter().map(|(file, hash)| (bare(file), hash.to_owned())).collect();
    let whole = hashes.whole();
    let page = doc(Source { compiled: &compiled, files: &files, whole: &whole }, console.look.tongue);
    let text = match format {
        PageFormat::Html => {
            html(&page).map_err(|error| console.wrong("page", &[("error", error.to_string().into())]))?
        }
        PageFormat::Markdown => markdown(&page),
    };
    let Some(path) = path else { return Ok(console.data(text.as_bytes())) };
    save(path, |out| out.write_all(text.as_bytes())).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })?;
    let file = path.display().to_string();
    console.tell(&format!("{}\n", console.say("doc-written", &[("file", file.into())])));
    Ok(Exit::Well)
}

/// The format that is asked for, else the one of the file's ending; on standard output Markdown.
fn format(console: &Console, arguments: &Doc) -> Result<PageFormat, Exit> {
    let Some(path) = &arguments.page_in else { return Ok(arguments.page_format.unwrap_or(PageFormat::Markdown)) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let of_file = match ending.as_str() {
        "html" | "htm" => Some(PageFormat::Html),
        "md" | "markdown" => Some(PageFormat::Markdown),
        _ => None,
    };
    match (arguments.page_format, of_file) {
        (Some(asked), Some(known)) if asked != known => {
            let args = [("file", path.display().to_string().into()), ("format", asked.name().into())];
            Err(console.wrong("doc-other", &args))
        }
        (Some(asked), _) => Ok(asked),
        (None, Some(known)) => Ok(known),
        (None, None) => {
            let renamed = path.with_extension("html").display().to_string();
            let args = [("file", path.display().to_string().into()), ("renamed", renamed.into())];
            Err(console.wrong("doc-ending", &args))
        }
    }
}

/// The name of a file without its folders, which are nobody's business.
fn bare(file: &str) -> String {
    Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}
