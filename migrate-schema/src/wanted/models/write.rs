//! From models to the statements that make them.

mod column;
mod keys;

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::Models;
use super::attributes::Text;
use super::link::{Column, push};
use super::model::{EnumModel, Model, Name};
use super::problem::Problem;
use super::sql::{Sql, place};
use crate::catalog::change::Change;
use crate::catalog::{self, Space};
use crate::diagnostic::{Diagnostic, models as codes};
use crate::files::settings::Models as Settings;
use crate::read;
use crate::source::{Place, Source, SourceId, Sources};
use crate::sql::{judge, split};
use crate::wanted::{Rename, Said};

/// The longest name that MySQL takes.
const LONGEST_MYSQL: usize = 64;

pub(super) struct Writer<'a> {
    models: &'a Models,
    dialect: Dialect,
    settings: &'a Settings,
    elsewhere: &'a [String],
    out: &'a mut Vec<Diagnostic>,
    /// Each text, and the file of the model that it is made of.
    texts: Vec<(SourceId, Sql)>,
    renames: Vec<Rename>,
    strangers: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        models: &'a Models,
        dialect: Dialect,
        settings: &'a Settings,
        elsewhere: &'a [String],
        out: &'a mut Vec<Diagnostic>,
    ) -> Writer<'a> {
        Writer {
            models,
            dialect,
            settings,
            elsewhere,
            out,
            texts: Vec::new(),
            renames: Vec::new(),
            strangers: Vec::new(),
        }
    }

    /// Everything, read.
    pub(super) fn all(mut self, sources: &mut Sources) -> Said {
        let models = self.models;
        self.schemas();
        if self.dialect == Dialect::Postgres {
            for (source, model) in &models.enums {
                if !model.text && model.repr.is_none() {
                    self.enum_type(*source, model);
                }
            }
        }
        for (source, model) in models.tables.iter().filter(|(_, model)| !model.embedded) {
            self.table(*source, model);
        }
        let mut statements = Vec::new();
        for (rust, sql) in std::mem::take(&mut self.texts) {
            let path = sources.get(rust).path().to_owned();
            let id = sources.add(Source::made(path, &sql.text, sql.origins));
            statements.extend(read_statements(sources, id, sql.statements, self.dialect, self.out));
        }
        Said { statements, renames: self.renames, strangers: self.strangers }
    }

    fn problem(&mut self, source: SourceId, problem: Problem) {
        push(self.out, super::diagnostic(source, &problem));
    }

    fn key(&self, space: Space, schema: Option<&str>, name: &str) -> catalog::Key {
        let key = |text: &str| catalog::name::fold(&Arc::from(text), self.dialect);
        let schema = schema.unwrap_or_else(|| catalog::first_schema(self.dialect));
        catalog::Key { space, name: key(name), schema: key(schema) }
    }

    /// The schemas that models stand in.
    fn schemas(&mut self) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let models = self.models;
        let tables = models.tables.iter().map(|(source, model)| (*source, &model.schema));
        let enums = models.enums.iter().map(|(source, model)| (*source, &model.schema));
        let mut made = BTreeSet::from(["public"]);
        for (source, schema) in tables.chain(enums) {
            let Some(schema) = schema.as_ref().filter(|schema| made.insert(schema.value.as_str())) else { continue };
            let mut sql = Sql::new(self.dialect);
            sql.put("CREATE SCHEMA IF NOT EXISTS ").quoted(&schema.value, place(source, schema.span)).end();
            self.texts.push((source, sql));
        }
    }

    fn enum_type(&mut self, source: SourceId, model: &EnumModel) {
        let mut sql = Sql::new(self.dialect);
        sql.put("CREATE TYPE ");
        if let Some(schema) = &model.schema {
            sql.quoted(&schema.value, place(source, schema.span)).put(".");
        }
        sql.name(source, &model.name).put(" AS ENUM (");
        values(&mut sql, source, model);
        sql.put(")").end();
        self.texts.push((source, sql));
        if let Some(from) = &model.renamed_from {
            let key = self.key(Space::Type, model.schema.as_ref().map(|it| it.value.as_str()), &model.name.value);
            self.rename(key, None, &from.value, place(source, from.span));
        }
    }

    fn rename(&mut self, key: catalog::Key, column: Option<&str>, from: &str, place: Place) {
        let fold = |text: &str| catalog::name::fold(&Arc::from(text), self.dialect);
        let (column, from) = (column.map(fold), fold(from));
        self.renames.push(Rename { key, column, from, place });
    }

    fn table(&mut self, source: SourceId, model: &Model) {
        let models = self.models;
        let mut found = Vec::new();
        let (columns, parts) = models.expand(source, model, &mut found);
        found.into_iter().for_each(|problem| push(self.out, problem));
        if columns.is_empty() {
            return;
        }
        let key = self.key(Space::Relation, self.schema_of(model), &model.table.value);
        if let Some(from) = &model.renamed_from {
            self.rename(key.clone(), None, &from.value, place(source, from.span));
        }
        let mut sql = Sql::new(self.dialect);
        sql.put("CREATE TABLE ");
        self.path(&mut sql, source, model);
        sql.put(" (");
        let mut complete = true;
        for (number, (at, field)) in columns.iter().enumerate() {
            sql.put(if number == 0 { "\n    " } else { ",\n    " });
            let start = sql.text.len();
            let typed = self.column(&mut sql, *at, field, model);
            sql.from(start, place(*at, field.rust.span));
            complete &= typed;
            if let Some(from) = &field.renamed_from {
                self.rename(key.clone(), Some(&field.column.value), &from.value, place(*at, from.span));
            }
        }
        for (at, part) in &parts {
            self.constraints(&mut sql, *at, part, &columns);
        }
        sql.put("\n)");
        if let Some(comment) = model.comment.as_ref().filter(|_| self.dialect.is_mysql_family()) {
            sql.put(" COMMENT=").string(&comment.value, place(source, comment.span));
        }
        if let Some(options) = model.options.get(self.dialect) {
            sql.put(" ").literal(source, options);
        }
        sql.end();
        for (at, part) in &parts {
            for index in &part.indexes {
                self.index(&mut sql, (source, model), *at, index, None, &columns);
            }
        }
        for (at, field) in &columns {
            for index in &field.indexes {
                self.index(&mut sql, (source, model), *at, index, Some(field), &columns);
            }
        }
        if self.dialect == Dialect::Postgres {
            self.comments(&mut sql, source, model, &columns);
        }
        // Without a type there is nothing to compare; the field was told about.
        if complete {
            self.texts.push((source, sql));
        }
    }

    fn comments(&mut self, sql: &mut Sql, source: SourceId, model: &Model, columns: &[Column<'_>]) {
        if let Some(comment) = &model.comment {
            sql.put("COMMENT ON TABLE ");
            self.path(sql, source, model);
            sql.put(" IS ").string(&comment.value, place(source, comment.span)).end();
        }
        for (at, field) in columns {
            let Some(comment) = &field.comment else { continue };
            sql.put("COMMENT ON COLUMN ");
            self.path(sql, source, model);
            sql.put(".").name(*at, &field.column);
            sql.put(" IS ").string(&comment.value, place(*at, comment.span)).end();
        }
    }
}

