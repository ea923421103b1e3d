//! Literals: a unit says the type; a bare number takes on what its place asks for.

use super::super::context::Context;
use super::bare::{bare_figure, the_unit};
use super::{build, label, separator, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, Type, Value};
use crate::quantity::{Calendar, Decimal, Dimension, Domain, Moment, Number, TimeUnit, Unit, exact, spell_number};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{Expr, Interval, Literal, Name, UnitName};

/// Whether a literal takes its type from its place.
pub(super) fn open(literal: &Literal) -> bool {
    match literal {
        Literal::Quantity { unit: Some(unit), .. } => unit.unit.counts(),
        Literal::Quantity { unit: None, .. } | Literal::Text(_) => true,
        Literal::Calendar(_) => false,
    }
}

/// Checks a literal.
pub(super) fn literal(cx: &mut Context, span: Span, literal: &Literal, hint: Option<Type>) -> ir::Expr {
    match literal {
        Literal::Quantity { figure, unit: None } => bare(cx, span, *figure, hint),
        Literal::Quantity { figure, unit: Some(unit) } => quantity(cx, span, *figure, unit, hint),
        Literal::Text(text) => match hint {
            Some(Type::Label(set)) => label::label(cx, &Name { text: text.text.clone(), span, quoted: true }, set),
            _ => {
                warn_pattern(cx, &text.text, span);
                self::text(&text.text, span)
            }
        },
        Literal::Calendar(moment) => calendar(*moment, span),
    }
}

/// Warns of signs that stand for other characters in a spreadsheet.
fn warn_pattern(cx: &mut Context, text: &str, span: Span) {
    if text.contains(['*', '?']) {
        let written = cx.sources.slice(span).to_owned();
        cx.tell(Diagnostic::new(Code::LiteralPattern, span).arg("text", written));
    }
}

/// A text.
pub(super) fn text(text: &str, span: Span) -> ir::Expr {
    let kind = ir::ExprKind::Constant(Value::Text(text.into()));
    ir::Expr { kind, ty: Type::Text, domain: Domain::Text, optional: false, span }
}

fn calendar(moment: Moment, span: Span) -> ir::Expr {
    let domain = Domain::Calendar { first: moment.ordinal, last: moment.ordinal };
    let kind = ir::ExprKind::Constant(Value::Calendar(moment));
    ir::Expr { kind, ty: Type::Calendar(moment.kind), domain, optional: false, span }
}

fn bare(cx: &mut Context, span: Span, figure: Decimal, hint: Option<Type>) -> ir::Expr {
    match hint {
        Some(Type::Number(Dimension::POINTS)) => build::literal(figure, Dimension::POINTS, span),
        Some(Type::Number(wanted @ (Dimension::PERCENT | Dimension::MONEY | Dimension::TIME))) => {
            needs_unit(cx, span, figure, wanted)
        }
        Some(Type::Calendar(Calendar::Year)) => match year(figure) {
            Some(year) => calendar(year, span),
            None => {
                cx.tell(Diagnostic::new(Code::BareNumber, span).variant("year"));
                build::invalid(span)
            }
        },
        _ => build::literal(figure, Dimension::NUMBER, span),
    }
}

fn year(figure: Decimal) -> Option<Moment> {
    Moment::year(i32::try_from(figure.normalize()).ok().filter(|_| figure.fract().is_zero())?)
}

/// Tells a number without the unit that its place needs, and proposes the unit.
fn needs_unit(cx: &mut Context, span: Span, value: Decimal, wanted: Dimension) -> ir::Expr {
    let figure = cx.sources.slice(span).to_owned();
    if let Some(told) = (wanted == Dimension::MONEY).then(|| separator::doubtful(cx, span)).flatten() {
        cx.tell(told);
        return build::invalid(span);
    }
    let diagnostic = Diagnostic::new(Code::BareNumber, span)
        .arg("figure", figure.as_str())
        .arg("wanted", units::type_arg(cx, Type::Number(wanted)));
    let text = the_unit(cx, wanted).map(|unit| format!("{figure}{unit}"));
    let percent = fraction(value).filter(|_| wanted == Dimension::PERCENT);
    cx.tell(match (text, percent) {
        // 30 of what is for the writer to say.
        (None, _) => diagnostic.variant("duration"),
        (Some(text), None) => diagnostic.arg("proposal", text.as_str()).edit(span, text),
        (Some(text), Some(percent)) => {
            let told = diagnostic.variant("fraction").arg("proposal", percent.as_str()).arg("other", text.as_str());
            told.edit(span, percent).edit(span, text)
        }
    });
    build::invalid(span)
}

