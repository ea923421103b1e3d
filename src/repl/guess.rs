//! What was meant by an entry that is nothing as it stands: a new name, a weight, a row of a table.

use super::{Answer, Session, evaluate, named, record};
use crate::compile::Compiled;
use crate::diagnostic::{Arg, Edit, Severity, nearest_of};
use crate::source::{FileId, SourceFile};
use crate::syntax::ast::Item;
use crate::syntax::{Keyword, parse};

/// So many names are told of those that there are.
const MOST_TOLD: usize = 8;

/// What is told of an entry that is no expression, where it can be told what it is.
pub(super) fn meant(session: &Session, text: &str) -> Option<Answer> {
    let told = person(session, text).or_else(|| named_anew(session, text)).or_else(|| weight(session, text));
    told.or_else(|| row(session, text)).or_else(|| member(session, text)).map(Answer::usage)
}

/// `A02`, who is in the data.
fn person(session: &Session, text: &str) -> Option<String> {
    let typed = format!(":record {text}");
    record::is_known(session, text).then(|| session.say("repl-record-meant", &[("typed", typed.into())]))
}

/// `提成`, which is a line of `应发工资` and nothing by itself.
fn member(session: &Session, text: &str) -> Option<String> {
    if !is_name(text) || !is_new(&session.now.compiled, text) {
        return None;
    }
    let slots = session.now.policy().slots.iter().map(|slot| slot.name.as_str());
    let members = slots.filter(|name| name.rsplit_once('.').is_some_and(|(_, member)| member == text));
    let names: Vec<Arg> = members.take(MOST_TOLD).map(Arg::from).collect();
    (!names.is_empty()).then(|| session.say("repl-members", &[("name", text.into()), ("names", Arg::List(names))]))
}

/// `差评过多 = 差评数 > 5`, `发货及时率.3 = …`, where nothing is called so.
fn named_anew(session: &Session, text: &str) -> Option<String> {
    let (name, value) = text.split_once(['=', '＝'])?;
    let (name, value) = (name.trim(), value.trim());
    if value.is_empty() || value.starts_with(['=', '＝', '>']) {
        return None;
    }
    let compiled = &session.now.compiled;
    if let Some((owner, _)) = name.split_once('.') {
        let owner = owner.trim();
        return (is_name(owner) && is_new(compiled, owner)).then(|| no_owner(session, owner));
    }
    // `差评(个)` is a title of a sheet.
    let title = name;
    let name = bare(title);
    let names = compiled.policy.slots.iter().map(|slot| slot.name.as_str());
    if let Some(near) = names.clone().find(|near| title != *near && spaced(near) == spaced(name)) {
        return Some(session.say("repl-no-name-near", &[("name", title.into()), ("near", near.into())]));
    }
    if !is_name(name) || !is_new(compiled, name) {
        return None;
    }
    if let Err(told) = evaluate::compiled(session, value) {
        return (!is_label(compiled, value)).then_some(told.text);
    }
    let typed = format!("{} {name} = {value}", Keyword::Let.word(session.words()));
    let args = [("name", Arg::from(name)), ("typed", typed.into())];
    let near = nearest_of(name, names.clone()).or_else(|| longer(name, names));
    Some(match near {
        Some(near) => session.say("repl-new-name-near", &[args.as_slice(), &[("near", near.into())]].concat()),
        None => session.say("repl-new-name", &args),
    })
}

/// A title without the unit in brackets behind it.
fn bare(name: &str) -> &str {
    let unit = name.strip_suffix([')', '）']).and_then(|name| name.rsplit_once(['(', '（']));
    unit.map_or(name, |(name, _)| name.trim_end())
}

/// A name in small letters, its words apart: `late_arrivals` is called `Late arrivals` in a sheet.
fn spaced(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '_');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The only name that begins as a text of two letters or more does: `迟到次数` of `迟到`.
fn longer<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut longer = names.filter(|name| name.starts_with(text) && text.chars().count() > 1);
    longer.next().filter(|_| longer.next().is_none())
}

/// Whether a text is one word that may be a name.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic()) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_new(compiled: &Compiled, name: &str) -> bool {
    let policy = &compiled.policy;
    policy.slot_named(name).is_none()
        && !policy.params.iter().any(|param| param.name == name)
        && !named::has_parts(&compiled.file, name)
}

