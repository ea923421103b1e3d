//! So much for each, with a cap: `每个差评扣5分，最多扣20分`, `-10 per complaint, max -30`, `$15 per late`. In pay it is a line,
//! in a score its formula, and as a declaration of its own (`扣分 差评 { … }`, `deduct 5 points per stockout`) a metric.

use super::bounds;
use super::{Piece, Place, capped, heads, phrases, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::tokens;

/// Words of what is taken off, and of what is given.
const TAKEN: [&str; 22] = [
    "扣除",
    "扣减",
    "罚款",
    "扣",
    "罚",
    "减",
    "deducts",
    "deduct",
    "minus",
    "subtract",
    "loses",
    "lose",
    "costs",
    "cost",
    "fines",
    "fine",
    "penalty",
    "off",
    "takes off",
    "take off",
    "less",
    "-",
];
const GIVEN: [&str; 18] = [
    "奖励", "提成", "补贴", "加", "奖", "给", "得", "earns", "earn", "gives", "give", "adds", "add", "gets", "pays",
    "is", "are", "+",
];
/// Words before what there are several of.
const EACH: [bounds::Word; 5] = [("for each", ""), ("for every", ""), ("per", ""), ("each", ""), ("every", "")];
/// Words by which a declaration of what is taken off, or added, begins.
const DECLARES: [&str; 16] = [
    "扣分",
    "扣款",
    "扣减",
    "减分",
    "罚分",
    "罚款",
    "加分",
    "奖分",
    "penalty",
    "penalties",
    "deduction",
    "deductions",
    "deduct",
    "minus",
    "extra",
    "subtract",
];
/// What stands before the cap and says nothing of its own.
const BLANK: [char; 6] = [' ', ',', '、', ';', '。', '='];

/// So much for each of something.
#[derive(Debug)]
struct Charge {
    subject: String,
    /// Of how many each time, where it is not one.
    step: Option<String>,
    amount: String,
    taken: bool,
    cap: Option<String>,
}

/// Reads such a text; what it is about may have been said around it.
fn charge(piece: &Piece, text: &str, around: &str) -> Option<Charge> {
    let text = coded(piece, text.trim().trim_end_matches(['。', '.', ';', ',']));
    let mut found = worded(&text).or_else(|| spoken(&text))?;
    if found.subject.is_empty() {
        found.subject = around.to_owned();
    }
    Some(found)
}

/// `$15` as `15 USD`.
fn coded(piece: &Piece, text: &str) -> String {
    let (mut coded, mut rest) = (String::new(), text);
    while let Some((before, behind)) = rest.split_once(['$', '€', '£']) {
        let end = behind.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(behind.len());
        let (figure, behind) = behind.split_at(end);
        coded.push_str(&format!("{before}{figure} {}", piece.currency().unwrap_or("USD")));
        rest = behind;
    }
    coded + rest
}

/// `每个差评扣5分，最多扣20分`, `差评每个扣5分`, `迟到一次扣20元`, `每1000个得20分`
fn worded(text: &str) -> Option<Charge> {
    let at = text.find(['每', '一'])?;
    let before = text.get(..at)?.trim_matches(BLANK);
    let rest = text.get(at..)?.trim_start_matches(['每', '一', '有']);
    let (step, rest) = match bounds::quantity(rest) {
        Some((step, rest)) => (Some(step), rest),
        None => (None, rest),
    };
    let verbs = TAKEN.iter().map(|verb| (*verb, true)).chain(GIVEN.iter().map(|verb| (*verb, false)));
    let verbs = verbs.filter(|(verb, _)| !verb.is_ascii());
    let (start, verb, taken) =
        verbs.filter_map(|(verb, taken)| Some((rest.find(verb)?, verb, taken))).min_by_key(|it| it.0)?;
    let noun = rest.get(..start)?.trim_matches(BLANK);
    // `每接待10个得1分`: of how many each time may stand behind what they are.
    let (noun, step) = match noun.find(|c: char| c.is_ascii_digit()) {
        Some(digit) => {
            let (of, behind) = bounds::quantity(noun.get(digit..)?)?;
            (behind.trim().is_empty() && step.is_none()).then_some((noun.get(..digit)?.trim(), Some(of)))?
        }
        None => (noun, step),
    };
    let (amount, behind) = bounds::quantity(rest.get(start + verb.len()..)?.trim_start())?;
    // Of 次返工 the counter is no part of what is counted.
    let counter = noun
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .filter(|end| words::counted(noun.get(..*end).unwrap_or("")))
        .max();
    let noun = noun.get(counter.unwrap_or(0)..)?;
    let subject = if before.is_empty() { noun } else { before };
    Some(Charge { subject: subject.to_owned(), step, amount, taken, cap: cap(behind)? })
}

/// `-10 per complaint, max -30`, `each call = 0.1 points, up to 100`, `deduct 5 points for each error`
fn spoken(text: &str) -> Option<Charge> {
    let (head, behind) = text.split_once(',').map_or((text, ""), |(head, behind)| (head.trim(), behind));
    if let Some((_, rest)) = bounds::word(head, &EACH) {
        let figure = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '$' | '€' | '£'))?;
        let said = rest.get(..figure)?.trim_matches([' ', '=', ':']);
        let (noun, taken) = verb_behind(said);
        let (amount, sign, rest) = signed(rest.get(figure..)?)?;
        let off = matches!(rest.trim(), "off" | "points off" | "less" | "deducted" | "deduction");
        (off || matches!(rest.trim(), "" | "points" | "each")).then_some(())?;
        return Some(Charge {
            subject: noun.to_owned(),
            step: None,
            amount,
            taken: taken || sign || off,
            cap: cap(behind)?,
        });
    }
    let (verb, rest) = verb_before(head);
    let (amount, sign, rest) = signed(rest)?;
    let rest = rest.trim();
    let (off, rest) = ["points off", "off", "points"]
        .iter()
        .find_map(|word| Some((*word, rest.strip_prefix(word)?)))
        .unwrap_or(("", rest));
    let (_, noun) = bounds::word(rest.trim_start().trim_start_matches("/ "), &EACH)
        .or_else(|| Some((("", ""), rest.trim().strip_prefix('/')?)))?;
    let noun = noun.trim();
    let name = noun.chars().all(|c| unicode_ident::is_xid_continue(c) || c == ' ') && !noun.is_empty();
    name.then_some(())?;
    Some(Charge {
        subject: noun.to_owned(),
        step: None,
        amount,
        taken: sign || verb || off.ends_with("off"),
        cap: cap(behind)?,
    })
}

