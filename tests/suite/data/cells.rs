//! One cell at a time: what each type takes, and what it refuses with which hint.
use merit::data::Reading;
use merit::quantity::Tongue;
use merit::render::problem;

use super::{outcomes, policy, read};

/// What a cell under a field declared so is read as.
fn cell(declaration: &str, text: &str) -> String {
    let policy = policy(&format!("record {{\n    x : {declaration}\n    y : text, optional\n}}\n"));
    let quoted = text.replace('"', "\"\"");
    let batch = read(&policy, "data.csv", format!("x,y\n\"{quoted}\",end\n")).unwrap();
    let outcome = outcomes(&policy, &batch).remove(0);
    outcome.strip_suffix("|end").map(str::to_owned).unwrap_or(outcome)
}

fn table(declaration: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(cell(declaration, text), *expected, "{declaration} of {text:?}");
    }
}

#[test]
fn counts() {
    table(
        "count",
        &[
            ("12", "12"),
            ("１２", "12"),
            ("12次", "12"),
            ("12 人", "12"),
            ("3.0", "3"),
            ("+3", "3"),
            ("1,234", "1234"),
            ("1.5万", "15000"),
            ("3.5", "E0703-whole"),
            ("-1", "E0702"),
            ("1e5", "E0701-exponent"),
            ("2W", "E0701-letter"),
            ("3k", "E0701-letter"),
            ("1,23", "E0701-comma"),
            ("1,23,4", "E0701-groups"),
            ("NaN", "E0701-nan"),
            ("#DIV/0!", "E0701-formula"),
            ("十二", "E0701"),
            ("12分", "E0701"),
            ("1 2", "E0701"),
            ("98%", "E0701"),
            ("", "E0704"),
            ("-", "E0704-mark"),
            ("无", "E0704-mark"),
        ],
    );
}

#[test]
fn numbers() {
    table(
        "number",
        &[
            ("3.5", "3.5"),
            (".5", "0.5"),
            ("-3.5", "-3.5"),
            ("\u{2212}3.5", "-3.5"),
            ("'-3.5", "-3.5"),
            ("007", "7"),
            ("5.", "E0701"),
            ("1.2.3", "E0701"),
            ("1e30", "E0701-digits"),
            ("1000000000000000000000000000000", "E0701-digits"),
            ("1000000001", "E0702"),
            ("0.00001", "E0703"),
            ("(5.00)", "E0701-parentheses"),
        ],
    );
    table("number, decimals 1, rounded", &[("0.05", "0.1"), ("-0.05", "-0.1"), ("0.04999", "0")]);
    // A comma behind a 0 is a decimal one; points between thousands are none.
    table("number", &[("0,985", "E0701-decimal-comma"), ("00,985", "E0701-decimal-comma"), ("1,234", "1234")]);
    table(
        "number",
        &[("01,234", "E0701-decimal-comma"), ("1.234,5", "E0701-decimal-comma"), ("0,123,456", "E0701-groups")],
    );
    // As Java, Spark and Python write a double; as Excel shows one that it cut; as an article number may look.
    table("number", &[("5.0E-1", "0.5"), ("1.23456785E7", "12345678.5"), ("-1.5E3", "-1500"), ("5e-01", "0.5")]);
    table("number", &[("1.23E+07", "E0701-exponent"), ("5.00E-01", "E0701-exponent"), ("1E5", "E0701-exponent")]);
    table("number in [0, 1]", &[("1.0000", "1"), ("1.0001", "E0702")]);
}

#[test]
fn percents() {
    table(
        "percent",
        &[
            ("98.5%", "98.5%"),
            ("９８．５％", "98.5%"),
            ("5‰", "0.5%"),
            ("98.5", "E0701-percent"),
            ("0.985", "E0701-fraction"),
            ("98.555%", "E0703"),
        ],
    );
    table("percent(%)", &[("98.5", "98.5%"), ("98.5%", "98.5%"), ("0.985", "E0703-fraction")]);
    table("percent(fraction)", &[("0.985", "98.5%"), ("98.5%", "98.5%")]);
}

#[test]
fn money() {
    table(
        "money",
        &[
            ("1,234.50", "1234.50"),
            ("¥1234.5", "1234.50"),
            ("￥1,234.5", "1234.50"),
            ("1234.5元", "1234.50"),
            ("1.5万元", "15000.00"),
            ("2亿", "200000000.00"),
            ("CNY 12", "12.00"),
            ("RMB2800.5", "2800.50"),
            ("12RMB", "12.00"),
            ("¥-", "0.00"),
            (" ¥ -   ", "0.00"),
            ("12 CNY", "12.00"),
            ("$12", "E0701-currency"),
            ("12 USD", "E0701-currency"),
            ("12.345", "E0703"),
            ("-5", "E0702"),
        ],
    );
}

