//! What is certain of a policy's promises, and what only a record can tell.

use merit::compile::compile;
use merit::promise::Answer;
use merit::source::SourceFile;

/// The answers to the promises of a policy, in order.
fn answers(text: &str) -> Vec<&'static str> {
    let compiled = compile(SourceFile::new("p", text), &[]);
    let told: Vec<_> = compiled.diagnostics.iter().map(|told| (told.code.as_str(), told.args.clone())).collect();
    let answers = compiled.promises.iter().map(|promise| match promise.answer {
        Answer::Proved(_) => "proved",
        Answer::Refuted(_) => "refuted",
        Answer::Undecided { searched: true, .. } => "open",
        Answer::Undecided { searched: false, watched: true } => "watched",
        Answer::Undecided { searched: false, watched: false } => "unwatched",
    });
    let answers: Vec<_> = answers.collect();
    assert!(!answers.is_empty(), "{told:#?}");
    answers
}

/// A policy with these declarations, and its promises with their answers.
#[track_caller]
fn answered(declarations: &str, promises: &[(&str, &str)]) {
    let lines: String = promises.iter().map(|(promise, _)| format!("ensure {promise}\n")).collect();
    let text = format!("policy \"p\" {{ currency CNY; period month }}\n{declarations}\n{lines}");
    let expected: Vec<&str> = promises.iter().map(|(_, answer)| *answer).collect();
    assert_eq!(answers(&text), expected, "{text}");
}

#[test]
fn sums_are_compared_term_by_term() {
    answered(
        "record { base : money; bonus : money in [0 CNY, 500 CNY]; fine : money in [0 CNY, 100 CNY] }
         pay a { base = base; bonus = bonus }
         pay b at least 0 CNY { base = base; bonus = bonus }
         pay c at most 300 CNY { base = base }
         pay d { base = base; bonus = bonus; fine = -fine }
         metric best : money = max(base, bonus)",
        &[
            ("a >= base", "proved"),
            ("a > base", "refuted"),
            ("a <= base + 500 CNY", "proved"),
            ("a <= base + 499.99 CNY", "refuted"),
            ("a - bonus = base", "proved"),
            ("b >= base", "proved"),
            ("c >= base", "refuted"),
            ("c <= base", "proved"),
            ("d >= base - 100 CNY", "proved"),
            ("d >= base - 99.99 CNY", "refuted"),
            ("not (a < base)", "proved"),
            ("a >= base and c <= base", "proved"),
            ("best >= base", "proved"),
        ],
    );
}

#[test]
fn values_rise_through_what_keeps_their_order() {
    answered(
        "record { sales : money; rate : percent in [0%, 100%]; signed : percent in [-10%, 10%]; base : money; trial : bool
                  late : count in [0, 31] }
         metric share   : money = round(sales * rate, 1 CNY)
         metric swayed  : money = round(sales * signed, 1 CNY)
         metric part    : percent, decimals 2 = base / (sales + 1 CNY)
         metric capped  : money = clamp(sales - 100 CNY, 0 CNY, 5000 CNY)
         metric distant : money = abs(sales - 100 CNY)
         metric begun   : count = steps(sales, 1000 CNY, started)
         metric leap    : money = if sales >= 1000 CNY then 100 CNY else 50 CNY
         metric drop    : money = if sales >= 1000 CNY then 50 CNY else 100 CNY
         metric either  : money = if trial then base else sales
         pay wage at least 0 CNY { base = base; share = share; fines = -20 CNY * late; prize = 10 CNY when sales > 5 CNY }",
        &[
            ("increasing(share, sales)", "proved"),
            ("increasing(share, rate)", "proved"),
            ("increasing(swayed, sales)", "refuted"),
            ("increasing(part, sales)", "refuted"),
            ("increasing(0 CNY - base, sales)", "proved"),
            ("increasing(capped, sales)", "proved"),
            ("increasing(distant, sales)", "refuted"),
            ("increasing(begun, sales)", "proved"),
            ("increasing(leap, sales)", "proved"),
            ("increasing(drop, sales)", "refuted"),
            ("increasing(either, sales)", "proved"),
            ("increasing(wage, sales)", "proved"),
            ("increasing(wage, late)", "refuted"),
        ],
    );
}

