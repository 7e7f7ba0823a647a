//! Statements in any order, applied in one that works.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::catalog::change::{Action, AlterTable, Change, Kind, NewTable};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::name::Path;
use crate::diagnostic::Diagnostic;

/// What is made first, as a rule: what others need.
fn rank(statement: &[Change]) -> u8 {
    statement.first().map_or(0, |change| match change {
        Change::CreateSchema { .. } | Change::SetPath(_) | Change::Doubt(_) => 0,
        Change::CreateExtension { .. } => 1,
        Change::CreateType(_) => 2,
        Change::CreateSequence { .. } => 3,
        Change::CreateTable(_) => 4,
        // A trigger has to be there to be switched off.
        Change::AlterTable(table) if table.actions.iter().any(|action| matches!(action, Action::SetTrigger { .. })) => {
            9
        }
        Change::AlterTable(_) | Change::CreateIndex(_) => 5,
        Change::CreateRoutine { .. } => 6,
        Change::CreateView(_) => 7,
        Change::CreateTrigger { .. } => 8,
        _ => 9,
    })
}

/// Applies all of them. What fails is tried again behind the others, for as long as that helps; tables that need each
/// other get their foreign keys afterwards.
pub(super) fn apply(mut catalog: Catalog, statements: Vec<Vec<Change>>, out: &mut Vec<Diagnostic>) -> Catalog {
    // Where that works as it is written, it is done so: what stands behind a statement may mean something else before it.
    let mut own = catalog.clone();
    if statements.iter().all(|statement| attempt(&mut own, statement)) {
        return own;
    }
    let statements = without_gone(statements).into_iter().flat_map(without_owner).collect();
    let mut open = tables_in_order(statements);
    open.sort_by_key(|statement| rank(statement));
    let mut split = false;
    loop {
        let before = open.len();
        open.retain(|statement| !attempt(&mut catalog, statement));
        if open.is_empty() {
            return catalog;
        }
        if open.len() == before {
            if split {
                break;
            }
            split = true;
            open = open.into_iter().flat_map(without_foreign_keys).collect();
            open.sort_by_key(|statement| rank(statement));
        }
    }
    for change in open.iter().flatten() {
        catalog.apply(change, out);
    }
    catalog
}

/// Without what is made and dropped again: in another order it could be what is made afterwards that is dropped.
fn without_gone(statements: Vec<Vec<Change>>) -> Vec<Vec<Change>> {
    let mut kept: Vec<Vec<Change>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let [Change::Drop { kind, paths, if_exists, .. }] = &statement[..] else {
            let passed = matches!(&statement[..], [Change::DropTrigger { if_exists: true, .. }]);
            if !passed {
                kept.push(statement);
            }
            continue;
        };
        let made = |path: &Path| kept.iter().flatten().any(|change| belongs(change, *kind, path, true));
        if !*if_exists && !paths.iter().all(made) {
            kept.push(statement);
            continue;
        }
        let goes = |change: &Change| paths.iter().any(|path| belongs(change, *kind, path, false));
        kept.retain(|made| !made.first().is_some_and(goes));
    }
    kept
}

/// Whether a statement makes a thing, or says something about it if not `only` what makes it counts.
fn belongs(change: &Change, kind: Kind, path: &Path, only: bool) -> bool {
    let is = |other: &Path| other.name.key == path.name.key;
    match (change, kind) {
        (Change::CreateTable(table), Kind::Table) => is(&table.path),
        (Change::CreateView(view), Kind::View | Kind::MaterializedView) => is(&view.path),
        (Change::CreateSequence { path, .. }, Kind::Sequence) => is(path),
        (Change::CreateRoutine { path, kind: own, .. }, kind) => *own == kind && is(path),
        _ if only => false,
        (Change::AlterTable(table), Kind::Table) => is(&table.path),
        (Change::CreateIndex(index), Kind::Table) => is(&index.table),
        (Change::CreateTrigger(trigger), Kind::Table | Kind::View) => is(&trigger.table),
        _ => false,
    }
}

