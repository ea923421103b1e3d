//! The cells of a field, as integers where that is soon told, or as those like them that were read before.

use super::cut::{bare, span};
use super::digits::Digits;
use super::index::Index;
use super::parsed::{Beside, Parsed};
use super::recent::Recent;
use crate::data::{CellKind, Cells, Coded, Lane};
use crate::io::cell::{Cell, FieldPlan, Headed, Kind, doubtful, is_summary, normal, oddity, read_cell};
use crate::io::read::delimited::unguarded;
use crate::ir::Value;
use crate::quantity::Moment;

/// How the cells of a field are read.
pub(super) struct Field<'p> {
    plan: &'p FieldPlan<'p>,
    headed: Headed,
    /// Its column, where it has one.
    pub column: Option<usize>,
    pub(super) digits: Option<Digits>,
    /// Whether it is of texts, and whether its cells tell whose a record is.
    text: bool,
    pub key: bool,
    kind: CellKind,
    /// Whether texts may stand behind a mark that protects them.
    guarded: bool,
    recent: Recent<Known>,
    /// The block that is read, by which texts are told apart that others hold.
    block: u32,
}

/// A cell that was read, and would be again with no other words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    value: Made,
    beside: Beside,
}

impl Known {
    /// What stands for it in a block, where nothing more need be known of it.
    #[inline]
    fn code(self, kind: CellKind, block: u32) -> Option<i32> {
        match self {
            Known { value: Made::Bool(truth), beside: Beside::Nothing } => Some(i32::from(truth)),
            Known { value: Made::Label(place), beside: Beside::Nothing } => i32::try_from(place).ok(),
            Known { value: Made::Calendar(moment), beside: Beside::Nothing }
                if kind == CellKind::Calendar(moment.kind) =>
            {
                Some(moment.ordinal)
            }
            Known { value: Made::Text(own, place), beside: Beside::Nothing } if own == block => {
                i32::try_from(place).ok()
            }
            _ => None,
        }
    }
}

/// A value that was read.
#[derive(Debug, Clone, Copy)]
enum Made {
    Missing,
    Number(i64, u8),
    Bool(bool),
    Label(u32),
    Calendar(Moment),
    /// A text of a block, by its place among those.
    Text(u32, i64),
}

/// The same with the text itself.
enum Kept {
    Made(Made),
    Text(Box<str>),
}

impl<'p> Field<'p> {
    /// A field below a title; nothing, where its values are no integers of one kind.
    pub fn new(plan: &'p FieldPlan<'p>, headed: Headed, column: Option<usize>, guarded: bool) -> Option<Self> {
        let kind = match &plan.kind {
            Kind::Number(shape) => CellKind::Numbers(u8::try_from(shape.step.scale()).ok()?),
            Kind::Bool => CellKind::Bools,
            Kind::Labels(..) => CellKind::Labels,
            Kind::Calendar { kind, .. } => CellKind::Calendar(*kind),
            Kind::Text | Kind::Status => CellKind::Texts,
        };
        Some(Field {
            digits: Digits::of(plan).filter(|_| headed.is_silent()),
            text: matches!(plan.kind, Kind::Text) && headed.is_silent(),
            key: column.is_some() && plan.field.key && !plan.field.period,
            plan,
            headed,
            column,
            kind,
            guarded,
            recent: Recent::new(),
            block: 0,
        })
    }

    /// Cells for its values.
    pub fn cells(&self) -> Cells {
        let narrow = match (self.kind, self.digits) {
            (CellKind::Numbers(_), Some(digits)) => digits.is_narrow(),
            (CellKind::Numbers(_), None) => false,
            _ => true,
        };
        Cells::new(self.kind, !narrow)
    }

    /// What its values are.
    pub(super) fn kind(&self) -> CellKind {
        self.kind
    }

    /// The integer of a cell that was read, where nothing more need be known of it.
    pub(super) fn code(&self, known: Known) -> Option<i32> {
        known.code(self.kind, self.block)
    }

    /// Whether a calendar value is one that the field admits.
    pub(super) fn admits(&self, moment: Moment) -> bool {
        match &self.plan.kind {
            Kind::Calendar { kind, first, last } => {
                *kind == moment.kind && (*first..=*last).contains(&moment.ordinal) && self.headed.is_silent()
            }
            _ => false,
        }
    }

    /// Its cells, emptied for a new block.
    pub(super) fn begin(&mut self, at: usize, parsed: &mut Parsed) -> Option<Cells> {
        self.block = self.block.wrapping_add(1);
        let mut cells = parsed.cells.get_mut(at).map(|cells| std::mem::replace(cells, Cells::new(self.kind, false)))?;
        cells.clear();
        Some(cells)
    }

