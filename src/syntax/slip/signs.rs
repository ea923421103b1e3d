//! Signs of other languages, and comparisons written in another way.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A sign of another language, or one that has no meaning here.
pub fn foreign(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len()).find(|at| piece.kind(*at) == Some(Kind::Sign) && !is_known(piece.word(*at)))?;
    let found = piece.word(at);
    if piece.place.is_row() && matches!(found, "~" | "–" | "—" | "…") {
        return None;
    }
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", found);
    if let Some(found) =
        currency(piece, at).or_else(|| choice(piece, at)).or_else(|| quoted(piece, at)).or_else(|| tolerance(piece, at))
    {
        return Some(found);
    }
    Some(match replacement(piece, found) {
        Some("") => told.variant("drop").edit(span, ""),
        Some(wanted) => {
            let told = told.arg("wanted", wanted);
            let text = apart(piece, at, wanted);
            // What a quotation mark encloses, or `!` denies, is not told by the sign alone.
            if matches!(wanted, "\"" | "not" | "非") { told.edit(span, text) } else { told.safe_edit(span, text) }
        }
        None => told.variant("unknown"),
    })
}

/// A word in the place of a sign, with blanks where it would run into its neighbours.
fn apart(piece: &Piece, at: usize, wanted: &str) -> String {
    let is_word = wanted.chars().all(char::is_alphabetic);
    let touches = |at: usize| is_word && piece.touches(at);
    let before = if at > 0 && touches(at) { " " } else { "" };
    let after = if touches(at + 1) { " " } else { "" };
    format!("{before}{wanted}{after}")
}

/// The text for a comparison in words; one in signs has the text of other signs.
pub fn worded(found: &str) -> &'static str {
    if found.contains(char::is_alphabetic) { "compare" } else { "" }
}

/// A comparison written in another way: `sign` says what it means, `edit` is put in its place.
pub fn compare(span: Span, found: &str, sign: &'static str, edit: String) -> Diagnostic {
    let told = Diagnostic::new(Code::ForeignSign, span).variant(worded(found));
    told.arg("found", found).arg("wanted", sign).safe_edit(span, edit)
}

/// Something in the place of a word or sign that stands there.
pub fn instead(piece: &Piece, at: usize, wanted: &str) -> Diagnostic {
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.word(at)).arg("wanted", wanted);
    told.safe_edit(span, wanted)
}

/// A word that is not needed, with the blank behind it.
pub fn dropped(piece: &Piece, at: usize) -> Diagnostic {
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("drop-word").arg("found", piece.word(at));
    told.safe_edit(span.to(piece.span(at + 1, at + 1).before()), "")
}

fn is_known(sign: &str) -> bool {
    matches!(
        sign,
        "+" | "-"
            | "*"
            | "/"
            | "="
            | "<"
            | ">"
            | "<="
            | ">="
            | "!="
            | "=>"
            | "->"
            | "|"
            | ":"
            | ","
            | "."
            | "("
            | ")"
            | "["
            | "]"
            | "{"
            | "}"
            | ";"
            | "%"
            | "‰"
            | "¥"
    )
}

/// What to write in its place: nothing at all, or `None` where nobody knows.
fn replacement(piece: &Piece, found: &str) -> Option<&'static str> {
    let word = |keyword: Keyword| if piece.is_chinese() { keyword.zh() } else { keyword.en() };
    match found {
        "==" => Some("="),
        "&&" | "&" => Some(word(Keyword::And)),
        "||" => Some(word(Keyword::Or)),
        "!" => Some(word(Keyword::Not)),
        "≧" | "⩾" | "≥=" => Some(">="),
        "≦" | "⩽" => Some("<="),
        "≈" | "≡" => Some("="),
        "、" => Some(","),
        "‘" | "’" | "'" | "「" | "」" | "『" | "』" | "«" | "»" | "`" => Some("\""),
        "〔" | "［" => Some("["),
        "〕" | "］" => Some("]"),
        "–" | "—" => Some("-"),
        "→" | "➜" | "⇒" | "➔" | "⟶" | "➡" => Some(arrow(piece)),
        "。" | "…" | "·" | "•" => Some(""),
        _ => None,
    }
}

/// The arrow that a piece of this place has.
fn arrow(piece: &Piece) -> &'static str {
    match piece.place {
        Place::Item => "->",
        Place::PayLine | Place::Assignment => "=",
        _ => "=>",
    }
}

/// The code of the policy's currency, where a sign like `$` before an amount can only mean that.
pub fn own_code<'a>(piece: &Piece<'a>, sign: &str) -> Option<&'a str> {
    let codes = codes(sign)?;
    piece.currency().filter(|own| codes.contains(own))
}

