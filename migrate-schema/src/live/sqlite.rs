//! SQLite keeps the statements themselves.

use super::{Part, Piece, Rows, Schema, Wanted, text};

/// Shadow tables belong to a virtual table, which makes them itself.
const OBJECTS: &str = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' \
     ESCAPE '\\' AND NOT (type = 'table' AND name IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')) ORDER BY rowid";

pub(super) fn questions(answers: &[Rows]) -> Vec<String> {
    match answers.len() {
        0 => vec![OBJECTS.to_owned()],
        _ => Vec::new(),
    }
}

pub(super) fn pieces(wanted: &Wanted, answers: &[Rows], schema: &mut Schema) -> Option<()> {
    for row in answers.first()? {
        let (kind, name, table, sql) = (text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?);
        if wanted.hides("main", table) {
            continue;
        }
        let part = match kind {
            "table" => Part::Table,
            "index" => Part::Index,
            "view" => Part::View,
            "trigger" => Part::Trigger,
            _ => return None,
        };
        schema.pieces.push(Piece::new(part, format!("{kind} {name}"), sql));
    }
    Some(())
}
