//! The parser that `pest` makes of the files in `grammar/`.

use pest_derive::Parser;

/// The grammar of policies.
#[derive(Parser)]
#[grammar = "../grammar/tokens.pest"]
#[grammar = "../grammar/expressions.pest"]
#[grammar = "../grammar/items.pest"]
#[grammar = "../grammar/recovery.pest"]
pub struct Grammar;

/// A piece of read text.
pub type Pair<'a> = pest::iterators::Pair<'a, Rule>;

/// Several pieces of read text.
pub type Pairs<'a> = pest::iterators::Pairs<'a, Rule>;
