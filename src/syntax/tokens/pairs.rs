//! The tokens that the grammar reads, with their roles, from the pairs that it makes of a text.

use std::collections::HashSet;
use std::ops::Range;

use super::{Kind, Role, keyword};
use crate::syntax::Keyword;
use crate::syntax::grammar::{Pair, Pairs, Rule};
use crate::syntax::lower;

/// What the grammar says of a prepared text. All places are bytes of it.
#[derive(Debug, Default)]
pub struct Found {
    /// The tokens that mean something, in order.
    pub leaves: Vec<Leaf>,
    /// What could not be read.
    pub unread: Vec<Range<usize>>,
    /// The declarations, read or not.
    pub declarations: Vec<Range<usize>>,
    /// The sets of values, braces included.
    pub sets: Vec<Range<usize>>,
}

/// A token that means something.
#[derive(Debug)]
pub struct Leaf {
    pub range: Range<usize>,
    pub kind: Kind,
    pub role: Role,
}

/// What the grammar found, where other files declare these labels.
pub fn found(pairs: Pairs, labels: &HashSet<String>) -> Found {
    let mut walk = Walk { labels: labels.clone(), ..Walk::default() };
    pairs.flatten().for_each(|pair| walk.pair(&pair));
    walk.finish()
}

/// The pairs are gone through without recursion, however deep they are.
#[derive(Default)]
struct Walk {
    found: Found,
    /// The pairs around the one at hand.
    around: Vec<Around>,
    /// Leaves that are keywords unless something is called so: which they could be, and how they read.
    open: Vec<(usize, &'static [Keyword], String)>,
    /// Bytes with which words of the language begin that stand in the place of a value.
    words: Vec<(usize, Keyword)>,
    /// Patterns that may be the label that they spell: `不足3天`.
    spelt: Vec<(Range<usize>, String)>,
    /// Whether the score at hand declares its name.
    new_score: bool,
    declared: HashSet<String>,
    labels: HashSet<String>,
}

/// A pair, and how many parts of it there were so far, keywords aside.
struct Around {
    rule: Rule,
    end: usize,
    parts: usize,
}

impl Walk {
    fn pair(&mut self, pair: &Pair) {
        let (rule, range) = (pair.as_rule(), range(pair));
        while self.around.last().is_some_and(|around| around.end <= range.start) {
            self.around.pop();
        }
        let keyword = keyword::of(rule);
        let (parent, part) = match self.around.last_mut() {
            Some(around) => {
                around.parts += usize::from(keyword.is_none());
                (around.rule, around.parts.saturating_sub(1))
            }
            None => (Rule::EOI, 0),
        };
        if parent == Rule::file && rule != Rule::EOI {
            self.found.declarations.push(range.clone());
        }
        if let Some(keyword) = keyword {
            return self.leaf(range, Kind::Word, Role::Keyword(keyword));
        }
        match rule {
            Rule::bad_item | Rule::bad_head | Rule::bad_line | Rule::bad_assignment => self.found.unread.push(range),
            Rule::name => self.name(pair, (parent, part)),
            Rule::text => self.text(pair, (parent, part)),
            Rule::operand_name => self.operand(pair, (parent, part)),
            Rule::type_form => self.form(pair),
            Rule::number => self.leaf(range, Kind::Number, Role::Number),
            Rule::calendar => self.leaf(range, Kind::Number, Role::Calendar),
            Rule::unit | Rule::yuan => self.leaf(range, letters(pair), Role::Unit),
            Rule::civil_before | Rule::civil_after => self.leaf(range, Kind::Word, Role::Bound),
            Rule::minus => self.leaf(range, Kind::Operator, Role::Prefix),
            Rule::compare_op | Rule::add_op | Rule::multiply_op => self.leaf(range, Kind::Operator, Role::Plain),
            _ => self.open(pair, rule),
        }
    }

    /// A pair with parts.
    fn open(&mut self, pair: &Pair, rule: Rule) {
        match rule {
            Rule::score => self.new_score = declares(pair),
            Rule::option => self.option(pair),
            Rule::call => self.call(pair),
            Rule::set => self.found.sets.push(range(pair)),
            Rule::pattern if first_is(pair, Rule::civil) => self.spelt.push((range(pair), lower::name(pair))),
            _ => {}
        }
        self.around.push(Around { rule, end: pair.as_span().end(), parts: 0 });
    }

    fn leaf(&mut self, range: Range<usize>, kind: Kind, role: Role) {
        self.found.leaves.push(Leaf { range, kind, role });
    }

    /// A leaf that is one of `words` unless something is called so.
    fn word(&mut self, pair: &Pair, role: Role, words: &'static [Keyword]) {
        self.open.push((self.found.leaves.len(), words, lower::name(pair)));
        self.leaf(range(pair), Kind::Word, role);
    }

