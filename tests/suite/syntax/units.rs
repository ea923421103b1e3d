//! The words for units: one table, which the grammar lists again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use merit::ir::{ExprKind, Step, Type, Value};
use merit::quantity::{Decimal, Dimension, MAGNITUDES, Read, Tongue, UNIT_WORDS, Unit, UnitWord};

use super::read;
use crate::eval::accepted;

/// The words in quotes of a rule of the grammar.
fn listed(rule: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar/tokens.pest");
    let grammar = fs::read_to_string(path).unwrap();
    let head = grammar.lines().position(|line| line.split(' ').next() == Some(rule)).unwrap();
    let lines: Vec<&str> = grammar.lines().skip(head).collect();
    let end = lines.iter().position(|line| line.ends_with('}')).unwrap();
    lines[..=end].join(" ").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn words(read: Read) -> BTreeSet<String> {
    UNIT_WORDS.iter().filter(|known| known.read == read).map(|known| known.word.to_owned()).collect()
}

#[test]
fn the_grammar_lists_the_units_of_the_table() {
    assert_eq!(listed("unit"), words(Read::Behind));
    assert_eq!(listed("yuan"), words(Read::Before));
    let magnitudes: BTreeSet<String> = MAGNITUDES.iter().map(|(word, _)| word.to_string()).collect();
    let number = listed("number").into_iter().filter(|word| !matches!(word.as_str(), "_" | "." | " "));
    assert_eq!(number.collect::<BTreeSet<_>>(), magnitudes);
}

/// Behind a number of a policy no word means two units.
#[test]
fn a_word_names_one_unit_where_it_is_read() {
    for known in UNIT_WORDS {
        let alike = UNIT_WORDS.iter().filter(|other| other.word == known.word && other.read == known.read);
        assert_eq!(alike.count(), 1, "{}", known.word);
    }
}

/// Every unit that a policy writes, with what it is in base units, worked out by hand.
#[test]
fn a_policy_reads_each_unit_as_what_it_is() {
    let (ratio, time, count) = (Dimension::PERCENT, Dimension::TIME, Dimension::NUMBER);
    let table = [
        ("%", ratio, "0.03"),
        ("‰", ratio, "0.003"),
        ("s", time, "3"),
        ("秒", time, "3"),
        ("min", time, "180"),
        ("分钟", time, "180"),
        ("h", time, "10800"),
        ("小时", time, "10800"),
        ("d", time, "259200"),
        ("天", time, "259200"),
        ("元", Dimension::MONEY, "3"),
        ("CNY", Dimension::MONEY, "3"),
        ("pt", Dimension::POINTS, "3"),
        ("分", Dimension::POINTS, "3"),
        ("万", count, "30000"),
        ("亿", count, "300000000"),
        ("次", count, "3"),
        ("个", count, "3"),
        ("单", count, "3"),
        ("件", count, "3"),
        ("条", count, "3"),
        ("人", count, "3"),
        ("名", count, "3"),
    ];
    let named: BTreeSet<String> = table.iter().map(|(word, ..)| (*word).to_owned()).collect();
    assert_eq!(words(Read::Behind).difference(&named).collect::<Vec<_>>(), Vec::<&String>::new());
    for (word, dimension, base) in table {
        let text = format!("policy \"p\" {{ currency CNY }}\nrecord {{ id : text, key }}\nlet x = 3{word}\n");
        let policy = accepted(word, &text).policy;
        let slot = policy.slot_named("x").unwrap();
        assert_eq!(policy.slot(slot).unwrap().ty, Type::Number(dimension), "{word}");
        let Step::Value(step) = &policy.steps[policy.step_of(slot).unwrap()] else { panic!("{word}") };
        let base: Decimal = base.parse().unwrap();
        assert_eq!(step.value.kind, ExprKind::Constant(Value::from(base)), "{word}");
    }
}

#[test]
fn a_unit_is_spelt_by_the_first_word_of_its_tongue() {
    let cny = || Unit::Currency("CNY".into());
    let table = [
        (Unit::Percent, "%", "%"),
        (Unit::Permille, "‰", "‰"),
        (Unit::of("秒").unwrap(), "秒", "s"),
        (Unit::of("h").unwrap(), "小时", "h"),
        (cny(), "元", "CNY"),
        (Unit::Currency("EUR".into()), "EUR", "EUR"),
        (Unit::Point, "分", "pt"),
    ];
    for (unit, zh, en) in table {
        assert_eq!((unit.word(Tongue::Zh), unit.word(Tongue::En)), (zh, en));
    }
    assert_eq!((Unit::before("¥"), Unit::of("¥"), Unit::of("元")), (Some(cny()), None, Some(cny())));
}

/// What is no unit, and the word that is meant; `分` and `时` are read in data, where a policy cannot tell what is meant.
#[test]
fn a_word_that_people_write_for_a_unit_is_told_what_is_meant() {
    let table = [
        ("钟头", Some("小时")),
        ("日", Some("天")),
        ("块钱", Some("元")),
        ("百分点", Some("%")),
        ("secs", Some("s")),
        ("pts", Some("pt")),
        ("时", None),
        ("m", None),
        ("元", None),
        ("斤", None),
    ];
    for (word, meant) in table {
        assert_eq!(UnitWord::meant(word), meant, "{word}");
        let read = read(&format!("policy \"p\" {{ currency CNY }}\nlet x = 30{word}\n"));
        assert_eq!(read.diagnostics.is_empty(), word == "元", "{word}");
    }
}
