//! SQLite: what its `ALTER TABLE` can do, and a new table with the old rows for the rest.

mod rows;

pub(super) use rows::{alias, in_own_key};

use std::collections::BTreeSet;

use super::loss::LossKind;
use super::objects::{Again, spread};
use super::step::{Act, Made, Rank, Step};
use super::table::TableDiff;
use super::{Diff, Sides, compare};
use crate::catalog::change::Numbered;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Table};
use crate::catalog::{Key, Object};
use crate::render::Without;
use crate::source::Place;
use crate::sql::{Kind, Lexer};

const ALTER: Rank = Rank::Make(Made::Alter);

impl<'c> Diff<'c> {
    pub(super) fn sqlite(&mut self, sides: &Sides<'c>, tables: &[TableDiff<'c>]) {
        let rebuilt: BTreeSet<&Key> = tables
            .iter()
            .filter(|table| !table.is_empty(false) && !self.can_alter(table))
            .map(|table| table.key)
            .collect();
        let mut names: Vec<String> = rebuilt.iter().map(|key| key.name.to_string()).collect();
        names.extend(tables.iter().filter(|table| !table.dropped.is_empty()).map(|table| table.key.name.to_string()));
        // The server looks at every view and trigger when a table gets another name.
        let old = self.old;
        let mut again: Again<'c> =
            spread(sides, self.dialect, Again::new(), names, |key, _| old.create(key).join(" ").to_lowercase());
        // A view that changes goes, and its triggers with it.
        let anew = |key: &Key| {
            let changed = |(old, new): (&Object, &Object)| {
                matches!(old, Object::View(_)) && compare::object(self.before, old) != compare::object(self.after, new)
            };
            self.before
                .entry(key)
                .zip(self.after.entry(key))
                .is_some_and(|(old, new)| changed((&old.object, &new.object)))
        };
        for (key, _, new) in &sides.both {
            if let Object::Trigger { table, .. } = &new.object
                && anew(table)
            {
                again.insert(key);
            }
        }
        for (key, entry) in &sides.gone {
            if let Object::Table(table) = &entry.object {
                let _ = table;
                let sql = format!("DROP TABLE {}", self.old.path(key));
                let step = Step::new(Rank::DropTable, Act::Drop, key, format!("drop table `{}`", entry.name), sql);
                let loss = self.loss_of_table(entry);
                self.add(step.losing(loss));
            }
        }
        for (key, entry) in &sides.come {
            if let Object::Table(table) = &entry.object {
                let sql = self.new.create_table(key, &self.new.path(key), table, &Without::default());
                self.push(Rank::Make(Made::Table), Act::Create, key, format!("create table `{}`", entry.name), sql);
                for index in &table.indexes {
                    self.create_index_of(key, index);
                }
            }
        }
        self.loose_objects(sides, &again);
        for table in tables.iter().filter(|table| !table.is_empty(false)) {
            if is_virtual(table.old) || is_virtual(table.new) {
                self.make_virtual_anew(table);
            } else if rebuilt.contains(table.key) {
                // What is in columns that nobody knows would be lost; that they are not known has been said.
                if !table.old.open && !table.new.open {
                    self.rebuild(table);
                }
            } else {
                self.alter_in_place(table);
            }
        }
    }

    /// A virtual table is what its module makes of it: there is no way but a new one.
    fn make_virtual_anew(&mut self, table: &TableDiff<'c>) {
        let (key, path) = (table.key, self.new.path(table.key));
        let step = Step::new(
            Rank::DropTable,
            Act::Drop,
            key,
            format!("drop table `{}`", key.name),
            format!("DROP TABLE {path}"),
        );
        let loss = self.before.entry(key).and_then(|entry| self.loss_of_table(entry));
        self.add(step.losing(loss));
        let sql = self.new.create_table(key, &path, table.new, &Without::default());
        self.push(Rank::Make(Made::Table), Act::Create, key, format!("create table `{}`", key.name), sql);
        for index in &table.new.indexes {
            self.create_index_of(key, index);
        }
    }

    fn create_index_of(&mut self, key: &Key, index: &crate::catalog::table::Index) {
        let sql = self.new.create_index(key, index, false);
        let about = format!("create index `{}` on table `{}`", index.name.text, key.name);
        self.push(Rank::Make(Made::Index), Act::CreateIndex(index.name.key.clone()), key, about, sql);
    }

    fn drop_index_of(&mut self, key: &Key, name: &str) {
        let sql = format!("DROP INDEX {}", self.old.path_as(key, name));
        self.push(Rank::DropForeign, Act::DropIndex(name.into()), key, format!("drop index `{name}`"), sql);
    }

    /// Whether `ALTER TABLE` can do all of it.
    fn can_alter(&self, table: &TableDiff<'c>) -> bool {
        // One column must stay at any time.
        let some_stay = table.dropped.is_empty() || table.dropped.len() < table.old.columns.len();
        some_stay
            && table.changed.is_empty()
            && table.renamed_constraints.is_empty()
            && table.dropped_constraints.is_empty()
            && !table.options
            && table.added.iter().all(|column| self.can_add(table, column))
            && table.dropped.iter().all(|column| self.can_drop(table, column))
            && table.added_constraints.iter().all(|constraint| self.goes_with(table, constraint).is_some())
    }

    fn can_add(&self, table: &TableDiff<'c>, column: &Column) -> bool {
        if let Some(expr) = &column.generated {
            // What it is computed from has to be there.
            let later = table.added.iter().skip_while(|added| added.name.key != column.name.key).skip(1);
            let waits = later.into_iter().any(|added| expr.columns.iter().any(|name| name.key == added.name.key));
            return !column.details.stored && !column.not_null && !waits;
        }
        let default = compare::default_of(column, self.dialect);
        let constant = column.default.as_deref().is_none_or(|text| {
            !text.trim_start().starts_with('(') && !text.to_ascii_lowercase().starts_with("current_")
        });
        let refers = table.new.constraints.iter().any(|constraint| {
            matches!(&constraint.kind, ConstraintKind::Foreign { columns, .. } if columns.iter().any(|name| name.key == column.name.key))
        });
        constant && (!column.not_null || default.is_some()) && !(refers && default.is_some())
    }

    fn can_drop(&self, table: &TableDiff<'c>, column: &Column) -> bool {
        let named = |name: &Ident| name.key == column.name.key;
        let in_constraint = table
            .old
            .constraints
            .iter()
            .any(|constraint| constraint.kind.columns().iter().any(named) || mentions(constraint, column));
        let computed = table
            .old
            .columns
            .iter()
            .any(|other| other.generated.as_ref().is_some_and(|expr| expr.columns.iter().any(named)));
        !in_constraint && !computed && table.old.columns.len() > 1
    }

    /// The new column that a new constraint can stand with.
    fn goes_with<'t>(&self, table: &'t TableDiff<'c>, constraint: &Constraint) -> Option<&'t Column> {
        let [first, rest @ ..] = constraint.kind.columns() else { return None };
        let one = rest.iter().all(|name| name == first);
        // What a check does where it fails stands with the table's alone.
        let kind = matches!(constraint.kind, ConstraintKind::Foreign { .. })
            || matches!(constraint.kind, ConstraintKind::Check(_)) && constraint.details.on_conflict.is_none();
        let column = table.added.iter().find(|column| column.name.key == first.key)?;
        (one && kind).then_some(*column)
    }

    fn alter_in_place(&mut self, table: &TableDiff<'c>) {
        let key = table.key;
        let path = self.new.path(key);
        for index in &table.dropped_indexes {
            self.drop_index_of(key, &index.name.text);
        }
        // What is computed goes before what it is computed of.
        let (computed, plain): (Vec<&Column>, Vec<&Column>) =
            table.dropped.iter().partition(|column| column.generated.is_some());
        for column in computed.into_iter().rev().chain(plain) {
            let sql = format!("ALTER TABLE {path} DROP COLUMN {}", self.old.name(&column.name.text));
            let about = format!("drop column `{}.{}`", key.name, column.name.text);
            let step = Step::new(ALTER, Act::DropColumn(column.name.key.clone()), key, about, sql);
            let loss = column.generated.is_none().then(|| self.loss_of_column(key, &column.name.text));
            self.add(step.losing(loss));
        }
        for column in &table.added {
            let mut text = self.new.column(column, None);
            for constraint in &table.added_constraints {
                if self.goes_with(table, constraint).is_none_or(|own| own.name.key != column.name.key) {
                    continue;
                }
                if let Some(name) = &constraint.name {
                    text.push_str(&format!(" CONSTRAINT {}", self.new.name(&name.text)));
                }
                text.push(' ');
                match &constraint.kind {
                    ConstraintKind::Foreign { .. } => {
                        text.push_str(&self.new.references(constraint));
                        self.new.tail(constraint, &mut text);
                    }
                    _ => text.push_str(&self.new.constraint_body(constraint)),
                }
            }
            let about = format!("add column `{}.{}`", key.name, column.name.text);
            let sql = format!("ALTER TABLE {path} ADD COLUMN {text}");
            self.push(ALTER, Act::AddColumn(column.name.key.clone()), key, about, sql);
        }
        for index in &table.added_indexes {
            self.create_index_of(key, index);
        }
    }

    /// A new table gets the rows of the old one, and then its name.
    fn rebuild(&mut self, table: &TableDiff<'c>) {
        let key = table.key;
        let path = self.new.path(key);
        let mut aside = format!("{}_new", key.name);
        let taken = |aside: &str| {
            let key = Key { name: aside.into(), ..key.clone() };
            let is = |catalog: &crate::catalog::Catalog| {
                catalog.entry(&key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }))
            };
            is(self.before) || is(self.after)
        };
        while taken(&aside) {
            aside.push('_');
        }
        let new_path = self.new.path_as(key, &aside);
        let create = self.new.create_table(key, &new_path, table.new, &Without::default());
        let rows::Copied { insert, mut notes } = self.copied(table, &path, &new_path);
        let mut sql = vec![create];
        sql.extend(insert);
        let auto =
            |table: &crate::catalog::table::Table| table.columns.iter().any(|column| column.numbered == Numbered::Auto);
        if auto(table.old) && auto(table.new) {
            // Here capital letters count.
            let own = self.before.entry(key).map_or(&key.name, |entry| &entry.name);
            let (name, own) = (self.new.string(&aside), self.new.string(own));
            sql.push(format!("DELETE FROM sqlite_sequence WHERE name = {name}"));
            sql.push(format!(
                "INSERT INTO sqlite_sequence (name, seq) SELECT {name}, seq FROM sqlite_sequence WHERE name = {own}"
            ));
        }
        sql.push(format!("DROP TABLE {path}"));
        let entry = self.after.entry(key).map_or(&key.name, |entry| &entry.name);
        sql.push(format!("ALTER TABLE {new_path} RENAME TO {}", self.new.name(entry)));
        notes
            .insert(0, format!("SQLite cannot change this in place: a new {} gets the rows of the old one.", key.name));
        let step = Step {
            act: Act::Rebuild,
            key: key.clone(),
            about: format!("rebuild table `{}`: {}", key.name, reasons(table)),
            sql,
            notes,
            loss: None,
            rank: ALTER,
            apart: false,
            behind: Vec::new(),
        };
        let mut losses = self.losses_of_rebuild(table).into_iter();
        self.add(step.losing(losses.next()));
        // Each loss is asked for; those beyond the first have no statement of their own.
        for loss in losses {
            let what: std::sync::Arc<str> = loss.what.as_str().into();
            let (act, about) = match loss.kind {
                LossKind::Narrow => (Act::AlterColumn(what), format!("change column `{}`", loss.what)),
                _ => (Act::DropColumn(what), format!("drop column `{}`", loss.what)),
            };
            self.add(Step {
                act,
                key: key.clone(),
                about,
                sql: Vec::new(),
                notes: Vec::new(),
                loss: Some(loss),
                rank: ALTER,
                apart: false,
                behind: Vec::new(),
            });
        }
        // All indexes went with the old table.
        for index in &table.new.indexes {
            self.create_index_of(key, index);
        }
    }
}

