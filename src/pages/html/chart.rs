//! A chart as the figures of a drawing, in units of it.

use minijinja::Value;

use super::{object, text};
use crate::pages::page::Chart;

/// How wide and how high the drawing is, and where in it the bars stand.
const WIDTH: usize = 1080;
const LEFT: usize = 10;
const TOP: usize = 112;
const HEIGHT: usize = 244;

/// What the template draws.
pub(super) fn chart(chart: &Chart) -> Value {
    let along = |thousandths: usize| LEFT + thousandths * (WIDTH - 2 * LEFT) / 1000;
    let number = |number: usize| Value::from(number);
    let bars = chart.bars.iter().map(|(from, to, height)| {
        let (x, height) = (along(*from), (height * HEIGHT / 1000).max(2));
        let width = (along(*to) - x).saturating_sub(4).max(4);
        object([
            ("x", number(x + 2)),
            ("y", number(TOP + HEIGHT - height)),
            ("w", number(width)),
            ("h", number(height)),
        ])
    });
    let bands = chart.bands.iter().map(|(from, to, name)| {
        let (x, end) = (along(*from), along(*to));
        object([("x", number(x)), ("w", number(end - x)), ("middle", number((x + end) / 2)), ("name", text(name))])
    });
    let last = chart.marks.len().saturating_sub(1);
    let marks = chart.marks.iter().enumerate().map(|(at, (place, mark))| {
        let anchor = match at {
            0 => "start",
            at if at == last => "end",
            _ => "middle",
        };
        object([("x", number(along(*place))), ("anchor", text(anchor)), ("text", text(mark))])
    });
    object([
        ("text", text(&chart.text)),
        ("most", text(&chart.most)),
        ("bars", bars.collect()),
        ("bands", bands.collect()),
        ("marks", marks.collect()),
    ])
}
