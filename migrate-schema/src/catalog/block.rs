//! Blocks of PostgreSQL whose statements depend on what is there.

use std::sync::Arc;

use super::action::Action;
use super::change::{AlterTable, Block, Change, Condition, There};
use super::name::{Ident, Path};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Place;

impl Catalog {
    /// A block runs. Where its conditions are known it does what its statements say, elsewhere what is in it is unknown.
    pub(super) fn run_block(&mut self, block: &Block, out: &mut Vec<Diagnostic>) {
        if self.misses_straight(block, out) {
            return self.run(&block.body);
        }
        if block.whole {
            return;
        }
        let Some(steps) = &block.steps else { return self.run(&block.body) };
        let mark = self.mark();
        let mut problems = Vec::new();
        for step in steps {
            let wanted = match &step.condition {
                None => Some(true),
                Some(condition) => {
                    let there = self.is_there(&condition.there).or_else(|| self.is_on_table(condition, &step.changes));
                    there.map(|there| there != condition.negated)
                }
            };
            let known = !block.tolerant || step.changes.iter().all(|change| self.is_clear(change));
            // Whether it is done nobody knows; what else it names stays as it is.
            let alone = !block.body.calls.iter().any(|name| self.may_act(name)) && !block.body.strangers;
            let unknown = wanted.is_none() && known && alone;
            if unknown && step.changes.iter().all(|change| matches!(change, Change::CreateSchema { .. })) {
                // It is there already, or it is made now: as with IF NOT EXISTS.
                for change in &step.changes {
                    if let Change::CreateSchema { name, .. } = change {
                        self.create_schema(name, true, &mut problems);
                    }
                }
                continue;
            }
            if unknown && step.condition.as_ref().is_some_and(|condition| self.is_kept(condition, &step.changes)) {
                continue;
            }
            if unknown && step.changes.iter().all(|change| self.may_be_altered(change).is_some()) {
                let altered: Vec<Key> = step.changes.iter().filter_map(|change| self.may_be_altered(change)).collect();
                altered.iter().for_each(|key| self.fail(key));
                continue;
            }
            let (Some(wanted), true) = (wanted, known) else {
                self.take_back(mark);
                return self.run(&block.body);
            };
            if !wanted {
                continue;
            }
            for change in &step.changes {
                self.apply_all(change, &mut problems);
            }
            if problems.is_empty() {
                continue;
            }
            if block.tolerant {
                // What is there already stays as it is.
                let there = problems.iter().all(|problem| problem.message.contains("already"));
                self.take_back(mark);
                if !there {
                    self.run(&block.body);
                }
                return;
            }
            if step.condition.is_some() {
                // The condition may mean more than is read.
                self.take_back(mark);
                return self.run(&block.body);
            }
            break;
        }
        out.append(&mut problems);
    }

    /// The first mistake in what a block surely does. Nothing stays of it, unless it is all and right.
    fn misses_straight(&mut self, block: &Block, out: &mut Vec<Diagnostic>) -> bool {
        let (mark, mut problems) = (self.mark(), Vec::new());
        for change in &block.straight {
            self.apply(change, &mut problems);
            if problems.iter().any(|problem| problem.severity == Severity::Error) {
                break;
            }
        }
        problems.retain(|problem| problem.severity == Severity::Error);
        if !block.whole || !problems.is_empty() {
            self.take_back(mark);
        }
        problems.truncate(1);
        let missed = !problems.is_empty();
        out.append(&mut problems);
        missed
    }

    /// Whether the table that a constraint is put on, if none of its name is there, has it; no other table that is known
    /// does.
    fn is_on_table(&self, condition: &Condition, changes: &[Change]) -> Option<bool> {
        let There::Constraint(None, name) = &condition.there else { return None };
        let [Change::AlterTable(alter)] = changes else { return None };
        let adds = |action: &Action| match action {
            Action::AddConstraint(new) => new.name.as_ref().is_some_and(|own| own.key == *name),
            _ => false,
        };
        let Found::Here { key, .. } = self.find(Space::Relation, &alter.path) else { return None };
        match alter.actions.iter().any(adds) {
            true => self.has_constraint(&key, name),
            false => None,
        }
    }

    /// Whether all that is made, if it is not there, is what was made before: it is there in any case.
    fn is_kept(&self, condition: &Condition, changes: &[Change]) -> bool {
        let (true, There::Type(name), [Change::CreateType(new)]) = (condition.negated, &condition.there, changes)
        else {
            return false;
        };
        let here = self.of_name(Space::Type, name).any(|(_, entry)| matches!(entry.object, Object::Type { .. }));
        here && new.path.name.key == *name
    }

