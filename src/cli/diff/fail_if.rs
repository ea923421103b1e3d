//! `--fail-if 'NAME OP FIGURE'`: what a shop does not want a change to do.

use super::super::{Console, Exit};
use crate::compare::People;
use crate::diagnostic::Arg;
use crate::ir::Comparison;
use crate::quantity::{Decimal, Fraction, Number, money_unit};

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
    unit: Unit,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Unit {
    /// A part of the whole.
    Percent,
    /// An amount of a currency.
    Money(String),
    /// People.
    People,
    /// Whatever is asked about.
    Bare,
}

/// Reads what `--fail-if` was given.
pub(super) fn read(console: &Console, texts: &[String]) -> Result<Vec<FailIf>, Exit> {
    let wrong = |text: &String| {
        let known = Arg::List(NAMES.iter().map(|name| Arg::from(*name)).collect());
        console.wrong("diff-fail-if", &[("text", text.as_str().into()), ("known", known)])
    };
    texts.iter().map(|text| parsed(text).ok_or_else(|| wrong(text))).collect()
}

/// Refuses a figure of another kind than what it is held against.
pub(super) fn fits(console: &Console, checks: &[FailIf], currency: &str) -> Result<(), Exit> {
    let is_amount = |check: &FailIf| matches!(check.name, "budget" | "largest-loss");
    let unfit = checks.iter().find(|check| match &check.unit {
        Unit::Percent | Unit::Bare => false,
        Unit::Money(code) => !is_amount(check) || code != currency,
        Unit::People => is_amount(check),
    });
    let Some(check) = unfit else { return Ok(()) };
    let id = if is_amount(check) { "diff-fail-if-amount" } else { "diff-fail-if-people" };
    let unit = money_unit(currency, console.look.tongue);
    let args = [("text", check.text.as_str().into()), ("name", check.name.into()), ("unit", Arg::from(&*unit))];
    Err(console.wrong(id, &args))
}

fn parsed(text: &str) -> Option<FailIf> {
    let (sign, op) = OPERATORS.iter().find(|(sign, _)| text.contains(sign))?;
    let (name, figure) = text.split_once(sign)?;
    let name = NAMES.iter().find(|known| **known == name.trim())?;
    let figure = figure.trim();
    let at = figure.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ' '))).unwrap_or(figure.len());
    let (bare, unit) = figure.split_at(at);
    let unit = match unit.trim() {
        "" => Unit::Bare,
        "%" | "％" => Unit::Percent,
        "元" => Unit::Money("CNY".to_owned()),
        "人" | "条" | "people" => Unit::People,
        code if code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()) => Unit::Money(code.to_owned()),
        _ => return None,
    };
    let number = Number::from(bare.replace([',', ' '], "").parse::<Decimal>().ok()?);
    let by = if unit == Unit::Percent { Number::from(100) } else { Number::ONE };
    Some(FailIf { text: text.to_owned(), name, op: *op, figure: Fraction::new(&number, &by)?, unit })
}

impl FailIf {
    /// Whether it is so, with what it is held against.
    pub fn is_so(&self, people: &People) -> bool {
        let (old, new) = people.totals();
        let all = Number::from(people.all.compared);
        let of = |part: &Number, whole: &Number| match self.unit == Unit::Percent {
            true => Fraction::new(part, whole).unwrap_or(Fraction::ZERO),
            false => Fraction::from(part.clone()),
        };
        let value = match self.name {
            "budget" => of(&(&new - &old), &old),
            "lose" => of(&Number::from(people.all.lose), &all),
            "gain" => of(&Number::from(people.all.gain), &all),
            "grade-down" => of(&Number::from(people.grade_down), &all),
            _ if self.unit == Unit::Percent => people.largest_loss(),
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