/// Whether a word of a check is the column's name.
fn mentions(constraint: &Constraint, column: &Column) -> bool {
    let ConstraintKind::Check(expr) = &constraint.kind else { return false };
    Lexer::new(&expr.text, 0..expr.text.len(), migrate_core::Dialect::Sqlite).any(|token| {
        let text = token.text(&expr.text);
        matches!(token.kind, Kind::Word | Kind::Name)
            && text.trim_matches(['"', '`', '[', ']']).eq_ignore_ascii_case(&column.name.key)
    })
}

fn reasons(table: &TableDiff<'_>) -> String {
    let mut parts = Vec::new();
    parts.extend(table.changed.iter().map(|(_, column, _)| format!("change column `{}`", column.name.text)));
    parts.extend(table.dropped.iter().map(|column| format!("drop column `{}`", column.name.text)));
    parts.extend(table.added.iter().map(|column| format!("add column `{}`", column.name.text)));
    parts.extend(table.dropped_constraints.iter().map(|constraint| format!("drop {}", constraint.kind.name())));
    parts.extend(table.added_constraints.iter().map(|constraint| format!("add {}", constraint.kind.name())));
    parts.extend(table.renamed_constraints.iter().map(|(_, constraint)| format!("rename {}", constraint.kind.name())));
    if table.options {
        parts.push("change its options".to_owned());
    }
    parts.join(", ")
}

