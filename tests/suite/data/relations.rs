//! Rows of lookups and details: which belong to whom, and what a bad one does.

use merit::batch::{self, join};
use merit::data::{Batch, Place, Problem, Reading, Row, Rows};
use merit::eval::{Run, Tables};
use merit::io::{DataSource, ReadOptions, read_relation};
use merit::ir::{Policy, RelationId, Value};
use merit::render::problem;

use super::{codes, policy, read};

const SHOP: &str = r#"policy "p" { period month }
record {
    staff : text, key
    month : month, period
    shop  : text, optional
}
details orders {
    staff  : text, key
    month  : month, period
    amount : money
    again  : bool, default no
}
lookup shops {
    shop   : text, key
    month  : month, period
    refund : percent(%), required
    note   : text
}
metric sales : money = sum(orders.amount)
metric repeat : money = sum(orders.amount where orders.again)
metric ok : bool = shops.refund <= 5%
"#;

const RECORDS: &str = "staff,month,shop\nA,2024-03,one\nB,2024-03,one\nC,2024-03,two\nA,2024-04,one\n";
const SHOPS: &str = "shop,month,refund\none,2024-03,4\ntwo,2024-03,6\none,2024-04,4\nthree,2024-03,1\n";

/// The rows of a lookup or details.
fn read_rows(policy: &Policy, id: RelationId, sources: &[DataSource]) -> Result<Rows, Vec<Problem>> {
    Ok(batch::rows(policy, id, read_relation(policy, id, sources, &ReadOptions::default())?))
}

/// For each record its figures, or the codes for which it is rejected; then the codes of notices.
fn run(policy: &Policy, records: &str, orders: &str, shops: &str) -> (Vec<String>, String) {
    let mut batch = read(policy, "records.csv", records).unwrap();
    let rows =
        |at: usize, name: &str, text: &str| read_rows(policy, RelationId(at), &[DataSource::new(name, text)]).unwrap();
    let joined = join(policy, &mut batch, vec![rows(0, "orders.csv", orders), rows(1, "shops.csv", shops)]);
    let figures = figures(policy, &batch, &joined.tables, &joined.rows);
    (figures, codes(&joined.notices))
}

fn figures(policy: &Policy, batch: &Batch, tables: &Tables, rows: &[Vec<Vec<usize>>]) -> Vec<String> {
    let mut shown = vec![];
    for (record, rows) in batch.records().zip(rows) {
        shown.push(match &record.reading {
            Reading::Record(fields) => {
                let subject = super::subject(policy, fields, rows);
                let evaluation = Run::new(policy, tables, vec![subject]).evaluation(0);
                let value = |name: &str| match evaluation.value(policy.slot_named(name).unwrap()).unwrap() {
                    Value::Number(number) => number.to_string(),
                    Value::Bool(truth) => truth.to_string(),
                    other => format!("{other:?}"),
                };
                ["sales", "repeat", "ok"].map(value).join(" ")
            }
            Reading::Rejected(rejection) => codes(&rejection.problems),
            _ => "skipped".to_owned(),
        });
    }
    shown
}

#[test]
fn rows_belong_to_the_record_with_their_key_and_period() {
    let policy = policy(SHOP);
    let orders = "staff,month,amount,again\nA,2024-03,10,yes\nA,2024-03,0.5,no\nA,2024-04,7,yes\nB,2024-03,1,\n";
    let (figures, notices) = run(&policy, RECORDS, orders, SHOPS);
    // C has no order, and its shop gives 6% back; the shop that nobody works in is no news.
    assert_eq!(figures, ["10.5 10 true", "1 0 true", "0 0 false", "7 7 true"]);
    assert_eq!(notices, "");
}

#[test]
fn a_bad_row_rejects_whom_it_may_belong_to_and_nobody_else() {
    let policy = policy(SHOP);
    let bad = |row: &str| run(&policy, RECORDS, &format!("staff,month,amount\nB,2024-03,1\n{row}\n"), SHOPS).0;
    let all = ["0 0 true", "1 0 true", "0 0 false", "0 0 true"];
    assert_eq!(bad("B,2024-03,x"), [all[0], "E0718 E0701", all[2], all[3]]);
    // Of an order of A in a month that does not read, nobody knows which of A's records lacks it.
    assert_eq!(bad("A,2024-13,5"), ["E0718 E0701-nowhere", all[1], all[2], "E0718 E0701-nowhere"]);
    // Of an order without a name, only the month is known.
    let nameless = ["E0718 E0704-key", "E0718 E0704-key", "E0718 E0704-key", all[3]];
    assert_eq!(bad(",2024-03,5"), nameless);
    // Of one without a name in a month that does not read, nothing: it may be anybody's.
    assert_eq!(bad(",2024-13,5"), ["E0718 E0704-key"; 4]);
    // A line of totals is nobody's, whatever its month.
    assert_eq!(bad("合计,,6"), all);
}

