//! What exports of other programs hold besides records, and what they do to cells.

use encoding_rs::GB18030;
use merit::data::{Batch, Reading};
use merit::render::problem;

use super::{codes, outcomes, policy, read, refusal};
use merit::diagnostic::Code;
use merit::ir::Policy;
use merit::quantity::Tongue;

/// A policy that reads whoever has a key.
fn open() -> Policy {
    policy(
        "record {\n    name : text, key from \"姓名\"\n    sales : money, default 0 CNY from \"销售额\"\n    late : count, default 0\n}\n",
    )
}

fn rows(data: &str) -> Vec<String> {
    outcomes(&open(), &read(&open(), "data.csv", data).unwrap())
}

/// What is told of a file, but for columns that are not there.
fn told(batch: &Batch) -> String {
    let notices = batch.notices.iter().filter(|notice| notice.code != Code::AbsentColumn);
    codes(&notices.cloned().collect::<Vec<_>>())
}

fn notices(policy: &Policy, data: &str) -> String {
    told(&read(policy, "data.csv", data).unwrap())
}

const NOTE: &str = "skipped W0703-note";
const SUMMARY: &str = "skipped W0703-summary";

#[test]
fn notes_and_signatures_below_a_table_are_nobody() {
    let notes = [
        "制表：张三,,",
        "备注：以上数据截至3月31日,,",
        "审核人：,,",
        "制表：张三,审核：李四,",
        "注：不含退货,,",
        "注1：不含退货,,",
        "Prepared by: Li Lei,,",
        "Note: without returns,,",
        "Notes,,",
        "备注 以上数据截至3月31日,,",
        "※ 含试用期员工,,",
        "以上数据由系统导出；如有疑问请联系财务,,",
        "#----",
        "#支出合计：0笔",
        "# end of file,,",
    ];
    for note in notes {
        assert_eq!(rows(&format!("姓名,销售额,late\n王小明,1000,3\n{note}\n"))[1..], [NOTE], "{note}");
    }
    // Whoever is called much like that, or has a figure, is somebody.
    for (name, value) in [("审核员,,1", "审核员|0.00|1"), ("注册组,5,", "注册组|5.00|0"), ("#1,5,0", "#1|5.00|0")]
    {
        assert_eq!(rows(&format!("姓名,销售额,late\n{name}\n")), [value]);
    }
}

#[test]
fn what_stands_below_a_blank_row_and_another_heading_is_nobody() {
    let data = "姓名,销售额,late\n甲,1,1\n,,\n乙,2,2\n\n部门,人数,主管\n客服,3,4\n售后,5,6\n";
    let expected = ["甲|1.00|1", "乙|2.00|2", "E0726-heading", "E0726-heading", "E0726-heading"];
    assert_eq!(rows(data), expected);
    assert_eq!(rows("姓名,销售额,late\n甲,1,1\n\n张三签字,,\n"), ["甲|1.00|1", "E0726"]);
    // The same header again begins the table again, and a cell of several lines is no blank row.
    let again = "姓名,销售额,late\n甲,1,1\n\n部门,人数,主管\n姓名,销售额,late\n乙,2,2\n";
    assert_eq!(rows(again), ["甲|1.00|1", "E0726-heading", "skipped W0703-header", "乙|2.00|2"]);
    assert_eq!(rows("姓名,销售额,late\n\"甲\n组\",1,1\n乙,,\n"), ["甲\n组|1.00|1", "乙|0.00|0"]);
}

#[test]
fn a_row_with_nothing_but_its_key_is_told() {
    assert_eq!(notices(&open(), "姓名,销售额,late\n甲,1,1\n乙,,\n丙,,\n"), "W0710-lone");
    assert_eq!(notices(&open(), "姓名,销售额,late\n甲,1,1\n乙,0,\n"), "");
    assert_eq!(notices(&open(), "姓名\n甲\n乙\n"), "");
}

