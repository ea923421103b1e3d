//! Declarations.

use super::record::{attribute, calendar_kind, field, fields, label_decl, repeated, type_expr};
use super::table::{grade, headless, scale, score, section, table};
use super::{Lower, expression, header, test};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{
    Attributes, Block, Bounds, Ensure, Expr, Flag, Gate, Header, Item, Let, Metric, Name, Param, Pay, PayLine, Record,
    Text, TypeDecl, TypeExpr,
};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::lower::expression::is_expression;
use crate::syntax::slip::{self, Place};

/// A declaration; `None` for what is none, such as the end of the file.
pub fn item(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = lower.span(&pair);
    let item = match pair.as_rule() {
        Rule::EOI => return None,
        Rule::header => policy(lower, pair),
        Rule::record => record(lower, pair),
        Rule::lookup => block(lower, pair).map(Item::Lookup),
        Rule::details => block(lower, pair).map(Item::Details),
        Rule::type_decl => type_decl(lower, pair),
        Rule::param | Rule::metric | Rule::let_decl => value(lower, pair),
        Rule::score => score(lower, pair).map(Item::Score),
        Rule::section => section(lower, pair),
        Rule::grade => grade(lower, pair),
        Rule::table => table(lower, pair),
        Rule::scale => scale(lower, pair),
        Rule::gate => gate(lower, pair),
        Rule::pay => pay(lower, pair),
        Rule::flag => flag(lower, pair),
        Rule::ensure => last(lower, pair).map(|condition| Item::Ensure(Ensure { condition, span })),
        Rule::test => Some(test::test(lower, pair)),
        Rule::case => test::case(lower, pair),
        Rule::use_file => pair.into_inner().last().map(|file| Item::Use(lower.text(&file))),
        Rule::headless => Some(Item::Invalid(headless(lower, pair))),
        _ => Some(Item::Invalid(lower.broken(&pair, Place::Item))),
    };
    Some(item.unwrap_or(Item::Invalid(span)))
}

/// The last expression in a pair.
fn last(lower: &mut Lower, pair: Pair) -> Option<Expr> {
    pair.into_inner().filter(|part| is_expression(part.as_rule())).last().map(|part| expression(lower, part))
}

fn policy(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner().filter(|part| part.as_rule() != Rule::kw_policy);
    let mut policy = Header {
        title: lower.text(&parts.next()?),
        currency: None,
        period: None,
        effective_from: None,
        effective_until: None,
        full_marks: None,
        applies: None,
        span,
    };
    parts.for_each(|part| header_line(lower, &mut policy, part));
    Some(Item::Header(policy))
}

fn header_line(lower: &mut Lower, policy: &mut Header, pair: Pair) {
    let again = match pair.as_rule() {
        Rule::currency => policy.currency.is_some(),
        Rule::header_period => policy.period.is_some(),
        Rule::effective_from => policy.effective_from.is_some(),
        Rule::effective_until => policy.effective_until.is_some(),
        Rule::full_marks => policy.full_marks.is_some(),
        Rule::applies => policy.applies.is_some(),
        _ => false,
    };
    if again {
        let keyword = pair.clone().into_inner().next().map_or(lower.span(&pair), |keyword| lower.span(&keyword));
        return repeated(lower, keyword);
    }
    match pair.as_rule() {
        Rule::currency => policy.currency = pair.into_inner().last().map(|name| lower.name(&name)),
        Rule::header_period => policy.period = pair.into_inner().last().and_then(|word| period(lower, &word)),
        Rule::effective => pair.into_inner().for_each(|part| header_line(lower, policy, part)),
        Rule::effective_from => policy.effective_from = last(lower, pair),
        Rule::effective_until => policy.effective_until = last(lower, pair),
        Rule::full_marks => policy.full_marks = last(lower, pair),
        Rule::applies => policy.applies = last(lower, pair),
        Rule::bad_line => drop(lower.broken(&pair, Place::Header)),
        _ => {}
    }
}

fn period(lower: &mut Lower, word: &Pair) -> Option<(crate::quantity::Calendar, Span)> {
    let name = lower.name(word);
    let keyword = Keyword::among(&name.text, Keyword::PERIODS);
    let period = keyword.and_then(calendar_kind);
    if period.is_none() {
        let told = Diagnostic::new(Code::NoSuchPeriod, name.span).arg("found", name.text.as_str());
        lower.tell(match slip::period(&name.text) {
            Some(meant) => told.edit(name.span, meant.en()),
            None => told,
        });
    }
    period.map(|period| (period, name.span))
}

fn record(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let mut parts = pair.into_inner();
    let span = lower.span(&parts.next()?);
    Some(Item::Record(Record { fields: fields(lower, parts.next()?), span }))
}

