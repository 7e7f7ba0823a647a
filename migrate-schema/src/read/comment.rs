//! `COMMENT ON` (PostgreSQL).

use super::cursor::Cursor;
use super::{Effect, other_object, routine};
use crate::catalog::change::{Change, Commented, Kind as Thing, PartKind};
use crate::catalog::name::Path;
use crate::sql::Kind;

/// From behind `COMMENT ON`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let kinds = [
        ("TABLE", Thing::Table),
        ("FOREIGN TABLE", Thing::Table),
        ("VIEW", Thing::View),
        ("MATERIALIZED VIEW", Thing::MaterializedView),
        ("INDEX", Thing::Index),
        ("SEQUENCE", Thing::Sequence),
        ("TYPE", Thing::Type),
        ("DOMAIN", Thing::Domain),
        ("SCHEMA", Thing::Schema),
        ("EXTENSION", Thing::Extension),
    ];
    let parts = [("CONSTRAINT", PartKind::Constraint), ("TRIGGER", PartKind::Trigger), ("POLICY", PartKind::Policy)];
    let on = if let Some((_, kind)) = kinds.iter().find(|(words, _)| cursor.eat(words)) {
        Commented::Object { kind: *kind, path: cursor.path()? }
    } else if cursor.eat("COLUMN") {
        let mut names = vec![cursor.name()?];
        while cursor.eat_kind(Kind::Dot) {
            names.push(cursor.name()?);
        }
        let column = names.pop()?;
        let name = names.pop()?;
        Commented::Column { path: Path { schema: names.pop(), name }, column }
    } else if let Some((_, part)) = parts.iter().find(|(word, _)| cursor.eat(word)) {
        let name = cursor.name()?;
        if !cursor.eat("ON") {
            return Some(Effect::Nothing);
        }
        match cursor.eat("DOMAIN") {
            true => Commented::Check { domain: cursor.path()?, name },
            false => Commented::Part { part: *part, table: cursor.path()?, name },
        }
    } else if ["FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE"].iter().any(|word| cursor.eat(word)) {
        let path = cursor.path()?;
        Commented::Routine { path, arguments: routine::written_arguments(cursor) }
    } else if let Some(name) = other_object::named(cursor) {
        Commented::Other(name)
    } else {
        return Some(Effect::Nothing);
    };
    if !cursor.eat("IS") {
        return None;
    }
    let text = cursor.literal().filter(|text| !text.is_empty());
    Some(Effect::Changes(vec![Change::Comment { on, text: text.map(Into::into) }]))
}