#[test]
fn totals_of_a_group_are_known_by_the_key_above() {
    let groups = ["汇总", "求和", "合计", "小计", "平均值", "计数", "Total", "Sum", "Average", "Count"];
    for made in groups {
        let data = format!("姓名,销售额\nA01,1\nA01 {made},1\nA02,2\nA02 {made},2\n");
        assert_eq!(rows(&data), ["A01|1.00|0", SUMMARY, "A02|2.00|0", SUMMARY], "{made}");
    }
    // Under another key it is a name.
    assert_eq!(rows("姓名,销售额\nA01,1\nB Total,1\n"), ["A01|1.00|0", "B Total|1.00|0"]);
    let whole = [
        "Grand Sum",
        "Grand Average",
        "Grand Total",
        "总计 求和",
        "总计 平均值",
        "Total Result",
        "合计 结果",
        "总计",
        "总计平均值",
        "平均值",
        "总计计数",
        "Grand Count",
        "汇总",
        "合计：",
        "合 计",
        "总　计：",
        "小  计",
        "Grand total:",
    ];
    for total in whole {
        assert_eq!(rows(&format!("姓名,销售额\nA01,1\n{total},1\n")), ["A01|1.00|0", SUMMARY], "{total}");
    }
}

#[test]
fn texts_that_were_protected_from_a_spreadsheet() {
    let data = "姓名,销售额\n=\"00123\",\"=\"\"12.5\"\"\"\n`00126,`7\n'00127,'8\n'=1+1,9\n'ts,10\n\"=\"\"a\"\"\"\"b\"\"\",11\n";
    let expected = ["00123|12.50|0", "00126|7.00|0", "00127|8.00|0", "=1+1|9.00|0", "'ts|10.00|0", "a\"b|11.00|0"];
    assert_eq!(rows(data), expected);
}

#[test]
fn a_header_far_down_is_found_and_the_search_ends() {
    let above = |count: usize| (0..count).map(|at| format!("第{at}行说明\n")).collect::<String>();
    for separator in [",", ";", "\t"] {
        let data = format!("{}姓名{separator}销售额\n甲{separator}5\n", above(400));
        assert_eq!(rows(&data), ["甲|5.00|0"], "{separator:?}");
    }
    let problems = read(&open(), "data.csv", above(600)).unwrap_err();
    assert_eq!(codes(&problems), "E0710-no-header");
    assert!(problem(&problems[0], Tongue::En).contains("first 500 rows"), "{:?}", problem(&problems[0], Tongue::En));
    let problems = read(&open(), "data.csv", above(3)).unwrap_err();
    assert!(problem(&problems[0], Tongue::En).contains("first 3 rows"), "{:?}", problem(&problems[0], Tongue::En));
}

#[test]
fn names_in_gbk_that_are_utf8_too() {
    let read_as = |text: &str| {
        let (bytes, _, _) = GB18030.encode(text);
        assert!(std::str::from_utf8(&bytes).is_ok());
        let batch = read(&open(), "data.csv", bytes.into_owned()).unwrap();
        (outcomes(&open(), &batch), self::told(&batch))
    };
    let told = "W0710-encoding".to_owned();
    let both = vec!["叶小英|5.00|0".to_owned(), "谢硕|6.00|0".to_owned()];
    assert_eq!(read_as("name,sales\n叶小英,5\n谢硕,6\n"), (both, told.clone()));
    assert_eq!(read_as("name,sales\n肖伟,5\n"), (vec!["肖伟|5.00|0".to_owned()], told));
    // Words of other tongues stay what they are.
    for name in ["Müller", "Ян", "он", "Żółć", "Λευτέρης", "και", "שרה", "É", "§§", "Иван"]
    {
        let batch = read(&open(), "data.csv", format!("name,sales\n{name},5\n")).unwrap();
        assert_eq!(outcomes(&open(), &batch), [format!("{name}|5.00|0")]);
        assert_eq!(self::told(&batch), "");
    }
}

