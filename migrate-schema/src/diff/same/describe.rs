//! An object as what can be compared of it: parts with names, and what is said about each.

mod keys;

use std::sync::Arc;

use migrate_core::Dialect;

use super::{Defaults, other, text};
use crate::catalog::change::{Kind, Numbered};
use crate::catalog::details::Options;
use crate::catalog::mention::UNNAMED;
use crate::catalog::table::{Column, Table, Type};
use crate::catalog::{Catalog, Entry, Key, Object};
use crate::diff::expr::{default_meaning, meaning, on_update_meaning};

/// The facet that holds the query of a view.
pub(super) const DEFINITION: &str = "definition";

/// One thing that is said about an object or a part of it. Two are the same if they mean the same.
#[derive(Debug, Clone)]
pub(super) struct Facet {
    /// What about: `type`.
    pub(super) what: &'static str,
    /// For people.
    pub(super) shown: String,
    pub(super) meaning: String,
}

impl PartialEq for Facet {
    fn eq(&self, other: &Facet) -> bool {
        self.what == other.what && self.meaning == other.meaning
    }
}

impl Facet {
    /// Nobody can tell what it is.
    pub(super) fn is_unclear(&self) -> bool {
        self.meaning == UNCLEAR
    }
}

/// A column, a constraint, an index of a table.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) kind: &'static str,
    pub(super) name: String,
    /// The name is only what it says, since it has none.
    pub(super) nameless: bool,
    pub(super) facets: Vec<Facet>,
}

impl Part {
    /// In a line.
    pub(super) fn summary(&self) -> String {
        summary(&self.facets)
    }
}

/// An object, taken apart.
pub(super) struct Described {
    pub(super) kind: &'static str,
    /// `table users`.
    pub(super) object: String,
    /// In a line.
    pub(super) summary: String,
    /// It may have more parts than these.
    pub(super) vague: bool,
    pub(super) facets: Vec<Facet>,
    pub(super) parts: Vec<Part>,
}

impl Described {
    /// What it means, with the name of a schema left out.
    pub(super) fn without(&mut self, schema: &str) {
        let named = format!("{schema}.");
        let parts = self.parts.iter_mut().flat_map(|part| &mut part.facets);
        for facet in self.facets.iter_mut().chain(parts).filter(|facet| facet.meaning.contains(&named)) {
            let mut text = String::new();
            let mut rest = &*facet.meaning;
            while let Some(at) = rest.find(&named) {
                let inside = rest[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '"'));
                text.push_str(&rest[..at]);
                if inside {
                    text.push_str(&named);
                }
                rest = &rest[at + named.len()..];
            }
            text.push_str(rest);
            facet.meaning = text;
        }
    }
}

fn summary(facets: &[Facet]) -> String {
    let words: Vec<String> = facets
        .iter()
        .map(|facet| match facet.what {
            "type" | "columns" | "definition" | "kind" | "expression" => facet.shown.clone(),
            "null" => {
                if facet.meaning == "no" {
                    "not null".to_owned()
                } else {
                    String::new()
                }
            }
            what => format!("{what} {}", facet.shown),
        })
        .collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The meaning of what nobody can tell.
const UNCLEAR: &str = "\u{1}";

/// Collects what is said.
#[derive(Default)]
pub(super) struct Facets(Vec<Facet>);

impl Facets {
    pub(super) fn say(&mut self, what: &'static str, shown: impl Into<String>, meaning: impl Into<String>) {
        self.0.push(Facet { what, shown: shown.into(), meaning: meaning.into() });
    }

    pub(super) fn plain(&mut self, what: &'static str, shown: impl Into<String>) {
        let shown = shown.into();
        self.say(what, shown.clone(), shown);
    }

    fn flag(&mut self, what: &'static str, holds: bool) {
        if holds {
            self.plain(what, "yes");
        }
    }

    fn option(&mut self, what: &'static str, value: Option<&Arc<str>>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.plain(what, &**value);
        }
    }

    /// MariaDB keeps comments in three bytes a letter: of what needs four it makes a question mark.
    fn comment(&mut self, comment: Option<&Arc<str>>, dialect: Dialect) {
        let Some(comment) = comment.filter(|comment| !comment.is_empty()) else { return };
        let kept = |letter: char| if letter > '\u{ffff}' { '?' } else { letter };
        let meaning = match dialect {
            Dialect::MariaDb => comment.chars().map(kept).collect(),
            _ => comment.to_string(),
        };
        self.say("comment", &**comment, meaning);
    }

    fn options(&mut self, what: &'static str, options: impl Iterator<Item = (Arc<str>, String)>) {
        let words: Vec<String> = options
            .map(|(name, value)| if value.is_empty() { name.to_string() } else { format!("{name} {value}") })
            .collect();
        if !words.is_empty() {
            self.plain(what, words.join(", "));
        }
    }
}

