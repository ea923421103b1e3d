//! Each construct of the language by a record that is worked by hand beside it.

use merit::compile::{Compiled, compile};
use merit::eval::testing;
use merit::explain::{Answer, Asked, Explanation, Metric, Worked, Written, explain};
use merit::ir::Value;
use merit::quantity::{Number, Rounding};
use merit::source::SourceFile;

use super::added::{Tally, hold};
use super::spelt;

const HEAD: &str = "policy \"p\" { currency CNY; period month }\n";

/// What a test's record comes to. The policy must be accepted; what is told must add up.
pub(super) struct Told {
    compiled: &'static Compiled,
    pub explanation: Explanation<'static>,
}

/// A policy, and what its only test gives.
pub(super) fn told(declarations: &str, given: &str) -> Told {
    let text = format!("{HEAD}{declarations}\ntest \"t\" {{ given {{ {given} }} expect {{ }} }}\n");
    // What is told borrows from the policy; both live as long as the tests.
    let compiled: &'static Compiled = Box::leak(Box::new(compile(SourceFile::new("p.merit", text), &[])));
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    let observed = testing::observed(&compiled.policy, &compiled.policy.tests[0]);
    let written = Written::new(&compiled.policy, &compiled.sources, Some("abc"), &compiled.promises);
    let asked = Asked { written: &written, observed: &observed, whereabouts: &(), broken: &[], doubts: &[] };
    let explanation = explain(&asked);
    hold(&explanation, &mut Tally::default());
    Told { explanation, compiled }
}

impl Told {
    fn metric(&self, name: &str) -> &Metric<'static> {
        let all = self.explanation.metrics.iter().chain(&self.explanation.lets);
        all.into_iter().find(|metric| metric.of.name == name).unwrap_or_else(|| panic!("no {name}"))
    }

    pub fn worked(&self, name: &str) -> &Worked<'static> {
        self.metric(name).worked.as_ref().unwrap()
    }

    /// The formula, the figures and the exact figure of a metric.
    fn texts(&self, name: &str) -> [String; 3] {
        let worked = self.worked(name);
        let exact = worked.exact.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        [worked.formula.to_string(), self.spelt(worked), exact]
    }

    fn spelt(&self, worked: &Worked) -> String {
        spelt(&self.compiled.policy, &worked.figures)
    }

    fn number(&self, name: &str) -> String {
        self.metric(name).of.value.as_ref().unwrap().number().unwrap().to_string()
    }
}

const PERSON: &str = "record { id : text, key; when : month, period; a : number in [0, 100], decimals 0; b : number in [0, 100], decimals 0 }\n";

#[test]
fn a_quotient_keeps_its_exact_figure() {
    let of = told(&format!("{PERSON}metric rate : percent, decimals 2 = a / b otherwise 100%"), "a = 2, b = 3");
    assert_eq!(of.texts("rate"), ["a / b otherwise 100%", "2 / 3 otherwise 100%", "2/3"]);
    let by = of.worked("rate").rounded_by.unwrap();
    assert_eq!((by.step.to_string().as_str(), by.mode), ("0.0001", Rounding::HalfUp));
    assert_eq!((of.number("rate").as_str(), &of.worked("rate").reads[..]), ("0.6667", &["a", "b"][..]));
    assert_eq!(of.worked("rate").place.line, 3);
    assert_eq!(of.explanation.policy.file, "p.merit");
}

/// By 0 the fallback stands: what was divided is not the figure.
#[test]
fn what_stands_in_for_a_quotient() {
    let of = told(&format!("{PERSON}metric rate : percent, decimals 2 = a / b otherwise 100%"), "a = 2, b = 0");
    let worked = of.worked("rate");
    assert_eq!((of.number("rate"), of.texts("rate")[2].clone()), ("1".to_owned(), "1".to_owned()));
    assert_eq!(worked.rounded_by, None);
    let branch = &worked.branches[0];
    assert_eq!((&*branch.on, &branch.was, &*branch.taken), ("b", &Value::Number(Number::ZERO), "100%"));
}

/// 2.5 to even is 2, 3.5 is 4; both to the whole.
#[test]
fn the_mode_is_told() {
    let of = told(&format!("{PERSON}metric m : number = round(a / 2, 1, half_even)"), "a = 5, b = 0");
    assert_eq!((of.number("m").as_str(), of.texts("m")[2].as_str()), ("2", "2.5"));
    assert_eq!(of.worked("m").rounded_by.unwrap().mode, Rounding::HalfEven);
}

