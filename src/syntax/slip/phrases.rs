//! Lines as a shop's document words them: `低于60分不发`, `90分以上为优秀`, `满勤奖200元`, `提成按销售额的3%`.

use super::bounds::{self, Bound, Word};
use super::words::counted;
use super::{Piece, Place, fallback};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::tokens;

/// What stands between a condition and what it comes to, or a name and its amount. One that another begins with stands
/// behind it.
const JOINTS: [Word; 30] = [
    (":", ""),
    ("=", ""),
    (",", ""),
    ("、", ""),
    ("的话", ""),
    ("评为", ""),
    ("定为", ""),
    ("计为", ""),
    ("的", ""),
    ("为", ""),
    ("是", ""),
    ("则", ""),
    ("得分", ""),
    ("得", ""),
    ("计", ""),
    ("记", ""),
    ("发放", ""),
    ("发", ""),
    ("奖励", ""),
    ("奖", ""),
    ("给", ""),
    ("按", ""),
    ("每月", ""),
    ("共", ""),
    ("is", ""),
    ("are", ""),
    ("gets", ""),
    ("get", ""),
    ("pays", ""),
    ("of", ""),
];

/// Words of something taken off.
const TAKEN: [Word; 6] = [("扣除", ""), ("扣减", ""), ("罚款", ""), ("扣", ""), ("罚", ""), ("减", "")];

/// Words of something given, which name it where nothing else does.
const GIVEN: [&str; 6] = ["提成", "补贴", "奖励", "加", "奖", "给"];

/// Words for nothing at all.
pub const NOTHING: [&str; 22] = [
    "无",
    "none",
    "nil",
    "不发",
    "不发放",
    "不得分",
    "不计分",
    "没有",
    "不奖",
    "不奖励",
    "不给",
    "不提成",
    "取消",
    "no bonus",
    "nothing",
    "no points",
    "no score",
    "no pay",
    "no commission",
    "no reward",
    "zero points",
    "not paid",
];

/// What may stand behind an amount, and says no more.
const BEHIND: [&str; 15] = [
    "",
    "发",
    "发放",
    "计发",
    "计",
    "计算",
    "奖金",
    "奖励",
    "提成",
    "/月",
    "每月",
    "一个月",
    "a month",
    "per month",
    "/month",
];

/// The text behind the words that join it to what stands before.
fn joined(text: &str) -> &str {
    let text = text.trim_start();
    bounds::word(text, &JOINTS).map_or(text, |(_, rest)| joined(rest))
}

/// What a condition comes to.
pub fn answer(text: &str) -> Option<String> {
    let text = text.trim_matches([' ', ',', '(', ')', '。', ':']);
    if [text, joined(text)].iter().any(|text| NOTHING.contains(text)) {
        return Some("0".to_owned());
    }
    let (sign, rest) = bounds::word(joined(text), &TAKEN).map_or(("", text), |(_, rest)| ("-", rest));
    let (value, behind) = bounds::quantity(joined(rest))?;
    BEHIND.contains(&behind.trim()).then(|| format!("{sign}{}", spelt(&value)))
}

/// An amount with a blank before the code of its currency.
pub fn spelt(value: &str) -> String {
    let figure = value.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let code = value.get(figure.len()..).unwrap_or("");
    if code.len() == 3 { format!("{} {code}", figure.trim_end()) } else { value.to_owned() }
}

/// The pattern for one bound or two.
pub fn pattern(bounds: &[Bound]) -> Option<String> {
    match bounds {
        [one] => Some(one.signed()),
        [one, other] => bounds::between(one, other),
        _ => None,
    }
}

fn whole<'a>(piece: &Piece<'a>) -> Option<&'a str> {
    Some(piece.words(0, piece.tokens.len().checked_sub(1)?))
}

/// Tells a line that is worded, where it reads as proposed.
pub fn told(piece: &Piece, wanted: String) -> Option<Diagnostic> {
    // An interval alone ends where its line does.
    let line = if wanted.ends_with([']', ')']) { format!("{wanted} => 0") } else { wanted.clone() };
    let reads = piece.reads(&wanted) || piece.reads(&line);
    let last = piece.tokens.len().checked_sub(1).filter(|_| reads)?;
    let told = Diagnostic::new(Code::Syntax, piece.span(0, last)).variant("phrase");
    let told = told.arg("found", piece.written(0, last)).arg("shape", fallback::shape(piece));
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(0, last), wanted))
}

