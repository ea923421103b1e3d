//! What everybody came to by the policies that were last asked for, each with its data.

use std::cell::RefCell;
use std::rc::Rc;

use super::reading::Data;
use crate::compile::Compiled;
use crate::eval::Evaluation;

/// Of so many policies it is kept: the one at hand and the one before.
const MOST_KEPT: usize = 2;

/// Every record that can be used, with its place in the data.
pub(super) type Everybody = Rc<Vec<(usize, Evaluation)>>;

/// A policy, its data, and what everybody comes to.
type Entry = (Rc<Compiled>, Rc<Data>, Everybody);

/// What was worked out last.
#[derive(Debug, Default)]
pub(super) struct Kept(RefCell<Vec<Entry>>);

impl Kept {
    /// Forgets it all: what stands beside the records changes.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// What was kept of a policy and its data.
    pub fn of(&self, compiled: &Rc<Compiled>, data: &Rc<Data>) -> Option<Everybody> {
        let kept = self.0.borrow();
        let same = kept.iter().find(|(of, with, _)| Rc::ptr_eq(of, compiled) && Rc::ptr_eq(with, data));
        same.map(|(_, _, everybody)| Rc::clone(everybody))
    }

    /// Keeps it.
    pub fn keep(&self, compiled: &Rc<Compiled>, data: &Rc<Data>, everybody: &Everybody) {
        let mut kept = self.0.borrow_mut();
        kept.truncate(MOST_KEPT - 1);
        kept.insert(0, (Rc::clone(compiled), Rc::clone(data), Rc::clone(everybody)));
    }
}
