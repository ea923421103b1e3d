//! Types as they are written, and what a record can hold of each.

use std::collections::{HashMap, HashSet};

use super::super::context::Context;
use super::super::expression::{Wanted, expression, rounded};
use super::super::resolve;
use crate::diagnostic::{Code, Diagnostic, nearest_of};
use crate::ir::{Bare, Expr, Label, LabelSet, LabelSetId, Type};
use crate::quantity::{Decimal, Dimension, Rounding, TimeUnit, Tongue, exact};
use crate::source::Span;
use crate::syntax::ast::{self, PercentForm, TypeKind};
use crate::syntax::{is_set_word, type_meant};

/// A type as a declaration writes it, with what it says besides the type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Declared {
    /// The type.
    pub ty: Type,
    /// Whether it is `count`.
    pub count: bool,
    /// The unit of a bare duration.
    pub time_unit: TimeUnit,
    /// How a bare number is read.
    pub bare: Bare,
    /// Where it is written.
    pub span: Span,
}

/// A type of which nothing is known.
pub(super) fn unknown(span: Span) -> Declared {
    Declared { ty: Type::Invalid, count: false, time_unit: TimeUnit::Second, bare: Bare::Plain, span }
}

/// What a written type means. What cannot be one is told.
pub(super) fn declared(cx: &mut Context, ty: &ast::TypeExpr) -> Declared {
    let plain = unknown(ty.span);
    let number = |dimension| Declared { ty: Type::Number(dimension), ..plain };
    match &ty.kind {
        TypeKind::Number => number(Dimension::NUMBER),
        TypeKind::Count => Declared { count: true, ..number(Dimension::NUMBER) },
        TypeKind::Percent(form) => Declared { bare: bare_percent(*form), ..number(Dimension::PERCENT) },
        TypeKind::Points => number(Dimension::POINTS),
        TypeKind::Money => number(Dimension::MONEY),
        TypeKind::Duration(unit) => {
            let time_unit = unit.unwrap_or_default();
            Declared { time_unit, bare: Bare::Time(time_unit), ..number(Dimension::TIME) }
        }
        TypeKind::Bool => Declared { ty: Type::Bool, ..plain },
        TypeKind::Text => Declared { ty: Type::Text, ..plain },
        TypeKind::Calendar(kind) => Declared { ty: Type::Calendar(*kind), ..plain },
        TypeKind::DateTime(kind) => Declared { ty: Type::Calendar(*kind), bare: Bare::DateTime, ..plain },
        TypeKind::Labels(labels) => Declared { ty: Type::Label(label_set(cx, None, labels)), ..plain },
        TypeKind::Named(name) => Declared { ty: named(cx, name), ..plain },
        TypeKind::Rate(over, under) => Declared { ty: rate(cx, over, under), ..plain },
        TypeKind::Unsaid | TypeKind::Invalid => plain,
    }
}

/// An expression of a type, rounded where a step is given.
pub(super) fn fitted(cx: &mut Context, expr: &ast::Expr, ty: Type, step: Option<Decimal>) -> Expr {
    let wanted = if ty == Type::Invalid { Wanted::Anything } else { Wanted::Type(ty) };
    match step {
        Some(step) => rounded(cx, expr, wanted, step, Rounding::HalfUp),
        None => expression(cx, expr, wanted),
    }
}

/// The set of these labels; sets with the same labels in the same order are one.
pub(super) fn label_set(cx: &mut Context, name: Option<&ast::Name>, written: &[ast::LabelDecl]) -> LabelSetId {
    let labels = distinct(cx, written);
    let same = |set: &LabelSet| set.labels.iter().map(|l| &l.name).eq(labels.iter().map(|l| &l.name));
    let known = cx.label_sets.iter().position(same).unwrap_or(cx.label_sets.len());
    if known == cx.label_sets.len() {
        cx.label_sets.push(LabelSet { name: None, labels, ranked: false });
    }
    if let (Some(set), Some(name)) = (cx.label_sets.get_mut(known), name) {
        set.name.get_or_insert_with(|| name.text.clone());
    }
    for label in written {
        resolve::declared_label(cx, LabelSetId(known), &label.name);
    }
    LabelSetId(known)
}

