//! Foreign keys of MySQL and MariaDB, and what they and other parts of a table need of it.

use std::sync::Arc;

use migrate_core::Dialect;

use super::{charset_of, parts, refused};
use crate::catalog::change::{Action, AlterTable, NewConstraint, Part};
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::Ident;
use crate::catalog::problem::in_use;
use crate::catalog::table::{Column, Table};
use crate::catalog::{Catalog, Entry, Key, Object};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

impl Catalog {
    /// A foreign key that is made on a table that is known. False if something is wrong.
    pub(in crate::catalog) fn check_foreign(
        &self,
        key: &Key,
        new: &NewConstraint,
        target: Option<(&Key, &Entry)>,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let ConstraintKind::Foreign { columns, target: path, target_columns, .. } = &new.kind else { return true };
        if !self.dialect.is_mysql_family() {
            return true;
        }
        let Some(table) = self.table(key).filter(|table| self.sure(key) && !table.open) else { return true };
        let sets_null = [&new.details.on_delete, &new.details.on_update]
            .into_iter()
            .flatten()
            .any(|action| action.starts_with("set null"));
        let names: Vec<&Ident> = columns.iter().collect();
        if let Some(name) = super::twice(&names) {
            let message = format!("column `{}` stands twice in this key", name.text);
            out.push(Diagnostic::error(&codes::OTHER_COUNT, message).at(name.place, "take one of them out"));
            return false;
        }
        for name in columns {
            let Some(column) = table.column(&name.key) else { continue };
            let primary = table.primary().is_some_and(|own| own.kind.columns().iter().any(|own| own.key == name.key));
            if sets_null && (column.not_null || primary) {
                let message = format!("`{}` is NOT NULL, and this foreign key sets it to NULL", name.text);
                out.push(
                    refused(name.place, message)
                        .label(column.name.place, "the column is made here")
                        .help("make the column nullable, or write another action than SET NULL"),
                );
                return false;
            }
            let acts = new
                .details
                .on_update
                .as_deref()
                .is_some_and(|action| action.starts_with("cascade") || action.starts_with("set"));
            if column.generated.is_some() && (sets_null || acts) {
                let message = format!("`{}` is computed, and this foreign key would write it", name.text);
                out.push(
                    refused(name.place, message).help("only ON DELETE CASCADE, RESTRICT and NO ACTION are allowed"),
                );
                return false;
            }
            let large = column.ty.as_ref().is_some_and(|ty| {
                let kind = parts(&ty.meaning).0;
                kind.ends_with("text") || kind.ends_with("blob") || kind == "json"
            });
            if large {
                let message = format!(
                    "`{}` is a `{}` and cannot be part of a foreign key",
                    name.text,
                    column.ty.as_ref().map_or("", |ty| &ty.text)
                );
                out.push(refused(name.place, message).help("give both ends a type with a length"));
                return false;
            }
        }
        if let Some(name) = &new.name
            && self.dialect == Dialect::MariaDb
            && let Some((other, place)) = self.foreign_of_name(key, name)
        {
            let message = format!("foreign key `{}` exists already, of table `{other}`", name.text);
            out.push(
                Diagnostic::error(&codes::DUPLICATE_CONSTRAINT, message)
                    .at(name.place, "their names are shared by all tables of a database")
                    .label(place, "the other one")
                    .help(format!("call it otherwise: `{}_2`", name.text)),
            );
            return false;
        }
        let Some((target_key, entry)) = target.filter(|_| self.state.foreign_keys) else { return true };
        let no_target = match &entry.object {
            Object::View(_) => Some("is a view"),
            Object::Sequence { .. } => Some("is a sequence"),
            Object::Table(other) if other.keyless => Some("has an engine without foreign keys"),
            Object::Table(other) if other.options.contains_key("partition by") => Some("is divided into partitions"),
            _ => None,
        };
        if let Some(what) = no_target {
            let message = format!("a foreign key points to `{}`, which {what}", entry.name);
            out.push(refused(path.name.place, message).label(entry.place, "it is made here"));
            return false;
        }
        let Object::Table(other) = &entry.object else { return true };
        if other.open || other.loose {
            return true;
        }
        // The order counts.
        let wanted: Vec<Arc<str>> = target_columns.iter().map(|name| name.key.clone()).collect();
        if wanted.len() > 1 && wanted.len() == columns.len() && !leads(other, &wanted, None) {
            let shown: Vec<&str> = wanted.iter().map(|name| &**name).collect();
            let shown = shown.join(", ");
            out.push(
                Diagnostic::error(
                    &codes::NOT_UNIQUE,
                    format!("no key or index of table `{}` begins with ({shown}) in this order", entry.name),
                )
                .at(target_columns[0].place, "")
                .label(entry.place, format!("`{}` is made here", entry.name))
                .help(format!("add one first: `ALTER TABLE {} ADD INDEX ({shown})`", entry.name)),
            );
            return false;
        }
        let _ = target_key;
        for (name, there) in columns.iter().zip(target_columns) {
            let (Some(one), Some(two)) = (table.column(&name.key), other.column(&there.key)) else { continue };
            if let Some((left, right)) = other_text((one, table), (two, other)) {
                let message =
                    format!("`{}` has the {left}, and `{}`, to which it points, the {right}", name.text, two.name.text);
                out.push(
                    Diagnostic::error(&codes::MISFIT, message)
                        .at(name.place, "")
                        .label(two.name.place, format!("`{}` of `{}` is made here", two.name.text, entry.name))
                        .help("give both the same character set and collation"),
                );
                return false;
            }
        }
        true
    }

