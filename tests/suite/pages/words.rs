//! Formulas, conditions and rows in words, each kind in both tongues.

use merit::quantity::Tongue;

use super::{holds, told};

const KINDS: &str = r#"policy "kinds" {
    currency CNY
    period month
}
record {
    id : text, key
    when : month, period
    shop : text
    a : count in [0, 1000]
    b : count in [1, 1000]
    c : count in [0, 1000], optional
    yes_no : bool
    level : low | mid | high
    m : money in [0 CNY, 100000 CNY]
    from : date
    until : date
}
details d { id : text, key; n : count, key; ok : bool; v : points in [0, 100] }
metric one : number = (a + b) * 2 - (c otherwise 0)
metric two : number, decimals 2 = min(a, b) / (a + b)
metric three : number = if a > 10 and (yes_no or level = low) then 1 else if not yes_no then 2 else 3
metric four : count = steps(a, 10, started)
metric five : points, decimals 2 = average(d.v where d.ok)
metric six : count = count(d)
metric seven : count = rank(a, within: shop, ties: shared, where: b >= 5)
metric eight : number, decimals 1 = average(a, within: all)
metric nine : count = streak(a >= 100)
metric ten : count = previous(a) otherwise 0
metric eleven : bool = a in [1, 5] or level in {low, mid} or c is missing
metric twelve : number = round(a * 1.005, 1, half_even)
metric thirteen : money = allocate(1000 CNY, by: a, within: shop) otherwise 0 CNY
gate steady { a >= 10; not yes_no }
table t by level, a -> out : money { high, any => 100 CNY; not high, >= 500 => 50 CNY; otherwise => 0 CNY }
score s by a weight 100%, decimals 1 { > 50 when steady => 100; > 50 => 90; [0, 50] => 0 to 90 }
flag f "differs" when a != b and t.out > 10 CNY
"#;

#[test]
fn every_kind_of_formula_is_worded() {
    let text = told(KINDS, Tongue::Zh);
    for line in ZH {
        holds(&text, line);
    }
    let text = told(KINDS, Tongue::En);
    for line in EN {
        holds(&text, line);
    }
}

const ZH: &[&str] = &[
    "| one | （a + b）× 2 −（c，没有c时按 0） |",
    "| two | （a、b 中较小的）÷（a + b） | 四舍五入到 0.01 |",
    r"| three | a \> 10 且（yes\_no = 是或 level 是 low）时：1；yes\_no = 否时：2；其余：3 |",
    "| four | a每 10 算 1，不满的也算 1 |",
    "| five | d各行（只看 ok = 是）的v平均 | 四舍五入到 0.01 |",
    "| six | d各行的个数 |",
    "| seven | a在同一shop的人里从高到低的名次（只排 b ≥ 5 的人，并列的同名次，后面的空出来） |",
    "| nine | 到这一月为止，连续几个月 a ≥ 100 |",
    "| ten | 上一月的a | 没有时按 0 |",
    "| eleven | a 是 1 到 5 或 level 是 low、mid 或没有c |",
    "| twelve | a × 1.005 | 四舍六入五成双到 1 |",
    "| 超过 50，而且过了「steady」 | 100 |",
    "| 0 到 50 | 从 0 到 90 按比例，四舍五入到 0.1 |",
    "| 不是 high | 500 及以上 | 50元 |",
    "| 其余 |  | 0元 |",
    "「a」相同的人名次相同，后面的名次空出来：1、1、3。",
];

const EN: &[&str] = &[
    "| one | (a + b) × 2 − (c, 0 where there is no c) |",
    "| two | (the lesser of a, b) ÷ (a + b) | rounded half up to 0.01 |",
    r"| three | where a \> 10 and (yes\_no is yes or level is low): 1; where yes\_no is no: 2; otherwise: 3 |",
    "| four | 1 for every 10 of a, a started one too |",
    "| five | the mean of v over rows of d where ok is yes | rounded half up to 0.01 |",
    "| nine | how many months running, up to this one, a ≥ 100 |",
    "| ten | a of the month before | 0 where there is none |",
    "| over 50, where “steady” is passed | 100 |",
    "| not high | 500 or more | 50 CNY |",
    "- differs: a ≠ b and out of t \\> 10 CNY",
];
