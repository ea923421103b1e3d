//! Types as other tongues call them: `string`, `整数`, `varchar(20)`, `a, b`.

use super::piece::Place;
use super::{Piece, attributes, numerals};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Tongue, Unit};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// The types, each with what stands in its parentheses, and the words for it in lower case.
const WORDS: &[(Keyword, &str, &[&str])] = &[
    (
        Keyword::Text,
        "",
        &["string", "str", "varchar", "nvarchar", "char", "字符串", "字符", "文字", "字串", "名称", "id"],
    ),
    (
        Keyword::Count,
        "",
        &[
            "int", "integer", "long", "bigint", "uint", "整数", "整型", "个数", "数量", "件数", "人数", "单数", "计数",
            "天数", "天", "days", "个", "次", "件", "单", "条", "人", "pieces", "pcs", "times",
        ],
    ),
    (
        Keyword::Number,
        "",
        &["float", "double", "decimal", "numeric", "real", "小数", "数字", "数", "实数", "浮点数", "数量值"],
    ),
    (Keyword::Points, "", &["score", "marks", "评分", "得分", "分", "分值"]),
    (
        Keyword::Money,
        "",
        &[
            "currency",
            "amount",
            "cny",
            "rmb",
            "usd",
            "eur",
            "gbp",
            "hkd",
            "sgd",
            "aud",
            "cad",
            "dollars",
            "euros",
            "pounds",
            "元",
            "钱",
            "货币",
            "钱数",
            "金钱",
            "价格",
            "人民币",
        ],
    ),
    (
        Keyword::Percent,
        "",
        &["rate", "ratio", "percentage", "pct", "百分数", "百分率", "比例", "比率", "千分比", "千分率", "permille"],
    ),
    (Keyword::Bool, "", &["boolean", "logical", "yes/no", "布尔", "布尔值", "是否", "是/否", "逻辑"]),
    (Keyword::Date, "", &["day", "年月日"]),
    (Keyword::Date, "(datetime)", &["datetime", "timestamp", "日期时间"]),
    (Keyword::Month, "", &["年月", "月份"]),
    (Keyword::Duration, "(s)", &["seconds", "second", "sec", "秒", "秒数"]),
    (Keyword::Duration, "(min)", &["minutes", "minute", "分钟", "分钟数"]),
    (Keyword::Duration, "(h)", &["hours", "hour", "小时", "小时数"]),
];

/// Words for sets of labels.
const SETS: [&str; 4] = ["enum", "枚举", "选项", "标签"];

/// The type that is meant by a word, as a policy of that tongue writes it.
pub fn type_meant(word: &str, tongue: Tongue) -> Option<String> {
    let lower = word.to_lowercase();
    let own = Keyword::TYPES.iter().find(|keyword| keyword.en() == lower).map(|keyword| (*keyword, ""));
    let other = || WORDS.iter().find(|(_, _, words)| words.contains(&lower.as_str())).map(|it| (it.0, it.1));
    let (keyword, form) = own.or_else(other)?;
    Some(match (tongue, form) {
        (Tongue::Zh, "(datetime)") => format!("{}({})", keyword.zh(), Keyword::DateTime.zh()),
        (Tongue::Zh, _) => format!("{}{form}", keyword.zh()),
        (Tongue::En, _) => format!("{}{form}", keyword.en()),
    })
}

/// Whether a word says no more than that there are labels.
pub fn is_set_word(word: &str) -> bool {
    SETS.contains(&word.to_lowercase().as_str())
}

/// The first token of the type of a field.
fn type_at(piece: &Piece) -> Option<usize> {
    let title = usize::from(piece.kind(1) == Some(Kind::Text));
    (piece.place == Place::Field && piece.word(1 + title) == ":").then_some(2 + title)
}

