//! What the models of a crate say about each other, and about the dialects of the set.

use migrate_core::{Dialect, DialectSet};

use super::Models;
use super::attributes::Text;
use super::model::{EnumModel, Field, Model, PerDialect};
use super::problem::Problem;
use super::types::RustType;
use crate::diagnostic::{Diagnostic, models as codes};
use crate::source::SourceId;

/// A column of a table and the file that it stands in, which is another one where a struct is flattened.
pub(super) type Column<'m> = (SourceId, &'m Field);

/// Pushes what has an effect on no database of the set.
pub(super) fn check(models: &Models, dialects: DialectSet, out: &mut Vec<Diagnostic>) {
    if dialects.is_empty() {
        return;
    }
    for (source, model) in &models.tables {
        let mut idle = Idle { dialects, source: *source, out };
        idle.text(model.schema.as_ref(), "schemas", |dialect| dialect.facts().schemas);
        idle.text(model.comment.as_ref(), "comments", |dialect| dialect != Dialect::Sqlite);
        idle.per_dialect(&model.options);
        let checks = model.checks.iter().chain(model.fields.iter().flat_map(|field| &field.checks));
        checks.for_each(|check| idle.per_dialect(&check.expr));
        for index in model.indexes.iter().chain(model.fields.iter().flat_map(|field| &field.indexes)) {
            idle.text(index.using.as_ref(), "kinds of indexes", |dialect| dialect != Dialect::Sqlite);
            idle.text(index.include.first(), "columns that an index only stores", |dialect| {
                dialect == Dialect::Postgres
            });
        }
        for field in &model.fields {
            idle.text(field.comment.as_ref(), "comments", |dialect| dialect != Dialect::Sqlite);
            [&field.sql_type, &field.default, &field.collate].into_iter().for_each(|value| idle.per_dialect(value));
            field.generated.iter().for_each(|generated| idle.per_dialect(&generated.expr));
        }
    }
    for (source, model) in &models.enums {
        let mut idle = Idle { dialects, source: *source, out };
        idle.text(model.schema.as_ref(), "schemas", |dialect| dialect == Dialect::Postgres);
        idle.text(model.renamed_from.as_ref(), "types with a name", |dialect| dialect == Dialect::Postgres);
    }
}

struct Idle<'o> {
    dialects: DialectSet,
    source: SourceId,
    out: &'o mut Vec<Diagnostic>,
}

impl Idle<'_> {
    fn text(&mut self, text: Option<&Text>, what: &str, has: impl Fn(Dialect) -> bool) {
        let Some(text) = text.filter(|_| !self.dialects.iter().any(has)) else { return };
        let titles: Vec<&str> = self.dialects.iter().map(|dialect| dialect.facts().title).collect();
        let message = format!("{} has no {what}, so this has no effect", titles.join(" and "));
        let problem = Problem::new(&codes::BAD_ATTRIBUTE, text.span, message).help("delete it");
        self.out.push(super::diagnostic(self.source, &problem));
    }

    fn per_dialect(&mut self, value: &PerDialect) {
        for (dialect, text) in &value.own {
            let family = *dialect == Dialect::MySql && self.dialects.contains(Dialect::MariaDb);
            if !self.dialects.contains(*dialect) && !family {
                let message = format!("`dialect` in migrate.toml does not name {}", dialect.facts().name);
                let problem =
                    Problem::new(&codes::BAD_ATTRIBUTE, text.span, message).help("delete it here, or add it there");
                self.out.push(super::diagnostic(self.source, &problem));
            }
        }
    }
}

/// What an enum of a field was found to be.
pub(super) enum FoundEnum<'m> {
    One(SourceId, &'m EnumModel),
    Several,
    None,
}

impl Models {
    /// The enum of this name: in the same file before others.
    pub(super) fn find_enum(&self, name: &str, from: SourceId) -> FoundEnum<'_> {
        let mut all = self.enums.iter().filter(|(_, model)| model.rust.value == name);
        if let Some((source, model)) =
            self.enums.iter().find(|(source, model)| *source == from && model.rust.value == name)
        {
            return FoundEnum::One(*source, model);
        }
        match (all.next(), all.next()) {
            (Some((source, model)), None) => FoundEnum::One(*source, model),
            (Some(_), Some(_)) => FoundEnum::Several,
            (None, _) => FoundEnum::None,
        }
    }

    fn find_struct(&self, name: &str, from: SourceId) -> Option<&(SourceId, Model)> {
        let all = || self.tables.iter().filter(|(_, model)| model.rust.value == name);
        all().find(|(source, _)| *source == from).or_else(|| all().next())
    }

    /// The columns of a table, and the structs they come from: itself and what it flattens.
    pub(super) fn expand<'m>(
        &'m self,
        source: SourceId,
        model: &'m Model,
        out: &mut Vec<Diagnostic>,
    ) -> (Vec<Column<'m>>, Vec<(SourceId, &'m Model)>) {
        let (mut columns, mut parts) = (Vec::new(), Vec::new());
        self.expand_into(source, model, &mut columns, &mut parts, out);
        (columns, parts)
    }

    fn expand_into<'m>(
        &'m self,
        source: SourceId,
        model: &'m Model,
        columns: &mut Vec<Column<'m>>,
        parts: &mut Vec<(SourceId, &'m Model)>,
        out: &mut Vec<Diagnostic>,
    ) {
        parts.push((source, model));
        for field in &model.fields {
            if !field.flatten {
                columns.push((source, field));
                continue;
            }
            let inner = match &field.ty.ty {
                RustType::Named(name) => self.find_struct(name, source),
                RustType::Known(_) | RustType::Array(_) | RustType::Other => None,
            };
            let problem = match inner {
                Some((_, inner)) if parts.iter().any(|(_, part)| std::ptr::eq(*part, inner)) => {
                    Problem::new(&codes::CONTRADICTION, field.ty.span, "the struct is flattened into itself, or twice")
                }
                Some((at, inner)) => {
                    self.expand_into(*at, inner, columns, parts, out);
                    continue;
                }
                None => Problem::new(
                    &codes::UNKNOWN_NAME,
                    field.ty.span,
                    format!("there is no struct `{}` that derives `Table`", field.ty.shown),
                )
                .help("write `#[derive(Table)] #[table(embedded)]` above it"),
            };
            push(out, super::diagnostic(source, &problem));
        }
    }
}

/// What is wrong for several dialects is said once.
pub(super) fn push(out: &mut Vec<Diagnostic>, diagnostic: Diagnostic) {
    if !out.contains(&diagnostic) {
        out.push(diagnostic);
    }
}
