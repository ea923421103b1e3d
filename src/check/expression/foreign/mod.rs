//! Functions of spreadsheets and other tongues: what does here what they do there, or else the way round.

mod way_round;

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::{bare, build};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::quantity::{Decimal, spell_number};
use crate::source::Span;
use crate::syntax::ast::{self, Call};
use crate::syntax::keyword::Keyword;

/// What a function of another tongue does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// Leaves out what is behind a place: towards 0.
    CutOff,
    /// The same away from 0.
    FillUp,
    /// The nearest place.
    Nearest,
    /// The next lower multiple.
    Floor,
    /// The next higher one.
    Ceiling,
    /// How often the one goes into the other.
    Whole,
    /// What is left then.
    Rest,
    /// Another value where there is none.
    Otherwise,
    /// Whether there is none.
    IsMissing,
    /// Many values of which a condition holds: their sum, number or mean.
    Filtered(Keyword),
    /// Conditions that are joined by a word.
    Joined(Keyword),
    /// A condition that is denied.
    Denied,
    /// One condition after the other, each with its value.
    Cases,
}

const HABITS: &[(Habit, &[&str])] = &[
    (Habit::CutOff, &["rounddown", "round_down", "trunc", "truncate", "fix", "去尾", "截尾", "舍尾", "抹零", "截取"]),
    (Habit::FillUp, &["roundup", "round_up", "进一"]),
    (Habit::Nearest, &["round"]),
    (Habit::Floor, &["int", "取整", "向下取整", "下取整", "向下舍入"]),
    (Habit::Ceiling, &["ceil", "向上取整", "上取整", "向上舍入"]),
    (Habit::Whole, &["div", "quotient", "intdiv", "整除", "取商"]),
    (Habit::Rest, &["mod", "modulo", "rem", "remainder", "取余", "余数", "求余"]),
    (Habit::Otherwise, &["ifnull", "nvl", "coalesce", "iferror", "ifna", "isnull"]),
    (Habit::IsMissing, &["isblank", "isna", "isempty", "is_null", "is_missing", "是否为空"]),
    (Habit::Filtered(Keyword::Sum), &["sumif", "sumifs", "条件求和"]),
    (Habit::Filtered(Keyword::Count), &["countif", "countifs", "条件计数"]),
    (Habit::Filtered(Keyword::Average), &["averageif", "averageifs", "条件平均"]),
    (Habit::Joined(Keyword::And), &["and"]),
    (Habit::Joined(Keyword::Or), &["or"]),
    (Habit::Denied, &["not"]),
    (Habit::Cases, &["ifs"]),
];

/// What a call is written as here, and how such a call looks.
enum Mended {
    /// The whole call.
    Call(String),
    /// Only how it looks: the arguments do not tell enough.
    Form(String),
}

/// Whether a word asks for a part of a date.
pub(super) fn is_part(name: &str) -> bool {
    way_round::of(&name.to_lowercase()) == Some("function-part")
}

/// Tells a function that another tongue has.
pub(super) fn call(cx: &mut Context, span: Span, it: &Call, hint: Option<Type>) -> Option<Expr> {
    let name = it.function.text.to_lowercase();
    let told = Diagnostic::new(Code::UnknownName, it.function.span)
        .arg("name", it.function.text.as_str())
        .without(&it.function.text);
    if let Some(variant) = way_round::of(&name) {
        cx.tell(told.variant(variant));
        return Some(build::invalid(span));
    }
    let (habit, _) = HABITS.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    let plain = it.filter.is_none() && it.options.is_empty();
    let mended = if plain { conditions(cx, *habit, it).or_else(|| mended(cx, *habit, it, hint)) } else { None };
    if let Habit::Filtered(keyword) = *habit {
        let (within, rows) = filtered(keyword, &it.function.text);
        cx.tell(told.variant("function-filtered").arg("people", within).arg("rows", rows));
        return Some(build::invalid(span));
    }
    let mended = mended.unwrap_or_else(|| Mended::Form(form(*habit, &it.function.text)));
    let told = told.variant("function-elsewhere");
    cx.tell(match mended {
        Mended::Call(text) => told.arg("proposal", text.as_str()).edit(span, text),
        Mended::Form(form) => told.arg("proposal", form),
    });
    Some(build::invalid(span))
}

