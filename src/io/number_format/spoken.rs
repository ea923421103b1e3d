//! A number together with what its format says beside it, as it would stand in a text: `26.5小时`, `98.5%`, `1.5万`.

use super::Shown;
use super::lex::Token;
use crate::quantity::{Decimal, exact};

/// Locales in which `¥` is the sign of another currency than the yuan, or `$` of another than the dollar of the
/// United States; the languages and codes of Microsoft's list (MS-LCID).
const SIGNS: [(u32, &str, &str); 9] = [
    (0x0411, "¥", "JPY"),
    (0x0404, "$", "TWD"),
    (0x0c04, "$", "HKD"),
    (0x1004, "$", "SGD"),
    (0x1404, "$", "MOP"),
    (0x0c09, "$", "AUD"),
    (0x1009, "$", "CAD"),
    (0x0409, "$", "USD"),
    (0x0804, "¥", "CNY"),
];

/// What multiplies by the power of ten that the commas of a section divide by.
const MULTIPLIERS: [&str; 17] =
    ["百万", "千万", "十亿", "千", "万", "亿", "k", "K", "M", "m", "mn", "bn", "B", "b", "T", "t", "G"];

impl Shown<'_> {
    /// A number with all that it holds, and the words that its format puts beside it. `None` where the format shows
    /// another sign than the number has, so that nobody sees what it holds.
    pub fn spoken(&self, value: Decimal) -> Option<String> {
        if !self.sign_fits(value) {
            return None;
        }
        let tokens = &self.section.tokens;
        let first = tokens.iter().position(Token::is_digits)?;
        let last = tokens.iter().rposition(Token::is_digits)?;
        let inside = tokens.get(first..last)?.iter().any(|token| matches!(token, Token::Literal(t) if is_word(t)));
        if inside {
            // `0"时"00"分"`, `0"万"0000`: the digits do not stand together, and what they do not say is not read.
            return self.show(value).filter(|_| self.section.rounded(value) == Some(value));
        }
        let scaled = self.section.thousands() > 0;
        let percents = 0..self.section.percents();
        let figure =
            percents.into_iter().try_fold(value.abs(), |figure, _| exact::mul(figure, Decimal::ONE_HUNDRED))?;
        let mut text = words(tokens.get(..first)?, false);
        space(&mut text);
        text.push_str(&figure.normalize().to_string());
        let behind = words(tokens.get(last + 1..)?, scaled);
        if behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            text.push(' ');
        }
        text.push_str(&behind);
        let text = text.trim();
        Some(if value.is_sign_negative() && !value.is_zero() { format!("-{text}") } else { text.to_owned() })
    }

    /// What is shown where there is no digit.
    pub fn words(&self) -> String {
        self.section.show_words()
    }

    /// Whether a person can tell the sign: a minus, parentheses, a mark or a colour where there is one, and none where not.
    fn sign_fits(&self, value: Decimal) -> bool {
        let section = self.section;
        let before = section.tokens.iter().take_while(|token| !token.is_digits());
        let marks = before.filter_map(|token| match token {
            Token::Literal(text) if !is_word(text) => Some(text.as_str()),
            _ => None,
        });
        let marked = |signs: &[char]| marks.clone().any(|mark| mark.contains(signs));
        if value.is_zero() {
            true
        } else if value.is_sign_negative() {
            self.minus || section.coloured || marks.clone().any(|mark| !mark.trim().is_empty())
        } else {
            !marked(&['-', '\u{2212}', '('])
        }
    }
}

impl super::section::Section {
    fn show_words(&self) -> String {
        let part = |token: &Token| match token {
            Token::Literal(text) | Token::Currency(text, _) => Some(text.clone()),
            Token::Blank => Some(" ".to_owned()),
            Token::Percent => Some("%".to_owned()),
            _ => None,
        };
        let shown: String = self.tokens.iter().filter_map(part).collect();
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The words among tokens beside the digits; arrows, dashes, brackets and room say nothing that has to be read.
fn words(tokens: &[Token], scaled: bool) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Literal(literal) => {
                let said: String = literal.chars().map(|c| if is_said(c) { c } else { ' ' }).collect();
                text.push_str(if scaled { without_multiplier(&said) } else { &said });
            }
            Token::Currency(sign, locale) => text.push_str(currency(sign, *locale)),
            Token::Percent => text.push('%'),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn space(text: &mut String) {
    if text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        text.push(' ');
    }
}

/// `万元` behind digits that are divided: `元`.
fn without_multiplier(text: &str) -> &str {
    let text = text.trim_start();
    let found = MULTIPLIERS.iter().filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len());
    match found {
        Some(rest) if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) => rest,
        _ => text,
    }
}

/// The currency of a sign in a locale, where it tells more than the sign.
fn currency(sign: &str, locale: u32) -> &str {
    let plain = match sign {
        "￥" => "¥",
        "＄" => "$",
        sign => sign,
    };
    let found = SIGNS.iter().find(|(own, known, _)| *own == locale && *known == plain);
    found.map_or(sign, |(_, _, code)| code)
}

fn is_word(text: &str) -> bool {
    text.chars().any(is_said)
}

/// Letters, digits, signs of currencies and of percent.
fn is_said(c: char) -> bool {
    let money = matches!(c, '$' | '¢'..='¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '＄' | '￠' | '￡' | '￥' | '￦');
    c.is_alphanumeric() || money || matches!(c, '%' | '‰' | '％')
}