/// An amount with its sign; of `$15` with the sign of the currency left out.
fn signed(text: &str) -> Option<(String, bool, &str)> {
    let text = text.trim_start();
    let (sign, rest) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest.trim_start()));
    let (amount, rest) = bounds::quantity(rest)?;
    Some((phrases::spelt(&amount), sign, rest))
}

/// Whether a text begins with a word of what is taken off, and what stands behind any such word.
fn verb_before(text: &str) -> (bool, &str) {
    let words = |list: &'static [&'static str]| list.iter().filter(|word| word.is_ascii() && word.len() > 1);
    let behind = |word: &str| text.strip_prefix(word).filter(|rest| rest.starts_with(' ')).map(str::trim_start);
    if let Some(rest) = words(&TAKEN).find_map(|word| behind(word)) {
        return (true, rest);
    }
    (false, words(&GIVEN).find_map(|word| behind(word)).unwrap_or(text))
}

/// What is counted, and whether the verb behind it takes off.
fn verb_behind(text: &str) -> (&str, bool) {
    let words = |list: &'static [&'static str]| list.iter().filter(|word| word.is_ascii() && word.len() > 1);
    let before = |word: &str| text.strip_suffix(word).filter(|rest| rest.ends_with(' ')).map(str::trim_end);
    if let Some(rest) = words(&TAKEN).find_map(|word| before(word)) {
        return (rest, true);
    }
    (words(&GIVEN).find_map(|word| before(word)).unwrap_or(text), false)
}