fn word(name: &str, keyword: Keyword) -> &'static str {
    if name.is_ascii() { keyword.en() } else { keyword.zh() }
}

/// How a call looks that does the same.
fn form(habit: Habit, name: &str) -> String {
    let word = |keyword| word(name, keyword);
    let (steps, full) = (word(Keyword::Steps), word(Keyword::Full));
    match habit {
        Habit::CutOff | Habit::Floor => format!("{}(x, 0.01)", word(Keyword::Floor)),
        Habit::FillUp | Habit::Ceiling => format!("{}(x, 0.01)", word(Keyword::Ceiling)),
        Habit::Nearest => format!("{}(x, 0.01)", word(Keyword::Round)),
        Habit::Whole => format!("{steps}(x, 1000, {full})"),
        Habit::Rest => format!("x - {steps}(x, 1000, {full}) * 1000"),
        Habit::Otherwise => format!("x {} 0", word(Keyword::OtherwiseValue)),
        Habit::IsMissing => format!("x {} {}", word(Keyword::Is), word(Keyword::Missing)),
        Habit::Joined(keyword) => format!("A {} B", word(keyword)),
        Habit::Denied => format!("{} A", word(Keyword::Not)),
        Habit::Cases => {
            let [if_word, then, or] = [Keyword::If, Keyword::Then, Keyword::Else].map(word);
            format!("{if_word} A {then} x {or} {if_word} B {then} y {or} z")
        }
        Habit::Filtered(_) => String::new(),
    }
}

/// How values of some people, and of some rows of a sheet, are taken together.
fn filtered(keyword: Keyword, name: &str) -> (String, String) {
    let word = |keyword| word(name, keyword);
    let counts = keyword == Keyword::Count;
    let (function, filter) = (word(keyword), word(Keyword::Where));
    let (value, column) = if counts { ("", "orders") } else { ("x, ", "orders.x") };
    let people = format!("{function}({value}{}: {}, {filter}: C)", word(Keyword::Within), word(Keyword::All));
    (people, format!("{function}({column} {filter} C)"))
}

/// `AND(a, b)`, `NOT(a)`, `IFS(a, x, TRUE, y)`
fn conditions(cx: &Context, habit: Habit, it: &Call) -> Option<Mended> {
    let word = |keyword| word(&it.function.text, keyword);
    let text = |expr: &ast::Expr| cx.sources.slice(expr.span).to_owned();
    // What a word joins is not torn apart by another.
    let part = |expr: &ast::Expr| match expr.kind {
        ast::ExprKind::Name(_) | ast::ExprKind::Call(_) | ast::ExprKind::Compare { .. } => text(expr),
        _ => format!("({})", text(expr)),
    };
    let parts = it.arguments.iter().map(part).collect::<Vec<_>>();
    let mended = match (habit, it.arguments.as_slice()) {
        (Habit::Joined(keyword), [_, _, ..]) => format!("({})", parts.join(&format!(" {} ", word(keyword)))),
        (Habit::Denied, [value]) => format!("{} ({})", word(Keyword::Not), text(value)),
        (Habit::Cases, [first @ .., always, last]) if text(always).eq_ignore_ascii_case("true") => {
            let [if_word, then, or] = [Keyword::If, Keyword::Then, Keyword::Else].map(word);
            let pairs = first.chunks_exact(2);
            (pairs.remainder().is_empty() && !first.is_empty()).then_some(())?;
            let case = |pair: &[ast::Expr]| {
                let [condition, value] = pair else { return String::new() };
                format!("{if_word} {} {then} {} {or} ", text(condition), text(value))
            };
            format!("({}{})", pairs.map(case).collect::<String>(), text(last))
        }
        _ => return None,
    };
    Some(Mended::Call(mended))
}

