//! Pay blocks.

use serde_json::Value as Json;

use super::super::words::{Teller, member};
use super::{number, object, optional, with};
use crate::data::BoundActed;
use crate::explain::{Bound, Pay, PayLine};

/// A bound that acted.
fn bound(bound: Option<&Bound>) -> Json {
    bound.map_or(Json::Null, |bound| {
        let kind = match bound.kind {
            BoundActed::AtLeast => "at least",
            BoundActed::AtMost => "at most",
        };
        object([("kind", kind.into()), ("limit", number(&bound.limit)), ("before", number(&bound.before))])
    })
}

impl Teller<'_> {
    pub(super) fn pay(&self, pay: &Pay) -> Json {
        object([
            ("name", pay.of.name.as_str().into()),
            ("title", optional(self.title(pay.of.slot))),
            ("lines", pay.lines.iter().map(|line| self.pay_line(&pay.of.name, line)).collect()),
            ("sum", self.found(&pay.of)),
            ("shown", optional(self.named(&pay.of))),
            ("bound", bound(pay.bound.as_ref())),
        ])
    }

    fn pay_line(&self, block: &str, line: &PayLine) -> Json {
        let told = object([
            ("name", member(block, &line.of.name).into()),
            ("title", optional(self.title(line.of.slot))),
            ("amount", self.found(&line.of)),
            ("shown", optional(self.named(&line.of))),
            ("bound", bound(line.bound.as_ref())),
        ]);
        with(told, self.worked(line.worked.as_ref()))
    }
}
