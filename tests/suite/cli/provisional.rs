//! Records that hang on rejected ones, or on a month that is not there (E0725): told, counted, held back.

use super::{Run, Shop};

/// A draw against commission: what is not earned is owed the month after. A owes 500 of January and gets 2500 of
/// February; B and C owe 1500, B was away, a cell of C does not read.
const DEBT: &str = r#"policy "Draw" { currency USD; period month }
record { id : text, key; m : month, period; earned : money in [0 USD, 100000 USD]; draw : money in [0 USD, 100000 USD] }
metric before : money = clamp(previous(debt) otherwise 0 USD, 0 USD, 1000000 USD)
metric debt : money = clamp(before + draw - earned, 0 USD, 1000000 USD)
pay w { paid = max(draw, earned - before) }
"#;
const DRAWS: &str = "id,m,earned,draw
A,2024-01,1500,2000
A,2024-02,3000,2000
B,2024-01,500,2000
B,2024-03,4000,2000
C,2024-01,500,2000
C,2024-02,x,2000
C,2024-03,4000,2000
";

/// What each record came to: the columns asked for and the status, then the codes of reasons left out.
fn rows(run: &Run) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().collect::<Vec<_>>().join("|"));
    rows.map(|row| row.trim_end_matches('|').to_owned()).collect()
}

fn eval(shop: &Shop, more: &[&str]) -> Run {
    shop.run(&[&["eval", "w.merit", "m.csv", "--lang", "en"], more].concat())
}

#[test]
fn a_debt_of_a_month_that_is_not_there_is_told() {
    let shop = Shop::new().file("w.merit", DEBT).file("m.csv", DRAWS);
    let run = eval(&shop, &["--columns", "id,m,w"]).ends(3);
    let told = rows(&run);
    assert_eq!(told[..3], ["A|2024-01|2000.00|ok", "A|2024-02|2500.00|ok", "B|2024-01|2000.00|ok"]);
    assert!(told[3].starts_with("B|2024-03|4000.00|ok|provisional: there is no record of 2024-02"), "{}", told[3]);
    assert!(told[6].starts_with("C|2024-03|4000.00|ok|provisional: its record of 2024-02 is rejected"), "{}", told[6]);
    run.tells("Provisional: 2 records hang");
    let held = eval(&shop, &["--columns", "id,m,w", "--hold-back", "groups"]).ends(3);
    let held = rows(&held);
    assert!(held[3].starts_with("B|2024-03||rejected|m.csv:5: provisional: there is no record"), "{}", held[3]);
    assert!(held[6].starts_with("C|2024-03||rejected|m.csv:8: provisional: its record of 2024-02"), "{}", held[6]);
    assert!(held[..3].iter().all(|row| row.ends_with("|ok")), "{held:?}");
    // Without a rejected record, the month that is not there fails a strict run all the same.
    let shop = shop.file("m.csv", DRAWS.lines().take(5).collect::<Vec<_>>().join("\n"));
    eval(&shop, &[]).ends(0);
    eval(&shop, &["--strict"]).ends(1).tells("provisional");
    eval(&shop, &["--hold-back", "groups"]).ends(3);
}

#[test]
fn a_month_that_was_rejected_in_an_earlier_run_is_known_to_be_lost() {
    let head = "id,m,earned,draw\n";
    let shop = Shop::new().file("w.merit", DEBT);
    let shop = shop.file("m.csv", format!("{head}C,2024-02,x,2000\nA,2024-02,1500,2000\n"));
    eval(&shop, &["-o", "feb.csv"]).ends(3);
    let shop = shop.file("m.csv", format!("{head}C,2024-03,4000,2000\nA,2024-03,3000,2000\nD,2024-03,9000,0\n"));
    let run = eval(&shop, &["--columns", "id,w", "--history", "feb.csv"]).ends(0);
    let told = rows(&run);
    assert!(told[0].starts_with("C|4000.00|ok|provisional: its record of 2024-02 is rejected"), "{}", told[0]);
    assert_eq!(told[1..], ["A|2500.00|ok", "D|9000.00|ok"]);
    // February again, mended, beside the old results: 1500 is owed, so 2500 of 4000 is left.
    let shop = shop.file("again.csv", format!("{head}C,2024-02,500,2000\n"));
    shop.run(&["eval", "w.merit", "again.csv", "-o", "again-out.csv"]).ends(0);
    let run = eval(&shop, &["--columns", "id,w", "--history", "feb.csv", "--history", "again-out.csv"]).ends(0);
    assert_eq!(rows(&run)[0], "C|2500.00|ok");
}

const LOOKS: &str = r#"policy "Looks" { period month }
record { id : text, key; m : month, period; n : count in [0, 100] }
metric row   : count = streak(n >= 10)
metric sum   : count = sum(n, over: 2 periods) otherwise 0
metric recent : count = sum(n, over: up to 3 periods)
"#;

