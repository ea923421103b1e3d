use super::super::{Console, Exit};
use crate::diagnostic::Arg;
use crate::ir::{Column, Policy};

/// The columns that `--columns` asks for: those of a result, `all`, or these names in this order.
pub(super) fn chosen<'a>(console: &Console, policy: &'a Policy, asked: Option<&str>) -> Result<Vec<&'a Column>, Exit> {
    match asked {
        None => Ok(policy.columns.iter().filter(|column| column.default).collect()),
        Some("all") => Ok(policy.columns.iter().collect()),
        Some(names) => names.split([',', '，']).map(|name| named(console, policy, name.trim())).collect(),
    }
}

fn named<'a>(console: &Console, policy: &'a Policy, name: &str) -> Result<&'a Column, Exit> {
    policy.columns.iter().find(|column| column.name == name).ok_or_else(|| {
        let known = policy.columns.iter().map(|column| column.name.clone().into()).collect();
        console.wrong("columns", &[("text", name.into()), ("known", Arg::List(known))])
    })
}
