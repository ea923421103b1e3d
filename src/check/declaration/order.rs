//! The order in which declarations are lowered: each after those it uses.

use std::collections::{BTreeSet, HashMap};

use super::super::names::{Place, Use};
use super::super::resolve;
use super::nodes::{Kind, Node, Outline};
use super::uses;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{self, TypeKind};

/// What a declaration uses of the others, by their places.
pub(super) struct Graph {
    uses: Vec<Vec<usize>>,
    users: Vec<Vec<usize>>,
    /// What uses the value that itself or a later declaration had in an earlier period, and what it uses.
    pub kept: Vec<(usize, usize)>,
}

/// An order and the loops that have none.
pub(super) struct Ordered {
    /// The declarations in the order of their dependencies, each once; those of a loop are left out.
    pub order: Vec<usize>,
    /// The loops, each as the places of its declarations.
    pub loops: Vec<Vec<usize>>,
}

/// Who is reached under which name.
struct Providers<'a> {
    bare: HashMap<&'a str, usize>,
    scored: HashMap<&'a str, usize>,
    /// The fields, each with its type.
    fields: HashMap<&'a str, &'a TypeKind>,
}

/// Finds out what each declaration uses.
pub(super) fn graph(outline: &Outline) -> Graph {
    let providers = Providers::of(outline);
    let earlier = outline.nodes.iter().map(|node| {
        let used = uses::of(node.kind).into_iter().filter(|used| used.place == Place::Earlier);
        used.filter_map(|used| providers.find(used, node)).collect()
    });
    let earlier: Vec<BTreeSet<usize>> = earlier.collect();
    let uses = outline.nodes.iter().enumerate().map(|(at, node)| {
        let used = || uses::of(node.kind).into_iter().filter(|used| used.place != Place::Earlier);
        let mut all: BTreeSet<usize> = used().filter_map(|used| providers.find(used, node)).collect();
        let outputs = used().flat_map(|used| providers.grades(outline, used));
        all.extend(outputs.filter(|grade| *grade != at));
        match node.kind {
            Kind::Section(section, _) => {
                all.extend(section.scores.iter().filter_map(|score| providers.scored.get(score.name.text.as_str())))
            }
            Kind::Scores => all.extend(outline.nodes.iter().enumerate().filter_map(scored)),
            _ => {}
        }
        if matches!(node.kind, Kind::Score(score, _) if !score.is_new()) {
            all.remove(&at);
        }
        all.into_iter().collect()
    });
    let uses: Vec<Vec<usize>> = uses.collect();
    Graph::of(uses).with_earlier(earlier)
}

fn scored((at, node): (usize, &Node)) -> Option<usize> {
    matches!(node.kind, Kind::Score(..) | Kind::Section(..)).then_some(at)
}

impl<'a> Providers<'a> {
    fn of(outline: &Outline<'a>) -> Self {
        let mut providers = Providers { bare: HashMap::new(), scored: HashMap::new(), fields: HashMap::new() };
        providers.fields.extend(outline.fields.iter().map(|field| (field.name.text.as_str(), &field.ty.kind)));
        for (at, node) in outline.nodes.iter().enumerate() {
            let Some(name) = node.name else { continue };
            if matches!(node.kind, Kind::Score(..) | Kind::Section(..)) {
                providers.scored.entry(&name.text).or_insert(at);
            } else {
                providers.bare.insert(&name.text, at);
            }
        }
        for (at, node) in outline.nodes.iter().enumerate() {
            if let (Kind::Score(score, _), Some(name)) = (node.kind, node.name)
                && score.is_new()
                && !outline.names.contains_key(name.text.as_str())
            {
                providers.bare.entry(&name.text).or_insert(at);
            }
        }
        if let Some(sum) = outline.nodes.iter().position(|node| matches!(node.kind, Kind::Scores)) {
            let free = |word: &&str| !outline.names.contains_key(word);
            resolve::scores().into_iter().filter(free).for_each(|word| _ = providers.bare.entry(word).or_insert(sum));
        }
        providers
    }

    /// The grades whose output is used of a label that is read: `原等级.系数`.
    fn grades(&self, outline: &Outline, used: Use<'a>) -> Vec<usize> {
        let Use { name, member, .. } = used;
        let (Some(ty), Some(member)) = (self.fields.get(name.text.as_str()), member) else { return vec![] };
        let fits = |grade: &ast::Grade| match ty {
            TypeKind::Named(name) => grade.name.text == name.text,
            _ => true,
        };
        let has = |grade: &ast::Grade| {
            grade.outputs.iter().any(|output| output.name.as_ref().is_some_and(|name| name.text == member.text))
        };
        let nodes = outline.nodes.iter().enumerate();
        nodes
            .filter(|(_, node)| matches!(node.kind, Kind::Grade(it) if fits(it) && has(it)))
            .map(|(at, _)| at)
            .collect()
    }