#[test]
fn control_characters_reject_the_record_in_every_format() {
    for (json, raw) in [("\\u001b", "\u{1b}"), ("\\u0007", "\u{7}"), ("\\u009b", "\u{9b}"), ("\\u007f", "\u{7f}")] {
        let lines = format!("{{\"name\": \"A{json}B\"}}\n{{\"name\": \"C\"}}\n");
        let batch = read(&open(), "a.jsonl", lines).unwrap();
        assert_eq!(outcomes(&open(), &batch), ["E0701-control", "C|0.00|0"], "{json}");
        let Reading::Rejected(rejection) = &batch.record(0).unwrap().reading else { panic!("read") };
        assert_eq!(rejection.cells[0].as_deref(), Some("A\u{fffd}B"));
        assert_eq!(rows(&format!("name,sales\nA{raw}B,1\nC,0\n")), ["E0701-control", "C|0.00|0"], "{json}");
    }
    assert_eq!(rows("name,sales\n\"A\tB\",1\n"), ["A\tB|1.00|0"]);
    assert_eq!(refusal(&open(), "data.csv", "name,sales\nA\0B,1\n"), "E0710-binary");
}

#[test]
fn places_in_json() {
    let policy = policy("record {\n    id : text, key from \"no\"\n    v : count\n}\n");
    let problems = read(&policy, "both.jsonl", "{\"id\": \"A\", \"no\": \"B\", \"v\": 1}\n").unwrap_err();
    assert_eq!(codes(&problems), "E0709");
    assert!(problem(&problems[0], Tongue::En).starts_with("both.jsonl: "), "{}", problem(&problems[0], Tongue::En));
    let batch = read(
        &policy,
        "lines.json",
        "[\n{\"id\": \"A\",\n\"v\": 1},\n{\"id\": \"B\", \"v\": -1},{\"id\": \"A\", \"v\": 1}]",
    )
    .unwrap();
    let words = |at: usize| match &batch.record(at).unwrap().reading {
        Reading::Rejected(rejection) => problem(&rejection.problems[0], Tongue::En),
        other => panic!("{other:?}"),
    };
    assert!(words(1).starts_with("lines.json #2 v: "), "{}", words(1));
    assert!(words(0).contains("also stands at lines.json #3"), "{}", words(0));
}

#[test]
fn texts_come_back_as_they_stand_and_are_compared_as_they_look() {
    let data = "姓名,销售额\n旗舰店（北京）,1\n张三：客服,2\n①组,3\n1组,4\nⅡ组,5\nﾀﾅｶ,6\n";
    let expected =
        ["旗舰店（北京）|1.00|0", "张三：客服|2.00|0", "①组|3.00|0", "1组|4.00|0", "Ⅱ组|5.00|0", "ﾀﾅｶ|6.00|0"];
    assert_eq!(rows(data), expected);
    for (one, other) in
        [("旗舰店（北京）", "旗舰店(北京)"), ("Ａ０１", "A01"), ("ﾀﾅｶ", "タナカ"), ("Ⅱ组", "II组"), ("é", "e\u{301}")]
    {
        assert_eq!(rows(&format!("姓名,销售额\n{one},1\n{other},2\n")), ["E0705", "E0705"], "{one}");
    }
    let policy = policy("record {\n    店 : text\n}\nmetric x : count = if 店 = \"旗舰店（北京）\" then 1 else 0\n");
    let batch = read(&policy, "data.csv", "店\n旗舰店(北京)\n").unwrap();
    let Reading::Record(values) = &batch.record(0).unwrap().reading else { panic!("rejected") };
    let found = merit::eval::evaluate(&policy, values).into_values().unwrap();
    assert_eq!(merit::data::spell_cell(&policy, &policy.slots[1], &found[1]), "1");
}

#[test]
fn words_for_nothing_in_a_column_of_texts_are_told() {
    let policy = policy("record {\n    店 : text, optional\n}\nmetric x : count = if 店 is missing then 1 else 0\n");
    for word in ["NULL", "\\N", "None", "nan", "<NA>", "NaT"] {
        assert_eq!(notices(&policy, &format!("店\n{word}\n{word}\n")), "W0710-null", "{word}");
    }
    assert_eq!(notices(&policy, "店\nNullarbor\n"), "");
    assert_eq!(notices(&policy, "店\n1001.0\n"), "W0710-float");
    assert_eq!(outcomes(&policy, &read(&policy, "data.csv", "店\n#N/A\n").unwrap()), ["E0701-formula"]);
}

#[test]
fn a_dash_between_blanks_where_numbers_stand_so_is_told() {
    assert_eq!(notices(&open(), "name,sales\nA, 12.00 \nB, -   \n"), "W0710-dash");
    assert_eq!(notices(&open(), "name,sales\nA,12.00\nB, -   \n"), "");
    assert_eq!(notices(&open(), "name,sales\nA, 12.00 \nB,-\n"), "");
}

