//! What the layout looks like.

use super::{in_tongue, laid_out};
use merit::quantity::Tongue;

const DISORDER: &str = "\n\n＃  一份乱的\npolicy “甲”｛ currency CNY;period month }
record {

 a:count，optional
   名字 \"标题\" ：money   from  \"b\"   # 说明


 月:month,period # 周期
 }
score a   weight 60%{ missing=>exempt；≥ 3次=>100;<3 次 => 0; }
score 丙 by a,名字 weight 40% { missing,any=>0
0, < 5 万元 => 1 # 一
otherwise, otherwise =>max( 1 ,
-a otherwise - 2 ) }
metric 长 : count=a otherwise 0; metric 更长的:points,decimals 2 =
scores
test \"甲，乙\" {given { a=1,名字=2元 ,
月=2024-03, }
expect { 长=1 } }
";

const ORDER: &str = "＃  一份乱的
policy \"甲\" { currency CNY; period month }
record {
    a           : count, optional
    名字 \"标题\" : money from \"b\"  # 说明

    月 : month, period  # 周期
}
score a weight 60% { missing => exempt; >= 3次 => 100; < 3次 => 0 }
score 丙 by a, 名字 weight 40% {
    missing,   any       => 0
    0,         < 5万元   => 1  # 一
    otherwise, otherwise => max(1,
        -a otherwise -2)
}
metric 长     : count              = a otherwise 0
metric 更长的 : points, decimals 2 =
    scores
test \"甲，乙\" {
    given {
        a = 1, 名字 = 2元
        月 = 2024-03
    }
    expect { 长 = 1 }
}
";

#[test]
fn disorder_comes_into_order() {
    assert_eq!(laid_out(DISORDER), ORDER);
}

#[test]
fn line_ends_and_the_mark_of_the_file_stay() {
    assert_eq!(laid_out(&DISORDER.replace('\n', "\r\n")), ORDER.replace('\n', "\r\n"));
}

/// 97 columns in Chinese, and more than 100 in English: it is spread in both, so that it stays so on the way back.
#[test]
fn what_fits_is_asked_of_both_tongues() {
    let zh =
        |names: &str| format!("记录 {{ a : 次数, 可缺 }}\n评分 a 权重 100% {{ {names}; 缺失 => 免考; 其余 => 0 }}\n");
    let rows = |count: usize| (0..count).map(|at| format!("{at} => {at}")).collect::<Vec<_>>().join("; ");
    let short = laid_out(&zh(&rows(3)));
    assert_eq!(short.lines().count(), 2, "{short}");
    let long = laid_out(&zh(&rows(7)));
    let width = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    assert!(width(zh(&rows(7)).lines().nth(1).unwrap()) <= 100 && long.lines().count() > 5, "{long}");
    let en = in_tongue(&long, Tongue::En);
    assert!(en.contains("exempt") && in_tongue(&en, Tongue::Zh) == long, "{en}");
}

#[test]
fn units_and_words_turn_and_names_stay() {
    let zh = "记录 { 时间 : 时长(s), 可缺; 次数 : 次数 }\n令 快 = 时间 若无 0秒 < 30秒 且 100元 > 5万元 且 次数 > 3次 # 100元\n";
    let en = "record { 时间 : duration(s), optional; 次数 : count }\n\
              let 快 = 时间 otherwise 0s < 30s and 100 CNY > 5万 CNY and 次数 > 3次  # 100元\n";
    assert_eq!(in_tongue(zh, Tongue::En), en);
}

/// Where `yes` is a label, 是 does not turn into it.
#[test]
fn a_word_does_not_turn_into_a_name() {
    let zh = "类型 意向 = yes | 未定\n记录 { a : 意向; b : 是非 }\n令 甲 = b = 是\n令 乙 = a = yes 且 b = 否\n";
    let en = in_tongue(zh, Tongue::En);
    assert!(en.contains("b = 是") && en.contains("b = no"), "{en}");
}
