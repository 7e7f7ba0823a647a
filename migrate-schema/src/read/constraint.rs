//! Constraints, of a column or of a table.

use std::sync::Arc;

use migrate_core::Dialect;

use super::cursor::Cursor;
use super::{expr, options};
use crate::catalog::change::{NewConstraint, NewIndex};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::ConstraintDetails;
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::WITHOUT_OVERLAPS;
use crate::sql::Kind;

/// The table and columns behind `REFERENCES`.
pub(super) fn references(cursor: &mut Cursor<'_>) -> Option<(Path, Vec<Ident>)> {
    let target = cursor.path()?;
    let columns = if cursor.is_kind(Kind::Open) { foreign_columns(cursor)?.0 } else { Vec::new() };
    Some((target, columns))
}

/// The columns of a foreign key, and whether the last is a `PERIOD`.
fn foreign_columns(cursor: &mut Cursor<'_>) -> Option<(Vec<Ident>, bool)> {
    let mut inner = cursor.parens()?;
    let (mut columns, mut period) = (Vec::new(), false);
    while let Some(mut item) = inner.item() {
        // Alone it is a name.
        period = item.postgres() && item.peek_at(1).is_some() && item.eat("PERIOD");
        columns.push(item.name()?);
    }
    Some((columns, period))
}

/// What is said about any constraint, as far as it goes.
pub(super) fn attributes(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails) -> Option<()> {
    loop {
        if cursor.eat("DEFERRABLE") {
            details.deferrable = true;
        } else if cursor.eat("NOT DEFERRABLE") {
            details.deferrable = false;
        } else if cursor.eat("INITIALLY DEFERRED") {
            details.deferrable = true;
            details.deferred = true;
        } else if cursor.eat("INITIALLY IMMEDIATE") {
            details.deferred = false;
        } else if cursor.eat("NOT VALID") {
            details.not_valid = true;
        } else if cursor.eat("NO INHERIT") {
            details.no_inherit = true;
        } else if cursor.eat("NOT ENFORCED") {
            details.not_enforced = true;
        } else if cursor.eat("ENFORCED") {
            details.not_enforced = false;
        } else {
            return Some(());
        }
    }
}

/// What is said about a foreign key.
pub(super) fn foreign(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails) -> Option<()> {
    loop {
        let before = cursor.at;
        attributes(cursor, details)?;
        if cursor.eat("MATCH") {
            let token = cursor.next()?;
            let matching = cursor.str(token).to_ascii_lowercase();
            details.matching = (matching != "simple").then(|| matching.into());
        } else if cursor.eat("ON DELETE") {
            details.on_delete = action(cursor)?;
        } else if cursor.eat("ON UPDATE") {
            details.on_update = action(cursor)?;
        } else if cursor.at == before {
            return Some(());
        }
    }
}

/// What happens to a row when the other goes. None is what the server shows nothing for: `NO ACTION`, and in MariaDB
/// `RESTRICT`. The two do the same in InnoDB, but each is kept under its own name.
fn action(cursor: &mut Cursor<'_>) -> Option<Option<Arc<str>>> {
    let from = cursor.at;
    let usual = if cursor.dialect == Dialect::MariaDb { "RESTRICT" } else { "NO ACTION" };
    if cursor.eat(usual) {
        return Some(None);
    }
    if cursor.eat("NO ACTION") {
    } else if cursor.eat("SET NULL") || cursor.eat("SET DEFAULT") {
        if cursor.is_kind(Kind::Open) {
            cursor.parens()?;
        }
    } else {
        cursor.next()?;
    }
    Some(Some(cursor.spaced(from, cursor.at).into()))
}

/// What is said about a key and the index below it.
pub(super) fn key(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails, inline: bool) -> Option<()> {
    loop {
        let before = cursor.at;
        attributes(cursor, details)?;
        if cursor.eat("NULLS NOT DISTINCT") {
            details.nulls_not_distinct = true;
        } else if cursor.eat("NULLS DISTINCT") {
            details.nulls_not_distinct = false;
        } else if cursor.postgres() && cursor.eat("WITH") {
            options::parameters(cursor, &mut details.options)?;
        } else if cursor.eat("INCLUDE") {
            details.include = cursor.names()?;
        } else if cursor.eat("USING INDEX TABLESPACE") {
            details.options.insert("tablespace".into(), cursor.plain()?);
        } else if cursor.eat("ON CONFLICT") {
            details.on_conflict = conflict(cursor)?;
        } else if cursor.mysql() && cursor.eat("USING") {
            details.options.insert("using".into(), cursor.plain()?.to_lowercase().into());
        } else if cursor.mysql() && cursor.eat("KEY_BLOCK_SIZE") {
            let _ = cursor.eat_op("=");
            let token = cursor.next()?;
            details.options.insert("key_block_size".into(), cursor.str(token).into());
        } else if cursor.mysql() && !inline && cursor.eat("COMMENT") {
            let says: Arc<str> = cursor.literal()?.into();
            if !says.is_empty() {
                details.options.insert("comment".into(), says);
            }
        } else if cursor.at == before {
            return Some(());
        }
    }
}

/// Behind `ON CONFLICT`: `ABORT` is what happens anyway.
pub(super) fn conflict(cursor: &mut Cursor<'_>) -> Option<Option<Arc<str>>> {
    let token = cursor.next()?;
    let word = cursor.str(token).to_ascii_lowercase();
    Some((word != "abort").then(|| word.into()))
}

/// A constraint or key of the whole table.
pub(super) enum TablePart {
    Constraint(Box<NewConstraint>),
    Index(Box<NewIndex>),
}

