//! Bare numbers below a title that names a unit: in which unit they are, and where that contradicts the policy.

use std::borrow::Cow;

use super::number::amount;
use super::plan::FieldPlan;
use super::title::{Measure, TitleUnit};
use super::{Fault, normal};
use crate::diagnostic::Arg;
use crate::ir::Bare;
use crate::quantity::{Decimal, Dimension, Tongue, Unit, exact};

/// How a cell has ten thousands.
const WAN: &str = "万";

/// What the title of a column says of the bare numbers in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::io) struct Headed {
    how: How,
    /// The title, and the unit as it stands there.
    title: String,
    word: String,
    /// A number with the unit as a cell has it: so many times the number, and what stands behind it.
    factor: Decimal,
    suffix: String,
    /// Whether it is a unit of shares, or of so many times a currency: of which a cell can have another.
    shares: bool,
    amounts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum How {
    /// Nothing that the policy does not say.
    #[default]
    Silent,
    /// In which unit they are; how that is told, where the policy does not name the title, or much hangs on it.
    Read(Option<&'static str>),
    /// Another unit than the policy says: the variant of the text.
    Against(&'static str),
    /// A unit that is not read, or a currency that is not paid in.
    Foreign(&'static str),
    /// Perhaps a unit, which nobody can read.
    Unclear,
}

impl Headed {
    /// What the title of a field's column says. `named` is where the policy has it in a `from`, `own` where it is the name
    /// or the title of the field, under which results stand in the field's own unit.
    pub fn of(plan: &FieldPlan, title: &str, named: bool, own: bool) -> Self {
        let found = TitleUnit::of(title).map(|(_, unit)| unit);
        let Some(unit) = found.clone().filter(|unit| unit.suits(plan)) else {
            return if found.is_none() { Headed::unclear(plan, title) } else { Headed::default() };
        };
        let is_money = plan.dimension() == Some(Dimension::MONEY);
        let contradicts = unit.contradicts(plan.field.bare);
        let TitleUnit { word, measure } = if is_money { unit.on_money() } else { unit };
        let (factor, suffix) = in_cell(&measure, &word);
        let told = (!named && !own).then_some("title");
        let how = match (&measure, plan.field.bare) {
            (Measure::Share(_) | Measure::Time(Some(_)), _) if plan.foreign => How::Read(None),
            (Measure::Share(_), Bare::Refused) => How::Read(told),
            (Measure::Share(_), _) if contradicts => How::Against("title-share"),
            (Measure::Time(None), _) => How::Foreign("title-unknown"),
            (Measure::Time(Some(unit)), _) if *unit != plan.slot.time_unit && plan.is_time() => {
                How::Against("title-time")
            }
            (Measure::Amount(_, Some(code)), _) if !pays_in(plan.currency, code, &word) => {
                How::Foreign("title-currency")
            }
            (Measure::Amount(factor, _) | Measure::Things(factor), _) if *factor != Decimal::ONE => {
                match own && !plan.foreign {
                    true => How::Against("title-own"),
                    false => How::Read(told.or(Some("title-scale"))),
                }
            }
            _ => How::Silent,
        };
        let shares = matches!(measure, Measure::Share(_));
        let amounts = factor != Decimal::ONE || suffix == WAN;
        Headed { how, title: title.trim().to_owned(), word, factor, suffix, shares, amounts }
    }

    /// What a title says that may name a unit of amounts, though nobody knows which.
    fn unclear(plan: &FieldPlan, title: &str) -> Self {
        let counts = plan.dimension() == Some(Dimension::MONEY) || plan.whole();
        match TitleUnit::unclear(title).filter(|_| counts) {
            Some(word) => Headed { how: How::Unclear, title: title.trim().to_owned(), word, ..Headed::default() },
            None => Headed::default(),
        }
    }

    /// The same of a unit in a row of its own, which no `from` can name.
    pub fn apart(self) -> Self {
        let how = match self.how {
            How::Read(Some(_)) => How::Read(Some("title-scale")),
            how => how,
        };
        Headed { how, ..self }
    }

    /// Whether bare digits below the title are what they would be without it.
    pub fn is_silent(&self) -> bool {
        self.how == How::Silent && !self.amounts
    }

    /// Whether bare numbers are percents since the title says so, and nothing else.
    pub fn is_percent(&self, plan: &FieldPlan) -> bool {
        matches!(self.how, How::Read(_)) && self.suffix == "%" && !plan.foreign
    }

    /// The text of a cell with the unit that the title names; of one that names its unit itself, as it is.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.how {
            How::Read(_) => self.with_unit(text).map_or(Cow::Borrowed(text), Cow::Owned),
            _ => Cow::Borrowed(text),
        }
    }

    /// The text of a cell as it may stand under another title.
    pub fn elsewhere<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let apart = match self.how {
            How::Silent | How::Unclear => None,
            How::Foreign(_) if is_bare(text) => Some(format!("{}{}", text.trim(), self.word)),
            _ => self.with_unit(text),
        };
        apart.map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Whether the text of a cell is read as so many times the number in it.
    pub fn multiplies(&self, text: &str) -> bool {
        self.amounts && matches!(self.how, How::Read(_)) && is_bare(text)
    }

    /// How it is told that a cell is read by its title, or by itself against its title.
    pub fn told(&self, text: &str) -> Option<&'static str> {
        match self.how {
            _ if self.is_against_cell(text) => Some("title-cell"),
            How::Read(told) if is_bare(text) => told,
            How::Unclear if is_bare(text) => Some("title-unclear"),
            _ => None,
        }
    }

    /// Whether a cell names a unit of its own, which is another than that of the title.
    fn is_against_cell(&self, text: &str) -> bool {
        if !self.shares && !self.amounts {
            return false;
        }
        let text = normal(text);
        let last = text.trim().chars().last();
        match (self.shares, last) {
            (true, Some('%' | '‰')) => !text.trim().ends_with(&self.suffix),
            (false, Some('元' | '块' | '亿')) => !text.contains(WAN) || self.suffix != WAN,
            _ => false,
        }
    }

    /// The title, and the unit in it.
    pub fn title(&self) -> (&str, &str) {
        (&self.title, &self.word)
    }

    /// Why an amount with the sign of a currency is not read below a title that makes more of a number: `¥12.5` below `(万元)`
    /// may be either. A word that was written behind the number says it; one that only a format shows does not.
    pub fn signed(&self, text: &str, of_format: bool) -> Option<Fault> {
        let text = normal(text);
        let text = text.trim();
        let behind = text.trim_end_matches(['元', '块', '圆']);
        let number = behind.trim_start_matches(|c: char| {
            matches!(c, '-' | '+' | ' ') || !c.is_ascii() || c.is_ascii_alphabetic() || c == '$'
        });
        let signed = number.len() < behind.trim_start_matches(['-', '+', ' ']).len();
        let worded = of_format && behind.len() < text.len();
        if !self.amounts || !is_bare(number) || !(signed || worded) {
            return None;
        }
        let minus = if behind.contains('-') { "-" } else { "" };
        let written = self.with_unit(&format!("{minus}{number}"))?;
        Some(Fault::new("title-sign").arg("title", self.title.as_str()).arg("unit", self.word.as_str()).hint(written))
    }

    /// Why a bare number is not read: its title says another thing than the policy. `means` spells what it would be.
    pub fn against(&self, plan: &FieldPlan, text: &str, means: impl FnOnce(&str) -> Option<Arg>) -> Option<Fault> {
        let (How::Against(variant) | How::Foreign(variant)) = self.how else { return None };
        if !is_bare(text) {
            return None;
        }
        let written = self.with_unit(text).unwrap_or_default();
        let means = means(&written).unwrap_or_else(|| Arg::from(written.as_str()));
        let fault = Fault::new(variant).arg("title", self.title.as_str()).arg("unit", self.word.as_str());
        let symbol = Unit::of(&self.suffix).and_then(Unit::time).map_or("", |unit| unit.symbol());
        Some(fault.arg("own", own_unit(plan)).arg("symbol", symbol).arg("means", means).hint(written))
    }

    fn with_unit(&self, text: &str) -> Option<String> {
        if !is_bare(text) {
            return None;
        }
        let number = normal(text);
        if self.factor == Decimal::ONE {
            return Some(format!("{}{}", number.trim(), self.suffix));
        }
        let number = amount(number.trim()).ok().filter(|amount| amount.rest.is_empty())?;
        Some(format!("{}{}", exact::mul(number.value, self.factor)?.normalize(), self.suffix))
    }
}

