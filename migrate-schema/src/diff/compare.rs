//! What two objects of one kind have in common: each is written down as a text that is equal for equal ones.

mod cast;
mod keys;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use migrate_core::Dialect;

use super::charset;
use super::expr;
use super::partition;
use super::query::Casts;
use super::ty;
use super::view;
use crate::catalog::change::Numbered;
use crate::catalog::details::{Definition, Options};
use crate::catalog::table::{Column, Table};
use crate::catalog::view::View;
use crate::catalog::{Catalog, Key, Object};
use crate::sql::{Kind, Lexer, Token};

use keys::names;
pub(super) use keys::{constraint_in, index, index_in, is_hashed};

/// The meaning of an expression.
pub(super) fn expression(text: &str, dialect: Dialect) -> String {
    expr::meaning(text, dialect)
}

/// The meaning of a column's type.
pub(super) fn type_of(column: &Column, dialect: Dialect) -> String {
    column.ty.as_ref().map(|ty| ty::meaning(ty, dialect)).unwrap_or_default()
}

/// The meaning of a default; none where there is none.
pub(super) fn default_of(column: &Column, dialect: Dialect) -> Option<String> {
    let ty = type_of(column, dialect);
    let zero = || zero_of_mariadb(column, dialect);
    expr::default_meaning(column.default.as_deref().or_else(zero)?, Some(&ty), dialect)
}

/// What MariaDB gives a time that is never unknown and gets the time of each change, where nothing else is said.
pub(super) fn zero_of_mariadb(column: &Column, dialect: Dialect) -> Option<&'static str> {
    let updated = column.details.on_update.is_some() && column.not_null && column.default.is_none();
    (dialect == Dialect::MariaDb && updated).then_some("'0000-00-00 00:00:00'")
}

/// The sequence that belongs to a column.
pub(super) fn sequence_of<'c>(catalog: &'c Catalog, table: &Key, column: &str) -> Option<(&'c Key, &'c Options)> {
    catalog.sequences_of(table).find_map(|(key, own, options)| (own == column).then_some((key, options)))
}

fn options_text(options: &Options, out: &mut String) {
    for (name, value) in options {
        let _ = write!(out, " {name}={value};");
    }
}

/// What a column is computed from.
fn generated((catalog, key, column): (&Catalog, &Key, &Column)) -> Option<String> {
    let dialect = catalog.dialect();
    column.generated.as_ref().map(|expr| {
        let stored = dialect == Dialect::Postgres || column.details.stored;
        let text = keys::without_table(&expr.text, &key.name, dialect);
        let plain = catalog.table(key).map(|table| super::own_cast::without(&text, table, dialect));
        format!("{} {stored}", expression(plain.as_deref().unwrap_or(&text), dialect))
    })
}

/// In what a column is not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ColumnChange {
    /// Its type.
    pub(super) ty: bool,
    /// Whether it may be null.
    pub(super) not_null: bool,
    /// Its default.
    pub(super) default: bool,
    /// What it is computed from.
    pub(super) generated: bool,
    /// Whether and how the server numbers it.
    pub(super) numbered: bool,
    /// How its texts are compared.
    pub(super) collation: bool,
    /// What is said about it.
    pub(super) comment: bool,
    /// Anything else.
    pub(super) options: bool,
    /// Its name, in letters that are small or capital (MySQL).
    pub(super) name: bool,
}

impl ColumnChange {
    /// Whether anything is.
    pub(super) fn any(self) -> bool {
        self != ColumnChange::default()
    }
}

/// Whether a collation is what the type has anyway.
fn collation_of(column: &Column) -> Option<&str> {
    let named = column.details.collation.as_deref().filter(|name| !matches!(*name, "default" | "pg_catalog.default"));
    named.map(without_public)
}

/// A name without the schema that it has in most histories.
pub(super) fn without_public(name: &str) -> &str {
    ["public.", "\"public\"."].iter().find_map(|schema| name.strip_prefix(schema)).unwrap_or(name)
}

