//! What each label comes to, within a line of pay: `提成 = 销售额 * 提成点 { 初级 1%，中级 2% }`, `band bonus: A 200 GBP, B 100 GBP`.

use super::{Piece, Place, bounds, phrases};
use crate::diagnostic::Diagnostic;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Tells such a line, with the choice that it is.
pub fn choice(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::PayLine)?;
    let open = piece.find("{");
    let sign = (1..=last).find(|at| matches!(piece.word(*at), "=" | ":"));
    let (head, list) = match (open, sign) {
        (Some(open), _) if piece.word(last) == "}" && open > 0 => (open, piece.words(open + 1, last - 1)),
        (None, Some(sign)) if sign < last => (sign, piece.words(sign + 1, last)),
        _ => return None,
    };
    let cases = cases(piece, list)?;
    let subject = subject(piece, &cases)?;
    let [if_word, then, or] = [Keyword::If, Keyword::Then, Keyword::Else].map(|word| piece.spoken(word));
    let ((_, rest), others) = cases.split_last()?;
    let chain: String =
        others.iter().map(|(label, value)| format!("{if_word} {subject} = {label} {then} {value} {or} ")).collect();
    let chain = format!("{chain}{rest}");
    let name = |end: usize| Some(piece.words(0, end.checked_sub(1)?).trim().replace(' ', "_"));
    let wanted = match sign.filter(|sign| *sign < head) {
        // The name before the braces says what the values are, and is declared nowhere.
        Some(sign) => {
            let said = piece.kind(head - 1) == Some(Kind::Word) && !piece.declares(piece.word(head - 1));
            let end = if said { head - 2 } else { head - 1 };
            let before = Some(piece.words(sign + 1, end)).filter(|_| end > sign).map(str::trim).unwrap_or_default();
            let operator = before.ends_with(['*', '/', '+', '-']);
            match (before.is_empty() || end <= sign, operator) {
                (true, _) => format!("{} = {chain}", name(sign)?),
                (false, true) => format!("{} = {before} ({chain})", name(sign)?),
                (false, false) => return None,
            }
        }
        None => format!("{} = {chain}", name(head)?),
    };
    phrases::told(piece, wanted)
}

/// `base * 20% if Gold, 10% if Silver, 0 otherwise`: values, each with its label behind it.
pub fn behind(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::PayLine)?;
    let sign = (1..last).find(|at| matches!(piece.word(*at), "=" | ":"))?;
    let text = piece.words(sign + 1, last);
    let first = text.split_once(',')?.0;
    let start = first.rfind(['*']).map_or(0, |star| star + 1);
    let (before, list) = (text.get(..start)?.trim(), text.get(start..)?);
    let mut cases = vec![];
    let mut rest = "0".to_owned();
    for part in list.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (value, behind) = bounds::quantity(part)?;
        match behind.trim().split_once(' ') {
            Some(("if" | "for" | "when", label)) => cases.push((label.trim().to_owned(), phrases::spelt(&value))),
            None if matches!(behind.trim(), "otherwise" | "else") => rest = phrases::spelt(&value),
            _ => return None,
        }
    }
    let subject = subject(piece, &cases).filter(|_| cases.len() > 1)?;
    let [if_word, then, or] = [Keyword::If, Keyword::Then, Keyword::Else].map(|word| piece.spoken(word));
    let chain: String =
        cases.iter().map(|(label, value)| format!("{if_word} {subject} = {label} {then} {value} {or} ")).collect();
    let name = piece.words(0, sign - 1).trim().replace(' ', "_");
    // Of nothing the unit is that of what it is beside.
    let unit = cases.first().is_some_and(|(_, value)| value.ends_with('%') && rest == "0");
    let chain = format!("{chain}{rest}{}", if unit { "%" } else { "" });
    phrases::told(
        piece,
        if before.is_empty() { format!("{name} = {chain}") } else { format!("{name} = {before} ({chain})") },
    )
}

/// `A 500元，B 300元`, `junior: 1%, senior: 2%`: labels, each with its value.
fn cases(piece: &Piece, list: &str) -> Option<Vec<(String, String)>> {
    let parts = list.split([',', ';', '、', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let case = |part: &str| {
        let end = part.find(|c: char| !unicode_ident::is_xid_continue(c))?;
        let (label, value) = part.split_at(end);
        let signed = value.trim_matches([' ', ':', '=', '>']);
        let figure = signed.trim_start_matches(['$', '€', '£']);
        let (value, rest) = bounds::quantity(figure)?;
        let code = piece.currency().filter(|_| figure != signed).map_or(String::new(), |code| format!(" {code}"));
        (rest.trim().is_empty() && !label.is_empty()).then(|| (label.to_owned(), phrases::spelt(&value) + &code))
    };
    let cases: Vec<(String, String)> = parts.map(case).collect::<Option<_>>()?;
    (cases.len() > 1).then_some(cases)
}

/// The grade or field whose labels these are.
fn subject<'a>(piece: &Piece<'a>, cases: &[(String, String)]) -> Option<&'a str> {
    let grade = piece.grade().filter(|grade| {
        let labels = piece.labels(grade);
        cases.iter().all(|(label, _)| labels.contains(&label.as_str()))
    });
    grade.or_else(|| {
        piece.prepared().lines().find_map(|line| {
            let (head, labels) = line.split_once(':')?;
            let words: Vec<&str> = labels.split(|c: char| !unicode_ident::is_xid_continue(c)).collect();
            let all = cases.iter().all(|(label, _)| words.contains(&label.as_str()));
            head.split_whitespace().next().filter(|_| all)
        })
    })
}
