//! The code of a number format as tokens.

use crate::quantity::Decimal;

/// For which numbers a section is, where it says so: `[<=1]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    Below(Decimal),
    AtMost(Decimal),
    Above(Decimal),
    AtLeast(Decimal),
    Is(Decimal),
    IsNot(Decimal),
}

/// A section as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Raw {
    pub condition: Option<Condition>,
    pub tokens: Vec<Token>,
    /// Whether it has a colour of its own.
    pub coloured: bool,
    /// Whether digits are written as Chinese or other numerals.
    pub numerals: bool,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) enum Token {
    /// What stands for itself: quoted, behind `\` or `!`, or a character without a meaning.
    Literal(String),
    /// `[$¥-804]`: what is shown, and the locale.
    Currency(String, u32),
    /// `_x`, `*x`: room, no sign.
    Blank,
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+`, with the letter and sign as written.
    Exponent,
    /// `/` between digits.
    Fraction,
    General,
    /// `@`
    Text,
    /// `yyyy`, and `e` in the formats of East Asia.
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// `.00` behind seconds: so many digits.
    SubSecond(usize),
    /// `[h]`, `[m]`, `[s]`: all hours, minutes or seconds.
    Elapsed(char),
    /// `AM/PM`, `上午/下午`: what stands for the first half of a day and for the second.
    HalfDay(String, String),
    /// A day of the week, in English or Chinese, by so many letters.
    Weekday(char, usize),
}

impl Token {
    pub fn is_digits(&self) -> bool {
        matches!(self, Token::Digit(_) | Token::General)
    }

    pub fn is_moment(&self) -> bool {
        use Token::*;
        matches!(
            self,
            Year(_)
                | Month(_)
                | Day(_)
                | Hour(_)
                | Minute(_)
                | Second(_)
                | SubSecond(_)
                | Elapsed(_)
                | HalfDay(..)
                | Weekday(..)
        )
    }
}

/// How programs spell the format that shows a number as it is.
const GENERAL: [&str; 4] = ["General", "G/通用格式", "G/通用格式", "Standard"];
const HALF_DAYS: [&str; 4] = ["AM/PM", "上午/下午", "A/P", "午前/午後"];

/// The sections of a code.
pub(super) fn sections(code: &str) -> Vec<Raw> {
    let mut lexer = Lexer { rest: code, sections: vec![], raw: Raw::default() };
    while lexer.token().is_some() {}
    let last = std::mem::take(&mut lexer.raw);
    lexer.sections.push(last);
    lexer.sections
}

struct Lexer<'c> {
    rest: &'c str,
    sections: Vec<Raw>,
    raw: Raw,
}

impl<'c> Lexer<'c> {
    fn token(&mut self) -> Option<()> {
        let first = self.rest.chars().next()?;
        if let Some(token) = self.word() {
            self.raw.tokens.push(token);
            return Some(());
        }
        match first {
            '"' => {
                let inner = self.rest.get(1..).unwrap_or_default();
                let (literal, rest) = inner.split_once('"').unwrap_or((inner, ""));
                self.rest = rest;
                self.literal(literal);
            }
            '[' => self.bracket(),
            '\\' | '!' => {
                self.skip(first);
                self.one_literal();
            }
            '_' | '*' => {
                self.skip(first);
                if let Some(room) = self.rest.chars().next() {
                    self.skip(room);
                }
                self.raw.tokens.push(Token::Blank);
            }
            ';' => {
                self.skip(first);
                let section = std::mem::take(&mut self.raw);
                self.sections.push(section);
            }
            _ => self.letter(first),
        }
        Some(())
    }

    /// `General`, `AM/PM`.
    fn word(&mut self) -> Option<Token> {
        let rest = self.rest;
        let starts = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if let Some(word) = GENERAL.iter().find(|word| starts(word)) {
            self.rest = self.rest.get(word.len()..).unwrap_or_default();
            return Some(Token::General);
        }
        let word = HALF_DAYS.iter().find(|word| starts(word))?;
        let (written, rest) = self.rest.split_at_checked(word.len())?;
        let (morning, evening) = written.split_once('/')?;
        self.rest = rest;
        Some(Token::HalfDay(morning.to_owned(), evening.to_owned()))
    }

    fn letter(&mut self, first: char) {
        let token = match first.to_ascii_lowercase() {
            '0' | '#' | '?' => Token::Digit(first),
            '.' if self.behind_seconds() => {
                self.skip(first);
                return self.sub_second();
            }
            '.' => Token::Point,
            ',' => Token::Comma,
            '%' => Token::Percent,
            '@' => Token::Text,
            'e' if self.rest.get(1..).is_some_and(|rest| rest.starts_with(['+', '-'])) => {
                self.skip(first);
                Token::Exponent
            }
            '/' if matches!(self.raw.tokens.last(), Some(Token::Digit(_))) => Token::Fraction,
            'y' | 'm' | 'd' | 'h' | 's' | 'e' | 'g' | 'b' | 'a' => return self.run(first),
            _ => return self.one_literal(),
        };
        self.skip(first);
        self.raw.tokens.push(token);
    }

    /// `yyyy`: one letter several times.
    fn run(&mut self, first: char) {
        let same = |c: char| c.eq_ignore_ascii_case(&first);
        let end = self.rest.find(|c| !same(c)).unwrap_or(self.rest.len());
        let token = match first.to_ascii_lowercase() {
            'y' => Token::Year(end),
            'e' => Token::Year(4),
            'm' => Token::Month(end),
            unit @ ('d' | 'a') if end > 2 => Token::Weekday(unit, end),
            'd' => Token::Day(end),
            'h' => Token::Hour(end),
            's' => Token::Second(end),
            // An era: of no use without its year, which `e` shows.
            'g' => Token::Blank,
            _ => return self.one_literal(),
        };
        self.rest = self.rest.get(end..).unwrap_or_default();
        self.raw.tokens.push(token);
    }

    fn behind_seconds(&self) -> bool {
        let seconds = matches!(self.raw.tokens.last(), Some(Token::Second(_) | Token::Elapsed('s')));
        seconds && self.rest.get(1..).is_some_and(|rest| rest.starts_with('0'))
    }

    fn sub_second(&mut self) {
        let digits = self.rest.find(|c| c != '0').unwrap_or(self.rest.len());
        self.rest = self.rest.get(digits..).unwrap_or_default();
        self.raw.tokens.push(Token::SubSecond(digits));
    }

    /// `[Red]`, `[<=1]`, `[h]`, `[$¥-804]`, `[DBNum1]`.
    fn bracket(&mut self) {
        let Some((inside, rest)) = self.rest.get(1..).and_then(|inner| inner.split_once(']')) else {
            return self.one_literal();
        };
        self.rest = rest;
        let lower = inside.to_ascii_lowercase();
        if let Some(money) = inside.strip_prefix('$') {
            let (sign, locale) = money.rsplit_once('-').unwrap_or((money, ""));
            let locale = u32::from_str_radix(locale, 16).unwrap_or_default();
            self.raw.tokens.push(Token::Currency(sign.to_owned(), locale & 0xffff));
        } else if let Some(condition) = condition(inside) {
            self.raw.condition = Some(condition);
        } else if let Some(unit) = elapsed(&lower) {
            self.raw.tokens.push(Token::Elapsed(unit));
        } else if lower.starts_with("dbnum") || lower.starts_with("natnum") {
            self.raw.numerals = true;
        } else {
            self.raw.coloured = true;
        }
    }

    fn one_literal(&mut self) {
        if let Some(first) = self.rest.chars().next() {
            self.skip(first);
            self.literal(first.encode_utf8(&mut [0; 4]));
        }
    }

    fn literal(&mut self, text: &str) {
        match self.raw.tokens.last_mut() {
            Some(Token::Literal(literal)) => literal.push_str(text),
            _ => self.raw.tokens.push(Token::Literal(text.to_owned())),
        }
    }

    fn skip(&mut self, first: char) {
        self.rest = self.rest.get(first.len_utf8()..).unwrap_or_default();
    }
}

fn condition(inside: &str) -> Option<Condition> {
    let end = inside.find(|c| !matches!(c, '<' | '>' | '=')).unwrap_or(inside.len());
    let (sign, bound) = inside.split_at_checked(end)?;
    let bound = bound.trim();
    let bound = bound.parse::<Decimal>().or_else(|_| Decimal::from_scientific(bound)).ok()?.normalize();
    match sign {
        "<" => Some(Condition::Below(bound)),
        "<=" => Some(Condition::AtMost(bound)),
        ">" => Some(Condition::Above(bound)),
        ">=" => Some(Condition::AtLeast(bound)),
        "=" => Some(Condition::Is(bound)),
        "<>" => Some(Condition::IsNot(bound)),
        _ => None,
    }
}

fn elapsed(lower: &str) -> Option<char> {
    let unit = lower.chars().next().filter(|unit| matches!(unit, 'h' | 'm' | 's'))?;
    lower.chars().all(|c| c == unit).then_some(unit)
}
