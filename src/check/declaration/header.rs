//! The `policy` block.

use super::super::expression::{Wanted, condition, constant};
use super::super::names;
use super::build::Build;
use super::nodes::{Kind, Node, Outline};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::ir::{Condition, Header, Type, Value};
use crate::quantity::{Decimal, Dimension, Moment, Tongue, currencies, exact, minor_unit_places};
use crate::source::Span;
use crate::syntax::{Keyword, ast};

/// What holds where a policy says nothing.
pub(super) fn usual() -> Header {
    Header {
        title: String::new(),
        currency: "CNY".to_owned(),
        minor_unit: Decimal::new(1, 2),
        period: None,
        effective: (None, None),
        applies: None,
        claim: Span::default(),
        full_marks: Decimal::ONE_HUNDRED,
        tongue: Tongue::default(),
    }
}

/// What the rest of the policy needs before anything has a value: title, currency, period.
pub(super) fn outline(build: &mut Build, header: &ast::Header) {
    build.cx.header.title = header.title.text.clone();
    build.cx.header.period = header.period.map(|(period, _)| period);
    build.cx.header.claim = claim(header);
    match &header.currency {
        Some(name) => currency(build, name),
        None => unread_currency(build, header.title.span),
    }
}

/// The currency of a line that could not be read: amounts in it are not told as well.
fn unread_currency(build: &mut Build, title: Span) {
    let text = build.cx.sources.get(title.file).and_then(|file| file.text.get(title.range().end..)).unwrap_or("");
    let block =
        text.split('}').next().unwrap_or("").lines().map(str::trim).filter(|line| !line.starts_with(['#', '＃']));
    let code = block.filter_map(crate::syntax::currency).next().map(str::to_owned);
    if let Some((code, minor)) = code.and_then(|code| Some((code.clone(), exact::ulp(minor_unit_places(&code)?)?))) {
        build.cx.header.currency = code;
        build.cx.header.minor_unit = minor;
    }
}

/// What may be computed from params: full marks and the first and last period.
pub(super) fn constants(build: &mut Build, header: &ast::Header) {
    if let Some(marks) = &header.full_marks {
        full_marks(build, marks);
    }
    let from = header.effective_from.as_ref().and_then(|expr| moment(build, expr));
    let until = header.effective_until.as_ref().and_then(|expr| moment(build, expr));
    if let (Some(first), Some(last), Some(start), Some(end)) =
        (from, until, &header.effective_from, &header.effective_until)
        && first.kind == last.kind
        && last < first
    {
        build.tell(Diagnostic::new(Code::CrossedBounds, end.span).variant("effective").label(start.span, "low"));
    }
    build.cx.header.effective = (from, until);
}

/// Which records are the policy's own, by their fields.
pub(super) fn applies(build: &mut Build, outline: &Outline, header: &ast::Header) {
    let Some(condition) = &header.applies else { return };
    let computed = names::of_expr(condition).into_iter().find(|used| is_computed(outline, &used.name.text));
    if let Some(used) = computed {
        let told = Diagnostic::new(Code::BadClaim, used.name.span).arg("name", used.name.text.as_str());
        let declared = outline.names.get(used.name.text.as_str()).copied();
        build.tell(declared.into_iter().fold(told, |told, span| told.label(span, "declared")));
        return;
    }
    let checked = self::condition(&mut build.cx, condition);
    if build.cx.joint.is_empty() {
        let text = build.cx.sources.slice(condition.span).to_owned();
        build.cx.header.applies = Some(Condition { value: checked, text });
    } else {
        build.cx.joint.clear();
        build.tell(Diagnostic::new(Code::BadClaim, condition.span).variant("joint"));
    }
}

/// Whether a name stands for something that is not there before the record is evaluated.
fn is_computed(outline: &Outline, name: &str) -> bool {
    let by = |node: &Node| node.name.is_some_and(|known| known.text == name) && !matches!(node.kind, Kind::Param(_));
    let field = || outline.fields.iter().any(|field| field.name.text == name);
    let block = || outline.relations.iter().any(|(_, block)| block.name.text == name);
    let scores = Keyword::Scores.is(name) && !outline.scores.is_empty();
    !field() && (scores || block() || outline.nodes.iter().any(by))
}

/// Where a policy says which records are its own.
fn claim(header: &ast::Header) -> Span {
    let dates = || match (&header.effective_from, &header.effective_until) {
        (Some(from), Some(until)) => Some(from.span.to(until.span)),
        (from, until) => from.as_ref().or(until.as_ref()).map(|date| date.span),
    };
    header.applies.as_ref().map(|applies| applies.span).or_else(dates).unwrap_or(header.title.span)
}

fn currency(build: &mut Build, name: &ast::Name) {
    match minor_unit_places(&name.text).and_then(exact::ulp) {
        Some(minor) => {
            build.cx.header.currency = name.text.clone();
            build.cx.header.minor_unit = minor;
        }
        None => {
            let told = Diagnostic::new(Code::UnknownCurrency, name.span).arg("name", name.text.as_str());
            let near = near_currency(&name.text.to_uppercase());
            build.tell(match near {
                Some(near) => told.variant("near").arg("near", near).edit(name.span, near),
                None => told,
            });
        }
    }
}

/// The code that was probably meant; what the renminbi is called in everyday use is no code.
fn near_currency(name: &str) -> Option<&'static str> {
    if matches!(name, "RMB" | "人民币" | "元" | "¥") {
        return Some("CNY");
    }
    let exact = currencies().find(|code| *code == name);
    exact.or_else(|| nearest(name, ["CNY", "HKD", "TWD", "USD", "EUR", "JPY"])).or_else(|| nearest(name, currencies()))
}

fn full_marks(build: &mut Build, expr: &ast::Expr) {
    let wanted = Wanted::Type(Type::Number(Dimension::POINTS));
    let Some(marks) = constant(&mut build.cx, expr, wanted).and_then(|value| value.decimal()) else { return };
    if marks > Decimal::ZERO {
        build.cx.header.full_marks = marks;
    } else {
        build.tell(Diagnostic::new(Code::BadConstant, expr.span).variant("full-marks").arg("value", marks));
    }
}

fn moment(build: &mut Build, expr: &ast::Expr) -> Option<Moment> {
    let wanted = build.cx.header.period.map_or(Wanted::Anything, |period| Wanted::Type(Type::Calendar(period)));
    match constant(&mut build.cx, expr, wanted)? {
        Value::Calendar(moment) => Some(moment),
        _ => {
            build.tell(Diagnostic::new(Code::BadConstant, expr.span).variant("effective"));
            None
        }
    }
}