/// `低于60分不发`, `90分以上100分`, `按80%发`: a row without its arrow.
pub fn row(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Row && piece.find("=>").is_none()).then_some(())?;
    let text = whole(piece)?;
    if let Some((found, rest)) = bounds::leading(text) {
        // Of `98%以上 100` the arrow is missing, and no more.
        let apart = rest.starts_with(char::is_whitespace) && rest.trim().starts_with(|c: char| c.is_ascii_digit());
        (!apart).then_some(())?;
        let value = answer(rest)?;
        let pattern = match found.as_slice() {
            [one] if one.is_read() && text.starts_with(|c: char| c.is_ascii_digit() || c == '¥') => {
                own(piece, text, rest, one)?
            }
            _ => pattern(&found)?,
        };
        return told(piece, format!("{pattern} => {value}"));
    }
    if text.starts_with(['[', '(']) {
        let end = text.find([']', ')'])? + 1;
        return told(piece, format!("{} => {}", text.get(..end)?, answer(text.get(end..)?)?));
    }
    // Without a condition it is for all that no other row takes. A share of something is no points.
    let score =
        || piece.block().is_some_and(|block| tokens(block.head).iter().any(|it| Keyword::Score.is(it.of(block.head))));
    let all = text.starts_with('按').then(|| answer(text)).flatten().filter(|all| !all.ends_with('%') || !score())?;
    told(piece, format!("{} => {all}", piece.keyword(Keyword::Otherwise)))
}

/// The condition as it was written. 60以下 holds 60 as well, unless another row takes that already.
pub fn own(piece: &Piece, text: &str, rest: &str, bound: &Bound) -> Option<String> {
    let written = text.strip_suffix(rest)?.trim_end().to_owned();
    let (value, block) = (bound.value.as_str(), piece.block()?);
    let figure = value.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = value.get(figure.len()..)?;
    let bare = block.inside.replace(' ', "");
    let begins = |signs: &[&str]| signs.iter().any(|sign| lies_in(&bare, &format!("{figure}{sign}")));
    let units = [unit, ""];
    let dashed = ["-", "~", "到", "至", "–", "—", "以上", "及以上", "（含）", ","];
    let taken = [">=", "[", "大于等于"].iter().any(|sign| lies_in(&bare, &format!("{sign}{figure}")))
        || units.iter().any(|unit| begins(&dashed.map(|sign| format!("{unit}{sign}")).each_ref().map(String::as_str)));
    Some(if bound.sign == "<=" && taken && bound.word == "以下" { format!("< {value}") } else { written })
}

/// Whether a figure stands somewhere as such, and not as the end of a longer one.
fn lies_in(text: &str, part: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    text.match_indices(part).any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with(digit)))
}

/// `90分以上为优秀`, `优秀90分以上`, `优秀（>=90）`, `90分及以上 : 优秀`: a label and its condition in any order.
pub fn graded(piece: &Piece) -> Option<Diagnostic> {
    // Of `A >= 90` the colon alone is missing.
    let signed = piece.word(1).starts_with(['>', '<', '≥', '≤']);
    let usual = signed || piece.word(1) == ":";
    (piece.place == Place::GradeRow && !usual).then_some(())?;
    let text = whole(piece)?;
    let (text, answered) = text.split_once("=>").map_or((text, ""), |(row, answer)| (row.trim_end(), answer.trim()));
    let starts = text.char_indices().map(|(at, _)| at);
    let (start, (found, rest)) = starts
        .filter(|at| *at == 0 || text.get(*at..).is_some_and(begins_bound))
        .find_map(|at| Some((at, bounds::leading(text.get(at..)?)?)))?;
    let before = text.get(..start)?.trim_matches([' ', ':', '(']);
    let subject = found.first().map_or("", |first| first.subject);
    let rest = rest.trim_matches([' ', ')']);
    let (label, rest) = if !before.is_empty() {
        (before, rest)
    } else if !subject.is_empty() {
        (subject, rest)
    } else {
        let rest = joined(rest);
        rest.split_at(rest.find(|c: char| !unicode_ident::is_xid_continue(c)).unwrap_or(rest.len()))
    };
    let named = label.starts_with(unicode_ident::is_xid_start) && label.chars().all(unicode_ident::is_xid_continue);
    let head = format!("{label} : {}", pattern(&found)?);
    match (named, rest.trim()) {
        (true, "") if !answered.is_empty() => told(piece, format!("{head} => {answered}")),
        (true, "") => told(piece, head),
        (true, rest) => told(piece, format!("{head} => {}", answer(rest)?)),
        (false, _) => None,
    }
}

