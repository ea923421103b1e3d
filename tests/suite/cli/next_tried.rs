//! What would help, tried: the cell is changed as it is told, and to everything that lies a step nearer, and all is
//! evaluated anew.

use std::collections::BTreeMap;

use merit::quantity::Decimal;
use serde_json::Value;

use super::Shop;

const POLICY: &str = r#"policy "试改" { currency CNY }
record {
    工号   : text, key
    差评   : count in [0, 12]
    回复率 : percent(%) in [0%, 100%], decimals 1
    态度   : 优 | 良 | 差
    全勤   : bool
    评分   : points in [0, 10], decimals 1, optional
    销售额 : money in [0元, 500元]
}
score 差评   weight 30% { 0 => 100; [1, 3] => 80; (3, 6] => 40; > 6 => 0 }
score 回复率 weight 30% { >= 98% => 100; [90%, 98%) => 80; < 90% => 30 }
score 态度   weight 20% { 优 => 100; 良 => 70; 差 => 0 }
score 评分   weight 20% { >= 8 => 100; [5, 8) => 60; < 5 => 20; missing => exempt }
metric 总分 : points, decimals 1 = scores
grade 等级 by 总分 -> 奖金 : money { A : >= 90 => 800元; B : [70, 90) => 400元; C : < 70 => 0元 }
scale 提成 on 销售额, marginal { [0元, 300元) => 0%; >= 300元 => 3% }
pay 工资 { 奖金 = 等级.奖金; 全勤奖 = 200元 when 全勤; 提成 = 提成; 罚款 = -50元 * 差评 }
"#;

/// The fields with the decimals of their cells and the greatest number of steps; of labels what they are.
const FIELDS: [(&str, u32, i64, &[&str]); 6] = [
    ("差评", 0, 12, &[]),
    ("回复率", 1, 1000, &[]),
    ("态度", 0, 2, &["优", "良", "差"]),
    ("全勤", 0, 1, &["否", "是"]),
    ("评分", 1, 100, &[]),
    ("销售额", 2, 50_000, &[]),
];

/// A record: each field in steps, or nothing.
type Record = [Option<i64>; 6];

const RECORDS: [Record; 8] = [
    [Some(5), Some(885), Some(1), Some(0), Some(72), Some(29_000)],
    [Some(0), Some(1000), Some(0), Some(1), Some(100), Some(50_000)],
    [Some(12), Some(0), Some(2), Some(0), Some(0), Some(0)],
    [Some(1), Some(979), Some(0), Some(1), None, Some(30_000)],
    [Some(3), Some(900), Some(2), Some(0), None, Some(30_001)],
    [Some(7), Some(981), Some(0), Some(1), Some(79), Some(12_345)],
    [Some(4), Some(980), Some(1), Some(1), Some(49), Some(50_000)],
    [Some(0), Some(899), Some(1), Some(0), Some(80), Some(299)],
];

fn cell(field: usize, steps: Option<i64>) -> String {
    let (_, places, _, labels) = FIELDS[field];
    match steps {
        None => String::new(),
        Some(at) if !labels.is_empty() => labels[usize::try_from(at).unwrap()].to_owned(),
        Some(at) => Decimal::new(at, places).to_string(),
    }
}

/// What a program is told of a field, in steps. A rate is a fraction there.
fn steps(field: usize, told: &Value) -> Option<i64> {
    let (name, places, _, labels) = FIELDS[field];
    match told {
        Value::Null => None,
        Value::Bool(is) => Some(i64::from(*is)),
        Value::String(label) => labels.iter().position(|known| known == label).map(|at| at as i64),
        number => {
            let figure: Decimal = number.to_string().parse().unwrap();
            let hundred = if name == "回复率" { 2 } else { 0 };
            let steps = figure * Decimal::from(10_i64.pow(places + hundred));
            assert!(steps.is_integer(), "{name} {told}");
            Some(steps.to_string().parse::<Decimal>().unwrap().normalize().to_string().parse().unwrap())
        }
    }
}

fn sheet(records: &[Record]) -> String {
    let names: Vec<&str> = FIELDS.iter().map(|field| field.0).collect();
    let mut sheet = format!("工号,{}\n", names.join(","));
    for (at, record) in records.iter().enumerate() {
        let cells: Vec<String> = (0..6).map(|field| cell(field, record[field])).collect();
        sheet.push_str(&format!("R{at},{}\n", cells.join(",")));
    }
    sheet
}

/// What each record comes to by `merit eval`.
fn evaluated(records: &[Record]) -> Vec<Value> {
    let shop = Shop::new().file("t.merit", POLICY).file("t.csv", sheet(records));
    shop.run(&["eval", "t.merit", "t.csv", "-o", "r.json"]).ends(0);
    let all: Vec<Value> = serde_json::from_str(&shop.read("r.json")).unwrap();
    assert_eq!(all.len(), records.len());
    all
}

