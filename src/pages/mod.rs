//! Pages for people: the policy for those it is applied to, the month for the shop, a statement a person.
//!
//! Each is a [`Page`], made of the checked policy, of explanations and of outcomes; nothing on it is typed twice, and
//! nothing is worked out here. From the page come a self-contained HTML file and Markdown.

mod doc;
mod html;
mod markdown;
mod page;
mod report;
mod statement;
mod words;
mod workbook;

pub use doc::{Source, doc};
pub use html::html;
pub use markdown::markdown;
pub use page::{Block, Card, Chart, Figure, Head, Page, Row, Section, Table};
pub use report::{Beside, Last, Month, Names, Personal, report, safe_name, statement};
pub use workbook::workbook;
