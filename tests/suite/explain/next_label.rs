//! How far the next better label is: the least change that reaches one, of the values that can be.

use merit::ir::Value;

use super::constructs::told;

/// The label, the bound, whether it is open, and the change, of the first grade.
fn next(declarations: &str, given: &str) -> Option<String> {
    let of = told(declarations, given);
    let next = of.explanation.grades[0].to_next.clone()?;
    let (Value::Label(label), Some(bound)) = (next.label, next.bound.number()) else { panic!() };
    Some(format!("{label} {bound} {} {}", if next.open { "open" } else { "closed" }, next.distance))
}

const POINTS: &str = "record { id : text, key; a : points in [0, 100], decimals 0; b : bool }\n";

fn of_points(rows: &str, given: &str) -> Option<String> {
    next(&format!("{POINTS}grade g by a {{ {rows} }}"), given)
}

/// A label that only `promote` gives has a row that nobody reaches.
#[test]
fn what_nobody_can_have_is_no_next_label() {
    const ROWS: &str = "S : > 100; A : >= 90; B : < 90";
    assert_eq!(of_points(ROWS, "a = 95"), None);
    assert_eq!(of_points(ROWS, "a = 80").unwrap(), "1 90 closed 10");
    assert_eq!(
        next("record { id : text, key; a : points in [0, 0] }\ngrade g by a { A : >= 90; B : < 90 }", "a = 0"),
        None
    );
}

/// A total of 0, 80 or 100 is above 55 at 80.
#[test]
fn of_a_few_values_the_next_that_can_be() {
    let text = format!(
        "{POINTS}score a weight 100% {{ >= 90 => 100; [50, 90) => 80; < 50 => 0 }}
         metric t : points = scores
         grade g by t {{ A : >= 90; B : > 55; C : otherwise }}"
    );
    assert_eq!(next(&text, "a = 0").unwrap(), "1 55 open 80");
    assert_eq!(next(&text, "a = 60").unwrap(), "0 90 closed 20");
}

/// 85 is one below 86, and 90 is four above.
#[test]
fn values_and_all_but_values_are_next_labels_too() {
    const ROWS: &str = "A : >= 90; B : {70, 80, 85} when b; C : >= 60; D : < 60";
    assert_eq!(of_points(ROWS, "a = 86, b = yes"), None, "nobody asked the guard of B");
    assert_eq!(of_points("A : {70, 85}; B : otherwise", "a = 86").unwrap(), "0 85 closed -1");
    assert_eq!(of_points("A : not {1, 2, 3}; B : {1, 2}; C : otherwise", "a = 1").unwrap(), "0 0 closed -1");
}

/// At 60 the guard does not hold, at 75 it would.
#[test]
fn a_guard_that_would_say_something_else() {
    assert_eq!(of_points("A : >= 50 when a >= 75; B : >= 80; C : otherwise", "a = 60"), None);
    assert_eq!(of_points("A : >= 50 when b; B : >= 80; C : otherwise", "a = 60, b = no").unwrap(), "0 80 closed 20");
}

/// Late, nobody is better than C below 85: the B begins there, not at its own 80.
#[test]
fn where_another_row_comes_first_there_is_no_bound_of_its_own() {
    const ROWS: &str = "C : < 85 when b; A : >= 90; B : [80, 90); D : < 80";
    assert_eq!(of_points(ROWS, "a = 70, b = yes").unwrap(), "1 85 closed 15");
    assert_eq!(of_points(ROWS, "a = 70, b = no").unwrap(), "1 80 closed 10");
}