#[test]
fn rows_are_followed_along_the_input_that_moves() {
    answered(
        "record { years : count in [0, 40]; staff : A | B; bad : bool; base : money }
         table up by staff, years -> money { A, >= 10 => 500 CNY; A, < 10 => 100 CNY; B, >= 5 => 50 CNY; B, < 5 => 0 CNY }
         table down by years -> money { >= 10 => 100 CNY; < 10 => 500 CNY }
         table more by years -> money { >= 10 => base * 2; < 10 => base }
         table less by years -> money { >= 10 => base; < 10 => base * 2 }
         table guarded by years -> money { any when bad => 0 CNY; >= 10 => 500 CNY; < 10 => 100 CNY }
         table hollow by years -> money { 5 when bad => 0 CNY; >= 3 => 500 CNY; < 3 => 100 CNY }
         grade rating by years -> pay : money { A : >= 10 => 500 CNY; B : [5, 10) => 300 CNY; C : < 5 => 0 CNY }
         metric again : money = if rating = A then 500 CNY else rating.pay
         scale taxed on base, marginal { [0 CNY, 1000 CNY) => 3%; >= 1000 CNY => 1% }",
        &[
            ("increasing(up, years)", "proved"),
            ("increasing(down, years)", "refuted"),
            ("increasing(more, years)", "proved"),
            ("increasing(less, years)", "refuted"),
            ("increasing(guarded, years)", "proved"),
            ("increasing(hollow, years)", "refuted"),
            ("increasing(rating.pay, years)", "proved"),
            ("increasing(again, years)", "proved"),
            ("increasing(taxed, base)", "proved"),
        ],
    );
}

/// What cannot be evaluated alone is proved by what it can be, or left to the run.
#[test]
fn other_records_periods_and_rows_are_not_tried() {
    answered(
        "record { id : text, key; month : month, period; shop : text; sales : money; base : money }
         lookup shops { shop : text, key; month : month, period; rent : money in [0 CNY, 10 CNY] }
         details orders { id : text, key; amount : money }
         metric place  : count = rank(sales, within: all, ties: shared)
         metric placed : count = count(orders)
         metric before : money = previous(base) otherwise 0 CNY
         metric rent   : money = shops.rent otherwise 0 CNY
         table prize by sales -> money { >= 100 CNY => 1 CNY; < 100 CNY => 2 CNY }
         pay wage { base = base; before = before; prize = prize }
         pay other { base = base; sales = sales; placed = placed * 1 CNY }",
        &[
            ("place >= 1", "proved"),
            ("placed = 0", "watched"),
            ("increasing(place, sales)", "unwatched"),
            ("increasing(wage, sales)", "watched"),
            ("increasing(other, sales)", "proved"),
            ("increasing(before, sales)", "proved"),
            ("increasing(before, month)", "unwatched"),
            ("increasing(rent, month)", "unwatched"),
            ("rent <= 10 CNY", "proved"),
            ("rent < 10 CNY", "refuted"),
        ],
    );
}

/// 41 × 21 combinations, of which each is tried; with four decimals there are too many.
#[test]
fn all_are_tried_where_there_are_few() {
    let promise = "ensure a * a + b * b >= 2 * a * b";
    let record = |more: &str| {
        format!(
            "policy \"p\" {{ currency CNY }}\nrecord {{ a : number in [-20, 20], decimals 0; b : number in [0, 20], decimals {more} }}\n{promise}"
        )
    };
    assert_eq!(answers(&record("0")), ["proved"]);
    assert_eq!(answers(&record("4")), ["open"]);
}

/// Each names the one before twice: followed to the end, there would be 2^40 of them.
#[test]
fn definitions_that_name_each_other_twice_come_to_an_end() {
    let chain = |declare: &dyn Fn(usize) -> String| (1..40).map(|at| declare(at) + "\n").collect::<String>();
    let sums = chain(&|at| format!("metric m{at} : number = m{0} + m{0}", at - 1));
    let conditions = chain(&|at| format!("let c{at} = c{0} and c{0}", at - 1));
    answered(
        &format!(
            "record {{ m0 : count in [0, 3]; a : number in [-100, 100] }}\nlet c0 = a * a >= a - 1\n{sums}{conditions}"
        ),
        &[("m39 >= m38 + m38", "proved"), ("c39", "open"), ("increasing(m39, m0)", "proved")],
    );
}

/// A thousand rows, of which one is out of order.
#[test]
fn long_tables_are_gone_through() {
    let row = |at: usize| format!("[{at}, {}) => {}", at + 1, if at == 700 { 5 } else { at });
    let rows: String = (0..1000).map(|at| row(at) + "\n").collect();
    let table = |rows: &str| {
        format!("record {{ x : number in [0, 1000] }}\ntable t by x -> number {{\n{rows}>= 1000 => 1000\n}}")
    };
    answered(&table(&rows), &[("increasing(t, x)", "refuted")]);
    answered(&table(&rows.replace("=> 5\n[701", "=> 700\n[701")), &[("increasing(t, x)", "proved")]);
}

