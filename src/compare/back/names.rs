//! The names that expressions of a declaration read.

use std::collections::{BTreeMap, BTreeSet};

use crate::syntax::ast::{
    Attributes, Bounds, CallOption, Expr, ExprKind, Field, File, Interval, Item, Name, OptionValue, Output,
    PatternKind, Row, RowValue, Score, Set, Share, TypeExpr, TypeKind,
};

/// What each name of the old policy is called in the new one; of a part, `等级.系数`, with what it is a part of.
pub(super) type Renames = BTreeMap<String, String>;

/// Calls everything that a file declares and reads as the new policy does.
pub(super) fn respell(file: &mut File, renames: &Renames) {
    if renames.is_empty() {
        return;
    }
    for item in &mut file.items {
        declared(item, renames);
        exprs(item, &mut |expr| spell(expr, renames));
    }
}

fn declared(item: &mut Item, renames: &Renames) {
    let of = |name: &mut Name| renames.get(&name.text).cloned().into_iter().for_each(|new| name.text = new);
    let parts = |owner: &Name, outputs: &mut [Output]| {
        for name in outputs.iter_mut().filter_map(|output| output.name.as_mut()) {
            let new = renames.get(&format!("{}.{}", owner.text, name.text)).and_then(|new| new.split_once('.'));
            new.into_iter().for_each(|(_, member)| name.text = member.to_owned());
        }
    };
    match item {
        Item::Record(it) => it.fields.iter_mut().for_each(|field| of(&mut field.name)),
        Item::Grade(it) => {
            parts(&it.name, &mut it.outputs);
            of(&mut it.name);
        }
        Item::Table(it) => {
            parts(&it.name, &mut it.outputs);
            of(&mut it.name);
        }
        Item::Metric(it) => of(&mut it.name),
        Item::Scale(it) => of(&mut it.name),
        Item::Gate(it) => of(&mut it.name),
        Item::Pay(it) => of(&mut it.name),
        Item::Flag(it) => of(&mut it.name),
        _ => {}
    }
}

fn spell(expr: &mut Expr, renames: &Renames) {
    let whole = dotted(expr);
    match &mut expr.kind {
        ExprKind::Name(name) => {
            if let Some(new) = renames.get(&name.text) {
                name.text.clone_from(new);
            }
        }
        // What it is a part of was respelt already, for the parts of an expression come first.
        ExprKind::Member { member, .. } => {
            let new = whole.and_then(|whole| {
                let old = renames.iter().find(|(old, _)| {
                    old.split_once('.').is_some_and(|(owner, name)| {
                        let owner = renames.get(owner).map_or(owner, String::as_str);
                        whole.split_once('.') == Some((owner, name))
                    })
                });
                old.and_then(|(_, new)| new.split_once('.')).map(|(_, member)| member.to_owned())
            });
            new.into_iter().for_each(|new| member.text.clone_from(&new));
        }
        _ => {}
    }
}

fn dotted(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name.text.clone()),
        ExprKind::Member { value, member } => Some(format!("{}.{}", dotted(value)?, member.text)),
        _ => None,
    }
}

/// All names that the expressions and types of some declarations read.
pub(super) fn read(file: &mut File) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for item in &mut file.items {
        exprs(item, &mut |expr| match &expr.kind {
            ExprKind::Name(name) => drop(found.insert(name.text.clone())),
            ExprKind::Member { .. } => found.extend(dotted(expr)),
            _ => {}
        });
        types(item, &mut found);
    }
    found
}

fn types(item: &Item, found: &mut BTreeSet<String>) {
    let mut see = |ty: &TypeExpr| {
        if let TypeKind::Named(name) = &ty.kind {
            found.insert(name.text.clone());
        }
    };
    match item {
        Item::Record(it) => it.fields.iter().for_each(|field| see(&field.ty)),
        Item::Lookup(it) | Item::Details(it) => it.fields.iter().for_each(|field| see(&field.ty)),
        Item::Param(it) => see(&it.ty),
        Item::Metric(it) => see(&it.ty),
        Item::Grade(it) => it.outputs.iter().for_each(|output| see(&output.ty)),
        Item::Table(it) => it.outputs.iter().for_each(|output| see(&output.ty)),
        // A score without inputs reads the value of its name.
        Item::Score(it) => found.extend((!it.is_new()).then(|| it.name.text.clone())),
        Item::Section(it) => {
            let plain = it.scores.iter().filter(|score| !score.is_new());
            found.extend(plain.map(|score| score.name.text.clone()));
        }
        _ => {}
    }
}

type See<'s> = &'s mut dyn FnMut(&mut Expr);

