//! What holds of a checked policy as data: two of them held against each other.

use merit::compile::Compiled;
use merit::data::spell_cell;
use merit::ir::{Policy, Value, align};
use merit::quantity::Tongue;
use merit::render::spell;

use crate::eval::accepted;

/// A policy with a field of those labels and one more field.
fn policy(labels: &str, other: &str) -> Compiled {
    let text = format!(
        "policy \"p\" {{ currency CNY }}\nrecord {{ id : text, key; shop : {labels}, optional; {other} }}\n\
         metric place : number = if shop is missing then 0 else 1\n"
    );
    accepted("p.merit", &text)
}

/// What the values of the old policy are in the new one, by the names of slots and labels.
fn carried(old: &Compiled, new: &Compiled, name: &str, value: Value) -> Option<String> {
    let slot = new.policy.slot_named(name).unwrap();
    match align(&old.policy, &new.policy).value(slot, &value)? {
        Value::Label(at) => Some(new.policy.label(new.policy.slot(slot)?.ty, at)?.to_owned()),
        Value::Missing => Some("missing".to_owned()),
        value => Some(value.number()?.to_string()),
    }
}

#[test]
fn slots_and_labels_of_two_policies_are_those_of_their_names() {
    let old = policy("east | west | north", "sales : money");
    let new = policy("north | south | east", "visits : count; sales : money");
    let slot = |compiled: &Compiled, name: &str| compiled.policy.slot_named(name);
    let aligned = align(&old.policy, &new.policy);
    assert_eq!(aligned.old_slot(slot(&new, "sales").unwrap()), slot(&old, "sales"));
    assert_eq!(aligned.old_slot(slot(&new, "place").unwrap()), slot(&old, "place"));
    assert_eq!(aligned.old_slot(slot(&new, "visits").unwrap()), None);
    // The first label of the old set is the last of the new one; the second is gone.
    assert_eq!(carried(&old, &new, "shop", Value::Label(0)).as_deref(), Some("east"));
    assert_eq!(carried(&old, &new, "shop", Value::Label(1)), None);
    assert_eq!(carried(&old, &new, "shop", Value::Label(2)).as_deref(), Some("north"));
    assert_eq!(carried(&old, &new, "shop", Value::Missing).as_deref(), Some("missing"));
    assert_eq!(carried(&old, &new, "sales", Value::Number(12.into())).as_deref(), Some("12"));
    assert_eq!(carried(&old, &new, "visits", Value::Number(12.into())), None);
}

#[test]
fn a_value_of_another_type_is_not_carried_over() {
    let (old, new) = (policy("east | west", "sales : money"), policy("east | west", "sales : count"));
    assert_eq!(carried(&old, &new, "sales", Value::Number(12.into())), None);
    let text = "policy \"p\" { currency CNY }\nrecord { id : text, key; shop : text }\nmetric n : number = 1\n";
    let free = accepted("p.merit", text);
    assert_eq!(carried(&old, &free, "shop", Value::Label(0)), None);
    assert_eq!(carried(&free, &old, "shop", Value::Number(0.into())), None);
}

/// The notations of a value, worked out by hand: in the cell of a file, in a policy whose amounts are in that tongue, and
/// for a reader of either tongue.
#[test]
fn a_value_has_three_notations() {
    let header = |amount: &str| format!("policy \"p\" {{ currency CNY }}\nparam least : money = {amount}\n");
    let rest = "record { id : text, key; pay : money; rate : percent(%); wait : duration(min); n : number; \
        ok : bool; mark : good | \"A+\"; day : date; optional_pay : money, optional }\n\
        score item by n weight 40% { > 0 => exempt; <= 0 => 100 }\n\
        score other by ok weight 60% { yes => 100; no => 0 }\n";
    let policy = |amount: &str| accepted("p.merit", &(header(amount) + rest)).policy;
    let (zh, en) = (policy("1元"), policy("1 CNY"));
    let number = |text: &str| Value::Number(text.parse::<merit::quantity::Decimal>().unwrap().into());
    let day = Value::Calendar(merit::quantity::Moment::parse("2024-03-15").unwrap());
    let table = [
        // field, value, cell, written in Chinese and in English, shown in Chinese and in English
        ("pay", number("300"), "300.00", "300元", "300 CNY", "300元", "300 CNY"),
        ("pay", number("0.125"), "0.125", "0.125元", "0.125 CNY", "0.125元", "0.125 CNY"),
        ("rate", number("0.3699"), "36.99%", "36.99%", "36.99%", "36.99%", "36.99%"),
        ("wait", number("306"), "5.1", "306s", "306s", "306s", "306s"),
        ("wait", number("20"), "20s", "20s", "20s", "20s", "20s"),
        ("wait", number("86400"), "1440", "24h", "24h", "24h", "24h"),
        ("n", number("-1.50"), "-1.5", "-1.5", "-1.5", "-1.5", "-1.5"),
        ("ok", Value::Bool(true), "yes", "yes", "yes", "是", "yes"),
        ("ok", Value::Bool(false), "no", "no", "no", "否", "no"),
        ("mark", Value::Label(0), "good", "good", "good", "good", "good"),
        ("mark", Value::Label(1), "A+", "\"A+\"", "\"A+\"", "A+", "A+"),
        ("id", Value::Text("C 1".into()), "C 1", "\"C 1\"", "\"C 1\"", "C 1", "C 1"),
        ("day", day, "2024-03-15", "2024-03-15", "2024-03-15", "2024-03-15", "2024-03-15"),
        ("optional_pay", Value::Missing, "", "", "", "缺失", "missing"),
        ("item.points", Value::Missing, "", "", "", "免考", "exempt"),
    ];
    for (name, value, cell, written_zh, written_en, shown_zh, shown_en) in table {
        let slot = zh.slot(zh.slot_named(name).unwrap()).unwrap();
        let written = |policy: &Policy| policy.notation_of(slot).written(&value);
        let shown = |tongue| spell(&zh.notation_of(slot).shown(&value), tongue);
        assert_eq!(spell_cell(&zh, slot, &value), cell, "{name}");
        assert_eq!((written(&zh).as_str(), written(&en).as_str()), (written_zh, written_en), "{name}");
        assert_eq!((shown(Tongue::Zh).as_str(), shown(Tongue::En).as_str()), (shown_zh, shown_en), "{name}");
    }
    // In the unit of its field, where two decimals are enough.
    let minutes = |value: &str| {
        let slot = zh.slot(zh.slot_named("wait").unwrap()).unwrap();
        zh.notation_of(slot).in_unit(slot.time_unit).written(&number(value))
    };
    assert_eq!([minutes("306"), minutes("20"), minutes("86400")], ["5.1min", "20s", "1440min"]);
}
