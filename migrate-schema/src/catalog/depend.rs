//! What depends on what: who refuses that something goes, and what goes with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Part;
use super::constraint::ConstraintKind;
use super::name::{Ident, Path};
use super::problem::in_use;
use super::table::{GoneColumn, PERIOD, Table};
use super::{Catalog, Entry, Key, Object, Space};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

impl Catalog {
    /// Whether the server refuses to drop a table or view because others need it; then it has been said.
    pub(super) fn refuse_drop(
        &self,
        key: &Key,
        entry: &Entry,
        at: Place,
        together: &[Key],
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let checked = match self.dialect {
            Dialect::Postgres => true,
            Dialect::MySql | Dialect::MariaDb => self.state.foreign_keys,
            Dialect::Sqlite => false,
        };
        if !checked {
            return false;
        }
        let what = format!("{} `{}`", entry.object.kind(), entry.name);
        let postgres = self.dialect == Dialect::Postgres;
        for other in self.pointing_to(key) {
            if other == *key || together.contains(&other) || !self.sure(&other) {
                continue;
            }
            let Some(user) = self.entries.get(&other) else { continue };
            match &user.object {
                Object::Table(table) => {
                    let foreign = table.constraints.iter().find(|constraint| {
                        matches!(&constraint.kind, ConstraintKind::Foreign { target, .. } if target == key)
                    });
                    if let Some(constraint) = foreign
                        && !table.family
                    {
                        let user = format!("a foreign key of table `{}`", user.name);
                        out.push(in_use(&what, at, &user, constraint.place, postgres));
                        return true;
                    }
                }
                Object::View(view) if postgres && view.uses.iter().any(|used| used.key == *key) => {
                    let named = format!("{} `{}`", user.object.kind(), user.name);
                    out.push(in_use(&what, at, &named, user.place, true));
                    return true;
                }
                _ => (),
            }
        }
        if postgres && let Some((user, place)) = self.user_of_rows(key, together) {
            out.push(in_use(&what, at, &user, place, true));
            return true;
        }
        false
    }

    /// Whether the server refuses to drop a type or a sequence.
    pub(super) fn refuse_plain(&self, key: &Key, entry: &Entry, at: Place, out: &mut Vec<Diagnostic>) -> bool {
        let what = format!("{} `{}`", entry.object.kind(), entry.name);
        match &entry.object {
            Object::Type { .. } => {
                // Types are dropped rarely: looking through the tables is cheap enough.
                for (other, user) in &self.entries {
                    let Object::Table(table) = &user.object else { continue };
                    if !self.sure(other) {
                        continue;
                    }
                    if let Some(column) = table.columns.iter().find(|column| self.has_type(column, key)) {
                        let named = format!("column `{}` of table `{}`", column.name.text, user.name);
                        out.push(in_use(&what, at, &named, column.name.place, true));
                        return true;
                    }
                }
                let routines = self.routines_of_type(key).into_iter().filter(|(routine, _)| self.sure(routine));
                let user = routines.filter_map(|(routine, _)| self.entries.get(&routine)).next();
                if let Some(user) = user {
                    let named = format!("{} `{}`", user.object.kind(), user.name);
                    out.push(in_use(&what, at, &named, user.place, true));
                }
                user.is_some()
            }
            Object::Sequence { owner: Some(owner), .. } => {
                let Some(table) = self.table(owner).filter(|table| self.sure(owner) && !table.open) else {
                    return false;
                };
                let column = table.columns.iter().find(|column| {
                    let made = format!("{}_{}_seq", owner.name, column.name.key);
                    *made == *key.name && column.numbered != super::change::Numbered::No
                });
                let Some(column) = column else { return false };
                let named = format!("column `{}` of table `{}`", column.name.text, owner.name);
                out.push(in_use(&what, at, &named, column.name.place, true));
                true
            }
            _ => false,
        }
    }

    pub(super) fn has_type(&self, column: &super::table::Column, key: &Key) -> bool {
        let Some(own) = column.ty.as_ref().and_then(|ty| ty.own.as_ref()) else { return false };
        own.name.key == key.name
            && match &own.schema {
                Some(schema) => schema.key == key.schema,
                None => key.schema == self.home(),
            }
    }

    /// What fits may have changed or gone.
    pub(super) fn blur(&mut self, fits: impl Fn(&Object) -> bool) {
        let keys: Vec<Key> =
            self.entries.iter().filter(|(_, entry)| fits(&entry.object)).map(|(key, _)| key.clone()).collect();
        for key in keys {
            self.put_unknown(key);
        }
    }

