//! Twenty causes planted in sheets of five policies, each worked out by hand.

use super::*;
use merit::quantity::Moment;

const WAGES: &str = r#"policy "工资" { currency CNY; period month }
record { 工号 : text, key; 月份 : month, period; 底薪 : money; 天数 : count in [0, 26]; 评分 : points in [0, 100], decimals 1, optional }
grade 等级 by 评分 otherwise 75 -> 奖金 : money { A : >= 90 => 500元; B : [70, 90) => 300元; C : < 70 => 0元 }
pay 应发 { 出勤 = round(底薪 * 天数 / 26, 0.01元); 奖金 = 等级.奖金 }
"#;

/// What is told of one row of March.
fn of_wages(rows: &[&str], columns: &str, figures: &str) -> Vec<String> {
    let data = rows.iter().map(|row| format!("A,{row}\n")).collect::<String>();
    let trial = Trial::new(WAGES, &format!("工号,月份,底薪,天数,评分\n{data}"));
    let march = Moment::parse("2024-03").map(|month| month.ordinal);
    Trial { period: march, ..trial }.csv(&format!("工号,{columns}\nA,{figures}\n"))
}

#[test]
fn in_wages() {
    // 2900 + 300 of February.
    let february = ["2024-02,2900,26,85", "2024-03,3000,26,85"];
    assert_eq!(of_wages(&february, "应发", "3200"), ["应发: 3300.00 -> 3200.00 = last-period"]);
    // 3100 × 25 ÷ 26 = 2980.769; 90 is an A.
    assert_eq!(
        of_wages(&["2024-03,3100,25,90"], "等级,应发", "B,3280.77"),
        ["等级: A -> B = band-end", "应发: 3480.77 -> 3280.77 = band-end"]
    );
    // 3100 ÷ 26 = 119.23, × 17 = 2026.91; in one step 2026.923.
    assert_eq!(of_wages(&["2024-03,3100,17,80"], "应发", "2326.91"), ["应发: 2326.92 -> 2326.91 = round-each-step"]);
    // 2800 × 20 ÷ 26 = 2153.846 and no bonus.
    assert_eq!(
        of_wages(&["2024-03,2800,20,"], "等级,应发", "C,2153.85"),
        ["等级: B -> C = missing-as-zero", "应发: 2453.85 -> 2153.85 = missing-as-zero"]
    );
    assert_eq!(
        of_wages(&["2024-03,3000,25,80"], "天数,应发", "26,3300"),
        ["天数: 25 -> 26 = ?", "应发: 3184.62 -> 3300.00 = other-input"]
    );
    // 3000 × 23 ÷ 26 = 2653.846.
    assert_eq!(of_wages(&["2024-03,3000,23,80"], "应发", "2953.84"), ["应发: 2953.85 -> 2953.84 = cut-off"]);
}

const COMMISSION: &str = r#"policy "提成" { currency CNY }
record { 工号 : text, key; 销售额 : money; 退款率 : percent(%) in [0%, 100%], decimals 2 }
scale 提成 on 销售额, marginal { [0元, 10000元) => 1.5%; >= 10000元 => 2.5% }
pay 实发 { 提成 = 提成; 扣款 = -200元 when 退款率 > 3% }
"#;

fn of_commission(row: &str, columns: &str, figures: &str) -> Vec<String> {
    let trial = Trial::new(COMMISSION, &format!("工号,销售额,退款率\nA,{row}\n"));
    trial.csv(&format!("工号,{columns}\nA,{figures}\n"))
}

#[test]
fn in_commission() {
    // 1.5% of 1667 is 25.005.
    assert_eq!(
        of_commission("1667,1", "实发", "25"),
        ["实发: 25.01 -> 25.00 = half-even (also cut-off rounded-parts shown-value)"]
    );
    assert_eq!(of_commission("2000,3", "实发", "-170"), ["实发: 30.00 -> -170.00 = band-end (also percent-as-number)"]);
    assert_eq!(
        of_commission("2000,2.5", "退款率,实发", "250,-170"),
        ["退款率: 2.5% -> 250% = percent-as-number", "实发: 30.00 -> -170.00 = percent-as-number (also other-input)"]
    );
    // 1.5% of 1234.55 is 18.51825.
    assert_eq!(of_commission("1234.55,1", "实发", "18.51"), ["实发: 18.52 -> 18.51 = cut-off"]);
    assert_eq!(of_commission("1234.55,1", "实发", "18.51825"), ["实发: 18.52 -> 18.51825 = unrounded-parts"]);
}

