//! `merit eval --run`: a command that is kept in a file.

use super::{Run, Shop, program};

const RUN: &str =
    "policies = \"p.merit\"\ndata = \"d.csv\"\noutput = \"out.csv\"\nreceipt = \"r.json\"\n[set]\n提成率 = \"2%\"\n";

fn shop(run: &str) -> Shop {
    Shop::new().file("月/p.merit", super::POLICY).file("月/d.csv", super::DATA).file("月/m.toml", run)
}

fn told(run: &str) -> Run {
    shop(run).run(&["eval", "--run", "月/m.toml"]).ends(2)
}

/// The run with `said` behind it, on the command line.
fn also(run: &str, said: &[&str]) -> Run {
    shop(run).run(&[&["eval", "--run", "月/m.toml"], said].concat())
}

#[test]
fn a_file_gives_what_the_same_options_give() {
    let shop = shop(RUN);
    shop.run(&["eval", "--run", "月/m.toml"]).ends(0).tells("A 1 人");
    shop.run(&["eval", "月/p.merit", "月/d.csv", "--set", "提成率=2%", "-o", "as.csv"]).ends(0);
    assert_eq!(shop.read("月/out.csv"), shop.read("as.csv"));
    assert!(shop.read("as.csv").contains("1200"));
    let receipt = shop.read("月/r.json");
    for piece in ["\"月/d.csv\"", "\"月/p.merit\"", "\"月/out.csv\""] {
        assert!(receipt.contains(piece), "{receipt}");
    }
}

#[test]
fn the_command_line_goes_before_the_file() {
    assert!(also(RUN, &["--set", "提成率=3%", "-o", "o.csv"]).ends(0).err.contains("A 1 人"));
    let run = RUN.replace("output = \"out.csv\"\nreceipt = \"r.json\"\n", "");
    also(&run, &[]).ends(0).prints("1200");
    also(&run, &["--set", "提成率 = 3%"]).ends(0).prints("1300");
    also(&run, &["--columns", "工号"]).ends(0).prints("工号,_status");
    let shop = shop(&run).file("e.csv", "工号,分\nE09,70\n");
    let own = shop.run(&["eval", "--run", "月/m.toml", "e.csv"]).ends(0).prints("E09");
    assert!(!own.out.contains("A01"));
    shop.run_with(&["eval", "--run", "月/m.toml", "-"], "工号,分\nF01,70\n").ends(0).prints("F01");
    let bare = shop.file("无.toml", "data = [\"月/d.csv\", \"e.csv\"]\n");
    bare.run(&["eval", "--run", "无.toml", "p.merit"]).ends(0).prints("E09").prints("A01");
}

/// Whoever looks once more writes nothing over what was handed out.
#[test]
fn a_look_writes_nothing() {
    for look in ["--table", "--summary-only"] {
        let shop = shop(RUN);
        shop.run(&["eval", "--run", "月/m.toml", look]).ends(0);
        assert!(!shop.has("月/out.csv") && !shop.has("月/r.json"), "{look}");
    }
    let kept = RUN.replace("output = \"out.csv\"", "table = true");
    also(&kept, &["-o", "x.csv"]).ends(0);
    told(&RUN.replace("[set]", "table = true\n[set]")).tells("m.toml:5:1").tells("table 不能和 output 一起用");
    told(&RUN.replace("[set]", "summary-only = true\n[set]")).tells("m.toml:5:1").tells("summary-only 不能和 output");
}