/// Tables that a virtual table keeps its rows in: its module makes them with it, and takes them away.
pub(super) fn is_shadow(catalog: &crate::catalog::Catalog, key: &Key) -> bool {
    const ENDS: &[&str] = &[
        "_content",
        "_segments",
        "_segdir",
        "_docsize",
        "_stat",
        "_data",
        "_idx",
        "_config",
        "_node",
        "_rowid",
        "_parent",
    ];
    let of = ENDS.iter().find_map(|end| key.name.strip_suffix(end));
    of.is_some_and(|name| catalog.table(&Key { name: name.into(), ..key.clone() }).is_some_and(is_virtual))
}

pub(super) fn is_virtual(table: &Table) -> bool {
    table.options.contains_key("virtual")
}

/// Words that are values where they stand without quotes.
const VALUES: &[&str] = &["current_date", "current_time", "current_timestamp", "null", "true", "false"];

/// The column that stands in brackets of its own.
pub(super) fn name_in_brackets(text: &str) -> Option<Ident> {
    let tokens: Vec<_> = Lexer::new(text, 0..text.len(), migrate_core::Dialect::Sqlite)
        .filter(|token| token.kind != Kind::Comment && !matches!(token.text(text), "(" | ")"))
        .collect();
    let [one] = tokens.as_slice() else { return None };
    let word = one.text(text);
    let is_name = match one.kind {
        Kind::Name => !word.starts_with('\''),
        Kind::Word => !VALUES.contains(&&*word.to_ascii_lowercase()),
        _ => false,
    };
    is_name.then(|| Ident::written(word, migrate_core::Dialect::Sqlite, Place::nowhere()))
}

