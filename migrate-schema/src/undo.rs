//! Whether the down of a revision takes back what its up does: the catalog after both must be the catalog before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::shared::Shared;
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Catalog, Entry, Key, Mark, Object};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::diff;
use crate::replay::{Acts, perform};
use crate::source::Place;

mod details;

/// One thing that is not as it was.
struct Residue {
    /// As the end of "after the down …".
    what: String,
    /// Where the up made or changed it.
    at: Option<Place>,
    /// The statement that takes it back, where it is simple.
    missing: Option<String>,
}

/// For how many revisions of a set the missing statements are worked out. That looks at the whole catalog each time, and who
/// has more to mend sees the next ones when these are mended.
pub(crate) const MOST_MENDINGS: u32 = 8;

/// Tries the down on the catalog after the up, and leaves the catalog as it found it.
///
/// `mendings`: how many more times the missing statements are worked out; see [`MOST_MENDINGS`].
pub(crate) fn check(catalog: &mut Catalog, before: &Mark, acts: &Acts, mendings: &mut u32, out: &mut Vec<Diagnostic>) {
    // One without statements says that there is nothing to take back.
    let Some(down) = acts.down.as_ref().filter(|down| !down.acts.is_empty()) else { return };
    let after = catalog.mark();
    let known = out.len();
    perform(catalog, &down.acts, out);
    // One mistake, one message: what follows from an error in either direction is not said.
    if out.len() == known && !catalog.doubted(before) {
        let touched = catalog.before(before);
        let by_down = catalog.before(&after);
        let found = residues(catalog, &touched, &|key| by_down.contains_key(key));
        if !found.is_empty() {
            let simple = matches!(&found[..], [Residue { missing: Some(_), .. }]);
            // Behind an error not all that is there is known well enough to be written.
            let mending = if simple || *mendings == 0 || crate::diagnostic::has_errors(out) {
                None
            } else {
                *mendings -= 1;
                mending(catalog, before, &touched)
            };
            out.push(tell(&found, mending.as_deref(), down.at));
        }
    }
    catalog.take_back(after);
}

/// Tries the downs of one set, for [`replay`](crate::replay::replay).
pub fn of_a_set() -> impl FnMut(&mut Catalog, &Mark, &Acts, &mut Vec<Diagnostic>) {
    let mut mendings = MOST_MENDINGS;
    move |catalog, before, acts, out| check(catalog, before, acts, &mut mendings, out)
}

/// How many statements are offered.
const MOST_STATEMENTS: usize = 8;

/// The statements that bring a catalog back to what it was at a mark, if they do.
fn mending(catalog: &Catalog, before: &Mark, touched: &BTreeMap<Key, Option<Arc<Entry>>>) -> Option<Vec<String>> {
    let mut wanted = catalog.clone();
    wanted.take_back(before.clone());
    // All else is the same on both sides: comparing it would cost more than the rest of the build. With a trigger or a
    // policy goes its table.
    let mut names: BTreeSet<String> = BTreeSet::new();
    for (key, old) in touched {
        let table = |entry: &Arc<Entry>| details::table_of(&entry.object).map(|table| table.name.to_string());
        names.insert(key.name.to_string());
        names.extend([old.as_ref(), catalog.entry(key)].into_iter().flatten().filter_map(table));
    }
    let filter = diff::Filter { include: names.into_iter().collect(), exclude: Vec::new() };
    let found = diff::diff(catalog, &wanted, &filter);
    let statements: Vec<String> = found.steps.iter().flat_map(|step| step.sql.iter().cloned()).collect();
    if statements.is_empty() || statements.len() > MOST_STATEMENTS {
        return None;
    }
    let mut mended = catalog.clone();
    let text: String = statements.iter().map(|statement| format!("{statement};\n")).collect();
    let (_, problems) = diff::script::apply_whole(&mut mended, "down", &text);
    (problems.is_empty() && residues(&mended, touched, &|_| true).is_empty()).then_some(statements)
}

