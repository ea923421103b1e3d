//! Why a sheet cannot be held against policies, in words.

use super::super::{Console, Exit, inputs};
use crate::data::{Problem, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::ir::{Policy, Value};
use crate::quantity::Moment;
use crate::reconcile::{Refusal, Sheet};

/// So many columns and periods are named.
const MOST: usize = 12;

/// Tells why.
pub(super) fn tell(console: &Console, policies: &[&Policy], (file, sheets): (&str, &[Sheet]), why: &Refusal) -> Exit {
    let told = |code, variant| Problem::new(code, variant, &file.into());
    let problem = match why {
        Refusal::NoPeriod(periods) => {
            let latest = periods.last().map_or(String::new(), Moment::to_string);
            let args = [("periods", moments(periods)), ("latest", latest.into()), ("file", file.into())];
            return console.wrong("reconcile-which-period", &args);
        }
        Refusal::NoColumn => {
            let default = policies.iter().flat_map(|policy| policy.columns.iter().filter(|column| column.default));
            let of_results = default.filter(|column| policies.iter().all(|policy| policy.field(column.slot).is_none()));
            let names = of_results.map(|column| Arg::from(column.name.as_str())).take(MOST).collect();
            let titles = sheets.first().map(|sheet| &sheet.batch.untaken);
            let titles = titles.into_iter().flatten().map(|title| Arg::from(title.as_str())).take(MOST).collect();
            told(Code::MissingColumn, "foreign-none").arg("columns", Arg::List(names)).arg("titles", Arg::List(titles))
        }
        Refusal::OtherPeriods { ours, theirs } if theirs.is_empty() => {
            told(Code::NotData, "foreign-undated").arg("ours", moments(ours))
        }
        Refusal::OtherPeriods { ours, theirs } => {
            told(Code::NotData, "foreign-periods").arg("ours", moments(ours)).arg("theirs", moments(theirs))
        }
        Refusal::NoCommonRow { ours, theirs } => {
            let keys = |keys: &[Vec<Value>]| {
                let spelt = |key: &Vec<Value>| {
                    Arg::from(key.iter().map(|value| text(policies, value)).collect::<Vec<_>>().join(" "))
                };
                Arg::List(keys.iter().map(spelt).collect())
            };
            told(Code::NotData, "foreign-rows").arg("ours", keys(ours)).arg("theirs", keys(theirs))
        }
    };
    inputs::refused(console, Exit::Refused, &[problem])
}

/// A key as a cell shows it.
fn text(policies: &[&Policy], value: &Value) -> String {
    let slot = policies.iter().find_map(|policy| Some((policy, policy.slot(policy.keys().next()?)?)));
    match (value, slot) {
        (Value::Text(text), _) => text.as_str().to_owned(),
        (value, Some((policy, slot))) => spell_cell(policy, slot, value),
        _ => String::new(),
    }
}

fn moments(moments: &[Moment]) -> Arg {
    let shown = moments.iter().rev().take(MOST).rev().map(|moment| Arg::from(moment.to_string()));
    Arg::List(shown.collect())
}
