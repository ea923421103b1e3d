//! The streams of the program, the reader's language and the look of what is shown.

use crate::data::Problem;
use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use terminal_size::{Height, Width, terminal_size_of};

use super::opened::Opened;
use super::{Exit, tongue};
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::io::stdout_open;
use crate::quantity::Tongue;
use crate::render::{Look, WIDTH, say, show, show_all, show_at, spell};
use crate::source::{Sources, Span};

/// The two streams and how the reader likes them: data to standard output, all else to standard error.
#[derive(Debug)]
pub(super) struct Console {
    /// How things are shown on standard error.
    pub look: Look,
    /// The policy that was opened to find the reader's language.
    pub opened: Option<Opened>,
    /// What was typed behind the program's name, to be quoted in examples.
    pub typed: Vec<String>,
    /// The first error that was shown, or the worst warning where there is none.
    told: Cell<Option<Code>>,
    /// The errors, each once.
    errors: RefCell<Vec<Code>>,
}

impl Console {
    /// The console of this process.
    pub fn new(tongue: Tongue, ascii: bool, opened: Option<Opened>, arguments: &[OsString]) -> Self {
        let colour = io::stderr().is_terminal() && may_colour();
        let look = Look { tongue, ascii: ascii || !draws_unicode(), colour, width: WIDTH };
        let look = columns(terminal_size_of(io::stderr())).map_or(look, |columns| look.in_window(columns));
        let typed = arguments.iter().skip(1).map(|text| text.to_string_lossy().into_owned()).collect();
        Console { look, opened, typed, told: Cell::default(), errors: RefCell::default() }
    }

    /// How results are shown on standard output.
    pub fn look_of_results(&self) -> Look {
        Look { colour: io::stdout().is_terminal() && may_colour(), ..self.look }
    }

    /// The columns of the window, where standard output is one.
    pub fn window(&self) -> Option<usize> {
        columns(terminal_size_of(io::stdout()))
    }

    /// A text of the program in the reader's language.
    pub fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        say(id, args, self.look.tongue)
    }

    /// Writes to standard error. That nobody reads it is no failure.
    pub fn tell(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Shows diagnostics with a line that counts them.
    pub fn show(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        diagnostics.iter().for_each(|diagnostic| self.note(diagnostic.code));
        self.tell(&show_all(diagnostics, sources, self.look));
    }

    /// Shows what is wrong, or odd, with data and files.
    pub fn problems(&self, problems: &[Problem]) {
        for problem in problems {
            self.note(problem.code);
            self.tell(&show_at(&problem.diagnostic(), &spell(&problem.place(), self.look.tongue), self.look));
        }
    }

    /// Writes data to standard output. A reader that went away (`| head`) knows it; whoever started both learns it by
    /// the exit status.
    pub fn data(&self, bytes: &[u8]) -> Exit {
        let mut out = io::stdout().lock();
        match stdout_open().and_then(|()| out.write_all(bytes)).and_then(|()| out.flush()) {
            Ok(()) => Exit::Well,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Usage,
            Err(error) => self.wrong("output", &[("error", error.to_string().into())]),
        }
    }

    fn note(&self, code: Code) {
        let graver = |known: Code| match (known.severity(), code.severity()) {
            (Severity::Warning, Severity::Error) => true,
            (Severity::Warning, Severity::Warning) => costs(code) < costs(known),
            _ => false,
        };
        if self.told.get().is_none_or(graver) {
            self.told.set(Some(code));
        }
        let mut errors = self.errors.borrow_mut();
        if code.severity() == Severity::Error && !errors.contains(&code) {
            errors.push(code);
        }
    }

    /// Where the page of what was shown is found: once a run.
    pub fn more(&self) {
        if let Some(code) = self.told.get() {
            let command = self.in_tongue(format!("merit explain {}", code.as_str()), None);
            let others =
                self.errors.borrow().iter().filter(|other| **other != code).map(|it| it.as_str().into()).collect();
            let others = Arg::List(others);
            let several = matches!(&others, Arg::List(others) if !others.is_empty());
            let told = [("code", code.as_str().into()), ("command", command.into()), ("others", others)];
            let text = if several { "explain-more-several" } else { "explain-more" };
            self.tell(&format!("{}\n", self.say(text, &told)));
        }
    }

    /// A command that is named to be typed next, with `--lang` where it would answer in another tongue without: `policy` is the
    /// text of the one that it reads first.
    pub fn in_tongue(&self, command: String, policy: Option<&str>) -> String {
        match self.look.tongue {
            own if tongue::of(None, policy) == own => command,
            Tongue::Zh => format!("{command} --lang zh"),
            Tongue::En => format!("{command} --lang en"),
        }
    }

    /// Tells what cannot be used though it was read, as wrong usage is told.
    pub fn refuse(&self, variant: &'static str, args: &[(&'static str, Arg)]) -> Exit {
        self.wrong(variant, args);
        Exit::Refused
    }

    /// Tells wrong usage.
    pub fn wrong(&self, variant: &'static str, args: &[(&'static str, Arg)]) -> Exit {
        let diagnostic = Diagnostic { args: args.to_vec(), ..Diagnostic::new(Code::Usage, Span::NOWHERE) };
        self.tell(&show(&diagnostic.variant(variant), &Sources::default(), self.look));
        Exit::Usage
    }
}

/// How early a warning comes among those that may cost somebody money or points; all others are behind these.
fn costs(code: Code) -> usize {
    const WORST: [Code; 14] = [
        Code::AddedDeduction,
        Code::Drop,
        Code::ShortScale,
        Code::ShortScore,
        Code::FixedBound,
        Code::GuardedRow,
        Code::OddStep,
        Code::DoubtfulCell,
        Code::ShowsOther,
        Code::UnmatchedRows,
        Code::FarOtherwise,
        Code::StepOrDecimals,
        Code::IdleRung,
        Code::IdleItem,
    ];
    WORST.iter().position(|known| *known == code).unwrap_or(WORST.len())
}

fn columns(size: Option<(Width, Height)>) -> Option<usize> {
    size.map(|(width, _)| width.0.into())
}

/// Whether the reader wants colours, and the terminal has them.
fn may_colour() -> bool {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !plain && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}

/// Whether the terminal takes UTF-8, as far as the locale tells; where there is none (Windows), it does.
fn draws_unicode() -> bool {
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|l| !l.is_empty()));
    locale.is_none_or(|locale| locale.to_ascii_lowercase().replace('-', "").contains("utf8"))
}
