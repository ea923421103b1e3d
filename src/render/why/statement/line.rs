//! An explanation in one line.

use super::super::super::{Tongue, advice, say};
use super::super::words::Teller;
use super::scored::reaching;
use crate::advice::Advice;
use crate::explain::{Exact, Explanation, Status};
use crate::ir::{Policy, Type};
use crate::quantity::Dimension;

/// Whose, how many points, which grade, what is paid, and how the next label is reached: `A02 2024-03：84 分，B；应发 3440.00元`
pub(super) fn line(policy: &Policy, told: &Explanation, advice: &[Advice], tongue: Tongue) -> String {
    let teller = Teller::new(policy, tongue);
    let between = say("why-between", &[], tongue);
    let clauses = match &told.status {
        Status::Ok => clauses(&teller, told, advice),
        Status::Rejected(problems, _) | Status::Skipped(problems, _) => {
            let id = if matches!(told.status, Status::Rejected(..)) { "why-rejected-line" } else { "why-skipped-line" };
            let first = problems.first().map(|first| super::super::super::texts(&first.diagnostic(), tongue).message);
            vec![say(id, &[("reason", first.unwrap_or_default().into())], tongue)]
        }
    };
    let args = [("who", teller.who(told).into()), ("what", clauses.join(&between).into())];
    let told = say("why-line-of", &args, tongue);
    super::super::super::visible(&told).replace('\n', " ") + "\n"
}

fn clauses(teller: &Teller, told: &Explanation, found: &[Advice]) -> Vec<String> {
    let label = |grade: &crate::explain::Table| {
        let label = grade.outputs.first()?;
        let args =
            [("name", grade.name.into()), ("value", teller.slot(label.slot, label.value.as_ref().ok()?)?.into())];
        Some(say("why-named", &args, teller.tongue))
    };
    let points = judged(teller, told).or_else(|| {
        let points = told.total.as_ref()?.value.as_ref()?;
        Some(say("why-points", &[("points", teller.plain(points).into())], teller.tongue))
    });
    let pay = told.pay.iter().filter_map(|pay| {
        let args = [("name", pay.of.name.into()), ("value", teller.named(&pay.of)?.into())];
        Some(say("why-named", &args, teller.tongue))
    });
    let gates = told.gates.iter().filter(|gate| !gate.failed.is_empty());
    let gates = gates.map(|gate| say("why-gate-failed", &[("name", gate.of.name.into())], teller.tongue));
    // Where no one change reaches a better label, how far it is.
    let next = told.grades.iter().filter_map(|grade| {
        let label = grade.outputs.first()?.slot;
        let far = || reaching(teller, grade.on.first()?, grade.to_next.as_ref()?, label);
        advice::nearest(teller.policy, found, label, teller.tongue).or_else(far)
    });
    points.into_iter().chain(told.grades.iter().filter_map(label)).chain(gates).chain(pay).chain(next).collect()
}

/// The points that the first grade goes by, with their name, where those are not what the items come to: of the latter
/// something may have been taken off.
fn judged(teller: &Teller, told: &Explanation) -> Option<String> {
    let [on] = told.grades.first()?.on.as_slice() else { return None };
    let points = on.value.as_ref().ok()?.number().filter(|_| on.ty == Type::Number(Dimension::POINTS))?;
    if matches!(told.total.as_ref()?.value.as_ref(), Some(Exact::Number(total)) if total == points) {
        return None;
    }
    let args = [("name", teller.called(on).into()), ("value", teller.input(on)?.into())];
    Some(say("why-named", &args, teller.tongue))
}
