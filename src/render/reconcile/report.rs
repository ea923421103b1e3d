//! The same for whoever keeps the shop: what agrees, what differs and by how much, why, and what to do.

use indexmap::IndexMap;

use super::{DifferenceRow, Told, signed};
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::ir::{Role, Value};
use crate::quantity::Number;
use crate::reconcile::{By, ColumnTally, Kind, Lack, Unmatched};
use crate::render::{Grid, GridColumn, GridRow, Mood, called, say, spell, visible, wrap};

/// So many differences are shown.
const MOST_ROWS: usize = 40;
/// So many keys are named of rows without a partner.
const MOST_KEYS: usize = 8;

/// What a person reads, in at most so many columns of a terminal. `file` is the sheet.
pub fn report(told: &Told, file: &str, (width, ascii): (usize, bool)) -> Vec<(String, Mood)> {
    let rows = told.rows();
    let mut text = Text { told, width, ascii, lines: vec![] };
    text.head(file);
    text.columns();
    if !rows.is_empty() {
        text.blank();
        text.differences(&rows);
        text.blank();
        text.causes(&rows);
    }
    text.without_partner();
    text.lines
}

/// Differences alike: of one kind, in one column, told in the same words.
type Group = (Option<Kind>, String, String);

struct Text<'t, 'a> {
    told: &'t Told<'a>,
    width: usize,
    ascii: bool,
    lines: Vec<(String, Mood)>,
}

