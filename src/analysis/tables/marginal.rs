//! What is different where the rows are the slices of a marginal scale: a value fills its own slice and all below.

use super::consequence::lacking;
use super::model::Model;
use super::remedy::turned;
use crate::analysis::coverage::Area;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Bound, Pattern, Value};
use crate::quantity::{Number, Numbers};
use crate::source::Span;

/// What lies below all slices, or above them.
pub(super) struct End {
    /// The slice that it lies beside.
    row: usize,
    /// Whether it lies below.
    below: bool,
    /// The slice that takes just what is left.
    added: Pattern,
    /// The slice beside it so that it takes that too.
    wider: Option<Pattern>,
}

impl Model<'_> {
    /// Whether a row is a slice that values go through though none ends in it: it lies below all of them, or between
    /// two. Nothing goes through one that begins where the values end.
    pub fn is_passed(&self, row: usize) -> bool {
        let greatest = self.measured().map(Numbers::hi);
        let begins = self.bounds(row).and_then(|(lo, _)| lo.as_ref()?.value.number());
        self.slices && begins.zip(greatest).is_none_or(|(begins, greatest)| *begins < greatest)
    }

    fn bounds(&self, row: usize) -> Option<(&Option<Bound>, &Option<Bound>)> {
        match self.pattern(row, 0)? {
            Pattern::Interval { lo, hi } => Some((lo, hi)),
            _ => None,
        }
    }

    fn measured(&self) -> Option<&Numbers> {
        self.table.inputs.first()?.value.domain.numbers()
    }
}

/// The end of a marginal scale at which a gap lies, if it lies at one.
pub(super) fn end(model: &Model, gap: &Area) -> Option<End> {
    let axis = model.axes.first().filter(|_| model.slices)?;
    let (first, last) = (gap.on(0)?.first()?, gap.on(0)?.last()?);
    let top = model.rows.len().checked_sub(1)?;
    let (begin, _) = model.bounds(0)?;
    let (_, end) = model.bounds(top)?;
    let least = Bound { value: Value::Number(model.measured()?.lo()), included: true, span: Span::NOWHERE };
    match (begin, end) {
        (Some(begin), _) if last < axis.start(begin)? => Some(lower(model, least, begin)),
        (_, Some(end)) if first >= axis.end(end)? => {
            let open = |lo: Option<Bound>| Pattern::Interval { lo, hi: None };
            let wider = model.bounds(top)?.0.clone().map(|lo| open(Some(lo)));
            Some(End { row: top, below: false, added: open(turned(Some(end.clone()))), wider })
        }
        _ => None,
    }
}

/// A slice without lower end begins at 0; where values lie below that, it must say where it begins.
fn lower(model: &Model, least: Bound, begin: &Bound) -> End {
    let negative = least.value < Value::Number(Number::ZERO);
    let lo = negative.then_some(least);
    let added = Pattern::Interval { lo: lo.clone(), hi: turned(Some(begin.clone())) };
    let hi = model.bounds(0).and_then(|(_, hi)| hi.clone());
    // What begins at 0 or above is not meant to pay for what is less than nothing.
    let crosses = negative && begin.value >= Value::Number(Number::ZERO);
    let wider = Some(Pattern::Interval { lo, hi }).filter(|_| !crosses);
    End { row: 0, below: true, added, wider }
}

/// Tells what lies below all slices, or above them.
pub(super) fn tell(model: &Model, (gap, point): (&Area, &[i128]), end: &End) -> Diagnostic {
    let text = |pattern: &Pattern| model.interval(0, pattern);
    let region = shown(model, &end.added).unwrap_or_else(|| model.patterns(gap));
    let (variant, key) = if end.below { ("below", "above") } else { ("above", "below") };
    let mut told = Diagnostic::new(Code::Gap, model.table.span)
        .variant(variant)
        .arg("table", model.table.name.as_str())
        .arg("point", model.point(point))
        .arg("region", region.clone())
        .arg("row", model.new_row(region))
        .arg(key, model.row_name(end.row))
        .finding(model.finding(gap, point, [end.row]));
    told.labels.extend(model.label(end.row, "row"));
    let span = model.row(end.row).and_then(|row| row.pattern_spans.first().copied());
    let told = match span.zip(end.wider.as_ref().and_then(text)) {
        Some((span, new)) => {
            let told = told.arg("mend", "edit").arg("old", model.sources.slice(span)).arg("new", new.as_str());
            told.edit(span, new)
        }
        None => told.arg("mend", "row"),
    };
    told.arg("result", lacking(model))
}

/// An interval as a message shows it.
fn shown(model: &Model, pattern: &Pattern) -> Option<Arg> {
    let Pattern::Interval { lo, hi } = pattern else { return None };
    let value = |bound: &Bound| model.value(0, &bound.value);
    let sign = |bound: &Bound, loose: &'static str, strict: &'static str| {
        Arg::from(if bound.included { loose } else { strict })
    };
    Some(Arg::Phrase(match (lo, hi) {
        (Some(lo), Some(hi)) => {
            vec![sign(lo, "[", "("), value(lo), Arg::from(", "), value(hi), sign(hi, "]", ")")]
        }
        (Some(lo), None) => vec![sign(lo, ">= ", "> "), value(lo)],
        (None, Some(hi)) => vec![sign(hi, "<= ", "< "), value(hi)],
        (None, None) => return None,
    }))
}