    /// A foreign key of this name in another table of the database. The server's own names change with their tables.
    fn foreign_of_name(&self, key: &Key, name: &Ident) -> Option<(Arc<str>, Place)> {
        let lower = name.text.to_lowercase();
        if !self.foreign_names.contains(&*lower) && !lower.contains("_ibfk_") {
            return None;
        }
        self.tables().filter(|(other, _)| *other != key && other.schema == key.schema && self.sure(other)).find_map(
            |(other, table)| {
                let found = table.constraints.iter().find(|own| {
                    matches!(own.kind, ConstraintKind::Foreign { .. })
                        && own.name.as_ref().is_some_and(|own| own.text.to_lowercase() == lower)
                })?;
                Some((self.entries.get(other)?.name.clone(), found.place))
            },
        )
    }

    /// What the drops and changes among the actions of an ALTER TABLE of MySQL leave without what it needs. False if
    /// something is wrong.
    pub(in crate::catalog) fn check_losses(&self, key: &Key, alter: &AlterTable, out: &mut Vec<Diagnostic>) -> bool {
        if !self.dialect.is_mysql_family() {
            return true;
        }
        let Some((table, shown)) = self.sure_parts(key) else { return true };
        let mut lost = Lost::default();
        for action in &alter.actions {
            match action {
                Action::DropColumn { name, .. } => lost.columns.push(name),
                Action::DropConstraint { name, .. } => lost.constraints.push(name),
                Action::DropIndex { name, .. } => lost.indexes.push(name),
                Action::DropPrimaryKey(place) => lost.primary = Some(*place),
                Action::AddIndex(_) | Action::AddConstraint(_) => lost.gains = true,
                Action::AddColumn { column, .. } => lost.added.push(&column.name),
                Action::ReplaceColumn { from, .. } => lost.replaced.push(from),
                Action::RenameColumn { .. } | Action::RenameIndex { .. } | Action::Unknown => return true,
                _ => (),
            }
        }
        lost.columns.retain(|name| table.column(&name.key).is_some());
        if let Some(name) = lost.columns.last()
            && lost.added.is_empty()
            && table.columns.iter().all(|column| lost.columns.iter().any(|name| name.key == column.name.key))
        {
            out.push(
                refused(name.place, format!("all columns of `{shown}` are dropped"))
                    .help(format!("write `DROP TABLE {shown}`")),
            );
            return false;
        }
        let known = out.len();
        for name in &lost.columns {
            self.check_lost_column(key, table, name, &lost, out);
            if out.len() > known {
                return false;
            }
        }
        if !lost.gains {
            self.check_lost_keys(key, table, &lost, out);
        }
        for action in &alter.actions {
            if let Action::ReplaceColumn { from, column, .. } = action
                && out.len() == known
            {
                self.check_replaced_column(key, table, from, column, &lost, out);
            }
        }
        out.len() == known
    }