#[test]
fn a_name_below_set_that_is_no_param_is_told_where_it_stands() {
    let told = |line: &str| told(&format!("{RUN}{line}\n"));
    for (line, way) in [
        ("strict = true", "strict 是选项的话，移到 [set] 之前"),
        // None of these reads as the value of a param.
        ("hold-back = \"groups\"", "hold-back 是选项的话"),
        ("columns = \"工号,工资\"", "columns 是选项的话"),
        ("提成绿 = \"3%\"", "是不是 提成率？"),
        ("闲 = 1", "删掉这一行"),
    ] {
        let run = told(line).tells("m.toml:7:1").tells(way);
        assert!(!run.err.contains("--set") && !run.err.contains("E0254"), "{}", run.err);
    }
    // What the command line sets is not the file's.
    also(&format!("{RUN}闲 = 1\n"), &["--set", "闲=2"]).ends(1).tells("E0254");
    // Full-width letters are the same name.
    let wide = super::POLICY.replace("提成率", "A率");
    Shop::new()
        .file("w.merit", wide)
        .file("w.toml", "policies = \"w.merit\"\ndata = \"d.csv\"\n[set]\nＡ率 = \"2%\"\n")
        .run(&["eval", "--run", "w.toml"])
        .ends(0);
}

/// No number goes through a float, and none is respelt.
#[test]
fn numbers_are_taken_as_they_are_written() {
    let policy = "policy \"P\" { }\nrecord { id : text, key; n : count }\n\
                  param a : number in [0, 9999999999], decimals 8 = 0\nmetric m : number, decimals 8 = a\n";
    let shop = Shop::new().file("n.merit", policy).file("n.csv", "id,n\nA,0\n");
    let shop = shop.file("n.toml", "policies = \"n.merit\"\ndata = \"n.csv\"\nset.a = 1234567890.12345678\n");
    shop.run(&["eval", "--run", "n.toml"]).ends(0).prints("1234567890.12345678");
}

#[test]
fn with_and_history_come_from_the_file() {
    let policy = "policy \"P\" { currency CNY }\nrecord { id : text, key; m : month, period; n : count }\n\
                  details 订单 { id : text, key; amount : money }\n\
                  metric sold : money = sum(订单.amount)\nmetric before : count = previous(n) otherwise 0\n";
    let shop = Shop::new().file("w/p.merit", policy).file("w/d.csv", "id,m,n\nA,2024-02,2\n");
    let shop = shop.file("w/a.csv", "id,amount\nA,1\n").file("w/b.csv", "id,amount\nA,20\n");
    let run = "policies = 'p.merit'\ndata = 'd.csv'\n[with]\n订单 = ['a.csv', 'b.csv']\n";
    let shop = shop.file("w/m.toml", run).file("c.csv", "id,amount\nA,300\n");
    shop.run(&["eval", "--run", "w/m.toml"]).ends(0).prints("21");
    shop.run(&["eval", "--run", "w/m.toml", "--with", "订单=c.csv"]).ends(0).prints("300");
    let late = shop.file("w/m.toml", format!("{run}output = 'o.csv'\n"));
    late.run(&["eval", "--run", "w/m.toml"]).ends(2).tells("output 是选项的话");
}

#[test]
fn a_file_of_a_run_is_not_written_over() {
    let shop = shop(RUN);
    shop.run(&["eval", "--run", "月/m.toml", "--receipt", "月/m.toml"]).ends(2);
    assert_eq!(shop.read("月/m.toml"), RUN);
}

