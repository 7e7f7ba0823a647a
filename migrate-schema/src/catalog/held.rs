//! What holds a column or a table of PostgreSQL, beside keys and views: triggers by what they look at, functions and columns
//! by a type of rows.

use std::sync::Arc;

use super::change::{Action, Change};
use super::details::RoutineDetails;
use super::name::{Ident, Path};
use super::table::Type;
use super::{Catalog, Key, Object, Space};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};
use migrate_core::Dialect;

impl Catalog {
    /// The triggers of a table that look at a column: `UPDATE OF a`, and `NEW.a` in the condition.
    pub(super) fn triggers_of_column(&self, key: &Key, column: &Arc<str>) -> Vec<Key> {
        if self.dialect != Dialect::Postgres {
            return Vec::new();
        }
        let looks = |other: &Key| match self.entries.get(other).map(|entry| &entry.object) {
            Some(Object::Trigger { table, columns, definition, .. }) if table == key => {
                columns.iter().any(|own| own.key == *column) || is_of_row(&definition.text, column)
            }
            _ => false,
        };
        self.pointing_to(key).into_iter().filter(looks).collect()
    }

    /// A trigger that surely looks at the column: its name, and where it is made.
    pub(super) fn trigger_of_column(&self, key: &Key, column: &Arc<str>) -> Option<(Arc<str>, Place)> {
        if self.state.triggers_unsure {
            return None;
        }
        let trigger = self.triggers_of_column(key, column).into_iter().find(|trigger| self.sure(trigger))?;
        self.entries.get(&trigger).map(|entry| (entry.name.clone(), entry.place))
    }

    /// Takes down the types that a change gives to columns and functions.
    pub(super) fn note_types(&mut self, change: &Change) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let mut note = |ty: &Type| {
            if let Some(own) = &ty.own {
                self.types_in_use.insert(own.name.key.clone());
            }
        };
        match change {
            Change::CreateTable(new) => new.columns.iter().filter_map(|column| column.ty.as_ref()).for_each(note),
            Change::AlterTable(alter) => alter.actions.iter().for_each(|action| match action {
                Action::AddColumn { column, .. } => column.ty.iter().for_each(&mut note),
                Action::SetType { ty, .. } => note(ty),
                _ => (),
            }),
            Change::CreateType(new) => new.details.attributes.iter().for_each(|(_, ty)| note(ty)),
            Change::CreateRoutine { details, .. } => details.types().for_each(note),
            _ => (),
        }
    }

    /// What surely has the rows of a table or view for its type: a function that takes or returns them, or a column.
    pub(super) fn user_of_rows(&self, key: &Key, together: &[Key]) -> Option<(String, Place)> {
        if !self.types_in_use.contains(&key.name) {
            return None;
        }
        // Without a schema a type is of the schemas that were looked in when it was written.
        if self.of_name(Space::Relation, &key.name).count() != 1 {
            return None;
        }
        self.entries.iter().filter(|(other, entry)| self.is_fresh(entry) && !together.contains(other)).find_map(
            |(other, entry)| match &entry.object {
                Object::Routine { bodies, details } if bodies.len() == details.len() => {
                    let found = details.iter().any(|own| own.speaks_of(key, other));
                    found.then(|| (format!("function `{}`", entry.name), entry.place))
                }
                Object::Table(table) if other != key && !table.open => {
                    let column = table
                        .columns
                        .iter()
                        .find(|column| column.ty.as_ref().is_some_and(|ty| is_of(ty, key, other)))?;
                    Some((format!("column `{}` of table `{}`", column.name.text, entry.name), column.name.place))
                }
                _ => None,
            },
        )
    }
}

impl RoutineDetails {
    /// The types that it takes and returns.
    fn types(&self) -> impl Iterator<Item = &Type> {
        let signature = self.signature.iter();
        signature.flat_map(|own| own.arguments.iter().map(|argument| &argument.ty).chain(&own.returns))
    }

    /// Whether it takes or returns the rows of a table, or values of a type. `near`: its own key.
    pub(super) fn speaks_of(&self, key: &Key, near: &Key) -> bool {
        self.types().any(|ty| is_of(ty, key, near))
    }

    /// What it takes and returns goes by another name.
    pub(super) fn follow_type(&mut self, from: &Key, (to, path): (&Key, &Path), near: &Key) {
        if !self.speaks_of(from, near) {
            return;
        }
        let Some(signature) = self.signature.as_mut().map(Arc::make_mut) else { return };
        let types = signature.arguments.iter_mut().map(|argument| &mut argument.ty).chain(&mut signature.returns);
        for ty in types.filter(|ty| is_of(ty, from, near)) {
            let Some(own) = &mut ty.own else { continue };
            own.name = path.name.clone();
            if own.schema.is_some() || to.schema != near.schema {
                own.schema = path.schema.clone().or_else(|| own.schema.clone());
            }
            ty.meaning = ty.meaning.replacen(&*from.name, &to.name, 1).into();
        }
    }
}

/// Whether a type is this one, as it is written in something else. Without a schema it is of the schemas that were looked in
/// then, of which the first is taken to be that of the thing itself.
fn is_of(ty: &Type, key: &Key, near: &Key) -> bool {
    ty.own.as_ref().is_some_and(|own| {
        own.name.key == key.name
            && own.schema.as_ref().map_or(near.schema == key.schema, |schema| schema.key == key.schema)
    })
}

/// Whether the definition of a trigger has `NEW.a` or `OLD.a` in it, which only its condition can.
fn is_of_row(definition: &str, column: &str) -> bool {
    if !definition.contains(column) {
        return false;
    }
    let dialect = Dialect::Postgres;
    let tokens: Vec<Token> =
        Lexer::new(definition, 0..definition.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
    let key = |token: &Token| match token.kind {
        Kind::Word | Kind::Name => Some(Ident::written(token.text(definition), dialect, Place::nowhere()).key),
        _ => None,
    };
    tokens.windows(3).any(|three| {
        three[1].kind == Kind::Dot
            && matches!(key(&three[0]).as_deref(), Some("new" | "old"))
            && key(&three[2]).as_deref() == Some(column)
    })
}
