//! Diagnostics as SARIF 2.1.0, which code hosts and editors read.

use indexmap::IndexSet;
use serde_json::{Map, Value, json};

use super::json::severity;
use super::page::title;
use super::{Tongue, say, texts};
use crate::diagnostic::{Applicability, Code, Diagnostic, Edit};
use crate::source::{SourceFile, Sources, Span};

/// What was told of one policy.
#[derive(Debug)]
pub struct Checked {
    /// What became of what the policies ensure.
    pub promises: Vec<crate::promise::Promise>,
    /// What messages quote.
    pub sources: Sources,
    /// What was told.
    pub diagnostics: Vec<Diagnostic>,
}

/// A log of one run. `page` is the page of a code, of which the heading and the whole become the rule's texts.
pub fn sarif(checked: &[Checked], tongue: Tongue, page: impl Fn(Code) -> Option<&'static str>) -> Value {
    let codes: IndexSet<Code> = checked.iter().flat_map(|of| &of.diagnostics).map(|told| told.code).collect();
    let results = checked.iter().flat_map(|of| {
        let files = Files::of(&of.sources);
        let result = |told| result(told, &files, codes.get_index_of(&told.code), tongue);
        of.diagnostics.iter().map(result).collect::<Vec<_>>()
    });
    let driver = json!({
        "name": "merit",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": codes.iter().map(|code| rule(*code, page(*code))).collect::<Vec<_>>(),
    });
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "language": match tongue { Tongue::Zh => "zh-CN", Tongue::En => "en-US" },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: Code, page: Option<&'static str>) -> Value {
    let page = page.unwrap_or_default();
    let title = title(code, page);
    json!({
        "id": code.as_str(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": if title.is_empty() { code.kind() } else { title } },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": severity(code.severity()) },
    })
}

fn result(told: &Diagnostic, files: &Files, rule: Option<usize>, tongue: Tongue) -> Value {
    let words = texts(told, tongue);
    let message = [Some(words.message), words.help].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let labels = words.labels.iter().enumerate().filter_map(|(at, (span, text))| {
        let mut location = files.location(*span)?;
        location.insert("id".into(), (at + 1).into());
        location.extend(text.as_ref().map(|text| ("message".to_owned(), json!({ "text": text }))));
        Some(Value::Object(location))
    });
    json!({
        "ruleId": told.code.as_str(),
        "ruleIndex": rule,
        "level": severity(told.severity()),
        "message": { "text": message },
        "locations": files.location(told.span).into_iter().collect::<Vec<_>>(),
        "relatedLocations": labels.collect::<Vec<_>>(),
        "fixes": told.edits.iter().filter_map(|edit| fix(edit, files, tongue)).collect::<Vec<_>>(),
    })
}

fn fix(edit: &Edit, files: &Files, tongue: Tongue) -> Option<Value> {
    let (artifact, region) = files.place(edit.span)?;
    let head = say("remedy-edit", &[], tongue);
    Some(json!({
        "description": { "text": format!("{head} {}", edit.text).trim_end() },
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{ "deletedRegion": region, "insertedContent": { "text": edit.text } }],
        }],
        "properties": { "safe": edit.applicability == Applicability::Safe },
    }))
}

/// The files of a policy, each with the characters that stand before its lines.
struct Files<'a> {
    sources: &'a Sources,
    before: Vec<Vec<usize>>,
}

impl<'a> Files<'a> {
    fn of(sources: &'a Sources) -> Self {
        let before = sources.iter().map(|(_, file)| {
            let lines = file.text.split_inclusive('\n').map(|line| line.chars().count());
            let sums = lines.scan(0, |sum, count| {
                *sum += count;
                Some(*sum)
            });
            [0].into_iter().chain(sums).collect()
        });
        Files { sources, before: before.collect() }
    }

    fn location(&self, span: Span) -> Option<Map<String, Value>> {
        let (artifact, region) = self.place(span)?;
        let place = json!({ "artifactLocation": artifact, "region": region });
        Some(Map::from_iter([("physicalLocation".to_owned(), place)]))
    }

    /// The file and the region; nothing for what stands in no file.
    fn place(&self, span: Span) -> Option<(Value, Value)> {
        let file = self.sources.get(span.file)?;
        let offset = |at: u32| {
            let place = file.place(at as usize);
            let before = self.before.get(usize::from(span.file.0)).and_then(|lines| lines.get(place.line - 1));
            (place, before.copied().unwrap_or(0) + place.column - 1)
        };
        let ((start, from), (end, to)) = (offset(span.start), offset(span.end));
        let region = json!({
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
            "charOffset": from, "charLength": to - from,
        });
        Some((json!({ "uri": uri(file) }), region))
    }
}

/// The name of a file as a URI, relative where the name is.
fn uri(file: &SourceFile) -> String {
    let path = file.name.replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let sign = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let encoded: String = path.bytes().map(sign).collect();
    let drive = path.as_bytes().get(1) == Some(&b':');
    match path.starts_with('/') {
        true => format!("file://{encoded}"),
        false if drive => format!("file:///{}", encoded.replacen("%3A", ":", 1)),
        false => encoded,
    }
}
