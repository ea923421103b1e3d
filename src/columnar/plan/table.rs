//! Tables: of one input without conditions, steps over its values; of others, the first row that takes them.

use std::collections::BTreeSet;

use super::builder::{Builder, Lowered, Planned};
use super::condition::interval;
use super::number::Ratio;
use super::{Kind, Operand, Register, Shape, Term, Unplanned};
use crate::data::Form;
use crate::ir::{Line, Pattern, Row, RowValue, Table, Type, Value};
use crate::quantity::{Domain, Number, Numbers};

/// Of more edges than this a place is found in another way than by comparing with each.
const MOST_EDGES: usize = 12;
/// A list of answers is not longer than this.
const MOST_LISTED: i128 = 16_384;

/// An answer for each stretch of an input, with the first integer of the stretch.
type Stretches = Vec<(i128, usize)>;

impl Builder<'_> {
    /// What a table answers.
    pub fn table(&mut self, table: &Table) -> Planned<()> {
        if table.rows.iter().any(|row| row.invalid) {
            return Err(Unplanned::Invalid);
        }
        let inputs = table.inputs.iter().map(|input| self.expression(&input.value)).collect::<Planned<Vec<_>>>()?;
        if let ([input], [declared]) = (inputs.as_slice(), table.inputs.as_slice())
            && let (Operand::Register(of), None) = (input.value, input.present)
            && declared.value.ty != Type::Text
            && table.rows.iter().all(|row| row.guard.is_none())
        {
            let stretches = stretches(table, input.form, declared.value.ty)?;
            return self.by_stretches(table, (of, *input), &stretches);
        }
        let taken = table.rows.iter().map(|row| self.taken(table, row, &inputs)).collect::<Planned<Vec<_>>>()?;
        for (at, slot) in table.outputs.iter().enumerate() {
            let found = self.first_of(table, at, &taken, inputs.first().copied())?;
            self.define(*slot, found);
        }
        Ok(())
    }

    /// Whether a row takes the inputs.
    fn taken(&mut self, table: &Table, row: &Row, inputs: &[Lowered]) -> Planned<Operand> {
        let mut taken = Operand::Constant(1);
        for ((pattern, input), declared) in row.patterns.iter().zip(inputs).zip(&table.inputs) {
            let takes = self.takes(*input, declared.value.ty, pattern)?;
            taken = self.both(true, taken, takes);
        }
        match &row.guard {
            Some(guard) => {
                let guard = self.truth(guard)?;
                Ok(self.both(true, taken, guard))
            }
            None => Ok(taken),
        }
    }

    /// The answer of the first row that takes the inputs; one does.
    fn first_of(
        &mut self,
        table: &Table,
        output: usize,
        taken: &[Operand],
        input: Option<Lowered>,
    ) -> Planned<Lowered> {
        let mut found: Option<Lowered> = None;
        for (row, taken) in table.rows.iter().zip(taken).rev().filter(|(_, taken)| **taken != Operand::Constant(0)) {
            let answer = self.answer(row, output, input)?;
            found = Some(match found {
                Some(other) => self.choose(*taken, answer, other)?,
                None => answer,
            });
        }
        found.ok_or(Unplanned::Invalid)
    }

    fn answer(&mut self, row: &Row, output: usize, input: Option<Lowered>) -> Planned<Lowered> {
        match (row.values.get(output), input) {
            (Some(RowValue::Expr(expr)), _) => self.expression(expr),
            (Some(RowValue::Missing), _) => self.constant(&Value::Missing),
            (Some(RowValue::Line(line)), Some(input)) => self.line(line, input),
            _ => Err(Unplanned::Invalid),
        }
    }

    /// The height of a straight line, rounded once.
    fn line(&mut self, line: &Line, x: Lowered) -> Planned<Lowered> {
        let [lo, from, hi, to] = [line.lo, line.from, line.hi, line.to].map(Number::from);
        let (run, rise) = (&hi - &lo, &to - &from);
        // from × run + (x − lo) × rise, over the run
        let base = &(&from * &run) - &(&lo * &rise);
        let ends = Numbers::of([&from * &run, &to * &run]).ok_or(Unplanned::Invalid)?;
        let (base, rise) = (self.constant(&Value::Number(base))?, self.constant(&Value::Number(rise))?);
        let sloped = self.sloped(x, rise)?;
        let dividend = self.raised(sloped, base, &ends)?;
        let divisor = self.constant(&Value::Number(run))?;
        let heights = Numbers::of([line.from, line.to]).ok_or(Unplanned::Invalid)?;
        let domain = Domain::Numbers(heights.round(line.step, line.mode));
        self.quotient(Ratio { dividend, divisor, step: line.step, mode: line.mode }, &domain)
    }

    /// A product whose form follows from the ends of its factors.
    fn sloped(&mut self, x: Lowered, times: Lowered) -> Planned<Lowered> {
        let Operand::Constant(factor) = times.value else { return Err(Unplanned::Invalid) };
        let ends = [x.form.lo, x.form.hi].map(|end| end.checked_mul(factor));
        let [Some(one), Some(other)] = ends else { return Err(Unplanned::Width) };
        let form = Form { places: x.form.places + times.form.places, lo: one.min(other), hi: one.max(other) };
        Ok(Lowered { value: self.sum(&[(x.value, factor)], form)?, form, present: None })
    }

    /// A sum of which is known between what it lies wherever it is asked for.
    fn raised(&mut self, one: Lowered, other: Lowered, ends: &Numbers) -> Planned<Lowered> {
        let aligned = self.at_one_scale(&[one, other])?;
        let [one, other] = aligned.as_slice() else { return Err(Unplanned::Invalid) };
        let known = Form::of(&Domain::Numbers(ends.clone()), 0).ok_or(Unplanned::Width)?;
        let more = crate::data::power(one.form.places.saturating_sub(known.places)).ok_or(Unplanned::Width)?;
        let end = |end: i128| end.checked_mul(more).ok_or(Unplanned::Width);
        let form = Form { places: one.form.places, lo: end(known.lo)?, hi: end(known.hi)? };
        Ok(Lowered { value: self.sum(&[(one.value, 1), (other.value, 1)], form)?, form, present: None })
    }

    /// The answers of a table of one input by where the input lies.
    fn by_stretches(&mut self, table: &Table, (of, input): (Register, Lowered), stretches: &Stretches) -> Planned<()> {
        for (at, slot) in table.outputs.iter().enumerate() {
            let mut answers = vec![];
            for (_, row) in stretches {
                let row = table.rows.get(*row).ok_or(Unplanned::Invalid)?;
                answers.push(self.answer(row, at, Some(input))?);
            }
            let aligned = self.at_one_scale(&answers)?;
            let constants: Option<Vec<i128>> = aligned.iter().map(constant).collect();
            let found = match constants {
                Some(values) => self.stepped((of, input), stretches, &values, &aligned),
                None => self.nested((of, input), stretches, &aligned)?,
            };
            self.define(*slot, found);
        }
        Ok(())
    }

    /// Constants by where the input lies.
    fn stepped(
        &mut self,
        (of, input): (Register, Lowered),
        stretches: &Stretches,
        values: &[i128],
        answers: &[Lowered],
    ) -> Lowered {
        let places = answers.first().map_or(0, |answer| answer.form.places);
        let found = self.by_edge((of, input), stretches, values, places);
        let there = |answer: &Lowered| i128::from(answer.present != Some(Operand::Constant(0)));
        let there: Vec<i128> = answers.iter().map(there).collect();
        let present = self.by_edge((of, input), stretches, &there, 0).value;
        Lowered { present: Some(present).filter(|present| *present != Operand::Constant(1)), ..found }
    }

    fn by_edge(
        &mut self,
        (of, input): (Register, Lowered),
        stretches: &Stretches,
        values: &[i128],
        places: u32,
    ) -> Lowered {
        let (lo, hi) = (values.iter().min().copied(), values.iter().max().copied());
        let form = Form { places, lo: lo.unwrap_or_default(), hi: hi.unwrap_or_default() };
        let (mut edges, mut before) = (vec![], values.first().copied().unwrap_or_default());
        let constant = before;
        for ((edge, _), value) in stretches.iter().zip(values).skip(1) {
            if *value != before {
                edges.push((*edge, value - before));
            }
            before = *value;
        }
        if edges.is_empty() {
            return Lowered { value: Operand::Constant(constant), form, present: None };
        }
        let span = input.form.hi - input.form.lo;
        if edges.len() > MOST_EDGES && span < MOST_LISTED {
            let at =
                |code: i128| constant + edges.iter().filter(|(edge, _)| *edge <= code).map(|(_, by)| by).sum::<i128>();
            return self.picked(of, input.form.lo, (input.form.lo..=input.form.hi).map(at).collect(), places);
        }
        let terms = vec![Term { of, shape: Shape::Steps(edges) }];
        Lowered { value: self.put(Kind::Sum { constant, terms }, form), form, present: None }
    }

    /// Answers that are found for each record, by where the input lies.
    fn nested(
        &mut self,
        (of, input): (Register, Lowered),
        stretches: &Stretches,
        answers: &[Lowered],
    ) -> Planned<Lowered> {
        let mut each = stretches.iter().zip(answers).rev();
        let Some(((last_edge, _), last)) = each.next() else { return Err(Unplanned::Invalid) };
        let (mut edge, mut found) = (*last_edge, *last);
        for ((from, _), answer) in each {
            let above = self.within(Operand::Register(of), input.form, Some(edge), None);
            found = self.choose(above, found, *answer)?;
            edge = *from;
        }
        Ok(found)
    }
}

