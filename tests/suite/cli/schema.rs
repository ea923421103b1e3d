//! What a policy reads and gives as JSON Schema, and as empty sheets that are read back.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::str::FromStr;

use merit::quantity::Decimal;
use serde_json::{Map, Value as Json, json};

use super::{Run, Shop};

/// A copy of the ready-made policies with their data.
fn policies() -> Shop {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let shop = Shop(tempfile::TempDir::new().unwrap());
    for entry in fs::read_dir(&from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = shop.0.path().join(entry.file_name().unwrap());
        match entry.is_dir() {
            true => {
                fs::create_dir(&target).unwrap();
                for inner in fs::read_dir(&entry).unwrap().map(|inner| inner.unwrap().path()) {
                    fs::copy(&inner, target.join(inner.file_name().unwrap())).unwrap();
                }
            }
            false => drop(fs::copy(&entry, &target).unwrap()),
        }
    }
    shop
}

/// The name of each policy that is evaluated by itself, and the words behind `merit` that evaluate its data.
fn tried(shop: &Shop) -> BTreeMap<String, Vec<String>> {
    let names = fs::read_dir(shop.0.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = names.filter(|name| name.ends_with(".merit")).collect();
    let words = |name: &String| {
        let text = shop.read(name);
        let line = text.lines().find_map(|line| line.split_once("merit eval ")).unwrap().1;
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        (words.iter().filter(|word| word.ends_with(".merit")).count() == 1).then(|| (name.clone(), words))
    };
    names.iter().filter_map(words).collect()
}

/// Evaluates other data by a policy, with the tables beside it.
fn evaluated(shop: &Shop, words: &[String], data: Option<&str>, output: &str) -> Run {
    let data = words.iter().enumerate().map(|(at, word)| if at == 1 { data.unwrap_or(word) } else { word.as_str() });
    let words: Vec<&str> = ["eval"].into_iter().chain(data).chain(["--columns", "all", "-o", output]).collect();
    shop.run(&words)
}

fn lines(shop: &Shop, name: &str) -> Vec<Map<String, Json>> {
    shop.read(name).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn is_ok(result: &Map<String, Json>) -> bool {
    result["_status"] == "ok"
}

fn schema(shop: &Shop, name: &str) -> Json {
    serde_json::from_str(&shop.run(&["schema", name]).ends(0).out).unwrap()
}

/// The fields of a record as they were read.
fn record(schema: &Json, result: &Map<String, Json>) -> Map<String, Json> {
    let properties = schema["$defs"]["record"]["properties"].as_object().unwrap();
    properties.keys().map(|name| (name.clone(), result[name].clone())).collect()
}

fn decimal(number: &Json) -> Option<Decimal> {
    let text = number.as_number()?.to_string();
    Decimal::from_str(&text).ok().or_else(|| Decimal::from_scientific(&text).ok())
}

/// The keywords that schemas of this program have, exactly; any other is a fault.
fn admits(schema: &Json, value: &Json) -> bool {
    let object = schema.as_object().unwrap();
    let figure = decimal(value);
    let bound = |limit: &Json| figure.map(|figure| (figure, decimal(limit).unwrap()));
    object.iter().all(|(keyword, limit)| match keyword.as_str() {
        "type" => match limit.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "number" => figure.is_some(),
            "integer" => figure.is_some_and(|figure| figure.fract().is_zero()),
            other => panic!("type {other}"),
        },
        "properties" => {
            let named = |(name, schema): (&String, &Json)| value.get(name).is_none_or(|value| admits(schema, value));
            limit.as_object().unwrap().iter().all(named)
        }
        "required" => limit.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| admits(limit, item))),
        "anyOf" => limit.as_array().unwrap().iter().any(|schema| admits(schema, value)),
        "enum" => limit.as_array().unwrap().contains(value),
        "const" => limit == value,
        "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= limit.as_u64().unwrap()),
        "minimum" => bound(limit).is_none_or(|(figure, limit)| figure >= limit),
        "maximum" => bound(limit).is_none_or(|(figure, limit)| figure <= limit),
        "multipleOf" => bound(limit).is_none_or(|(figure, step)| (figure % step).is_zero()),
        "pattern" => value.as_str().is_none_or(|text| fits(limit.as_str().unwrap(), text)),
        "if" => !admits(limit, value) || admits(&object["then"], value),
        "then" | "title" | "description" | "format" => true,
        other => panic!("keyword {other}"),
    })
}