/// Each with the place, what is wrong and, where there is one, the line as it should be.
#[test]
fn slips_are_told_with_their_line() {
    let cases = [
        ("polices = \"p.merit\"\n", "m.toml:1:1", "是不是 policies？"),
        ("policy = \"p.merit\"\n", "m.toml:1:1", "是不是 policies？"),
        ("hold_back = \"groups\"\n", "m.toml:1:1", "是不是 hold-back？"),
        ("colour = 1\n", "m.toml:1:1", "没有叫 colour 的项"),
        ("# 三月\ndata = 3月.csv\n", "m.toml:2:1", "data = \"3月.csv\""),
        ("data = a.csv, b.csv\n", "m.toml:1:1", "data = [\"a.csv\", \"b.csv\"]"),
        ("data = “3月.csv”\n", "m.toml:1:1", "data = \"3月.csv\""),
        ("data＝“3月，上.csv”\n", "m.toml:1:1", "data = \"3月，上.csv\""),
        ("data：3月.csv\n", "m.toml:1:1", "data = \"3月.csv\""),
        ("data = \"3月.csv\n", "m.toml:1:1", "data = \"3月.csv\""),
        ("data = \"C:\\数据\\3月.csv\"\n", "m.toml:1:1", "data = 'C:\\数据\\3月.csv'"),
        ("[set]\nA线 = 85%\n", "m.toml:2:1", "A线 = \"85%\""),
        ("[set]\n客单价(元) = 1\n", "m.toml:2:1", "\"客单价(元)\" = 1"),
        ("data = \"a.csv\"\ndata = \"b.csv\"\n", "m.toml:2:1", "data 写了两次"),
        ("= 3\n", "m.toml:1:1", "这一行看不懂"),
        ("三月的工资\n", "m.toml:1:1", "这一行看不懂"),
        ("strict = \"yes\"\n", "m.toml:1:10", "strict = true"),
        ("output = 3\n", "m.toml:1:10", "output 的值要写成文字"),
        ("datas = []\n", "m.toml:1:1", "是不是 data？"),
        ("data = [\"a.csv\", 3]\n", "m.toml:1:8", "data 的值要写成文字"),
        ("output = \"\"\n", "m.toml:1:10", "要写成文字"),
        ("headers = \"title\"\n", "m.toml:1:11", "\"titles\""),
        ("with = \"a.csv\"\n", "m.toml:1:8", "[with]"),
        ("set = \"a=1\"\n", "m.toml:1:7", "[set]"),
        ("[set]\na = [1]\n", "m.toml:2:5", "只能有一个值"),
        ("policies = \"p.csv\"\n", "m.toml:1:12", "p.csv 不是方案"),
        ("data = \"p.merit\"\n", "m.toml:1:8", "p.merit 是方案"),
    ];
    for (run, place, piece) in cases {
        let told = told(run);
        assert!(told.err.contains(place) && told.err.contains(piece), "{run}\n{}", told.err);
        assert!(told.err.contains("\n1 个错误"), "{run}\n{}", told.err);
    }
}

#[test]
fn what_lacks_is_told() {
    told("data = \"d.csv\"\n").tells("没有给出方案");
    told("policies = \"p.merit\"\n").tells("没有给出数据");
    told("data = \"d.csv\"\r\noutput = \"x.pdf\"\r\npolicies = \"p.merit\"\r\n").tells("x.pdf");
    let shop = shop(RUN).file("gbk.toml", b"data = \"3\xd4\xc2.csv\"\n");
    shop.run(&["eval", "--run", "gbk.toml"]).ends(2).tells("UTF-8");
    shop.run(&["eval", "--run", "nowhere.toml"]).ends(2).tells("nowhere.toml");
    shop.run(&["eval"]).ends(2).tells("merit eval p.merit 数据.csv");
}

/// The tongue is asked of the policy that the file names; of a file that cannot be followed, of its own text.
#[test]
fn the_tongue_is_that_of_the_policy() {
    let locale = |shop: &Shop| {
        let mut command = program(shop.0.path());
        command.env("LANG", "C").args(["eval", "--run", "月/m.toml"]);
        Run::from(command.output().unwrap())
    };
    assert!(locale(&shop(RUN)).err.contains("记录"));
    let english = "policy \"P\" { }\nrecord { id : text, key; n : count }\nmetric m : count = n\n";
    let run = "policies = 'e.merit'\ndata = 'e.csv'\n";
    let plain = shop(run).file("月/e.merit", english).file("月/e.csv", "id,n\nA,1\n");
    assert!(locale(&plain).err.contains("Records"));
    assert!(locale(&shop("数据 = 1\n")).err.contains("是不是 data"));
    assert!(locale(&shop("dat = 1\n")).err.contains("Is it data?"));
}
