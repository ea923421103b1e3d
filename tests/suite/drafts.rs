//! Policies as people write them who have read ten minutes of the tutorial, half of each copied out of a document. Whoever
//! makes the first edit of every error, and nothing else, is to have a policy that is accepted at the second check.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::{Diagnostic, Edit, Severity};
use merit::source::SourceFile;

/// Each draft, how many errors the first check tells, and how many checks it takes until it is accepted.
const DRAFTS: [(&str, usize, usize); 26] = [
    ("zh-aftersales", 17, 2),
    ("zh-bare", 19, 2),
    ("zh-columns", 16, 2),
    ("zh-desk", 18, 2),
    ("zh-host", 18, 2),
    ("zh-ladder", 21, 2),
    ("zh-live", 26, 2),
    ("zh-operations", 26, 2),
    ("zh-penalty", 12, 2),
    ("zh-phone", 23, 2),
    ("zh-picking", 31, 2),
    ("zh-service", 24, 2),
    ("zh-studio", 22, 2),
    ("zh-warehouse", 20, 2),
    ("en-care", 9, 2),
    ("en-design", 23, 2),
    ("en-floor", 22, 2),
    ("en-helpdesk", 23, 2),
    ("en-hosts", 24, 2),
    ("en-market", 18, 2),
    ("en-night", 24, 2),
    ("en-picking", 27, 2),
    ("en-sales", 17, 2),
    ("en-service", 26, 2),
    ("en-store", 19, 2),
    ("en-studio", 21, 2),
];

/// More checks than this nobody makes.
const MOST_CHECKS: usize = 6;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts").join(name)
}

fn compiled(text: &str) -> Compiled {
    compile_with(SourceFile::new("draft", text), &InMemory::default(), &[])
}

fn errors(of: &Compiled) -> Vec<&Diagnostic> {
    of.diagnostics.iter().filter(|told| told.severity() == Severity::Error).collect()
}

/// The text after the first edit of every error, each line by itself; a name that is another one wherever no other edit
/// writes the place anew.
fn mended(text: &str, told: &[&Diagnostic]) -> String {
    let source = SourceFile::new("draft", text);
    let mut hunks: Vec<Edit> = vec![];
    for renames in [false, true] {
        let edits = told.iter().filter(|told| told.is_renaming() == renames).filter_map(|told| told.edits.first());
        let mut edits: Vec<&Edit> = edits.collect();
        // Of two that are in each other's way, the first by place.
        edits.sort_by_key(|edit| edit.span);
        for hunk in edits.into_iter().flat_map(|edit| edit.hunks(&source)) {
            if !hunks.iter().any(|other| meets(&hunk, other)) {
                hunks.push(hunk);
            }
        }
    }
    hunks.sort_by_key(|hunk| std::cmp::Reverse(hunk.span));
    hunks.into_iter().fold(text.to_owned(), |mut text, hunk| {
        text.replace_range(hunk.span.range(), &hunk.text);
        text
    })
}

fn meets(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span.range(), other.span.range());
    match (a.is_empty(), b.is_empty()) {
        (true, true) => a.start == b.start,
        (true, false) => b.start < a.start && a.start < b.end,
        (false, true) => a.start < b.start && b.start < a.end,
        (false, false) => a.start < b.end && b.start < a.end,
    }
}

