//! Diagnostics as a person reads them in a terminal: the place drawn by `miette`, the remedy below it.

mod difference;
mod narrow;
mod remedy;
mod snippet;

use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::source::{Sources, Span};

use super::{Mood, Tongue, say, texts};

/// How things are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The reader's language.
    pub tongue: Tongue,
    /// Draw with ASCII only.
    pub ascii: bool,
    /// Use colours.
    pub colour: bool,
    /// The columns of a line that is wrapped: [`WIDTH`], or those of a narrower window.
    pub width: usize,
}

/// Columns of a line that is wrapped.
pub const WIDTH: usize = 80;
/// A window of less is treated as one of so many: fewer hold no sentence.
const LEAST_WIDTH: usize = 20;

/// The colours of a terminal that are used here.
#[derive(Debug, Clone, Copy)]
pub(super) enum Colour {
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}

/// What a piece of a text that is typed is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As everything else.
    Plain,
    /// A word of the language, a function, a command.
    Word,
    /// A figure and its unit.
    Number,
    /// A string.
    Text,
    /// What is there by the way: comments, hints.
    Faint,
}

impl Look {
    /// A piece of a text that is typed.
    pub fn ink(self, text: &str, ink: Ink) -> String {
        match ink {
            Ink::Plain => text.to_owned(),
            Ink::Word => self.paint(text, Colour::Cyan),
            Ink::Number => self.paint(text, Colour::Yellow),
            Ink::Text => self.paint(text, Colour::Green),
            Ink::Faint => self.paint(text, Colour::Faint),
        }
    }

    /// In a window of so many columns; a wider one than [`WIDTH`] holds no longer lines.
    pub fn in_window(self, columns: usize) -> Look {
        Look { width: columns.clamp(LEAST_WIDTH, WIDTH), ..self }
    }

    /// A row of a table in its mood.
    pub fn in_mood(self, line: &str, mood: Mood) -> String {
        match mood {
            Mood::Plain => line.to_owned(),
            Mood::Doubtful => self.paint(line, Colour::Yellow),
            Mood::Bad => self.paint(line, Colour::Red),
        }
    }

    pub(super) fn paint(self, text: &str, colour: Colour) -> String {
        if self.colour { format!("\u{1b}[{}m{text}\u{1b}[0m", colour as u8) } else { text.to_owned() }
    }
}

/// One diagnostic: what is wrong, where, and what to do. Ends with a line end.
pub fn show(diagnostic: &Diagnostic, sources: &Sources, look: Look) -> String {
    let words = texts(diagnostic, look.tongue);
    let mut out = snippet::draw(diagnostic, &words, sources, look);
    if let Some(help) = &words.help {
        remedy::help(help, look, &mut out);
    }
    remedy::edits(&diagnostic.edits, diagnostic.span.file, sources, look, &mut out);
    out
}

/// One diagnostic of something that is no policy: `place` tells where it is.
pub fn show_at(diagnostic: &Diagnostic, place: &str, look: Look) -> String {
    let mut words = texts(diagnostic, look.tongue);
    words.message = say("message-at", &[("place", place.into()), ("message", words.message.into())], look.tongue);
    let nowhere = Diagnostic { span: Span::NOWHERE, ..diagnostic.clone() };
    let mut out = snippet::draw(&nowhere, &words, &Sources::default(), look);
    if let Some(help) = &words.help {
        remedy::help(help, look, &mut out);
    }
    out
}

/// All of them, and a line that counts them.
pub fn show_all(diagnostics: &[Diagnostic], sources: &Sources, look: Look) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&show(diagnostic, sources, look));
        out.push('\n');
    }
    if !diagnostics.is_empty() {
        out.push_str(&tally(diagnostics, look));
        out.push('\n');
    }
    out
}

/// The lines of a text that are otherwise afterwards.
pub fn show_change(before: &str, after: &str, look: Look) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    difference::lines(&old, &new, 1, usize::MAX, look).0
}

/// `3 个错误，1 个警告`
fn tally(diagnostics: &[Diagnostic], look: Look) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let counts = [("errors", Severity::Error, Colour::Red), ("warnings", Severity::Warning, Colour::Yellow)];
    let parts = counts.into_iter().filter(|(_, severity, _)| count(*severity) > 0).map(|(name, severity, colour)| {
        let id = format!("tally-{name}");
        look.paint(&say(&id, &[("count", Arg::from(count(severity)))], look.tongue), colour)
    });
    let parts: Vec<String> = parts.collect();
    parts.join(&say("tally-between", &[], look.tongue))
}
