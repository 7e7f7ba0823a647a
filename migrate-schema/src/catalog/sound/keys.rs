//! Tables of MySQL and MariaDB as they are when a statement is done: keys, numbered columns, partitions, rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::{charset_of, parts, refused, twice, types};
use crate::catalog::change::{NewIndex, Numbered, Part};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Table};
use crate::catalog::{Catalog, Key};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// The longest key of InnoDB, in bytes.
const LONGEST_KEY: usize = 3072;
/// The longest row, but for what is kept elsewhere.
const LONGEST_ROW: usize = 65_535;

const TEXTS: &[&str] =
    &["tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json"];

const GEOMETRIES: &[&str] = &[
    "geometry",
    "point",
    "linestring",
    "polygon",
    "multipoint",
    "multilinestring",
    "multipolygon",
    "geometrycollection",
];

fn kind_of(column: &Column) -> &str {
    column.ty.as_ref().map_or("", |ty| parts(&ty.meaning).0)
}

/// `(10)` behind a part of a key.
fn prefix(suffix: Option<&Arc<str>>) -> Option<usize> {
    let inside = suffix?.trim().strip_prefix('(')?;
    inside.split(')').next()?.trim().parse().ok()
}

impl Catalog {
    /// An index as it is written, on a table that is known.
    pub(in crate::catalog) fn check_index(&self, key: &Key, new: &NewIndex, out: &mut Vec<Diagnostic>) -> bool {
        if self.dialect == Dialect::Postgres {
            return true;
        }
        let known = out.len();
        if self.dialect == Dialect::Sqlite {
            self.check_sqlite_index(new, out);
            return out.len() == known;
        }
        let columns: Vec<&Ident> = new.parts.iter().filter_map(Part::column).collect();
        self.check_key(key, &columns, &new.details.suffixes, new.details.method.as_deref(), out);
        if let Some(name) = &new.name
            && name.text.eq_ignore_ascii_case("primary")
        {
            out.push(refused(name.place, "an index is called `PRIMARY`").help("only the primary key has this name"));
        }
        out.len() == known
    }

    /// The columns of a key of MySQL, as they are written.
    pub(in crate::catalog) fn check_key(
        &self,
        key: &Key,
        columns: &[&Ident],
        suffixes: &[Arc<str>],
        method: Option<&str>,
        out: &mut Vec<Diagnostic>,
    ) {
        if !self.dialect.is_mysql_family() {
            return;
        }
        if let Some(name) = twice(columns) {
            let message = format!("column `{}` stands twice in this key", name.text);
            out.push(Diagnostic::error(&codes::OTHER_COUNT, message).at(name.place, "take one of them out"));
            return;
        }
        let Some(table) = self.table(key).filter(|table| !table.open) else { return };
        for (at, name) in columns.iter().enumerate() {
            let Some(column) = table.column(&name.key) else { continue };
            let Some(ty) = &column.ty else { continue };
            let (kind, inside, _) = parts(&ty.meaning);
            // How its texts are compared may be a word of the type.
            let kind = kind.strip_suffix(" binary").unwrap_or(kind);
            let text = TEXTS.contains(&kind) || matches!(kind, "char" | "varchar" | "enum" | "set");
            match method {
                Some("fulltext") if !text || kind.ends_with("blob") || kind == "enum" || kind == "set" => {
                    let message = format!("`{}` is `{}` and cannot be part of a FULLTEXT index", name.text, ty.text);
                    out.push(refused(name.place, message).help("only CHAR, VARCHAR and TEXT columns can"));
                    return;
                }
                Some("spatial") => {
                    let problem = if !GEOMETRIES.contains(&kind) {
                        Some(format!("`{}` is `{}`, and a SPATIAL index needs a geometry", name.text, ty.text))
                    } else if columns.len() > 1 {
                        Some("a SPATIAL index has one column".to_owned())
                    } else if !column.not_null {
                        Some(format!("`{}` of a SPATIAL index is not NOT NULL", name.text))
                    } else {
                        None
                    };
                    if let Some(message) = problem {
                        out.push(refused(name.place, message));
                        return;
                    }
                }
                _ => (),
            }
            let Some(prefix) = prefix(suffixes.get(at)) else { continue };
            let long: Option<usize> = inside.and_then(|inside| inside.trim().parse().ok());
            let string = matches!(kind, "char" | "varchar" | "binary" | "varbinary") || TEXTS.contains(&kind);
            let problem = if prefix == 0 {
                Some(format!("0 characters of `{}` are no key", name.text))
            } else if !string
                && !GEOMETRIES.contains(&kind)
                && types::bytes(&ty.meaning, None).is_some_and(|whole| whole != prefix)
            {
                Some(format!("`{}` is `{}`, of which no beginning can be indexed", name.text, ty.text))
            } else if string
                && long.is_some_and(|long| prefix > long)
                && matches!(kind, "char" | "varchar" | "binary" | "varbinary")
            {
                Some(format!("{prefix} characters of `{}`, which is `{}`", name.text, ty.text))
            } else {
                None
            };
            if let Some(message) = problem {
                out.push(refused(name.place, message));
                return;
            }
        }
    }

