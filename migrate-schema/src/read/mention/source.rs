//! What rows come from: tables, queries, functions, and joins of them.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::ast::{
    DataType, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, JoinConstraint, JoinOperator, TableFactor,
    TableWithJoins,
};

use super::mend::NAMELESS;
use super::{Clause, Mentions};
use crate::catalog::mention::{From, Mention, Output, RowsOf, Scope};
use crate::catalog::name::{Ident, Path};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

impl Mentions<'_> {
    pub(super) fn joined(&mut self, table: &TableWithJoins, scope: &mut Scope) {
        let first = scope.sources.len();
        self.factor(&table.relation, scope);
        for join in &table.joins {
            self.factor(&join.relation, scope);
            match &join.join_operator {
                JoinOperator::Join(on)
                | JoinOperator::Inner(on)
                | JoinOperator::Left(on)
                | JoinOperator::LeftOuter(on)
                | JoinOperator::Right(on)
                | JoinOperator::RightOuter(on)
                | JoinOperator::FullOuter(on)
                | JoinOperator::StraightJoin(on)
                | JoinOperator::CrossJoin(on) => match on {
                    JoinConstraint::On(expr) => {
                        let known = scope.columns.len();
                        self.in_clause(Clause::On, |own| own.expr(expr, scope));
                        self.check_seen_by_on(first, known, scope);
                        self.condition(expr, "ON", scope);
                    }
                    JoinConstraint::Using(names) => self.using(names, first, scope),
                    JoinConstraint::Natural => scope.merged_all = true,
                    JoinConstraint::None => (),
                },
                _ => (),
            }
        }
    }

    /// Behind ON only what is joined there is seen: not what a comma parts from it, and not what is updated.
    fn check_seen_by_on(&mut self, first: usize, known: usize, scope: &Scope) {
        // A query around this one may have something of the same name.
        if self.within || self.dialect == Dialect::Sqlite {
            return;
        }
        let (before, joined) = scope.sources.split_at(first.min(scope.sources.len()));
        let named = |source: &&From, name: &Ident| source.called().is_some_and(|called| called.key == name.key);
        let hidden = scope.columns[known..].iter().filter(|mention| mention.schema.is_none()).find_map(|mention| {
            let name = mention.qualifier.as_ref()?;
            let source = before.iter().find(|source| named(source, name))?;
            (!joined.iter().any(|source| named(&source, name))).then_some((name, source.target))
        });
        let Some((name, target)) = hidden else { return };
        let list = joined.iter().filter_map(From::called).map(|name| format!("`{}`", name.text));
        let list = list.collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::error(&codes::UNKNOWN_TABLE, format!("this `ON` does not see `{}`", name.text))
            .at(name.place, format!("it joins {list}"));
        self.faults.push(match target {
            true => diagnostic.help("the table that is written to is compared in WHERE"),
            false => diagnostic.help("JOIN binds closer than the comma: write `CROSS JOIN` instead of the comma"),
        });
    }

    /// Columns of the same name on both sides.
    fn using(&mut self, names: &[sqlparser::ast::ObjectName], first: usize, scope: &mut Scope) {
        let columns: Vec<Ident> = names.iter().filter_map(|name| Some(self.path(name)?.name)).collect();
        for name in &columns {
            scope.columns.push(Mention::new(None, name.clone()));
            scope.merged.push(name.clone());
            if scope.sources.len() == first + 2 {
                scope.joined.push((first, name.clone()));
            }
        }
        let Some(place) = columns.first().map(|name| name.place.span.start as usize) else { return };
        if let Some((_, _, name)) = self.mended.joins.iter().find(|(start, end, _)| (*start..*end).contains(&place)) {
            let listed = columns.iter().map(|name| name.key.clone()).collect();
            let alias = Some(name.clone());
            scope.sources.push(From { listed: Some(listed), again: true, ..From::table(None, alias) });
        }
    }

    pub(super) fn factor(&mut self, factor: &TableFactor, scope: &mut Scope) {
        let alias = match factor {
            TableFactor::Table { alias, .. }
            | TableFactor::Derived { alias, .. }
            | TableFactor::TableFunction { alias, .. }
            | TableFactor::Function { alias, .. }
            | TableFactor::UNNEST { alias, .. }
            | TableFactor::JsonTable { alias, .. }
            | TableFactor::NestedJoin { alias, .. } => alias.as_ref(),
            _ => {
                scope.open = true;
                None
            }
        };
        let columns: Vec<Arc<str>> =
            alias.iter().flat_map(|alias| &alias.columns).map(|column| self.ident(&column.name).key).collect();
        let typed = alias.is_some_and(|alias| alias.columns.iter().any(|column| column.data_type.is_some()));
        for ty in alias.iter().flat_map(|alias| &alias.columns).filter_map(|column| column.data_type.as_ref()) {
            self.cast(ty, scope);
        }
        let alias = alias.map(|alias| self.ident(&alias.name));
        let mut source = From { columns, ..From::table(None, alias) };
        if typed {
            source.listed = Some(std::mem::take(&mut source.columns).into());
        }
        match factor {
            TableFactor::Table { name, args: None, json_path: None, partitions, .. } => {
                let path = self.path(name);
                if let Some(path) = path.as_ref().filter(|_| self.dialect.is_mysql_family()) {
                    for part in partitions {
                        let part = self.ident(part);
                        scope.parts.push((path.clone(), part));
                    }
                }
                if source.columns.is_empty() {
                    source.path = path;
                } else {
                    // Its columns go by other names here than in the table: it is a query of all of them.
                    let inner = From::table(path, None);
                    let returns = Some(vec![Output::All]);
                    scope.children.push(Scope { sources: vec![inner], returns, ..Scope::default() });
                    source.child = Some(scope.children.len() - 1);
                }
            }
            TableFactor::Derived { subquery, lateral, .. } => {
                let mut inner = Scope { apart: !*lateral, ..Scope::default() };
                self.apart(*lateral, |own| own.query(subquery, &mut inner));
                scope.children.push(inner);
                source.child = Some(scope.children.len() - 1);
            }
            TableFactor::Function { name, args, with_ordinality, .. } => {
                source.function = self.path(name).map(|path| path.name);
                self.call(name, args, scope);
                self.arguments(args, scope);
                self.called_in_from(name, args, scope);
                source.ordinality = *with_ordinality;
                self.rows_of(name, args, &mut source);
            }
            TableFactor::Table { name, args: Some(args), with_ordinality, .. } => {
                source.function = self.path(name).map(|path| path.name);
                self.call(name, &args.args, scope);
                self.arguments(&args.args, scope);
                self.called_in_from(name, &args.args, scope);
                source.ordinality = *with_ordinality;
                self.rows_of(name, &args.args, &mut source);
            }
            TableFactor::JsonTable { json_expr, columns, .. } => {
                self.expr(json_expr, scope);
                let mut names = Vec::new();
                self.json_columns(columns, &mut names);
                let returns = Some(names.into_iter().map(Output::Named).collect());
                scope.children.push(Scope { returns, apart: true, ..Scope::default() });
                source.child = Some(scope.children.len() - 1);
            }
            TableFactor::UNNEST { array_exprs, with_ordinality, .. } => {
                source.ordinality = *with_ordinality;
                for expr in array_exprs {
                    self.expr(expr, scope);
                    if self.dialect == Dialect::Postgres {
                        let value = self.value(expr, scope);
                        scope.values.calls.push(value);
                    }
                    self.side_by_side(expr, array_exprs.len(), &mut source);
                }
            }
            TableFactor::NestedJoin { table_with_joins, .. } if source.alias.is_none() => {
                self.joined(table_with_joins, scope);
                return;
            }
            TableFactor::NestedJoin { table_with_joins, .. } => {
                let mut inner = Scope { returns: Some(vec![Output::All]), ..Scope::default() };
                self.joined(table_with_joins, &mut inner);
                if inner.merged_all || !inner.merged.is_empty() {
                    inner.returns = None;
                }
                scope.children.push(inner);
                source.child = Some(scope.children.len() - 1);
            }
            _ => (),
        }
        scope.sources.push(source);
    }

    /// One of the functions of `ROWS FROM`, or one of the arrays of `unnest`.
    fn side_by_side(&mut self, expr: &Expr, all: usize, source: &mut From) {
        if self.mended.rows_from {
            if let Expr::Function(function) = expr
                && let FunctionArguments::List(list) = &function.args
            {
                match self.path(&function.name) {
                    // Of several arrays, each is a column.
                    Some(path) if &*path.name.key == "unnest" && list.args.len() > 1 => {
                        let row = RowsOf { path, arguments: list.args.len(), row: None, column: None };
                        source.functions.extend(std::iter::repeat_n(row, list.args.len()));
                    }
                    _ => self.rows_of(&function.name, &list.args, source),
                }
            } else {
                // Written as a call in its own way.
                source.functions.push(RowsOf { path: self.made("\u{1}"), arguments: 0, row: None, column: None });
            }
            return;
        }
        let column = match expr {
            Expr::Identifier(ident) => Some(self.ident(ident).key),
            Expr::CompoundIdentifier(parts) => parts.last().map(|last| self.ident(last).key),
            _ => None,
        };
        let plain = column.is_some()
            || all > 1
            || match expr {
                Expr::Array(array) => array.elem.iter().all(|item| matches!(item, Expr::Value(_))),
                Expr::Cast { data_type, .. } => {
                    matches!(data_type, DataType::Array(_)) && self.own_type(data_type).is_none()
                }
                _ => false,
            };
        let path = if plain { self.made("unnest") } else { self.made("\u{1}") };
        source.functions.push(RowsOf { path, arguments: all, row: None, column });
    }

    fn made(&mut self, name: &str) -> Path {
        let place = Place { source: self.source, span: crate::source::Span::new(self.start, self.start + 1) };
        Path { schema: None, name: Ident::made(name, self.dialect, place) }
    }

    fn rows_of(&mut self, name: &sqlparser::ast::ObjectName, args: &[FunctionArg], source: &mut From) {
        let Some(path) = self.path(name) else { return };
        if source.alias.as_ref().is_some_and(|alias| &*alias.key == NAMELESS) {
            source.alias = Some(path.name.clone());
        }
        if self.dialect != Dialect::Postgres {
            return;
        }
        let row = match args.first() {
            Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Cast { data_type, .. }))) => self.own_type(data_type),
            _ => None,
        };
        source.functions.push(RowsOf { path, arguments: args.len(), row, column: None });
    }

    /// The type, if it is none of the server's.
    fn own_type(&mut self, ty: &DataType) -> Option<Path> {
        let mut scope = Scope::default();
        self.cast(ty, &mut scope);
        scope.types.pop()
    }
}
