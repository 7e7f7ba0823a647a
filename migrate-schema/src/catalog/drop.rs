//! Things go, are renamed, or are moved.

use migrate_core::Dialect;

use super::change::Kind;
use super::details::RoutineDetails;
use super::name::{Ident, Path};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

pub(super) const fn space(kind: Kind) -> Space {
    match kind {
        Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Sequence => Space::Relation,
        Kind::Type | Kind::Domain => Space::Type,
        Kind::Function | Kind::Procedure => Space::Routine,
        Kind::Schema => Space::Schema,
        Kind::Extension => Space::Extension,
        Kind::Trigger => Space::Trigger,
    }
}

impl Catalog {
    pub(super) fn drop_all(
        &mut self,
        kind: Kind,
        paths: &[Path],
        if_exists: bool,
        cascade: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        if let Some(path) = paths.iter().find(|path| {
            self.dialect == Dialect::Sqlite
                && path.name.key.starts_with("sqlite_")
                && !path.name.key.starts_with("sqlite_stat")
        }) && !if_exists
        {
            let at = path.name.place;
            out.push(
                Diagnostic::error(
                    &crate::diagnostic::semantic::NOT_ALLOWED,
                    format!("`{}` cannot be dropped", path.name.text),
                )
                .at(at, "SQLite keeps it itself"),
            );
            return;
        }
        let found: Vec<Option<Key>> = paths
            .iter()
            .map(|path| match self.find(space(kind), path) {
                Found::Here { key, .. } => Some(key),
                Found::Missing(_) | Found::Unsure => None,
            })
            .collect();
        let together: Vec<Key> = found.iter().flatten().cloned().collect();
        for (path, found) in paths.iter().zip(&found) {
            // It went with one that stands before it: a partition needs no CASCADE for that.
            let with_others = cascade || self.dialect == Dialect::Postgres;
            if with_others && found.as_ref().is_some_and(|key| self.is_gone(key)) {
                continue;
            }
            match kind {
                Kind::Table | Kind::View | Kind::MaterializedView => {
                    self.drop_relation(kind, path, if_exists, cascade, &together, out);
                }
                Kind::Index => self.drop_index(path, if_exists, cascade, out),
                Kind::Sequence | Kind::Type | Kind::Domain => self.drop_plain(kind, path, if_exists, cascade, out),
                Kind::Function | Kind::Procedure => {
                    self.drop_routines(Some(kind), &[(path.clone(), None)], if_exists, cascade, out);
                }
                Kind::Schema => self.drop_schema(&path.name, if_exists, cascade, out),
                Kind::Extension => {
                    let key = Key { space: Space::Extension, name: path.name.key.clone(), schema: "".into() };
                    if self.existing(&key).is_some() {
                        self.put_gone(key, path.name.place, None);
                    }
                    if cascade {
                        // Columns of its types go with it.
                        self.doubt();
                    }
                }
                Kind::Trigger => (),
            }
        }
    }

