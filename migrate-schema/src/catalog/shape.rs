//! What PostgreSQL refuses of the shape of a query, whatever its tables hold: two sources of one name, rows of nothing,
//! columns that are joined by and not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::constraint::ConstraintKind;
use super::mention::Scope;
use super::name::Ident;
use super::problem::{unknown_constraint, unknown_output};
use super::resolve::{Columns, Cte, Frame};
use super::{Catalog, Found};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

impl Catalog {
    /// `around` are the queries that this one stands in.
    pub(super) fn check_shape(
        &self,
        scope: &Scope,
        (frame, around): (&Frame, &[Frame]),
        ctes: &mut Vec<Cte>,
        out: &mut Vec<Diagnostic>,
    ) {
        self.check_sources(scope, out);
        self.check_rows(scope, frame, around, out);
        self.check_joined(scope, frame, out);
        self.check_sorted(scope, ctes, out);
        self.check_fields(scope, frame, out);
        if let Some(name) = &scope.on_constraint {
            self.check_on_constraint(name, frame, out);
        }
    }

    /// No two sources have one name.
    fn check_sources(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let mut seen: Vec<(&Arc<str>, bool)> = Vec::new();
        for source in &scope.sources {
            let Some(name) = source.alias.as_ref().or(source.path.as_ref().map(|path| &path.name)) else { continue };
            // Tables of two schemas may have one name.
            let plain = source.alias.is_some() || source.path.as_ref().is_some_and(|path| path.schema.is_none());
            if plain && seen.iter().any(|(other, plain)| **other == name.key && *plain) && !scope.open {
                out.push(
                    Diagnostic::error(&codes::DUPLICATE_TABLE, format!("`{}` stands twice in this FROM", name.text))
                        .at(name.place, "the second time")
                        .help("give one of them another name: `AS …`"),
                );
            }
            seen.push((&name.key, plain));
        }
    }

    /// `x.*` is of something that is read, here or around.
    fn check_rows(&self, scope: &Scope, frame: &Frame, around: &[Frame], out: &mut Vec<Diagnostic>) {
        let sources = || around.iter().chain([frame]).flat_map(|frame| &frame.sources);
        let known = sources().all(|source| source.name.is_some());
        if frame.open || around.iter().any(|frame| frame.open) || !known {
            return;
        }
        for name in &scope.all_of {
            let special = matches!(&*name.key, "new" | "old" | "excluded");
            if special || sources().any(|source| source.name.as_ref() == Some(&name.key)) || scope.inside {
                continue;
            }
            let names: Vec<Arc<str>> = sources().filter_map(|source| source.name.clone()).collect();
            let diagnostic = Diagnostic::error(
                &codes::UNKNOWN_TABLE,
                format!("nothing in this statement is called `{}`", name.text),
            )
            .at(name.place, "");
            out.push(match nearest(&name.text, names.iter().map(|name| &**name)) {
                Some(near) => diagnostic.help(format!("did you mean `{near}.*`?")),
                None => diagnostic,
            });
        }
    }

    /// A column that two tables are joined by is there on both sides.
    fn check_joined(&self, scope: &Scope, frame: &Frame, out: &mut Vec<Diagnostic>) {
        for (first, name) in &scope.joined {
            for source in frame.sources.iter().skip(*first).take(2) {
                if self.has(&source.columns, name) == Some(false) {
                    match &source.columns {
                        Columns::Table(key) => {
                            if let Some(table) = self.table(key) {
                                out.push(self.unknown_column(name, key, table));
                            }
                        }
                        Columns::Names(names) => out.push(unknown_output(name, source.name.as_ref(), names)),
                        Columns::Unknown => (),
                    }
                    break;
                }
            }
        }
    }

    /// What several queries return together is sorted by its columns only.
    fn check_sorted(&self, scope: &Scope, ctes: &mut Vec<Cte>, out: &mut Vec<Diagnostic>) {
        if scope.sorted.is_empty() {
            return;
        }
        let Some(names) = self.outputs(scope, ctes) else { return };
        for name in scope.sorted.iter().filter(|name| !names.contains(&name.key)) {
            out.push(unknown_output(name, None, &names));
        }
    }

