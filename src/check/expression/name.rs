//! Names and members.

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::expected::{Expected, RoundTo};
use super::grade::{self, Output};
use super::{build, foreign, label, literal, mean, ranking, said};
use crate::diagnostic::{Absence, Arg, Code, Diagnostic, nearest, nearest_of};
use crate::ir::{Expr, ExprKind, LabelSetId, ParamId, RelationId, RelationKind, SlotId, Type, Value};
use crate::quantity::Domain;
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use crate::syntax::keyword::Keyword;
use crate::syntax::{is_cell, is_total, times};

/// Checks a name: a label where its place asks for one, else a value, else `yes` or `no`.
pub(super) fn name(cx: &mut Context, word: &Name, expected: Expected) -> Expr {
    let hint = expected.ty;
    if let Some(Type::Label(set)) = hint
        && (word.quoted || resolve::meaning_of_label(cx, set, &word.text).is_some() || !known(cx, &word.text))
    {
        return label::label(cx, word, set);
    }
    if word.quoted {
        return literal::text(&word.text, word.span);
    }
    match (resolve::name(cx, word), truth(&word.text)) {
        (Some(Entity::Slot(id)), _) => value(cx, id, word.span, expected.round),
        (Some(Entity::Param(id)), _) => param(cx, id, word.span),
        (Some(Entity::Group(_)), _) => group(cx, word),
        (Some(Entity::Relation(id)), _) => relation(cx, word, id),
        (Some(Entity::Invalid(_)), _) => build::invalid(word.span),
        (None, Some(yes)) => boolean(yes, word.span),
        (None, None) if hint == Some(Type::Invalid) => build::invalid(word.span),
        (None, None) if hint == Some(Type::Text) => unquoted(cx, word),
        (None, None) => unknown(cx, word, hint),
    }
}

/// The value of a slot; of a sum that is a quotient, there is none but a rounded one.
fn value(cx: &mut Context, id: SlotId, span: Span, round: Option<RoundTo>) -> Expr {
    if let Some(mean) = cx.scope.means.get(&id).cloned() {
        return mean::value(cx, (id, mean), span, round);
    }
    build::slot(cx, id, span)
}

fn known(cx: &Context, text: &str) -> bool {
    resolve::is_value(cx, text) || truth(text).is_some()
}

fn truth(text: &str) -> Option<bool> {
    Keyword::among(text, &[Keyword::Yes, Keyword::No]).map(|word| word == Keyword::Yes)
}

fn boolean(yes: bool, span: Span) -> Expr {
    build::boolean(ExprKind::Constant(Value::Bool(yes)), Domain::Bool { no: !yes, yes }, span)
}

fn param(cx: &Context, id: ParamId, span: Span) -> Expr {
    match cx.params.get(id.0) {
        Some(param) if param.ty != Type::Invalid && param.domain != Domain::Invalid => {
            Expr { kind: ExprKind::Param(id), ty: param.ty, domain: param.domain.clone(), optional: false, span }
        }
        _ => build::invalid(span),
    }
}

/// Something with members stands where a value is needed.
fn group(cx: &mut Context, word: &Name) -> Expr {
    let members = members_of(cx, &word.text);
    let diagnostic = Diagnostic::new(Code::NotAValue, word.span)
        .arg("name", word.text.clone())
        .arg("members", Arg::List(members.iter().map(|m| Arg::Text(format!("{}.{m}", word.text))).collect()));
    cx.tell(match members.as_slice() {
        [only] => {
            let proposal = format!("{}.{only}", cx.sources.slice(word.span));
            diagnostic.variant("one").arg("proposal", proposal.clone()).edit(word.span, proposal)
        }
        _ => diagnostic,
    });
    build::invalid(word.span)
}

/// A word where a text stands: most likely a text without its quotes.
fn unquoted(cx: &mut Context, word: &Name) -> Expr {
    let quoted = format!("\"{}\"", word.text);
    let told = Diagnostic::new(Code::UnknownName, word.span)
        .variant("text")
        .arg("name", word.text.clone())
        .without(&word.text);
    cx.tell(told.arg("proposal", quoted.clone()).edit(word.span, quoted));
    build::invalid(word.span)
}