#[test]
fn a_draft_is_accepted_at_the_second_check() {
    let mut faults = String::new();
    for (name, first, checks) in DRAFTS {
        let mut text = fs::read_to_string(file(&format!("{name}.merit"))).unwrap();
        let mut counts = vec![];
        while counts.len() < MOST_CHECKS && counts.last() != Some(&0) {
            let compiled = compiled(&text);
            let told = errors(&compiled);
            counts.push(told.len());
            text = mended(&text, &told);
        }
        let wanted = fs::read_to_string(file(&format!("{name}.accepted.merit"))).unwrap_or_default();
        let right = counts.first() == Some(&first) && counts.len() == checks && counts.last() == Some(&0);
        if !right || text != wanted {
            writeln!(faults, "{name}: {counts:?}\n{text}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// A policy of which one part is as somebody wrote it.
fn with(part: &str, text: &str) -> String {
    let of = |name: &str, usual: &str| if name == part { text.to_owned() } else { usual.to_owned() };
    let score = of("score", "评分 评价分 权重 100%");
    let grade = of("grade", "优秀 : >= 60\n    普通 : < 60");
    format!(
        "方案 \"客服\" {{ 币种 CNY; 周期 月 }}\n记录 {{\n    工号 : 文本, 主键\n    月份 : 月, 周期\n    \
         销售额 : 金额 属于 [0元, 1000000元]\n    订单数 : 次数 属于 [0, 5000]\n    迟到次数 : 次数 属于 [0, 31]\n    \
         满意度 : 百分比 属于 [0%, 100%]\n    加班 : 时长(h), 小数位 1 属于 [0小时, 100小时]\n    组 : 文本\n    \
         满勤 : 是非\n    评价分 : 分数 属于 [0, 100]\n    {}\n}}\n{}\n指标 总分 : 分数, 小数位 2 = 评分合计\n{score}\n\
         等级表 等级 按 总分 {{\n    {grade}\n}}\n薪资 工资 {{\n    基数 = 1元 * 订单数\n    {}\n}}\n",
        of("field", ""),
        of("metric", ""),
        of("pay", ""),
    )
}

/// A part as it was written, and as the first edits of the first check make it.
const PARTS: &[(&str, &str, &str)] = &[
    (
        "score",
        "评分 满意度 权重 100% {\n    95%以上100分\n    95%以下50分\n}",
        "评分 满意度 权重 100% {\n    95%以上 => 100分\n    < 95% => 50分\n}",
    ),
    (
        "score",
        "评分 满意度 权重 100% {\n    95%及以上100分\n    低于95%：不得分\n}",
        "评分 满意度 权重 100% {\n    >= 95% => 100分\n    < 95%=>0\n}",
    ),
    (
        "score",
        "评分 满意度 权重 100% {\n    >=95%,100\n    90%-95%,80\n    <90%,0\n}",
        "评分 满意度 权重 100% {\n    >= 95% => 100\n    [90%, 95%) => 80\n    < 90% => 0\n}",
    ),
    (
        "score",
        "评分 满意度 权重 100% {\n    满分100，每低1%扣2分\n}",
        "评分 满意度 权重 100% = 最大(100分 - 2分 * 步数(100% - 满意度, 1%, 足步), 0分)",
    ),
    (
        "score",
        "评分 满意度 权重 100% {\n    1‰以下 => 100\n    1‰以上 => 每超0.1‰扣2分\n}",
        "评分 满意度 权重 100% {\n    1‰以下 => 100\n    超过 1‰ => 最大(100分 - 2分 * 步数(满意度 - 1‰, 0.1‰, 足步), 0分)\n}",
    ),
    (
        "score",
        "评分 迟到次数 权重 100% {\n    0 => 100\n    每个 => -5\n}",
        "评分 迟到次数 权重 100% = 最大(100分 - 5分 * 迟到次数, 0分)",
    ),
    (
        "score",
        "评分 满意度 权重 100% {\n    0% => 100\n    1%以下 => 90\n    超过 1% => 0\n}",
        "评分 满意度 权重 100% {\n    0% => 100\n    (0%, 1%] => 90\n    超过 1% => 0\n}",
    ),
    ("grade", "优秀（>=90） => 500元\n    普通 : < 90 => 0元", "优秀 : >= 90 => 500元\n    普通 : < 90 => 0元"),
    (
        "grade",
        "优秀：90分以上，奖金1000元\n    良好：80-90分，奖金500元\n    普通：80分以下，无奖金",
        "优秀 : >= 90分 => 1000元\n    良好 : [80分, 90分) => 500元\n    普通 : < 80分 => 0元",
    ),
    (
        "grade",
        ">= 90 => 500元\n    [60, 90) => 200元\n    < 60 => 0元",
        "A : >= 90 => 500元\n    B : [60, 90) => 200元\n    C : < 60 => 0元",
    ),
    ("field", "通话 : 0-500", "通话 : 次数 属于 [0, 500]"),
    ("field", "奖金系数 : 0.8~1.2", "奖金系数 : 数值 属于 [0.8, 1.2]"),
    ("field", "退款率(%) : 数字", "退款率 \"退款率(%)\" : 百分比(%)"),
    ("field", "上线时长（分钟） : 整数", "上线时长 \"上线时长（分钟）\" : 时长(min)"),
    ("field", "补贴 : 元/月", "补贴 : 金额"),
    ("field", "备用 : 次数, 默认0", "备用 : 次数, 缺省 0"),
    (
        "metric",
        "指标 差评率 : ‰ = 迟到次数 / 订单数 若无 0%",
        "指标 差评率 : 百分比, 小数位 3 = 迟到次数 / 订单数 若无 0%",
    ),
    ("metric", "转化率=迟到次数/订单数", "指标 转化率 : 百分比, 小数位 2=迟到次数/订单数 若无 0%"),
    (
        "metric",
        "指标 均分 : 分数, 小数位 2 = 平均(评价分，同组)",
        "指标 均分 : 分数, 小数位 2 = 平均(评价分，范围: 组)",
    ),
    ("metric", "全组第一名的直接晋升为组长", "# 全组第一名的直接晋升为组长"),
    ("pay", "late fee = 20元", "late_fee = 20元"),
    ("pay", "提成 = 记录.销售额 * 1%", "提成 = 销售额 * 1%"),
    ("pay", "扣 = -MIN(迟到次数 * 20, 100)", "扣 = -最小(迟到次数 * 20元, 100元)"),
    ("pay", "绩效 = 总分 * 10元", "绩效 = 总分 / 1分 * 10元"),
    ("pay", "加班费 = 加班 * 18元", "加班费 = 加班 / 1h * 18元"),
    ("pay", "全勤奖：200元（无迟到）", "全勤奖 = 200元 当 迟到次数 = 0"),
    ("pay", "全勤奖 = 如果 满勤 则 200", "全勤奖 = 200元 当 满勤"),
    ("pay", "如果等级为优秀奖励500元", "奖励 = 500元 当 等级 = 优秀"),
    ("pay", "迟到扣款 : 每次扣20元", "迟到扣款 = -20元 * 迟到次数"),
    ("pay", "销售额", "销售额 = 销售额"),
    ("pay", "奖金 = 200元 仅满勤", "奖金 = 200元 当 满勤"),
    ("pay", "加班费 = 加班 × 18元/小时", "加班费 = 舍入(加班 * 18元 / 1h, 0.01元)"),
    ("pay", "计件 = 订单数 × 0.35元/单", "计件 = 订单数 × 0.35元"),
    ("pay", "错单扣款 = 迟到次数 × 20元，最多200元", "错单扣款 不低于 -200元 = -迟到次数 * 20元"),
    ("pay", "迟到一次扣20元，最多扣100元", "迟到扣款 不低于 -100元 = -20元 * 迟到次数"),
    ("pay", "等级奖 { 优秀 500元，普通 0元 }", "等级奖 = 如果 等级 = 优秀 则 500元 否则 0元"),
    (
        "score",
        "评分 满意度 权重 100% {\n    98%以上     100\n    95%以上     80\n    其他     0\n}",
        "评分 满意度 权重 100% {\n    98%以上 => 100\n    95%以上 => 80\n    其余 => 0\n}",
    ),
    (
        "score",
        "评分 满意度 权重 100%\n    98%以上 => 100\n    < 98% => 0",
        "评分 满意度 权重 100% {\n    98%以上 => 100\n    < 98% => 0\n}",
    ),
    (
        "score",
        "评分 迟到次数 权重 100% {\n    每次扣5分，最多扣20分\n}",
        "评分 迟到次数 权重 100% = 最大(100分 - 最小(5分 * 迟到次数, 20分), 0分)",
    ),
    ("metric", "指标 份数 : 数值 = 向下((销售额 - 100元) / 5元)", "指标 份数 : 数值 = 步数(销售额 - 100元, 5元, 足步)"),
    ("metric", "扣分 迟到 {\n    每次扣2分，最多扣10分\n}", "指标 迟到扣分 : 分数 = 最小(2分 * 迟到次数, 10分)"),
];

#[test]
fn the_first_edits_of_a_part_are_right() {
    let mut faults = String::new();
    for (part, written, meant) in PARTS {
        let text = with(part, written);
        let before = compiled(&text);
        let after = mended(&text, &errors(&before));
        let left: Vec<String> = errors(&compiled(&after)).iter().map(|told| told.code.as_str().to_owned()).collect();
        // What a grade pays is named in its head as well.
        let answers = after.replace(" -> 奖金 : 金额 {", " {");
        if answers != with(part, meant) || !left.is_empty() {
            let lines = after.lines().zip(with(part, meant).lines().map(str::to_owned).collect::<Vec<_>>());
            let other =
                lines.filter(|(got, wanted)| got != wanted).map(|(got, wanted)| format!("{got}  not  {wanted}"));
            writeln!(faults, "{written}\n  {left:?} {}", other.collect::<Vec<_>>().join("\n  ")).unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn a_bound_among_the_lines_goes_to_the_head() {
    let text = with("pay", "不低于 2000元");
    let after = mended(&text, &errors(&compiled(&text)));
    assert!(after.contains("薪资 工资 不低于 2000元 {\n    基数 = 1元 * 订单数\n}"), "{after}");
    assert!(compiled(&after).accepted());
}

#[test]
fn a_deduction_that_adds_is_told_at_the_first_check() {
    let text = with("pay", "迟到扣款 = 迟到次数 * 20");
    let told: Vec<String> = compiled(&text).diagnostics.iter().map(|told| told.code.as_str().to_owned()).collect();
    assert!(told.iter().any(|code| code == "W0517"), "{told:?}");
}

#[test]
fn without_a_divisor_nobody_has_the_other_value() {
    let text = with("field", "均价 : 金额, 可缺");
    let text = text.replace("等级表", "指标 比 : 百分比, 小数位 2 = 销售额 / 均价 若无 100%\n等级表");
    let after = mended(&text, &errors(&compiled(&text)));
    assert!(after.contains("= 如果 均价 为 缺失 则 0% 否则 销售额 / 均价 若无 100%"), "{after}");
    assert!(compiled(&after).accepted());
}

#[test]
fn a_block_of_fields_is_the_record_whatever_it_is_called() {
    let meant = with("", "");
    for word in ["数据", "参数表", "字段", "员工", "data", "fields"] {
        let text = meant.replace("记录 {", &format!("{word} {{"));
        assert_eq!(mended(&text, &errors(&compiled(&text))), meant, "{word}");
    }
}