/// A sequence, and that it belongs to a column as a statement of its own: the table may need it, and it the table.
fn without_owner(mut statement: Vec<Change>) -> Vec<Vec<Change>> {
    let Some(Change::CreateSequence { path, owned_by, .. }) = statement.first_mut() else { return vec![statement] };
    let Some(owner) = owned_by.take() else { return vec![statement] };
    let owned = Change::SetOptions {
        kind: Kind::Sequence,
        path: path.clone(),
        if_exists: false,
        settings: Vec::new(),
        owned_by: Some(Some(owner)),
    };
    vec![statement, vec![owned]]
}

/// Does a statement as a whole, or nothing of it.
fn attempt(catalog: &mut Catalog, statement: &[Change]) -> bool {
    let mark = catalog.mark();
    let mut problems = Vec::new();
    for change in statement {
        catalog.apply(change, &mut problems);
        if !problems.is_empty() {
            catalog.take_back(mark);
            return false;
        }
    }
    catalog.forget_marks();
    true
}

fn table_of(statement: &[Change]) -> Option<&NewTable> {
    match statement.first() {
        Some(Change::CreateTable(table)) => Some(table),
        _ => None,
    }
}

/// The tables a table needs.
fn needs(table: &NewTable) -> impl Iterator<Item = &Path> {
    let targets = table.constraints.iter().filter_map(|constraint| match &constraint.kind {
        ConstraintKind::Foreign { target, .. } => Some(target),
        ConstraintKind::Primary(_)
        | ConstraintKind::Unique(_)
        | ConstraintKind::Check(_)
        | ConstraintKind::Exclude(_) => None,
    });
    targets.chain(&table.parents).chain(table.like.iter().map(|like| &like.path))
}

/// Each table behind those it needs, where they are not in a circle.
fn tables_in_order(statements: Vec<Vec<Change>>) -> Vec<Vec<Change>> {
    let mut by_name: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        if let Some(table) = table_of(statement) {
            by_name.entry(table.path.name.key.clone()).or_default().push(at);
        }
    }
    let mut order: Vec<usize> = Vec::with_capacity(statements.len());
    // Whether it was begun; a stack of our own, because chains of tables may be long.
    let mut begun = vec![false; statements.len()];
    for first in 0..statements.len() {
        let mut stack = vec![(first, false)];
        while let Some((at, done)) = stack.pop() {
            if done {
                order.push(at);
                continue;
            }
            if std::mem::replace(&mut begun[at], true) {
                continue;
            }
            stack.push((at, true));
            if let Some(table) = table_of(&statements[at]) {
                let needed = needs(table).filter_map(|path| by_name.get(&path.name.key)).flatten();
                stack.extend(needed.filter(|other| !begun[**other]).map(|other| (*other, false)));
            }
        }
    }
    let mut statements: Vec<Option<Vec<Change>>> = statements.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| statements[at].take()).collect()
}

/// A table, and its foreign keys to other tables as statements of their own.
fn without_foreign_keys(mut statement: Vec<Change>) -> Vec<Vec<Change>> {
    let Some(Change::CreateTable(table)) = statement.first_mut() else { return vec![statement] };
    let own = table.path.clone();
    let is_other = |kind: &ConstraintKind<Path>| match kind {
        ConstraintKind::Foreign { target, .. } => target.name != own.name,
        ConstraintKind::Primary(_)
        | ConstraintKind::Unique(_)
        | ConstraintKind::Check(_)
        | ConstraintKind::Exclude(_) => false,
    };
    let (foreign, rest): (Vec<_>, Vec<_>) =
        std::mem::take(&mut table.constraints).into_iter().partition(|constraint| is_other(&constraint.kind));
    table.constraints = rest;
    let later = foreign.into_iter().map(|constraint| {
        let actions = vec![Action::AddConstraint(Box::new(constraint))];
        vec![Change::AlterTable(Box::new(AlterTable { path: own.clone(), if_exists: false, only: false, actions }))]
    });
    let later: Vec<_> = later.collect();
    std::iter::once(statement).chain(later).collect()
}