    /// `DROP FUNCTION … CASCADE`: triggers that run it go with it; what names it in an expression may.
    pub(super) fn drop_users_of_function(&mut self, name: &Ident) {
        let alone = self.is_only_routine(&name.key);
        for trigger in self.triggers_that_run(&name.key) {
            match alone && self.sure(&trigger) {
                true => self.put_gone(trigger, name.place, None),
                false => self.put_unknown(trigger),
            }
        }
        for user in self.users_of_function(name) {
            match self.table(&user) {
                Some(_) => self.fail(&user),
                None => self.put_unknown(user),
            }
        }
    }

    /// What may use a function, but for triggers: what names it in an expression, and views of such views.
    pub(super) fn users_of_function(&self, name: &Ident) -> BTreeSet<Key> {
        let named = |text: &str| names(text, &name.key);
        let mut found: BTreeSet<Key> = BTreeSet::new();
        let goes = |object: &Object, found: &BTreeSet<Key>| match object {
            // A text that is not known is empty.
            Object::View(view) => {
                view.details.query.is_empty()
                    || named(&view.details.query)
                    || view.uses.iter().any(|used| found.contains(&used.key))
            }
            Object::Policy { definition, .. } => named(&definition.text),
            Object::Routine { details, .. } => details.iter().any(|details| {
                let text = &details.definition.text;
                text.to_ascii_lowercase().contains("begin atomic") && named(text)
            }),
            Object::Other(other) => other.undo.is_none() && named(&other.definition.text),
            _ => false,
        };
        loop {
            let is_own = |key: &Key| key.space == Space::Routine && key.name == name.key;
            let more = self.entries.iter().filter(|(key, _)| !found.contains(*key) && !is_own(key));
            let more = more.filter(|(_, entry)| goes(&entry.object, &found));
            let more: Vec<Key> = more.map(|(key, _)| key.clone()).collect();
            if more.is_empty() {
                break;
            }
            found.extend(more);
        }
        let uses = |table: &Table| {
            let column = |column: &super::table::Column| {
                column.default.as_ref().is_some_and(|text| named(text))
                    || column.generated.as_ref().is_some_and(|expr| named(&expr.text))
            };
            let check = |constraint: &super::constraint::Constraint| match &constraint.kind {
                ConstraintKind::Check(expr) => named(&expr.text),
                ConstraintKind::Exclude(_) => true,
                _ => false,
            };
            let index = |index: &super::table::Index| {
                index.predicate.as_ref().is_some_and(|expr| named(&expr.text))
                    || index.parts.iter().any(|part| matches!(part, Part::Expr(expr) if named(&expr.text)))
            };
            table.columns.iter().any(|own| column(own))
                || table.constraints.iter().any(|own| check(own))
                || table.indexes.iter().any(|own| index(own))
        };
        found.extend(self.tables().filter(|(_, table)| uses(table)).map(|(key, _)| key.clone()));
        found
    }

    pub(super) fn loosen_all(&mut self, key: &Key) {
        if let Some(table) = self.table_mut(key) {
            table.loose = true;
        }
    }