/// The title of each label of a written type, in the order of its labels.
pub(super) fn titles(cx: &Context, ty: &ast::TypeExpr) -> Vec<Option<String>> {
    match &ty.kind {
        TypeKind::Labels(labels) => label_titles(labels),
        TypeKind::Named(name) => cx.scope.titles.get(&name.text).cloned().unwrap_or_default(),
        _ => vec![],
    }
}

/// The title of each label; of one that stands twice, which is told, the first.
pub(super) fn label_titles(labels: &[ast::LabelDecl]) -> Vec<Option<String>> {
    let mut seen = HashSet::new();
    let distinct = labels.iter().filter(|label| seen.insert(label.name.text.as_str()));
    distinct.map(|label| label.title.as_ref().map(|title| title.text.clone())).collect()
}

/// The multiple that `decimals n` asks for, in base units.
pub(super) fn step(cx: &mut Context, declared: &Declared, decimals: Option<ast::Decimals>) -> Option<Decimal> {
    let decimals = decimals?;
    let Type::Number(dimension) = declared.ty else {
        if declared.ty != Type::Invalid {
            cx.tell(misplaced(decimals.span, "decimals", cx));
        }
        return None;
    };
    if declared.count {
        cx.tell(misplaced(decimals.span, "decimals-count", cx));
        return None;
    }
    let places = decimals.places + if dimension.percent { 2 } else { 0 };
    let unit = if dimension == Dimension::TIME { declared.time_unit.seconds() } else { 1 };
    exact::mul(exact::ulp(places)?, Decimal::from(unit))
}

/// An attribute that does not fit where it stands.
pub(super) fn misplaced(span: Span, variant: &'static str, cx: &Context) -> Diagnostic {
    Diagnostic::new(Code::MisplacedAttribute, span).variant(variant).arg("attribute", cx.sources.slice(span))
}

fn bare_percent(form: Option<PercentForm>) -> Bare {
    match form {
        None => Bare::Refused,
        Some(PercentForm::Percent) => Bare::Percent,
        Some(PercentForm::Fraction) => Bare::Fraction,
    }
}

/// Labels without those that stand twice, which are told, as is a title that two labels have.
fn distinct(cx: &mut Context, labels: &[ast::LabelDecl]) -> Vec<Label> {
    let (mut seen, mut titles) = (HashMap::new(), HashMap::new());
    let mut kept = vec![];
    for label in labels {
        if let Some(first) = seen.insert(label.name.text.as_str(), label.name.span) {
            let twice = Diagnostic::new(Code::DuplicateName, label.name.span).variant("label");
            cx.tell(twice.arg("name", label.name.text.as_str()).label(first, "first"));
            continue;
        }
        if let Some(title) = &label.title
            && let Some(first) = titles.insert(title.text.as_str(), title.span)
        {
            let twice = Diagnostic::new(Code::DuplicateName, title.span).variant("label-title");
            cx.tell(twice.arg("name", title.text.as_str()).label(first, "first"));
        }
        kept.push(Label { name: label.name.text.clone(), span: label.name.span });
    }
    kept
}

fn named(cx: &mut Context, name: &ast::Name) -> Type {
    if let Some(set) = resolve::label_set(cx, name) {
        return Type::Label(set);
    }
    let unknown = Diagnostic::new(Code::UnknownType, name.span).arg("name", name.text.as_str()).without(&name.text);
    if is_set_word(&name.text) {
        cx.tell(unknown.variant("labels"));
        return Type::Invalid;
    }
    if matches!(name.text.as_str(), "时间" | "timespan") {
        cx.tell(unknown.variant("time"));
        return Type::Invalid;
    }
    if let Some(meant) = type_meant(&name.text, cx.header.tongue) {
        cx.tell(unknown.variant("meant").arg("wanted", meant.as_str()).edit(name.span, meant));
        return Type::Invalid;
    }
    let near = nearest_of(&name.text, cx.scope.types.keys().map(String::as_str));
    cx.tell(match near {
        Some(near) => unknown.variant("near").without(near).arg("near", near).edit(name.span, near),
        None => unknown,
    });
    Type::Invalid
}

