//! `merit explain`: the page of a code, or all codes with their titles.

mod list;

use std::io::{self, IsTerminal};

use super::arguments::Explain;
use super::{Console, Exit, embedded};
use crate::diagnostic::Code;
use crate::render::{WIDTH, readable};

/// `merit explain [CODE]`
pub(super) fn run(console: &Console, arguments: &Explain) -> Exit {
    let Some(text) = &arguments.code else { return list(console) };
    let pages: Vec<&str> =
        Code::named(text.trim()).filter_map(|code| embedded::page(code, console.look.tongue)).collect();
    if pages.is_empty() {
        return console.wrong("code", &[("text", text.clone().into())]);
    }
    let whole = pages.join("\n");
    let shown = if io::stdout().is_terminal() { readable(&whole, WIDTH, console.look.tongue) } else { whole };
    console.data(shown.as_bytes())
}

fn list(console: &Console) -> Exit {
    let exit = console.data(list::list(console).as_bytes());
    console.tell(&format!("{}\n", console.say("explain-usage", &[])));
    exit
}