/// In what two columns differ, each of its catalog and table.
pub(super) fn column(old: (&Catalog, &Key, &Column), new: (&Catalog, &Key, &Column)) -> ColumnChange {
    let dialect = new.0.dialect();
    let before = charset::settled_in(old.0.table(old.1), old.2, dialect);
    let after = charset::settled_in(new.0.table(new.1), new.2, dialect);
    let (before, after) = (&*before, &*after);
    // Most columns of most tables are what they were. What lies in other objects is looked at all the same.
    let differs = !std::ptr::eq(before, after);
    let (old, new) = ((old.0, old.1, before), (new.0, new.1, after));
    let folded = |side: (&Catalog, &Key, &Column)| match dialect {
        Dialect::Postgres => collation_of(side.2).map(str::to_owned),
        Dialect::Sqlite => collation_of(side.2).map(str::to_lowercase).filter(|name| name != "binary"),
        Dialect::MySql | Dialect::MariaDb => charset::of_column(side.0.table(side.1), side.2, dialect),
    };
    let serial = |side: (&Catalog, &Key, &Column)| -> Option<String> {
        let column = side.2;
        let own = sequence_of(side.0, side.1, &column.name.key);
        match column.numbered {
            Numbered::Serial => Some("serial".to_owned()),
            // As pg_dump writes a serial.
            Numbered::No => own
                .filter(|_| crate::catalog::sequence::is_as_serial(column))
                .filter(|(key, _)| column.default.as_ref().is_some_and(|text| names_sequence(text, key)))
                .map(|_| "serial".to_owned()),
            Numbered::Identity { always } => {
                let mut out = format!("identity {always}");
                options_text(&numbering_of(column), &mut out);
                Some(out)
            }
            Numbered::Auto => Some("auto".to_owned()),
        }
    };
    let (old_serial, new_serial) = (serial(old), serial(new));
    let default = |side: (&Catalog, &Key, &Column), serial: &Option<String>| match serial.as_deref() {
        Some("serial") => None,
        _ if side.2.generated.is_some() => None,
        _ => default_of(side.2, dialect),
    };
    let numbered = old_serial != new_serial
        // In SQLite only the word counts: a whole number that is the key is numbered anyway.
        && !(dialect == Dialect::Sqlite && before.numbered == after.numbered);
    // The key of a table without a rowid is never null.
    let not_null = |side: (&Catalog, &Key, &Column)| {
        let in_key = || side.0.table(side.1).is_some_and(|table| super::sqlite::in_own_key(table, side.2));
        side.2.not_null || dialect == Dialect::Sqlite && in_key()
    };
    let details = |column: &Column| {
        let mut out = format!(
            "{:?}",
            column.details.on_update.as_ref().map(|text| super::expr::on_update_meaning(text, dialect))
        );
        let mut options = column.details.options.clone();
        let usual = storage_of(&type_of(column, dialect));
        options.retain(|name, value| !(&**name == "storage" && value.eq_ignore_ascii_case(usual)));
        options_text(&options, &mut out);
        out
    };
    ColumnChange {
        ty: differs && type_of(before, dialect) != type_of(after, dialect),
        not_null: not_null(old) != not_null(new),
        default: after.generated.is_none()
            && (before.generated.is_none() || dialect == Dialect::Postgres)
            && (differs || old_serial != new_serial)
            && default(old, &old_serial) != default(new, &new_serial),
        generated: generated(old) != generated(new),
        numbered,
        collation: folded(old) != folded(new),
        comment: before.details.comment.as_deref().unwrap_or_default()
            != after.details.comment.as_deref().unwrap_or_default(),
        options: differs && details(before) != details(after),
        name: dialect.is_mysql_family() && before.name.text != after.name.text,
    }
}

/// How the server numbers the rows; what the sequence is called is a matter of the sequence.
pub(super) fn numbering_of(column: &Column) -> Options {
    let mut options = column.details.numbering.clone();
    options.remove("sequence name");
    options
}

/// Whether a default takes its number from a sequence.
fn names_sequence(text: &str, key: &Key) -> bool {
    text.starts_with("nextval") && text.contains(&*key.name)
}

/// What stands behind the columns of a table.
pub(super) fn options(table: &Table, dialect: Dialect) -> Options {
    let mut options = table.options.clone();
    if dialect.is_mysql_family() {
        let aria = options.get("engine").is_some_and(|engine| engine.eq_ignore_ascii_case("aria"));
        options.retain(|name, value| {
            let usual = match &**name {
                "engine" => "innodb",
                "key_block_size" | "max_rows" | "min_rows" | "avg_row_length" | "checksum" | "delay_key_write"
                | "autoextend_size" => "0",
                "tablespace" => "innodb_file_per_table",
                // Other engines keep what was said.
                "page_checksum" if aria => "1",
                "encryption" => "n",
                "compression" | "engine_attribute" | "secondary_engine_attribute" => "",
                _ => "default",
            };
            !value.eq_ignore_ascii_case(usual) && !value.eq_ignore_ascii_case("default")
        });
        if let Some(by) = options.get_mut("partition by") {
            *by = partition::meaning(by, dialect).into();
        }
        let own = charset::of(options.remove("charset").as_deref(), options.remove("collate").as_deref(), dialect);
        if let Some(own) = own.filter(|own| *own != charset::usual(dialect)) {
            options.insert("collate".into(), own.into());
        }
    }
    if let Some(module) = options.get_mut("virtual") {
        *module = super::sqlite::module(module).into();
    }
    options
}