    fn drop_relation(
        &mut self,
        kind: Kind,
        path: &Path,
        if_exists: bool,
        cascade: bool,
        together: &[Key],
        out: &mut Vec<Diagnostic>,
    ) {
        // A temporary table hides a view of its name from all but this.
        let hidden = kind == Kind::View && self.dialect.is_mysql_family() && self.state.temporary;
        let at_home = (hidden && path.schema.is_none()).then(|| Path {
            schema: Some(Ident::made(&self.home(), self.dialect, path.name.place)),
            name: path.name.clone(),
        });
        let path = at_home.as_ref().unwrap_or(path);
        let (key, entry, sure) = match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure } => (key, entry, sure),
            Found::Missing(gone) => {
                if !if_exists {
                    out.push(self.unknown(kind, path, gone.as_deref()));
                    let key = self.key_for(Space::Relation, path, false);
                    self.make_unknown(key, &path.name);
                }
                return;
            }
            Found::Unsure => {
                // It is gone now, wherever it was.
                self.doubt_name(&path.name);
                return;
            }
        };
        let fits = match (&entry.object, kind) {
            (Object::Table(_), Kind::Table) => true,
            // A sequence of MariaDB is a table.
            (Object::Sequence { .. }, Kind::Table) => self.dialect.is_mysql_family(),
            (Object::View(view), Kind::View) => !view.materialized,
            (Object::View(view), Kind::MaterializedView) => view.materialized,
            (_, _) => false,
        };
        if !fits {
            // SQLite finds no table where there is an index.
            let index = self.dialect == Dialect::Sqlite && matches!(entry.object, Object::Index { .. });
            if if_exists && index {
                return;
            }
            if if_exists && self.dialect.is_mysql_family() {
                // A note is all that comes of it there.
                return;
            }
            if sure {
                let problem = self.other_kind(kind, path, &entry);
                out.push(match matches!(entry.object, Object::Table(_) | Object::View(_)) {
                    true => {
                        let word = entry.object.kind().to_uppercase();
                        problem.help(format!("write `DROP {word} {}`", path.shown()))
                    }
                    false => problem,
                });
            }
            if matches!(entry.object, Object::Unknown) {
                // Its partitions went with it, if it was what they are parts of.
                for child in self.pointing_to(&key) {
                    if self.table(&child).is_some_and(|child| child.parents.contains(&key)) {
                        self.put_unknown(child);
                    }
                }
            }
            self.put_unknown(key);
            return;
        }
        if sure && !cascade && self.refuse_drop(&key, &entry, path.name.place, together, out) {
            self.put_unknown(key);
            return;
        }
        self.remove_relation(&key, path.name.place, cascade && self.dialect == Dialect::Postgres);
    }

    /// Takes a table or view out of the catalog, with what belongs to it; with what depends on it, too, if `cascade`.
    pub(super) fn remove_relation(&mut self, key: &Key, at: crate::source::Place, cascade: bool) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        if cascade {
            self.remove_dependents(key, at);
            self.doubt_what_names(key);
        }
        if let Object::Table(table) = &entry.object {
            let names = table.constraints.iter().filter_map(|constraint| constraint.name.as_ref());
            let names: Vec<Ident> = table.indexes.iter().map(|index| &index.name).chain(names).cloned().collect();
            if !self.dialect.is_mysql_family() {
                for name in names {
                    let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
                    let own = matches!(self.entries.get(&index).map(|entry| &entry.object), Some(Object::Index { table }) if table == key);
                    if own {
                        self.put_gone(index, at, None);
                    }
                }
            }
            if table.family {
                for child in self.pointing_to(key) {
                    // One that has left stays as it is.
                    let Some(table) = self.table(&child).filter(|child| child.family && child.parents.contains(key))
                    else {
                        continue;
                    };
                    if table.bound.is_some() {
                        // Partitions need no CASCADE to go with what they are parts of.
                        self.remove_relation(&child, at, cascade);
                    } else {
                        self.put_unknown(child);
                    }
                }
            }
        }
        for sequence in self.owned_sequences(key) {
            self.put_gone(sequence, at, None);
        }
        for other in self.belongings(key) {
            self.put_gone(other, at, None);
        }
        self.put_gone(key.clone(), at, None);
    }

    /// Policies of other tables that read it go with it, and functions whose body is kept as what it means.
    fn doubt_what_names(&mut self, key: &Key) {
        let names = |text: &str| super::depend::names(text, &key.name);
        let found: Vec<Key> = self
            .entries
            .iter()
            .filter(|(_, entry)| match &entry.object {
                Object::Policy { table, definition } => table != key && names(&definition.text),
                Object::Routine { details, .. } => details.iter().any(|details| {
                    let text = &details.definition.text;
                    text.to_ascii_lowercase().contains("begin atomic") && names(text)
                }),
                _ => false,
            })
            .map(|(other, _)| other.clone())
            .collect();
        found.into_iter().for_each(|other| self.put_unknown(other));
    }

    fn drop_plain(&mut self, kind: Kind, path: &Path, if_exists: bool, cascade: bool, out: &mut Vec<Diagnostic>) {
        match self.find(space(kind), path) {
            Found::Here { key, entry, sure } => {
                let fits = match (&entry.object, kind) {
                    (Object::Sequence { .. }, Kind::Sequence) => true,
                    // DROP TYPE takes domains, DROP DOMAIN takes no types.
                    (Object::Type { .. }, Kind::Type) => true,
                    (Object::Type { kind, .. }, Kind::Domain) => *kind == Kind::Domain,
                    (_, _) => false,
                };
                if !fits {
                    if sure && kind == Kind::Sequence {
                        out.push(self.other_kind(kind, path, &entry));
                    }
                    return;
                }
                if sure && !cascade && self.refuse_plain(&key, &entry, path.name.place, out) {
                    self.put_unknown(key);
                    return;
                }
                if cascade && space(kind) == Space::Type {
                    self.drop_tables_of_type(&key, path.name.place);
                    self.drop_columns_of_type(&key, path.name.place);
                    self.drop_functions_of_type(&key, &entry, path.name.place);
                }
                self.put_gone(key, path.name.place, None);
            }
            Found::Missing(gone) => {
                let strangers = space(kind) == Space::Type && self.state.foreign_types;
                if !if_exists && !strangers {
                    // A table makes a type of its name; dropping that is another mistake.
                    if let Found::Missing(_) = self.find(Space::Relation, path) {
                        out.push(self.unknown(kind, path, gone.as_deref()));
                    }
                }
            }
            Found::Unsure => self.doubt_name(&path.name),
        }
    }

    /// The functions that read and show the values of a type go with it.
    fn drop_functions_of_type(&mut self, key: &Key, entry: &Entry, at: crate::source::Place) {
        if !matches!(&entry.object, Object::Type { details, .. } if details.is_base()) {
            return;
        }
        let is_it = |ty: &str| ty.rsplit('.').next() == Some(&*key.name);
        let speaks = |own: &RoutineDetails| {
            let returns = own.signature.as_ref().and_then(|signature| signature.returns.as_ref());
            own.arguments.split(", ").any(is_it) || returns.is_some_and(|ty| is_it(&ty.meaning))
        };
        let gone: Vec<Key> = self
            .of_space(Space::Routine)
            .filter(|(_, entry)| {
                matches!(&entry.object, Object::Routine { details, .. } if details.iter().all(|own| speaks(own)))
            })
            .map(|(key, _)| key.clone())
            .collect();
        gone.into_iter().for_each(|routine| self.put_gone(routine, at, None));
    }

    fn is_gone(&self, key: &Key) -> bool {
        self.entries.get(key).is_none_or(|entry| matches!(entry.object, Object::Gone { .. }))
    }
}
