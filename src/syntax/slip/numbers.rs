//! Numbers and units as people write them.

use super::piece::is_unit;
use super::{Piece, numerals};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Read, TimeUnit, Tongue, Unit, UnitWord, is_magnitude};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words that need a number behind them.
const NEEDY: [Keyword; 7] = [
    Keyword::Weight,
    Keyword::OutOf,
    Keyword::Decimals,
    Keyword::AtLeast,
    Keyword::AtMost,
    Keyword::FullMarks,
    Keyword::Default,
];

/// How many bytes of the unit that a text begins with; 0 where it begins with none.
pub fn unit_length(text: &str) -> usize {
    let figure = text.len() - text.trim_start_matches(|c| c == ' ' || is_magnitude(c)).len();
    let unit = text.get(figure..).unwrap_or("");
    let word = unit.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(unit.len());
    let latin = unit.get(..word).filter(|word| !word.is_empty());
    let length = match latin {
        Some(latin) => {
            if is_unit(latin) {
                word
            } else {
                0
            }
        }
        None => UnitWord::begins(unit, |known| known.read == Read::Behind).map_or(0, |(known, _)| known.word.len()),
    };
    if length == 0 { text.get(..figure).map_or(0, |figure| figure.trim_end().len()) } else { figure + length }
}

/// `08`
pub fn leading_zero(span: Span, text: &str) -> Option<Diagnostic> {
    let shorter = text.trim_start_matches('0');
    let needless = text.starts_with('0') && text.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let shorter =
        if shorter.starts_with(|c: char| c.is_ascii_digit()) { shorter.to_owned() } else { format!("0{shorter}") };
    needless.then(|| {
        Diagnostic::new(Code::LeadingZero, span)
            .arg("number", text)
            .arg("wanted", shorter.clone())
            .safe_edit(span, shorter)
    })
}

/// `2024/01/31`, which is a division: told where it can only be meant as a date.
pub fn slashed(span: Span, text: &str) -> Option<Diagnostic> {
    let parts: Vec<&str> = text.trim().split('/').collect();
    date(span, text, &parts)
}

/// `2024.1.31`
pub fn dotted(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).find_map(|at| {
        let number = |at: usize| piece.kind(at) == Some(Kind::Number);
        let dot = piece.word(at + 1) == "." && piece.touches(at + 1) && piece.touches(at + 2);
        (number(at) && dot && number(at + 2)).then_some(())?;
        let text = piece.words(at, at + 2);
        date(piece.span(at, at + 2), text, &text.split('.').collect::<Vec<_>>())
    })
}

fn date(span: Span, text: &str, parts: &[&str]) -> Option<Diagnostic> {
    if let [year, month] = parts {
        let is_month = year.len() == 4 && month.len() == 2 && month.starts_with('0') && *month != "00";
        let wanted = is_month.then(|| format!("{}-{month}", year.trim()))?;
        let told = Diagnostic::new(Code::UnknownUnit, span).variant("hyphens").arg("number", text);
        return Some(told.arg("wanted", wanted.clone()).safe_edit(span, wanted));
    }
    let [year, month, day] = parts else { return None };
    let short = |part: &str| (1..=2).contains(&part.len()).then(|| part.parse::<u8>().ok()).flatten();
    let (month, day) = (short(month)?, short(day)?);
    let year = (year.len() == 4).then(|| year.parse::<u16>().ok())??;
    let wanted = format!("{year}-{month:02}-{day:02}");
    let told = Diagnostic::new(Code::UnknownUnit, span).variant("hyphens").arg("number", text);
    Some(told.arg("wanted", wanted.clone()).safe_edit(span, wanted))
}

/// `差评数权重 20%`
pub fn missing_space(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).find_map(|at| {
        let word = piece.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let text = word.of(piece.text);
        let (keyword, inside) = NEEDY.iter().find_map(|keyword| {
            let inside = text.rfind(keyword.zh()).filter(|inside| *inside > 0)?;
            let rest = text.get(inside + keyword.zh().len()..)?;
            let number = if rest.is_empty() { piece.kind(at + 1) == Some(Kind::Number) } else { is_digits(rest) };
            number.then_some((*keyword, inside))
        })?;
        let start = word.range.start + inside;
        let span = piece.bytes(start, start + keyword.zh().len());
        let name = text.get(..inside)?;
        Some(
            Diagnostic::new(Code::MissingSpace, span)
                .arg("word", keyword.zh())
                .arg("name", name)
                .safe_edit(span.before(), " "),
        )
    })
}