/// `lookup.field` of the lookup or details that has a field of that name, where nothing else is called so.
fn in_rows(cx: &Context, word: &Name) -> Option<String> {
    let owns = |name: &str| cx.relations.iter().any(|relation| relation.name == name);
    let members = cx.scope.members.keys().filter(|(owner, member)| *member == word.text && owns(owner));
    members.map(|(owner, member)| format!("{owner}.{member}")).min()
}

/// A word that means `exempt`.
fn exempt_word(text: &str) -> Option<&'static str> {
    let chinese = text.contains(Keyword::Exempt.zh()) || matches!(text, "不考" | "不考核" | "免" | "豁免");
    match text {
        _ if chinese => Some(Keyword::Exempt.zh()),
        "excluded" | "exempted" | "waived" | "skip" => Some(Keyword::Exempt.en()),
        _ => None,
    }
}

/// `平均(得分, 同小组)`: whose values are taken stands behind an option.
fn within(cx: &Context, word: &str) -> Option<String> {
    let group = word.strip_prefix(['同', '本']).filter(|group| resolve::is_value(cx, group))?;
    Some(format!("{}: {group}", Keyword::Within.en()))
}

/// `等级.奖金` where a word runs both together, or names the one alone: `等级的奖金`, `等级奖金`, `奖金`.
fn of_group(cx: &Context, word: &str) -> Vec<String> {
    const JOINTS: [&str; 4] = ["", "的", "对应的", "对应"];
    let spelt = |owner: &str, member: &str| match member == Keyword::PointsMember.en() {
        true => format!("{owner}.{}", Keyword::PointsMember.word(cx.header.tongue)),
        false => format!("{owner}.{member}"),
    };
    let joins = |owner: &str, member: &str| {
        let rest = word.strip_prefix(owner);
        rest.is_some_and(|rest| JOINTS.iter().any(|joint| rest.strip_prefix(*joint) == Some(member)))
    };
    let owns = |owner: &str| {
        cx.scope.outcomes.contains_key(owner)
            || resolve::meaning(cx, owner).is_some_and(|it| matches!(it, Entity::Group(_)))
    };
    let points = |owner: &str, member: &str| {
        let own = member == Keyword::PointsMember.en();
        own && [Keyword::PointsMember.zh(), Keyword::PointsMember.en()].iter().any(|word| joins(owner, word))
    };
    let members = cx.scope.members.keys();
    let joined =
        |owner: &str, member: &str| owns(owner) && (joins(owner, member) || member == word) || points(owner, member);
    let mut found: Vec<String> =
        members.filter(|(owner, member)| joined(owner, member)).map(|(owner, member)| spelt(owner, member)).collect();
    let later = cx.scope.outputs.iter().filter(|(owner, member)| joins(owner, member) || member == word);
    found.extend(later.map(|(owner, member)| format!("{owner}.{member}")));
    found.sort_unstable();
    found.dedup();
    found
}

/// `工资.底薪` for 底薪, where that is another line of the same block.
fn of_line(cx: &Context, word: &str) -> Option<String> {
    let (pay, lines) = cx.scope.lines.as_ref()?;
    lines.iter().any(|line| line == word).then(|| format!("{pay}.{word}"))
}

