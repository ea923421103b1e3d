//! What can stand at a cursor.

use super::Text;
use super::cursor::{Cursor, Inside, Opener, Piece};
use super::known::{Known, Named};
use super::want::Want::{self, Answers, Functions, Inputs, Units, Values, Words};
use super::words;
use crate::ir::Type;
use crate::syntax::Keyword;
use crate::syntax::tokens::Kind;

/// What can stand at a cursor in a text.
pub(super) fn wanted(cursor: &Cursor, known: &Known, text: Text) -> Vec<Want> {
    match cursor.inside {
        Inside::Comment => return vec![],
        Inside::String if is_path(&cursor.before) => return vec![Want::Path],
        Inside::String => return vec![],
        Inside::Code => {}
    }
    if let Some(owner) = owner(&cursor.before) {
        return vec![Want::Members(owner)];
    }
    if cursor.glued || (cursor.last().is_some_and(|last| last.kind == Kind::Number) && !is_head(cursor)) {
        let units = Units(expected(cursor, known));
        return if cursor.glued { vec![units] } else { vec![units, Words(words::joining(cursor.line()))] };
    }
    if cursor.bracket().is_some() {
        return in_bracket(cursor, known);
    }
    match cursor.block_keyword() {
        Some(keyword) => in_block(cursor, known, keyword),
        None => outside(cursor, known, text),
    }
}

/// `引用 "…"`, `来自 方案 "…"`
fn is_path(before: &[Piece]) -> bool {
    match before {
        [first] => first.is_word(Keyword::Use),
        [.., from, policy] => from.is_word(Keyword::From) && policy.is_word(Keyword::Policy),
        _ => false,
    }
}

/// What stands before the dot behind which a member is to come.
fn owner(before: &[Piece]) -> Option<String> {
    let mut parts: Vec<&str> = vec![];
    let mut rest = before.iter().rev();
    while rest.next().is_some_and(|dot| dot.is(".")) {
        let name = rest.next().filter(|name| matches!(name.kind, Kind::Word | Kind::Text))?;
        parts.push(name.text.trim_matches('"'));
    }
    parts.reverse();
    (!parts.is_empty()).then(|| parts.join("."))
}

/// Whether the cursor stands in the head of a declaration, where numbers have their own words behind them.
fn is_head(cursor: &Cursor) -> bool {
    let line = cursor.line();
    line.first().is_some_and(|first| first.is_word(Keyword::Score) || first.is_word(Keyword::Section))
        && !line.iter().any(|piece| piece.is("="))
}

/// The type of what stands before a comparison behind which a value is to come, else of what the place asks for.
pub(super) fn expected(cursor: &Cursor, known: &Known) -> Option<Type> {
    let before = match cursor.bracket() {
        Some(set) if set.opener == Opener::Set && !set.head.is_empty() => &set.head,
        Some(interval) if interval.head.last().is_some_and(|last| last.is_word(Keyword::In)) => &interval.head,
        _ => &cursor.before,
    };
    // Of `98%` and `5.0` what stands before the figure.
    let figure = before.last().is_some_and(|last| last.kind == Kind::Number);
    let before = before.get(..before.len() - usize::from(figure)).unwrap_or_default();
    compared(before, known).or_else(|| of_pattern(cursor, known))
}

fn compared(before: &[Piece], known: &Known) -> Option<Type> {
    let (last, left) = before.split_last()?;
    let negated = last.is_word(Keyword::Not);
    let left = if negated { left.split_last()?.1 } else { left };
    let compares = last.kind == Kind::Operator || last.is("=") || negated;
    let compares = compares || last.is_word(Keyword::In) || last.is_word(Keyword::Is);
    let name = path(left).filter(|_| compares)?;
    known.named(&name).and_then(|named| named.facts.as_ref()).map(|facts| facts.ty)
}

/// The name with which these end: `等级.系数`.
fn path(pieces: &[Piece]) -> Option<String> {
    let mut parts: Vec<&str> = vec![];
    let mut rest = pieces.iter().rev();
    loop {
        let name = rest.next().filter(|name| matches!(name.kind, Kind::Word | Kind::Text))?;
        parts.push(name.text.trim_matches('"'));
        if !rest.next().is_some_and(|dot| dot.is(".")) {
            break;
        }
    }
    parts.reverse();
    Some(parts.join("."))
}

/// In a row of a table the type of the input whose pattern stands there.
fn of_pattern(cursor: &Cursor, known: &Known) -> Option<Type> {
    input(cursor, known).and_then(|named| named.facts.as_ref()).map(|facts| facts.ty)
}

