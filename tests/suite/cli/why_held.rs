//! What `merit why` tells of everybody, held against what `merit eval` writes, the policy's own lines and the cells of
//! the data; and what is written with figures is worked out once more, in whole numbers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Shop;

const POLICY: &str = include_str!("why_held.merit");

/// The data, and what stands beside them: files by name.
const FILES: [(&str, &str); 3] = [
    (
        "w.csv",
        "工号,月份,店铺,接待,回复,首响,底薪,销售额,出勤,试用,岗位,加分
A1,2024-03,甲,300,297,25.5,3000,12345.67,26,否,售前,
A2,2024-03,甲,7,6,60,3100,45678.9,19,是,售前,2.5
A3,2024-03,乙,0,0,61.2,2800,0,,否,售后,10
A4,2024-03,乙,999,900,30,8000,99999.99,25,否,售后,
A5,2024-03,乙,13,11,30.1,2999.99,30000,20,否,售前,0.5
",
    ),
    ("s.csv", "店铺,目标\n甲,20000\n乙,30000\n"),
    ("t.csv", "工号,月份,单号,扣分\nA2,2024-03,T1,2.5\nA2,2024-03,T2,1\nA4,2024-03,T3,3\n"),
];

/// A quotient of whole numbers.
#[derive(Debug, Clone, Copy)]
struct Ratio(i128, i128);

impl Ratio {
    /// `1.5`, `3/7`
    fn of(text: &str) -> Ratio {
        let whole = |text: &str| {
            let (before, behind) = text.split_once('.').unwrap_or((text, ""));
            Ratio(format!("{before}{behind}").parse().unwrap(), 10_i128.pow(behind.len() as u32))
        };
        match text.split_once('/') {
            Some((one, other)) => whole(one).over(whole(other)),
            None => whole(text),
        }
    }

    fn told(value: &Value) -> Option<Ratio> {
        match value {
            Value::Number(number) => Some(Ratio::of(&number.to_string())),
            Value::String(text) => Some(Ratio::of(text)),
            _ => None,
        }
    }

    fn plus(self, other: Ratio) -> Ratio {
        Ratio(self.0 * other.1 + other.0 * self.1, self.1 * other.1).least()
    }

    fn times(self, other: Ratio) -> Ratio {
        Ratio(self.0 * other.0, self.1 * other.1).least()
    }

    fn over(self, other: Ratio) -> Ratio {
        self.times(Ratio(other.1 * other.0.signum(), other.0.abs()))
    }

