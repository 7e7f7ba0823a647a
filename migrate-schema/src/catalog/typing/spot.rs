//! Expressions that stand in definitions: checks, defaults, generated columns, conditions of policies.

use std::sync::Arc;

use migrate_core::Dialect;

use super::super::mention::{From, Mention};
use super::super::{Catalog, Key};
use super::ty::Ty;
use super::{Level, Row, Source};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// Where an expression about the columns of one table stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::catalog) struct Spot {
    /// As it is called in sentences.
    pub(in crate::catalog) name: &'static str,
    /// It must be true or false.
    pub(in crate::catalog) condition: bool,
    /// No query may stand in it.
    pub(in crate::catalog) plain: bool,
    /// It must always give the same, for what it is made for.
    pub(in crate::catalog) fixed: Option<&'static str>,
}

impl Catalog {
    /// The tables, functions and types that an expression about one table speaks of; then also its type.
    pub(in crate::catalog) fn check_value(
        &self,
        table: Option<&Key>,
        expr: &super::super::change::Expr,
        spot: Spot,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(scope) = expr.scope.as_ref().filter(|_| self.dialect == Dialect::Postgres) else { return };
        let mut whole = (**scope).clone();
        if let Some(key) = table {
            let place = crate::source::Place::nowhere();
            let ident = |name: &str| super::super::name::Ident {
                text: name.into(),
                key: name.into(),
                double_quoted: true,
                place,
            };
            let path = super::super::name::Path { schema: Some(ident(&key.schema)), name: ident(&key.name) };
            whole.sources.push(From::table(Some(path), None));
        }
        let items: Vec<super::super::value::Value> = whole.values.items.iter().flatten().cloned().collect();
        if spot.condition {
            whole.values.conditions.extend(items.into_iter().map(|value| (spot.name, value)));
        } else {
            whole.values.of_table = Some(spot.name);
        }
        whole.values.fixed = spot.fixed;
        if spot.plain && !whole.children.is_empty() {
            let at = whole.values.items.iter().flatten().next().map(|value| value.at);
            if let Some(at) = at {
                let message = format!("no query can stand in {}", spot.name);
                out.push(Diagnostic::error(&codes::MISFIT, message).at(at, ""));
            }
            return;
        }
        self.check_scope(&whole, out);
    }

    /// A check of a domain speaks of its value alone.
    pub(in crate::catalog) fn broken_domain_check(
        &self,
        expr: &super::super::change::Expr,
        base: &super::super::table::Type,
    ) -> Option<Diagnostic> {
        let scope = expr.scope.as_ref()?;
        let named = |mention: &&Mention| {
            let key = &mention.name.key;
            !super::super::resolve::is_system_column(self.dialect, key)
                && !super::super::resolve::is_of_domain(self.dialect, key)
        };
        if let Some(mention) = scope.columns.iter().find(named) {
            let message = format!("unknown column `{}`", mention.name.text);
            let problem = Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(mention.name.place, "");
            return Some(problem.help("the value of a domain is called `VALUE` in its checks"));
        }
        let value = scope.values.items.first()?.as_ref()?;
        let mut typing = self.typing();
        let row = vec![(Arc::from("value"), self.ty_of(base))];
        let source = Source { name: None, columns: Some(row), key: None, again: false };
        typing.levels.push(Level { sources: vec![source], ..Level::default() });
        typing.boolean(value, "CHECK");
        typing.problem
    }

    /// Whether a column cannot become what it is to be, nor its default.
    pub(in crate::catalog) fn does_not_turn(
        &self,
        column: &super::super::table::Column,
        name: &super::super::name::Ident,
        ty: &super::super::table::Type,
        using: bool,
    ) -> Option<Diagnostic> {
        let (from, to) = (self.ty_of(column.ty.as_ref()?), self.ty_of(ty));
        if using || self.typing().own_casts || matches!(from, Ty::Any | Ty::Row) || matches!(to, Ty::Any | Ty::Row) {
            return None;
        }
        (!self.is_assignable(&from, &to)).then(|| {
            let was = column.ty.as_ref().map(|ty| ty.text.clone()).unwrap_or_default();
            let message = format!("`{}` is `{was}`, which does not become `{}` by itself", name.text, ty.text);
            let problem = Diagnostic::error(&codes::MISFIT, message)
                .at(name.place, "the server refuses this without USING")
                .label(column.name.place, "the column is made here");
            match self.is_castable(&from, &to) {
                true => problem.help(format!("say how: `USING {}::{}`", name.text, ty.text)),
                false => problem.help(format!("say how: `USING {}::text::{}`", name.text, ty.text)),
            }
        })
    }

    /// What stands behind USING.
    pub(in crate::catalog) fn broken_using(
        &self,
        key: &Key,
        name: &super::super::name::Ident,
        ty: &super::super::table::Type,
        using: &super::super::change::Expr,
    ) -> Option<Diagnostic> {
        let mut out = Vec::new();
        if !self.check_columns(key, &using.columns, &mut out) {
            return out.into_iter().next();
        }
        self.check_value(
            Some(key),
            using,
            Spot { name: "USING", condition: false, plain: true, fixed: None },
            &mut out,
        );
        if let Some(problem) = out.into_iter().next() {
            return Some(problem);
        }
        let value = using.scope.as_ref()?.values.items.first()?.as_ref()?;
        let mut typing = self.typing_in(key);
        let found = typing.infer(value);
        let wanted: Row = vec![(name.key.clone(), self.ty_of(ty))];
        typing.check_write(&wanted, name, value, &found);
        typing.problem
    }

