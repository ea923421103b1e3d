//! Results as a shop hands them out: names, titles, flags and money; each form of each format reads back.

use std::fs;

use merit::batch;
use merit::data::{Batch, Past, Reading};
use merit::io::{DataSource, ReadOptions, read, read_results};
use merit::ir::Policy;

use super::{Shop, program};
use crate::policies::{compiled, folder, ready_made, tried};

const TEAM: &str = "方案 \"天猫店\" { 币种 CNY; 周期 月 }
记录 {
    工号 : 文本, 主键
    月份 : 月, 周期
    主管评分 \"主管打分\" : 分数 属于 [0, 100]
    销售额 : 金额, 缺省 0元
    状态 \"在岗\" : 在岗 | 离岗, 缺省 在岗
    姓名 : 文本, 可缺
}
评分 主管评分 权重 100% = 主管评分
指标 总分 \"最终\" : 分数 = 评分合计
指标 一半 \"最终\" : 分数, 小数位 1 = 总分 / 2
等级表 等级 按 总分 -> 奖金 : 金额 { A : >= 90 => 100.5元; D : < 90 => 0元 }
门槛 达标 { 总分 >= 60 }
薪资 应发工资 \"实发\" { 底薪 = 3000元; 奖金 = 等级.奖金 }
提醒 连续两月D \"连续两个月 D，面谈\" 当 连续(等级 = D) >= 1
";

const PEOPLE: &str = "工号,月份,姓名,主管打分\nA01,2024-03,王芳,95\nA02,2024-03,李雷,50\nA03,2024-03,,十\n";

fn team() -> Shop {
    Shop::new().file("t.merit", TEAM).file("t.csv", PEOPLE)
}

fn is_for_people(source: &DataSource) -> bool {
    source.name.starts_with("titles.") && (source.name.ends_with("csv") || source.name.ends_with("xlsx"))
}

#[test]
fn a_name_stands_right_behind_the_key() {
    let run = team().run(&["eval", "t.merit", "t.csv"]).ends(3);
    assert!(run.out.starts_with("工号,姓名,月份,"), "{}", run.out);
    for (field, beside) in [
        ("name : text, optional", true),
        ("Staff_Name : text, optional", true),
        ("who \"Full name\" : text, optional", true),
        ("who : text, optional from \"姓名\"", true),
        ("nickname : text, optional", false),
        ("name : count, default 0", false),
    ] {
        let policy = format!(
            "policy \"P\" {{ currency CNY }}\nrecord {{ id : text, key; v : money; {field} }}\npay w {{ p = v }}\n"
        );
        let run = Shop::new().file("p.merit", policy).file("a.csv", "id,v\nA,1\n").run(&["eval", "p.merit", "a.csv"]);
        let name = field.split([' ', ':']).next().unwrap();
        assert_eq!(run.ends(0).out.starts_with(&format!("id,{name},")), beside, "{field}");
    }
}

#[test]
fn titles_are_for_people() {
    let run = team().run(&["eval", "t.merit", "t.csv", "--headers", "titles"]).ends(3);
    let lines: Vec<&str> = run.out.lines().collect();
    let heads = "工号,姓名,月份,最终（总分）,最终（一半）,主管打分得分,评分合计,等级,等级·奖金,达标,连续两月D";
    assert_eq!(
        lines[0],
        format!("{heads},实发·底薪,实发·奖金,实发,状态（_status）,说明").replace("主管打分得分", "主管评分得分")
    );
    assert_eq!(lines[1], "A01,王芳,2024-03,95,47.5,95,95,A,100.50,是,否,3000.00,100.50,3100.50,正常,");
    assert!(
        lines[2].contains(",否：总分 >= 60,是,") && lines[2].ends_with(",正常,提醒：连续两个月 D，面谈"),
        "{}",
        lines[2]
    );
    assert!(lines[3].contains(",退回,"), "{}", lines[3]);
    // Titles that two columns share are told apart, and so is the mark that a field is called like.
    let all = team().run(&["eval", "t.merit", "t.csv", "--headers", "titles", "--columns", "all"]).ends(3);
    let heads = all.out.lines().next().unwrap();
    assert!(heads.contains(",在岗,") && heads.ends_with(",状态（_status）,说明"), "{heads}");
}

#[test]
fn columns_are_asked_for_by_name_or_title() {
    let asked = |columns: &str| team().run(&["eval", "t.merit", "t.csv", "--columns", columns]);
    assert!(
        asked("工号,实发,主管评分得分,最终（一半）")
            .ends(3)
            .out
            .starts_with("工号,应发工资,主管评分.points,一半,_status")
    );
    asked("最终").ends(2).tells("总分、一半");
    asked("没有").ends(2).tells("没有叫 没有 的列");
}

