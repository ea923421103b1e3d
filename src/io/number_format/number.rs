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
        let mut digits = Digits(vec![String::new(); section.tokens.len()]);
        let Some(decimals) = section.decimals() else { return Some(digits) };
        let text = exact::round(figure, exact::ulp(decimals)?, Rounding::HalfUp)?.normalize().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let point = section.tokens.iter().position(|token| *token == Token::Point).unwrap_or(section.tokens.len());
        digits.whole(section, point, whole.trim_start_matches('0'));
        digits.fraction(section, point, fraction);
        Some(digits)
    }

    /// The digits before the point, from the last one on; the first place takes all that are left.
    fn whole(&mut self, section: &Section, point: usize, whole: &str) {
        let grouped = (0..point).any(|at| section.tokens.get(at) == Some(&Token::Comma) && !section.is_scaling(at));
        let mut left = whole.chars().rev().enumerate().peekable();
        let mut places = self.places(section, 0..point).into_iter().rev().enumerate().peekable();
        while let Some((power, (at, filler))) = places.next() {
            let mut backwards = String::new();
            let mut put = |power: usize, digit: char| {
                if grouped && power > 0 && power.is_multiple_of(3) {
                    backwards.push(',');
                }
                backwards.push(digit);
            };
            match left.next() {
                Some((power, digit)) => put(power, digit),
                None if filler == '0' => put(power, '0'),
                None => {}
            }
            if places.peek().is_none() {
                left.by_ref().for_each(|(power, digit)| put(power, digit));
            }
            self.set(at, backwards.chars().rev().collect());
        }
    }

    /// The point and the digits behind it.
    fn fraction(&mut self, section: &Section, point: usize, fraction: &str) {
        self.set(point, ".".to_owned());
        let mut left = fraction.chars();
        for (at, filler) in self.places(section, point + 1..section.tokens.len()) {
            let digit = left.next().or((filler == '0').then_some('0'));
            self.set(at, digit.map_or_else(String::new, String::from));
        }
    }

    /// The places for digits in a part of a section, and what each is.
    fn places(&self, section: &Section, part: std::ops::Range<usize>) -> Vec<(usize, char)> {
        let place = |at: usize| match section.tokens.get(at) {
            Some(Token::Digit(filler)) => Some((at, *filler)),
            _ => None,
        };
        part.filter_map(place).collect()
    }

    fn set(&mut self, at: usize, text: String) {
        if let Some(place) = self.0.get_mut(at) {
            *place = text;
        }
    }

    fn at(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }
}
