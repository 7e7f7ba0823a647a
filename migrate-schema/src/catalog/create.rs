//! Tables are made.

use std::borrow::Cow;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, NewConstraint, NewTable};
use super::constraint::ConstraintKind;
use super::copy::Takes;
use super::fits::{count, other_count};
use super::name::{Ident, Path};
use super::problem::duplicate_column;
use super::shared::Shared;
use super::table::{Table, Type};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// Types that well-known extensions of PostgreSQL bring.
const EXTENSION_TYPES: &[&str] = &[
    "agtype",
    "box2d",
    "box3d",
    "citext",
    "cube",
    "earth",
    "ean13",
    "geography",
    "geometry",
    "ghstore",
    "gtrgm",
    "h3index",
    "halfvec",
    "hll",
    "hstore",
    "isbn",
    "isbn13",
    "ismn",
    "issn",
    "lquery",
    "ltree",
    "ltxtquery",
    "ptrack",
    "query_int",
    "raster",
    "roaringbitmap",
    "seg",
    "semver",
    "sparsevec",
    "timetravel",
    "topogeometry",
    "uint4",
    "uint8",
    "ulid",
    "upc",
    "vector",
];

impl Catalog {
    pub(super) fn create_table(&mut self, new: &NewTable, out: &mut Vec<Diagnostic>) {
        let key = self.key_for(Space::Relation, &new.path, new.temporary);
        self.made(new.temporary);
        let unsure_before = match self.entries.get(&key) {
            Some(entry) => match &entry.object {
                Object::Unknown => true,
                Object::Gone { .. } => entry.epoch < self.state.made,
                _ => false,
            },
            None => self.state.made > 0 || self.state.strangers || !self.is_ours(&key.schema) || self.state.path_unsure,
        } || self.is_server_name(Space::Relation, &key.name);
        if let Some(entry) = self.existing(&key)
            && !new.or_replace
        {
            if new.if_not_exists {
                self.check_name_of_index(&key, &new.path, &entry, out);
                return;
            }
            if self.is_same(&key, &new.path) {
                out.push(self.taken("table", &new.path, &entry));
                self.fail(&key);
                return;
            }
        }
        let row_type = Key { space: Space::Type, ..key.clone() };
        if self.dialect == Dialect::Postgres
            && let Some(entry) = self.existing(&row_type)
            && self.sure(&row_type)
            && !new.if_not_exists
        {
            out.push(self.taken("table", &new.path, &entry));
            self.make_unknown(key, &new.path.name);
            return;
        }
        let problems = out.len();
        if !self.check_sqlite_name(&new.path, new.temporary, out) {
            return;
        }
        if !(new.if_not_exists && unsure_before) {
            self.check_sqlite_table(new, out);
            if out.len() == problems {
                self.check_sqlite_whole(new, out);
            }
            if out.len() == problems {
                self.check_table_options(&new.path.name, &new.options, out);
            }
            if out.len() == problems {
                self.check_periods(new, out);
            }
            if let Some(by) = new.options.get("partition by").filter(|_| self.dialect.is_mysql_family()) {
                self.check_division(by, new.path.name.place, out);
            }
        }
        let mut table = Table {
            open: new.open,
            loose: new.loose,
            keyless: new.keyless,
            options: new.options.clone(),
            names: new.names.clone(),
            bound: new.bound.clone(),
            ..Table::default()
        };
        if new.if_not_exists && unsure_before {
            // There may be one of another form.
            table.open = true;
            table.loose = true;
        }
        let mut others: Vec<(Arc<Entry>, Takes<'_>)> = Vec::new();
        let mut likes = new.like.iter().peekable();
        // The columns of parents come first, those of a copy where it stands.
        let partition = new.bound.is_some();
        for parent in &new.parents {
            let takes = if partition { Takes::Partition } else { Takes::Inherited };
            let found = self.copy_columns(parent, takes, &mut table, out);
            table.loose = true;
            table.family = true;
            if let Some((parent_key, entry)) = found {
                table.parents.push(parent_key.clone());
                self.point(&key, &parent_key);
                if let Some(parent) = self.table_mut(&parent_key) {
                    parent.family = true;
                }
                others.push((entry, takes));
            }
        }
        if let Some(query) = &new.query {
            self.check_scope(query, out);
            if new.columns.is_empty()
                && table.open
                && new.given.is_empty()
                && !unsure_before
                && let Some(columns) = self.columns_of_query(query)
            {
                table.columns = columns.into_iter().map(Shared::from).collect();
                table.open = false;
            } else if self.dialect == Dialect::Postgres
                && let Some(names) = self.returns(query)
            {
                let own: Vec<Arc<str>> = new.given.iter().map(|name| name.key.clone()).collect();
                if own.len() > names.len() {
                    let message = format!("{} for a query that returns {}", count(own.len()), names.len());
                    out.push(other_count(new.path.name.place, message));
                }
                let names: Vec<Arc<str>> = own.iter().cloned().chain(names.into_iter().skip(own.len())).collect();
                self.check_result_names(&names, new.path.name.place, out);
                if table.open
                    && new.columns.is_empty()
                    && !unsure_before
                    && let Some(columns) = self.typed_columns_of_query(query, &names, new.path.name.place)
                {
                    table.columns = columns.into_iter().map(Shared::from).collect();
                    table.open = false;
                }
                table.names = Some(names.into());
            }
            if table.open && new.columns.is_empty() && !unsure_before && self.dialect != Dialect::Postgres {
                table.names = self.returns(query).map(Into::into);
                self.check_returned_twice(query, table.names.as_deref(), out);
            }
        }
        if let Some(of) = &new.of {
            self.columns_of_type(of, &mut table);
        }
        // A child may repeat the columns of its parents.
        let inherited = !new.parents.is_empty() || new.query.is_some() || new.of.is_some();
        for (at, column) in new.columns.iter().enumerate() {
            while let Some(like) = likes.next_if(|like| like.at <= at) {
                others.extend(self.copy_like(like, &mut table, out));
            }
            match table.columns.iter_mut().find(|known| known.name.key == column.name.key) {
                Some(known) if inherited => {
                    known.not_null |= column.not_null;
                    known.default = column.default.clone().or_else(|| known.default.take());
                    // It is the table's own from then on, whatever becomes of the parent's.
                    known.name.place = column.name.place;
                }
                Some(other) => out.push(duplicate_column(&column.name, other.name.place, &new.path.name.text)),
                None => {
                    self.check_type(column.ty.as_ref(), out);
                    if out.len() == problems {
                        let of: Vec<NewConstraint> = new
                            .constraints
                            .iter()
                            .filter(|own| {
                                self.dialect != Dialect::Sqlite || !matches!(own.kind, ConstraintKind::Check(_))
                            })
                            .filter(|own| own.kind.columns().iter().any(|name| name.key == column.name.key))
                            .filter(|own| own.kind.columns().len() == 1)
                            .cloned()
                            .collect();
                        self.check_column(column, &of, &new.options, out);
                    }
                    if let Some(default) = &column.default {
                        self.check_default(&column.name, column.ty.as_ref(), default, out);
                    }
                    if let Some(value) = column.default_value.as_ref().filter(|_| out.len() == problems) {
                        self.check_default_value(value, &column.name, column.ty.as_ref(), out);
                    }
                    let column = self.column(column);
                    table.columns.push(column.into());
                }
            }
        }
        for like in likes {
            others.extend(self.copy_like(like, &mut table, out));
        }
        // Where a span of time begins and ends is never unknown (MariaDB).
        let of_rows = |name: &str| name.to_ascii_lowercase().ends_with("system_time");
        let bounds = new.options.iter().filter(|(name, _)| name.starts_with(super::table::PERIOD) && !of_rows(name));
        let bounds: Vec<&str> = bounds.flat_map(|(_, columns)| columns.split(", ")).collect();
        for column in &mut table.columns {
            let quoted = self.dialect.quote_name(&column.name.text);
            if bounds.iter().any(|bound| bound.eq_ignore_ascii_case(&quoted)) {
                column.not_null = true;
            }
        }
        let numbered: Vec<Shared<super::table::Column>> =
            table.columns.iter().filter(|column| column.numbered != super::change::Numbered::No).cloned().collect();
        let comment = new.comment.clone().or_else(|| match self.dialect.is_mysql_family() {
            true => others.iter().find_map(|(entry, _)| entry.comment.clone()),
            false => None,
        });
        self.put_entry(key.clone(), &new.path.name, Object::Table(table), comment);
        for column in &numbered {
            self.make_sequence(&key, column);
        }
        if let Some(of) = &new.of {
            self.say_type(&key, Some(of));
        }
        for index in &new.indexes {
            self.add_index(&key, index, true, out);
        }
        // PostgreSQL names checks first, then keys, then foreign keys; no two kinds share made-up names.
        let (foreign, own): (Vec<&NewConstraint>, Vec<&NewConstraint>) =
            new.constraints.iter().partition(|new| matches!(new.kind, ConstraintKind::Foreign { .. }));
        for constraint in self.without_twins(own) {
            self.add_first_constraint(&key, &constraint, out);
        }
        for (entry, takes) in &others {
            if let Object::Table(other) = &entry.object {
                self.copy_parts(&key, other, *takes, out);
            }
        }
        for constraint in foreign {
            self.add_first_constraint(&key, constraint, out);
        }
        for column in &new.columns {
            self.check_generated(&key, column, out);
        }
        self.trim_prefixes(&key);
        if out.len() == problems && !(new.if_not_exists && unsure_before) {
            self.check_state(&key, new.path.name.place, out);
        }
        if out.len() > problems {
            self.fail(&key);
        }
    }

    /// MySQL makes no table of a query that returns two columns of one name.
    fn check_returned_twice(
        &self,
        query: &super::mention::Scope,
        names: Option<&[Arc<str>]>,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(names) = names.filter(|_| self.dialect.is_mysql_family()) else { return };
        let lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        let twice = lower
            .iter()
            .enumerate()
            .find(|(at, name)| **name != *super::mention::UNNAMED && lower[..*at].contains(name));
        let place = query.sources.first().and_then(super::mention::From::called).map(|name| name.place);
        if let (Some((at, _)), Some(place)) = (twice, place) {
            let message = format!("the query returns two columns called `{}`", names[at]);
            out.push(
                Diagnostic::error(&crate::diagnostic::semantic::DUPLICATE_COLUMN, message)
                    .at(place, "")
                    .help("give one of them another name with AS"),
            );
        }
    }

    /// Of keys over the same columns in one `CREATE TABLE` PostgreSQL makes the first alone, the primary key before all
    /// others; it takes the name of the second if it has none of its own.
    fn without_twins<'n>(&self, all: Vec<&'n NewConstraint>) -> Vec<Cow<'n, NewConstraint>> {
        let mut all: Vec<Cow<'n, NewConstraint>> = all.into_iter().map(Cow::Borrowed).collect();
        let key = |new: &NewConstraint| match &new.kind {
            ConstraintKind::Primary(_) => Some(0),
            ConstraintKind::Unique(_) | ConstraintKind::Exclude(_) => Some(1),
            ConstraintKind::Check(_) | ConstraintKind::Foreign { .. } => None,
        };
        let excludes = |new: &NewConstraint| match &new.kind {
            ConstraintKind::Exclude(expr) => {
                let text = expr.text.to_lowercase();
                Some(text.strip_prefix("using btree").unwrap_or(&text).trim().to_owned())
            }
            _ => None,
        };
        let twins = |one: &NewConstraint, other: &NewConstraint| {
            let (left, right) = (&one.details, &other.details);
            one.kind.columns() == other.kind.columns()
                && excludes(one) == excludes(other)
                && left.include == right.include
                && left.nulls_not_distinct == right.nulls_not_distinct
                && (left.deferrable, left.deferred) == (right.deferrable, right.deferred)
        };
        let mut keys: Vec<(usize, i32)> =
            all.iter().enumerate().filter_map(|(at, new)| Some((at, key(new)?))).collect();
        if self.dialect != Dialect::Postgres || keys.len() < 2 {
            return all;
        }
        keys.sort_by_key(|&(_, rank)| rank);
        let mut gone = Vec::new();
        let mut kept: Vec<usize> = Vec::new();
        for (at, _) in keys {
            match kept.iter().find(|&&first| twins(&all[first], &all[at])) {
                Some(&first) => {
                    if all[first].name.is_none() {
                        let name = all[at].name.clone();
                        all[first].to_mut().name = name;
                    }
                    gone.push(at);
                }
                None => kept.push(at),
            }
        }
        let mut at = 0..;
        all.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
        all
    }

    /// A constraint of a table without rows: there is nothing that could be not valid.
    fn add_first_constraint(&mut self, key: &Key, new: &NewConstraint, out: &mut Vec<Diagnostic>) {
        if !new.details.not_valid {
            return self.add_constraint(key, new, out);
        }
        let mut new = new.clone();
        new.details.not_valid = false;
        self.add_constraint(key, &new, out);
    }

    fn copy_like<'l>(
        &mut self,
        like: &'l super::change::Like,
        table: &mut Table,
        out: &mut Vec<Diagnostic>,
    ) -> Option<(Arc<Entry>, Takes<'l>)> {
        let takes = Takes::Said(like);
        let (_, entry) = self.copy_columns(&like.path, takes, table, out)?;
        if let Object::Table(other) = &entry.object {
            self.copy_options(other, table);
        }
        Some((entry, takes))
    }

    /// A statement about the table was wrong: what it is like from here on nobody knows.
    pub(super) fn fail(&mut self, key: &Key) {
        let Some(entry) = self.entries.get(key) else { return };
        let mut entry = (**entry).clone();
        entry.epoch = u32::MAX;
        if let Object::Table(table) = &mut entry.object {
            table.open = true;
            table.loose = true;
        }
        let names: Vec<Arc<str>> = match &entry.object {
            Object::Table(table) => {
                let constraints = table.constraints.iter().filter_map(|constraint| constraint.name.as_ref());
                table.indexes.iter().map(|index| &index.name).chain(constraints).map(|name| name.key.clone()).collect()
            }
            _ => Vec::new(),
        };
        self.put(key.clone(), Some(Arc::new(entry)));
        for name in names {
            self.unsure_index(key, name);
        }
    }

    /// An index of the table may be there or not.
    pub(super) fn unsure_index(&mut self, table: &Key, name: Arc<str>) {
        let index = Key { space: Space::Relation, name, schema: table.schema.clone() };
        let Some(entry) = self.entries.get(&index) else { return };
        if matches!(&entry.object, Object::Index { table: own } if own == table) {
            let entry = super::Entry { epoch: u32::MAX, ..(**entry).clone() };
            self.put(index, Some(Arc::new(entry)));
        }
    }

    /// The type must be there.
    pub(super) fn check_type(&self, ty: Option<&Type>, out: &mut Vec<Diagnostic>) {
        if let Some(own) = ty.and_then(|ty| ty.own.as_ref()) {
            self.check_own_type(own, out);
        }
    }

    /// A type that is not the server's own must be there.
    pub(super) fn check_own_type(&self, own: &Path, out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Postgres || self.state.foreign_types || self.state.strangers {
            return;
        }
        // Somebody may have created the extension before the first revision ran.
        if EXTENSION_TYPES.contains(&&*own.name.key) || super::extension::brings(&own.name.key) {
            return;
        }
        let Found::Missing(gone) = self.find(Space::Type, own) else { return };
        // The server makes an array of each type, and calls it like that.
        if let Some(element) = own.name.key.strip_prefix('_') {
            let name = Ident { key: element.into(), ..own.name.clone() };
            let of = Path { schema: own.schema.clone(), name };
            let is_there = |space| !matches!(self.find(space, &of), Found::Missing(_));
            if is_there(Space::Type) || is_there(Space::Relation) {
                return;
            }
        }
        if self.may_be_multirange(&own.name.key) {
            return;
        }
        // The rows of a table are a type, too.
        let rows = match self.find(Space::Relation, own) {
            Found::Here { entry, .. } => !matches!(entry.object, Object::Index { .. }),
            Found::Missing(_) => false,
            Found::Unsure => true,
        };
        if !rows && !self.is_multirange(&own.name.key) {
            out.push(self.unknown(Kind::Type, own, gone.as_deref()));
        }
    }

    /// The columns must be there. True if they all are, or may be.
    pub(super) fn check_columns(&self, key: &Key, names: &[Ident], out: &mut Vec<Diagnostic>) -> bool {
        let Some(table) = self.table(key).filter(|table| !table.open && self.sure(key)) else { return true };
        // Words of SQLite that are values where no column has the name.
        let value = |name: &Ident| self.dialect == Dialect::Sqlite && matches!(&*name.key, "true" | "false");
        let missing = names.iter().filter(|name| !value(name)).find(|name| {
            table.column(&name.key).is_none()
                && !super::resolve::is_system_column(self.dialect, &name.key)
                && !super::resolve::is_of_domain(self.dialect, &name.key)
        });
        if let Some(name) = missing {
            out.push(self.unknown_column(name, key, table));
        }
        missing.is_none()
    }

    /// The columns that an expression names. In PostgreSQL the name of the table is its whole row.
    pub(super) fn without_row(&self, key: &Key, names: &[Ident]) -> Vec<Ident> {
        let is_row = |name: &Ident| self.dialect == Dialect::Postgres && name.key == key.name;
        names.iter().filter(|name| !is_row(name)).cloned().collect()
    }

    pub(super) fn loosen(&mut self, key: &Key) {
        if let Some(table) = self.table_mut(key) {
            table.loose = true;
        }
    }
}