#[test]
fn a_flag_is_counted_with_its_text_and_for_whom() {
    let shop = team();
    let run = shop.run(&["eval", "t.merit", "t.csv", "--receipt", "r.json"]).ends(3);
    let run = run.tells("提醒 连续两月D：1 人（A02 李雷），连续两个月 D，面谈").tells("应发工资：合计 6100.50元");
    assert!(run.out.contains(",提醒：连续两个月 D，面谈"), "{}", run.out);
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    let flag = &receipt["flags"][0];
    assert_eq!((flag["name"].as_str(), flag["count"].as_u64()), (Some("连续两月D"), Some(1)));
    assert_eq!(flag["first"][0], serde_json::json!({ "key": { "工号": "A02" }, "name": "李雷", "period": "2024-03" }));
    // More than ten are not named.
    let many: String = (10..30).map(|at| format!("B{at},2024-03,,1\n")).collect();
    let shop = team().file("t.csv", format!("工号,月份,姓名,主管打分\n{many}"));
    shop.run(&["eval", "t.merit", "t.csv"])
        .ends(0)
        .tells("提醒 连续两月D：20 人（B10、B11、B12、B13、B14、B15、B16、B17、B18、B19 等）");
}

/// 815 × 2% − 700 = −683.70; 100 × 2% − 0 = 2; 50 × 2% − 100 = −99. What only ever takes something off is below zero on purpose.
#[test]
fn whose_pay_is_below_zero_is_told_in_the_summary() {
    const PAID: &str = "policy \"薪\" { currency CNY }
record { 工号 : text, key; 旷工 : count in [0, 31]; 销售 : money in [0元, 1万元] }
pay 应发 { 提成 = 销售 * 2%; 旷工扣款 = -100元 * 旷工 }
pay 扣款 { 工装 = -20元 }
";
    let shop = Shop::new().file("p.merit", PAID).file("p.csv", "工号,旷工,销售\nA,0,100\nB,7,815\nC,1,50\n");
    for how in [&["eval", "p.merit", "p.csv"][..], &["eval", "p.merit", "p.csv", "--reference"]] {
        let run = shop.run(how).ends(0).tells("应发 低于 0：2 人（B、C）");
        assert!(!run.err.contains("扣款 低于 0"), "{}", run.err);
    }
    shop.run(&["eval", "p.merit", "p.csv", "--receipt", "r.json", "--lang", "en"])
        .ends(0)
        .tells("应发 below zero: 2 (B, C)");
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    assert_eq!(
        (receipt["below_zero"][0]["name"].as_str(), receipt["below_zero"][0]["count"].as_u64()),
        (Some("应发"), Some(2))
    );
    let fine = Shop::new().file("p.merit", PAID).file("p.csv", "工号,旷工,销售\nA,0,100\n");
    assert!(!fine.run(&["eval", "p.merit", "p.csv"]).ends(0).err.contains("低于 0"));
}

#[test]
fn rejected_records_have_the_heads_of_results_and_are_data() {
    let shop = team();
    shop.run(&["eval", "t.merit", "t.csv", "--headers", "titles", "--rejects", "r.csv"]).ends(3);
    let text = shop.read("r.csv");
    assert!(text.starts_with("\u{feff}工号,月份,主管打分,销售额,在岗,姓名,文件,行号,说明\n"), "{text}");
    let shop = shop.file("m.csv", text.replace(",十,", ",70,"));
    let run = shop.run(&["eval", "t.merit", "m.csv"]).ends(0);
    assert!(!run.err.contains("W0701"), "{}", run.err);
}

/// The formats in which results are written, each with names and with titles.
const FORMATS: [&str; 5] = ["csv", "jsonl", "json", "xlsx", "parquet"];

fn past(policy: &Policy, source: &DataSource) -> Past {
    let batch = read_results(policy, std::slice::from_ref(source), &ReadOptions::default());
    let batch = batch.unwrap_or_else(|told| panic!("{}: {told:#?}", source.name));
    batch::past(policy, batch).unwrap_or_else(|told| panic!("{}: {told:#?}", source.name))
}

/// The values of the records of a policy; of others only what they are.
fn values(batch: &Batch) -> Vec<String> {
    let of = |reading: Reading| match reading {
        Reading::Record(values) => format!("{values:?}"),
        Reading::Rejected(_) => "rejected".to_owned(),
        Reading::Skipped(_) => "skipped".to_owned(),
        Reading::Foreign(_) => "foreign".to_owned(),
    };
    batch.records().map(|record| of(record.reading.clone())).collect()
}

