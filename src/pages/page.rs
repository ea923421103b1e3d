//! What stands on a page, as data: sections of texts, tables, figures and cards. All texts are worded; none is marked up.

use crate::quantity::Tongue;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The tongue of its texts.
    pub tongue: Tongue,
    /// What kind of page it is, for its style; empty of most.
    pub form: String,
    /// What it is, above its title.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it is about, below its title.
    pub lead: String,
    /// What is to be known of it at once: a name and a value.
    pub facts: Vec<(String, String)>,
    /// Its sections; those without blocks are left out.
    pub sections: Vec<Section>,
    /// What stands at its end.
    pub foot: Vec<String>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// By what links find it.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Something in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A sentence.
    Text(String),
    /// A sentence that must not be overlooked.
    Note(String),
    /// Points of a list.
    List(Vec<String>),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// Figures that are seen first.
    Figures(Vec<Figure>),
    /// A table.
    Table(Table),
    /// How many there are of what; a table of the same stands by it.
    Chart(Chart),
    /// Something that stands by itself.
    Card(Card),
}

/// A figure that is seen first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// The figure.
    pub value: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows; may be empty.
    pub caption: String,
    /// The heads of its columns.
    pub heads: Vec<Head>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Of a chart, what its bars count, and how far the longest reaches; else empty.
    pub axis: String,
    /// Whether it may be long: it can be searched, sorted and leafed through where scripts run.
    pub long: bool,
}

/// How many there are of what. Places are thousandths of its width and height.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What it shows, in a sentence.
    pub text: String,
    /// Its bars: from, to, how high.
    pub bars: Vec<(usize, usize, usize)>,
    /// What lies behind them: from, to, and what it is called.
    pub bands: Vec<(usize, usize, String)>,
    /// What stands below: where, and a text.
    pub marks: Vec<(usize, String)>,
    /// What the height of the highest bar is.
    pub most: String,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its text.
    pub text: String,
    /// Whether figures stand in the column.
    pub figures: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it sums up those above.
    pub sum: bool,
    /// Of a chart, how long its bar is, in thousandths of the longest.
    pub bar: Option<usize>,
}

/// Something that stands by itself: an example, a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// By what links find it.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands below the heading; may be empty.
    pub lead: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

impl Table {
    /// A table with these heads: a text, and whether figures stand below it.
    pub fn of(heads: Vec<(String, bool)>) -> Self {
        let heads = heads.into_iter().map(|(text, figures)| Head { text, figures }).collect();
        Table { heads, ..Table::default() }
    }

    /// The same with a row more.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Row { cells, sum: false, bar: None });
    }

    /// The same with a row that sums up.
    pub fn sum(&mut self, cells: Vec<String>) {
        self.rows.push(Row { cells, sum: true, bar: None });
    }

    /// The same with a bar for how many of the most there are.
    pub fn bar(&mut self, cells: Vec<String>, (count, most): (usize, usize)) {
        self.rows.push(Row { cells, sum: false, bar: Some(count * 1000 / most.max(1)) });
    }

    /// The same without the columns in which nothing stands.
    pub fn without_empty(mut self) -> Self {
        let told: Vec<bool> = (0..self.heads.len())
            .map(|at| self.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())))
            .collect();
        keep(&mut self.heads, &told);
        self.rows.iter_mut().for_each(|row| keep(&mut row.cells, &told));
        self
    }
}

/// Keeps those of which it is said so.
fn keep<T>(all: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    all.retain(|_| kept.next().copied().unwrap_or(true));
}