fn block(lower: &mut Lower, pair: Pair) -> Option<Block> {
    let span = header(lower, &pair, &[Rule::fields]);
    let nameless = Name { text: String::new(), span, quoted: false };
    let mut block = Block { name: nameless, policy: None, fields: vec![], items: vec![], span };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => block.name = lower.name(&part),
            Rule::text => block.policy = Some(lower.text(&part)),
            Rule::fields => block.fields = fields(lower, part),
            Rule::field => block.fields.extend(field(lower, part)),
            Rule::let_decl | Rule::table | Rule::scale => block.items.extend(item(lower, part)),
            Rule::bad_line => drop(lower.broken(&part, place_in_details(part.as_str()))),
            _ => {}
        }
    }
    Some(block)
}

/// What a line of details was meant as: `let x = …` is no field that is called “let x”.
fn place_in_details(line: &str) -> Place {
    let first = line.split_whitespace().next().unwrap_or("");
    let declares = Keyword::among(first, &[Keyword::Let, Keyword::Table, Keyword::Scale]).is_some();
    if declares && line.contains(['=', '{']) { Place::Item } else { Place::Field }
}

fn type_decl(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = lower.span(&pair);
    let mut parts = pair.into_inner().filter(|part| part.as_rule() != Rule::kw_type);
    let name = lower.name(&parts.next()?);
    Some(Item::Type(TypeDecl { name, labels: parts.filter_map(|label| label_decl(lower, label)).collect(), span }))
}

/// `param`, `metric` and `let`.
fn value(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = lower.span(&pair);
    let rule = pair.as_rule();
    let (mut name, mut title, mut ty, mut value): (Option<Name>, Option<Text>, Option<TypeExpr>, Option<Expr>) =
        (None, None, None, None);
    let mut attributes = Attributes::default();
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => name = Some(lower.name(&part)),
            Rule::text => title = Some(lower.text(&part)),
            Rule::type_expr => ty = Some(type_expr(lower, part)),
            Rule::expression => value = Some(expression(lower, part)),
            _ => attribute(lower, &mut attributes, part),
        }
    }
    let (name, value) = (name?, value?);
    Some(match rule {
        Rule::param => Item::Param(Param { name, title, ty: ty?, attributes, value, span }),
        Rule::metric => {
            let behind = title.as_ref().map_or(name.span, |title| title.span).after();
            let ty = ty.unwrap_or(TypeExpr { kind: crate::syntax::ast::TypeKind::Unsaid, span: behind });
            Item::Metric(Metric { name, title, ty, attributes, value, span })
        }
        _ => Item::Let(Let { name, ty, attributes, value, span }),
    })
}

fn gate(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = header(lower, &pair, &[]);
    let (mut name, mut title, mut conditions) = (None, None, vec![]);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => name = Some(lower.name(&part)),
            Rule::text => title = Some(lower.text(&part)),
            Rule::expression => conditions.push(expression(lower, part)),
            Rule::bad_line => drop(lower.broken(&part, Place::Condition)),
            _ => {}
        }
    }
    Some(Item::Gate(Gate { name: name?, title, conditions, span }))
}

fn pay(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = header(lower, &pair, &[]);
    let (mut head, mut lines) = (None, vec![]);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::pay_head => head = pay_head(lower, part),
            Rule::pay_line => lines.extend(pay_line(lower, part)),
            Rule::bad_line => drop(lower.broken(&part, Place::PayLine)),
            _ => {}
        }
    }
    let (name, title, bounds) = head?;
    Some(Item::Pay(Pay { name, title, bounds, lines, span }))
}

fn pay_head(lower: &mut Lower, pair: Pair) -> Option<(Name, Option<Text>, Bounds)> {
    let (mut name, mut title, mut bounds) = (None, None, Bounds::default());
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => name = Some(lower.name(&part)),
            Rule::text => title = Some(lower.text(&part)),
            _ => bound(lower, &mut bounds, part),
        }
    }
    Some((name?, title, bounds))
}

fn pay_line(lower: &mut Lower, pair: Pair) -> Option<PayLine> {
    let span = lower.span(&pair);
    let (mut name, mut value, mut bounds) = (None, None, Bounds::default());
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name | Rule::text => name = Some(lower.name(&part)),
            Rule::expression => value = Some(expression(lower, part)),
            _ => bound(lower, &mut bounds, part),
        }
    }
    Some(PayLine { name: name?, bounds, value: value?, span })
}

fn bound(lower: &mut Lower, bounds: &mut Bounds, pair: Pair) {
    let span = lower.span(&pair);
    let side = match pair.as_rule() {
        Rule::at_least => &mut bounds.at_least,
        _ => &mut bounds.at_most,
    };
    if side
        .replace(match last(lower, pair) {
            Some(bound) => bound,
            None => return,
        })
        .is_some()
    {
        repeated(lower, span);
    }
}

fn flag(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = lower.span(&pair);
    let (mut name, mut title, mut condition) = (None, None, None);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name => name = Some(lower.name(&part)),
            Rule::text => title = Some(lower.text(&part)),
            Rule::disjunction => condition = Some(expression(lower, part)),
            _ => {}
        }
    }
    Some(Item::Flag(Flag { name: name?, title, condition: condition?, span }))
}