/// None of what is part of another object.
pub(super) fn describe(catalog: &Catalog, key: &Key, entry: &Entry, defaults: Option<&Defaults>) -> Option<Described> {
    let dialect = catalog.dialect();
    let name = match &*key.schema {
        "" | "public" | "main" => entry.name.to_string(),
        // What is kept as its text has its kind there.
        _ if matches!(entry.object, Object::Other(_)) => entry.name.to_string(),
        schema => format!("{schema}.{}", entry.name),
    };
    let mut facets = Facets::default();
    let mut described = Described {
        kind: "",
        object: String::new(),
        summary: String::new(),
        vague: false,
        facets: Vec::new(),
        parts: Vec::new(),
    };
    let mut of = None;
    described.kind = match &entry.object {
        Object::Table(table) => {
            describe_table(catalog, &key.name, table, defaults, &mut facets, &mut described);
            "table"
        }
        Object::View(view) => {
            let details = &view.details;
            // Where the view names its columns, those of the query are others.
            let unnamed = |columns: &&[Arc<str>]| columns.iter().any(|name| &**name == UNNAMED);
            let columns = view.columns.as_deref().filter(|columns| details.columns.is_empty() && !unnamed(columns));
            // A text that is not known is empty.
            if !details.query.is_empty() {
                facets.say(DEFINITION, &*details.query, text::view(&details.query, columns, dialect));
            }
            facets.flag("materialized", view.materialized);
            facets.options("options", view_options(&details.options));
            // What stars stand for may be known to the server alone.
            let stars = dialect == Dialect::Postgres && view.columns.is_none() && details.query.contains('*');
            described.vague = details.query.is_empty() || stars;
            if view.materialized { "materialized view" } else { "view" }
        }
        Object::Sequence { owner, column, options } => {
            let written = options.iter().filter(|(name, value)| !is_usual(name, value));
            facets.options("options", written.map(|(name, value)| (name.clone(), value.to_string())));
            if let (Some(owner), Some(column)) = (owner, column) {
                facets.plain("owner", format!("{}.{column}", owner.name));
            }
            "sequence"
        }
        Object::Type { kind, values, details } => {
            if let Some(values) = values {
                facets.plain("values", values.iter().map(|value| format!("'{value}'")).collect::<Vec<_>>().join(", "));
            }
            if let Some(base) = &details.base {
                facets.say("type", &*base.text, type_meaning(base, dialect));
            }
            if let Some(default) = &details.default
                && let Some(meaning) = default_meaning(default, details.base.as_ref().map(|ty| &*ty.meaning), dialect)
            {
                facets.say("default", &**default, meaning);
            }
            facets.flag("not null", details.not_null);
            facets.option("collation", details.collation.as_ref());
            for (name, check) in &details.checks {
                let name = name.as_ref().map_or("", |name| &name.text);
                facets.say("check", format!("{name} {}", check.text), meaning(&check.text, dialect));
            }
            let attributes: Vec<String> = details
                .attributes
                .iter()
                .map(|(name, ty)| format!("{} {}", name.text, type_meaning(ty, dialect)))
                .collect();
            if !attributes.is_empty() {
                facets.plain("columns", attributes.join(", "));
            }
            if !details.rest.is_empty() {
                facets.say("definition", &*details.rest, text::type_definition(&details.rest, dialect));
            }
            if *kind == Kind::Domain { "domain" } else { "type" }
        }
        Object::Routine { details, .. } => {
            // One that is not known for sure has none.
            described.vague = details.is_empty();
            for routine in details {
                let arguments = text::arguments(&routine.arguments, dialect);
                let mut inner = Facets::default();
                let settings = if &*routine.kind == "aggregate" {
                    crate::diff::listed::meaning(&routine.definition.text)
                } else {
                    None
                };
                // In parts, what is said about it stands in an order that does not matter.
                let whole = match &routine.definition.parts {
                    Some(_) => &routine.definition.meaning,
                    None => &routine.definition.text,
                };
                let meaning = settings.unwrap_or_else(|| text::routine(whole, dialect));
                inner.say("definition", &*routine.definition.text, meaning);
                inner.option("comment", routine.comment.as_ref());
                described.parts.push(Part {
                    kind: "form",
                    name: format!("({arguments})"),
                    nameless: false,
                    facets: inner.0,
                });
            }
            match details.first().map(|routine| &*routine.kind) {
                Some("procedure") => "procedure",
                Some("aggregate") if details.iter().all(|own| &*own.kind == "aggregate") => "aggregate",
                _ => "function",
            }
        }
        Object::Trigger { table, definition, .. } => {
            // Who made it is no part of what it does.
            let whole = if dialect.is_mysql_family() { &definition.meaning } else { &definition.text };
            facets.say("definition", &*definition.text, super::trigger::trigger(whole, dialect));
            of = Some(table);
            "trigger"
        }
        Object::Policy { table, definition } => {
            facets.say("definition", &*definition.text, text::policy(&definition.text));
            of = Some(table);
            "policy"
        }
        Object::Schema if matches!(&*key.name, "public" | "main" | "") => return None,
        Object::Schema => "schema",
        object if Catalog::is_everywhere(key, object) => return None,
        Object::Extension { .. } => "extension",
        Object::Other(other) if &*other.kind == "EVENT" => {
            facets.say("definition", &*other.definition.text, text::event(&other.definition.meaning, dialect));
            "event"
        }
        Object::Other(own) => other::describe(own, &mut facets)?,
        Object::Index { .. } | Object::Gone { .. } | Object::Unknown => return None,
    };
    // An extension brings a comment of its own.
    if !matches!(entry.object, Object::Extension { .. }) {
        facets.option("comment", entry.comment.as_ref());
    }
    described.object = match of {
        Some(table) => format!("{} {} on {}", described.kind, entry.name, table.name),
        None => format!("{} {name}", described.kind),
    };
    described.facets = facets.0;
    described.summary = match &entry.object {
        Object::Table(table) => table.columns.iter().map(|column| &*column.name.text).collect::<Vec<_>>().join(", "),
        _ => summary(&described.facets),
    };
    Some(described)
}

