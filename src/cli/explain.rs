//! `merit explain`: the page of a code.

use super::arguments::Explain;
use super::{Console, Exit, embedded};
use crate::diagnostic::Code;

/// `merit explain CODE`
pub(super) fn run(console: &Console, arguments: &Explain) -> Exit {
    let page = Code::parse(arguments.code.trim()).and_then(|code| embedded::page(code, console.look.tongue));
    match page {
        Some(page) => console.data(page.as_bytes()),
        None => console.wrong("code", &[("text", arguments.code.clone().into())]),
    }
}