    fn check_lost_column(&self, key: &Key, table: &Table, name: &Ident, lost: &Lost<'_>, out: &mut Vec<Diagnostic>) {
        let what = format!("column `{}`", name.text);
        let mut say = |user: String, place: Place, help: Option<String>| {
            let diagnostic = in_use(&what, name.place, &user, place, false);
            out.push(match help {
                Some(help) => instead(diagnostic, help),
                None => diagnostic,
            });
        };
        let has = |columns: &[Ident]| columns.iter().any(|own| own.key == name.key);
        // MariaDB looks at what is there in the end.
        let back = self.dialect == Dialect::MariaDb && lost.added.iter().any(|own| own.key == name.key);
        let unique = table.indexes.iter().filter(|index| index.unique && self.dialect == Dialect::MariaDb && !back);
        for index in unique.filter(|index| !lost.has(&index.name) && !lost.drops(&index.name)) {
            let columns = index.parts.iter().filter_map(|part| match part {
                Part::Column(column) => Some(column),
                Part::Expr(_) => None,
            });
            let (mut of_key, mut all) = (false, true);
            for column in columns {
                of_key |= column.key == name.key;
                all &= lost.columns.iter().any(|own| own.key == column.key);
            }
            if of_key && !all {
                let help = format!("drop the key, too: `DROP KEY {}`", index.name.text);
                return say(format!("unique key `{}`", index.name.text), index.name.place, Some(help));
            }
        }
        for constraint in &table.constraints {
            let dropped = back || constraint.name.as_ref().is_some_and(|own| lost.has(own));
            let kept = !constraint.name.as_ref().is_some_and(|own| lost.drops(own));
            match &constraint.kind {
                ConstraintKind::Foreign { columns, .. } if has(columns) && kept => {
                    let own = constraint.name.as_ref().map_or("", |name| &name.text);
                    let help = format!("drop it first: `ALTER TABLE {} DROP FOREIGN KEY {own}`", self.spelled(key));
                    return say(format!("foreign key `{own}`"), constraint.place, Some(help));
                }
                ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns)
                    if has(columns)
                        && self.dialect == Dialect::MariaDb
                        && !dropped
                        && !(matches!(constraint.kind, ConstraintKind::Primary(_)) && lost.primary.is_some())
                        && !columns.iter().all(|own| lost.columns.iter().any(|name| name.key == own.key)) =>
                {
                    return say(
                        format!("a {} of several columns", constraint.kind.name()),
                        constraint.place,
                        Some("drop the key, too".to_owned()),
                    );
                }
                _ => (),
            }
        }
        let stays = |own: &Ident| !back && !lost.columns.iter().any(|name| name.key == own.key);
        for column in table.columns.iter().filter(|column| stays(&column.name)) {
            let replaced = lost.replaced.iter().any(|name| name.key == column.name.key);
            if !replaced && column.generated.as_ref().is_some_and(|expr| has(&expr.columns)) {
                return say(format!("generated column `{}`", column.name.text), column.name.place, None);
            }
        }
        if let Some((user, constraint)) = self.pointing_foreign(key, &|columns: &[Ident], primary: bool| {
            has(columns) || primary && table.primary().is_some_and(|own| has(own.kind.columns()))
        }) && self.state.foreign_keys
        {
            let own = constraint.name.as_ref().map_or("", |name| &name.text);
            say(
                format!("foreign key `{own}` of table `{user}`"),
                constraint.place,
                Some(format!("drop it first: `ALTER TABLE {user} DROP FOREIGN KEY {own}`")),
            );
        }
    }

    /// A table as its author writes it: the key is in small letters, which not every server takes for the same.
    fn spelled<'c>(&'c self, key: &'c Key) -> &'c Arc<str> {
        self.entries.get(key).map_or(&key.name, |entry| &entry.name)
    }

    /// A foreign key of another table, or of this one, whose target columns answer.
    fn pointing_foreign(&self, key: &Key, wanted: &dyn Fn(&[Ident], bool) -> bool) -> Option<(Arc<str>, Constraint)> {
        let others = self.pointing_to(key);
        others.iter().chain([key]).filter(|other| self.sure(other)).find_map(|other| {
            let table = self.table(other)?;
            let found = table.constraints.iter().find(|constraint| match &constraint.kind {
                ConstraintKind::Foreign { target, target_columns, .. } => {
                    target == key && wanted(target_columns, target_columns.is_empty())
                }
                _ => false,
            })?;
            Some((self.entries.get(other)?.name.clone(), (**found).clone()))
        })
    }

    /// Foreign keys need an index at both ends.
    fn check_lost_keys(&self, key: &Key, table: &Table, lost: &Lost<'_>, out: &mut Vec<Diagnostic>) {
        if lost.indexes.is_empty() && lost.primary.is_none() && lost.constraints.is_empty() {
            return;
        }
        let place = lost
            .indexes
            .first()
            .map(|name| name.place)
            .or(lost.primary)
            .or(lost.constraints.first().map(|name| name.place));
        let Some(at) = place else { return };
        let shown =
            |columns: &[Arc<str>]| columns.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        for constraint in &table.constraints {
            let ConstraintKind::Foreign { columns, .. } = &constraint.kind else { continue };
            if constraint.name.as_ref().is_some_and(|own| lost.drops(own)) {
                continue;
            }
            let wanted: Vec<Arc<str>> = columns.iter().map(|name| name.key.clone()).collect();
            if leads(table, &wanted, None) && !leads(table, &wanted, Some(lost)) {
                let own = constraint.name.as_ref().map_or("", |name| &name.text);
                let problem = in_use("this index", at, &format!("foreign key `{own}`"), constraint.place, false)
                    .note(format!("it needs an index that begins with {}", shown(&wanted)));
                let help =
                    format!("drop the foreign key first: `ALTER TABLE {} DROP FOREIGN KEY {own}`", self.spelled(key));
                out.push(instead(problem, help));
                return;
            }
        }
        if !self.state.foreign_keys {
            return;
        }
        let primary: Vec<Arc<str>> = table
            .primary()
            .map(|own| own.kind.columns().iter().map(|name| name.key.clone()).collect())
            .unwrap_or_default();
        let found = self.pointing_foreign(key, &|columns: &[Ident], none: bool| {
            let wanted: Vec<Arc<str>> =
                if none { primary.clone() } else { columns.iter().map(|name| name.key.clone()).collect() };
            leads(table, &wanted, None) && !leads(table, &wanted, Some(lost))
        });
        if let Some((user, constraint)) =
            found.filter(|(_, constraint)| !constraint.name.as_ref().is_some_and(|own| lost.has(own)))
        {
            let own = constraint.name.as_ref().map_or("", |name| &name.text);
            let user_name = format!("foreign key `{own}` of table `{user}`");
            let problem = in_use("this index", at, &user_name, constraint.place, false);
            let help = format!("drop the foreign key first: `ALTER TABLE {user} DROP FOREIGN KEY {own}`");
            out.push(instead(problem, help));
        }
    }

    /// A column is written anew that a foreign key has.
    fn check_replaced_column(
        &self,
        key: &Key,
        table: &Table,
        from: &Ident,
        column: &crate::catalog::change::NewColumn,
        lost: &Lost<'_>,
        out: &mut Vec<Diagnostic>,
    ) {
        let (Some(old), Some(ty)) = (table.column(&from.key), &column.ty) else { return };
        let changed = old.ty.as_ref().is_some_and(|old| {
            let whole = |meaning: &str| {
                let (kind, _, behind) = parts(meaning);
                (kind.to_owned(), behind.contains("unsigned") || behind.contains("zerofill"))
            };
            let ints = ["tinyint", "smallint", "mediumint", "int", "bigint"];
            let (one, other) = (whole(&old.meaning), whole(&ty.meaning));
            one != other
                && ints.contains(&&*one.0)
                && (ints.contains(&&*other.0) || matches!(&*other.0, "varchar" | "char" | "text" | "decimal"))
        });
        let has = |columns: &[Ident]| columns.iter().any(|own| own.key == from.key);
        for constraint in &table.constraints {
            let ConstraintKind::Foreign { columns, .. } = &constraint.kind else { continue };
            let own = constraint.name.as_ref().map_or("", |name| &*name.text);
            if !has(columns) || constraint.name.as_ref().is_some_and(|own| lost.drops(own)) {
                continue;
            }
            let sets_null = [&constraint.details.on_delete, &constraint.details.on_update]
                .into_iter()
                .flatten()
                .any(|action| action.starts_with("set null"));
            let problem = if changed && self.state.foreign_keys {
                Some(format!("column `{}` cannot get another type", from.text))
            } else if column.not_null && sets_null {
                Some(format!("column `{}` cannot become NOT NULL", from.text))
            } else {
                None
            };
            if let Some(message) = problem {
                out.push(
                    Diagnostic::error(&codes::IN_USE, format!("{message}: foreign key `{own}` has it"))
                        .at(from.place, "")
                        .label(constraint.place, "the foreign key")
                        .help(format!("drop it first and make it anew: `DROP FOREIGN KEY {own}`")),
                );
                return;
            }
        }
        if !changed || !self.state.foreign_keys {
            return;
        }
        let found = self.pointing_foreign(key, &|columns: &[Ident], primary: bool| {
            has(columns) || primary && table.primary().is_some_and(|own| has(own.kind.columns()))
        });
        if let Some((user, constraint)) = found {
            let own = constraint.name.as_ref().map_or("", |name| &*name.text);
            out.push(
                Diagnostic::error(
                    &codes::IN_USE,
                    format!(
                        "column `{}` cannot get another type: foreign key `{own}` of table `{user}` points to it",
                        from.text
                    ),
                )
                .at(from.place, "")
                .label(constraint.place, "the foreign key")
                .help(format!("drop it first and make it anew: `ALTER TABLE {user} DROP FOREIGN KEY {own}`")),
            );
        }
    }
}