/// What goes without saying.
fn is_usual(name: &str, value: &str) -> bool {
    matches!((name, value), ("cache" | "start" | "increment" | "minvalue", "1") | ("as" | "type", "bigint"))
}

fn view_options(options: &Options) -> impl Iterator<Item = (Arc<str>, String)> {
    let usual = |name: &str, value: &str| {
        matches!(
            (name, value),
            ("algorithm", "undefined") | ("sql security", "definer") | ("definer" | "no data" | "recursive", _)
        )
    };
    options.iter().filter(move |(name, value)| !usual(name, value)).map(|(name, value)| {
        let value = if name.starts_with("with ") && value.is_empty() { "true" } else { value };
        (name.clone(), value.to_lowercase())
    })
}

fn describe_table(
    catalog: &Catalog,
    name: &str,
    table: &Table,
    defaults: Option<&Defaults>,
    facets: &mut Facets,
    described: &mut Described,
) {
    let dialect = catalog.dialect();
    described.vague = table.open || table.loose && !table.family;
    let usual = |name: &str, value: &str| match (name, defaults) {
        ("engine", Some(defaults)) => value.eq_ignore_ascii_case(&defaults.engine),
        ("charset", Some(defaults)) => same_charset(value, &defaults.charset),
        ("collate", Some(defaults)) => same_charset(value, &defaults.collation),
        // Where the next row's number starts is no part of the schema.
        ("auto_increment", _) => true,
        // What goes without saying is not shown.
        ("max_rows" | "min_rows" | "avg_row_length" | "key_block_size", _) if value == "0" => true,
        ("page_checksum", _) if value == "1" => true,
        (_, Some(defaults)) => !defaults.engine.is_empty() && value.eq_ignore_ascii_case("default"),
        _ => false,
    };
    // A collation brings its character set, which the server prints.
    let mut said = table.options.clone();
    if dialect.is_mysql_family()
        && let (Some(collation), None) = (said.get("collate"), said.get("charset"))
    {
        let charset = crate::diff::charset::charset_of(collation).into();
        said.insert("charset".into(), charset);
    }
    let charset = said.get("charset").map(|name| &**name);
    // A character set brings its usual collation, which the server prints.
    let brought = |name: &str, value: &str| {
        let own = |charset, collation| crate::diff::charset::of(charset, collation, dialect);
        name == "collate" && charset.is_some() && own(charset, None) == own(None, Some(value))
    };
    let options = said.iter().filter(|(name, value)| !usual(name, value) && !brought(name, value));
    // What partitions there are after some were made or dropped is not followed.
    let options = options.filter(|(name, _)| !dialect.is_mysql_family() || &***name != "partition by");
    if dialect.is_mysql_family()
        && let Some(by) = table.options.get("partition by")
    {
        facets.say(
            "partitions",
            &**by,
            if by.is_empty() { UNCLEAR.to_owned() } else { crate::diff::partition::meaning(by, dialect) },
        );
    }
    let options = options.map(|(name, value)| match &**name {
        "partition by" if dialect == Dialect::Postgres => (name.clone(), meaning(value, dialect)),
        _ => (name.clone(), text::option(value, dialect)),
    });
    facets.options("options", options);
    if !table.parents.is_empty() {
        facets.plain("parents", table.parents.iter().map(|key| &*key.name).collect::<Vec<_>>().join(", "));
    }
    if let Some(bound) = &table.bound {
        facets.say("bound", &**bound, text::bound(bound, dialect));
    }
    let primary: Vec<&Arc<str>> =
        table.primary().map(|key| key.kind.columns().iter().map(|name| &name.key).collect()).unwrap_or_default();
    for column in &table.columns {
        let key = primary.contains(&&column.name.key);
        let collation = table.options.get("collate").map(|name| &**name);
        described.parts.push(describe_column(table, column, key, (charset, collation), defaults, dialect));
    }
    for constraint in &table.constraints {
        described.parts.push(keys::constraint(catalog, table, constraint));
    }
    for index in &table.indexes {
        described.parts.push(keys::index(table, index, dialect));
    }
    // A column may be named with its own table.
    let own = format!("{name}.");
    let facets = described.parts.iter_mut().flat_map(|part| &mut part.facets);
    for facet in facets.filter(|facet| matches!(facet.what, "expression" | "where" | "columns" | "generated")) {
        facet.meaning = facet.meaning.replace(&own, "");
    }
    if dialect.is_mysql_family() {
        whole_columns(table, &mut described.parts);
    }
}

