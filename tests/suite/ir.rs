//! What holds of a checked policy as data: two of them held against each other.

use merit::compile::Compiled;
use merit::ir::{Value, align};

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
