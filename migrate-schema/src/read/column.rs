//! A column with what belongs to it, and constraints.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{expr, types};
use crate::catalog::change::{NewColumn, NewConstraint, NewIndex, Numbered, Part};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::{ColumnDetails, ConstraintDetails, IndexDetails};
use crate::catalog::name::Ident;
use crate::sql::Kind;

/// What a column is read to.
pub(super) struct ReadColumn {
    pub(super) column: NewColumn,
    pub(super) constraints: Vec<NewConstraint>,
    /// Keys of MySQL that stand with the column.
    pub(super) indexes: Vec<NewIndex>,
    /// Something was not understood: there may be a constraint more.
    pub(super) loose: bool,
}

/// Words with which the next clause of a column begins.
const CLAUSES: &[&str] = &[
    "CONSTRAINT",
    "NOT",
    "NULL",
    "DEFAULT",
    "PRIMARY",
    "UNIQUE",
    "CHECK",
    "REFERENCES",
    "COLLATE",
    "GENERATED",
    "AS",
    "AUTO_INCREMENT",
    "AUTOINCREMENT",
    "COMMENT",
    "ON",
    "KEY",
    "FIRST",
    "AFTER",
    "STORED",
    "VIRTUAL",
    "PERSISTENT",
    "DEFERRABLE",
    "INITIALLY",
    "INVISIBLE",
    "VISIBLE",
    "STORAGE",
    "COMPRESSION",
    "OPTIONS",
    "SRID",
    "MATCH",
    "CHARACTER",
];

/// From the name on, up to the end of the cursor. MySQL's `FIRST` and `AFTER` are passed over.
pub(super) fn read(cursor: &mut Cursor<'_>, name: Ident) -> Option<ReadColumn> {
    let (ty, numbered) = match types::read(cursor) {
        Some((ty, numbered)) => (Some(ty), numbered),
        None if cursor.sqlite() => (None, Numbered::No),
        None => return None,
    };
    let not_null = numbered != Numbered::No;
    let column = NewColumn {
        name,
        ty,
        not_null,
        default: None,
        generated: None,
        numbered,
        details: ColumnDetails::default(),
        position: None,
    };
    let mut read = ReadColumn { column, constraints: Vec::new(), indexes: Vec::new(), loose: false };
    while !cursor.done() {
        clause(cursor, &mut read)?;
    }
    Some(read)
}

fn clause(cursor: &mut Cursor<'_>, read: &mut ReadColumn) -> Option<()> {
    let start = cursor.at;
    let mut name = None;
    if cursor.eat("CONSTRAINT") {
        // MySQL may leave the name out.
        if !cursor.is_any(&["CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "NOT", "NULL"]) {
            name = Some(cursor.name()?);
        }
    }
    let own = read.column.name.clone();
    let constraint = |kind, cursor: &Cursor<'_>, name: Option<Ident>| NewConstraint {
        name,
        kind,
        place: cursor.place_of(start, cursor.at),
        details: ConstraintDetails::default(),
        using_index: None,
        if_not_exists: false,
    };
    if cursor.eat("NOT NULL") {
        read.column.not_null = true;
        let _ = cursor.eat("NO INHERIT");
        conflict(cursor);
    } else if cursor.eat("NULL") {
        read.column.not_null = false;
        conflict(cursor);
    } else if cursor.eat("DEFAULT") {
        let from = cursor.at;
        value(cursor);
        read.column.default = Some(cursor.spaced(from, cursor.at).into());
    } else if cursor.eat("PRIMARY KEY") || cursor.mysql() && cursor.eat("KEY") {
        let _ = cursor.eat("ASC") || cursor.eat("DESC");
        conflict(cursor);
        parameters(cursor);
        if cursor.eat("AUTOINCREMENT") {
            read.column.numbered = Numbered::Auto;
        }
        if !cursor.sqlite() {
            read.column.not_null = true;
        }
        let kind = ConstraintKind::Primary(vec![own]);
        let found = constraint(kind, cursor, name);
        read.constraints.push(found);
    } else if cursor.eat("UNIQUE") {
        if cursor.mysql() {
            let _ = cursor.eat("KEY");
            read.indexes.push(NewIndex {
                name: None,
                unique: true,
                parts: vec![Part::Column(own)],
                include: Vec::new(),
                predicate: None,
                plain: true,
                details: IndexDetails::default(),
                place: cursor.place_of(start, cursor.at),
                if_not_exists: false,
            });
        } else {
            let _ = cursor.eat("NULLS NOT DISTINCT") || cursor.eat("NULLS DISTINCT");
            conflict(cursor);
            parameters(cursor);
            let found = constraint(ConstraintKind::Unique(vec![own]), cursor, name);
            read.constraints.push(found);
        }
    } else if cursor.eat("CHECK") {
        let inner = cursor.parens()?;
        let found = constraint(ConstraintKind::Check(expr::read(&inner)), cursor, name);
        read.constraints.push(found);
        let _ =
            cursor.eat("NO INHERIT") || cursor.eat("NOT ENFORCED") || cursor.eat("ENFORCED") || cursor.eat("NOT VALID");
    } else if cursor.eat("REFERENCES") {
        let (target, target_columns) = references(cursor)?;
        let kind = ConstraintKind::Foreign { columns: vec![own], target, target_columns, inline: true };
        let found = constraint(kind, cursor, name);
        read.constraints.push(found);
    } else if cursor.is("GENERATED") || cursor.is("AS") {
        generated(cursor, read)?;
    } else if cursor.eat("AUTO_INCREMENT") || cursor.eat("AUTOINCREMENT") {
        read.column.numbered = Numbered::Auto;
        read.column.not_null |= cursor.mysql();
    } else if cursor.eat("COLLATE") {
        if cursor.path().is_none() {
            cursor.next()?;
        }
    } else if cursor.eat("COMMENT") {
        cursor.next()?;
    } else if cursor.eat("ON UPDATE") {
        value(cursor);
    } else if cursor.eat("FIRST") {
    } else if cursor.eat("AFTER") {
        cursor.name()?;
    } else if cursor.eat("DEFERRABLE") || cursor.eat("NOT DEFERRABLE") {
    } else if cursor.eat("INITIALLY") {
        cursor.next()?;
    } else {
        // Something the catalog does not keep: up to the next clause that it knows.
        cursor.next()?;
        cursor.skip_to(CLAUSES);
        read.loose = true;
    }
    Some(())
}

