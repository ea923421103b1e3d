//! Records as `test` blocks in the tongue of a policy, each of which reads and passes behind the policy.

use std::collections::HashSet;

use super::{Case, Given};
use crate::compile::{Compiled, Files, compile_with};
use crate::diagnostic::{Severity, Spelling};
use crate::eval::testing::outcome;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::Tongue;
use crate::source::SourceFile;
use crate::syntax::{respelt_piece, spelling, words};

/// A longer line is broken between two values.
const WIDEST: usize = 96;

/// A record as a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What the test is called.
    pub name: String,
    /// The record.
    pub case: Case,
    /// The block, with the line end behind it.
    pub text: String,
}

/// The records as blocks, with names unlike those of the policy's tests. What would not read behind the policy, or not
/// pass, is left out: no record breaks what the policy ensures.
pub fn blocks(compiled: &Compiled, files: &dyn Files, cases: Vec<Case>) -> Vec<Block> {
    let writing = Writing::of(compiled);
    let mut names: HashSet<String> = compiled.policy.tests.iter().map(|test| test.name.clone()).collect();
    let blocks: Vec<Block> = cases.into_iter().map(|case| writing.block(case, &mut names)).collect();
    let Some(source) = compiled.read().next() else { return vec![] };
    let text = |blocks: &[Block]| blocks.iter().map(|block| block.text.as_str()).collect::<String>();
    let whole = source.with_text(format!("{}\n{}", source.text, text(&blocks)));
    let tried = compile_with(whole, files, &[]);
    let first = source.text.len() + 1;
    let mut start = first;
    let mut kept = vec![];
    for block in blocks {
        let span = start..start + block.text.len();
        start = span.end;
        let refused = tried.diagnostics.iter().any(|told| {
            told.severity() == Severity::Error
                && compiled.files.first() == Some(&told.span.file)
                && span.contains(&(told.span.start as usize))
        });
        let test = tried.policy.tests.iter().find(|test| test.name == block.name);
        let passes = test.is_some_and(|test| outcome(&tried.policy, test).passed());
        if !refused && passes {
            kept.push(block);
        }
    }
    kept
}

/// A record as a block with that name; whether it reads and passes is for the caller to see.
pub fn block_of(compiled: &Compiled, name: &str, given: &Given, expect: &Given) -> String {
    Writing::of(compiled).text(&name.replace('"', "'"), given, expect)
}

/// How a policy writes.
struct Writing<'p> {
    policy: &'p Policy,
    spelling: Spelling,
    used: HashSet<String>,
}

impl<'p> Writing<'p> {
    fn of(compiled: &'p Compiled) -> Self {
        let own = compiled.read().next().and_then(|file: &SourceFile| spelling(&file.text));
        let tongue = compiled.policy.tongue();
        let spelling = own.unwrap_or(Spelling { words: Tongue::En, money: tongue, ..Spelling::of(Tongue::En) });
        let used = compiled.read().flat_map(|file| words(&file.text)).collect();
        Writing { policy: &compiled.policy, spelling, used }
    }

    fn block(&self, case: Case, names: &mut HashSet<String>) -> Block {
        let (of, value) = &case.at;
        let plain = format!("{of} = {}", self.spelt(value)).replace('"', "'");
        let mut name = plain.clone();
        let mut number = 2;
        while !names.insert(name.clone()) {
            name = format!("{plain} ({number})");
            number += 1;
        }
        let text = self.text(&name, &case.given, &case.expect);
        Block { name, case, text }
    }

    fn text(&self, name: &str, given: &Given, expect: &Given) -> String {
        let given = self.values(given, "    given  { ");
        let expect = self.values(expect, "    expect { ");
        let (head, given, expect) = (self.spelt("test "), self.spelt(&given), self.spelt(&expect));
        format!("\n{head}\"{name}\" {{\n{given}\n{expect}\n}}\n")
    }

    fn spelt(&self, piece: &str) -> String {
        respelt_piece(piece, self.spelling, &|word| self.used.contains(word) && word != "test")
    }

    fn values(&self, values: &Given, head: &str) -> String {
        let (mut text, mut width) = (head.to_owned(), head.len());
        for (at, (slot, value)) in values.iter().enumerate() {
            let assigned = self.assigned(*slot, value);
            let size = assigned.chars().count() + 2;
            if at > 0 && width + size > WIDEST {
                text.push_str("\n             ");
                width = head.len();
            } else if at > 0 {
                text.push_str(", ");
            }
            text.push_str(&assigned);
            width += size;
        }
        text + " }"
    }

    fn assigned(&self, id: SlotId, value: &Value) -> String {
        let Some(slot) = self.policy.slot(id) else { return String::new() };
        let written = match value {
            Value::Missing => "missing".to_owned(),
            value => self.policy.notation_of(slot).in_unit(slot.time_unit).written(value),
        };
        format!("{} = {written}", slot.name)
    }
}
