//! Room for brackets that are nested deep.

use super::layout::{Layout, SHALLOW};

/// The stack of its own, in bytes, on which brackets are read that are not nested shallow.
const STACK: usize = 64 << 20;

/// Runs `read` where there is room for the nesting of `layout`.
pub fn with_room<T: Send>(layout: &Layout, read: impl FnOnce() -> T + Send) -> Option<T> {
    if layout.depth <= SHALLOW {
        return Some(read());
    }
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        thread.ok().and_then(|thread| thread.join().ok())
    })
}
