//! Grades and tables.

use super::super::context::Entity;
use super::super::resolve;
use super::attributes::only_decimals;
use super::build::{Build, NewSlot};
use super::domains::domain;
use super::rows::{self, Answer};
use super::types;
use super::values::{absorb, label_domain};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Input, LabelSetId, Role, Row, RowValue, SlotId, Step, Table, TableKind, Type, Value};
use crate::quantity::{Decimal, Domain, Numbers, TimeUnit, Tongue, Unit};
use crate::source::Span;
use crate::syntax::{Keyword, ast};

/// A column of answers with its name.
struct Column<'a> {
    name: Option<&'a ast::Name>,
    ty: &'a ast::TypeExpr,
    answer: Answer,
    /// What it can be where no row answers anything but `missing`.
    unanswered: Domain,
    time_unit: TimeUnit,
}

/// The labels of a grade, best first: in the order of their unguarded rows, then those that only
/// guarded rows give.
pub(super) fn labels(grade: &ast::Grade) -> Vec<ast::LabelDecl> {
    let mut seen = std::collections::HashSet::new();
    let (guarded, plain): (Vec<_>, Vec<_>) = grade.rows.iter().partition(|row| row.guard.is_some());
    let names = plain.into_iter().chain(guarded).filter_map(|row| row.label.as_ref());
    names
        .filter(|name| seen.insert(name.text.as_str()))
        .map(|name| ast::LabelDecl { name: name.clone(), title: None })
        .collect()
}

/// Lowers a grade: its label and its outputs.
pub(super) fn grade(build: &mut Build, grade: &ast::Grade) {
    if matches!(build.cx.scope.names.get(&grade.name.text), Some(Entity::Invalid(_))) {
        return;
    }
    let Some(set) = build.cx.scope.types.get(&grade.name.text).copied() else { return };
    let inputs = rows::inputs(build, &grade.inputs);
    if grade.outputs.is_empty() {
        without_columns(build, grade);
    }
    let columns = columns(build, &grade.outputs, &grade.rows);
    let answers: Vec<Answer> = columns.iter().map(|column| column.answer).collect();
    let mut lowered = rows::rows(build, &grade.rows, &inputs, &answers);
    let mut reached = vec![];
    for (row, written) in lowered.iter_mut().zip(&grade.rows) {
        let at = written.label.as_ref().and_then(|label| resolve::declared_label(&mut build.cx, set, label));
        reached.extend(at);
        row.invalid |= at.is_none();
        row.values.insert(0, RowValue::Expr(label(set, at.unwrap_or_default(), row.span)));
        if at.is_none() && !written.invalid {
            build.tell(Diagnostic::new(Code::RowShape, written.span).variant("label"));
        }
    }
    let new = NewSlot::new(&grade.name.text, grade.name.span, Role::Grade).title(grade.title.as_ref());
    let slot = build.slot(new, Type::Label(set), label_domain(reached), false);
    build.name(&grade.name.text, slot);
    build.cx.scope.graded.insert(Entity::Slot(slot), grade.name.text.clone());
    let mut outputs = vec![slot];
    outputs.extend(slots(build, &grade.name, &columns, (&inputs, &lowered), (1, Role::GradeOutput)));
    outcomes(build, set, grade, &columns);
    let (name, span) = (grade.name.text.clone(), grade.name.span);
    build.step(Step::Table(Table { kind: TableKind::Grade, name, span, inputs, outputs, rows: lowered }));
}

/// Lowers a table.
pub(super) fn table(build: &mut Build, table: &ast::Table) {
    if table.outputs.is_empty() && table.rows.iter().any(|row| !row.values.is_empty()) {
        return without_outputs(build, table);
    }
    let inputs = rows::inputs(build, &table.inputs);
    let columns = columns(build, &table.outputs, &table.rows);
    let answers: Vec<Answer> = columns.iter().map(|column| column.answer).collect();
    let lowered = rows::rows(build, &table.rows, &inputs, &answers);
    let outputs = slots(build, &table.name, &columns, (&inputs, &lowered), (0, Role::TableOutput));
    match (columns.as_slice(), outputs.first()) {
        ([Column { name: None, .. }], Some(slot)) => build.name(&table.name.text, *slot),
        _ => build.entity(&table.name, Entity::Group(table.name.span)),
    }
    let (name, span) = (table.name.text.clone(), table.name.span);
    build.step(Step::Table(Table { kind: TableKind::Table, name, span, inputs, outputs, rows: lowered }));
}

