//! How many people each grade has, as bars.

use unicode_width::UnicodeWidthStr;

use super::super::Console;

/// The columns of the longest bar.
const LONGEST: usize = 30;

/// One line a label, each with a bar as long as it has people; below the name of the grade.
pub(super) fn bars<'p>(console: &Console, people: impl Iterator<Item = (&'p str, usize)>) -> String {
    let people: Vec<(&str, usize)> = people.collect();
    let widest = people.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    let most = people.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let bar = if console.look.ascii { "#" } else { "█" };
    let lines = people.into_iter().map(|(label, count)| {
        let room = " ".repeat(widest - label.width());
        // One person is seen, however many the others are.
        let length = if most <= LONGEST { count } else { (count * LONGEST).div_ceil(most) };
        let drawn = bar.repeat(length);
        let counted = console.say("summary-bar", &[("count", count.into())]);
        format!("\n  {label}{room}  {drawn}{}{counted}", if length > 0 { " " } else { "" })
    });
    lines.collect()
}
