//! The names that expressions and what they stand in use.

use crate::syntax::ast::{self, CallOption, ExprKind, OptionValue, PatternKind, RowValue, Set, Share, TypeKind};
use crate::syntax::keyword::Keyword;

/// A name that is used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    /// The name.
    pub name: &'a ast::Name,
    /// What follows its dot.
    pub member: Option<&'a ast::Name>,
    /// Of whom and when its value is used.
    pub place: Place,
}

/// Where the value of a name is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Place {
    /// In the record at hand.
    #[default]
    Here,
    /// In other records of the period, or in earlier periods and this one.
    Apart,
    /// In an earlier period only: inside `previous`.
    Earlier,
}

/// The expressions that are still to be looked into. Sums are trees as deep as they are long, so
/// they are walked without recursion.
#[derive(Default)]
pub(super) struct Names<'a> {
    /// Each with where its names are looked for.
    open: Vec<(&'a ast::Expr, Place)>,
    uses: Vec<Use<'a>>,
    /// Where the names of what is looked into are.
    place: Place,
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
        self.open.push((expr, self.place));
    }

    /// Looks into several.
    pub fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a ast::Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    /// Takes a name by itself.
    pub fn name(&mut self, name: &'a ast::Name, member: Option<&'a ast::Name>) {
        self.uses.push(Use { name, member, place: self.place });
    }

    /// Every name.
    pub fn finish(mut self) -> Vec<Use<'a>> {
        while let Some((expr, place)) = self.open.pop() {
            self.place = place;
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
        let around = self.place;
        self.place = match around {
            Place::Earlier => around,
            _ if Keyword::Previous.is(&call.function.text) => Place::Earlier,
            _ if Keyword::Streak.is(&call.function.text) || !call.options.is_empty() => Place::Apart,
            _ => around,
        };
        self.exprs(&call.arguments);
        self.exprs(call.filter.as_deref());
        for option in call.options.iter().filter(|option| !is_word(option)) {
            match &option.value {
                OptionValue::Expr(expr) => self.expr(expr),
                OptionValue::Set(values, _) => self.exprs(values),
                OptionValue::Periods { count, .. } => self.expr(count),
            }
        }
        self.place = around;
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

/// Whether a named argument is a word of the language: `within: all`, `ties: shared`. A value may have its name.
fn is_word(option: &CallOption) -> bool {
    let OptionValue::Expr(ast::Expr { kind: ExprKind::Name(name), .. }) = &option.value else { return false };
    let words = Keyword::among(&option.name.text, Keyword::ARGUMENTS).map_or(&[][..], Keyword::arguments);
    !name.quoted && Keyword::among(&name.text, words).is_some()
}
