//! What is read of each person.

use super::Teller;
use crate::io::Template;
use crate::ir::RelationKind;
use crate::pages::page::{Block, Table};

impl Teller<'_> {
    /// What is read: of the records, of each lookup and of details.
    pub(super) fn read(&self) -> Vec<Block> {
        let policy = self.words.policy;
        let mut blocks = vec![Block::Table(self.columns(&Template::records(policy)))];
        for relation in &policy.relations {
            let id = match relation.kind {
                RelationKind::Lookup => "doc-lookup",
                RelationKind::Details => "doc-details",
            };
            blocks.push(Block::Heading(self.say(id, &[("name", relation.name.as_str().into())])));
            blocks.push(Block::Table(self.columns(&Template::rows(policy, relation))));
        }
        blocks
    }

    fn columns(&self, template: &Template) -> Table {
        let heads = [
            ("doc-head-column", false),
            ("doc-head-unit", false),
            ("doc-head-allowed", false),
            ("doc-head-needed", false),
        ];
        let mut table = self.table("", &heads);
        for column in template.columns(self.words.tongue) {
            table.row(vec![column.head, column.unit, column.allowed, column.needed]);
        }
        table.without_empty()
    }
}
