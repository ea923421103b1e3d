//! Numbers as exports write them, and what to say of those that are read in two ways.

use super::Fault;
use crate::quantity::{Decimal, exact, magnitude};

/// The most digits that surely fit a [`Decimal`].
const MOST_DIGITS: usize = 28;

/// A number at the start of a normal text and what follows it.
pub(super) struct Amount<'a> {
    /// The number, `万` and `亿` counted in.
    pub value: Decimal,
    /// The rest, without blanks around it.
    pub rest: &'a str,
}

/// `-1,234.50`, `1.5万`, `.5`, with whatever stands behind.
pub(super) fn amount(text: &str) -> Result<Amount<'_>, Fault> {
    let (signed, (negative, text)) = (text, sign(text));
    let whole_end = text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(text.len());
    let (whole, rest) = text.split_at(whole_end);
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())),
        None => ("", rest),
    };
    let no_digits = whole.is_empty() && fraction.is_empty();
    if no_digits
        || whole.starts_with(',')
        || text.len() > rest.len() && text.as_bytes().get(text.len() - rest.len() - 1) == Some(&b'.')
    {
        return Err(Fault::new(""));
    }
    if !groups_right(whole) {
        return Err(groups_wrong(signed, whole, fraction));
    }
    let value = decimal(whole, fraction, negative).ok_or(Fault::new("digits"))?;
    let written = text.get(..text.len() - rest.len()).unwrap_or_default();
    if let Some((value, rest)) = scientific(written, rest) {
        let value = value.ok_or(Fault::new("digits"))?;
        return Ok(Amount { value: if negative { -value } else { value }, rest });
    }
    let (value, rest) = multiplied(value, rest.trim_start())?;
    Ok(Amount { value, rest })
}

/// `5.0E-4`, `1.23456785E7`, `5e-05`, as programs write a double that is exact to its last digit. A spreadsheet shows
/// `1.23E+07` and `5.00E-04` of what it cut, and `1e5` may be no number at all.
fn scientific<'a>(number: &str, rest: &'a str) -> Option<(Option<Decimal>, &'a str)> {
    let power = rest.strip_prefix(['e', 'E'])?;
    let digits = power.strip_prefix('-').unwrap_or(power);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (negative, small) = (power.len() > digits.len(), rest.starts_with('e'));
    let shown = negative && !small && end > 1;
    if end == 0 || shown || !(number.contains('.') || (negative && small)) {
        return None;
    }
    let (power, rest) = rest.split_at_checked(rest.len() - digits.len() + end)?;
    let value = exponent(&format!("{number}{}", power.to_ascii_lowercase()))?;
    Some((value, rest.trim_start()))
}

/// Strips a sign: ASCII, or the minus sign of typesetters.
pub(super) fn sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return (true, rest.trim_start());
    }
    (false, text.strip_prefix('+').map_or(text, str::trim_start))
}

/// `1,234,567`; without a comma always. Nobody begins the thousands with a 0.
fn groups_right(whole: &str) -> bool {
    if !whole.bytes().any(|byte| byte == b',') {
        return true;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    rest.peek().is_none() || (leads && rest.all(|group| group.len() == 3))
}

/// Whether a cell is a number with one comma, which separates thousands where no other cell says otherwise.
pub(in crate::io) fn is_one_group(text: &str) -> bool {
    digits_with_commas(text).is_some_and(|whole| whole.matches(',').count() == 1 && groups_right(whole))
}

/// Whether a cell is a number whose comma can only be a decimal one: `0,985`, `1.234,50`; between semicolons `12,5` too.
pub(in crate::io) fn has_decimal_comma(text: &str, semicolons: bool) -> bool {
    let one =
        |whole: &str| whole.matches(',').count() == 1 && !groups_right(whole) && (semicolons || whole.starts_with('0'));
    digits_with_commas(text).is_some_and(one) || (text.contains(',') && pointed_groups(text).is_some())
}

/// Whether a cell is a number whose one point may separate thousands, as in `1.000`.
pub(in crate::io) fn is_one_pointed_group(text: &str) -> bool {
    digits_with_point(text).is_some_and(is_pointed)
}

/// Whether a cell is a number whose point can only be a decimal one: `12.50`, `0.985`, `1,234.500`.
pub(in crate::io) fn has_decimal_point(text: &str) -> bool {
    let comma_before = text.split_once('.').is_some_and(|(whole, _)| whole.contains(','));
    digits_with_point(text).is_some_and(|number| comma_before || !is_pointed(number))
}

/// The digits of a number with its one point, whatever stands around it.
fn digits_with_point(text: &str) -> Option<&str> {
    let digits = text.get(text.find(|c: char| c.is_ascii_digit())?..)?;
    let end = digits.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(digits.len());
    let number = digits.get(..end)?;
    let after = number.split_once('.').is_some_and(|(_, fraction)| fraction.contains(','));
    (number.matches('.').count() == 1 && !after).then(|| number.rsplit(',').next().unwrap_or(number))
}

/// `1.000` without its needless zeros, and `1.234` with one more: so they are no thousands.
pub(in crate::io) fn as_decimal(text: &str) -> String {
    let Some(number) = digits_with_point(text) else { return text.to_owned() };
    let plain = match number.ends_with('0') {
        true => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => format!("{number}0"),
    };
    text.replace(number, &plain)
}

/// The digits and commas of a number that has no point, whatever stands around it.
fn digits_with_commas(text: &str) -> Option<&str> {
    let digits = text.get(text.find(|c: char| c.is_ascii_digit())?..)?;
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    (!rest.starts_with('.')).then_some(whole)
}

/// One comma and no point: perhaps, or surely, it is a point.
fn groups_wrong(text: &str, whole: &str, fraction: &str) -> Fault {
    let fault = |variant| Fault::new(variant).hint(text.replace(',', ""));
    match (whole.matches(',').count(), fraction) {
        (1, "") if whole.ends_with(',') => Fault::new(""),
        (1, "") if whole.starts_with('0') => fault("decimal-comma").arg("point", text.replace(',', ".")),
        (1, "") => fault("comma").arg("point", text.replace(',', ".")),
        _ => fault("groups"),
    }
}

fn decimal(whole: &str, fraction: &str, negative: bool) -> Option<Decimal> {
    let fraction = fraction.trim_end_matches('0');
    let whole = whole.trim_start_matches(['0', ',']);
    if whole.len() + fraction.len() > MOST_DIGITS {
        return None;
    }
    let digits = whole.bytes().chain(fraction.bytes()).filter(|byte| *byte != b',');
    let mantissa = digits.fold(0_i128, |sum, byte| sum * 10 + i128::from(byte - b'0'));
    let scale = u32::try_from(fraction.len()).ok()?;
    let signed = if negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, scale).ok().map(|value| value.normalize())
}