#[test]
fn a_row_of_which_no_part_of_the_key_reads_may_be_anybodys() {
    let policy = policy(
        "policy \"Shop\" { currency CNY }
         record { id : text, key; post : a | b }
         details orders { post : a | b, key; amount : money }
         lookup rates { post : a | b, key; rate : percent(%) }
         metric sales : money = sum(orders.amount)
         metric rate : percent = rates.rate otherwise 50%",
    );
    let run = |orders: &str, rates: &str| {
        let mut batch = read(&policy, "data.csv", "id,post\n1,a\n2,b\n").unwrap();
        let rows =
            |at: usize, text: &str| read_rows(&policy, RelationId(at), &[DataSource::new("rows.csv", text)]).unwrap();
        let joined = join(&policy, &mut batch, vec![rows(0, orders), rows(1, rates)]);
        let told = batch.records().map(|record| match &record.reading {
            Reading::Rejected(rejection) => {
                rejection.problems.iter().map(|it| problem(it, merit::quantity::Tongue::En)).collect()
            }
            _ => String::new(),
        });
        (told.collect::<Vec<String>>(), codes(&joined.notices))
    };
    let (orders, rates) = ("post,amount\na,100\nB ?,900\n", "post,rate\na,10\nb?,5\n");
    assert_eq!(run("post,amount\na,100\n", "post,rate\na,10\n"), (vec![String::new(); 2], String::new()));
    for (told, notices) in [run(orders, "post,rate\na,10\n"), run("post,amount\na,100\n", rates), run(orders, rates)] {
        assert!(told.iter().all(|told| told.contains("rows.csv:3")), "{told:?}");
        assert_eq!(notices, "");
    }
}

#[test]
fn every_bad_row_is_told_up_to_five() {
    let policy = policy(SHOP);
    let rows = |count: usize| format!("staff,month,amount\n{}", "B,2024-03,x\n".repeat(count));
    assert_eq!(run(&policy, RECORDS, &rows(2), SHOPS).0[1], "E0718 E0701 E0718 E0701");
    assert!(run(&policy, RECORDS, &rows(7), SHOPS).0[1].ends_with("E0718 E0701 E0718-more"));
    // One that nobody would miss is counted with those of nobody.
    assert_eq!(run(&policy, RECORDS, "staff,month,amount\nZ,2024-03,x\n", SHOPS).1, "W0704");
}

#[test]
fn a_row_of_nobody_is_counted_and_changes_nothing() {
    let policy = policy(SHOP);
    let orders = "staff,month,amount\nZ,2024-03,10\nA,2024-05,10\nA,2024-03,2\n汇总,2024-03,22\n";
    let (figures, notices) = run(&policy, RECORDS, orders, SHOPS);
    assert_eq!(figures[0], "2 0 true");
    assert_eq!(notices, "W0704");
}

#[test]
fn a_header_without_rows_is_a_month_in_which_nothing_happened() {
    let policy = policy(SHOP);
    let (figures, notices) = run(&policy, RECORDS, "staff,month,amount\n", SHOPS);
    assert_eq!(figures, ["0 0 true", "0 0 true", "0 0 false", "0 0 true"]);
    assert_eq!(notices, "");
    // Of shops without figures nobody would want to know nothing.
    let blank = [DataSource::new("shops.csv", "shop,month,refund\n")];
    let told = read_rows(&policy, RelationId(1), &blank).unwrap_err();
    assert_eq!(codes(&told), "E0710-no-records");
}

#[test]
fn a_required_row_that_is_absent_rejects_its_record() {
    let policy = policy(SHOP);
    let orders = "staff,month,amount\nA,2024-03,1\n";
    let shops = "shop,month,refund\none,2024-03,4\n";
    let records = "staff,month,shop\nA,2024-03,one\nB,2024-03,two\nC,2024-03,\n";
    assert_eq!(run(&policy, records, orders, shops).0, ["1 0 true", "E0717", "E0717"]);
}

