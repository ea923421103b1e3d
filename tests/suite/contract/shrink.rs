use super::break_of;
use super::world::{World, assemble};

/// The smallest policy found that still breaks the contract, and how it does.
pub fn smallest(world: &World, seed: u64) -> String {
    let mut declarations = world.declarations.clone();
    let mut fields = world.fields.clone();
    let breaks =
        |fields: &[String], declarations: &[String]| break_of(&assemble(fields, declarations), world, seed).err();
    loop {
        let before = declarations.len() + fields.len();
        drop_each(&mut declarations, |rest| breaks(&fields, rest).is_some());
        drop_each(&mut fields, |rest| breaks(rest, &declarations).is_some());
        if declarations.len() + fields.len() == before {
            break;
        }
    }
    for at in 0..declarations.len() {
        let mut lines: Vec<String> = declarations[at].lines().map(str::to_owned).collect();
        drop_each(&mut lines, |rest| {
            let mut shorter = declarations.clone();
            shorter[at] = rest.join("\n");
            breaks(&fields, &shorter).is_some()
        });
        declarations[at] = lines.join("\n");
    }
    let how = breaks(&fields, &declarations).unwrap_or_default();
    format!("seed {seed}: {how}\n{}", assemble(&fields, &declarations))
}

/// Drops whatever is not needed for the rest to break.
fn drop_each(items: &mut Vec<String>, breaks: impl Fn(&[String]) -> bool) {
    let mut at = 0;
    while at < items.len() {
        let mut rest = items.clone();
        rest.remove(at);
        if breaks(&rest) {
            *items = rest;
        } else {
            at += 1;
        }
    }
}