fn multiplied(value: Decimal, rest: &str) -> Result<(Decimal, &str), Fault> {
    let mut letters = rest.chars();
    let Some(factor) = letters.next().and_then(magnitude) else { return Ok((value, rest)) };
    let value = exact::mul(value, factor).ok_or(Fault::new("digits"))?;
    Ok((value, letters.as_str().trim_start()))
}

/// Why a text that looks much like a number is none, with what to write: `1e5`, `(5.00)`, `2W`, `#DIV/0!`.
pub(super) fn explain(text: &str) -> Fault {
    let lower = text.to_ascii_lowercase();
    if text.starts_with('#') {
        return Fault::new("formula");
    }
    if ["nan", "inf", "-inf", "infinity", "-infinity", "null", "none"].contains(&lower.as_str()) {
        return Fault::new("nan");
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && amount(inner).is_ok()
    {
        return Fault::new("parentheses").hint(format!("-{inner}"));
    }
    if let Some(number) = lower.strip_suffix('w').filter(|number| is_number(number)) {
        return Fault::new("letter").hint(format!("{number}万"));
    }
    if let Some(number) = lower.strip_suffix('k').and_then(|number| amount(number).ok()).filter(|n| n.rest.is_empty()) {
        let thousands = exact::mul(number.value, Decimal::ONE_THOUSAND).unwrap_or(number.value);
        return Fault::new("letter").hint(thousands.to_string());
    }
    if let Some(number) = pointed_groups(text) {
        if !text.contains(',') {
            return Fault::new("points").hint(number);
        }
        return Fault::new("decimal-comma").arg("point", number.clone()).hint(number);
    }
    match exponent(&lower) {
        Some(Some(number)) => Fault::new("exponent").hint(number.to_string()),
        Some(None) => Fault::new("digits"),
        None => Fault::new(""),
    }
}

/// `1.234,56` and `1.234.567`: points between thousands, a comma for the point.
fn pointed_groups(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once(',').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let groups = whole.replace('.', ",");
    let fits = groups_right(sign(&groups).1)
        && groups.matches(',').count() + usize::from(fraction.is_some()) > 1
        && fraction.is_none_or(|fraction| fraction.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = whole.replace('.', "");
    let number = fraction.map_or_else(|| digits.clone(), |fraction| format!("{digits}.{fraction}"));
    (fits && is_number(&number)).then_some(number)
}

/// `50.000`: fifty thousand for who writes so.
pub(super) fn is_pointed(text: &str) -> bool {
    let (_, text) = sign(text);
    text.split_once('.').is_some_and(|(whole, rest)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let group = rest.get(..3).is_some_and(digits) && !rest.get(3..4).is_some_and(digits);
        group && (1..=3).contains(&whole.len()) && digits(whole) && !whole.starts_with('0')
    })
}

/// `1e5`: the number where it can be written out, `Some(None)` where it is too great.
fn exponent(lower: &str) -> Option<Option<Decimal>> {
    let (number, power) = lower.split_once('e')?;
    let power: i32 = power.parse().ok()?;
    let number = amount(number).ok().filter(|amount| amount.rest.is_empty())?;
    let factor = match u32::try_from(power) {
        Ok(power) => 10_i128.checked_pow(power).and_then(|factor| Decimal::try_from_i128_with_scale(factor, 0).ok()),
        Err(_) => exact::ulp(power.unsigned_abs()),
    };
    Some(factor.and_then(|factor| exact::mul(number.value, factor)))
}

/// `1.23E+11`, as a spreadsheet shows a long number in a narrow column; `1.23E11`, as a program writes a double.
pub(super) fn is_scientific(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, power) = match (text.split_once("E+"), text.split_once(['E', 'e'])) {
        (Some(parts), _) => parts,
        (None, Some((number, power))) if number.contains('.') => (number, power),
        _ => return false,
    };
    digits(power) && digits(&number.replacen('.', "", 1))
}

/// A JSON number, which may have an exponent, written out without needless zeros: `1001.0` is 1001.
pub(in crate::io) fn written_out(number: &str) -> String {
    match exponent(&number.to_ascii_lowercase()) {
        Some(Some(value)) => value.normalize().to_string(),
        None if number.contains('.') => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        _ => number.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    amount(text).is_ok_and(|amount| amount.rest.is_empty())
}
