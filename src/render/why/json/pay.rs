//! Pay blocks.

use super::super::words::{Teller, member};
use super::writer::Object;
use crate::data::BoundActed;
use crate::explain::{Bound, Pay, PayLine};

/// A bound that acted.
fn bound(object: &mut Object, bound: Option<&Bound>) {
    object.maybe("bound", bound, |object, bound| {
        let kind = match bound.kind {
            BoundActed::AtLeast => "at least",
            BoundActed::AtMost => "at most",
        };
        object.put("kind", kind);
        object.put("limit", &bound.limit);
        object.put("before", &bound.before);
    });
}

impl Teller<'_> {
    pub(super) fn pay(&self, object: &mut Object, pay: &Pay) {
        object.put("name", pay.of.name);
        object.put("title", self.title(pay.of.slot));
        object.objects("lines", &pay.lines, |object, line| self.pay_line(object, pay.of.name, line));
        object.put("sum", self.found(&pay.of));
        object.put("shown", self.named(&pay.of));
        bound(object, pay.bound.as_ref());
    }

    fn pay_line(&self, object: &mut Object, block: &str, line: &PayLine) {
        object.put("name", member(block, line.of.name));
        object.put("title", self.title(line.of.slot));
        object.put("amount", self.found(&line.of));
        object.put("shown", self.named(&line.of));
        bound(object, line.bound.as_ref());
        self.worked(object, line.worked.as_ref());
    }
}