/// `flag 劝退当 等级 = F`
pub fn missing_space_when(piece: &Piece) -> Option<Diagnostic> {
    let token = piece.tokens.get(1).filter(|_| piece.is(0, &[Keyword::Flag]))?;
    let name = token.of(piece.text).strip_suffix(Keyword::When.zh()).filter(|name| !name.is_empty())?;
    if (2..piece.tokens.len()).any(|at| piece.is(at, &[Keyword::When])) {
        return None;
    }
    let span = piece.bytes(token.range.start + name.len(), token.range.end);
    let told = Diagnostic::new(Code::MissingSpace, span).arg("word", Keyword::When.zh());
    Some(told.arg("name", name).safe_edit(span.before(), " "))
}

fn is_digits(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_ascii_digit())
}

/// `weight {`
pub fn missing_number(piece: &Piece) -> Option<Diagnostic> {
    let (last, keyword) = (1..piece.tokens.len()).find_map(|at| {
        let two = format!("{} {}", piece.word(at.checked_sub(1)?), piece.word(at));
        let keyword = Keyword::among(piece.word(at), &NEEDY).or(Keyword::among(&two, &NEEDY))?;
        let missing = matches!(piece.word(at + 1), "" | "{" | "," | "=" | "=>" | "}" | "%");
        (missing && piece.place != super::Place::Assignment).then_some((at, keyword))
    })?;
    let name_before_colon = piece.word(last + 1) == ":" || last == 0;
    let span = piece.span(last, last);
    if keyword == Keyword::Default && !name_before_colon {
        return Some(without_default(piece, last));
    }
    (!name_before_colon).then(|| {
        let word = if piece.is_chinese() { keyword.zh() } else { keyword.en() };
        Diagnostic::new(Code::MissingNumber, span).arg("word", word)
    })
}

/// `试用期 : 是非，缺省`: what everybody has who has no value, as the type of the field has it.
fn without_default(piece: &Piece, at: usize) -> Diagnostic {
    let word = |keyword: Keyword| piece.keyword(keyword);
    let of = piece.find(":").map_or(0, |colon| colon + 1);
    let default = |value: &str| format!("{} {value}", piece.written(at, at));
    let told = Diagnostic::new(Code::MissingNumber, piece.span(at, at)).variant("default");
    let told = told.arg("word", piece.written(at, at));
    let values = match Keyword::among(piece.word(of), Keyword::TYPES) {
        Some(Keyword::Bool) => vec![default(word(Keyword::No)), default(word(Keyword::Yes))],
        Some(Keyword::Text) => vec![default("\"\"")],
        Some(Keyword::Percent) => vec![default("0%")],
        Some(Keyword::Money) => {
            let own = piece.currency().unwrap_or("CNY");
            let yuan = piece.is_chinese() && own == "CNY";
            vec![default(&if yuan { "0元".to_owned() } else { format!("0 {own}") })]
        }
        Some(Keyword::Points | Keyword::Count | Keyword::Number) => vec![default("0")],
        None if piece.word(of + 1) == "|" => vec![default(piece.word(of))],
        _ => vec![],
    };
    let wanted = values.first().cloned().unwrap_or_else(|| default("…"));
    values
        .into_iter()
        .fold(told.arg("found", wanted.clone()).arg("wanted", wanted), |told, text| told.edit(piece.span(at, at), text))
}