/// Whether a goal is reached, by its definition.
fn reaches(entry: &Value, before: &Value, after: &Value) -> bool {
    let name = entry["name"].as_str().unwrap();
    let number = |of: &Value, name: &str| of[name].as_number().map(|it| it.to_string().parse::<Decimal>().unwrap());
    match entry["goal"].as_str().unwrap() {
        "grade" => after[name].as_str() < before[name].as_str(),
        // Of an item, or of what a grade goes by.
        "points" => {
            let item = format!("{name}.points");
            let name = if before.get(&item).is_some() { &item } else { name };
            number(after, name) > number(before, name)
        }
        "pay" => number(after, name) > number(before, name),
        other => panic!("{other}"),
    }
}

/// What lies nearer to where a field is than what is told.
fn nearer(field: usize, from: i64, to: i64) -> Vec<i64> {
    let (_, _, most, labels) = FIELDS[field];
    let far = (to - from).abs();
    let all: Vec<i64> = match labels.is_empty() {
        true => vec![from - far + 1, from + far - 1, from - far / 2, from + far / 2, from - 1, from + 1],
        false => (0..=most).filter(|at| (at - from).abs() < far).collect(),
    };
    let inside = |at: &i64| (0..=most).contains(at) && *at != from && (at - from).abs() < far;
    all.into_iter().filter(inside).collect()
}

/// All that a field can be; of amounts some.
fn every(field: usize) -> Vec<(usize, Option<i64>)> {
    let (name, _, most, _) = FIELDS[field];
    let mut all: Vec<Option<i64>> = (0..=most).step_by(if most > 5_000 { 499 } else { 1 }).map(Some).collect();
    all.extend([Some(most), Some(0)]);
    all.extend((name == "评分").then_some(None));
    all.into_iter().map(|value| (field, value)).collect()
}

#[test]
fn every_change_that_is_told_suffices_and_none_that_is_nearer() {
    let shop = Shop::new().file("t.merit", POLICY).file("t.csv", sheet(&RECORDS));
    let all: Vec<&str> = FIELDS.iter().map(|field| field.0).collect();
    let only = all.join(",");
    let told = shop.run(&["why", "t.merit", "t.csv", "--all", "--next", "99", "--only", &only, "--format", "json"]);
    let told: Vec<Value> = told.ends(0).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // Each record that is tried, with whose it is, what was told, and whether it is to be reached.
    let mut tried: Vec<(Record, usize, &Value, bool)> = vec![];
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, told) in told.iter().enumerate() {
        for entry in told["next"].as_array().unwrap() {
            assert_eq!(entry["exact"], true, "{entry}");
            let with = |field: usize, value: Option<i64>| {
                let mut record = RECORDS[at];
                record[field] = value;
                record
            };
            let field = entry["field"].as_str().map(|name| all.iter().position(|known| *known == name).unwrap());
            if entry["reachable"] == false {
                let fields = field.map_or(0..6, |field| field..field + 1);
                for (field, value) in fields.flat_map(every) {
                    tried.push((with(field, value), at, entry, false));
                }
                *seen.entry(if field.is_some() { "never" } else { "nothing" }).or_default() += 1;
                continue;
            }
            let field = field.unwrap();
            let (from, to) = (steps(field, &entry["from"]), steps(field, &entry["to"]));
            assert_eq!(from, RECORDS[at][field], "{entry}");
            tried.push((with(field, to), at, entry, true));
            if let (Some(from), Some(to)) = (from, to) {
                tried.extend(nearer(field, from, to).into_iter().map(|it| (with(field, Some(it)), at, entry, false)));
            }
            *seen.entry(all[field]).or_default() += 1;
        }
    }
    let before = evaluated(&RECORDS);
    let after = evaluated(&tried.iter().map(|it| it.0).collect::<Vec<_>>());
    for ((record, at, entry, is_to), after) in tried.iter().zip(&after) {
        assert_eq!(reaches(entry, &before[*at], after), *is_to, "{record:?} of {:?}: {entry}", RECORDS[*at]);
        let told = |member: &str, name: &str| {
            (*is_to && !entry[member].is_null())
                .then(|| entry[member] == serde_json::json!([before[*at][name], after[name]]))
        };
        for is_told in [told("grade", "等级"), told("pay", "工资")].into_iter().flatten() {
            assert!(is_told, "{record:?} comes to {after}: {entry}");
        }
    }
    for name in all.iter().chain(&["nothing", "never"]) {
        assert!(seen.get(name).is_some_and(|count| *count > 1), "{name}: {seen:?}");
    }
}
