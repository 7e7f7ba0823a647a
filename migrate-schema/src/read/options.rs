//! What stands behind the definition of a table, index or sequence: storage parameters, engines, numbering.

use std::sync::Arc;

use migrate_core::Dialect;

use super::cursor::Cursor;
use super::types;
use crate::catalog::details::{Options, Settings, set};
use crate::catalog::name::Ident;
use crate::catalog::table::PERIOD;
use crate::sql::Kind;

/// `(fillfactor = 70, …)`: each under a name of its own, `with fillfactor`.
pub(super) fn parameters(cursor: &mut Cursor<'_>, options: &mut Options) -> Option<()> {
    set(options, &parameter_settings(cursor, true)?);
    Some(())
}

/// The same for `SET (…)`, and for `RESET (…)`, which has only names.
pub(super) fn parameter_settings(cursor: &mut Cursor<'_>, to_values: bool) -> Option<Settings> {
    let mut inner = cursor.parens()?;
    let mut found = Settings::new();
    while let Some(mut item) = inner.item() {
        let name = item.path()?.shown().to_lowercase();
        let name: Arc<str> = match &*name {
            // `WITH CHECK OPTION` of a view, written otherwise.
            "check_option" => "check option".into(),
            name => format!("with {name}").into(),
        };
        let _ = item.eat_op("=");
        let value = match (to_values, item.done()) {
            (false, _) => None,
            (true, true) => Some("true".into()),
            (true, false) => Some(parameter(&mut item)),
        };
        // There are no tables with them any more, and to say that one has none says nothing.
        if &*name == "with oids" && value.as_ref().is_none_or(|value| matches!(&**value, "false" | "off" | "0" | "no"))
        {
            continue;
        }
        found.push((name, value));
    }
    Some(found)
}

/// The value of a parameter; quotes that change nothing are left out.
fn parameter(item: &mut Cursor<'_>) -> Arc<str> {
    if item.tokens().len() == 1
        && item.is_kind(Kind::Text)
        && let Some((text, _)) = item.clone().string()
        && !text.is_empty()
        && (text.parse::<f64>().is_ok() || text.bytes().all(|b| b.is_ascii_lowercase()))
    {
        item.at += 1;
        return text.into();
    }
    item.take_rest().into()
}

/// A number with its sign.
fn number(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    let _ = cursor.eat_op("=");
    let minus = cursor.eat_op("-");
    let _ = cursor.eat_op("+");
    let token = cursor.next()?;
    let text = cursor.str(token);
    Some(if minus { format!("-{text}").into() } else { text.into() })
}

/// What is said about a sequence.
#[derive(Default)]
pub(super) struct Numbering {
    /// What is set and what is taken away.
    pub(super) settings: Settings,
    /// `OWNED BY`: the parts of the name, none of them for `NONE`.
    pub(super) owned_by: Option<Vec<crate::catalog::name::Ident>>,
}

/// `START 1 INCREMENT BY 2 …` as far as it goes.
pub(super) fn numbering(cursor: &mut Cursor<'_>) -> Option<Numbering> {
    let mut found = Numbering::default();
    loop {
        let _ = cursor.eat("SET") && cursor.eat("GENERATED");
        let (name, value) = if cursor.eat("AS") {
            ("as", Some(types::read(cursor)?.0.meaning))
        } else if cursor.eat("START") {
            let _ = cursor.eat("WITH");
            ("start", Some(number(cursor)?))
        } else if cursor.eat("INCREMENT") {
            let _ = cursor.eat("BY");
            ("increment", Some(number(cursor)?))
        } else if cursor.eat("MINVALUE") {
            ("minvalue", Some(number(cursor)?))
        } else if cursor.eat("NO MINVALUE") || cursor.eat("NOMINVALUE") {
            ("minvalue", None)
        } else if cursor.eat("MAXVALUE") {
            ("maxvalue", Some(number(cursor)?))
        } else if cursor.eat("NO MAXVALUE") || cursor.eat("NOMAXVALUE") {
            ("maxvalue", None)
        } else if cursor.eat("CACHE") {
            ("cache", Some(number(cursor)?))
        } else if cursor.eat("NOCACHE") || cursor.eat("NO CACHE") {
            ("cache", Some("0".into()))
        } else if cursor.eat("CYCLE") {
            ("cycle", Some("".into()))
        } else if cursor.eat("NO CYCLE") || cursor.eat("NOCYCLE") {
            ("cycle", None)
        } else if cursor.mysql() && cursor.eat("COMMENT") {
            let _ = cursor.eat_op("=");
            ("comment", Some(cursor.literal()?.into()))
        } else if cursor.mysql() && cursor.eat("ENGINE") {
            let _ = cursor.eat_op("=");
            ("engine", Some(cursor.plain()?.to_lowercase().into()))
        } else if cursor.eat("SEQUENCE NAME") {
            ("sequence name", Some(cursor.path()?.shown().into()))
        } else if cursor.eat("UNLOGGED") {
            ("unlogged", Some("".into()))
        } else if cursor.eat("LOGGED") {
            ("unlogged", None)
        } else if cursor.eat("RESTART") {
            // Where it stands is no part of the schema.
            let _ = cursor.eat("WITH");
            if cursor.is_kind(Kind::Number) || cursor.is_kind(Kind::Op) {
                number(cursor)?;
            }
            continue;
        } else if cursor.eat("OWNED BY") {
            let mut parts = Vec::new();
            if !cursor.eat("NONE") {
                parts.push(cursor.name()?);
                while cursor.eat_kind(Kind::Dot) {
                    parts.push(cursor.name()?);
                }
            }
            found.owned_by = Some(parts);
            continue;
        } else {
            return Some(found);
        };
        found.settings.push((name.into(), value));
    }
}