/// The cap behind it, without its sign; `None` where something else stands there.
fn cap(text: &str) -> Option<Option<String>> {
    let text = text.trim_matches(BLANK);
    if text.is_empty() {
        return Some(None);
    }
    let text = text.trim_start_matches(['(', ' ']).trim_end_matches([')', ' ']);
    let (_, amount) = capped::most(text)?;
    Some(Some(amount.trim_start_matches('-').trim_end_matches(" points").to_owned()))
}

/// The words of a name in order and in the singular: late piece for pieces_late.
fn words_of(name: &str) -> Vec<String> {
    let single = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    };
    let mut words: Vec<String> = name.to_lowercase().split('_').map(single).collect();
    words.sort_unstable();
    words
}

impl Charge {
    /// The field that says how many there are.
    fn field<'a>(&self, piece: &Piece<'a>) -> Option<&'a str> {
        let subject = self.subject.trim().replace(' ', "_");
        let own = piece.counting(&subject).or_else(|| piece.counting(subject.trim_end_matches('s')));
        own.or_else(|| piece.names().into_iter().find(|name| name.is_ascii() && words_of(name) == words_of(&subject)))
    }

    /// How many times it is paid or taken.
    fn times(&self, piece: &Piece, field: &str) -> String {
        match &self.step {
            Some(step) => {
                let [steps, full] = [Keyword::Steps, Keyword::Full].map(|word| piece.spoken(word));
                format!("{steps}({field}, {step}, {full})")
            }
            None => field.to_owned(),
        }
    }

    /// In points.
    fn points(&self, amount: &str, piece: &Piece) -> String {
        let figure = amount.trim_end_matches(['分', ' ']).trim_end_matches("pt").trim_end();
        let bare = figure.chars().all(|c| c.is_ascii_digit() || c == '.');
        let unit = if piece.spoken(Keyword::Points).is_ascii() { "pt" } else { "分" };
        if bare { format!("{figure}{unit}") } else { amount.to_owned() }
    }

    /// As an amount of points, no more than the cap.
    fn sum(&self, piece: &Piece, field: &str) -> String {
        let product = format!("{} * {}", self.points(&self.amount, piece), self.times(piece, field));
        match &self.cap {
            Some(cap) => format!("{}({product}, {})", piece.spoken(Keyword::Min), self.points(cap, piece)),
            None => product,
        }
    }
}

/// What a line of pay is called for: 迟到 of 迟到扣款.
fn stem(name: &str) -> &str {
    const ENDS: [&str; 12] =
        ["扣款", "罚款", "扣分", "扣", "罚", "奖励", "奖", "补贴", "_fine", "_penalty", "_deduction", "_bonus"];
    ENDS.iter().find_map(|end| name.strip_suffix(end)).filter(|stem| !stem.is_empty()).unwrap_or(name)
}

/// `违规一次扣100元，最多扣500元`, `late fine = $15 per late`, `fine = 50 USD per violation, capped at 200 USD` among the lines
/// of pay.
pub fn line(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::PayLine)?;
    let sign = (1..=last).find(|at| matches!(piece.word(*at), "=" | ":"));
    let text = match sign {
        Some(sign) if sign < last => piece.words(sign + 1, last),
        Some(_) => return None,
        None => piece.words(0, last),
    };
    let head = sign.map_or("", |sign| piece.words(0, sign - 1)).trim().replace(' ', "_");
    let named = head.chars().all(unicode_ident::is_xid_continue);
    let found = charge(piece, text, stem(&head)).filter(|_| named)?;
    let field = found.field(piece)?;
    let taken = found.taken || words::is_fine(&head);
    let name = match (head.is_empty(), piece.spoken(Keyword::Pay).is_ascii()) {
        (false, _) => head,
        (true, true) => format!("{}_{}", found.subject.replace(' ', "_"), if taken { "fine" } else { "bonus" }),
        (true, false) => format!("{}{}", found.subject, if taken { "扣款" } else { "奖" }),
    };
    let sign = if taken { "-" } else { "" };
    let bound = if taken { Keyword::AtLeast } else { Keyword::AtMost };
    let bound = found.cap.as_ref().map(|cap| format!(" {} {sign}{}", piece.spoken(bound), phrases::spelt(cap)));
    let bound = bound.unwrap_or_default();
    phrases::told(piece, format!("{name}{bound} = {sign}{} * {}", found.amount, found.times(piece, field)))
}

