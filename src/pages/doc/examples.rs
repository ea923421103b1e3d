//! A worked example a grade: a test of the policy that gets it, else a record that is found.

use super::{Teller, search};
use crate::analysis::reach;
use crate::eval::{Observed, Trace, testing};
use crate::explain::{Asked, Explanation, Written, explain};
use crate::ir::{SlotId, TableKind, Test, Value};
use crate::pages::page::{Block, Card};
use crate::pages::statement::{Extent, Statement};

/// Where no grade is, so many tests are shown.
const MOST_TESTS: usize = 3;

/// A record that may be shown, and how much of it is known.
struct Candidate<'a> {
    observed: Observed<'a>,
    /// What it is called, of a test.
    name: Option<String>,
    known: usize,
}

impl<'a> Teller<'a> {
    /// The examples.
    pub(super) fn examples(&self) -> Vec<Block> {
        let policy = self.words.policy;
        let mut tests: Vec<Candidate> = policy.tests.iter().filter_map(|test| self.candidate(test, true)).collect();
        let Some(grade) = self.all_tables(TableKind::Grade).last() else {
            let most = tests.iter().map(|of| of.known).max().unwrap_or(0);
            tests.retain(|of| of.known == most);
            tests.truncate(MOST_TESTS);
            let cards = tests.iter().enumerate().map(|(at, of)| self.example(at, None, of));
            return cards.map(Block::Card).collect();
        };
        let Some(slot) = grade.outputs.first().copied() else { return vec![] };
        let labels = policy.slot(slot).and_then(|slot| policy.labels(slot.ty)).map_or(0, |set| set.labels.len());
        // A test that gives what is graded shows nothing of how it comes about.
        let graded: Vec<SlotId> = grade.inputs.iter().filter_map(|input| input.value.slot()).collect();
        tests.retain(|of| policy.items.is_empty() || !graded.iter().any(|slot| of.gives(*slot)));
        let lacking = |label: &usize| whole(&tests, slot, *label).is_none();
        let found: Vec<Test> =
            (0..labels).filter(lacking).filter_map(|label| search::record(policy, grade, label)).collect();
        tests.extend(found.iter().filter_map(|test| self.candidate(test, false)));
        let reachable = reach(policy, []);
        let cards = (0..labels).map(|label| {
            let words = self.words.of_slot(slot, &Value::Label(label));
            match whole(&tests, slot, label) {
                Some(found) => Block::Card(self.example(label, Some(&words), found)),
                None => {
                    let reached = reachable.get(slot.0).is_none_or(|of| of.holds(&Value::Label(label)));
                    let id = if reached { "doc-no-example" } else { "doc-unreachable" };
                    Block::Text(self.say(id, &[("grade", words.into())]))
                }
            }
        });
        cards.collect()
    }

    /// A test as a record that may be shown; how much of what the policy gives is known of it.
    fn candidate(&self, test: &Test, named: bool) -> Option<Candidate<'a>> {
        let policy = self.words.policy;
        let observed = testing::observed(policy, test);
        let results = policy.columns.iter().filter(|column| column.default).map(|column| column.slot);
        let items = policy.items.iter().map(|item| item.points);
        let known = results.chain(items).filter(|slot| observed.evaluation.value(*slot).is_ok()).count();
        let name = named.then(|| test.name.clone());
        (known > 0).then_some(Candidate { observed, name, known })
    }

    fn example(&self, at: usize, grade: Option<&str>, of: &Candidate) -> Card {
        let compiled = self.source.compiled;
        let written = Written::new(self.words.policy, &compiled.sources, None, &[]);
        let told: Explanation =
            explain(&Asked { written: &written, observed: &of.observed, whereabouts: &(), broken: &[], doubts: &[] });
        let statement = Statement { words: self.words, told: &told, extent: Extent::Example, earlier: None };
        let title = match (grade, &of.name) {
            (Some(grade), _) => self.say("doc-example-grade", &[("grade", grade.into())]),
            (None, Some(name)) => name.clone(),
            (None, None) => String::new(),
        };
        let lead = match (&of.name, grade) {
            (Some(name), Some(_)) => self.say("doc-example-test", &[("name", name.as_str().into())]),
            (None, _) => self.say("doc-example-found", &[]),
            (Some(_), None) => String::new(),
        };
        Card { id: format!("example-{}", at + 1), title, lead, blocks: statement.blocks() }
    }
}

/// Of those with a label the one of which most is known, the first of several.
fn whole<'c, 'a>(all: &'c [Candidate<'a>], grade: SlotId, label: usize) -> Option<&'c Candidate<'a>> {
    let with = all.iter().filter(|of| of.observed.evaluation.value(grade) == Ok(&Value::Label(label)));
    let most = with.clone().map(|of| of.known).max()?;
    with.into_iter().find(|of| of.known == most)
}

impl Candidate<'_> {
    /// Whether a value was given that the policy would work out.
    fn gives(&self, slot: SlotId) -> bool {
        let step = self.observed.policy.step_of(slot);
        step.is_some_and(|at| self.observed.evaluation.trace(at) == Some(&Trace::Given))
    }
}