/// Of two records that differ in `senior` alone the one with more of it gets less, in the last of all records: where
/// all of them are tried, that is found, whatever their number, and where there are more nothing is proved.
#[test]
fn what_only_the_last_record_breaks_is_never_called_proved() {
    let near_budgets = [[2, 49, 51, 1], [2, 44, 57, 1], [2, 49, 51, 2], [2, 50, 50, 2], [2, 55, 13, 7]];
    let near_all = [[2, 57, 25, 7], [2, 50, 50, 4], [2, 48, 11, 19], [2, 60, 10, 30]];
    for [seniors, a, b, c] in near_budgets.into_iter().chain(near_all) {
        let fields = format!(
            "record {{ senior : count in [0, {}]; a : count in [0, {}]; b : count in [0, {}]; c : count in [0, {}] }}",
            seniors - 1,
            a - 1,
            b - 1,
            c - 1
        );
        let last = format!("a = {} and b = {} and c = {}", a - 1, b - 1, c - 1);
        let all = seniors * a * b * c;
        let expected: &[&str] = if all <= 20_000 { &["refuted"] } else { &["refuted", "open"] };
        let bonus = |falls: &str| {
            format!(
                "policy \"p\" {{ currency CNY }}\n{fields}\nmetric bonus : money = {falls}\nensure increasing(bonus, senior)"
            )
        };
        // By arithmetic alone, and with a row of a table that only the greater one reaches.
        let plain = bonus(&format!("if {last} then 100 CNY - 50 CNY * senior else 100 CNY + 50 CNY * senior"));
        let turn = bonus(&format!("if {last} and senior >= 1 then 50 CNY else 100 CNY + 50 CNY * senior"));
        let table = format!(
            "{}\ntable rate by senior -> percent {{ 0 => 0%; >= 1 => 100% }}",
            bonus(&format!("if {last} then 100 CNY - 50 CNY * rate else 100 CNY + 50 CNY * rate"))
        );
        for text in [plain, turn, table] {
            let got = answers(&text);
            assert!(expected.contains(&got[0]), "{all} records: {got:?}\n{text}");
        }
        let condition = format!("policy \"p\" {{ currency CNY }}\n{fields}\nensure not ({last} and senior = 1)");
        assert!(expected.contains(&answers(&condition)[0]), "{all} records\n{condition}");
    }
}

/// The same where nothing breaks: all records are tried, up to 20,000 of them.
#[test]
fn what_no_record_breaks_is_proved_where_all_are_tried() {
    for ([a, b, c], expected) in [([50, 50, 4], "proved"), ([51, 50, 4], "open")] {
        let fields = format!(
            "record {{ senior : count in [0, 1]; a : count in [0, {}]; b : count in [0, {}]; c : count in [0, {}] }}",
            a - 1,
            b - 1,
            c - 1
        );
        let text = format!(
            "policy \"p\" {{ currency CNY }}\n{fields}\nlet most = a * b * c
             ensure most * most * (1 + senior) >= most\nensure increasing(abs(senior * most - 1) + 2 * senior, senior)"
        );
        assert_eq!(answers(&text), [expected, expected], "{text}");
    }
}

/// A field with one value has no second record, however many values the others have.
#[test]
fn a_search_without_pairs_comes_to_an_end() {
    answered(
        "record { fixed : count in [5, 5]; sales : money }\nmetric m : number = sales / 1 CNY * (3 - fixed)",
        &[("increasing(m, fixed)", "open")],
    );
}

/// What is proved stays among the promises of a policy, for all who ask what it promises; only the rest is watched.
#[test]
fn what_is_proved_is_not_watched() {
    let text = "policy \"p\" { }\nrecord { id : text, key; x : points in [0, 100] }\ndetails d { id : text, key }\n\
                metric z : points = x + 1\nmetric n : count = count(d)\nensure z > x\nensure n = 0\n";
    let compiled = compile(SourceFile::new("p", text), &[]);
    let texts = |ensures: Vec<&merit::ir::Ensure>| ensures.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(compiled.policy.ensures.iter().collect()), ["ensure z > x", "ensure n = 0"]);
    let watched = compiled.watch().places().map(|at| &compiled.policy.ensures[at]).collect();
    assert_eq!(texts(watched), ["ensure n = 0"]);
}