/// How many characters of a longer column an index has that the server cut itself, with a warning, since a key has 3,072
/// bytes at most (767 in old row formats, 1,000 in MyISAM and Aria), of one, three or four for each character.
const CUT: [u32; 9] = [3072, 1024, 768, 1000, 333, 250, 767, 255, 191];

/// An index over so many characters of a column as it has, or as a key can have, is one over the column.
fn whole_columns(table: &Table, parts: &mut [Part]) {
    for column in &table.columns {
        let text = column.ty.as_ref().map_or("", |ty| &ty.text);
        let said = text.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
        let long = ["text", "blob"].iter().any(|kind| text.to_ascii_lowercase().trim_end().ends_with(kind));
        let length = match said {
            Some((length, _)) => length.trim().parse::<u32>().ok(),
            // MariaDB indexes the beginning of it where nobody says how much.
            None => long.then_some(u32::MAX),
        };
        let Some(length) = length else { continue };
        for part in parts.iter_mut().filter(|part| part.kind == "index" || part.kind == "primary key") {
            for facet in part.facets.iter_mut().filter(|facet| facet.what == "columns") {
                let key = &column.name.key;
                let items = facet.meaning.split(", ").map(|item| match item.strip_prefix(&format!("{key} (")) {
                    Some(rest)
                        if rest
                            .split_once(')')
                            .and_then(|(own, _)| own.trim().parse::<u32>().ok())
                            .is_some_and(|own| own >= length || CUT.contains(&own)) =>
                    {
                        format!("{key}{}", rest.split_once(')').map_or("", |(_, behind)| behind))
                    }
                    _ => item.to_owned(),
                });
                facet.meaning = items.collect::<Vec<_>>().join(", ");
            }
            if part.nameless {
                let means: Vec<&str> = part.facets.iter().map(|facet| &*facet.meaning).collect();
                part.name = format!("({})", means.join(", "));
            }
        }
    }
}

/// MariaDB has two names for one character set.
fn same_charset(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().replace("utf8mb3", "utf8");
    plain(one) == plain(other)
}

fn type_meaning(ty: &Type, dialect: Dialect) -> String {
    let meaning = crate::diff::ty::meaning(ty, dialect);
    meaning.strip_prefix("public.").map(str::to_owned).unwrap_or(meaning)
}

