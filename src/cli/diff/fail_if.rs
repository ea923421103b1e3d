//! `--fail-if 'NAME OP FIGURE'`: what a shop does not want a change to do.

use super::super::{Console, Exit};
use crate::compare::People;
use crate::diagnostic::Arg;
use crate::ir::Comparison;
use crate::quantity::{Decimal, Fraction, Number};

/// What can be asked about.
const NAMES: [&str; 5] = ["budget", "lose", "gain", "largest-loss", "grade-down"];
const OPERATORS: [(&str, Comparison); 4] = [
    (">=", Comparison::GreaterEqual),
    ("<=", Comparison::LessEqual),
    (">", Comparison::Greater),
    ("<", Comparison::Less),
];

/// A condition under which the run fails.
#[derive(Debug, Clone)]
pub(super) struct FailIf {
    text: String,
    name: &'static str,
    op: Comparison,
    figure: Fraction,
    /// Whether the figure is a part of the whole.
    percent: bool,
}

/// Reads what `--fail-if` was given.
pub(super) fn read(console: &Console, texts: &[String]) -> Result<Vec<FailIf>, Exit> {
    let wrong = |text: &String| {
        let known = Arg::List(NAMES.iter().map(|name| Arg::from(*name)).collect());
        console.wrong("diff-fail-if", &[("text", text.as_str().into()), ("known", known)])
    };
    texts.iter().map(|text| parsed(text).ok_or_else(|| wrong(text))).collect()
}

fn parsed(text: &str) -> Option<FailIf> {
    let (sign, op) = OPERATORS.iter().find(|(sign, _)| text.contains(sign))?;
    let (name, figure) = text.split_once(sign)?;
    let name = NAMES.iter().find(|known| **known == name.trim())?;
    let figure = figure.trim();
    let percent = figure.ends_with(['%', '％']);
    let ends_money = ["元", "CNY", "人"].iter().find_map(|unit| figure.strip_suffix(unit));
    let bare = ends_money.unwrap_or(figure).trim_end_matches(['%', '％']).replace([',', ' '], "");
    let number = Number::from(bare.parse::<Decimal>().ok()?);
    let by = if percent { Number::from(100) } else { Number::ONE };
    Some(FailIf { text: text.to_owned(), name, op: *op, figure: Fraction::new(&number, &by)?, percent })
}

impl FailIf {
    /// Whether it is so, with what it is held against.
    pub fn is_so(&self, people: &People) -> bool {
        let (old, new) = people.totals();
        let all = Number::from(people.all.compared);
        let of = |part: &Number, whole: &Number| match self.percent {
            true => Fraction::new(part, whole).unwrap_or(Fraction::ZERO),
            false => Fraction::from(part.clone()),
        };
        let value = match self.name {
            "budget" => of(&(&new - &old), &old),
            "lose" => of(&Number::from(people.all.lose), &all),
            "gain" => of(&Number::from(people.all.gain), &all),
            "grade-down" => of(&Number::from(people.grade_down), &all),
            _ if self.percent => people.largest_loss.clone(),
            _ => Fraction::from(people.largest_amount.clone()),
        };
        match self.op {
            Comparison::Greater => value > self.figure,
            Comparison::GreaterEqual => value >= self.figure,
            Comparison::Less => value < self.figure,
            _ => value <= self.figure,
        }
    }

    /// As it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }
}