#[test]
fn both_ways_of_a_condition() {
    let text = format!("{PERSON}metric m : number = if a >= 60 then a + 1 else b * 2");
    let high = told(&text, "a = 60, b = 7");
    assert_eq!(high.texts("m"), ["if a >= 60 then a + 1 else b * 2", "if 60 >= 60 then 60 + 1 else b * 2", "61"]);
    assert_eq!(high.worked("m").reads, ["a"]);
    let low = told(&text, "a = 59, b = 7");
    assert_eq!(low.texts("m"), ["if a >= 60 then a + 1 else b * 2", "if 59 >= 60 then a + 1 else 7 * 2", "14"]);
    let branch = &low.worked("m").branches[0];
    assert_eq!((&*branch.on, &branch.was, &*branch.taken), ("a >= 60", &Value::Bool(false), "b * 2"));
}

#[test]
fn what_is_missing_and_what_stands_for_it() {
    let text = "record { id : text, key; a : number in [0, 9], optional; b : number in [0, 9] }
        let m = a otherwise b
        metric n : number = m + 1";
    let there = told(text, "a = 4, b = 7");
    assert_eq!((there.texts("m")[1].as_str(), &there.worked("m").reads[..]), ("4 otherwise b", &["a"][..]));
    let missing = told(text, "b = 7");
    assert_eq!(missing.texts("m")[1..], ["missing otherwise 7".to_owned(), "7".to_owned()]);
    assert_eq!(missing.worked("m").branches[0].was, Value::Missing);
    assert_eq!(missing.texts("n"), ["m + 1", "7 + 1", "8"]);
}

const ITEMS: &str =
    "record { id : text, key; a : count in [0, 9]; b : count in [0, 9], optional; c : count in [0, 9], optional }
section s {
    score a weight 50% { 0 => 100; >= 1 => 40 }
    score b weight 30% { 0 => 90; >= 1 => 20; missing => exempt }
}
score c weight 20% { any => 70; missing => exempt }
metric total : points, decimals 2 = scores
";

/// 40 × 50% + 90 × 30% + 70 × 20% = 61
#[test]
fn items_add_up() {
    let of = told(ITEMS, "a = 3, b = 0, c = 1");
    let weighted = |of: &Told| -> Vec<String> {
        of.explanation.items.iter().map(|item| item.weighted.as_ref().unwrap().to_string()).collect()
    };
    assert_eq!(weighted(&of), ["20", "27", "14"]);
    let first = &of.explanation.items[0];
    assert_eq!((&*first.row.as_ref().unwrap().text, first.row.as_ref().unwrap().place.line), (">= 1 => 40", 4));
    assert_eq!((first.lost.clone().unwrap().to_string().as_str(), first.section), ("60", Some("s")));
    assert_eq!(of.texts("total"), ["scores", "61", "61"]);
    assert_eq!(of.worked("total").reads, ["scores"]);
    assert_eq!(of.explanation.sections[0].weighted.as_ref().unwrap().to_string(), "47");
}

/// Without b the weights are 50 and 20 of 70: (40 × 50 + 70 × 20) ÷ 70 = 3400 ÷ 70 = 340/7, of which a adds 200/7.
#[test]
fn exempt_items_scale_the_others() {
    let of = told(ITEMS, "a = 3, c = 1");
    let items = &of.explanation.items;
    let weighted: Vec<String> = items.iter().map(|item| item.weighted.as_ref().unwrap().to_string()).collect();
    assert_eq!(weighted, ["200/7", "0", "20"]);
    assert_eq!((items[1].exempt, items[1].lost.clone()), (true, None));
    let total = of.explanation.total.as_ref().unwrap();
    assert_eq!(total.value.as_ref().unwrap().to_string(), "340/7");
    assert_eq!(total.exempt, ["b"]);
    assert_eq!(of.texts("total"), ["scores", "340/7", "340/7"]);
    assert_eq!(of.number("total"), "48.57");
    assert_eq!(of.explanation.sections[0].exempt, ["b"]);
}

/// 0 to 100 over [0, 9]: at 7 the line is at 700/9, to a tenth 77.8.
#[test]
fn a_line_keeps_its_exact_height() {
    let of = told(
        "record { id : text, key; a : count in [0, 9] }\nscore a weight 100%, decimals 1 { [0, 9] => 0 to 100 }\nmetric m : points = scores",
        "a = 7",
    );
    let Answer::Line(exact, by) = &of.explanation.items[0].answer else { panic!("{:?}", of.explanation.items) };
    assert_eq!((exact.to_string().as_str(), by.step.to_string().as_str()), ("700/9", "0.1"));
    assert_eq!(of.number("m"), "77.8");
}

