//! Places, group figures and shared amounts of several records, each worked by hand.

use proptest::prelude::*;

use super::accepted;
use super::together::Sheet;
use crate::contract::random::Random;

/// A policy about people of two shops, with these declarations.
fn people(declarations: &str) -> String {
    format!(
        "policy \"p\" {{ currency CNY; period month }}
         record {{ id : text, key; month : month, period; shop : text; marks : points in [0, 100]; trial : bool; sales : money in [-1000 CNY, 1000000 CNY] }}
         {declarations}"
    )
}

const FIVE: &str = "
    a 2024-03 n 90 no 100
    b 2024-03 n 80 no 300
    c 2024-03 n 90 yes 0
    d 2024-03 s 70 no 50
    e 2024-03 n 60 no 600";

fn column(declarations: &str, sheet: &str, name: &str) -> String {
    let compiled = accepted("cohorts", &people(declarations));
    Sheet::of(&compiled, sheet).column(name)
}

#[test]
fn two_firsts_are_followed_by_the_third_or_by_the_second() {
    let shared = "metric place : count = rank(marks, within: shop, ties: shared)";
    assert_eq!(column(shared, FIVE, "place"), "1 3 1 1 4");
    let dense = "metric place : count = rank(marks, within: shop, ties: dense)";
    assert_eq!(column(dense, FIVE, "place"), "1 2 1 1 3");
    let all = "metric place : count = rank(marks, within: all, ties: shared)";
    assert_eq!(column(all, FIVE, "place"), "1 3 1 4 5");
}

#[test]
fn another_value_breaks_a_tie_and_goes_the_same_way() {
    // a and c have 90 marks; a sold 100, c nothing.
    let then = "metric place : count = rank(marks, within: shop, then: sales)";
    assert_eq!(column(then, FIVE, "place"), "1 3 2 1 4");
    // Upwards: e, b, then of a and c the one that sold less.
    let up = "metric place : count = rank(marks, within: shop, order: ascending, then: sales)";
    assert_eq!(column(up, FIVE, "place"), "4 2 3 1 1");
}

#[test]
fn the_least_comes_first_where_that_is_said() {
    let up = "metric place : count = rank(marks, within: shop, ties: shared, order: ascending)";
    assert_eq!(column(up, FIVE, "place"), "3 2 3 1 1");
}

#[test]
fn who_is_left_out_has_no_place_and_takes_none() {
    let some = "metric place : count = rank(marks, within: shop, ties: shared, where: not trial)";
    assert_eq!(column(some, FIVE, "place"), "1 2 - 1 3");
}

#[test]
fn a_group_is_those_who_agree_in_all_keys() {
    let both = "metric n : count = count(within: {shop, trial})";
    assert_eq!(column(both, FIVE, "n"), "3 3 1 1 3");
    // Half of 10 is 5: who has as many marks or more.
    let half = "metric n : count = count(within: marks >= 80)";
    assert_eq!(column(half, FIVE, "n"), "3 3 3 2 2");
}

#[test]
fn group_figures() {
    let declared = "
        metric total : money = sum(sales, within: shop)
        metric mean : points, decimals 2 = average(marks, within: shop)
        metric best : points = max(marks, within: shop)
        metric tried : points = min(marks, within: shop, where: trial) otherwise 0
        flag all_good when every(marks >= 70, within: shop)
        flag one_top when some(marks = 90, within: shop)";
    // n: 100 + 300 + 0 + 600 = 1000; (90 + 80 + 90 + 60) / 4 = 80
    assert_eq!(column(declared, FIVE, "total"), "1000 1000 1000 50 1000");
    assert_eq!(column(declared, FIVE, "mean"), "80 80 80 70 80");
    assert_eq!(column(declared, FIVE, "best"), "90 90 90 70 90");
    assert_eq!(column(declared, FIVE, "tried"), "90 90 90 0 90");
    assert_eq!(column(declared, FIVE, "all_good"), "no no no yes no");
    assert_eq!(column(declared, FIVE, "one_top"), "yes yes yes no yes");
}

#[test]
fn a_mean_is_rounded_once_from_the_exact_sum() {
    // (90 + 80 + 80) / 3 = 83.33…, and half-up (0 + 1) / 2 to whole numbers is 1.
    let three = "
        a 2024-03 n 90 no 0
        b 2024-03 n 80 no 0
        c 2024-03 n 80 no 0";
    assert_eq!(column("metric m : points, decimals 2 = average(marks, within: all)", three, "m"), "83.33 83.33 83.33");
    let two = "
        a 2024-03 n 0 no 0
        b 2024-03 n 1 no 0";
    assert_eq!(column("metric m : points = round(average(marks, within: all), 1)", two, "m"), "1 1");
    assert_eq!(column("metric m : points = floor(average(marks, within: all), 1)", two, "m"), "0 0");
}