/// The names of those of whom something is told.
fn told_of(policy: &str, data: &str) -> Vec<String> {
    let shop = Shop::new().file("w.merit", policy).file("m.csv", data);
    let run = eval(&shop, &["--columns", "id,m"]);
    let told = rows(&run).into_iter().filter(|row| row.contains("|ok|provisional"));
    told.map(|row| row.split("|ok").next().unwrap().to_owned()).collect()
}

#[test]
fn a_first_month_and_a_streak_that_is_over_are_no_doubt() {
    let head = "id,m,n\n";
    let only = |metric: &str| {
        let line = LOOKS.lines().find(|line| line.contains(&format!("metric {metric} "))).unwrap();
        format!("{}\n{line}\n", LOOKS.lines().take(2).collect::<Vec<_>>().join("\n"))
    };
    let gap = format!("{head}A,2024-01,20\nA,2024-03,20\nA,2024-04,5\nB,2024-03,20\nB,2024-04,20\n");
    // March does not know of February; April ended the streak by itself.
    assert_eq!(told_of(&only("row"), &gap), ["A|2024-03"]);
    assert_eq!(told_of(&only("sum"), &gap), ["A|2024-03"]);
    // Who asks for those that are there has them.
    assert_eq!(told_of(&only("recent"), &gap), [""; 0]);
    let rejected = gap.replace("A,2024-03,20", "A,2024-02,x\nA,2024-03,20");
    assert_eq!(told_of(&only("recent"), &rejected), ["A|2024-03", "A|2024-04"]);
    assert_eq!(told_of(&only("row"), &rejected), ["A|2024-03"]);
    // Whose February this is nobody knows: A lacks one, and so does B.
    let nameless = gap.replace("A,2024-03,20", ",2024-02,20\nA,2024-03,20");
    assert_eq!(told_of(&only("row"), &nameless), ["A|2024-03", "B|2024-03", "B|2024-04"]);
    // Of C in a month that does not read.
    let undated = format!("{gap}C,2024-13,20\nC,2024-03,20\n");
    assert_eq!(told_of(&only("sum"), &undated), ["A|2024-03", "C|2024-03"]);
}

const GROUPS: &str = r#"policy "Groups" { currency CNY }
record { id : text, key; shop : text; region : text; post : a | b; n : count in [0, 100] }
metric place : count = rank(n, within: shop, ties: shared, where: post = a) otherwise 0
metric best  : count = max(n, within: region)
pay w { first = 100 CNY when place = 1; share = allocate(100 CNY, by: n, within: region) otherwise 0 CNY }
"#;
/// C has no figure that reads: A of its shop hangs on it by the place, D of its region by the share. B has no place,
/// and E and F are of another region and shop. H of post b has no place.
const PEOPLE: &str = "id,shop,region,post,n
A,s1,r1,a,5
B,s1,r1,b,6
C,s1,r2,a,x
D,s2,r2,a,9
E,s2,r3,a,8
F,s3,r3,a,9
G,s9,r8,a,2
H,s9,r9,b,101
";

fn people() -> Shop {
    Shop::new().file("w.merit", GROUPS).file("m.csv", PEOPLE)
}

#[test]
fn who_hangs_on_a_rejected_record_is_told_and_nobody_else() {
    let run = eval(&people(), &["--columns", "id,place,best,w"]).ends(3);
    let told = rows(&run);
    let note = "provisional: 1 of this group is rejected";
    assert_eq!(told[0], format!("A|1|6|145.45|ok|{note}"));
    assert_eq!(told[1], "B|0|6|54.55|ok");
    assert_eq!(told[3], format!("D|1|9|200.00|ok|{note}"));
    assert_eq!(told[4..7], ["E|2|9|47.06|ok", "F|1|9|152.94|ok", "G|1|2|200.00|ok"]);
    run.tells("Counted without the rejected records: region r2 (1); shop s1 (1)").tells("Provisional: 2 records hang");
    let zh = people().run(&["eval", "w.merit", "m.csv"]).ends(3);
    zh.prints("暂定：本组有 1 条被退回").tells("暂定：2 条");
    eval(&people(), &["--strict"]).ends(1);
}

#[test]
fn what_the_others_come_to_is_what_they_come_to_without_the_rejected() {
    let (with, without) =
        (people(), people().file("m.csv", PEOPLE.replace("C,s1,r2,a,x\n", "").replace("H,s9,r9,b,101\n", "")));
    let values = |shop: &Shop, more: &[&str]| -> Vec<String> {
        let ok =
            rows(&eval(shop, &[&["--columns", "all"], more].concat())).into_iter().filter(|row| row.contains("|ok"));
        ok.map(|row| row.split("|ok").next().unwrap().to_owned()).collect()
    };
    assert_eq!(values(&with, &[]), values(&without, &[]));
    assert_eq!(values(&with, &[]).len(), 6);
}