const QUALITY: &str = r#"policy "质检" { currency CNY }
record { 工号 : text, key; 差错 : count in [0, 99]; 抽检 : count in [1, 999]; 基数 : money }
metric 合格率 : percent, decimals 2 = (抽检 - 差错) / 抽检
pay 质检奖 { 奖 = 基数 * 合格率 }
"#;

fn of_quality(columns: &str, figures: &str) -> Vec<String> {
    let trial = Trial::new(QUALITY, "工号,差错,抽检,基数\nA,3,199,1000\n");
    trial.csv(&format!("工号,{columns}\nA,{figures}\n"))
}

/// 196 ÷ 199 = 98.4924…%.
#[test]
fn in_quality() {
    assert_eq!(of_quality("质检奖", "980"), ["质检奖: 984.90 -> 980.00 = shown-value"]);
    assert_eq!(of_quality("质检奖", "984.92"), ["质检奖: 984.90 -> 984.92 = unrounded-step"]);
    assert_eq!(
        of_quality("合格率,质检奖", "98.49,98490"),
        ["合格率: 98.49% -> 9849% = percent-as-number", "质检奖: 984.90 -> 98490.00 = percent-as-number"]
    );
}

const PARTS: &str = r#"policy "三项" { currency CNY }
record { 工号 : text, key; a : money, decimals 3; b : money, decimals 3; c : money, decimals 3 }
metric 合计 : money, decimals 2 = a + b + c
pay 津贴 { 津贴 = 合计 }
"#;

#[test]
fn in_sums() {
    let told = |parts: &str, figure: &str| {
        Trial::new(PARTS, &format!("工号,a,b,c\nA,{parts}\n")).csv(&format!("工号,津贴\nA,{figure}\n"))
    };
    assert_eq!(told("1.004,1.004,1.004", "3"), ["津贴: 3.01 -> 3.00 = rounded-parts (also shown-value)"]);
    assert_eq!(told("10.6,10.6,10.6", "33"), ["津贴: 31.80 -> 33.00 = rounded-parts (also shown-value)"]);
    assert_eq!(told("1.25,1.1,1.0", "3.4"), ["津贴: 3.35 -> 3.40 = rounded-parts (also shown-value)"]);
}

/// Of a difference of two inputs one figure that is shown with fewer digits is the simpler cause: 800.06 reads 800.1, and
/// so does 1000.46 - 200.4. With 200.46 each has to be shown, and then both parts were rounded: 1000.5 - 200.5.
#[test]
fn in_differences() {
    const NET: &str = r#"policy "净额" { currency CNY }
record { 工号 : text, key; 销售额 : money; 退款 : money }
metric 净额 : money, decimals 2 = 销售额 - 退款
pay 提成 { 提成 = 净额 }
"#;
    let told = |parts: &str, figures: &str| {
        Trial::new(NET, &format!("工号,销售额,退款\nA,{parts}\n")).csv(&format!("工号,净额,提成\nA,{figures}\n"))
    };
    let one = told("1000.46,200.4", "800.1,800.1");
    assert!(one.iter().all(|told| told.contains("= shown-value (also rounded-parts)")) && one.len() == 2, "{one:?}");
    let both = told("1000.46,200.54", "800,800");
    assert!(both.iter().all(|told| told.contains("800.00 = ")), "{both:?}");
}

const TEAM: &str = r#"policy "名次" { currency CNY }
record { 工号 : text, key; 业绩 : money; 达标 : percent(%) in [0%, 200%], decimals 1, optional }
metric 名次 : count = rank(业绩, within: all, ties: shared)
table 奖 by 名次 -> 金额 : money { 1 => 800元; [2, 3] => 500元; > 3 => 0元 }
pay 奖金 { 名次奖 = 奖.金额; 达标奖 = 1000元 * (达标 otherwise 100%) }
"#;

#[test]
fn in_a_team() {
    let told = |rows: &str, figures: &str| {
        Trial::new(TEAM, &format!("工号,业绩,达标\n{rows}\n")).csv(&format!("工号,奖金\n{figures}\n"))
    };
    // The third falls out of the second band.
    assert_eq!(
        told("A,100,90\nB,90,80\nC,80,70\nD,70,60", "A,1700\nB,1300\nC,700\nD,600"),
        ["奖金: 1200.00 -> 700.00 = band-end"]
    );
    assert_eq!(told("A,100,\nB,90,80", "A,800\nB,1300"), ["奖金: 1800.00 -> 800.00 = missing-as-zero"]);
    assert_eq!(told("A,100,90.4\nB,90,80", "A,1700\nB,1300"), ["奖金: 1704.00 -> 1700.00 = shown-value"]);
}
