//! Records, their fields and types.

use super::{Lower, expression};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Calendar, Unit};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{Attributes, Decimals, Field, LabelDecl, Name, PercentForm, TypeExpr, TypeKind};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::slip::{self, Place};

/// The fields of a block; what could not be read is told and left out.
pub fn fields(lower: &mut Lower, pair: Pair) -> Vec<Field> {
    let mut fields = vec![];
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::field => fields.extend(field(lower, part)),
            Rule::bad_line => drop(lower.broken(&part, Place::Field)),
            _ => {}
        }
    }
    fields
}

/// One field.
pub fn field(lower: &mut Lower, pair: Pair) -> Option<Field> {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner().peekable();
    let name = lower.name(&parts.next()?);
    let title = parts.next_if(|part| part.as_rule() == Rule::text).map(|title| lower.text(&title));
    let ty = type_expr(lower, parts.next()?);
    let mut attributes = Attributes::default();
    parts.for_each(|part| attribute(lower, &mut attributes, part));
    Some(Field { name, title, ty, attributes, span })
}

/// Sets what an attribute says; a second of its kind is told.
pub fn attribute(lower: &mut Lower, attributes: &mut Attributes, pair: Pair) {
    let span = lower.span(&pair);
    let rule = pair.as_rule();
    let flag = match rule {
        Rule::kw_key => &mut attributes.key,
        Rule::kw_period => &mut attributes.period,
        Rule::kw_optional => &mut attributes.optional,
        Rule::kw_required => &mut attributes.required,
        Rule::kw_rounded => &mut attributes.rounded,
        _ => return valued_attribute(lower, attributes, pair),
    };
    if flag.replace(span).is_some() {
        repeated(lower, span);
    }
}

fn valued_attribute(lower: &mut Lower, attributes: &mut Attributes, pair: Pair) {
    let span = lower.span(&pair);
    let rule = pair.as_rule();
    let mut inner = pair.into_inner().filter(|part| !is_word(part.as_rule()));
    let again = match rule {
        Rule::default => {
            let value = inner.next().map(|value| expression(lower, value));
            std::mem::replace(&mut attributes.default, value).is_some()
        }
        Rule::domain => {
            let interval = inner.next().and_then(|interval| super::expression::interval(lower, interval));
            std::mem::replace(&mut attributes.domain, interval).is_some()
        }
        Rule::decimals => {
            let decimals = inner.next().and_then(|number| decimals(lower, &number, span));
            std::mem::replace(&mut attributes.decimals, decimals).is_some()
        }
        Rule::columns => {
            attributes.columns.extend(inner.map(|column| lower.text(&column)));
            false
        }
        _ => false,
    };
    if again {
        repeated(lower, span);
    }
}

/// The keywords that begin an attribute, which say nothing further.
fn is_word(rule: Rule) -> bool {
    matches!(rule, Rule::kw_default | Rule::kw_in | Rule::kw_decimals | Rule::kw_from)
}

/// Tells that something that may be said once was said again.
pub fn repeated(lower: &mut Lower, span: Span) {
    let word = lower.source(span).split(|c: char| c.is_ascii_digit()).next().unwrap_or("").trim().to_owned();
    lower.tell(Diagnostic::new(Code::Repeated, span).arg("word", word));
}

fn decimals(lower: &mut Lower, number: &Pair, span: Span) -> Option<Decimals> {
    let places = slip::figure(number.as_str())
        .filter(|places| places.is_integer())
        .and_then(|places| u32::try_from(places).ok().filter(|places| *places <= 12));
    if places.is_none() {
        lower.tell(Diagnostic::new(Code::BadDecimals, lower.span(number)).arg("number", number.as_str().trim()));
    }
    places.map(|places| Decimals { places, span })
}

/// A type.
pub fn type_expr(lower: &mut Lower, pair: Pair) -> TypeExpr {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner();
    let kind = match (parts.next(), parts.next()) {
        (Some(labels), _) if labels.as_rule() == Rule::label_set => {
            TypeKind::Labels(labels.into_inner().filter_map(|label| label_decl(lower, label)).collect())
        }
        (Some(over), Some(under)) => {
            TypeKind::Rate(Box::new(base_type(lower, over)), Box::new(base_type(lower, under)))
        }
        (Some(base), None) => base_type(lower, base).kind,
        _ => TypeKind::Invalid,
    };
    TypeExpr { kind, span }
}

/// A label with its title.
pub fn label_decl(lower: &mut Lower, pair: Pair) -> Option<LabelDecl> {
    let mut parts = pair.into_inner();
    let name = lower.name(&parts.next()?);
    Some(LabelDecl { name, title: parts.next().map(|title| lower.text(&title)) })
}

fn base_type(lower: &mut Lower, pair: Pair) -> TypeExpr {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner();
    let kind = match parts.next() {
        None => TypeKind::Invalid,
        Some(word) => {
            let name = lower.name(&word);
            let form = parts.next();
            let kind = type_kind(name, form.as_ref().map(|form| form.as_str().trim()));
            kind.unwrap_or_else(|| {
                let told = Diagnostic::new(Code::BadTypeForm, span).arg("type", word.as_str().trim());
                let content = form.as_ref().map_or("", |form| form.as_str().trim());
                lower.tell(slip::form(told, word.as_str().trim(), content));
                TypeKind::Invalid
            })
        }
    };
    TypeExpr { kind, span }
}

/// The type that a word names; `None` where it cannot have what stands in its parentheses.
fn type_kind(name: Name, form: Option<&str>) -> Option<TypeKind> {
    use Keyword as K;
    let keyword = Keyword::among(&name.text, K::TYPES);
    match (keyword, form) {
        (Some(K::Percent), form) => form
            .map(percent_form)
            .map_or(Some(TypeKind::Percent(None)), |form| form.map(|form| TypeKind::Percent(Some(form)))),
        (Some(K::Duration), form) => form
            .map(|form| Unit::of(form).and_then(Unit::time))
            .map_or(Some(TypeKind::Duration(None)), |unit| unit.map(|unit| TypeKind::Duration(Some(unit)))),
        (Some(keyword), Some(form)) => calendar_kind(keyword).filter(|_| K::DateTime.is(form)).map(TypeKind::DateTime),
        (None, Some(_)) => None,
        (Some(keyword), None) => Some(plain_kind(keyword)),
        (None, None) => Some(TypeKind::Named(name)),
    }
}

fn plain_kind(keyword: Keyword) -> TypeKind {
    match keyword {
        Keyword::Number => TypeKind::Number,
        Keyword::Count => TypeKind::Count,
        Keyword::Points => TypeKind::Points,
        Keyword::Money => TypeKind::Money,
        Keyword::Bool => TypeKind::Bool,
        Keyword::Text => TypeKind::Text,
        other => calendar_kind(other).map_or(TypeKind::Invalid, TypeKind::Calendar),
    }
}

/// The kind of calendar value that a word names.
pub fn calendar_kind(keyword: Keyword) -> Option<Calendar> {
    match keyword {
        Keyword::Date => Some(Calendar::Date),
        Keyword::Month => Some(Calendar::Month),
        Keyword::Quarter => Some(Calendar::Quarter),
        Keyword::Year => Some(Calendar::Year),
        Keyword::Week => Some(Calendar::Week),
        Keyword::Time => Some(Calendar::Time),
        _ => None,
    }
}

fn percent_form(text: &str) -> Option<PercentForm> {
    match text {
        "%" => Some(PercentForm::Percent),
        _ if Keyword::Fraction.is(text) => Some(PercentForm::Fraction),
        _ => None,
    }
}