    /// A table as a statement leaves it.
    pub(in crate::catalog) fn check_state(&self, key: &Key, at: Place, out: &mut Vec<Diagnostic>) {
        let known = out.len();
        if !self.dialect.is_mysql_family() {
            return;
        }
        let Some(table) = self.table(key).filter(|table| self.sure(key) && !table.open) else { return };
        let engine = table.options.get("engine").map(|name| name.to_lowercase()).unwrap_or_default();
        let transactional = matches!(&*engine, "" | "innodb");
        if !table.loose {
            self.check_numbered(table, at, transactional, out);
        }
        if out.len() == known {
            self.check_computed(table, out);
        }
        if out.len() == known && transactional {
            self.check_lengths(table, at, out);
        }
        if out.len() == known {
            self.check_partitions(table, at, out);
        }
    }

    fn check_numbered(&self, table: &Table, at: Place, transactional: bool, out: &mut Vec<Diagnostic>) {
        let serial = |column: &Column| {
            column.numbered == Numbered::Auto || column.ty.as_ref().is_some_and(|ty| &*ty.meaning == "serial")
        };
        let numbered: Vec<&Column> =
            table.columns.iter().map(|column| &**column).filter(|column| serial(column)).collect();
        let shown = |column: &Column| column.name.text.clone();
        if let [first, second, ..] = &numbered[..] {
            let message = format!("`{}` and `{}` are both AUTO_INCREMENT", shown(first), shown(second));
            out.push(
                refused(second.name.place, message)
                    .label(first.name.place, "the first one")
                    .help("a table has one such column"),
            );
            return;
        }
        let Some(column) = numbered.first() else { return };
        if column.ty.as_ref().is_some_and(|ty| &*ty.meaning == "serial") {
            return;
        }
        let leads = |names: &[Ident]| match transactional {
            true => names.first().is_some_and(|name| name.key == column.name.key),
            false => names.iter().any(|name| name.key == column.name.key),
        };
        let in_constraint = table.constraints.iter().any(|constraint| {
            matches!(
                constraint.kind,
                ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Foreign { .. }
            ) && leads(constraint.kind.columns())
        });
        let in_index = table.indexes.iter().any(|index| {
            let names: Vec<Ident> = index
                .parts
                .iter()
                .map_while(|part| match part {
                    Part::Column(name) => Some(name.clone()),
                    Part::Expr(_) => None,
                })
                .collect();
            leads(&names)
        });
        if !in_constraint && !in_index {
            let message = format!("`{}` is AUTO_INCREMENT and no key begins with it", shown(column));
            out.push(
                refused(at, message)
                    .label(column.name.place, "the column")
                    .help(format!("make it the primary key, or add `KEY ({})`", shown(column))),
            );
        }
    }

    /// A column is computed of those before it, and of what is stored.
    fn check_computed(&self, table: &Table, out: &mut Vec<Diagnostic>) {
        for (at, column) in table.columns.iter().enumerate() {
            let Some(expr) = &column.generated else { continue };
            for used in &expr.columns {
                let Some(other) = table.columns.iter().position(|own| own.name.key == used.key) else { continue };
                if other >= at && table.columns[other].generated.is_some() {
                    let what = if other == at {
                        "of itself".to_owned()
                    } else {
                        format!("of `{}`, which is computed later", used.text)
                    };
                    let message = format!("the generated column `{}` is computed {what}", column.name.text);
                    out.push(refused(column.name.place, message));
                    return;
                }
            }
        }
        let visible = |column: &Column| !column.details.options.contains_key("invisible");
        if !table.columns.is_empty() && !table.columns.iter().any(|column| visible(column)) {
            let first = &table.columns[0].name;
            out.push(refused(first.place, "all columns of this table are invisible").help("at least one must be seen"));
        }
    }

    /// Keys and rows have a longest length.
    fn check_lengths(&self, table: &Table, at: Place, out: &mut Vec<Diagnostic>) {
        if self.state.lenient {
            return;
        }
        let mut row = 0;
        let mut exact = true;
        for column in &table.columns {
            let charset = charset_of(&column.details, &table.options);
            match column.ty.as_ref().and_then(|ty| types::bytes(&ty.meaning, charset.as_deref())) {
                Some(bytes) => row += bytes,
                None => exact = false,
            }
        }
        let _ = exact;
        if row > LONGEST_ROW {
            let message = format!("the columns of this table take {row} bytes, and {LONGEST_ROW} are allowed");
            out.push(refused(at, message).help("give some of them a type like TEXT, which is kept elsewhere"));
            return;
        }
        for constraint in &table.constraints {
            let primary = matches!(constraint.kind, ConstraintKind::Primary(_));
            let (ConstraintKind::Primary(names) | ConstraintKind::Unique(names)) = &constraint.kind else { continue };
            // MariaDB keeps a hash where a unique key is too long.
            if !primary && self.dialect == Dialect::MariaDb {
                continue;
            }
            let names: Vec<&Ident> = names.iter().collect();
            self.check_length(table, &names, &constraint.details.suffixes, constraint.place, out);
        }
        for index in table.indexes.iter().filter(|index| index.plain && self.dialect == Dialect::MySql) {
            if let Some(names) = index.columns() {
                self.check_length(table, &names, &index.details.suffixes, index.name.place, out);
            }
        }
    }

