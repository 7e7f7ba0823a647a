//! From what a statement does to how a server's catalog tells whether it did: the runtime reads no SQL, and asks only
//! what is written down here.

use migrate_core::probe::{Probe, Thing, ThingKind};
use migrate_core::{Dialect, Text};

use crate::catalog::change::{Action, AlterTable, Change, Doubt, Kind};
use crate::catalog::mention::Scope;
use crate::catalog::name::{Ident, Path};

/// Statements that may always be run again, as they begin.
const REPEATABLE: [&str; 10] =
    ["ANALYZE", "ANALYSE", "VACUUM", "REINDEX", "REFRESH", "OPTIMIZE", "GRANT", "REVOKE", "COMMENT", "FLUSH"];

/// Statements that write rows, as they begin.
const ROWS: [&str; 4] = ["INSERT", "UPDATE", "DELETE", "REPLACE"];

/// Statements of MySQL and MariaDB that do no more than the functions which they call, as they begin. Functions can write
/// rows and nothing else: they may not commit.
const CALLS: [&str; 2] = ["DO", "SELECT"];

/// Makes the probes of one section, statement by statement.
pub(super) struct Probes {
    dialect: Dialect,
    /// Where names without a schema are looked up is not what it was when the session began.
    moved: bool,
}

impl Probes {
    /// Of a section for this dialect.
    pub(super) const fn new(dialect: Dialect) -> Probes {
        Probes { dialect, moved: false }
    }

    /// The probe of the next statement, which begins with this text and does these things.
    pub(super) fn next(&mut self, text: &str, changes: &[Change]) -> Option<Probe> {
        let mysql = self.dialect.is_mysql_family();
        let unsettling = |change: &Change| match change {
            Change::SetPath(_) | Change::Inside(_) | Change::Doubt(Doubt::SearchPath) => true,
            // There only USE leads elsewhere, and it is a statement.
            Change::Doubt(_) => !mysql,
            _ => false,
        };
        self.moved |= changes.iter().any(unsettling);
        if self.moved {
            return None;
        }
        let first = text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let begins = |words: &[&str]| words.iter().any(|word| first.eq_ignore_ascii_case(word));
        match changes {
            _ if begins(&REPEATABLE) => Some(Probe::Repeatable),
            _ if mysql && begins(&CALLS) => Some(Probe::Rows),
            [Change::Data(scope)] => (begins(&ROWS) && is_local(scope)).then_some(Probe::Rows),
            [change] => of(change),
            _ => None,
        }
    }
}

/// All tables are those of the current schema.
fn is_local(scope: &Scope) -> bool {
    let local = |path: &Option<Path>| path.as_ref().is_none_or(|path| path.schema.is_none());
    scope.sources.iter().all(|from| local(&from.path)) && scope.children.iter().all(is_local)
}

fn of(change: &Change) -> Option<Probe> {
    let relation = |path: &Path, present, guarded| thing(ThingKind::Relation, path, None, present, guarded);
    match change {
        Change::CreateTable(table) if table.or_replace => Some(Probe::Repeatable).filter(|_| table.query.is_none()),
        // A query behind it takes time, and how much of it is there nobody can tell.
        Change::CreateTable(table) if table.temporary || table.query.is_some() => None,
        Change::CreateTable(table) => relation(&table.path, true, table.if_not_exists),
        Change::CreateView(view) if view.temporary => None,
        Change::CreateView(view) if view.or_replace => Some(Probe::Repeatable),
        Change::CreateView(view) => relation(&view.path, true, view.if_not_exists),
        Change::CreateSequence { temporary: true, .. } => None,
        Change::CreateSequence { path, if_not_exists, .. } => relation(path, true, *if_not_exists),
        Change::CreateIndex(create) => {
            let index = create.index.name.as_ref()?;
            let path = Path { schema: create.table.schema.clone(), name: index.clone() };
            thing(ThingKind::Index, &path, Some(&create.table.name), true, create.index.if_not_exists)
        }
        Change::AlterTable(alter) => alter_table(alter),
        Change::Drop { if_exists: true, .. } => Some(Probe::Repeatable),
        Change::Drop { kind, paths, .. } => match (kind, paths.as_slice()) {
            (Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence, [path]) => {
                relation(path, false, false)
            }
            (Kind::Index, [path]) => thing(ThingKind::Index, path, None, false, false),
            _ => None,
        },
        Change::Rename { kind, path, .. } => match kind {
            Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence => relation(path, false, false),
            Kind::Index => thing(ThingKind::Index, path, None, false, false),
            _ => None,
        },
        Change::CreateRoutine { or_replace, if_not_exists, .. } => {
            (*or_replace || *if_not_exists).then_some(Probe::Repeatable)
        }
        Change::CreateTrigger(new) => (new.or_replace || new.if_not_exists).then_some(Probe::Repeatable),
        Change::CreateSchema { if_not_exists, .. }
        | Change::CreateExtension { if_not_exists, .. }
        | Change::AddValue { if_not_exists, .. } => if_not_exists.then_some(Probe::Repeatable),
        Change::DropTrigger { if_exists, .. }
        | Change::DropPolicy { if_exists, .. }
        | Change::DropRoutines { if_exists, .. } => if_exists.then_some(Probe::Repeatable),
        Change::Comment { .. } => Some(Probe::Repeatable),
        Change::RenameSchema { .. }
        | Change::RenameTrigger { .. }
        | Change::RenameViewColumn { .. }
        | Change::CreatePolicy { .. }
        | Change::CreateOther(_)
        | Change::DropOther { .. }
        | Change::AlterOther { .. }
        | Change::AlterEvent { .. }
        | Change::AlterCode { .. }
        | Change::Say(_)
        | Change::AttachIndex { .. }
        | Change::AlterExtension { .. }
        | Change::AlterPolicy { .. }
        | Change::AlterRoutine { .. }
        | Change::AlterType { .. }
        | Change::SetOptions { .. }
        | Change::CreateType(_)
        | Change::RenameValue { .. }
        | Change::Move { .. }
        | Change::Needs { .. }
        | Change::Truncate(_)
        | Change::RefreshBeside(_)
        | Change::SetPath(_)
        | Change::Inside(_)
        | Change::Data(_)
        | Change::Fault(_)
        | Change::Run(_)
        | Change::Block(_)
        | Change::Call(..)
        | Change::SetVariable(..)
        | Change::Prepare(..)
        | Change::Execute(_)
        | Change::Doubt(_) => None,
    }
}

