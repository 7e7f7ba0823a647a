//! A column with what belongs to it.

use std::sync::Arc;

use migrate_core::Dialect;

use super::constraint::{attributes, conflict, foreign, key, references};
use super::cursor::Cursor;
use super::{expr, options, types};
use crate::catalog::change::{NewColumn, NewConstraint, NewIndex, NewTable, Numbered, Part, Position};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::{ColumnDetails, ConstraintDetails, IndexDetails, set};
use crate::catalog::name::Ident;
use crate::catalog::table::{NOT_ROWID, Type};
use crate::sql::Kind;

/// What a column is read to.
pub(super) struct ReadColumn {
    pub(super) column: NewColumn,
    pub(super) constraints: Vec<NewConstraint>,
    /// Keys of MySQL that stand with the column.
    pub(super) indexes: Vec<NewIndex>,
    /// Something was not understood: there may be a constraint more.
    pub(super) loose: bool,
    /// `NULL` stands there.
    nullable: bool,
    /// What stands there, or follows from what does, which `NULL` excludes.
    never_null: Option<&'static str>,
}

impl ReadColumn {
    /// Clauses that exclude each other (PostgreSQL).
    fn contradicts(&mut self, cursor: &Cursor<'_>, one: &'static str, other: &'static str) {
        if cursor.postgres() {
            self.column.contradiction.get_or_insert((one, other));
        }
    }

    fn is_nullable(&mut self, cursor: &Cursor<'_>) {
        self.nullable = true;
        if let Some(other) = self.never_null {
            self.contradicts(cursor, "NULL", other);
        }
    }

    fn is_never_null(&mut self, cursor: &Cursor<'_>, why: &'static str) {
        self.never_null = Some(why);
        if self.nullable {
            self.contradicts(cursor, "NULL", why);
        }
    }
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

/// From the name on, up to the end of the cursor.
pub(super) fn read(cursor: &mut Cursor<'_>, name: Ident) -> Option<ReadColumn> {
    let start = cursor.at;
    let (ty, numbered) = match types::read(cursor) {
        Some((ty, numbered)) => (Some(ty), numbered),
        None if cursor.sqlite() => (None, Numbered::No),
        None => return None,
    };
    rest(cursor, name, ty, numbered, start)
}

/// The clauses of a column whose type stands elsewhere.
pub(super) fn settings(cursor: &mut Cursor<'_>, name: Ident) -> Option<ReadColumn> {
    let start = cursor.at;
    rest(cursor, name, None, Numbered::No, start)
}

fn rest(
    cursor: &mut Cursor<'_>,
    name: Ident,
    ty: Option<Type>,
    numbered: Numbered,
    start: usize,
) -> Option<ReadColumn> {
    let not_null = numbered != Numbered::No;
    let mut indexes = Vec::new();
    if cursor.mysql() && numbered == Numbered::Auto {
        // SERIAL
        indexes.push(unique(name.clone(), cursor, start));
    }
    let column = NewColumn {
        name,
        ty,
        not_null,
        default: None,
        default_value: None,
        generated: None,
        numbered,
        details: ColumnDetails::default(),
        contradiction: None,
        position: None,
    };
    let never_null = (numbered == Numbered::Serial).then_some("`serial`");
    let mut read = ReadColumn { column, constraints: Vec::new(), indexes, loose: false, nullable: false, never_null };
    while !cursor.done() {
        clause(cursor, &mut read)?;
    }
    if cursor.mysql() && read.constraints.iter().any(|one| matches!(one.kind, ConstraintKind::Primary(_))) {
        // A column that says both, as `SERIAL PRIMARY KEY` does, has one key.
        read.indexes.clear();
    }
    settle(&mut read.column, None, cursor.dialect);
    if cursor.dialect == Dialect::MariaDb {
        json(&mut read.column, &mut read.constraints, None);
    }
    Some(read)
}

/// The collation of what MariaDB makes of `json`.
const JSON: &str = "utf8mb4_bin";

/// What MariaDB makes of `json` is read as what was written. `around`: the collation of the table, if it is known.
fn json(column: &mut NewColumn, constraints: &mut Vec<NewConstraint>, around: Option<&str>) {
    let own = column.name.key.clone();
    let of_column = |constraint: &NewConstraint| constraint.details.options.get("column") == Some(&own);
    // With a check of its own it is only a text.
    if column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("json")) && constraints.iter().any(of_column) {
        column.ty = Some(types::named("longtext", Dialect::MariaDb));
        column.details.charset = Some("utf8mb4".into());
        column.details.collation = Some(JSON.into());
    }
    let longtext = column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("longtext"));
    let collation = match (&column.details.collation, &column.details.charset) {
        (None, None) => around,
        (own, _) => own.as_deref(),
    };
    if !longtext || collation != Some(JSON) {
        return;
    }
    let checks = |constraint: &NewConstraint| match &constraint.kind {
        ConstraintKind::Check(expr) if constraint.name.is_none() && of_column(constraint) => {
            expr.text.replace([' ', '`', '(', ')'], "").to_lowercase() == format!("json_valid{own}")
        }
        _ => false,
    };
    if let Some(at) = constraints.iter().position(checks) {
        constraints.remove(at);
        column.ty = Some(types::named("json", Dialect::MariaDb));
        column.details.collation = None;
        column.details.charset = None;
    }
}