/// `3个月`
pub fn unknown_unit(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        piece.kind(*at) == Some(Kind::Word)
            && piece.kind(at - 1) == Some(Kind::Number)
            && (piece.touches(*at) || meant(piece.word(*at)).is_some() || coin(piece.word(*at)).is_some())
            && !is_unit(piece.word(*at))
            && !is_bound(piece.word(*at))
            && (meant(piece.word(*at)).is_some() || !Keyword::ALL.iter().any(|keyword| keyword.is(piece.word(*at))))
    })?;
    let found = piece.word(at);
    let (number, span) = (piece.word(at - 1), piece.span(at - 1, at));
    let told = Diagnostic::new(Code::UnknownUnit, span).arg("unit", found).arg("number", number);
    // `连续(…) >= 2个季度`: of periods there are so many.
    let periods =
        ["个月", "个季度", "个周期", "个星期", "季度", "周", "个考核期", "期", "months", "quarters", "periods"];
    if periods.contains(&found) && (0..at).any(|at| piece.is(at, &[Keyword::Streak])) {
        return Some(told.variant("nearly").arg("wanted", number).edit(span, number));
    }
    if let Some(wanted) = calendar(number, found).or_else(|| clock(number, found)) {
        return Some(told.variant("calendar").arg("wanted", wanted.clone()).safe_edit(span, wanted));
    }
    // `1500 dollars`
    if let Some(code) = coin(found) {
        let wanted = format!("{number} {}", piece.currency().unwrap_or(code));
        return Some(told.variant("nearly").arg("wanted", wanted.clone()).edit(span, wanted));
    }
    if let Some(wanted) = numerals::multiplied(number, found) {
        return Some(told.variant("digits").arg("wanted", wanted.clone()).edit(span, wanted));
    }
    if let Some(wanted) = several(number, found) {
        return Some(told.variant("several").arg("wanted", wanted.clone()).safe_edit(span, wanted));
    }
    // `2销售额`: a figure before a name is a factor.
    if !piece.place.is_row() && piece.place != super::Place::Field && piece.mentions(&format!("{found} :")) {
        let wanted = format!("{number} * {found}");
        return Some(told.variant("nearly").arg("wanted", wanted.clone()).edit(span, wanted));
    }
    Some(match meant(found) {
        Some(meant) => {
            let wanted = format!("{number}{meant}");
            told.variant("nearly").arg("wanted", wanted.clone()).edit(span, wanted)
        }
        None if found.contains('月') => told.variant("month"),
        None => told,
    })
}

/// The currency of a coin.
fn coin(word: &str) -> Option<&'static str> {
    match word.trim_end_matches('s') {
        "dollar" => Some("USD"),
        "euro" => Some("EUR"),
        "pound" => Some("GBP"),
        _ => None,
    }
}

/// What is meant by a word that people write for a unit.
fn meant(word: &str) -> Option<&'static str> {
    if matches!(word, "w" | "W") { Some("万") } else { UnitWord::meant(word) }
}

/// 以上 and the like, perhaps behind a unit.
fn is_bound(word: &str) -> bool {
    ["以上", "以下", "以内"].iter().any(|bound| word.strip_suffix(bound).is_some_and(is_unit))
}

/// `2024年3月`, `2024年3月15日`, `2024年`
fn calendar(number: &str, rest: &str) -> Option<String> {
    let rest = rest.strip_prefix('年').filter(|_| number.len() == 4)?;
    if rest.is_empty() {
        return Some(number.to_owned());
    }
    let (month, day) = rest.split_once('月')?;
    let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    if day.is_empty() {
        return Some(format!("{number}-{month:02}"));
    }
    let day: u8 = day.strip_suffix(['日', '号'])?.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(format!("{number}-{month:02}-{day:02}"))
}

/// `9点`, `9点半`, `18点30分`, `9时05分`
fn clock(number: &str, rest: &str) -> Option<String> {
    let hour: u8 = number.parse().ok().filter(|hour| *hour < 24)?;
    let rest = ["点钟", "点", "时"].iter().find_map(|word| rest.strip_prefix(word))?;
    let minute: u8 = match rest {
        "" | "整" => 0,
        "半" => 30,
        _ => rest.strip_suffix('分').unwrap_or(rest).parse().ok().filter(|minute| *minute < 60)?,
    };
    Some(format!("{hour:02}:{minute:02}"))
}

/// `1分20秒`, `1分半`: in seconds.
fn several(number: &str, rest: &str) -> Option<String> {
    let seconds_in = |known: &UnitWord| known.unit.clone().time().filter(|unit| *unit != TimeUnit::Day);
    let is_part =
        |known: &UnitWord| known.is_read_in_data() && known.tongue == Some(Tongue::Zh) && seconds_in(known).is_some();
    let (mut figure, mut rest, mut seconds, mut parts) = (number.parse::<u64>().ok()?, rest, 0_u64, 0);
    loop {
        let (known, behind) = UnitWord::begins(rest, is_part)?;
        seconds = seconds.checked_add(figure.checked_mul(seconds_in(known)?.seconds().into())?)?;
        parts += 1;
        if behind == "半" {
            seconds = seconds.checked_add(u64::from(seconds_in(known)?.seconds()) / 2)?;
            parts += 1;
        }
        if matches!(behind, "" | "半") {
            return (parts > 1).then(|| format!("{seconds}{}", Unit::Time(TimeUnit::Second).word(Tongue::Zh)));
        }
        let digits = behind.find(|c: char| !c.is_ascii_digit())?;
        figure = behind.get(..digits)?.parse().ok()?;
        rest = behind.get(digits..)?;
    }
}
