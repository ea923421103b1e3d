use super::{Lower, expression, header};
use crate::source::Span;
use crate::syntax::ast::{AssignedValue, Assignment, Case, Given, Item, Name, Test, Text};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::slip::Place;

/// `test "name" { … }`
pub fn test(lower: &mut Lower, pair: Pair) -> Item {
    let span = lower.span(&pair);
    let mut name = Text { text: String::new(), span };
    let mut given = Given { case: None, values: vec![], span };
    let mut expect = vec![];
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::text => name = lower.text(&part),
            Rule::given => given = self::given(lower, part),
            Rule::expect => expect = blocks(lower, part),
            _ => {}
        }
    }
    Item::Test(Test { name, given, expect, span })
}

fn given(lower: &mut Lower, pair: Pair) -> Given {
    let span = lower.span(&pair);
    let case = pair.clone().into_inner().find(|part| part.as_rule() == Rule::given_case);
    let case: Option<Name> = case.and_then(|case| case.into_inner().next()).map(|name| lower.name(&name));
    Given { case, values: blocks(lower, pair), span }
}

/// `case N { … }`
pub fn case(lower: &mut Lower, pair: Pair) -> Option<Item> {
    let span = header(lower, &pair, &[Rule::assignments]);
    let name = pair.clone().into_inner().find(|part| part.as_rule() == Rule::name).map(|name| lower.name(&name))?;
    Some(Item::Case(Case { name, given: blocks(lower, pair), span }))
}

/// The assignments of the block in a pair.
fn blocks(lower: &mut Lower, pair: Pair) -> Vec<Assignment> {
    let block = pair.into_inner().find(|part| part.as_rule() == Rule::assignments);
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