fn is_label(compiled: &Compiled, text: &str) -> bool {
    compiled.policy.label_sets.iter().flat_map(|set| &set.labels).any(|label| label.name == text)
}

/// Which things have rows or weights.
pub(super) fn no_owner(session: &Session, owner: &str) -> String {
    let names = named::with_parts(&session.now.compiled.file);
    let told = ("name", Arg::from(owner));
    match nearest_of(owner, names.iter().map(String::as_str)) {
        Some(near) => session.say("repl-no-owner-near", &[told, ("near", near.into())]),
        None if names.is_empty() => session.say("repl-no-rows", &[told]),
        None => {
            let names = names.iter().take(MOST_TOLD).map(|name| Arg::from(name.as_str())).collect();
            session.say("repl-no-owner", &[told, ("names", Arg::List(names))])
        }
    }
}

/// `质量 权重 30%`
fn weight(session: &Session, text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = words.iter().position(|word| named::is_weight(word))?;
    let (name, value) =
        (*words.get(place.checked_sub(1)?)?, words.get(place + 1)?.trim_start_matches(['=', '＝', ':', '：']));
    if words.len() != place + 2 || place > 2 {
        return None;
    }
    let file = &session.now.compiled.file;
    if named::weight(file, name).is_some() {
        let typed = format!("{name}.{} = {value}", words.get(place)?);
        return Some(session.say("repl-weight-meant", &[("typed", typed.into())]));
    }
    let names = named::with_weight(file);
    let told = ("name", Arg::from(name));
    Some(match nearest_of(name, names.iter().map(String::as_str)) {
        Some(near) => session.say("repl-no-item-near", &[told, ("near", near.into())]),
        None if names.is_empty() => return None,
        None => {
            let names = names.iter().take(MOST_TOLD).map(|name| Arg::from(name.as_str())).collect();
            session.say("repl-no-item", &[told, ("names", Arg::List(names))])
        }
    })
}

/// `45%以上 >= 95`: a row by itself, which is one of no table.
fn row(session: &Session, text: &str) -> Option<String> {
    // What has a value and no bound is a slip in a name.
    let named = |text: &str| text.starts_with(char::is_alphabetic) && !text.contains(char::is_numeric);
    if text.split_once(['=', '＝']).is_some_and(|(before, _)| named(before)) {
        return None;
    }
    let mended = mended_row(text)?;
    let compiled = &session.now.compiled;
    let (owner, at) = named::with_parts(&compiled.file).into_iter().find_map(|name| {
        let rows = named::rows(&compiled.file, &name)?;
        // Whose bounds are written in the same unit comes first to mind.
        let unit = |text: &str| text.chars().find(|c| matches!(c, '%' | '元' | '秒' | '分' | '天' | '次'));
        let alike = |row: &crate::syntax::ast::Row| unit(compiled.sources.slice(row.span)) == unit(text);
        Some((name, rows.rows.iter().position(alike)? + 1))
    })?;
    let typed = format!(":row {owner} {at} \"{mended}\"");
    Some(session.say("repl-row-meant", &[("typed", typed.into())]))
}

/// A text as a row, its signs put right; nothing, where it is none.
fn mended_row(text: &str) -> Option<String> {
    let (lead, end) = ("score q weight 100% {\n", "\n}\n");
    let mut row = text.to_owned();
    // A slip hides the next one.
    for _ in 0..3 {
        let source = SourceFile::new("", format!("{lead}{row}{end}"));
        let parsed = parse(FileId::default(), &source);
        let told = parsed.diagnostics.iter().find(|told| told.severity() == Severity::Error);
        let Some(told) = told else {
            let rows = parsed.file.items.iter().any(|item| match item {
                Item::Score(score) => {
                    score.rows.as_deref().is_some_and(|rows| rows.len() == 1 && rows.iter().all(|row| !row.invalid))
                }
                _ => false,
            });
            return rows.then_some(row);
        };
        row = edited(&source.text, &told.edits)?.strip_prefix(lead)?.strip_suffix(end)?.to_owned();
    }
    None
}

/// A text with edits in it.
fn edited(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut out = text.to_owned();
    let last = edits.last()?.span;
    for edit in edits {
        if !out.is_char_boundary(edit.span.range().start) || out.get(edit.span.range()).is_none() {
            return None;
        }
        out.replace_range(edit.span.range(), &edit.text);
    }
    (last.file == FileId::default()).then_some(out)
}