    /// `(t).a` is a column of the source.
    fn check_fields(&self, scope: &Scope, frame: &Frame, out: &mut Vec<Diagnostic>) {
        for (row, field) in &scope.fields {
            self.check_attribute(row, field, frame, out);
            // Said already, where the name is one of a column that gets a value.
            if scope.assigned.iter().any(|own| own.place == row.place) {
                continue;
            }
            // The name may be that of a column, too.
            let hidden = frame.sources.iter().any(|source| self.has(&source.columns, row) != Some(false));
            let Some(source) = frame.sources.iter().find(|source| source.name.as_ref() == Some(&row.key)) else {
                continue;
            };
            let function = self.of_name(super::Space::Routine, &field.key).next().is_some();
            if hidden || function || super::resolve::is_system_column(self.dialect, &field.key) {
                continue;
            }
            if let Columns::Table(key) = &source.columns
                && let Some(table) = self.table(key)
                && table.column(&field.key).is_none()
            {
                out.push(self.unknown_column(field, key, table));
            }
        }
    }

    /// `(a).b`, where `a` is a column of a composite type.
    fn check_attribute(&self, row: &Ident, field: &Ident, frame: &Frame, out: &mut Vec<Diagnostic>) {
        if frame.open || frame.natural || frame.merged.contains(&row.key) || frame.has_source(row) {
            return;
        }
        let mut tables = frame.sources.iter().filter(|source| self.has(&source.columns, row) != Some(false));
        let (Some(source), None) = (tables.next(), tables.next()) else { return };
        let Columns::Table(key) = &source.columns else { return };
        let Some(column) = self.table(key).filter(|_| self.sure(key)).and_then(|table| table.column(&row.key)) else {
            return;
        };
        let Some(ty) = column.ty.as_ref().filter(|ty| !ty.text.contains('[')) else { return };
        let Some(Found::Here { entry, sure: true, .. }) = ty.own.as_ref().map(|own| self.find(super::Space::Type, own))
        else {
            return;
        };
        let super::Object::Type { details, .. } = &entry.object else { return };
        let names: Vec<Arc<str>> = details.attributes.iter().map(|(name, _)| name.key.clone()).collect();
        let function = self.of_name(super::Space::Routine, &field.key).next().is_some();
        if !names.is_empty() && !names.contains(&field.key) && !function {
            out.push(unknown_output(field, Some(&entry.name), &names));
        }
    }

    fn check_on_constraint(&self, name: &Ident, frame: &Frame, out: &mut Vec<Diagnostic>) {
        let Some(Columns::Table(key)) = frame.sources.first().map(|source| &source.columns) else { return };
        let Some(table) = self.table(key).filter(|table| !table.loose && !table.family) else { return };
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        match table.constraint(&name.key) {
            None => {
                let mut problem = unknown_constraint(name, table, shown);
                if table.index(&name.key).is_some() {
                    problem = problem.note("there is an index of this name, and no constraint: write its columns");
                }
                out.push(problem);
            }
            Some(constraint) => {
                if matches!(constraint.kind, ConstraintKind::Check(_) | ConstraintKind::Foreign { .. }) {
                    out.push(
                        Diagnostic::error(
                            &codes::NOT_UNIQUE,
                            format!("constraint `{}` makes nothing unique", name.text),
                        )
                        .at(name.place, "rows cannot come into conflict with it"),
                    );
                }
            }
        }
    }

    /// No name is given twice to columns of a view or table.
    pub(super) fn check_result_names(&self, names: &[Arc<str>], at: crate::source::Place, out: &mut Vec<Diagnostic>) {
        let mut seen = BTreeSet::new();
        if let Some(name) = names.iter().find(|name| !seen.insert(&***name)) {
            out.push(
                Diagnostic::error(&codes::DUPLICATE_COLUMN, format!("its query returns two columns called `{name}`"))
                    .at(at, "")
                    .help(format!("give one of them another name: `… AS other_{name}`")),
            );
        }
    }
}