    fn name(&mut self, pair: &Pair, (parent, part): (Rule, usize)) {
        let text = lower::name(pair);
        let among = |words| Keyword::among(&text, words).map(Role::Keyword);
        let role = match parent {
            Rule::currency => Role::Unit,
            Rule::header_period => among(Keyword::PERIODS).unwrap_or(Role::Used),
            Rule::base_type => among(Keyword::TYPES).unwrap_or(Role::Used),
            Rule::option => among(Keyword::ARGUMENTS).unwrap_or(Role::Argument),
            Rule::given_block => match among(&[Keyword::Previous]) {
                Some(previous) => previous,
                None => return self.word(pair, Role::Used, &[Keyword::Other]),
            },
            Rule::assignment if part == 0 => return self.word(pair, Role::Used, keyword::VALUES),
            Rule::assignment | Rule::member => return self.word(pair, Role::Member, keyword::MEMBERS),
            Rule::given_case => Role::Used,
            Rule::score_head if !self.new_score => Role::Used,
            _ => self.declare(text.clone(), parent),
        };
        self.leaf(range(pair), Kind::Word, role);
    }

    /// Notes what is declared, and tells its role.
    fn declare(&mut self, text: String, parent: Rule) -> Role {
        let label = matches!(parent, Rule::label_decl | Rule::grade_row);
        if parent == Rule::label_decl {
            self.labels.insert(text.clone());
        }
        self.declared.insert(text);
        if label { Role::Label } else { Role::Declared }
    }

    fn text(&mut self, pair: &Pair, (parent, part): (Rule, usize)) {
        let role = match (parent, part) {
            (Rule::field | Rule::label_decl, 0) | (Rule::pay_line | Rule::output | Rule::grade_row, _) => {
                self.declare(lower::name(pair), parent)
            }
            (Rule::member, _) => Role::Text,
            (Rule::columns, _) => Role::Column,
            (Rule::use_file | Rule::details, _) => Role::Path,
            (Rule::given_block, _) | (Rule::assignment, 0) => Role::Used,
            (Rule::assignment, _) => Role::Member,
            _ => Role::Title,
        };
        self.leaf(range(pair), Kind::Text, role);
    }

    fn operand(&mut self, pair: &Pair, (parent, part): (Rule, usize)) {
        let range = range(pair);
        if parent == Rule::call && part == 0 {
            let function = Keyword::among(&lower::name(pair), Keyword::FUNCTIONS);
            return self.leaf(range, Kind::Word, Role::Function(function));
        }
        match self.words.iter().find(|(at, _)| *at == range.start) {
            Some((_, word)) => self.leaf(range, Kind::Word, Role::Keyword(*word)),
            None => self.word(pair, Role::Used, keyword::VALUES),
        }
    }

    fn form(&mut self, pair: &Pair) {
        let keyword = Keyword::among(&lower::name(pair), keyword::FORMS);
        self.leaf(range(pair), letters(pair), keyword.map_or(Role::Unit, Role::Keyword));
    }

    /// `ties: shared`
    fn option(&mut self, pair: &Pair) {
        let mut parts = pair.clone().into_inner();
        let words = parts.next().and_then(|name| Keyword::among(&lower::name(&name), Keyword::ARGUMENTS));
        if let (Some(argument), Some(value)) = (words, parts.next()) {
            self.word_of(&value, argument.arguments());
        }
    }

    /// `round(x, 0.1, half_even)`
    fn call(&mut self, pair: &Pair) {
        let mut parts = pair.clone().into_inner();
        let function = parts.next().and_then(|name| Keyword::among(&lower::name(&name), Keyword::FUNCTIONS));
        let third = parts.filter(|part| !matches!(part.as_rule(), Rule::filter | Rule::option)).nth(2);
        if let Some(third) = third {
            self.word_of(&third, keyword::third(function));
        }
    }

    /// Notes the word of the language that an expression is, perhaps in parentheses.
    fn word_of(&mut self, expression: &Pair, words: &[Keyword]) {
        let text = expression.as_str().trim_start_matches(['(', ' ']);
        let start = expression.as_span().end() - text.len();
        let word = Keyword::among(text.trim_end_matches([')', ' ']), words);
        self.words.extend(word.map(|word| (start, word)));
    }

    fn finish(mut self) -> Found {
        for (at, words, text) in std::mem::take(&mut self.open) {
            if let Some(word) = Keyword::among(&text, words).filter(|_| !self.declared.contains(&text))
                && let Some(leaf) = self.found.leaves.get_mut(at)
            {
                leaf.role = Role::Keyword(word);
            }
        }
        for (range, _) in self.spelt.iter().filter(|(_, text)| self.labels.contains(text)) {
            let first = self.found.leaves.partition_point(|leaf| leaf.range.start < range.start);
            let last = self.found.leaves.partition_point(|leaf| leaf.range.start < range.end);
            let label = Leaf { range: range.clone(), kind: Kind::Word, role: Role::Used };
            self.found.leaves.splice(first..last, [label]);
        }
        self.found
    }
}

/// Where a pair stands, without blanks at its end.
fn range(pair: &Pair) -> Range<usize> {
    let start = pair.as_span().start();
    start..start + pair.as_str().trim_end().len()
}

fn letters(pair: &Pair) -> Kind {
    if pair.as_str().starts_with(char::is_alphabetic) { Kind::Word } else { Kind::Sign }
}

fn first_is(pair: &Pair, rule: Rule) -> bool {
    pair.clone().into_inner().next().is_some_and(|part| part.as_rule() == rule)
}

/// Whether a score gives its name to something new, and does not take over what is called so.
fn declares(score: &Pair) -> bool {
    score.clone().into_inner().any(|part| match part.as_rule() {
        Rule::formula => true,
        Rule::score_head => part.into_inner().any(|part| part.as_rule() == Rule::inputs),
        _ => false,
    })
}
