//! What a policy declares.

use crate::source::Span;
use crate::syntax::ast::{self, Item, TypeKind};

/// Something that is declared under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, after NFKC normalisation and without quotes.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where its name is declared. No two symbols have one place.
    pub span: Span,
    /// The place of what it is a part of: of a field of a lookup, the lookup; of a label, its type, grade or field.
    pub owner: Option<Span>,
}

/// What is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// A field of the record, of a lookup or of details.
    Field,
    /// A lookup.
    Lookup,
    /// A details block.
    Details,
    /// A type.
    Type,
    /// A label.
    Label,
    /// A param.
    Param,
    /// A metric.
    Metric,
    /// A `let`.
    Let,
    /// An item with a name of its own.
    Item,
    /// A section.
    Section,
    /// A grade, whose name also stands for the type of its labels.
    Grade,
    /// A table.
    Table,
    /// An output of a grade or table.
    Output,
    /// A scale.
    Scale,
    /// A gate.
    Gate,
    /// A pay block.
    Pay,
    /// A line of a pay block.
    Line,
    /// A flag.
    Flag,
    /// A case.
    Case,
}

/// What a file declares, in its order.
pub(super) fn symbols(file: &ast::File) -> Vec<Symbol> {
    let mut found = Found::default();
    file.items.iter().for_each(|item| found.item(item));
    found.symbols
}

#[derive(Default)]
struct Found {
    symbols: Vec<Symbol>,
    /// The block that is gone through.
    owner: Option<Span>,
}

impl Found {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Record(it) => self.fields(&it.fields),
            Item::Lookup(it) => self.block(it, SymbolKind::Lookup),
            Item::Details(it) => self.block(it, SymbolKind::Details),
            Item::Type(it) => {
                self.name(&it.name, SymbolKind::Type);
                self.labels(&it.labels, it.name.span);
            }
            Item::Param(it) => self.typed(&it.name, SymbolKind::Param, Some(&it.ty)),
            Item::Metric(it) => self.typed(&it.name, SymbolKind::Metric, Some(&it.ty)),
            Item::Let(it) => self.typed(&it.name, SymbolKind::Let, it.ty.as_ref()),
            Item::Score(it) => self.score(it),
            Item::Section(it) => {
                self.name(&it.name, SymbolKind::Section);
                it.scores.iter().for_each(|score| self.score(score));
            }
            Item::Grade(it) => {
                self.name(&it.name, SymbolKind::Grade);
                self.outputs(&it.outputs, it.name.span);
                let labels = it.rows.iter().filter_map(|row| row.label.as_ref());
                labels.for_each(|label| self.part(label, SymbolKind::Label, it.name.span));
            }
            Item::Table(it) => {
                self.name(&it.name, SymbolKind::Table);
                self.outputs(&it.outputs, it.name.span);
            }
            Item::Scale(it) => self.name(&it.name, SymbolKind::Scale),
            Item::Gate(it) => self.name(&it.name, SymbolKind::Gate),
            Item::Pay(it) => {
                self.name(&it.name, SymbolKind::Pay);
                it.lines.iter().for_each(|line| self.part(&line.name, SymbolKind::Line, it.name.span));
            }
            Item::Flag(it) => self.name(&it.name, SymbolKind::Flag),
            Item::Case(it) => self.name(&it.name, SymbolKind::Case),
            Item::Header(_) | Item::Ensure(_) | Item::Test(_) | Item::Use(_) | Item::Invalid(_) => {}
        }
    }

    fn name(&mut self, name: &ast::Name, kind: SymbolKind) {
        self.symbols.push(Symbol { name: name.text.clone(), kind, span: name.span, owner: self.owner });
    }

    fn part(&mut self, name: &ast::Name, kind: SymbolKind, owner: Span) {
        self.symbols.push(Symbol { name: name.text.clone(), kind, span: name.span, owner: Some(owner) });
    }

    fn typed(&mut self, name: &ast::Name, kind: SymbolKind, ty: Option<&ast::TypeExpr>) {
        self.name(name, kind);
        if let Some(TypeKind::Labels(labels)) = ty.map(|ty| &ty.kind) {
            self.labels(labels, name.span);
        }
    }

    fn labels(&mut self, labels: &[ast::LabelDecl], owner: Span) {
        labels.iter().for_each(|label| self.part(&label.name, SymbolKind::Label, owner));
    }

    fn fields(&mut self, fields: &[ast::Field]) {
        fields.iter().for_each(|field| self.typed(&field.name, SymbolKind::Field, Some(&field.ty)));
    }

    fn block(&mut self, block: &ast::Block, kind: SymbolKind) {
        self.name(&block.name, kind);
        self.owner = Some(block.name.span);
        self.fields(&block.fields);
        block.items.iter().for_each(|item| self.item(item));
        self.owner = None;
    }

    fn score(&mut self, score: &ast::Score) {
        if score.is_new() {
            self.name(&score.name, SymbolKind::Item);
        }
    }

    fn outputs(&mut self, outputs: &[ast::Output], owner: Span) {
        for output in outputs {
            let place = output.name.as_ref().map_or(owner, |name| name.span);
            output.name.iter().for_each(|name| self.part(name, SymbolKind::Output, owner));
            if let TypeKind::Labels(labels) = &output.ty.kind {
                self.labels(labels, place);
            }
        }
    }
}