/// Whether a bound may begin there: a figure, a sign or a word of one.
fn begins_bound(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '>' | '<' | '¥'))
        || bounds::word(text, &bounds::BEFORE).is_some()
}

/// `满勤奖200元`, `每单提成2元`, `迟到一次扣20元`, `提成按销售额的3%`: a line of pay without its sign.
pub fn paid(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::PayLine && piece.find("=").is_none()).then_some(())?;
    told(piece, paying(piece, whole(piece)?)?)
}

/// The line of pay that a text without a sign is.
pub fn paying(piece: &Piece, text: &str) -> Option<String> {
    let figure = text.find(|c: char| c.is_ascii_digit() || c == '¥')?;
    let (head, figure) = (text.get(..figure)?, text.get(figure..)?);
    if let Some(each) = each(head) {
        let (amount, behind) = bounds::quantity(figure)?;
        BEHIND.contains(&behind.trim()).then_some(())?;
        return Some(each.line(piece, &amount));
    }
    let (value, behind) = bounds::quantity(figure)?;
    let share = value.ends_with(['%', '‰']);
    // `commission is 3% of sales`
    if let Some((_, of)) = bounds::word(behind.trim_start(), &[("of", "")]).filter(|_| share) {
        let above = [" above ", " over ", " beyond "].iter().find_map(|word| of.split_once(*word));
        if let Some((of, beyond)) = above {
            let (of, beyond) = (self::name(of)?, self::name(beyond)?);
            let own = format!("{of}_{beyond}");
            let beyond = [beyond, own].into_iter().find(|name| piece.declares(name))?;
            let (max, code) = (piece.spoken(Keyword::Max), piece.currency().unwrap_or("CNY"));
            return Some(format!("{} = {max}({of} - {beyond}, 0 {code}) * {value}", name(head)?));
        }
        return Some(format!("{} = {} * {value}", name(head)?, name(of)?));
    }
    BEHIND.contains(&behind.trim()).then_some(())?;
    if share {
        let (name, of) = head.split_once(['按', '为', '是', ':'])?;
        return Some(format!("{} = {} * {value}", self::name(name)?, self::name(of)?));
    }
    Some(format!("{} = {}", name(head)?, spelt(&value)))
}

/// `迟到次数为0`, `late_days = 0`, `满勤`: a condition in words.
pub fn condition(piece: &Piece, text: &str) -> Option<String> {
    let text = text.trim();
    let none = ["没有", "无", "未"].iter().find_map(|word| text.strip_prefix(word));
    if let Some(field) = none.and_then(|what| piece.counting(what)) {
        return Some(format!("{field} = 0"));
    }
    // `组长`, `night shift`: a label stands for those who have it.
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if let [label] | [label, _] = words.as_slice()
        && let Some(field) = piece.labelled(label).filter(|field| words.get(1).is_none_or(|word| word == field))
        && !piece.declares(label)
    {
        return Some(format!("{field} = {label}"));
    }
    let is_name = |text: &str| text.starts_with(unicode_ident::is_xid_start) && !text.contains(' ');
    let said = ["等于", "为", "是"].iter().find_map(|word| text.split_once(word)).filter(|(name, _)| !name.is_empty());
    if let Some((name, value)) = said.filter(|(name, _)| is_name(name.trim())) {
        return Some(format!("{} = {}", name.trim(), value.trim()));
    }
    let (found, rest) = bounds::leading(text).unwrap_or((vec![], text));
    match found.as_slice() {
        [one] if !one.subject.is_empty() && rest.trim().is_empty() => Some(format!("{} {}", one.subject, one.signed())),
        _ => Some(text.to_owned()),
    }
}