fn mended(cx: &mut Context, habit: Habit, it: &Call, hint: Option<Type>) -> Option<Mended> {
    let word = |keyword| word(&it.function.text, keyword);
    let text = |cx: &Context, expr: &ast::Expr| cx.sources.slice(expr.span).to_owned();
    let (value, second) = match it.arguments.as_slice() {
        [value] => (value, None),
        [value, second] => (value, Some(second)),
        _ => return None,
    };
    let x = text(cx, value);
    Some(Mended::Call(match (habit, second) {
        (Habit::CutOff | Habit::FillUp | Habit::Nearest | Habit::Floor | Habit::Ceiling, _) => {
            let known = Known::of(cx, value, hint);
            let step = step(cx, habit, &known, second)?;
            // Below 0 towards 0 is upwards.
            let (function, mode) = match habit {
                Habit::Nearest => (Keyword::Round, None),
                Habit::CutOff if !known.positive => (Keyword::Round, Some(Keyword::Down)),
                Habit::FillUp if !known.positive => (Keyword::Round, Some(Keyword::Up)),
                Habit::CutOff | Habit::Floor => (Keyword::Floor, None),
                _ => (Keyword::Ceiling, None),
            };
            let mode = mode.map_or(String::new(), |mode| format!(", {}", word(mode)));
            format!("{}({x}, {step}{mode})", word(function))
        }
        (Habit::Whole | Habit::Rest, Some(by)) => {
            let known = Known::of(cx, value, hint);
            let by = step_of(cx, &known, by)?;
            let held = format!("{}({x}, {by}, {})", word(Keyword::Steps), word(Keyword::Full));
            match habit {
                _ if !known.positive => return None,
                Habit::Whole => held,
                _ => format!("({x} - {held} * {by})"),
            }
        }
        (Habit::Otherwise, Some(fallback)) => {
            format!("({x} {} {})", word(Keyword::OtherwiseValue), text(cx, fallback))
        }
        (Habit::IsMissing | Habit::Otherwise, None) => {
            format!("({x} {} {})", word(Keyword::Is), word(Keyword::Missing))
        }
        _ => return None,
    }))
}

/// What is known of a value without telling what is wrong with it.
struct Known {
    /// The unit of a bare number of its type; `None` where the type is not known.
    unit: Option<String>,
    /// Whether it is never below 0.
    positive: bool,
}

impl Known {
    fn of(cx: &mut Context, value: &ast::Expr, hint: Option<Type>) -> Known {
        let checked = cx.silently(value, hint);
        let positive = checked.domain.numbers().is_some_and(|numbers| numbers.lo() >= Decimal::ZERO);
        let ty = if checked.ty == Type::Invalid { hint } else { Some(checked.ty) };
        let unit = match ty {
            Some(Type::Number(dimension)) => bare::the_unit(cx, dimension),
            _ => None,
        };
        Known { unit, positive }
    }
}

/// The step that cuts behind a place: `0` decimals of an amount are 1 CNY.
fn step(cx: &Context, habit: Habit, known: &Known, places: Option<&ast::Expr>) -> Option<String> {
    let unit = known.unit.as_ref()?;
    let Some(places) = places else { return Some(format!("1{unit}")) };
    match bare::bare_figure(places) {
        // In some tongues it is a step, in others a number of decimals.
        Some(figure)
            if figure.fract().is_zero() && matches!(habit, Habit::Floor | Habit::Ceiling) && !figure.is_zero() =>
        {
            None
        }
        Some(figure) if figure.fract().is_zero() => {
            let places = i32::try_from(figure).ok().filter(|places| (-9..=9).contains(places))?;
            let size = match u32::try_from(places) {
                Ok(places) => Decimal::new(1, places),
                Err(_) => Decimal::from(10_u64.checked_pow(places.unsigned_abs())?),
            };
            Some(format!("{}{unit}", spell_number(size)))
        }
        _ => step_of(cx, known, places),
    }
}

/// A step as it was written, with the unit that a bare one lacks.
fn step_of(cx: &Context, known: &Known, step: &ast::Expr) -> Option<String> {
    let text = cx.sources.slice(step.span);
    match &step.kind {
        ast::ExprKind::Literal(_) if bare::bare_figure(step).is_some() => {
            Some(format!("{text}{}", known.unit.as_ref()?))
        }
        ast::ExprKind::Literal(_) => Some(text.to_owned()),
        ast::ExprKind::Name(it) if matches!(resolve::meaning(cx, &it.text), Some(Entity::Param(_))) => {
            Some(text.to_owned())
        }
        _ => None,
    }
}
