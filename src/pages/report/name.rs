//! Names of people as names of files: nothing in one leads elsewhere, and no two are one.

use std::collections::HashSet;

/// A name has no more bytes than this, so that others fit around it on every disk.
const MOST_BYTES: usize = 120;
/// Names that some systems keep for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for the file of somebody, unlike those that are taken, and taken from then on.
pub fn safe_name(who: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = who.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let cut = plain.get(..plain.floor_char_boundary(MOST_BYTES)).unwrap_or_default();
    let small = cut.to_lowercase();
    let device = DEVICES.iter().any(|device| small.strip_prefix(device).is_some_and(|rest| rest.len() < 2));
    let base = if cut.is_empty() || device { format!("_{cut}") } else { cut.to_owned() };
    let mut name = base.clone();
    let mut number = 2;
    // Where capitals and small letters name one file, these would be one.
    while !taken.insert(name.to_lowercase()) {
        name = format!("{base}-{number}");
        number += 1;
    }
    name
}
