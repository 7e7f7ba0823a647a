//! A change happens. What is wrong is pushed, and what it touched is unknown from then on: one mistake, one message.

use std::sync::Arc;

use super::change::{Action, Change, Doubt, Kind};
use super::name::{Ident, Path};
use super::table::{Column, Table};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Code, Diagnostic, semantic as codes};

/// What can be wrong with a table without a doubt about which columns it is meant to have: something else that it speaks of
/// is not there, or does not fit.
const OF_OTHERS: [&Code; 5] =
    [&codes::UNKNOWN_TABLE, &codes::UNKNOWN_TYPE, &codes::UNKNOWN_OBJECT, &codes::NOT_UNIQUE, &codes::MISFIT];

/// A table that could not be made, where it is clear what its columns are called, and no more: that is enough to find the
/// mistakes of those who speak of it further down.
fn names_alone(change: &Change, entry: &Entry, problems: &[Diagnostic]) -> Option<Table> {
    let (Change::CreateTable(new), Object::Table(table)) = (change, &entry.object) else { return None };
    let written = new.like.is_empty() && new.parents.is_empty() && new.query.is_none() && new.of.is_none();
    let of_others = |problem: &Diagnostic| OF_OTHERS.iter().any(|code| std::ptr::eq(*code, problem.code));
    if !written || new.open || new.if_not_exists || entry.name != new.path.name.text || !problems.iter().all(of_others)
    {
        return None;
    }
    let columns = table.columns.iter().map(|column| Column::named(column.name.clone()).into()).collect();
    Some(Table { columns, loose: true, options: table.options.clone(), ..Table::default() })
}

