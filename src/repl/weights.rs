//! Weights that do not add up yet: one was changed, the others must follow.

use super::Session;
use crate::compile::Compiled;
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::render::{texts, wrap};
use crate::source::Sources;
use crate::syntax::ast::{File, Item, Share};

/// Whether nothing is wrong with a policy but what its weights add to: then the next one may be changed.
pub(super) fn are_open(compiled: &Compiled) -> bool {
    !compiled.accepted() && errors(compiled).all(|told| told.code == Code::WeightSum)
}

/// The errors of a policy.
pub(super) fn errors(compiled: &Compiled) -> impl Iterator<Item = &Diagnostic> {
    compiled.diagnostics.iter().filter(|told| told.severity() == Severity::Error)
}

/// What the weights add to, and each of them: what is left to 100% is for the next line.
pub(super) fn told(session: &Session) -> String {
    let compiled = &session.now.compiled;
    let all = weights(&compiled.file, &compiled.sources);
    let lines = errors(compiled).filter(|told| told.code == Code::WeightSum).map(|told| {
        let places: Vec<_> = std::iter::once(told.span).chain(told.labels.iter().map(|label| label.span)).collect();
        let parts = all.iter().filter(|(span, _)| places.iter().any(|place| holds(*place, *span)));
        let parts = parts.map(|(_, text)| Arg::from(text.as_str())).collect();
        let message = texts(told, session.look.tongue).message;
        let told = session.say("repl-open", &[("message", message.into()), ("parts", Arg::List(parts))]);
        wrap(told.trim_end(), session.look.width).join("\n") + "\n"
    });
    lines.collect()
}

fn holds(one: crate::source::Span, other: crate::source::Span) -> bool {
    one.file == other.file && one.start < other.end && other.start < one.end
}

/// Each weight with the name of its item: `回复率 30%`.
fn weights(file: &File, sources: &Sources) -> Vec<(crate::source::Span, String)> {
    let part = |name: &str, share: &Option<Share>| match share {
        Some(Share::Weight(weight)) => Some((weight.span, format!("{name} {}", sources.slice(weight.span).trim()))),
        _ => None,
    };
    let each = file.items.iter().flat_map(|item| match item {
        Item::Score(score) => vec![part(&score.name.text, &score.share)],
        Item::Section(section) => {
            let own = part(&section.name.text, &section.share);
            let inner = section.scores.iter().map(|score| part(&score.name.text, &score.share));
            std::iter::once(own).chain(inner).collect()
        }
        _ => vec![],
    });
    each.flatten().collect()
}
