//! `ALTER TABLE`: what each action may not do to the table as it is.

use std::sync::Arc;

use super::super::action::{Action, AlterTable};
use super::super::change::{NewColumn, Numbered};
use super::super::constraint::ConstraintKind;
use super::super::name::{Ident, Path};
use super::super::table::{Index, Table};
use super::super::{Catalog, Found, Key, Object, Space};
use super::table::{SYSTEM, is_no_whole, no_whole, system_name};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};

/// The one column that an action is about; none of those that may touch others, too.
fn column_of(action: &Action) -> Option<&Ident> {
    match action {
        Action::AddColumn { column, .. } => Some(&column.name),
        Action::DropColumn { name, .. }
        | Action::SetType { name, .. }
        | Action::SetNotNull { name, .. }
        | Action::SetDefault { name, .. }
        | Action::SetIdentity { name, .. } => Some(name),
        _ => None,
    }
}

/// Whether what one action does can be what the other, which is judged alone, is in want of.
fn may_mend(other: &Action, judged: &Action) -> bool {
    let never = match judged {
        Action::SetType { .. } => {
            matches!(other, Action::SetNotNull { .. } | Action::SetDefault { .. } | Action::AddConstraint(_))
        }
        Action::SetNotNull { .. } | Action::SetDefault { .. } | Action::SetIdentity { .. } => {
            matches!(other, Action::SetType { .. })
        }
        Action::DropColumn { .. } => false,
        _ => return true,
    };
    // What is computed from a column, or divides the table by it, may go before its type changes.
    let goes = matches!((judged, other), (Action::SetType { .. }, Action::DropColumn { .. }));
    match (column_of(other), column_of(judged)) {
        (Some(other), Some(judged)) if !goes => !never && other.key == judged.key,
        _ => !never,
    }
}