fn unknown(cx: &mut Context, word: &Name, hint: Option<Type>) -> Expr {
    if let Some(told) = ranking::told(cx, word, hint) {
        return told;
    }
    if let Some((counter, amount)) = times(&word.text) {
        return ranking::for_each(cx, word.span, &amount, counter);
    }
    if let Some(meant) = said::meant(cx, &word.text, hint).or_else(|| within(cx, &word.text)) {
        let told = Diagnostic::new(Code::UnknownName, word.span).variant("said").without(&word.text);
        cx.tell(told.arg("name", word.text.as_str()).arg("proposal", meant.as_str()).edit(word.span, meant));
        return build::invalid(word.span);
    }
    if word.text.starts_with('每') || matches!(word.text.as_str(), "each" | "per" | "every") {
        let told = Diagnostic::new(Code::UnknownName, word.span).variant("each").without(&word.text);
        cx.tell(told.arg("name", word.text.as_str()));
        return build::invalid(word.span);
    }
    if Keyword::among(&word.text, &[Keyword::Exempt, Keyword::Missing]).is_some() {
        let variant = if Keyword::Exempt.is(&word.text) { "value" } else { "missing" };
        cx.tell(Diagnostic::new(Code::MisplacedExempt, word.span).variant(variant).arg("word", word.text.clone()));
        return build::invalid(word.span);
    }
    let near = || nearest_of(&word.text, cx.scope.names.keys().map(String::as_str));
    let near = exempt_word(&word.text).or_else(near).map(str::to_owned);
    let row = in_rows(cx, word);
    let group = of_line(cx, &word.text).map_or_else(|| of_group(cx, &word.text), |line| vec![line]);
    let of = cx.label_sets.iter().find(|set| set.labels.iter().any(|label| label.name == word.text));
    let diagnostic = Diagnostic::new(Code::UnknownName, word.span).arg("name", word.text.clone()).without(&word.text);
    let outside = cx.in_block && cx.of_record.contains(&word.text);
    let diagnostic = match (of, near) {
        _ if outside => diagnostic.variant("outside"),
        _ if of.is_none() && is_cell(&word.text) => diagnostic.variant("cell"),
        _ if Keyword::Scores.is(&word.text) => diagnostic.variant("scores").absence(Absence::Items),
        (Some(_), _) => diagnostic.variant("label"),
        _ if is_total(&word.text) => {
            let scores = Keyword::Scores.word(cx.header.tongue);
            diagnostic.variant("total").arg("proposal", scores).edit(word.span, scores)
        }
        _ if let Some(first) = group.first().cloned() => {
            let told = diagnostic.variant("group").arg("proposal", first);
            group.into_iter().take(3).fold(told, |told, way| told.edit(word.span, way))
        }
        _ if row.is_some() => {
            let proposal = row.unwrap_or_default();
            diagnostic.variant("row").arg("proposal", proposal.clone()).edit(word.span, proposal)
        }
        (None, Some(near)) => {
            diagnostic.variant("near").without(&near).arg("nearest", near.clone()).edit(word.span, near)
        }
        (None, None) => diagnostic,
    };
    cx.tell(diagnostic);
    build::invalid(word.span)
}

/// Checks `a.b`: a declared member, or an output of the grade whose label `a` is.
pub(super) fn member(cx: &mut Context, span: Span, value: &ast::Expr, member: &Name, round: Option<RoundTo>) -> Expr {
    if let ast::ExprKind::Name(owner) = &value.kind {
        if let Some(id) = resolve::member(cx, owner, &[member]) {
            return of_row(cx, id, span, round);
        }
        if let Some(Entity::Group(_) | Entity::Relation(_)) = resolve::name(cx, owner) {
            return unknown_member(cx, &owner.text, member, members_of(cx, &owner.text));
        }
    }
    if let ast::ExprKind::Member { value: outer, member: inner } = &value.kind
        && let ast::ExprKind::Name(owner) = &outer.kind
        && let Some(id) = resolve::member(cx, owner, &[inner, member])
    {
        return of_row(cx, id, span, round);
    }
    // `记录.销售额`: a field goes by its name alone.
    if let ast::ExprKind::Name(owner) = &value.kind
        && Keyword::Record.is(&owner.text)
        && resolve::is_value(cx, &member.text)
    {
        let told = Diagnostic::new(Code::UnknownName, owner.span).variant("record").arg("name", member.text.as_str());
        cx.tell(told.edit(span, member.text.as_str()));
        return build::invalid(span);
    }
    let value = cx.operand(value, Expected::default());
    let Type::Label(set) = value.ty else {
        if value.ty == Type::Invalid {
            return value;
        }
        if matches!(value.ty, Type::Calendar(_)) && foreign::is_part(&member.text) {
            cx.tell(
                Diagnostic::new(Code::UnknownName, member.span)
                    .variant("member-part")
                    .arg("name", member.text.as_str()),
            );
            return build::invalid(span);
        }
        let owner = cx.sources.slice(value.span).to_owned();
        let members = members_of(cx, &owner);
        return unknown_member(cx, &owner, member, members);
    };
    match grade::output(cx, &value, set, &member.text) {
        Output::Cases(grade, cases) => {
            resolve::output(cx, &grade, member);
            by_label(value, cases, span)
        }
        Output::Several(grades) => several(cx, &value, member, grades),
        Output::None(outputs) => {
            let owner = cx.sources.slice(value.span).to_owned();
            if is_output(cx, set, member) {
                uneven(cx, &owner, member)
            } else {
                unknown_member(cx, &owner, member, outputs)
            }
        }
    }
}