/// A default that is one word: behind `DEFAULT` a name is a text, in whatever quotes.
pub(super) fn word_as_text(default: &str) -> Option<String> {
    let mut tokens = Lexer::new(default, 0..default.len(), migrate_core::Dialect::Sqlite);
    let (Some(token), None) = (tokens.next(), tokens.next()) else { return None };
    let word = token.text(default);
    match token.kind {
        Kind::Word if !VALUES.iter().any(|value| word.eq_ignore_ascii_case(value)) => Some(word.to_owned()),
        Kind::Name => Some(Ident::written(word, migrate_core::Dialect::Sqlite, Place::nowhere()).text.to_string()),
        _ => None,
    }
}

/// What a view says: see [`without_quotes`]. Words that change nothing are left out.
pub(super) fn query(text: &str) -> String {
    let words = words_without_quotes(text, |word, next| match word {
        "as" => false,
        "inner" => next != "join",
        "outer" => next != "join",
        _ => true,
    });
    words.join(" ").replace("main . ", "")
}

/// A text with each name in the one form, whatever quotes it has: between `"a"`, `[a]` and `a` there is no difference.
pub(super) fn without_quotes(text: &str) -> String {
    words_without_quotes(text, |_, _| true).join(" ")
}

/// The words of a text, each name in the one form. Of words without quotes `keep` says whether they count, and is given
/// the one behind them.
fn words_without_quotes(text: &str, keep: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let tokens: Vec<_> = Lexer::new(text, 0..text.len(), migrate_core::Dialect::Sqlite)
        .filter(|token| token.kind != Kind::Comment)
        .collect();
    let counts = |at: usize| {
        let word = |at: usize| tokens.get(at).map_or_else(String::new, |token| token.text(text).to_ascii_lowercase());
        tokens[at].kind != Kind::Word || keep(&word(at), &word(at + 1))
    };
    let kept = tokens.iter().enumerate().filter(|(at, _)| counts(*at)).map(|(_, token)| token);
    let words = kept.map(|token| {
        let written = token.text(text);
        if token.kind != Kind::Name {
            return if token.kind == Kind::Word { written.to_lowercase() } else { written.to_owned() };
        }
        let name = Ident::written(written, migrate_core::Dialect::Sqlite, Place::nowhere());
        let name = name.text.to_lowercase();
        let plain = name.chars().all(|c| c.is_alphanumeric() || c == '_')
            && !name.starts_with(|c: char| c.is_ascii_digit())
            && !name.is_empty();
        if plain && !VALUES.contains(&&*name) { name } else { format!("\"{name}\"") }
    });
    words.collect()
}

/// What a trigger does, equal for two that say it in other words: each is for each row, and `BEFORE` if nothing is said.
pub(super) fn trigger(meaning: &str) -> String {
    let end = [" when ", " begin "].iter().filter_map(|word| meaning.to_ascii_lowercase().find(word)).min();
    let (head, body) = meaning.split_at(end.unwrap_or(meaning.len()));
    let head = head.replace(['"', '`', '[', ']'], "").to_ascii_lowercase();
    let head = head.replace("main . ", "").replace("main.", "").replacen(" before ", " ", 1);
    format!("{} {}", head.strip_suffix(" for each row").unwrap_or(&head), without_quotes(body))
}

/// A module with its arguments: spaces and comments between them say nothing, and its name is one in any letters.
pub(super) fn module(text: &str) -> String {
    let tokens = Lexer::new(text, 0..text.len(), migrate_core::Dialect::Sqlite);
    let mut words = tokens.filter(|token| token.kind != Kind::Comment).map(|token| token.text(text));
    let name = words.next().unwrap_or_default().trim_matches(['"', '`', '[', ']']).to_ascii_lowercase();
    words.fold(name, |all, word| format!("{all} {word}"))
}