#[test]
fn doubled_rows_of_a_lookup_reject_whom_they_belong_to() {
    let policy = policy(SHOP);
    let orders = "staff,month,amount\nA,2024-03,1\n";
    let shops = format!("{SHOPS}one,2024/3,9\n");
    let (figures, _) = run(&policy, RECORDS, orders, &shops);
    assert_eq!(figures, ["E0718 E0705 E0718 E0705", "E0718 E0705 E0718 E0705", "0 0 false", "0 0 true"]);
}

#[test]
fn details_with_a_key_of_their_own_may_not_be_doubled() {
    let policy = policy(&SHOP.replace("    amount : money\n", "    amount : money\n    number : text, key\n"));
    let orders = "staff,month,amount,number\nA,2024-03,1,n1\nA,2024-03,1,n2\nB,2024-03,1,n3\nB,2024-03,1,n3\n";
    let (figures, _) = run(&policy, RECORDS, orders, SHOPS);
    assert_eq!(figures[..2], ["2 0 true", "E0718 E0705 E0718 E0705"]);
}

#[test]
fn more_rows_than_sums_are_proved_for_reject_their_record() {
    let policy = policy(
        "policy \"p\" {}\nrecord { staff : text, key }\ndetails clicks { staff : text, key; n : count }\nmetric all : count = sum(clicks.n)",
    );
    let mut batch = read(&policy, "records.csv", "staff\nA\nB\n").unwrap();
    let (staff, n) = (policy.slot_named("clicks.staff").unwrap(), policy.slot_named("clicks.n").unwrap());
    let (a, b, one) = (Value::Text("A".into()), Value::Text("B".into()), Value::Number(1.into()));
    let row = |who: &Value| Row {
        place: Place { input: 0, row: 2 },
        content: Ok(vec![(staff, who.clone()), (n, one.clone())]),
        doubtful: vec![],
        defaulted: vec![],
    };
    let rows = std::iter::once(row(&b)).chain((0..1_000_001).map(|_| row(&a))).collect();
    join(&policy, &mut batch, vec![Rows { relation: RelationId(0), rows, inputs: vec![], notices: vec![] }]);
    let told = batch.records().map(|record| match &record.reading {
        Reading::Rejected(rejection) => codes(&rejection.problems),
        _ => "fine".to_owned(),
    });
    assert_eq!(told.collect::<Vec<_>>(), ["E0719", "fine"]);
}

/// A lookup of which nothing is required; its rows are looked at one by one and all together.
const DEPARTMENTS: &str = r#"policy "p" { period month }
record {
    staff : text, key
    month : month, period
    dept  : text
}
details orders { staff : text, key; amount : money }
lookup depts {
    dept  : text, key
    month : month, period
    marks : points in [0, 100]
    heads : count in [0, 100], default 5
}
metric sales  : points = depts.marks otherwise 1
metric repeat : count = depts.heads
metric ok     : bool = depts.dept = dept
"#;

#[test]
fn a_row_that_is_absent_leaves_what_is_said_for_it() {
    let policy = policy(DEPARTMENTS);
    let records = "staff,month,dept\nA,2024-03,care\nB,2024-03,sale\nC,2024-04,care\n";
    let depts = "dept,month,marks,heads\ncare,2024-03,80,3\nsale,2024-03,,\n";
    let (figures, _) = run(&policy, records, "staff,amount\nA,1\n", depts);
    // A has its row, the row of B is blank, C has none: its key is the department that was looked for.
    assert_eq!(figures, ["80 3 true", "1 5 true", "1 5 true"]);
}

#[test]
fn a_bad_row_rejects_whoever_counts_all_rows_of_its_period() {
    let sum = "metric sales  : points = sum(depts.marks otherwise 60, over: depts)";
    let policy = policy(&DEPARTMENTS.replace("metric sales  : points = depts.marks otherwise 1", sum));
    let records = "staff,month,dept\nA,2024-03,care\nB,2024-04,care\n";
    let depts = "dept,month,marks,heads\ncare,2024-03,80,3\nsale,2024-03,,\ncare,2024-04,7,1\n";
    let with = |row: &str| run(&policy, records, "staff,amount\nA,1\n", &format!("{depts}{row}")).0;
    assert_eq!(with(""), ["140 3 true", "7 1 true"]);
    // Nobody works there, but the sum of March is not known without it.
    assert_eq!(with("store,2024-03,x,1\n"), ["E0718 E0701", "7 1 true"]);
    assert_eq!(with("store,2024-03,1,1\nstore,2024-03,2,1\n"), ["E0718 E0705", "7 1 true"]);
    assert_eq!(with("store,2024-13,1,1\n"), ["E0718 E0701-nowhere", "E0718 E0701-nowhere"]);
}