/// `varchar(20)`, `decimal(10, 2)`, `percent(‰)`, `%`: what is no type, or has parentheses that it cannot have.
pub fn parentheses(piece: &Piece) -> Option<Diagnostic> {
    let at = type_at(piece)?;
    let percent = matches!(piece.word(at), "%" | "‰");
    if matches!(piece.word(at), "$" | "€" | "£" | "¥") {
        return Some(written(piece, (at, at), piece.keyword(Keyword::Money)));
    }
    if percent && piece.word(at) == "%" {
        return Some(written(piece, (at, at), &format!("{}(%)", piece.keyword(Keyword::Percent))));
    }
    let form = (piece.kind(at) == Some(Kind::Word) && piece.word(at + 1) == "(").then_some(at + 2);
    let close = form.and_then(|form| (form..piece.tokens.len()).find(|at| piece.word(*at) == ")"));
    if percent || form.is_some_and(|form| is_permille(piece.word(form))) {
        return Some(permille(piece, (at, close.unwrap_or(at))));
    }
    let (form, close) = (form?, close?);
    let own = Keyword::among(piece.word(at), Keyword::TYPES);
    let plain = own.map(|own| piece.keyword(own).to_owned()).or_else(|| type_meant(piece.word(at), piece.tongue()));
    let content = piece.written(form, close - 1);
    if is_set_word(piece.word(at)) {
        return Some(labels(piece, (at, close), form, close));
    }
    let places = piece.word(form + 1) == "," && own.is_none_or(|own| own == Keyword::Number);
    let places = places.then(|| numerals::figure(piece.word(form + 2))).flatten();
    let wanted = match places {
        Some(places) => format!("{}, {} {places}", plain?, piece.keyword(Keyword::Decimals)),
        // `money(元)` says what it is by itself; of `money(万元)` nobody would see that it is not read so.
        None if content.chars().all(|c| c.is_ascii_digit())
            || Unit::of(content).is_some_and(|unit| unit.time().is_none()) =>
        {
            plain?
        }
        None => return None,
    };
    Some(written(piece, (at, close), &wanted))
}

fn written(piece: &Piece, (first, last): (usize, usize), wanted: &str) -> Diagnostic {
    let span = piece.span(first, last);
    let told = Diagnostic::new(Code::BadTypeForm, span).variant("meant").arg("type", piece.written(first, last));
    told.arg("wanted", wanted).edit(span, wanted)
}

/// What to tell of the parentheses of a type that are none of those that it can have: what a column counts in stands in its
/// title, which is read.
pub fn form(told: Diagnostic, word: &str, content: &str) -> Diagnostic {
    let span = told.span;
    let keyword = Keyword::among(word, Keyword::TYPES);
    let unit = Unit::of(content).is_some_and(|unit| unit.time().is_none());
    let scaled = ["万", "千", "百万", "亿", "k", "K", "w", "W"]
        .iter()
        .any(|factor| content.strip_prefix(factor).is_some_and(|unit| unit.is_empty() || Unit::of(unit).is_some()));
    let attribute = [Keyword::Key, Keyword::Period].into_iter().find(|attribute| attribute.is(content));
    let attribute = attribute.or_else(|| attributes::is_optional(content).then_some(Keyword::Optional));
    if let Some(attribute) = attribute.filter(|_| keyword.is_some()) {
        let tongue = if word.is_ascii() { Tongue::En } else { Tongue::Zh };
        let wanted = format!("{word}, {}", attribute.word(tongue));
        return told.variant("meant").arg("wanted", wanted.clone()).edit(span, wanted);
    }
    match keyword {
        Some(Keyword::Percent) if is_permille(content) => {
            told.variant("title").arg("unit", "‰").arg("wanted", word).edit(span, word)
        }
        Some(Keyword::Money | Keyword::Count | Keyword::Number) if scaled => {
            told.variant("title").arg("unit", content).arg("wanted", word).edit(span, word)
        }
        Some(keyword) if unit && keyword != Keyword::Percent => {
            told.variant("meant").arg("wanted", word).edit(span, word)
        }
        _ => told,
    }
}

fn is_permille(word: &str) -> bool {
    matches!(word, "‰" | "permille" | "千分比" | "千分数" | "千分之" | "千分率")
}

/// `x : percent(‰)`: what the numbers of a column count in stands in its title.
fn permille(piece: &Piece, (first, last): (usize, usize)) -> Diagnostic {
    let (span, wanted) = (piece.span(first, last), piece.keyword(Keyword::Percent));
    let told = Diagnostic::new(Code::BadTypeForm, span).variant("title").arg("type", piece.written(first, last));
    told.arg("unit", "‰").arg("wanted", wanted).edit(span, wanted)
}

/// `{a, b}`, `[a, b]`, `a, b`, `a or b`: labels have bars between them.
pub fn set(piece: &Piece) -> Option<Diagnostic> {
    let at = type_at(piece)?;
    let last = piece.tokens.len().checked_sub(1)?;
    if matches!(piece.word(at), "{" | "[" | "(") {
        let close = (at + 1..=last).find(|at| matches!(piece.word(*at), "}" | "]" | ")"))?;
        return Some(labels(piece, (at, close), at + 1, close));
    }
    let joins = |at: usize| matches!(piece.word(at), "," | "、" | "/") || piece.is(at, &[Keyword::Or]);
    let label = |at: usize| matches!(piece.kind(at), Some(Kind::Word | Kind::Text));
    let own =
        Keyword::among(piece.word(at), Keyword::TYPES).is_some() || type_meant(piece.word(at), Tongue::En).is_some();
    let all = (at..=last).all(|it| if (it - at) % 2 == 0 { label(it) } else { joins(it) });
    let set = label(at) && !own && last > at && (last - at) % 2 == 0 && all;
    set.then(|| labels(piece, (at, last), at, last + 1))
}