fn tell(residues: &[Residue], mending: Option<&[String]>, at: Place) -> Diagnostic {
    let mut diagnostic = match residues {
        [one] => Diagnostic::warning(&codes::RESIDUE, format!("after the down {}", one.what)),
        several => {
            let message = format!("the down leaves {} things different from before the up", several.len());
            let mut diagnostic = Diagnostic::warning(&codes::RESIDUE, message);
            for residue in several.iter().take(5) {
                diagnostic = diagnostic.note(residue.what.clone());
            }
            match several.len() {
                0..=5 => diagnostic,
                more => diagnostic.note(format!("and {} more", more - 5)),
            }
        }
    };
    diagnostic = diagnostic.at(at, "this down does not take all of it back");
    if let Some(place) = residues.iter().find_map(|residue| residue.at) {
        diagnostic = diagnostic.label(place, "done here");
    }
    let simple: Vec<String> = residues.iter().filter_map(|residue| residue.missing.clone()).take(5).collect();
    for missing in mending.unwrap_or(&simple) {
        let missing = missing.trim_end_matches(';');
        diagnostic = diagnostic.help(format!("add `{missing};` to the down"));
    }
    diagnostic
}

/// What differs about one thing between two catalogs, as the ends of sentences about the second.
pub(crate) fn differences(one: Option<Arc<Entry>>, other: &Catalog, key: &Key) -> Vec<String> {
    let known = BTreeMap::from([(key.clone(), one)]);
    let found = residues(other, &known, &|_| true).into_iter();
    found.map(|residue| residue.what.replace("before it ", "else it ").replace("still exists", "is there")).collect()
}

/// `by_down`: whether the down has touched it.
fn residues(
    catalog: &Catalog,
    touched: &BTreeMap<Key, Option<Arc<Entry>>>,
    by_down: &dyn Fn(&Key) -> bool,
) -> Vec<Residue> {
    let mut found = Vec::new();
    for (key, old) in touched {
        let now = catalog.entry(key).filter(|entry| !matches!(entry.object, Object::Gone { .. }));
        let old = old.as_ref().filter(|entry| !matches!(entry.object, Object::Gone { .. }));
        let unknown = |entry: Option<&Arc<Entry>>| entry.is_some_and(|entry| matches!(entry.object, Object::Unknown));
        if unknown(now) || unknown(old) {
            continue;
        }
        match (old, now) {
            (None, None) => (),
            (None, Some(entry)) => match details::table_of(&entry.object) {
                // What belongs to a table that is said to be there is not said besides.
                Some(table) if is_new(catalog, touched, table) => (),
                Some(_) => part_of_table(key, entry, "still exists", &mut found),
                None => extra(catalog, key, entry, &mut found),
            },
            (Some(entry), None) => match details::table_of(&entry.object) {
                Some(table) if !is_there(catalog.entry(table)) => (),
                Some(_) => part_of_table(key, entry, "is missing", &mut found),
                None => missing(key, entry, &mut found),
            },
            (Some(old), Some(now)) => {
                changed(catalog, key, old, now, &mut found);
                if !by_down(key) && details::replaced(&old.object, &now.object) {
                    let what = now.object.kind();
                    found.push(Residue {
                        what: format!("{what} `{}` is still as the up made it", now.name),
                        at: Some(now.place),
                        missing: None,
                    });
                }
            }
        }
    }
    found
}

fn is_there(entry: Option<&Arc<Entry>>) -> bool {
    entry.is_some_and(|entry| !matches!(entry.object, Object::Gone { .. } | Object::Unknown))
}

/// The table was not there before, or is not surely there now.
fn is_new(catalog: &Catalog, touched: &BTreeMap<Key, Option<Arc<Entry>>>, table: &Key) -> bool {
    !catalog.sure(table) || touched.get(table).is_some_and(|old| !is_there(old.as_ref()))
}

/// A trigger, a policy or a rule.
fn part_of_table(_key: &Key, entry: &Entry, how: &str, found: &mut Vec<Residue>) {
    let Some(table) = details::table_of(&entry.object) else { return };
    let kind = match &entry.object {
        Object::Other(other) => other.kind.to_lowercase(),
        object => object.kind().to_owned(),
    };
    found.push(Residue {
        what: format!("{kind} `{}` of table `{}` {how}", entry.name, table.name),
        at: (how != "is missing").then_some(entry.place),
        missing: None,
    });
}

