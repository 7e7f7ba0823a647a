//! `ALTER …`.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{Effect, alter_table, object, options, other_object, policy, routine};
use crate::catalog::change::{Change, Doubt, Kind as Thing, RoutineAction};
use crate::catalog::details::Settings;
use crate::catalog::name::{Ident, Path};
use crate::catalog::said::{About, NAME, Said};
use crate::sql::Kind;

/// What is altered by saying it anew, or in part, in MySQL: views, events and routines. Nothing is read where it is none of
/// these, or where it is said in words that nobody reads.
fn of_mysql(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let start = cursor.at;
    let effect = if cursor.is_any(&["VIEW", "ALGORITHM", "SQL"]) {
        super::create::altered_view(cursor)
    } else {
        let _ = super::parts::definer(cursor);
        if cursor.eat("EVENT") {
            super::parts::alter_event(cursor)
        } else if cursor.eat("PROCEDURE") {
            super::parts::alter_routine(cursor, Thing::Procedure)
        } else if cursor.eat("FUNCTION") {
            super::parts::alter_routine(cursor, Thing::Function)
        } else if cursor.at > start {
            cursor.at = start;
            super::create::altered_view(cursor)
        } else {
            None
        }
    };
    if effect.is_none() {
        cursor.at = start;
    }
    effect
}

/// From behind `ALTER`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.mysql() {
        let _ = cursor.eat("ONLINE") || cursor.eat("OFFLINE");
        let _ = cursor.eat("IGNORE");
    }
    if cursor.postgres() && cursor.eat("DEFAULT PRIVILEGES") {
        return super::grant::usual(cursor).or(Some(Effect::Nothing));
    }
    if cursor.mysql()
        && let Some(effect) = of_mysql(cursor)
    {
        return Some(effect);
    }
    let foreign = cursor.postgres() && cursor.eat("FOREIGN TABLE");
    if foreign || cursor.eat("TABLE") {
        return alter_table::table(cursor);
    }
    let kind = if cursor.eat("VIEW") {
        Thing::View
    } else if cursor.eat("MATERIALIZED VIEW") {
        Thing::MaterializedView
    } else if cursor.eat("INDEX") {
        Thing::Index
    } else if cursor.eat("SEQUENCE") {
        Thing::Sequence
    } else if cursor.eat("TYPE") {
        return object::alter_type(cursor);
    } else if cursor.eat("DOMAIN") {
        return object::alter_domain(cursor);
    } else if cursor.postgres() && cursor.eat("POLICY") {
        return policy::alter(cursor);
    } else if cursor.postgres() && cursor.is_any(&["FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE"]) {
        cursor.next();
        return routine(cursor);
    } else if cursor.postgres() && cursor.eat("TRIGGER") {
        let path = cursor.path()?;
        if !cursor.eat("ON") {
            return None;
        }
        let table = cursor.path()?;
        return Some(match cursor.eat("RENAME TO") {
            true => Effect::Changes(vec![Change::RenameTrigger { path, table, to: cursor.name()? }]),
            false => Effect::Nothing,
        });
    } else if cursor.postgres() && cursor.eat("EXTENSION") {
        return extension(cursor);
    } else if cursor.postgres() && cursor.eat("SCHEMA") {
        let from = cursor.name()?;
        if cursor.eat("RENAME TO") {
            return Some(Effect::Changes(vec![Change::RenameSchema { from, to: cursor.name()? }]));
        }
        return Some(Effect::Nothing);
    } else if let Some(effect) = other_object::of_postgres(cursor, other_object::alter) {
        return Some(effect);
    } else if cursor.is_any(&["FUNCTION", "PROCEDURE", "TRIGGER"]) || cursor.is("EVENT") && cursor.is_at(1, "TRIGGER") {
        // Renamed or moved: what depends on their names is not checked.
        let renamed = cursor.tokens().iter().any(|token| {
            token.is(cursor.text, "RENAME") || token.is(cursor.text, "SCHEMA") || token.is(cursor.text, "UPDATE")
        });
        return Some(if renamed { Effect::Opaque } else { Effect::Nothing });
    } else if cursor.is_any(&[
        "ROLE",
        "USER",
        "GROUP",
        "DATABASE",
        "DEFAULT",
        "PUBLICATION",
        "SUBSCRIPTION",
        "SYSTEM",
        "SERVER",
        "LANGUAGE",
        "LARGE",
        "COLLATION",
        "CONVERSION",
        "OPERATOR",
        "STATISTICS",
        "TABLESPACE",
        "TEXT",
        "RULE",
        "EVENT",
        "INSTANCE",
        "LOGFILE",
    ]) {
        let path = cursor.is("ROLE") || cursor.is("USER") || cursor.is("DATABASE");
        let search = cursor.tokens().iter().any(|token| token.is(cursor.text, "search_path"));
        return Some(match path && search {
            true => Effect::Changes(vec![Change::Doubt(Doubt::SearchPath)]),
            false => Effect::Nothing,
        });
    } else {
        return None;
    };
    if cursor.mysql() && kind != Thing::Sequence {
        // ALTER VIEW of MySQL writes the view anew.
        return Some(Effect::Nothing);
    }
    if cursor.is("ALL") && cursor.is_at(1, "IN") {
        return Some(Effect::Nothing);
    }
    let if_exists = cursor.if_exists();
    let path = cursor.path()?;
    let one = |change| Some(Effect::Changes(vec![change]));
    if cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        return one(Change::Rename { kind, path, to, if_exists });
    }
    if cursor.eat("RENAME") {
        let _ = cursor.eat("COLUMN");
        let from = cursor.name()?;
        if !cursor.eat("TO") {
            return None;
        }
        return one(Change::RenameViewColumn { path, from, to: cursor.name()? });
    }
    if cursor.eat("SET SCHEMA") {
        return one(Change::Move { kind, path, schema: cursor.name()?, if_exists });
    }
    if cursor.postgres() && kind == Thing::Index && cursor.is("ALTER") {
        return index_column(cursor, path);
    }
    let clustered =
        kind == Thing::MaterializedView && (cursor.is("CLUSTER") || cursor.is("SET") && cursor.is_at(1, "WITHOUT"));
    if cursor.postgres() && (cursor.is("ALTER") || clustered) {
        return alter_table::actions(cursor, path, if_exists, false);
    }
    if cursor.is("ATTACH") {
        if !cursor.eat("ATTACH PARTITION") {
            return None;
        }
        return one(Change::AttachIndex { path, child: cursor.path()? });
    }
    let mut settings = Settings::new();
    let mut owned_by = None;
    let parameters = cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open);
    if kind == Thing::Sequence && cursor.is_any(&["SET"]) && (cursor.is_at(1, "LOGGED") || cursor.is_at(1, "UNLOGGED"))
    {
        let off = cursor.is_at(1, "UNLOGGED");
        settings.push(("unlogged".into(), off.then(|| "".into())));
    } else if parameters && cursor.is_any(&["SET", "RESET"]) {
        let to_values = cursor.eat("SET") || !cursor.eat("RESET");
        settings = options::parameter_settings(cursor, to_values)?;
    } else if cursor.eat("SET TABLESPACE") {
        settings.push(("tablespace".into(), Some(cursor.plain()?)));
    } else if kind == Thing::Sequence {
        let found = options::numbering(cursor)?;
        settings = found.settings;
        owned_by = found.owned_by.map(object::owner);
    }
    one(Change::SetOptions { kind, path, if_exists, settings, owned_by })
}

