//! What checking a policy knows so far: what is declared, what names mean, and what the conditions around tell.

use std::collections::{HashMap, HashSet};

use super::references::Notes;
use super::sum::{Sum, Sums};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, Header, LabelSet, LabelSetId, Param, ParamId, Relation, RelationId, Slot, SlotId, Step};
use crate::quantity::{Calendar, Decimal, Dimension, Domain, Number, Numbers, TimeUnit, money_unit};
use crate::source::{Sources, Span};

/// What checking a policy knows so far. Declarations are checked in the order of their dependencies,
/// so whatever an expression names has its type and domain here already.
pub(super) struct Context<'a> {
    /// The text, for what messages quote.
    pub sources: &'a Sources,
    /// What was told.
    pub diagnostics: Vec<Diagnostic>,
    /// The `policy` block.
    pub header: Header,
    /// The label sets.
    pub label_sets: Vec<LabelSet>,
    /// The params.
    pub params: Vec<Param>,
    /// The lookups and details.
    pub relations: Vec<Relation>,
    /// The slots.
    pub slots: Vec<Slot>,
    /// What is found over several records or periods and stands in an expression: it comes before the step
    /// that the expression is for.
    pub joint: Vec<Step>,
    /// All of that so far: what is asked for twice is found once.
    pub lifted: Vec<Step>,
    /// Who and when a record is about.
    pub identity: Identity,
    /// The details or lookup whose rows an expression goes through, one after the other.
    pub row: Option<RelationId>,
    /// Whether what is checked is computed of each row by itself, inside a `details` block.
    pub in_block: bool,
    /// The names that a record's values have in all of the policy, whether they are lowered yet or not.
    pub of_record: HashSet<String>,
    /// The expression that is rounded as a whole, the innermost such.
    pub rounds: Option<Span>,
    /// What is told of a quotient that does not come out even where a fixed value stands.
    pub fixed: Option<&'static str>,
    /// What names mean.
    pub scope: Scope,
    /// Where they were used.
    pub references: Notes,
    /// What the conditions around the expression at hand tell of slots.
    pub facts: Facts,
    /// What holds where a slot of truth is `yes`: all of these conditions.
    pub conditions: HashMap<SlotId, Vec<Expr>>,
    /// The sums that names stand for.
    pub sums: Sums,
}

/// What tells the periods of one person apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Identity {
    /// Whether the record has a key.
    pub keyed: bool,
    /// The kind of its period.
    pub period: Option<Calendar>,
}

/// What names mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// Bare names of values.
    pub names: HashMap<String, Entity>,
    /// `X.y`, by owner and member; `points` and `weighted` in English.
    pub members: HashMap<(String, String), SlotId>,
    /// Named label sets: `type` declarations and grades.
    pub types: HashMap<String, LabelSetId>,
    /// The titles of a named set's labels, as its own declaration gives them.
    pub titles: HashMap<String, Vec<Option<String>>>,
    /// For a grade, each output and its expression for each label.
    pub outcomes: HashMap<String, Vec<(String, Vec<Expr>)>>,
    /// The grade whose labels a value has, as its declaration says. Grades with the same labels are
    /// one type, but each has its own outputs.
    pub graded: HashMap<Entity, String>,
    /// Where the domains of the fields stand.
    pub domains: HashMap<SlotId, DomainPlace>,
    /// The names of places in a ranking.
    pub ranks: Vec<String>,
    /// What grades and tables have as results by their heads, whether they were checked yet or not: owner and member.
    pub outputs: Vec<(String, String)>,
    /// Of the block of pay that is checked its name, and the names of its lines.
    pub lines: Option<(String, Vec<String>)>,
    /// The sums of which an item can be exempt, by what was earned: their names mean a quotient.
    pub means: HashMap<SlotId, Mean>,
}