/// A number as a percentage. Who writes 0.98 for one mostly means 98%, and 1 beside a percentage is the whole.
fn fraction(value: Decimal) -> Option<String> {
    let fraction = value > Decimal::ZERO && value <= Decimal::ONE;
    let percent = exact::mul(value, Decimal::ONE_HUNDRED).filter(|_| fraction)?;
    Some(format!("{}%", spell_number(percent)))
}

/// Tells an interval of which both ends lack the unit that their place needs: one slip, not two.
/// Whether it is one. `unit` is that of a bare duration.
pub(super) fn bare_interval(cx: &mut Context, it: &Interval, ty: Type, unit: TimeUnit) -> bool {
    let Type::Number(wanted @ (Dimension::PERCENT | Dimension::MONEY | Dimension::TIME)) = ty else { return false };
    let (Some(lo), Some(hi)) = (bare_figure(&it.lo), bare_figure(&it.hi)) else { return false };
    // Of such an end there is more to say than that its unit is missing.
    if wanted == Dimension::MONEY && [&it.lo, &it.hi].iter().any(|end| separator::doubtful(cx, end.span).is_some()) {
        return false;
    }
    let unit = match wanted {
        Dimension::TIME => unit.symbol().to_owned(),
        _ => cx.unit(wanted).unwrap_or_default(),
    };
    // Nobody's rate runs from 0% to 1%: who writes `[0, 1]` means fractions.
    let fractions = wanted == Dimension::PERCENT && Decimal::ZERO < hi && hi <= Decimal::ONE;
    let end = |expr: &Expr, figure: Decimal| match exact::mul(figure, Decimal::ONE_HUNDRED).filter(|_| fractions) {
        Some(percent) => format!("{}{unit}", spell_number(percent)),
        None => format!("{}{unit}", cx.sources.slice(expr.span)),
    };
    let (open, close) = (if it.lo_included { '[' } else { '(' }, if it.hi_included { ']' } else { ')' });
    let proposal = format!("{open}{}, {}{close}", end(&it.lo, lo), end(&it.hi, hi));
    let told = Diagnostic::new(Code::BareNumber, it.span)
        .arg("figure", cx.sources.slice(it.span))
        .arg("wanted", units::type_arg(cx, ty))
        .arg("proposal", proposal.clone());
    cx.tell(told.edit(it.span, proposal));
    true
}

fn quantity(cx: &mut Context, span: Span, figure: Decimal, unit: &UnitName, hint: Option<Type>) -> ir::Expr {
    let counted = hint == Some(Type::Number(Dimension::NUMBER));
    let (factor, dimension) = match &unit.unit {
        Unit::Currency(code) if *code != cx.header.currency => return foreign(cx, unit, code),
        Unit::Currency(_) if let Some(told) = separator::doubtful(cx, span) => {
            cx.tell(told);
            return build::invalid(span);
        }
        unit if counted && unit.counts() => (Decimal::ONE, Dimension::NUMBER),
        unit => (unit.factor(), unit.dimension()),
    };
    build::literal(Number::from(figure) * Number::from(factor), dimension, span)
}

/// The line that a policy lacks which names no currency.
fn unsaid(cx: &Context, code: &str) -> Option<(Span, String)> {
    let file = cx.header.claim.file;
    let text = &cx.sources.get(file)?.text;
    let open = text.find('{').filter(|_| crate::syntax::currency(text).is_none() && code.len() == 3)? + 1;
    let head = text.get(..open)?.lines().next_back()?.trim_start();
    [Keyword::Policy.en(), Keyword::Policy.zh()].iter().any(|word| head.starts_with(word)).then_some(())?;
    let rest = text.get(open..)?.trim_start_matches([' ', '\t']);
    let end = if rest.starts_with(['}', '\n', '\r']) { "" } else { ";" };
    Some((Span::new(file, open, open), format!(" {} {code}{end}", Keyword::Currency.en())))
}

fn foreign(cx: &mut Context, unit: &UnitName, code: &str) -> ir::Expr {
    let currency = cx.header.currency.clone();
    let diagnostic = Diagnostic::new(Code::TypeMismatch, unit.span)
        .variant("currency")
        .arg("found", code.to_owned())
        .arg("wanted", currency.clone());
    // RMB is what banks call the same currency.
    let same = currency == "CNY" && code == "RMB";
    let (told, unsaid) = match unsaid(cx, code).filter(|_| currency == "CNY") {
        _ if same => (diagnostic.edit(unit.span, currency), false),
        // A policy that names no currency is in that of its amounts.
        Some((place, text)) => (diagnostic.variant("currency-unsaid").edit(place, text), true),
        None => (diagnostic, false),
    };
    cx.tell(told);
    if unsaid {
        cx.header.currency = code.to_owned();
    }
    build::invalid(unit.span)
}
