//! The tests of a policy, with the cases that they share.

use std::collections::HashMap;

use super::super::resolve;
use super::build::Build;
use super::givens::{Whose, assignment, refuse, role};
use super::nodes::Outline;
use super::scenes::{self, Scene};
use crate::diagnostic::{Code, Diagnostic, nearest_of};
use crate::ir::{Assignment, Role, Test};
use crate::syntax::ast;

/// Lowers the tests.
pub(super) fn tests(build: &mut Build, outline: &Outline) {
    let mut cases: Vec<(&str, Scene)> = vec![];
    let mut written: Vec<_> = outline.cases.iter().collect();
    written.sort_by_key(|(_, case)| case.name.span);
    for (name, case) in written {
        cases.push((name, scenes::scene(build, &case.given, &case.blocks)));
    }
    let cases: HashMap<&str, Scene> = cases.into_iter().collect();
    for test in &outline.tests {
        let lowered = self::test(build, test, &cases);
        build.tests.push(lowered);
    }
}

fn test(build: &mut Build, test: &ast::Test, cases: &HashMap<&str, Scene>) -> Test {
    let own = scenes::scene(build, &test.given.values, &test.given.blocks);
    let Scene { given, rows, others, earlier } = base(build, test, cases).with(own);
    let mut expect: Vec<Assignment> = vec![];
    for written in &test.expect {
        let Some(value) = assignment(build, written, Whose::Record) else { continue };
        if let Some(known) = given.iter().find(|known| known.slot == value.slot) {
            refuse(build, written, "expect-given", Some(known.span));
        } else if role(build, value.slot) == Some(Role::Field) {
            refuse(build, written, "expect-field", None);
        } else if let Some(first) = expect.iter().find(|known| known.slot == value.slot) {
            refuse(build, written, "twice", Some(first.span));
        } else {
            expect.push(value);
        }
    }
    Test { name: test.name.text.clone(), span: test.span, given, expect, rows, others, earlier }
}

fn base(build: &mut Build, test: &ast::Test, cases: &HashMap<&str, Scene>) -> Scene {
    let Some(name) = &test.given.case else { return Scene::default() };
    if let Some(case) = cases.get(name.text.as_str()) {
        resolve::case(&mut build.cx, name);
        return case.clone();
    }
    let told = Diagnostic::new(Code::UnknownCase, name.span).arg("name", name.text.as_str());
    build.tell(match nearest_of(&name.text, cases.keys().copied()) {
        Some(near) => told.variant("near").arg("near", near).edit(name.span, near),
        None => told,
    });
    Scene::default()
}