/// What an ALTER TABLE takes away.
#[derive(Default)]
struct Lost<'a> {
    columns: Vec<&'a Ident>,
    constraints: Vec<&'a Ident>,
    indexes: Vec<&'a Ident>,
    primary: Option<Place>,
    replaced: Vec<&'a Ident>,
    /// It makes keys or indexes, which may take the place of others.
    gains: bool,
    /// Columns that it makes.
    added: Vec<&'a Ident>,
}

impl Lost<'_> {
    /// A constraint of this name goes.
    fn drops(&self, name: &Ident) -> bool {
        self.constraints.iter().any(|own| own.key.to_lowercase() == name.key.to_lowercase())
    }

    /// A constraint or an index of this name goes.
    fn has(&self, name: &Ident) -> bool {
        self.constraints.iter().chain(&self.indexes).any(|own| own.key.to_lowercase() == name.key.to_lowercase())
    }
}

/// Whether a key or index begins with these columns, in this order, when `lost` is gone.
fn leads(table: &Table, wanted: &[Arc<str>], lost: Option<&Lost<'_>>) -> bool {
    let gone = |name: &Ident| lost.is_some_and(|lost| lost.has(name));
    // A foreign key may be called like its index, which stays when that goes.
    let index_gone = |name: &Ident| {
        let named = |own: &&Ident| own.key.to_lowercase() == name.key.to_lowercase();
        let foreign = table.constraints.iter().any(|constraint| {
            matches!(constraint.kind, ConstraintKind::Foreign { .. })
                && constraint.name.as_ref().is_some_and(|own| named(&own))
        });
        lost.is_some_and(|lost| lost.indexes.iter().any(named) || !foreign && lost.constraints.iter().any(named))
    };
    let begins =
        |own: &[&Ident]| own.len() >= wanted.len() && own.iter().zip(wanted).all(|(own, wanted)| own.key == *wanted);
    let in_constraint = table.constraints.iter().any(|constraint| {
        let primary = matches!(constraint.kind, ConstraintKind::Primary(_));
        let key = primary || matches!(constraint.kind, ConstraintKind::Unique(_));
        let goes =
            constraint.name.as_ref().is_some_and(gone) || primary && lost.is_some_and(|lost| lost.primary.is_some());
        key && !goes && begins(&constraint.kind.columns().iter().collect::<Vec<_>>())
    });
    in_constraint
        || table.indexes.iter().any(|index| {
            let columns: Vec<&Ident> = index.parts.iter().map_while(Part::column).collect();
            !index_gone(&index.name) && begins(&columns)
        })
}

