//! What the layout looks like.

use super::laid_out;

#[test]
fn a_policy_in_disorder() {
    let text = "policy “x”｛ currency CNY;period month }\nrecord {\n a:count\n   名字 \"标题\" ：money，optional   from  \"b\"\n}\n";
    assert_eq!(laid_out(text), "");
}
