//! The declarations of a file: names, order, and what each becomes in the checked policy.

use super::{Checked, Setting};
use crate::ir;
use crate::quantity::Decimal;
use crate::source::Sources;
use crate::syntax::ast;

/// Checks all declarations of a file.
pub(super) fn policy(file: &ast::File, sources: &Sources, settings: &[Setting]) -> Checked {
    let _ = (file, sources, settings);
    let header = ir::Header {
        title: String::new(),
        currency: "CNY".to_owned(),
        minor_unit: Decimal::new(1, 2),
        period: None,
        effective: (None, None),
        full_marks: Decimal::ONE_HUNDRED,
    };
    let policy = ir::Policy {
        header,
        label_sets: vec![],
        params: vec![],
        fields: vec![],
        slots: vec![],
        steps: vec![],
        items: vec![],
        sections: vec![],
        columns: vec![],
        tests: vec![],
    };
    Checked { policy, diagnostics: vec![] }
}