/// The keyword of a `DROP`, for what a table does not bring or take along.
fn keyword(object: &Object) -> Option<&'static str> {
    match object {
        Object::Table(_) => Some("TABLE"),
        Object::View(view) if view.materialized => Some("MATERIALIZED VIEW"),
        Object::View(_) => Some("VIEW"),
        Object::Sequence { owner: None, .. } => Some("SEQUENCE"),
        Object::Type { kind: crate::catalog::change::Kind::Domain, .. } => Some("DOMAIN"),
        Object::Type { .. } => Some("TYPE"),
        Object::Schema => Some("SCHEMA"),
        Object::Sequence { .. }
        | Object::Index { .. }
        | Object::Routine { .. }
        | Object::Trigger { .. }
        | Object::Policy { .. }
        | Object::Other(_)
        | Object::Extension { .. }
        | Object::Gone { .. }
        | Object::Unknown => None,
    }
}

fn extra(catalog: &Catalog, key: &Key, entry: &Entry, found: &mut Vec<Residue>) {
    // Indexes are compared with their tables. Extensions and functions are often made `IF NOT EXISTS` or replaced, and
    // left for others that share the database; one that is made anew cannot be made twice.
    if details::is_made_once(&entry.object) {
        let what = format!("{} `{}` still exists", entry.object.kind(), entry.name);
        found.push(Residue { what, at: Some(entry.place), missing: None });
        return;
    }
    let Some(keyword) = keyword(&entry.object) else { return };
    let name = catalog.dialect().quote_name(&entry.name);
    let plain = entry.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let name = if plain { entry.name.to_string() } else { name };
    found.push(Residue {
        what: format!("{} `{}` still exists", keyword.to_lowercase(), entry.name),
        at: Some(entry.place),
        missing: catalog.is_home(key).then(|| format!("DROP {keyword} {name}")),
    });
}

fn missing(_key: &Key, entry: &Entry, found: &mut Vec<Residue>) {
    if let Object::Routine { .. } = &entry.object {
        let what = format!("{} `{}` is missing", entry.object.kind(), entry.name);
        found.push(Residue { what, at: None, missing: None });
        return;
    }
    let Some(keyword) = keyword(&entry.object) else { return };
    found.push(Residue {
        what: format!("{} `{}` is missing", keyword.to_lowercase(), entry.name),
        at: None,
        missing: None,
    });
}

fn changed(catalog: &Catalog, key: &Key, old: &Entry, now: &Entry, found: &mut Vec<Residue>) {
    match (&old.object, &now.object) {
        (Object::Table(before), Object::Table(after)) => {
            tables(catalog, key, now, before, after, found);
            if old.comment != now.comment && !before.open && !after.open {
                let what = format!("table `{}` has another comment than before", now.name);
                found.push(Residue { what, at: None, missing: None });
            }
        }
        (Object::Type { values: Some(before), .. }, Object::Type { values: Some(after), .. }) => {
            // PostgreSQL cannot take a value out of an enum, so there is nothing to be said about those that came.
            for value in before.iter().filter(|value| !after.contains(value)) {
                found.push(Residue {
                    what: format!("type `{}` has no value '{value}' any more", now.name),
                    at: None,
                    missing: None,
                });
            }
        }
        _ => (),
    }
    let both = matches!(
        (&old.object, &now.object),
        (Object::View(_), Object::View(_))
            | (Object::Type { .. }, Object::Type { .. })
            | (Object::Sequence { .. }, Object::Sequence { .. })
    );
    if both && old.comment != now.comment {
        let what = format!("{} `{}` has another comment than before", now.object.kind(), now.name);
        found.push(Residue { what, at: None, missing: None });
    }
}