    /// Reads its cell in each row of a block.
    pub fn fill(&mut self, at: usize, (text, index): (&[u8], &Index), parsed: &mut Parsed) {
        let Some(mut cells) = self.begin(at, parsed) else { return };
        match (self.column, self.digits, &mut cells.codes) {
            (Some(column), Some(digits), Lane::Narrow(_)) => {
                self.numbers::<i32>((at, column), digits, (text, index), (&mut cells, parsed))
            }
            (Some(column), Some(digits), _) => {
                self.numbers::<i64>((at, column), digits, (text, index), (&mut cells, parsed))
            }
            (Some(column), None, Lane::Narrow(_)) => self.words((at, column), (text, index), (&mut cells, parsed)),
            (Some(column), None, _) => {
                for (row, ends) in index.rows().enumerate() {
                    let span = span(text, ends, column).unwrap_or_default();
                    self.thought_over((at, row), (text, span), (&mut cells, parsed));
                }
            }
            (None, ..) => {
                for row in 0..index.len() {
                    self.thought_over((at, row), (&[], (0, 0)), (&mut cells, parsed));
                }
            }
        }
        parsed.cells.get_mut(at).into_iter().for_each(|place| std::mem::swap(place, &mut cells));
    }

    /// The same of numbers, nearly all of which are bare digits.
    fn numbers<T: Narrowed>(
        &mut self,
        (at, column): (usize, usize),
        digits: Digits,
        (text, index): (&[u8], &Index),
        (cells, parsed): (&mut Cells, &mut Parsed),
    ) {
        let (mut pointed, mut row) = (false, 0);
        while row < index.len() {
            let Some(codes) = T::vector(&mut cells.codes) else { break };
            let odd = index.rows_from(row).find_map(|ends| {
                let span = if index.quoted { span(text, ends, column) } else { bare(ends, column) }.unwrap_or_default();
                let Some((code, point)) = digits.at_once(text, span) else { return Some(span) };
                pointed |= point;
                codes.push(T::cut(code));
                None
            });
            row = codes.len();
            if let Some(span) = odd {
                self.thought_over((at, row), (text, span), (cells, parsed));
                row += 1;
            }
        }
        parsed.pointed.get_mut(at).into_iter().for_each(|seen| *seen |= pointed);
    }

    /// The same of others, nearly all of which were read before.
    fn words(
        &mut self,
        (at, column): (usize, usize),
        (text, index): (&[u8], &Index),
        (cells, parsed): (&mut Cells, &mut Parsed),
    ) {
        let (kind, block, mut row) = (self.kind, self.block, 0);
        while row < index.len() {
            let Lane::Narrow(codes) = &mut cells.codes else { break };
            let odd = index.rows_from(row).find_map(|ends| {
                let span = if index.quoted { span(text, ends, column) } else { bare(ends, column) }.unwrap_or_default();
                match self.recent.find(text, span).and_then(|known| known.code(kind, block)) {
                    Some(code) if span.0 < span.1 => {
                        codes.push(code);
                        None
                    }
                    _ => Some(span),
                }
            });
            row = codes.len();
            if let Some(span) = odd {
                self.thought_over((at, row), (text, span), (cells, parsed));
                row += 1;
            }
        }
    }

    /// Reads a cell of a row in any way.
    fn thought_over(
        &mut self,
        (at, row): (usize, usize),
        (text, span): (&[u8], (usize, usize)),
        (cells, parsed): (&mut Cells, &mut Parsed),
    ) {
        let known = self.known((text, span), cells, parsed.pointed.get_mut(at));
        put((at, row), (known, span.0 == span.1), (cells, parsed));
    }

    /// What the code of somebody or something comes to, which may be none that stood there before.
    pub(super) fn plain_code(&self, code: &[u8], cells: &mut Cells) -> Option<Known> {
        let code = std::str::from_utf8(code).ok().filter(|_| self.text && is_plain_code(code))?;
        Some(Known { value: Made::Text(self.block, cells.texts.place(code)?), beside: Beside::Nothing })
    }

    /// What a cell comes to; nothing, where more is to be told of it than its value.
    pub(super) fn known(
        &mut self,
        (text, span): (&[u8], (usize, usize)),
        cells: &mut Cells,
        pointed: Option<&mut bool>,
    ) -> Option<Known> {
        if let Some(digits) = self.digits
            && let Some((Coded::Number(code, places), point)) = digits.read(text.get(span.0..span.1)?)
        {
            pointed.into_iter().for_each(|pointed| *pointed |= point);
            return Some(Known { value: Made::Number(code, places), beside: Beside::Nothing });
        }
        match self.recent.find(text, span) {
            Some(Known { value: Made::Text(block, _), .. }) if block != self.block => {}
            Some(known) => return Some(known),
            None => {}
        }
        let own = std::str::from_utf8(text.get(span.0..span.1)?).ok()?;
        let (value, beside) = match self.text && (is_plain_code(own.as_bytes()) || (!self.key && is_plain_word(own))) {
            true => (Made::Text(self.block, cells.texts.place(own)?), Beside::Nothing),
            false => match plain(self.plan, &self.headed, (self.key, self.guarded), own)? {
                (Kept::Text(text), beside) => (Made::Text(self.block, cells.texts.place(&text)?), beside),
                (Kept::Made(made), beside) => (made, beside),
            },
        };
        let known = Known { value, beside };
        self.recent.keep(text, span, known);
        Some(known)
    }
}

