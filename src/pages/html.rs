//! A page as one HTML file that asks nothing of anywhere: its style is in it, and its policy of contents allows no other.

use std::fmt::Write;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, UndefinedBehavior, Value};
use sha2::{Digest, Sha256};

use super::page::{Block, Card, Page, Section, Table};
use crate::quantity::Tongue;
use crate::render::{say, visible};

/// The name ends in `.html`: only then is escaped what is filled in.
const NAME: &str = "page.html";
const TEMPLATE: &str = include_str!("templates/page.html");
const STYLE: &str = include_str!("templates/style.css");

/// The file.
pub fn html(page: &Page) -> Result<String, Error> {
    let mut environment = Environment::new();
    // A slip in a name is told, and prints no hole.
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_template(NAME, TEMPLATE)?;
    environment.get_template(NAME)?.render(whole(page))
}

fn whole(page: &Page) -> Value {
    let say = |id: &str| text(&say(id, &[], page.tongue));
    object([
        ("lang", text(if page.tongue == Tongue::Zh { "zh-CN" } else { "en" })),
        ("style", Value::from_safe_string(STYLE.to_owned())),
        ("style_hash", text(&base64(&Sha256::digest(STYLE.as_bytes())))),
        ("form", text(&page.form)),
        ("kind", text(&page.kind)),
        ("title", text(&page.title)),
        ("lead", text(&page.lead)),
        ("facts", page.facts.iter().map(pair).collect()),
        ("contents", say("page-contents")),
        ("skip", say("page-skip")),
        ("sections", page.sections.iter().map(section).collect()),
        ("foot", page.foot.iter().map(|line| text(line)).collect()),
    ])
}

fn section(section: &Section) -> Value {
    object([
        ("id", text(&section.id)),
        ("title", text(&section.title)),
        ("blocks", blocks(&section.title, &section.blocks)),
    ])
}

/// Blocks in the order in which they stand; cards that follow one another stand side by side.
fn blocks(under: &str, blocks: &[Block]) -> Value {
    let groups = blocks.chunk_by(|one, other| matches!((one, other), (Block::Card(_), Block::Card(_))));
    let mut heading = under;
    let each = groups.flat_map(|group| {
        let cards = group.iter().filter_map(|block| if let Block::Card(it) = block { Some(card(it)) } else { None });
        let cards: Vec<Value> = cards.collect();
        if !cards.is_empty() {
            return vec![object([("kind", text("cards")), ("cards", Value::from(cards))])];
        }
        let each = group.iter().map(|of| {
            if let Block::Heading(title) = of {
                heading = title;
            }
            block(heading, of)
        });
        each.collect()
    });
    each.collect()
}

fn card(card: &Card) -> Value {
    object([
        ("id", text(&card.id)),
        ("title", text(&card.title)),
        ("lead", text(&card.lead)),
        ("blocks", blocks(&card.title, &card.blocks)),
    ])
}

/// A block; `under` is the heading that a table is called by where it has no caption.
fn block(under: &str, block: &Block) -> Value {
    let of = |kind: &str, content: Value| object([("kind", text(kind)), ("content", content)]);
    match block {
        Block::Heading(heading) => of("heading", text(heading)),
        Block::Text(sentence) => of("text", text(sentence)),
        Block::Note(sentence) => of("note", text(sentence)),
        Block::List(points) => of("list", points.iter().map(|point| text(point)).collect()),
        Block::Facts(facts) => of("facts", facts.iter().map(pair).collect()),
        Block::Figures(figures) => {
            let figure = |name: &str, value: &str| object([("name", text(name)), ("value", text(value))]);
            of("figures", figures.iter().map(|of| figure(&of.name, &of.value)).collect())
        }
        Block::Table(drawn) => of("table", table(under, drawn)),
        Block::Card(it) => of("card", card(it)),
    }
}

fn table(under: &str, table: &Table) -> Value {
    let head = |at: usize| table.heads.get(at);
    let cell = |(at, cell): (usize, &String)| {
        object([("text", text(cell)), ("figures", Value::from(head(at).is_some_and(|head| head.figures)))])
    };
    let heads =
        table.heads.iter().map(|head| object([("text", text(&head.text)), ("figures", Value::from(head.figures))]));
    let rows = table.rows.iter().map(|row| {
        object([
            ("cells", row.cells.iter().enumerate().map(cell).collect()),
            ("sum", Value::from(row.sum)),
            ("bar", Value::from(row.bar.unwrap_or_default())),
        ])
    });
    let called = if table.caption.is_empty() { under } else { &table.caption };
    object([
        ("caption", text(&table.caption)),
        ("called", text(called)),
        ("axis", text(&table.axis)),
        ("headed", Value::from(table.heads.iter().any(|head| !head.text.is_empty()))),
        ("heads", heads.collect()),
        ("rows", rows.collect()),
    ])
}

fn pair((name, value): &(String, String)) -> Value {
    object([("name", text(name)), ("value", text(value))])
}

fn text(text: &str) -> Value {
    Value::from(visible(text).into_owned())
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::from_pairs(members)
}

/// Bytes in base 64, as a policy of contents names a hash.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS.get((bits >> (18 - 6 * at) & 63) as usize).map_or('=', |sign| char::from(*sign));
            let _ = out.write_char(if at > three.len() { '=' } else { sign });
        }
    }
    out
}