/// Each policy writes lines between commas, and one of the other formats: those that look back and those that do not take
/// turns, so that each format meets several of both.
#[test]
fn every_form_of_results_reads_back_alike() {
    let results = tempfile::tempdir().unwrap();
    let (mut looked, mut remembered) = ([0; FORMATS.len()], [0; FORMATS.len()]);
    for path in ready_made() {
        let command = tried(&path);
        let policy = compiled(&path).policy;
        let turns = if policy.looks_back() { &mut remembered } else { &mut looked };
        let turn = 1 + turns[0] % (FORMATS.len() - 1);
        turns[0] += 1;
        turns[turn] += 1;
        let forms = ["csv", FORMATS[turn]].into_iter().flat_map(|format| [(format, "names"), (format, "titles")]);
        let write = |(format, headers): (&str, &str)| {
            let file = results.path().join(format!("{headers}.{format}"));
            let mut program = program(&folder("policies"));
            let run = program.args(&command).args(["--columns", "all", "--headers", headers, "-o"]).arg(&file);
            let run = run.output().unwrap();
            assert!(matches!(run.status.code(), Some(0 | 3)), "{}", String::from_utf8_lossy(&run.stderr));
            DataSource::new(file.file_name().unwrap().to_str().unwrap(), fs::read(&file).unwrap())
        };
        let written: Vec<DataSource> = forms.map(write).collect();
        let data = |source: &DataSource| {
            let read = read(&[&policy], std::slice::from_ref(source), &ReadOptions::default());
            let batch = read.unwrap_or_else(|told| panic!("{} {}: {told:#?}", path.display(), source.name));
            values(&batch[0])
        };
        let first = data(&written[0]);
        assert!(first.len() >= 20);
        for source in &written[1..] {
            // Tables for people have no row that is nobody.
            let people = first.iter().filter(|row| *row != "skipped" || !is_for_people(source)).cloned();
            let (got, mut people) = (data(source), people.collect::<Vec<_>>());
            if source.name.ends_with("parquet") {
                // A record that was rejected has lost its figures, though each of them could be read.
                let lost = people.iter_mut().zip(&got).filter(|(row, got)| *got == "rejected" && row != got);
                lost.for_each(|(row, _)| *row = "rejected".to_owned());
                let rejected = String::from_utf8_lossy(&written[0].bytes).matches(",rejected,").count();
                assert_eq!(got.iter().filter(|got| *got == "rejected").count(), rejected, "{}", path.display());
            }
            assert_eq!(got, people, "{} {}", path.display(), source.name);
        }
        if policy.looks_back() {
            let first = past(&policy, &written[0]);
            assert!(first.records.len() >= 10);
            for source in &written[1..] {
                let other = past(&policy, source);
                assert_eq!(other.records, first.records, "{} {}", path.display(), source.name);
                assert_eq!(other.lost.len(), first.lost.len(), "{} {}", path.display(), source.name);
            }
        }
    }
    assert!(looked.iter().chain(&remembered).all(|met| *met >= 1), "{looked:?} {remembered:?}");
}

/// A metric that is called like the mark, and one like the title of another: each column is taken for what it is.
#[test]
fn heads_that_could_be_others_are_taken_for_what_they_are() {
    let policy = TEAM.replace("指标 一半 \"最终\"", "指标 最终");
    let policy = policy.replace("连续(等级 = D)", "连续(总分 < 60)");
    let shop = Shop::new().file("t.merit", &policy).file("t.csv", PEOPLE);
    let shop = shop.file("next.csv", PEOPLE.replace("2024-03", "2024-04").replace('十', "70"));
    for headers in ["names", "titles"] {
        shop.run(&["eval", "t.merit", "t.csv", "--columns", "all", "--headers", headers, "-o", "last.csv"]).ends(3);
        let again = shop.run(&["eval", "t.merit", "last.csv"]).ends(3);
        assert!(again.out.contains("\nA01,王芳,2024-03,95,47.5,"), "{}", again.out);
        let next = shop.run(&["eval", "t.merit", "next.csv", "--history", "last.csv"]).ends(0);
        assert!(next.err.contains("2024-03 的 2 条"), "{}", next.err);
    }
}

#[test]
fn a_key_without_end_is_cut_in_the_line_of_a_flag_and_whole_in_the_receipt() {
    let key = "K".repeat(200);
    let policy = "policy \"P\" { }\nrecord { id : text, key; x : count }\nflag low \"few\" when x < 5\n";
    let shop = Shop::new().file("k.merit", policy).file("k.csv", format!("id,x\n{key},1\n"));
    let run = shop.run(&["eval", "k.merit", "k.csv", "--lang", "en", "--receipt", "r.json"]).ends(0);
    run.tells(&format!("Notice low: 1 ({}…): few\n", &key[..39]));
    assert!(shop.read("r.json").contains(&key));
}