/// Whether both say whose rights they have, and not the same.
pub(super) fn other_definer(old: &Object, new: &Object) -> bool {
    let of = |definition: &Definition| definition.parts.as_ref().and_then(|parts| parts.definer.clone());
    let who = |object: &Object| {
        let said = match object {
            Object::View(view) => view.details.options.get("definer").cloned(),
            Object::Routine { details, .. } => details.first().and_then(|details| of(&details.definition)),
            Object::Other(other) => of(&other.definition),
            _ => None,
        };
        said.map(|who| who.replace(['`', '\'', '"'], ""))
    };
    matches!((who(old), who(new)), (Some(a), Some(b)) if a != b)
}

/// Whether two triggers of PostgreSQL say both in which schema their function is, and not in the same.
pub(super) fn calls_other(old: &Object, new: &Object) -> bool {
    let schema = |object: &Object| {
        let Object::Trigger { definition, .. } = object else { return None };
        let text = &*definition.text;
        let tokens: Vec<_> = crate::sql::Lexer::new(text, 0..text.len(), Dialect::Postgres).collect();
        let calls = |pair: &[crate::sql::Token]| {
            pair[0].is(text, "execute") && (pair[1].is(text, "function") || pair[1].is(text, "procedure"))
        };
        let at = tokens.windows(2).position(calls)? + 2;
        tokens.get(at + 1).filter(|dot| dot.kind == crate::sql::Kind::Dot)?;
        Some(text[tokens[at].range()].trim_matches('"').to_owned())
    };
    matches!((schema(old), schema(new)), (Some(a), Some(b)) if a != b)
}

/// Whether two views of PostgreSQL are one: also where one is written by somebody and the other as the server prints it.
pub(super) fn same_view(key: &Key, old: (&Catalog, &Object), new: (&Catalog, &Object)) -> bool {
    if object(old.0, old.1) == object(new.0, new.1) {
        return true;
    }
    let (Object::View(before), Object::View(after)) = (old.1, new.1) else { return false };
    let read = |catalog: &Catalog, view: &View| super::query::of_view(catalog, &key.name, view, Casts::Kept);
    if before.materialized == after.materialized
        && rest_of_view(before) == rest_of_view(after)
        && read(old.0, before).zip(read(new.0, after)).is_some_and(|(before, after)| before == after)
    {
        return true;
    }
    let printed = |view: &View| {
        let query = &*view.details.query;
        let mut tokens = crate::sql::Lexer::new(query, 0..query.len(), Dialect::Postgres);
        query.contains("\n   FROM ") || query.contains(",\n    ") && !tokens.any(|token| token.is(query, "from"))
    };
    let (written, shown) = match (printed(before), printed(after)) {
        (true, false) => (after, before),
        (false, true) => (before, after),
        _ => return false,
    };
    // What somebody casts is cast in what is shown, too; names of columns stand behind words that are not compared.
    let shown_casts = casts(&shown.details.query);
    let mut own = shown_casts.clone();
    let kept = casts(&written.details.query).iter().all(|cast| match own.iter().position(|other| other == cast) {
        Some(at) => {
            own.remove(at);
            true
        }
        None => false,
    });
    let same_columns = written.columns.is_some() && written.columns == shown.columns;
    written.materialized == shown.materialized
        // What names its columns behind its own name is shown with them in the list.
        && (shown.details.columns.is_empty() || names(&written.details.columns) == names(&shown.details.columns))
        && rest_of_view(written) == rest_of_view(shown)
        && kept
        && (same_columns
            && super::same::view(&written.details.query, written.columns.as_deref())
                == super::same::view(&shown.details.query, shown.columns.as_deref())
            // What is read of a query has the names of its columns.
            || {
                let read =
                    |catalog: &Catalog, view: &View| super::query::of_view(catalog, &key.name, view, Casts::LeftOut);
                read(old.0, before).zip(read(new.0, after)).is_some_and(|(before, after)| before == after)
            })
}

/// What is said of a view beside its query; how a recursive one is spelt is a matter of the query.
fn rest_of_view(view: &View) -> Options {
    let mut options = view.details.options.clone();
    options.remove("no data");
    options.remove("recursive");
    options
}