impl Text<'_, '_> {
    fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        say(id, args, self.told.tongue)
    }

    fn tell(&mut self, id: &str, args: &[(&'static str, Arg)]) {
        let text = self.say(id, args);
        self.lines.extend(wrap(&text, self.width).into_iter().map(|line| (line, Mood::Plain)));
    }

    fn blank(&mut self) {
        self.lines.push((String::new(), Mood::Plain));
    }

    fn head(&mut self, file: &str) {
        let found = self.told.found;
        let periods = found.periods.iter().map(|of| super::period(self.told.policies, *of)).collect();
        let args = [
            ("file", file.into()),
            ("periods", Arg::List(periods)),
            ("dated", if found.periods.is_empty() { "no" } else { "yes" }.into()),
            ("matched", (found.agree + found.differ).into()),
            ("agree", found.agree.into()),
            ("differ", found.differ.into()),
        ];
        self.tell(if found.differ == 0 { "reconcile-agrees" } else { "reconcile-differs" }, &args);
        if found.by == By::Name {
            self.tell("reconcile-by-name", &[]);
        }
    }

    fn columns(&mut self) {
        let found = self.told.found;
        let heads = ["column", "their-column", "agree", "differ", "total"];
        let column = |(at, id): (usize, &str)| GridColumn {
            head: self.say(&format!("reconcile-head-{id}"), &[]),
            rank: if id == "their-column" { 1 } else { 0 },
            figures: at > 1 && id != "total",
            ..GridColumn::default()
        };
        let columns = heads.into_iter().enumerate().map(column).collect();
        let row = |tally: &ColumnTally| {
            let total = if tally.differ == 0 { String::new() } else { self.total(tally) };
            let cells =
                [tally.name.clone(), tally.header.clone(), tally.agree.to_string(), tally.differ.to_string(), total];
            let mood = if tally.differ == 0 { Mood::Plain } else { Mood::Doubtful };
            GridRow::Cells(cells.map(|cell| visible(&cell).into_owned()).to_vec(), mood)
        };
        let rows = found.columns.iter().map(row).collect();
        self.blank();
        self.draw(columns, rows);
    }

    /// By how much the cells of a column are more or less in all.
    fn total(&self, tally: &ColumnTally) -> String {
        let none = tally.over.is_zero() && tally.under.is_zero();
        let Some(total) = tally.total.as_ref().filter(|_| !none) else { return String::new() };
        let slot = self.told.policies.iter().find_map(|policy| {
            let slot = policy.slot(policy.slot_named(&tally.name)?)?;
            Some(signed(spell_cell(policy, slot, &Value::Number(total.clone()))))
        });
        slot.unwrap_or_else(|| signed(super::json::figure(total)))
    }

    fn draw(&mut self, columns: Vec<GridColumn>, rows: Vec<GridRow>) {
        let drawn = Grid { columns, rows, ascii: self.ascii }.draw(self.width);
        self.lines.extend(drawn.lines);
    }

    fn differences(&mut self, rows: &[DifferenceRow]) {
        let heads = ["who", "name", "period", "column", "ours", "theirs", "delta", "cause", "cell"];
        let ranks = [0, 5, 6, 0, 1, 1, 2, 3, 4];
        let filled = |row: &DifferenceRow| {
            let cells = [
                &row.key.join(" "),
                &row.name,
                &row.period,
                &row.column,
                &row.ours,
                &row.theirs,
                &row.delta,
                &row.kind,
                &row.cell,
            ];
            cells.map(|cell| visible(cell).into_owned())
        };
        let all: Vec<[String; 9]> = rows.iter().take(MOST_ROWS).map(filled).collect();
        let kept: Vec<usize> = (0..heads.len())
            .filter(|at| all.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let column = |at: &usize| {
            let id = heads.get(*at).copied().unwrap_or_default();
            let figures = matches!(id, "delta");
            let rank = ranks.get(*at).copied().unwrap_or_default();
            GridColumn { head: self.say(&format!("reconcile-head-{id}"), &[]), rank, figures, ..GridColumn::default() }
        };
        let columns = kept.iter().map(column).collect();
        let cells = |row: &[String; 9]| {
            GridRow::Cells(kept.iter().filter_map(|at| row.get(*at).cloned()).collect(), Mood::Plain)
        };
        let mut grid: Vec<GridRow> = all.iter().map(cells).collect();
        if rows.len() > MOST_ROWS {
            let count = rows.len() - MOST_ROWS;
            grid.push(GridRow::Across(self.say("reconcile-more", &[("count", count.into())])));
        }
        self.draw(columns, grid);
    }

    /// Each cause once, with how often it stands, what that makes, and what to do.
    fn causes(&mut self, rows: &[DifferenceRow]) {
        let mut groups: IndexMap<Group, (usize, Option<Number>)> = IndexMap::new();
        for (row, difference) in rows.iter().zip(&self.told.found.differences) {
            let kind = difference.causes.first().map(|cause| cause.kind);
            let paid = self.told.policies.get(difference.policy).and_then(|policy| policy.slot(difference.slot));
            let money = paid.is_some_and(|slot| matches!(slot.role, Role::Pay | Role::PayLine));
            let policy = self.told.policies.get(difference.policy);
            let column = policy.map_or_else(String::new, |policy| called(policy, difference.slot, self.told.tongue));
            let group = groups.entry((kind, column, row.words.clone())).or_insert((0, None));
            group.0 += 1;
            if let Some(delta) = difference.delta.as_ref().filter(|_| money) {
                group.1 = Some(group.1.take().unwrap_or(Number::ZERO) + delta);
            }
        }
        let mut advised: Vec<Option<Kind>> = vec![];
        for ((kind, column, words), (count, sum)) in groups {
            let name = kind.map_or("none", Kind::name);
            let heading = self.say(&format!("reconcile-kind-{name}"), &[]);
            let side = match &sum {
                Some(sum) if sum.is_negative() => "less",
                Some(_) => "more",
                None => "none",
            };
            let amount = sum.map_or(Arg::from(""), |sum| self.money(&sum.abs()));
            let args = [
                ("kind", heading.into()),
                ("column", column.into()),
                ("count", count.into()),
                ("words", words.into()),
                ("sum", amount),
                ("side", side.into()),
            ];
            self.tell(if kind.is_some() { "reconcile-caused" } else { "reconcile-uncaused" }, &args);
            if !advised.contains(&kind) {
                advised.push(kind);
                self.tell(&format!("reconcile-do-{name}"), &[]);
            }
        }
    }

    fn money(&self, sum: &Number) -> Arg {
        let currency = self.told.policies.first().map_or("", |policy| policy.header.currency.as_str());
        let text = spell(
            &Arg::Quantity(sum.clone(), crate::quantity::Dimension::MONEY, currency.to_owned()),
            self.told.tongue,
        );
        Arg::from(text)
    }

    fn without_partner(&mut self) {
        let found = self.told.found;
        for why in [Lack::OnlyOurs, Lack::OnlyTheirs, Lack::Rejected, Lack::Doubled, Lack::Unreadable] {
            let rows: Vec<&Unmatched> = found.unmatched.iter().filter(|row| row.why == why).collect();
            if rows.is_empty() {
                continue;
            }
            let mut whose: Vec<Arg> = rows.iter().take(MOST_KEYS).map(|row| Arg::from(self.whose(row))).collect();
            if rows.len() > MOST_KEYS {
                whose.push(Arg::from(if self.ascii { "..." } else { "…" }));
            }
            self.tell(
                &format!("reconcile-{}", why.name()),
                &[("count", rows.len().into()), ("whose", Arg::List(whose))],
            );
        }
        for (id, aside) in [("ours", &found.aside.ours), ("theirs", &found.aside.theirs)] {
            let periods: Vec<Arg> = aside.keys().map(|of| super::period(self.told.policies, *of)).collect();
            if !periods.is_empty() {
                let args = [("periods", Arg::List(periods)), ("count", aside.values().sum::<usize>().into())];
                self.tell(&format!("reconcile-aside-{id}"), &args);
            }
        }
        if !found.all_tried {
            self.tell("reconcile-not-all", &[]);
        }
    }

    /// Whose a row is; of one that does not say it, its line.
    fn whose(&self, row: &Unmatched) -> String {
        let policy = self.told.policies.get(row.policy);
        if row.key.is_empty() {
            let line = self.told.of_sheet(row.policy, row.at).map(|(_, line)| line.to_string());
            return self.say("reconcile-line", &[("line", line.unwrap_or_default().into())]);
        }
        let slots: Vec<_> = policy.into_iter().flat_map(|policy| policy.keys()).collect();
        let cell = |(at, value): (usize, &Value)| {
            let slot = policy?.slot(*slots.get(at)?)?;
            Some(spell_cell(policy?, slot, value))
        };
        let name = |value: &Value| match value {
            Value::Text(text) => Some(text.as_str().to_owned()),
            _ => None,
        };
        let texts = row.key.iter().enumerate().filter_map(|(at, value)| name(value).or_else(|| cell((at, value))));
        texts.collect::<Vec<_>>().join(" ")
    }
}
