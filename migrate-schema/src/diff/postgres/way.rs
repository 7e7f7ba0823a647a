//! What makes way for functions that go and for columns whose type is made anew.

use std::collections::BTreeSet;

use migrate_core::Dialect;

use super::super::order::words;
use super::super::step::{Act, Made, Rank};
use super::super::table::TableDiff;
use super::super::{Diff, Sides, compare};
use super::Around;
use crate::catalog::change::{Numbered, Part};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::name::Ident;
use crate::catalog::table::Column;
use crate::catalog::{Catalog, Key, Object};
use crate::sql::{Kind, Lexer};

/// A column that gets another type, which the server brings into expressions by reading them again as it prints them.
struct Retyped {
    column: String,
    from: String,
    to: String,
}

impl Retyped {
    fn of(table: &TableDiff<'_>) -> Vec<Retyped> {
        let changed = table.changed.iter().filter(|(_, _, change)| change.ty || change.collation);
        let one = |(old, new, _): &(&Column, &Column, _)| Retyped {
            column: old.name.key.to_string(),
            from: base(&compare::type_of(old, Dialect::Postgres)),
            to: base(&compare::type_of(new, Dialect::Postgres)),
        };
        changed.map(one).collect()
    }

    /// Whether an expression shows what type its columns had when it was written. Lists, and what has to find one type for
    /// several values, are printed with casts to that; functions of one's own take the argument in theirs.
    fn marks(&self, text: &str, words: &BTreeSet<String>, calls: impl Fn() -> bool) -> bool {
        if !words.contains(&self.column) {
            return false;
        }
        let tokens: Vec<_> =
            Lexer::new(text, 0..text.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
        let is = |list: &[&str]| tokens.iter().any(|token| list.iter().any(|word| token.is(text, word)));
        let lists = || is(&["IN", "ANY", "ALL", "SOME"]);
        if self.from == self.to {
            return self.from == "character varying" && lists();
        }
        let casts = || tokens.iter().any(|token| token.text(text) == "::") || is(&["CAST"]);
        let joins = || is(&["COALESCE", "CASE", "GREATEST", "LEAST", "ARRAY"]);
        if lists() || joins() || calls() {
            return true;
        }
        // Numbers of another size go into operators and functions by casts; what compares and adds takes all of them.
        let number = |ty: &str| matches!(ty, "smallint" | "integer" | "bigint");
        let plain = |token: &crate::sql::Token| {
            matches!(token.text(text), "+" | "-" | "*" | "/" | "=" | "<" | ">" | "<=" | ">=" | "<>" | "!=" | "(" | ")")
                || matches!(token.kind, Kind::Word | Kind::Name | Kind::Number | Kind::Dot)
        };
        let called = || {
            tokens.windows(2).any(|two| {
                matches!(two[0].kind, Kind::Word | Kind::Name)
                    && two[1].text(text) == "("
                    && !["AND", "OR", "NOT", "IS"].iter().any(|word| two[0].is(text, word))
            })
        };
        number(&self.from) && number(&self.to) && (casts() || called() || !tokens.iter().all(plain))
    }
}

/// Whether a function has the name.
fn is_routine(name: &str, catalogs: &[&Catalog]) -> bool {
    let mut all = catalogs.iter().flat_map(|catalog| catalog.objects());
    all.any(|(key, entry)| *key.name == *name && matches!(entry.object, Object::Routine { .. }))
}

/// A type without its length.
fn base(ty: &str) -> String {
    ty.split('(').next().unwrap_or(ty).trim().to_owned()
}

impl<'c> Diff<'c> {
    /// What a domain checks with a function that goes and comes again makes way for it, too.
    pub(super) fn domains_make_way(&mut self, sides: &Sides<'c>, functions: &BTreeSet<String>) {
        if functions.is_empty() {
            return;
        }
        for (key, old, new) in &sides.both {
            let (Object::Type { details: before, .. }, Object::Type { details: after, .. }) =
                (&old.object, &new.object)
            else {
                continue;
            };
            let calls = |text: &str| {
                let mut own = BTreeSet::new();
                words(text, Dialect::Postgres, &mut own);
                own.iter().any(|word| functions.contains(word))
            };
            if let Some(default) = before.default.as_ref().filter(|text| calls(text)) {
                let about = format!("the default of domain `{}`", key.name);
                let sql = format!("ALTER DOMAIN {} DROP DEFAULT", self.old.path(key));
                self.push(Rank::DropForeign, Act::Alter, key, format!("drop {about}"), sql);
                // Another one is set with what else changes.
                let meaning = |text: &str| compare::expression(text, self.dialect);
                if let Some(same) = after.default.as_ref().filter(|new| meaning(new) == meaning(default)) {
                    let sql = format!("ALTER DOMAIN {} SET DEFAULT {}", self.new.path(key), self.new.expr(same));
                    self.push(Rank::Make(Made::Index), Act::Alter, key, format!("set {about}"), sql);
                }
            }
            for (name, check) in &before.checks {
                let usual = format!("{}_check", key.name);
                let said = name.as_ref().map_or(&*usual, |name| &*name.text);
                // One that does not stay goes before what it calls by itself, as one that changes.
                let again = after.checks.iter().find(|(other, expr)| {
                    *other == *name
                        && compare::expression(&expr.text, self.dialect)
                            == compare::expression(&check.text, self.dialect)
                });
                let Some((_, expr)) = again.filter(|_| calls(&check.text)) else {
                    continue;
                };
                let about = format!("check `{said}` of domain `{}`", key.name);
                let sql = format!("ALTER DOMAIN {} DROP CONSTRAINT {}", self.old.path(key), self.old.name(said));
                self.push(Rank::DropForeign, Act::Alter, key, format!("drop {about}"), sql);
                let open = name.as_ref().is_some_and(|name| after.not_valid.contains(&name.key));
                let (path, said) = (self.new.path(key), self.new.name(said));
                let mut sql =
                    format!("ALTER DOMAIN {path} ADD CONSTRAINT {said} CHECK ({})", self.new.expr(&expr.text));
                sql.push_str(if open { " NOT VALID" } else { "" });
                self.push(Rank::Make(Made::Index), Act::Alter, key, format!("add {about}"), sql);
            }
        }
    }

