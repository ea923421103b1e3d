//! The declarations of a file by what they are called: found, taken out, put in.

use crate::syntax::ast::{Bounds, Expr, Field, File, Item, PayLine, Row, Score, Section, Share};

/// A declaration that stands by itself in a file, a block or a section.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Item(Item),
    Field(Field),
    Score(Score),
}

/// Where one stands: its place, or that of its block or section and its place there.
#[derive(Debug, Clone, Copy)]
enum Place {
    Item(usize),
    Field(usize, usize),
    Score(usize, usize),
}

/// The declaration of a name, by the kind of its names.
pub(super) fn taken(file: &File, space: &str, name: &str) -> Option<Piece> {
    Some(match place(file, space, name)? {
        Place::Item(at) => match file.items.get(at)? {
            Item::Score(score) => Piece::Score(score.clone()),
            // Its items are declarations of their own.
            Item::Section(section) => Piece::Item(Item::Section(Section { scores: vec![], ..section.clone() })),
            item => Piece::Item(item.clone()),
        },
        Place::Field(at, of) => Piece::Field(fields(file.items.get(at)?)?.get(of)?.clone()),
        Place::Score(at, of) => match file.items.get(at)? {
            Item::Section(section) => Piece::Score(section.scores.get(of)?.clone()),
            _ => return None,
        },
    })
}

/// Puts a declaration in the place of the one of its name.
pub(super) fn put(file: &mut File, (space, name): (&str, &str), piece: Piece) {
    let Some(place) = place(file, space, name) else { return };
    match (place, piece) {
        (Place::Item(at), Piece::Item(mut item)) => {
            let Some(here) = file.items.get_mut(at) else { return };
            if let (Item::Section(section), Item::Section(new)) = (&mut *here, &mut item) {
                new.scores = std::mem::take(&mut section.scores);
            }
            *here = item;
        }
        (Place::Item(at), Piece::Score(score)) => {
            file.items.get_mut(at).into_iter().for_each(|item| *item = Item::Score(score.clone()));
        }
        (Place::Field(at, of), Piece::Field(field)) => {
            let fields = file.items.get_mut(at).and_then(fields_mut);
            fields.and_then(|fields| fields.get_mut(of)).into_iter().for_each(|here| *here = field.clone());
        }
        (Place::Score(at, of), Piece::Score(score)) => {
            if let Some(Item::Section(section)) = file.items.get_mut(at) {
                section.scores.get_mut(of).into_iter().for_each(|here| *here = score.clone());
            }
        }
        _ => {}
    }
}

/// Takes a declaration out; items of a section that goes stand by themselves.
pub(super) fn remove(file: &mut File, space: &str, name: &str) {
    match place(file, space, name) {
        Some(Place::Item(at)) => {
            if let Item::Section(section) = file.items.remove(at) {
                file.items.extend(section.scores.into_iter().map(Item::Score));
            }
        }
        Some(Place::Field(at, of)) => {
            if let Some(fields) = file.items.get_mut(at).and_then(fields_mut) {
                fields.remove(of);
            }
        }
        Some(Place::Score(at, of)) => {
            if let Some(Item::Section(section)) = file.items.get_mut(at) {
                section.scores.remove(of);
            }
        }
        None => {}
    }
}

/// Brings a declaration of another file back to where it stood there, and tells whether it is new here.
pub(super) fn bring(file: &mut File, from: &File, (space, name): (&str, &str)) -> bool {
    if place(file, space, name).is_some() {
        return false;
    }
    let Some((piece, place)) = taken(from, space, name).zip(place(from, space, name)) else { return false };
    let around = match place {
        Place::Item(_) => None,
        Place::Field(at, _) | Place::Score(at, _) => from.items.get(at),
    };
    let same = |item: &Item| match (item, around) {
        (Item::Record(_), Some(Item::Record(_))) => true,
        (item, Some(other)) => key(item).is_some() && key(item) == key(other),
        (_, None) => false,
    };
    let at = file.items.iter().position(same);
    let around = at.and_then(|at| file.items.get_mut(at));
    match (piece, around) {
        (Piece::Field(field), Some(item)) => match fields_mut(item) {
            Some(fields) => fields.push(field),
            None => return false,
        },
        (Piece::Score(score), Some(Item::Section(section))) => section.scores.push(score),
        (Piece::Score(score), _) => file.items.push(Item::Score(score)),
        (Piece::Item(item), _) => file.items.push(item),
        (Piece::Field(_), None) => return false,
    }
    true
}

