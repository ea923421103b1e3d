//! What records come to, asked for one after the other, by their columns and by the evaluator.

use std::fmt::Write;

use merit::batch::Appraisal;
use merit::data::Content;
use merit::ir::{Role, SlotId, Value};

use super::causes::read;
use super::{SHOP, compiled, untested};

/// More records than are held together, some of which are none.
fn data() -> String {
    let mut data = String::from("工号,姓名,月份,回复人数,接待人数,平均响应时间(s),主管评分,销售额,底薪\n");
    for at in 0..5_000 {
        let (served, lost) = (1 + at % 90, at % 7);
        let replied = if at == 2_500 { "很多".to_owned() } else { (served - lost.min(served)).to_string() };
        let sold = at * 13 % 70_000;
        writeln!(data, "K{at},甲,2024-03,{replied},{served},{},{},{sold},3000", 20 + at % 50, at % 11).unwrap();
    }
    data
}

#[test]
fn are_the_same_by_columns() {
    let (shop, _) = compiled(&untested(SHOP), &untested(SHOP));
    let policy = &shop.policy;
    let policies = [policy];
    let appraisal = Appraisal::new(&policies, read(&shop, &data()), false);
    let started = appraisal.start(vec![]);
    let found = |slot: &SlotId| !matches!(policy.slots[slot.0].role, Role::Field | Role::Ensure);
    let wanted: Vec<SlotId> = (0..policy.slots.len()).map(SlotId).filter(found).collect();
    let engine = started.engine_of(&wanted).expect("nothing of it asks for more than the record");
    let (mut fast, mut slow) = (started.values(Some(&engine)), started.values(None));
    let mut held = 0;
    for at in 0..5_000 {
        let (one, other) = (fast.of(at).unwrap(), slow.of(at).unwrap());
        match (&one, &other, &started.outcome(at).unwrap().content) {
            (Content::Values(one, _), Content::Values(other, _), Content::Values(told, _)) => {
                assert_eq!(other, told);
                let of = |values: &[Value]| wanted.iter().map(|slot| values[slot.0].clone()).collect::<Vec<_>>();
                assert_eq!((of(one), &one[..policy.fields.len()]), (of(other), &other[..policy.fields.len()]), "{at}");
                held += 1;
            }
            _ => assert_eq!((at, &one), (2_500, &other)),
        }
    }
    assert_eq!(held, 4_999);
    // What lies behind is found too, and what is not there is nothing.
    let (Some(Content::Values(again, _)), Some(Content::Values(first, _))) = (fast.of(3), slow.of(3)) else { panic!() };
    assert_eq!(again, first);
    assert!(fast.of(5_000).is_none() && slow.of(5_000).is_none());
}
