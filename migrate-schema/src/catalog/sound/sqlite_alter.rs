//! What SQLite refuses of `ALTER TABLE`.

use migrate_core::Dialect;

use super::refused;
use super::sqlite::is_reserved;
use crate::catalog::change::{Action, AlterTable, NewColumn, NewConstraint, Part};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::name::Ident;
use crate::catalog::problem::in_use;
use crate::catalog::table::Table;
use crate::catalog::{Catalog, Entry, Key, Object};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

impl Catalog {
    /// Something else than a table is altered. False if that is wrong.
    pub(in crate::catalog) fn check_alterable(
        &self,
        alter: &AlterTable,
        entry: &Entry,
        sure: bool,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let name = &alter.path.name;
        if !sure || self.dialect == Dialect::Postgres {
            return true;
        }
        if matches!(entry.object, Object::Index { .. }) {
            out.push(self.other_kind(crate::catalog::change::Kind::Table, &alter.path, entry));
            return false;
        }
        let problem = match &entry.object {
            Object::View(_) if self.dialect == Dialect::Sqlite => Some("a view cannot be altered"),
            Object::View(_) => {
                let renames = alter.actions.iter().all(|action| matches!(action, Action::RenameTo(_)));
                (!renames).then_some("a view cannot be altered by ALTER TABLE")
            }
            Object::Table(table) if self.dialect == Dialect::Sqlite && table.options.contains_key("virtual") => {
                let renames = alter.actions.iter().all(|action| matches!(action, Action::RenameTo(_)));
                (!renames).then_some("a virtual table cannot be altered")
            }
            _ => None,
        };
        let Some(problem) = problem else { return true };
        out.push(
            refused(name.place, format!("`{}`: {problem}", name.text))
                .label(entry.place, format!("`{}` is made here", entry.name))
                .help("drop it and make it anew"),
        );
        false
    }

    /// What SQLite refuses of a column that is added, beside keys.
    pub(in crate::catalog) fn check_added(
        &self,
        key: &Key,
        table: &Table,
        new: &NewColumn,
        constraints: &[NewConstraint],
        out: &mut Vec<Diagnostic>,
    ) {
        if self.dialect != Dialect::Sqlite {
            return;
        }
        let (name, at) = (&new.name.text, new.name.place);
        let _ = key;
        let default = new.default.as_deref().map(str::trim);
        let null = default.is_none_or(|text| text.eq_ignore_ascii_case("null"));
        let references = constraints.iter().any(|own| matches!(own.kind, ConstraintKind::Foreign { .. }));
        if !table.filled {
            // An empty table takes any column.
            self.check_strict_column(table, new, out);
            return;
        }
        let rebuild = "make a new table, copy the rows, drop the old one and rename the new one";
        if new.generated.is_some() {
            if new.details.stored {
                out.push(refused(at, format!("SQLite cannot add the stored column `{name}`")).help("make it VIRTUAL"));
            }
        } else if new.not_null && null {
            out.push(
                refused(at, format!("SQLite cannot add the column `{name}`, which is NOT NULL and has no default"))
                    .help("give it a default that is not NULL"),
            );
        } else if let Some(text) = default.filter(|text| !is_constant(text)) {
            out.push(
                refused(at, format!("SQLite cannot add the column `{name}`, whose default is not a constant"))
                    .note(format!("`DEFAULT {text}`"))
                    .help(format!("add it without and fill it with UPDATE, or {rebuild}")),
            );
        } else if references && !null {
            out.push(
                refused(
                    at,
                    format!("SQLite cannot add the column `{name}`, which points to another table and has a default"),
                )
                .help(format!("leave the default out, or {rebuild}")),
            );
        }
        self.check_strict_column(table, new, out);
    }

    fn check_strict_column(&self, table: &Table, new: &NewColumn, out: &mut Vec<Diagnostic>) {
        let (name, at) = (&new.name.text, new.name.place);
        if table.options.contains_key("strict") {
            let known = ["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"];
            let ty = new.ty.as_ref().map(|ty| ty.text.to_ascii_uppercase());
            if !ty.as_deref().is_some_and(|ty| known.contains(&ty)) {
                let what = ty.map_or("has no type".to_owned(), |ty| format!("is `{ty}`"));
                out.push(
                    Diagnostic::error(&codes::MISFIT, format!("column `{name}` of a STRICT table {what}"))
                        .at(at, "")
                        .note("there are INT, INTEGER, REAL, TEXT, BLOB and ANY, without a length"),
                );
            }
        }
    }

    /// What else than keys and indexes needs a column of SQLite.
    pub(in crate::catalog) fn sqlite_needs_column(
        &self,
        key: &Key,
        table: &Table,
        name: &Ident,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let what = format!("column `{}`", name.text);
        let mut say = |user: String, place: Place| out.push(in_use(&what, name.place, &user, place, false));
        let uses = |columns: &[Ident]| columns.iter().any(|used| used.key == name.key);
        if table.columns.len() == 1 {
            say("the table, which has no other column".to_owned(), table.columns[0].name.place);
            return true;
        }
        for constraint in &table.constraints {
            match &constraint.kind {
                // A check that stands with its column goes with it.
                ConstraintKind::Check(expr)
                    if uses(&expr.columns) && constraint.details.options.get("column") != Some(&name.key) =>
                {
                    say("a CHECK of the table".to_owned(), constraint.place);
                    return true;
                }
                ConstraintKind::Foreign { inline: false, columns, .. } if uses(columns) => {
                    say("a foreign key of the table".to_owned(), constraint.place);
                    return true;
                }
                _ => (),
            }
        }
        for column in table.columns.iter().filter(|column| column.name.key != name.key) {
            if column.generated.as_ref().is_some_and(|expr| uses(&expr.columns)) {
                say(format!("generated column `{}`", column.name.text), column.name.place);
                return true;
            }
        }
        for index in &table.indexes {
            let part = index.parts.iter().any(|part| matches!(part, Part::Expr(expr) if uses(&expr.columns)));
            if part || index.predicate.as_ref().is_some_and(|expr| uses(&expr.columns)) {
                say(format!("index `{}`", index.name.text), index.name.place);
                return true;
            }
        }
        if let Some((view, place)) = self.view_of_column(key, &name.key) {
            say(format!("view `{view}`"), place);
            return true;
        }
        false
    }

    /// The new name of a table.
    pub(in crate::catalog) fn check_new_name(&self, name: &Ident, out: &mut Vec<Diagnostic>) -> bool {
        if self.dialect == Dialect::Sqlite && is_reserved(&name.text) {
            out.push(
                refused(name.place, format!("the name `{}` begins with `sqlite_`", name.text))
                    .help("SQLite keeps such names for itself"),
            );
            return false;
        }
        true
    }
}

/// Whether a default is the same for all rows, as far as SQLite can tell while it adds a column.
fn is_constant(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    if upper.starts_with("CURRENT_") {
        return false;
    }
    let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return true };
    let inside = inside.trim().trim_start_matches(['-', '+']);
    let number = inside.parse::<f64>().is_ok();
    let string =
        inside.starts_with('\'') && inside.ends_with('\'') && !inside[1..].trim_end_matches('\'').contains('\'');
    let word = ["NULL", "TRUE", "FALSE"].iter().any(|word| word.eq_ignore_ascii_case(inside));
    number
        || string
        || word
        || inside.starts_with(['x', 'X']) && inside.contains('\'')
        || inside.starts_with('(') && inside.ends_with(')') && is_constant(inside)
}
