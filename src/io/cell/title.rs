//! The unit that the title of a column names: `平均响应时间(分钟)`, `退款率(‰)`, `销售额（万元，含税）`.

use super::amounts::{Amounts, amounts};
use super::pieces::{Piece, Title, unmarked};
use super::plan::FieldPlan;
use crate::ir::Bare;
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

impl TitleUnit {
    /// What the title is called without its unit, the likelier first, and the unit.
    pub fn of(title: &str) -> Option<(Vec<String>, TitleUnit)> {
        let title = unmarked(title);
        let title = Title::of(&title);
        let unit = |piece: &Piece| {
            let measure = measure(piece.word).filter(|measure| admits(piece, measure))?;
            Some(TitleUnit { word: piece.word.to_owned(), measure })
        };
        let (at, unit) = title.pieces.iter().enumerate().find_map(|(at, piece)| Some((at, unit(piece)?)))?;
        Some((title.without(at), unit))
    }

    /// What the title has in the place of a unit of money that nobody can read: `(万元左右)`, `(mn)`.
    pub fn unclear(title: &str) -> Option<String> {
        let title = unmarked(title);
        let pieces = Title::of(&title).pieces;
        pieces.iter().find(|piece| piece.bracketed && is_unclear(piece.word)).map(|piece| piece.word.to_owned())
    }

    /// The same for amounts of money, of which cents and dimes are parts.
    pub fn on_money(self) -> TitleUnit {
        let measure = match self.word.to_lowercase().as_str() {
            "分" => Measure::Amount(Decimal::new(1, 2), Some("CNY")),
            "角" => Measure::Amount(Decimal::new(1, 1), Some("CNY")),
            _ => self.measure,
        };
        TitleUnit { measure, ..self }
    }

    /// Whether it counts thousandths.
    pub fn is_permille(&self) -> bool {
        self.measure == Measure::Share(Unit::Permille)
    }

    /// Whether an amount below it is so many times the number that stands there.
    pub fn multiplies(&self) -> bool {
        matches!(self.measure, Measure::Amount(factor, _) | Measure::Things(factor) if factor != Decimal::ONE)
    }

    /// The time that it is, if it is one.
    pub fn time(&self) -> Option<Option<TimeUnit>> {
        if let Measure::Time(unit) = self.measure { Some(unit) } else { None }
    }

    /// Whether shares are written in another way than that of a field.
    pub fn contradicts(&self, bare: Bare) -> bool {
        match (&self.measure, bare) {
            (Measure::Share(_), Bare::Refused) | (Measure::Share(Unit::Percent), Bare::Percent) => false,
            (Measure::Share(_), _) => true,
            _ => false,
        }
    }

    /// Whether the numbers of a field may have it.
    pub fn suits(&self, plan: &FieldPlan) -> bool {
        match (plan.dimension(), &self.measure) {
            (Some(dimension), Measure::Share(_)) => dimension.percent,
            (Some(Dimension::TIME), Measure::Time(_)) | (Some(Dimension::MONEY), Measure::Amount(..)) => true,
            (Some(Dimension::MONEY), _) => matches!(self.word.as_str(), "分" | "角"),
            (Some(Dimension::POINTS), Measure::Points) => true,
            (Some(Dimension::POINTS), Measure::Time(_)) => self.word == "分",
            (Some(Dimension::NUMBER), Measure::Things(_) | Measure::Amount(_, None)) => plan.whole(),
            _ => false,
        }
    }
}

/// Whether it may be a unit of that measure. In no brackets it may well be none: `complaints/万单` are so many for each,
/// `top_k` and `orders_w` are names, and `reply_min` is as soon the least as so many minutes.
fn admits(piece: &Piece, measure: &Measure) -> bool {
    let sure = match measure {
        Measure::Amount(factor, None) | Measure::Things(factor) => *factor == Decimal::ONE,
        Measure::Time(unit) => !piece.word.eq_ignore_ascii_case("min") && *unit != Some(TimeUnit::Day),
        _ => true,
    };
    match piece.by {
        _ if piece.bracketed => true,
        Some('/' | '_' | ':') => sure,
        // Behind a blank or a dash stands many a word that is none.
        _ => matches!(measure, Measure::Amount(_, Some(_)) | Measure::Share(_)),
    }
}

fn measure(word: &str) -> Option<Measure> {
    let lower = word.to_lowercase();
    let known = |text: &str| UNIT_WORDS.iter().find(|known| known.word == text).map(|known| known.unit.clone());
    if let Some((_, unit)) = TIMES.iter().find(|(time, _)| *time == lower) {
        return Some(Measure::Time(*unit));
    }
    match lower.as_str() {
        "percent" | "pct" | "百分比" | "百分率" | "百分数" => return Some(Measure::Share(Unit::Percent)),
        "permille" | "千分比" | "千分率" => return Some(Measure::Share(Unit::Permille)),
        // A day of the month, and letters that stand for much.
        "日" | "d" | "m" => return None,
        "角" => return Some(Measure::Amount(Decimal::ONE, Some("CNY"))),
        _ => {}
    }
    match known(&lower) {
        Some(unit @ (Unit::Percent | Unit::Permille)) => return Some(Measure::Share(unit)),
        Some(Unit::Time(unit)) => return Some(Measure::Time(Some(unit))),
        Some(Unit::Point) => return Some(Measure::Points),
        _ => {}
    }
    let Amounts { factor, currency, things } = amounts(&lower)?;
    Some(if things { Measure::Things(factor) } else { Measure::Amount(factor, currency) })
}

/// Whether a piece that is no unit speaks of ten thousands or millions all the same.
fn is_unclear(word: &str) -> bool {
    const MUCH: [&str; 12] =
        ["m", "mm", "mn", "mil", "mio", "mln", "bn", "thousand", "million", "billion", "lakh", "crore"];
    let lower = word.to_lowercase();
    let latin = lower.split(|c: char| !c.is_ascii_alphabetic()).any(|part| MUCH.contains(&part.trim_end_matches('s')));
    let counts = ['千', '万', '亿', '萬', '億'].iter().any(|many| {
        let after = |(at, _): (usize, &str)| lower.get(at + many.len_utf8()..).and_then(|rest| rest.chars().next());
        let mut ends = lower.match_indices(*many).map(after);
        ends.any(|next| next.is_none_or(|next| matches!(next, '元' | '块' | '圆' | ' ')))
    });
    latin || counts
}
