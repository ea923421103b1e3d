//! Areas and bounds of a table in the words of its policy.

use super::axis::{Axis, Points};
use super::model::Model;
use crate::analysis::coverage::{Area, Places};
use crate::diagnostic::{Arg, Finding};
use crate::ir::{ExprKind, Notation, Pattern, TableKind, Value};
use crate::quantity::TimeUnit;

impl Model<'_> {
    /// A value of an input, as a message shows it: numbers in the reader's tongue, the rest as patterns are written.
    pub fn value(&self, axis: usize, value: &Value) -> Arg {
        let Some(notation) = self.notation(axis) else { return Arg::from("") };
        match value {
            Value::Label(_) | Value::Text(_) => Arg::from(notation.written(value)),
            Value::Missing | Value::Number(_) | Value::Bool(_) | Value::Calendar(_) => notation.shown(value),
        }
    }

    /// A value of an input, as a policy writes it.
    pub fn written(&self, axis: usize, value: &Value) -> String {
        self.notation(axis).map_or_else(String::new, |notation| notation.written(value))
    }

    /// How the values of an input are written: durations in the unit in which their field or metric is declared.
    fn notation(&self, axis: usize) -> Option<Notation<'_>> {
        let input = &self.table.inputs.get(axis)?.value;
        let slot = if let ExprKind::Slot(slot) = input.kind { self.policy.slot(slot) } else { None };
        let unit = slot.map_or(TimeUnit::Second, |slot| slot.time_unit);
        Some(self.policy.notation(input.ty).in_unit(unit))
    }

    /// What stands at a place of an axis.
    pub fn at(&self, axis: usize, place: i128) -> Arg {
        let Some(known) = self.axes.get(axis) else { return Arg::from("") };
        if place == known.extent.len && known.extent.missing {
            return Arg::Term("missing");
        }
        match known.value(place) {
            Some(value) => self.value(axis, &value),
            None => Arg::Term("other-text"),
        }
    }

    /// Places of an axis in the notation of patterns.
    pub fn places(&self, axis: usize, places: &Places) -> Arg {
        let Some(known) = self.axes.get(axis) else { return Arg::from("") };
        if *places == known.extent.present() {
            return Arg::Term("any");
        }
        if *places == known.extent.all() {
            return Arg::Phrase(vec![Arg::Term("any"), Arg::Term("or"), Arg::Term("missing")]);
        }
        if known.extent.ordered {
            let mut parts: Vec<Arg> = places.ranges().iter().map(|range| self.range(axis, known, *range)).collect();
            if parts.len() == 1 {
                return parts.swap_remove(0);
            }
            let parted = parts.into_iter().enumerate();
            let or = |at: usize| (at > 0).then_some(Arg::Term("or"));
            return Arg::Phrase(parted.flat_map(|(at, part)| or(at).into_iter().chain([part])).collect());
        }
        // Texts that no row names are told by those that are left out.
        let others = matches!(known.points, Points::Texts(_)) && places.contains(known.extent.len - 1);
        if others && !places.contains(known.extent.len) {
            let named = places.complement(0, known.extent.len - 1);
            return Arg::Phrase(vec![Arg::from("not "), self.places(axis, &named)]);
        }
        let each = places.ranges().iter().flat_map(|(lo, hi)| *lo..=*hi);
        let mut parts: Vec<Arg> = each.map(|place| self.at(axis, place)).collect();
        if parts.len() == 1 {
            return parts.swap_remove(0);
        }
        let mut set = vec![Arg::from("{")];
        for (at, part) in parts.into_iter().enumerate() {
            set.extend((at > 0).then(|| Arg::from(", ")));
            set.push(part);
        }
        set.push(Arg::from("}"));
        Arg::Phrase(set)
    }

    /// A combination of inputs: `总分 = 89.5`.
    pub fn point(&self, point: &[i128]) -> Arg {
        self.point_of(point, |_| true)
    }

    /// The same of some inputs only.
    pub fn point_of(&self, point: &[i128], shown: impl Fn(usize) -> bool) -> Arg {
        let inputs = self.table.inputs.iter().zip(point).enumerate();
        let inputs = inputs.filter(|(axis, _)| self.firsts.get(*axis) == Some(axis) && shown(*axis));
        let each = |(axis, (input, place)): (usize, (&crate::ir::Input, &i128))| {
            Arg::Phrase(vec![Arg::from(input.name.as_str()), Arg::from(" = "), self.at(axis, *place)])
        };
        let mut parts: Vec<Arg> = inputs.map(each).collect();
        if parts.len() == 1 { parts.swap_remove(0) } else { Arg::List(parts) }
    }

    /// The patterns of a row that takes an area: `正式, (89, 90)`.
    pub fn patterns(&self, area: &Area) -> Arg {
        let mut parts = vec![];
        for (axis, places) in area.0.iter().enumerate() {
            parts.extend((axis > 0).then(|| Arg::from(", ")));
            parts.push(self.places(axis, places));
        }
        Arg::Phrase(parts)
    }

    /// Whether one pattern an input can say an area, so that it can be typed as a row.
    pub fn is_one_row(&self, area: &Area) -> bool {
        self.axes.iter().zip(&area.0).all(|(known, places)| {
            let mixed =
                known.extent.missing && places.contains(known.extent.len) && places.meets(&known.extent.present());
            !mixed && (!known.extent.ordered || places.ranges().len() < 2)
        })
    }

    /// A row to add, as far as it is known: `(89, 90) => …`, in a grade `… : (89, 90)`.
    pub fn new_row(&self, patterns: Arg) -> Arg {
        let grade = self.table.kind == TableKind::Grade;
        let label = grade.then(|| Arg::from("… : "));
        // The first output of a grade is its label.
        let answers = self.table.outputs.len() > usize::from(grade);
        Arg::Phrase(label.into_iter().chain([patterns]).chain(answers.then(|| Arg::from(" => …"))).collect())
    }

    /// What a message calls a row: `B [80, 89]`, `初级`.
    pub fn row_name(&self, row: usize) -> Arg {
        let Some(spans) = self.row(row).map(|row| &row.pattern_spans) else { return Arg::from("") };
        let texts: Vec<&str> = spans.iter().map(|span| self.sources.slice(*span)).collect();
        let patterns = texts.join(", ");
        Arg::from(match self.grade(row) {
            Some(label) => format!("{label} {patterns}"),
            None => patterns,
        })
    }

    /// A row with its condition, as it was written.
    pub fn row_text(&self, row: usize) -> Arg {
        let text = self.row(row).and_then(|row| Some((*row.pattern_spans.last()?, row.guard.as_ref()?.span)));
        let rest = text.map_or("", |(last, guard)| self.sources.slice(last.to(guard)));
        let last = text.map_or("", |(last, _)| self.sources.slice(last));
        let condition = rest.strip_prefix(last).unwrap_or_default();
        Arg::Phrase(vec![self.row_name(row), Arg::from(condition)])
    }

    /// What was found, for machines.
    pub fn finding(&self, area: &Area, point: &[i128], rows: impl IntoIterator<Item = usize>) -> Finding {
        let names = || self.table.inputs.iter().map(|input| input.name.clone());
        let region = area.0.iter().enumerate().map(|(axis, places)| self.places(axis, places));
        let witness = point.iter().enumerate().map(|(axis, place)| self.at(axis, *place));
        Finding {
            region: names().zip(region).collect(),
            witness: names().zip(witness).collect(),
            rows: rows.into_iter().filter_map(|row| Some(self.row(row)?.span)).collect(),
            second: vec![],
        }
    }

    /// An interval as a policy writes it, with the bounds as they were written there.
    pub fn interval(&self, axis: usize, pattern: &Pattern) -> Option<String> {
        pattern.interval(|bound| match self.sources.slice(bound.span) {
            "" => self.written(axis, &bound.value),
            text => text.to_owned(),
        })
    }

    /// A range of an ordered axis, with the bounds that rows nearby were written with.
    fn range(&self, axis: usize, known: &Axis, (lo, hi): (i128, i128)) -> Arg {
        if lo == hi || lo >= known.extent.len {
            return self.at(axis, lo);
        }
        let Some((lower, upper)) = known.bounds((lo, hi)) else { return Arg::from("") };
        let (low, high) = (self.value(axis, &lower.0), self.value(axis, &upper.0));
        let sign = |included: bool, strict: &'static str, loose: &'static str| if included { loose } else { strict };
        Arg::Phrase(match (lo == 0, hi + 1 == known.extent.len) {
            (true, _) => vec![Arg::from(sign(upper.1, "< ", "<= ")), high],
            (_, true) => vec![Arg::from(sign(lower.1, "> ", ">= ")), low],
            _ => {
                let (open, close) = brackets(lower.1, upper.1);
                vec![Arg::from(open), low, Arg::from(", "), high, Arg::from(close)]
            }
        })
    }
}

fn brackets(lower: bool, upper: bool) -> (&'static str, &'static str) {
    (if lower { "[" } else { "(" }, if upper { "]" } else { ")" })
}
