//! One cell as an integer, where that is soon told, or as one like it was read before.

use super::digits::Digits;
use crate::data::Coded;
use crate::io::cell::{Cell, FieldPlan, Headed, Kind, doubtful, is_summary, normal, oddity, read_cell};
use crate::io::read::delimited::unguarded;
use crate::ir::Value;
use crate::quantity::Moment;

/// So many cells that were read are known again.
const RECENT: usize = 256;

/// How the cells of a field are read.
pub(super) struct Field<'s, 'p> {
    plan: &'s FieldPlan<'p>,
    headed: Headed,
    digits: Option<Digits>,
    /// Whether it is of texts that tell whose a record is, or of others.
    text: bool,
    key: bool,
    recent: Vec<Option<Known>>,
}

/// A cell that was read, and would be again with no other words.
struct Known {
    text: Box<str>,
    value: Kept,
    beside: Beside,
}

/// What is noted of a cell beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// That it is the default, since nothing stands there.
    Default,
    /// That nothing stands there, and that it changes nothing.
    Blank,
}

/// A value that was read.
#[derive(Clone)]
enum Kept {
    Missing,
    Number(i64, u8),
    Bool(bool),
    Label(u32),
    Calendar(Moment),
    Text(Box<str>),
}

/// What a cell came to.
#[derive(Clone, Copy)]
pub(super) struct Read<'r> {
    /// Its value.
    pub value: Coded<'r>,
    /// Whether a point stands in it that may be one of two things.
    pub pointed: bool,
    /// What is noted of it.
    pub beside: Beside,
}

impl<'s, 'p> Field<'s, 'p> {
    /// A field below a title.
    pub fn new(plan: &'s FieldPlan<'p>, headed: Headed) -> Self {
        Field {
            digits: Digits::of(plan).filter(|_| headed.is_silent()),
            text: matches!(plan.kind, Kind::Text) && headed.is_silent(),
            key: plan.field.key && !plan.field.period,
            plan,
            headed,
            recent: (0..RECENT).map(|_| None).collect(),
        }
    }

    /// What a cell comes to; nothing, where more is to be told of it than its value.
    pub fn read<'r>(&'r mut self, text: &'r str) -> Option<Read<'r>> {
        if let Some(digits) = self.digits
            && let Some((value, pointed)) = digits.read(text)
        {
            return Some(Read { value, pointed, beside: Beside::Nothing });
        }
        if self.text && (is_plain_code(text) || (!self.key && is_plain_word(text))) {
            return Some(Read { value: Coded::Text(text), pointed: false, beside: Beside::Nothing });
        }
        let mark = text.bytes().fold(text.len(), |mark, byte| mark.wrapping_mul(31).wrapping_add(usize::from(byte)));
        let known = self.recent.get_mut(mark % RECENT)?;
        if known.as_ref().is_none_or(|known| *known.text != *text) {
            let (value, beside) = plain(self.plan, &self.headed, self.key, text)?;
            *known = Some(Known { text: text.into(), value, beside });
        }
        let known = known.as_ref()?;
        Some(Read { value: known.value.coded(), pointed: false, beside: known.beside })
    }
}

/// Whether it is the code of somebody or something: letters and digits, of which no word for anything is made.
pub(super) fn is_plain_code(text: &str) -> bool {
    let (mut digits, mut others) = (false, false);
    for byte in text.bytes() {
        digits |= byte.is_ascii_digit();
        others |= !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    }
    digits && !others && text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether all of it are Chinese characters that are no word for a missing value.
fn is_plain_word(text: &str) -> bool {
    !text.is_empty() && text != "无" && text.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

/// The value of a cell, where nothing is to be told of it in words of its own.
fn plain(plan: &FieldPlan, headed: &Headed, key: bool, text: &str) -> Option<(Kept, Beside)> {
    let cell = Cell::plain(unguarded(text));
    if plan.is_numeric() && (text.ends_with(' ') || text.contains([',', '.'])) || oddity(plan, &cell).is_some() {
        return None;
    }
    let seen = normal(&cell.text);
    if key && (seen.contains(' ') || seen.is_empty() || is_summary(&seen)) {
        return None;
    }
    let value = read_cell(plan, headed, &cell).ok()?;
    if headed.told(&cell.text).is_some() || doubtful(plan, headed, &cell, &value).is_some() {
        return None;
    }
    let beside = match (plan.is_defaulted(&cell.text, &value), plan.is_left_blank(&value)) {
        (true, _) => Beside::Default,
        (false, true) => Beside::Blank,
        (false, false) => Beside::Nothing,
    };
    let kept = match value {
        Value::Missing => Kept::Missing,
        Value::Bool(truth) => Kept::Bool(truth),
        Value::Label(place) => Kept::Label(u32::try_from(place).ok()?),
        Value::Calendar(moment) => Kept::Calendar(moment),
        Value::Text(text) => Kept::Text(text.as_str().into()),
        Value::Number(number) => {
            let decimal = number.decimal()?;
            let (digits, places) = (i64::try_from(decimal.mantissa()).ok()?, u8::try_from(decimal.scale()).ok()?);
            // A column of integers holds none with needless zeros.
            let needless = places > 0 && digits % 10 == 0 || decimal.is_sign_negative() != (digits < 0);
            (!needless).then_some(Kept::Number(digits, places))?
        }
    };
    Some((kept, beside))
}

impl Kept {
    fn coded(&self) -> Coded<'_> {
        match self {
            Kept::Missing => Coded::Missing,
            Kept::Number(digits, places) => Coded::Number(*digits, *places),
            Kept::Bool(truth) => Coded::Bool(*truth),
            Kept::Label(place) => Coded::Label(*place),
            Kept::Calendar(moment) => Coded::Calendar(*moment),
            Kept::Text(text) => Coded::Text(text),
        }
    }
}
