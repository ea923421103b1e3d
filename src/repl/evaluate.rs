//! An expression that is typed: its value, with its unit and the row that gave it.

use super::{Answer, Session, show};
use crate::compile::Compiled;
use crate::diagnostic::{Code, Severity};
use crate::ir::{self, Policy, SlotId, Step};
use crate::source::{FileId, SourceFile};
use crate::syntax::ast::{CompareOp, ExprKind};
use crate::syntax::parse_expression;

/// The name under which an expression is declared; nothing a policy is likely to use.
const QUERY: &str = "repl_value";

/// The value of an expression, with its unit and the row that gave it.
pub(super) fn evaluate(session: &Session, text: &str) -> Answer {
    let (compiled, slot) = match compiled(session, text) {
        Ok(found) => found,
        Err(told) => return endless(session, text).map_or(told, Answer::from),
    };
    let policy = &compiled.policy;
    let evaluation = session.follow(&session.now, policy);
    let asked = asked(policy, slot).unwrap_or(slot);
    (show::answer(session, &compiled, &evaluation, asked) + &compared(session, text)).into()
}

/// That `等级 = A` asks and gives nothing a value, as `总分 = 90` would.
fn compared(session: &Session, text: &str) -> String {
    let (read, _) = parse_expression(FileId::default(), &SourceFile::new("", text));
    let Some(ExprKind::Compare { first, rest }) = read.map(|read| read.kind) else { return String::new() };
    match (&first.kind, rest.as_slice()) {
        (ExprKind::Name(name), [(CompareOp::Equal, _)]) => {
            session.say("repl-compared", &[("name", name.text.as_str().into())])
        }
        _ => String::new(),
    }
}

/// The policy with an expression as one more value of it, and that value; or why it is none.
pub(super) fn compiled(session: &Session, text: &str) -> Result<(Compiled, SlotId), Answer> {
    let compiled = session.wrapped(&format!("let {QUERY} = "), text, "");
    if let Some(told) = session.refused(&compiled) {
        return Err(Answer::refused(told));
    }
    let slot = compiled.policy.slot_named(QUERY).ok_or_else(Answer::default)?;
    Ok((compiled, slot))
}

/// A quotient that does not end, which a policy must round: here its first digits will do, `1.3333…`. That its divisor may be
/// 0 for somebody is no matter here, as long as it is not 0 now.
fn endless(session: &Session, text: &str) -> Option<String> {
    let plain = session.wrapped(&format!("let {QUERY} = "), text, "");
    let errors = || plain.diagnostics.iter().filter(|told| told.severity() == Severity::Error);
    if errors().next().is_none() || !errors().all(|told| told.code == Code::UnroundedQuotient) {
        return None;
    }
    let currency = format!(" {}", session.now.policy().header.currency);
    ["", "%", "pt", "s", &currency].iter().find_map(|unit| {
        let plain = format!("round({text}, 0.0001{unit}, ");
        let whole = |other: u8| format!("round({text} otherwise {other}{unit}, 0.0001{unit}, ");
        digits(session, [&plain, &plain]).or_else(|| digits(session, [&whole(0), &whole(1)]))
    })
}

/// The first digits of what is rounded, in two ways that come to the same where it is anything.
fn digits(session: &Session, [one, other]: [&str; 2]) -> Option<String> {
    let names = ["down", "up", "other"].map(|name| format!("{QUERY}_{name}"));
    let [down, up, same] = &names;
    let patch = format!("let {down} = {one}down)\nlet {up} = {one}up)\nlet {same} = {other}down)");
    let compiled = session.tried(&patch);
    let policy = &compiled.policy;
    let evaluation = Some(session.follow(&session.now, policy)).filter(|_| compiled.accepted())?;
    let [down, up, same] = names.map(|name| policy.slot_named(&name));
    let value = |slot: Option<SlotId>| evaluation.value(slot?).ok();
    if value(down).is_none() || value(down) != value(same) {
        return None;
    }
    let shown = show::outcome(policy, &evaluation, down?, session.look.tongue);
    if value(down) == value(up) {
        return Some(shown + "\n");
    }
    let digits = shown.rfind(|c: char| c.is_ascii_digit())? + 1;
    Some(format!("{}…{}\n", shown.get(..digits)?, shown.get(digits..)?))
}

/// Where an expression is just the name of something, that.
pub(super) fn asked(policy: &Policy, query: SlotId) -> Option<SlotId> {
    let step = policy.steps.get(policy.step_of(query)?)?;
    match step {
        Step::Value(step) => match step.value.kind {
            ir::ExprKind::Slot(slot) => Some(slot),
            _ => None,
        },
        _ => None,
    }
}
