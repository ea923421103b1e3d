//! Diagnostics and promises as JSON, for programs.

use serde_json::{Map, Value, json};

use super::{Tongue, spell, texts};
use crate::diagnostic::{Applicability, Arg, Diagnostic, Edit, Severity};
use crate::promise::{Answer, Promise};
use crate::quantity::spell_number;
use crate::source::{Sources, Span};

/// A diagnostic for programs: every region, all places. Its form is `docs/check.schema.json`.
pub fn json(diagnostic: &Diagnostic, sources: &Sources, tongue: Tongue) -> Value {
    let words = texts(diagnostic, tongue);
    let mut object = Map::new();
    object.insert("code".into(), diagnostic.code.as_str().into());
    object.insert("severity".into(), severity(diagnostic.severity()).into());
    object.insert("kind".into(), diagnostic.code.kind().into());
    object.insert("message".into(), words.message.into());
    object.insert("help".into(), words.help.into());
    object.append(&mut place(diagnostic.span, sources));
    let labels = words.labels.iter().map(|(span, text)| with_place(json!({ "message": text }), *span, sources));
    object.insert("labels".into(), labels.collect());
    if let Some(finding) = &diagnostic.finding {
        let notation = |arg: &Arg| Value::from(spell(arg, Tongue::En));
        object.insert("region".into(), inputs(&finding.region, notation));
        object.insert("witness".into(), inputs(&finding.witness, exact));
        if !finding.second.is_empty() {
            object.insert("second_witness".into(), inputs(&finding.second, exact));
        }
        object.insert("rows".into(), finding.rows.iter().map(|row| Value::Object(place(*row, sources))).collect());
    }
    object.insert("edits".into(), diagnostic.edits.iter().map(|edit| edited(edit, sources)).collect());
    Value::Object(object)
}

/// What became of a promise, for programs.
pub fn promise(promise: &Promise, sources: &Sources) -> Value {
    let answer = match promise.answer {
        Answer::Proved(_) => "proved",
        Answer::Refuted(_) => "refuted",
        Answer::Undecided { .. } => "not-decided",
    };
    with_place(json!({ "text": promise.ensure.text, "answer": answer }), promise.ensure.span, sources)
}

/// The word for it, which SARIF happens to share.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn inputs(of: &[(String, Arg)], word: impl Fn(&Arg) -> Value) -> Value {
    Value::Object(of.iter().map(|(name, arg)| (name.clone(), word(arg))).collect())
}

/// A witness as an exact decimal in base units (a percent as its fraction, a duration in seconds); what is
/// no number as the policy spells it.
fn exact(arg: &Arg) -> Value {
    match arg {
        Arg::Quantity(number, ..) | Arg::Number(number) => spell_number(number).into(),
        other => spell(other, Tongue::En).into(),
    }
}

fn edited(edit: &Edit, sources: &Sources) -> Value {
    let applicability = match edit.applicability {
        Applicability::Safe => "safe",
        Applicability::Choice => "choice",
    };
    with_place(json!({ "text": edit.text, "applicability": applicability }), edit.span, sources)
}

fn with_place(mut value: Value, span: Span, sources: &Sources) -> Value {
    if let Value::Object(object) = &mut value {
        object.append(&mut place(span, sources));
    }
    value
}

/// Where something stands; nothing for what stands in no file.
fn place(span: Span, sources: &Sources) -> Map<String, Value> {
    let mut object = Map::new();
    if let Some(file) = sources.get(span.file) {
        let (start, end) = (file.place(span.start as usize), file.place(span.end as usize));
        object.insert("file".into(), file.name.clone().into());
        let start = [("line", start.line), ("column", start.column), ("byte", span.start as usize)];
        let end = [("end_line", end.line), ("end_column", end.column), ("end_byte", span.end as usize)];
        object.extend(start.into_iter().chain(end).map(|(name, figure)| (name.to_owned(), figure.into())));
    }
    object
}
