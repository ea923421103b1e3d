//! The Fluent files of both tongues, each read when one of its texts is first said.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::Tongue;
use super::terms::terms;
use crate::diagnostic::Spelling;

pub(super) type Bundle = FluentBundle<FluentResource>;

/// The files of one tongue, embedded.
macro_rules! locale {
    ($tongue:literal: $($file:literal)*) => {
        Locale::new($tongue, &[$(include_str!(concat!("locale/", $tongue, "/", $file, ".ftl")),)*])
    };
}

static ZH: LazyLock<Locale> = LazyLock::new(
    || locale!("zh": "terms" "syntax" "expressions" "declarations" "tables" "odd" "data" "results" "program" "repl" "words" "why" "next" "fmt" "cases" "diff" "reconcile" "replay" "pages" "help"),
);

static EN: LazyLock<Locale> = LazyLock::new(
    || locale!("en": "terms" "syntax" "expressions" "declarations" "tables" "odd" "data" "results" "program" "repl" "words" "why" "next" "fmt" "cases" "diff" "reconcile" "replay" "pages" "help"),
);

/// The file that holds the text of this id, with the terms by which it quotes what is spelt so. No text refers to one of
/// another file.
pub(super) fn holding(id: &str, tongue: Tongue, spelling: Spelling) -> Option<&'static Bundle> {
    let locale: &Locale = match tongue {
        Tongue::Zh => &ZH,
        Tongue::En => &EN,
    };
    let file = locale.files.get(*locale.places.get(id)?)?;
    let at = |tongue: Tongue| usize::from(tongue == Tongue::En);
    let bundle = file.bundles.get(at(spelling.words) * 2 + at(spelling.units))?;
    Some(bundle.get_or_init(|| read(locale.tongue, file.text, spelling)))
}

struct Locale {
    tongue: &'static str,
    files: Vec<File>,
    /// Which file holds the text of an id.
    places: HashMap<&'static str, usize>,
}

struct File {
    text: &'static str,
    /// One for each tongue of keywords and of units.
    bundles: [OnceLock<Bundle>; 4],
}

impl Locale {
    fn new(tongue: &'static str, texts: &[&'static str]) -> Self {
        let files = texts.iter().map(|text| File { text, bundles: Default::default() }).collect();
        let places = texts.iter().enumerate().flat_map(|(at, text)| ids(text).map(move |id| (id, at)));
        Locale { tongue, files, places: places.collect() }
    }
}

/// The ids of a file: all that is not indented but a comment begins with one.
fn ids(text: &'static str) -> impl Iterator<Item = &'static str> {
    let named = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    named.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim_end())
}

/// A file that does not read as Fluent loses the entries that do not; the tests then miss them.
fn read(tongue: &str, text: &str, spelling: Spelling) -> Bundle {
    let language: LanguageIdentifier = tongue.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(terms(spelling));
    bundle.add_resource_overriding(resource);
    bundle
}