/// 250 of sales: 100 at 1%, 100 at 2%, 50 at 3%.
#[test]
fn a_scale_is_the_sum_of_its_slices() {
    let of = told(
        "record { id : text, key; sales : money }
         scale c on sales, marginal { [0元, 100元) => 1%; [100元, 200元) => 2%; >= 200元 => 3% }
         scale w on sales, whole { [0元, 100元) => 1%; >= 100元 => 2% }
         pay p { c = c; w = w }",
        "sales = 250元",
    );
    let [marginal, whole] = of.explanation.scales.as_slice() else { panic!() };
    let slices: Vec<_> =
        marginal.slices.iter().map(|it| format!("{} × {} = {}", it.part, it.rate, it.amount)).collect();
    assert_eq!(slices, ["100 × 0.01 = 1", "100 × 0.02 = 2", "50 × 0.03 = 1.5"]);
    assert_eq!(marginal.slices[2].row.text, ">= 200元 => 3%");
    assert_eq!((whole.slices.len(), whole.slices[0].amount.to_string().as_str()), (1, "5"));
}

/// 1000/3 is 333.33; at most 300 is paid. With -50 that is 250, and at least 260.
#[test]
fn bounds_that_acted() {
    let of = told(
        "record { id : text, key; a : count in [1, 9] }
         pay p at least 260元 { x at most 300元 = round(1000元 / a, 0.001元); y = -50元 }",
        "a = 3",
    );
    let pay = &of.explanation.pay[0];
    let line = &pay.lines[0];
    assert_eq!(line.worked.as_ref().unwrap().exact.as_ref().unwrap().to_string(), "333.333");
    let bound = line.bound.as_ref().unwrap();
    assert_eq!((bound.limit.to_string().as_str(), bound.before.to_string().as_str()), ("300", "333.33"));
    let sum = pay.bound.as_ref().unwrap();
    assert_eq!((sum.limit.to_string().as_str(), sum.before.to_string().as_str()), ("260", "250"));
    assert_eq!(of.spelt(line.worked.as_ref().unwrap()), "round(1000元 / 3, 0.001元)");
}

#[test]
fn a_gate_tells_what_failed() {
    let of =
        told(&format!("{PERSON}param least : number = 50\ngate g {{ a >= least; b > a; b <= 100 }}"), "a = 40, b = 40");
    let gate = &of.explanation.gates[0];
    let failed: Vec<_> = gate.failed.iter().map(|it| (it.text, spelt(&of.compiled.policy, &it.figures))).collect();
    assert_eq!(failed, [("a >= least", "40 >= 50".to_owned()), ("b > a", "40 > 40".to_owned())]);
    assert_eq!(gate.failed[0].place.line, 4);
}

const GRADE: &str = "record { id : text, key; a : points in [0, 100], decimals 1; was : A | B | C }
grade g by a -> k : percent { A : > 90 => 100%; B : [80, 90] => 80%; C : < 80 => 0% }
metric up : g = promote(g, 1)
metric down : g = demote(g, 5)
metric kk : percent = up.k
";

/// At 79.5 the B begins half a point on; above 90 the A begins a tenth on.
#[test]
fn the_next_label_is_so_far() {
    let at = |given: &str| {
        let of = told(GRADE, &format!("{given}, was = A"));
        let next = of.explanation.grades[0].to_next.clone();
        next.map(|next| {
            format!("{:?} {:?} {} {}", next.label, next.bound.number().unwrap().to_string(), next.open, next.distance)
        })
    };
    assert_eq!(at("a = 79.5").unwrap(), "Label(1) \"80\" false 0.5");
    assert_eq!(at("a = 90").unwrap(), "Label(0) \"90\" true 0.1");
    assert_eq!(at("a = 90.1"), None);
}

#[test]
fn labels_move_and_stop_at_the_ends() {
    let of = told(GRADE, "a = 85, was = A");
    let grade = &of.explanation.grades[0];
    assert_eq!((grade.outputs[0].value.clone(), grade.outputs[1].name), (Ok(Value::Label(1)), "k"));
    assert_eq!(
        (of.metric("up").of.value.clone(), of.metric("down").of.value.clone()),
        (Ok(Value::Label(0)), Ok(Value::Label(2)))
    );
    assert_eq!(of.texts("up")[..2], ["promote(g, 1)".to_owned(), "promote(B, 1)".to_owned()]);
    assert_eq!(of.texts("kk"), ["up.k", "100%", "1"]);
}