/// Takes what a cell of a row came to; where more is to be told of it than its value, the row needs thought.
pub(super) fn put(
    (at, row): (usize, usize),
    (known, empty): (Option<Known>, bool),
    (cells, parsed): (&mut Cells, &mut Parsed),
) {
    let done = match known {
        None => false,
        Some(Known { value, beside }) => {
            if empty || beside != Beside::Nothing || matches!(value, Made::Missing) {
                parsed.absent(row);
            }
            if beside != Beside::Nothing {
                parsed.note(row, at, beside);
            }
            match value {
                Made::Text(_, place) => cells.push_place(place),
                Made::Missing => cells.push(Coded::Missing),
                Made::Number(digits, places) => cells.push(Coded::Number(digits, places)),
                Made::Bool(truth) => cells.push(Coded::Bool(truth)),
                Made::Label(place) => cells.push(Coded::Label(place)),
                Made::Calendar(moment) => cells.push(Coded::Calendar(moment)),
            }
        }
    };
    if !done {
        cells.codes.push(0);
        parsed.slow.get_mut(row).into_iter().for_each(|slow| *slow = true);
    }
}

/// An integer of a column of numbers.
trait Narrowed: Sized {
    fn cut(code: i64) -> Self;
    fn vector(lane: &mut Lane) -> Option<&mut Vec<Self>>;
}

impl Narrowed for i32 {
    #[inline]
    fn cut(code: i64) -> Self {
        code as i32
    }

    #[inline]
    fn vector(lane: &mut Lane) -> Option<&mut Vec<Self>> {
        if let Lane::Narrow(all) = lane { Some(all) } else { None }
    }
}

impl Narrowed for i64 {
    #[inline]
    fn cut(code: i64) -> Self {
        code
    }

    #[inline]
    fn vector(lane: &mut Lane) -> Option<&mut Vec<Self>> {
        if let Lane::Wide(all) = lane { Some(all) } else { None }
    }
}

/// What a byte of a code is: a digit, a letter, a dash, or something else.
const CLASSES: [u8; 256] = classes();
const DIGIT: u8 = 1;
const LETTER: u8 = 2;
const DASH: u8 = 4;
const OTHER: u8 = 8;

#[expect(clippy::indexing_slicing, reason = "it is worked out by the compiler")]
const fn classes() -> [u8; 256] {
    let (mut classes, mut byte) = ([OTHER; 256], 0);
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'-' | b'_' => DASH,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
}

/// Whether it is the code of somebody or something: letters and digits, of which no word for anything is made.
pub(super) fn is_plain_code(text: &[u8]) -> bool {
    let class = |byte: &u8| CLASSES.get(usize::from(*byte)).copied().unwrap_or(OTHER);
    let all = text.iter().fold(0, |all, byte| all | class(byte));
    all & (DIGIT | OTHER) == DIGIT && text.first().is_some_and(|first| class(first) != DASH)
}

/// Whether all of it are Chinese characters that are no word for a missing value.
fn is_plain_word(text: &str) -> bool {
    !text.is_empty() && text != "无" && text.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

/// The value of a cell, where nothing is to be told of it in words of its own.
fn plain(plan: &FieldPlan, headed: &Headed, (key, guarded): (bool, bool), text: &str) -> Option<(Kept, Beside)> {
    let cell = Cell::plain(if guarded { unguarded(text) } else { text.into() });
    if plan.is_numeric() && (text.ends_with(' ') || text.contains([',', '.'])) || oddity(plan, &cell).is_some() {
        return None;
    }
    let seen = normal(&cell.text);
    if key && (seen.contains(' ') || seen.is_empty() || is_summary(&seen)) {
        return None;
    }
    let value = read_cell(plan, headed, &cell).ok()?;
    // What its column says of it is known at the end.
    if headed.is_percent(plan) || headed.told(&cell.text).is_some() || doubtful(plan, headed, &cell, &value).is_some() {
        return None;
    }
    let beside = match (plan.is_defaulted(&cell.text, &value), plan.is_left_blank(&value)) {
        (true, _) => Beside::Default,
        (false, true) => Beside::Blank,
        (false, false) => Beside::Nothing,
    };
    let kept = match value {
        Value::Missing => Kept::Made(Made::Missing),
        Value::Bool(truth) => Kept::Made(Made::Bool(truth)),
        Value::Label(place) => Kept::Made(Made::Label(u32::try_from(place).ok()?)),
        Value::Calendar(moment) => Kept::Made(Made::Calendar(moment)),
        Value::Text(text) => Kept::Text(text.as_str().into()),
        Value::Number(number) => {
            let decimal = number.decimal()?;
            let (digits, places) = (i64::try_from(decimal.mantissa()).ok()?, u8::try_from(decimal.scale()).ok()?);
            // A column of integers holds none with needless zeros.
            let needless = places > 0 && digits % 10 == 0 || decimal.is_sign_negative() != (digits < 0);
            (!needless).then_some(Kept::Made(Made::Number(digits, places)))?
        }
    };
    Some((kept, beside))
}
