//! The names that a declaration uses.

use super::nodes::Kind;
use crate::syntax::ast::{self, ExprKind, OptionValue, PatternKind, RowValue, Set, Share, TypeKind};

/// A name that is used: bare, or with what follows its dot.
pub(super) type Use<'a> = (&'a ast::Name, Option<&'a ast::Name>);

/// Everything that a declaration uses.
pub(super) fn of<'a>(kind: Kind<'a>) -> Vec<Use<'a>> {
    let mut seen = Seen::default();
    match kind {
        Kind::Param(it) => {
            seen.attributes(&it.attributes);
            seen.expr(&it.value);
        }
        Kind::Metric(it) => {
            seen.ty(&it.ty);
            seen.expr(&it.value);
        }
        Kind::Let(it) => {
            it.ty.iter().for_each(|ty| seen.ty(ty));
            seen.expr(&it.value);
        }
        Kind::Score(it, _) => score(&mut seen, it),
        Kind::Section(it, _) => seen.share(it.share.as_ref()),
        Kind::Scores => {}
        Kind::Grade(it) => seen.table(&it.inputs, &it.outputs, &it.rows),
        Kind::Table(it) => seen.table(&it.inputs, &it.outputs, &it.rows),
        Kind::Scale(it) => seen.table(std::slice::from_ref(&it.input), &[], &it.rows),
        Kind::Gate(it) => it.conditions.iter().for_each(|condition| seen.expr(condition)),
        Kind::Pay(it) => {
            seen.bounds(&it.bounds);
            for line in &it.lines {
                seen.bounds(&line.bounds);
                seen.expr(&line.value);
            }
        }
        Kind::Flag(it) => seen.expr(&it.condition),
    }
    seen.finish()
}

/// What an expression uses.
pub(super) fn of_expr(expr: &ast::Expr) -> Vec<Use<'_>> {
    let mut seen = Seen::default();
    seen.expr(expr);
    seen.finish()
}

/// What a field uses: params in its bounds and default, and a named type.
pub(super) fn of_field(field: &ast::Field) -> Vec<Use<'_>> {
    let mut seen = Seen::default();
    seen.ty(&field.ty);
    seen.attributes(&field.attributes);
    seen.finish()
}

/// What the header uses.
pub(super) fn of_header(header: &ast::Header) -> Vec<Use<'_>> {
    let mut seen = Seen::default();
    let parts = [&header.full_marks, &header.effective_from, &header.effective_until, &header.applies];
    parts.into_iter().flatten().for_each(|expr| seen.expr(expr));
    seen.finish()
}

fn score<'a>(seen: &mut Seen<'a>, score: &'a ast::Score) {
    seen.share(score.share.as_ref());
    score.inputs.iter().for_each(|input| seen.expr(input));
    score.formula.iter().for_each(|formula| seen.expr(formula));
    if score.inputs.is_empty() && score.formula.is_none() {
        seen.uses.push((&score.name, None));
    }
    seen.rows(score.rows.as_deref().unwrap_or_default());
}

/// The expressions that are still to be looked into. Sums are trees as deep as they are long, so
/// they are walked without recursion.
#[derive(Default)]
struct Seen<'a> {
    open: Vec<&'a ast::Expr>,
    uses: Vec<Use<'a>>,
}

impl<'a> Seen<'a> {
    fn expr(&mut self, expr: &'a ast::Expr) {
        self.open.push(expr);
    }

    fn finish(mut self) -> Vec<Use<'a>> {
        while let Some(expr) = self.open.pop() {
            self.look(expr);
        }
        self.uses
    }

    fn look(&mut self, expr: &'a ast::Expr) {
        match &expr.kind {
            ExprKind::When { value: a, condition: b }
            | ExprKind::Logic { left: a, right: b, .. }
            | ExprKind::Otherwise { value: a, fallback: b }
            | ExprKind::Arithmetic { left: a, right: b, .. } => self.open.extend([&**a, &**b]),
            ExprKind::If { condition, then, otherwise } => self.open.extend([&**condition, &**then, &**otherwise]),
            ExprKind::Not(inner) | ExprKind::Negate(inner) | ExprKind::IsMissing { value: inner, .. } => {
                self.open.push(inner);
            }
            ExprKind::Compare { first, rest } => {
                self.open.push(first);
                self.open.extend(rest.iter().map(|(_, expr)| expr));
            }
            ExprKind::In { value, set, .. } => {
                self.open.push(value);
                self.set(set);
            }
            ExprKind::Call(call) => self.call(call),
            ExprKind::Member { value, member } => match &value.kind {
                ExprKind::Name(name) => self.uses.push((name, Some(member))),
                _ => self.open.push(value),
            },
            ExprKind::Name(name) => self.uses.push((name, None)),
            ExprKind::Literal(_) | ExprKind::Invalid => {}
        }
    }

    fn set(&mut self, set: &'a Set) {
        match set {
            Set::Interval(interval) => self.interval(interval),
            Set::Values(values) => self.open.extend(values),
        }
    }

    fn interval(&mut self, interval: &'a ast::Interval) {
        self.open.extend([&*interval.lo, &*interval.hi]);
    }

    fn call(&mut self, call: &'a ast::Call) {
        self.open.extend(&call.arguments);
        self.open.extend(call.filter.as_deref());
        for option in &call.options {
            match &option.value {
                OptionValue::Expr(expr) => self.open.push(expr),
                OptionValue::Set(values, _) => self.open.extend(values),
                OptionValue::Periods { count, .. } => self.open.push(count),
            }
        }
    }

    fn attributes(&mut self, attributes: &'a ast::Attributes) {
        self.open.extend(&attributes.default);
        attributes.domain.iter().for_each(|interval| self.interval(interval));
    }

    fn ty(&mut self, ty: &'a ast::TypeExpr) {
        if let TypeKind::Named(name) = &ty.kind {
            self.uses.push((name, None));
        }
    }

    fn share(&mut self, share: Option<&'a Share>) {
        if let Some(Share::Weight(expr) | Share::OutOf(expr)) = share {
            self.open.push(expr);
        }
    }

    fn bounds(&mut self, bounds: &'a ast::Bounds) {
        self.open.extend(&bounds.at_least);
        self.open.extend(&bounds.at_most);
    }

    fn table(&mut self, inputs: &'a [ast::Expr], outputs: &'a [ast::Output], rows: &'a [ast::Row]) {
        self.open.extend(inputs);
        outputs.iter().for_each(|output| self.ty(&output.ty));
        self.rows(rows);
    }

    fn rows(&mut self, rows: &'a [ast::Row]) {
        for row in rows {
            self.open.extend(&row.guard);
            row.patterns.iter().for_each(|pattern| self.pattern(pattern));
            for value in &row.values {
                match value {
                    RowValue::Expr(expr) => self.open.push(expr),
                    RowValue::Line { from, to, .. } => self.open.extend([from, to]),
                    RowValue::Missing(_) | RowValue::Exempt(_) => {}
                }
            }
        }
    }

    fn pattern(&mut self, pattern: &'a ast::Pattern) {
        match &pattern.kind {
            PatternKind::Compare(_, expr) => self.open.push(expr),
            PatternKind::Interval(interval) => self.interval(interval),
            PatternKind::Values(values) | PatternKind::Not(values) => self.open.extend(values),
            PatternKind::Any | PatternKind::Missing | PatternKind::Otherwise | PatternKind::Invalid => {}
        }
    }
}
