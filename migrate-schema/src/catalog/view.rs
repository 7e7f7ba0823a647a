//! Views, and what they read.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, NewView};
use super::details::ViewDetails;
use super::fits::{count, other_count};
use super::name::{Ident, Path};
use super::problem::unknown_output;
use super::query::Renamed;
use super::table::Index;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// A view.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// It keeps its rows.
    pub materialized: bool,
    /// What it surely reads.
    pub uses: Vec<Use>,
    /// What it is made of.
    pub details: ViewDetails,
    /// Its indexes, where it keeps its rows.
    pub indexes: Vec<Index>,
    /// The names of its columns, where all are known.
    pub columns: Option<Arc<[Arc<str>]>>,
    /// The types of its columns, where they are the server's own and known; empty for the others (PostgreSQL).
    pub types: Arc<[Arc<str>]>,
    /// What it reads, in SQLite, which looks at that anew each time.
    pub query: Option<Arc<super::mention::Scope>>,
}

/// A table or view that a view reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Which one.
    pub key: Key,
    /// The columns it surely reads.
    pub columns: Vec<Arc<str>>,
}

impl ViewDetails {
    /// Names in its query follow; where that is not clear the query is not known any more.
    pub(super) fn rewrite(&mut self, rename: impl Fn(&str) -> Renamed) {
        match (rename(&self.query), rename(&self.meaning)) {
            (Renamed::Same, Renamed::Same) => (),
            (Renamed::New(query), Renamed::New(meaning)) => {
                self.query = query;
                self.meaning = meaning;
            }
            (_, _) => (self.query, self.meaning) = Default::default(),
        }
    }
}

impl Catalog {
    pub(super) fn create_view(&mut self, new: &NewView, out: &mut Vec<Diagnostic>) {
        let key = self.key_for(Space::Relation, &new.path, new.temporary);
        self.made(new.temporary);
        let materialized = new.materialized;
        if let Some(entry) = self.existing(&key) {
            let is_view = matches!(&entry.object, Object::View(_));
            if !(new.or_replace && is_view) {
                if new.if_not_exists {
                    self.check_name_of_index(&key, &new.path, &entry, out);
                } else if self.is_same(&key, &new.path) {
                    out.push(self.taken(if materialized { "materialized view" } else { "view" }, &new.path, &entry));
                    self.put_unknown(key);
                }
                return;
            }
        }
        let mut view = View {
            materialized,
            uses: Vec::new(),
            details: new.details.clone(),
            indexes: Vec::new(),
            columns: None,
            types: Arc::default(),
            query: None,
        };
        if let Some(query) = &new.query {
            // SQLite looks at a view when somebody reads it.
            if self.dialect != Dialect::Sqlite {
                self.check_scope(query, out);
            }
            if self.dialect.is_mysql_family() {
                self.check_view_names(new, query, out);
            }
            if self.dialect == Dialect::Sqlite {
                view.query = Some(Arc::new(query.clone()));
            }
            self.uses(query, &mut view.uses);
            // SQLite keeps the text: what `*` means there, and what a column is called, changes with the tables, but for
            // the names that the view gives.
            view.columns = match &new.details.columns[..] {
                [] if self.dialect == Dialect::Sqlite => self
                    .returns(query)
                    .filter(|names| names.iter().all(|name| query.outputs.contains(name)))
                    .map(Into::into),
                [] => self.returns(query).map(Into::into),
                names if self.dialect == Dialect::Postgres => self.named_columns(names, query, out),
                names => Some(names.iter().map(|name| name.key.clone()).collect()),
            };
            if self.dialect == Dialect::Postgres
                && let Some(names) = &view.columns
            {
                self.check_result_names(names, new.path.name.place, out);
                let types = self.types_of_rows(query).filter(|types| types.len() == names.len()).unwrap_or_default();
                view.types = types.into();
                self.check_replaced(&key, (names, &view.types), &new.path, out);
            }
        }
        // A recursive view has the columns that it names.
        if new.query.is_none() && new.details.options.contains_key("recursive") && !new.details.columns.is_empty() {
            view.columns = Some(new.details.columns.iter().map(|name| name.key.clone()).collect());
        }
        for used in &view.uses {
            self.point(&key, &used.key);
        }
        self.put_object(key, &new.path.name, Object::View(view));
    }

    /// The columns of a view of MySQL have names of their own.
    fn check_view_names(&self, new: &NewView, query: &super::mention::Scope, out: &mut Vec<Diagnostic>) {
        let returned = self.returns(query);
        let own = &new.details.columns;
        if let (Some(returned), false) = (&returned, own.is_empty())
            && returned.len() != own.len()
        {
            let message = format!("the view names {} columns, and its query returns {}", own.len(), returned.len());
            out.push(super::fits::other_count(own[0].place, message));
            return;
        }
        let names: Vec<String> = match own.is_empty() {
            true => returned.iter().flatten().map(|name| name.to_lowercase()).collect(),
            false => own.iter().map(|name| name.text.to_lowercase()).collect(),
        };
        let twice = names
            .iter()
            .enumerate()
            .find(|(at, name)| **name != *super::mention::UNNAMED && names[..*at].contains(name));
        if let Some((at, name)) = twice {
            let place = own.get(at).map_or(new.path.name.place, |name| name.place);
            out.push(
                Diagnostic::error(
                    &crate::diagnostic::semantic::DUPLICATE_COLUMN,
                    format!("two columns of the view are called `{name}`"),
                )
                .at(place, "")
                .help("give one of them another name with AS"),
            );
        }
    }

