//! Numbers in words: `三千元`, `百分之三十`, `三成`, `第一名`, `前三名`, `1万5`, `3k`.

use crate::quantity::{Decimal, exact, magnitude, spell_number};

/// The value of a number, where it fits 96 bits.
pub fn figure(text: &str) -> Option<Decimal> {
    let figures: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let mut value = Decimal::from_str_exact(&figures).ok()?;
    for factor in text.chars().filter_map(magnitude) {
        value = exact::mul(value, factor)?;
    }
    Some(value.normalize())
}

/// The value of a Chinese numeral, such as 三千五百 or 六十; `None` where the text is none.
pub fn numeral(text: &str) -> Option<Decimal> {
    const DIGITS: &str = "零一二三四五六七八九";
    let digit = |c: char| match c {
        '两' => Some(2),
        '〇' => Some(0),
        _ => DIGITS.chars().position(|known| known == c).and_then(|at| u64::try_from(at).ok()),
    };
    let (mut whole, mut section, mut last, mut scale) = (0_u64, 0_u64, None, 1_u64);
    let mut chars = text.chars().peekable();
    chars.peek()?;
    for c in chars {
        let factor = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => {
                // Digits one by one, as in 一二三, are no amount.
                if last.is_some_and(|digit| digit != 0) {
                    return None;
                }
                last = Some(digit(c)?);
                continue;
            }
        };
        if factor < 10_000 {
            section = section
                .checked_add(last.take().unwrap_or(u64::from(section == 0 && factor == 10)).checked_mul(factor)?)?;
        } else {
            let counted = section.checked_add(last.take().unwrap_or(0))?;
            whole = whole.checked_add(counted)?.checked_mul(factor)?;
            section = 0;
        }
        scale = factor;
    }
    // 一万五 is 15000, 三千五 is 3500.
    let rest = last.map_or(0, |digit| {
        if text.chars().count() > 2 && !text.contains(['零', '〇']) { digit * (scale / 10).max(1) } else { digit }
    });
    Some(Decimal::from(whole.checked_add(section)?.checked_add(rest)?))
}

/// A numeral, Chinese or of digits, as digits.
fn digits(text: &str) -> Option<String> {
    let plain = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    if plain { Some(text.to_owned()) } else { numeral(text).map(spell_number) }
}

/// What a name that is a number in words is written as: `三千元` as `3000元`, `三成` as `30%`, `第一名` as `1`.
pub fn spelt(name: &str) -> Option<String> {
    if let Some(percent) = name.strip_prefix("百分之") {
        return Some(format!("{}%", digits(percent)?));
    }
    if let Some(tenths) = name.strip_suffix('成').and_then(numeral) {
        return Some(format!("{}%", spell_number(exact::mul(tenths, Decimal::TEN)?)));
    }
    let end = name.find(|c: char| !"零〇一二两三四五六七八九十百千万亿".contains(c)).unwrap_or(name.len());
    let (figure, unit) = name.split_at(end);
    // 一 alone, and 十分, may be words.
    let whole = unit.is_empty() && figure.chars().count() > 1
        || !unit.is_empty() && super::piece::is_unit(unit) && figure.chars().count() > 1;
    whole.then(|| Some(format!("{}{unit}", spell_number(numeral(figure)?))))?
}

/// A place among people, as a word names it: `第一名`, `销售额排名前三`, `倒数第一`, `TOP3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// By what people are compared, where the word says so.
    pub subject: &'a str,
    /// How it compares with the place: `=` or `<=`.
    pub sign: &'static str,
    /// The place.
    pub number: String,
    /// Whether it is counted from the last one.
    pub from_last: bool,
}

/// The place that a word names; `None` where it names none.
pub fn place(word: &str) -> Option<Ranked<'_>> {
    const OPENERS: [(&str, &str, bool); 10] = [
        ("倒数第", "=", true),
        ("倒数前", "<=", true),
        ("倒数", "<=", true),
        ("最后", "=", true),
        ("第", "=", false),
        ("前", "<=", false),
        ("TOP", "<=", false),
        ("Top", "<=", false),
        ("top", "<=", false),
        ("最高", "=", false),
    ];
    OPENERS.iter().find_map(|(opener, sign, from_last)| {
        let (subject, rest) = word.split_once(opener)?;
        let subject = ["排名", "名次", "排行", "排在", "排", "的"]
            .iter()
            .fold(subject, |it, word| it.strip_suffix(word).unwrap_or(it));
        let figure = rest.trim_end_matches(['名', '位', '个']);
        let number = match (*opener, rest) {
            ("最高", "" | "者" | "的") if !subject.is_empty() => "1".to_owned(),
            ("最高", _) => return None,
            ("最后", "") => return None,
            _ => digits(figure.strip_prefix('的').unwrap_or(figure))?,
        };
        let sign = if number == "1" { "=" } else { *sign };
        Some(Ranked { subject, sign, number, from_last: *from_last })
    })
}

/// `1万5`, `3k`, `5千元`, `2百`: a number with a multiplier that is none here, as digits.
pub fn multiplied(number: &str, rest: &str) -> Option<String> {
    let mut value = Decimal::ZERO;
    let (mut counted, mut rest, mut factor) = (figure(number)?, rest, 1_u64);
    let mut parts = 0;
    while let Some((next, behind)) =
        [("万", 10_000), ("千", 1_000), ("百", 100), ("k", 1_000), ("K", 1_000), ("w", 10_000), ("W", 10_000)]
            .iter()
            .find_map(|(word, factor)| Some((*factor, rest.strip_prefix(word)?)))
    {
        (factor, parts) = (next, parts + 1);
        value = exact::add(value, exact::mul(counted, Decimal::from(factor))?)?;
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (more, behind) = behind.split_at(end);
        counted = if more.is_empty() { Decimal::ZERO } else { figure(more)? };
        rest = behind;
    }
    let rest = match rest {
        "块" | "块钱" | "元整" | "元钱" | "圆" => "元",
        rest => rest,
    };
    // 1万5 is 15000.
    let last = exact::mul(counted, Decimal::from(if counted < Decimal::TEN { factor / 10 } else { 1 }))?;
    let fits = parts > 0 && (rest.is_empty() || super::piece::is_unit(rest));
    fits.then(|| Some(format!("{}{rest}", spell_number(exact::add(value, last)?))))?
}

/// A text with the numeral in it as digits.
pub fn in_digits(text: &str) -> Option<String> {
    let is_numeral = |c: char| "零〇一二两三四五六七八九十百千万亿".contains(c);
    let start = text.find(is_numeral)?;
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !is_numeral(c)).unwrap_or(rest.len());
    let (figure, behind) = rest.split_at(end);
    Some(format!("{}{}{behind}", text.get(..start)?, spell_number(numeral(figure)?)))
}
