//! The models of a set in the forms they have: structs, `schema.sql`, or both.

use migrate_core::{Dialect, DialectSet};

use super::models::Models;
use super::{Wanted, build, models, schema_sql};
use crate::catalog::change::Change;
use crate::catalog::{Catalog, Entry, Key, Object};
use crate::diagnostic::{self, Diagnostic, models as codes};
use crate::files::Settings;
use crate::files::disk::models::{ModelFile, ModelFiles};
use crate::source::Sources;

/// What says which schema is wanted.
#[derive(Debug)]
pub struct Forms {
    /// The structs.
    rust: Models,
    /// Files of `CREATE` statements.
    schema: Vec<ModelFile>,
}

impl Forms {
    /// Reads the models. Where the settings name none, there may be one form of them beside the folder, and not both;
    /// none if it is open what is meant, which is told.
    pub fn read(
        files: &ModelFiles,
        dialects: DialectSet,
        sources: &Sources,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Forms> {
        let told = out.len();
        let rust = models::read(&files.rust, sources, dialects, out);
        match (files.by_default, files.schema.is_empty(), rust.is_empty()) {
            // The models may be in what could not be read.
            (_, true, true) if diagnostic::has_errors(&out[told..]) => None,
            (_, true, true) => {
                out.push(
                    Diagnostic::error(&codes::NO_MODELS, "there are no models to compare the migrations with")
                        .help("derive `migrate_runtime::Table` for the structs of your tables, or write a `schema.sql`")
                        .help("and say in `migrate.toml` where they are: `[models]`, and below it `rust = \"../src\"`"),
                );
                None
            }
            (true, false, false) => {
                let path =
                    |file: Option<&ModelFile>| file.map_or("", |file| sources.get(file.source).path()).to_owned();
                out.push(
                    Diagnostic::error(
                        &codes::TWO_SOURCES,
                        format!(
                            "`{}` and structs that derive `Table`: which of them is meant?",
                            path(files.schema.first())
                        ),
                    )
                    .help("write into `migrate.toml`: `[models]`, and below it `rust = \"../src\"`")
                    .help("or `schema = \"../schema.sql\"`; with both lines each table stands in one of the two"),
                );
                None
            }
            (_, _, _) => Some(Forms { rust, schema: files.schema.clone() }),
        }
    }

    /// What is wanted, for one dialect. `history` is the schema that the migrations make: structs say nothing about views,
    /// functions and the like, so where there are only structs, these are wanted as they are.
    pub fn wanted(
        &self,
        dialect: Dialect,
        settings: &Settings,
        history: &Catalog,
        sources: &mut Sources,
        out: &mut Vec<Diagnostic>,
    ) -> Wanted {
        let sql = schema_sql::read(&self.schema, sources, dialect, out);
        let elsewhere: Vec<String> = sql.said.statements.iter().flat_map(|statement| tables_of(statement)).collect();
        let rust = self.rust.said(dialect, &settings.models, &elsewhere, sources, out);
        let mut wanted = build(dialect, [sql.said, rust], out);
        wanted.passed_over = sql.passed_over;
        if self.schema.is_empty() {
            wanted.catalog.adopt(history, is_beyond_structs);
        }
        wanted
    }
}

fn tables_of(statement: &[Change]) -> Vec<String> {
    let tables = statement.iter().filter_map(|change| match change {
        Change::CreateTable(table) => Some(table.path.name.text.to_string()),
        _ => None,
    });
    tables.collect()
}

/// Whether no struct can say it.
fn is_beyond_structs(_: &Key, entry: &Entry) -> bool {
    match &entry.object {
        // A partition has its columns from its table.
        Object::Table(table) => !table.parents.is_empty(),
        Object::Type { values, .. } => values.is_none(),
        Object::Sequence { owner, .. } => owner.is_none(),
        Object::Index { .. } | Object::Gone { .. } | Object::Unknown => false,
        _ => true,
    }
}