#[test]
fn points_and_durations() {
    table("points", &[("92.5", "92.5"), ("92.5分", "92.5"), ("92.5pt", "92.5"), ("92.555", "E0703")]);
    table(
        "duration(s)",
        &[
            ("80", "80"),
            ("80s", "80"),
            ("80秒", "80"),
            ("00:01:20", "80"),
            ("1分20秒", "80"),
            ("1分钟20秒", "80"),
            ("1小时", "3600"),
            ("1h 30min", "5400"),
            ("0.5小时", "1800"),
            ("1天", "86400"),
            ("1 days 02:30:00", "95400"),
            ("0 days 00:01:20", "80"),
            ("PT95400S", "95400"),
            ("P1DT2H30M", "95400"),
            ("PT1.5S", "1.5"),
            ("P1M", "E0701"),
            ("12:01:20 AM", "E0701-half-day"),
            ("01:20", "E0701-clock"),
            ("20秒1分", "E0701"),
            ("1分1分", "E0701"),
            ("00:61:00", "E0701"),
            ("1.5个", "E0701"),
        ],
    );
    // A field in hours holds thousandths of a second; 20 s have no finite figure in hours.
    table("duration(h)", &[("1.5", "1.5"), ("90min", "1.5"), ("20s", "20s")]);
}

/// Two fields of one type each read their own titles, and messages show the labels alone.
#[test]
fn titles_belong_to_their_field() {
    let policy = policy(
        "type 评价 = 好 \"都好\" | 差\nrecord {\n    态度 : 积极 \"能自觉完成\" | 一般 \"偶尔推卸\"\n    配合 : 积极 \"主动\" | 一般 \"服从\"\n    总评 : 评价\n}\n",
    );
    let data = "态度,配合,总评\n能自觉完成,服从,都好\n主动,能自觉完成,好\n";
    let batch = read(&policy, "data.csv", data).unwrap();
    assert_eq!(outcomes(&policy, &batch), ["积极|一般|好", "E0701-label E0701-label"]);
    let Reading::Rejected(rejection) = &batch.record(1).unwrap().reading else { panic!("read") };
    let words = problem(&rejection.problems[0], Tongue::Zh);
    assert!(words.contains("一般") && !words.contains("偶尔推卸") && !words.contains("服从"), "{words}");
}

#[test]
fn words_and_labels() {
    for yes in ["yes", "TRUE", "1", "1.0", "是", "Y", "√"] {
        assert_eq!(cell("bool", yes), "yes");
    }
    for no in ["no", "false", "0", "0.0", "否", "n", "×"] {
        assert_eq!(cell("bool", no), "no");
    }
    table("bool", &[("maybe", "E0701-bool"), ("2", "E0701-bool")]);
    table("积极 \"能自觉完成\" | 一般", &[("积极", "积极"), ("能自觉完成", "积极"), ("很好", "E0701-label")]);
    // A cell that spells a label is that label before it is a missing marker.
    table("有 | 无, optional", &[("无", "无"), ("-", "")]);
    table(
        "text, optional",
        &[(" A01 ", "A01"), ("Ａ０１", "Ａ０１"), ("-", ""), ("N/A", ""), ("—", ""), ("——", ""), ("－", "")],
    );
    table("count, default 3", &[("", "3"), ("/", "3"), ("4", "4")]);
}

#[test]
fn calendar_values() {
    for text in ["2024-03-05", "2024/3/5", "2024.3.5", "20240305", "2024年3月5日", "2024-03-05 00:00:00"] {
        assert_eq!(cell("date", text), "2024-03-05", "{text}");
    }
    table(
        "date",
        &[
            ("2024-02-30", "E0701-nowhere"),
            ("45352", "E0701-serial"),
            ("2024-03-05 08:30:00", "E0701-datetime"),
            ("1899-12-31", "E0701-calendar"),
        ],
    );
    for text in ["2024-03", "2024/3", "2024.3", "202403", "2024年3月", "2024-03-01", "2024/3/1"] {
        assert_eq!(cell("month", text), "2024-03", "{text}");
    }
    table(
        "month",
        &[
            ("2024-03-15", "E0701-day"),
            ("2024-13", "E0701-nowhere"),
            ("45352", "E0701-serial"),
            ("2024.1", "E0701-october"),
        ],
    );
    table(
        "quarter",
        &[
            ("2024-Q1", "2024-Q1"),
            ("2024年第1季度", "2024-Q1"),
            ("2024年一季度", "2024-Q1"),
            ("2024-Q5", "E0701-calendar"),
        ],
    );
    table("week", &[("2024-W07", "2024-W07"), ("2024年第7周", "2024-W07"), ("2024-W54", "E0701-calendar")]);
    table("year", &[("2024", "2024"), ("2024年", "2024")]);
    table("month", &[("Mar-24", "E0701-month-name"), ("2024-03-15 08:30:00", "E0701-datetime")]);
    table("time", &[("09:30", "09:30"), ("9:30", "09:30"), ("9点30分", "09:30"), ("25:00", "E0701-calendar")]);
    table(
        "time",
        &[("09:00:30", "09:00:30"), ("9:30:15", "09:30:15"), ("09:30:00", "09:30"), ("9点30分15秒", "09:30:15")],
    );
    table(
        "time",
        &[("9:30 PM", "21:30"), ("下午 9:30", "21:30"), ("12:00:01 AM", "00:00:01"), ("13:00 PM", "E0701-calendar")],
    );
    table(
        "time",
        &[("09:00:00.5", "E0703-second"), ("23:59:60", "E0701-calendar"), ("2024-06-18 23:05:12", "E0701-datetime")],
    );
}