/// The name that a text is, without the words that join it to what follows; of several words it is one.
fn name(text: &str) -> Option<String> {
    let mut text = text.trim();
    while let Some((joint, _)) = JOINTS.iter().find(|(joint, _)| ends_with(text, joint)) {
        // A name may end so as well: 全勤奖.
        if *joint == "奖" {
            break;
        }
        text = text.strip_suffix(joint)?.trim_end();
    }
    // 满勤奖 begins as a comparison does, and compares nothing.
    let compares = bounds::BEFORE.iter().any(|(word, _)| match word.is_ascii() {
        true => text.contains(&format!(" {word}")),
        false => text.find(word).is_some_and(|at| at > 0),
    });
    let opens = ["如果", "若", "当", "if ", "when "].iter().any(|word| text.starts_with(word));
    let name = text.replace(' ', "_");
    let whole = name.starts_with(unicode_ident::is_xid_start) && name.chars().all(unicode_ident::is_xid_continue);
    (whole && !compares && !opens).then_some(name)
}

fn ends_with(text: &str, joint: &str) -> bool {
    let before = text.strip_suffix(joint);
    before.is_some_and(|before| !joint.ends_with(|c: char| c.is_ascii_alphabetic()) || before.ends_with(' '))
}

/// So much for each: `迟到一次扣`, `每单提成`.
struct Each<'a> {
    /// What there are several of, where it is said.
    subject: &'a str,
    counter: &'a str,
    /// The word of what is given or taken.
    verb: &'static str,
    taken: bool,
}

fn each(head: &str) -> Option<Each<'_>> {
    let head = head.trim();
    let verbs = TAKEN.iter().map(|(verb, _)| (*verb, true)).chain(GIVEN.iter().map(|verb| (*verb, false)));
    let (rest, verb, taken) =
        verbs.into_iter().find_map(|(verb, taken)| Some((head.strip_suffix(verb)?, verb, taken)))?;
    let rest = rest.trim();
    let start = rest.char_indices().map(|(at, _)| at).find(|at| rest.get(*at..).is_some_and(counted))?;
    let (before, counter) = rest.split_at(start);
    let subject = before.trim_matches(['每', '一', ' ']);
    (subject.len() < before.len()).then_some(Each { subject, counter, verb, taken })
}

impl Each<'_> {
    fn sign(&self) -> &'static str {
        if self.taken { "-" } else { "" }
    }

    /// As a line of pay. How many there are a count says that is called so; else it is asked.
    fn line(&self, piece: &Piece, amount: &str) -> String {
        let Each { subject, counter, verb, taken } = self;
        let noun = if *taken { "扣款" } else { verb };
        match piece.counting(subject) {
            Some(field) => format!("{subject}{noun} = {}{amount} * {field}", self.sign()),
            None => format!("{subject}{noun} = 每{counter}{verb}{amount}"),
        }
    }
}

/// `每次扣5分`, `迟到一次扣5分` among the rows of a score: so much for each is a formula, in the place of the rows.
pub fn counted_off(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Row).then_some(())?;
    let row = whole(piece)?;
    // `每个 => -5`
    let text = match row.split_once("=>") {
        Some((what, value)) if what.trim().starts_with('每') => {
            let value = value.trim();
            let sign = if value.starts_with('-') { "扣" } else { "加" };
            format!("{}{sign}{}", what.trim(), value.trim_start_matches(['-', '+', ' ']))
        }
        Some(_) => return None,
        None => row.to_owned(),
    };
    let (text, written) = (text.as_str(), row);
    let figure = text.find(|c: char| c.is_ascii_digit())?;
    let each = each(text.get(..figure)?)?;
    let (amount, behind) = bounds::quantity(text.get(figure..)?)?;
    let points = amount.trim_end_matches('分');
    let plain = behind.trim().is_empty() && points.chars().all(|c| c.is_ascii_digit() || c == '.');
    let block = piece.block().filter(|_| plain)?;
    // A row for none of them says what the formula says as well.
    let others = block.inside.split(['\n', ';']).map(str::trim).filter(|row| !row.is_empty() && *row != written);
    others.into_iter().all(|row| row.starts_with('0')).then_some(())?;
    let (input, full) = super::heads::looked_at(block.head)?;
    let most = |word: Keyword| piece.spoken(word);
    let wanted = match each.taken {
        true => format!("= {}({full}分 - {points}分 * {input}, 0分)", most(Keyword::Max)),
        false => format!("= {}({points}分 * {input}, {full}分)", most(Keyword::Min)),
    };
    let told = Diagnostic::new(Code::Syntax, piece.span(0, piece.tokens.len() - 1)).variant("each");
    let told = told.arg("found", text).arg("wanted", wanted.clone());
    Some(told.edit(block.span, wanted))
}
