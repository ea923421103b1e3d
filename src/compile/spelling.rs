//! What is told of a file is spelt as the file is: every proposal and edit, whoever made it, in one place.
//!
//! The passes write what they propose in English keywords, or as the policy wrote it. Here each gets the keywords and the units of
//! its file. A word that stands in the files is left as it is.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Arg, Diagnostic, Spelling};
use crate::quantity::spell;
use crate::source::{FileId, Sources};
use crate::syntax::{Keyword, respelt_piece, spelling, words};

/// The values that are pieces of a policy to be written, by their names in the texts.
const PIECES: &[&str] = &[
    "changes",
    "decimals",
    "evening",
    "example",
    "filter",
    "form",
    "full",
    "functions",
    "lead",
    "members",
    "mended",
    "morning",
    "multiple",
    "near",
    "nearest",
    "new",
    "newer",
    "next",
    "open",
    "operator",
    "options",
    "pattern",
    "people",
    "proposal",
    "quoted",
    "rest",
    "row",
    "rows",
    "started",
    "wanted",
    "whole",
];

/// The values that a keyword writes; in a sentence, terms name them.
const VALUES: &[Keyword] = &[Keyword::Any, Keyword::Missing, Keyword::Exempt, Keyword::Yes, Keyword::No];

/// Spells every diagnostic as its file is, one of those that were `read`; what is typed, as the policy is.
pub(super) fn spell_all(sources: &Sources, read: &[FileId], diagnostics: &mut [Diagnostic]) {
    if diagnostics.is_empty() {
        return;
    }
    let of_file = |id: &FileId| Some((*id, spelling(&sources.get(*id)?.text)?));
    let known: HashMap<FileId, Spelling> = read.iter().filter_map(of_file).collect();
    let Some(first) = read.iter().find_map(|id| known.get(id)).copied() else { return };
    let used: HashSet<String> = sources.iter().flat_map(|(_, file)| words(&file.text)).collect();
    let kept = |word: &str| used.contains(word);
    let of = |file: FileId| known.get(&file).copied().unwrap_or(first);
    let names: Vec<(String, String)> = diagnostics.iter().flat_map(Diagnostic::renamed).collect();
    for told in diagnostics {
        let own = of(told.span.file);
        told.spelling = Some(own);
        let labels = told.labels.iter_mut().flat_map(|label| &mut label.args);
        for (name, arg) in told.args.iter_mut().chain(labels) {
            respell(arg, PIECES.contains(name), own, &kept);
        }
        for edit in &mut told.edits {
            edit.text = respelt_piece(&edit.text, of(edit.span.file), &kept);
            for (words, name) in &names {
                edit.text = outside_quotes(&edit.text, words, name);
            }
        }
    }
}

fn respell(arg: &mut Arg, piece: bool, own: Spelling, kept: &dyn Fn(&str) -> bool) {
    match arg {
        Arg::Text(text) if piece => *text = respelt_piece(text, own, kept),
        Arg::Quantity(value, dimension, currency) if piece => {
            *arg = Arg::Text(spell(value.clone(), *dimension, currency, own.money));
        }
        // What is called by a keyword is written with it.
        Arg::Term(word) if piece => {
            if let Some(keyword) = VALUES.iter().find(|keyword| keyword.en() == *word) {
                *arg = Arg::Text(keyword.word(own.words).to_owned());
            }
        }
        Arg::List(parts) | Arg::Phrase(parts) => parts.iter_mut().for_each(|part| respell(part, piece, own, kept)),
        _ => {}
    }
}

/// One text in the place of another, but in strings.
fn outside_quotes(text: &str, words: &str, name: &str) -> String {
    let parts = text.split('"').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { part.replace(words, name) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("\"")
}