/// What was earned over what could be, of the items that count.
#[derive(Debug, Clone)]
pub(super) struct Mean {
    /// What the items that count could earn: their weights, or their `out of`.
    pub possible: SlotId,
    /// What the quotient is multiplied by: full marks where items have `out of`, else 1.
    pub factor: Decimal,
    /// The least and the greatest that it can be, as dividends and divisors; `None` where they are not known.
    pub ends: Option<[(Number, Number); 2]>,
    /// The points of the items that can be exempt.
    pub exempt: Vec<SlotId>,
}

/// Where the domain of a field stands, or would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DomainPlace {
    /// The interval, where there is one.
    pub written: Option<Span>,
    /// Behind the type.
    pub behind: Span,
}

/// What a bare name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Entity {
    /// A value, with the place of its declaration in its slot.
    Slot(SlotId),
    /// A param.
    Param(ParamId),
    /// Something that has a value only by its members: a table with several outputs, a section.
    Group(Span),
    /// A lookup or details, which has values by its members.
    Relation(RelationId),
    /// Declared, but an error was told.
    Invalid(Span),
}

/// What is known inside a branch: of slots, `if 接待人数 > 0 then …`, and of sums of them, `if 好评 + 差评 > 0 then …`.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// By slot.
    pub slots: HashMap<SlotId, Fact>,
    /// Sums without a constant, their factors whole, each with its values there.
    pub sums: Vec<(Sum, Numbers)>,
    /// Of each of these, one holds: `a > 0 or b > 0`. Each way holds what `slots` and `sums` held where it was learnt.
    pub either: Vec<Vec<Facts>>,
}

impl Facts {
    /// The same without what holds one way or the other.
    pub fn alone(&self) -> Facts {
        Facts { either: vec![], ..self.clone() }
    }

    /// Forgets what is known of some slots.
    pub fn forget(&mut self, gone: &dyn Fn(SlotId) -> bool) {
        self.slots.retain(|slot, _| !gone(*slot));
        self.sums.retain(|(sum, _)| !sum.reads(gone));
        self.either.iter_mut().flatten().for_each(|way| way.forget(gone));
    }
}

/// What is known of one slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact {
    /// Its values, a part of its domain.
    pub domain: Domain,
    /// Whether it still can be missing.
    pub optional: bool,
}

impl Context<'_> {
    /// Tells something.
    pub fn tell(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Tries something and takes back all that it made, noted and told. What it told is handed over.
    pub fn probe<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> (T, Vec<Diagnostic>) {
        let noted = self.references.count();
        let tried = self.noted(check);
        self.references.take_back(noted);
        tried
    }

    /// The same, but for what is noted of names: what is needed by nobody names things all the same.
    pub fn noted<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> (T, Vec<Diagnostic>) {
        let (slots, joint, lifted) = (self.slots.len(), self.joint.len(), self.lifted.len());
        let (result, told) = self.quietly(check);
        self.slots.truncate(slots);
        self.joint.truncate(joint);
        self.lifted.truncate(lifted);
        self.scope.graded.retain(|entity, _| !matches!(entity, Entity::Slot(id) if id.0 >= slots));
        (result, told)
    }

    /// Does something whose result stays, but takes back what it told, which is handed over.
    pub fn quietly<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> (T, Vec<Diagnostic>) {
        let told = self.diagnostics.len();
        let result = check(self);
        (result, self.diagnostics.split_off(told))
    }

    /// How the unit of a dimension is written behind a number; a rate has none.
    pub fn unit(&self, dimension: Dimension) -> Option<String> {
        match dimension {
            // Points may stand without their unit where points are wanted.
            Dimension::NUMBER | Dimension::POINTS => Some(String::new()),
            Dimension::PERCENT => Some("%".to_owned()),
            Dimension::TIME => Some(TimeUnit::Second.to_string()),
            Dimension::MONEY => Some(money_unit(&self.header.currency, self.header.tongue).into_owned()),
            _ => None,
        }
    }
}
