//! The columns that `--columns` asks for.

use super::super::{Console, Exit};
use super::set::Chosen;
use crate::data::Shared;
use crate::diagnostic::Arg;
use crate::io::{Table, TableColumn};
use crate::ir::{Column, Policy};

/// So many digits of a policy's hash tell its versions apart.
const VERSION_DIGITS: usize = 12;

/// The columns that `--columns` asks for: those of a result, `all`, or these names in this order. A column that
/// several policies have is one.
pub(super) fn table<'a>(console: &Console, chosen: &'a [Chosen], asked: Option<&str>) -> Result<Table<'a>, Exit> {
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let names = match asked {
        None => distinct(policies.iter().flat_map(|policy| policy.columns.iter().filter(|column| column.default))),
        Some("all") => distinct(policies.iter().flat_map(|policy| &policy.columns)),
        Some(names) => {
            let names = names.split([',', '，']).map(str::trim);
            names.map(|name| known(console, &policies, name)).collect::<Result<Vec<&str>, Exit>>()?
        }
    };
    let fields = Shared::fields(&policies);
    let column = |name: &str| TableColumn {
        name: name.to_owned(),
        slots: policies.iter().map(|policy| named(policy, name).map(|column| column.slot)).collect(),
        field: fields.iter().position(|field| field.name == name),
    };
    let columns = names.into_iter().map(column).collect();
    let versions = chosen.iter().map(|of| of.hashes.whole().chars().take(VERSION_DIGITS).collect()).collect();
    Ok(Table { policies, columns, versions, tongue: console.look.tongue })
}

fn distinct<'p>(columns: impl Iterator<Item = &'p Column>) -> Vec<&'p str> {
    let mut names: indexmap::IndexSet<&str> = indexmap::IndexSet::new();
    names.extend(columns.map(|column| column.name.as_str()));
    names.into_iter().collect()
}

fn known<'n>(console: &Console, policies: &[&Policy], name: &'n str) -> Result<&'n str, Exit> {
    if policies.iter().any(|policy| named(policy, name).is_some()) {
        return Ok(name);
    }
    let known = distinct(policies.iter().flat_map(|policy| &policy.columns)).into_iter().map(Arg::from).collect();
    Err(console.wrong("columns", &[("text", name.into()), ("known", Arg::List(known))]))
}

fn named<'p>(policy: &'p Policy, name: &str) -> Option<&'p Column> {
    policy.columns.iter().find(|column| column.name == name)
}
