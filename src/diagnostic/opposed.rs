//! Words that differ in little and mean the opposite, or another one of a series.

/// Parts of words of which one says the opposite of the other.
const OPPOSED: &[(&str, &str)] = &[
    ("decr", "incr"),
    ("desc", "asc"),
    ("min", "max"),
    ("floor", "ceil"),
    ("up", "down"),
    ("before", "after"),
    ("prom", "dem"),
    ("above", "below"),
    ("over", "under"),
    ("least", "most"),
    ("lower", "upper"),
    ("low", "high"),
    ("first", "last"),
    ("full", "start"),
    ("from", "until"),
    ("prev", "next"),
    ("open", "close"),
    ("gross", "net"),
    ("even", "odd"),
    ("incl", "excl"),
    ("with", "without"),
    ("more", "less"),
    ("good", "bad"),
    ("debit", "credit"),
    ("early", "late"),
    ("income", "outcome"),
    ("import", "export"),
    ("上", "下"),
    ("大", "小"),
    ("高", "低"),
    ("增", "减"),
    ("加", "减"),
    ("升", "降"),
    ("前", "后"),
    ("多", "少"),
    ("早", "晚"),
    ("早", "迟"),
    ("首", "末"),
    ("始", "终"),
    ("起", "止"),
    ("起", "足"),
    ("进", "出"),
    ("收", "支"),
    ("入", "出"),
    ("正", "负"),
    ("内", "外"),
    ("左", "右"),
    ("买", "卖"),
    ("优", "劣"),
    ("好", "差"),
    ("好", "坏"),
    ("得", "失"),
    ("长", "短"),
    ("快", "慢"),
    ("新", "旧"),
    ("新", "老"),
    ("奖", "罚"),
    ("有", "无"),
    ("男", "女"),
    ("真", "假"),
    ("税前", "税后"),
    ("应", "实"),
];

/// What makes of a word its denial.
const DENIALS: &[&str] =
    &["un", "non", "non_", "non-", "no_", "not_", "in", "im", "dis", "de", "不", "非", "未", "无", "没"];

/// Signs of a series: another one is another thing.
const SERIES: &str = "0123456789一二三四五六七八九十百千万甲乙丙丁戊己庚辛";

/// Whether two words, near as they are, mean opposites or different ones of a series.
pub(super) fn opposed(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let says = |word: &str, part: &str, not: &str| word.contains(part) && (!word.contains(not) || part.contains(not));
    let against = |(a, b): &(&str, &str)| {
        let sides =
            |one: &str, other: &str| says(one, a, b) && says(other, b, a) && !(one.contains(b) && other.contains(a));
        sides(&one, &other) || sides(&other, &one)
    };
    let denies = |prefix: &&str| {
        let of = |word: &str, other: &str| word.strip_prefix(prefix) == Some(other);
        of(&one, &other) || of(&other, &one)
    };
    let place = |word: &str| word.chars().filter(|c| SERIES.contains(*c)).collect::<String>();
    place(&one) != place(&other) || OPPOSED.iter().any(against) || DENIALS.iter().any(denies)
}
