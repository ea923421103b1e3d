//! The loop that reads lines from a terminal or a pipe.

use std::cell::RefCell;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::rc::Rc;

use directories::ProjectDirs;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{ColorMode, CompletionType, Config, Editor};
use terminal_size::terminal_size_of;

use super::editor::Keyboard;
use super::interrupts::Held;
use super::keys::{Keys, edited};
use super::{Reply, Session, Then, Typing};

/// So many entries are kept.
const MOST_ENTRIES: usize = 2_000;

/// Reads lines from the terminal, or from standard input where that is none, until the session is over.
pub fn run(session: Session, show: impl Fn(&str)) -> Result<(), ReadlineError> {
    let colour = session.look.colour;
    let attended = io::stdin().is_terminal();
    let session = session.attended(attended);
    let session = Rc::new(RefCell::new(session));
    let mut editor: Editor<Keyboard, FileHistory> = Editor::with_config(config(colour)?)?;
    editor.set_helper(Some(Keyboard { session: Rc::clone(&session), typing: Typing::default(), attended }));
    let history = history();
    if let Some(path) = &history {
        // There is none at first, and a session without one is as good.
        let _ = editor.load_history(path);
    }
    loop {
        if let Some(keyboard) = editor.helper_mut() {
            keyboard.typing = Typing::default();
        }
        let prompt = session.borrow().prompt();
        let typed = editor.readline(&prompt);
        // Up to the next line: the editor takes the key for Ctrl-C from the terminal.
        let _held = Held::new();
        let mut session = session.borrow_mut();
        fit(&mut session);
        match typed {
            Ok(entry) => {
                let _ = editor.add_history_entry(entry.trim_end());
                let replies = session.entry(&entry);
                let then = replies.last().and_then(|reply| reply.then);
                if answer(replies, &show) {
                    break;
                }
                match then {
                    Some(Then::Edit) => edit(&mut session, &show),
                    Some(Then::Watch) => watch(&mut session, &show),
                    None => {}
                }
            }
            Err(ReadlineError::Interrupted) => session.cancel(),
            Err(ReadlineError::Eof) => {
                answer(session.close(), &show);
                break;
            }
            Err(error) => return Err(error),
        }
    }
    if let Some(path) = &history {
        let _ = editor.save_history(path);
    }
    Ok(())
}

/// Hands what is to be edited to the editor of the user.
fn edit(session: &mut Session, show: &impl Fn(&str)) {
    let text = session.to_edit().unwrap_or_default().to_owned();
    let back = edited(&text).unwrap_or_default();
    fit(session);
    show(&session.edited(back.as_deref()).text);
}

/// Shows what moves whenever a file of the policy is saved, until a key ends it.
fn watch(session: &mut Session, show: &impl Fn(&str)) {
    let keys = Keys::new();
    while !keys.ended() {
        fit(session);
        if let Some(told) = session.look_again() {
            show(&told);
        }
    }
    show(&session.say("repl-watched", &[]));
}

/// Shows what answers an entry; whether the session is over.
fn answer(replies: Vec<Reply>, show: &impl Fn(&str)) -> bool {
    replies.iter().for_each(|reply| show(&reply.text));
    replies.iter().any(|reply| reply.quit)
}

fn config(colour: bool) -> Result<Config, ReadlineError> {
    let colours = if colour { ColorMode::Enabled } else { ColorMode::Disabled };
    let config = Config::builder().completion_type(CompletionType::List).color_mode(colours);
    Ok(config.max_history_size(MOST_ENTRIES)?.bracketed_paste(true).build())
}

/// What is shown fits the window as it is now.
fn fit(session: &mut Session) {
    if let Some((width, _)) = terminal_size_of(io::stdout()) {
        session.fit(width.0.into());
    }
}

/// The history stands in the user's data folder.
fn history() -> Option<PathBuf> {
    let folder = ProjectDirs::from("", "", "merit")?.data_dir().to_owned();
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history.txt"))
}
