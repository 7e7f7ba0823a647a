//! Queries: what rows come from, and what is returned.

use migrate_core::Dialect;
use sqlparser::ast::{
    self, GroupByExpr, LimitClause, OrderByKind, Query, Select, SelectItem, SelectItemQualifiedWildcardKind, SetExpr,
    Statement,
};

use super::given::{Given, NAMELESS, is_column};
use super::sound::width;
use super::{Clause, Mentions};
use crate::catalog::mention::{Output, Scope, UNNAMED};

impl Mentions<'_> {
    pub(in crate::read) fn query(&mut self, query: &Query, scope: &mut Scope) {
        self.check_with(query);
        self.check_limit(query);
        self.check_postgres(query);
        scope.recursive |= query.with.as_ref().is_some_and(|with| with.recursive);
        for cte in query.with.iter().flat_map(|with| &with.cte_tables) {
            let name = self.ident(&cte.alias.name);
            scope.ctes.push(name.key);
            let mut inner = Scope { apart: true, ..Scope::default() };
            self.apart(false, |own| own.query(&cte.query, &mut inner));
            let end = self.at(cte.closing_paren_token.0.span.end);
            let added = self.mended.added.iter().filter(|(at, _)| *at == end);
            inner.added.extend(added.flat_map(|(_, names)| names.iter().cloned()));
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
                        if !self.is_output(&order.expr, scope) && !self.may_be_output(&query.body, &order.expr) {
                            self.in_clause(Clause::Order, |own| own.expr(&order.expr, scope));
                            if self.dialect == Dialect::Postgres {
                                let value = self.value(&order.expr, scope);
                                scope.values.sorted.push(value);
                            }
                        }
                    }
                }
                OrderByKind::Expressions(exprs) if self.dialect == Dialect::Postgres => {
                    for order in exprs {
                        self.check_sorted(&query.body, &order.expr);
                        if let ast::Expr::Identifier(ident) = &order.expr {
                            let name = self.ident(ident);
                            scope.sorted.push(name);
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
        if let Some(LimitClause::LimitOffset { limit, offset, .. }) = &query.limit_clause
            && self.dialect == Dialect::Postgres
        {
            for expr in limit.iter().chain(offset.as_ref().map(|offset| &offset.value)) {
                self.expr(expr, scope);
                let value = self.value(expr, scope);
                scope.values.limits.push(value);
            }
        }
        if !query.pipe_operators.is_empty() {
            scope.open = true;
        }
        self.windows.pop();
    }

    /// A name that stands for a column of the result: PostgreSQL takes it only where it stands alone.
    fn is_output(&mut self, expr: &ast::Expr, scope: &Scope) -> bool {
        match expr {
            ast::Expr::Identifier(ident) if self.dialect == Dialect::Postgres => {
                let name = self.ident(ident);
                scope.outputs.contains(&name.key)
            }
            _ => false,
        }
    }

    /// What a query is grouped by, also inside of `ROLLUP` and the like, may be one of its results.
    fn grouped(&mut self, expr: &ast::Expr, scope: &mut Scope) {
        match expr {
            ast::Expr::Rollup(sets) | ast::Expr::Cube(sets) | ast::Expr::GroupingSets(sets) => {
                sets.iter().flatten().for_each(|inner| self.grouped(inner, scope));
            }
            expr if self.is_output(expr, scope) => (),
            expr => self.expr(expr, scope),
        }
    }

    /// The names of what a statement returns.
    pub(super) fn returned(&mut self, items: Option<&[SelectItem]>) -> Option<Vec<Output>> {
        items.unwrap_or_default().iter().map(|item| self.output(item)).collect()
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
            SetExpr::Insert(statement)
            | SetExpr::Update(statement)
            | SetExpr::Delete(statement)
            | SetExpr::Merge(statement) => {
                let returning = match statement {
                    Statement::Insert(insert) => insert.returning.as_ref()?,
                    Statement::Update(update) => update.returning.as_ref()?,
                    Statement::Delete(delete) => delete.returning.as_ref()?,
                    _ => return None,
                };
                let all = self.returned(Some(returning))?;
                // Its tables are those of the statement, which stands inside.
                return Some(vec![Output::Inner]).filter(|_| !all.is_empty());
            }
            _ => return None,
        };
        if self.mended.expanded {
            return None;
        }
        self.returned(Some(&select.projection))
    }

    /// The name of a column of the result.
    fn output(&mut self, item: &SelectItem) -> Option<Output> {
        match item {
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
                Given::Nothing if self.dialect == Dialect::Postgres => Some(Output::Named(NAMELESS.into())),
                Given::Nothing => Some(Output::Named(UNNAMED.into())),
                Given::Unknown => None,
            },
            _ => None,
        }
    }

    /// A name to sort by that the server itself may have given to what the query returns.
    fn may_be_output(&mut self, body: &SetExpr, expr: &ast::Expr) -> bool {
        let (SetExpr::Select(select), ast::Expr::Identifier(name)) = (body, expr) else { return false };
        // Elsewhere such a name is the text of the expression.
        let written = name.quote_style.is_some() && name.value.contains(|c: char| !c.is_alphanumeric() && c != '_');
        let mut unnamed = select.projection.iter().filter_map(|item| match item {
            SelectItem::UnnamedExpr(expr) => Some(expr),
            _ => None,
        });
        let is_name = |expr: &ast::Expr| matches!(expr, ast::Expr::Identifier(_) | ast::Expr::CompoundIdentifier(_));
        match self.dialect {
            // What is returned goes before the columns of FROM, so that two of these are no question.
            Dialect::Postgres => {
                let key = self.ident(name).key;
                unnamed.any(|expr| match self.given(expr) {
                    Given::Name(own) => own == key,
                    Given::Nothing => *key == *NAMELESS,
                    Given::Unknown => true,
                })
            }
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => written && unnamed.any(|expr| !is_name(expr)),
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
                scope.values.same = true;
            }
            SetExpr::SetOperation { left, right, set_quantifier, .. } => {
                for side in [left, right] {
                    let mut inner = Scope::default();
                    self.body(side, &mut inner);
                    inner.returns = self.returns(side);
                    scope.children.push(inner);
                }
                scope.values.together = true;
                scope.values.distinct = !matches!(set_quantifier, ast::SetQuantifier::All);
            }
            SetExpr::Values(values) => {
                for row in &values.rows {
                    row.content.iter().for_each(|expr| self.expr(expr, scope));
                    // How many columns `new.*` is in a rule is not said here.
                    if self.dialect == Dialect::Postgres && !row.content.iter().any(is_star) {
                        let row = row.content.iter().map(|expr| self.value(expr, scope)).collect();
                        scope.values.rows.push(row);
                    }
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
        let before = scope.columns.len();
        for expr in select.having.iter().chain(&select.qualify) {
            self.in_clause(Clause::Having, |own| own.expr(expr, scope));
        }
        let named = before..scope.columns.len();
        self.see_results(select, scope, named);
        for (word, expr) in [("WHERE", &select.selection), ("HAVING", &select.having)] {
            if let Some(expr) = expr {
                self.condition(expr, word, scope);
            }
        }
        for window in &select.named_window {
            if let ast::NamedWindowExpr::WindowSpec(window) = &window.1 {
                self.window(window, scope);
            }
        }
        match &select.group_by {
            GroupByExpr::Expressions(exprs, _) => {
                for expr in exprs {
                    let width = width(&SetExpr::Select(Box::new(select.clone())));
                    self.check_number(expr, width, "GROUP BY");
                    self.in_clause(Clause::Group, |own| own.grouped(expr, scope));
                }
                if self.dialect == Dialect::Postgres && !exprs.is_empty() {
                    let groups = exprs.iter().map(|expr| {
                        let output = self.is_output(expr, scope);
                        self.group(expr, scope, output)
                    });
                    scope.values.grouped = Some(groups.collect());
                }
            }
            GroupByExpr::All(_) => (),
        }
        scope.values.distinct = matches!(select.distinct, Some(ast::Distinct::Distinct));
        if let Some(ast::Distinct::On(exprs)) = &select.distinct {
            for expr in exprs {
                if !self.is_output(expr, scope) {
                    self.expr(expr, scope);
                }
            }
        }
    }

    pub(super) fn item(&mut self, item: &SelectItem, scope: &mut Scope) {
        self.item_names(item, scope);
        if self.dialect == Dialect::Postgres {
            let value = match item {
                SelectItem::ExprWithAlias { alias, .. } if self.is_literal(alias) => None,
                SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } => Some(self.value(expr, scope)),
                _ => None,
            };
            scope.values.items.push(value);
        }
    }

    /// `macaddr '…'` is a value of that type, and not a column with a name in quotes.
    fn is_literal(&self, alias: &ast::Ident) -> bool {
        self.dialect == Dialect::Postgres && alias.quote_style == Some('\'')
    }

    fn item_names(&mut self, item: &SelectItem, scope: &mut Scope) {
        match item {
            SelectItem::UnnamedExpr(expr) => {
                self.check_value(expr);
                self.expr(expr, scope);
                // The name of a column is no new one, also behind a cast: it has to be there.
                if self.dialect == Dialect::Postgres && !is_column(expr) {
                    match self.given(expr) {
                        Given::Name(name) => scope.outputs.push(name),
                        Given::Nothing => scope.outputs.push(NAMELESS.into()),
                        Given::Unknown => (),
                    }
                }
            }
            SelectItem::ExprWithAlias { expr, alias } => {
                if self.is_literal(alias) {
                    let mut expr = expr.clone();
                    if literal_at_end(&mut expr) {
                        self.expr(&expr, scope);
                    }
                    return;
                }
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
}

impl Mentions<'_> {
    /// The columns of `JSON_TABLE`, those inside of others too.
    pub(super) fn json_columns(&mut self, columns: &[ast::JsonTableColumn], names: &mut Vec<std::sync::Arc<str>>) {
        for column in columns {
            match column {
                ast::JsonTableColumn::Named(column) => names.push(self.ident(&column.name).key),
                ast::JsonTableColumn::ForOrdinality(name) => names.push(self.ident(name).key),
                ast::JsonTableColumn::Nested(nested) => self.json_columns(&nested.columns, names),
            }
        }
    }
}

/// Puts a value in the place of the type that was taken for a column at the end of an expression; false where none stands.
fn literal_at_end(expr: &mut ast::Expr) -> bool {
    match expr {
        ast::Expr::Identifier(_) | ast::Expr::CompoundIdentifier(_) => {
            *expr = ast::Expr::Value(ast::Value::Null.into());
            true
        }
        ast::Expr::BinaryOp { right: last, .. }
        | ast::Expr::UnaryOp { expr: last, .. }
        | ast::Expr::IsDistinctFrom(_, last)
        | ast::Expr::IsNotDistinctFrom(_, last)
        | ast::Expr::Between { high: last, .. }
        | ast::Expr::AtTimeZone { time_zone: last, .. }
        | ast::Expr::Like { pattern: last, .. } => literal_at_end(last),
        _ => false,
    }
}

/// Whether an expression stands for several columns.
pub(super) fn is_star(expr: &ast::Expr) -> bool {
    matches!(expr, ast::Expr::QualifiedWildcard(..) | ast::Expr::Wildcard(_))
}

fn is_wildcard(item: &SelectItem) -> bool {
    matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..))
}
