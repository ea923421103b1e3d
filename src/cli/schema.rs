//! `merit schema`: what a policy reads and gives, for programs and as empty sheets for people.

use std::path::{Path, PathBuf};

use super::arguments::{Schema, SheetFormat};
use super::{Console, Exit, policy};
use crate::compile::Compiled;
use crate::data::Problem;
use crate::diagnostic::Arg;
use crate::io::{SheetColumn, Template, is_folder, json_schema, save, spare, unwritable};

/// `merit schema POLICY`
pub(super) fn run(console: &Console, arguments: &Schema) -> Exit {
    match described(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn described(console: &Console, arguments: &Schema) -> Result<Exit, Exit> {
    let compiled = policy::accepted(console, &arguments.policy, &[])?;
    match arguments.empty_sheet {
        None => schema(console, arguments, &compiled),
        Some(format) => templates(console, arguments, format, &compiled),
    }
}

fn schema(console: &Console, arguments: &Schema, compiled: &Compiled) -> Result<Exit, Exit> {
    let text = format!("{:#}\n", json_schema(&compiled.policy, console.look.tongue));
    match &arguments.described_in {
        None => Ok(console.data(text.as_bytes())),
        Some(path) => put(console, arguments, &[(path.clone(), text.into_bytes())]).map(|()| Exit::Well),
    }
}

/// An empty sheet for the records and one for each lookup and details, and what their columns are.
fn templates(console: &Console, arguments: &Schema, format: SheetFormat, compiled: &Compiled) -> Result<Exit, Exit> {
    let tongue = console.look.tongue;
    let main = arguments.described_in.clone().unwrap_or_else(|| beside(&arguments.policy, format));
    named_alike(console, arguments, format, &main)?;
    let relations = compiled.policy.relations.iter();
    let rows = relations.map(|of| (named(&main, &of.name), Template::rows(&compiled.policy, of)));
    let sheets: Vec<(PathBuf, Template)> =
        std::iter::once((main.clone(), Template::records(&compiled.policy))).chain(rows).collect();
    let files = sheets.iter().map(|(path, template)| {
        let bytes = match format {
            SheetFormat::Csv => template.csv(),
            SheetFormat::Xlsx => template.xlsx(tongue),
        };
        bytes.map(|bytes| (path.clone(), bytes)).map_err(|error| {
            console.problems(&[unwritable(path, &error)]);
            Exit::Usage
        })
    });
    put(console, arguments, &files.collect::<Result<Vec<_>, Exit>>()?)?;
    for (path, template) in &sheets {
        console.tell(&format!("{}\n", console.say("template-written", &[("file", shown(path).into())])));
        template.columns(tongue).iter().for_each(|column| console.tell(&line(console, column)));
    }
    let mut command = format!("merit eval {} {}", arguments.policy, shown(&main));
    for relation in &compiled.policy.relations {
        command.push_str(&format!(" --with {}={}", relation.name, shown(&named(&main, &relation.name))));
    }
    let text = compiled.read().next().map(|file| file.text.as_str());
    let command = console.in_tongue(command, text);
    console.tell(&format!("{}\n", console.say("template-next", &[("command", command.into())])));
    Ok(Exit::Well)
}

/// Refuses a folder, and an ending that says another format than the one that is asked for.
fn named_alike(console: &Console, arguments: &Schema, format: SheetFormat, main: &Path) -> Result<(), Exit> {
    let ending = main.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let file = ("file", Arg::from(shown(main)));
    if is_folder(main) {
        let inside = main.join(beside(&arguments.policy, format));
        return Err(console.wrong("template-folder", &[file, ("inside", shown(&inside).into())]));
    }
    if ending == format.ending() {
        return Ok(());
    }
    let renamed = shown(&main.with_extension(format.ending())).into();
    let said = [file, ("format", format.ending().into()), ("renamed", renamed), ("other", ending.clone().into())];
    let other = [SheetFormat::Csv, SheetFormat::Xlsx].iter().any(|other| other.ending() == ending);
    Err(console.wrong(if other { "template-other" } else { "template-ending" }, &said))
}

fn line(console: &Console, column: &SheetColumn) -> String {
    let told = [&column.unit, &column.allowed, &column.needed].into_iter().filter(|part| !part.is_empty());
    let told: Vec<&str> = told.map(String::as_str).collect();
    let args =
        [("head", column.head.clone().into()), ("told", told.join(&console.say("template-between", &[])).into())];
    format!("{}\n", console.say("template-column", &args))
}

/// The file of a policy's sheet, in the current folder: `wage.xlsx` of `policies/wage.merit`.
fn beside(policy: &str, format: SheetFormat) -> PathBuf {
    let stem = Path::new(policy).file_stem().filter(|_| policy != "-");
    let stem = stem.map_or_else(|| "records".to_owned(), |stem| stem.to_string_lossy().into_owned());
    PathBuf::from(format!("{stem}.{}", format.ending()))
}

/// The file of another table beside it: `wage.orders.xlsx`.
fn named(main: &Path, table: &str) -> PathBuf {
    let ending = main.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    main.with_extension("")
        .with_file_name(format!("{}.{table}{ending}", main.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Writes files, unless one of them would be lost by that.
fn put(console: &Console, arguments: &Schema, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Exit> {
    let outputs: Vec<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    if let Err(problem) = spare(&outputs, &[arguments.policy.as_str()]) {
        console.problems(&[problem]);
        return Err(Exit::Usage);
    }
    let taken = files.iter().find(|(path, _)| path.exists() && !arguments.force);
    if let Some((path, _)) = taken {
        return Err(console.wrong("exists", &[("file", shown(path).into())]));
    }
    files.iter().try_for_each(|(path, content)| save(path, |out| out.write_all(content))).map_err(|problem: Problem| {
        console.problems(&[problem]);
        Exit::Usage
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