const ORDERS: &str = "record { id : text, key; a : number in [0, 9] }
details orders { id : text, key; amount : money in [0元, 999元]; bad : bool, default no }
metric paid : money = sum(orders.amount where not orders.bad)
metric mean : money, decimals 2 = average(orders.amount) otherwise 0元
metric many : count = count(orders where orders.amount > 20元)
metric twice : money = sum(orders.amount) * 2
";

/// 10 + 25 = 35 without the bad one; (10 + 25 + 30) ÷ 3 = 65/3; two above 20.
#[test]
fn rows_are_summed() {
    let of =
        told(ORDERS, "a = 1, orders { amount = 10元 }, orders { amount = 25元 }, orders { amount = 30元, bad = yes }");
    assert_eq!(of.explanation.details[0].rows, 3);
    assert_eq!(of.texts("paid"), ["sum(orders.amount where not orders.bad)", "35元", "35"]);
    assert_eq!(of.worked("paid").reads, ["orders.amount", "orders.bad"]);
    assert_eq!((of.texts("mean")[2].as_str(), of.number("mean").as_str()), ("65/3", "21.67"));
    assert_eq!(of.number("many"), "2");
    assert_eq!(of.texts("twice")[1..], ["65元 * 2".to_owned(), "130".to_owned()]);
}

/// Of 30, 50 and 50 the 30 is the third; 100 shared out by marks gives 23.08 of 30/130.
#[test]
fn places_and_shares() {
    let of = told(
        "record { id : text, key; when : month, period; shop : text; a : count in [0, 100] }
         param pool : money = 100元
         metric place : count = rank(a, within: shop, ties: shared)
         metric share : money = allocate(pool, by: a, within: shop) otherwise 0元
         metric all : count = count(within: all)",
        "id = \"x\", when = 2024-01, shop = \"s\", a = 30, other { id = \"y\", a = 50 }, other { id = \"z\", a = 50 }, other { id = \"o\", shop = \"t\", a = 99 }",
    );
    let place = &of.explanation.cohort[0];
    assert_eq!((&*place.text, place.members, place.rank_of), ("rank(a, within: shop, ties: shared)", 3, Some(3)));
    assert_eq!(of.texts("place"), ["rank(a, within: shop, ties: shared)", "3", "3"]);
    assert_eq!(of.number("share"), "23.08");
    assert_eq!(of.explanation.cohort[2].members, 4);
}

/// January 70, February nothing, March 90, April 80: two in a row from March on, and 80 - 90.
#[test]
fn what_was_before() {
    let of = told(
        "record { id : text, key; when : month, period; a : points in [0, 100] }
         metric run : count = streak(a >= 75)
         metric was : points = previous(a) otherwise 0
         metric best : points = max(a, over: up to 4 periods)",
        "id = \"x\", when = 2024-04, a = 80, previous { a = 90 }, previous 3 { a = 70 }",
    );
    let periods = |at: usize| -> Vec<String> {
        let each = of.explanation.history[at].periods.iter();
        each.map(|(period, value)| {
            format!("{period} {}", value.as_ref().map_or("-".to_owned(), |value| format!("{value:?}")))
        })
        .collect()
    };
    assert_eq!(periods(0), ["2024-02 -", "2024-03 Bool(true)", "2024-04 Bool(true)"]);
    assert_eq!(of.number("run"), "2");
    assert_eq!(of.explanation.history[1].periods.len(), 1);
    assert_eq!((of.number("was").as_str(), of.number("best").as_str()), ("90", "90"));
    assert_eq!(of.explanation.history[2].periods.len(), 4);
}

#[test]
fn promises_hold_or_do_not() {
    // What is found over others is not tried beforehand, so it is left to each record.
    let first = "ensure a <= max(b, within: all)".to_owned();
    let text = format!("{PERSON}flag f \"Fine\" when a > b\n{first}\nensure a <= 100");
    let held = |given: &str| {
        told(&text, given).explanation.promises.iter().map(|it| (it.text.to_owned(), it.holds)).collect::<Vec<_>>()
    };
    let all = |holds| vec![(first.clone(), Some(holds)), ("ensure a <= 100".to_owned(), Some(true))];
    assert_eq!(held("a = 4, b = 5"), all(true));
    assert_eq!(held("a = 6, b = 5"), all(false));
    let of = told(&text, "a = 6, b = 5");
    let flag = &of.explanation.flags[0];
    assert_eq!((flag.title, flag.of.value.clone()), (Some("Fine"), Ok(Value::Bool(true))));
}