/// The name of an output whose type was not written, which is told with the type that its answers seem to have.
pub(super) fn untyped<'a>(
    cx: &mut Context,
    output: &'a ast::Output,
    (at, rows): (usize, &[ast::Row]),
) -> Option<&'a ast::Name> {
    let (None, TypeKind::Named(name)) = (&output.name, &output.ty.kind) else { return None };
    let known = cx.scope.types.contains_key(&name.text) || is_set_word(&name.text);
    let near = || nearest_of(&name.text, cx.scope.types.keys().map(String::as_str)).is_some();
    if known || type_meant(&name.text, Tongue::En).is_some() || near() {
        return None;
    }
    let answer = rows.iter().find_map(|row| cx.sources.slice(row.span).split_once("=>")?.1.split(',').nth(at));
    let ty = answer.map(type_of_answer).map(|ty| if ty == "number" && is_money(&name.text) { "money" } else { ty })?;
    let told = Diagnostic::new(Code::UnknownType, name.span).variant("output").arg("name", name.text.as_str());
    let told = told.without(&name.text).arg("wanted", format!("{} : {ty}", name.text));
    cx.tell(told.edit(name.span.after(), format!(" : {ty}")));
    Some(name)
}

/// Whether an output is called as an amount is.
fn is_money(name: &str) -> bool {
    const WORDS: [&str; 13] =
        ["奖", "金", "薪", "工资", "补贴", "津贴", "提成", "钱", "bonus", "pay", "wage", "salary", "commission"];
    let name = name.to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}

/// The type that an answer seems to have.
fn type_of_answer(answer: &str) -> &'static str {
    let has = |signs: &[&str]| signs.iter().any(|sign| answer.contains(sign));
    match () {
        () if has(&["元", "¥", "￥", "$", "CNY", "USD"]) => "money",
        () if has(&["%", "％"]) => "percent",
        () if has(&["分", "pt"]) => "points",
        () => "number",
    }
}

/// `是/否`, `junior/senior`: labels parted as people part them.
fn slashed(cx: &mut Context, over: &ast::TypeExpr, under: &ast::TypeExpr) -> bool {
    let (TypeKind::Named(one), TypeKind::Named(other)) = (&over.kind, &under.kind) else { return false };
    let mut known =
        |name: &ast::Name| resolve::label_set(cx, name).is_some() || type_meant(&name.text, Tongue::En).is_some();
    if known(one) || known(other) {
        return false;
    }
    let span = one.span.to(other.span);
    let text = cx.sources.slice(span).to_owned();
    let meant = type_meant(&text, cx.header.tongue);
    let wanted = meant.unwrap_or_else(|| format!("{} | {}", cx.sources.slice(one.span), cx.sources.slice(other.span)));
    let told = Diagnostic::new(Code::UnknownType, span).variant("meant").arg("name", text).without(&one.text);
    cx.tell(told.without(&other.text).arg("wanted", wanted.as_str()).edit(span, wanted));
    true
}

fn rate(cx: &mut Context, over: &ast::TypeExpr, under: &ast::TypeExpr) -> Type {
    if slashed(cx, over, under) {
        return Type::Invalid;
    }
    match (declared(cx, over).ty, declared(cx, under).ty) {
        (Type::Number(over), Type::Number(under)) => Type::Number(over.over(under)),
        (Type::Invalid, _) | (_, Type::Invalid) => Type::Invalid,
        // `元/月`: what everybody has once a period is an amount.
        (Type::Number(_), Type::Calendar(_)) => {
            let (name, amount) = (cx.sources.slice(under.span).to_owned(), cx.sources.slice(over.span).to_owned());
            let told = Diagnostic::new(Code::MisplacedType, under.span).variant("period").arg("type", name);
            let whole = over.span.after().to(under.span);
            cx.tell(told.arg("wanted", amount).edit(whole, ""));
            Type::Invalid
        }
        (Type::Number(_), _) => not_a_rate(cx, under.span),
        _ => not_a_rate(cx, over.span),
    }
}

fn not_a_rate(cx: &mut Context, span: Span) -> Type {
    let name = cx.sources.slice(span).to_owned();
    cx.tell(Diagnostic::new(Code::MisplacedType, span).variant("rate").arg("type", name));
    Type::Invalid
}