/// A grade whose rows answer what its head does not name: told once, with the column as it is used, or as its type is called.
fn without_columns(build: &mut Build, grade: &ast::Grade) {
    let Some(answer) = grade.rows.iter().filter(|row| !row.invalid).find_map(|row| row.values.first()) else {
        // What rows that do not read answer nobody knows.
        if let Some(name) = used_member(build, &grade.name).filter(|_| grade.rows.iter().any(|row| row.invalid)) {
            unknown_column(build, &grade.name, &name);
        }
        return;
    };
    let ty = of_answers(&grade.rows);
    let plain = is_factor(build, answer);
    let ty = if ty == "money" && plain { "number" } else { ty };
    let chinese = build.cx.header.tongue == Tongue::Zh;
    let called = match (ty, chinese) {
        ("money", true) => "奖金",
        ("money", false) => "bonus",
        (_, true) => "系数",
        (_, false) => "factor",
    };
    let used = used_member(build, &grade.name).or_else(|| used_bare(build, &grade.name, called));
    let name = used.unwrap_or_else(|| called.to_owned());
    let proposal = format!("-> {name} : {ty}");
    let place = grade.inputs.last().map_or(grade.name.span, |input| input.span).after();
    let told =
        Diagnostic::new(Code::RowShape, grade.name.span).variant("outputs").arg("table", grade.name.text.as_str());
    build.tell(told.arg("proposal", proposal.as_str()).edit(place, format!(" {proposal}")));
    unknown_column(build, &grade.name, &name);
}

/// Lets what uses a column not be told as well.
fn unknown_column(build: &mut Build, grade: &ast::Name, name: &str) {
    let new = NewSlot::new(format!("{}.{name}", grade.text), grade.span, Role::GradeOutput);
    let slot = build.slot(new, Type::Invalid, Domain::Invalid, false);
    build.member(&grade.text, name, slot);
}

/// Whether an answer is a number with decimals and no unit: that is a factor, and no amount.
fn is_factor(build: &Build, answer: &ast::RowValue) -> bool {
    let ast::RowValue::Expr(expr) = answer else { return false };
    let text = build.cx.sources.slice(expr.span).trim();
    text.contains('.') && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// The name that the policy uses of what a grade gives, and declares nowhere: 绩效系数 where 系数 is meant.
fn used_bare(build: &Build, grade: &ast::Name, called: &str) -> Option<String> {
    let text = &build.cx.sources.get(grade.span.file)?.text;
    let ends = |word: &&str| word.ends_with(called) && *word != called;
    let mut words = text.split(|c: char| !unicode_ident::is_xid_continue(c)).filter(ends);
    let known = |word: &str| {
        let behind = text.split(word).skip(1).any(|rest| rest.trim_start().starts_with([':', '=', '：', '＝']));
        behind || build.cx.scope.names.contains_key(word)
    };
    words.find(|word| !known(word)).map(str::to_owned)
}

/// The member of a grade that the policy uses: `等级.奖金`.
fn used_member(build: &Build, grade: &ast::Name) -> Option<String> {
    let text = &build.cx.sources.get(grade.span.file)?.text;
    let owner = format!("{}.", grade.text);
    let behind = text.split(owner.as_str()).skip(1);
    let name = |rest: &str| {
        let end = rest.find(|c: char| !unicode_ident::is_xid_continue(c)).unwrap_or(rest.len());
        rest.get(..end).filter(|name| name.starts_with(unicode_ident::is_xid_start)).map(str::to_owned)
    };
    behind.filter_map(name).next()
}

/// The type of the first answer of rows that has a unit.
fn of_answers(rows: &[ast::Row]) -> &'static str {
    let unit = |value: &ast::RowValue| match value {
        ast::RowValue::Expr(expr) => match &expr.kind {
            ast::ExprKind::Literal(ast::Literal::Quantity { unit: Some(unit), .. }) => Some(unit.unit.clone()),
            _ => None,
        },
        _ => None,
    };
    match rows.iter().filter_map(|row| row.values.first()).find_map(unit) {
        Some(Unit::Percent | Unit::Permille) => "percent",
        Some(Unit::Time(_)) => "duration",
        Some(Unit::Point) => "points",
        Some(Unit::Counter) => "count",
        Some(Unit::Currency(_)) | None => "money",
    }
}

/// A table whose rows answer what its head does not name: told once, with the type of the first answer.
fn without_outputs(build: &mut Build, table: &ast::Table) {
    let plain = table.rows.iter().flat_map(|row| &row.values).any(|answer| is_factor(build, answer));
    let ty = Some(of_answers(&table.rows)).filter(|ty| !plain || *ty != "money").unwrap_or("number");
    let proposal = format!("-> {ty}");
    let place = table.inputs.last().map_or(table.name.span, |input| input.span).after();
    let told =
        Diagnostic::new(Code::RowShape, table.name.span).variant("outputs").arg("table", table.name.text.as_str());
    build.tell(told.arg("proposal", proposal.as_str()).edit(place, format!(" {proposal}")));
    absorb(build, &table.name);
}

