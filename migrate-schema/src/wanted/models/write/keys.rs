//! The constraints and indexes of a table.

use migrate_core::Dialect;

use super::super::attributes::Text;
use super::super::check;
use super::super::link::Column;
use super::super::model::{Field, Foreign, Index, Key, Model, Name};
use super::super::problem::Problem;
use super::super::sql::{Sql, place};
use super::{LONGEST_MYSQL, Writer, begin, list};
use crate::catalog::{self};
use crate::diagnostic::models as codes;
use crate::source::SourceId;

impl Writer<'_> {
    /// The keys and checks of a struct, behind the columns.
    pub(super) fn constraints(&mut self, sql: &mut Sql, source: SourceId, model: &Model, columns: &[Column<'_>]) {
        if let Some(key) = &model.primary {
            self.key_of(sql, source, key, "PRIMARY KEY", None, columns);
        }
        for key in &model.uniques {
            self.key_of(sql, source, key, "UNIQUE", None, columns);
        }
        for field in model.columns() {
            if let Some(key) = &field.unique {
                self.key_of(sql, source, key, "UNIQUE", Some(&field.column), columns);
            }
        }
        for foreign in &model.foreign {
            self.foreign(sql, source, foreign, None, columns);
        }
        for field in model.columns() {
            if let Some(foreign) = &field.references {
                self.foreign(sql, source, foreign, Some(&field.column), columns);
            }
        }
        for check in &model.checks {
            let Some(expr) = check.expr.get(self.dialect) else { continue };
            let start = begin(sql, source, check.name.as_ref());
            sql.put("CHECK (").literal(source, expr).put(")");
            sql.from(start, place(source, check.span));
        }
    }

    pub(super) fn key_of(
        &mut self,
        sql: &mut Sql,
        source: SourceId,
        key: &Key,
        what: &str,
        own: Option<&Name>,
        columns: &[Column<'_>],
    ) {
        if !self.known(source, &key.columns, columns) {
            return;
        }
        let start = begin(sql, source, key.name.as_ref());
        sql.put(what).put(" (");
        list(sql, source, &key.columns, own);
        sql.put(")");
        sql.from(start, place(source, key.span));
    }

    /// Whether there are such columns. Structs that flatten nothing were looked at by themselves.
    pub(super) fn known(&mut self, source: SourceId, texts: &[Text], columns: &[Column<'_>]) -> bool {
        let names = || columns.iter().map(|(_, field)| field.column.value.as_str());
        let unknown: Vec<_> = texts.iter().filter(|text| !names().any(|name| name == text.value)).collect();
        for text in &unknown {
            let problem = check::unknown_column(text, "the table", names());
            let place = place(source, text.span);
            if !self.out.iter().any(|other| other.at == Some(place) && other.code.id == problem.code.id) {
                self.problem(source, problem);
            }
        }
        unknown.is_empty()
    }

    pub(super) fn foreign(
        &mut self,
        sql: &mut Sql,
        source: SourceId,
        foreign: &Foreign,
        own: Option<&Name>,
        columns: &[Column<'_>],
    ) {
        if !self.known(source, &foreign.columns, columns) {
            return;
        }
        let Some(targets) = self.targets(source, foreign) else { return };
        let start = begin(sql, source, foreign.name.as_ref());
        sql.put("FOREIGN KEY (");
        list(sql, source, &foreign.columns, own);
        sql.put(") REFERENCES ");
        let at = place(source, foreign.target.span);
        if let Some(schema) = foreign.schema.as_ref().filter(|_| self.dialect.facts().schemas) {
            sql.quoted(schema, at).put(".");
        }
        sql.quoted(&foreign.table, at);
        for (number, column) in targets.iter().enumerate() {
            sql.put(if number == 0 { " (" } else { ", " }).quoted(column, at);
        }
        sql.put(if targets.is_empty() { "" } else { ")" }).put(&foreign.actions);
        sql.from(start, at);
    }

    /// The columns that a foreign key points to; none if there is no such table or column, which is told.
    pub(super) fn targets(&mut self, source: SourceId, foreign: &Foreign) -> Option<Vec<String>> {
        let models = self.models;
        let tables = || models.tables.iter().filter(|(_, model)| !model.embedded);
        let same = |model: &Model| {
            model.table.value == foreign.table
                && (foreign.schema.is_none()
                    || foreign.schema.as_deref()
                        == model.schema.as_ref().map(|schema| schema.value.as_str()).or(Some("public")))
        };
        let Some((at, model)) = tables().find(|(_, model)| same(model)) else {
            let schema = foreign.schema.as_deref().unwrap_or_else(|| catalog::first_schema(self.dialect));
            let elsewhere = self.elsewhere.iter().any(|name| name.eq_ignore_ascii_case(&foreign.table));
            if elsewhere {
                return Some(foreign.targets.clone());
            }
            if !self.settings.has_table(schema, &foreign.table) {
                self.strangers.push(foreign.table.clone());
                return Some(foreign.targets.clone());
            }
            let names: Vec<&str> = tables()
                .map(|(_, model)| model.table.value.as_str())
                .chain(self.elsewhere.iter().map(String::as_str))
                .collect();
            let message = format!("no model is the table `{}`", foreign.table);
            let problem = Problem::new(&codes::UNKNOWN_NAME, foreign.target.span, message)
                .or(&foreign.table, names.iter().copied())
                .help(format!("a table that is kept elsewhere: `exclude = [\"{}\"]` in `[models]`", foreign.table));
            self.problem(source, problem);
            return None;
        };
        let mut found = Vec::new();
        let (columns, parts) = models.expand(*at, model, &mut found);
        let names = || columns.iter().map(|(_, field)| field.column.value.as_str());
        for target in &foreign.targets {
            if !names().any(|name| name == target) {
                let text = Text { value: target.clone(), ..foreign.target.clone() };
                self.problem(source, check::unknown_column(&text, &foreign.table, names()));
                return None;
            }
        }
        if !foreign.targets.is_empty() {
            return Some(foreign.targets.clone());
        }
        let of_field =
            columns.iter().filter(|(_, field)| field.primary.is_some()).map(|(_, field)| field.column.value.clone());
        let of_table = parts.iter().filter_map(|(_, part)| part.primary.as_ref()).flat_map(|key| &key.columns);
        Some(of_field.chain(of_table.map(|text| text.value.clone())).collect())
    }

    pub(super) fn index(
        &mut self,
        sql: &mut Sql,
        (table_source, table): (SourceId, &Model),
        source: SourceId,
        index: &Index,
        own: Option<&Field>,
        columns: &[Column<'_>],
    ) {
        let words: Vec<_> = index.parts.iter().filter(|part| check::is_word(&part.value)).cloned().collect();
        if !self.known(source, &words, columns) || !self.known(source, &index.include, columns) {
            return;
        }
        if let Some(filter) = index.filter.as_ref().filter(|_| self.dialect.is_mysql_family()) {
            let message = format!("{} has no indexes of some rows", self.dialect.facts().title);
            let problem = Problem::new(&codes::BAD_ATTRIBUTE, filter.span, message).help("delete `where`");
            self.problem(source, problem);
            return;
        }
        let start = sql.text.len();
        sql.put(if index.unique { "CREATE UNIQUE INDEX " } else { "CREATE INDEX " });
        let plain = index.parts.iter().all(|part| check::is_word(&part.value));
        match &index.name {
            Some(name) => {
                sql.quoted(&name.value, place(source, name.span)).put(" ");
            }
            // PostgreSQL finds a name for columns.
            None if self.dialect == Dialect::Postgres && plain => {}
            None => {
                let name = self.index_name(table, index, own);
                sql.quoted(&name, place(source, index.span)).put(" ");
            }
        }
        let using = index.using.as_ref().filter(|_| self.dialect != Dialect::Sqlite);
        if let Some(using) = using.filter(|_| self.dialect.is_mysql_family()) {
            sql.put("USING ").literal(source, using).put(" ");
        }
        sql.put("ON ");
        self.path(sql, table_source, table);
        if let Some(using) = using.filter(|_| self.dialect == Dialect::Postgres) {
            sql.put(" USING ").literal(source, using);
        }
        sql.put(" (");
        for (number, part) in index.parts.iter().enumerate() {
            sql.put(if number == 0 { "" } else { ", " });
            match check::is_word(&part.value) {
                true => sql.quoted(&part.value, place(source, part.span)),
                false => sql.literal(source, part),
            };
        }
        if let Some(field) = own {
            sql.quoted(&field.column.value, place(source, field.column.span));
        }
        sql.put(")");
        if !index.include.is_empty() && self.dialect == Dialect::Postgres {
            sql.put(" INCLUDE (");
            list(sql, source, &index.include, None);
            sql.put(")");
        }
        if let Some(filter) = &index.filter {
            sql.put(" WHERE ").literal(source, filter);
        }
        sql.from(start, place(source, index.span));
        sql.end();
    }

    /// `users_team_id_email_idx`, as PostgreSQL would call it.
    pub(super) fn index_name(&self, table: &Model, index: &Index, own: Option<&Field>) -> String {
        let mut name = table.table.value.clone();
        let parts =
            index.parts.iter().map(|part| part.value.as_str()).chain(own.map(|field| field.column.value.as_str()));
        for part in parts {
            for word in part.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
                name.push('_');
                name.push_str(&word.to_lowercase());
            }
        }
        let longest = if self.dialect.is_mysql_family() { LONGEST_MYSQL } else { catalog::name::POSTGRES_LENGTH };
        let room = name.floor_char_boundary(longest - "_idx".len());
        name.truncate(room);
        name + "_idx"
    }
}
