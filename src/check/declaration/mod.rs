//! The declarations of a file: names, order, and what each becomes in the checked policy.

mod assumed;
mod attributes;
mod bounds;
mod build;
mod columns;
mod domains;
mod ensures;
mod exempt;
mod givens;
mod header;
mod kept;
mod lines;
mod nodes;
mod order;
mod origins;
mod params;
mod pay;
mod record;
mod relations;
mod role_sums;
mod roles;
mod rows;
mod scales;
mod scenes;
mod scores;
mod shares;
mod slices;
mod tables;
mod tests;
mod tongue;
mod types;
mod unsaid;
mod unused;
mod uses;
mod values;
mod weights;

use super::{Checked, Origins, Setting};
use crate::diagnostic::{Absence, Code, Diagnostic};
use crate::ir;
use crate::source::{FileId, Sources, Span};
use crate::syntax::{Keyword, ast};
use build::Build;
use nodes::{Kind, Node, Outline};

/// Checks all declarations of a file.
pub(super) fn policy(file: &ast::File, sources: &Sources, settings: &[Setting], origins: &Origins) -> Checked {
    let mut build = Build::new(file, sources, header::usual());
    let outline = nodes::outline(file, &mut build.cx.diagnostics);
    build.cx.header.tongue = tongue::of(sources, file);
    build.origins = origins.clone();
    build.whole = !uses_file(file);
    build.items = vec![None; outline.scores.len()];
    build.sections = vec![None; outline.sections.len()];
    before_values(&mut build, &outline, file);
    let graph = order::graph(&outline);
    let ordered = graph.order();
    for found in &ordered.loops {
        let told = order::tell(&outline, found);
        build.cx.diagnostics.extend(told);
        found.iter().filter_map(|at| outline.nodes.get(*at)?.name).for_each(|name| values::absorb(&mut build, name));
    }
    lower(&mut build, &outline, (&graph, &ordered.order), settings);
    tests::tests(&mut build, &outline);
    unused::tell(&mut build, &outline, &graph);
    unused::untested(&mut build, &outline, start(file));
    finish(build, file)
}

/// What everything else needs: the header's outline and label sets.
fn before_values(build: &mut Build, outline: &Outline, file: &ast::File) {
    match outline.header {
        Some(header) => header::outline(build, header),
        None => {
            build.tell(Diagnostic::new(Code::NoPolicyBlock, start(file)));
        }
    }
    for decl in &outline.types {
        named_set(build, outline, &decl.name, &decl.labels);
    }
    for node in &outline.nodes {
        if let Kind::Grade(grade) = node.kind {
            named_set(build, outline, &grade.name, &tables::labels(grade));
            let set = build.cx.scope.types.get(&grade.name.text).map(|set| set.0);
            if let Some(set) = set.and_then(|set| build.cx.label_sets.get_mut(set)) {
                set.ranked = true;
            }
            build.cx.scope.outcomes.entry(grade.name.text.clone()).or_default();
        }
    }
}

fn named_set(build: &mut Build, outline: &Outline, name: &ast::Name, labels: &[ast::LabelDecl]) {
    if build.cx.scope.types.contains_key(&name.text) {
        let told = Diagnostic::new(Code::DuplicateName, name.span).variant("type").arg("name", name.text.as_str());
        let first = set_names(outline).find(|other| other.text == name.text).map_or(name.span, |first| first.span);
        build.tell(told.label(first, "first"));
        values::absorb(build, name);
        return;
    }
    let set = types::label_set(&mut build.cx, Some(name), labels);
    build.cx.scope.types.insert(name.text.clone(), set);
    build.cx.scope.titles.insert(name.text.clone(), types::label_titles(labels));
}

/// The names of label sets, in the order in which they are made.
fn set_names<'a>(outline: &'a Outline) -> impl Iterator<Item = &'a ast::Name> {
    let grades = outline.nodes.iter().filter(|node| matches!(node.kind, Kind::Grade(_))).filter_map(|node| node.name);
    outline.types.iter().map(|decl| &decl.name).chain(grades)
}

/// The results that grades and tables name in their heads.
fn outputs(outline: &Outline) -> Vec<(String, String)> {
    let named = |name: &ast::Name, outputs: &[ast::Output]| {
        let named = outputs.iter().filter_map(|output| Some((name.text.clone(), output.name.as_ref()?.text.clone())));
        named.collect::<Vec<_>>()
    };
    let of = |node: &Node| match node.kind {
        Kind::Grade(grade) => named(&grade.name, &grade.outputs),
        Kind::Table(table) => named(&table.name, &table.outputs),
        _ => vec![],
    };
    outline.nodes.iter().flat_map(of).collect()
}