fn constant(answer: &Lowered) -> Option<i128> {
    match (answer.value, answer.present) {
        (Operand::Constant(value), None | Some(Operand::Constant(_))) => Some(value),
        _ => None,
    }
}

/// Which row answers where, from the least integer of the input.
fn stretches(table: &Table, form: Form, ty: Type) -> Planned<Stretches> {
    let mut edges = BTreeSet::from([form.lo]);
    for pattern in table.rows.iter().filter_map(|row| row.patterns.first()) {
        edges.extend(turns(form, pattern)?.into_iter().filter(|at| (form.lo..=form.hi).contains(at)));
    }
    let mut stretches: Stretches = vec![];
    for edge in edges {
        let value = form.value(edge, ty).ok_or(Unplanned::Invalid)?;
        let takes = |row: &Row| row.patterns.first().is_some_and(|pattern| pattern.takes(&value));
        // No record has a value that no row takes; the row before may answer it.
        let row = table.rows.iter().position(takes).or(stretches.last().map(|(_, row)| *row));
        let row = row.unwrap_or_default();
        if stretches.last().is_none_or(|(_, before)| *before != row) {
            stretches.push((edge, row));
        }
    }
    Ok(stretches)
}

/// The integers at which a pattern begins or ceases to take.
fn turns(form: Form, pattern: &Pattern) -> Planned<Vec<i128>> {
    match pattern {
        Pattern::Interval { lo, hi } => {
            let (lo, hi) = interval(form, lo.as_ref(), hi.as_ref())?;
            Ok(lo.into_iter().chain(hi.and_then(|hi| hi.checked_add(1))).collect())
        }
        Pattern::Values(values) | Pattern::Not(values) => {
            let codes = values.iter().filter_map(|value| form.code(value));
            Ok(codes.flat_map(|code| [Some(code), code.checked_add(1)]).flatten().collect())
        }
        Pattern::Any | Pattern::Missing | Pattern::Otherwise => Ok(vec![]),
        Pattern::Invalid => Err(Unplanned::Invalid),
    }
}