    fn find(&self, used: Use<'a>, node: &Node) -> Option<usize> {
        let Use { name, member, place } = used;
        let text = name.text.as_str();
        // A line that other records or periods are asked for is there only after the whole block.
        let in_pay = matches!((node.kind, member), (Kind::Pay(pay), Some(member))
            if pay.name.text == text && pay.lines.iter().any(|line| line.name.text == member.text));
        if in_pay && place == Place::Here {
            return None;
        }
        let scored = member.filter(|member| resolve::score_member(&member.text).is_some());
        scored.and_then(|_| self.scored.get(text)).or_else(|| self.bare.get(text)).copied()
    }
}

impl Graph {
    /// The graph of what uses what, by places.
    pub fn of(uses: Vec<Vec<usize>>) -> Self {
        let mut users = vec![vec![]; uses.len()];
        for (at, used) in uses.iter().enumerate().flat_map(|(at, uses)| uses.iter().map(move |used| (at, *used))) {
            if let Some(list) = users.get_mut(used) {
                list.push(at);
            }
        }
        Graph { uses, users, kept: vec![] }
    }

    /// Adds what is used only of earlier periods: it comes before, unless it needs what uses it.
    fn with_earlier(mut self, earlier: Vec<BTreeSet<usize>>) -> Self {
        let mut kept = vec![];
        for (at, used) in earlier.iter().enumerate() {
            for used in used {
                if *used == at || self.reaches(*used, at) {
                    kept.push((at, *used));
                } else if let Some(uses) = self.uses.get_mut(at).filter(|uses| !uses.contains(used)) {
                    uses.push(*used);
                }
            }
        }
        Graph { kept, ..Graph::of(self.uses) }
    }

    /// Whether a declaration needs another, however many steps away.
    fn reaches(&self, from: usize, to: usize) -> bool {
        let (mut open, mut seen) = (vec![from], BTreeSet::new());
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            if seen.insert(at) {
                open.extend(self.uses.get(at).into_iter().flatten());
            }
        }
        false
    }

    /// Whether any declaration uses the one at `at`.
    pub fn is_used(&self, at: usize) -> bool {
        let before = self.kept.iter().any(|(_, used)| *used == at);
        before || self.users.get(at).is_some_and(|users| !users.is_empty())
    }

    /// Orders the declarations: the first of those that are ready comes first.
    pub fn order(&self) -> Ordered {
        let mut waiting: Vec<usize> = self.uses.iter().map(Vec::len).collect();
        let mut ready: BTreeSet<usize> =
            waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| at).collect();
        let mut left: BTreeSet<usize> = (0..self.uses.len()).collect();
        let mut ordered = Ordered { order: vec![], loops: vec![] };
        while !left.is_empty() {
            let done = match ready.pop_first() {
                Some(at) => {
                    ordered.order.push(at);
                    vec![at]
                }
                None => {
                    let found = self.loop_among(&left);
                    ordered.loops.push(found.clone());
                    found
                }
            };
            for at in done {
                left.remove(&at);
                ready.remove(&at);
                for user in self.users.get(at).into_iter().flatten() {
                    if let Some(count) = waiting.get_mut(*user) {
                        *count -= 1;
                        if *count == 0 && left.contains(user) {
                            ready.insert(*user);
                        }
                    }
                }
            }
        }
        ordered
    }

    /// A loop among declarations of which each waits for another of them.
    fn loop_among(&self, left: &BTreeSet<usize>) -> Vec<usize> {
        let mut path = vec![];
        let mut seen = HashMap::new();
        let mut at = left.first().copied();
        while let Some(here) = at {
            if let Some(start) = seen.insert(here, path.len()) {
                return path.split_off(start);
            }
            path.push(here);
            at = self.uses.get(here).and_then(|uses| uses.iter().copied().find(|used| left.contains(used)));
        }
        path
    }
}

/// Tells a loop: `a → b → a`, with a label at each place.
pub(super) fn tell(outline: &Outline, found: &[usize]) -> Option<Diagnostic> {
    let name = |at: &usize| {
        outline.nodes.get(*at).map(|node| node.name.map_or(Keyword::Scores.en(), |name| name.text.as_str()))
    };
    let names: Vec<&str> = found.iter().filter_map(name).collect();
    let span = |at: &usize| outline.nodes.get(*at).and_then(|node| node.name).map(|name| name.span);
    let spans: Vec<Span> = found.iter().filter_map(span).collect();
    let first = names.first()?;
    let printed = format!("{} → {first}", names.join(" → "));
    let told = Diagnostic::new(Code::Cycle, *spans.first()?).arg("loop", printed).arg("name", *first);
    // Where another declaration of the name could not be read, that one is meant.
    let told = names.iter().fold(told, |told, name| told.without(name));
    let variant = if names.len() == 1 { "self" } else { "" };
    Some(spans.iter().zip(names.iter()).skip(1).fold(told.variant(variant), |told, (span, name)| {
        told.label_with(*span, "member", vec![("member", Arg::from(*name))])
    }))
}