    fn least(self) -> Ratio {
        let (mut a, mut b) = (self.0.abs(), self.1.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Ratio(self.0 / a.max(1), self.1 / a.max(1))
    }

    /// Half up, to a multiple of a step.
    fn rounded(self, step: Ratio) -> Ratio {
        let Ratio(over, under) = self.over(step);
        Ratio((2 * over + under).div_euclid(2 * under), 1).times(step)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}

/// What is written with figures, as `3100元 * 19 / 26`: sums, products and quotients of figures with their units. What
/// has words in it is left, and gives nothing.
fn worked(text: &str) -> Option<Ratio> {
    let text = text.strip_prefix("round(").and_then(|text| text.rsplit_once(", ")).map_or(text, |(inside, _)| inside);
    let mut sum = Ratio(0, 1);
    let (mut product, mut sign, mut over) = (None::<Ratio>, 1, false);
    for word in text.split(' ') {
        match word {
            "+" | "-" => {
                sum = sum.plus(product.take()?.times(Ratio(sign, 1)));
                (sign, over) = (if word == "-" { -1 } else { 1 }, false);
            }
            "*" => over = false,
            "/" => over = true,
            figure => {
                let (figure, part) = match figure.strip_suffix('%') {
                    Some(figure) => (figure, 100),
                    None => (figure.trim_end_matches(['元', 's']), 1),
                };
                if !figure.chars().all(|c| c.is_ascii_digit() || c == '.') {
                    return None;
                }
                let figure = Ratio::of(figure).over(Ratio(part, 1));
                product = Some(match product {
                    Some(product) if over => product.over(figure),
                    Some(product) => product.times(figure),
                    None => figure,
                });
            }
        }
    }
    Some(sum.plus(product?.times(Ratio(sign, 1))))
}

/// What was looked at, so that a test can say that it saw something.
#[derive(Debug, Default)]
struct Seen {
    cells: usize,
    lines: usize,
    results: BTreeSet<String>,
    worked: usize,
    rounded: usize,
}

/// Everything that stands in a line of the policy, and everything with figures.
fn hold(told: &Value, seen: &mut Seen) {
    if let Value::Array(all) = told {
        all.iter().for_each(|one| hold(one, seen));
    }
    let Value::Object(object) = told else { return };
    object.values().for_each(|one| hold(one, seen));
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    if let (Some("w.merit"), Some(line)) = (text("file"), object.get("line").and_then(Value::as_u64)) {
        let line = POLICY.lines().nth(line as usize - 1).unwrap().split_whitespace().collect::<String>();
        for piece in [text("text"), text("formula")].into_iter().flatten() {
            let piece: String = piece.split_whitespace().collect();
            assert!(line.contains(&piece), "{piece} is not in {line}");
            seen.lines += 1;
        }
    }
    let exact = object.get("exact").and_then(Ratio::told);
    if let (Some(figures), Some(exact)) = (text("figures"), exact) {
        if let Some(worked) = worked(figures) {
            assert_eq!(worked, exact, "{told}");
            seen.worked += 1;
        }
        let value = ["value", "amount", "points"].iter().find_map(|name| object.get(*name));
        let before = object.get("bound").and_then(|bound| bound.get("before"));
        let (Some(step), Some(value)) = (object.get("rounded_by").and_then(|by| by.get("step")), value) else { return };
        let value = Ratio::told(before.unwrap_or(value)).unwrap();
        assert_eq!(exact.rounded(Ratio::told(step).unwrap()), value, "{told}");
        seen.rounded += 1;
    }
}

/// The cell from which a value is said to be read says it.
fn hold_cell(field: &Value, seen: &mut Seen) {
    let Value::Object(source) = &field["source"] else {
        assert!(["default", "missing"].contains(&field["source"].as_str().unwrap()), "{field}");
        return;
    };
    let (_, file) = FILES.iter().find(|(name, _)| *name == source["file"]).unwrap();
    let at = |name: &str| source[name].as_u64().unwrap() as usize - 1;
    let cell = |line: usize| file.lines().nth(line).unwrap().split(',').nth(at("column")).unwrap();
    assert_eq!(source["header"], cell(0));
    let column = char::from(b'A' + at("column") as u8);
    assert_eq!(source["cell"], format!("{column}{}", at("line") + 1));
    let text = cell(at("line"));
    match &field["value"] {
        Value::Number(number) => assert_eq!(Ratio::of(&number.to_string()), Ratio::of(text), "{field}"),
        Value::Bool(is) => assert_eq!(text, if *is { "是" } else { "否" }),
        value => assert_eq!(value, text),
    }
    seen.cells += 1;
}

/// Every figure that has a name in the results, with its name there.
fn figures(told: &Value) -> Vec<(String, Value)> {
    let mut all = vec![];
    let each = |name: &str| told[name].as_array().unwrap().iter();
    let name = |of: &Value| of["name"].as_str().unwrap().to_owned();
    each("metrics").for_each(|of| all.push((name(of), of["value"].clone())));
    each("items").for_each(|of| all.push((format!("{}.points", name(of)), of["points"].clone())));
    all.push(("scores".to_owned(), told["total"]["value"].clone()));
    for grade in each("grades") {
        all.push((name(grade), grade["label"].clone()));
        let outputs = grade["outputs"].as_object().unwrap().iter();
        outputs.for_each(|(output, value)| all.push((format!("{}.{output}", name(grade)), value.clone())));
    }
    each("flags").for_each(|of| all.push((name(of), of["holds"].clone())));
    for gate in each("gates") {
        let failed = gate["failed"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap());
        let failed = failed.collect::<Vec<_>>().join(", ");
        all.push((name(gate), if gate["holds"] == true { "yes".into() } else { format!("no: {failed}").into() }));
    }
    for pay in each("pay") {
        all.push((name(pay), pay["sum"].clone()));
        let lines = pay["lines"].as_array().unwrap().iter();
        lines.for_each(|line| all.push((format!("{}.{}", name(pay), name(line)), line["amount"].clone())));
    }
    all
}

#[test]
fn every_figure_is_that_of_the_results_of_a_line_and_of_a_cell() {
    let shop = FILES.iter().fold(Shop::new().file("w.merit", POLICY), |shop, (name, text)| shop.file(name, text));
    let beside = ["w.merit", "w.csv", "--with", "店铺表=s.csv", "--with", "投诉=t.csv"];
    shop.run(&[&["eval"], &beside[..], &["-o", "r.json"]].concat()).ends(0);
    let results: Vec<Value> = serde_json::from_str(&shop.read("r.json")).unwrap();
    let all = shop.run(&[&["why"], &beside[..], &["--all", "--format", "json"]].concat()).ends(0).out;
    let all: Vec<Value> = all.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((all.len(), results.len()), (5, 5));
    let mut seen = Seen::default();
    for (told, result) in all.iter().zip(&results) {
        assert_eq!(told["key"]["工号"], result["工号"]);
        for (name, value) in figures(told) {
            assert_eq!(value, result[&name], "{name} of {result}");
            seen.results.insert(name);
        }
        hold(told, &mut seen);
        told["fields"].as_array().unwrap().iter().for_each(|field| hold_cell(field, &mut seen));
        for lookup in told["lookups"].as_array().unwrap() {
            lookup["fields"].as_array().unwrap().iter().for_each(|field| hold_cell(field, &mut seen));
        }
        // 1% of the first 10,000, 1.5% of the next 20,000, 2% of what lies above.
        let scale = &told["scales"][0];
        let slices = scale["slices"].as_array().unwrap().iter().map(|slice| {
            let of = |name: &str| Ratio::told(&slice[name]).unwrap();
            assert_eq!(of("part").times(of("rate")), of("amount"));
            of("amount")
        });
        assert_eq!(slices.fold(Ratio(0, 1), Ratio::plus), Ratio::told(&scale["amount"]).unwrap());
    }
    // Every column of the results but the key is a figure of the explanation.
    let columns = results[0].as_object().unwrap().keys().filter(|name| !name.starts_with('_'));
    let columns: BTreeSet<String> =
        columns.filter(|name| !["工号", "月份"].contains(&name.as_str())).cloned().collect();
    assert_eq!(seen.results, columns);
    assert!(seen.cells > 60 && seen.lines > 100 && seen.worked > 45 && seen.rounded > 35, "{seen:?}");
    // The same of one person alone, but for what would help.
    let one = shop.run(&[&["why"], &beside[..2], &["A4"], &beside[2..], &["--format", "json", "--next", "0"]].concat());
    assert_eq!(serde_json::from_str::<Value>(&one.ends(0).out).unwrap(), all[3]);
}