/// `每1000个得20分，最高100分`, `each call = 0.1 points, up to 100`: alone in a score it is the whole score.
pub fn score(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row)?;
    let text = piece.words(0, last);
    let block = piece.block().filter(|block| block.inside.trim() == text.trim() && !text.contains("=>"))?;
    let (input, full) = heads::looked_at(block.head)?;
    let found = charge(piece, text, &input)?;
    // What is counted is what the score looks at, whatever it is called in the sentence.
    let most = found.cap.clone().unwrap_or(full);
    let product = format!("{} * {}", found.points(&found.amount, piece), found.times(piece, &input));
    let [max, min] = [Keyword::Max, Keyword::Min].map(|word| piece.spoken(word));
    let [most, zero] = [most.as_str(), "0"].map(|amount| found.points(amount, piece));
    let wanted = match found.taken {
        true => format!("= {max}({} - {}, {zero})", found.points("100", piece), found.sum(piece, &input)),
        false => format!("= {min}({product}, {most})"),
    };
    let told = Diagnostic::new(Code::Syntax, piece.span(0, last)).variant("each");
    Some(told.arg("found", piece.written(0, last)).arg("wanted", wanted.clone()).edit(block.span, wanted))
}

/// `扣分 差评 { 每个差评扣5分，最多扣20分 }`, `penalty complaints { -10 per complaint, max -30 }`, `deduct 5 points per stockout`
pub fn declared(piece: &Piece) -> Option<Diagnostic> {
    let word = Some(piece.word(0)).filter(|word| piece.place == Place::Item && DECLARES.contains(word))?;
    let text = piece.text.trim_end();
    let behind = text.get(word.len()..)?;
    let (around, inside) = match behind.split_once('{') {
        Some((name, rest)) => (name.trim().trim_end_matches(':'), rest.trim_end().strip_suffix('}')?),
        None => ("", behind.trim_start_matches([':', ' '])),
    };
    let found = charge(piece, inside, around).or_else(|| charge(piece, &format!("{word} {inside}"), around))?;
    let field = found.field(piece)?;
    let name = called(piece, word).unwrap_or_else(|| match word.is_ascii() {
        true => format!("{}_penalty", found.subject.replace(' ', "_")),
        false => format!("{}{word}", found.subject),
    });
    let [metric, points] = [Keyword::Metric, Keyword::Points].map(|word| piece.spoken(word));
    let wanted = format!("{metric} {name} : {points} = {}", found.sum(piece, field));
    let span = piece.bytes(0, text.len());
    let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, 0)).variant("charge").arg("found", word);
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// What the policy calls what is taken off, where it does: `总分 = … - 扣分`.
fn called(piece: &Piece, word: &str) -> Option<String> {
    let stem = word.trim_end_matches("ies").trim_end_matches(['s', 'y']);
    let text = piece.prepared();
    let words = tokens(text);
    let signed = words.windows(2).find(|pair| {
        let [sign, name] = pair else { return false };
        matches!(sign.of(text), "-" | "+") && (name.of(text).starts_with(stem) || name.of(text).starts_with("penalt"))
    })?;
    Some(signed.last()?.of(text).to_owned())
}
