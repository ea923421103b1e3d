//! Pages for people: what stands on them is what the policy says, adds up, and is nothing but text.

mod browser;
mod doc;
mod html;
mod words;

use merit::compile::{Compiled, compile};
use merit::pages::{Page, Source, doc as page_of, markdown};
use merit::quantity::Tongue;
use merit::source::SourceFile;

/// A policy that is accepted.
#[track_caller]
fn accepted(text: &str) -> Compiled {
    let compiled = compile(SourceFile::new("p.merit", text), &[]);
    assert!(compiled.accepted(), "{:#?}", compiled.diagnostics);
    compiled
}

fn page(text: &str, tongue: Tongue) -> Page {
    let compiled = accepted(text);
    let files = [("p.merit".to_owned(), "00".repeat(32))];
    page_of(Source { compiled: &compiled, files: &files, whole: &files[0].1 }, tongue)
}

/// The page of a policy as Markdown.
#[track_caller]
fn told(text: &str, tongue: Tongue) -> String {
    let told = markdown(&page(text, tongue));
    assert!(!told.contains('⟨') && !told.contains("{$") && !told.contains("{ $"), "{told}");
    told
}

#[track_caller]
fn holds(text: &str, piece: &str) {
    assert!(text.contains(piece), "no {piece:?} in\n{text}");
}