/// Character sets or collations that differ, where both are said.
fn other_text((one, table): (&Column, &Table), (two, other): (&Column, &Table)) -> Option<(String, String)> {
    let is_text =
        |column: &Column| column.ty.as_ref().is_some_and(|ty| matches!(parts(&ty.meaning).0, "char" | "varchar"));
    if !is_text(one) || !is_text(two) {
        return None;
    }
    let plain = |name: &str| if name == "utf8" { "utf8mb3".to_owned() } else { name.to_owned() };
    let (left, right) = (charset_of(&one.details, &table.options)?, charset_of(&two.details, &other.options)?);
    if plain(&left) != plain(&right) {
        return Some((format!("character set `{left}`"), format!("character set `{right}`")));
    }
    // Without COLLATE it is that of the character set; what that is depends on the server's version.
    let of = |column: &Column, table: &Table| {
        column.details.collation.clone().or_else(|| match column.details.charset {
            Some(_) => None,
            None => table.options.get("collate").cloned(),
        })
    };
    let (left, right) = (of(one, table), of(two, other));
    let bin = |name: &Option<Arc<str>>| name.as_ref().is_some_and(|name| name.ends_with("_bin"));
    match (&left, &right) {
        (Some(one), Some(two)) if !one.eq_ignore_ascii_case(two) => {
            Some((format!("collation `{one}`"), format!("collation `{two}`")))
        }
        (None, Some(_)) if bin(&right) => {
            Some(("usual collation of its character set".to_owned(), format!("collation `{}`", right?)))
        }
        (Some(_), None) if bin(&left) => {
            Some((format!("collation `{}`", left?), "usual collation of its character set".to_owned()))
        }
        _ => None,
    }
}

/// With a help that says more than the usual one.
fn instead(mut diagnostic: Diagnostic, help: String) -> Diagnostic {
    diagnostic.help = vec![help];
    diagnostic
}
