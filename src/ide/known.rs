//! What has a name in a policy, with its type: made of the checked policy, once for many places.

use crate::check::{References, SymbolKind};
use crate::compile::{Compiled, Outline};
use crate::diagnostic::Spelling;
use crate::ir::{Header, LabelSet, LabelSetId, Notation, Policy, Role, Slot, Type, Value};
use crate::quantity::{Domain, TimeUnit, Tongue};
use crate::source::{FileId, Sources};
use crate::syntax::{Keyword, spelling};

/// What is known of a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Its type.
    pub ty: Type,
    /// Every value that it can have.
    pub domain: Domain,
    /// Whether it can be missing.
    pub optional: bool,
    /// The unit of a duration that is read or written without one.
    pub time_unit: TimeUnit,
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its name, what it is a member of included: `等级`, `等级.系数`.
    pub name: String,
    /// What people call it.
    pub title: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// What is known of its value; of what has none, or does not check, nothing.
    pub facts: Option<Facts>,
}

/// What has a name in a policy.
#[derive(Debug, Clone)]
pub struct Known {
    /// What stands by itself or is a member of something, in the order of the policy.
    pub names: Vec<Named>,
    /// How the policy is spelt.
    pub spelling: Spelling,
    header: Header,
    label_sets: Vec<LabelSet>,
    /// Titles of labels: the set, the place of the label in it, the title.
    label_titles: Vec<(LabelSetId, usize, String)>,
}

impl Known {
    /// What a compiled policy names; `tongue` is taken where its text tells none.
    pub fn of(compiled: &Compiled, tongue: Tongue) -> Known {
        Known::new(&compiled.policy, &compiled.references, &compiled.sources, tongue)
    }

    /// The same of a policy of which nothing is proved.
    pub fn of_outline(outline: &Outline, tongue: Tongue) -> Known {
        Known::new(&outline.policy, &outline.references, &outline.sources, tongue)
    }

    fn new(policy: &Policy, references: &References, sources: &Sources, tongue: Tongue) -> Known {
        let text = sources.get(FileId::default()).map_or("", |file| file.text.as_str());
        let mut known = Known {
            names: vec![],
            spelling: spelling(text).unwrap_or(Spelling::of(tongue)),
            header: policy.header.clone(),
            label_sets: policy.label_sets.clone(),
            label_titles: label_titles(policy),
        };
        known.values(policy);
        known.owners(policy);
        let symbols = references.symbols().iter().filter(|symbol| !is_part(symbol.kind));
        symbols.for_each(|symbol| known.add(&symbol.name, symbol.kind, (None, None)));
        known
    }

    fn values(&mut self, policy: &Policy) {
        for param in &policy.params {
            let facts =
                Facts { ty: param.ty, domain: param.domain.clone(), optional: false, time_unit: TimeUnit::Second };
            self.add(&param.name, SymbolKind::Param, (None, Some(facts)));
        }
        for slot in &policy.slots {
            if let Some(kind) = kind_of(slot) {
                let name = spelt(&slot.name, slot.role, self.spelling.words);
                self.add(&name, kind, (slot.title.as_ref(), Some(facts(slot))));
            }
        }
    }

    /// What has members and no value of its own.
    fn owners(&mut self, policy: &Policy) {
        for item in &policy.items {
            self.add(&item.name, SymbolKind::Item, (item.title.as_ref(), None));
        }
        for section in &policy.sections {
            self.add(&section.name, SymbolKind::Section, (None, None));
        }
        for relation in &policy.relations {
            let kind = match relation.kind {
                crate::ir::RelationKind::Lookup => SymbolKind::Lookup,
                crate::ir::RelationKind::Details => SymbolKind::Details,
            };
            self.add(&relation.name, kind, (None, None));
        }
    }

    fn add(&mut self, name: &str, kind: SymbolKind, (title, facts): (Option<&String>, Option<Facts>)) {
        if !self.names.iter().any(|known| known.name == name) {
            self.names.push(Named { name: name.to_owned(), title: title.cloned(), kind, facts });
        }
    }

