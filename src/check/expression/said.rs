//! Words that say a value: `满分`, `不得分`, `true`.

use super::super::context::Context;
use super::super::resolve;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::quantity::{Dimension, Tongue, spell_number};
use crate::syntax::Keyword;

/// Words for full marks.
const FULL: [&str; 4] = ["全分", "full", "full_marks", "fullmarks"];

/// Words for nothing at all.
const NOTHING: [&str; 14] =
    ["零分", "不得分", "不计分", "无分", "零", "无", "没有", "不发", "不给", "不奖", "none", "nothing", "nil", "zero"];

/// Words for yes and no.
const YES: [&str; 6] = ["true", "yes", "y", "真", "有效", "成立"];
const NO: [&str; 6] = ["false", "no", "n", "假", "错", "不成立"];

/// What a sheet writes for yes and no, where `yes` or `no` is asked.
pub(super) fn truth(cx: &Context, written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let is = |words: &[&str], keyword: Keyword| words.contains(&lower.as_str()) || keyword.is(written);
    let keyword = if lower == "1" || is(&YES, Keyword::Yes) {
        Keyword::Yes
    } else if lower == "0" || is(&NO, Keyword::No) {
        Keyword::No
    } else {
        return None;
    };
    Some(if cx.header.tongue == Tongue::Zh { keyword.zh() } else { keyword.en() }.to_owned())
}

/// What a word that nothing is called is written as, where a value of this type stands.
pub(super) fn meant(cx: &Context, word: &str, hint: Option<Type>) -> Option<String> {
    let lower = word.to_lowercase();
    let is = |words: &[&str]| words.contains(&lower.as_str());
    let chinese = !word.is_ascii() || cx.header.tongue == Tongue::Zh;
    let spelt = |keyword: Keyword| if chinese { keyword.zh() } else { keyword.en() };
    match hint {
        Some(Type::Number(Dimension::POINTS)) if is(&FULL) || word == Keyword::OutOf.zh() => {
            Some(spell_number(cx.header.full_marks))
        }
        Some(Type::Number(dimension)) if is(&NOTHING) => Some(format!("0{}", cx.unit(dimension)?)),
        Some(Type::Number(_) | Type::Text | Type::Label(_) | Type::Calendar(_)) => None,
        _ if is(&YES) => Some(spelt(Keyword::Yes).to_owned()),
        _ if is(&NO) => Some(spelt(Keyword::No).to_owned()),
        _ => None,
    }
}

/// `"sales" * 2`: a text that is called as a value is.
pub(super) fn quoted(cx: &Context, side: &Expr) -> Option<Diagnostic> {
    let written = cx.sources.slice(side.span).trim();
    let name = written.trim_matches(['"', '“', '”']);
    let known = side.ty == Type::Text && name.len() < written.len() && resolve::is_value(cx, name);
    known.then(|| {
        let told = Diagnostic::new(Code::NoOperator, side.span).variant("quoted").arg("text", written);
        told.arg("wanted", name).edit(side.span, name)
    })
}
