//! Everything that is no table: schemas, extensions, types, sequences, views, functions, triggers, policies, comments.

use std::sync::Arc;

use migrate_core::Dialect;

use super::column::sequence_options;
use super::key::with;
use super::{Writer, tidy};
use crate::catalog::change::Kind;
use crate::catalog::details::{Definition, Options, RoutineDetails};
use crate::catalog::name::Ident;
use crate::catalog::other::Other;
use crate::catalog::said::{NAME, trigger_words};
use crate::catalog::view::View;
use crate::catalog::{Key, Object, Space};
use crate::source::Place;
use crate::sql::{Kind as Of, Lexer, Token};

/// What kind of statement an object is made and dropped with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectKind {
    /// A schema.
    Schema,
    /// An extension.
    Extension,
    /// An enum, composite or other type.
    Type,
    /// A domain.
    Domain,
    /// A sequence.
    Sequence,
    /// A function, procedure or aggregate.
    Routine,
    /// A table.
    Table,
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// A trigger.
    Trigger,
    /// A policy.
    Policy,
    /// What is kept as its text.
    Other,
}

impl ObjectKind {
    /// The words behind `CREATE` and `DROP`.
    pub const fn words(self) -> &'static str {
        match self {
            ObjectKind::Schema => "SCHEMA",
            ObjectKind::Extension => "EXTENSION",
            ObjectKind::Type => "TYPE",
            ObjectKind::Domain => "DOMAIN",
            ObjectKind::Sequence => "SEQUENCE",
            ObjectKind::Routine => "FUNCTION",
            ObjectKind::Table => "TABLE",
            ObjectKind::View => "VIEW",
            ObjectKind::MaterializedView => "MATERIALIZED VIEW",
            ObjectKind::Trigger => "TRIGGER",
            ObjectKind::Policy => "POLICY",
            ObjectKind::Other => "OBJECT",
        }
    }
}

/// The kind of an object; none for what comes with another, and for what nobody knows.
pub fn kind_of(object: &Object) -> Option<ObjectKind> {
    Some(match object {
        Object::Schema => ObjectKind::Schema,
        Object::Extension { .. } => ObjectKind::Extension,
        Object::Type { kind: Kind::Domain, .. } => ObjectKind::Domain,
        Object::Type { .. } => ObjectKind::Type,
        Object::Sequence { .. } => ObjectKind::Sequence,
        Object::Routine { .. } => ObjectKind::Routine,
        Object::Table(_) => ObjectKind::Table,
        Object::View(view) if view.materialized => ObjectKind::MaterializedView,
        Object::View(_) => ObjectKind::View,
        Object::Trigger { .. } => ObjectKind::Trigger,
        Object::Policy { .. } => ObjectKind::Policy,
        Object::Other(_) => ObjectKind::Other,
        Object::Index { .. } | Object::Gone { .. } | Object::Unknown => return None,
    })
}

