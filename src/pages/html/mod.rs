//! A page as one HTML file that asks nothing of anywhere: style and script are in it, and its policy of contents allows no
//! other.

mod chart;

use std::fmt::Write;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, UndefinedBehavior, Value};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::page::{Block, Card, Page, Row, Section, Table};
use crate::diagnostic::Arg;
use crate::quantity::Tongue;
use crate::render::{say, visible};

/// The name ends in `.html`: only then is escaped what is filled in.
const NAME: &str = "page.html";
const TEMPLATE: &str = include_str!("../templates/page.html");
const STYLE: &str = include_str!("../templates/style.css");
/// Searches, sorts and leafs through long tables; a page without one has no script.
const SCRIPT: &str = include_str!("../templates/page.js");
/// So many rows of a long table stand in it; those behind are data for the script.
const MOST_ROWS: usize = 1000;

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
    let hash = |text: &str| self::text(&base64(&Sha256::digest(text.as_bytes())));
    let is_long = |block: &Block| matches!(block, Block::Table(table) if table.long);
    let script = page.sections.iter().any(|section| section.blocks.iter().any(is_long));
    object([
        ("lang", text(if page.tongue == Tongue::Zh { "zh-CN" } else { "en" })),
        ("style", Value::from_safe_string(STYLE.to_owned())),
        ("style_hash", hash(STYLE)),
        ("script", if script { Value::from_safe_string(SCRIPT.to_owned()) } else { text("") }),
        ("script_hash", hash(SCRIPT)),
        ("form", text(&page.form)),
        ("kind", text(&page.kind)),
        ("title", text(&page.title)),
        ("lead", text(&page.lead)),
        ("facts", page.facts.iter().map(pair).collect()),
        ("contents", say("page-contents")),
        ("skip", say("page-skip")),
        ("sections", page.sections.iter().map(|it| section(it, page.tongue)).collect()),
        ("foot", page.foot.iter().map(|line| text(line)).collect()),
    ])
}

fn section(section: &Section, tongue: Tongue) -> Value {
    object([
        ("id", text(&section.id)),
        ("title", text(&section.title)),
        ("blocks", blocks(&section.title, &section.blocks, tongue)),
    ])
}

/// Blocks in the order in which they stand; cards that follow one another stand side by side.
fn blocks(under: &str, blocks: &[Block], tongue: Tongue) -> Value {
    let groups = blocks.chunk_by(|one, other| matches!((one, other), (Block::Card(_), Block::Card(_))));
    let mut heading = under;
    let each = groups.flat_map(|group| {
        let cards =
            group.iter().filter_map(|block| if let Block::Card(it) = block { Some(card(it, tongue)) } else { None });
        let cards: Vec<Value> = cards.collect();
        if !cards.is_empty() {
            return vec![object([("kind", text("cards")), ("cards", Value::from(cards))])];
        }
        let each = group.iter().map(|of| {
            if let Block::Heading(title) = of {
                heading = title;
            }
            block(heading, of, tongue)
        });
        each.collect()
    });
    each.collect()
}

fn card(card: &Card, tongue: Tongue) -> Value {
    object([
        ("id", text(&card.id)),
        ("title", text(&card.title)),
        ("lead", text(&card.lead)),
        ("blocks", blocks(&card.title, &card.blocks, tongue)),
    ])
}

/// A block; `under` is the heading that a table is called by where it has no caption.
fn block(under: &str, block: &Block, tongue: Tongue) -> Value {
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
        Block::Table(drawn) => of("table", table(under, drawn, tongue)),
        Block::Chart(drawn) => of("chart", chart::chart(drawn)),
        Block::Card(it) => of("card", card(it, tongue)),
    }
}

fn table(under: &str, table: &Table, tongue: Tongue) -> Value {
    let head = |at: usize| table.heads.get(at);
    let cell = |(at, cell): (usize, &String)| {
        object([("text", text(cell)), ("figures", Value::from(head(at).is_some_and(|head| head.figures)))])
    };
    let heads =
        table.heads.iter().map(|head| object([("text", text(&head.text)), ("figures", Value::from(head.figures))]));
    let shown = if table.long { MOST_ROWS } else { usize::MAX };
    let rows = table.rows.iter().take(shown).map(|row| {
        object([
            ("cells", row.cells.iter().enumerate().map(cell).collect()),
            ("sum", Value::from(row.sum)),
            ("bar", Value::from(row.bar.unwrap_or_default())),
        ])
    });
    let called = if table.caption.is_empty() { under } else { &table.caption };
    let say = |id: &str, args: &[(&'static str, Arg)]| text(&say(id, args, tongue));
    let count = [("shown", shown.into()), ("count", table.rows.len().into())];
    let pieces = [("from", Arg::from("{from}")), ("to", Arg::from("{to}")), ("count", Arg::from("{count}"))];
    object([
        ("caption", text(&table.caption)),
        ("called", text(called)),
        ("axis", text(&table.axis)),
        ("headed", Value::from(table.heads.iter().any(|head| !head.text.is_empty()))),
        ("heads", heads.collect()),
        ("rows", rows.collect()),
        ("long", Value::from(table.long)),
        ("more", more(table.rows.get(shown..).unwrap_or_default())),
        ("only", if table.rows.len() > shown { say("page-script", &count) } else { text("") }),
        ("search", say("page-search", &[])),
        ("all", say("page-all", &[("name", "{name}".into())])),
        ("sort", say("page-sort", &[("name", "{name}".into())])),
        ("shown", say("page-shown", &pieces)),
        ("before", say("page-before", &[])),
        ("after", say("page-after", &[])),
    ])
}

/// Rows as data for the script, in which no text ends the element that it stands in.
fn more(rows: &[Row]) -> Value {
    let cells = |row: &Row| row.cells.iter().map(|cell| Json::from(visible(cell).into_owned())).collect::<Vec<Json>>();
    let rows: Vec<Json> = rows.iter().map(|row| Json::from(cells(row))).collect();
    if rows.is_empty() {
        text("")
    } else {
        Value::from_safe_string(Json::from(rows).to_string().replace('<', "\\u003c"))
    }
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