/// How a cell has a number with that unit.
fn in_cell(measure: &Measure, word: &str) -> (Decimal, String) {
    let tongue = if word.is_ascii() { Tongue::En } else { Tongue::Zh };
    match measure {
        Measure::Share(unit) => (Decimal::ONE, unit.word(tongue).to_owned()),
        Measure::Time(Some(unit)) => (Decimal::ONE, Unit::Time(*unit).word(tongue).to_owned()),
        Measure::Amount(factor, _) | Measure::Things(factor) if *factor == Decimal::from(10_000) => {
            (Decimal::ONE, WAN.into())
        }
        Measure::Amount(factor, _) | Measure::Things(factor) => (*factor, String::new()),
        Measure::Time(None) | Measure::Points => (Decimal::ONE, String::new()),
    }
}

/// In which unit the policy has bare numbers.
fn own_unit(plan: &FieldPlan) -> Arg {
    match plan.field.bare {
        Bare::Percent => Arg::from("%"),
        Bare::Fraction => Arg::Term("fraction"),
        Bare::Time(unit) => Arg::from(unit.symbol()),
        _ if plan.is_time() => Arg::from(plan.slot.time_unit.symbol()),
        _ => Arg::from(plan.currency),
    }
}

/// Whether a word for a currency means the one that is paid in: `元` and `$` are those of several places.
fn pays_in(currency: &str, code: &str, word: &str) -> bool {
    let yuan = word.ends_with('元') && code == "CNY" && matches!(currency, "TWD" | "HKD" | "MOP" | "SGD");
    let dollar = word == "$" && matches!(currency, "AUD" | "CAD" | "HKD" | "NZD" | "SGD" | "TWD");
    let yen = word == "¥" && currency == "JPY";
    code == currency || yuan || dollar || yen
}

/// Whether a cell holds a number and names no unit.
fn is_bare(text: &str) -> bool {
    let text = normal(text);
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '+' | '-' | '\u{2212}' | 'e' | 'E' | ' ');
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(plain)
}
