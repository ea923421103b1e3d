//! What stands in declarations: weights, bounds of pay, params, defaults, the ends of straight lines.

use super::super::Kind;
use super::super::text::{Texts, others};
use super::Alteration;
use super::values::literal;
use crate::source::Span;
use crate::syntax::ast::{Bounds, Expr, Field, Item, Row, RowValue, Score, Share};

/// All declarations.
pub(super) fn of(texts: &Texts, found: &mut Vec<Alteration>) {
    let items = &texts.compiled.file.items;
    let mut whole: Vec<Span> = vec![];
    for item in items {
        match item {
            Item::Score(score) => whole.extend(share(score.share.as_ref())),
            Item::Section(section) => {
                whole.extend(share(section.share.as_ref()));
                weights(
                    texts,
                    &section.scores.iter().filter_map(|it| share(it.share.as_ref())).collect::<Vec<_>>(),
                    found,
                );
            }
            _ => {}
        }
        declared(texts, item, found);
    }
    weights(texts, &whole, found);
}

fn declared(texts: &Texts, item: &Item, found: &mut Vec<Alteration>) {
    match item {
        Item::Param(param) => literal(texts, Kind::Value, param.value.span, param.value.span, found),
        Item::Pay(pay) => {
            limits(texts, &pay.bounds, found);
            pay.lines.iter().for_each(|line| limits(texts, &line.bounds, found));
        }
        Item::Record(record) => defaults(texts, &record.fields, found),
        Item::Lookup(block) | Item::Details(block) => {
            defaults(texts, &block.fields, found);
            block.items.iter().for_each(|item| declared(texts, item, found));
        }
        Item::Score(score) => scored(texts, score, found),
        Item::Section(section) => section.scores.iter().for_each(|score| scored(texts, score, found)),
        Item::Grade(grade) => lines(texts, &grade.rows, found),
        Item::Table(table) => lines(texts, &table.rows, found),
        _ => {}
    }
}

fn scored(texts: &Texts, score: &Score, found: &mut Vec<Alteration>) {
    if let Some(rows) = &score.rows {
        lines(texts, rows, found);
    }
}

/// Both ends of straight lines.
fn lines(texts: &Texts, rows: &[Row], found: &mut Vec<Alteration>) {
    for row in rows {
        for value in &row.values {
            if let RowValue::Line { from, to, .. } = value {
                [from, to].into_iter().for_each(|end| literal(texts, Kind::Value, row.span, end.span, found));
            }
        }
    }
}

fn limits(texts: &Texts, bounds: &Bounds, found: &mut Vec<Alteration>) {
    for bound in [&bounds.at_least, &bounds.at_most].into_iter().flatten() {
        if let Some([more, less, ..]) = others(texts.at(bound.span)).filter(|_| texts.is_literal(bound.span)) {
            for text in [more, less] {
                found.push(Alteration::text(texts, Kind::Bound, bound.span, vec![vec![(bound.span, text)]]));
            }
        }
    }
}

fn defaults(texts: &Texts, fields: &[Field], found: &mut Vec<Alteration>) {
    let defaults = fields.iter().filter_map(|field| Some((field.span, field.attributes.default.as_ref()?)));
    defaults.for_each(|(whole, value)| literal(texts, Kind::Otherwise, whole, value.span, found));
}

fn share(share: Option<&Share>) -> Option<Span> {
    let (Share::Weight(expr) | Share::OutOf(expr)): &Share = share?;
    let Expr { span, .. } = expr;
    Some(*span)
}

/// Each weight by one more, at the cost of the next one; of marks that need not add up, alone.
fn weights(texts: &Texts, shares: &[Span], found: &mut Vec<Alteration>) {
    for (at, share) in shares.iter().enumerate().filter(|(_, share)| texts.is_literal(**share)) {
        let Some([more, ..]) = others(texts.at(*share)) else { continue };
        let mut ways = vec![vec![(*share, more.clone())]];
        let next = shares.get((at + 1) % shares.len()).copied();
        let next = next.filter(|next| next != share && texts.is_literal(*next));
        if let Some((next, [_, less, ..])) = next.and_then(|next| Some((next, others(texts.at(next))?)))
            && next.file == share.file
        {
            ways.push(vec![(*share, more), (next, less)]);
        }
        let way = |edits: Vec<(Span, String)>| super::Way {
            new: edits.first().map(|(_, text)| text.clone()),
            change: super::Change::Text(edits),
        };
        let old = texts.line(*share);
        found.push(Alteration { kind: Kind::Weight, span: *share, old, ways: ways.into_iter().map(way).collect() });
    }
}