/// The currencies that have a sign.
fn codes(sign: &str) -> Option<&'static [&'static str]> {
    Some(match sign {
        "$" => &["USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"],
        "€" => &["EUR"],
        "£" => &["GBP", "EGP"],
        _ => return None,
    })
}

/// `$5`. The sign is that of several currencies; the policy has one.
fn currency(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let codes = codes(piece.word(at))?;
    let number = (piece.kind(at + 1) == Some(Kind::Number)).then_some(at + 1);
    let number = number.or(at.checked_sub(1).filter(|before| piece.kind(*before) == Some(Kind::Number)))?;
    let span = piece.span(at.min(number), at.max(number));
    let own = piece.currency().filter(|own| codes.contains(own));
    let wanted = format!("{} {}", piece.word(number), own.or(codes.first().copied())?);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.word(at)).arg("wanted", wanted.clone());
    let unsaid = piece.currency().is_none();
    Some(match own {
        Some(_) => told.safe_edit(span, wanted),
        None if unsaid => told.edit(span, wanted),
        None => told,
    })
}

/// `USD 3500`, `RMB 3500`: the code of the policy's currency before the figure.
pub fn code_first(piece: &Piece) -> Option<Diagnostic> {
    let own = piece.currency().unwrap_or("CNY");
    let is_own = |word: &str| word == own || own == "CNY" && matches!(word, "RMB" | "rmb");
    let at = (0..piece.tokens.len()).find(|at| {
        let bare = !piece.is_unit(at + 2);
        piece.kind(*at) == Some(Kind::Word)
            && is_own(piece.word(*at))
            && piece.kind(at + 1) == Some(Kind::Number)
            && bare
    })?;
    let wanted = format!("{} {own}", piece.word(at + 1));
    let span = piece.span(at, at + 1);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.words(at, at + 1));
    Some(told.arg("wanted", wanted.clone()).safe_edit(span, wanted))
}

/// `a ? b : c`
fn choice(piece: &Piece, at: usize) -> Option<Diagnostic> {
    (piece.word(at) == "?").then_some(())?;
    let given = if piece.place.is_row() { "=>" } else { "=" };
    let first = piece.find(given).filter(|sign| *sign < at).map_or(0, |sign| sign + 1);
    let colon = (at..piece.tokens.len()).find(|colon| piece.word(*colon) == ":")?;
    let last = piece.tokens.len() - 1;
    let word = |keyword: Keyword| if piece.is_chinese() { keyword.zh() } else { keyword.en() };
    let (condition, then, otherwise) =
        (piece.words(first, at.checked_sub(1)?), piece.words(at + 1, colon - 1), piece.words(colon + 1, last));
    let (if_word, then_word, else_word) = (word(Keyword::If), word(Keyword::Then), word(Keyword::Else));
    let wanted = format!("{if_word} {condition} {then_word} {then} {else_word} {otherwise}");
    let told = Diagnostic::new(Code::ForeignSign, piece.span(at, at)).arg("found", "?").arg("wanted", wanted.clone());
    Some(told.edit(piece.span(first, last), wanted))
}

/// `'text'`, `「text」`: both marks in one edit.
fn quoted(piece: &Piece, at: usize) -> Option<Diagnostic> {
    const PAIRS: [(&str, &str); 8] =
        [("'", "'"), ("`", "`"), ("‘", "’"), ("’", "’"), ("「", "」"), ("『", "』"), ("«", "»"), ("‹", "›")];
    let (_, closer) = PAIRS.iter().find(|(opener, _)| *opener == piece.word(at))?;
    let close = (at + 1..piece.tokens.len()).find(|at| piece.word(*at) == *closer)?;
    let (text, span) = (piece.written(at + 1, close.checked_sub(1)?), piece.span(at, close));
    let wanted = format!("\"{text}\"");
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(at, close));
    (close > at + 1 && !text.contains(['"', '\n'])).then(|| told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// `x × y` in words, powers, and comparisons that other tongues have.
pub fn worded_operator(piece: &Piece) -> Option<Diagnostic> {
    const WORDS: [(&str, &str); 12] = [
        ("乘以", "*"),
        ("乘", "*"),
        ("除以", "/"),
        ("加上", "+"),
        ("加", "+"),
        ("减去", "-"),
        ("减", "-"),
        ("x", "*"),
        ("X", "*"),
        ("times", "*"),
        ("plus", "+"),
        ("minus", "-"),
    ];
    if matches!(piece.place, Place::Header | Place::Field | Place::Row | Place::GradeRow) {
        return None;
    }
    let first = piece.find("=").map_or(0, |sign| sign + 1);
    let operand = |at: usize| matches!(piece.kind(at), Some(Kind::Word | Kind::Number)) || piece.word(at) == ")";
    let begins = |at: usize| matches!(piece.kind(at), Some(Kind::Word | Kind::Number)) || piece.word(at) == "(";
    (first + 1..piece.tokens.len()).find_map(|at| {
        let sign = WORDS.iter().find(|(word, _)| *word == piece.word(at)).map(|(_, sign)| *sign)?;
        let before = operand(at - 1) || matches!(piece.word(at - 1), "%" | "‰");
        (before && begins(at + 1) && !piece.touches(at)).then(|| {
            let told = Diagnostic::new(Code::ForeignSign, piece.span(at, at)).arg("found", piece.word(at));
            told.arg("wanted", sign).edit(piece.span(at, at), sign)
        })
    })
}

/// `x ^ 2`, `x ** 2`: there are no powers.
pub fn power(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        piece.word(*at) == "^" || piece.word(*at) == "*" && piece.word(at + 1) == "*" && piece.touches(at + 1)
    })?;
    let sign = if piece.word(at) == "^" { at } else { at + 1 };
    let told = Diagnostic::new(Code::ForeignSign, piece.span(at, sign)).variant("power");
    let base = piece.written(at - 1, at - 1);
    let times = piece.word(sign + 1).parse::<usize>().ok().filter(|times| (2..=4).contains(times));
    let wanted = vec![base; times.unwrap_or(2)].join(" * ");
    // Whether a product of amounts has a type is not known here, so there is no edit.
    Some(told.arg("found", piece.written(at, sign)).arg("wanted", wanted))
}

