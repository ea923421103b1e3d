//! What an editor shows: completions, what a name is, where it is declared; of texts that do not read, too.

mod contexts;
mod places;

use merit::compile::{InMemory, compile};
use merit::ide::{Completions, Document, Known, Text, complete};
use merit::render::Tongue;
use merit::source::SourceFile;

const POLICY: &str = r#"方案 "试算" {
    币种 CNY
    周期 月
}

记录 {
    工号            : 文本, 主键
    月份            : 月, 周期
    级别 "岗位级别" : 初级 | 高级
    接待数          : 次数 属于 [1, 1000]
    回复数          : 次数 属于 [0, 1000]
    响应            : 时长(秒)
    转正            : 是非
}

参数 每单 : 金额 属于 [0元, 100元] = 2元

指标 回复率 "平均回复率" : 百分比, 小数位 2 = 回复数 / 接待数

评分 回复率 权重 60% {
    >= 98%     => 100
    [95%, 98%) => 90
    < 95%      => 60
}

评分 响应 权重 40% {
    <= 30秒 => 100
    > 30秒  => 50
}

指标 总分 : 分数 = 评分合计

等级表 等级 按 总分 -> 系数 : 百分比, 假期 : 次数 {
    A : >= 90 => 100%, 1
    B : < 90  => 50%,  0
}

对照表 底薪 按 级别 -> 金额 {
    初级 => 3000元
    高级 => 5000元
}

薪资 工资 {
    底薪 = 底薪
    奖金 = 1000元 * 等级.系数
}

提醒 谈话 当 等级 = B
"#;

/// What may stand at the `¦` of an entry of a session with the policy.
fn entry(line: &str) -> Completions {
    let compiled = compile(SourceFile::new("p.merit", POLICY), &[]);
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    let at = line.find('¦').unwrap();
    complete(&Known::of(&compiled, Tongue::Zh), &line.replace('¦', ""), at, Text::Entry)
}

/// What may stand at the `¦` of a policy.
fn policy(text: &str) -> Completions {
    let at = text.find('¦').unwrap();
    let files = InMemory::default();
    Document::new(SourceFile::new("p.merit", text.replace('¦', "")), &files, Tongue::En).completions(at)
}

/// The policy with more lines at its end.
fn with(lines: &str) -> Completions {
    policy(&format!("{POLICY}\n{lines}"))
}

fn texts(found: &Completions) -> Vec<&str> {
    found.items.iter().map(|item| item.text.as_str()).collect()
}

/// The texts of an entry's completions.
fn says(line: &str) -> Vec<String> {
    texts(&entry(line)).into_iter().map(str::to_owned).collect()
}
