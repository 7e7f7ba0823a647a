//! Tables and indexes of SQLite as they are written.

use std::sync::Arc;

use super::expr::Where;
use super::refused;
use crate::catalog::change::{NewColumn, NewIndex, NewTable, Part};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::name::Path;
use crate::catalog::{Catalog, Entry, Key, Object};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::{Kind, Lexer, Token};
use migrate_core::Dialect;

/// A name that SQLite keeps for itself.
pub(super) fn is_reserved(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("sqlite_")
}

impl Catalog {
    pub(super) fn check_sqlite_column(&self, new: &NewColumn, is_key: bool, out: &mut Vec<Diagnostic>) {
        let at = new.name.place;
        let name = &new.name.text;
        if new.generated.is_some() {
            if is_key {
                let message = format!("the generated column `{name}` is the primary key");
                out.push(refused(at, message).help("a key is written, not computed"));
            } else if new.default.is_some() {
                let message = format!("the generated column `{name}` has a default");
                out.push(refused(at, message).help("it has the value that is computed"));
            }
        }
        if let Some(default) = &new.default
            && let Some(column) = column_in(default)
        {
            let message = format!("the default of `{name}` names `{column}`");
            out.push(refused(at, message).note("no columns are seen there").help("a text stands in single quotes"));
        }
    }

    pub(super) fn check_sqlite_index(&self, new: &NewIndex, out: &mut Vec<Diagnostic>) {
        for part in &new.parts {
            match part {
                Part::Expr(expr) => self.check_expr(&expr.text, Where::Index, new.place, out),
                Part::Column(_) => (),
            }
        }
        if let Some(expr) = &new.predicate {
            self.check_expr(&expr.text, Where::Partial, new.place, out);
        }
        for suffix in &new.details.suffixes {
            let mut words = suffix.split(' ');
            while let Some(word) = words.next() {
                if word.eq_ignore_ascii_case("collate")
                    && let Some(name) = words.next()
                    && let Some(problem) = crate::sql::characters::unknown_collation(name, self.dialect)
                {
                    out.push(problem.at(new.place, ""));
                }
            }
        }
        if let Some(name) = new.name.as_ref().filter(|name| is_reserved(&name.text)) {
            out.push(
                refused(name.place, format!("the name `{}` begins with `sqlite_`", name.text))
                    .help("SQLite keeps such names for itself"),
            );
        }
    }

    /// What SQLite refuses of the name that something new has.
    pub(in crate::catalog) fn check_sqlite_name(
        &self,
        path: &Path,
        temporary: bool,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        if self.dialect != Dialect::Sqlite {
            return true;
        }
        let name = &path.name;
        if is_reserved(&name.text) {
            out.push(
                refused(name.place, format!("the name `{}` begins with `sqlite_`", name.text))
                    .help("SQLite keeps such names for itself"),
            );
            return false;
        }
        let Some(schema) = &path.schema else { return true };
        if temporary && &*schema.key != "temp" {
            out.push(
                refused(schema.place, format!("a temporary table is made in `{}`", schema.text))
                    .help("leave the database out: it goes to `temp`"),
            );
            return false;
        }
        if !matches!(&*schema.key, "main" | "temp") && !self.is_attached(schema) {
            let message = format!("unknown database `{}`", schema.text);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                    .at(schema.place, "")
                    .help("SQLite has `main`, `temp`, and what is attached"),
            );
            return false;
        }
        true
    }

    /// `IF NOT EXISTS` lets a table or view be, and no index.
    pub(in crate::catalog) fn check_name_of_index(
        &self,
        key: &Key,
        path: &Path,
        entry: &Entry,
        out: &mut Vec<Diagnostic>,
    ) {
        let index = self.dialect == Dialect::Sqlite && matches!(entry.object, Object::Index { .. });
        if index && self.sure(key) {
            out.push(self.taken("table", path, entry));
        }
    }

    /// The number that each row has cannot be a part of an index.
    pub(in crate::catalog) fn check_rowid_in_index(
        &self,
        key: &Key,
        new: &NewIndex,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let Some(table) = self.table(key).filter(|table| !table.open && self.sure(key)) else { return true };
        if self.dialect != Dialect::Sqlite {
            return true;
        }
        let names = new.parts.iter().filter_map(|part| match part {
            Part::Column(name) => Some(name),
            Part::Expr(_) => None,
        });
        let mut rowids = names.filter(|name| matches!(&*name.key, "rowid" | "oid" | "_rowid_"));
        let Some(name) = rowids.find(|name| table.column(&name.key).is_none()) else { return true };
        let message = format!("`{}` is no column of `{}` that an index can have", name.text, key.name);
        out.push(refused(name.place, message).note("each index ends with the number of the row as it is"));
        false
    }

    /// What is wrong with a table as a whole.
    pub(in crate::catalog) fn check_sqlite_whole(&self, new: &NewTable, out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Sqlite || new.open || new.query.is_some() {
            return;
        }
        if !new.columns.is_empty() && new.columns.iter().all(|column| column.generated.is_some()) {
            let name = &new.path.name;
            out.push(
                refused(name.place, format!("all columns of `{}` are generated", name.text))
                    .help("at least one must be written"),
            );
            return;
        }
        for constraint in &new.constraints {
            if let ConstraintKind::Check(expr) = &constraint.kind {
                let known = out.len();
                self.check_expr(&expr.text, Where::Check, constraint.place, out);
                if out.len() > known {
                    return;
                }
            }
        }
        // Columns that are computed of each other.
        for column in &new.columns {
            let mut seen: Vec<Arc<str>> = Vec::new();
            let mut next: Vec<&NewColumn> = vec![column];
            while let Some(one) = next.pop() {
                let Some(expr) = &one.generated else { continue };
                for used in &expr.columns {
                    if used.key == column.name.key {
                        let message = format!("the generated column `{}` is computed of itself", column.name.text);
                        out.push(refused(column.name.place, message));
                        return;
                    }
                    if !seen.contains(&used.key) {
                        seen.push(used.key.clone());
                        next.extend(new.columns.iter().find(|other| other.name.key == used.key));
                    }
                }
            }
        }
    }
}

/// The column that a default in brackets names.
fn column_in(default: &str) -> Option<&str> {
    const WORDS: [&str; 29] = [
        "and",
        "between",
        "case",
        "collate",
        "current_date",
        "current_time",
        "current_timestamp",
        "distinct",
        "else",
        "end",
        "escape",
        "exists",
        "false",
        "filter",
        "from",
        "glob",
        "in",
        "is",
        "isnull",
        "like",
        "match",
        "not",
        "notnull",
        "null",
        "or",
        "regexp",
        "then",
        "true",
        "when",
    ];
    let inside = default.trim().strip_prefix('(')?.strip_suffix(')')?;
    let tokens: Vec<Token> =
        Lexer::new(inside, 0..inside.len(), Dialect::Sqlite).filter(|token| token.kind != Kind::Comment).collect();
    // What stands behind these is a type or another name, and what a query reads are columns of its own.
    let elsewhere = ["AS", "COLLATE", "OVER", "SELECT", "RAISE"];
    if tokens.iter().any(|token| elsewhere.iter().any(|word| token.is(inside, word))) {
        return None;
    }
    let column = tokens.iter().enumerate().find(|(at, token)| {
        let known = || WORDS.iter().any(|word| token.is(inside, word));
        let called = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open);
        let named = token.kind == Kind::Name || token.kind == Kind::Word && !known();
        named && !called
    });
    column.map(|(_, token)| token.text(inside).trim_matches(['"', '`', '[', ']']))
}
