//! An edit as the single places that it changes: what lies between them is left to other edits.

use super::Edit;
use crate::source::{SourceFile, Span};

/// How far ahead a line is looked for that both texts have; what differs in more lines is taken line by line.
const FARTHEST: usize = 64;

impl Edit {
    /// The edit as one of each place that it changes, in the order of the text.
    pub fn hunks(&self, source: &SourceFile) -> Vec<Edit> {
        let lines = |text: &'_ str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (lines(source.slice(self.span)), lines(&self.text));
        let mut found = Found { edit: self, at: self.span.range().start, hunks: vec![] };
        let (mut at, mut to) = (0, 0);
        while at < old.len() || to < new.len() {
            let (gone, come) = (old.get(at..).unwrap_or(&[]), new.get(to..).unwrap_or(&[]));
            let (gone, come) = differing(gone, come);
            match gone {
                0 if come == 0 => found.pass(old.get(at).map_or("", String::as_str)),
                _ => {
                    let (gone, come) = (old.get(at..at + gone), new.get(to..to + come));
                    found.group(gone.unwrap_or(&[]), come.unwrap_or(&[]));
                }
            }
            let same = usize::from(gone + come == 0);
            (at, to) = (at + gone + same, to + come + same);
        }
        // Nothing put in the place of nothing is an edit still.
        if found.hunks.is_empty() { vec![self.clone()] } else { found.hunks }
    }
}

/// How many lines of each stand before the next that both have.
pub fn differing<T: PartialEq>(old: &[T], new: &[T]) -> (usize, usize) {
    let meets = |gone: usize, come: usize| match (old.get(gone), new.get(come)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        _ => false,
    };
    let ways = (0..=FARTHEST).flat_map(|sum| (0..=sum).map(move |come| (sum - come, come)));
    let mut ways = ways.filter(|(gone, come)| *gone <= old.len() && *come <= new.len());
    let found = ways.find(|(gone, come)| meets(*gone, *come));
    found.unwrap_or((usize::from(!old.is_empty()), usize::from(!new.is_empty())))
}

struct Found<'a> {
    edit: &'a Edit,
    /// How far the old text was gone through.
    at: usize,
    hunks: Vec<Edit>,
}

impl Found<'_> {
    fn pass(&mut self, line: &str) {
        self.at += line.len();
    }

    /// Lines in the place of others.
    fn group(&mut self, gone: &[String], come: &[String]) {
        if gone.len() != come.len() {
            let (gone, come) = (gone.concat(), come.concat());
            return self.line(&gone, &come);
        }
        gone.iter().zip(come).for_each(|(old, new)| self.line(old, new));
    }

    fn line(&mut self, old: &str, new: &str) {
        if old.len() == new.len() && old.is_ascii() == new.is_ascii() {
            return self.signs(old, new);
        }
        let lead = common(old.chars(), new.chars());
        let (rest, other) = (old.get(lead..).unwrap_or(""), new.get(lead..).unwrap_or(""));
        let tail = common(rest.chars().rev(), other.chars().rev());
        let text = other.get(..other.len() - tail).unwrap_or("");
        self.put(lead..old.len() - tail, text);
        self.pass(old);
    }

    /// Where each sign stands in the place of one as long, every run of others is a place of its own.
    fn signs(&mut self, old: &str, new: &str) {
        let cuts = old.char_indices().map(|(at, _)| at).filter(|at| new.is_char_boundary(*at));
        let mut cuts: Vec<usize> = cuts.chain([old.len()]).collect();
        cuts.dedup();
        let mut run: Option<usize> = None;
        for pair in cuts.windows(2) {
            let [from, to] = pair else { continue };
            match (old.get(*from..*to) == new.get(*from..*to), run) {
                (true, Some(start)) => {
                    self.put(start..*from, new.get(start..*from).unwrap_or(""));
                    run = None;
                }
                (false, None) => run = Some(*from),
                _ => {}
            }
        }
        if let Some(start) = run {
            self.put(start..old.len(), new.get(start..).unwrap_or(""));
        }
        self.pass(old);
    }

    fn put(&mut self, place: std::ops::Range<usize>, text: &str) {
        let span = Span::new(self.edit.span.file, self.at + place.start, self.at + place.end);
        self.hunks.push(Edit { span, text: text.to_owned(), applicability: self.edit.applicability });
    }
}

/// How many bytes both begin with.
fn common(old: impl Iterator<Item = char>, new: impl Iterator<Item = char>) -> usize {
    old.zip(new).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}
