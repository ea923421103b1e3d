//! Data that is packed, named by a pattern, or told by the file in which it stands.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::outputs::many;
use super::{DATA, POLICY, Shop};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(vec![], Compression::default());
    packed.write_all(text).unwrap();
    packed.finish().unwrap()
}

fn zstandard(text: &[u8]) -> Vec<u8> {
    zstd::encode_all(text, 0).unwrap()
}

/// The results, and the hash that the summary has of the data.
fn given(shop: &Shop, file: &str) -> (String, String) {
    let run = shop.run(&["eval", "p.merit", file, "--receipt", "receipt.json"]).ends(0);
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("receipt.json")).unwrap();
    (run.out, receipt["data"][0]["sha256"].as_str().unwrap().to_owned())
}

#[test]
fn packed_data_gives_what_it_gives_unpacked() {
    // Of several members, as `cat` joins them, all are read.
    let (head, rest) = DATA.split_at(20);
    let joined = [gzip(head.as_bytes()), gzip(rest.as_bytes())].concat();
    let tsv = DATA.replace(',', "\t");
    let shop = Shop::new()
        .file("one.csv.gz", gzip(DATA.as_bytes()))
        .file("two.csv.gz", joined)
        .file("d.csv.zst", zstandard(DATA.as_bytes()))
        .file("d.tsv.GZ", gzip(tsv.as_bytes()));
    let (plain, _) = given(&shop, "d.csv");
    for name in ["one.csv.gz", "two.csv.gz", "d.csv.zst", "d.tsv.GZ"] {
        let (results, hash) = given(&shop, name);
        assert_eq!(results, plain, "{name}");
        // The hash is that of the file as it lies there.
        assert_eq!(hash, merit::io::sha256(&std::fs::read(shop.0.path().join(name)).unwrap()), "{name}");
    }
    // Standard input has no name that could tell it.
    let mut child = super::program(shop.0.path())
        .args(["eval", "p.merit", "-"])
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&gzip(DATA.as_bytes())).unwrap();
    assert_eq!(super::Run::from(child.wait_with_output().unwrap()).ends(0).out, plain);
}

#[test]
fn what_does_not_unpack_is_told_and_nothing_is_written() {
    let whole = gzip(many().as_bytes());
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xff;
    let cut = zstandard(many().as_bytes());
    // 300 MB of one letter are some 300 kB: a thousand times less.
    let unfolds = gzip(&vec![b'9'; 300 << 20]);
    let shop = Shop::new()
        .file("cut.csv.gz", &whole[..middle])
        .file("damaged.csv.gz", damaged)
        .file("cut.csv.zst", &cut[..cut.len() / 2])
        .file("unfolds.csv.gz", unfolds);
    for (name, code, told) in [
        ("cut.csv.gz", "E0710", "后面缺了一截"),
        ("damaged.csv.gz", "E0710", "已损坏"),
        ("cut.csv.zst", "E0710", "后面缺了一截"),
        ("unfolds.csv.gz", "E0712", "超过 256 MB"),
    ] {
        shop.run(&["eval", "p.merit", name, "-o", "results.csv"]).ends(2).tells(code).tells(told);
        assert!(!shop.has("results.csv"), "{name}");
    }
}

#[test]
fn files_are_named_by_a_pattern() {
    let month = |name: &str| format!("工号,分\n{name},95.5\n");
    let shop = Shop::new()
        .file("months/2026-02.csv", month("B"))
        .file("months/2026-01.csv", month("A"))
        .file("months/2025-12.csv", month("C"))
        .file("月[1].csv", month("D"))
        .file("run.toml", "policies = [\"p.merit\"]\ndata = [\"months/*.csv\"]\n");
    let keys = |arguments: &[&str]| {
        let run = shop.run(&[&["eval"], arguments].concat()).ends(0);
        run.out.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<String>>().concat()
    };
    // In the order of their names, whatever order a folder has.
    assert_eq!(keys(&["p.merit", "months/2026-*.csv"]), "AB");
    assert_eq!(keys(&["p.merit", "months/202?-??.csv"]), "CAB");
    assert_eq!(keys(&["--run", "run.toml"]), "CAB");
    // What is the name of a file is no pattern.
    assert_eq!(keys(&["p.merit", "月[1].csv"]), "D");
    shop.run(&["eval", "p.merit", "months/2024-*.csv"]).ends(2).tells("months/2024-*.csv");
    // What is written is never one of the files that are read.
    shop.run(&["eval", "p.merit", "months/*.csv", "-o", "months/2026-01.csv"]).ends(2).tells("E0715");
    assert_eq!(shop.read("months/2026-01.csv"), month("A"));
}

#[test]
fn results_tell_the_file_and_the_row_of_each_record() {
    let shop = Shop::new().file("e.csv", "工号,分\nA03,x\nA04,70\n").file("p.merit", POLICY);
    let places = |options: &[&str]| {
        let run = shop.run(&[&["eval", "p.merit", "d.csv", "e.csv"], options].concat()).ends(3);
        let mut rows = csv::Reader::from_reader(run.out.as_bytes());
        let heads = rows.headers().unwrap().clone();
        let at = |name: &str| heads.iter().position(|head| head == name);
        let (file, row) = (at("_file").unwrap(), at("_row"));
        let of = |record: csv::StringRecord| {
            format!("{} {}:{}", &record[0], &record[file], row.map_or("", |row| &record[row]))
        };
        rows.records().map(|record| of(record.unwrap())).collect::<Vec<String>>()
    };
    // The header is row 1 of each.
    let all = ["A01 d.csv:2", "A02 d.csv:3", "A03 e.csv:2", "A04 e.csv:3"];
    assert_eq!(places(&["--columns", "工号,工资,_file,_row"]), all);
    assert_eq!(places(&["--columns", "all,_row,_file"]), all);
    assert_eq!(places(&["--columns", "_file,_row", "--reference"]), all);
    assert_eq!(places(&["--columns", "工号,_file"]), all.map(|place| place[..10].to_owned()));
    let lines = shop.run(&["eval", "p.merit", "d.csv", "--columns", "工号,_file,_row", "-o", "r.jsonl"]).ends(0);
    assert_eq!(lines.out, "");
    let first = shop.read("r.jsonl").lines().next().unwrap().to_owned();
    assert_eq!(first, r#"{"工号":"A01","_status":"ok","_reasons":[],"_file":"d.csv","_row":2}"#);
    // What was written so reads back as data.
    shop.run(&["eval", "p.merit", "d.csv", "--columns", "工号,分,_file", "-o", "back.csv"]).ends(0);
    shop.run(&["eval", "p.merit", "back.csv"]).ends(0);
}
