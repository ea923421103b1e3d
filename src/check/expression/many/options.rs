//! Named arguments: `within: g`, `ties: shared`.

use super::super::super::context::Context;
use super::super::build;
use crate::diagnostic::{Arg, Code, Diagnostic, nearest};
use crate::ir::Expr;
use crate::source::Span;
use crate::syntax::ast::{self, Call, OptionValue};
use crate::syntax::keyword::Keyword;

/// The named arguments of a call, each at most once.
pub(super) struct Options<'a> {
    given: Vec<(Keyword, &'a OptionValue)>,
}

impl<'a> Options<'a> {
    /// Reads the named arguments that a function takes; `None` where one is told.
    pub fn read(cx: &mut Context, it: &'a Call, allowed: &[Keyword]) -> Option<Self> {
        let (mut given, mut fine) = (vec![], true);
        for option in &it.options {
            let told = Diagnostic::new(Code::BadOption, option.name.span)
                .arg("function", it.function.text.as_str())
                .arg("name", option.name.text.as_str());
            match Keyword::among(&option.name.text, allowed) {
                Some(word) if given.iter().any(|(known, _)| *known == word) => cx.tell(told.variant("twice")),
                Some(word) => {
                    given.push((word, &option.value));
                    continue;
                }
                None => {
                    let words = allowed.iter().flat_map(|word| [word.en(), word.zh()]);
                    let list = allowed.iter().map(|word| Arg::Text(format!("{}:", word.en())));
                    let list = Arg::List(list.chain([Arg::from("where:")]).collect());
                    let told = told.arg("options", list);
                    cx.tell(match nearest(&option.name.text, words) {
                        Some(near) => told.variant("unknown-near").arg("near", near).edit(option.name.span, near),
                        None => told.variant("unknown"),
                    });
                }
            }
            fine = false;
        }
        fine.then_some(Options { given })
    }

    /// What stands behind one of them.
    pub fn get(&self, word: Keyword) -> Option<&'a OptionValue> {
        self.given.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// The expression that stands behind one of them.
    pub fn expression(&self, word: Keyword) -> Option<&'a ast::Expr> {
        match self.get(word) {
            Some(OptionValue::Expr(expr)) => Some(expr),
            _ => None,
        }
    }
}

/// Whether an expression is just that word.
pub(super) fn is_word(expr: &ast::Expr, word: Keyword) -> bool {
    matches!(&expr.kind, ast::ExprKind::Name(name) if !name.quoted && word.is(&name.text))
}

/// Tells a named argument that a function cannot do without.
pub(super) fn lacking(cx: &mut Context, span: Span, it: &Call, name: &'static str, proposal: &'static str) -> Expr {
    let close = Span { start: span.end.saturating_sub(1), end: span.end.saturating_sub(1), ..span };
    let variant = match name {
        "ties" => "no-ties",
        "by" => "no-by",
        _ => "no-within",
    };
    let told = Diagnostic::new(Code::BadOption, span).variant(variant).arg("function", it.function.text.as_str());
    cx.tell(if name == "by" { told } else { told.edit(close, format!(", {proposal}")) });
    build::invalid(span)
}

/// Tells a word that a named argument does not take.
pub(super) fn wrong_word(cx: &mut Context, word: &ast::Expr, it: &Call, name: &'static str) -> Expr {
    told(cx, word.span, it, name);
    build::invalid(word.span)
}

/// Tells an order that is none: the one that stands anyhow, and the other one in other words.
pub(super) fn order(cx: &mut Context, word: &ast::Expr, it: &Call) -> Expr {
    const DOWN: [&str; 9] =
        ["降序", "descending", "desc", "倒序", "从高到低", "从大到小", "由高到低", "由大到小", "逆序"];
    const UP: [&str; 7] = ["asc", "正序", "顺序", "从低到高", "从小到大", "由低到高", "由小到大"];
    let text = cx.sources.slice(word.span).trim().to_owned();
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(&text));
    let told = Diagnostic::new(Code::BadOption, word.span).variant("order");
    let told = told.arg("function", it.function.text.as_str()).arg("text", text.as_str());
    let option = it.options.iter().find(|option| Keyword::Order.is(&option.name.text));
    cx.tell(match option.map(|option| option.name.span) {
        _ if is(&UP) => told.edit(word.span, Keyword::Ascending.en()),
        Some(name) if is(&DOWN) => {
            let before = cx.sources.get(name.file).and_then(|file| file.text.get(..name.range().start)).unwrap_or("");
            let kept = before.trim_end().trim_end_matches([',', '，']).trim_end().len();
            let gap = Span { start: u32::try_from(kept).unwrap_or(name.start), ..name };
            told.edit(gap.to(word.span), "")
        }
        _ => told,
    });
    build::invalid(word.span)
}

/// Tells what stands behind a named argument and is none of what can.
pub(super) fn wrong<T>(cx: &mut Context, span: Span, it: &Call, name: &'static str) -> Option<T> {
    told(cx, span, it, name);
    None
}

/// Tells what is wrong with an argument, which the message quotes.
pub(super) fn told(cx: &mut Context, span: Span, it: &Call, variant: &'static str) {
    let text = cx.sources.slice(span).to_owned();
    let told = Diagnostic::new(Code::BadOption, span).variant(variant);
    cx.tell(told.arg("function", it.function.text.as_str()).arg("text", text));
}

/// Tells a details block behind `over:`.
pub(super) fn over_details(cx: &mut Context, value: &OptionValue, it: &Call) -> Expr {
    let OptionValue::Expr(block) = value else { return build::invalid(it.function.span) };
    told(cx, block.span, it, "over-details");
    build::invalid(block.span)
}

/// Tells `within:` beside `over:`.
pub(super) fn both(cx: &mut Context, span: Span, it: &Call) -> Expr {
    cx.tell(Diagnostic::new(Code::BadOption, span).variant("both").arg("function", it.function.text.as_str()));
    build::invalid(span)
}

/// Tells a look at other rows or records from inside one row of details.
pub(super) fn in_block(cx: &mut Context, span: Span, it: &Call) -> Expr {
    cx.tell(Diagnostic::new(Code::BadOption, span).variant("in-block").arg("function", it.function.text.as_str()));
    build::invalid(span)
}
