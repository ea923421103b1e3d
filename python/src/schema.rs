//! What the columns of records and of results are in Arrow: decimals of the digits that the proof gives them.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use merit::data::{Layout, Mark};
use merit::io::Shape;
use merit::ir::{Policy, SlotId, Type};

/// Places of words, which every reader of dictionaries takes.
pub const PLACES: DataType = DataType::Int32;

/// Words that stand once each.
pub fn dictionary() -> DataType {
    DataType::Dictionary(Box::new(PLACES), Box::new(DataType::Utf8))
}

/// The type of a shape.
pub fn kind(shape: Shape) -> DataType {
    match shape {
        Shape::Text => DataType::Utf8,
        Shape::Bool => DataType::Boolean,
        Shape::Date => DataType::Date32,
        Shape::Decimal { precision, scale } => {
            let precision = u8::try_from(precision).unwrap_or(38);
            DataType::Decimal128(precision, i8::try_from(scale).unwrap_or_default())
        }
    }
}

/// The type of the values of a slot.
pub fn of_slot(policy: &Policy, id: SlotId) -> DataType {
    match policy.slot(id).map(|slot| slot.ty) {
        Some(Type::Label(_)) => dictionary(),
        _ => kind(Shape::of_slot(policy, id)),
    }
}

/// The type of the values of a field of a layout.
pub fn of_field(layout: &Layout, at: usize) -> DataType {
    let first = match layout.relation {
        Some(relation) if !layout.is_of_origin() => relation.slots.start,
        _ => 0,
    };
    let own = layout.slots.get(at).map(|slot| slot.name.as_str());
    let found =
        if layout.written { own.and_then(|name| layout.policy.slot_named(name)) } else { Some(SlotId(first + at)) };
    found.map_or(DataType::Utf8, |id| of_slot(layout.policy, id))
}

/// What a policy reads.
pub fn input(layout: &Layout) -> SchemaRef {
    let field = |(at, field): (usize, &merit::ir::Field)| {
        Field::new(&field.name, of_field(layout, at), field.optional || field.default.is_some())
    };
    Arc::new(Schema::new(layout.fields.iter().enumerate().map(field).collect::<Vec<_>>()))
}

/// What a policy gives, of these columns.
pub fn result(policy: &Policy, names: &[&str]) -> SchemaRef {
    let column = |name: &&str| policy.columns.iter().find(|column| column.name == **name);
    let own =
        names.iter().filter_map(column).map(|column| Field::new(&column.name, of_slot(policy, column.slot), true));
    let marks = Mark::OF_ONE.iter().map(|mark| Field::new(mark.name(), DataType::Utf8, true));
    Arc::new(Schema::new(own.chain(marks).collect::<Vec<_>>()))
}
