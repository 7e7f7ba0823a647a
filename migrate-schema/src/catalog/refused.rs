//! What a statement leaves behind that does not run.

use std::sync::Arc;

use super::dynamic::HOLE;
use super::name::Path;
use super::{Catalog, Key, Space};

impl Catalog {
    /// Nobody can say what has become of what bears these names, the first being what the statement was about. Everything
    /// else is as it was.
    pub(super) fn refuse(&mut self, names: &[Path]) {
        self.state.refused += 1;
        for (at, path) in names.iter().enumerate() {
            for space in [Space::Relation, Space::Type, Space::Routine, Space::Trigger] {
                let found: Vec<Key> = self.of_name(space, &path.name.key).map(|(key, _)| key.clone()).collect();
                let mut left = found;
                while let Some(key) = left.pop() {
                    // Its children had their part in it.
                    left.extend(self.children(&key));
                    self.put_unknown(key);
                }
                // Words are names of built-in types, too: only what the statement is about may be one that it makes.
                let own = self.key_for(space, path, false);
                if (at == 0 || space == Space::Relation) && !self.entries.contains_key(&own) {
                    self.make_unknown(own, &path.name);
                }
            }
        }
        if let Some(path) = names.first() {
            // Its indexes, sequences and keys are called after it.
            let begins = format!("{}_{HOLE}", path.name.key.to_lowercase());
            Arc::make_mut(&mut self.state.made_like).insert(begins.into());
        }
    }
}
