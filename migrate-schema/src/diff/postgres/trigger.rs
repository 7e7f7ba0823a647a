//! Triggers of PostgreSQL that stay.

use super::super::step::{Act, Made, Rank};
use super::super::{Diff, compare};
use crate::catalog::{Entry, Key, Object};

impl Diff<'_> {
    /// A trigger of which only changes when it runs is told so. False where it is another one.
    pub(super) fn other_state(&mut self, key: &Key, old: &Entry, new: &Entry) -> bool {
        let (Object::Trigger { state: before, .. }, Object::Trigger { state: after, table, .. }) =
            (&old.object, &new.object)
        else {
            return false;
        };
        let mut as_it_was = new.object.clone();
        if let Object::Trigger { state, .. } = &mut as_it_was {
            state.clone_from(before);
        }
        let says = |object: &Object| compare::object(self.after, object);
        if before == after || says(&old.object) != says(&as_it_was) || compare::calls_other(&old.object, &new.object) {
            return false;
        }
        let sql = self.new.trigger_state(key, table, after.as_deref());
        let about = format!("alter {}", self.called(new));
        self.push(Rank::Make(Made::Trigger), Act::Alter, key, about, sql);
        true
    }
}
