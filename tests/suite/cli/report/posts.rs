//! A policy for several posts: on a statement stands what is that person's, and how a total without all items comes about.

use super::super::Shop;
use super::rows;

const POSTS: &str = r#"policy "全员" {
    currency CNY
}
record {
    工号 : text, key
    岗位 : 客服 | 打包 | 运营
    底薪 : money in [0元, 10000元]
    接待 : count in [0, 9999], optional
    回复 : count in [0, 9999], optional
    打包数 : count in [0, 9999], optional
    销售额 : money in [0元, 1000000元], optional
    满意 : points in [0, 100]
}
metric 回复率 : percent, decimals 2 = (回复 otherwise 0) / (接待 otherwise 0) otherwise 0%
score 回复 by 回复率 weight 35% { any when not 岗位 = 客服 => exempt; >= 98% => 100; < 98% => 50 }
score 满意 weight 30%, decimals 1 { < 60 => 0; [60, 100] => 0 to 100 }
score 礼貌 by 满意 weight 35% { any when 岗位 = 运营 => exempt; any => 80 }
metric 总分 : points, decimals 1 = scores
grade 等级 by 总分 { A : >= 90; B : < 90 }
scale 提成额 on 销售额 otherwise 0元, marginal { [0元, 50000元) => 0.3%; >= 50000元 => 0.5% }
pay 工资 {
    底薪 = 底薪
    提成 = 提成额 when 岗位 = 运营
    计件 = 0.5元 * (打包数 otherwise 0) when 岗位 = 打包
    满意奖 = 100元 when 满意 >= 90
}
"#;

const DATA: &str = "工号,岗位,底薪,接待,回复,打包数,销售额,满意\nK1,客服,3000,100,90,,,89\nP1,打包,3000,,,1234,,89\nY1,运营,5000,,,,123456.78,89.5\n";

fn page(name: &str) -> String {
    let shop = Shop::new().file("p.merit", POSTS).file("d.csv", DATA);
    shop.run(&["report", "p.merit", "d.csv", "-o", "p", "--lang", "zh"]).ends(0);
    shop.read(&format!("p/{name}.html"))
}

#[test]
fn lines_of_other_posts_are_told_in_a_sentence() {
    let packer = page("P1");
    let pay = rows(&packer, "金额");
    // 3000 + 0.5 × 1234; the bonus that was missed stays, since it is missed by what was done.
    let told: Vec<(&str, &str)> = pay.iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
    assert_eq!(told, [("底薪", "3000.00元"), ("计件", "617.00元"), ("满意奖", "0.00元"), ("合计", "3617.00元")]);
    assert!(packer.contains("不适用于本人的：提成（岗位是运营）。"), "{packer}");
    assert!(packer.contains("不考、不计分的项目：回复（岗位不是客服）。"), "{packer}");
    // Neither is there a reply rate of somebody who replies to nobody, nor sales of somebody who sells nothing.
    assert!(!packer.contains("回复率</th>") && !packer.contains("提成额"), "{packer}");
    assert!(!packer.contains("岗位 打包 →"), "which post somebody has is not theirs to change: {packer}");
}

/// (89.5 − 60) ÷ 40 × 100 = 73.75, rounded to 73.8; of the operator's items that alone counts, with 30%.
#[test]
fn a_total_over_what_counts_is_told_as_the_policy_rounds_it() {
    let operator = page("Y1");
    let sum = operator.split("按考了的权重折算：").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(sum, "22.14 ÷ 30% = 73.8", "{operator}");
    let packer = page("P1");
    let sum = packer.split("按考了的权重折算：").nth(1).unwrap().split('<').next().unwrap();
    // (89 − 60) ÷ 40 × 100 = 72.5; 72.5 × 30% + 80 × 35% = 49.75 over 65%, which no decimal is.
    assert_eq!(sum, "49.75 ÷ 65% ≈ 76.5（四舍五入到 0.1）", "{packer}");
}

#[test]
fn a_line_by_a_scale_tells_its_slices() {
    // 50000 × 0.3% = 150, 73456.78 × 0.5% = 367.2839: 517.2839, paid 517.28.
    let operator = page("Y1");
    let pay = rows(&operator, "金额");
    let line = pay.iter().find(|row| row[0] == "提成").unwrap();
    assert_eq!(line[2], "517.28元");
    assert!(line[1].contains("50000元 × 0.3% = 150元；73456.78元 × 0.5% = 367.2839元"), "{line:?}");
}