fn describe_column(
    table: &Table,
    column: &Column,
    in_key: bool,
    (charset, around): (Option<&str>, Option<&str>),
    defaults: Option<&Defaults>,
    dialect: Dialect,
) -> Part {
    let mut facets = Facets::default();
    let table_charset = charset.or(defaults.map(|defaults| &*defaults.charset));
    let settled = crate::diff::charset::settled(column, table_charset, dialect);
    let column = &*settled;
    let details = &column.details;
    if let Some(ty) = &column.ty {
        let serial = column.numbered == Numbered::Serial;
        facets.say(
            "type",
            &*ty.text,
            if serial { type_meaning(ty, dialect).replace("serial", "integer") } else { type_meaning(ty, dialect) },
        );
    }
    let ty = column.ty.as_ref().map(|ty| type_meaning(ty, dialect));
    // The key of a table is never null, whether or not that is written.
    let not_null = column.not_null || in_key && dialect != Dialect::Sqlite;
    facets.say("null", if not_null { "no" } else { "yes" }, if not_null { "no" } else { "yes" });
    // A serial that may be null is a column with a default to the server, which a dump says in other words.
    let counts = column.numbered == Numbered::Serial
        || column.default.as_ref().is_some_and(|text| text.to_lowercase().contains("nextval("));
    let loose_serial = dialect == Dialect::Postgres && !not_null && counts;
    if loose_serial {
        facets.say("default", "nextval", UNCLEAR.to_owned());
    } else if let Some(default) =
        column.default.as_deref().or_else(|| crate::diff::compare::zero_of_mariadb(column, dialect))
        && column.numbered != Numbered::Serial
        && let Some(meaning) = default_meaning(default, ty.as_deref(), dialect)
    {
        let frozen = dialect == Dialect::Postgres && is_frozen(default, ty.as_deref().unwrap_or_default());
        facets.say("default", default, if frozen { UNCLEAR.to_owned() } else { meaning });
    }
    if let Some(expr) = &column.generated {
        let stored = if details.stored || dialect == Dialect::Postgres { "stored" } else { "virtual" };
        facets.say(
            "generated",
            format!("{} {stored}", expr.text),
            format!("{} {stored}", meaning(&crate::diff::own_cast::without(&expr.text, table, dialect), dialect)),
        );
    }
    match column.numbered {
        Numbered::No => (),
        Numbered::Serial if loose_serial => (),
        Numbered::Serial => facets.plain("numbered", "serial"),
        Numbered::Identity { always } => facets.plain("numbered", if always { "always" } else { "by default" }),
        Numbered::Auto => facets.plain("numbered", "by itself"),
    }
    // What the sequence is called is a matter of the sequence.
    let numbering = details.numbering.iter().filter(|(name, _)| &***name != "sequence name");
    facets.options("numbering", numbering.map(|(name, value)| (name.clone(), value.to_string())));
    let collated = details.collation.as_deref().filter(|_| dialect.is_mysql_family());
    let own = details.charset.as_deref().or(collated.map(crate::diff::charset::charset_of));
    if let Some(own) = own.filter(|own| table_charset.is_none_or(|charset| !same_charset(own, charset))) {
        facets.plain("character set", own.to_lowercase().replace("utf8mb3", "utf8"));
    }
    if dialect.is_mysql_family() {
        // That of the table holds where nothing is said.
        let own = crate::diff::charset::of(details.charset.as_deref(), details.collation.as_deref(), dialect);
        let around = crate::diff::charset::of(charset, around, dialect)
            .or_else(|| crate::diff::charset::of(None, defaults.map(|defaults| &*defaults.collation), dialect))
            .unwrap_or_else(|| crate::diff::charset::usual(dialect).to_owned());
        if let Some(own) = own.filter(|own| *own != around) {
            facets.plain("collation", own);
        }
    } else if let Some(collation) = details.collation.as_deref().filter(|name| *name != "default") {
        let meant = match dialect {
            Dialect::Postgres => crate::diff::compare::without_public(collation).to_owned(),
            _ => collation.to_lowercase(),
        };
        facets.say("collation", collation, meant);
    }
    if let Some(on_update) = &details.on_update {
        facets.say("on update", &**on_update, on_update_meaning(on_update, dialect));
    }
    facets.comment(details.comment.as_ref(), dialect);
    // MariaDB keeps it, and does not show it.
    let options = details.options.iter().filter(|(name, _)| &***name != "ref_system_id");
    facets.options("options", options.map(|(name, value)| (name.clone(), value.to_lowercase())));
    Part { kind: "column", name: column.name.text.to_string(), nameless: false, facets: facets.0 }
}

/// Whether PostgreSQL makes a moment of a default while it reads the statement: `'now()'` is a text, and the column gets
/// the time at which the statement ran.
fn is_frozen(default: &str, ty: &str) -> bool {
    let text = default.split("::").next().unwrap_or_default().trim();
    let Some(said) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) else { return false };
    let word = said.trim().trim_end_matches("()").to_lowercase();
    (ty.starts_with("timestamp") || ty.starts_with("date") || ty.starts_with("time"))
        && matches!(&*word, "now" | "today" | "tomorrow" | "yesterday")
}
