//! What SQLite demands of the columns of a new table, for their types and its key.

use std::sync::Arc;

use migrate_core::Dialect;

use super::Catalog;
use super::change::Numbered;
use super::constraint::ConstraintKind;
use super::new::{NewColumn, NewTable};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

/// The types of a STRICT table.
const TYPES: &[&str] = &["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"];

/// The type of a column in capitals, without quotes around the whole.
fn type_of(column: &NewColumn) -> Option<String> {
    let text: &Arc<str> = &column.ty.as_ref()?.text;
    Some(text.trim_matches(['"', '`', '[', ']', '\'']).to_ascii_uppercase())
}

impl Catalog {
    /// The first thing that is wrong with a table of SQLite by itself.
    pub(super) fn check_sqlite_table(&self, new: &NewTable, out: &mut Vec<Diagnostic>) {
        // What there is of another table is not seen here.
        if self.dialect != Dialect::Sqlite || new.open || new.query.is_some() {
            return;
        }
        let numbered = new.columns.iter().find(|column| column.numbered == Numbered::Auto);
        let without_rowid = new.options.contains_key("without rowid");
        if let Some(column) = numbered.filter(|column| type_of(column).as_deref() != Some("INTEGER")) {
            out.push(
                Diagnostic::error(&codes::MISFIT, "AUTOINCREMENT needs a column of type INTEGER, by this very word")
                    .at(column.name.place, "")
                    .help(format!("write `{} INTEGER PRIMARY KEY AUTOINCREMENT`", column.name.text)),
            );
        } else if let Some(column) = numbered.filter(|_| without_rowid) {
            out.push(
                Diagnostic::error(&codes::MISFIT, "a table WITHOUT ROWID cannot have AUTOINCREMENT")
                    .at(column.name.place, ""),
            );
        } else if without_rowid
            && !new.loose
            && !new.constraints.iter().any(|key| matches!(key.kind, ConstraintKind::Primary(_)))
        {
            let name = &new.path.name;
            let message = format!("table `{}` is WITHOUT ROWID and has no primary key", name.text);
            out.push(Diagnostic::error(&codes::MISFIT, message).at(name.place, "its rows would have no key at all"));
        }
        if !new.options.contains_key("strict") {
            return;
        }
        for column in &new.columns {
            let name = &column.name;
            let Some(ty) = type_of(column) else {
                let message = format!("column `{}` of a STRICT table has no type", name.text);
                out.push(Diagnostic::error(&codes::MISFIT, message).at(name.place, "").help("`ANY` takes all values"));
                continue;
            };
            if TYPES.contains(&&*ty) {
                continue;
            }
            let message = format!("`{ty}` is no type of a STRICT table");
            let diagnostic = Diagnostic::error(&codes::MISFIT, message)
                .at(name.place, "")
                .note("there are INT, INTEGER, REAL, TEXT, BLOB and ANY, without a length");
            out.push(match nearest(&ty, TYPES.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic,
            });
        }
    }
}
