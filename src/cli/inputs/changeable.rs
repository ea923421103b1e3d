//! Fields that are named as those that somebody could change, or could not.

use super::super::changeable::Fields;
use super::super::{Console, Exit};
use crate::batch::Changeable;
use crate::diagnostic::{Arg, nearest_of};
use crate::ir::Policy;

/// The fields, by name or title, with commas between them. One that no policy has is told.
pub(in crate::cli) fn changeable<'a>(
    console: &Console,
    policies: &[&Policy],
    fields: &'a Fields,
) -> Result<Changeable<'a>, Exit> {
    Ok(Changeable {
        fixed: names(console, policies, ("--fixed", &fields.fixed))?,
        only: names(console, policies, ("--only", &fields.only))?,
    })
}

fn names<'a>(
    console: &Console,
    policies: &[&Policy],
    (option, named): (&'static str, &'a [String]),
) -> Result<Vec<&'a str>, Exit> {
    let fields = policies.iter().flat_map(|policy| &policy.fields);
    let known: Vec<&str> =
        fields.flat_map(|field| std::iter::once(&field.name).chain(&field.title)).map(String::as_str).collect();
    let names: Vec<&str> = named
        .iter()
        .flat_map(|names| names.split([',', '，', '、']))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    match names.iter().find(|name| !known.contains(name)) {
        None => Ok(names),
        Some(name) => {
            let near = nearest_of(name, known.iter().copied());
            let mut told: Vec<&str> = vec![];
            known.iter().for_each(|name| {
                if !told.contains(name) {
                    told.push(name)
                }
            });
            let names = Arg::List(told.into_iter().map(Arg::from).collect());
            let args = [
                ("name", Arg::from(*name)),
                ("names", names),
                ("near", near.unwrap_or_default().into()),
                ("option", option.into()),
            ];
            Err(console.wrong(if near.is_some() { "fixed-near" } else { "fixed" }, &args))
        }
    }
}
