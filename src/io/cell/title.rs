//! The unit that the title of a column names: `平均响应时间(分钟)`, `退款率(‰)`, `销售额（万元）`.

use super::normal;
use super::plan::FieldPlan;
use crate::quantity::{Decimal, Dimension, TimeUnit, UNIT_WORDS, Unit};

/// What a title says of the numbers below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) struct TitleUnit {
    /// As it stands in the title.
    pub word: String,
    /// What it measures.
    pub measure: Measure,
}

/// What a unit of a title measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) enum Measure {
    /// `%`, `‰`
    Share(Unit),
    /// A time; of milliseconds no unit is known.
    Time(Option<TimeUnit>),
    /// `万元`, `千`, `USD`: so many, of that currency where one is named.
    Amount(Decimal, Option<&'static str>),
    /// `人`, `万次`: so many things.
    Things(Decimal),
    /// `pt`
    Points,
}

/// Words that no cell has, or that mean something else in one.
const TIMES: [(&str, Option<TimeUnit>); 12] = [
    ("second", Some(TimeUnit::Second)),
    ("sec", Some(TimeUnit::Second)),
    ("minute", Some(TimeUnit::Minute)),
    ("mins", Some(TimeUnit::Minute)),
    ("hr", Some(TimeUnit::Hour)),
    ("hrs", Some(TimeUnit::Hour)),
    ("时", Some(TimeUnit::Hour)),
    ("day", Some(TimeUnit::Day)),
    ("ms", None),
    ("毫秒", None),
    ("millisecond", None),
    ("milliseconds", None),
];
/// Words for currencies; `元` is the dollar of some places, too.
const CURRENCIES: [(&str, &str); 29] = [
    ("元", "CNY"),
    ("块", "CNY"),
    ("圆", "CNY"),
    ("人民币", "CNY"),
    ("人民币元", "CNY"),
    ("¥", "CNY"),
    ("CNY", "CNY"),
    ("RMB", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("$", "USD"),
    ("USD", "USD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("HKD", "HKD"),
    ("欧元", "EUR"),
    ("€", "EUR"),
    ("EUR", "EUR"),
    ("日元", "JPY"),
    ("円", "JPY"),
    ("JPY", "JPY"),
    ("英镑", "GBP"),
    ("£", "GBP"),
    ("GBP", "GBP"),
    ("台币", "TWD"),
    ("新台币", "TWD"),
    ("TWD", "TWD"),
    ("VND", "VND"),
    ("KRW", "KRW"),
];
/// Words for many, the longer first.
const MANY: [(&str, u32); 10] = [
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("十万", 100_000),
    ("thousand", 1_000),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("千", 1_000),
    ("百", 100),
    ("k", 1_000),
    ("w", 10_000),
];

impl TitleUnit {
    /// The title without its unit, and the unit.
    pub fn of(title: &str) -> Option<(String, TitleUnit)> {
        let title = normal(title);
        let (base, word, apart) = split(title.trim())?;
        let measure = measure(&word).filter(|measure| apart || !is_doubtful(&word, measure))?;
        Some((base.trim_end().to_owned(), TitleUnit { word, measure }))
    }

    /// Whether it counts thousandths.
    pub fn is_permille(&self) -> bool {
        self.measure == Measure::Share(Unit::Permille)
    }

    /// Whether an amount below it is so many times the number that stands there.
    pub fn multiplies_amounts(&self) -> bool {
        matches!(self.measure, Measure::Amount(factor, _) if factor != Decimal::ONE)
    }

    /// Whether the numbers of a field may have it.
    pub fn suits(&self, plan: &FieldPlan) -> bool {
        match (plan.dimension(), &self.measure) {
            (Some(dimension), Measure::Share(_)) => dimension.percent,
            (Some(Dimension::TIME), Measure::Time(_)) | (Some(Dimension::MONEY), Measure::Amount(..)) => true,
            (Some(Dimension::POINTS), Measure::Points) => true,
            (Some(Dimension::POINTS), Measure::Time(_)) => self.word == "分",
            (Some(Dimension::NUMBER), Measure::Things(_) | Measure::Amount(_, None)) => plan.whole(),
            _ => false,
        }
    }
}

/// Whether a word that stands in no brackets may well be none of a unit: `complaints/万单` are so many for each, `top_k`
/// and `orders_w` are names, and `reply_min` is as soon the least as so many minutes.
fn is_doubtful(word: &str, measure: &Measure) -> bool {
    match measure {
        Measure::Amount(factor, None) | Measure::Things(factor) => *factor != Decimal::ONE,
        Measure::Time(unit) => word.eq_ignore_ascii_case("min") || *unit == Some(TimeUnit::Day),
        _ => false,
    }
}

/// A title, what stands behind it in brackets, behind a slash, or as a bare `%`, and whether brackets set it apart.
fn split(title: &str) -> Option<(&str, String, bool)> {
    let brackets = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('<', '>')];
    let within = brackets.iter().find_map(|(open, close)| title.strip_suffix(*close)?.rsplit_once(*open));
    let (base, content) = match within {
        Some(parts) => parts,
        None if title.ends_with(['%', '‰']) => title.split_at(title.len() - title.chars().last()?.len_utf8()),
        None => title.rsplit_once(['/', '_'])?,
    };
    let content = content.trim();
    let named = ["单位:", "单位", "unit:", "in "].iter().find_map(|word| content.strip_prefix(word));
    // So much for each of something is so much all the same.
    let unit = named.unwrap_or(content).split('/').next().unwrap_or_default().trim();
    (!base.trim().is_empty() && !unit.is_empty()).then(|| (base, unit.to_owned(), within.is_some()))
}

fn measure(word: &str) -> Option<Measure> {
    let lower = word.to_lowercase();
    let known = |text: &str| UNIT_WORDS.iter().find(|known| known.word == text).map(|known| known.unit.clone());
    if let Some((_, unit)) = TIMES.iter().find(|(time, _)| *time == lower) {
        return Some(Measure::Time(*unit));
    }
    match lower.as_str() {
        "percent" | "pct" => return Some(Measure::Share(Unit::Percent)),
        "permille" => return Some(Measure::Share(Unit::Permille)),
        // A day of the month, and letters that stand for much.
        "日" | "d" | "m" => return None,
        _ => {}
    }
    match known(&lower) {
        Some(unit @ (Unit::Percent | Unit::Permille)) => return Some(Measure::Share(unit)),
        Some(Unit::Time(unit)) => return Some(Measure::Time(Some(unit))),
        Some(Unit::Point) => return Some(Measure::Points),
        _ => {}
    }
    let currency =
        |word: &str| CURRENCIES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, code)| *code);
    let many = MANY.iter().find_map(|(many, factor)| Some((*factor, lower.strip_prefix(many)?)));
    // The k of KRW is no thousand.
    let (factor, rest) = many.filter(|_| currency(&lower).is_none()).unwrap_or((1, &lower));
    let currency = currency(rest);
    match known(rest) {
        _ if currency.is_some() => Some(Measure::Amount(factor.into(), currency)),
        _ if rest.is_empty() => Some(Measure::Amount(factor.into(), None)),
        Some(Unit::Counter) => Some(Measure::Things(factor.into())),
        _ => None,
    }
}
