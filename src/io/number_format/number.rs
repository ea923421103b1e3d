//! How a number is shown.

use super::Shown;
use super::lex::Token;
use super::section::Section;
use crate::quantity::{Decimal, Rounding, exact};

/// More decimals than these are shown by no program.
const MOST_DECIMALS: u32 = 28;

impl Section {
    /// How many decimals are shown; `None` where as many as there are.
    pub fn decimals(&self) -> Option<u32> {
        if self.tokens.iter().any(|token| matches!(token, Token::General | Token::Exponent | Token::Fraction)) {
            return None;
        }
        let behind = self.tokens.iter().skip_while(|token| **token != Token::Point);
        let digits = behind.filter(|token| matches!(token, Token::Digit(_))).count();
        u32::try_from(digits).ok().filter(|digits| *digits <= MOST_DECIMALS)
    }

    /// The figure whose digits are shown: of a percent its hundredfold, of thousands their thousandth.
    pub(super) fn figure(&self, value: Decimal) -> Option<Decimal> {
        let up = (0..self.percents()).try_fold(value, |figure, _| exact::mul(figure, Decimal::ONE_HUNDRED));
        let thousandth = exact::ulp(3)?;
        (0..self.thousands()).try_fold(up?, |figure, _| exact::mul(figure, thousandth))
    }

    /// The number that the shown digits say; `None` where that is not known. Spreadsheets round half away from 0,
    /// and of the 15 digits that they keep.
    pub fn rounded(&self, value: Decimal) -> Option<Decimal> {
        let Some(decimals) = self.decimals() else {
            return self.tokens.contains(&Token::General).then_some(value);
        };
        let figure = exact::round(self.figure(value)?, exact::ulp(decimals)?, Rounding::HalfUp)?;
        let down = exact::ulp(u32::try_from(self.percents() * 2).ok()?)?;
        let value = exact::mul(figure, down)?;
        (0..self.thousands()).try_fold(value, |value, _| exact::mul(value, Decimal::ONE_THOUSAND))
    }
}

impl Shown<'_> {
    /// How a number is shown; `None` where it is not by plain digits.
    pub fn show(&self, value: Decimal) -> Option<String> {
        let section = self.section;
        if section.numerals || section.tokens.iter().any(|t| matches!(t, Token::Exponent | Token::Fraction)) {
            return None;
        }
        let figure = section.figure(value.abs())?;
        let mut shown = String::new();
        if self.minus {
            shown.push('-');
        }
        let digits = Digits::new(section, figure)?;
        for (at, token) in section.tokens.iter().enumerate() {
            match token {
                Token::Literal(text) | Token::Currency(text, _) => shown.push_str(text),
                Token::Blank => shown.push(' '),
                Token::Percent => shown.push('%'),
                Token::General => shown.push_str(&figure.to_string()),
                Token::Digit(_) | Token::Point => shown.push_str(digits.at(at)),
                _ => {}
            }
        }
        Some(shown.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The digits of a figure on the places of a section.
struct Digits(Vec<String>);

impl Digits {
    fn new(section: &Section, figure: Decimal) -> Option<Self> {
        let mut places = vec![String::new(); section.tokens.len()];
        let Some(decimals) = section.decimals() else { return Some(Digits(places)) };
        let text = exact::round(figure, exact::ulp(decimals)?, Rounding::HalfUp)?.normalize().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let point = section.tokens.iter().position(|token| *token == Token::Point).unwrap_or(places.len());
        let is_digit = |at: &usize| matches!(section.tokens.get(*at), Some(Token::Digit(_)));
        let grouped = (0..point).any(|at| section.tokens.get(at) == Some(&Token::Comma) && !section.is_scaling(at));
        let before: Vec<usize> = (0..point).filter(is_digit).collect();
        let mut left: Vec<char> = whole.trim_start_matches('0').chars().collect();
        for (power, at) in before.iter().rev().enumerate() {
            let last = power + 1 == before.len();
            let mut place = String::new();
            // The first place takes all digits that are left.
            for power in power.. {
                let digit = left.pop();
                let filled = match (digit, section.tokens.get(*at)) {
                    (Some(digit), _) => Some(digit),
                    (None, Some(Token::Digit('0'))) if place.is_empty() => Some('0'),
                    (None, _) => None,
                };
                let Some(filled) = filled else { break };
                if grouped && power > 0 && power % 3 == 0 {
                    place.push(',');
                }
                place.push(filled);
                if !last || left.is_empty() {
                    break;
                }
            }
            let place: String = place.chars().rev().collect();
            if let Some(own) = places.get_mut(*at) {
                *own = place;
            }
        }
        let mut fraction = fraction.chars();
        for at in (point + 1..places.len()).filter(is_digit) {
            let filler = if section.tokens.get(at) == Some(&Token::Digit('0')) { "0" } else { "" };
            if let Some(own) = places.get_mut(at) {
                *own = fraction.next().map_or_else(|| filler.to_owned(), String::from);
            }
        }
        if let Some(own) = places.get_mut(point) {
            own.push('.');
        }
        Some(Digits(places))
    }

    fn at(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }
}