/// `GENERATED ALWAYS AS IDENTITY`, `GENERATED … AS (expr)`, `AS (expr)`.
fn generated(cursor: &mut Cursor<'_>, read: &mut ReadColumn) -> Option<()> {
    let mut always = false;
    if cursor.eat("GENERATED") {
        always = cursor.eat("ALWAYS");
        let _ = cursor.eat("BY DEFAULT");
        let _ = cursor.eat("ON NULL");
    }
    if !cursor.eat("AS") {
        return None;
    }
    if cursor.eat("IDENTITY") {
        if cursor.is_kind(Kind::Open) {
            cursor.parens()?;
        }
        read.column.numbered = Numbered::Identity { always };
        read.column.not_null = true;
        return Some(());
    }
    let inner = cursor.parens()?;
    read.column.generated = Some(expr::read(&inner));
    let _ = cursor.eat("STORED") || cursor.eat("VIRTUAL") || cursor.eat("PERSISTENT");
    Some(())
}

/// `ON CONFLICT …` of SQLite.
fn conflict(cursor: &mut Cursor<'_>) {
    if cursor.eat("ON CONFLICT") {
        cursor.next();
    }
}

/// `WITH (…)`, `USING INDEX TABLESPACE …`, `INCLUDE (…)`.
fn parameters(cursor: &mut Cursor<'_>) {
    loop {
        if cursor.eat("WITH") || cursor.eat("INCLUDE") {
            cursor.parens();
        } else if cursor.eat("USING INDEX TABLESPACE") {
            cursor.next();
        } else {
            return;
        }
    }
}

/// The value of a default: up to the clause that follows.
fn value(cursor: &mut Cursor<'_>) {
    let mut first = true;
    let mut after_operator = false;
    while let Some(token) = cursor.peek() {
        if token.kind == Kind::Open {
            cursor.parens();
        } else if token.kind == Kind::Word && !first && !after_operator && cursor.is_any(CLAUSES) {
            return;
        } else {
            cursor.at += 1;
        }
        after_operator = token.kind == Kind::Op;
        first = false;
    }
}

/// The table and columns behind `REFERENCES`, and what follows them.
pub(super) fn references(cursor: &mut Cursor<'_>) -> Option<(crate::catalog::name::Path, Vec<Ident>)> {
    let target = cursor.path()?;
    let columns = if cursor.is_kind(Kind::Open) { cursor.names()? } else { Vec::new() };
    loop {
        if cursor.eat("MATCH") {
            cursor.next()?;
        } else if cursor.eat("ON DELETE") || cursor.eat("ON UPDATE") {
            if cursor.eat("SET NULL") || cursor.eat("SET DEFAULT") {
                if cursor.is_kind(Kind::Open) {
                    cursor.parens()?;
                }
            } else if !cursor.eat("NO ACTION") {
                cursor.next()?;
            }
        } else if cursor.eat("NOT DEFERRABLE") || cursor.eat("DEFERRABLE") || cursor.eat("NOT VALID") {
        } else if cursor.eat("INITIALLY") {
            cursor.next()?;
        } else {
            return Some((target, columns));
        }
    }
}

