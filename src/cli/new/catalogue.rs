//! The ready-made policies by what they are for.

use super::super::{Console, embedded};

/// What a version in the other tongue is called.
const ENGLISH: &str = "-en";

/// Groups, and the policies of each. A group `x` is called `new-for-x` in the texts, a policy `y` `new-is-y`.
const GROUPS: [(&str, &[&str]); 6] = [
    ("beginning", &["small-shop"]),
    ("presales", &["sales-satisfaction"]),
    ("aftersales", &["aftersales-kpi", "aftersales-points", "repeat-orders"]),
    ("quality", &["qa-checklist"]),
    ("teams", &["monthly-places", "team-goals", "two-raters", "year-end"]),
    ("posts", &["post-presales", "post-aftersales", "post-lead"]),
];

/// A heading for each group, then a line for each of its policies that says what it shows.
pub(super) fn list(console: &Console) -> String {
    let known: Vec<&str> = embedded::templates().map(|(name, _)| name).collect();
    let width = known.iter().map(|name| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (group, names) in GROUPS {
        text.push_str(&format!("{}\n", console.say(&format!("new-for-{group}"), &[])));
        for name in names {
            text.push_str(&format!("  {name:width$}  {}\n", console.say(&format!("new-is-{name}"), &[])));
            let english = format!("{name}{ENGLISH}");
            if known.contains(&english.as_str()) {
                text.push_str(&format!("  {english:width$}  {}\n", console.say("new-in-english", &[])));
            }
        }
    }
    text
}

/// The names of all ready-made policies, in the order of the list.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let listed = GROUPS.iter().flat_map(|(_, names)| names.iter().copied());
    listed.flat_map(|name| {
        let all = embedded::templates().map(|(known, _)| known);
        all.filter(move |known| known.trim_end_matches(ENGLISH) == name)
    })
}
