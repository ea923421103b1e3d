//! The words for units: what each measures, how much of it, in which tongue, and who reads it.

use std::borrow::Cow;
use std::fmt;

use super::{Decimal, Dimension};

/// The tongue of keywords, units and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tongue {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

/// Whether a text holds Chinese: an ideograph, wherever it stands.
pub fn holds_chinese(text: &str) -> bool {
    let ranges = ['\u{3007}'..='\u{3007}', '\u{3400}'..='\u{4dbf}', '\u{4e00}'..='\u{9fff}', '\u{f900}'..='\u{faff}'];
    text.chars().any(|c| ranges.iter().any(|range| range.contains(&c)) || ('\u{20000}'..='\u{3ffff}').contains(&c))
}

/// The unit in which a duration is written where no unit stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TimeUnit {
    /// `s`, 秒
    #[default]
    Second,
    /// `min`, 分钟
    Minute,
    /// `h`, 小时
    Hour,
    /// `d`, 天
    Day,
}

/// What stands with a number and says what it measures.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `%`
    Percent,
    /// `‰`
    Permille,
    /// `s` `min` `h` `d`; a day is a counter where a count is expected
    Time(TimeUnit),
    /// An ISO 4217 code; `元` and `¥` are CNY
    Currency(Cow<'static, str>),
    /// `pt` `分`
    Point,
    /// `次 个 单 件 条 人 名`
    Counter,
}

/// Where a word for a unit is read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Read {
    /// Behind a number, in a policy and in data.
    Behind,
    /// Before a number, in a policy and in data.
    Before,
    /// In data alone.
    InData,
    /// In data; a policy that writes it is told the word that it means.
    InDataAndTold,
    /// Nowhere; a policy that writes it is told the word that it means.
    Told,
}

/// A word for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWord {
    /// The word.
    pub word: &'static str,
    /// The unit that it names.
    pub unit: Unit,
    /// The tongue that it belongs to; a sign belongs to both.
    pub tongue: Option<Tongue>,
    /// Where it is read.
    pub read: Read,
}

const YUAN: Unit = Unit::Currency(Cow::Borrowed("CNY"));
const SECOND: Unit = Unit::Time(TimeUnit::Second);
const MINUTE: Unit = Unit::Time(TimeUnit::Minute);
const HOUR: Unit = Unit::Time(TimeUnit::Hour);
const DAY: Unit = Unit::Time(TimeUnit::Day);

const fn zh(word: &'static str, unit: Unit, read: Read) -> UnitWord {
    UnitWord { word, unit, tongue: Some(Tongue::Zh), read }
}

const fn en(word: &'static str, unit: Unit, read: Read) -> UnitWord {
    UnitWord { word, unit, tongue: Some(Tongue::En), read }
}

const fn sign(word: &'static str, unit: Unit, read: Read) -> UnitWord {
    UnitWord { word, unit, tongue: None, read }
}

/// Every word for a unit. The first that is read behind a number is the one that a policy is spelt with.
pub const UNIT_WORDS: &[UnitWord] = &[
    sign("%", Unit::Percent, Read::Behind),
    zh("百分点", Unit::Percent, Read::Told),
    zh("个百分点", Unit::Percent, Read::Told),
    sign("‰", Unit::Permille, Read::Behind),
    en("s", SECOND, Read::Behind),
    en("sec", SECOND, Read::InDataAndTold),
    en("secs", SECOND, Read::Told),
    en("second", SECOND, Read::Told),
    en("seconds", SECOND, Read::Told),
    zh("秒", SECOND, Read::Behind),
    zh("秒钟", SECOND, Read::InDataAndTold),
    en("min", MINUTE, Read::Behind),
    en("m", MINUTE, Read::InData),
    en("mins", MINUTE, Read::InDataAndTold),
    en("minute", MINUTE, Read::Told),
    en("minutes", MINUTE, Read::Told),
    zh("分钟", MINUTE, Read::Behind),
    zh("分", MINUTE, Read::InData),
    zh("分鐘", MINUTE, Read::Told),
    zh("钟", MINUTE, Read::Told),
    en("h", HOUR, Read::Behind),
    en("hour", HOUR, Read::InDataAndTold),
    en("hours", HOUR, Read::InDataAndTold),
    zh("小时", HOUR, Read::Behind),
    zh("时", HOUR, Read::InData),
    zh("小時", HOUR, Read::Told),
    zh("钟头", HOUR, Read::Told),
    en("d", DAY, Read::Behind),
    en("days", DAY, Read::InDataAndTold),
    zh("天", DAY, Read::Behind),
    zh("日", DAY, Read::InDataAndTold),
    zh("元", YUAN, Read::Behind),
    sign("¥", YUAN, Read::Before),
    zh("块", YUAN, Read::Told),
    zh("块钱", YUAN, Read::Told),
    zh("元钱", YUAN, Read::Told),
    zh("圆", YUAN, Read::Told),
    zh("人民币", YUAN, Read::Told),
    en("pt", Unit::Point, Read::Behind),
    en("pts", Unit::Point, Read::Told),
    en("point", Unit::Point, Read::Told),
    en("points", Unit::Point, Read::Told),
    zh("分", Unit::Point, Read::Behind),
    zh("次", Unit::Counter, Read::Behind),
    zh("个", Unit::Counter, Read::Behind),
    zh("单", Unit::Counter, Read::Behind),
    zh("件", Unit::Counter, Read::Behind),
    zh("条", Unit::Counter, Read::Behind),
    zh("人", Unit::Counter, Read::Behind),
    zh("名", Unit::Counter, Read::Behind),
];