#[test]
fn months_are_reckoned_apart() {
    let sheet = "
        a 2024-03 n 90 no 0
        b 2024-03 n 80 no 0
        a 2024-04 n 70 no 0
        b 2024-04 n 80 no 0
        c 2024-04 n 75 no 0";
    assert_eq!(column("metric place : count = rank(marks, within: all, ties: shared)", sheet, "place"), "1 2 3 1 2");
    assert_eq!(column("metric n : count = count(within: all)", sheet, "n"), "2 2 3 3 3");
}

#[test]
fn a_place_of_what_a_place_gave() {
    // Places in the shop: n has a 1, b 3, c 1, e 4; s has d 1. Marks less 10 for each place: 80 50 80 60 20.
    let stages = "
        metric place : count = rank(marks, within: shop, ties: shared)
        metric net : number = marks / 1pt - 10 * place
        metric best : number = max(net, within: shop)
        metric second : count = rank(net, within: all, ties: dense)
        metric of_firsts : points, decimals 2 = average(marks, within: all, where: place = 1) otherwise 0";
    assert_eq!(column(stages, FIVE, "net"), "80 50 80 60 20");
    assert_eq!(column(stages, FIVE, "best"), "80 80 80 60 80");
    assert_eq!(column(stages, FIVE, "second"), "1 3 1 2 4");
    // (90 + 90 + 70) / 3
    assert_eq!(column(stages, FIVE, "of_firsts"), "83.33 83.33 83.33 83.33 83.33");
}

const SHARE: &str = "metric part : money = allocate(100 CNY, by: marks, within: all) otherwise 0 CNY";

#[test]
fn parts_of_a_pool_add_up_to_it() {
    // 100 over three equal: 33.33 each, and the cent that is left to the lowest key, whatever the order.
    let three = "
        c 2024-03 n 50 no 0
        a 2024-03 n 50 no 0
        b 2024-03 n 50 no 0";
    assert_eq!(column(SHARE, three, "part"), "33.33 33.34 33.33");
    // 1 : 2 : 4 of 100 is 14.2857, 28.5714, 57.1428; the remainders are .57, .14, .28 of a cent: one cent to a.
    let uneven = "
        a 2024-03 n 1 no 0
        b 2024-03 n 2 no 0
        c 2024-03 n 4 no 0";
    assert_eq!(column(SHARE, uneven, "part"), "14.29 28.57 57.14");
}

#[test]
fn a_debt_is_shared_out_as_a_pool_is() {
    let debt = "metric part : money = allocate(-100 CNY, by: marks, within: all) otherwise 0 CNY";
    let three = "
        b 2024-03 n 50 no 0
        a 2024-03 n 50 no 0
        c 2024-03 n 50 no 0";
    assert_eq!(column(debt, three, "part"), "-33.33 -33.34 -33.33");
}

#[test]
fn fewer_cents_than_people() {
    let small = "metric part : money = allocate(0.02 CNY, by: marks, within: all) otherwise 0 CNY";
    let three = "
        b 2024-03 n 50 no 0
        a 2024-03 n 50 no 0
        c 2024-03 n 50 no 0";
    assert_eq!(column(small, three, "part"), "0.01 0.01 0");
}

#[test]
fn who_weighs_nothing_gets_nothing_and_all_nothing_have_no_part() {
    let none = "
        a 2024-03 n 0 no 0
        b 2024-03 n 0 no 0";
    assert_eq!(column("metric part : money = allocate(100 CNY, by: marks, within: all)", none, "part"), "- -");
    let one = "
        a 2024-03 n 0 no 0
        b 2024-03 n 30 no 0";
    assert_eq!(column(SHARE, one, "part"), "0 100");
}

