//! What is no table: it comes, it goes, or another stands in its place.

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;

use super::loss::{Loss, LossKind};
use super::order::words;
use super::step::{Act, Made, Rank, Step};
use super::{Diff, Sides, compare, reworded, routine};
use crate::catalog::details::RoutineDetails;
use crate::catalog::{Entry, Key, Object, Space};
use crate::render::{ObjectKind, kind_of};

/// What has to be dropped and made again, although it is the same, because something below it changes.
pub(super) type Again<'c> = BTreeSet<&'c Key>;

impl<'c> Diff<'c> {
    /// What an object is called in the list of steps.
    pub(super) fn called(&self, entry: &Entry) -> String {
        let kind = match &entry.object {
            Object::Other(other) => other.kind.to_lowercase(),
            object => kind_of(object).map_or("object", ObjectKind::words).to_lowercase(),
        };
        format!("{kind} `{}`", entry.name)
    }

    /// Where an object stands among what is made.
    pub(super) fn made(object: &Object) -> Option<Made> {
        Some(match kind_of(object)? {
            ObjectKind::Schema => Made::Schema,
            ObjectKind::Extension => Made::Extension,
            ObjectKind::Type | ObjectKind::Domain => Made::Type,
            ObjectKind::Sequence => Made::Sequence,
            ObjectKind::Routine => Made::Routine,
            ObjectKind::Table => Made::Table,
            ObjectKind::View | ObjectKind::MaterializedView => Made::View,
            ObjectKind::Trigger => Made::Trigger,
            ObjectKind::Policy => Made::Policy,
            ObjectKind::Other => match object {
                Object::Other(other) => match &*other.kind {
                    "FOREIGN DATA WRAPPER" | "SERVER" | "USER MAPPING" | "ACCESS METHOD" => Made::Extension,
                    "COLLATION" | "CONVERSION" => Made::Type,
                    // Functions of theirs come before them, tables that use them behind.
                    "CAST" | "TRANSFORM" | "LANGUAGE" | "OPERATOR" | "OPERATOR CLASS" | "OPERATOR FAMILY" => {
                        Made::Routine
                    }
                    kind if kind.starts_with("TEXT SEARCH") => Made::Type,
                    _ => Made::Policy,
                },
                _ => Made::Policy,
            },
        })
    }

    /// When an object goes.
    pub(super) fn dropped(object: &Object) -> Rank {
        match object {
            Object::Trigger { .. } => Rank::DropTrigger,
            Object::Policy { .. } => Rank::DropPolicy,
            Object::Other(other) => match &*other.kind {
                // While the trigger that it is about is there.
                "TRIGGER" if other.undo.is_some() => Rank::Rename,
                "RULE" | "STATISTICS" | "PUBLICATION" | "EVENT TRIGGER" | "EVENT" => Rank::DropTrigger,
                _ if other.undo.is_some() => Rank::DropTrigger,
                // Before its server.
                "USER MAPPING" => Rank::DropTrigger,
                _ => Rank::DropLate,
            },
            Object::View(_) => Rank::DropView,
            Object::Table(_) => Rank::DropTable,
            _ => Rank::DropLate,
        }
    }

    /// Makes an object that is no table.
    pub(super) fn create(&mut self, key: &Key, entry: &Entry) {
        let Some(made) = Self::made(&entry.object) else { return };
        let about = format!("create {}", self.called(entry));
        for sql in self.new.create(key) {
            let sql = match &entry.object {
                Object::View(view) => match super::postgres::star::written_out(view, &self.reordered, &self.new) {
                    Some(query) => sql.replacen(&*view.details.query, &query, 1),
                    None => sql,
                },
                _ => sql,
            };
            self.push(Rank::Make(made), Act::Create, key, about.clone(), sql);
        }
        if let Object::View(view) = &entry.object {
            for index in &view.indexes {
                let about = format!("create index `{}`", index.name.text);
                let sql = self.new.create_index(key, index, false);
                let act = Act::CreateIndex(index.name.key.clone());
                self.push(Rank::Make(Made::ViewIndex), act, key, about, sql);
            }
        }
    }

