//! The one layout: its laws on every policy at hand and on generated ones, and what it looks like.

mod laws;
mod shapes;

use merit::format::{Options, Refused, formatted};
use merit::quantity::Tongue;
use merit::source::SourceFile;

fn with(text: &str, options: &Options) -> Result<String, Refused> {
    formatted(&SourceFile::new("p.merit", text), options)
}

/// A text in the one layout, which it keeps.
fn laid_out(text: &str) -> String {
    let once = with(text, &Options::default()).unwrap_or_else(|refused| panic!("{refused:?}:\n{text}"));
    assert_eq!(with(&once, &Options::default()).unwrap(), once, "twice");
    once
}

fn in_tongue(text: &str, tongue: Tongue) -> String {
    with(text, &Options { tongue: Some(tongue), lines: None }).unwrap_or_else(|refused| panic!("{refused:?}:\n{text}"))
}

fn only(text: &str, lines: std::ops::RangeInclusive<usize>) -> String {
    with(text, &Options { tongue: None, lines: Some(lines) }).unwrap_or_else(|refused| panic!("{refused:?}:\n{text}"))
}