    /// What went with what made way is there again, and nothing is said about it.
    pub(super) fn comes_again(&mut self, key: &Key, name: Option<&Ident>) {
        self.made_again.extend(name.map(|name| (key.clone(), name.key.to_string())));
    }

    /// What names a function that goes, or compares a column whose type is made anew, goes before these, and what stays
    /// of it comes again. The names of what is gone then.
    pub(super) fn make_way(&mut self, table: &TableDiff<'c>, around: &Around<'c>) -> BTreeSet<String> {
        let key = table.key;
        let mut names = around.functions.clone();
        names.extend(around.moved.get(key).into_iter().flatten().cloned());
        let mut gone = BTreeSet::new();
        let retyped = Retyped::of(table);
        if names.is_empty() && retyped.is_empty() {
            return gone;
        }
        let catalogs = [self.before, self.after];
        let in_way = |text: &str| {
            let mut own = BTreeSet::new();
            words(text, Dialect::Postgres, &mut own);
            let calls = || own.iter().any(|word| is_routine(word, &catalogs));
            own.iter().any(|word| names.contains(word)) || retyped.iter().any(|one| one.marks(text, &own, calls))
        };
        let path = self.old.path(key);
        for constraint in &table.old.constraints {
            let (ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr), Some(name)) =
                (&constraint.kind, &constraint.name)
            else {
                continue;
            };
            if !in_way(&expr.text) || self.old.is_inherited(table.old, constraint) {
                continue;
            }
            let sql = format!("ALTER TABLE {path} DROP CONSTRAINT {}", self.old.name(&name.text));
            let about = format!("drop {} `{}` of table `{}`", constraint.kind.name(), name.text, key.name);
            self.push(Rank::DropForeign, Act::DropConstraint, key, about, sql);
            gone.insert(name.key.to_string());
            let stays = !table.dropped_constraints.iter().any(|dropped| std::ptr::eq(*dropped, &**constraint));
            let renamed = table.renamed_constraints.iter().find(|(old, _)| old.name.as_ref() == Some(name));
            let same = || table.new.constraints.iter().map(|new| &**new).find(|new| new.name.as_ref() == Some(name));
            let again = renamed.map(|(_, new)| &**new).or_else(same);
            if let Some(new) = again.filter(|_| stays) {
                // When the columns are what they are to be.
                self.add_constraint_at(Rank::Make(Made::Index), key, new);
                self.comes_again(key, new.name.as_ref());
            }
        }
        for index in &table.old.indexes {
            let parts = index.parts.iter().filter_map(|part| match part {
                Part::Expr(expr) => Some(expr),
                Part::Column(_) => None,
            });
            // Trees and hashes take nearly all types, others only some of those that a column has on its way.
            let particular = index.details.method.as_deref().is_some_and(|method| !matches!(method, "btree" | "hash"));
            let is_moved = |part: &Part| match part {
                Part::Column(name) => around.moved.get(key).is_some_and(|moved| moved.contains(&*name.key)),
                Part::Expr(_) => false,
            };
            let of_moved = particular && index.parts.iter().any(is_moved);
            if !of_moved && !parts.chain(&index.predicate).any(|expr| in_way(&expr.text)) {
                continue;
            }
            // A partition's goes and comes with that of its table.
            let says = compare::index(index, self.dialect);
            let of_parent = table.old.bound.is_some()
                && table
                    .old
                    .parents
                    .iter()
                    .filter_map(|parent| self.old.table(parent))
                    .any(|parent| parent.indexes.iter().any(|own| compare::index(own, self.dialect) == says));
            if of_parent {
                continue;
            }
            let sql = format!("DROP INDEX {}", self.old.path_as(key, &index.name.text));
            let act = Act::DropIndex(index.name.key.clone());
            self.push(Rank::DropForeign, act, key, format!("drop index `{}`", index.name.text), sql);
            gone.insert(index.name.key.to_string());
            let stays = !table.dropped_indexes.iter().any(|dropped| dropped.name == index.name);
            let renamed = table.renamed_indexes.iter().find(|(old, _)| old.name == index.name);
            let same = || table.new.indexes.iter().map(|new| &**new).find(|new| new.name == index.name);
            let again = renamed.map(|(_, new)| new).or_else(same);
            if let Some(new) = again.filter(|_| stays) {
                let sql = self.new.create_index(key, new, false);
                let about = format!("create index `{}` on table `{}`", new.name.text, key.name);
                self.push(Rank::Make(Made::Index), Act::CreateIndex(new.name.key.clone()), key, about, sql);
                self.comes_again(key, Some(&new.name));
            }
        }
        // Children may have a default of their own, and are seen to by themselves.
        let has_children = || self.before.children_of(key).next().is_some();
        // A default that calls a function; those of moved columns are seen to with them.
        for column in &table.old.columns {
            let calls = column.default.as_ref().is_some_and(|text| {
                let mut own = BTreeSet::new();
                words(text, Dialect::Postgres, &mut own);
                own.iter().any(|word| around.functions.contains(word))
            });
            if !calls || column.numbered == Numbered::Serial {
                continue;
            }
            let only = if has_children() { "ONLY " } else { "" };
            let name = self.old.name(&column.name.text);
            let about = format!("drop the default of column `{}.{}`", key.name, column.name.text);
            let act = Act::AlterColumn(column.name.key.clone());
            let sql = format!("ALTER TABLE {only}{path} ALTER COLUMN {name} DROP DEFAULT");
            self.push(Rank::DropForeign, act.clone(), key, about, sql);
            let again = table.new.column(&column.name.key).and_then(|new| new.default.as_ref());
            if let Some(default) = again {
                let about = format!("set the default of column `{}.{}`", key.name, column.name.text);
                let sql = format!(
                    "ALTER TABLE {only}{} ALTER COLUMN {name} SET DEFAULT {}",
                    self.new.path(key),
                    self.new.expr(default)
                );
                self.push(Rank::Make(Made::Foreign), act, key, about, sql);
            }
        }
        gone
    }
}