fn tables(catalog: &Catalog, key: &Key, entry: &Entry, before: &Table, after: &Table, found: &mut Vec<Residue>) {
    if before.open || after.open || before.family || after.family {
        return;
    }
    let dialect = catalog.dialect();
    let table = &entry.name;
    let alter = |rest: String| catalog.is_home(key).then(|| format!("ALTER TABLE {table} {rest}"));
    let (old_columns, new_columns) = unlike(&before.columns, &after.columns);
    let mut were = Finder::new(old_columns, |column| &column.name.key);
    for column in new_columns {
        match were.find(&column.name.key) {
            None => found.push(Residue {
                what: format!("column `{table}.{}` still exists", column.name.text),
                at: Some(column.name.place),
                missing: alter(format!("DROP COLUMN {}", column.name.text)),
            }),
            Some(old) => columns(table, old, column, dialect, found),
        }
    }
    let mut are = Finder::new(new_columns, |column| &column.name.key);
    for column in old_columns.iter().filter(|column| are.find(&column.name.key).is_none()) {
        found.push(Residue {
            what: format!("column `{table}.{}` is missing", column.name.text),
            at: None,
            missing: None,
        });
    }
    for what in details::options(before, after) {
        found.push(Residue { what: format!("table `{table}` {what}"), at: None, missing: None });
    }
    if before.loose || after.loose {
        return;
    }
    parts(table, before, after, dialect, found);
}

/// Two states of a list without what both begin and end with: a table of a thousand columns is looked at by each of a
/// thousand revisions, and each of them changes one.
fn unlike<'t, T>(mut one: &'t [Shared<T>], mut other: &'t [Shared<T>]) -> (&'t [Shared<T>], &'t [Shared<T>]) {
    while let ([first, one_rest @ ..], [also, other_rest @ ..]) = (one, other)
        && Shared::is_same(first, also)
    {
        (one, other) = (one_rest, other_rest);
    }
    while let ([one_rest @ .., last], [other_rest @ .., also]) = (one, other)
        && Shared::is_same(last, also)
    {
        (one, other) = (one_rest, other_rest);
    }
    (one, other)
}

/// Finds by name in a list that is nearly in the order in which it is asked: a table of a thousand columns is looked at by
/// each of a thousand revisions.
struct Finder<'t, T> {
    items: &'t [T],
    name: fn(&T) -> &str,
    /// Behind the one that was found last.
    next: usize,
}

impl<'t, T> Finder<'t, T> {
    fn new(items: &'t [T], name: fn(&T) -> &str) -> Finder<'t, T> {
        Finder { items, name, next: 0 }
    }

    fn find(&mut self, name: &str) -> Option<&'t T> {
        let is = |item: &T| (self.name)(item) == name;
        let at = match self.items.get(self.next) {
            Some(item) if is(item) => self.next,
            Some(_) | None => self.items.iter().position(is)?,
        };
        self.next = at + 1;
        self.items.get(at)
    }
}

fn columns(table: &str, old: &Column, now: &Column, dialect: Dialect, found: &mut Vec<Residue>) {
    let mut push = |what: &str| {
        let what = format!("column `{table}.{}` {what}", now.name.text);
        found.push(Residue { what, at: Some(now.name.place), missing: None });
    };
    if let (Some(before), Some(after)) = (&old.ty, &now.ty)
        && before.meaning != after.meaning
    {
        push(&format!("has the type `{}`, before it had `{}`", after.text, before.text));
        return;
    }
    if old.not_null != now.not_null {
        push(if now.not_null { "is NOT NULL, before it was not" } else { "may be null, before it was NOT NULL" });
        return;
    }
    // `DEFAULT NULL` is what a column has without a default.
    let default = |column: &Column| column.default.as_ref().filter(|text| &***text != "null").cloned();
    let (before, after) = (default(old), default(now));
    if before.is_some() != after.is_some() && old.numbered == now.numbered && dialect != Dialect::Sqlite {
        push(match after {
            Some(_) => "has a default, before it had none",
            None => "has no default, before it had one",
        });
    } else if let Some(what) = details::column(old, now, dialect) {
        push(&what);
    }
}

/// What makes two constraints the same, whatever they are called.
fn constraint_shape(constraint: &Constraint) -> String {
    let names = |names: &[crate::catalog::name::Ident]| -> String {
        names.iter().map(|name| &*name.key).collect::<Vec<_>>().join(",")
    };
    match &constraint.kind {
        ConstraintKind::Primary(columns) => format!("primary {}", names(columns)),
        ConstraintKind::Unique(columns) => format!("unique {}", names(columns)),
        ConstraintKind::Foreign { columns, target, .. } => {
            format!("foreign {} {}.{}", names(columns), target.schema, target.name)
        }
        // The text may differ and mean the same.
        ConstraintKind::Check(expr) => format!("check {}", names(&expr.columns)),
        ConstraintKind::Exclude(_) => "exclude".to_owned(),
    }
}