/// Whether two views of MySQL are one, also where one is written by somebody and the other as the server shows it.
pub(super) fn same_view_of_mysql(old: (&Catalog, &Object), new: (&Catalog, &Object)) -> bool {
    let dialect = new.0.dialect();
    let (Object::View(before), Object::View(after)) = (old.1, new.1) else { return false };
    if !dialect.is_mysql_family() || !view::same_in((old.0, before), (new.0, after)) {
        return false;
    }
    // All but the query, and what its columns are called.
    let rest = |catalog: &Catalog, view: &View| {
        let mut view = view.clone();
        view.details.query = "".into();
        view.details.columns = [].into();
        object(catalog, &Object::View(view))
    };
    rest(old.0, before) == rest(new.0, after)
}

/// Whether a view of MySQL reads tables by names of other letters. On most servers these count, and a view keeps those that
/// it was made with.
pub(super) fn reads_other_letters(old: &Object, new: (&Catalog, &Object)) -> bool {
    let dialect = new.0.dialect();
    let (Object::View(before), Object::View(after)) = (old, new.1) else { return false };
    if !dialect.is_mysql_family() || before.details.query == after.details.query {
        return false;
    }
    let tables = |query: &str| -> BTreeMap<String, BTreeSet<String>> {
        let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), dialect).collect();
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (at, token) in tokens.iter().enumerate() {
            let ahead = tokens[..at].iter().rev().find(|token| token.kind != Kind::Open);
            let reads = ahead.is_some_and(|token| token.is(query, "FROM") || token.is(query, "JOIN"))
                || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot);
            let name = token.text(query).trim_matches('`');
            let lower = name.to_lowercase();
            if reads && new.0.tables().any(|(key, _)| *key.name == *lower) {
                found.entry(lower).or_default().insert(name.to_owned());
            }
        }
        found
    };
    let (before, after) = (tables(&before.details.query), tables(&after.details.query));
    before.iter().any(|(name, spelt)| after.get(name).is_some_and(|other| other.is_disjoint(spelt)))
}

/// The types behind `::`, by their first words.
fn casts(query: &str) -> Vec<String> {
    let tokens: Vec<crate::sql::Token> = crate::sql::Lexer::new(query, 0..query.len(), Dialect::Postgres).collect();
    let behind = tokens.windows(2).filter(|pair| pair[0].text(query) == "::");
    behind
        .map(|pair| crate::read::type_meaning(&pair[1].text(query).to_lowercase(), Dialect::Postgres).to_string())
        .collect()
}