/// Whether something of that name is declared, whatever it is.
pub(super) fn is_named(file: &File, name: &str) -> bool {
    file.items.iter().any(|item| {
        key(item).is_some_and(|(_, known)| known == name)
            || matches!(item, Item::Record(_))
                && fields(item).is_some_and(|all| all.iter().any(|it| it.name.text == name))
            || matches!(item, Item::Section(it) if it.scores.iter().any(|score| score.name.text == name))
    })
}

/// The kind of names of something that is found by its name alone.
pub(super) fn space_of<'f>(file: &'f File, name: &str) -> Option<&'f str> {
    let found = file.items.iter().find_map(|item| key(item).filter(|(_, known)| *known == name));
    let field = || place(file, "field", name).map(|_| "field");
    found.map(|(space, _)| space).or_else(field)
}

fn place(file: &File, space: &str, name: &str) -> Option<Place> {
    file.items.iter().enumerate().find_map(|(at, item)| {
        if key(item) == Some((space, name)) {
            return Some(Place::Item(at));
        }
        match item {
            Item::Section(section) if space == "score" => {
                section.scores.iter().position(|score| score.name.text == name).map(|of| Place::Score(at, of))
            }
            item if space == "field" => {
                let called = |field: &Field| match key(item) {
                    Some((_, block)) => format!("{block}.{}", field.name.text) == name,
                    None => field.name.text == name,
                };
                fields(item)?.iter().position(called).map(|of| Place::Field(at, of))
            }
            _ => None,
        }
    })
}

/// The kind of names of a declaration, and its name.
fn key(item: &Item) -> Option<(&'static str, &str)> {
    Some(match item {
        Item::Lookup(it) | Item::Details(it) => ("relation", it.name.text.as_str()),
        Item::Type(it) => ("type", it.name.text.as_str()),
        Item::Param(it) => ("param", it.name.text.as_str()),
        Item::Metric(it) => ("metric", it.name.text.as_str()),
        Item::Let(it) => ("let", it.name.text.as_str()),
        Item::Score(it) => ("score", it.name.text.as_str()),
        Item::Section(it) => ("section", it.name.text.as_str()),
        Item::Grade(it) => ("grade", it.name.text.as_str()),
        Item::Table(it) => ("table", it.name.text.as_str()),
        Item::Scale(it) => ("scale", it.name.text.as_str()),
        Item::Gate(it) => ("gate", it.name.text.as_str()),
        Item::Pay(it) => ("pay", it.name.text.as_str()),
        Item::Flag(it) => ("flag", it.name.text.as_str()),
        Item::Header(_)
        | Item::Record(_)
        | Item::Ensure(_)
        | Item::Test(_)
        | Item::Case(_)
        | Item::Use(_)
        | Item::Invalid(_) => return None,
    })
}

fn fields(item: &Item) -> Option<&Vec<Field>> {
    match item {
        Item::Record(it) => Some(&it.fields),
        Item::Lookup(it) | Item::Details(it) => Some(&it.fields),
        _ => None,
    }
}

fn fields_mut(item: &mut Item) -> Option<&mut Vec<Field>> {
    match item {
        Item::Record(it) => Some(&mut it.fields),
        Item::Lookup(it) | Item::Details(it) => Some(&mut it.fields),
        _ => None,
    }
}

/// The parts of a declaration that are taken back by themselves.
impl Piece {
    pub fn rows(&mut self) -> Option<&mut Vec<Row>> {
        match self {
            Piece::Score(score) => score.rows.as_mut(),
            Piece::Item(Item::Grade(it)) => Some(&mut it.rows),
            Piece::Item(Item::Table(it)) => Some(&mut it.rows),
            Piece::Item(Item::Scale(it)) => Some(&mut it.rows),
            _ => None,
        }
    }

    pub fn share(&mut self) -> Option<&mut Option<Share>> {
        match self {
            Piece::Score(score) => Some(&mut score.share),
            Piece::Item(Item::Section(it)) => Some(&mut it.share),
            _ => None,
        }
    }

    pub fn bounds(&mut self) -> Option<&mut Bounds> {
        if let Piece::Item(Item::Pay(it)) = self { Some(&mut it.bounds) } else { None }
    }

    pub fn lines(&mut self) -> Option<&mut Vec<PayLine>> {
        if let Piece::Item(Item::Pay(it)) = self { Some(&mut it.lines) } else { None }
    }

    pub fn conditions(&mut self) -> Option<&mut Vec<Expr>> {
        if let Piece::Item(Item::Gate(it)) = self { Some(&mut it.conditions) } else { None }
    }
}
