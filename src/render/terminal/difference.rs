//! Lines that changed, as `diff` shows them.

use super::super::visible;
use super::super::wrap::wrap;
use super::{Colour, Look, WIDTH};
use crate::diagnostic::differing;

/// Columns before the text of a line.
const MARGIN: usize = 9;

/// The lines that are only in the old text, and those only in the new one, in groups where they stand; of each group the
/// first, and how many are left out.
pub(super) fn lines(old: &[&str], new: &[&str], first: usize, most: usize, look: Look) -> (String, usize) {
    let (mut out, mut left_out) = (String::new(), 0);
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        let (gone, come) = differing(old.get(at..).unwrap_or(&[]), new.get(to..).unwrap_or(&[]));
        let sides = [(old, at, gone, '-', Colour::Red), (new, to, come, '+', Colour::Green)];
        for (lines, from, count, sign, colour) in sides {
            left_out += count.saturating_sub(most);
            for (at, line) in lines.iter().enumerate().skip(from).take(count.min(most)) {
                let text = visible(&line.replace('\t', "    ")).into_owned();
                for (part, text) in broken(&text, look).iter().enumerate() {
                    let line = if part == 0 {
                        format!("{:>6} {sign} {text}", first + at)
                    } else {
                        format!("{:MARGIN$}{text}", "")
                    };
                    out.push_str(&format!("{}\n", look.paint(line.trim_end(), colour)));
                }
            }
        }
        let same = usize::from(gone + come == 0);
        (at, to) = (at + gone + same, to + come + same);
    }
    (out, left_out)
}

/// A line as it fits a narrow window; in a window that is wide enough, as it is.
fn broken(line: &str, look: Look) -> Vec<String> {
    if look.width >= WIDTH {
        return vec![line.to_owned()];
    }
    let indent = line.len() - line.trim_start().len();
    let lines = wrap(line.trim_start(), look.width.saturating_sub(MARGIN + indent).max(MARGIN));
    lines.into_iter().map(|part| " ".repeat(indent) + &part).collect()
}
