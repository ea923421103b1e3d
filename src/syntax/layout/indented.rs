//! Blocks whose braces are the indentation alone, as documents and spreadsheets have them: the lines under a head are its
//! rows. Each gets its braces, and one message with the edit that writes both.

use super::block::{begins_declaration, header};
use super::{Kind, Layout, Token, lines, tokens};
use crate::diagnostic::{Code, Diagnostic, Edit, joined};
use crate::source::SourceFile;
use crate::syntax::Keyword;

/// The lines of a `policy` block.
const HEADER: [Keyword; 4] = [Keyword::Currency, Keyword::Period, Keyword::Effective, Keyword::FullMarks];

/// Words that go on with a head behind the name of what it declares.
const HEADS: [Keyword; 4] = [Keyword::By, Keyword::On, Keyword::Weight, Keyword::OutOf];

/// What people call what has a block, beside its word.
const ALIASES: [&str; 20] = [
    "等级",
    "级别",
    "评级",
    "考核等级",
    "绩效等级",
    "工资",
    "薪酬",
    "字段",
    "数据",
    "员工",
    "考核项",
    "考核",
    "提成",
    "data",
    "fields",
    "wage",
    "salary",
    "rating",
    "ladder",
    "grades",
];

/// A line that is not empty.
#[derive(Debug)]
struct Line {
    /// Its tokens.
    first: usize,
    last: usize,
    indent: usize,
    /// How many braces are open where it begins, and whether the innermost is that of a section.
    depth: usize,
    in_section: bool,
}

/// A block without braces: the line of its head, and its last line.
struct Found {
    head: usize,
    last: usize,
}

/// Puts the braces in, and tells of each block; of those inside of another with it.
pub fn enclose(layout: &mut Layout, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
    let found = tokens(&layout.text);
    let lines = lines_of(layout, &found);
    let text = Text { layout, tokens: &found, lines: &lines };
    let blocks: Vec<Found> = (0..lines.len()).filter_map(|head| text.block(head)).collect();
    let mut braces: Vec<Brace> = vec![];
    let mut rest = blocks.as_slice();
    while let Some((outer, others)) = rest.split_first() {
        let inner = others.iter().take_while(|inner| inner.head <= outer.last).count();
        let of: Vec<Brace> =
            rest.iter().take(inner + 1).filter_map(|block| text.braces(block, source)).flatten().collect();
        diagnostics.extend(text.told(outer, &of, source));
        braces.extend(of);
        rest = others.get(inner..).unwrap_or(&[]);
    }
    braces.sort_by_key(|brace| brace.at);
    for Brace { at, colon, sign, .. } in braces.into_iter().rev() {
        match colon {
            true => layout.mean(&[(at, sign)]),
            false => layout.insert(at, sign),
        }
    }
}

fn lines_of(layout: &Layout, tokens: &[Token]) -> Vec<Line> {
    let text = layout.text.as_str();
    let (mut lines, mut open): (Vec<Line>, Vec<bool>) = (vec![], vec![]);
    let mut at = 0;
    for run in tokens.split(|token| token.kind == Kind::Newline && token.of(text) == "\n") {
        let (first, end) = (at, at + run.len());
        at = end + 1;
        let Some(start) = run.first().map(|token| token.range.start) else { continue };
        let line = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let in_section = open.last().copied().unwrap_or(false);
        lines.push(Line { first, last: end - 1, indent: start - line, depth: open.len(), in_section });
        for token in run {
            match token.of(text) {
                "{" => open.push(run.first().is_some_and(|word| Keyword::Section.is(word.of(text)))),
                "}" => drop(open.pop()),
                _ => {}
            }
        }
    }
    lines
}

/// Where a brace goes.
struct Brace {
    at: usize,
    /// It takes the place of a colon.
    colon: bool,
    sign: char,
    edit: Edit,
}

struct Text<'a> {
    layout: &'a Layout,
    tokens: &'a [Token],
    lines: &'a [Line],
}

