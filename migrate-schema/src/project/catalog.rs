//! The schema that a part of the history makes.

use migrate_core::Dialect;
use migrate_core::graph::RevSet;

use super::{Project, bodies};
use crate::catalog::Catalog;
use crate::replay::{Acts, replay};

impl Project {
    /// The dialect of the set that a database of another one is compared in: its own, or that of its family.
    pub fn dialect_for(&self, database: Dialect) -> Option<Dialect> {
        let own = self.dialects.contains(database).then_some(database);
        own.or_else(|| self.dialects.iter().find(|dialect| dialect.is_mysql_family() && database.is_mysql_family()))
    }

    /// The schema after these revisions, in the order of the graph. None if the graph has mistakes, or if the set is not
    /// written for this dialect. What is wrong with the statements is not said again: that is in `diagnostics`.
    pub fn catalog(&self, dialect: Dialect, revs: &RevSet) -> Option<Catalog> {
        let graph = self.graph.as_ref()?;
        let number = self.dialects.iter().position(|own| own == dialect)?;
        let ledgers = self.folder.as_ref()?.settings.ledger.tables();
        let history: Vec<Acts> = revs
            .iter()
            .filter_map(|rev| {
                let file = self.file(graph.id(rev))?;
                bodies::of(file, &self.sources, self.dialects, &mut Vec::new()).acts.into_iter().nth(number)
            })
            .collect();
        Some(replay(dialect, &ledgers.each_ref().map(AsRef::as_ref), &history, &mut Vec::new(), |_, _, _, _| ()))
    }
}