/// The same in a table with the collation for all its columns, where the server does not write it at each.
pub(super) fn json_of_table(table: &mut NewTable) {
    let around = table.options.get("collate").cloned();
    for column in &mut table.columns {
        json(column, &mut table.constraints, around.as_deref());
    }
}

/// The index of a column that is `UNIQUE` in MySQL.
fn unique(column: Ident, cursor: &Cursor<'_>, start: usize) -> NewIndex {
    NewIndex {
        name: None,
        unique: true,
        parts: vec![Part::Column(column)],
        include: Vec::new(),
        predicate: None,
        plain: true,
        details: IndexDetails::default(),
        place: cursor.place_of(start, cursor.at),
        if_not_exists: false,
    }
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
    // SQLite takes a name with nothing behind it.
    if cursor.sqlite() && name.is_some() && (cursor.done() || cursor.is("CONSTRAINT")) {
        return Some(());
    }
    let own = read.column.name.clone();
    let begun = cursor.at;
    let column = &mut read.column;
    if cursor.eat("NOT NULL") {
        column.not_null = true;
        let _ = cursor.eat("NO INHERIT");
        null_conflict(cursor, column)?;
        read.is_never_null(cursor, "NOT NULL");
    } else if cursor.eat("NULL") {
        column.not_null = false;
        null_conflict(cursor, column)?;
        read.is_nullable(cursor);
    } else if cursor.eat("DEFAULT") {
        if column.default.is_some() && cursor.postgres() {
            column.contradiction.get_or_insert(("a default", "another one"));
        }
        let from = cursor.at;
        value(cursor);
        column.default = Some(cursor.spaced(from, cursor.at).into());
        if cursor.postgres() {
            let mut inner = cursor.clone();
            inner.truncate(cursor.at);
            inner.at = from;
            column.default_value = Some(expr::read(&inner));
        }
    } else if cursor.mysql() && cursor.eat("UNIQUE") {
        let _ = cursor.eat("KEY");
        // `SERIAL UNIQUE` is unique once.
        if read.indexes.is_empty() {
            read.indexes.push(unique(own, cursor, start));
        }
    } else if let Some((kind, details)) = constraint(cursor, read, &own, name.is_some())? {
        read.constraints.push(NewConstraint {
            name,
            kind,
            details,
            place: cursor.place_of(start, cursor.at),
            using_index: None,
            if_not_exists: false,
        });
    } else if cursor.at > begun {
        // It became an index, as `UNIQUE` does in MySQL.
    } else if cursor.is("GENERATED") || cursor.is("AS") {
        generated(cursor, read)?;
    } else if cursor.mysql() && mysql(cursor, read)? || about(cursor, read)? {
    } else if let Some(last) = read.constraints.last_mut()
        && cursor.is_any(&["DEFERRABLE", "NOT", "INITIALLY", "NO", "ENFORCED"])
    {
        let before = cursor.at;
        attributes(cursor, &mut last.details)?;
        if cursor.at == before {
            cursor.next();
        }
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

/// A constraint that stands with the column.
type Found = Option<(ConstraintKind<crate::catalog::name::Path>, ConstraintDetails)>;

/// `named`: a name has been read before it.
fn constraint(cursor: &mut Cursor<'_>, read: &mut ReadColumn, own: &Ident, named: bool) -> Option<Found> {
    let mut details = ConstraintDetails::default();
    let kind = if cursor.eat("PRIMARY KEY") || cursor.mysql() && cursor.eat("KEY") {
        let from = cursor.at;
        if cursor.eat("DESC") {
            details.suffixes.push(cursor.spaced(from, cursor.at).into());
        }
        let _ = cursor.eat("ASC");
        let whole = read.column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("integer"));
        if cursor.sqlite() && whole && !details.suffixes.is_empty() {
            details.options.insert(NOT_ROWID.into(), "".into());
        }
        key(cursor, &mut details, true)?;
        if cursor.eat("AUTOINCREMENT") {
            read.column.numbered = Numbered::Auto;
        }
        if !cursor.sqlite() {
            read.column.not_null = true;
        }
        ConstraintKind::Primary(vec![own.clone()])
    } else if cursor.eat("UNIQUE") {
        key(cursor, &mut details, true)?;
        ConstraintKind::Unique(vec![own.clone()])
    } else if cursor.eat("CHECK") {
        let inner = cursor.parens()?;
        attributes(cursor, &mut details)?;
        if cursor.dialect == Dialect::MariaDb && !named || cursor.sqlite() {
            details.options.insert("column".into(), own.key.clone());
        }
        ConstraintKind::Check(expr::read(&inner))
    } else if cursor.eat("REFERENCES") {
        let (target, target_columns) = references(cursor)?;
        foreign(cursor, &mut details)?;
        ConstraintKind::Foreign { columns: vec![own.clone()], target, target_columns, inline: true }
    } else {
        return Some(None);
    };
    Some(Some((kind, details)))
}

/// What only MySQL and MariaDB say. False if it is none of that.
fn mysql(cursor: &mut Cursor<'_>, read: &mut ReadColumn) -> Option<bool> {
    let column = &mut read.column;
    let mut flag = |name: &str, value: &str| {
        column.details.options.insert(name.into(), value.into());
    };
    if cursor.eat("AUTO_INCREMENT") {
        column.numbered = Numbered::Auto;
        column.not_null = true;
    } else if cursor.eat("CHARACTER SET") || cursor.eat("CHARSET") || cursor.eat("CHAR SET") {
        let _ = cursor.eat_op("=");
        column.details.charset = Some(cursor.plain()?.to_lowercase().into());
    } else if cursor.eat("COMMENT") {
        column.details.comment = Some(cursor.literal()?.into()).filter(|text: &Arc<str>| !text.is_empty());
    } else if cursor.eat("ON UPDATE") {
        let from = cursor.at;
        value(cursor);
        column.details.on_update = Some(cursor.spaced(from, cursor.at).into());
    } else if let (Some(ty), true) = (&mut column.ty, cursor.is_any(&["BINARY", "ASCII", "UNICODE"])) {
        // Behind the character set, and a part of the type all the same.
        let word = cursor.next()?;
        ty.text = format!("{} {}", ty.text, cursor.str(word).to_ascii_lowercase()).into();
    } else if cursor.eat("SERIAL DEFAULT VALUE") {
        column.numbered = Numbered::Auto;
        column.not_null = true;
        let index = unique(column.name.clone(), cursor, cursor.at - 1);
        read.indexes.push(index);
    } else if cursor.eat("FIRST") {
        column.position = Some(Position::First);
    } else if cursor.eat("AFTER") {
        column.position = Some(Position::After(cursor.name()?));
    } else if cursor.eat("INVISIBLE") {
        flag("invisible", "");
    } else if cursor.eat("VISIBLE") {
    } else if cursor.eat("WITH SYSTEM VERSIONING") {
        flag("with system versioning", "");
    } else if cursor.eat("WITHOUT SYSTEM VERSIONING") {
        flag("without system versioning", "");
    } else if cursor.eat("COMPRESSED") {
        let method = if cursor.eat_op("=") { cursor.plain()? } else { "".into() };
        // There is only one.
        flag("compressed", if method.eq_ignore_ascii_case("zlib") { "" } else { &method });
    } else if cursor.is_any(&["ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"]) {
        let token = cursor.next()?;
        let name = cursor.str(token).to_ascii_lowercase();
        let _ = cursor.eat_op("=");
        let value = cursor.next()?;
        flag(&name, cursor.str(value));
    } else if cursor.is_any(&["COLUMN_FORMAT", "STORAGE", "SRID", "REF_SYSTEM_ID"]) {
        let token = cursor.next()?;
        let name = cursor.str(token).to_ascii_lowercase();
        let _ = cursor.eat_op("=");
        let value = cursor.next()?;
        flag(&name, &cursor.str(value).to_ascii_lowercase());
    } else {
        return Some(false);
    }
    Some(true)
}

/// What else is said about a column. False if it is none of that.
fn about(cursor: &mut Cursor<'_>, read: &mut ReadColumn) -> Option<bool> {
    let column = &mut read.column;
    if cursor.eat("COLLATE") {
        let _ = cursor.eat_op("=");
        let mysql = cursor.mysql();
        // That of its character set.
        column.details.collation = collation(cursor)?.filter(|name| !(mysql && name.eq_ignore_ascii_case("default")));
    } else if cursor.eat("AUTOINCREMENT") {
        column.numbered = Numbered::Auto;
    } else if cursor.postgres() && cursor.is_any(&["STORAGE", "COMPRESSION"]) {
        let token = cursor.next()?;
        let name = cursor.str(token).to_ascii_lowercase();
        column.details.options.insert(name.into(), cursor.plain()?.to_lowercase().into());
    } else if cursor.postgres() && cursor.eat("OPTIONS") {
        let from = cursor.at;
        cursor.parens()?;
        column.details.options.insert("options".into(), cursor.spaced(from, cursor.at).into());
    } else {
        return Some(false);
    }
    Some(true)
}

/// The name behind `COLLATE`; none is the one that holds anyway.
pub(super) fn collation(cursor: &mut Cursor<'_>) -> Option<Option<Arc<str>>> {
    let name = cursor.plain()?;
    let name = match cursor.postgres() {
        true => name.strip_prefix("pg_catalog.").map_or_else(|| name.clone(), Into::into),
        false => name.to_lowercase().into(),
    };
    Some(Some(name).filter(|name| !(cursor.postgres() && &**name == "default")))
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
            let mut inner = cursor.parens()?;
            set(&mut read.column.details.numbering, &options::numbering(&mut inner)?.settings);
        }
        if read.column.numbered == Numbered::Serial {
            read.contradicts(cursor, "the default that `serial` brings", "an identity");
        }
        read.is_never_null(cursor, "an identity");
        read.column.numbered = Numbered::Identity { always };
        read.column.not_null = true;
        return Some(());
    }
    if cursor.mysql() && cursor.is("ROW") {
        // Of MariaDB's versioned tables.
        let end = cursor.eat("ROW END");
        if !end && !cursor.eat("ROW START") {
            return None;
        }
        let name = if end { "generated always as row end" } else { "generated always as row start" };
        read.column.details.options.insert(name.into(), "".into());
        return Some(());
    }
    let inner = cursor.parens()?;
    read.column.generated = Some(expr::read(&inner));
    read.column.details.stored = cursor.eat("STORED") || cursor.eat("PERSISTENT");
    let _ = cursor.eat("VIRTUAL");
    Some(())
}

