//! The names that expressions and what they stand in use.

use crate::syntax::ast::{self, ExprKind, OptionValue, PatternKind, RowValue, Set, Share, TypeKind};
use crate::syntax::keyword::Keyword;

/// A name that is used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    /// The name.
    pub name: &'a ast::Name,
    /// What follows its dot.
    pub member: Option<&'a ast::Name>,
    /// Whether only its value of an earlier period is: inside `previous`.
    pub earlier: bool,
}

/// The expressions that are still to be looked into. Sums are trees as deep as they are long, so
/// they are walked without recursion.
#[derive(Default)]
pub(super) struct Names<'a> {
    /// Each with whether it stands inside `previous`.
    open: Vec<(&'a ast::Expr, bool)>,
    uses: Vec<Use<'a>>,
    /// Whether what is looked into stands inside `previous`.
    earlier: bool,
}

/// What an expression uses.
pub(super) fn of_expr(expr: &ast::Expr) -> Vec<Use<'_>> {
    let mut names = Names::default();
    names.expr(expr);
    names.finish()
}

impl<'a> Names<'a> {
    /// Looks into an expression.
    pub fn expr(&mut self, expr: &'a ast::Expr) {
        self.open.push((expr, self.earlier));
    }

    /// Looks into several.
    pub fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a ast::Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    /// Takes a name by itself.
    pub fn name(&mut self, name: &'a ast::Name, member: Option<&'a ast::Name>) {
        self.uses.push(Use { name, member, earlier: self.earlier });
    }

    /// Every name.
    pub fn finish(mut self) -> Vec<Use<'a>> {
        while let Some((expr, earlier)) = self.open.pop() {
            self.earlier = earlier;
            self.look(expr);
        }
        self.uses
    }

    fn look(&mut self, expr: &'a ast::Expr) {
        match &expr.kind {
            ExprKind::When { value: a, condition: b }
            | ExprKind::Logic { left: a, right: b, .. }
            | ExprKind::Otherwise { value: a, fallback: b }
            | ExprKind::Arithmetic { left: a, right: b, .. } => self.exprs([&**a, &**b]),
            ExprKind::If { condition, then, otherwise } => self.exprs([&**condition, &**then, &**otherwise]),
            ExprKind::Not(inner) | ExprKind::Negate(inner) | ExprKind::IsMissing { value: inner, .. } => {
                self.expr(inner);
            }
            ExprKind::Compare { first, rest } => {
                self.expr(first);
                self.exprs(rest.iter().map(|(_, expr)| expr));
            }
            ExprKind::In { value, set, .. } => {
                self.expr(value);
                self.set(set);
            }
            ExprKind::Call(call) => self.call(call),
            ExprKind::Member { value, member } => match &value.kind {
                ExprKind::Name(name) => self.name(name, Some(member)),
                _ => self.expr(value),
            },
            ExprKind::Name(name) => self.name(name, None),
            ExprKind::Literal(_) | ExprKind::Invalid => {}
        }
    }

    fn set(&mut self, set: &'a Set) {
        match set {
            Set::Interval(interval) => self.interval(interval),
            Set::Values(values) => self.exprs(values),
        }
    }

    fn interval(&mut self, interval: &'a ast::Interval) {
        self.exprs([&*interval.lo, &*interval.hi]);
    }

    fn call(&mut self, call: &'a ast::Call) {
        let around = self.earlier;
        self.earlier |= Keyword::Previous.is(&call.function.text);
        self.exprs(&call.arguments);
        self.exprs(call.filter.as_deref());
        for option in &call.options {
            match &option.value {
                OptionValue::Expr(expr) => self.expr(expr),
                OptionValue::Set(values, _) => self.exprs(values),
                OptionValue::Periods { count, .. } => self.expr(count),
            }
        }
        self.earlier = around;
    }

    /// Looks into what stands behind a type.
    pub fn attributes(&mut self, attributes: &'a ast::Attributes) {
        self.exprs(&attributes.default);
        attributes.domain.iter().for_each(|interval| self.interval(interval));
    }

    /// Looks into a type.
    pub fn ty(&mut self, ty: &'a ast::TypeExpr) {
        if let TypeKind::Named(name) = &ty.kind {
            self.name(name, None);
        }
    }

    /// Looks into a weight.
    pub fn share(&mut self, share: Option<&'a Share>) {
        if let Some(Share::Weight(expr) | Share::OutOf(expr)) = share {
            self.expr(expr);
        }
    }

    /// Looks into the bounds of an amount.
    pub fn bounds(&mut self, bounds: &'a ast::Bounds) {
        self.exprs(&bounds.at_least);
        self.exprs(&bounds.at_most);
    }

    /// Looks into a table.
    pub fn table(&mut self, inputs: &'a [ast::Expr], outputs: &'a [ast::Output], rows: &'a [ast::Row]) {
        self.exprs(inputs);
        outputs.iter().for_each(|output| self.ty(&output.ty));
        self.rows(rows);
    }

    /// Looks into rows.
    pub fn rows(&mut self, rows: &'a [ast::Row]) {
        for row in rows {
            self.exprs(&row.guard);
            row.patterns.iter().for_each(|pattern| self.pattern(pattern));
            for value in &row.values {
                match value {
                    RowValue::Expr(expr) => self.expr(expr),
                    RowValue::Line { from, to, .. } => self.exprs([from, to]),
                    RowValue::Missing(_) | RowValue::Exempt(_) => {}
                }
            }
        }
    }

    fn pattern(&mut self, pattern: &'a ast::Pattern) {
        match &pattern.kind {
            PatternKind::Compare(_, expr) => self.expr(expr),
            PatternKind::Interval(interval) => self.interval(interval),
            PatternKind::Values(values) | PatternKind::Not(values) => self.exprs(values),
            PatternKind::Any | PatternKind::Missing | PatternKind::Otherwise | PatternKind::Invalid => {}
        }
    }
}
