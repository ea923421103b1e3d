//! The columns that `--columns` asks for.

use super::super::arguments::{Eval, HeadersFor};
use super::super::inputs::Chosen;
use super::super::{Console, Exit};
use super::pictured::window;
use crate::data::Mark;
use crate::diagnostic::Arg;
use crate::io::{Headers, Table};
use crate::ir::{Policy, squeezed};
use crate::quantity::Tongue;
use crate::render::{Heads, head};

/// So many digits of a policy's hash tell its versions apart.
const VERSION_DIGITS: usize = 12;

/// The columns that `--columns` asks for: those of a result, `all`, or these names or titles in this order.
pub(super) fn table<'a>(console: &Console, chosen: &'a [Chosen], arguments: &Eval) -> Result<Table<'a>, Exit> {
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let (names, places) = match arguments.columns.as_deref() {
        None => (Table::names(&policies, false), vec![]),
        Some(asked) => columns_asked(console, &policies, asked)?,
    };
    let headers = headers(headers_for(console, arguments), &policies);
    let mut table = Table::new(policies, &names, headers, console.look.tongue);
    table.locate(places);
    table.versions = chosen.iter().map(|of| of.hashes.whole().chars().take(VERSION_DIGITS).collect()).collect();
    Ok(table)
}

/// The names of the columns that are asked for, `all` standing for those of a policy, and what is to tell where a record
/// stands.
fn columns_asked<'a>(
    console: &Console,
    policies: &[&'a Policy],
    asked: &str,
) -> Result<(Vec<&'a str>, Vec<Mark>), Exit> {
    let known = Known::of(policies);
    let (mut names, mut places) = (vec![], vec![]);
    for asked in asked.split([',', '，']).map(str::trim) {
        match known.mark(asked) {
            // What became of a record stands behind its values, asked for or not.
            Some(mark) if Table::marked(policies.len()).contains(&mark) => {}
            Some(mark) if places.contains(&mark) => {}
            Some(mark) if Mark::OF_PLACES.contains(&mark) => places.push(mark),
            _ if asked == "all" => names.extend(Table::names(policies, true)),
            _ => names.push(known.column(console, asked)?),
        }
    }
    if names.is_empty() {
        names = Table::names(policies, false);
    }
    Ok((names, places))
}

/// For whom results are written: a table is for people, all else for programs where nothing else is said.
fn headers_for(console: &Console, arguments: &Eval) -> Option<HeadersFor> {
    let pictured = window(console, arguments).is_some();
    arguments.headers.or_else(|| pictured.then_some(HeadersFor::Titles))
}

/// For whom results are written; for people, in the tongue of their policies.
fn headers(asked: Option<HeadersFor>, policies: &[&Policy]) -> Headers {
    match asked {
        None | Some(HeadersFor::Names) => Headers::Names,
        Some(HeadersFor::Titles) => {
            let chinese = policies.iter().any(|policy| policy.tongue() == Tongue::Zh);
            Headers::Titles(if chinese { Tongue::Zh } else { Tongue::En })
        }
    }
}

/// How columns may be called by whoever asks for them.
struct Known<'k, 'a> {
    policies: &'k [&'a Policy],
    names: Vec<&'a str>,
    heads: [Heads; 2],
}

impl<'k, 'a> Known<'k, 'a> {
    fn of(policies: &'k [&'a Policy]) -> Self {
        let heads = [Tongue::Zh, Tongue::En].map(|tongue| Heads::of(policies, tongue));
        Known { policies, names: Table::names(policies, true), heads }
    }

    /// What is told of a record besides its values, by its name or its title.
    fn mark(&self, asked: &str) -> Option<Mark> {
        let headed = |mark: &Mark, heads: &Heads| heads.named(asked) == Some(mark.name());
        let called = |mark: &Mark| mark.name() == asked || self.heads.iter().any(|heads| headed(mark, heads));
        Mark::ALL.into_iter().find(called)
    }

    /// The name of a column that is called by its name or its title.
    fn column(&self, console: &Console, asked: &str) -> Result<&'a str, Exit> {
        let name = |name: &str| self.names.iter().find(|known| **known == name).copied();
        let headed = || self.heads.iter().find_map(|heads| name(heads.named(asked)?));
        if let Some(name) = name(asked).or_else(headed) {
            return Ok(name);
        }
        let titled = self.titled(asked);
        if titled.len() > 1 {
            let args = [("text", asked.into()), ("known", Arg::List(titled.into_iter().map(Arg::from).collect()))];
            return Err(console.wrong("columns-several", &args));
        }
        let known = Arg::List(self.names.iter().copied().map(Arg::from).collect());
        Err(console.wrong("columns", &[("text", asked.into()), ("known", known)]))
    }

    /// The columns that share a title.
    fn titled(&self, asked: &str) -> Vec<&'a str> {
        let fits = |policy: &Policy, slot| {
            let slot = policy.slot(slot)?;
            [Tongue::Zh, Tongue::En].iter().find(|tongue| squeezed(&head(policy, slot, **tongue)) == squeezed(asked))
        };
        let named = |name: &str| {
            let mut columns = self.policies.iter().flat_map(|policy| policy.columns.iter().map(move |of| (policy, of)));
            columns.any(|(policy, column)| column.name == name && fits(policy, column.slot).is_some())
        };
        self.names.iter().copied().filter(|name| named(name)).collect()
    }
}