    /// Takes up what another text names besides.
    pub fn join(&mut self, other: Known) {
        // Types of another policy are numbers of its own sets.
        let own = |named: &Named| !matches!(named.facts, Some(Facts { ty: Type::Label(_), .. }));
        for named in other.names {
            let facts = named.facts.clone().filter(|_| own(&named));
            self.add(&named.name, named.kind, (named.title.as_ref(), facts));
        }
    }

    /// What is called so.
    pub fn named(&self, name: &str) -> Option<&Named> {
        self.names.iter().find(|named| named.name == name)
    }

    /// How values of a type are written, and what it is called.
    pub fn notation(&self, ty: Type) -> Notation<'_> {
        Notation::new(&self.header, &self.label_sets, ty)
    }

    /// The code of the currency.
    pub fn currency(&self) -> &str {
        &self.header.currency
    }

    /// The labels of a type as a policy writes them, each with its title.
    pub(super) fn labels(&self, set: LabelSetId) -> Vec<(String, Option<&str>)> {
        let count = self.label_sets.get(set.0).map_or(0, |set| set.labels.len());
        let title = |at: usize| {
            let mut titles = self.label_titles.iter();
            titles.find(|(of, label, _)| *of == set && *label == at).map(|(_, _, title)| title.as_str())
        };
        let written = |at: usize| self.notation(Type::Label(set)).written(&Value::Label(at));
        (0..count).map(|at| (written(at), title(at))).collect()
    }
}

fn facts(slot: &Slot) -> Facts {
    Facts { ty: slot.ty, domain: slot.domain.clone(), optional: slot.optional, time_unit: slot.time_unit }
}

/// What is named within something else, and is found there.
fn is_part(kind: SymbolKind) -> bool {
    matches!(kind, SymbolKind::Label | SymbolKind::Output | SymbolKind::Line | SymbolKind::Field)
}

/// The members that every item has are words of the language.
fn spelt(name: &str, role: Role, tongue: Tongue) -> String {
    let member = match role {
        Role::Points | Role::SectionPoints => Keyword::PointsMember,
        Role::Weighted => Keyword::WeightedMember,
        Role::Scores => return Keyword::Scores.word(tongue).to_owned(),
        _ => return name.to_owned(),
    };
    let owner = name.strip_suffix(member.en()).unwrap_or(name);
    format!("{owner}{}", member.word(tongue))
}

/// What a slot is; of what nobody can name, nothing.
fn kind_of(slot: &Slot) -> Option<SymbolKind> {
    Some(match slot.role {
        Role::Field | Role::Lookup | Role::Details => SymbolKind::Field,
        Role::Metric => SymbolKind::Metric,
        Role::Let => SymbolKind::Let,
        Role::Points | Role::Weighted => SymbolKind::Item,
        Role::SectionPoints | Role::Scores => SymbolKind::Section,
        Role::Grade => SymbolKind::Grade,
        Role::TableOutput if !slot.name.contains('.') => SymbolKind::Table,
        Role::GradeOutput | Role::TableOutput => SymbolKind::Output,
        Role::Scale => SymbolKind::Scale,
        Role::Gate => SymbolKind::Gate,
        Role::PayLine => SymbolKind::Line,
        Role::Pay => SymbolKind::Pay,
        Role::Flag => SymbolKind::Flag,
        Role::Joint | Role::Total | Role::Ensure => return None,
    })
}

fn label_titles(policy: &Policy) -> Vec<(LabelSetId, usize, String)> {
    let mut found = vec![];
    for (field, slot) in policy.fields.iter().zip(&policy.slots) {
        if let Type::Label(set) = slot.ty {
            let titled = field.label_titles.iter().enumerate();
            found.extend(titled.filter_map(|(at, title)| Some((set, at, title.clone()?))));
        }
    }
    found
}
