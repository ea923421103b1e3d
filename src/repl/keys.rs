//! Keys while something else than a line is waited for, and the editor of the user.

use std::io::{self, Write};
use std::process::Command;
use std::{env, fs};

use tempfile::Builder;

/// So often whoever waits looks around.
#[cfg(not(unix))]
const TURN: std::time::Duration = std::time::Duration::from_millis(200);

/// As long as it lives, keys are taken one by one, and Ctrl-C is one of them.
#[derive(Debug)]
pub(super) struct Keys {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
    #[cfg(not(unix))]
    entered: std::sync::mpsc::Receiver<()>,
}

#[cfg(unix)]
impl Keys {
    /// Takes them from the terminal.
    pub fn new() -> Keys {
        Keys { before: rustix::termios::tcgetattr(io::stdin()).ok() }
    }

    /// Waits for a fifth of a second: whether Enter, Ctrl-C, Ctrl-D or `q` was pressed.
    pub fn ended(&self) -> bool {
        use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcsetattr};
        let Some(before) = &self.before else { return true };
        let mut single = before.clone();
        single.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO);
        single.special_codes[SpecialCodeIndex::VINTR] = 0;
        single.special_codes[SpecialCodeIndex::VMIN] = 0;
        single.special_codes[SpecialCodeIndex::VTIME] = 2;
        // Anew each time: whoever was stopped by Ctrl-Z comes back to a terminal as the shell has it.
        if tcsetattr(io::stdin(), OptionalActions::Now, &single).is_err() {
            return true;
        }
        let mut keys = [0; 64];
        match rustix::io::read(io::stdin(), &mut keys) {
            Ok(count) => keys.iter().take(count).any(|key| matches!(key, b'\r' | b'\n' | b'q' | 3 | 4)),
            Err(rustix::io::Errno::INTR) => false,
            Err(_) => true,
        }
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = rustix::termios::tcsetattr(io::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}

#[cfg(not(unix))]
impl Keys {
    /// Takes a line: keys one by one are not to be had everywhere.
    pub fn new() -> Keys {
        let (done, entered) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let _ = io::stdin().read_line(&mut String::new());
            let _ = done.send(());
        });
        Keys { entered }
    }

    /// Waits for a fifth of a second: whether Enter was pressed.
    pub fn ended(&self) -> bool {
        !matches!(self.entered.recv_timeout(TURN), Err(std::sync::mpsc::RecvTimeoutError::Timeout))
    }
}

/// A text as it comes back from the editor of the user; nothing, where that did not end well.
pub(super) fn edited(text: &str) -> io::Result<Option<String>> {
    let mut file = Builder::new().prefix("merit-").suffix(".merit").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    // Some editors put another file in the place of the one that they were given.
    let path = file.into_temp_path();
    let status = editor().arg(&path).status()?;
    if !status.success() {
        return Ok(None);
    }
    fs::read_to_string(&path).map(Some)
}

/// The editor of the user, with what its setting gives it: `code --wait`.
fn editor() -> Command {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    let set = set.map(|text| text.trim().to_owned()).find(|text| !text.is_empty());
    #[cfg(unix)]
    let command = {
        // As a shell splits and quotes it; the path is handed on as it is.
        let mut command = Command::new("sh");
        command.args(["-c", &format!("{} \"$@\"", set.as_deref().unwrap_or("vi")), "sh"]);
        command
    };
    #[cfg(not(unix))]
    let command = {
        let set = set.unwrap_or_else(|| "notepad".to_owned());
        let mut words = set.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or("notepad"));
        command.args(words);
        command
    };
    command
}
