//! From models to the statements that make them.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::attributes::Text;
use super::link::{Column, FoundEnum, push};
use super::model::{EnumModel, Field, Foreign, Index, Key, Model, Name, Numbering};
use super::problem::Problem;
use super::sql::{Sql, place};
use super::types::{Known, RustType};
use super::{Models, check};
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

    /// The schema that is written, where there are such.
    fn schema_of<'m>(&self, model: &'m Model) -> Option<&'m str> {
        model.schema.as_ref().filter(|_| self.dialect.facts().schemas).map(|schema| schema.value.as_str())
    }

    fn path(&self, sql: &mut Sql, source: SourceId, model: &Model) {
        if let Some(schema) = model.schema.as_ref().filter(|_| self.dialect.facts().schemas) {
            sql.quoted(&schema.value, place(source, schema.span)).put(".");
        }
        sql.name(source, &model.table);
    }

    /// One column. False if it has no type.
    fn column(&mut self, sql: &mut Sql, source: SourceId, field: &Field, model: &Model) -> bool {
        let dialect = self.dialect;
        sql.name(source, &field.column).put(" ");
        let start = sql.text.len();
        let Some(values_of) = self.column_type(sql, source, field) else { return false };
        if field.sql_type.get(dialect).is_none() {
            sql.from(start, place(source, field.ty.span));
        }
        if let Some(collate) = field.collate.get(dialect) {
            sql.put(" COLLATE ");
            match dialect == Dialect::Postgres && !collate.value.contains('"') {
                true => sql.quoted(&collate.value, place(source, collate.span)),
                false => sql.literal(source, collate),
            };
        }
        if let Some((generated, expr)) = field.generated.as_ref().and_then(|it| Some((it, it.expr.get(dialect)?))) {
            sql.put(" GENERATED ALWAYS AS (").literal(source, expr);
            sql.put(if generated.is_virtual { ") VIRTUAL" } else { ") STORED" });
        }
        self.null(sql, field);
        if let Some(default) = field.default.get(dialect) {
            sql.put(" DEFAULT ").literal(source, default);
        }
        self.numbered(sql, source, field, model);
        let start = sql.text.len();
        if let Some(span) = field.primary {
            sql.put(" PRIMARY KEY");
            sql.from(start, place(source, span));
            if dialect == Dialect::Sqlite && matches!(field.numbered, Some((Numbering::Identity, _))) {
                sql.put(" AUTOINCREMENT");
            }
        }
        if let Some(comment) = field.comment.as_ref().filter(|_| dialect.is_mysql_family()) {
            sql.put(" COMMENT ").string(&comment.value, place(source, comment.span));
        }
        for check in &field.checks {
            if let Some(expr) = check.expr.get(dialect) {
                if let Some(name) = &check.name {
                    sql.put(" CONSTRAINT ").quoted(&name.value, place(source, name.span));
                }
                sql.put(" CHECK (").literal(source, expr).put(")");
            }
        }
        if let Some((of, values_of)) = values_of {
            let start = sql.text.len();
            sql.put(" CHECK (").name(source, &field.column).put(" IN (");
            values(sql, of, values_of);
            sql.put("))");
            sql.from(start, place(source, field.ty.span));
        }
        true
    }

    fn null(&self, sql: &mut Sql, field: &Field) {
        let is_rowid = self.dialect == Dialect::Sqlite && field.primary.is_some() && {
            let said = field.sql_type.get(self.dialect).map(|text| text.value.to_lowercase());
            said.map_or_else(
                || matches!(&field.ty.ty, RustType::Known(known) if known.is_integer()),
                |said| said == "integer",
            )
        };
        // MariaDB takes no NOT NULL for what is computed.
        let is_free = self.dialect == Dialect::MariaDb && field.generated.is_some();
        match (field.nullable, is_rowid || is_free) {
            (false, false) => drop(sql.put(" NOT NULL")),
            // A TIMESTAMP may be NOT NULL by itself.
            (true, false) if self.dialect.is_mysql_family() => drop(sql.put(" NULL")),
            (_, _) => {}
        }
    }

    fn numbered(&mut self, sql: &mut Sql, source: SourceId, field: &Field, model: &Model) {
        let Some((numbering, span)) = field.numbered else { return };
        let start = sql.text.len();
        let is_key = field.primary.is_some()
            || model
                .primary
                .as_ref()
                .and_then(|key| key.columns.first())
                .is_some_and(|it| it.value == field.column.value);
        match self.dialect {
            Dialect::Postgres => {
                sql.put(match numbering {
                    Numbering::Auto => " GENERATED BY DEFAULT AS IDENTITY",
                    Numbering::Identity => " GENERATED ALWAYS AS IDENTITY",
                });
            }
            Dialect::MySql | Dialect::MariaDb => {
                sql.put(" AUTO_INCREMENT");
            }
            Dialect::Sqlite => {}
        }
        sql.from(start, place(source, span));
        let wrong = match self.dialect {
            Dialect::Postgres => false,
            Dialect::Sqlite => field.primary.is_none(),
            Dialect::MySql | Dialect::MariaDb => !is_key && field.unique.is_none() && field.indexes.is_empty(),
        };
        if wrong {
            let title = self.dialect.facts().title;
            let message = format!("{title} numbers only the primary key");
            self.problem(source, Problem::new(&codes::CONTRADICTION, span, message).help("add `primary_key`"));
        }
    }

    /// The type. The enum whose values are to be checked comes back; none if there is no type.
    #[allow(clippy::option_option, reason = "no type, a type, a type with values")]
    fn column_type(
        &mut self,
        sql: &mut Sql,
        source: SourceId,
        field: &Field,
    ) -> Option<Option<(SourceId, &'a EnumModel)>> {
        let dialect = self.dialect;
        if let Some(text) = field.sql_type.get(dialect) {
            sql.literal(source, text);
            return Some(None);
        }
        let json = RustType::Known(Known::json());
        let ty = if field.json { &json } else { &field.ty.ty };
        let (item, is_array) = match ty {
            RustType::Array(item) => (&**item, true),
            item => (item, false),
        };
        let title = dialect.facts().title;
        let refused = |message: String, hint: &str| {
            let unsigned = matches!(item, RustType::Known(known) if known.name.starts_with('u'));
            let hint = if hint.is_empty() { "…" } else { hint };
            let problem = Problem::new(&codes::NO_SQL_TYPE, field.ty.span, message);
            let problem = if unsigned { problem.help("take a signed integer: `i64`") } else { problem };
            problem.help(format!("say the column's type: `#[column(type = \"{hint}\")]`"))
        };
        if is_array && dialect != Dialect::Postgres {
            let message = format!("{title} has no arrays, and this is `{}`", field.ty.shown);
            let hint = "or keep it as JSON: `Json<…>` around the type";
            self.problem(source, refused(message, "").help(hint));
            return None;
        }
        match item {
            RustType::Known(known) => {
                let Some(name) = known.sql(dialect) else {
                    let message = format!("sqlx maps `{}` to no type of {title}", field.ty.shown);
                    self.problem(source, refused(message, known.hint));
                    return None;
                };
                sql.put(name).put(if is_array { "[]" } else { "" });
                Some(None)
            }
            RustType::Named(name) => match self.models.find_enum(name, source) {
                FoundEnum::One(of, model) => self.enum_column(sql, source, field, (of, model), is_array),
                FoundEnum::Several => {
                    let message = format!("several enums are called `{name}`");
                    self.problem(source, refused(message, ""));
                    None
                }
                FoundEnum::None => {
                    let message = format!("`{name}` is no type that sqlx maps, and no enum that derives `Enum`");
                    let help = format!("if `{name}` is an enum: `#[derive(Enum)]` above it");
                    self.problem(source, refused(message, "").help(help));
                    None
                }
            },
            // The struct was told about by itself.
            RustType::Array(_) | RustType::Other => None,
        }
    }

    /// A column of an enum: a type of its own, a list of values, a number or a text.
    #[allow(clippy::option_option, reason = "as in column_type")]
    fn enum_column(
        &mut self,
        sql: &mut Sql,
        source: SourceId,
        field: &Field,
        (of, model): (SourceId, &'a EnumModel),
        is_array: bool,
    ) -> Option<Option<(SourceId, &'a EnumModel)>> {
        let array = if is_array { "[]" } else { "" };
        if let Some(repr) = &model.repr {
            let Some(name) = Known::integer(repr).and_then(|known| known.sql(self.dialect)) else {
                let message = format!("sqlx maps `{repr}` to no type of {}", self.dialect.facts().title);
                let help = "take a signed integer: `#[repr(i32)]`";
                self.problem(source, Problem::new(&codes::NO_SQL_TYPE, field.ty.span, message).help(help));
                return None;
            };
            sql.put(name).put(array);
            return Some(None);
        }
        match self.dialect {
            Dialect::Postgres if !model.text => {
                if let Some(schema) = &model.schema {
                    sql.quoted(&schema.value, place(of, schema.span)).put(".");
                }
                sql.quoted(&model.name.value, place(source, field.ty.span)).put(array);
                Some(None)
            }
            Dialect::Postgres => {
                sql.put("text").put(array);
                // A check of each element would be a query.
                Some((!is_array).then_some((of, model)))
            }
            Dialect::MySql | Dialect::MariaDb if !model.text => {
                sql.put("enum(");
                values(sql, of, model);
                sql.put(")");
                Some(None)
            }
            Dialect::MySql | Dialect::MariaDb => {
                sql.put("varchar(255)");
                Some(Some((of, model)))
            }
            Dialect::Sqlite => {
                sql.put("text");
                Some(Some((of, model)))
            }
        }
    }

    /// The keys and checks of a struct, behind the columns.
    fn constraints(&mut self, sql: &mut Sql, source: SourceId, model: &Model, columns: &[Column<'_>]) {
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

    fn key_of(
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
    fn known(&mut self, source: SourceId, texts: &[Text], columns: &[Column<'_>]) -> bool {
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

    fn foreign(
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
    fn targets(&mut self, source: SourceId, foreign: &Foreign) -> Option<Vec<String>> {
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

    fn index(
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
    fn index_name(&self, table: &Model, index: &Index, own: Option<&Field>) -> String {
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
