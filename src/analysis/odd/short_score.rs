//! W0516, W0522: an item that nobody can score in full, however well the work was done.

use super::Odd;
use crate::diagnostic::{Code, Diagnostic, Edit, joined};
use crate::ir::{Expr, ExprKind, Item, Role, Row, RowValue, SlotId, Step, Table, Type, ValueStep};
use crate::quantity::{Decimal, Dimension, Number, spell_number};
use crate::source::Span;
use crate::syntax::Keyword;

/// Who reaches no more than this part of full marks did not mean a part of them, but another scale.
const HALF: u64 = 2;

/// An item, the most that it gives and what that is to be.
struct Short<'a> {
    item: &'a Item,
    most: Number,
    full: Number,
}

/// Tells items whose greatest score lies below full marks.
pub(super) fn tell(odd: &Odd) -> Vec<Diagnostic> {
    odd.policy.items.iter().filter_map(|item| of_item(odd, item)).collect()
}

fn of_item(odd: &Odd, item: &Item) -> Option<Diagnostic> {
    let numbers = odd.policy.slot(item.points)?.domain.numbers()?;
    let (most, full) = (numbers.hi(), Number::from(item.full));
    if most >= full {
        return None;
    }
    // A fixed score stands in for one that is still to come.
    let varies = numbers.single().is_none() && most > Decimal::ZERO;
    let short = Short { item, most, full };
    let step = odd.policy.steps.iter().find(|step| step.outputs().contains(&item.points))?;
    match step {
        Step::Value(step) => Some(of_formula(odd, &short, step, varies)),
        Step::Table(table) => Some(of_rows(odd, &short, table, varies)),
        _ => None,
    }
}

/// What a formula gives at most.
fn of_formula(odd: &Odd, short: &Short, step: &ValueStep, varies: bool) -> Diagnostic {
    let field = measured(odd, &step.value);
    let itself = step.value.span == odd.policy.slot(short.item.points).map_or(step.value.span, |slot| slot.span);
    let code = short.code(varies && (field.is_some() || short.is_other_scale()));
    let place = if itself { short.item.span } else { step.written };
    let told = short.told(odd, code, if itself { step.value.span } else { place });
    let told = told.variant(if field.is_some() { "field" } else { "" });
    let text = odd.sources.slice(step.written).to_owned();
    let told = told.arg("text", text.as_str());
    let scaled = short.scaled(&text, &step.value);
    // Elsewhere the name would then mean the points.
    let elsewhere = itself && field.is_some_and(|field| odd.readers(field) > 1);
    let edit = scaled.filter(|_| !elsewhere && !odd.has_param(&step.value) && code == Code::ShortScale);
    match edit {
        None => told.arg("mend", if elsewhere { "name" } else { "look" }).arg("proposal", ""),
        Some(scaled) => {
            let told = told.arg("mend", "edit").arg("proposal", format!("= {scaled}"));
            match itself {
                true => told.edit(place.after(), format!(" = {scaled}")),
                false => told.edit(place, scaled),
            }
        }
    }
}

/// What the best row gives.
fn of_rows(odd: &Odd, short: &Short, table: &Table, varies: bool) -> Diagnostic {
    let best = table.rows.iter().find(|row| most_of(row).is_some_and(|most| most == short.most));
    let code = short.code(varies && short.is_other_scale());
    let told = short.told(odd, code, table.span).variant("rows");
    let told = match best {
        Some(row) => told.label(row.span, "best"),
        None => told,
    };
    match multiplied(odd, short, table).filter(|_| code == Code::ShortScale) {
        Some(edit) => told.arg("mend", "edit").edit(edit.span, edit.text),
        None => told.arg("mend", "look"),
    }
}

/// All answers times what makes full marks of the best, where each is a literal.
fn multiplied(odd: &Odd, short: &Short, table: &Table) -> Option<Edit> {
    let factor = short.full.divide(&short.most)?;
    let edit = |row: &Row| match row.values.first()? {
        RowValue::Expr(Expr { kind: ExprKind::Constant(value), span, .. }) => {
            let is_figure = odd.sources.slice(*span).starts_with(|c: char| c.is_ascii_digit());
            let times = value.number()? * &factor;
            let edit = Edit::choice(*span, spell_number(times));
            is_figure.then_some(Some(edit))
        }
        RowValue::Missing => Some(None),
        RowValue::Expr(_) | RowValue::Line(_) => None,
    };
    let edits: Vec<Option<Edit>> = table.rows.iter().map(edit).collect::<Option<_>>()?;
    let edits: Vec<Edit> = edits.into_iter().flatten().collect();
    joined(odd.sources.get(table.span.file)?, &edits.iter().collect::<Vec<_>>())
}

/// The most that a row answers, where it is taken by somebody.
fn most_of(row: &Row) -> Option<Number> {
    match row.values.first()? {
        RowValue::Expr(value) => Some(value.domain.numbers()?.hi()),
        RowValue::Line(line) => Some(Number::from(line.from.max(line.to))),
        RowValue::Missing => None,
    }
}

/// The field that an expression takes over as it is.
fn measured(odd: &Odd, value: &Expr) -> Option<SlotId> {
    let slot = match &value.kind {
        ExprKind::Slot(slot) => *slot,
        ExprKind::Round { value, .. } | ExprKind::Otherwise { value, .. } => return measured(odd, value),
        _ => return None,
    };
    let role = odd.policy.slot(slot)?.role;
    matches!(role, Role::Field | Role::Lookup).then_some(slot)
}

impl Short<'_> {
    /// A warning where another scale is meant, else a remark.
    fn code(&self, warns: bool) -> Code {
        if warns { Code::ShortScale } else { Code::ShortScore }
    }

    fn is_other_scale(&self) -> bool {
        &self.most * &Number::from(HALF) <= self.full
    }

    fn told(&self, odd: &Odd, code: Code, span: Span) -> Diagnostic {
        let points = |value: &Number| odd.quantity(value, Type::Number(Dimension::POINTS));
        let lost = &(&self.full - &self.most) * &self.item.weight;
        Diagnostic::new(code, span)
            .arg("item", self.item.name.as_str())
            .arg("most", points(&self.most))
            .arg("full", points(&self.full))
            .arg("lost", points(&lost))
    }

    /// The formula on the scale of full marks.
    fn scaled(&self, text: &str, value: &Expr) -> Option<String> {
        let simple = matches!(value.kind, ExprKind::Slot(_));
        let operand = if simple { text.to_owned() } else { format!("({text})") };
        if let Some(factor) = self.full.divide(&self.most).filter(|factor| simple || factor.is_multiple(&Number::ONE)) {
            return Some(format!("{operand} * {}", spell_number(factor)));
        }
        if !simple {
            return None;
        }
        let (full, most) = (spell_number(self.full.clone()), spell_number(self.most.clone()));
        Some(format!("{}({operand} * {full} / {most}, 0.01)", Keyword::Round.en()))
    }
}
