//! What shows on a terminal of a run that lasts: from the second second on, and nothing of it stays.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;
use crate::data::Progress;

/// What takes no longer shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// So often it is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// A stage that shows as long as this is held.
pub(super) struct Stage {
    /// Dropped, it ends the thread that draws.
    held: Option<Sender<()>>,
    draws: Option<JoinHandle<()>>,
}

impl Console {
    /// Shows how far a stage has come, where standard error is a terminal.
    pub fn stage(&self, id: &str, progress: &Progress) -> Stage {
        if !io::stderr().is_terminal() {
            return Stage { held: None, draws: None };
        }
        let (held, ended) = mpsc::channel();
        let (said, ascii, progress) = (self.say(id, &[]), self.look.ascii, progress.clone());
        let draw = move || {
            if ended.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_message(said);
            loop {
                show(&bar, progress.so_far(), ascii);
                if ended.recv_timeout(EVERY) != Err(RecvTimeoutError::Timeout) {
                    break;
                }
            }
            bar.finish_and_clear();
        };
        Stage { held: Some(held), draws: thread::Builder::new().spawn(draw).ok() }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.held = None;
        // What is told next stands where this stood.
        self.draws.take().into_iter().for_each(|draws| drop(draws.join()));
    }
}

/// Draws how much is done; the time alone, where it is not known of how much.
fn show(bar: &ProgressBar, (done, all): (u64, u64), ascii: bool) {
    let template = if all > 0 { "{msg} {bar:24} {percent:>3}%  {elapsed}" } else { "{msg}  {elapsed}" };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style.progress_chars(if ascii { "#>." } else { "█▓░" }));
    bar.set_length(all);
    bar.set_position(done.min(all));
    bar.tick();
}