/// Whether what comes next is a constraint of the table and not a column.
pub(super) fn is_table_part(cursor: &Cursor<'_>) -> bool {
    if cursor.is("CONSTRAINT") {
        return true;
    }
    if cursor.is("PRIMARY") || cursor.is("FOREIGN") {
        return cursor.is_at(1, "KEY");
    }
    let open = |ahead| cursor.peek_at(ahead).is_some_and(|token| token.kind == Kind::Open);
    if cursor.is("CHECK") {
        return open(1);
    }
    if cursor.is("UNIQUE") {
        return open(1) || cursor.is_at(1, "NULLS") || cursor.is_at(1, "USING") || cursor.mysql();
    }
    if cursor.is("EXCLUDE") {
        return cursor.is_at(1, "USING") || open(1);
    }
    cursor.mysql() && cursor.is_any(&["KEY", "INDEX", "FULLTEXT", "SPATIAL"])
}

/// Reads it, up to the end of the cursor.
pub(super) fn table_part(cursor: &mut Cursor<'_>) -> Option<TablePart> {
    let start = cursor.at;
    let mut name = None;
    let mut if_not_exists = false;
    if cursor.eat("CONSTRAINT") {
        if_not_exists = cursor.if_not_exists();
        if !(cursor.is_any(&["CHECK", "UNIQUE"]) || cursor.is("PRIMARY") || cursor.is("FOREIGN")) {
            name = Some(cursor.name()?);
        }
    }
    let mut details = ConstraintDetails::default();
    let mut using_index = None;
    let kind = if cursor.eat("PRIMARY KEY") {
        if cursor.eat("USING INDEX") {
            using_index = Some(cursor.name()?);
            attributes(cursor, &mut details)?;
            ConstraintKind::Primary(Vec::new())
        } else {
            mysql_name(cursor, &mut details)?;
            let columns = key_columns(cursor, &mut details)?;
            key(cursor, &mut details, false)?;
            ConstraintKind::Primary(columns)
        }
    } else if cursor.eat("UNIQUE") {
        if cursor.mysql() {
            let _ = cursor.eat("KEY") || cursor.eat("INDEX");
            let mut index = super::index::mysql(cursor, true, None, start)?;
            index.name = index.name.or(name);
            index.if_not_exists |= if_not_exists;
            return Some(TablePart::Index(Box::new(index)));
        }
        if cursor.eat("USING INDEX") {
            using_index = Some(cursor.name()?);
            attributes(cursor, &mut details)?;
            ConstraintKind::Unique(Vec::new())
        } else {
            key(cursor, &mut details, false)?;
            let columns = key_columns(cursor, &mut details)?;
            key(cursor, &mut details, false)?;
            ConstraintKind::Unique(columns)
        }
    } else if cursor.eat("FOREIGN KEY") {
        if_not_exists |= cursor.if_not_exists();
        if cursor.mysql() && !cursor.is_kind(Kind::Open) {
            // The name of its index; MariaDB takes it for the constraint where that has none.
            let index = cursor.name()?;
            name = name.or(Some(index));
        }
        let (columns, period) = foreign_columns(cursor)?;
        details.period = period;
        if !cursor.eat("REFERENCES") {
            return None;
        }
        let (target, target_columns) = references(cursor)?;
        foreign(cursor, &mut details)?;
        ConstraintKind::Foreign { columns, target, target_columns, inline: false }
    } else if cursor.eat("CHECK") {
        let inner = cursor.parens()?;
        attributes(cursor, &mut details)?;
        if cursor.sqlite() && cursor.eat("ON CONFLICT") {
            details.on_conflict = conflict(cursor)?;
        }
        ConstraintKind::Check(expr::read(&inner))
    } else if cursor.eat("EXCLUDE") {
        exclude(cursor, &mut details)?
    } else if cursor.mysql() {
        let method = super::index::mysql_method(cursor);
        let _ = cursor.eat("KEY") || cursor.eat("INDEX");
        return Some(TablePart::Index(Box::new(super::index::mysql(cursor, false, method, start)?)));
    } else {
        return None;
    };
    let place = cursor.place_of(start, cursor.at);
    let constraint = NewConstraint { name, kind, details, place, using_index, if_not_exists };
    Some(TablePart::Constraint(Box::new(constraint)))
}

/// All behind `EXCLUDE`; when it is checked is no part of the text.
fn exclude(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails) -> Option<ConstraintKind<Path>> {
    let from = cursor.at;
    cursor.skip_to(&["DEFERRABLE", "INITIALLY", "NOT"]);
    let mut whole = cursor.clone();
    whole.at = from;
    whole.truncate(cursor.at);
    attributes(cursor, details)?;
    Some(ConstraintKind::Exclude(expr::whole(&mut whole)))
}

/// MySQL lets a primary key have a name and forgets it.
fn mysql_name(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails) -> Option<()> {
    if cursor.mysql() {
        if !cursor.is_kind(Kind::Open) && !cursor.is("USING") {
            let _ = cursor.name();
        }
        key(cursor, details, false)?;
    }
    Some(())
}

/// The columns of a key; lengths, orders and collations go to the details.
fn key_columns(cursor: &mut Cursor<'_>, details: &mut ConstraintDetails) -> Option<Vec<Ident>> {
    let mut inner = cursor.parens()?;
    let mut columns = Vec::new();
    let mut suffixes = Vec::new();
    while let Some(mut item) = inner.item() {
        if let Some(period) = super::index::without_overlaps(&item) {
            details.options.insert(WITHOUT_OVERLAPS.into(), period);
            continue;
        }
        columns.push(item.name()?);
        suffixes.push(super::index::suffix(&mut item));
    }
    details.suffixes = super::index::unless_empty(suffixes);
    Some(columns)
}
