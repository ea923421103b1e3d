//! The policy as far as it is lowered: its slots, steps and what else its declarations became.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::Origins;
use super::super::context::{Context, Entity, Facts, Identity, Scope};
use super::super::keep;
use super::super::references::Notes;
use super::super::sum::Sum;
use super::assumed;
use super::weights::Shares;
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir::{
    Ensure, Expr, ExprKind, Field, Header, Item, Role, Section, Slot, SlotId, Step, Test, Total, Type, Value,
};
use crate::quantity::{Dimension, Domain, Number, Numbers, TimeUnit};
use crate::source::{Sources, Span};
use crate::syntax::ast;

/// The policy as far as it is lowered.
pub(super) struct Build<'a> {
    /// What expressions are checked with.
    pub cx: Context<'a>,
    /// The fields, in the order of their slots.
    pub fields: Vec<Field>,
    /// What is evaluated.
    pub steps: Vec<Step>,
    /// The scored items, by their place in the file.
    pub items: Vec<Option<Item>>,
    /// The sections, by their place in the file.
    pub sections: Vec<Option<Section>>,
    /// The sums over the items.
    pub totals: Vec<Total>,
    /// The policies whose results are rows.
    pub origins: Origins,
    /// Whether every used file could be had.
    pub whole: bool,
    /// What each item and section weighs.
    pub shares: Shares,
    /// What must hold.
    pub ensures: Vec<Ensure>,
    /// The tests.
    pub tests: Vec<Test>,
    /// Slots that `previous` asked for before their declaration, by name.
    reserved: HashMap<String, SlotId>,
    /// What can be meant by a name in a test: a slot for each bare name and each `X.y`.
    pub values: HashMap<String, SlotId>,
}

/// What a new slot needs besides its expression.
pub(super) struct NewSlot<'n> {
    /// Its name, with its owner.
    pub name: String,
    /// Its title.
    pub title: Option<&'n ast::Text>,
    /// The unit of a bare duration.
    pub time_unit: TimeUnit,
    /// Where its name stands.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Where its expression stands as a whole; else that tells.
    written: Option<Span>,
}

impl<'n> NewSlot<'n> {
    /// A slot of that name without title.
    pub fn new(name: impl Into<String>, span: Span, role: Role) -> Self {
        NewSlot { name: name.into(), title: None, time_unit: TimeUnit::Second, span, role, written: None }
    }

    /// Gives it a title.
    pub fn title(mut self, title: Option<&'n ast::Text>) -> Self {
        self.title = title;
        self
    }

    /// Says where its expression stands.
    pub fn written(mut self, span: Span) -> Self {
        self.written = Some(span);
        self
    }

    /// Gives it a unit.
    pub fn time_unit(mut self, unit: TimeUnit) -> Self {
        self.time_unit = unit;
        self
    }
}

impl<'a> Build<'a> {
    /// Nothing lowered yet.
    pub fn new(file: &ast::File, sources: &'a Sources, header: Header) -> Self {
        let cx = Context {
            sources,
            diagnostics: vec![],
            header,
            label_sets: vec![],
            params: vec![],
            relations: vec![],
            slots: vec![],
            joint: vec![],
            lifted: vec![],
            identity: Identity::default(),
            row: None,
            in_block: false,
            of_record: HashSet::new(),
            rounds: None,
            fixed: None,
            scope: Scope::default(),
            references: Notes::new(file),
            facts: Facts::default(),
            conditions: HashMap::new(),
            sums: HashMap::new(),
        };
        Build {
            cx,
            fields: vec![],
            steps: vec![],
            items: vec![],
            sections: vec![],
            totals: vec![],
            origins: Origins::default(),
            whole: true,
            shares: Shares::default(),
            ensures: vec![],
            tests: vec![],
            reserved: HashMap::new(),
            values: HashMap::new(),
        }
    }

    /// Tells something.
    pub fn tell(&mut self, diagnostic: Diagnostic) {
        self.cx.tell(diagnostic);
    }

    /// Whether an error was told.
    pub fn has_errors(&self) -> bool {
        self.cx.diagnostics.iter().any(|told| told.severity() == Severity::Error)
    }

    /// Makes a slot whose values are those of an expression.
    pub fn slot(&mut self, new: NewSlot, ty: Type, domain: Domain, optional: bool) -> SlotId {
        let reserved = self.reserved.remove(&new.name);
        let id = reserved.unwrap_or(SlotId(self.cx.slots.len()));
        // What is computed of each row is no value of the record.
        if !self.cx.in_block {
            self.values.entry(new.name.clone()).or_insert(id);
        }
        let slot = Slot {
            name: new.name,
            title: new.title.map(|title| title.text.clone()),
            ty,
            domain,
            optional,
            time_unit: new.time_unit,
            span: new.span,
            role: new.role,
        };
        match self.cx.slots.get_mut(id.0) {
            Some(assumed) => {
                let told = assumed::held(&self.cx.header, assumed, &slot);
                *assumed = slot;
                self.cx.diagnostics.extend(told);
            }
            None => self.cx.slots.push(slot),
        }
        id
    }