/// `ON CONFLICT …` behind `NOT NULL` in SQLite.
fn null_conflict(cursor: &mut Cursor<'_>, column: &mut NewColumn) -> Option<()> {
    if cursor.sqlite()
        && cursor.eat("ON CONFLICT")
        && let Some(then) = conflict(cursor)?
    {
        column.details.options.insert("on conflict".into(), then);
    }
    Some(())
}

/// The value of a default: up to the clause that follows.
fn value(cursor: &mut Cursor<'_>) {
    let mut first = true;
    let mut after_operator = false;
    while let Some(token) = cursor.peek() {
        if token.kind == Kind::Open {
            cursor.parens();
        } else if token.kind == Kind::Word
            && !first
            && !after_operator
            && (cursor.is_any(CLAUSES) || cursor.mysql() && cursor.is_any(&["WITH", "WITHOUT"]))
        {
            return;
        } else {
            cursor.at += 1;
        }
        // What follows `[]` does not belong to it.
        after_operator = token.kind == Kind::Op && cursor.str(token) != "]";
        first = false;
    }
}

/// The default as text, for `ALTER COLUMN … SET DEFAULT`.
pub(super) fn rest_as_text(cursor: &mut Cursor<'_>) -> Arc<str> {
    cursor.take_rest().into()
}

