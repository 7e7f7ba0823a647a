//! `ALTER TABLE … PARTITION` of MySQL and MariaDB.

use std::sync::Arc;

use super::cursor::Cursor;
use super::options;
use crate::catalog::name::Ident;
use crate::catalog::partition::PartitionChange;
use crate::sql::Kind;

/// What happens to partitions of MySQL, which stands alone. Nothing is read where it is none of that.
pub(super) fn change(cursor: &mut Cursor<'_>) -> Option<PartitionChange> {
    let start = cursor.at;
    let change = one(cursor).filter(|_| cursor.done());
    if change.is_none() {
        cursor.at = start;
    }
    change
}

fn one(cursor: &mut Cursor<'_>) -> Option<PartitionChange> {
    let quiet = |cursor: &mut Cursor<'_>| cursor.eat("NO_WRITE_TO_BINLOG") || cursor.eat("LOCAL");
    if cursor.eat("ADD PARTITION") {
        let missing = cursor.if_not_exists();
        let _ = quiet(cursor);
        if cursor.eat("PARTITIONS") {
            return Some(PartitionChange::More(count(cursor)?));
        }
        let new = defined(cursor)?;
        return Some(if missing { PartitionChange::AddMissing(new) } else { PartitionChange::Add(new) });
    }
    if cursor.eat("COALESCE PARTITION") {
        let _ = quiet(cursor);
        return Some(PartitionChange::Less(count(cursor)?));
    }
    if cursor.eat("DROP PARTITION") {
        let present = cursor.if_exists();
        let names = named(cursor)?;
        return Some(if present { PartitionChange::DropPresent(names) } else { PartitionChange::Drop(names) });
    }
    if cursor.eat("TRUNCATE PARTITION") {
        // `ALL` is a word that no partition is called by.
        return if cursor.is("ALL") { None } else { Some(PartitionChange::Empty(named(cursor)?)) };
    }
    if cursor.eat("REORGANIZE PARTITION") {
        let _ = quiet(cursor);
        let names = named(cursor)?;
        if !cursor.eat("INTO") {
            return None;
        }
        return Some(PartitionChange::Divide(names, defined(cursor)?));
    }
    None
}

fn count(cursor: &mut Cursor<'_>) -> Option<usize> {
    let token = cursor.next()?;
    cursor.str(token).parse().ok()
}

/// Names with commas between them.
fn named(cursor: &mut Cursor<'_>) -> Option<Vec<Ident>> {
    let mut names = vec![cursor.name()?];
    while cursor.eat_kind(Kind::Comma) {
        names.push(cursor.name()?);
    }
    Some(names)
}

/// Partitions in brackets.
fn defined(cursor: &mut Cursor<'_>) -> Option<Vec<Arc<str>>> {
    let mut inner = cursor.parens()?;
    let mut found = Vec::new();
    while let Some(item) = inner.item() {
        found.push(options::partitions(&item, item.at, item.at + item.tokens().len()));
    }
    Some(found)
}