/// The values of an enum, as strings.
fn values(sql: &mut Sql, source: SourceId, model: &EnumModel) {
    for (number, value) in model.values.iter().enumerate() {
        sql.put(if number == 0 { "" } else { ", " }).string(&value.value, place(source, value.span));
    }
}

/// The begin of a constraint of the table; where it begins comes back.
fn begin(sql: &mut Sql, source: SourceId, name: Option<&Text>) -> usize {
    sql.put(",\n    ");
    let start = sql.text.len();
    if let Some(name) = name {
        sql.put("CONSTRAINT ").quoted(&name.value, place(source, name.span)).put(" ");
    }
    start
}

/// Columns by their names, or the one of a field.
fn list(sql: &mut Sql, source: SourceId, texts: &[Text], own: Option<&Name>) {
    for (number, text) in texts.iter().enumerate() {
        sql.put(if number == 0 { "" } else { ", " }).quoted(&text.value, place(source, text.span));
    }
    if let Some(name) = own.filter(|_| texts.is_empty()) {
        sql.name(source, name);
    }
}

/// Splits, judges and reads a text of ours. `expected` statements are in it, unless an attribute ends one.
fn read_statements(
    sources: &Sources,
    id: SourceId,
    expected: usize,
    dialect: Dialect,
    out: &mut Vec<Diagnostic>,
) -> Vec<Vec<Change>> {
    let source = sources.get(id);
    let text = source.text();
    let mut found = Vec::new();
    let stmts = split(id, text, 0..text.len(), dialect, &mut found);
    if stmts.len() != expected
        && found.is_empty()
        && let Some(stmt) = stmts.first()
    {
        let at = Place { source: id, span: stmt.span };
        found.push(
            Diagnostic::error(&codes::BAD_ATTRIBUTE, "`;` ends a statement in the SQL of this model")
                .at(at, "")
                .help("an attribute holds a part of a statement: delete the `;`"),
        );
    }
    let mut statements = Vec::new();
    for stmt in &stmts {
        if judge::judge(id, text, stmt, dialect, &mut found) && found.is_empty() {
            statements.push(read::read(id, text, stmt, dialect).into_changes());
        }
    }
    found.into_iter().for_each(|problem| push(out, shown_once(sources, problem)));
    statements
}

/// With the places that people are shown, so that what is wrong for two dialects is the same.
fn shown_once(sources: &Sources, mut problem: Diagnostic) -> Diagnostic {
    problem.at = problem.at.map(|at| sources.origin(at));
    problem.labels.iter_mut().for_each(|label| label.place = sources.origin(label.place));
    problem
}
