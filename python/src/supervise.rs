//! Long work beside the interpreter: its lock is released, Ctrl-C ends it, and a callback hears how far it is.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// So often it is looked whether somebody wants it to end.
const EVERY: Duration = Duration::from_millis(50);
/// Rows of lookups may lie deep in one another.
const STACK: usize = 64 << 20;

/// What the work tells, and hears.
#[derive(Debug, Clone, Default)]
pub struct Pulse(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    stop: AtomicBool,
    done: AtomicU64,
    /// 0, where that is not known.
    all: AtomicU64,
}

/// The work was told to end.
#[derive(Debug, Clone, Copy)]
pub struct Stopped;

impl Pulse {
    /// Tells how many rows are done, and of how many; whether to go on.
    pub fn reach(&self, done: usize, all: Option<usize>) -> ControlFlow<Stopped> {
        self.0.done.store(done as u64, Ordering::Relaxed);
        self.0.all.store(all.unwrap_or_default() as u64, Ordering::Relaxed);
        match self.0.stop.load(Ordering::Relaxed) {
            true => ControlFlow::Break(Stopped),
            false => ControlFlow::Continue(()),
        }
    }

    fn so_far(&self) -> (u64, Option<u64>) {
        let (done, all) = (self.0.done.load(Ordering::Relaxed), self.0.all.load(Ordering::Relaxed));
        (done, Some(all).filter(|all| *all > 0))
    }
}

/// Does the work in a thread of its own, which is left to end by itself where somebody interrupts it.
pub fn supervise<T: Send + 'static>(
    py: Python<'_>,
    progress: Option<&Bound<'_, PyAny>>,
    work: impl FnOnce(&Pulse) -> T + Send + 'static,
) -> PyResult<T> {
    let (give, mut take) = channel();
    let pulse = Pulse::default();
    let own = pulse.clone();
    let thread = thread::Builder::new().name("merit".to_owned()).stack_size(STACK);
    // Whoever hears nothing any more lets go of what is given; a thread that panics gives nothing.
    thread.spawn(move || drop(give.send(work(&own)))).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    let tell = || progress.map_or(Ok(()), |progress| progress.call1(pulse.so_far()).map(drop));
    loop {
        let heard;
        (take, heard) = py.detach(move || {
            let heard = take.recv_timeout(EVERY);
            (take, heard)
        });
        match heard {
            Ok(done) => {
                tell()?;
                return Ok(done);
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err(
                    "merit failed inside: please report this with the policy and the table",
                ));
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Err(stop) = py.check_signals().and_then(|()| tell()) {
                    pulse.0.stop.store(true, Ordering::Relaxed);
                    return Err(stop);
                }
            }
        }
    }
}
