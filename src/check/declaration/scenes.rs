//! What stands around the record of a test: rows of lookups and details, other records, earlier periods.

use super::super::context::Entity;
use super::super::resolve;
use super::build::Build;
use super::givens::{Whose, givens, without};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::ir::{Assignment, GivenRow};
use crate::syntax::Keyword;
use crate::syntax::ast::{self, GivenBlock};

/// What a `given` or `case` says.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    /// The record.
    pub given: Vec<Assignment>,
    /// Rows of lookups and details.
    pub rows: Vec<GivenRow>,
    /// Other records.
    pub others: Vec<Vec<Assignment>>,
    /// Earlier periods of the record: how many before.
    pub earlier: Vec<(u32, Vec<Assignment>)>,
}

impl Scene {
    /// What a test says on top of its case.
    pub fn with(mut self, own: Scene) -> Scene {
        self.given.retain(|shared| !own.given.iter().any(|value| value.slot == shared.slot));
        self.given.extend(own.given);
        self.rows.extend(own.rows);
        self.others.extend(own.others);
        self.earlier.retain(|(back, _)| !own.earlier.iter().any(|(other, _)| other == back));
        self.earlier.extend(own.earlier);
        self
    }
}

/// What a `given` or `case` says.
pub(super) fn scene(build: &mut Build, values: &[ast::Assignment], blocks: &[GivenBlock]) -> Scene {
    let mut scene = Scene { given: givens(build, values, Whose::Record), ..Scene::default() };
    for block in blocks {
        one(build, &mut scene, block);
    }
    scene
}

fn one(build: &mut Build, scene: &mut Scene, block: &GivenBlock) {
    let plain = |word: Keyword| !block.name.quoted && word.is(&block.name.text);
    if plain(Keyword::Previous) {
        let next = u32::try_from(scene.earlier.len()).unwrap_or(u32::MAX).saturating_add(1);
        let back = block.number.map_or(next, |(back, _)| back);
        if back == 0 || scene.earlier.iter().any(|(other, _)| *other == back) {
            return build.tell(told(block, if back == 0 { "block-number" } else { "block-twice" }));
        }
        let values = givens(build, &block.values, Whose::Other);
        return scene.earlier.push((back, values));
    }
    if block.number.is_some() {
        return build.tell(told(block, "block-number"));
    }
    match resolve::name(&mut build.cx, &block.name) {
        Some(Entity::Relation(relation)) => {
            let values = givens(build, &block.values, Whose::Row(relation));
            scene.rows.push(GivenRow { relation, values });
        }
        _ if plain(Keyword::Other) => scene.others.push(givens(build, &block.values, Whose::Other)),
        Some(Entity::Invalid(_)) => {}
        _ => unknown(build, block),
    }
}

/// A block of a name that nothing has: one in other words, or with a slip, is told with what was meant.
fn unknown(build: &mut Build, block: &GivenBlock) {
    let name = block.name.text.as_str();
    let word = match name {
        _ if name == Keyword::With.zh() => Some(Keyword::Other.zh()),
        _ if name == Keyword::With.en() => Some(Keyword::Other.en()),
        "别人" | "其他人" | "其他" | "同事" => Some(Keyword::Other.zh()),
        "others" => Some(Keyword::Other.en()),
        "上月" | "上个月" | "上季度" => Some(Keyword::Previous.zh()),
        "last" | "earlier" => Some(Keyword::Previous.en()),
        _ => None,
    };
    let relations = build.cx.relations.iter().map(|relation| relation.name.as_str());
    let Some(near) = word.or_else(|| nearest(name, relations)).map(str::to_owned) else {
        let told = told(block, "block");
        return build.tell(without(told, name));
    };
    let told = Diagnostic::new(Code::BadAssignment, block.name.span).variant("block-near").arg("name", name);
    build.tell(without(without(told, name), &near).arg("near", near.as_str()).edit(block.name.span, near));
}

fn told(block: &GivenBlock, variant: &'static str) -> Diagnostic {
    Diagnostic::new(Code::BadAssignment, block.span).variant(variant).arg("name", block.name.text.as_str())
}
