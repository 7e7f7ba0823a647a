//! Queries: what rows come from, and what is returned.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::ast::{
    self, GroupByExpr, JoinConstraint, JoinOperator, OrderByKind, Query, Select, SelectItem,
    SelectItemQualifiedWildcardKind, SetExpr, TableFactor, TableWithJoins,
};

use super::given::{Given, is_column};
use super::sound::width;
use super::{Clause, Mentions};
use crate::catalog::mention::{From, Mention, Output, Scope, UNNAMED};

impl Mentions<'_> {
    pub(in crate::read) fn query(&mut self, query: &Query, scope: &mut Scope) {
        self.check_with(query);
        self.check_limit(query);
        for cte in query.with.iter().flat_map(|with| &with.cte_tables) {
            let name = self.ident(&cte.alias.name);
            scope.ctes.push(name.key);
            let mut inner = Scope { apart: true, ..Scope::default() };
            self.apart(false, |own| own.query(&cte.query, &mut inner));
            let columns = cte.alias.columns.iter().map(|column| self.ident(&column.name).key).collect();
            scope.children.push(inner);
            scope.named.push((scope.children.len() - 1, columns));
        }
        // ORDER BY may use the windows, too.
        let windows = match &*query.body {
            SetExpr::Select(select) => self.names_of_windows(select),
            _ => Vec::new(),
        };
        self.windows.push(windows);
        self.body(&query.body, scope);
        scope.returns = self.returns(&query.body);
        if let Some(order) = &query.order_by {
            match &order.kind {
                OrderByKind::Expressions(exprs) if matches!(&*query.body, SetExpr::Select(_)) => {
                    for order in exprs {
                        self.check_number(&order.expr, width(&query.body), "ORDER BY");
                        if !self.may_be_output(&query.body, &order.expr) {
                            self.in_clause(Clause::Order, |own| own.expr(&order.expr, scope));
                        }
                    }
                }
                OrderByKind::Expressions(exprs) => {
                    for order in exprs {
                        self.check_number(&order.expr, width(&query.body), "ORDER BY");
                        self.check_set_order(&query.body, &order.expr);
                    }
                }
                OrderByKind::All(_) => (),
            }
        }
        if !query.pipe_operators.is_empty() {
            scope.open = true;
        }
        self.windows.pop();
    }

    /// The names of what a query returns.
    fn returns(&mut self, body: &SetExpr) -> Option<Vec<Output>> {
        let select = match body {
            SetExpr::Select(select) => select,
            SetExpr::Query(query) => match self.returns(&query.body) {
                // What `*` means there is not known here.
                Some(all) if all.iter().all(|output| matches!(output, Output::Named(_))) => return Some(all),
                _ => return None,
            },
            SetExpr::SetOperation { left, .. } => match &**left {
                // The tables of a part are not those of the whole.
                SetExpr::Select(select) if !select.projection.iter().any(is_wildcard) => select,
                _ => return None,
            },
            SetExpr::Values(values) if matches!(self.dialect, Dialect::Postgres | Dialect::Sqlite) => {
                let columns = 1..=values.rows.first()?.content.len();
                return Some(columns.map(|column| Output::Named(format!("column{column}").into())).collect());
            }
            _ => return None,
        };
        let item = |item: &SelectItem| match item {
            SelectItem::UnnamedExpr(ast::Expr::Identifier(ident)) => Some(Output::Named(self.ident(ident).key)),
            SelectItem::UnnamedExpr(ast::Expr::CompoundIdentifier(parts)) => {
                Some(Output::Named(self.ident(parts.last()?).key))
            }
            SelectItem::ExprWithAlias { alias, .. } => Some(Output::Named(self.ident(alias).key)),
            SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::ObjectName(name), _) => {
                Some(Output::AllOf(self.path(name)?.name.key))
            }
            SelectItem::Wildcard(_) => Some(Output::All),
            SelectItem::UnnamedExpr(expr) => match self.given(expr) {
                Given::Name(name) => Some(Output::Named(name)),
                Given::Nothing if self.dialect == Dialect::Postgres => Some(Output::Named("?column?".into())),
                Given::Nothing => Some(Output::Named(UNNAMED.into())),
                Given::Unknown => None,
            },
            _ => None,
        };
        select.projection.iter().map(item).collect()
    }

    /// A name to sort by that the server itself may have given to what the query returns.
    fn may_be_output(&mut self, body: &SetExpr, expr: &ast::Expr) -> bool {
        let (SetExpr::Select(select), ast::Expr::Identifier(name)) = (body, expr) else { return false };
        // Elsewhere such a name is the text of the expression.
        let written = name.quote_style.is_some() && name.value.contains(|c: char| !c.is_alphanumeric() && c != '_');
        let mut unnamed = select.projection.iter().filter_map(|item| match item {
            SelectItem::UnnamedExpr(ast::Expr::Identifier(_) | ast::Expr::CompoundIdentifier(_)) => None,
            SelectItem::UnnamedExpr(expr) => Some(expr),
            _ => None,
        });
        match self.dialect {
            Dialect::Postgres => unnamed.any(|expr| matches!(self.given(expr), Given::Unknown)),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => written && unnamed.next().is_some(),
        }
    }

    fn body(&mut self, body: &SetExpr, scope: &mut Scope) {
        self.check_set(body);
        match body {
            SetExpr::Select(select) => {
                let windows = self.names_of_windows(select);
                self.windows.push(windows);
                self.select(select, scope);
                self.windows.pop();
            }
            SetExpr::Query(query) => {
                let mut inner = Scope::default();
                self.query(query, &mut inner);
                scope.children.push(inner);
            }
            SetExpr::SetOperation { left, right, .. } => {
                for side in [left, right] {
                    let mut inner = Scope::default();
                    self.body(side, &mut inner);
                    scope.children.push(inner);
                }
            }
            SetExpr::Values(values) => {
                for expr in values.rows.iter().flat_map(|row| &row.content) {
                    self.expr(expr, scope);
                }
            }
            SetExpr::Insert(statement)
            | SetExpr::Update(statement)
            | SetExpr::Delete(statement)
            | SetExpr::Merge(statement) => match self.statement(statement) {
                Some(inner) => scope.children.push(inner),
                None => scope.open = true,
            },
            SetExpr::Table(_) => scope.open = true,
        }
    }

    fn select(&mut self, select: &Select, scope: &mut Scope) {
        for table in &select.from {
            self.joined(table, scope);
        }
        if !select.lateral_views.is_empty() || !select.connect_by.is_empty() {
            scope.open = true;
        }
        self.check_star(select);
        for item in &select.projection {
            self.in_clause(Clause::List, |own| own.item(item, scope));
        }
        if let Some(expr) = &select.selection {
            self.in_clause(Clause::Where, |own| own.expr(expr, scope));
        }
        for expr in select.having.iter().chain(&select.qualify) {
            self.in_clause(Clause::Having, |own| own.expr(expr, scope));
        }
        for window in &select.named_window {
            if let ast::NamedWindowExpr::WindowSpec(window) = &window.1 {
                self.window(window, scope);
            }
        }
        match &select.group_by {
            GroupByExpr::Expressions(exprs, _) => exprs.iter().for_each(|expr| {
                let width = width(&SetExpr::Select(Box::new(select.clone())));
                self.check_number(expr, width, "GROUP BY");
                self.in_clause(Clause::Group, |own| own.expr(expr, scope));
            }),
            GroupByExpr::All(_) => (),
        }
        if let Some(ast::Distinct::On(exprs)) = &select.distinct {
            exprs.iter().for_each(|expr| self.expr(expr, scope));
        }
    }

    pub(super) fn item(&mut self, item: &SelectItem, scope: &mut Scope) {
        match item {
            SelectItem::UnnamedExpr(expr) => {
                self.check_value(expr);
                self.expr(expr, scope);
                // The name of a column is no new one, also behind a cast: it has to be there.
                if self.dialect == Dialect::Postgres
                    && !is_column(expr)
                    && let Given::Name(name) = self.given(expr)
                {
                    scope.outputs.push(name);
                }
            }
            SelectItem::ExprWithAlias { expr, alias } => {
                let alias = self.ident(alias);
                // An alias may be used in ORDER BY, and in some dialects anywhere; a column of its name is shadowed.
                self.check_value(expr);
                self.expr(expr, scope);
                scope.outputs.push(alias.key);
            }
            SelectItem::ExprWithAliases { .. } => scope.open = true,
            SelectItem::QualifiedWildcard(kind, _) => {
                if let SelectItemQualifiedWildcardKind::ObjectName(name) = kind
                    && let Some(path) = self.path(name)
                {
                    scope.all_of.push(path.name);
                }
            }
            SelectItem::Wildcard(_) => scope.all = true,
        }
    }

    pub(super) fn joined(&mut self, table: &TableWithJoins, scope: &mut Scope) {
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
                    JoinConstraint::On(expr) => self.in_clause(Clause::On, |own| own.expr(expr, scope)),
                    JoinConstraint::Using(names) => {
                        for name in names {
                            if let Some(path) = self.path(name) {
                                if self.is_ours() {
                                    scope.merged.push(path.name.clone());
                                }
                                scope.columns.push(Mention::new(None, path.name));
                            }
                        }
                    }
                    JoinConstraint::Natural => scope.natural = true,
                    JoinConstraint::None => (),
                },
                _ => (),
            }
        }
    }

    fn factor(&mut self, factor: &TableFactor, scope: &mut Scope) {
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
        let alias = alias.map(|alias| self.ident(&alias.name));
        let mut source = From { path: None, alias, target: false, child: None, function: None, columns };
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
                    let inner =
                        From { path, alias: None, target: false, child: None, function: None, columns: Vec::new() };
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
            TableFactor::Function { name, args, .. } => {
                source.function = self.path(name).map(|path| path.name);
                self.call(name, args, scope);
                self.arguments(args, scope);
            }
            TableFactor::Table { name, args: Some(args), .. } => {
                source.function = self.path(name).map(|path| path.name);
                self.call(name, &args.args, scope);
                self.arguments(&args.args, scope);
            }
            TableFactor::JsonTable { json_expr, columns, .. } => {
                self.expr(json_expr, scope);
                let mut names = Vec::new();
                self.json_columns(columns, &mut names);
                let returns = Some(names.into_iter().map(Output::Named).collect());
                scope.children.push(Scope { returns, apart: true, ..Scope::default() });
                source.child = Some(scope.children.len() - 1);
            }
            TableFactor::UNNEST { array_exprs, .. } => {
                array_exprs.iter().for_each(|expr| self.expr(expr, scope));
            }
            TableFactor::NestedJoin { table_with_joins, .. } if source.alias.is_none() => {
                self.joined(table_with_joins, scope);
                return;
            }
            _ => (),
        }
        scope.sources.push(source);
    }
}

impl Mentions<'_> {
    /// The columns of `JSON_TABLE`, those inside of others too.
    fn json_columns(&mut self, columns: &[ast::JsonTableColumn], names: &mut Vec<Arc<str>>) {
        for column in columns {
            match column {
                ast::JsonTableColumn::Named(column) => names.push(self.ident(&column.name).key),
                ast::JsonTableColumn::ForOrdinality(name) => names.push(self.ident(name).key),
                ast::JsonTableColumn::Nested(nested) => self.json_columns(&nested.columns, names),
            }
        }
    }
}

fn is_wildcard(item: &SelectItem) -> bool {
    matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..))
}