/// `0-100分`, `0-100`: the values of a field without its type. Its unit says which; without one it is asked.
pub fn ranged(piece: &Piece) -> Option<Diagnostic> {
    let at = type_at(piece)?;
    let (lo, hi, end) = attributes::ends(piece, at)?;
    let figure = hi.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '%' | '‰')).trim_end();
    let unit = hi.get(figure.len()..)?.trim();
    let types = match Unit::of(unit) {
        _ if unit.is_empty() && (lo.contains('.') || hi.contains('.')) => vec![Keyword::Number, Keyword::Points],
        _ if unit.is_empty() && by_ones(piece) => vec![Keyword::Count, Keyword::Points],
        _ if unit.is_empty() && is_scored(piece, hi.trim()) => vec![Keyword::Points, Keyword::Count],
        _ if unit.is_empty() => vec![Keyword::Count, Keyword::Points],
        Some(Unit::Point) => vec![Keyword::Points],
        Some(Unit::Currency(_)) => vec![Keyword::Money],
        Some(Unit::Percent | Unit::Permille) => vec![Keyword::Percent],
        Some(Unit::Counter) => vec![Keyword::Count],
        _ => return None,
    };
    let lo = if lo.ends_with(|c: char| c.is_ascii_digit()) { format!("{lo}{unit}") } else { lo };
    let texts = types.iter().map(|ty| format!("{} {} [{lo}, {hi}]", piece.spoken(*ty), piece.spoken(Keyword::In)));
    let texts: Vec<String> = texts.collect();
    let span = piece.span(at, end - 1);
    let told = Diagnostic::new(Code::BadTypeForm, span).variant("meant").arg("type", piece.written(at, end - 1));
    let told = told.arg("wanted", texts.first().cloned().unwrap_or_default());
    Some(texts.into_iter().fold(told, |told, text| told.edit(span, text)))
}

/// Whether the rows that score a field take it value by value: `5 : 100`, `4 : 80`.
fn by_ones(piece: &Piece) -> bool {
    let rows = super::declarations::rows_of(piece.prepared(), piece.word(0));
    let single = |row: &&String| {
        let condition = row.split(['=', ':', ' ']).next().unwrap_or("");
        !condition.is_empty() && condition.bytes().all(|c| c.is_ascii_digit())
    };
    rows.iter().filter(single).count() > 1
}

/// Whether figures up to that one are marks rather than a count, as they are called or as marks usually end.
fn is_scored(piece: &Piece, most: &str) -> bool {
    const WORDS: [&str; 8] = ["分", "评", "score", "point", "mark", "rating", "quality", "质"];
    let name = piece.word(0).to_lowercase();
    matches!(most, "5" | "10" | "100") || WORDS.iter().any(|word| name.contains(word))
}

/// `指标 差错率 : ‰ = …`, `metric rate : % = …`: a sign in the place of the type.
pub fn sign(piece: &Piece) -> Option<Diagnostic> {
    let declares = piece.place == Place::Item && piece.is(0, &[Keyword::Metric, Keyword::Param]);
    let at = piece.find(":").filter(|colon| declares && *colon < 4)? + 1;
    let places = match piece.word(at) {
        "%" => 2,
        "‰" => 3,
        _ => return None,
    };
    let (percent, decimals) = (piece.keyword(Keyword::Percent), piece.keyword(Keyword::Decimals));
    let said = piece.is(at + 2, &[Keyword::Decimals]) || piece.is(0, &[Keyword::Param]);
    Some(written(piece, (at, at), &if said { percent.to_owned() } else { format!("{percent}, {decimals} {places}") }))
}

/// What is between tokens `first` and `end`, with bars.
fn labels(piece: &Piece, (from, to): (usize, usize), first: usize, end: usize) -> Diagnostic {
    let labels: Vec<&str> = (first..end)
        .filter(|at| piece.kind(*at) != Some(Kind::Sign) && !piece.is(*at, &[Keyword::Or]))
        .map(|at| piece.written(at, at))
        .collect();
    let span = piece.span(from, to);
    let wanted = labels.join(" | ");
    let told = Diagnostic::new(Code::BadTypeForm, span).variant("labels").arg("type", piece.written(from, to));
    let told = told.arg("wanted", wanted.clone());
    if labels.len() > 1 { told.edit(span, wanted) } else { told }
}