impl Catalog {
    /// The columns that a table would have besides its own, or whose type would be another one, after a statement that was
    /// wrong; none where others may be gone, or be called otherwise.
    fn new_names<'c>(&self, change: &'c Change, table: &Key) -> Option<Vec<&'c Ident>> {
        let is_it = |path| matches!(self.find(Space::Relation, path), Found::Here { key, .. } if key == *table);
        match change {
            Change::CreateIndex(new) if is_it(&new.table) => Some(Vec::new()),
            Change::AlterTable(alter) if is_it(&alter.path) => {
                let mut names = Vec::new();
                for action in &alter.actions {
                    match action {
                        Action::AddColumn { column, .. } => names.push(&column.name),
                        Action::SetType { name, .. } => names.push(name),
                        Action::SetNotNull { .. }
                        | Action::SetDefault { .. }
                        | Action::AddConstraint(_)
                        | Action::DropConstraint { .. }
                        | Action::DropPrimaryKey(_)
                        | Action::RenameConstraint { .. }
                        | Action::SetConstraint { .. }
                        | Action::AddIndex(_) => (),
                        _ => return None,
                    }
                }
                Some(names)
            }
            _ => None,
        }
    }

    /// A statement about the table was wrong that takes none of its columns away. Of these columns no more is known than their
    /// names, and of its constraints and indexes nothing.
    fn keep_columns(&mut self, key: &Key, names: &[&Ident]) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        self.fail(key);
        let mut entry = (*entry).clone();
        if let Object::Table(table) = &mut entry.object {
            for name in names {
                let bare = Column::named((*name).clone()).into();
                match table.columns.iter_mut().find(|column| column.name.key == name.key) {
                    Some(column) => *column = bare,
                    None => table.columns.push(bare),
                }
            }
            (table.loose, table.constraints, table.indexes) = (true, Vec::new(), Vec::new());
        }
        self.put(key.clone(), Some(Arc::new(entry)));
    }

    /// Does what the change says, as the server would. A change whose names or parts are wrong does nothing, and what it
    /// would have touched is unknown from then on. One that only breaks a rule is taken as it was meant: what it makes is
    /// clear, so that mistakes further down are found in the same run.
    pub fn apply(&mut self, change: &Change, out: &mut Vec<Diagnostic>) {
        let (mark, known) = (self.mark(), out.len());
        let broken = self.broken_rule(change);
        self.apply_all(change, out);
        let understood = out.len() == known;
        if understood {
            out.extend(broken);
        }
        // One place is wrong once.
        let mut places = std::collections::BTreeSet::new();
        let mut at = 0;
        out.retain(|problem| {
            at += 1;
            at <= known || problem.at.is_none_or(|at| places.insert(at))
        });
        if !understood {
            let touched: Vec<(Key, Option<Arc<Entry>>)> =
                self.before(&mark).into_keys().map(|key| (key.clone(), self.entries.get(&key).cloned())).collect();
            self.take_back(mark);
            // What would have written rows leaves the schema as it is.
            let touched = if matches!(change, Change::Data(_)) { Vec::new() } else { touched };
            for (key, then) in touched {
                match (self.existing(&key).map(|entry| matches!(entry.object, Object::Table(_))), then) {
                    (Some(true), _) => match self.new_names(change, &key) {
                        Some(names) => self.keep_columns(&key, &names),
                        None => self.fail(&key),
                    },
                    (Some(false), _) => self.put_unknown(key),
                    (None, Some(entry)) => {
                        let meant = names_alone(change, &entry, &out[known..]);
                        let epoch = if meant.is_some() { self.new_epoch() } else { entry.epoch };
                        let object = meant.map_or(Object::Unknown, Object::Table);
                        self.put(key, Some(Arc::new(Entry { object, epoch, ..(*entry).clone() })));
                    }
                    (None, None) => (),
                }
            }
        }
        if self.state.event_triggers {
            self.doubt();
        }
    }

    pub(super) fn apply_all(&mut self, change: &Change, out: &mut Vec<Diagnostic>) {
        let known = out.len();
        self.check_names(change, out);
        if out.len() > known {
            return;
        }
        self.orient(change);
        let settled = self.settled(change);
        let change = settled.as_ref().unwrap_or(change);
        self.note_types(change);
        match change {
            Change::Fault(fault) => out.push((**fault).clone()),
            Change::CreateSchema { name, if_not_exists } => self.create_schema(name, *if_not_exists, out),
            Change::RenameSchema { from, to } => self.rename_schema(from, to),
            Change::CreateTable(new) => self.create_table(new, out),
            Change::AlterTable(alter) => self.alter_table(alter, out),
            Change::CreateIndex(new) => self.create_index(new, out),
            Change::CreateView(new) => self.create_view(new, out),
            Change::CreateSequence { .. } => self.create_sequence(change, out),
            Change::CreateType(new) => self.create_type(new, out),
            Change::AddValue { path, value, at, if_not_exists, neighbour } => {
                let neighbour = neighbour.as_ref().map(|(value, place, after)| (value, *place, *after));
                self.add_value(path, (value, *at), *if_not_exists, neighbour, out);
            }
            Change::RenameValue { path, from, to } => self.rename_value(path, from, to, out),
            Change::AlterType { path, kind: _, actions } => self.alter_type(path, actions),
            Change::CreateRoutine {
                path,
                kind: _,
                or_replace,
                if_not_exists,
                body,
                for_triggers,
                types,
                details,
                queries,
                written,
            } => {
                types.iter().for_each(|ty| self.check_own_type(ty, out));
                if !or_replace && !if_not_exists && self.is_routine_taken(path, details, out) {
                    return;
                }
                if !self.state.bodies_unchecked {
                    self.check_bodies(queries, out);
                    if let Some(written) = written {
                        self.check_written(path, details, (written, queries), out);
                    }
                }
                self.create_routine(path, *or_replace, body, *for_triggers, details);
            }
            Change::CreateTrigger(new) => self.create_trigger(new, out),
            Change::DropTrigger { path, table, if_exists } => {
                self.drop_trigger(path, table.as_ref(), *if_exists, out);
            }
            Change::RenameTrigger { path, table, to } => self.rename_trigger(path, table, to),
            Change::CreateExtension { name, if_not_exists, options } => {
                self.create_extension(name, *if_not_exists, options, out);
            }
            Change::AlterExtension { name, settings } => self.alter_extension(name, settings),
            Change::CreateOther(new) => self.create_other(new),
            Change::DropOther { name, .. } => self.drop_other(name),
            Change::AlterOther { name, action } => self.alter_other(name, action),
            Change::AlterEvent { name, change } => self.alter_event(name, change),
            Change::AlterCode { kind, path, change } => self.alter_code(*kind, path, change),
            Change::Say(said) => self.say(said),
            Change::CreatePolicy { name, table, definition, columns, values } => {
                self.check_policy(table, columns, values, out);
                self.create_policy(name, table, definition, out);
            }
            Change::AlterPolicy { name, table, to, clauses, columns, values } => {
                self.check_policy(table, columns, values, out);
                self.alter_policy(name, table, to.as_ref(), clauses, out)
            }
            Change::DropPolicy { name, table, if_exists } => self.drop_policy(name, table, *if_exists, out),
            Change::DropRoutines { kind, paths, if_exists, cascade } => {
                self.drop_routines(*kind, paths, *if_exists, *cascade, out);
            }
            Change::AlterRoutine { path, arguments, to } => self.alter_routine(path, arguments.as_ref(), to),
            Change::SetOptions { kind, path, if_exists, settings, owned_by } => {
                self.set_options(*kind, path, *if_exists, settings, owned_by.as_ref(), out);
            }
            Change::AttachIndex { path, child: _ } => self.attach_index(path),
            Change::RenameViewColumn { path, from, to } => self.rename_view_column(path, from, to, out),
            Change::Comment { on, text } => self.comment(on, text.as_ref(), out),
            Change::Drop { kind, paths, if_exists, cascade } => self.drop_all(*kind, paths, *if_exists, *cascade, out),
            Change::Rename { kind, path, to, if_exists } => self.rename(*kind, path, to, *if_exists, out),
            Change::Move { kind, path, schema, if_exists } => {
                let to = Path { schema: Some(schema.clone()), name: path.name.clone() };
                self.rename(*kind, path, &to, *if_exists, out);
            }
            Change::Needs { kind, path, column, if_exists } => {
                self.needs(*kind, path, column.as_ref(), *if_exists, out);
            }
            // What is wrong with it is a rule.
            Change::Truncate(_) | Change::RefreshBeside(_) => (),
            Change::SetPath(path) => self.set_path(path),
            Change::Inside(schema) => self.look_inside(schema.as_ref()),
            Change::Data(scope) => self.data(scope, out),
            Change::Run(body) => self.run(body),
            Change::Block(block) => self.run_block(block, out),
            Change::Call(name, given, _) => {
                if self.dialect.is_mysql_family() {
                    let path = Path { schema: None, name: name.clone() };
                    self.check_routine(Kind::Procedure, &path, out);
                    self.check_given(&path, given.as_deref(), out);
                }
                self.call(&name.key);
            }
            Change::SetVariable(name, texts, _) => self.set_variable(name, texts),
            Change::Prepare(name, texts) => self.prepare(name, texts),
            Change::Execute(name) => self.execute(name),
            Change::Doubt(doubt) => self.admit(doubt),
        }
    }

    /// Something nobody can know has happened.
    fn admit(&mut self, doubt: &Doubt) {
        match doubt {
            Doubt::Everything => self.doubt(),
            Doubt::Names(names) => names.iter().for_each(|name| self.doubt_name(name)),
            Doubt::Refused(names) => self.refuse(names),
            Doubt::SearchPath => {
                self.leave_database();
                self.state.path_unsure = true;
                self.state.path_anything = true;
            }
            Doubt::ForeignKeys => self.state.foreign_keys = false,
            Doubt::Lenient => self.state.lenient = true,
            Doubt::Bodies => self.state.bodies_unchecked = true,
            Doubt::EventTrigger => self.state.event_triggers = true,
            Doubt::Strangers => {
                self.state.strangers = true;
                self.state.foreign_types = true;
            }
        }
    }

    /// What stands under a key, unless it is gone or unknown.
    pub(super) fn existing(&self, key: &Key) -> Option<Arc<Entry>> {
        let entry = self.entries.get(key)?;
        (!matches!(entry.object, Object::Gone { .. } | Object::Unknown)).then(|| entry.clone())
    }

    /// The entry of a key is sure, and written as the path is.
    pub(super) fn is_same(&self, key: &Key, path: &Path) -> bool {
        self.sure(key) && self.entries.get(key).is_some_and(|entry| self.same_spelling(entry, path))
    }

    pub(super) fn is_ours_key(&self, key: &Key) -> bool {
        let schema = key.schema.split('\u{0}').next().unwrap_or_default();
        self.is_ours(schema)
    }

    /// It must be there.
    pub(super) fn needs(
        &mut self,
        kind: Kind,
        path: &Path,
        column: Option<&Ident>,
        if_exists: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        let space = match kind {
            Kind::Type | Kind::Domain => Space::Type,
            Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Sequence => Space::Relation,
            Kind::Function | Kind::Procedure | Kind::Schema | Kind::Extension | Kind::Trigger => return,
        };
        match self.find(space, path) {
            Found::Here { key, entry, sure } => {
                if let (Some(name), Object::Table(table)) = (column, &entry.object)
                    && sure
                    && !table.open
                    && table.column(&name.key).is_none()
                    && !super::resolve::is_system_column(self.dialect, &name.key)
                {
                    out.push(self.unknown_column(name, &key, table));
                }
            }
            Found::Missing(gone) if !if_exists && space == Space::Relation => {
                out.push(self.unknown(kind, path, gone.as_deref()));
                let key = self.key_for(space, path, false);
                self.make_unknown(key, &path.name);
            }
            Found::Missing(_) | Found::Unsure => (),
        }
    }
}