#[test]
fn a_comma_is_read_as_the_column_shows() {
    let policy = policy("record {\n    id : text, key\n    x : number\n}\n");
    let read_as = |data: &str| outcomes(&policy, &read(&policy, "data.csv", data).unwrap());
    assert_eq!(read_as("id;x\nA;1,234\nB;2,345\n"), ["A|1234", "B|2345"]);
    // With a decimal comma in the column, 1,234 is read in two ways.
    assert_eq!(read_as("id;x\nA;1,234\nB;0,985\nC;7\n"), ["E0701-two-ways", "E0701-decimal-comma", "C|7"]);
    assert_eq!(read_as("id;x\nA;12,5\nB;1,234\n"), ["E0701-comma", "E0701-two-ways"]);
    assert_eq!(read_as("id,x\nA,\"1.234,56\"\nB,\"1,234\"\n"), ["E0701-decimal-comma", "E0701-two-ways"]);
}

#[test]
fn a_point_before_three_digits_is_read_as_the_file_shows() {
    let read_as = |kind: &str, data: &str| {
        let policy = policy(&format!("record {{\n    id : text, key\n    x : {kind}\n}}\n"));
        outcomes(&policy, &read(&policy, "data.csv", data).unwrap())
    };
    assert_eq!(read_as("money", "id,x\nA,1.000\nB,2.500\n"), ["A|1.00", "B|2.50"]);
    // A decimal comma elsewhere in the column: 1.000 may be a thousand.
    assert_eq!(read_as("money", "id;x\nA;1.000\nB;12,50\n"), ["E0701-two-ways", "E0701-comma"]);
    assert_eq!(read_as("money", "id,x\nA,1.000 元\nB,\"1.234,50\"\n"), ["E0701-two-ways", "E0701-decimal-comma"]);
    // Semicolons alone raise the doubt, where nobody writes three decimals …
    assert_eq!(read_as("money", "id;x\nA;1.000\nB;7\n"), ["E0701-semicolons", "B|7.00"]);
    assert_eq!(read_as("count", "sep=;\nid;x\nA;1.000\n"), ["E0701-semicolons"]);
    assert_eq!(read_as("percent(%), decimals 2", "id;x\nA;1.000\n"), ["E0701-semicolons"]);
    assert_eq!(read_as("money, rounded", "id;x\nA;1.234\n"), ["E0701-semicolons"]);
    // … and no cell shows that the point is a decimal one.
    assert_eq!(read_as("money", "id;x\nA;1.000\nB;7.50\n"), ["A|1.00", "B|7.50"]);
    assert_eq!(read_as("money", "id;x\nA;1.000\nB;1,234.50\n"), ["A|1.00", "B|1234.50"]);
    assert_eq!(read_as("money", "id;x\nA;0.500\nB;1000.000\n"), ["A|0.50", "B|1000.00"]);
    assert_eq!(read_as("number, decimals 3", "id;x\nA;1.250\n"), ["A|1.25"]);
}

#[test]
fn what_is_proposed_for_a_comma_keeps_the_sign() {
    for (cell, point, hint) in [("-12,34", "-12.34", "-1234"), ("-¥12,34", "-12.34", "-1234"), ("-0,5", "-0.5", "-05")]
    {
        let batch = read(&open(), "data.csv", format!("姓名;销售额\n甲;{cell}\n")).unwrap();
        let Reading::Rejected(rejection) = &batch.record(0).unwrap().reading else { panic!("read") };
        let words = problem(&rejection.problems[0], Tongue::En);
        let kept =
            words.contains(&format!("Write {point} or {hint}")) || words.contains(&format!("Write {point}, or export"));
        assert!(kept, "{cell}: {words}");
    }
}

#[test]
fn a_table_of_one_column_has_no_notes_by_their_sentence() {
    let policy = policy("record {\n    name : text, key\n}\nmetric x : count = 1\n");
    let read_as = |data: &str| outcomes(&policy, &read(&policy, "data.csv", data).unwrap());
    assert_eq!(read_as("name\nA\nb;c\nd!\n"), ["A|1", "b;c|1", "d!|1"].map(|row| row.split('|').next().unwrap()));
    assert_eq!(read_as("name\nA\n制表：张三\n"), ["A", NOTE]);
}