/// The words that multiply the number before them, and by what.
pub const MAGNITUDES: [(char, u32); 2] = [('万', 10_000), ('亿', 100_000_000)];

/// By how much a word behind a number multiplies it.
pub fn magnitude(word: char) -> Option<Decimal> {
    MAGNITUDES.iter().find(|(known, _)| *known == word).map(|(_, factor)| Decimal::from(*factor))
}

/// Whether a character multiplies the number before it.
pub fn is_magnitude(word: char) -> bool {
    MAGNITUDES.iter().any(|(known, _)| *known == word)
}

/// How the unit of money stands behind an amount: `元`, ` CNY`.
pub fn money_unit(currency: &str, tongue: Tongue) -> Cow<'static, str> {
    let is_of = |unit: &Unit| matches!(unit, Unit::Currency(code) if code == currency);
    spelling(is_of, tongue).map_or_else(|| format!(" {currency}").into(), Cow::from)
}

/// The word with which a policy of a tongue is spelt for a unit.
fn spelling(unit: impl Fn(&Unit) -> bool, tongue: Tongue) -> Option<&'static str> {
    let mut words = UNIT_WORDS.iter().filter(|known| known.read == Read::Behind && unit(&known.unit));
    words.find(|known| known.tongue.is_none_or(|own| own == tongue)).map(|known| known.word)
}

impl UnitWord {
    /// Whether a cell of data may have it behind a number.
    pub fn is_read_in_data(&self) -> bool {
        matches!(self.read, Read::Behind | Read::InData | Read::InDataAndTold)
    }

    /// The longest of some words that a text begins with, and what stands behind it.
    pub fn begins(text: &str, among: impl Fn(&UnitWord) -> bool) -> Option<(&'static UnitWord, &str)> {
        let words = UNIT_WORDS.iter().filter(|known| among(known));
        let begun = words.filter_map(|known| Some((known, text.strip_prefix(known.word)?)));
        begun.max_by_key(|(known, _)| known.word.len())
    }

    /// The word that a policy should have in the place of one that is no unit there.
    pub fn meant(word: &str) -> Option<&'static str> {
        let told = |known: &&UnitWord| matches!(known.read, Read::Told | Read::InDataAndTold) && known.word == word;
        let told = UNIT_WORDS.iter().find(told)?;
        spelling(|unit| *unit == told.unit, told.tongue?)
    }
}

impl Unit {
    /// The unit that a word behind a number of a policy names.
    pub fn of(word: &str) -> Option<Unit> {
        // Behind most numbers of data there is none.
        if word.is_empty() {
            return None;
        }
        let known = UNIT_WORDS.iter().find(|known| known.read == Read::Behind && known.word == word);
        let code = word.len() == 3 && word.bytes().all(|c| c.is_ascii_uppercase());
        known.map(|known| known.unit.clone()).or_else(|| code.then(|| Unit::Currency(word.to_owned().into())))
    }

    /// The unit that a sign before a number names.
    pub fn before(sign: &str) -> Option<Unit> {
        let known = UNIT_WORDS.iter().find(|known| known.read == Read::Before && known.word == sign);
        known.map(|known| known.unit.clone())
    }

    /// The word that a policy of that tongue is spelt with; of a currency without one, its code.
    pub fn word(&self, tongue: Tongue) -> &str {
        match self {
            Unit::Currency(code) => spelling(|unit| unit == self, tongue).unwrap_or(code),
            _ => spelling(|unit| unit == self, tongue).unwrap_or_default(),
        }
    }

    /// What a number with it measures.
    pub fn dimension(&self) -> Dimension {
        match self {
            Unit::Percent | Unit::Permille => Dimension::PERCENT,
            Unit::Time(_) => Dimension::TIME,
            Unit::Currency(_) => Dimension::MONEY,
            Unit::Point => Dimension::POINTS,
            Unit::Counter => Dimension::NUMBER,
        }
    }

    /// How many base units one of it is.
    pub fn factor(&self) -> Decimal {
        match self {
            Unit::Percent => Decimal::new(1, 2),
            Unit::Permille => Decimal::new(1, 3),
            Unit::Time(unit) => Decimal::from(unit.seconds()),
            Unit::Currency(_) | Unit::Point | Unit::Counter => Decimal::ONE,
        }
    }

    /// The unit of a duration.
    pub fn time(self) -> Option<TimeUnit> {
        if let Unit::Time(unit) = self { Some(unit) } else { None }
    }

    /// Whether things may be counted in it.
    pub fn counts(&self) -> bool {
        matches!(self, Unit::Counter | Unit::Time(TimeUnit::Day))
    }
}

impl TimeUnit {
    /// How many seconds one unit holds.
    pub fn seconds(self) -> u32 {
        match self {
            TimeUnit::Second => 1,
            TimeUnit::Minute => 60,
            TimeUnit::Hour => 3_600,
            TimeUnit::Day => 86_400,
        }
    }

    /// The unit as it is written in a policy: `s min h d`.
    pub fn symbol(self) -> &'static str {
        spelling(|unit| *unit == Unit::Time(self), Tongue::En).unwrap_or_default()
    }
}

impl fmt::Display for TimeUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}