    /// The columns of a type that is renamed have the new one, and those of the rows of a table.
    pub(super) fn rename_type(&mut self, from: &Key, to: &Key, path: &Path) {
        let rows = from.space == Space::Relation;
        if rows && !self.types_in_use.contains(&from.name) {
            return;
        }
        self.types_in_use.insert(to.name.clone());
        let tables: Vec<Key> = self
            .tables()
            .filter(|(_, table)| table.columns.iter().any(|column| self.has_type(column, from)))
            .map(|(key, _)| key.clone())
            .collect();
        let (home, dialect) = (self.home(), self.dialect);
        for key in tables {
            let Some(table) = self.table_mut(&key) else { continue };
            for column in &mut table.columns {
                let Some(ty) = &mut column.ty else { continue };
                let Some(own) = &mut ty.own else { continue };
                let schema = own.schema.as_ref().map_or(&home, |schema| &schema.key);
                if own.name.key == from.name && *schema == from.schema {
                    own.name = path.name.clone();
                    if own.schema.is_some() || to.schema != home {
                        own.schema = path.schema.clone().or_else(|| own.schema.clone());
                    }
                    let shown = super::rewrite::shown(&path.name, dialect);
                    let renamed = super::rewrite::replace(&ty.text, dialect, |_, _, name| {
                        (name.key == from.name).then(|| shown.clone())
                    });
                    ty.text = renamed.unwrap_or_else(|| ty.text.clone());
                    let meaning: Arc<str> = ty.meaning.replacen(&*from.name, &to.name, 1).into();
                    ty.meaning = meaning;
                }
            }
        }
        // Functions take and return it by its new name.
        let follow = |text: &Arc<str>| -> Arc<str> {
            let shown = super::rewrite::shown(&path.name, dialect);
            let replaced =
                super::rewrite::replace(text, dialect, |_, _, name| (name.key == from.name).then(|| shown.clone()));
            replaced.unwrap_or_else(|| text.clone())
        };
        let routines: Vec<Key> = self
            .objects()
            .filter(|(key, entry)| match &entry.object {
                // The name of a table may be that of an argument.
                Object::Routine { details, .. } if rows => details.iter().any(|own| own.speaks_of(from, key)),
                Object::Routine { details, .. } => details.iter().any(|own| own.definition.text.contains(&*from.name)),
                _ => false,
            })
            .map(|(key, _)| key.clone())
            .collect();
        for key in routines {
            self.object_mut(&key, |object| {
                let Object::Routine { details, .. } = object else { return };
                for own in details.iter_mut() {
                    let own = Arc::make_mut(own);
                    own.follow_type(from, (to, path), &key);
                    own.arguments = follow(&own.arguments);
                    own.definition.text = follow(&own.definition.text);
                    own.definition.meaning = follow(&own.definition.meaning);
                }
            });
        }
    }

    /// A view that surely reads the column: its name and where it is made.
    pub(super) fn view_of_column(&self, key: &Key, column: &Arc<str>) -> Option<(Arc<str>, Place)> {
        self.pointing_to(key).into_iter().filter(|other| self.sure(other)).find_map(|other| {
            let entry = self.entries.get(&other)?;
            let Object::View(view) = &entry.object else { return None };
            let reads = view.uses.iter().any(|used| used.key == *key && used.columns.contains(column));
            reads.then(|| (entry.name.clone(), entry.place))
        })
    }