/// The input whose pattern stands at a cursor.
fn input<'k>(cursor: &Cursor, known: &'k Known) -> Option<&'k Named> {
    let (block, keyword) = cursor.block()?;
    let keyword = keyword.filter(|keyword| is_table(*keyword))?;
    let line = cursor.line();
    if line.iter().any(|piece| piece.is("=>") || piece.is_word(Keyword::When)) {
        return None;
    }
    let row = line.iter().rposition(|piece| piece.is(":")).map_or(line, |colon| line.get(colon + 1..).unwrap_or(&[]));
    let column = row.iter().filter(|piece| piece.is(",")).count();
    known.named(&inputs(&block.head, keyword).into_iter().nth(column)?)
}

/// What a table goes by, from its head.
fn inputs(head: &[Piece], keyword: Keyword) -> Vec<String> {
    let by = head.iter().position(|piece| piece.is_word(Keyword::By) || piece.is_word(Keyword::On));
    let ends = [Keyword::Weight, Keyword::OutOf, Keyword::Decimals, Keyword::Marginal, Keyword::Whole];
    let Some(by) = by else {
        let own = head.get(1).filter(|_| keyword == Keyword::Score);
        return own.map(|name| name.text.clone()).into_iter().collect();
    };
    let rest = head.get(by + 1..).unwrap_or_default();
    let end = rest.iter().position(|piece| piece.is("->") || ends.iter().any(|word| piece.is_word(*word)));
    let rest = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    rest.split(|piece| piece.is(",")).map(|input| path(input).unwrap_or_default()).collect()
}

fn is_table(keyword: Keyword) -> bool {
    matches!(keyword, Keyword::Score | Keyword::Grade | Keyword::Table | Keyword::Scale)
}

/// In parentheses or in a set.
fn in_bracket(cursor: &Cursor, known: &Known) -> Vec<Want> {
    let Some(bracket) = cursor.bracket() else { return vec![] };
    let function = bracket.head.last().and_then(|last| Keyword::among(&last.text, Keyword::FUNCTIONS));
    if let (Some(colon), Some(word)) = (cursor.last().filter(|last| last.is(":")), cursor.nth_last(1)) {
        let argument = Keyword::among(&word.text, Keyword::ARGUMENTS).filter(|_| colon.is(":"));
        let words = argument.map(|argument| argument.arguments().to_vec()).unwrap_or_default();
        return vec![Words(words), Values(None)];
    }
    let mut wants = expression(cursor, known);
    if let Some(function) = function.filter(|_| cursor.last().is_none_or(|last| last.is(","))) {
        let place = cursor.before.iter().filter(|piece| piece.is(",")).count();
        wants.insert(0, Words(words::third(function, place)));
        wants.push(Want::Arguments(words::options(function)));
    }
    wants
}

/// An operand, or behind one what may join it to another.
fn expression(cursor: &Cursor, known: &Known) -> Vec<Want> {
    if cursor.last().is_some_and(words::ends_operand) {
        return vec![Words(words::joining(cursor.line()))];
    }
    let expected = expected(cursor, known);
    let answers = expected.map(Answers);
    let operand = [Values(expected), Functions, Words(words::OPERAND.to_vec())];
    answers.into_iter().chain(operand).collect()
}

/// Outside of all blocks: a declaration, or in a session an expression.
fn outside(cursor: &Cursor, known: &Known, text: Text) -> Vec<Want> {
    let line = cursor.line();
    let Some(first) = line.first() else {
        let declarations = Want::Declarations(Keyword::DECLARATIONS.to_vec());
        return match text {
            Text::Policy => vec![declarations],
            Text::Entry => vec![Values(None), Functions, declarations, Words(words::OPERAND.to_vec())],
        };
    };
    let declared = Keyword::among(&first.text, Keyword::DECLARATIONS);
    match (declared, text) {
        (Some(keyword), _) => in_head(cursor, known, keyword),
        (None, Text::Entry) => expression(cursor, known),
        (None, Text::Policy) => vec![],
    }
}

/// In the head of a declaration.
fn in_head(cursor: &Cursor, known: &Known, keyword: Keyword) -> Vec<Want> {
    let line = cursor.line();
    let named = line.len() > 1;
    if line.iter().any(|piece| piece.is("=")) && !matches!(keyword, Keyword::Type) {
        return expression(cursor, known);
    }
    match keyword {
        Keyword::Param | Keyword::Metric | Keyword::Let if named => words::declared(line),
        Keyword::Score if !named => vec![Inputs],
        Keyword::Score | Keyword::Grade | Keyword::Table | Keyword::Scale if named => of_table(cursor, keyword),
        Keyword::Section if named => vec![Words(vec![Keyword::Weight])],
        Keyword::Details if named => vec![Words(vec![Keyword::From, Keyword::Policy])],
        Keyword::Pay if named => match cursor.last().is_some_and(is_bound) {
            true => expression(cursor, known),
            false => vec![Words(vec![Keyword::AtLeast, Keyword::AtMost])],
        },
        Keyword::Flag if named => match line.iter().any(|piece| piece.is_word(Keyword::When)) {
            true => expression(cursor, known),
            false => vec![Words(vec![Keyword::When])],
        },
        Keyword::Ensure => {
            let mut wants = expression(cursor, known);
            wants.push(Words(vec![Keyword::Increasing]));
            wants
        }
        _ => vec![],
    }
}