    /// Drops an object that is no table.
    pub(super) fn drop(&mut self, key: &Key, entry: &Entry, rank: Rank) {
        let about = format!("drop {}", self.called(entry));
        let loss = match &entry.object {
            Object::Sequence { owner: None, .. } => Some(Loss {
                kind: LossKind::DropSequence,
                what: entry.name.to_string(),
                says: format!("the last number of sequence `{}`", entry.name),
            }),
            _ => None,
        };
        for sql in self.old.drop(key) {
            let step = Step::new(rank, Act::Drop, key, about.clone(), sql);
            self.add(step.losing(loss.clone()));
        }
    }

    /// Drops it and makes it as it is to be.
    pub(super) fn remake(&mut self, key: &Key, old: &Entry, new: &Entry) {
        self.drop(key, old, Self::dropped(&old.object));
        self.create(key, new);
    }

    /// Triggers, views and routines of the dialects in which nothing depends on them.
    pub(super) fn loose_objects(&mut self, sides: &Sides<'c>, again: &Again<'c>) {
        let mut again = again.clone();
        if self.dialect.is_mysql_family() {
            again.extend(self.in_another_order(sides));
        }
        for (key, entry) in &sides.gone {
            // What belongs to a table goes with it.
            let with = match &entry.object {
                Object::Trigger { table, .. } => self
                    .after
                    .entry(table)
                    .is_none_or(|table| !matches!(table.object, Object::Table(_) | Object::View(_))),
                _ => false,
            };
            if !with && !matches!(entry.object, Object::Table(_)) {
                // Its name may be needed again at once, by a table.
                let early =
                    matches!(entry.object, Object::Sequence { .. }) && sides.come.iter().any(|(other, _)| other == key);
                self.drop(key, entry, if early { Rank::DropEarly } else { Self::dropped(&entry.object) });
            }
        }
        for (key, entry) in &sides.come {
            if !matches!(entry.object, Object::Table(_)) {
                self.create(key, entry);
            }
        }
        for (key, old, new) in &sides.both {
            if matches!(old.object, Object::Table(_)) {
                continue;
            }
            let (before, after) = (compare::object(self.before, &old.object), compare::object(self.after, &new.object));
            let changed = before != after
                && !compare::same_view_of_mysql((self.before, &old.object), (self.after, &new.object))
                || compare::other_definer(&old.object, &new.object)
                || compare::reads_other_letters(&old.object, (self.after, &new.object));
            let replaces = self.dialect.is_mysql_family() && matches!(old.object, Object::View(_));
            if changed && replaces {
                let about = format!("replace {}", self.called(new));
                for sql in self.new.create(key) {
                    let sql = sql.replacen("CREATE ", "CREATE OR REPLACE ", 1);
                    self.push(Rank::Make(Made::View), Act::Replace, key, about.clone(), sql);
                }
            } else if changed && self.dialect.is_mysql_family() && self.alter_sequence_mysql(key, old, new) {
                // It counts on.
            } else if changed || again.contains(key) {
                let rank = match old.object {
                    // Its name is needed again at once.
                    Object::Routine { .. } | Object::Sequence { .. } => Rank::DropEarly,
                    _ => Self::dropped(&old.object),
                };
                self.drop(key, old, rank);
                self.create(key, new);
            }
        }
    }

