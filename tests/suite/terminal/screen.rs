//! A terminal with the program in it: keys go in, and its screen is read.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rexpect::process::{PtyProcess, WaitStatus};
use rustix::termios::{Winsize, tcsetwinsize};
use tempfile::TempDir;
use vt100::Parser;

/// So long an answer may take on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(60);
const ROWS: u16 = 40;

/// A terminal with a session in it.
pub struct Terminal {
    process: PtyProcess,
    keys: File,
    screen: Arc<Mutex<Screen>>,
    pub folder: TempDir,
}

/// What was written so far, and how it looks.
struct Screen {
    parser: Parser,
    bytes: Vec<u8>,
}

impl Terminal {
    /// A session with these files, in a window of so many columns.
    pub fn start(columns: u16, files: &[(&str, &str)], arguments: &[&str], settings: &[(&str, &str)]) -> Terminal {
        let mut command = Command::new(env!("CARGO_BIN_EXE_merit"));
        command.arg("repl").args(arguments);
        Terminal::run(command, columns, files, settings)
    }

    /// A shell that can stop what it runs and have it go on, with a session in it.
    pub fn shell(columns: u16, files: &[(&str, &str)], arguments: &[&str]) -> Terminal {
        let mut command = Command::new("bash");
        command.args(["--norc", "--noprofile", "-i"]);
        let mut terminal = Terminal::run(command, columns, files, &[("PS1", "shell: "), ("HISTFILE", "")]);
        terminal.ends_with("shell:");
        terminal.types(&format!("'{}' repl {}\r", env!("CARGO_BIN_EXE_merit"), arguments.join(" ")));
        terminal
    }

    pub fn run(mut command: Command, columns: u16, files: &[(&str, &str)], settings: &[(&str, &str)]) -> Terminal {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        command.current_dir(folder.path()).env("XDG_DATA_HOME", folder.path());
        command.env("LANG", "zh_CN.UTF-8").env("TERM", "xterm-256color");
        for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS"] {
            command.env_remove(name);
        }
        command.envs(settings.iter().copied());
        let process = PtyProcess::new(command).unwrap();
        let keys = process.get_file_handle().unwrap();
        let output = process.get_file_handle().unwrap();
        let screen = Screen { parser: Parser::new(cells(ROWS), cells(columns), 0), bytes: vec![] };
        let screen = Arc::new(Mutex::new(screen));
        let seen = Arc::clone(&screen);
        thread::spawn(move || watch(output, &seen));
        let terminal = Terminal { process, keys, screen, folder };
        terminal.resize(columns);
        terminal
    }

    pub fn resize(&self, columns: u16) {
        self.screen.lock().unwrap().parser.screen_mut().set_size(cells(ROWS), cells(columns));
        let size = Winsize { ws_row: ROWS, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&self.keys, size).unwrap();
    }

    pub fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Types Ctrl-C, and waits for the next line: the editor drops what comes with it.
    pub fn interrupts(&mut self) {
        let lines = |terminal: &Terminal| terminal.written().matches("\u{1b}[?2004h").count();
        let before = lines(self);
        self.types("\u{3}");
        self.until("the next line", |_| lines(self) > before);
    }

    /// What is pasted, as a terminal hands it on.
    pub fn pastes(&mut self, text: &str) {
        self.types(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    /// Types an entry after a Ctrl-C, again and again until it is answered: what the terminal was to hand on when the
    /// Ctrl-C came is dropped, and nobody sees when.
    pub fn asks(&mut self, entry: &str, answer: &str) {
        let answered = |lines: &[String]| lines.iter().any(|line| line == answer);
        let end = Instant::now() + PATIENCE;
        while !answered(&self.lines()) {
            assert!(Instant::now() < end, "{answer} is not on the screen:\n{}", self.lines().join("\n").trim_end());
            self.types(&format!("{entry}\r"));
            let next = Instant::now() + Duration::from_secs(2);
            while !answered(&self.lines()) && Instant::now() < next {
                thread::sleep(Duration::from_millis(20));
            }
        }
    }

    /// The same after the window got another size: what else is typed may be taken for a part of a paste that has no end.
    pub fn asks_in_another_size(&mut self, entry: &str, answer: &str) {
        let answered = |lines: &[String]| lines.iter().any(|line| line == answer);
        let end = Instant::now() + PATIENCE;
        for columns in [79, 80].into_iter().cycle() {
            self.resize(columns);
            // The signal gets through only while the paste is waited for.
            thread::sleep(Duration::from_millis(300));
            self.types(&format!("{entry}\r"));
            let next = Instant::now() + Duration::from_secs(2);
            while !answered(&self.lines()) && Instant::now() < next {
                thread::sleep(Duration::from_millis(20));
            }
            if answered(&self.lines()) {
                return;
            }
            assert!(Instant::now() < end, "{answer} is not on the screen:\n{}", self.lines().join("\n").trim_end());
        }
    }

    /// The lines of the screen, without blanks at their end.
    pub fn lines(&self) -> Vec<String> {
        let screen = self.screen.lock().unwrap();
        let (_, columns) = screen.parser.screen().size();
        screen.parser.screen().rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect()
    }

    /// Of each line, whether the window broke it.
    pub fn broken(&self) -> Vec<bool> {
        let screen = self.screen.lock().unwrap();
        (0..ROWS).map(|row| screen.parser.screen().row_wrapped(row)).collect()
    }

    /// Waits until the screen is as it should be.
    pub fn until(&self, what: &str, holds: impl Fn(&[String]) -> bool) -> Vec<String> {
        let end = Instant::now() + PATIENCE;
        loop {
            let lines = self.lines();
            if holds(&lines) {
                return lines;
            }
            assert!(Instant::now() < end, "{what} is not on the screen:\n{}", lines.join("\n").trim_end());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until some line holds a text.
    pub fn shows(&self, text: &str) -> Vec<String> {
        self.until(text, |lines| lines.iter().any(|line| line.contains(text)))
    }

    /// Waits until the last line is this.
    pub fn ends_with(&self, text: &str) -> Vec<String> {
        self.until(text, |lines| lines.iter().rfind(|line| !line.is_empty()).is_some_and(|line| line == text))
    }

    /// All that was written so far.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.screen.lock().unwrap().bytes).into_owned()
    }

    /// Types Ctrl-D where a line is waited for: before that the terminal takes it, and nobody else. The exit status.
    pub fn leaves(&mut self) -> i32 {
        let waits =
            |lines: &[String]| lines.iter().rfind(|line| !line.is_empty()).is_some_and(|line| line.ends_with('>'));
        self.until("a prompt", waits);
        self.types("\u{4}");
        self.exits()
    }

    /// Waits for the end of the program, and tells its exit status.
    pub fn exits(&self) -> i32 {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.process.status() {
                Some(WaitStatus::Exited(_, code)) => return code,
                Some(WaitStatus::StillAlive) | None if Instant::now() < end => thread::sleep(Duration::from_millis(20)),
                other => panic!("{other:?}\n{}", self.lines().join("\n")),
            }
        }
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn watch(mut output: File, screen: &Mutex<Screen>) {
    let mut bytes = [0; 4096];
    while let Ok(count) = output.read(&mut bytes) {
        if count == 0 {
            return;
        }
        let mut screen = screen.lock().unwrap();
        screen.parser.process(&bytes[..count]);
        screen.bytes.extend_from_slice(&bytes[..count]);
    }
}
