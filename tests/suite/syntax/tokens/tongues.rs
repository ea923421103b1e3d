//! With its keywords in the other tongue, a policy is the same: no keyword is taken for a name, and no name for a keyword.

use merit::compile::compile;
use merit::quantity::Tongue;
use merit::source::SourceFile;

use crate::contract::generated;
use crate::corpus;
use crate::respell::in_tongue;

/// What a policy is, but for places, its tongue, and names and texts that were made of the text of a call.
fn bones(text: &str) -> Option<String> {
    let compiled = compile(SourceFile::new("p", text), &[]);
    let shown = || {
        let debug = format!("{:#?}", compiled.policy);
        let made = |line: &str| {
            ["start:", "end:", "tongue:", "text:"].iter().any(|made| line.starts_with(made))
                || line.starts_with("name:") && line.contains(['(', ' '])
        };
        let own = |line: &&str| !made(line.trim_start());
        debug.lines().filter(own).map(|line| format!("{line}\n")).collect()
    };
    compiled.accepted().then(shown)
}

#[test]
fn keywords_in_another_tongue_leave_a_policy_as_it_is() {
    let policies =
        corpus::files().into_iter().filter(|(_, text)| !text.contains("use \"") && !text.contains("引用 \""));
    let generated = (0..20).map(|seed| (format!("seed {seed}"), generated(seed)));
    let mut held = 0;
    for (name, text) in policies.chain(generated) {
        let Some(own) = bones(&text) else { continue };
        for other in
            [Tongue::En, Tongue::Zh].map(|tongue| in_tongue(&text, tongue)).into_iter().filter(|other| *other != text)
        {
            let Some(bones) = bones(&other) else { panic!("{name} is refused:\n{other}") };
            let differing = own.lines().zip(bones.lines()).find(|(one, other)| one != other);
            assert!(
                differing.is_none() && own.lines().count() == bones.lines().count(),
                "{name}: {differing:?}\n{other}"
            );
            held += 1;
        }
    }
    assert!(held > 40, "{held}");
}