    /// Triggers that are to run in another order than they do, or behind one that is made anew: a new one comes last.
    fn in_another_order(&self, sides: &Sides<'c>) -> Vec<&'c Key> {
        let of = |entry: &Entry| match &entry.object {
            Object::Trigger { table, event, .. } => Some((table.clone(), event.clone())),
            _ => None,
        };
        let mut found = Vec::new();
        let groups: BTreeSet<_> = sides.both.iter().filter_map(|(_, _, new)| of(new)).collect();
        for (table, event) in groups {
            let wanted = self.after.triggers_of(&table, &event);
            let mut stay = self.before.triggers_of(&table, &event);
            stay.retain(|key| wanted.contains(key));
            let same = |key: &Key| match (self.before.entry(key), self.after.entry(key)) {
                (Some(old), Some(new)) => {
                    compare::object(self.before, &old.object) == compare::object(self.after, &new.object)
                }
                _ => false,
            };
            let first = (0..wanted.len()).find(|at| stay.get(*at) != Some(&wanted[*at]) || !same(&wanted[*at]));
            let behind: BTreeSet<&Key> = wanted.iter().skip(first.unwrap_or(wanted.len())).collect();
            found.extend(sides.both.iter().map(|(key, _, _)| *key).filter(|key| behind.contains(key)));
        }
        found
    }

    /// The functions of one name, overload by overload (PostgreSQL).
    pub(super) fn routines(&mut self, key: &Key, old: Option<&Entry>, new: Option<&Entry>, again: bool, early: bool) {
        // In the order in which they were made: one may call another.
        let list = |entry: Option<&'_ Entry>| match entry.map(|entry| &entry.object) {
            Some(Object::Routine { details, .. }) => details.clone(),
            _ => Vec::new(),
        };
        let (before, after) = (list(old), list(new));
        let of = |list: &[std::sync::Arc<RoutineDetails>], arguments: &str| {
            list.iter().find(|details| &*details.arguments == arguments).cloned()
        };
        for details in &before {
            let arguments = &details.arguments;
            let other = of(&after, arguments);
            let drop = match other {
                None => true,
                Some(other) => again || !replaceable(details, &other),
            };
            if drop {
                // Among the tables: before those that it speaks of, behind those that call it.
                // Nobody can tell which is called where another of the name comes before this one has gone.
                let mut own = BTreeSet::new();
                words(super::postgres::head_of(&details.definition.text), self.dialect, &mut own);
                // It has the rows of a view for a type, and another view may read it.
                let rank = if own.iter().any(|word| self.going_views.contains(word)) {
                    Rank::DropView
                } else if new.is_some() || early {
                    Rank::DropTable
                } else {
                    Rank::DropLate
                };
                // It goes with the type that it reads or shows.
                let goes = |word: &String| {
                    let ty = Key { space: Space::Type, name: word.as_str().into(), schema: key.schema.clone() };
                    let is_base = |catalog: &crate::catalog::Catalog| {
                        let object = catalog.entry(&ty).map(|entry| &entry.object);
                        matches!(object, Some(Object::Type { details, .. }) if details.is_base())
                    };
                    is_base(self.before) && !is_base(self.after)
                };
                if new.is_none() && own.iter().any(goes) {
                    continue;
                }
                let sql = self.old.drop_routine(key, &details.kind, arguments);
                self.push(rank, Act::Drop, key, format!("drop function `{}({arguments})`", key.name), sql);
            }
        }
        for details in &after {
            let arguments = &details.arguments;
            let about = format!("function `{}({arguments})`", key.name);
            let made = |writer: &crate::render::Writer<'_>, sql: String| writer.where_names_mean_it(details, sql);
            let rank = Rank::Make(Made::Routine);
            match of(&before, arguments) {
                Some(other) if !again && replaceable(&other, details) => {
                    if routine_meaning(&other, self.dialect) != routine_meaning(details, self.dialect)
                        && !reworded::same_body(&other, details)
                    {
                        let sql = made(&self.new, self.new.or_replace(&details.definition));
                        let step = Step::new(rank, Act::Replace, key, format!("replace {about}"), String::new());
                        self.add(Step { sql, ..step });
                    }
                }
                _ => {
                    let sql = made(&self.new, details.definition.text.to_string());
                    let step = Step::new(rank, Act::Create, key, format!("create {about}"), String::new());
                    self.add(Step { sql, ..step });
                }
            }
        }
    }
}

