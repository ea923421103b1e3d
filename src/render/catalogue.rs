//! The Fluent texts: of a diagnostic, and of the program by their ids.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Tongue, value};
use crate::diagnostic::{Arg, Diagnostic};
use crate::source::Span;

type Bundle = FluentBundle<FluentResource>;

/// The words of a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What stands at the first place.
    pub label: Option<String>,
    /// What stands at the further places, in the order of the diagnostic's labels.
    pub labels: Vec<(Span, Option<String>)>,
}

/// The files of one tongue, embedded.
macro_rules! locale {
    ($tongue:literal: $($file:literal)*) => {
        [$(include_str!(concat!("locale/", $tongue, "/", $file, ".ftl")),)*]
    };
}

static ZH: LazyLock<Bundle> = LazyLock::new(|| {
    let files = locale!("zh": "terms" "syntax" "expressions" "declarations" "tables" "odd" "data" "program");
    bundle("zh", &files)
});

static EN: LazyLock<Bundle> = LazyLock::new(|| {
    let files = locale!("en": "terms" "syntax" "expressions" "declarations" "tables" "odd" "data" "program");
    bundle("en", &files)
});

/// The words of `diagnostic`.
pub fn texts(diagnostic: &Diagnostic, tongue: Tongue) -> Texts {
    let id = match diagnostic.variant {
        "" => diagnostic.code.as_str().to_owned(),
        variant => format!("{}-{variant}", diagnostic.code.as_str()),
    };
    let args = arguments(&diagnostic.args, tongue);
    let attribute = |name: &str, args: &FluentArgs| find(tongue, &id, Some(name), args);
    let labels = diagnostic.labels.iter().map(|label| {
        let args = arguments(diagnostic.args.iter().chain(&label.args), tongue);
        let text = (!label.key.is_empty()).then(|| {
            let name = format!("label-{}", label.key);
            attribute(&name, &args).unwrap_or_else(|| absent(&format!("{id}.{name}")))
        });
        (label.span, text)
    });
    let message = find(tongue, &id, None, &args).unwrap_or_else(|| absent(&id));
    // Where the policy itself is sound, no remedy speaks of changing it.
    let set = diagnostic.args.iter().any(|(name, _)| *name == "only_set");
    let of_cell = diagnostic.args.iter().any(|(name, _)| *name == "cell_shows");
    Texts {
        message: if of_cell { beside_shown(tongue, message, &diagnostic.args) } else { message },
        help: if set { Some(say("only-set", &diagnostic.args, tongue)) } else { attribute("help", &args) },
        label: attribute("label", &args),
        labels: labels.collect(),
    }
}

/// A message on a cell that shows something else than it holds.
fn beside_shown(tongue: Tongue, message: String, args: &[(&'static str, Arg)]) -> String {
    let with: Vec<(&'static str, Arg)> = args.iter().cloned().chain([("message", Arg::from(message))]).collect();
    say("cell-shows", &with, tongue)
}

/// A text of the program by its id.
pub fn say(id: &str, args: &[(&'static str, Arg)], tongue: Tongue) -> String {
    find(tongue, id, None, &arguments(args, tongue)).unwrap_or_else(|| absent(id))
}

/// What stands for a text that is not there: nothing a reader could take for one, and found by the tests.
fn absent(id: &str) -> String {
    format!("⟨{id}⟩")
}

fn find(tongue: Tongue, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Option<String> {
    let bundle: &Bundle = match tongue {
        Tongue::Zh => &ZH,
        Tongue::En => &EN,
    };
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // A variable that was not given is left standing as `{$name}`, which the tests look for.
    Some(bundle.format_pattern(pattern, Some(args), &mut vec![]).into_owned())
}

fn arguments<'a>(args: impl IntoIterator<Item = &'a (&'static str, Arg)>, tongue: Tongue) -> FluentArgs<'static> {
    args.into_iter().map(|(name, arg)| (*name, value::fluent(arg, tongue))).collect()
}

/// A file that does not read as Fluent loses the entries that do not; the tests then miss them.
fn bundle(tongue: &str, files: &[&str]) -> Bundle {
    let language: LanguageIdentifier = tongue.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for file in files {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