/// Behind the columns of a table of PostgreSQL: as far as it goes, up to the query of `CREATE TABLE AS`.
pub(super) fn postgres_table(cursor: &mut Cursor<'_>, options: &mut Options) -> Option<()> {
    loop {
        if cursor.eat("INHERITS") {
            cursor.parens()?;
        } else if cursor.eat("PARTITION BY") {
            let from = cursor.at;
            cursor.skip_to(&["USING", "WITH", "WITHOUT", "ON", "TABLESPACE", "AS"]);
            options.insert("partition by".into(), cursor.spaced(from, cursor.at).into());
        } else if cursor.eat("USING") {
            let method = cursor.plain()?;
            // The access method that there is by itself.
            if !(cursor.postgres() && method.eq_ignore_ascii_case("heap")) {
                options.insert("using".into(), method);
            }
        } else if cursor.is("WITH") && cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open) {
            cursor.next();
            parameters(cursor, options)?;
        } else if cursor.eat("WITHOUT OIDS") {
        } else if cursor.eat("ON COMMIT") {
            let from = cursor.at;
            let _ = cursor.eat("PRESERVE ROWS") || cursor.eat("DELETE ROWS") || cursor.eat("DROP");
            options.insert("on commit".into(), cursor.spaced(from, cursor.at).into());
        } else if cursor.eat("TABLESPACE") {
            let space = cursor.plain()?;
            if !(cursor.postgres() && space.eq_ignore_ascii_case("pg_default")) {
                options.insert("tablespace".into(), space);
            }
        } else if cursor.eat("SERVER") {
            options.insert("server".into(), cursor.plain()?);
        } else if cursor.is("OPTIONS") {
            cursor.next();
            let from = cursor.at;
            cursor.parens()?;
            options.insert("options".into(), cursor.spaced(from, cursor.at).into());
        } else {
            return Some(());
        }
    }
}

/// `STRICT` and `WITHOUT ROWID`.
pub(super) fn sqlite_table(cursor: &mut Cursor<'_>, options: &mut Options) {
    loop {
        if cursor.eat("STRICT") {
            options.insert("strict".into(), "".into());
        } else if cursor.eat("WITHOUT ROWID") {
            options.insert("without rowid".into(), "".into());
        } else if !cursor.eat_kind(Kind::Comma) {
            return;
        }
    }
}

/// What is said about a table of MySQL.
#[derive(Default)]
pub(super) struct MysqlTable {
    /// What is set.
    pub(super) settings: Settings,
    /// Its comment.
    pub(super) comment: Option<Arc<str>>,
    /// `CONVERT TO`: the columns follow.
    pub(super) convert: bool,
}

/// Words that begin an option of two words.
/// Engines that have two names.
const ENGINES: &[(&str, &str)] = &[("heap", "memory"), ("merge", "mrg_myisam"), ("innobase", "innodb")];

const PAIRS: &[(&str, &str)] = &[("DATA DIRECTORY", "data directory"), ("INDEX DIRECTORY", "index directory")];

