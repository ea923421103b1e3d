//! Tables, items and weights of a policy by their names, as they are written.

use crate::source::{Sources, Span};
use crate::syntax::Keyword;
use crate::syntax::ast::{File, Item, Name, Output, Row, Score, Share};

/// The rows of something.
pub(super) struct Rows {
    /// What it is called.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What they answer, by name.
    pub outputs: Vec<String>,
    /// Its header.
    pub span: Span,
}

impl Rows {
    /// The place of the row that a word means: its label, or its number from 1.
    pub fn place(&self, word: &str) -> Option<usize> {
        let labelled = |row: &Row| row.label.as_ref().is_some_and(|label| label.text == word);
        let numbered = || word.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < self.rows.len());
        self.rows.iter().position(labelled).or_else(numbered)
    }

    /// What a row is called: `等级.A`, `响应时间.2`.
    pub fn called(&self, at: usize) -> String {
        let label = self.rows.get(at).and_then(|row| row.label.as_ref());
        label.map_or_else(|| format!("{}.{}", self.name, at + 1), |label| format!("{}.{}", self.name, label.text))
    }

    /// All rows as they stand, a line each.
    pub fn listed(&self, sources: &Sources) -> String {
        (0..self.rows.len()).map(|at| format!("  {}  {}\n", self.called(at), self.text(sources, at))).collect()
    }

    /// A row as it stands, without its label.
    pub fn text(&self, sources: &Sources, at: usize) -> String {
        let text = self.rows.get(at).map_or("", |row| unlabelled(row, sources.slice(row.span)));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether a word asks for the weight of an item.
pub(super) fn is_weight(word: &str) -> bool {
    Keyword::among(word, &[Keyword::Weight]).is_some()
}

/// What was typed without the label that the row has.
pub(super) fn unlabelled<'t>(row: &Row, text: &'t str) -> &'t str {
    let rest = row.label.as_ref().and_then(|label| text.strip_prefix(label.text.as_str()));
    rest.and_then(|rest| rest.trim_start().strip_prefix([':', '：'])).map_or(text, str::trim)
}

/// The rows of a score, grade, table or scale.
pub(super) fn rows(file: &File, name: &str) -> Option<Rows> {
    all_rows(file).into_iter().find(|rows| rows.name == name)
}

/// The rows of everything that has some.
pub(super) fn all_rows(file: &File) -> Vec<Rows> {
    let of = |name: &Name, rows: &[Row], outputs: Vec<String>, span: Span| Rows {
        name: name.text.clone(),
        rows: rows.to_vec(),
        outputs,
        span,
    };
    let tables = file.items.iter().filter_map(|item| match item {
        Item::Grade(grade) => Some(of(&grade.name, &grade.rows, named_outputs(&grade.outputs), grade.span)),
        Item::Table(table) => Some(of(&table.name, &table.rows, named_outputs(&table.outputs), table.span)),
        Item::Scale(scale) => Some(of(&scale.name, &scale.rows, vec![], scale.span)),
        _ => None,
    });
    let of_scores = scores(file).filter_map(|score| Some(of(&score.name, score.rows.as_deref()?, vec![], score.span)));
    tables.chain(of_scores).collect()
}

fn named_outputs(outputs: &[Output]) -> Vec<String> {
    outputs.iter().filter_map(|output| Some(output.name.as_ref()?.text.clone())).collect()
}

/// The place of the weight of an item or section.
pub(super) fn weight(file: &File, name: &str) -> Option<Span> {
    let of_section = file.items.iter().find_map(|item| match item {
        Item::Section(section) if section.name.text == name => Some(section.share.as_ref()),
        _ => None,
    });
    let of_score = || scores(file).find(|score| score.name.text == name).map(|score| score.share.as_ref());
    match of_section.or_else(of_score)?? {
        Share::Weight(weight) => Some(weight.span),
        Share::OutOf(_) => None,
    }
}

/// All items, those of sections too.
fn scores(file: &File) -> impl Iterator<Item = &Score> {
    file.items.iter().flat_map(|item| match item {
        Item::Score(score) => vec![score],
        Item::Section(section) => section.scores.iter().collect(),
        _ => vec![],
    })
}

/// The names of what has rows or a weight.
pub(super) fn with_parts(file: &File) -> Vec<String> {
    let tables = file.items.iter().filter_map(|item| match item {
        Item::Grade(grade) => Some(&grade.name),
        Item::Table(table) => Some(&table.name),
        Item::Scale(scale) => Some(&scale.name),
        _ => None,
    });
    let names = scores(file).map(|score| &score.name).chain(tables);
    names.map(|name| name.text.clone()).filter(|name| has_parts(file, name)).collect()
}

/// The names of what has a weight.
pub(super) fn with_weight(file: &File) -> Vec<String> {
    let sections = file.items.iter().filter_map(|item| match item {
        Item::Section(section) => Some(&section.name),
        _ => None,
    });
    let names = sections.chain(scores(file).map(|score| &score.name));
    names.map(|name| name.text.clone()).filter(|name| weight(file, name).is_some()).collect()
}

/// Whether something of that name has rows or a weight.
pub(super) fn has_parts(file: &File, name: &str) -> bool {
    rows(file, name).is_some() || weight(file, name).is_some()
}