    /// Whether something is there; none if nobody knows.
    fn is_there(&self, there: &There) -> Option<bool> {
        match there {
            There::Something => None,
            There::Type(name) => self.is_named(Space::Type, name),
            There::Relation(name) => self.is_named(Space::Relation, name),
            There::Column(table, column) => match self.only(table)? {
                Some((key, entry)) => match &entry.object {
                    Object::Table(table) if self.sure(key) && !table.open => Some(table.column(column).is_some()),
                    _ => None,
                },
                None => Some(false),
            },
            There::Value(name, value) => {
                let mut here =
                    self.of_name(Space::Type, name).filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. }));
                match (here.next(), here.next()) {
                    (Some((key, entry)), None) => match &entry.object {
                        Object::Type { values: Some(values), .. } if self.sure(key) => Some(values.contains(value)),
                        _ => None,
                    },
                    (None, _) => self.is_missing(Space::Type, name).then_some(false),
                    (Some(_), Some(_)) => None,
                }
            }
            There::Constraint(Some(table), name) => match self.only(table)? {
                Some((key, _)) => self.has_constraint(key, name),
                None => Some(false),
            },
            There::Constraint(None, name) => {
                let tables: Vec<&Key> = self.tables().map(|(key, _)| key).collect();
                let mut found = tables.iter().map(|key| self.has_constraint(key, name));
                let answers: Vec<Option<bool>> = found.by_ref().collect();
                match answers.contains(&Some(true)) {
                    true => Some(true),
                    false => (self.is_sure() && answers.iter().all(|answer| *answer == Some(false))).then_some(false),
                }
            }
        }
    }

    fn has_constraint(&self, key: &Key, name: &Arc<str>) -> Option<bool> {
        let table = self.table(key).filter(|table| self.sure(key) && !table.loose && !table.open)?;
        let named =
            |constraint: &super::constraint::Constraint| constraint.name.as_ref().is_some_and(|own| own.key == *name);
        Some(table.constraints.iter().any(|own| named(own)))
    }

    /// Whether anything has this name, as it is kept.
    fn is_named(&self, space: Space, name: &Arc<str>) -> Option<bool> {
        let mut here = None;
        for (key, entry) in self.of_name(space, name) {
            match &entry.object {
                Object::Gone { .. } => (),
                Object::Unknown => return None,
                _ if self.sure(key) => here = Some(true),
                _ => return None,
            }
        }
        here.or_else(|| self.is_missing(space, name).then_some(false))
    }

    fn is_missing(&self, space: Space, name: &Arc<str>) -> bool {
        let name = Ident { text: name.clone(), key: name.clone(), place: Place::nowhere(), double_quoted: false };
        matches!(self.find(space, &Path { schema: None, name }), Found::Missing(_))
    }

    /// The one relation of this name: `Some(None)` if there is none, none if nobody knows.
    fn only<'c>(&'c self, name: &'c Arc<str>) -> Option<Option<(&'c Key, &'c Arc<Entry>)>> {
        let mut here =
            self.of_name(Space::Relation, name).filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. }));
        match (here.next(), here.next()) {
            (Some(one), None) => Some(Some(one)),
            (None, _) => self.is_missing(Space::Relation, name).then_some(None),
            (Some(_), Some(_)) => None,
        }
    }

    /// The table that a change is about, where it is about nothing else.
    fn may_be_altered(&self, change: &Change) -> Option<Key> {
        let Change::AlterTable(alter) = change else { return None };
        let AlterTable { path, actions, .. } = &**alter;
        let Found::Here { key, entry, .. } = self.find(Space::Relation, path) else { return None };
        let adds = |action: &Action| matches!(action, Action::AddConstraint(_) | Action::AddColumn { .. });
        (matches!(entry.object, Object::Table(_)) && actions.iter().all(adds)).then_some(key)
    }

    /// Whether it is known what a change finds before it.
    fn is_clear(&self, change: &Change) -> bool {
        match change {
            Change::CreateType(new) => {
                !matches!(self.find(Space::Type, &new.path), Found::Unsure | Found::Here { sure: false, .. })
            }
            Change::AlterTable(alter) => {
                let AlterTable { path, .. } = &**alter;
                match self.find(Space::Relation, path) {
                    Found::Here { entry, sure: true, .. } => {
                        matches!(&entry.object, Object::Table(table) if !table.loose && !table.open)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }
}
