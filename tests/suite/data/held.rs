//! Records in a batch: each comes out as it was put in, however many there are and whatever they hold.

use merit::data::{Batch, InputRecord, Place, Reading, Rejection};
use merit::ir::{Text, Value};
use merit::quantity::{Calendar, Decimal, Moment};

/// More than are held together.
const MANY: usize = 5000;

/// A number that is written so, with all its places.
fn number(digits: i128, places: u32) -> Value {
    Value::from(Decimal::from_i128_with_scale(digits, places))
}

/// What a field of the record `at` holds.
fn value(field: usize, at: usize) -> Value {
    let some = i128::try_from(at).unwrap();
    match field {
        _ if field < 8 && (at * 7 + field).is_multiple_of(11) => Value::Missing,
        0 => Value::Text(Text::from(format!("E{:07}", at / 12).as_str())),
        // One text in two widths: equal, and written otherwise.
        1 => Value::Text(Text::from(if at.is_multiple_of(2) { "ABC" } else { "ＡＢＣ" })),
        2 => number(some * 997 - 2_000_000, 2),
        // 5, 5.0 and 5.00 are equal, and each keeps its places.
        3 => number(5 * 10_i128.pow(u32::try_from(at % 3).unwrap()), u32::try_from(at % 3).unwrap()),
        4 => Value::Bool(at.is_multiple_of(3)),
        5 => Value::Label(at % 300),
        6 => Value::Calendar(Moment { kind: Calendar::Date, ordinal: i32::try_from(at).unwrap() - 2500 }),
        7 => number(some * some * some * 900_000_000_000, 3),
        // Too wide for 64 bits, and of no one kind.
        8 if at == 4100 => number(i128::from(i64::MAX) + 1, 0),
        8 => number(some - 100, 0),
        9 if at == 70 => Value::Bool(true),
        9 => number(some, 0),
        _ => Value::Missing,
    }
}

fn reading(at: usize) -> Reading {
    let values: Vec<Value> = (0..11).map(|field| value(field, at)).collect();
    match at % 13 {
        5 => Reading::Rejected(Box::new(Rejection {
            values: values.into_iter().map(Some).collect(),
            ..Rejection::default()
        })),
        6 => Reading::Skipped(Box::default()),
        // As no policy reads it, but nothing forbids it.
        7 if at == 7 => Reading::Record(values[..3].to_vec()),
        _ => Reading::Record(values),
    }
}

fn record(at: usize) -> InputRecord {
    InputRecord { place: Place { input: 0, row: u32::try_from(at * 2).unwrap() }, reading: reading(at) }
}

/// A value with everything that can be seen of it.
fn seen(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(number)) => {
            let decimal = number.decimal().unwrap();
            format!("{} {} {}", decimal.mantissa(), decimal.scale(), decimal.is_sign_negative())
        }
        Some(Value::Text(text)) => format!("{:?} {:?}", text.as_str(), text.normal()),
        value => format!("{value:?}"),
    }
}

#[test]
fn a_record_comes_out_as_it_was_put_in() {
    let mut batch = Batch::default();
    (0..MANY).for_each(|at| batch.push(record(at)));
    assert_eq!((batch.len(), batch.records().count()), (MANY, MANY));
    for (at, found) in batch.records().enumerate() {
        let put = record(at);
        assert_eq!((found.place, batch.place(at)), (put.place, Some(put.place)));
        assert_eq!(*found, put, "{at}");
        for field in 0..12 {
            let wanted = seen(put.reading.known(field));
            assert_eq!(seen(found.reading.known(field)), wanted, "{at} {field}");
            assert_eq!(seen(batch.known(at, field).as_deref()), wanted, "{at} {field}");
        }
    }
    assert!(batch.record(MANY).is_none() && batch.known(MANY, 0).is_none());
}

#[test]
fn a_record_that_is_changed_is_the_only_one() {
    let mut batch = Batch::default();
    (0..MANY).for_each(|at| batch.push(record(at)));
    // One that is held with others, and one of the last.
    for at in [3, MANY - 1] {
        batch.record_mut(at).unwrap().reading = Reading::Skipped(Box::default());
        assert_eq!(batch.apart(at).unwrap().place, record(at).place);
    }
    batch.set(4, Reading::Foreign(Box::default()));
    for (at, found) in batch.records().enumerate() {
        match at {
            3 | 4999 => assert!(matches!(found.reading, Reading::Skipped(_))),
            4 => assert!(matches!(found.reading, Reading::Foreign(_))),
            _ => assert_eq!(*found, record(at)),
        }
    }
}
