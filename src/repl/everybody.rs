//! What everybody comes to: worked out once for each policy and its data, though it is asked for before and after a change.

use std::rc::Rc;

use super::Session;
use super::given::Record;
use super::kept::Everybody;
use super::session::Standing;

impl Session {
    /// What every record of the data that can be used comes to, whatever was given to the one at hand.
    pub(super) fn untouched_people(&self, standing: &Standing) -> Everybody {
        let Some(data) = &standing.data else { return Everybody::default() };
        if let Some(kept) = self.kept.of(&standing.compiled, data) {
            return kept;
        }
        let plain = Standing { given: Record::new(), ..standing.clone() };
        let everybody = Rc::new(self.everybody(&plain));
        self.kept.keep(&standing.compiled, data, &everybody);
        everybody
    }
}