/// `±3`, which is two bounds.
fn tolerance(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let told =
        || Diagnostic::new(Code::ForeignSign, piece.span(at, at)).variant("tolerance").arg("found", piece.word(at));
    matches!(piece.word(at), "±" | "∓").then(told)
}

/// `a = 3元,` where the next line begins another.
pub fn line_end(piece: &Piece) -> Option<Diagnostic> {
    matches!(piece.place, Place::PayLine | Place::Header | Place::Condition).then_some(())?;
    let comma = (0..piece.tokens.len()).find(|at| {
        piece.word(*at) == "," && piece.tokens.len() > at + 1 && piece.written(*at, at + 1).contains('\n')
    })?;
    let span = piece.span(comma, comma);
    Some(Diagnostic::new(Code::ForeignSign, span).variant("line-end").arg("found", ",").safe_edit(span, ""))
}

/// `:=`
pub fn joined(piece: &Piece) -> Option<Diagnostic> {
    let at =
        (1..piece.tokens.len()).find(|at| piece.word(*at) == "=" && piece.word(at - 1) == ":" && piece.touches(*at))?;
    let span = piece.span(at - 1, at);
    Some(Diagnostic::new(Code::ForeignSign, span).arg("found", ":=").arg("wanted", "=").safe_edit(span, "="))
}

/// `> = 80`: a comparison with a blank in it.
pub fn spaced(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len())
        .find(|at| matches!(piece.word(*at), ">" | "<" | "!") && piece.word(at + 1) == "=" && !piece.touches(at + 1))?;
    let wanted = match piece.word(at) {
        ">" => ">=",
        "<" => "<=",
        _ => "!=",
    };
    Some(compare(piece.span(at, at + 1), piece.words(at, at + 1), wanted, wanted.to_owned()))
}

/// `=> +5`
pub fn plus(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        let before = matches!(piece.word(at - 1), "=>" | "=" | "(" | "," | "->");
        before && piece.word(*at) == "+" && piece.kind(at + 1) == Some(Kind::Number)
    })?;
    let span = piece.span(at, at);
    Some(Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", "+").safe_edit(span, ""))
}

/// `bonus += 500 CNY`, `-= 50 CNY`: the lines of a pay block are added up anyhow.
pub fn compound(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        let sign =
            matches!(piece.word(*at), "+" | "-" | "*" | "/") && piece.word(at + 1) == "=" && piece.touches(at + 1);
        sign && piece.kind(at - 1) == Some(Kind::Word)
    })?;
    let span = piece.span(at, at + 1);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(at, at + 1));
    let last = piece.tokens.len() - 1;
    let single = piece.after_quantity(at + 2) == Some(last + 1) || at + 2 == last;
    let wanted = match piece.word(at) {
        "+" => "=".to_owned(),
        "-" if single => format!("= -{}", piece.written(at + 2, last)),
        "-" => format!("= -({})", piece.written(at + 2, last)),
        _ => return Some(told.variant("compound")),
    };
    let whole = if piece.word(at) == "-" { piece.span(at, last) } else { span };
    let told = told.variant("compound").arg("wanted", wanted.clone());
    Some(if piece.place == Place::PayLine { told.edit(whole, wanted) } else { told })
}
