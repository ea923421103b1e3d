//! A page as Markdown that every renderer reads alike: nothing in a text is a mark.

use super::page::{Block, Card, Page, Table};
use crate::quantity::Tongue;
use crate::render::visible;

/// The text.
pub fn markdown(page: &Page) -> String {
    let mut out = Writer { text: String::new(), tongue: page.tongue };
    out.heading(1, &page.title);
    if !page.lead.is_empty() {
        out.paragraph(&page.lead);
    }
    out.facts(&page.facts);
    for section in &page.sections {
        out.heading(2, &section.title);
        section.blocks.iter().for_each(|block| out.block(3, block));
    }
    if !page.foot.is_empty() {
        out.text.push_str("---\n\n");
    }
    page.foot.iter().for_each(|line| out.paragraph(line));
    out.text.trim_end().to_owned() + "\n"
}

struct Writer {
    text: String,
    tongue: Tongue,
}

impl Writer {
    fn block(&mut self, level: usize, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(level, heading),
            Block::Text(text) => self.paragraph(text),
            Block::Note(text) => self.text.push_str(&format!("> {}\n\n", started(text))),
            Block::List(points) => self.list(points.iter().map(|point| started(point))),
            Block::Facts(facts) => self.facts(facts),
            Block::Figures(figures) => {
                let pairs: Vec<_> = figures.iter().map(|of| (of.name.clone(), of.value.clone())).collect();
                self.facts(&pairs);
            }
            Block::Table(table) => self.table(table),
            // The table of the same stands by it.
            Block::Chart(chart) => self.paragraph(&chart.text),
            Block::Card(card) => self.card(level, card),
        }
    }

    fn card(&mut self, level: usize, card: &Card) {
        self.heading(level, &card.title);
        if !card.lead.is_empty() {
            self.paragraph(&card.lead);
        }
        card.blocks.iter().for_each(|block| self.block(level + 1, block));
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.text.push_str(&format!("{} {}\n\n", "#".repeat(level), plain(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&format!("{}\n\n", started(text)));
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let colon = if self.tongue == Tongue::Zh { "：" } else { ": " };
        self.list(facts.iter().map(|(name, value)| format!("{}{colon}{}", started(name), plain(value))));
    }

    fn list(&mut self, points: impl Iterator<Item = String>) {
        let before = self.text.len();
        points.for_each(|point| self.text.push_str(&format!("- {point}\n")));
        if self.text.len() > before {
            self.text.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.paragraph(&table.caption);
        }
        self.row(table.heads.iter().map(|head| head.text.as_str()));
        let rule = table.heads.iter().map(|head| if head.figures { "---:" } else { "---" });
        self.text.push_str(&format!("| {} |\n", rule.collect::<Vec<_>>().join(" | ")));
        table.rows.iter().for_each(|row| self.row(row.cells.iter().map(String::as_str)));
        self.text.push('\n');
    }

    fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let cells: Vec<String> = cells.map(plain).collect();
        self.text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
}

/// A text on one line in which no sign is a mark.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// The same at the beginning of a line, where other signs are marks too.
fn started(text: &str) -> String {
    let text = plain(text);
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    match rest.chars().next() {
        Some('#' | '+' | '-' | '=' | ':') if number.is_empty() => format!("\\{text}"),
        Some('.' | ')') if !number.is_empty() => format!("{number}\\{rest}"),
        _ => text,
    }
}
