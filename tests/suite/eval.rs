//! What policies mean: figures worked by hand.

use merit::ir;
use merit::quantity::Decimal;

/// A policy that declares nothing.
pub fn bare_policy() -> ir::Policy {
    ir::Policy {
        header: ir::Header {
            title: String::new(),
            currency: "CNY".to_owned(),
            minor_unit: Decimal::new(1, 2),
            period: None,
            effective: (None, None),
            full_marks: Decimal::ONE_HUNDRED,
        },
        label_sets: vec![],
        params: vec![],
        fields: vec![],
        slots: vec![],
        steps: vec![],
        items: vec![],
        sections: vec![],
        columns: vec![],
        tests: vec![],
    }
}