/// Params, then what is computed of them alone, then fields, then all that has a value for a record.
fn lower(build: &mut Build, outline: &Outline, (graph, order): (&order::Graph, &[usize]), settings: &[Setting]) {
    let nodes = || order.iter().filter_map(|at| outline.nodes.get(*at));
    let mut declared = vec![];
    for node in nodes() {
        if let Kind::Param(param) = node.kind {
            declared.push(param);
            params::param(build, param, settings);
        }
    }
    if build.whole {
        params::unknown_settings(build, &declared, settings);
    }
    if let Some(header) = outline.header {
        header::constants(build, header);
    }
    shares::settle(build, outline);
    record::fields(build, &outline.fields);
    if let Some(header) = outline.header {
        header::applies(build, outline, header);
    }
    relations::relations(build, outline);
    kept::reserve(build, outline, graph);
    build.cx.scope.outputs = outputs(outline);
    for node in nodes() {
        rows::forget(build);
        value(build, outline, node);
    }
    rows::forget(build);
}

fn value(build: &mut Build, outline: &Outline, node: &Node) {
    match node.kind {
        Kind::Param(_) => {}
        Kind::Metric(it) => values::metric(build, it),
        Kind::Let(it) => values::binding(build, it),
        Kind::Score(_, at) => {
            if let Some(scored) = outline.scores.get(at) {
                scores::item(build, outline, *scored, at);
            }
        }
        Kind::Section(it, at) => scores::section(build, outline, it, at),
        Kind::Scores => {
            let span = outline.scores.first().map_or(Span::default(), |scored| scored.score.name.span);
            scores::scores(build, span);
        }
        Kind::Grade(it) => tables::grade(build, it),
        Kind::Table(it) => tables::table(build, it),
        Kind::Scale(it) => scales::scale(build, it),
        Kind::Gate(it) => values::gate(build, it),
        Kind::Pay(it) => pay::pay(build, it),
        Kind::Flag(it) => values::flag(build, it),
        Kind::Ensure(it) => ensures::ensure(build, it),
    }
}

fn finish(build: Build, file: &ast::File) -> Checked {
    let columns = columns::columns(&build.cx.slots, &build.fields, &build.steps);
    let references = build.cx.references.finish();
    let mut diagnostics = build.cx.diagnostics;
    if uses_file(file) {
        diagnostics.retain(|told| !lacks_file(told));
    }
    diagnostics.retain(|told| !follows(told, file));
    let policy = ir::Policy {
        header: build.cx.header,
        label_sets: build.cx.label_sets,
        params: build.cx.params,
        fields: build.fields,
        relations: build.cx.relations,
        slots: build.cx.slots,
        steps: build.steps,
        items: build.items.into_iter().flatten().collect(),
        sections: build.sections.into_iter().flatten().collect(),
        totals: build.totals,
        columns,
        ensures: build.ensures,
        tests: build.tests,
    };
    Checked { policy, references, diagnostics }
}

/// Where a policy begins: in its own file before those that it uses.
fn start(file: &ast::File) -> Span {
    file.items.iter().filter_map(place).min().unwrap_or(Span::new(FileId::default(), 0, 0))
}

/// Whether a used file could not be had: its `use` stands where its declarations would.
fn uses_file(file: &ast::File) -> bool {
    file.items.iter().any(|item| matches!(item, ast::Item::Use(_)))
}

/// Whether a finding may come of a used file that could not be had, which was told: nobody knows what it declares.
fn lacks_file(told: &Diagnostic) -> bool {
    use Code::*;
    let names = matches!(told.code, UnknownName | UnknownType | UnknownLabel | UnknownCase | Unused | UnusedField);
    names || matches!(told.code, WeightSum | FullMarksSum | NoShare | NoTest)
}

/// Whether a finding may come of what could not be read: that was told, and comes first.
fn follows(told: &Diagnostic, file: &ast::File) -> bool {
    let unread = |word: &str| file.unread.contains(word);
    let absence = match told.code {
        Code::WeightSum | Code::FullMarksSum | Code::NoShare => Some(&Absence::Items),
        Code::NoPeriods | Code::BadJoin => Some(&Absence::Key),
        Code::NoPolicyBlock => return !file.unread.is_empty(),
        _ => told.absence.as_ref(),
    };
    match absence {
        Some(Absence::Names(names)) => names.iter().any(|name| unread(name)),
        Some(Absence::Items) => {
            [Keyword::Score, Keyword::Section].iter().any(|word| unread(word.en()) || unread(word.zh()))
        }
        // Any line that could not be read may be that of the field.
        Some(Absence::Key) => !file.unread.is_empty(),
        None => false,
    }
}

/// Where a declaration stands.
fn place(item: &ast::Item) -> Option<Span> {
    Some(match item {
        ast::Item::Record(it) => it.span,
        ast::Item::Metric(it) => it.span,
        ast::Item::Score(it) => it.span,
        ast::Item::Param(it) => it.span,
        ast::Item::Let(it) => it.span,
        ast::Item::Table(it) => it.span,
        ast::Item::Scale(it) => it.span,
        ast::Item::Grade(it) => it.span,
        ast::Item::Use(path) => path.span,
        _ => return None,
    })
}
