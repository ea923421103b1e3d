//! What a change does to the record at hand: every result that is not what it was.

use super::Session;
use super::session::Standing;
use super::show::outcome;

/// Every result that is not what it was.
pub(super) fn differences(session: &Session, before: &Standing) -> String {
    let (old, policy) = (before.policy(), session.now.policy());
    let then = session.follow(before, old);
    let (before, after) = (&then, session.evaluation());
    let tongue = session.look.tongue;
    let columns = policy.columns.iter().filter(|column| column.default);
    let lines = columns.filter_map(|column| {
        let now = outcome(policy, &after, column.slot, tongue);
        after.value(column.slot).ok()?;
        let known = old.slot_named(&column.name).filter(|slot| before.value(*slot).is_ok());
        let name = column.name.clone().into();
        match known.map(|slot| outcome(old, before, slot, tongue)) {
            Some(then) if then == now => None,
            Some(then) => {
                let args = [("name", name), ("before", then.into()), ("after", now.into())];
                Some(format!("  {}", session.say("repl-change", &args)))
            }
            None => Some(format!("  {}", session.say("repl-value", &[("name", name), ("value", now.into())]))),
        }
    });
    lines.collect()
}