#[test]
fn what_is_held_back_holds_back_what_hangs_on_it() {
    let shop = people();
    let run = eval(&shop, &["--columns", "id,w", "--hold-back", "groups", "--rejects", "r.csv", "--receipt", "r.json"])
        .ends(3);
    let told = rows(&run);
    // A and D hang on C; B shares with A, and E comes after D in its shop; F shares with E.
    let status =
        |name: &str| told.iter().find(|row| row.starts_with(name)).unwrap().split('|').nth(2).unwrap().to_owned();
    let all = ["A", "B", "C", "D", "E", "F", "G", "H"].map(status);
    assert_eq!(all, ["rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "ok", "rejected"]);
    assert_eq!(shop.read("r.csv").matches("provisional: ").count(), 5, "{}", shop.read("r.csv"));
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    assert_eq!((&receipt["records"]["rejected"], &receipt["provisional"]["held_back"]), (&7.into(), &5.into()));
    assert_eq!(receipt["provisional"]["records"], 0);
    run.tells("Held back: 5 records").tells("region r2 (1)");
}

#[test]
fn the_summary_tells_it_to_programs_too() {
    let run = eval(&people(), &["--summary-only"]).ends(3);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let groups = serde_json::json!([
        { "group": { "region": "r2" }, "rejected": 1 },
        { "group": { "shop": "s1" }, "rejected": 1 },
    ]);
    assert_eq!(json["provisional"], serde_json::json!({ "records": 2, "held_back": 0, "groups": groups }));
}

#[test]
fn a_place_that_no_figure_of_the_rejected_could_change_is_sure() {
    let policy = r#"policy "p" {}
record { id : text, key; n : count in [0, 100]; other : count in [0, 9] }
metric place : count = rank(n, within: all, ties: shared)
metric least : count = min(n, within: all)
flag low when every(n >= 6, within: all)
"#;
    // Z is below all but for the others' least; Y is among them.
    let data = |row: &str| format!("id,n,other\nA,9,1\nB,5,1\n{row}\n");
    let place = policy.lines().filter(|line| !line.contains("least")).collect::<Vec<_>>().join("\n");
    assert_eq!(told_ids(&place, &data("Z,3,x")), [""; 0]);
    assert_eq!(told_ids(&place, &data("Z,7,x")), ["B"]);
    assert_eq!(told_ids(&place, &data("Z,x,1")), ["A", "B"]);
    assert_eq!(told_ids(policy, &data("Z,3,x")), ["A", "B"]);
}

fn told_ids(policy: &str, data: &str) -> Vec<String> {
    let shop = Shop::new().file("w.merit", policy).file("m.csv", data);
    let told = rows(&eval(&shop, &["--columns", "id"])).into_iter().filter(|row| row.contains("|ok|provisional"));
    told.map(|row| row.split('|').next().unwrap().to_owned()).collect()
}

#[test]
fn rows_that_another_policy_gave_hang_on_what_it_rejected() {
    let items = r#"policy "Items" {}
record { no : text, key; id : text, key; score : count in [0, 100] }
metric place : count = rank(score, within: all, ties: shared)
"#;
    let wage = r#"policy "Wage" { currency CNY }
record { id : text, key }
details items from policy "items.merit"
metric firsts : count = count(items where items.place = 1)
metric n : count = count(items)
"#;
    let shop = Shop::new().file("items.merit", items).file("w.merit", wage).file("m.csv", "id\nA\nB\nC\n");
    let shop = shop.file("items.csv", "no,id,score\n1,A,9\n2,B,x\n3,C,3\n");
    let run = eval(&shop, &["--with", "items=items.csv", "--columns", "id,firsts"]);
    let told = rows(&run);
    assert!(told[0].starts_with("A|1|ok|provisional: rows of “items”"), "{told:?}");
    assert!(told[1].starts_with("B||rejected"), "{told:?}");
    assert!(told[2].starts_with("C|0|ok|provisional: rows of “items”"), "{told:?}");
}

#[test]
fn a_group_of_everybody_has_a_name_too() {
    let policy = "policy \"p\" { currency CNY }\nrecord { id : text, key; n : count }\n\
        metric place : count = rank(n, within: all, ties: shared)\n";
    let shop = Shop::new().file("all.merit", policy).file("all.csv", "id,n\nA,1\nB,x\n");
    shop.run(&["eval", "all.merit", "all.csv", "--lang", "en"]).ends(3).tells("rejected records: everybody (1)");
    shop.run(&["eval", "all.merit", "all.csv", "--lang", "zh"]).ends(3).tells("全体（1 条）");
}
