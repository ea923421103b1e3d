//! What a workbook shows of a number: its number format, as ECMA-376 part 1, 18.8.31 writes it.
//!
//! A format has up to four sections, each for some of the numbers. A section says whether the number is a percent or a
//! moment, what stands beside its digits (a unit, a currency, 万), by which power of a thousand it is divided, and how
//! many decimals are shown. Nothing here changes what a cell holds: it is the other half of what a person sees.

mod builtin;
mod lex;
mod moment;
mod number;
mod section;
mod shown_moment;
mod spoken;

pub(super) use builtin::builtin;
pub(super) use moment::{Instant, Parts};
pub(super) use section::Section;

use crate::quantity::Decimal;
use lex::Condition;

/// A number format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
    /// The section for texts: the fourth, or one that holds an `@`.
    text: Option<Section>,
}

/// The section of a format that a number falls into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'f> {
    /// The section.
    pub section: &'f Section,
    /// Whether a minus is shown of itself: the section is not only for negative numbers.
    pub minus: bool,
}

impl NumberFormat {
    /// Reads the code of a format; what is not understood stands for itself.
    pub fn parse(code: &str) -> Self {
        let mut sections: Vec<Section> = lex::sections(code).into_iter().map(Section::new).collect();
        let is_text = |at: usize, section: &Section| at == 3 || section.is_text();
        let text = sections.iter().enumerate().find(|(at, section)| is_text(*at, section)).map(|(at, _)| at);
        let text = text.map(|at| sections.remove(at));
        sections.truncate(3);
        NumberFormat { sections, text }
    }

    /// Whether it shows every number and text just as it is.
    pub fn is_general(&self) -> bool {
        let text = self.text.as_ref().is_none_or(Section::is_bare_text);
        text && self.sections.iter().all(Section::is_general) && self.sections.len() <= 1
    }

    /// The section for a number. Without conditions they are for positive, negative and 0; `None` where no
    /// condition takes the number.
    pub fn section(&self, value: Decimal) -> Option<Shown<'_>> {
        let negative = value.is_sign_negative() && !value.is_zero();
        let conditional = self.sections.iter().any(|section| section.condition.is_some());
        let at = match (conditional, self.sections.len()) {
            (true, _) => {
                let takes = |section: &Section| section.condition.is_none_or(|condition| condition.holds(value));
                self.sections.iter().position(takes)?
            }
            (false, 0) => return None,
            (false, 1) => 0,
            (false, 2) => usize::from(negative),
            (false, _) if value.is_zero() => 2,
            (false, _) => usize::from(negative),
        };
        let section = self.sections.get(at)?;
        let own = match section.condition {
            Some(condition) => condition.only_negative(),
            None => !conditional && at == 1,
        };
        Some(Shown { section, minus: negative && !own })
    }

    /// How a text is shown.
    pub fn text(&self, text: &str) -> String {
        self.text.as_ref().map_or_else(|| text.to_owned(), |section| section.show_text(text))
    }
}

impl Condition {
    /// Whether a number falls under it.
    fn holds(self, value: Decimal) -> bool {
        match self {
            Condition::Below(bound) => value < bound,
            Condition::AtMost(bound) => value <= bound,
            Condition::Above(bound) => value > bound,
            Condition::AtLeast(bound) => value >= bound,
            Condition::Is(bound) => value == bound,
            Condition::IsNot(bound) => value != bound,
        }
    }

    /// Whether it takes no number above 0, so that the section says itself that the number is negative.
    fn only_negative(self) -> bool {
        match self {
            Condition::Below(bound) => bound <= Decimal::ZERO,
            Condition::AtMost(bound) | Condition::Is(bound) => bound < Decimal::ZERO,
            _ => false,
        }
    }
}