/// Lowers the rows of an item, whose one answer becomes the slot `X.points`.
pub(super) fn score(build: &mut Build, score: &ast::Score, written: &[ast::Row], answer: Answer) -> (SlotId, Vec<Row>) {
    let name = &score.name;
    let own = [ast::Expr { kind: ast::ExprKind::Name(name.clone()), span: name.span }];
    let inputs = rows::inputs(build, if score.inputs.is_empty() { &own } else { &score.inputs });
    let lowered = rows::rows(build, written, &inputs, &[answer]);
    let (domain, optional) = rows::column(&lowered, &inputs, 0);
    let new = NewSlot::new(resolve::member_name(&name.text, Keyword::PointsMember), name.span, Role::Points)
        .title(score.title.as_ref());
    // From an item of which everybody is exempt nobody has points.
    let domain = domain.unwrap_or(Domain::Numbers(Numbers::one(Decimal::ZERO)));
    let slot = build.slot(new, answer.ty, domain, optional);
    let table = Table {
        kind: TableKind::Score,
        name: name.text.clone(),
        span: name.span,
        inputs,
        outputs: vec![slot],
        rows: lowered.clone(),
    };
    build.step(Step::Table(table));
    (slot, lowered)
}

fn columns<'a>(build: &mut Build, outputs: &'a [ast::Output], rows: &[ast::Row]) -> Vec<Column<'a>> {
    let mut seen: Vec<&ast::Name> = vec![];
    let mut columns = vec![];
    for (at, output) in outputs.iter().enumerate() {
        only_decimals(build, &output.attributes, true);
        let untyped = types::untyped(&mut build.cx, output, (at, rows));
        let name = output.name.as_ref().or(untyped);
        if let Some(name) = name {
            if let Some(first) = seen.iter().find(|first| first.text == name.text) {
                let told = Diagnostic::new(Code::DuplicateName, name.span).variant("output");
                build.tell(told.arg("name", name.text.as_str()).label(first.span, "first"));
            }
            seen.push(name);
        } else if outputs.len() > 1 {
            build.tell(Diagnostic::new(Code::RowShape, output.span).variant("unnamed"));
        }
        let declared = match untyped {
            Some(name) => types::unknown(name.span),
            None => types::declared(&mut build.cx, &output.ty),
        };
        let step = types::step(&mut build.cx, &declared, output.attributes.decimals);
        let optional = output.attributes.optional.is_some();
        let answer = Answer { ty: declared.ty, optional, step, item: false, place: output.span };
        let unanswered = domain(&mut build.cx, &declared, None, step);
        let time_unit = declared.time_unit;
        columns.push(Column { name, ty: &output.ty, answer, unanswered, time_unit });
    }
    columns
}

/// The slots of the columns, whose answers begin at a place of each row.
fn slots(
    build: &mut Build,
    owner: &ast::Name,
    columns: &[Column],
    (inputs, rows): (&[Input], &[Row]),
    (first, role): (usize, Role),
) -> Vec<SlotId> {
    let mut slots = vec![];
    for (at, column) in columns.iter().enumerate() {
        let (domain, optional) = rows::column(rows, inputs, first + at);
        let domain = domain.unwrap_or_else(|| column.unanswered.clone());
        let name = match column.name {
            Some(name) => format!("{}.{}", owner.text, name.text),
            None => owner.text.clone(),
        };
        let span = column.name.map_or(owner.span, |name| name.span);
        let new = NewSlot::new(name, span, role).time_unit(column.time_unit);
        let slot = build.slot(new, column.answer.ty, domain, optional);
        build.graded(Entity::Slot(slot), column.ty);
        if let Some(name) = column.name {
            build.member(&owner.text, &name.text, slot);
        }
        slots.push(slot);
    }
    slots
}

/// What each output is for each label, for labels that are computed. An output whose rows differ
/// for one label has no one value a label.
fn outcomes(build: &mut Build, set: LabelSetId, grade: &ast::Grade, columns: &[Column]) {
    let count = build.cx.label_sets.get(set.0).map_or(0, |set| set.labels.len());
    for (at, column) in columns.iter().enumerate() {
        let Some(name) = column.name else { continue };
        let mut cases: Vec<Option<(String, Expr)>> = vec![None; count];
        let mut unique = true;
        for row in &grade.rows {
            let place = row.label.as_ref().and_then(|label| resolve::meaning_of_label(&build.cx, set, &label.text));
            let value = row.values.get(at).and_then(|value| rows::outside(build, value, &column.answer));
            let (Some(place), Some(expr)) = (place, value) else {
                unique = false;
                continue;
            };
            let text = build.cx.sources.slice(expr.span).to_owned();
            match cases.get_mut(place) {
                Some(Some((known, _))) => unique &= *known == text,
                Some(free) => *free = Some((text, expr)),
                None => {}
            }
        }
        let cases: Option<Vec<Expr>> = cases.into_iter().map(|case| Some(case?.1)).collect();
        let known = build.cx.scope.outcomes.entry(grade.name.text.clone()).or_default();
        known.extend(cases.filter(|_| unique).map(|cases| (name.text.clone(), cases)));
    }
}

fn label(set: LabelSetId, at: usize, span: Span) -> Expr {
    Expr {
        kind: ExprKind::Constant(Value::Label(at)),
        ty: Type::Label(set),
        domain: label_domain([at]),
        optional: false,
        span,
    }
}
