//! What `merit check` writes for programs: its JSON against `docs/check.schema.json`, its SARIF against what
//! the standard asks of a log.

use std::fs;
use std::path::Path;

use merit::diagnostic::Code;
use serde_json::Value;

use super::{POLICY, Shop};
use crate::cases;

/// A shop with the named cases as policies, and the names of those files.
fn shop_of_cases() -> (Shop, Vec<String>) {
    let (mut shop, mut names) = (Shop::new(), vec![]);
    for path in cases::files() {
        let topic = path.file_stem().unwrap().to_string_lossy().into_owned();
        for case in cases::read(&path) {
            // A folder of its own, since the files of several cases may have one name.
            let folder = format!("{topic}-{}", case.line);
            let name = format!("{folder}/case");
            shop = shop.file(&name, case.text);
            for (further, text) in case.files {
                shop = shop.file(&format!("{folder}/{further}"), text);
            }
            names.push(name);
        }
    }
    (shop, names)
}

fn checked(shop: &Shop, names: &[String], format: &str) -> Value {
    let mut arguments = vec!["check", "--format", format];
    arguments.extend(names.iter().map(String::as_str));
    serde_json::from_str(&shop.run(&arguments).ends(1).out).unwrap()
}

/// What of `value` is not as `docs/NAME.schema.json` says.
pub fn unlike(value: &Value, name: &str) -> Vec<String> {
    let schema = schema_of(&format!("{name}.schema.json"));
    differs(value, &schema, &schema, "")
}

