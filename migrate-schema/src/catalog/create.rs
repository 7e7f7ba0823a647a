//! Tables are made.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, NewConstraint, NewIndex, NewTable, Numbered};
use super::constraint::{Constraint, ConstraintKind};
use super::details::Options;
use super::name::{Ident, Path};
use super::problem::{duplicate_column, duplicate_constraint, duplicate_index, second_primary};
use super::table::{Column, Index, Table, Type};
use super::{Catalog, Found, Key, Object, Space, naming};
use crate::diagnostic::{Diagnostic, semantic as codes};

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
        self.state.temporary |= new.temporary;
        let unsure_before = match self.entries.get(&key) {
            Some(entry) => matches!(entry.object, Object::Unknown),
            None => !self.is_sure() || self.state.strangers || !self.is_ours(&key.schema) || self.state.path_unsure,
        } || self.is_server_name(Space::Relation, &key.name);
        if let Some(entry) = self.existing(&key)
            && !new.or_replace
        {
            if new.if_not_exists {
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
        let mut table = Table {
            open: new.open,
            loose: new.loose,
            keyless: new.keyless,
            options: new.options.clone(),
            bound: new.bound.clone(),
            ..Table::default()
        };
        if new.if_not_exists && unsure_before {
            // There may be one of another form.
            table.open = true;
            table.loose = true;
        }
        for like in &new.like {
            self.copy_columns(like, &mut table, out);
            table.loose = true;
        }
        for parent in &new.parents {
            let parent_key = self.copy_columns(parent, &mut table, out);
            table.loose = true;
            table.family = true;
            if let Some(parent_key) = parent_key {
                table.parents.push(parent_key.clone());
                self.point(&key, &parent_key);
                if let Some(parent) = self.table_mut(&parent_key) {
                    parent.family = true;
                }
            }
        }
        if let Some(query) = &new.query {
            self.check_scope(query, out);
        }
        for column in &new.columns {
            // A child may repeat the columns of its parents.
            let inherited = !new.parents.is_empty() || new.query.is_some();
            match table.column(&column.name.key).map(|column| column.name.place) {
                Some(_) if inherited => (),
                Some(other) => out.push(duplicate_column(&column.name, other, &new.path.name.text)),
                None => {
                    self.check_type(column.ty.as_ref(), out);
                    table.columns.push(Column::from(column));
                }
            }
        }
        self.put_object(key.clone(), &new.path.name, Object::Table(table));
        for column in &new.columns {
            self.make_sequence(&key, &column.name, column.numbered);
        }
        for index in &new.indexes {
            self.add_index(&key, index, true, out);
        }
        // PostgreSQL names checks first, then keys, then foreign keys; no two kinds share made-up names.
        let (foreign, own): (Vec<&NewConstraint>, Vec<&NewConstraint>) =
            new.constraints.iter().partition(|new| matches!(new.kind, ConstraintKind::Foreign { .. }));
        for constraint in own.into_iter().chain(foreign) {
            self.add_constraint(&key, constraint, out);
        }
        for column in &new.columns {
            if let Some(expr) = &column.generated {
                self.check_columns(&key, &expr.columns, out);
            }
        }
        if out.len() > problems {
            self.fail(&key);
        }
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

    /// Copies the columns of another table; where they are not known the table is left open.
    fn copy_columns(&mut self, from: &Path, table: &mut Table, out: &mut Vec<Diagnostic>) -> Option<Key> {
        match self.find(Space::Relation, from) {
            Found::Here { key, entry, sure } => {
                match &entry.object {
                    Object::Table(other) => {
                        table.open |= other.open || !sure;
                        for column in &other.columns {
                            if table.column(&column.name.key).is_none() {
                                table.columns.push(column.clone());
                            }
                        }
                    }
                    _ => table.open = true,
                }
                Some(key)
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, from, gone.as_deref()));
                table.open = true;
                None
            }
            Found::Unsure => {
                table.open = true;
                None
            }
        }
    }

    /// PostgreSQL makes a sequence for a numbered column.
    pub(super) fn make_sequence(&mut self, key: &Key, column: &Ident, numbered: Numbered) {
        if self.dialect != Dialect::Postgres || !matches!(numbered, Numbered::Serial | Numbered::Identity { .. }) {
            return;
        }
        let name = self.postgres_name(key, &Table::default(), &column.key, "seq", true);
        let sequence = Key { space: Space::Relation, name: name.clone(), schema: key.schema.clone() };
        let name = Ident::made(&name, self.dialect, column.place);
        self.point(&sequence, key);
        self.put_object(
            sequence,
            &name,
            Object::Sequence { owner: Some(key.clone()), column: Some(column.key.clone()), options: Options::new() },
        );
    }

    /// The type must be there.
    pub(super) fn check_type(&self, ty: Option<&Type>, out: &mut Vec<Diagnostic>) {
        let Some(own) = ty.and_then(|ty| ty.own.as_ref()) else { return };
        if self.dialect != Dialect::Postgres || self.state.foreign_types || self.state.strangers {
            return;
        }
        // Somebody may have created the extension before the first revision ran.
        if EXTENSION_TYPES.contains(&&*own.name.key) {
            return;
        }
        let Found::Missing(gone) = self.find(Space::Type, own) else { return };
        // The rows of a table are a type, too.
        if let Found::Missing(_) = self.find(Space::Relation, own) {
            out.push(self.unknown(Kind::Type, own, gone.as_deref()));
        }
    }

    /// The columns must be there. True if they all are, or may be.
    pub(super) fn check_columns(&self, key: &Key, names: &[Ident], out: &mut Vec<Diagnostic>) -> bool {
        let Some(table) = self.table(key).filter(|table| !table.open && self.sure(key)) else { return true };
        let missing = names.iter().find(|name| {
            table.column(&name.key).is_none() && !super::resolve::is_system_column(self.dialect, &name.key)
        });
        if let Some(name) = missing {
            out.push(self.unknown_column(name, key, table));
        }
        missing.is_none()
    }

    pub(super) fn add_constraint(&mut self, key: &Key, new: &NewConstraint, out: &mut Vec<Diagnostic>) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let sure = self.sure(key);
        if let Some(name) = &new.name
            && let Some(other) = table.constraint(&name.key)
        {
            // SQLite does not look at names of constraints; elsewhere index and check may share one.
            let same_space = match self.dialect {
                Dialect::Postgres => true,
                Dialect::MySql | Dialect::MariaDb => other.kind.name() == new.kind.name(),
                Dialect::Sqlite => false,
            };
            if same_space && sure && !new.if_not_exists {
                out.push(duplicate_constraint(name, other.place, &entry.name));
            }
            if same_space {
                return;
            }
        }
        if let (ConstraintKind::Primary(_), Some(other)) = (&new.kind, table.primary())
            && sure
        {
            if !new.if_not_exists {
                out.push(second_primary(new.place, other.place, &entry.name));
            }
            return;
        }
        if new.using_index.is_some() {
            self.promote(key, new, out);
            return;
        }
        if !self.check_columns(key, new.kind.columns(), out) {
            return;
        }
        if table.keyless && matches!(new.kind, ConstraintKind::Foreign { .. }) {
            self.loosen(key);
            return;
        }
        let kind = match &new.kind {
            ConstraintKind::Primary(columns) => ConstraintKind::Primary(columns.clone()),
            ConstraintKind::Unique(columns) => ConstraintKind::Unique(columns.clone()),
            ConstraintKind::Check(expr) => ConstraintKind::Check(expr.clone()),
            ConstraintKind::Exclude(expr) => ConstraintKind::Exclude(expr.clone()),
            ConstraintKind::Foreign { columns, target, target_columns, inline } => {
                let Some(target_key) = self.check_target(key, columns, target, target_columns, *inline, out) else {
                    return;
                };
                self.point(key, &target_key);
                ConstraintKind::Foreign {
                    columns: columns.clone(),
                    target: target_key,
                    target_columns: target_columns.clone(),
                    inline: *inline,
                }
            }
        };
        let name = new.name.clone().or_else(|| self.constraint_name(key, table, &kind, new));
        let is_index =
            matches!(kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_));
        if let Some(name) = &name
            && is_index
            && self.dialect == Dialect::Postgres
        {
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            if let Some(other) = self.existing(&index)
                && new.name.is_some()
                && self.sure(&index)
            {
                let path = Path { schema: None, name: name.clone() };
                out.push(self.taken("constraint", &path, &other));
                return;
            }
            self.put_object(index, name, Object::Index { table: key.clone() });
        }
        let primary: Vec<Ident> = match &kind {
            ConstraintKind::Primary(columns) if self.dialect != Dialect::Sqlite => columns.clone(),
            _ => Vec::new(),
        };
        let unnamed = name.is_none();
        let Some(table) = self.table_mut(key) else { return };
        table.loose |= unnamed;
        table.constraints.push(Constraint { name, kind, details: new.details.clone(), place: new.place });
        for name in &primary {
            if let Some(column) = table.column_mut(&name.key) {
                column.not_null = true;
            }
        }
    }

    /// The name the server makes up.
    fn constraint_name(
        &self,
        key: &Key,
        table: &Table,
        kind: &ConstraintKind<Key>,
        new: &NewConstraint,
    ) -> Option<Ident> {
        let at = new.place;
        let made = |text: &str| Some(Ident::made(text, self.dialect, at));
        match self.dialect {
            Dialect::Postgres => {
                let keys = |columns: &[Ident]| -> String { naming::addition(columns.iter().map(|name| &name.key)) };
                match kind {
                    ConstraintKind::Primary(_) => made(&self.postgres_name(key, table, "", "pkey", true)),
                    ConstraintKind::Unique(columns) => {
                        made(&self.postgres_name(key, table, &keys(columns), "key", true))
                    }
                    ConstraintKind::Foreign { columns, .. } => {
                        made(&self.postgres_name(key, table, &keys(columns), "fkey", false))
                    }
                    ConstraintKind::Check(expr) => {
                        let mut columns: Vec<&Arc<str>> = expr.columns.iter().map(|name| &name.key).collect();
                        columns.sort();
                        columns.dedup();
                        match columns[..] {
                            [one] => made(&self.postgres_name(key, table, one, "check", false)),
                            // None may be an expression that is not understood.
                            [] => None,
                            [..] => made(&self.postgres_name(key, table, "", "check", false)),
                        }
                    }
                    ConstraintKind::Exclude(_) => None,
                }
            }
            Dialect::MySql | Dialect::MariaDb => match kind {
                ConstraintKind::Primary(_) => made("PRIMARY"),
                ConstraintKind::Unique(columns) => columns.first().map(|first| naming::mysql_index(table, first)),
                ConstraintKind::Foreign { .. } => made(&naming::innodb_foreign(key, table)),
                ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => None,
            },
            Dialect::Sqlite => None,
        }
    }

    /// The table and the columns a foreign key points to. None if something is wrong with them.
    fn check_target(
        &mut self,
        key: &Key,
        columns: &[Ident],
        target: &Path,
        target_columns: &[Ident],
        inline: bool,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Key> {
        // SQLite looks at the target when rows change; MariaDB accepts anything while checks are off.
        let lenient = self.dialect == Dialect::Sqlite || !self.state.foreign_keys;
        // MySQL reads REFERENCES behind a column and forgets it; MariaDB keeps it.
        if inline && self.dialect == Dialect::MySql {
            return Some(self.key_for(Space::Relation, target, false));
        }
        let (found, entry) = match self.find(Space::Relation, target) {
            Found::Here { key, entry, sure } => (key, sure.then_some(entry)),
            Found::Missing(gone) => {
                let found = self.key_for(Space::Relation, target, false);
                if lenient {
                    return Some(found);
                }
                out.push(self.unknown(Kind::Table, target, gone.as_deref()));
                self.make_unknown(found, &target.name);
                return None;
            }
            Found::Unsure => return Some(self.key_for(Space::Relation, target, false)),
        };
        let Some(entry) = entry.filter(|_| !lenient) else { return Some(found) };
        let Object::Table(table) = &entry.object else { return Some(found) };
        if !self.check_columns(&found, target_columns, out) {
            return None;
        }
        if table.open || table.loose || table.family || table.keyless || found == *key && table.constraints.is_empty() {
            return Some(found);
        }
        let wanted: Vec<Arc<str>> = match (target_columns, table.primary()) {
            ([], Some(primary)) => primary.kind.columns().iter().map(|name| name.key.clone()).collect(),
            ([], None) if self.dialect == Dialect::Postgres => {
                out.push(
                    Diagnostic::error(
                        &codes::NOT_UNIQUE,
                        format!("table `{}` has no primary key to point to", entry.name),
                    )
                    .at(target.name.place, "")
                    .label(entry.place, format!("`{}` is made here", entry.name)),
                );
                return None;
            }
            ([], None) => return Some(found),
            (columns, _) => columns.iter().map(|name| name.key.clone()).collect(),
        };
        if wanted.len() != columns.len() {
            return Some(found);
        }
        let fine = match self.dialect {
            Dialect::Postgres => table.is_unique(&wanted),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => table.is_indexed(&wanted),
        };
        if fine {
            return Some(found);
        }
        let names: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
        let names = names.join(", ");
        let (what, help) = match self.dialect {
            Dialect::Postgres => ("unique", "UNIQUE"),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => ("indexed", "INDEX"),
        };
        let place = target_columns.first().map_or(target.name.place, |name| name.place);
        out.push(
            Diagnostic::error(
                &codes::NOT_UNIQUE,
                format!("foreign key to {names} of table `{}`, which is not {what}", entry.name),
            )
            .at(place, format!("no key or index over exactly {}", if wanted.len() == 1 { "this" } else { "these" }))
            .label(entry.place, format!("`{}` is made here", entry.name))
            .help(format!(
                "make it {what} first: `ALTER TABLE {} ADD {help} ({})`",
                entry.name,
                wanted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            )),
        );
        None
    }

    /// `ADD CONSTRAINT … USING INDEX`: the index becomes one of the constraint and takes its name.
    fn promote(&mut self, key: &Key, new: &NewConstraint, out: &mut Vec<Diagnostic>) {
        let Some(index) = &new.using_index else { return };
        let Some(table) = self.table(key) else { return };
        let shown = self.entries.get(key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let Some(found) = table.indexes.iter().position(|known| known.name.key == index.key) else {
            if self.sure(key) && !table.loose && !table.open {
                out.push(super::problem::unknown_index(index, table, &shown));
            }
            return;
        };
        let old = Key { space: Space::Relation, name: index.key.clone(), schema: key.schema.clone() };
        let name = new.name.clone().unwrap_or_else(|| index.clone());
        let Some(table) = self.table_mut(key) else { return };
        let taken = table.indexes.remove(found);
        let columns: Vec<Ident> =
            taken.columns().map(|columns| columns.into_iter().cloned().collect()).unwrap_or_default();
        let kind = match &new.kind {
            ConstraintKind::Primary(_) => {
                for name in &columns {
                    if let Some(column) = table.column_mut(&name.key) {
                        column.not_null = true;
                    }
                }
                ConstraintKind::Primary(columns)
            }
            _ => ConstraintKind::Unique(columns),
        };
        table.constraints.push(Constraint {
            name: Some(name.clone()),
            kind,
            details: new.details.clone(),
            place: new.place,
        });
        if old.name != name.key {
            self.put_gone(old.clone(), name.place, Some(name.text.to_string()));
            let now = Key { name: name.key.clone(), ..old };
            self.put_object(now, &name, Object::Index { table: key.clone() });
        }
    }

    /// An index is added to a table. `inside`: the statement that makes the table or alters it holds it.
    pub(super) fn add_index(&mut self, key: &Key, new: &NewIndex, inside: bool, out: &mut Vec<Diagnostic>) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let columns: Vec<Ident> = new
            .parts
            .iter()
            .flat_map(|part| match part {
                super::change::Part::Column(name) => vec![name.clone()],
                super::change::Part::Expr(expr) => expr.columns.clone(),
            })
            .chain(new.include.iter().cloned())
            .chain(new.predicate.iter().flat_map(|expr| expr.columns.iter().cloned()))
            .collect();
        // In SQLite `"a"` may be a string where no column is called so.
        let sqlite = self.dialect == Dialect::Sqlite;
        let columns: Vec<Ident> = columns.into_iter().filter(|name| !(sqlite && name.double_quoted)).collect();
        if !self.check_columns(key, &columns, out) {
            return;
        }
        let name = match (&new.name, self.dialect) {
            (Some(name), _) => name.clone(),
            (None, Dialect::MySql | Dialect::MariaDb) => match new.parts.first() {
                Some(super::change::Part::Column(first)) => naming::mysql_index(table, first),
                Some(super::change::Part::Expr(_)) | None => {
                    self.loosen(key);
                    return;
                }
            },
            (None, Dialect::Postgres | Dialect::Sqlite) => {
                let named: Option<Vec<&Arc<str>>> = new
                    .parts
                    .iter()
                    .map(|part| match part {
                        super::change::Part::Column(name) => Some(&name.key),
                        super::change::Part::Expr(_) => None,
                    })
                    .collect();
                let Some(named) = named else {
                    self.loosen(key);
                    return;
                };
                let columns = naming::addition(named.into_iter().chain(new.include.iter().map(|name| &name.key)));
                let name = self.postgres_name(key, table, &columns, "idx", true);
                Ident::made(&name, self.dialect, new.place)
            }
        };
        if self.dialect.is_mysql_family() {
            if let Some(other) = table.index(&name.key) {
                if self.sure(key) && !new.if_not_exists && new.name.is_some() {
                    out.push(duplicate_index(&name, other.name.place, &entry.name));
                }
                return;
            }
        } else {
            let _ = inside;
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            self.put_object(index, &name, Object::Index { table: key.clone() });
        }
        if let Some(table) = self.table_mut(key) {
            table.indexes.push(Index::new(name, new));
        }
    }

    fn loosen(&mut self, key: &Key) {
        if let Some(table) = self.table_mut(key) {
            table.loose = true;
        }
    }
}