impl Catalog {
    pub(super) fn broken_alter(&self, alter: &AlterTable) -> Option<Diagnostic> {
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, &alter.path) else { return None };
        let of_tables = |action: &Action| {
            matches!(
                action,
                Action::AddColumn { .. }
                    | Action::DropColumn { .. }
                    | Action::SetType { .. }
                    | Action::AddConstraint(_)
                    | Action::SetNotNull { .. }
            )
        };
        if matches!(entry.object, Object::Index { .. }) && alter.actions.iter().any(of_tables) {
            return Some(self.other_kind(super::super::change::Kind::Table, &alter.path, &entry));
        }
        if let Object::View(_) = &entry.object {
            let changes = alter.actions.iter().any(|action| {
                matches!(
                    action,
                    Action::AddColumn { .. }
                        | Action::DropColumn { .. }
                        | Action::SetType { .. }
                        | Action::AddConstraint(_)
                )
            });
            if let Object::View(view) = &entry.object
                && let Some(names) = &view.columns
                && let Some(problem) = self.missing_view_column(names, &entry.name, &alter.actions)
            {
                return Some(problem);
            }
            let what = entry.object.kind();
            let message = format!("the columns of the {what} `{}` are those of its query", entry.name);
            return changes.then(|| {
                wrong(&codes::UNKNOWN_TABLE, alter.path.name.place, message, "this changes tables only")
                    .label(entry.place, format!("the {what} is made here"))
                    .help("write its query anew")
            });
        }
        let Object::Table(table) = &entry.object else { return None };
        let parameters = alter.actions.iter().find_map(|action| match action {
            Action::SetOptions { settings, .. } => {
                super::parameters::broken_settings(super::parameters::TABLE, alter.path.name.place, settings)
            }
            _ => None,
        });
        let set = alter.actions.iter().find_map(|action| match action {
            Action::SetOptions { settings, .. } => {
                self.broken_table_setting(&key, table, settings, alter.path.name.place)
            }
            Action::SetRule(name, _) => self.missing_rule(&key, table, name, alter.path.name.place),
            _ => None,
        });
        let parameters = parameters.or(set);
        if parameters.is_some() {
            return parameters;
        }
        if let [action] = &alter.actions[..] {
            return self.broken_action(&key, table, action, alter.only);
        }
        self.broken_among(&key, table, alter)
    }

    /// The first action that breaks a rule among several. The server drops first, then changes types, then adds, and sets
    /// what belongs to columns last, whatever their order in the text; only what no other action can make right is judged.
    fn broken_among(&self, key: &Key, table: &Table, alter: &AlterTable) -> Option<Diagnostic> {
        alter.actions.iter().enumerate().find_map(|(at, action)| {
            let others = || alter.actions.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, it)| it);
            match action {
                Action::AddColumn { column, .. } => return self.broken_column(column),
                // It is read before anything is done.
                Action::SetType { name, ty, using: Some(using), .. } if table.column(&name.key).is_some() => {
                    if let Some(problem) = self.broken_using(key, name, ty, using) {
                        return Some(problem);
                    }
                }
                _ => (),
            }
            if others().any(|other| may_mend(other, action)) {
                return None;
            }
            let loses_default = |other: &Action| match (other, action) {
                (Action::SetDefault { name, default: None, .. }, Action::SetType { name: own, .. }) => {
                    name.key == own.key
                }
                _ => false,
            };
            match others().any(loses_default) {
                true => {
                    let mut without = table.clone();
                    without.columns.iter_mut().filter(|column| column_of(action) == Some(&column.name)).for_each(
                        |column| {
                            column.default = None;
                        },
                    );
                    self.broken_action(key, &without, action, alter.only)
                }
                false => self.broken_action(key, table, action, alter.only),
            }
        })
    }

    fn broken_action(&self, key: &Key, table: &Table, action: &Action, only: bool) -> Option<Diagnostic> {
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        let column = |name: &Ident| table.column(&name.key).filter(|_| !table.open);
        match action {
            Action::AddColumn { column: new, .. } => {
                if table.bound.is_some() && table.column(&new.name.key).is_none() {
                    let message = format!("`{shown}` is a partition, and has the columns of the whole");
                    return Some(
                        wrong(&codes::IN_USE, new.name.place, message, "")
                            .help("add the column to the table that it is a part of"),
                    );
                }
                if only && self.has_children(key) {
                    let message = format!("`{shown}` has children, which must get the column, too");
                    return Some(wrong(&codes::IN_USE, new.name.place, message, "").help("leave out ONLY"));
                }
                self.differs_in_child(key, new).or_else(|| self.broken_column(new))
            }
            Action::RenameColumn { from, to, .. } => {
                if SYSTEM.contains(&&*to.key) {
                    return Some(system_name(to));
                }
                column(from)?;
                if from.key == to.key {
                    let message = format!("`{}` has this name already", from.text);
                    return Some(wrong(&codes::DUPLICATE_COLUMN, to.place, message, ""));
                }
                self.stays_with_parent(key, table, from, "renamed").or_else(|| {
                    (only && self.has_children(key)).then(|| {
                        let message = format!("`{shown}` has children, in which the column must be renamed, too");
                        wrong(&codes::IN_USE, from.place, message, "").help("leave out ONLY")
                    })
                })
            }
            Action::DropColumn { name, cascade, .. } => {
                column(name)?;
                if self.said_type(key).is_some() {
                    let message = format!("the columns of `{shown}` are those of its type");
                    return Some(
                        wrong(&codes::IN_USE, name.place, message, "")
                            .help("drop the attribute of the type: `ALTER TYPE … DROP ATTRIBUTE … CASCADE`"),
                    );
                }
                if only && table.options.contains_key("partition by") && self.has_children(key) {
                    let message = format!("the parts of `{shown}` have the column, too");
                    return Some(wrong(&codes::IN_USE, name.place, message, "").help("leave out ONLY"));
                }
                self.stays_with_parent(key, table, name, "dropped")
                    .or_else(|| self.divides(table, name, "dropped"))
                    .or_else(|| self.spoken_of(key, name, "dropped").filter(|_| !cascade))
            }
            Action::SetType { name, ty, using, .. } => {
                let known = column(name)?;
                if let Some(problem) = self.broken_column_type(name, ty) {
                    return Some(problem);
                }
                if matches!(known.numbered, Numbered::Identity { .. }) && is_no_whole(ty) {
                    return Some(no_whole(name, ty));
                }
                if let Some(other) = table.columns.iter().find(|other| {
                    other.generated.as_ref().is_some_and(|expr| expr.columns.iter().any(|own| own.key == name.key))
                }) {
                    let message =
                        format!("`{}` cannot get another type: `{}` is computed from it", name.text, other.name.text);
                    return Some(
                        wrong(&codes::IN_USE, name.place, message, "")
                            .label(other.name.place, "the computed column is made here")
                            .help("drop the computed column first, and make it anew"),
                    );
                }
                self.stays_with_parent(key, table, name, "changed")
                    .or_else(|| self.spoken_of(key, name, "changed"))
                    .or_else(|| self.divides(table, name, "changed"))
                    .or_else(|| using.as_ref().and_then(|using| self.broken_using(key, name, ty, using)))
                    .or_else(|| self.default_does_not_turn(known, name, ty, using.is_some()))
                    // What a foreign table gives is read in the new type.
                    .or_else(|| self.does_not_turn(known, name, ty, using.is_some() || table.is_foreign()))
            }
            Action::SetNotNull { name, not_null: false } => {
                let known = column(name)?;
                let primary = table.primary().filter(|key| key.kind.columns().iter().any(|own| own.key == name.key));
                if let Some(primary) = primary {
                    let message = format!("`{}` is part of the primary key, which is never null", name.text);
                    return Some(
                        wrong(&codes::IN_USE, name.place, message, "").label(primary.place, "the key is made here"),
                    );
                }
                matches!(known.numbered, Numbered::Identity { .. }).then(|| {
                    let message = format!("`{}` is an identity, which is never null", name.text);
                    wrong(&codes::IN_USE, name.place, message, "").help("`DROP IDENTITY` first")
                })
            }
            Action::DropIdentity { name, if_exists: false } => {
                let known = column(name)?;
                (!matches!(known.numbered, Numbered::Identity { .. })).then(|| {
                    let message = format!("`{}` is no identity", name.text);
                    let problem = wrong(&codes::MISFIT, name.place, message, "");
                    problem.label(known.name.place, "the column is made here")
                })
            }
            Action::SetExpression { name, if_exists: false, .. } => {
                let known = column(name)?;
                known.generated.is_none().then(|| {
                    let message = format!("`{}` is not computed", name.text);
                    let problem = wrong(&codes::MISFIT, name.place, message, "");
                    problem.label(known.name.place, "the column is made here")
                })
            }
            Action::SetDefault { name, .. } => {
                let known = column(name)?;
                let (what, help) = match (&known.generated, known.numbered) {
                    (Some(_), _) => ("is computed", "`DROP EXPRESSION` makes a usual column of it"),
                    (None, Numbered::Identity { .. }) => {
                        ("is an identity", "`DROP IDENTITY` makes a usual column of it")
                    }
                    _ => return None,
                };
                let message = format!("`{}` {what}, and has no default", name.text);
                Some(
                    wrong(&codes::MISFIT, name.place, message, "")
                        .label(known.name.place, "the column is made here")
                        .help(help),
                )
            }
            Action::SetIdentity { name, add, .. } => {
                let known = column(name)?;
                let is = matches!(known.numbered, Numbered::Identity { .. });
                let message = match (add, is) {
                    (true, true) => format!("`{}` is an identity already", name.text),
                    (true, _) if known.ty.as_ref().is_some_and(|ty| ty.own.is_none() && is_no_whole(ty)) => {
                        return known.ty.as_ref().map(|ty| no_whole(name, ty));
                    }
                    (true, false) if !known.not_null => {
                        return Some(
                            wrong(
                                &codes::MISFIT,
                                name.place,
                                format!("`{}` may be null, and an identity never is", name.text),
                                "",
                            )
                            .label(known.name.place, "the column is made here")
                            .help(format!("first `ALTER COLUMN {} SET NOT NULL`", name.text)),
                        );
                    }
                    (true, false) if known.default.is_some() => {
                        format!("`{}` has a default, and cannot be an identity with it", name.text)
                    }
                    (false, false) => format!("`{}` is no identity", name.text),
                    _ => return None,
                };
                Some(wrong(&codes::MISFIT, name.place, message, "").label(known.name.place, "the column is made here"))
            }
            Action::AddConstraint(new) => {
                let check = matches!(new.kind, ConstraintKind::Check(_)) && !new.details.no_inherit;
                if only && check && self.has_children(key) {
                    let message = format!("`{shown}` has children, which must get the constraint, too");
                    let problem = wrong(&codes::IN_USE, new.place, message, "");
                    return Some(problem.help("leave out ONLY, or add `NO INHERIT`"));
                }
                self.broken_constraint(key, table, new)
            }
            Action::DropConstraint { name, .. } => {
                self.inherited_constraint(table, name).or_else(|| self.inherited_check(table, name, "dropped"))
            }
            Action::RenameConstraint { from, .. } => self.inherited_check(table, from, "renamed"),
            Action::SetConstraint { name, validated, deferrable, deferred, .. } => {
                let constraint = table.constraint(&name.key)?;
                let foreign = matches!(constraint.kind, ConstraintKind::Foreign { .. });
                let check = matches!(constraint.kind, ConstraintKind::Check(_));
                let message = match (validated, deferrable.is_some() || deferred.is_some()) {
                    (true, _) if !foreign && !check => "only checks and foreign keys are validated",
                    (false, true) if !foreign => "only foreign keys are altered",
                    _ => return None,
                };
                let message = format!("{message}, and `{}` is {}", name.text, constraint.kind.name());
                Some(wrong(&codes::MISFIT, name.place, message, "").label(constraint.place, "it is made here"))
            }
            Action::SetColumnOptions { name, settings } => self.broken_column_setting(table, name, settings),
            Action::Attach { child, bound } => self.broken_attach(key, table, child, bound),
            Action::Detach(child) => self.broken_detach(key, child),
            Action::Inherit(parent, true) => self.broken_inherit(table, parent),
            Action::Inherit(parent, false) => match self.find(Space::Relation, parent) {
                Found::Here { key: found, sure: true, .. } if !table.parents.contains(&found) => Some(wrong(
                    &codes::UNKNOWN_TABLE,
                    parent.name.place,
                    format!("`{shown}` does not inherit from `{}`", parent.name.text),
                    "",
                )),
                _ => None,
            },
            Action::SetTrigger { name: Some(name), .. } if self.triggers_are_sure() => {
                let path = Path { schema: None, name: name.clone() };
                let trigger = self.trigger_key(&path, key);
                let constraint = table.constraint(&name.key).is_some();
                (self.existing(&trigger).is_none() && !constraint && !table.family).then(|| {
                    let message = format!("unknown trigger `{}` of table `{shown}`", name.text);
                    wrong(&codes::UNKNOWN_OBJECT, name.place, message, "")
                })
            }
            Action::RenameTo(to) => self.same_name(key, to),
            _ => None,
        }
    }

    pub(super) fn same_name(&self, key: &Key, to: &Path) -> Option<Diagnostic> {
        (to.schema.is_none() && to.name.key == key.name).then(|| {
            let message = format!("`{}` has this name already", to.name.text);
            wrong(&codes::DUPLICATE_TABLE, to.name.place, message, "")
        })
    }

    fn has_children(&self, key: &Key) -> bool {
        !self.children(key).is_empty()
    }

    /// A child has a column of this name, and of another type.
    fn differs_in_child(&self, key: &Key, new: &NewColumn) -> Option<Diagnostic> {
        let ty = new.ty.as_ref().filter(|ty| ty.own.is_none())?;
        let (child, column) = self.children(key).iter().filter(|child| self.sure(child)).find_map(|child| {
            let column = self.table(child)?.column(&new.name.key)?;
            let other = column.ty.as_ref().is_some_and(|own| own.own.is_none() && own.meaning != ty.meaning);
            other.then(|| (child.name.clone(), column.clone()))
        })?;
        let own = column.ty.as_ref().map(|ty| ty.text.clone()).unwrap_or_default();
        let message = format!("`{}` would be `{}`, and is `{own}` in the child `{child}`", new.name.text, ty.text);
        Some(wrong(&codes::MISFIT, new.name.place, message, "").label(column.name.place, "the column is made here"))
    }

    /// A column that comes from a parent belongs to it.
    fn stays_with_parent(&self, key: &Key, table: &Table, name: &Ident, what: &str) -> Option<Diagnostic> {
        let parent = table.parents.iter().find(|parent| {
            self.sure(parent) && self.table(parent).is_some_and(|table| table.column(&name.key).is_some())
        })?;
        let _ = key;
        let shown = self.entries.get(parent).map_or(&parent.name, |entry| &entry.name);
        let message = format!("`{}` comes from `{shown}`, and can only be {what} there", name.text);
        Some(wrong(&codes::IN_USE, name.place, message, "").help(format!("alter `{shown}`")))
    }

    fn inherited_constraint(&self, table: &Table, name: &Ident) -> Option<Diagnostic> {
        table.bound.as_ref()?;
        let own = table.constraint(&name.key)?;
        let keys = |kind: &ConstraintKind<Key>| -> Option<Vec<Arc<str>>> {
            matches!(kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_))
                .then(|| kind.columns().iter().map(|name| name.key.clone()).collect())
        };
        let columns = keys(&own.kind)?;
        let parent = table.parents.first().filter(|parent| self.sure(parent))?;
        let whole = self.table(parent)?;
        let same = whole.constraints.iter().any(|other| {
            std::mem::discriminant(&other.kind) == std::mem::discriminant(&own.kind)
                && keys(&other.kind).as_ref() == Some(&columns)
        });
        same.then(|| {
            let shown = self.entries.get(parent).map_or(&parent.name, |entry| &entry.name);
            let message = format!("constraint `{}` comes from `{shown}`, and can only be dropped there", name.text);
            wrong(&codes::IN_USE, name.place, message, "")
        })
    }

    /// A check that comes from a parent belongs to it.
    fn inherited_check(&self, table: &Table, name: &Ident, what: &str) -> Option<Diagnostic> {
        let own = table.constraint(&name.key)?;
        let is_check = |kind: &ConstraintKind<Key>| matches!(kind, ConstraintKind::Check(_));
        if !is_check(&own.kind) || own.details.no_inherit {
            return None;
        }
        let parent = table.parents.iter().find(|parent| {
            let theirs = self.table(parent).and_then(|parent| parent.constraint(&name.key));
            self.sure(parent) && theirs.is_some_and(|theirs| is_check(&theirs.kind) && !theirs.details.no_inherit)
        })?;
        let shown = self.entries.get(parent).map_or(&parent.name, |entry| &entry.name);
        let message = format!("constraint `{}` comes from `{shown}`, and can only be {what} there", name.text);
        Some(wrong(&codes::IN_USE, name.place, message, "").help(format!("alter `{shown}`")))
    }

    /// Rows that others may point to are not taken away without them.
    pub(super) fn broken_truncate(&self, paths: &[Path]) -> Option<Diagnostic> {
        let mysql = self.dialect.is_mysql_family();
        let mut emptied: Vec<(&Path, Key)> = Vec::new();
        for path in paths {
            let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return None };
            match &entry.object {
                Object::Sequence { .. } if mysql => return None,
                Object::View(_) | Object::Sequence { .. } => {
                    return Some(self.other_kind(super::super::change::Kind::Table, path, &entry));
                }
                // What is done to its parts is not asked.
                Object::Table(table) if table.family || table.open => return None,
                Object::Table(_) => emptied.push((path, key)),
                _ => return None,
            }
        }
        if mysql && !self.state.foreign_keys {
            return None;
        }
        emptied.iter().find_map(|(path, key)| {
            let (other, place, shown) = self.pointing_to(key).into_iter().find_map(|other| {
                if emptied.iter().any(|(_, key)| *key == other) || !self.sure(&other) {
                    return None;
                }
                let entry = self.existing(&other)?;
                let Object::Table(table) = &entry.object else { return None };
                let points = table.constraints.iter().find(
                    |constraint| matches!(&constraint.kind, ConstraintKind::Foreign { target, .. } if target == key),
                )?;
                (!table.loose && !table.open && !table.family)
                    .then(|| (entry.name.clone(), points.place, entry.name.clone()))
            })?;
            let message =
                format!("table `{}` cannot be truncated: a foreign key of `{shown}` points to it", path.name.text);
            let problem =
                wrong(&codes::IN_USE, path.name.place, message, "").label(place, "the foreign key is made here");
            Some(problem.help(match mysql {
                true => format!("take its rows out one by one: `DELETE FROM {}`", path.shown()),
                false => format!("truncate `{other}` in the same statement, or write `CASCADE`"),
            }))
        })
    }

    /// What is refreshed keeps the rows of a query.
    pub(super) fn no_materialized(&self, path: &Path) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
        let other = match &entry.object {
            Object::View(view) => !view.materialized,
            Object::Table(_) | Object::Sequence { .. } | Object::Index { .. } => true,
            _ => false,
        };
        other.then(|| self.other_kind(super::super::change::Kind::MaterializedView, path, &entry))
    }

    /// Rows are told apart by an index that is unique, of columns alone, and about all of them.
    pub(super) fn no_key_of_rows(&self, path: &Path) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
        let Object::View(view) = &entry.object else { return None };
        let tells = |index: &Index| index.unique && index.predicate.is_none() && index.columns().is_some();
        (view.materialized && !view.indexes.iter().any(tells)).then(|| {
            let message = format!("materialized view `{}` has no unique index by which its rows are found", entry.name);
            let columns = view.columns.as_ref().and_then(|columns| columns.first().cloned());
            let column = columns.unwrap_or_else(|| "…".into());
            wrong(&codes::MISFIT, path.name.place, message, "`CONCURRENTLY` needs one")
                .label(entry.place, "it is made here")
                .note("it must be of columns, and without WHERE")
                .help(format!(
                    "leave out `CONCURRENTLY`, or make one before: `CREATE UNIQUE INDEX ON {} ({column})`",
                    path.shown()
                ))
        })
    }

    /// A policy speaks of the column.
    fn spoken_of(&self, key: &Key, name: &Ident, what: &str) -> Option<Diagnostic> {
        let policy = self.pointing_to(key).into_iter().find_map(|other| {
            let entry = self.existing(&other)?;
            let Object::Policy { table, definition } = &entry.object else { return None };
            let words = definition.text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '"');
            let behind =
                words.skip_while(|word| !word.eq_ignore_ascii_case("using") && !word.eq_ignore_ascii_case("check"));
            let named = behind.into_iter().any(|word| word.trim_matches('"') == &*name.key);
            // A query in it may speak of a column of another table.
            let query = definition.text.to_ascii_lowercase().contains("select");
            (table == key && self.sure(&other) && named && !query).then_some(entry)
        })?;
        let message = format!("column `{}` cannot be {what}: policy `{}` needs it", name.text, policy.name);
        let help = match what {
            "dropped" => "drop that first, or write `CASCADE` to drop both",
            _ => "drop the policy first, and make it anew",
        };
        Some(wrong(&codes::IN_USE, name.place, message, "").label(policy.place, "the policy is made here").help(help))
    }
}