/// Whether two indexes of one name are over the same columns.
fn same_shape(one: &Index, other: &Index) -> bool {
    let columns = |index: &Index| -> Vec<Arc<str>> {
        index.columns().into_iter().flatten().map(|name| name.key.clone()).collect()
    };
    one.unique == other.unique && columns(one) == columns(other)
}

fn parts(table: &str, before: &Table, after: &Table, dialect: Dialect, found: &mut Vec<Residue>) {
    let (old_constraints, new_constraints) = unlike(&before.constraints, &after.constraints);
    let (old_indexes, new_indexes) = unlike(&before.indexes, &after.indexes);
    let shapes = |list: &[Shared<Constraint>]| list.iter().map(|own| constraint_shape(own)).collect::<Vec<_>>();
    let (old, now) = (shapes(old_constraints), shapes(new_constraints));
    let (counts_before, counts) = (count(&old), count(&now));
    for (constraint, shape) in new_constraints.iter().zip(&now) {
        if counts.get(shape) > counts_before.get(shape) {
            let name = constraint.name.as_ref().map(|name| format!(" `{}`", name.text)).unwrap_or_default();
            found.push(Residue {
                what: format!("{}{name} of table `{table}` still exists", constraint.kind.name()),
                at: Some(constraint.place),
                missing: match (&constraint.name, dialect) {
                    (Some(name), Dialect::Postgres) => {
                        Some(format!("ALTER TABLE {table} DROP CONSTRAINT {}", name.text))
                    }
                    _ => None,
                },
            });
        }
    }
    for (constraint, shape) in old_constraints.iter().zip(&old) {
        if counts.get(shape) == Some(&1)
            && let Some((other, _)) = new_constraints.iter().zip(&now).find(|(_, other)| *other == shape)
            && let Some(what) = details::constraint(constraint, other, dialect)
        {
            let name = other.name.as_ref().map(|name| format!(" `{}`", name.text)).unwrap_or_default();
            let name = if what.starts_with("is called") { String::new() } else { name };
            found.push(Residue {
                what: format!("{}{name} of table `{table}` {what}", other.kind.name()),
                at: Some(other.place),
                missing: None,
            });
        }
        if !counts.contains_key(shape) {
            let name = constraint.name.as_ref().map(|name| format!(" `{}`", name.text)).unwrap_or_default();
            found.push(Residue {
                what: format!("{}{name} of table `{table}` is missing", constraint.kind.name()),
                at: None,
                missing: None,
            });
        }
    }
    let mut were = Finder::new(old_indexes, |index| &index.name.key);
    for index in new_indexes {
        let old = were.find(&index.name.key);
        if !old.is_some_and(|old| same_shape(old, index)) {
            let name = &index.name.text;
            let missing = match dialect.is_mysql_family() {
                true => format!("DROP INDEX {name} ON {table}"),
                false => format!("DROP INDEX {name}"),
            };
            found.push(Residue {
                what: format!("index `{name}` of table `{table}` still exists"),
                at: Some(index.name.place),
                missing: old.is_none().then_some(missing),
            });
        }
    }
    let mut are = Finder::new(new_indexes, |index| &index.name.key);
    for index in old_indexes {
        match are.find(&index.name.key) {
            Some(other) if same_shape(index, other) => {
                if let Some(what) = details::index(index, other) {
                    found.push(Residue {
                        what: format!("index `{}` of table `{table}` {what}", index.name.text),
                        at: Some(other.name.place),
                        missing: None,
                    });
                }
            }
            Some(_) => (),
            None => found.push(Residue {
                what: format!("index `{}` of table `{table}` is missing", index.name.text),
                at: None,
                missing: None,
            }),
        }
    }
}

fn count(shapes: &[String]) -> BTreeMap<&String, usize> {
    let mut counts = BTreeMap::new();
    shapes.iter().for_each(|shape| *counts.entry(shape).or_default() += 1);
    counts
}

#[cfg(test)]
mod tests;