/// The value of a slot that may be one of a row of details, where such rows are gone through.
fn of_row(cx: &mut Context, id: SlotId, span: Span, round: Option<RoundTo>) -> Expr {
    let of = cx.relations.iter().position(|relation| relation.place(id).is_some());
    let Some((at, relation)) = of.and_then(|at| Some((at, cx.relations.get(at)?))) else {
        return value(cx, id, span, round);
    };
    if relation.kind == RelationKind::Lookup || cx.row == Some(RelationId(at)) {
        return build::slot(cx, id, span);
    }
    let (block, place) = (relation.name.clone(), relation.span);
    let text = cx.sources.slice(span).to_owned();
    cx.tell(Diagnostic::new(Code::ManyRows, span).arg("text", text).arg("block", block).label(place, "declared"));
    build::invalid(span)
}

/// A lookup or details stands where a value is needed.
fn relation(cx: &mut Context, word: &Name, id: RelationId) -> Expr {
    let details = cx.relations.get(id.0).is_some_and(|relation| relation.kind == RelationKind::Details);
    if !details {
        return group(cx, word);
    }
    let text = cx.sources.slice(word.span).to_owned();
    let place = cx.relations.get(id.0).map_or(word.span, |relation| relation.span);
    let told = Diagnostic::new(Code::ManyRows, word.span).variant("bare").arg("text", text.clone()).arg("block", text);
    cx.tell(told.label(place, "declared"));
    build::invalid(word.span)
}

/// Whether a grade with these labels has an output of that name.
fn is_output(cx: &Context, set: LabelSetId, member: &Name) -> bool {
    let mut grades = cx.scope.types.iter().filter(|(_, types)| **types == set);
    grades.any(|(grade, _)| cx.scope.members.contains_key(&(grade.clone(), member.text.clone())))
}

/// The output is there, but a label has several values of it, so a computed label has none.
fn uneven(cx: &mut Context, owner: &str, member: &Name) -> Expr {
    let told = Diagnostic::new(Code::UnknownName, member.span).variant("member-uneven");
    cx.tell(told.arg("owner", owner).arg("name", member.text.clone()).without(owner).without(&member.text));
    build::invalid(member.span)
}

/// Two grades have an output of that name for these labels.
fn several(cx: &mut Context, value: &Expr, member: &Name, grades: Vec<String>) -> Expr {
    let owner = cx.sources.slice(value.span).to_owned();
    let example = grades.first().cloned().unwrap_or_default();
    let told = Diagnostic::new(Code::AmbiguousName, member.span)
        .variant("output")
        .arg("owner", owner)
        .arg("name", member.text.clone())
        .arg("example", example)
        .arg("grades", Arg::List(grades.into_iter().map(Arg::Text).collect()));
    cx.tell(told);
    build::invalid(member.span)
}

fn members_of(cx: &Context, owner: &str) -> Vec<String> {
    let mut members: Vec<String> =
        cx.scope.members.keys().filter(|(of, _)| of == owner).map(|(_, member)| member.clone()).collect();
    members.sort_unstable();
    members
}

fn unknown_member(cx: &mut Context, owner: &str, member: &Name, members: Vec<String>) -> Expr {
    let diagnostic =
        Diagnostic::new(Code::UnknownName, member.span).arg("owner", owner).arg("name", member.text.clone());
    let diagnostic = diagnostic.without(owner).without(&member.text);
    let diagnostic = match nearest(&member.text, members.iter().map(String::as_str)) {
        Some(near) => diagnostic.variant("member-near").without(near).arg("nearest", near).edit(member.span, near),
        None if members.is_empty() => diagnostic.variant("member-none"),
        None => {
            let members = members.into_iter().map(Arg::Text).collect();
            diagnostic.variant("member").arg("members", Arg::List(members))
        }
    };
    cx.tell(diagnostic);
    build::invalid(member.span)
}

fn by_label(value: Expr, cases: Vec<Expr>, span: Span) -> Expr {
    let Domain::Labels(labels) = &value.domain else { return build::invalid(span) };
    let reached: Vec<&Expr> = labels.iter().filter_map(|at| cases.get(*at)).collect();
    let Some((first, rest)) = reached.split_first() else { return build::invalid(span) };
    let domain = rest.iter().fold(first.domain.clone(), |sum, case| sum.union(&case.domain));
    let ty = first.ty;
    let optional = reached.iter().any(|case| case.optional);
    Expr { kind: ExprKind::ByLabel { value: Box::new(value), cases }, ty, domain, optional, span }
}