#[test]
fn an_amount_in_parentheses_is_no_other_currency() {
    assert_eq!(rows("姓名,销售额\n甲,(¥5.00)\n"), ["E0701-parentheses"]);
}

#[test]
fn minus_nothing_is_nothing() {
    for zero in ["-0", "-0.00", "\u{2212}0", "-¥0"] {
        assert_eq!(rows(&format!("姓名,销售额,late\n甲,{zero},-0\n")), ["甲|0.00|0"], "{zero}");
    }
}

#[test]
fn a_sign_that_tells_a_currency_from_its_like_is_read() {
    for (currency, amount) in [("CNY", "CN¥1,234.50"), ("CNY", "-CN¥5"), ("USD", "US$5"), ("HKD", "HK$5.00")] {
        let text = format!(
            "policy \"P\" {{ currency {currency} }}\nrecord {{\n    id : text, key\n    x : money in [-10 {currency}, 10_000 {currency}]\n}}\n"
        );
        let policy = policy(&text);
        let data = format!("id,x\nA,\"{amount}\"\n");
        assert!(outcomes(&policy, &read(&policy, "data.csv", data.as_str()).unwrap())[0].starts_with("A|"), "{amount}");
    }
    let dollars = "id,x\nA,US$5\nB,HK$5\n";
    let policy = policy("record {\n    id : text, key\n    x : money\n}\n");
    assert_eq!(outcomes(&policy, &read(&policy, "data.csv", dollars).unwrap()), ["E0701-currency"; 2]);
}

#[test]
fn a_control_character_in_a_short_file_is_a_matter_of_its_cell() {
    assert_eq!(rows("姓名,销售额\n甲\u{1b}[31m,1\n乙,2\n"), ["E0701-control", "乙|2.00|0"]);
}

#[test]
fn an_empty_text_that_nothing_reads_costs_nobody_a_wage() {
    let policy = policy(
        "record {\n    id : text, key\n    post : text\n    shop : text\n    base : money\n}\nlookup shops {\n    shop : text, key\n    extra : money\n}\n\
         pay wage { base = base; extra = shops.extra otherwise 0 CNY }\n",
    );
    let data = "id,post,shop,base\nA,,North,1\nB,clerk,,1\n,clerk,North,1\n";
    let batch = read(&policy, "data.csv", data).unwrap();
    let read = outcomes(&policy, &batch);
    assert!(read[0].starts_with("A||North|1.00"), "{read:?}");
    assert_eq!(read[1..], ["E0704", "E0704-key"]);
}

#[test]
fn a_date_with_a_time_is_taken_apart_on_request() {
    let policy = policy(
        "record {\n    id : text, key\n    day : date(datetime) from \"paid\"\n    m : 月(日期时间) from \"paid\"\n    at : time(datetime) from \"paid\"\n    w : week(datetime) from \"paid\"\n    q : 季度(日期时间) from \"paid\"\n    y : year(datetime) from \"paid\"\n}\n",
    );
    let all = "|2024-06-18|2024-06|23:05:12|2024-W25|2024-Q2|2024";
    for paid in [
        "2024-06-18 23:05:12",
        "2024/6/18 23:05:12",
        "2024-06-18T23:05:12.000",
        "20240618230512",
        "2024年6月18日 23:05:12",
        "2024-06-18 11:05:12 PM",
    ] {
        let batch = read(&policy, "data.csv", format!("id,paid\nA,{paid}\n")).unwrap();
        assert_eq!(outcomes(&policy, &batch), [format!("A{all}")], "{paid}");
    }
    let batch =
        read(&policy, "data.csv", "id,paid\nA,2024-06-18T23:05:12Z\nB,2024-06-18\nC,2024-06-18 23:05:12.5\n").unwrap();
    let zone = ["E0701-zone"; 6].join(" ");
    assert_eq!(outcomes(&policy, &batch), [zone.as_str(), "E0701-calendar", "E0703-second"]);
}