/// What an object beside tables says, as one text.
pub(super) fn object(catalog: &Catalog, object: &Object) -> String {
    let dialect = catalog.dialect();
    let mut out = String::new();
    match object {
        Object::View(view) => {
            let details = &view.details;
            let query = match dialect.is_mysql_family() {
                true => view::meaning(&details.query, dialect),
                false if dialect == Dialect::Sqlite => super::sqlite::query(&details.query),
                false => details.meaning.to_string(),
            };
            let _ = write!(out, "{} ({}) {query}", view.materialized, names(&details.columns));
            let mut options = details.options.clone();
            options.remove("definer");
            // Whether it has its rows already.
            options.remove("no data");
            options_text(&options, &mut out);
        }
        Object::Sequence { options, .. } => options_text(options, &mut out),
        Object::Type { kind, values, details } => {
            let _ = write!(out, "{kind:?} {values:?}");
            if let Some(base) = &details.base {
                let _ = write!(out, " {}", ty::meaning(base, dialect));
            }
            let _ = write!(
                out,
                " {} {:?} {:?}",
                details.not_null,
                details.default.as_ref().map(|text| expression(text, dialect)),
                details.collation
            );
            for (name, check) in &details.checks {
                let name = name.as_ref().map(|name| &*name.key).unwrap_or_default();
                out.push_str(if details.not_valid.contains(name) { " not valid" } else { "" });
                let _ = write!(out, " {name} {}", expression(&check.text, dialect));
            }
            for (name, own) in &details.attributes {
                let _ = write!(out, " {} {}", name.key, ty::meaning(own, dialect));
            }
            let rest = match dialect {
                Dialect::Postgres if details.rest.starts_with("as range") => {
                    super::same::type_definition(&details.rest)
                }
                _ => details.rest.to_string(),
            };
            let _ = write!(out, " {rest}");
        }
        Object::Trigger { definition, state, .. } => {
            let meaning = match dialect {
                Dialect::Postgres => super::same::trigger(&definition.text),
                Dialect::MySql | Dialect::MariaDb => view::head_without_quotes(&definition.meaning, dialect),
                Dialect::Sqlite => super::sqlite::trigger(&definition.meaning),
            };
            let _ = write!(out, "{meaning} {state:?}");
        }
        Object::Policy { definition, .. } => match dialect {
            Dialect::Postgres => out.push_str(&super::same::policy(&definition.text)),
            _ => out.push_str(&definition.meaning),
        },
        // What stands in `public` may be written with it or without.
        Object::Other(other) => {
            let since = other.since.iter().map(|statement| &statement.meaning);
            let own = match &*other.kind {
                "STATISTICS" => super::statistics::meaning(&other.definition.text),
                "RULE" => super::same::rule(&other.definition.text),
                "PUBLICATION" => other.publication.as_ref().map(super::same::publication),
                "OPERATOR" => super::listed::meaning(&other.definition.text),
                "COLLATION" => super::listed::collation(&other.definition.text)
                    .or_else(|| Some(other.definition.meaning.replace("pg_catalog.", ""))),
                // Its types are what it is known by.
                "CAST" => cast::meaning(catalog, &other.definition.meaning),
                "EVENT TRIGGER" => Some(other.definition.meaning.replace(" execute procedure ", " execute function ")),
                "LANGUAGE" => Some(other.definition.meaning.replace(" procedural ", " ")),
                kind => crate::catalog::adjust::meaning(kind, &other.definition.text),
            };
            let own = own.map(Into::into);
            let own = own.unwrap_or_else(|| other.definition.meaning.clone());
            for meaning in std::iter::once(&own).chain(since) {
                // A default of a view's column.
                let meaning = match meaning.split_once(" SET DEFAULT ") {
                    Some((head, text)) => format!("{head} SET DEFAULT {}", expression(text, dialect)).into(),
                    None => meaning.clone(),
                };
                let meaning = ["public.", "public . ", "\"public\"."]
                    .iter()
                    .fold(meaning.to_string(), |meaning, schema| meaning.replace(schema, ""));
                // `DO` alone says the same.
                let is_rule = &*other.kind == "RULE";
                out.push_str(&if is_rule { meaning.replace(" do also ", " do ") } else { meaning });
            }
        }
        Object::Routine { details, .. } => {
            for details in details {
                out.push_str(&super::objects::routine_meaning(details, dialect));
            }
        }
        Object::Table(_)
        | Object::Index { .. }
        | Object::Schema
        | Object::Extension { .. }
        | Object::Gone { .. }
        | Object::Unknown => (),
    }
    out
}

/// How PostgreSQL stores values of a type if nothing is said: there is no word for that before version 16.
pub(super) fn storage_of(ty: &str) -> &'static str {
    let name = ty.split('(').next().unwrap_or(ty);
    match name {
        _ if ty.ends_with(']') => "EXTENDED",
        "numeric" | "inet" | "cidr" => "MAIN",
        "smallint"
        | "integer"
        | "bigint"
        | "real"
        | "double precision"
        | "boolean"
        | "date"
        | "uuid"
        | "money"
        | "interval"
        | "timestamp"
        | "timestamp with time zone"
        | "time"
        | "time with time zone"
        | "oid"
        | "point"
        | "name" => "PLAIN",
        _ => "EXTENDED",
    }
}

/// How a table is cut into partitions, equal for two that say the same; none if it is not.
pub(super) fn partitioning(table: &Table, dialect: Dialect) -> Option<String> {
    let by = table.options.get("partition by")?;
    if dialect != Dialect::Postgres {
        return Some(by.to_string());
    }
    // The type of a column that it is cut by cannot change either.
    let mut named = std::collections::BTreeSet::new();
    super::order::words(by, dialect, &mut named);
    let types = table.columns.iter().filter(|column| named.contains(&*column.name.key)).map(|column| {
        let collation = collation_of(column).unwrap_or_default();
        format!(" {} {} {collation}", column.name.key, type_of(column, dialect))
    });
    Some(super::expr::meaning(by, dialect) + &types.collect::<String>())
}

/// Whether two tables have the same bound among the partitions of a parent.
pub(super) fn same_bound(old: &Table, new: &Table, dialect: Dialect) -> bool {
    let bound = |table: &Table| {
        table.bound.as_ref().map(|bound| match dialect {
            Dialect::Postgres => super::same::bound(bound),
            _ => bound.to_string(),
        })
    };
    bound(old) == bound(new)
}