impl<'a> Text<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(&self.layout.text))
    }

    fn is(&self, at: usize, keywords: &[Keyword]) -> bool {
        Keyword::among(self.word(at), keywords).is_some()
    }

    fn declares(&self, line: &Line) -> bool {
        begins_declaration(&self.layout.text, self.tokens, line.first)
    }

    /// The block that the line is the head of.
    fn block(&self, at: usize) -> Option<Found> {
        let head = self.lines.get(at).filter(|head| self.is_head(head))?;
        let below = self.lines.get(at + 1)?;
        let end = self.word(head.last) != ":" && lines::goes_on(&self.layout.text, self.tokens, head.last + 1);
        let section = self.is(head.first, &[Keyword::Section]);
        let other = self.declares(below) && !section || self.word(below.first) == "{" || end;
        (!other && below.depth == head.depth).then_some(())?;
        let header = self.is(head.first, &[Keyword::Policy]);
        let count = self.lines.iter().skip(at + 1).take_while(|line| {
            let figure =
                self.begins_row(line) && self.is(head.first, &[Keyword::Score, Keyword::Grade, Keyword::Scale]);
            let inside = line.indent > head.indent || header && self.is(line.first, &HEADER) || figure;
            inside && line.depth >= head.depth && self.word(line.first) != "}"
        });
        let last = at + count.count();
        let behind = self.lines.get(last + 1);
        // What is closed only lacks the brace that opens it.
        let closed = behind.is_some_and(|line| self.word(line.first) == "}" && line.depth == head.depth);
        (last > at && (!closed || head.depth > 0)).then_some(Found { head: at, last })
    }

    /// Whether a line may be the head of a block, and has no brace.
    fn is_head(&self, line: &Line) -> bool {
        let has = |signs: &[&str]| (line.first..=line.last).any(|at| signs.contains(&self.word(at)));
        let score = self.is(line.first, &[Keyword::Score]);
        let place = line.depth == 0 || line.depth == 1 && line.in_section && score;
        let colon = self.word(line.last) == ":";
        let open = has(&["{", "}", "=", "=>", ";"]);
        let known = score || header(&self.layout.text, self.tokens, line.first).is_some();
        let begins = known && (self.declares(line) || line.first == line.last || colon || self.titled(line));
        place && !open && (begins || self.goes_on_as_head(line) || self.is_alias(line))
    }

    /// `policy: Shop scorecard`
    fn titled(&self, line: &Line) -> bool {
        self.is(line.first, &[Keyword::Policy]) && self.word(line.first + 1) == ":"
    }

    /// `等级 绩效等级`, `工资`
    fn is_alias(&self, line: &Line) -> bool {
        let end = if self.word(line.last) == ":" { line.last } else { line.last + 1 };
        let words = (line.first..end).all(|at| self.tokens.get(at).is_some_and(|it| it.kind == Kind::Word));
        words && end - line.first < 3 && ALIASES.contains(&self.word(line.first))
    }

    /// `提成比例 按 达成率`, `multiplier by level`: a head without a word for what it declares.
    fn goes_on_as_head(&self, line: &Line) -> bool {
        let short = line.last - line.first < 6 && !self.is(line.first, Keyword::DECLARATIONS);
        short && (line.first + 1..line.last).any(|at| self.is(at, &HEADS))
    }

    /// Whether a line begins as nothing but a row does.
    fn begins_row(&self, line: &Line) -> bool {
        let number = self.tokens.get(line.first).is_some_and(|token| token.kind == Kind::Number);
        number || matches!(self.word(line.first), ">=" | "<=" | ">" | "<" | "[")
    }

    /// The two braces of a block.
    fn braces(&self, block: &Found, source: &SourceFile) -> Option<[Brace; 2]> {
        let (head, last) = (self.lines.get(block.head)?, self.lines.get(block.last)?);
        let colon = self.word(head.last) == ":";
        let sign = self.tokens.get(head.last)?.range.clone();
        let end = self.tokens.get(last.last)?.range.end;
        let close = self.layout.text.get(end..)?.find('\n').map_or(self.layout.text.len(), |line| end + line);
        let start = self.tokens.get(head.first)?.range.start;
        let indent = source.slice(self.layout.span(start - head.indent, start));
        let opened = if colon { self.layout.span(sign.start, sign.end) } else { self.layout.span(sign.end, sign.end) };
        let closed = self.layout.span(close, close);
        let opener = Edit::choice(opened, " {".to_owned());
        let closer = Edit::choice(closed, format!("\n{indent}}}"));
        let at = if colon { sign.start } else { sign.end };
        Some([Brace { at, colon, sign: '{', edit: opener }, Brace { at: close, colon: false, sign: '}', edit: closer }])
    }

    /// What is told of a block, with the braces of it and of those inside.
    fn told(&self, block: &Found, braces: &[Brace], source: &SourceFile) -> Option<Diagnostic> {
        let head = self.lines.get(block.head)?;
        let (first, last) = (self.tokens.get(head.first)?, self.tokens.get(head.last)?);
        let mut edits: Vec<Edit> = vec![];
        // Of those that end together the innermost, which comes last, is closed first.
        for Brace { edit, .. } in braces {
            match edits.iter_mut().find(|other| other.span == edit.span) {
                Some(other) => other.text = format!("{}{}", edit.text, other.text),
                None => edits.push(edit.clone()),
            }
        }
        let edit = joined(source, &edits.iter().collect::<Vec<_>>())?;
        let mut told = Diagnostic::new(Code::UnclosedBracket, self.layout.span(first.range.start, last.range.end));
        told.edits.push(edit);
        Some(told.variant("indented").arg("found", self.word(head.first)))
    }
}
