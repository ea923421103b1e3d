//! How a record came to what it came to.

use merit::batch::{Advisers, Appraisal, Changeable, Inputs, Sought, seek};
use merit::compile::Compiled;
use merit::explain::Written;
use merit::render::{Tongue, advice, why};
use serde_json::Value as Json;

use super::words::either;

/// The explanation of the record with a key, or why there is none.
pub fn why(compiled: &Compiled, inputs: Inputs, key: &[String], tongue: Tongue) -> Result<Json, String> {
    let policies = [&compiled.policy];
    let at = match seek(&inputs.shared, &policies, key) {
        Sought::Record(at, _) => at,
        other => return Err(unfound(&other, key, tongue)),
    };
    let appraisal = Appraisal::new(&policies, inputs, false);
    let started = appraisal.start(vec![compiled.watch()]);
    let hash = merit::io::sha256(compiled.read().map(|file| file.written()).collect::<String>().as_bytes());
    let written = [Written::new(&compiled.policy, &compiled.sources, Some(&hash), &compiled.promises)];
    let absent = || unfound(&Sought::Nobody(vec![], 0), key, tongue);
    let told = started.explanation(at, &written).ok_or_else(absent)?;
    let mut advisers = Advisers::new(&policies, &Changeable::default());
    let found = started.advice(at, &mut advisers).unwrap_or_default();
    let next = advice::json(&compiled.policy, &found, None);
    Ok(why::json(&compiled.policy, &told, &next, tongue))
}

/// Why no one record was found.
fn unfound(sought: &Sought, key: &[String], tongue: Tongue) -> String {
    let key = key.join(" ");
    match sought {
        Sought::Several(keys) => either(
            tongue,
            format!("叫「{key}」的有几位，请用 key= 说清楚：{}", keys.join("、")),
            format!("several records answer to “{key}”: name one by key=: {}", keys.join(", ")),
        ),
        Sought::Elsewhen(called, periods) => either(
            tongue,
            format!("「{called}」没有这个周期的记录，有的是：{}", periods.join("、")),
            format!("“{called}” has no record of that period; there are: {}", periods.join(", ")),
        ),
        Sought::Nobody(near, _) if !near.is_empty() => either(
            tongue,
            format!("没有「{key}」；相近的有：{}", near.join("、")),
            format!("there is no “{key}”; near it are: {}", near.join(", ")),
        ),
        Sought::Nobody(..) | Sought::Record(..) => {
            either(tongue, format!("没有「{key}」这条记录"), format!("there is no record “{key}”"))
        }
    }
}