#[test]
fn rows_of_orders_and_of_a_shop() {
    let compiled = accepted(
        "rows",
        &people(
            "
        lookup shops { shop : text, key; month : month, period; refunds : percent(%), required }
        details orders {
            id     : text, key
            amount : money
            old    : bool
            let double = amount * 2
            table band by amount -> rate : percent { >= 100 CNY => 2%; < 100 CNY => 1% }
        }
        metric total : money = sum(orders.amount)
        metric again : money = sum(orders.amount where orders.old)
        metric n : count = count(orders where orders.amount >= 100 CNY)
        metric mean : money, decimals 2 = average(orders.amount) otherwise 0 CNY
        metric most : money = max(orders.double)
        metric due : money = round(sum(orders.amount * orders.band.rate), 0.01 CNY)
        metric shop_total : money = sum(sum(orders.amount), within: shop)
        metric worst : percent = max(shops.refunds, over: shops) otherwise 0%
        flag fewer when shops.refunds < worst
    ",
        ),
    );
    let sheet = Sheet::of(&compiled, FIVE)
        .with(
            "orders",
            "a 100 yes
                         a 30.5 no
                         b 99.99 yes
                         e 200 no
                         x 1000 no",
        )
        .with(
            "shops",
            "n 2024-03 3%
                        s 2024-03 5%
                        n 2024-02 9%",
        );
    assert_eq!(sheet.column("total"), "130.5 99.99 0 0 200");
    assert_eq!(sheet.column("again"), "100 99.99 0 0 0");
    assert_eq!(sheet.column("n"), "1 0 0 0 1");
    assert_eq!(sheet.column("mean"), "65.25 99.99 0 0 200");
    assert_eq!(sheet.column("most"), "200 199.98 - - 400");
    // 100 × 2% + 30.5 × 1% = 2.305; 99.99 × 1% = 0.9999
    assert_eq!(sheet.column("due"), "2.31 1 0 0 4");
    assert_eq!(sheet.column("shop_total"), "430.49 430.49 430.49 0 430.49");
    assert_eq!(sheet.column("worst"), "0.05 0.05 0.05 0.05 0.05");
    assert_eq!(sheet.column("fewer"), "yes yes yes no yes");
}

/// Everything at once, for the properties.
const MUCH: &str = "
    details orders { id : text, key; month : month, period; amount : money }
    metric place : count = rank(marks, within: shop, ties: shared)
    metric fine : count = rank(marks, within: all, then: sales)
    metric net : number = marks / 1pt - place
    metric again : count = rank(net, within: all, ties: dense, where: not trial) otherwise 0
    metric sold : money = sum(orders.amount)
    metric shop_sold : money = sum(sold, within: shop)
    metric part : money = allocate(shop_sold, by: marks, within: shop) otherwise 0 CNY
    metric kept : points = max((previous(kept) otherwise 0), marks)
    metric run : count = streak(place <= 2)
    metric best : count = max(run, within: all)
    metric mean : points, decimals 2 = average(marks, over: 3 periods) otherwise 0
    metric upto : money = sum(sold, over: up to 2 periods)
    metric year : points = sum(marks, over: year) otherwise 0";

fn random_sheet(seed: u64) -> (String, String) {
    let mut random = Random::new(seed);
    let (mut records, mut orders) = (String::new(), String::new());
    for id in 0..random.between(1, 7) {
        for month in 1..=4 {
            if random.chance(75) {
                let shop = if random.chance(50) { "n" } else { "s" };
                let trial = if random.chance(30) { "yes" } else { "no" };
                let (marks, sales) = (random.between(0, 5), random.between(-3, 9));
                records.push_str(&format!("p{id} 2024-0{month} {shop} {marks} {trial} {sales}\n"));
                for _ in 0..random.between(0, 3) {
                    orders.push_str(&format!(
                        "p{id} 2024-0{month} {}.{}\n",
                        random.between(0, 40),
                        random.between(10, 99)
                    ));
                }
            }
        }
    }
    (records, orders)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_records_changes_nothing(seed in any::<u64>(), shift in 1_usize..40) {
        let compiled = accepted("much", &people(MUCH));
        let (records, orders) = random_sheet(seed);
        let sheet = Sheet::of(&compiled, &records).with("orders", &orders);
        let straight: Vec<usize> = (0..sheet.len()).collect();
        let mut shuffled = straight.clone();
        shuffled.sort_by_key(|at| (at * 7_919 + shift * 31) % 101);
        let (one, other) = (sheet.evaluated(&straight), sheet.evaluated(&shuffled));
        for (place, at) in shuffled.iter().enumerate() {
            prop_assert_eq!(&other[place], &one[*at]);
        }
    }

    #[test]
    fn parts_add_up_and_none_is_off_by_a_cent(seed in any::<u64>()) {
        let compiled = accepted("parts", &people("
            param pool : money = 123.45 CNY
            metric part : money = allocate(pool, by: marks, within: shop) otherwise 0 CNY
            metric whole : money = sum(part, within: shop)
            metric weight : points = sum(marks, within: shop)
            flag adds when weight = 0 or whole = pool
            flag near when weight = 0 or abs(part * weight - pool * marks) / 1pt < 0.01 CNY * weight / 1pt
        "));
        let (records, _) = random_sheet(seed);
        let sheet = Sheet::of(&compiled, &records);
        let all = vec!["yes"; sheet.len()].join(" ");
        prop_assert_eq!(sheet.column("adds"), all.clone());
        prop_assert_eq!(sheet.column("near"), all);
    }
}