impl Writer<'_> {
    /// The statements that make an object, with those that make its indexes.
    pub fn create_with_indexes(&self, key: &Key) -> String {
        let mut statements = self.create(key);
        if let Some(table) = self.table(key) {
            statements.extend(table.indexes.iter().map(|index| self.create_index(key, index, false)));
        }
        statements.join(" ")
    }

    /// The statements that make an object that is no table.
    pub fn create(&self, key: &Key) -> Vec<String> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let path = self.path(key);
        match &entry.object {
            Object::Schema => vec![format!("CREATE SCHEMA {path}")],
            // Somebody may have made it for the database.
            Object::Extension { options } => {
                let mut out = format!("CREATE EXTENSION IF NOT EXISTS {path}");
                for (name, word) in [("schema", "SCHEMA"), ("version", "VERSION")] {
                    if let Some(value) = options.get(name) {
                        let value = if name == "version" { self.string(value) } else { self.name(value) };
                        out.push_str(&format!(" {word} {value}"));
                    }
                }
                vec![out]
            }
            Object::Sequence { options, .. } => vec![self.create_sequence(&path, options)],
            Object::Type { values: Some(values), .. } => {
                let values: Vec<String> = values.iter().map(|value| self.string(value)).collect();
                vec![format!("CREATE TYPE {path} AS ENUM ({})", values.join(", "))]
            }
            Object::Type { kind: Kind::Domain, details, .. } => {
                let mut out = format!("CREATE DOMAIN {path}");
                if let Some(base) = &details.base {
                    out.push_str(&format!(" AS {}", self.ty(base)));
                }
                if let Some(collation) = &details.collation {
                    out.push_str(&format!(" COLLATE {}", self.dotted(collation)));
                }
                if let Some(default) = &details.default {
                    out.push_str(&format!(" DEFAULT {}", self.expr(default)));
                }
                if details.not_null {
                    out.push_str(" NOT NULL");
                }
                let is_open =
                    |name: &Option<Ident>| name.as_ref().is_some_and(|own| details.not_valid.contains(&own.key));
                let (open, valid): (Vec<_>, Vec<_>) = details.checks.iter().partition(|(name, _)| is_open(name));
                for (name, check) in valid {
                    let check = format!("CHECK ({})", self.expr(&check.text));
                    match name {
                        Some(name) => out.push_str(&format!(" CONSTRAINT {} {check}", self.name(&name.text))),
                        None => out.push_str(&format!(" {check}")),
                    }
                }
                let open = open.into_iter().filter_map(|(name, check)| {
                    let (name, check) = (self.name(&name.as_ref()?.text), self.expr(&check.text));
                    Some(format!("ALTER DOMAIN {path} ADD CONSTRAINT {name} CHECK ({check}) NOT VALID"))
                });
                std::iter::once(out).chain(open).collect()
            }
            Object::Type { details, .. } if !details.attributes.is_empty() => {
                let attributes: Vec<String> = details
                    .attributes
                    .iter()
                    .map(|(name, ty)| format!("{} {}", self.name(&name.text), self.ty(ty)))
                    .collect();
                vec![format!("CREATE TYPE {path} AS (\n    {}\n)", attributes.join(",\n    "))]
            }
            Object::Type { details, .. } if details.rest.is_empty() => vec![format!("CREATE TYPE {path} AS ()")],
            Object::Type { details, .. } => {
                vec![format!("CREATE TYPE {path} {}", tidy(&details.rest, self.dialect))]
            }
            Object::View(view) => vec![self.create_view(&path, view)],
            Object::Routine { details, .. } => {
                let each = details
                    .iter()
                    .map(|details| self.where_names_mean_it(details, details.definition.text.to_string()));
                each.flatten().collect()
            }
            Object::Trigger { definition, state, table, event, .. } => {
                let mut out = vec![self.behind_others(key, table, event, &definition.text)];
                out.extend(state.as_ref().map(|_| self.trigger_state(key, table, state.as_deref())));
                out
            }
            Object::Policy { definition, .. } => vec![definition.text.to_string()],
            Object::Other(other) => std::iter::once(&*other.definition)
                .chain(&other.since)
                .map(|statement| self.said(other, &statement.text))
                .collect(),
            Object::Table(table) => vec![self.create_table(key, &path, table, &super::Without::default())],
            Object::Index { .. } | Object::Gone { .. } | Object::Unknown => Vec::new(),
        }
    }

    /// When a trigger runs; partitions of which other times are known are told so themselves.
    pub(crate) fn trigger_state(&self, key: &Key, table: &Key, state: Option<&str>) -> String {
        let words = trigger_words(state);
        let only = if self.catalog.runs_alike(table, &key.name, &words) { "" } else { "ONLY " };
        let name = self.catalog.entry(key).map_or(&key.name, |entry| &entry.name);
        format!("ALTER TABLE {only}{} {words} TRIGGER {}", self.path(table), self.name(name))
    }

    fn create_sequence(&self, path: &str, options: &Options) -> String {
        let unlogged = if options.contains_key("unlogged") { "UNLOGGED " } else { "" };
        let mut out = format!("CREATE {unlogged}SEQUENCE {path}{}", sequence_options(options, false));
        if let Some(engine) = options.get("engine") {
            out.push_str(&format!(" ENGINE={engine}"));
        }
        if let Some(says) = options.get("comment") {
            out.push_str(&format!(" COMMENT={}", self.string(says)));
        }
        out
    }

    fn create_view(&self, path: &str, view: &View) -> String {
        let details = &view.details;
        let options = &details.options;
        let mut out = "CREATE ".to_owned();
        if self.dialect.is_mysql_family() {
            for (name, words) in
                [("algorithm", "ALGORITHM="), ("definer", "DEFINER="), ("sql security", "SQL SECURITY ")]
            {
                if let Some(value) = options.get(name) {
                    let value = if name == "definer" { value.to_string() } else { value.to_uppercase() };
                    out.push_str(&format!("{words}{value} "));
                }
            }
        }
        if options.contains_key("recursive") {
            out.push_str("RECURSIVE ");
        }
        out.push_str(if view.materialized { "MATERIALIZED VIEW " } else { "VIEW " });
        out.push_str(path);
        if !details.columns.is_empty() {
            out.push_str(&format!(" ({})", self.names(details.columns.iter().map(|name| &*name.text))));
        }
        if let Some(method) = options.get("using") {
            out.push_str(&format!(" USING {}", self.name(method)));
        }
        out.push_str(&with(options));
        if let Some(space) = options.get("tablespace") {
            out.push_str(&format!(" TABLESPACE {}", self.name(space)));
        }
        out.push_str(&format!(" AS\n{}", details.query.trim()));
        if let Some(check) = options.get("check option") {
            out.push_str(&format!("\nWITH {} CHECK OPTION", check.to_uppercase()).replace("  ", " "));
        }
        if options.contains_key("no data") {
            out.push_str("\nWITH NO DATA");
        }
        out
    }

    /// `DROP` of an object.
    pub fn drop(&self, key: &Key) -> Vec<String> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let Some(kind) = kind_of(&entry.object) else { return Vec::new() };
        match &entry.object {
            Object::Routine { details, .. } => {
                details.iter().map(|details| self.drop_routine(key, &details.kind, &details.arguments)).collect()
            }
            Object::Trigger { table, .. } => vec![match self.dialect {
                Dialect::Postgres => format!("DROP TRIGGER {} ON {}", self.name(&entry.name), self.path(table)),
                _ => format!("DROP TRIGGER {}", self.path(key)),
            }],
            // Its functions go with it, and it with them.
            Object::Type { details, .. } if details.is_base() => vec![format!("DROP TYPE {} CASCADE", self.path(key))],
            Object::Policy { table, .. } => {
                vec![format!("DROP POLICY {} ON {}", self.name(&entry.name), self.path(table))]
            }
            Object::Other(other) => vec![match &other.undo {
                Some(undo) => self.said(other, undo),
                // It has brought a family of its name, which would stay.
                None if &*other.kind == "OPERATOR CLASS" && !other.definition.meaning.contains(" family ") => {
                    format!("DROP OPERATOR FAMILY {}", other.named)
                }
                None => format!("DROP {}", self.named(other)),
            }],
            _ => vec![format!("DROP {} {}", kind.words(), self.path(key))],
        }
    }

    /// A trigger of MySQL that runs behind another one says so, because the order in which they are made decides.
    fn behind_others(&self, key: &Key, table: &Key, event: &str, text: &str) -> String {
        let others = match self.dialect.is_mysql_family() {
            true => self.catalog.triggers_of(table, event),
            false => Vec::new(),
        };
        let at = others.iter().position(|other| other == key).unwrap_or(0);
        let Some(before) = at.checked_sub(1).and_then(|at| self.entry(&others[at])) else { return text.to_owned() };
        let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), self.dialect).collect();
        let row = tokens.windows(2).find(|pair| pair[0].is(text, "each") && pair[1].is(text, "row"));
        let Some(end) = row.map(|pair| pair[1].end as usize) else { return text.to_owned() };
        format!("{} FOLLOWS {}{}", &text[..end], self.name(&before.name), &text[end..])
    }

    /// The object that a text speaks of is named.
    fn said(&self, other: &Other, text: &str) -> String {
        match &other.table {
            Some(about) if other.undo.is_some() => text.replace(NAME, &self.path(about)),
            _ => text.to_owned(),
        }
    }

    /// As `DROP` and `COMMENT ON` name it.
    fn named(&self, other: &Other) -> String {
        match &other.table {
            Some(table) if &*other.kind == "RULE" => format!("RULE {} ON {}", other.named, self.path(table)),
            _ => format!("{} {}", other.kind, other.named),
        }
    }

    /// `DROP FUNCTION f(integer)`.
    pub fn drop_routine(&self, key: &Key, kind: &str, arguments: &str) -> String {
        let kind = if kind.is_empty() { "FUNCTION".to_owned() } else { kind.to_uppercase() };
        match self.dialect {
            Dialect::Postgres => format!("DROP {kind} {}({})", self.path(key), tidy(arguments, self.dialect)),
            _ => format!("DROP {kind} {}", self.path(key)),
        }
    }

    /// The statement that makes a function, in a place where the names in its body mean what they did when it was written:
    /// the server looks at bodies when it makes a function, and keeps them as they are.
    pub fn where_names_mean_it(&self, details: &RoutineDetails, sql: String) -> Vec<String> {
        let strings = Lexer::new(&sql, 0..sql.len(), self.dialect)
            .filter(|token| matches!(token.kind, Of::Text | Of::Dollar))
            .map(|token| token.text(&sql));
        let home = details.path.first();
        let needs = home.is_some_and(|home| strings.into_iter().any(|body| self.speaks_of(home, body)));
        if !needs {
            return vec![sql];
        }
        let path: Vec<String> = details.path.iter().map(|schema| self.name(schema)).collect();
        vec![format!("SET search_path TO {}", path.join(", ")), sql, "RESET search_path".to_owned()]
    }

    /// Whether a body has the name of something in a schema, without the schema.
    fn speaks_of(&self, schema: &Arc<str>, body: &str) -> bool {
        let body = body.trim_matches('\'');
        let tag = body.strip_prefix('$').and_then(|rest| rest.find('$')).map_or(0, |end| end + 2);
        let body = body.get(tag..body.len().saturating_sub(tag)).unwrap_or_default();
        let tokens: Vec<_> = Lexer::new(body, 0..body.len(), self.dialect).collect();
        tokens.iter().enumerate().any(|(at, token)| {
            let alone = at.checked_sub(1).is_none_or(|before| tokens[before].kind != Of::Dot);
            let name = || Ident::written(token.text(body), self.dialect, Place::nowhere()).key;
            let there = |space: Space| {
                let key = Key { space, schema: schema.clone(), name: name() };
                self.entry(&key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. } | Object::Unknown))
            };
            alone
                && matches!(token.kind, Of::Word | Of::Name)
                && [Space::Relation, Space::Type, Space::Routine].into_iter().any(there)
        })
    }

    /// A definition that may stand in the place of another.
    pub fn or_replace(&self, definition: &Definition) -> String {
        let text = &*definition.text;
        match text.get(..6).filter(|word| word.eq_ignore_ascii_case("create")) {
            Some(word) => format!("{word} OR REPLACE{}", &text[6..]),
            None => text.to_owned(),
        }
    }

    /// `COMMENT ON …`, for what PostgreSQL keeps comments of. None removes it.
    pub fn comment(&self, what: &str, comment: Option<&str>) -> String {
        let text = comment.map_or_else(|| "NULL".to_owned(), |comment| self.string(comment));
        format!("COMMENT ON {what} IS {text}")
    }

    /// One function of a name, as `COMMENT ON` names it.
    pub fn routine(&self, key: &Key, own: &RoutineDetails) -> String {
        let kind = if own.kind.is_empty() { "FUNCTION".to_owned() } else { own.kind.to_uppercase() };
        format!("{kind} {}({})", self.path(key), tidy(&own.arguments, self.dialect))
    }

    /// An object as `COMMENT ON` names it.
    pub fn commented(&self, key: &Key) -> Option<String> {
        let entry = self.entry(key)?;
        Some(match &entry.object {
            Object::Routine { details, .. } => self.routine(key, details.last()?),
            Object::Trigger { table, .. } => format!("TRIGGER {} ON {}", self.name(&entry.name), self.path(table)),
            Object::Policy { table, .. } => format!("POLICY {} ON {}", self.name(&entry.name), self.path(table)),
            Object::Index { .. } => format!("INDEX {}", self.path(key)),
            Object::Other(other) => self.named(other),
            Object::Table(table) if table.is_foreign() => {
                format!("FOREIGN TABLE {}", self.path(key))
            }
            object => format!("{} {}", kind_of(object)?.words(), self.path(key)),
        })
    }
}