fn is_bound(piece: &Piece) -> bool {
    piece.is_word(Keyword::AtLeast) || piece.is_word(Keyword::AtMost) || piece.is("least") || piece.is("most")
}

/// In the head of what has rows.
fn of_table(cursor: &Cursor, keyword: Keyword) -> Vec<Want> {
    let line = cursor.line();
    let Some(last) = line.last() else { return vec![] };
    let outputs = line.iter().any(|piece| piece.is("->"));
    if outputs {
        return if last.is(":") || last.is("->") { vec![Want::Types] } else { vec![] };
    }
    let by = line.iter().any(|piece| piece.is_word(Keyword::By) || piece.is_word(Keyword::On));
    if last.is_word(Keyword::By) || last.is_word(Keyword::On) || (by && last.is(",") && keyword != Keyword::Scale) {
        return vec![Inputs];
    }
    vec![Words(words::of_head(keyword, by, last.is(",")))]
}

/// In a block.
fn in_block(cursor: &Cursor, known: &Known, keyword: Keyword) -> Vec<Want> {
    let line = cursor.line();
    match keyword {
        Keyword::Policy => words::of_policy(line).unwrap_or_else(|| expression(cursor, known)),
        Keyword::Record | Keyword::Lookup | Keyword::Details => of_fields(cursor, known, keyword),
        Keyword::Section => match line.first() {
            None => vec![Want::Declarations(vec![Keyword::Score])],
            Some(_) => in_head(cursor, known, Keyword::Score),
        },
        Keyword::Given | Keyword::With | Keyword::Previous | Keyword::Other => of_values(cursor, known, Want::Given),
        Keyword::Expect => of_values(cursor, known, Want::Results),
        Keyword::Test | Keyword::Case if line.first().is_some_and(|first| first.is_word(Keyword::Given)) => {
            vec![Want::Cases, Words(vec![Keyword::With, Keyword::Expect])]
        }
        Keyword::Test => vec![Words(vec![Keyword::Given, Keyword::Expect])],
        Keyword::Case => of_values(cursor, known, Want::Given),
        Keyword::Pay if !line.iter().any(|piece| piece.is("=")) => {
            let named = if line.is_empty() { vec![] } else { vec![Keyword::AtLeast, Keyword::AtMost] };
            vec![Words(named)]
        }
        _ if is_table(keyword) && !line.iter().any(|piece| piece.is("=>")) => in_pattern(cursor, known, keyword),
        _ => {
            let mut wants = expression(cursor, known);
            if keyword == Keyword::Score && line.last().is_some_and(|last| last.is("=>")) {
                wants.push(Words(vec![Keyword::Exempt]));
            }
            wants
        }
    }
}

/// `级别 = 初级`
fn of_values(cursor: &Cursor, known: &Known, names: Want) -> Vec<Want> {
    match cursor.line().is_empty() {
        true => vec![names, Words(vec![Keyword::Previous, Keyword::Other])],
        false => {
            let mut wants = expression(cursor, known);
            wants.push(Words(vec![Keyword::Missing]));
            wants
        }
    }
}

fn of_fields(cursor: &Cursor, known: &Known, keyword: Keyword) -> Vec<Want> {
    const COMPUTED: [Keyword; 3] = [Keyword::Let, Keyword::Table, Keyword::Scale];
    let line = cursor.line();
    let computed = line.first().and_then(|first| Keyword::among(&first.text, &COMPUTED));
    match (line.is_empty(), computed) {
        (true, _) if keyword == Keyword::Details => vec![Want::Declarations(COMPUTED.to_vec())],
        (true, _) => vec![],
        (false, Some(computed)) if line.get(1).is_some_and(|second| !second.is(":")) => {
            in_head(cursor, known, computed)
        }
        _ => words::declared(line),
    }
}

/// Before the `=>` of a row.
fn in_pattern(cursor: &Cursor, known: &Known, keyword: Keyword) -> Vec<Want> {
    let line = cursor.line();
    if line.iter().any(|piece| piece.is_word(Keyword::When)) {
        return expression(cursor, known);
    }
    let begins = line.last().is_none_or(|last| last.is(",") || last.is(":") || last.is_word(Keyword::Not));
    if !begins {
        let ends = line.last().is_some_and(words::ends_operand);
        return if ends { vec![Words(words::behind_pattern(cursor))] } else { vec![Values(expected(cursor, known))] };
    }
    // The first of a row of a grade is the label that it gives.
    if keyword == Keyword::Grade && line.is_empty() {
        return vec![];
    }
    let answers = of_pattern(cursor, known).map(Answers).into_iter();
    answers.chain([Words(words::PATTERN.to_vec())]).collect()
}
