//! `ALTER TABLE`.

use migrate_core::Dialect;

use super::change::{Action, AlterTable, Kind};
use super::constraint::ConstraintKind;
use super::details::set;
use super::family::Gone;
use super::name::Ident;
use super::part::has_index;
use super::problem::{duplicate_index, unknown_constraint, unknown_index, unknown_output};
use super::table::Table;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    pub(super) fn alter_table(&mut self, alter: &AlterTable, out: &mut Vec<Diagnostic>) {
        if self.dialect == migrate_core::Dialect::Sqlite && alter.path.name.key.starts_with("sqlite_") {
            let name = &alter.path.name;
            out.push(
                Diagnostic::error(
                    &crate::diagnostic::semantic::NOT_ALLOWED,
                    format!("`{}` cannot be altered", name.text),
                )
                .at(name.place, "SQLite keeps it itself"),
            );
            return;
        }
        let (key, entry) = match self.find(Space::Relation, &alter.path) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                if !alter.if_exists {
                    out.push(self.unknown(Kind::Table, &alter.path, gone.as_deref()));
                    let key = self.key_for(Space::Relation, &alter.path, false);
                    self.make_unknown(key, &alter.path.name);
                }
                return;
            }
            Found::Unsure => {
                // The name may be that of a table we know under another schema.
                self.doubt_name(&alter.path.name);
                for action in &alter.actions {
                    if let Action::RenameTo(to) = action {
                        self.doubt_name(&to.name);
                    }
                }
                return;
            }
        };
        if !self.check_alterable(alter, &entry, self.sure(&key), out) {
            return;
        }
        if matches!(entry.object, Object::View(_)) {
            for action in &alter.actions {
                self.say_of_view(&key, action);
                if let Action::RenameColumn { from, to, .. } = action {
                    self.rename_view_column(&alter.path, from, to, out);
                }
            }
        }
        if matches!(entry.object, Object::Sequence { .. }) && self.dialect.is_mysql_family() {
            for action in &alter.actions {
                if let Action::SetOptions { settings, comment, .. } = action {
                    let mut settings = settings.clone();
                    settings.extend(comment.iter().map(|says| ("comment".into(), Some(says.clone()))));
                    self.set_sequence(&key, &settings);
                }
            }
            return;
        }
        let Object::Table(table) = &entry.object else { return };
        let family = table.family;
        let problems = out.len();
        if !self.check_losses(&key, alter, out) {
            self.fail(&key);
            return;
        }
        // PostgreSQL's follow each action.
        if self.dialect != Dialect::Postgres
            && table.names.is_some()
            && let Some(table) = self.table_mut(&key)
        {
            table.names = None;
        }
        self.altered_alone = alter.actions.len() == 1;
        self.altered_at = Some(alter.path.name.place);
        let mut actions: Vec<&Action> = alter.actions.iter().collect();
        if alter.actions.len() > 1 {
            // All names but those of what is added mean the table as it was.
            actions.sort_by_key(|action| self.pass(action));
        }
        let swaps = self.dialect.is_mysql_family() && actions.iter().filter(|action| renames(action)).count() > 1;
        let aside = if swaps { self.put_aside(&key, &actions, out) } else { Some(Vec::new()) };
        let Some(aside) = aside else {
            // Names may go round in a circle: one that is taken now may be free in the end.
            self.fail(&key);
            return;
        };
        let mut at = key.clone();
        for (place, action) in actions.into_iter().enumerate() {
            let action = aside.iter().find(|(own, _)| *own == place).map_or(action, |(_, action)| action);
            let known = out.len();
            let gone = if family { self.goes(&at, action) } else { Gone::default() };
            self.follow_names(&at, action, out);
            let new = self.act(&at, action, out);
            if family && out.len() == known {
                self.hand_down(&at, action, alter.only, &gone);
            }
            if let Some(new) = new {
                at = new;
            }
        }
        if alter.actions.len() > 1 {
            self.put_in_places(&at, &alter.actions);
        }
        self.trim_prefixes(&at);
        if out.len() == problems {
            self.check_state(&at, alter.path.name.place, out);
        }
        // The server takes a column that goes and comes for one that stays, and its keys stay with it.
        let comes_again = self.dialect.is_mysql_family()
            && alter.actions.iter().any(|action| match action {
                Action::DropColumn { name, .. } => alter
                    .actions
                    .iter()
                    .any(|other| matches!(other, Action::AddColumn { column, .. } if column.name.key == name.key)),
                _ => false,
            });
        if out.len() > problems || comes_again {
            self.fail(&at);
        }
    }

    /// Columns that change their names in one statement may take each other's: all of them get names first that nobody
    /// has. What is done then, instead of what is written; none if one of them is not there.
    fn put_aside(&mut self, key: &Key, actions: &[&Action], out: &mut Vec<Diagnostic>) -> Option<Vec<(usize, Action)>> {
        let known = out.len();
        let mut instead = Vec::new();
        for (at, action) in actions.iter().enumerate().filter(|(_, action)| renames(action)) {
            let (Action::RenameColumn { from, .. } | Action::ReplaceColumn { from, .. }) = action else { continue };
            if !self.want_column(key, from, out) || self.sure_columns(key).is_none() {
                return None;
            }
            let text: std::sync::Arc<str> = format!("\u{2}{at}").into();
            let aside = super::name::Ident { text: text.clone(), key: text, ..from.clone() };
            self.rename_column(key, from, &aside, false, out);
            let mut then = (*action).clone();
            if let Action::RenameColumn { from, .. } | Action::ReplaceColumn { from, .. } = &mut then {
                *from = aside;
            }
            instead.push((at, then));
        }
        (out.len() == known).then_some(instead)
    }

    /// `FIRST` and `AFTER` are about the table as it is when all its columns are there, in the order of the clauses.
    fn put_in_places(&mut self, key: &Key, actions: &[Action]) {
        for action in actions {
            let (Action::AddColumn { column, .. } | Action::ReplaceColumn { column, .. }) = action else { continue };
            if column.position.is_some() {
                self.move_column(key, &column.name, column.position.as_ref());
            }
        }
    }

    /// The names of columns of which nothing else is known.
    fn follow_names(&mut self, key: &Key, action: &Action, out: &mut Vec<Diagnostic>) {
        let Some(table) = self.table(key).filter(|table| table.open) else { return };
        let Some(names) = table.names.clone() else { return };
        let shown = self.entries.get(key).map(|entry| entry.name.clone());
        let missing = |name: &Ident| self.sure(key) && !names.contains(&name.key);
        let unknown = match action {
            Action::AddConstraint(new) => new.kind.columns().iter().find(|name| missing(name)),
            Action::DropColumn { name, if_exists: false, .. }
            | Action::RenameColumn { from: name, .. }
            | Action::SetType { name, .. }
            | Action::SetNotNull { name, .. }
            | Action::SetDefault { name, .. } => Some(name).filter(|name| missing(name)),
            _ => None,
        };
        if let Some(name) = unknown {
            out.push(unknown_output(name, shown.as_ref(), &names));
        }
        let mut names = names.to_vec();
        match action {
            Action::AddColumn { column, .. } => names.push(column.name.key.clone()),
            Action::DropColumn { name, .. } => names.retain(|known| *known != name.key),
            Action::RenameColumn { from, to, .. } => {
                for known in names.iter_mut().filter(|known| **known == from.key) {
                    *known = to.key.clone();
                }
            }
            Action::ReplaceColumn { .. } | Action::Unknown | Action::Inherit(..) => names.clear(),
            _ => return,
        }
        if let Some(table) = self.table_mut(key) {
            table.names = (!names.is_empty()).then(|| names.into());
        }
    }

    /// When the server gets to an action among others.
    fn pass(&self, action: &Action) -> u8 {
        match action {
            // What goes with a column may be dropped beside it, but not of PostgreSQL.
            Action::DropColumn { .. } => u8::from(self.dialect.is_mysql_family()),
            Action::DropConstraint { .. } | Action::DropPrimaryKey(_) | Action::DropIndex { .. } => 0,
            Action::SetType { .. } | Action::RenameColumn { .. } | Action::ReplaceColumn { .. } => 2,
            Action::AddColumn { .. } => 3,
            Action::SetNotNull { .. }
            | Action::SetDefault { .. }
            | Action::SetColumnOptions { .. }
            | Action::SetIdentity { .. }
            | Action::DropIdentity { .. }
            | Action::SetExpression { .. } => 4,
            Action::RenameIndex { .. } | Action::RenameConstraint { .. } => 5,
            Action::AddIndex(_) => 6,
            Action::AddConstraint(new) => match new.kind {
                ConstraintKind::Foreign { .. } => 8,
                _ => 7,
            },
            Action::SetConstraint { .. }
            | Action::SetIndexOptions { .. }
            | Action::SetOptions { .. }
            | Action::SetPartitions(_)
            | Action::Attach { .. }
            | Action::Detach(_)
            | Action::Inherit(..)
            | Action::SetTrigger { .. }
            | Action::SetRule(..)
            | Action::SetRowType(_)
            | Action::Nothing
            | Action::Unknown => 9,
            Action::RenameTo(_) => 10,
        }
    }

    /// One action. Some if the table has another key afterwards.
    pub(super) fn act(&mut self, key: &Key, action: &Action, out: &mut Vec<Diagnostic>) -> Option<Key> {
        match action {
            Action::AddColumn { column, constraints, if_not_exists } => {
                self.add_column(key, column, constraints, *if_not_exists, out);
            }
            Action::DropColumn { name, if_exists, cascade } => self.drop_column(key, name, *if_exists, *cascade, out),
            Action::RenameColumn { from, to, if_exists } => self.rename_column(key, from, to, *if_exists, out),
            Action::ReplaceColumn { from, column, constraints, if_exists } => {
                self.replace_column(key, from, column, constraints, *if_exists, out);
            }
            Action::SetType { name, ty, collation, using } => {
                let foreign = self.table(key).is_some_and(Table::is_foreign);
                if using.is_some() || foreign || self.check_turn(key, name, ty, out) {
                    self.set_type(key, name, ty, collation.as_ref(), out);
                }
            }
            Action::SetNotNull { name, not_null } => {
                if self.want_column(key, name, out) {
                    self.column_mut(key, name, |column| column.not_null = *not_null);
                }
            }
            Action::SetDefault { name, default, value } => {
                if self.want_column(key, name, out) {
                    let ty = self.column_type(key, name);
                    if let (Some(default), Some(ty)) = (default, &ty) {
                        self.check_default(name, Some(ty), default, out);
                    }
                    if let Some(value) = value.as_ref().filter(|_| out.is_empty()) {
                        self.check_default_value(value, name, ty.as_ref(), out);
                    }
                    self.check_new_default(key, name, default.as_ref(), out);
                    self.set_default(key, name, default.clone());
                }
            }
            Action::SetColumnOptions { name, settings } => {
                if self.want_column(key, name, out) && !settings.is_empty() {
                    self.column_mut(key, name, |column| set(&mut column.details.options, settings));
                }
            }
            Action::SetIdentity { name, add, always, settings } => {
                if self.want_column(key, name, out) {
                    self.set_identity(key, name, *add, *always, settings);
                }
            }
            Action::DropIdentity { name, .. } => {
                if self.want_column(key, name, out) {
                    self.drop_identity(key, name);
                }
            }
            Action::SetExpression { name, expr, .. } => {
                if self.want_column(key, name, out) {
                    self.column_mut(key, name, |column| {
                        column.details.stored &= expr.is_some();
                        column.generated = expr.clone();
                    });
                }
            }
            Action::AddConstraint(new) => self.add_constraint(key, new, out),
            Action::DropConstraint { name, if_exists, cascade, only } => {
                self.drop_constraint(key, name, *if_exists, *cascade, *only, out);
            }
            Action::DropPrimaryKey(place) => self.drop_primary(key, *place, out),
            Action::RenameConstraint { from, to } => self.rename_constraint(key, from, to, out),
            Action::SetConstraint { name, deferrable, deferred, enforced, validated } => {
                if let Some((table, shown)) = self.sure_parts(key)
                    && table.constraint(&name.key).is_none()
                {
                    if !name.key.ends_with("_not_null") {
                        out.push(unknown_constraint(name, table, &shown));
                    }
                    return None;
                }
                let table = self.table_mut(key)?;
                for constraint in table.constraints.iter_mut().filter(|constraint| constraint.is(&name.key)) {
                    let details = &mut constraint.details;
                    details.deferrable = deferrable.unwrap_or(details.deferrable);
                    details.deferred = deferred.unwrap_or(details.deferred);
                    details.not_enforced = enforced.map_or(details.not_enforced, |enforced| !enforced);
                    details.not_valid &= !validated;
                }
            }
            Action::AddIndex(new) => self.add_index(key, new, true, out),
            Action::DropIndex { name, if_exists } => self.drop_table_index(key, name, *if_exists, out),
            Action::RenameIndex { from, to } => {
                if let Some((table, shown)) = self.sure_parts(key)
                    && !has_index(table, from)
                {
                    out.push(unknown_index(from, table, &shown));
                    return None;
                }
                if let Some(table) = self.table_mut(key) {
                    let other = table.index(&to.key).map(|index| index.name.place);
                    if let Some(place) = other
                        && from.key != to.key
                    {
                        out.push(duplicate_index(to, place, &key.name));
                        return None;
                    }
                    for index in &mut table.indexes {
                        if index.name.key == from.key {
                            index.name = to.clone();
                            // With a name that somebody gave it, it does not give way to another any more.
                            index.details.options.remove("foreign key");
                        }
                    }
                }
            }
            Action::RenameTo(to) => return self.rename_key(key, to, out),
            Action::SetIndexOptions { name, settings } => {
                let table = self.table_mut(key)?;
                for index in table.indexes.iter_mut().filter(|index| index.name.key == name.key) {
                    set(&mut index.details.options, settings);
                    // What is set comes behind what stays.
                    let order = &mut index.details.order;
                    order.retain(|name| !settings.iter().any(|(other, _)| other == name));
                    order.extend(settings.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name.clone()));
                }
            }
            Action::SetOptions { settings, comment, convert } => {
                self.check_settings(key, settings, out);
                self.set_table_options(key, settings, comment.as_ref(), *convert);
            }
            Action::SetPartitions(change) => {
                self.check_partition_change(key, change, out);
                let dialect = self.dialect;
                let table = self.table_mut(key)?;
                let by = table.options.get("partition by").map(|by| super::partition::after(by, change, dialect));
                table.options.insert("partition by".into(), by.unwrap_or_default());
            }
            Action::Attach { child, bound } => self.attach(key, child, bound, out),
            Action::Detach(child) => self.detach(key, child, out),
            Action::Inherit(parent, joins) => self.inherit(key, parent, *joins, out),
            Action::SetTrigger { name, state } => self.set_trigger(key, name.as_ref(), state.as_ref()),
            Action::SetRowType(of) => self.say_type(key, of.as_ref()),
            Action::SetRule(name, on) => self.set_rule(key, name, *on),
            Action::Nothing => (),
            Action::Unknown => self.fail(key),
        }
        None
    }
}

fn renames(action: &Action) -> bool {
    match action {
        Action::RenameColumn { .. } => true,
        Action::ReplaceColumn { from, column, .. } => from.key != column.name.key,
        _ => false,
    }
}