/// One `ALTER TABLE` happens as a whole, so that one of its actions tells about all.
fn alter_table(alter: &AlterTable) -> Option<Probe> {
    let part = |kind, name: &Ident, present, guarded| {
        let path = Path { schema: alter.path.schema.clone(), name: name.clone() };
        thing(kind, &path, Some(&alter.path.name), present, guarded)
    };
    let repeatable = |action: &Action| match action {
        Action::SetDefault { .. } | Action::SetNotNull { .. } => true,
        Action::ReplaceColumn { from, column, .. } => *from == column.name,
        _ => false,
    };
    if alter.actions.iter().all(repeatable) {
        return Some(Probe::Repeatable).filter(|_| !alter.actions.is_empty());
    }
    let alone = alter.actions.len() == 1;
    if let [Action::RenameTo(_)] = alter.actions.as_slice() {
        return thing(ThingKind::Relation, &alter.path, None, false, alter.if_exists);
    }
    // An action that may do nothing, or whose name another one speaks of, tells nothing about the rest.
    let tells = |name: &Ident, guarded: bool| {
        (alone || !guarded) && alter.actions.iter().filter(|action| names(action).contains(&name)).count() == 1
    };
    alter.actions.iter().find_map(|action| match action {
        Action::AddColumn { column, if_not_exists, .. } if tells(&column.name, *if_not_exists) => {
            part(ThingKind::Column, &column.name, true, *if_not_exists)
        }
        Action::DropColumn { name, if_exists, .. } if tells(name, *if_exists) => {
            part(ThingKind::Column, name, false, *if_exists)
        }
        Action::RenameColumn { from, if_exists, .. } if tells(from, *if_exists) => {
            part(ThingKind::Column, from, false, *if_exists)
        }
        Action::AddIndex(index) => match &index.name {
            Some(name) if tells(name, index.if_not_exists) => part(ThingKind::Index, name, true, index.if_not_exists),
            Some(_) | None => None,
        },
        Action::DropIndex { name, if_exists } if tells(name, *if_exists) => {
            part(ThingKind::Index, name, false, *if_exists)
        }
        _ => None,
    })
}

/// The columns and indexes that an action makes, removes or renames.
fn names(action: &Action) -> Vec<&Ident> {
    match action {
        Action::AddColumn { column, .. } => vec![&column.name],
        Action::DropColumn { name, .. } | Action::DropIndex { name, .. } => vec![name],
        Action::RenameColumn { from, to, .. } | Action::RenameIndex { from, to } => vec![from, to],
        Action::ReplaceColumn { from, column, .. } => vec![from, &column.name],
        Action::AddIndex(index) => index.name.iter().collect(),
        Action::AddConstraint(constraint) => constraint.name.iter().collect(),
        _ => Vec::new(),
    }
}

fn thing(kind: ThingKind, path: &Path, table: Option<&Ident>, present: bool, guarded: bool) -> Option<Probe> {
    let text = |ident: &Ident| Text::Owned(ident.text.to_string());
    Some(Probe::Thing(Thing {
        kind,
        present,
        guarded,
        schema: path.schema.as_ref().map(text),
        table: table.map(text),
        name: text(&path.name),
    }))
}