    fn check_length(
        &self,
        table: &Table,
        names: &[&Ident],
        suffixes: &[Arc<str>],
        at: Place,
        out: &mut Vec<Diagnostic>,
    ) {
        let mut bytes = 0;
        for (part, name) in names.iter().enumerate() {
            let Some(column) = table.column(&name.key) else { return };
            let Some(ty) = &column.ty else { return };
            let charset = charset_of(&column.details, &table.options);
            let prefix = prefix(suffixes.get(part));
            if TEXTS.contains(&kind_of(column)) && prefix.is_none() {
                let message = format!("`{}` is `{}` and in a key without a length", name.text, ty.text);
                out.push(refused(name.place, message).help(format!("write how much of it: `{}(100)`", name.text)));
                return;
            }
            bytes += match prefix {
                Some(prefix) => prefix * charset.as_deref().and_then(super::width).unwrap_or(1),
                None => types::bytes(&ty.meaning, charset.as_deref()).unwrap_or(0),
            };
        }
        if bytes > LONGEST_KEY {
            let message = format!("this key takes {bytes} bytes, and {LONGEST_KEY} are allowed");
            out.push(refused(at, message).help("take the beginning of a long column: `name(100)`"));
        }
    }

    /// The unique keys of a table that is divided have all columns by which it is.
    fn check_partitions(&self, table: &Table, at: Place, out: &mut Vec<Diagnostic>) {
        let Some(by) = table.options.get("partition by").filter(|by| !by.is_empty()) else { return };
        let tokens: Vec<Token> = Lexer::new(by, 0..by.len(), self.dialect).collect();
        let Some(open) = tokens.iter().position(|token| token.kind == Kind::Open) else { return };
        let mut depth = 0_i32;
        let mut used: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut plain = true;
        for (index, token) in tokens[open..].iter().enumerate() {
            depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            if depth == 0 {
                break;
            }
            // `a DIV 2`, `EXTRACT(DAY FROM a)`
            let operator = ["DIV", "EXTRACT", "INTERVAL", "MOD"].iter().any(|word| token.is(by, word));
            plain &= !matches!(token.kind, Kind::Op | Kind::Text) && !operator;
            let call = tokens.get(open + index + 1).is_some_and(|next| next.kind == Kind::Open);
            if matches!(token.kind, Kind::Word | Kind::Name) && !call {
                let name = Ident::written(token.text(by), self.dialect, at);
                used.insert(name.key);
            }
        }
        let missing = used.iter().find(|name| table.column(name).is_none());
        if let Some(name) = missing.filter(|_| plain && !by.to_lowercase().contains("system_time")) {
            let message = format!("the table is divided by `{name}`, and has no such column");
            out.push(Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(at, ""));
            return;
        }
        if missing.is_some() || table.loose {
            return;
        }
        // Whole texts are unique by a hash that is in no partition.
        let hashed = |columns: &[Ident]| {
            let is_text = |column: &Column| TEXTS.contains(&kind_of(column));
            columns.iter().any(|name| table.column(&name.key).is_some_and(is_text))
        };
        for constraint in table.constraints.iter().filter(|constraint| !hashed(constraint.kind.columns())) {
            let what = match constraint.kind {
                ConstraintKind::Primary(_) => "primary key",
                ConstraintKind::Unique(_) => "unique key",
                ConstraintKind::Foreign { .. }
                    if self.dialect == Dialect::MariaDb || self.dialect == Dialect::MySql =>
                {
                    out.push(
                        refused(constraint.place, "a table that is divided into partitions has a foreign key")
                            .help("only tables without partitions have foreign keys"),
                    );
                    return;
                }
                _ => continue,
            };
            if let Some(name) = used.iter().find(|name| !constraint.kind.columns().iter().any(|own| own.key == **name))
            {
                let message = format!("the {what} has not the column `{name}`, by which the table is divided");
                out.push(refused(constraint.place, message).help(format!("add `{name}` to the key")));
                return;
            }
        }
        for index in table.indexes.iter().filter(|index| index.unique) {
            let columns: Option<Vec<Ident>> = index.columns().map(|columns| columns.into_iter().cloned().collect());
            let Some(columns) = columns.filter(|columns| !hashed(columns)) else { continue };
            if let Some(name) = used.iter().find(|name| !columns.iter().any(|own| own.key == **name)) {
                let message = format!(
                    "the unique index `{}` has not the column `{name}`, by which the table is divided",
                    index.name.text
                );
                out.push(refused(index.name.place, message).help(format!("add `{name}` to the index")));
                return;
            }
        }
    }
}