fn schema_of(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What of `value` is not as `schema` says; the words of JSON Schema that the file uses, and no others.
fn differs(value: &Value, schema: &Value, root: &Value, at: &str) -> Vec<String> {
    let mut wrong = vec![];
    for (word, rule) in schema.as_object().unwrap() {
        let holds = match (word.as_str(), value) {
            ("$ref", _) => {
                let (file, place) = rule.as_str().unwrap().split_once('#').unwrap();
                let other = (!file.is_empty()).then(|| schema_of(file));
                let root = other.as_ref().unwrap_or(root);
                wrong.extend(differs(value, root.pointer(place).unwrap(), root, at));
                true
            }
            ("type", _) => match rule {
                Value::Array(types) => types.iter().any(|ty| is_type(value, ty)),
                ty => is_type(value, ty),
            },
            ("enum", _) => rule.as_array().unwrap().contains(value),
            ("pattern", _) => Code::parse(value.as_str().unwrap()).is_some(),
            ("minimum", _) => value.is_null() || value.as_u64() >= rule.as_u64(),
            ("required", Value::Object(object)) => {
                rule.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
            }
            ("items", Value::Array(items)) => {
                let each = items.iter().enumerate();
                wrong.extend(each.flat_map(|(n, item)| differs(item, rule, root, &format!("{at}/{n}"))));
                true
            }
            ("properties", Value::Object(object)) => {
                let known = object.iter().filter_map(|(name, item)| Some((name, item, rule.get(name)?)));
                wrong.extend(known.flat_map(|(name, item, rule)| differs(item, rule, root, &format!("{at}/{name}"))));
                true
            }
            ("additionalProperties", Value::Object(object)) => {
                let further =
                    object.iter().filter(|(name, _)| schema.pointer(&format!("/properties/{name}")).is_none());
                further.into_iter().all(|(_, item)| rule.is_object() && differs(item, rule, root, at).is_empty())
            }
            // What a rule for objects or lists says does not concern others.
            ("required" | "properties" | "additionalProperties" | "items", other) => {
                !other.is_array() || word != "items"
            }
            ("$schema" | "$defs" | "title" | "description", _) => true,
            _ => false,
        };
        if !holds {
            wrong.push(format!("{at}: {word} {rule} does not hold for {value}"));
        }
    }
    wrong
}

fn is_type(value: &Value, ty: &Value) -> bool {
    match ty.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}

#[test]
fn json_is_as_its_schema_says() {
    let (shop, names) = shop_of_cases();
    let json = checked(&shop, &names, "json");
    assert_eq!(unlike(&json, "check"), Vec::<String>::new());
    assert_eq!(unlike(&serde_json::json!({ "diagnostics": [{}], "ensures": [] }), "check").len(), 1);
}

#[test]
fn bytes_and_characters_tell_one_place() {
    let (shop, names) = shop_of_cases();
    for told in checked(&shop, &names, "json")["diagnostics"].as_array().unwrap() {
        let edits = told["edits"].as_array().unwrap();
        for place in [told].into_iter().chain(edits) {
            let text = shop.read(place["file"].as_str().unwrap());
            let number = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
            for (line, column, byte) in [("line", "column", "byte"), ("end_line", "end_column", "end_byte")] {
                let before = &text[..number(byte)];
                let last = before.rsplit('\n').next().unwrap();
                assert_eq!((number(line), number(column)), (before.split('\n').count(), last.chars().count() + 1));
            }
        }
    }
}

#[test]
fn every_region_is_told() {
    let rows: String = (0..40).map(|n| format!("    [{}, {}] => {n}%\n", n * 2, n * 2)).collect();
    let policy = format!("{POLICY}table 档 by 分 -> 率 : percent {{\n{rows}    > 80 => 50%\n}}\n");
    let shop = Shop::new().file("many.merit", policy);
    let json = checked(&shop, &["many.merit".to_owned()], "json");
    let gaps: Vec<_> = json["diagnostics"].as_array().unwrap().iter().filter(|told| told["kind"] == "gap").collect();
    assert_eq!(gaps.len(), 40);
    assert_eq!((&gaps[0]["region"]["分"], &gaps[0]["witness"]["分"]), (&"(78, 80]".into(), &"79".into()));
}

/// What SARIF 2.1.0 asks of the objects that the program writes, by its sections 3.13 to 3.57.
#[test]
fn sarif_is_as_the_standard_asks() {
    let (shop, names) = shop_of_cases();
    let log = checked(&shop, &names, "sarif");
    assert_eq!(log["version"], "2.1.0");
    let [run] = log["runs"].as_array().unwrap().as_slice() else { panic!("{log}") };
    assert_eq!((&run["tool"]["driver"]["name"], &run["columnKind"]), (&"merit".into(), &"unicodeCodePoints".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        let title = rule["shortDescription"]["text"].as_str().unwrap();
        assert!(!title.is_empty() && !title.contains('#'), "{rule}");
        assert!(rule["help"]["text"].as_str().unwrap().starts_with("# "), "{}", rule["id"]);
    }
    let ids: std::collections::BTreeSet<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules.len(), "a rule stands there once");
    let results = run["results"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(result["ruleId"], rule["id"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let related = result["relatedLocations"].as_array().unwrap();
        for (at, place) in related.iter().enumerate() {
            assert_eq!(place["id"], at + 1);
        }
        let places = result["locations"].as_array().unwrap().iter().chain(related);
        places.for_each(|place| located(&shop, &place["physicalLocation"], &place["physicalLocation"]["region"]));
        for fix in result["fixes"].as_array().unwrap() {
            for change in fix["artifactChanges"].as_array().unwrap() {
                let replaced = change["replacements"].as_array().unwrap();
                assert!(replaced.iter().all(|one| one["insertedContent"]["text"].is_string()));
                replaced.iter().for_each(|one| located(&shop, change, &one["deletedRegion"]));
            }
        }
    }
    let json = checked(&shop, &names, "json");
    assert_eq!(results.len(), json["diagnostics"].as_array().unwrap().len());
}

/// A URI as the name of a file.
fn unescaped(uri: &str) -> String {
    let mut pieces = uri.split('%');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

/// A region by lines and by characters is the same stretch of the file.
fn located(shop: &Shop, holder: &Value, region: &Value) {
    let text: Vec<char> = shop.read(&unescaped(holder["artifactLocation"]["uri"].as_str().unwrap())).chars().collect();
    let number = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
    let ends = [number("charOffset"), number("charOffset") + number("charLength")];
    let placed = ends.map(|end| {
        let before = &text[..end];
        let line = before.iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        (before.iter().filter(|c| **c == '\n').count() + 1, end - line + 1)
    });
    let told = [(number("startLine"), number("startColumn")), (number("endLine"), number("endColumn"))];
    assert_eq!(placed, told, "{region}");
}

#[test]
fn names_of_files_are_uris() {
    let shop = Shop::new().file("我的 方案.merit", POLICY.replace("< 90 ", "< 89 "));
    let run = shop.run(&["check", "--format", "sarif", "我的 方案.merit"]).ends(1);
    run.prints("\"uri\": \"%E6%88%91%E7%9A%84%20%E6%96%B9%E6%A1%88.merit\"");
    let path = shop.0.path().join("p.merit");
    fs::write(&path, POLICY.replace("< 90 ", "< 89 ")).unwrap();
    shop.run(&["check", "--format", "sarif", path.to_str().unwrap()]).prints("\"uri\": \"file:///");
    let clean = Shop::new().run(&["check", "--format", "sarif", "p.merit"]).ends(0);
    assert_eq!(serde_json::from_str::<Value>(&clean.out).unwrap()["runs"][0]["results"], serde_json::json!([]));
}