/// The patterns that there are, each as a shape in which `9` is a digit.
fn fits(pattern: &str, text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    let month = || text[5..].parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => shape == "9999-99-99",
        "^[0-9]{4}-(0[1-9]|1[0-2])$" => shape == "9999-99" && month(),
        "^[0-9]{4}-Q[1-4]$" => shape == "9999-Q9" && ('1'..='4').contains(&text.chars().last().unwrap()),
        "^[0-9]{4}$" => shape == "9999",
        "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$" => {
            (shape == "99:99" || shape == "99:99:99") && &text[..2] < "24"
        }
        "^-?[0-9]+(\\.[0-9]+)?%$" => text.strip_suffix('%').is_some_and(|figure| Decimal::from_str(figure).is_ok()),
        "^-?[0-9]+(\\.[0-9]+)?s$" => text.strip_suffix('s').is_some_and(|figure| Decimal::from_str(figure).is_ok()),
        "^(yes|no(: .*)?)$" => text == "yes" || text == "no" || text.starts_with("no: "),
        other => panic!("pattern {other}"),
    }
}

#[test]
fn what_a_policy_reads_and_gives_fits_its_schema_and_is_read_again() {
    let shop = policies();
    let mut seen = 0;
    for (name, words) in tried(&shop) {
        let schema = schema(&shop, &name);
        evaluated(&shop, &words, None, "all.jsonl");
        let results = lines(&shop, "all.jsonl");
        let records: Vec<_> = results.iter().filter(|result| is_ok(result)).map(|of| record(&schema, of)).collect();
        assert!(records.len() > 2, "{name}");
        for of in &records {
            assert!(admits(&schema["$defs"]["record"], &Json::from(of.clone())), "{name}: {of:?}");
        }
        let text: String = records.iter().map(|of| format!("{}\n", Json::from(of.clone()))).collect();
        fs::write(shop.0.path().join("again.jsonl"), text).unwrap();
        evaluated(&shop, &words, Some("again.jsonl"), "all.jsonl");
        let again: Vec<_> = lines(&shop, "all.jsonl").iter().map(|of| record(&schema, of)).collect();
        assert_eq!(again, records, "{name}");
        let given: Vec<&str> = words.iter().map(String::as_str).chain(["-o", "given.jsonl"]).collect();
        shop.run(&[&["eval"], given.as_slice()].concat());
        for result in lines(&shop, "given.jsonl") {
            assert!(admits(&schema["$defs"]["result"], &Json::from(result.clone())), "{name}: {result:?}");
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

/// A value outside a domain, or between its steps, is refused by both; one at its ends by neither.
#[test]
fn the_ends_of_each_domain_are_where_the_schema_says() {
    let shop = policies();
    let mut tried_values = 0;
    for (name, words) in tried(&shop) {
        let schema = schema(&shop, &name);
        let of_record = &schema["$defs"]["record"];
        evaluated(&shop, &words, None, "all.jsonl");
        let first = lines(&shop, "all.jsonl").iter().find(|of| is_ok(of)).map(|of| record(&schema, of)).unwrap();
        let mut records = vec![];
        for (field, own) in of_record["properties"].as_object().unwrap() {
            let numbers = own["anyOf"].get(0).unwrap_or(own);
            let (Some(low), Some(high)) = (decimal(&numbers["minimum"]), decimal(&numbers["maximum"])) else {
                continue;
            };
            let step = decimal(&numbers["multipleOf"]).unwrap_or(Decimal::ONE);
            for value in [low, high, low - step, high + step, low + step / Decimal::TEN] {
                let mut of = first.clone();
                of[field] = serde_json::from_str(&value.to_string()).unwrap();
                records.push(of);
            }
        }
        let key = of_record["properties"].as_object().unwrap().keys().next().unwrap();
        for (at, of) in records.iter_mut().enumerate() {
            of[key] = format!("Z{at}").into();
        }
        let text: String = records.iter().map(|of| format!("{}\n", Json::from(of.clone()))).collect();
        fs::write(shop.0.path().join("ends.jsonl"), text).unwrap();
        evaluated(&shop, &words, Some("ends.jsonl"), "ends.out.jsonl");
        for (of, result) in records.iter().zip(lines(&shop, "ends.out.jsonl")) {
            let admitted = admits(of_record, &Json::from(of.clone()));
            assert_eq!(admitted, is_ok(&result), "{name}: {of:?}\n{result:?}");
            tried_values += 1;
        }
    }
    assert!(tried_values > 100, "{tried_values}");
}

/// The cells of all fields, as CSV has them.
fn cells(shop: &Shop, words: &[String], count: usize) -> Vec<Vec<String>> {
    evaluated(shop, words, None, "all.csv");
    let text = shop.read("all.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let status = heads.iter().position(|head| head == "_status").unwrap();
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[status] == "ok");
    rows.map(|row| row.iter().take(count).map(str::to_owned).collect()).collect()
}

/// The sheet of a workbook with rows below its titles.
fn filled(workbook: &[u8], rows: &[Vec<String>]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(vec![]));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (mut content, named) = (vec![], part.name().unwrap().into_owned());
        part.read_to_end(&mut content).unwrap();
        if named == "xl/worksheets/sheet1.xml" {
            let cell = |text: &String| match text.as_str() {
                "" => "<c/>".to_owned(),
                text => format!(
                    "<c t=\"inlineStr\"><is><t>{}</t></is></c>",
                    text.replace('&', "&amp;").replace('<', "&lt;")
                ),
            };
            let row = |row: &Vec<String>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
            let rows: String = rows.iter().map(row).collect();
            content =
                String::from_utf8(content).unwrap().replace("</sheetData>", &format!("{rows}</sheetData>")).into();
        }
        out.start_file(named, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_template_that_is_filled_in_is_read_as_it_was_meant() {
    let shop = policies();
    for (name, words) in tried(&shop) {
        let schema = schema(&shop, &name);
        evaluated(&shop, &words, None, "all.jsonl");
        let results = lines(&shop, "all.jsonl");
        let expected: Vec<_> = results.iter().filter(|of| is_ok(of)).map(|of| record(&schema, of)).collect();
        let rows = cells(&shop, &words, schema["$defs"]["record"]["properties"].as_object().unwrap().len());
        for format in ["csv", "xlsx"] {
            let file = format!("empty.{format}");
            shop.run(&["schema", &name, "--template", format, "-o", &file, "--force"]).ends(0).tells(&file);
            let empty = fs::read(shop.0.path().join(&file)).unwrap();
            let full = match format {
                "xlsx" => filled(&empty, &rows),
                _ => {
                    let mut writer = csv::Writer::from_writer(empty);
                    rows.iter().for_each(|row| writer.write_record(row).unwrap());
                    writer.into_inner().unwrap()
                }
            };
            fs::write(shop.0.path().join(&file), full).unwrap();
            evaluated(&shop, &words, Some(&file), "all.jsonl").ends(0);
            let got: Vec<_> = lines(&shop, "all.jsonl").iter().map(|of| record(&schema, of)).collect();
            assert_eq!(got, expected, "{name} {format}");
        }
    }
}

const ODD: &str = "policy \"p\" { currency CNY; period month }
type 级别 = 甲 \"一级\" | 乙 \"二级\"
record {
    工号 : text, key
    月份 : month, period
    级别 : 级别
    率   : percent in [0%, 50%], decimals 1 from \"转化率\"
    比   : percent(%), optional
    在岗 : bool default yes
    时长 : duration(min) in [0min, 90min]
}
details 订单 { 工号 : text, key; 月份 : month, period; 金额 : money }
metric 总额 : money = sum(订单.金额)
";

#[test]
fn a_sheet_says_what_may_stand_in_it() {
    let shop = Shop::new().file("q.merit", ODD);
    let told = shop.run(&["schema", "q.merit", "--template", "csv"]).ends(0).err;
    for line in [
        "级别：一级、二级；必填",
        "在岗：是 / 否；不填按 是",
        "时长：单位 min；0min 到 90min；必填",
        "月份：写成 2026-03；必填",
    ] {
        assert!(told.contains(line), "no {line} in\n{told}");
    }
    assert!(told.contains("--with 订单=q.订单.csv"), "{told}");
    assert_eq!(shop.read("q.csv"), "\u{feff}工号,月份,级别,转化率,比,在岗,时长\n");
    assert_eq!(shop.read("q.订单.csv"), "\u{feff}工号,月份,金额\n");
    shop.run(&["schema", "q.merit", "--template", "csv"]).ends(2).tells("q.csv");
    shop.run(&["schema", "q.merit", "--template", "csv", "--force"]).ends(0);
}

#[test]
fn a_column_in_thousandths_makes_no_percent_of_what_is_entered() {
    let policy = "policy \"p\" { currency CNY }\nrecord {\n    id : text, key\n    a : percent from \"a(‰)\"\n    \
                  c : money from \"c(万元)\"\n}\n";
    let shop = Shop::new().file("p.merit", policy);
    let told = shop.run(&["schema", "p.merit", "--template", "xlsx", "--lang", "en"]).ends(0).err;
    for line in ["a(‰): in ‰; ", "c(万元): in 万元; "] {
        assert!(told.contains(line), "no {line} in\n{told}");
    }
    let workbook = fs::read(shop.0.path().join("p.xlsx")).unwrap();
    let mut sheet = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    let mut styles = String::new();
    archive.by_name("xl/styles.xml").unwrap().read_to_string(&mut styles).unwrap();
    assert!(!styles.contains("0.00##%") && styles.contains("#,##0.00"), "{styles}");
    assert!(!sheet.contains("sqref=\"B2:"), "{sheet}");
}

#[test]
fn a_sheet_never_takes_the_place_of_its_policy() {
    let shop = Shop::new();
    for option in ["--template", "--force"] {
        let words: &[&str] = if option == "--template" { &["--template", "csv", "--force"] } else { &["--force"] };
        shop.run(&[&["schema", "p.merit", "-o", "./p.merit"], words].concat()).ends(2);
        assert_eq!(shop.read("p.merit"), super::POLICY, "{option}");
    }
}

#[test]
fn a_schema_names_units_and_rows() {
    let shop = Shop::new().file("q.merit", ODD);
    let schema = schema(&shop, "q.merit");
    let record = &schema["$defs"]["record"]["properties"];
    assert_eq!(record["时长"], json!({ "type": "number", "minimum": 0, "maximum": 90, "description": "单位 min" }));
    assert_eq!(record["级别"]["enum"], json!(["甲", "乙", "一级", "二级"]));
    assert_eq!(record["在岗"]["description"], "不填按 是");
    assert_eq!(schema["$defs"]["rows.订单"]["required"], json!(["工号", "月份", "金额"]));
    shop.file("bad.merit", "policy").run(&["schema", "bad.merit"]).ends(1);
}

#[test]
fn a_policy_from_standard_input_has_a_schema() {
    let run = Shop::new().run_with(&["schema", "-"], super::POLICY).ends(0);
    assert!(serde_json::from_str::<Json>(&run.out).is_ok());
}

#[test]
fn an_empty_sheet_has_the_ending_of_its_format() {
    let shop = Shop::new().file("dir/x", "");
    let sheet = |format: &str, name: &str| shop.run(&["schema", "p.merit", "--template", format, "-o", name]);
    sheet("csv", "x.xlsx").ends(2).tells("-o x.csv").tells("--template xlsx");
    sheet("xlsx", "x.csv").ends(2).tells("-o x.xlsx").tells("--template csv");
    sheet("xlsx", "x").ends(2).tells("-o x.xlsx");
    sheet("csv", "dir").ends(2).tells("是文件夹").tells("-o dir/p.csv");
    assert!(!shop.has("x.csv") && !shop.has("x.xlsx") && !shop.has("x"));
    sheet("csv", "x.CSV").ends(0);
}

#[test]
fn a_title_too_long_for_a_cell_refuses_the_empty_workbook_in_our_words() {
    let title = "标".repeat(40_000);
    let policy = format!("policy \"P\" {{ }}\nrecord {{ id : text, key; x \"{title}\" : count }}\n");
    let shop = Shop::new().file("long.merit", policy);
    let run = shop.run(&["schema", "long.merit", "--template", "xlsx", "-o", "x.xlsx"]).ends(2);
    let run = run.tells("E0715 x.xlsx").tells("32,767").tells(".csv");
    assert!(!run.err.contains("Excel") && !run.err.contains("标准输出") && !shop.has("x.xlsx"), "{}", run.err);
    shop.run(&["schema", "long.merit", "--template", "csv", "-o", "x.csv"]).ends(0);
}
