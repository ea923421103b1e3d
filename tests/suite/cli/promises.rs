//! What a policy ensures, from the answers of `check` to what a run tells of records that break it.

use super::Shop;

const POLICY: &str = r#"policy "奖金" { currency CNY }
record { 工号 : text, key; 奖金 : money in [0元, 1000元] }
pay 应发工资 { 奖金 = 奖金 }
ensure 应发工资 <= 1000元
ensure sum(应发工资, within: all) <= 1500元
test "一例" { given { 奖金 = 1000元 } expect { 应发工资 = 1000元 } }
"#;

fn shop(policy: &str, data: &str) -> Shop {
    Shop::new().file("e.merit", policy).file("e.csv", data)
}

#[test]
fn check_answers_each_in_a_line() {
    let shop = shop(POLICY, "");
    let run = shop.run(&["check", "e.merit"]).ends(0);
    let run = run.tells("ensure 应发工资 <= 1000元：已证明，每条记录都成立\n");
    run.tells("ensure sum(应发工资, within: all) <= 1500元：没有定论，每次计算都会核对\n");
    let run = shop.run(&["check", "e.merit", "--lang", "en"]).ends(0);
    assert!(!run.err.contains("W0530"), "{}", run.err);
    shop.run(&["check", "e.merit", "--warn", "all"]).ends(0).tells("W0530");
    shop.run(&["check", "e.merit", "--deny", "warnings"]).ends(0);
}

#[test]
fn check_tells_programs_every_answer() {
    let broken = POLICY.replace("<= 1000元", "<= 999元");
    let run = shop(&broken, "").run(&["check", "e.merit", "--format", "json"]).ends(1);
    let told: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let answers: Vec<_> = told["ensures"].as_array().unwrap().iter().map(|one| &one["answer"]).collect();
    assert_eq!(answers, ["refuted", "not-decided"]);
    assert_eq!((&told["ensures"][0]["line"], &told["diagnostics"][0]["code"]), (&4.into(), &"E0530".into()));
    // The plainest amount above 999 of those that are tried: the end of the domain, or a power of ten.
    assert_eq!(told["diagnostics"][0]["witness"]["奖金"], "1000");
}

#[test]
fn a_promise_that_holds_in_a_run_is_kept() {
    // 700 + 800 = 1500, which is just what is promised.
    let run = shop(POLICY, "工号,奖金\nA,700\nB,800\n").run(&["eval", "e.merit", "e.csv", "--strict"]).ends(0);
    run.tells("ensure sum(应发工资, within: all) <= 1500元：每条记录都合").prints("A,700.00,700.00,ok,\n");
}

#[test]
fn a_promise_that_a_run_breaks_is_told_of_each_record() {
    // 700 + 800.01 = 1500.01
    let shop = shop(POLICY, "工号,奖金\nA,700\nB,800.01\n");
    let run = shop.run(&["eval", "e.merit", "e.csv", "--receipt", "r.json"]).ends(0);
    let run = run.tells("ensure sum(应发工资, within: all) <= 1500元：2 条记录不合");
    run.prints("A,700.00,700.00,ok,\"不合「ensure sum(应发工资, within: all) <= 1500元」\"\n");
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    // The one that is proved is not among them.
    let expected = serde_json::json!([{ "text": "ensure sum(应发工资, within: all) <= 1500元", "broken": 2 }]);
    assert_eq!(receipt["ensures"], expected);
    let strict = shop.run(&["eval", "e.merit", "e.csv", "-o", "out.csv", "--strict"]).ends(1);
    strict.tells("有记录不合方案的保证，按 --strict 什么都没有写。");
    assert!(!shop.has("out.csv"));
}

/// The rate falls at 10000, and the count of orders keeps the promise from being decided beforehand.
const FALLING: &str = r#"policy "提成" { currency CNY }
record { 工号 : text, key; 销售额 : money }
details 订单 { 工号 : text, key; 金额 : money }
metric 单数 : count = count(订单)
table 率 by 销售额 -> percent { >= 10000元 => 1%; < 10000元 => 2% }
pay 工资 { 提成 = 销售额 * 率; 单数 = 单数 * 1元 }
ensure increasing(工资, 销售额)
"#;

#[test]
fn a_record_is_held_against_itself_with_more_or_less_of_the_field() {
    let data = "工号,销售额\nA,4000\nB,9000\nC,15000\nD,20000\n";
    let shop = shop(FALLING, data).file("o.csv", "工号,金额\nB,1\nB,2\n");
    shop.run(&["check", "e.merit"]).ends(0).tells("ensure increasing(工资, 销售额)：没有定论，每次计算都会核对");
    let run = shop.run(&["eval", "e.merit", "e.csv", "--with", "订单=o.csv"]).ends(0);
    // 4000 × 2% = 80, below the 100 of 10000 × 1%; 9000 × 2% + 2 = 182, with 10000 it is 100 + 2.
    let run = run.prints("A,0,80.00,0.00,80.00,ok,\n");
    let run = run.prints(
        "B,2,180.00,2.00,182.00,ok,\"不合「ensure increasing(工资, 销售额)」：销售额 为 9000.00 时是 182.00，为 10000.00 时只有 102.00\"\n",
    );
    // 15000 × 1% = 150, with 9999.99 it is 200; 20000 × 1% = 200, which is what 9999.99 gives, rounded.
    let run = run.prints(
        "C,0,150.00,0.00,150.00,ok,\"不合「ensure increasing(工资, 销售额)」：销售额 为 9999.99 时是 200.00，为 15000.00 时只有 150.00\"\n",
    );
    run.prints("D,0,200.00,0.00,200.00,ok,\n").tells("ensure increasing(工资, 销售额)：2 条记录不合");
}

/// The third test gives what the policy would work out: its record need not exist.
const TESTED: &str = r#"policy "用例" { currency CNY }
record { 奖金 : money }
metric 基数 : money = 奖金
pay 工资 { 奖金 = 基数 }
ensure sum(工资, within: all) <= 100元
test "合" { given { 奖金 = 100元 } expect { 工资 = 100元 } }
test "不合" { given { 奖金 = 100.01元 } expect { 工资 = 100.01元 } }
test "另给" { given { 基数 = 100.01元 } expect { 工资 = 100.01元 } }
"#;

#[test]
fn a_test_whose_record_breaks_a_promise_fails() {
    let run = shop(TESTED, "").run(&["test", "e.merit"]).ends(1);
    let run = run.tells("2 个用例通过，1 个不通过").prints("不合").prints("ensure sum");
    assert!(!run.out.contains("另给"), "{}", run.out);
}
