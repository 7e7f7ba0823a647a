//! What `ALTER TABLE` sets of a table and of its columns.

use std::sync::Arc;

use super::super::action::Action;
use super::super::details::Settings;
use super::super::name::Ident;
use super::super::other::OtherName;
use super::super::table::Table;
use super::super::typing::ty::Ty;
use super::super::{Catalog, Key};
use super::wrong;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;

/// How the values of a column are kept.
const STORAGES: [&str; 4] = ["plain", "external", "extended", "main"];

impl Catalog {
    pub(super) fn broken_table_setting(
        &self,
        key: &Key,
        table: &Table,
        settings: &Settings,
        at: Place,
    ) -> Option<Diagnostic> {
        settings.iter().find_map(|(name, value)| {
            let value = value.as_deref()?;
            match &**name {
                "cluster on" => self.broken_order(key, table, &Ident::written(value, self.dialect, at)),
                "replica identity" => {
                    let mut words = value.split_whitespace();
                    let named = [words.next()?, words.next()?].map(str::to_ascii_lowercase) == ["using", "index"];
                    let index = Ident::written(words.next().filter(|_| named)?, self.dialect, at);
                    self.broken_identity(key, table, &index)
                }
                _ => None,
            }
        })
    }

    /// An index of the table that a setting names; none if it is there, or may be.
    fn missing_index(&self, key: &Key, table: &Table, name: &Ident) -> Option<Diagnostic> {
        let known = table.index(&name.key).is_some() || table.constraint(&name.key).is_some();
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        (!known && !table.loose && !table.open && !table.family)
            .then(|| super::super::problem::unknown_index(name, table, shown))
    }

    /// The index that rows are sorted by.
    fn broken_order(&self, key: &Key, table: &Table, name: &Ident) -> Option<Diagnostic> {
        let Some(index) = table.index(&name.key) else { return self.missing_index(key, table, name) };
        let why = match index.details.method.as_deref() {
            Some("gin" | "brin" | "hash" | "spgist") => "has no order",
            _ if index.predicate.is_some() => "holds only some of the rows",
            _ => return None,
        };
        let message = format!("rows cannot be sorted by the index `{}`, which {why}", index.name.text);
        Some(wrong(&codes::MISFIT, name.place, message, "").label(index.name.place, "the index is made here"))
    }

    /// The index that tells rows apart.
    fn broken_identity(&self, key: &Key, table: &Table, name: &Ident) -> Option<Diagnostic> {
        let Some(index) = table.index(&name.key) else { return self.missing_index(key, table, name) };
        let nullable = || {
            let columns = index.columns()?;
            columns.into_iter().find(|name| table.column(&name.key).is_some_and(|column| !column.not_null))
        };
        let why = match () {
            () if !index.unique => "is not unique".to_owned(),
            () if index.predicate.is_some() => "holds only some of the rows".to_owned(),
            () if index.columns().is_none() => "holds expressions".to_owned(),
            () => format!("holds `{}`, which may be null", nullable()?.text),
        };
        let message = format!("rows cannot be told apart by the index `{}`, which {why}", index.name.text);
        Some(wrong(&codes::NOT_UNIQUE, name.place, message, "").label(index.name.place, "the index is made here"))
    }

    pub(super) fn broken_column_setting(&self, table: &Table, name: &Ident, settings: &Settings) -> Option<Diagnostic> {
        let column = table.column(&name.key)?;
        let ty = column.ty.as_ref().map_or(Ty::Any, |ty| self.ty_of(ty));
        let fixed = ty.is_of_fixed_size();
        settings.iter().find_map(|(setting, value)| {
            let value = value.as_deref()?;
            let says = |message: String| Some(wrong(&codes::MISFIT, name.place, message, ""));
            match &**setting {
                "storage" if !STORAGES.contains(&value) => {
                    let problem = says(format!("`{value}` is no storage"))?;
                    Some(match nearest(value, STORAGES.iter().copied()) {
                        Some(near) => problem.help(format!("did you mean `{near}`?")),
                        None => problem.note(format!("there are {}", STORAGES.join(", "))),
                    })
                }
                "storage" if fixed && value != "plain" => {
                    says(format!("`{}` is `{}`, which is only kept `plain`", name.text, ty.shown()))
                }
                "compression" if !["pglz", "lz4"].contains(&value) => {
                    says(format!("`{value}` is no compression")).map(|problem| problem.note("there are pglz and lz4"))
                }
                "compression" if fixed => says(format!("`{}` is `{}`, which is not compressed", name.text, ty.shown())),
                "statistics" => {
                    let number: i64 = value.replace(' ', "").parse().ok()?;
                    (number < -1)
                        .then(|| says(format!("a statistics target is not below 0, and {number} is")))
                        .flatten()
                }
                "with n_distinct" | "with n_distinct_inherited" => None,
                other => {
                    let written = other.strip_prefix("with ")?;
                    let near = nearest(written, ["n_distinct", "n_distinct_inherited"])?;
                    let problem = wrong(
                        &codes::UNKNOWN_OBJECT,
                        name.place,
                        format!("unknown parameter `{written}` of a column"),
                        "",
                    );
                    Some(problem.help(format!("did you mean `{near}`?")))
                }
            }
        })
    }

    /// A rule that is switched on or off is there.
    pub(super) fn missing_rule(&self, key: &Key, table: &Table, name: &Ident, at: Place) -> Option<Diagnostic> {
        let path = self.written_path(key, at);
        let rule = OtherName { kind: "RULE".into(), name: name.clone(), rest: "".into(), on: Some(path) };
        let known = self.existing(&self.other_key(&rule).0).is_some();
        (!known && self.is_sure() && !self.state.triggers_unsure && !table.family).then(|| {
            let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
            let message = format!("unknown rule `{}` of table `{shown}`", name.text);
            wrong(&codes::UNKNOWN_OBJECT, name.place, message, "")
        })
    }

    /// The columns that a foreign key sets to nothing are its own: `ON DELETE SET NULL (a)`.
    pub(super) fn broken_set_columns(
        &self,
        columns: &[Ident],
        on_delete: Option<&Arc<str>>,
        at: Place,
    ) -> Option<Diagnostic> {
        let (_, rest) = on_delete?.split_once('(')?;
        let (listed, _) = rest.split_once(')')?;
        let other = listed
            .split(',')
            .map(|name| Ident::written(name.trim(), self.dialect, at))
            .find(|name| !columns.iter().any(|own| own.key == name.key))?;
        let message = format!("`{}` is none of the columns of this foreign key", other.text);
        Some(wrong(&codes::UNKNOWN_COLUMN, at, message, "only its own columns are set when a row goes"))
    }
}

impl Catalog {
    /// The columns of a view follow from its query, and what is said about them names one that is there.
    pub(super) fn missing_view_column(&self, names: &[Arc<str>], view: &str, actions: &[Action]) -> Option<Diagnostic> {
        actions.iter().find_map(|action| match action {
            Action::RenameColumn { from: name, .. } | Action::SetDefault { name, .. } => {
                let shown: Arc<str> = view.into();
                (!names.contains(&name.key)).then(|| super::super::problem::unknown_output(name, Some(&shown), names))
            }
            _ => None,
        })
    }
}
