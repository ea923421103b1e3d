//! The session at a terminal: what is typed into it, and what its screen shows then.

mod keys;
mod lasting;
mod screen;