    /// The walk over an expression about the columns of a table.
    fn typing_in(&self, key: &Key) -> super::Typing<'_> {
        let mut typing = self.typing();
        let place = crate::source::Place::nowhere();
        let ident = |name: &Arc<str>| super::super::name::Ident {
            text: name.clone(),
            key: name.clone(),
            double_quoted: true,
            place,
        };
        let path = super::super::name::Path { schema: Some(ident(&key.schema)), name: ident(&key.name) };
        let source = typing.source(&From::table(Some(path), None), &[]);
        typing.levels.push(Level { sources: vec![source], ..Level::default() });
        typing
    }

    pub(in crate::catalog) fn default_does_not_turn(
        &self,
        column: &super::super::table::Column,
        name: &super::super::name::Ident,
        ty: &super::super::table::Type,
        using: bool,
    ) -> Option<Diagnostic> {
        let default = column.default.as_ref().filter(|default| !default.eq_ignore_ascii_case("null"))?;
        let (from, to) = (self.ty_of(column.ty.as_ref()?), self.ty_of(ty));
        // Without USING the type itself is the first thing that is wrong.
        if !using || self.typing().own_casts || self.is_assignable(&from, &to) || from == Ty::Row || from == Ty::Any {
            return None;
        }
        let message = format!("the default of `{}` does not become `{}` by itself", name.text, ty.text);
        Some(
            Diagnostic::error(&codes::MISFIT, message)
                .at(name.place, format!("its default is `{default}`"))
                .help(format!("drop the default first, and set it anew: `ALTER COLUMN {0} DROP DEFAULT, ALTER COLUMN {0} TYPE …, ALTER COLUMN {0} SET DEFAULT …`", name.text)),
        )
    }

    /// A default that is a text in quotes has to be a value of the type.
    pub(in crate::catalog) fn broken_default(
        &self,
        name: &super::super::name::Ident,
        text: &str,
        ty: &super::super::table::Type,
    ) -> Option<Diagnostic> {
        let inner = text.trim().strip_prefix('\'')?.strip_suffix('\'').filter(|inner| !inner.contains('\''))?;
        let ty = self.ty_of(ty);
        (!self.is_value(inner, &ty)).then(|| {
            let message = format!("the default of `{}`: '{inner}' is no value of `{}`", name.text, ty.shown());
            Diagnostic::error(&codes::MISFIT, message).at(name.place, "")
        })
    }

    /// What a column is computed from.
    pub(in crate::catalog) fn check_generated(
        &self,
        key: &Key,
        column: &super::super::new::NewColumn,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(expr) = &column.generated else { return };
        if !self.check_columns(key, &expr.columns, out) || self.dialect != Dialect::Postgres {
            return;
        }
        let known = out.len();
        let fixed = Some("a generated column");
        self.check_value(
            Some(key),
            expr,
            Spot { name: "a generated column", condition: false, plain: true, fixed },
            out,
        );
        let computed = |name: &Arc<str>| {
            let table = self.table(key).filter(|_| self.sure(key));
            table.and_then(|table| table.column(name)).is_some_and(|column| column.generated.is_some())
        };
        if out.len() == known
            && let Some(name) = expr.columns.iter().find(|name| computed(&name.key))
        {
            let message = format!("a generated column cannot be computed from another: `{}`", name.text);
            out.push(Diagnostic::error(&codes::MISFIT, message).at(name.place, "this one is generated itself"));
        }
        if let (Some(scope), Some(ty), true) = (&expr.scope, &column.ty, out.len() == known)
            && let Some(Some(value)) = scope.values.items.first()
        {
            let mut typing = self.typing_in(key);
            let found = typing.infer(value);
            let wanted: Row = vec![(column.name.key.clone(), self.ty_of(ty))];
            typing.check_write(&wanted, &column.name, value, &found);
            out.extend(typing.problem);
        }
    }

    /// The type that the value of an expression has beside the one that is wanted.
    pub(in crate::catalog) fn check_default_value(
        &self,
        expr: &super::super::change::Expr,
        name: &super::super::name::Ident,
        ty: Option<&super::super::table::Type>,
        out: &mut Vec<Diagnostic>,
    ) {
        let column = expr.scope.as_ref().filter(|_| self.dialect == Dialect::Postgres).and_then(|scope| {
            scope
                .columns
                .iter()
                .find(|mention| !super::super::resolve::is_system_column(self.dialect, &mention.name.key))
        });
        if let Some(name) = column {
            let message = format!("a default cannot speak of a column: `{}`", name.name.text);
            out.push(Diagnostic::error(&codes::MISFIT, message).at(name.name.place, ""));
            return;
        }
        let known = out.len();
        self.check_value(None, expr, Spot { name: "DEFAULT", condition: false, plain: true, fixed: None }, out);
        let (Some(scope), Some(ty)) = (&expr.scope, ty) else { return };
        if out.len() > known || self.dialect != Dialect::Postgres {
            return;
        }
        let Some(Some(value)) = scope.values.items.first() else { return };
        let mut typing = self.typing();
        let found = typing.infer(value);
        let wanted: Row = vec![(name.key.clone(), self.ty_of(ty))];
        typing.check_write(&wanted, name, value, &found);
        out.extend(typing.problem);
    }
}
