//! What becomes of any input: shared by the fuzz targets and the tests over their corpus.

use merit::batch::share;
use merit::data::{Problem, Reading};
use std::sync::LazyLock;

use merit::compile::{Compiled, compile};
use merit::eval::{self, Stop};
use merit::io::{self, DataSource, ReadOptions};
use merit::ir::{Policy, Role, Slot, SlotId, Type, Value};
use merit::quantity::{Domain, Moment, Tongue};
use merit::render::{Look, WIDTH, json, show_all};
use merit::source::SourceFile;

const TONGUES: [Tongue; 2] = [Tongue::Zh, Tongue::En];

/// A policy with a field of every type.
const FIELDS: &str = "policy \"数据\" { currency CNY }
record {
    工号 : text, key
    月份 : month, period
    回复率 : percent(%)
    响应 : duration(s), optional
    差评 : count, optional
    金额 : money, rounded
    系数 : number in [0, 10], default 1
    日期 : date, optional
    时刻 : time, optional
    转正 : bool, optional
    态度 : 积极 \"能自觉完成\" | 一般 | \"A+\", optional
}
metric 提成 : money, decimals 2 = 金额 * 系数
flag 晚 when (差评 otherwise 0) > 3
";

static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    let compiled = compile(SourceFile::new("data.merit", FIELDS), &[]);
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    compiled.policy
});

/// Any text as a policy: told what is wrong in both tongues, or evaluated on the edges of its fields.
pub fn source(text: &str) {
    let compiled = compile(SourceFile::new("fuzz.merit", text), &[]);
    for tongue in TONGUES {
        let shown = show_all(
            &compiled.diagnostics,
            &compiled.sources,
            Look { tongue, ascii: false, colour: false, width: WIDTH },
        );
        assert!(!shown.contains('⟨'), "a message lacks its words: {shown}");
        compiled.diagnostics.iter().for_each(|told| drop(json(told, &compiled.sources, tongue)));
    }
    if compiled.accepted() {
        on_edges(&compiled);
        eval::testing::run(&compiled.policy);
    }
}

/// Any bytes as data: refused with reasons, or every row a record or a rejection, and evaluated.
pub fn data(bytes: &[u8]) {
    match io::read(&[&POLICY], &[DataSource::new("data", bytes)], &ReadOptions::default()) {
        Ok(batches) => {
            let batch = share(&[&POLICY], batches).into_first();
            for record in batch.records() {
                match &record.reading {
                    Reading::Record(values) => hold(&POLICY, values),
                    Reading::Rejected(why) | Reading::Skipped(why) => told(&why.problems),
                    Reading::Foreign(_) => unreachable!("one policy"),
                }
            }
            told(&batch.notices);
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            told(&problems);
        }
    }
}

fn told(problems: &[Problem]) {
    for problem in problems {
        TONGUES
            .iter()
            .for_each(|tongue| assert!(!merit::render::problem(problem, *tongue).contains('⟨'), "{problem:?}"));
    }
}

/// The record of all lowest values, that of all highest, that without any optional value.
fn on_edges(compiled: &Compiled) {
    let fields = &compiled.policy.slots[..compiled.policy.fields.len()];
    for edge in [first, last, absent] {
        if let Some(record) = fields.iter().map(edge).collect::<Option<Vec<Value>>>() {
            hold(&compiled.policy, &record);
        }
    }
}

/// Every slot has a value of its domain.
fn hold(policy: &Policy, record: &[Value]) {
    let evaluation = eval::evaluate(policy, record);
    for (at, slot) in policy.slots.iter().enumerate() {
        match evaluation.value(SlotId(at)) {
            Ok(Value::Missing) if slot.optional => {}
            Ok(value) if value.lies_in(&slot.domain) => {}
            // A row of details has values by itself alone; what a lookup must have, a lone record has not.
            _ if slot.role == Role::Details => {}
            Err(Stop::NotGiven(slots)) if slots.iter().all(|slot| is_looked_up(policy, *slot)) => {}
            other => panic!("{} is {other:?}, its domain {:?}, for {record:?}", slot.name, slot.domain),
        }
    }
}

fn is_looked_up(policy: &Policy, slot: SlotId) -> bool {
    policy.slot(slot).is_some_and(|slot| slot.role == Role::Lookup)
}

fn first(slot: &Slot) -> Option<Value> {
    edge(slot, true)
}

fn last(slot: &Slot) -> Option<Value> {
    edge(slot, false)
}

fn absent(slot: &Slot) -> Option<Value> {
    if slot.optional { Some(Value::Missing) } else { edge(slot, true) }
}

/// An end of a slot's domain.
fn edge(slot: &Slot, lowest: bool) -> Option<Value> {
    Some(match (&slot.domain, slot.ty) {
        (Domain::Numbers(numbers), _) => Value::Number(if lowest { numbers.lo() } else { numbers.hi() }),
        (Domain::Labels(labels), _) => Value::Label(*if lowest { labels.first() } else { labels.last() }?),
        (Domain::Bool { yes, no }, _) => Value::Bool(if lowest { !no } else { *yes }),
        (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
            Value::Calendar(Moment { kind, ordinal: if lowest { *first } else { *last } })
        }
        (Domain::Text, _) => Value::Text("甲".into()),
        _ => return None,
    })
}
