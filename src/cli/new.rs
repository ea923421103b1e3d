use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::New;
use super::{Console, Exit, embedded};
use crate::compile::compile;
use crate::diagnostic::Arg;
use crate::io::save;
use crate::source::SourceFile;

/// `merit new [TEMPLATE] [FILE]`
pub(super) fn run(console: &Console, arguments: &New) -> Exit {
    let Some(wanted) = &arguments.template else { return list(console) };
    let wanted = wanted.trim_end_matches(".merit");
    match embedded::templates().iter().find(|(name, _)| *name == wanted) {
        Some((name, text)) => write(console, arguments, name, text),
        None => console.wrong("template", &[("text", wanted.into()), ("known", known())]),
    }
}

fn known() -> Arg {
    Arg::List(embedded::templates().iter().map(|(name, _)| Arg::from(*name)).collect())
}

/// The ready-made policies with their titles.
fn list(console: &Console) -> Exit {
    let longest = embedded::templates().iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let lines = embedded::templates().iter().map(|(name, text)| {
        let title = compile(SourceFile::new(*name, *text), &[]).policy.header.title;
        format!("{name:longest$}  {title}\n")
    });
    let exit = console.data(lines.collect::<String>().as_bytes());
    console.tell(&format!("{}\n", console.say("new-usage", &[])));
    exit
}

/// Writes the policy, and beside it an empty sheet with the columns that it asks for.
fn write(console: &Console, arguments: &New, name: &str, text: &str) -> Exit {
    let policy = arguments.file.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.merit")));
    let sheet = policy.with_extension("csv");
    if let Some(taken) = [&policy, &sheet].into_iter().find(|path| path.exists() && !arguments.force) {
        return console.wrong("exists", &[("file", shown(taken))]);
    }
    let written =
        save(&policy, |out| out.write_all(text.as_bytes())).and_then(|()| save(&sheet, |out| columns(text, out)));
    if let Err(problem) = written {
        console.problems(&[problem]);
        return Exit::Usage;
    }
    console.tell(&format!("{}\n", console.say("new-written", &[("policy", shown(&policy)), ("sheet", shown(&sheet))])));
    Exit::Well
}

/// The header row. With a byte-order mark, without which a spreadsheet takes UTF-8 for the local encoding.
fn columns(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let policy = compile(SourceFile::new("", text), &[]).policy;
    let mut sheet = csv::Writer::from_writer(out);
    sheet.write_record(policy.fields.iter().map(|field| &field.name))?;
    sheet.flush()
}

fn shown(path: &Path) -> Arg {
    Arg::Text(path.display().to_string())
}