/// The options of a table of MySQL, with or without commas, as far as they go.
pub(super) fn mysql_table(cursor: &mut Cursor<'_>) -> Option<MysqlTable> {
    let mut found = MysqlTable::default();
    loop {
        while cursor.eat_kind(Kind::Comma) {}
        if cursor.done() || cursor.is_any(&["AS", "SELECT", "IGNORE", "REPLACE"]) || cursor.is_kind(Kind::Open) {
            return Some(found);
        }
        if cursor.eat("PARTITION BY") {
            let from = cursor.at;
            cursor.skip_to(&["AS", "SELECT", "IGNORE", "REPLACE"]);
            found.settings.push(("partition by".into(), Some(partitions(cursor, from, cursor.at))));
        } else if cursor.is("WITH") && cursor.is_at(1, "SYSTEM") {
            cursor.at += 3;
            found.settings.push(("with system versioning".into(), Some("".into())));
        } else if cursor.is("WITH") {
            return Some(found);
        } else {
            mysql_option(cursor, &mut found)?;
        }
    }
}

/// The option that a period of MariaDB is kept as.
pub(super) fn period_name(name: &Ident) -> Arc<str> {
    format!("{PERIOD}{}", name.text).into()
}

/// The name of a period as an option, and the columns with which it begins and ends: from behind `PERIOD FOR`.
pub(super) fn period(cursor: &mut Cursor<'_>) -> Option<(Arc<str>, Arc<str>)> {
    let name = period_name(&cursor.name()?);
    let columns: Vec<String> = cursor.names()?.iter().map(|column| cursor.dialect.quote_name(&column.text)).collect();
    Some((name, columns.join(", ").into()))
}

/// How a table is partitioned, without the engine that partitions have anyway. Their names keep their letters.
pub(super) fn partitions(cursor: &Cursor<'_>, from: usize, to: usize) -> Arc<str> {
    let (mut kept, mut names) = (Vec::new(), Vec::new());
    let mut at = from;
    while at < to {
        let word = |ahead: usize| cursor.written(at + ahead).filter(|_| at + ahead < to).unwrap_or_default();
        let equals = usize::from(word(1) == "=");
        if word(0).eq_ignore_ascii_case("ENGINE") && word(1 + equals).eq_ignore_ascii_case("InnoDB") {
            at += 2 + equals;
        } else {
            let named = ["PARTITION", "SUBPARTITION"].into_iter().any(|what| word(0).eq_ignore_ascii_case(what));
            if named && !word(1).eq_ignore_ascii_case("BY") {
                names.push(kept.len() + 1);
            }
            kept.push(at);
            at += 1;
        }
    }
    cursor.spaced_of(&kept, &names).into()
}

/// One option: `ENGINE = InnoDB`.
fn mysql_option(cursor: &mut Cursor<'_>, found: &mut MysqlTable) -> Option<()> {
    let _ = cursor.eat("DEFAULT");
    if cursor.eat("CONVERT TO") {
        found.convert = true;
    }
    let name: Arc<str> = if cursor.eat("CHARACTER SET") || cursor.eat("CHARSET") || cursor.eat("CHAR SET") {
        "charset".into()
    } else if cursor.eat("ENGINE") || cursor.eat("TYPE") {
        "engine".into()
    } else if let Some((_, name)) = PAIRS.iter().find(|(words, _)| cursor.eat(words)) {
        (*name).into()
    } else {
        // Options of an engine may be quoted.
        let token = cursor.next()?;
        cursor.str(token).trim_matches('`').to_ascii_lowercase().into()
    };
    let _ = cursor.eat_op("=");
    if &*name == "comment" {
        found.comment = Some(cursor.literal()?.into());
        return Some(());
    }
    let from = cursor.at;
    let value: Arc<str> = if cursor.is_kind(Kind::Open) {
        cursor.parens()?;
        cursor.spaced(from, cursor.at).into()
    } else if matches!(&*name, "engine" | "charset" | "collate" | "row_format") {
        cursor.plain()?.to_lowercase().into()
    } else {
        cursor.next()?;
        cursor.spaced(from, cursor.at).trim_matches(['\'', '`']).into()
    };
    match &*name {
        // Where it stands is no part of the schema.
        "auto_increment" => (),
        "charset" | "collate" if &*value == "default" => found.settings.push((name, None)),
        "engine" => {
            let own =
                ENGINES.iter().find(|(other, _)| *value == **other).map_or(value.clone(), |(_, own)| (*own).into());
            found.settings.push((name, Some(own)));
        }
        // MariaDB reads where MySQL would store a table, and forgets it.
        "tablespace" | "storage" if cursor.dialect == Dialect::MariaDb => (),
        _ => found.settings.push((name, Some(value))),
    }
    Some(())
}