/// What the words of a type of MySQL say about its characters is said as what it comes to. `of`: the character set of the
/// table. Where that is not known the words stay.
pub(super) fn settle(column: &mut NewColumn, of: Option<&str>, dialect: Dialect) {
    settle_characters(&mut column.ty, &mut column.details, of, dialect);
}

/// The same of a column that is in a catalog.
pub(crate) fn settle_characters(
    ty: &mut Option<Type>,
    details: &mut ColumnDetails,
    of: Option<&str>,
    dialect: Dialect,
) {
    let Some(written) = ty.as_ref().filter(|_| dialect.is_mysql_family()) else { return };
    let (plain, set, binary) = types::characters(written, dialect);
    let collated = details.collation.as_deref().and_then(|name| name.split('_').next());
    let own = details.charset.as_deref().or(collated).or(set).or(of).map(str::to_owned);
    let said = set.is_some() || binary && own.is_some();
    if said {
        if let (None, Some(set)) = (&details.charset, set) {
            details.charset = Some(set.into());
        }
        if let (true, None, Some(own)) = (binary, &details.collation, &own) {
            details.collation = Some(format!("{own}_bin").into());
        }
    }
    let mut found = if said { plain } else { written.clone() };
    if let Some(own) = own
        && let Some(settled) = types::of_characters(&found, &own, dialect)
    {
        if own == "binary" {
            (details.charset, details.collation) = (None, None);
        }
        found = settled;
    }
    *ty = Some(found);
}
