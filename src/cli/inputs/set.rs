//! Names below `[set]` in the file of a run that no policy has for a param, told where they stand.

use super::super::reads::{Reads, SetIn};
use super::super::run::KEYS;
use super::super::{Console, Exit, policy};
use crate::compile::Params;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::PolicyFolder;
use crate::source::{Sources, Span};

/// Refuses a name that none of the policies has: most likely an option that slid below `[set]`.
pub(super) fn known(console: &Console, names: &[&str], reads: &Reads) -> Result<(), Exit> {
    let Some(SetIn { file, places }) = reads.set_in.as_ref().filter(|set| !set.places.is_empty()) else {
        return Ok(());
    };
    let params = names.iter().map(|name| Ok(Params::of(policy::open(console, name)?, &PolicyFolder::of(name))));
    let params = params.collect::<Result<Vec<Params>, Exit>>()?;
    let strange = places.iter().filter(|(name, _)| !params.iter().any(|own| own.may_have(name)));
    let told: Vec<Diagnostic> = strange.map(|(name, at)| unknown(&params, name, *at)).collect();
    if told.is_empty() {
        return Ok(());
    }
    let mut sources = Sources::default();
    sources.add(file.clone());
    console.show(&told, &sources);
    Err(Exit::Usage)
}

fn unknown(params: &[Params], name: &str, at: Span) -> Diagnostic {
    let told = Diagnostic::new(Code::Usage, at).arg("name", name);
    match params.iter().find_map(|own| own.near(name)) {
        _ if KEYS.contains(&name) => told.variant("run-set-key"),
        Some(near) => told.variant("run-set-near").arg("near", near).edit(at, near),
        None => told.variant("run-set-unknown"),
    }
}
