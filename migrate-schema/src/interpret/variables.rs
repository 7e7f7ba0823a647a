//! The variables that code declares.

use std::sync::Arc;

use super::value::Value;

/// Those in sight, the innermost last.
#[derive(Debug, Clone, Default)]
pub(super) struct Variables {
    all: Vec<(Arc<str>, Value)>,
}

impl Variables {
    /// By its name in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.all.iter().rev().find(|(own, _)| **own == *name).map(|(_, value)| value)
    }

    pub(super) fn declare(&mut self, name: Arc<str>, value: Value) {
        self.all.push((name, value));
    }

    /// Gives one a value; false if there is none of this name.
    pub(super) fn set(&mut self, name: &str, value: Value) -> bool {
        let found = self.all.iter_mut().rev().find(|(own, _)| **own == *name);
        found.map(|(_, own)| *own = value).is_some()
    }

    /// How many there are; a block ends with as many as it began with.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    pub(super) fn forget(&mut self, count: usize) {
        self.all.truncate(count);
    }
}
