//! The loop that reads lines from a terminal or a pipe.

use std::fs;
use std::path::PathBuf;

use directories::ProjectDirs;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::Session;

/// Reads lines from the terminal, or from standard input where that is none, until the session is over.
pub fn run(mut session: Session, show: impl Fn(&str)) -> Result<(), ReadlineError> {
    let mut editor = DefaultEditor::new()?;
    let history = history();
    if let Some(path) = &history {
        // There is none at first, and a session without one is as good.
        let _ = editor.load_history(path);
    }
    loop {
        match editor.readline(&session.prompt()) {
            Ok(line) => {
                let _ = editor.add_history_entry(&line);
                let reply = session.line(&line);
                show(&reply.text);
                if reply.quit {
                    break;
                }
            }
            Err(ReadlineError::Interrupted) => {
                session.cancel();
            }
            Err(ReadlineError::Eof) => break,
            Err(error) => return Err(error),
        }
    }
    if let Some(path) = &history {
        let _ = editor.save_history(path);
    }
    Ok(())
}

/// The history stands in the user's data folder.
fn history() -> Option<PathBuf> {
    let folder = ProjectDirs::from("", "", "merit")?.data_dir().to_owned();
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history.txt"))
}
