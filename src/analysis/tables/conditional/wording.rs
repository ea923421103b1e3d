//! What rows with conditions leave open, as rows to be written.

use super::super::axis::Axis;
use super::super::model::Model;
use super::super::witness::witness;
use crate::analysis::coverage::{Area, Places};
use crate::diagnostic::{Arg, Finding};
use crate::ir::{ExprKind, Value};

/// A part of a gap that is open only for some.
pub(in crate::analysis::tables) struct Part<'a> {
    /// The table with what its conditions ask.
    pub model: Model<'a>,
    /// The part.
    pub area: Area,
    /// How many of the inputs are the table's own.
    pub inputs: usize,
}

impl Part<'_> {
    /// A combination that nobody takes: the table's own inputs, and of what is asked what it hangs on.
    pub fn point(&self) -> Arg {
        let point = witness(&self.model, &self.area);
        let hangs_on = |axis: usize| {
            let all = self.model.axes.get(axis).map(|known| known.extent.all());
            axis < self.inputs || self.area.on(axis) != all.as_ref()
        };
        self.model.point_of(&point, hangs_on)
    }

    /// What was found, for machines.
    pub fn finding(&self) -> Finding {
        self.model.finding(&self.area, &witness(&self.model, &self.area), [])
    }

    /// `missing when role = packing`; `None` where one row cannot say it.
    fn row(&self) -> Option<String> {
        let own = (0..self.inputs).map(|axis| self.model.pattern_text(axis, self.area.on(axis)?));
        let own = own.collect::<Option<Vec<_>>>()?;
        let mut conditions = vec![];
        for axis in self.inputs..self.model.axes.len() {
            let (known, places) = (self.model.axes.get(axis)?, self.area.on(axis)?);
            if *places != known.extent.all() {
                conditions.push(self.condition(axis, known, places)?);
            }
        }
        Some(format!("{} when {}", own.join(", "), conditions.join(" and ")))
    }

    /// What holds of an input that is asked.
    fn condition(&self, axis: usize, known: &Axis, places: &Places) -> Option<String> {
        let input = self.model.table.inputs.get(axis)?;
        let (name, whole) = (input.name.as_str(), !matches!(input.value.kind, ExprKind::Slot(_)));
        let has_missing = places.contains(known.extent.len);
        if known.extent.missing {
            let all = *places == known.extent.present();
            let only = places.first() == Some(known.extent.len);
            return (all || only).then(|| format!("{name} is {}missing", if all { "not " } else { "" }));
        }
        let yes = known.value(places.first()?)?;
        match yes {
            _ if has_missing => None,
            Value::Bool(true) => Some(if whole { format!("({name})") } else { name.to_owned() }),
            Value::Bool(false) => Some(if whole { format!("not ({name})") } else { format!("not {name}") }),
            _ => {
                let values = self.model.values_text(axis, places)?;
                Some(match values.chars().next()? {
                    '>' | '<' => format!("{name} {values}"),
                    '{' | '[' | '(' => format!("{name} in {values}"),
                    _ => format!("{name} = {values}"),
                })
            }
        }
    }
}

/// The rows that close all parts, as far as they can be written.
pub(in crate::analysis::tables) fn rows(parts: &[Part]) -> Option<Vec<String>> {
    parts.iter().map(Part::row).collect()
}
