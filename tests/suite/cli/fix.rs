//! `merit check --fix`: what is safe is mended in the file, everything else is left as it is.

use std::fs;

use super::{POLICY, Shop};

/// The policy with slips that can be read in one way only, one behind the other.
fn slips() -> String {
    POLICY.replace("[0, 100], decimals", "[0、 0100], decimals").replace("分 = 100 }", "分 = 0100 }")
}

#[test]
fn slips_are_mended_in_the_file_and_shown() {
    let shop = Shop::new().file("s.merit", slips());
    shop.run(&["check", "s.merit"]).ends(1);
    let run = shop.run(&["check", "--fix", "s.merit"]).ends(0).tells("已改 s.merit").tells("[0、 0100], decimals 1");
    run.tells("6 +     分   : points in [0, 100], decimals 1").tells("通过");
    assert_eq!(shop.read("s.merit"), POLICY);
    let again = shop.run(&["check", "--fix", "s.merit"]).ends(0);
    assert!(!again.err.contains("已改"), "{}", again.err);
}

#[test]
fn a_byte_order_mark_and_the_permissions_stay() {
    let shop = Shop::new().file("s.merit", format!("\u{feff}{}", slips()));
    let path = shop.0.path().join("s.merit");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    #[cfg(unix)]
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o640);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::metadata(&path).unwrap().permissions();
    shop.run(&["check", "--fix", "s.merit"]).ends(0);
    assert_eq!(shop.read("s.merit"), format!("\u{feff}{POLICY}"));
    assert_eq!(fs::metadata(&path).unwrap().permissions(), before);
}

#[test]
fn standard_input_goes_mended_to_standard_output() {
    let run = Shop::new().run_with(&["check", "--fix", "-"], slips()).ends(0);
    assert_eq!(run.out, POLICY);
    let clean = Shop::new().run_with(&["check", "--fix", "-"], POLICY).ends(0);
    assert_eq!(clean.out, POLICY);
}

#[test]
fn what_may_change_results_is_only_shown() {
    let gap = POLICY.replace("< 90 ", "< 89 ");
    let shop = Shop::new().file("gap.merit", &gap);
    shop.run(&["check", "--fix", "gap.merit"]).ends(1).tells("E0501").tells("改成");
    assert_eq!(shop.read("gap.merit"), gap);
}

#[test]
fn a_row_that_nothing_reaches_goes_where_the_table_is_whole() {
    let table = "table 档 by 分 -> 率 : percent {\n    >= 90 => 3%\n    [80, 90) => 2%\n    [85, 88] => 2%\n    \
                 < 80 => 1%\n    otherwise => 0%\n}\n";
    let policy = format!("{POLICY}{table}").replace("系数\n", "系数 * 档.率\n");
    let shop = Shop::new().file("dead.merit", &policy);
    shop.run(&["check", "--fix", "dead.merit"]).tells("-     otherwise => 0%");
    assert!(!shop.read("dead.merit").contains("otherwise"), "{}", shop.read("dead.merit"));
}

#[test]
fn a_dead_row_stays_where_its_table_has_a_gap() {
    let table = "table 档 by 分 -> 率 : percent {\n    >= 90 => 3%\n    [90, 95] => 2%\n    < 80 => 1%\n}\n";
    let shop = Shop::new().file("dead.merit", format!("{POLICY}{table}"));
    shop.run(&["check", "--fix", "dead.merit"]).ends(1).tells("E0501");
    assert!(shop.read("dead.merit").contains("[90, 95]"));
}

/// Everybody fills the first slice, so it is no row that nothing reaches: 10,000 pays 500 + 250 before and after.
#[test]
fn a_slice_below_all_values_stays() {
    for first in ["< 5000 CNY", "[0 CNY, 5000 CNY)"] {
        let policy = format!(
            "policy \"s\" {{ currency CNY }}\nrecord {{ id : text, key; sales : money in [5000 CNY, 50000 CNY] }}\n\
             scale commission on sales, marginal {{\n    {first} => 10%\n    [5000 CNY, 20000 CNY) => 5%\n    \
             >= 20000 CNY => 1%\n}}\npay wage {{ commission = commission }}\n"
        );
        let shop = Shop::new().file("s.merit", &policy).file("d.csv", "id,sales\n1,5000\n2,10000\n3,50000\n");
        let before = shop.run(&["eval", "s.merit", "d.csv"]).ends(0).out;
        assert!(
            before.contains("1,500.00,") && before.contains("2,750.00,") && before.contains("3,1550.00,"),
            "{before}"
        );
        shop.run(&["check", "--fix", "--deny", "warnings", "s.merit"]).ends(0);
        assert_eq!(shop.read("s.merit"), policy);
        assert_eq!(shop.run(&["eval", "s.merit", "d.csv"]).ends(0).out, before);
    }
}

#[test]
fn words_do_not_run_into_their_neighbours() {
    let policy = format!("{POLICY}flag 差 when 分<60&&分>50\n");
    let shop = Shop::new().file("s.merit", &policy);
    shop.run(&["check", "--fix", "s.merit"]);
    assert!(shop.read("s.merit").contains("分<60 and 分>50"), "{}", shop.read("s.merit"));
}

#[test]
fn other_formats_and_settings_do_not_go_with_it() {
    let shop = Shop::new();
    shop.run(&["check", "--fix", "p.merit", "--format", "json"]).ends(2);
    shop.run(&["check", "--fix", "p.merit", "--set", "提成率=2%"]).ends(2);
}