    /// The columns of a view that gives names to the first of them.
    fn named_columns(
        &self,
        names: &[Ident],
        query: &super::mention::Scope,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Arc<[Arc<str>]>> {
        let own = names.iter().map(|name| name.key.clone());
        let Some(returned) = self.returns(query) else { return Some(own.collect()) };
        if returned.len() < names.len() {
            let message = format!("{} for a query that returns {}", count(names.len()), returned.len());
            out.push(other_count(names[returned.len()].place, message));
        }
        Some(own.chain(returned.into_iter().skip(names.len())).collect())
    }

    /// A view that takes the place of another has all its columns, in the same order.
    fn check_replaced(
        &self,
        key: &Key,
        (names, types): (&[Arc<str>], &[Arc<str>]),
        path: &Path,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(entry) = self.existing(key).filter(|_| self.sure(key)) else { return };
        let Object::View(view) = &entry.object else { return };
        if view.materialized {
            out.push(self.other_kind(Kind::View, path, &entry));
            return;
        }
        let Some(old) = &view.columns else { return };
        let text = |ty: &str| matches!(ty, "text" | "character varying" | "character" | "name");
        let other = |(was, is): &(&Arc<str>, &Arc<str>)| {
            let unknown = was.is_empty() || is.is_empty();
            let alike = was == is || text(was) && text(is);
            !unknown && !alike
        };
        let turned = view.types.iter().zip(types).enumerate().find(|(_, pair)| other(pair));
        let problem = if names.len() < old.len() {
            let lost: Vec<String> = old[names.len()..].iter().map(|name| format!("`{name}`")).collect();
            format!("the new view has no {}, which the one that it replaces has", lost.join(", "))
        } else if let Some((was, is)) = old.iter().zip(names).find(|(was, is)| was != is) {
            format!("column `{was}` of the view would be called `{is}`")
        } else if let Some((at, (was, is))) = turned {
            let name = names.get(at).map_or("", |name| &**name);
            format!("column `{name}` of the view is `{was}` and would be `{is}`")
        } else {
            return;
        };
        out.push(
            Diagnostic::error(&codes::MISFIT, problem)
                .at(path.name.place, "`OR REPLACE` can only add columns behind those that are there")
                .label(entry.place, "the view is made here")
                .help("drop the view and make it anew, or keep its columns as they are"),
        );
    }

    /// `RENAME COLUMN` of a view: it has names of its own for its columns then.
    pub(super) fn rename_view_column(&mut self, path: &Path, from: &Ident, to: &Ident, out: &mut Vec<Diagnostic>) {
        let known = out.len();
        self.needs(Kind::View, path, None, false, out);
        let Found::Here { key, .. } = self.find(Space::Relation, path) else { return };
        if out.len() > known {
            return;
        }
        if let Some(Object::View(View { columns: Some(names), .. })) = self.object(&key)
            && self.dialect == Dialect::Postgres
            && self.sure(&key)
        {
            let names = names.clone();
            if !names.contains(&from.key) {
                out.push(unknown_output(from, Some(&path.name.text), &names));
                return;
            }
            if names.contains(&to.key) {
                out.push(
                    Diagnostic::error(
                        &codes::DUPLICATE_COLUMN,
                        format!("`{}` has a column `{}` already", path.name.text, to.text),
                    )
                    .at(to.place, ""),
                );
                return;
            }
        }
        let postgres = self.dialect == Dialect::Postgres;
        self.object_mut(&key, |object| {
            let Object::View(view) = object else { return };
            let renamed = |names: &Arc<[Arc<str>]>| {
                names.iter().map(|name| if *name == from.key { to.key.clone() } else { name.clone() }).collect()
            };
            view.columns = view.columns.as_ref().filter(|_| postgres).map(renamed);
            match (view.details.columns.iter_mut().find(|column| *column == from), &view.columns) {
                (Some(column), _) => *column = to.clone(),
                // They are named in front of the query now.
                (None, Some(names)) => {
                    let named = |name: &Arc<str>| Ident { text: name.clone(), key: name.clone(), ..to.clone() };
                    view.details.columns =
                        names.iter().map(|name| if *name == to.key { to.clone() } else { named(name) }).collect();
                }
                // The names are those of the query, which is not known with this one any more.
                (None, None) => (view.details.query, view.details.meaning) = Default::default(),
            }
        });
    }
}