/// `ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100`: about one of its expressions.
fn index_column(cursor: &mut Cursor<'_>, path: Path) -> Option<Effect> {
    cursor.next();
    let _ = cursor.eat("COLUMN");
    let number = cursor.next()?;
    let number = cursor.str(number).to_owned();
    if !cursor.eat("SET STATISTICS") {
        return Some(Effect::Nothing);
    }
    let target = cursor.take_rest().replace(' ', "");
    let what: Arc<str> = format!("statistics of column {number}").into();
    let head = format!("ALTER INDEX {NAME} ALTER COLUMN {number} SET STATISTICS");
    let text = (target != "-1").then(|| format!("{head} {target}"));
    let name = Ident { text: what.clone(), key: what, ..path.name.clone() };
    Some(Effect::Changes(vec![Change::Say(Box::new(Said {
        kind: "COLUMN".into(),
        about: About::Relation(path),
        arguments: None,
        what: name,
        meaning: text.clone().unwrap_or_default().into(),
        text: text.map(Into::into),
        undo: format!("{head} -1").into(),
    }))]))
}

/// From behind `ALTER FUNCTION` and the like.
fn routine(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let path = cursor.path()?;
    let arguments = routine::written_arguments(cursor);
    let to = if cursor.eat("RENAME TO") {
        RoutineAction::Rename(cursor.name()?)
    } else if cursor.eat("SET SCHEMA") {
        RoutineAction::Move(cursor.name()?)
    } else if cursor.eat("OWNER TO") || cursor.is("DEPENDS") || cursor.is("NO") && cursor.is_at(1, "DEPENDS") {
        return Some(Effect::Nothing);
    } else {
        RoutineAction::Clauses(cursor.rest().trim().into())
    };
    Some(Effect::Changes(vec![Change::AlterRoutine { path, arguments, to }]))
}

/// From behind `ALTER EXTENSION`.
fn extension(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    let settings = if cursor.eat("SET SCHEMA") {
        vec![("schema".into(), Some(cursor.plain()?))]
    } else if cursor.eat("UPDATE TO") {
        vec![("version".into(), Some(cursor.plain()?))]
    } else {
        Settings::new()
    };
    // What it brings may be found elsewhere, or be something else.
    Some(Effect::Changes(vec![Change::AlterExtension { name, settings }, Change::Doubt(Doubt::Strangers)]))
}

/// Text of a string as the catalog keeps values.
pub(super) fn value(cursor: &mut Cursor<'_>) -> Option<(Arc<str>, crate::source::Place)> {
    let (text, place) = cursor.string()?;
    Some((text.into(), place))
}