    /// Makes a slot that is declared later, with all that it may turn out to hold.
    pub fn reserve(&mut self, new: NewSlot, ty: Type, domain: Domain) -> SlotId {
        let name = new.name.clone();
        let id = self.slot(new, ty, domain, false);
        self.reserved.insert(name, id);
        id
    }

    /// Makes a slot for the value of an expression and the step that gives it.
    pub fn value(&mut self, new: NewSlot, value: Expr) -> SlotId {
        let written = new.written.unwrap_or(value.span);
        let slot = self.slot(new, value.ty, value.domain.clone(), value.optional);
        if value.ty == Type::Bool {
            self.cx.conditions.insert(slot, vec![value.clone()]);
        }
        self.stands_for(slot, &value);
        self.step(Step::Value(crate::ir::ValueStep { slot, value, written }));
        slot
    }

    /// Notes the sum that a name stands for: what is known of one is known of the other.
    fn stands_for(&mut self, slot: SlotId, value: &Expr) {
        let sum = Sum::of(&self.cx.sums, value).filter(|_| !value.optional);
        let itself =
            |sum: &Sum| matches!(sum.terms.as_slice(), [(only, _)] if only.alike(value) && only.slot().is_none());
        if let Some(sum) = sum.filter(|sum| !sum.terms.is_empty() && !itself(sum)) {
            self.cx.sums.insert(slot, sum);
        }
    }

    /// Adds a step, after what it needs of several records.
    pub fn step(&mut self, step: Step) {
        self.steps.append(&mut self.cx.joint);
        self.hold(&step);
        self.steps.push(step);
    }

    /// Tells the first slot of a step that is kept and cannot be; what uses such a one absorbs.
    fn hold(&mut self, step: &Step) {
        let value = if let Step::Value(step) = step { Some(&step.value) } else { None };
        let told = step.outputs().into_iter().find_map(|id| {
            let slot = self.cx.slots.get(id.0).filter(|slot| keep::is_kept(slot.role))?;
            keep::told(&self.cx, slot, value, || self.fields_behind(step))
        });
        let Some(told) = told else { return };
        self.tell(told);
        for id in step.outputs() {
            if let Some(slot) = self.cx.slots.get_mut(id.0) {
                slot.domain = Domain::Invalid;
            }
        }
    }

    /// The fields that the values of a step are found from.
    fn fields_behind(&self, step: &Step) -> Vec<SlotId> {
        let read = |step: &Step| -> Vec<SlotId> { step.expressions().iter().flat_map(|expr| expr.slots()).collect() };
        let (mut open, mut seen) = (read(step), BTreeSet::new());
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                let before = self.steps.iter().filter(|step| step.outputs().contains(&id));
                open.extend(before.flat_map(read));
            }
        }
        seen.into_iter().collect()
    }

    /// Lets a bare name mean a slot, unless it means something already.
    pub fn name(&mut self, name: &str, slot: SlotId) {
        self.cx.scope.names.entry(name.to_owned()).or_insert(Entity::Slot(slot));
    }

    /// Lets a bare name mean something that has a value only by its members, or none.
    pub fn entity(&mut self, name: &ast::Name, entity: Entity) {
        self.cx.scope.names.entry(name.text.clone()).or_insert(entity);
    }

    /// Notes the grade whose labels a value has, where its written type is one.
    pub fn graded(&mut self, entity: Entity, ty: &ast::TypeExpr) {
        if let ast::TypeKind::Named(name) = &ty.kind
            && self.cx.scope.outcomes.contains_key(&name.text)
        {
            self.cx.scope.graded.insert(entity, name.text.clone());
        }
    }

    /// Lets `owner.member` mean a slot.
    pub fn member(&mut self, owner: &str, member: &str, slot: SlotId) {
        self.cx.scope.members.insert((owner.to_owned(), member.to_owned()), slot);
    }

    /// The value of a slot, as an expression.
    pub fn read(&self, slot: SlotId, span: Span) -> Expr {
        match self.cx.slots.get(slot.0) {
            Some(known) => Expr {
                kind: ExprKind::Slot(slot),
                ty: known.ty,
                domain: known.domain.clone(),
                optional: known.optional,
                span,
            },
            None => invalid(span),
        }
    }
}

/// What stands where an error was told.
pub(super) fn invalid(span: Span) -> Expr {
    Expr { kind: ExprKind::Invalid, ty: Type::Invalid, domain: Domain::Invalid, optional: false, span }
}

/// A number as an expression.
pub(super) fn number(value: impl Into<Number>, dimension: Dimension, span: Span) -> Expr {
    let value = value.into();
    Expr {
        kind: ExprKind::Constant(Value::Number(value.clone())),
        ty: Type::Number(dimension),
        domain: Domain::Numbers(Numbers::one(value)),
        optional: false,
        span,
    }
}
