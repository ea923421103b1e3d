//! Parse trees of `test` and `case` blocks to their declarations.

use super::{Lower, expression, header};
use crate::source::Span;
use crate::syntax::ast::{AssignedValue, Assignment, Case, Given, GivenBlock, Item, Name, Test, Text};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::slip::Place;

/// `test "name" { … }`
pub fn test(lower: &mut Lower, pair: Pair) -> Item {
    let span = lower.span(&pair);
    let mut name = Text { text: String::new(), span };
    let mut given = Given { case: None, values: vec![], blocks: vec![], span };
    let mut expect = vec![];
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::text => name = lower.text(&part),
            Rule::given => given = self::given(lower, part),
            Rule::expect => expect = assignments(lower, part, Rule::assignments),
            _ => {}
        }
    }
    Item::Test(Test { name, given, expect, span })
}

fn given(lower: &mut Lower, pair: Pair) -> Given {
    let span = lower.span(&pair);
    let case = pair.clone().into_inner().find(|part| part.as_rule() == Rule::given_case);
    let case: Option<Name> = case.and_then(|case| case.into_inner().next()).map(|name| lower.name(&name));
    let (values, blocks) = givens(lower, pair);
    Given { case, values, blocks, span }
}

/// `case N { … }`
pub fn case(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = header(lower, &pair, &[Rule::givens]);
    let name = pair.clone().into_inner().find(|part| part.as_rule() == Rule::name).map(|name| lower.name(&name))?;
    let (given, blocks) = givens(lower, pair);
    Some(Item::Case(Case { name, given, blocks, span }))
}

/// What a `given` or `case` says of the record, and the blocks of what stands around it.
fn givens(lower: &mut Lower, pair: Pair) -> (Vec<Assignment>, Vec<GivenBlock>) {
    let blocks = pair.clone().into_inner().filter(|part| part.as_rule() == Rule::givens).flat_map(Pair::into_inner);
    let blocks: Vec<Pair> = blocks.filter(|part| part.as_rule() == Rule::given_block).collect();
    let values = assignments(lower, pair, Rule::givens);
    (values, blocks.into_iter().filter_map(|block| given_block(lower, block)).collect())
}

/// `previous 2 { … }`, `orders { … }`
fn given_block(lower: &mut Lower, pair: Pair) -> Option<GivenBlock> {
    let span = header(lower, &pair, &[Rule::assignments]);
    let (mut name, mut number) = (None, None);
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::name | Rule::text => name = Some(lower.name(&part)),
            Rule::number => number = Some((part.as_str().trim().parse().unwrap_or(0), lower.span(&part))),
            _ => {}
        }
    }
    Some(GivenBlock { name: name?, number, values: assignments(lower, pair, Rule::assignments), span })
}

/// The assignments of the block in a pair.
fn assignments(lower: &mut Lower, pair: Pair, block: Rule) -> Vec<Assignment> {
    let block = pair.into_inner().find(|part| part.as_rule() == block);
    let mut values = vec![];
    for part in block.into_iter().flat_map(Pair::into_inner) {
        match part.as_rule() {
            Rule::assignment => values.extend(assignment(lower, part)),
            Rule::bad_assignment => drop(lower.broken(&part, Place::Assignment)),
            _ => {}
        }
    }
    values
}

fn assignment(lower: &mut Lower, pair: Pair) -> Option<Assignment> {
    let span: Span = lower.span(&pair);
    let mut path = vec![];
    let mut value = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::name | Rule::text => path.push(lower.name(&part)),
            Rule::kw_missing => value = Some(AssignedValue::Missing(lower.span(&part))),
            _ => value = Some(AssignedValue::Expr(expression(lower, part))),
        }
    }
    Some(Assignment { path, value: value?, span })
}