/// Every expression of a declaration, its parts before it.
fn exprs(item: &mut Item, see: See) {
    match item {
        Item::Header(it) => {
            let all = [&mut it.effective_from, &mut it.effective_until, &mut it.full_marks, &mut it.applies];
            all.into_iter().flatten().for_each(|expr| each(expr, see));
        }
        Item::Record(it) => it.fields.iter_mut().for_each(|field| of_field(field, see)),
        Item::Lookup(it) | Item::Details(it) => {
            it.fields.iter_mut().for_each(|field| of_field(field, see));
            it.items.iter_mut().for_each(|item| exprs(item, see));
        }
        Item::Param(it) => {
            attributes(&mut it.attributes, see);
            each(&mut it.value, see);
        }
        Item::Metric(it) => each(&mut it.value, see),
        Item::Let(it) => each(&mut it.value, see),
        Item::Score(it) => score(it, see),
        Item::Section(it) => {
            share(&mut it.share, see);
            it.scores.iter_mut().for_each(|it| score(it, see));
        }
        Item::Grade(it) => table(&mut it.inputs, &mut it.outputs, &mut it.rows, see),
        Item::Table(it) => table(&mut it.inputs, &mut it.outputs, &mut it.rows, see),
        Item::Scale(it) => {
            each(&mut it.input, see);
            it.rows.iter_mut().for_each(|it| row(it, see));
        }
        Item::Gate(it) => it.conditions.iter_mut().for_each(|it| each(it, see)),
        Item::Pay(it) => {
            bounds(&mut it.bounds, see);
            for line in &mut it.lines {
                bounds(&mut line.bounds, see);
                each(&mut line.value, see);
            }
        }
        Item::Flag(it) => each(&mut it.condition, see),
        Item::Ensure(it) => each(&mut it.condition, see),
        Item::Type(_) | Item::Test(_) | Item::Case(_) | Item::Use(_) | Item::Invalid(_) => {}
    }
}

fn of_field(field: &mut Field, see: See) {
    attributes(&mut field.attributes, see);
}

fn attributes(it: &mut Attributes, see: See) {
    it.default.iter_mut().for_each(|expr| each(expr, see));
    it.domain.iter_mut().for_each(|domain| interval(domain, see));
}

fn share(it: &mut Option<Share>, see: See) {
    if let Some(Share::Weight(expr) | Share::OutOf(expr)) = it {
        each(expr, see);
    }
}

fn score(it: &mut Score, see: See) {
    share(&mut it.share, see);
    it.formula.iter_mut().for_each(|expr| each(expr, see));
    it.inputs.iter_mut().for_each(|expr| each(expr, see));
    it.rows.iter_mut().flatten().for_each(|it| row(it, see));
}

fn table(inputs: &mut [Expr], outputs: &mut [Output], rows: &mut [Row], see: See) {
    inputs.iter_mut().for_each(|expr| each(expr, see));
    outputs.iter_mut().for_each(|output| attributes(&mut output.attributes, see));
    rows.iter_mut().for_each(|it| row(it, see));
}

fn bounds(it: &mut Bounds, see: See) {
    it.at_least.iter_mut().chain(&mut it.at_most).for_each(|expr| each(expr, see));
}

fn interval(it: &mut Interval, see: See) {
    each(&mut it.lo, see);
    each(&mut it.hi, see);
}

fn row(it: &mut Row, see: See) {
    for pattern in &mut it.patterns {
        match &mut pattern.kind {
            PatternKind::Compare(_, expr) => each(expr, see),
            PatternKind::Interval(it) => interval(it, see),
            PatternKind::Values(all) | PatternKind::Not(all) => all.iter_mut().for_each(|expr| each(expr, see)),
            PatternKind::Any | PatternKind::Missing | PatternKind::Otherwise | PatternKind::Invalid => {}
        }
    }
    it.guard.iter_mut().for_each(|expr| each(expr, see));
    for value in &mut it.values {
        match value {
            RowValue::Expr(expr) => each(expr, see),
            RowValue::Line { from, to, .. } => [from, to].into_iter().for_each(|expr| each(expr, see)),
            RowValue::Missing(_) | RowValue::Exempt(_) => {}
        }
    }
}

fn each(expr: &mut Expr, see: See) {
    match &mut expr.kind {
        ExprKind::When { value: one, condition: two }
        | ExprKind::Logic { left: one, right: two, .. }
        | ExprKind::Otherwise { value: one, fallback: two }
        | ExprKind::Arithmetic { left: one, right: two, .. } => [one, two].into_iter().for_each(|it| each(it, see)),
        ExprKind::If { condition, then, otherwise } => {
            [condition, then, otherwise].into_iter().for_each(|it| each(it, see));
        }
        ExprKind::Not(one) | ExprKind::Negate(one) => each(one, see),
        ExprKind::IsMissing { value, .. } | ExprKind::Member { value, .. } => each(value, see),
        ExprKind::Compare { first, rest } => {
            each(first, see);
            rest.iter_mut().for_each(|(_, it)| each(it, see));
        }
        ExprKind::In { value, set, .. } => {
            each(value, see);
            match set {
                Set::Interval(it) => interval(it, see),
                Set::Values(all) => all.iter_mut().for_each(|it| each(it, see)),
            }
        }
        ExprKind::Call(call) => {
            call.arguments.iter_mut().for_each(|it| each(it, see));
            call.filter.iter_mut().for_each(|it| each(it, see));
            call.options.iter_mut().for_each(|it| option(it, see));
        }
        ExprKind::Name(_) | ExprKind::Literal(_) | ExprKind::Invalid => {}
    }
    see(expr);
}

fn option(it: &mut CallOption, see: See) {
    match &mut it.value {
        OptionValue::Expr(expr) | OptionValue::Periods { count: expr, .. } => each(expr, see),
        OptionValue::Set(all, _) => all.iter_mut().for_each(|expr| each(expr, see)),
    }
}
