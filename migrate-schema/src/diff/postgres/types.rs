//! Types of PostgreSQL: what `ALTER TYPE` can do, and a new type beside the old for the rest.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::compare;
use super::super::loss::{Loss, LossKind};
use super::super::order::words;
use super::super::step::{Act, Made, Rank, Step};
use super::super::table::{TableDiff, is_cut_anew, is_extended, is_other};
use super::super::ty;
use super::super::{Diff, Sides};
use crate::catalog::change::{Expr, Kind};
use crate::catalog::details::TypeDetails;
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::Column;
use crate::catalog::{Catalog, Entry, Key, Object, Space};

/// A type that is not as it was.
pub(super) enum TypeChange<'c> {
    /// `ALTER` can do it.
    Alter(&'c Key, &'c Entry, &'c Entry),
    /// A new one is made.
    New(&'c Key, &'c Entry, &'c Entry),
}

impl<'c> TypeChange<'c> {
    pub(super) fn key(&self) -> &'c Key {
        match self {
            TypeChange::Alter(key, ..) | TypeChange::New(key, ..) => key,
        }
    }

    pub(super) fn is_new(&self) -> bool {
        matches!(self, TypeChange::New(..))
    }
}

impl<'c> Diff<'c> {
    pub(super) fn type_changes(&self, sides: &Sides<'c>) -> Vec<TypeChange<'c>> {
        let mut found = Vec::new();
        for (key, old, new) in &sides.both {
            let (
                Object::Type { kind, values, details },
                Object::Type { kind: new_kind, values: new_values, details: new_details },
            ) = (&old.object, &new.object)
            else {
                continue;
            };
            if compare::object(self.before, &old.object) == compare::object(self.after, &new.object) {
                continue;
            }
            let alter = match (values, new_values) {
                (Some(before), Some(after)) => is_extended(before, after),
                (None, None) if kind == new_kind => match kind {
                    Kind::Domain => {
                        let base =
                            |details: &TypeDetails| details.base.as_ref().map(|ty| ty::meaning(ty, self.dialect));
                        base(details) == base(new_details)
                            && details.collation == new_details.collation
                            && !(self.demands_more(details, new_details) && self.is_held_inside(key))
                    }
                    _ => {
                        !details.attributes.is_empty()
                            && !new_details.attributes.is_empty()
                            && self.alters_attributes(key, details, new_details)
                    }
                },
                _ => false,
            };
            found.push(if alter { TypeChange::Alter(key, old, new) } else { TypeChange::New(key, old, new) });
        }
        // What is made of a type that is made anew is made anew, too.
        loop {
            let anew: Vec<&Key> = found.iter().filter(|change| change.is_new()).map(TypeChange::key).collect();
            let over = |details: &TypeDetails| {
                let types = details.base.iter().chain(details.attributes.iter().map(|(_, ty)| ty));
                let mut rest = BTreeSet::new();
                if details.rest.to_lowercase().starts_with("as range") {
                    words(&details.rest, self.dialect, &mut rest);
                }
                types.filter_map(|ty| ty.own.as_ref()).any(|own| {
                    anew.iter().any(|key| {
                        own.name.key == key.name && own.schema.as_ref().is_none_or(|schema| schema.key == key.schema)
                    })
                }) || anew.iter().any(|key| rest.contains(&*key.name))
            };
            let next = sides.both.iter().find(|(key, old, _)| {
                matches!(&old.object, Object::Type { details, .. } if !anew.contains(key) && over(details))
            });
            let Some((key, old, new)) = next.copied() else { break };
            found.retain(|change| change.key() != key);
            found.push(TypeChange::New(key, old, new));
        }
        found
    }

    /// Whether a domain has a rule that its values have to be looked at for.
    fn demands_more(&self, old: &TypeDetails, new: &TypeDetails) -> bool {
        let open = |details: &TypeDetails, name: &Option<Ident>| {
            name.as_ref().is_some_and(|name| details.not_valid.contains(&name.key))
        };
        let had = |(name, expr): &(Option<Ident>, Expr)| {
            old.checks.iter().any(|(other, own)| {
                other == name
                    && !open(old, other)
                    && compare::expression(&own.text, self.dialect) == compare::expression(&expr.text, self.dialect)
            })
        };
        new.not_null && !old.not_null || new.checks.iter().any(|check| !open(new, &check.0) && !had(check))
    }

    /// Whether a table holds values of a domain inside of others, arrays or rows: the server looks into none of them, and
    /// refuses what it cannot check.
    fn is_held_inside(&self, key: &'c Key) -> bool {
        let is_array = |column: &Column| compare::type_of(column, self.dialect).ends_with("[]");
        let holders = self.holders(key);
        // A domain over it has the values themselves.
        let is_domain = |own: &Key| matches!(self.before.object(own), Some(Object::Type { kind: Kind::Domain, .. }));
        let inside = |column: &Column, own: &Key| is_of(column, own) && (is_array(column) || !is_domain(own));
        self.before
            .tables()
            .any(|(_, table)| table.columns.iter().any(|column| holders.iter().any(|own| inside(column, own))))
    }

    /// A type, and those that have it among their attributes or below them.
    fn holders(&self, key: &'c Key) -> Vec<&'c Key> {
        let mut found = vec![key];
        let mut at = 0;
        while let Some(&next) = found.get(at) {
            let over = |details: &TypeDetails| {
                let types = details.base.iter().chain(details.attributes.iter().map(|(_, ty)| ty));
                types.filter_map(|ty| ty.own.as_ref()).any(|own| is_named(own, next))
            };
            let more = self.before.objects().filter(|(other, entry)| {
                matches!(&entry.object, Object::Type { details, .. } if !found.contains(other) && over(details))
            });
            let more: Vec<&Key> = more.map(|(other, _)| other).collect();
            found.extend(more);
            at += 1;
        }
        found
    }

    /// Columns that hold rows of a table of which a column gets another type: the server refuses that for as long as there
    /// are any. They are texts meanwhile.
    pub(super) fn rows_aside(&mut self, tables: &[TableDiff<'c>], sides: &Sides<'c>) {
        let retyped = tables.iter().filter(|table| table.changed.iter().any(|(_, _, change)| change.ty));
        let retyped: Vec<&Key> = retyped.map(|table| table.key).collect();
        for (table, before, after) in sides.both.iter().filter(|_| !retyped.is_empty()) {
            let (Object::Table(before), Object::Table(after)) = (&before.object, &after.object) else { continue };
            let inherited = self.new.inherited(after);
            for column in after.columns.iter().filter(|column| !inherited.contains(&*column.name.key)) {
                let Some(was) = before.column(&column.name.key) else { continue };
                let Some(of) = retyped.iter().find(|of| is_of(was, of) && is_of(column, of)) else { continue };
                self.texts_aside(table, was);
                let (path, name) = (self.new.path(table), self.new.name(&column.name.text));
                let Some(ty) = &column.ty else { continue };
                let mut sql =
                    vec![format!("ALTER COLUMN {name} TYPE {} USING {name}::{}", self.new.ty(ty), self.new.ty(ty))];
                sql.extend(
                    column
                        .default
                        .as_ref()
                        .map(|text| format!("ALTER COLUMN {name} SET DEFAULT {}", self.new.expr(text))),
                );
                for words in sql {
                    let act = Act::AlterColumn(column.name.key.clone());
                    let about = format!("bring back `{}.{}`", table.name, column.name.text);
                    let step =
                        Step::new(Rank::Make(Made::Index), act, table, about, format!("ALTER TABLE {path} {words}"));
                    self.add(step.behind(of));
                }
            }
        }
    }

    /// Whether attributes can be changed in place: not their order, nor a type where a table has the type.
    fn alters_attributes(&self, key: &Key, old: &TypeDetails, new: &TypeDetails) -> bool {
        let holders = self.holders(key);
        let holds = |column: &Column| holders.iter().any(|own| is_of(column, own));
        let used = self.before.tables().any(|(_, table)| table.columns.iter().any(|column| holds(column)));
        let stay: Vec<_> =
            old.attributes.iter().filter(|(name, _)| new.attributes.iter().any(|(own, _)| own == name)).collect();
        let same = stay.iter().zip(&new.attributes).all(|((name, _), (own, _))| name == own);
        let retyped = new.attributes.iter().any(|(name, ty)| {
            let was = old.attributes.iter().find(|(own, _)| own == name);
            was.is_some_and(|(_, was)| ty::meaning(was, self.dialect) != ty::meaning(ty, self.dialect))
        });
        same && !(used && retyped)
    }

    pub(super) fn change_type(&mut self, change: &TypeChange<'c>, sides: &Sides<'c>) {
        match change {
            TypeChange::Alter(key, old, new) => self.alter_type(key, old, new),
            TypeChange::New(key, old, new) => self.new_type(key, old, new, sides),
        }
    }

    fn alter_type(&mut self, key: &'c Key, old: &Entry, new: &Entry) {
        let (Object::Type { values, details, kind, .. }, Object::Type { values: new_values, details: new_details, .. }) =
            (&old.object, &new.object)
        else {
            return;
        };
        let rank = Rank::Make(Made::Type);
        let path = self.new.path(key);
        let about = format!("alter type `{}`", new.name);
        if let (Some(before), Some(after)) = (values, new_values) {
            for (at, value) in after.iter().enumerate().filter(|(_, value)| !before.contains(value)) {
                let place = match (at, before.last()) {
                    (0, _) => after
                        .iter()
                        .find(|other| before.contains(other))
                        .map(|other| format!(" BEFORE {}", self.new.string(other))),
                    (at, last) if last.is_some_and(|last| after[..at].contains(last)) => None,
                    (at, _) => Some(format!(" AFTER {}", self.new.string(&after[at - 1]))),
                };
                let sql =
                    format!("ALTER TYPE {path} ADD VALUE {}{}", self.new.string(value), place.unwrap_or_default());
                let about = format!("add value '{value}' to type `{}`", new.name);
                self.push(rank, Act::AddValue(value.clone()), key, about, sql);
            }
            return;
        }
        if *kind == Kind::Domain {
            self.alter_domain(key, details, new_details);
            return;
        }
        let (before, after) = (&details.attributes, &new_details.attributes);
        for (name, _) in before.iter().filter(|(name, _)| !after.iter().any(|(other, _)| other == name)) {
            let sql = format!("ALTER TYPE {path} DROP ATTRIBUTE {}", self.new.name(&name.text));
            self.push(rank, Act::Alter, key, about.clone(), sql);
        }
        for (name, own) in after {
            let text = format!("{} ", self.new.name(&name.text));
            let sql = match before.iter().find(|(other, _)| other == name) {
                None => format!("ALTER TYPE {path} ADD ATTRIBUTE {text}{}", self.new.ty(own)),
                Some((_, other)) if ty::meaning(other, self.dialect) != ty::meaning(own, self.dialect) => {
                    format!("ALTER TYPE {path} ALTER ATTRIBUTE {text}TYPE {}", self.new.ty(own))
                }
                Some(_) => continue,
            };
            self.push(rank, Act::Alter, key, about.clone(), sql);
        }
    }

    fn alter_domain(&mut self, key: &'c Key, old: &TypeDetails, new: &TypeDetails) {
        // Behind the values that its type gets.
        let rank = Rank::Make(Made::Sequence);
        let path = self.new.path(key);
        let about = format!("alter domain `{}`", key.name);
        let meaning = |text: &Option<Arc<str>>| text.as_ref().map(|text| compare::expression(text, self.dialect));
        let mut words = Vec::new();
        let same = |a: &(Option<crate::catalog::name::Ident>, crate::catalog::change::Expr),
                    b: &(Option<crate::catalog::name::Ident>, crate::catalog::change::Expr)| {
            let name = a.0.as_ref().map(|name| &name.key);
            let opens = name.is_some_and(|name| new.not_valid.contains(name) && !old.not_valid.contains(name));
            a.0 == b.0
                && compare::expression(&a.1.text, self.dialect) == compare::expression(&b.1.text, self.dialect)
                && !opens
        };
        for check in old.checks.iter().filter(|check| !new.checks.iter().any(|other| same(check, other))) {
            match &check.0 {
                Some(name) => words.push(format!("DROP CONSTRAINT {}", self.old.name(&name.text))),
                // The server names the first of them so.
                None => words.push(format!("DROP CONSTRAINT {}", self.old.name(&format!("{}_check", key.name)))),
            }
        }
        if meaning(&old.default) != meaning(&new.default) {
            words.push(match &new.default {
                Some(text) => format!("SET DEFAULT {}", self.new.expr(text)),
                None => "DROP DEFAULT".to_owned(),
            });
        }
        if old.not_null != new.not_null {
            words.push(if new.not_null { "SET NOT NULL".to_owned() } else { "DROP NOT NULL".to_owned() });
        }
        for check in new.checks.iter().filter(|check| !old.checks.iter().any(|other| same(check, other))) {
            let body = format!("CHECK ({})", self.new.expr(&check.1.text));
            words.push(match &check.0 {
                Some(name) => format!("ADD CONSTRAINT {} {body}", self.new.name(&name.text)),
                None => format!("ADD {body}"),
            });
            let is_open = |name: &crate::catalog::name::Ident| new.not_valid.contains(&name.key);
            if check.0.as_ref().is_some_and(is_open)
                && let Some(last) = words.last_mut()
            {
                last.push_str(" NOT VALID");
            }
        }
        for (name, _) in new.checks.iter().filter(|check| old.checks.iter().any(|other| same(check, other))) {
            let Some(name) = name.as_ref().filter(|name| old.not_valid.contains(&name.key)) else { continue };
            if !new.not_valid.contains(&name.key) {
                words.push(format!("VALIDATE CONSTRAINT {}", self.new.name(&name.text)));
            }
        }
        for words in words {
            // A check that goes does so before what it speaks of.
            let rank = if words.starts_with("DROP CONSTRAINT") { Rank::DropPolicy } else { rank };
            self.push(rank, Act::Alter, key, about.clone(), format!("ALTER DOMAIN {path} {words}"));
        }
    }

    /// The old type steps aside, the columns move over, the old type goes.
    fn new_type(&mut self, key: &'c Key, old: &'c Entry, new: &'c Entry, sides: &Sides<'c>) {
        let of_range = |entry: &Entry| matches!(&entry.object, Object::Type { details, .. } if details.rest.to_lowercase().starts_with("as range"));
        let is_range = of_range(old) && of_range(new);
        if is_range {
            self.range_goes(key, old, sides);
        } else {
            self.set_aside(key, old);
        }
        for sql in self.new.create(key) {
            self.push(Rank::Make(Made::Type), Act::Create, key, format!("create type `{}`", new.name), sql);
        }
        for (table_key, before, after) in &sides.both {
            let (Object::Table(before), Object::Table(after)) = (&before.object, &after.object) else { continue };
            if is_other((self.before, before), (self.after, after)) {
                continue;
            }
            self.typed_aside(table_key, key);
            // What its parent has it has by itself while that is made anew.
            let cut = |parent: &Key| match (self.before.table(parent), self.after.table(parent)) {
                (Some(old), Some(new)) => is_cut_anew((self.before, old), (self.after, new)),
                _ => false,
            };
            let alone = after.parents.iter().any(cut);
            let inherited = if alone { BTreeSet::new() } else { self.new.inherited(after) };
            for column in &after.columns {
                let Some(was) = before.column(&column.name.key) else { continue };
                if is_of(was, key) && is_of(column, key) && !inherited.contains(&*column.name.key) {
                    self.move_over(table_key, was, column, (key, old, new));
                }
            }
        }
        if is_range {
            return;
        }
        let mut step = self.drop_aside(key, old);
        if let (Object::Type { values: Some(before), .. }, Object::Type { values: Some(after), .. }) =
            (&old.object, &new.object)
        {
            let gone: Vec<&str> = before.iter().filter(|value| !after.contains(value)).map(|value| &**value).collect();
            if let Some(first) = gone.first() {
                step.loss = Some(Loss {
                    kind: LossKind::DropValue,
                    what: format!("{}.{first}", old.name),
                    says: format!(
                        "the values '{}' of type `{}`: rows that have them must be changed before",
                        gone.join("', '"),
                        old.name
                    ),
                });
            }
        }
        self.add(step);
    }

    /// The name of a type becomes free while columns still have it.
    fn set_aside(&mut self, key: &Key, old: &Entry) {
        let (word, aside) = (word_of(old), self.new.name(&aside_of(old)));
        let sql = format!("ALTER {word} {} RENAME TO {aside}", self.old.path(key));
        self.push(Rank::SetAside, Act::Alter, key, format!("set type `{}` aside", old.name), sql);
    }

    /// One that was set aside goes.
    fn drop_aside(&self, key: &Key, old: &Entry) -> Step {
        let sql = format!("DROP {} {}", word_of(old), self.old.path_as(key, &aside_of(old)));
        Step::new(Rank::DropLate, Act::Drop, key, format!("drop the old type `{}`", old.name), sql)
    }

    /// Whether a type goes and a table or view of its name comes: the rows of that are a type, too.
    pub(super) fn yields_name(&self, key: &Key, old: &Entry) -> bool {
        let relation = Key { space: Space::Relation, ..key.clone() };
        let is_there =
            |catalog: &Catalog| matches!(catalog.object(&relation), Some(Object::Table(_) | Object::View(_)));
        let is_type = matches!(&old.object, Object::Type { details, .. } if !details.is_base());
        key.space == Space::Type && is_type && is_there(self.after) && !is_there(self.before)
    }

    /// A type that goes while another has its name already.
    pub(super) fn goes_aside(&mut self, key: &Key, old: &Entry) {
        self.set_aside(key, old);
        let step = self.drop_aside(key, old);
        self.add(step);
    }

    /// A table of rows of a type that is made anew is one of no type meanwhile.
    fn typed_aside(&mut self, table: &Key, of: &Key) {
        let is_of = |catalog: &Catalog| {
            let said = catalog.said_type(table);
            said.is_some_and(|said| said.rsplit('.').next().is_some_and(|name| name.trim_matches('"') == &*of.name))
        };
        if !is_of(self.before) || !is_of(self.after) {
            return;
        }
        let (path, about) = (self.new.path(table), format!("alter table `{}`", table.name));
        self.push(Rank::SetAside, Act::Alter, table, about.clone(), format!("ALTER TABLE {path} NOT OF"));
        let sql = format!("ALTER TABLE {path} OF {}", self.new.path(of));
        self.add(Step::new(Rank::Make(Made::Foreign), Act::Alter, table, about, sql).behind(of));
    }

    /// A column becomes a text, so that its type is free.
    fn texts_aside(&mut self, table: &Key, column: &Column) {
        let (path, name) = (self.new.path(table), self.new.name(&column.name.text));
        let about = format!("keep `{}.{}` as texts", table.name, column.name.text);
        let act = Act::AlterColumn(column.name.key.clone());
        let head = format!("ALTER TABLE {path} ALTER COLUMN {name}");
        if column.default.is_some() {
            self.push(Rank::SetAside, act.clone(), table, about.clone(), format!("{head} DROP DEFAULT"));
        }
        self.push(Rank::SetAside, act, table, about, format!("{head} TYPE text USING {name}::text"));
    }

    /// A range that steps aside leaves the names of its functions taken: its columns become texts, and it goes first.
    fn range_goes(&mut self, key: &'c Key, old: &'c Entry, sides: &Sides<'c>) {
        for (table, before, after) in &sides.both {
            let (Object::Table(before), Object::Table(after)) = (&before.object, &after.object) else { continue };
            let inherited = self.new.inherited(after);
            for column in before.columns.iter().filter(|column| is_of(column, key)) {
                if after.column(&column.name.key).is_none() || inherited.contains(&*column.name.key) {
                    continue;
                }
                self.texts_aside(table, column);
            }
        }
        let sql = format!("DROP TYPE {}", self.old.path(key));
        self.push(Rank::SetAside, Act::Drop, key, format!("drop the old type `{}`", old.name), sql);
    }

    /// A collation cannot be altered: the old one steps aside, columns move over to the new one, the old one goes.
    pub(super) fn new_collation(&mut self, key: &'c Key, old: &'c Entry, new: &'c Entry) -> bool {
        let found = self.of_collation(old);
        if found.is_empty() {
            return false;
        }
        let aside = format!("{}_before", old.name);
        let Object::Other(other) = &old.object else { return false };
        let named = other.named.trim_start_matches("public.");
        let schema = named.rsplit_once('.').map(|(schema, _)| format!("{schema}.")).unwrap_or_default();
        let sql = format!("ALTER COLLATION {named} RENAME TO {}", self.new.name(&aside));
        self.push(Rank::SetAside, Act::Alter, key, format!("set collation `{}` aside", old.name), sql);
        for sql in self.new.create(key) {
            self.push(Rank::Make(Made::Type), Act::Create, key, format!("create collation `{}`", new.name), sql);
        }
        for (table, column) in found {
            let (Some(ty), Some(collation)) = (&column.ty, &column.details.collation) else { continue };
            let what = format!("TYPE {} COLLATE {}", self.new.ty(ty), self.new.dotted(collation));
            self.alter(table, column, &what);
        }
        let sql = format!("DROP COLLATION {schema}{}", self.new.name(&aside));
        self.push(Rank::DropLate, Act::Drop, key, format!("drop the old collation `{}`", old.name), sql);
        true
    }

    /// The columns that are of a collation on both sides, where they are made.
    pub(super) fn of_collation(&self, old: &Entry) -> Vec<(&'c Key, &'c Column)> {
        let is_of = |column: &Column| {
            column.details.collation.as_ref().is_some_and(|name| {
                let name = name.rsplit('.').next().unwrap_or(name).trim_matches('"');
                name == &*old.name || name.eq_ignore_ascii_case(&old.name)
            })
        };
        let mut found = Vec::new();
        for (table, before) in self.before.tables() {
            let Some(after) = self.new.table(table) else { continue };
            let inherited = self.new.inherited(after);
            for column in &after.columns {
                let was = before.column(&column.name.key);
                if is_of(column) && was.is_some_and(is_of) && !inherited.contains(&*column.name.key) {
                    found.push((table, &**column));
                }
            }
        }
        found
    }

    fn move_over(&mut self, table: &'c Key, old: &Column, new: &Column, (key, before, after): (&Key, &Entry, &Entry)) {
        let rank = Rank::Make(Made::Alter);
        let path = self.new.path(table);
        let name = self.new.name(&new.name.text);
        let about = format!("move column `{}.{}` to the new type `{}`", table.name, new.name.text, after.name);
        let act = Act::AlterColumn(new.name.key.clone());
        let push = |diff: &mut Diff<'c>, what: String| {
            diff.push(
                rank,
                act.clone(),
                table,
                about.clone(),
                format!("ALTER TABLE {path} ALTER COLUMN {name} {what}"),
            );
        };
        let Some(own) = &new.ty else { return };
        if old.default.is_some() {
            push(self, "DROP DEFAULT".to_owned());
        }
        let ty = self.new.ty(own);
        let is_array = |ty: &str| ty.ends_with(']');
        let was = old.ty.as_ref().map(|ty| self.old.ty(ty)).unwrap_or_default();
        let attributes = |entry: &'_ Entry| -> Vec<crate::catalog::name::Ident> {
            match &entry.object {
                Object::Type { details, .. } => details.attributes.iter().map(|(name, _)| name.clone()).collect(),
                _ => Vec::new(),
            }
        };
        let (fields, now) = (attributes(before), attributes(after));
        let using = if !now.is_empty() && fields != now && !is_array(&ty) {
            // By their names.
            let values: Vec<String> = now
                .iter()
                .map(|field| match fields.contains(field) {
                    true => format!("({name}).{}", self.new.name(&field.text)),
                    false => "NULL".to_owned(),
                })
                .collect();
            format!("CASE WHEN {name} IS NOT NULL THEN ROW({})::{ty} END", values.join(", "))
        } else {
            match (is_array(&was), is_array(&ty)) {
                (false, true) => format!("ARRAY[{name}::text]::{ty}"),
                (_, true) => format!("{name}::text[]::{ty}"),
                (_, false) => format!("{name}::text::{ty}"),
            }
        };
        push(self, format!("TYPE {ty} USING {using}"));
        if let (Some(default), Some(_)) = (&new.default, &old.default) {
            push(self, format!("SET DEFAULT {}", self.new.expr(default)));
        }
        let _ = key;
    }
}

/// What a type is called in statements about it.
fn word_of(entry: &Entry) -> &'static str {
    if matches!(entry.object, Object::Type { kind: Kind::Domain, .. }) { "DOMAIN" } else { "TYPE" }
}

/// The name that a type has while it is aside.
fn aside_of(entry: &Entry) -> String {
    format!("{}_before", entry.name)
}

/// Whether a column has the type, or an array of it.
pub(super) fn is_of(column: &Column, key: &Key) -> bool {
    let Some(own) = column.ty.as_ref().and_then(|ty| ty.own.as_ref()) else { return false };
    is_named(own, key)
}

pub(in crate::diff) fn is_named(own: &Path, key: &Key) -> bool {
    own.name.key == key.name
        && match &own.schema {
            Some(schema) => schema.key == key.schema,
            None => &*key.schema == "public" || !key.schema.is_empty(),
        }
}