/// Whether one function may stand in the place of another: it takes and returns the same.
pub(super) fn replaceable(old: &RoutineDetails, new: &RoutineDetails) -> bool {
    if old.definition.meaning == new.definition.meaning
        || routine_meaning(old, Dialect::Postgres) == routine_meaning(new, Dialect::Postgres)
    {
        return true;
    }
    if old.kind != new.kind || &*old.kind == "aggregate" {
        return false;
    }
    if let (Some(old), Some(new)) = (routine::read(&old.definition.text), routine::read(&new.definition.text)) {
        return new.replaces(&old);
    }
    signature(&old.definition.text) == signature(&new.definition.text)
}

/// All that counts of a function: equal for two that do the same, in whatever words it is said.
pub(super) fn routine_meaning(details: &RoutineDetails, dialect: Dialect) -> String {
    if dialect == Dialect::Postgres
        && &*details.kind != "aggregate"
        && let Some(routine) = routine::read(&details.definition.text)
    {
        return format!("{} {routine:?}", details.kind);
    }
    if dialect == Dialect::Postgres
        && let Some(settings) = super::listed::meaning(&details.definition.text)
    {
        return format!("{} ({}) {settings}", details.kind, details.arguments);
    }
    details.definition.meaning.to_string()
}

/// The head of a function up to what may change: its arguments with their names and defaults, and what it returns.
fn signature(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    let ends = [
        " language ",
        " as ",
        " immutable",
        " stable",
        " volatile",
        " strict",
        " security",
        " begin atomic",
        " cost ",
        " rows ",
        " parallel ",
        " called ",
        " leakproof",
        " set ",
        " window",
        " return ",
    ];
    let from = joined.find('(').unwrap_or(0);
    let mut depth = 0;
    let close = joined[from..]
        .char_indices()
        .find(|(_, c)| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => (),
            }
            depth == 0
        })
        .map_or(joined.len(), |(at, _)| from + at + 1);
    let rest = &joined[close.min(joined.len())..];
    let end = ends.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    let head = format!("{}{}", &joined[from..close.min(joined.len())], &rest[..end]);
    head.replace(", ", ",").replace("( ", "(").replace(" )", ")")
}

/// What has to go and come again, because it names one of `names`: views, functions, triggers, policies, and what names
/// these. `text` says what counts of an object.
pub(super) fn spread<'c>(
    sides: &Sides<'c>,
    dialect: Dialect,
    mut again: Again<'c>,
    names: impl IntoIterator<Item = String>,
    text: impl Fn(&'c Key, &Entry) -> String,
) -> Again<'c> {
    let mut by_word: BTreeMap<String, Vec<(&'c Key, bool)>> = BTreeMap::new();
    let mut work: Vec<String> = names.into_iter().chain(again.iter().map(|key| key.name.to_string())).collect();
    if work.is_empty() {
        return again;
    }
    for (key, entry, _) in &sides.both {
        let counts = matches!(
            entry.object,
            Object::View(_)
                | Object::Routine { .. }
                | Object::Trigger { .. }
                | Object::Policy { .. }
                | Object::Other(_)
        );
        if counts {
            let mut own = BTreeSet::new();
            words(&text(key, entry), dialect, &mut own);
            // A trigger may be called like what it names: it has a name of another kind.
            let apart = matches!(entry.object, Object::Trigger { .. });
            own.into_iter().for_each(|word| by_word.entry(word).or_default().push((key, apart)));
        }
    }
    // A view may read one of its own name in another schema.
    let reads_namesake = |key: &Key| {
        sides.both.iter().any(|(own, entry, _)| match &entry.object {
            Object::View(view) if *own == key => {
                let mut read = BTreeSet::new();
                words(&view.details.query, dialect, &mut read);
                let other = sides.both.iter().any(|(other, ..)| other.name == key.name && *other != key);
                other && read.contains(&*key.name)
            }
            _ => false,
        })
    };
    while let Some(name) = work.pop() {
        for (key, apart) in by_word.get(&name).into_iter().flatten() {
            if (*apart || *key.name != *name || reads_namesake(key)) && again.insert(key) {
                work.push(key.name.to_string());
            }
        }
    }
    again
}
