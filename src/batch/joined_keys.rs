//! `张三/李四`: one cell with the keys of two people, who get nothing of it, while a third person does.

use std::collections::HashSet;

use crate::data::{Batch, Layout, Problem};
use crate::diagnostic::{Arg, Code};
use crate::ir::{Text, Type, Value};

/// What people write between two names.
const BETWEEN: [char; 9] = ['/', '／', '、', '&', '＆', '+', '＋', ',', '，'];

/// Tells records whose key joins the keys of others.
pub(super) fn tell(layout: Layout, batch: &mut Batch) {
    let told: Vec<Problem> = texts(layout).filter_map(|field| of_field(layout, batch, field)).collect();
    batch.notices.extend(told);
}

/// The fields of a key that are texts.
pub(super) fn texts(layout: Layout) -> impl Iterator<Item = usize> {
    let fields = layout.fields.iter().zip(layout.slots).enumerate();
    fields.filter(|(_, (field, slot))| field.key && slot.ty == Type::Text).map(|(at, _)| at)
}

/// Whether the text of a key may join others.
pub(super) fn may_join(text: &str) -> bool {
    // Most keys are letters and digits alone.
    !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && Text::from(text).normal().contains(BETWEEN)
}

fn of_field(layout: Layout, batch: &Batch, field: usize) -> Option<Problem> {
    let is_such = |value: &Value| matches!(value, Value::Text(text) if may_join(text.as_str()));
    let apart = || batch.all_apart().any(|(_, record)| record.reading.known(field).is_some_and(is_such));
    if !batch.stretches().any(|stretch| stretch.has_text(field, may_join)) && !apart() {
        return None;
    }
    let key = |at: usize| match batch.known(at, field)?.into_owned() {
        Value::Text(text) => Some((at, text)),
        _ => None,
    };
    let all = || (0..batch.len()).filter_map(key);
    let several: Vec<(usize, Text)> = all().filter(|(_, text)| text.normal().contains(BETWEEN)).collect();
    if several.is_empty() {
        return None;
    }
    let keys: HashSet<Text> = all().map(|(_, key)| key).collect();
    let joins = |text: &Text| {
        let parts: Vec<&str> = text.normal().split(BETWEEN).map(str::trim).collect();
        parts.len() > 1 && parts.iter().all(|part| keys.contains(&Text::from(*part)))
    };
    let mut joined = several.into_iter().filter(|(_, text)| joins(text));
    let (first, text) = joined.next()?;
    let text = text.normal();
    let place = batch.place(first)?;
    let input = batch.input(place)?;
    let name = layout.fields.get(field).map_or("", |field| field.name.as_str());
    let told = Problem::new(Code::JoinedKeys, "", &input.name).at(input.at(place.row));
    let parts = text.split(BETWEEN).map(|part| Arg::from(part.trim())).collect();
    let count = joined.count() + 1;
    Some(told.arg("field", name).arg("key", text).arg("parts", Arg::List(parts)).arg("count", count))
}