    pub(super) fn drop_column(
        &mut self,
        key: &Key,
        name: &Ident,
        if_exists: bool,
        cascade: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let sure = self.sure(key) && !table.open;
        if table.column(&name.key).is_none() {
            if sure && !if_exists {
                out.push(self.unknown_column(name, key, table));
            }
            return;
        }
        let what = format!("column `{}`", name.text);
        if sure && !cascade && self.dialect == Dialect::Postgres {
            if let Some((view, place)) = self.view_of_column(key, &name.key) {
                out.push(in_use(&what, name.place, &format!("view `{view}`"), place, true));
                return;
            }
            if let Some((trigger, place)) = self.trigger_of_column(key, &name.key) {
                out.push(in_use(&what, name.place, &format!("trigger `{trigger}`"), place, true));
                return;
            }
            let generated = table.columns.iter().find(|column| {
                column.generated.as_ref().is_some_and(|expr| expr.columns.iter().any(|used| used.key == name.key))
            });
            if let Some(column) = generated
                && column.name.key != name.key
            {
                let user = format!("generated column `{}`", column.name.text);
                out.push(in_use(&what, name.place, &user, column.name.place, true));
                return;
            }
        }
        if sure && self.dialect == Dialect::Sqlite {
            let needed = table.constraints.iter().find(|constraint| {
                matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_))
                    && constraint.kind.columns().iter().any(|column| column.key == name.key)
            });
            if let Some(constraint) = needed {
                let user = format!("a {} of the table", constraint.kind.name());
                out.push(in_use(&what, name.place, &user, constraint.place, false));
                return;
            }
            let index = table.indexes.iter().find(|index| {
                index.parts.iter().any(|part| matches!(part, Part::Column(column) if column.key == name.key))
            });
            if let Some(index) = index {
                let user = format!("index `{}`", index.name.text);
                out.push(in_use(&what, name.place, &user, index.name.place, false));
                return;
            }
            if self.sqlite_needs_column(key, table, name, out) || !self.check_views_anew(name.place, out) {
                return;
            }
        }
        if self.dialect == Dialect::Postgres {
            let constraints = table
                .constraints
                .iter()
                .filter(|constraint| matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_)))
                .map(|constraint| constraint.kind.columns().iter().collect());
            let indexes = table.indexes.iter().filter(|index| index.unique && index.predicate.is_none());
            let keys: Vec<Vec<Arc<str>>> = constraints
                .chain(indexes.filter_map(|index| index.columns()))
                .filter(|columns: &Vec<&Ident>| columns.iter().any(|column| column.key == name.key))
                .map(|columns| columns.iter().map(|column| column.key.clone()).collect())
                .collect();
            let mut rest = table.clone();
            rest.constraints
                .retain(|constraint| !constraint.kind.columns().iter().any(|column| column.key == name.key));
            rest.indexes.retain(|index| !index.mentions(&name.key));
            for columns in keys {
                if !self.drop_foreign_to(key, &columns, &rest, name, cascade, out) {
                    return;
                }
            }
            if cascade {
                self.remove_views_of_column(key, &name.key, name.place);
                for trigger in self.triggers_of_column(key, &name.key) {
                    self.put_gone(trigger, name.place, None);
                }
            }
        }
        let before = self.has_views_to_read().then(|| self.clone());
        self.remove_column(key, name, name.place);
        // SQLite looks at views and triggers again, and takes it all back.
        if let Some(before) = before
            && !self.check_views_anew(name.place, out)
        {
            *self = before;
        }
    }

    /// A column goes, and with it the views that read it.
    pub(super) fn remove_column_with_views(&mut self, key: &Key, name: &Ident, at: Place) {
        self.remove_views_of_column(key, &name.key, at);
        self.remove_column(key, name, at);
    }

    fn remove_views_of_column(&mut self, key: &Key, column: &Arc<str>, at: Place) {
        for other in self.pointing_to(key) {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            let Object::View(view) = &entry.object else { continue };
            match view.uses.iter().find(|used| used.key == *key) {
                Some(used) if used.columns.contains(column) => self.remove_relation(&other, at, true),
                // It may read the column in a way that is not understood.
                Some(_) => self.put_unknown(other),
                None => (),
            }
        }
    }

    /// Takes a column out, with what the server drops with it.
    fn remove_column(&mut self, key: &Key, name: &Ident, at: Place) {
        let mysql = self.dialect.is_mysql_family();
        while let Some(sequence) = self.sequence_of(key, &name.key) {
            self.put_gone(sequence, at, None);
        }
        let dialect = self.dialect;
        let Some(table) = self.table_mut(key) else { return };
        table.columns.retain(|column| column.name.key != name.key);
        // A period of MariaDB goes with either of its columns.
        let own = dialect.quote_name(&name.text);
        table.options.retain(|option, columns| {
            !option.starts_with(PERIOD) || !columns.split(", ").any(|column| column.eq_ignore_ascii_case(&own))
        });
        table.gone.push(GoneColumn { name: name.clone(), place: at, renamed: None }.into());
        let mut dropped: Vec<Arc<str>> = Vec::new();
        if mysql {
            // The column leaves the indexes it is in; an index without columns goes.
            for index in &mut table.indexes {
                let goes = |part: &Part| matches!(part, Part::Column(column) if column.key == name.key);
                let kept: Vec<bool> = index.parts.iter().map(|part| !goes(part)).collect();
                keep(&mut index.parts, &kept);
                keep(&mut index.details.suffixes, &kept);
            }
            table.indexes.retain(|index| !index.parts.is_empty());
            for constraint in &mut table.constraints {
                if let ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) = &mut constraint.kind {
                    let kept: Vec<bool> = columns.iter().map(|column| column.key != name.key).collect();
                    keep(columns, &kept);
                    keep(&mut constraint.details.suffixes, &kept);
                }
            }
            table.constraints.retain(|constraint| match &constraint.kind {
                ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => !columns.is_empty(),
                ConstraintKind::Foreign { columns, .. } => !columns.iter().any(|column| column.key == name.key),
                ConstraintKind::Check(expr) => !expr.columns.iter().any(|column| column.key == name.key),
                ConstraintKind::Exclude(_) => true,
            });
        } else {
            table.indexes.retain(|index| {
                let goes = index.mentions(&name.key);
                if goes {
                    dropped.push(index.name.key.clone());
                }
                !goes
            });
            table.constraints.retain(|constraint| {
                let goes = constraint.kind.columns().iter().any(|column| column.key == name.key);
                if let (true, Some(name)) = (goes, &constraint.name) {
                    dropped.push(name.key.clone());
                }
                !goes
            });
            // An expression may name the column in a way that is not understood.
            table.loose |=
                table.constraints.iter().any(|constraint| matches!(&constraint.kind, ConstraintKind::Exclude(_)))
                    || table.indexes.iter().any(|index| may_name(index, name));
        }
        let unclear: Vec<Arc<str>> =
            table.indexes.iter().filter(|index| may_name(index, name)).map(|index| index.name.key.clone()).collect();
        for name in unclear {
            self.unsure_index(key, name);
        }
        for index in dropped {
            let index = Key { space: Space::Relation, name: index, schema: key.schema.clone() };
            let own = matches!(self.entries.get(&index).map(|entry| &entry.object), Some(Object::Index { table }) if table == key);
            if own {
                self.put_gone(index, at, None);
            }
        }
    }

    /// A key of a table is to go: foreign keys that stand on it refuse that, or go, too. `rest` is the table without
    /// it. False if it stays.
    pub(super) fn drop_foreign_to(
        &mut self,
        key: &Key,
        columns: &[Arc<str>],
        rest: &Table,
        name: &Ident,
        cascade: bool,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let primary = self.table(key).and_then(Table::primary).map(|primary| primary.kind.columns().to_vec());
        for other in self.pointing_to(key) {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            let Object::Table(table) = &entry.object else { continue };
            let stands_on_it = |kind: &ConstraintKind<Key>| match kind {
                ConstraintKind::Foreign { target, target_columns, .. } if target == key => {
                    let wanted: &[Ident] = match (&target_columns[..], &primary) {
                        ([], Some(primary)) => primary,
                        (columns, _) => columns,
                    };
                    let wanted: Vec<&Arc<str>> = wanted.iter().map(|name| &name.key).collect();
                    wanted.len() == columns.len() && wanted.iter().all(|name| columns.contains(name))
                }
                _ => false,
            };
            let Some(constraint) = table.constraints.iter().find(|constraint| stands_on_it(&constraint.kind)) else {
                continue;
            };
            // Another key over the same columns may be the one it stands on.
            let unclear = rest.is_unique(columns) || !self.sure(&other) || !self.sure(key) || table.family;
            if unclear {
                self.fail(&other);
                continue;
            }
            if !cascade {
                if other == *key {
                    // Its own foreign keys to itself are no dependents if the column goes with them.
                    let own = constraint.kind.columns().iter().any(|column| column.key == name.key);
                    if own {
                        continue;
                    }
                }
                let user = format!("a foreign key of table `{}`", entry.name);
                out.push(in_use(&format!("`{}`", name.text), name.place, &user, constraint.place, true));
                return false;
            }
            if let Some(table) = self.table_mut(&other) {
                table.constraints.retain(|constraint| !stands_on_it(&constraint.kind));
            }
        }
        true
    }

    /// `CASCADE`: views and foreign keys go with a table or view.
    pub(super) fn remove_dependents(&mut self, key: &Key, at: Place) {
        for other in self.pointing_to(key) {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            match &entry.object {
                Object::Table(table) if other != *key && table.targets().any(|target| target == key) => {
                    if let Some(table) = self.table_mut(&other) {
                        table.constraints.retain(|constraint| {
                            !matches!(&constraint.kind, ConstraintKind::Foreign { target, .. } if target == key)
                        });
                    }
                }
                Object::View(view) if view.uses.iter().any(|used| used.key == *key) => {
                    self.remove_relation(&other, at, true);
                }
                // Its children go, with what belongs to them.
                Object::Table(table) if other != *key && table.bound.is_none() && table.parents.contains(key) => {
                    self.remove_relation(&other, at, true);
                }
                _ => (),
            }
        }
    }
}

/// Leaves out what is not kept.
fn keep<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    list.retain(|_| *kept.next().unwrap_or(&true));
}

/// Whether an expression may have a name in it; of a name that has to be quoted that is not asked.
pub(super) fn names(text: &str, name: &str) -> bool {
    let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    !name.chars().all(in_word) || text.split(|c| !in_word(c)).any(|word| word.eq_ignore_ascii_case(name))
}

/// Whether an expression of an index has the name of a column in it.
fn may_name(index: &super::table::Index, name: &Ident) -> bool {
    let named = |text: &str| names(text, &name.text);
    index.predicate.as_ref().is_some_and(|expr| named(&expr.text))
        || index.parts.iter().any(|part| matches!(part, Part::Expr(expr) if named(&expr.text)))
}