/// A constraint or key of the whole table.
pub(super) enum TablePart {
    Constraint(NewConstraint),
    Index(NewIndex),
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
    if cursor.mysql() && cursor.is_any(&["KEY", "INDEX", "FULLTEXT", "SPATIAL"]) {
        return true;
    }
    false
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
    let kind = if cursor.eat("PRIMARY KEY") {
        if cursor.eat("USING INDEX") {
            return using_index(cursor, start, name, ConstraintKind::Primary(Vec::new()));
        }
        mysql_name(cursor);
        ConstraintKind::Primary(key_columns(cursor)?)
    } else if cursor.eat("UNIQUE") {
        if cursor.mysql() {
            let _ = cursor.eat("KEY") || cursor.eat("INDEX");
            let mut index = super::index::mysql(cursor, true, true, start)?;
            index.name = index.name.or(name);
            index.if_not_exists |= if_not_exists;
            return Some(TablePart::Index(index));
        }
        if cursor.eat("USING INDEX") {
            return using_index(cursor, start, name, ConstraintKind::Unique(Vec::new()));
        }
        let _ = cursor.eat("NULLS NOT DISTINCT") || cursor.eat("NULLS DISTINCT");
        ConstraintKind::Unique(key_columns(cursor)?)
    } else if cursor.eat("FOREIGN KEY") {
        if_not_exists |= cursor.if_not_exists();
        if cursor.mysql() && !cursor.is_kind(Kind::Open) {
            // The name of its index; MariaDB takes it for the constraint where that has none.
            let index = cursor.name()?;
            name = name.or(Some(index));
        }
        let columns = cursor.names()?;
        if !cursor.eat("REFERENCES") {
            return None;
        }
        let (target, target_columns) = references(cursor)?;
        ConstraintKind::Foreign { columns, target, target_columns, inline: false }
    } else if cursor.eat("CHECK") {
        let inner = cursor.parens()?;
        ConstraintKind::Check(expr::read(&inner))
    } else if cursor.eat("EXCLUDE") {
        ConstraintKind::Exclude(expr::whole(cursor))
    } else if cursor.mysql() {
        let plain = !(cursor.eat("FULLTEXT") || cursor.eat("SPATIAL"));
        let _ = cursor.eat("KEY") || cursor.eat("INDEX");
        return Some(TablePart::Index(super::index::mysql(cursor, false, plain, start)?));
    } else {
        return None;
    };
    let place = cursor.place_of(start, cursor.at);
    Some(TablePart::Constraint(NewConstraint {
        name,
        kind,
        details: ConstraintDetails::default(),
        place,
        using_index: None,
        if_not_exists,
    }))
}

fn using_index(
    cursor: &mut Cursor<'_>,
    start: usize,
    name: Option<Ident>,
    kind: ConstraintKind<crate::catalog::name::Path>,
) -> Option<TablePart> {
    let using_index = Some(cursor.name()?);
    let place = cursor.place_of(start, cursor.at);
    Some(TablePart::Constraint(NewConstraint {
        name,
        kind,
        details: ConstraintDetails::default(),
        place,
        using_index,
        if_not_exists: false,
    }))
}

/// MySQL lets a primary key have a name and forgets it.
fn mysql_name(cursor: &mut Cursor<'_>) {
    if cursor.mysql() {
        if !cursor.is_kind(Kind::Open) && !cursor.is("USING") {
            let _ = cursor.name();
        }
        if cursor.eat("USING") {
            cursor.next();
        }
    }
}

/// The columns of a key: lengths, orders and collations are passed over.
fn key_columns(cursor: &mut Cursor<'_>) -> Option<Vec<Ident>> {
    let mut inner = cursor.parens()?;
    let mut columns = Vec::new();
    while let Some(mut item) = inner.item() {
        columns.push(item.name()?);
    }
    Some(columns)
}

/// The default as text, for `ALTER COLUMN … SET DEFAULT`.
pub(super) fn rest_as_text(cursor: &mut Cursor<'_>) -> Arc<str> {
    let from = cursor.at;
    let length = cursor.tokens().len();
    cursor.at += length;
    cursor.spaced(from, from + length).into()
}
