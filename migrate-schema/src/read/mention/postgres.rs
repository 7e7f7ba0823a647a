//! What PostgreSQL refuses of a query whatever its tables are.

use migrate_core::Dialect;
use sqlparser::ast::{self, Expr, GroupByExpr, OrderByKind, Query, Select, SelectItem, SetExpr, Spanned, TableFactor};

use super::Mentions;
use crate::diagnostic::{Diagnostic, semantic as codes};

/// The last part of the name of a column, as the server folds it.
fn column(expr: &Expr) -> Option<String> {
    let ident = match expr {
        Expr::Identifier(ident) => ident,
        Expr::CompoundIdentifier(parts) => parts.last()?,
        Expr::Nested(inner) => return column(inner),
        _ => return None,
    };
    Some(folded(ident))
}

fn folded(ident: &ast::Ident) -> String {
    match ident.quote_style {
        Some(_) => ident.value.clone(),
        None => ident.value.to_lowercase(),
    }
}

impl Mentions<'_> {
    /// `FOR UPDATE` wants rows of tables; `DISTINCT` sorts by what is returned.
    pub(super) fn check_postgres(&mut self, query: &Query) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let problem = self.broken_with(query).or_else(|| self.broken_lock(query));
        if let Some(problem) = problem.or_else(|| self.broken_distinct(query)) {
            self.faults.push(problem);
        }
    }

    /// Names before queries.
    fn broken_with(&mut self, query: &Query) -> Option<Diagnostic> {
        let ctes = &query.with.as_ref()?.cte_tables;
        for (at, cte) in ctes.iter().enumerate() {
            let name = self.ident(&cte.alias.name);
            if ctes[..at].iter().any(|other| folded(&other.alias.name) == folded(&cte.alias.name)) {
                let message = format!("two queries of this WITH are called `{}`", name.text);
                return Some(Diagnostic::error(&codes::AMBIGUOUS, message).at(name.place, "the second one"));
            }
            let names = cte.alias.columns.len();
            if let Some(columns) = super::sound::width(&cte.query.body).filter(|columns| names > *columns) {
                let message = format!("`{}` has {names} names for {columns} columns", name.text);
                return Some(Diagnostic::error(&codes::OTHER_COUNT, message).at(name.place, ""));
            }
            let after = ctes[at + 1..].iter().map(|other| &*other.query.body).chain([&*query.body]);
            if is_silent(&cte.query.body) && after.into_iter().any(|body| reads(body, &folded(&cte.alias.name))) {
                let message = format!("`{}` returns no rows to read", name.text);
                let problem = Diagnostic::error(&codes::MISFIT, message).at(name.place, "");
                return Some(problem.help("add `RETURNING …` to it"));
            }
        }
        None
    }

    /// What is there is changed, and what is not is inserted.
    pub(super) fn check_merge(&mut self, clause: &ast::MergeClause, table: &TableFactor) {
        let (action, wrong) = match (&clause.clause_kind, &clause.action) {
            (ast::MergeClauseKind::Matched, ast::MergeAction::Insert(_)) => ("INSERT", "WHEN MATCHED"),
            (ast::MergeClauseKind::NotMatched, ast::MergeAction::Update(_)) => ("UPDATE", "WHEN NOT MATCHED"),
            (ast::MergeClauseKind::NotMatched, ast::MergeAction::Delete { .. }) => ("DELETE", "WHEN NOT MATCHED"),
            _ => return,
        };
        let message = format!("`{wrong}` and `{action}` exclude each other");
        let at = self.place(table.span());
        let help = match action {
            "INSERT" => "rows that match are there already: `UPDATE`, `DELETE` or `DO NOTHING`",
            _ => "there is no row yet: `INSERT` or `DO NOTHING`",
        };
        self.faults.push(Diagnostic::error(&codes::MISFIT, message).at(at, "").help(help));
    }

    /// Which rows are meant must be said where they are updated.
    pub(super) fn check_upsert(&mut self, insert: &ast::Insert, targeted: bool) {
        if self.dialect != Dialect::Postgres || targeted {
            return;
        }
        if let ast::TableObject::TableName(name) = &insert.table
            && let Some(path) = self.path(name)
        {
            let message = "`ON CONFLICT DO UPDATE` does not say with what the conflict is";
            let problem = Diagnostic::error(&codes::MISFIT, message).at(path.name.place, "");
            self.faults.push(problem.help("name the columns of a unique key: `ON CONFLICT (…) DO UPDATE`"));
        }
    }

    /// What several queries return together is sorted by its columns alone, and windows have names that are given.
    pub(super) fn check_sorted(&mut self, body: &SetExpr, expr: &Expr) {
        let SetExpr::SetOperation { op, .. } = body else { return };
        let by = match expr {
            Expr::CompoundIdentifier(parts) if parts.len() == 2 => "a column of one of the queries",
            Expr::BinaryOp { .. } | Expr::Function(_) => "an expression",
            _ => return,
        };
        let place = self.place(expr.span());
        let message = format!("what {op} returns is sorted by the names of its columns, and this is {by}");
        let problem = Diagnostic::error(&codes::MISFIT, message).at(place, "");
        self.faults.push(problem.help("put all of it into FROM: `SELECT … FROM (…) AS q ORDER BY …`"));
    }

    /// As many values as columns: `(a, b) = (1, 2)`.
    pub(super) fn check_tuple(&mut self, names: usize, value: &Expr) {
        let values = match value {
            Expr::Tuple(list) => Some(list.len()),
            Expr::Subquery(query) => super::sound::width(&query.body),
            Expr::Nested(inner) if matches!(**inner, Expr::Value(_)) => Some(1),
            _ => None,
        };
        if let (Dialect::Postgres, Some(values)) = (self.dialect, values.filter(|values| *values != names)) {
            let place = self.place(value.span());
            let message = format!("{names} columns are given {values} values");
            self.faults.push(Diagnostic::error(&codes::OTHER_COUNT, message).at(place, ""));
        }
    }

    fn broken_lock(&mut self, query: &Query) -> Option<Diagnostic> {
        let lock = query.locks.first()?;
        let word = lock.lock_type.to_string();
        let select = match &*query.body {
            SetExpr::Select(select) => select,
            SetExpr::SetOperation { op, .. } => {
                let message = format!("`FOR {word}` locks rows of tables, and {op} has none");
                let place = self.place(query.body.span());
                return Some(
                    Diagnostic::error(&codes::MISFIT, message)
                        .at(place, "")
                        .help(format!("put it into the queries: `(SELECT … FOR {word}) {op} …`")),
                );
            }
            SetExpr::Values(_) => {
                let place = self.place(query.body.span());
                let message = format!("`FOR {word}` locks rows of tables, and VALUES has none");
                return Some(Diagnostic::error(&codes::MISFIT, message).at(place, ""));
            }
            _ => return None,
        };
        let grouped = matches!(&select.group_by, GroupByExpr::Expressions(exprs, _) if !exprs.is_empty());
        let what = match () {
            () if select.distinct.is_some() => "DISTINCT",
            () if grouped => "GROUP BY",
            () if select.having.is_some() => "HAVING",
            () if select.projection.iter().any(|item| calls(item, |call| call.over.is_some())) => "a window function",
            () if select.projection.iter().any(|item| calls(item, is_aggregate)) => "an aggregate",
            () => "",
        };
        if !what.is_empty() {
            let place = select.projection.first().map(|item| self.place(item.span()))?;
            let message = format!("`FOR {word}` locks rows of tables, and with {what} there are none");
            return Some(Diagnostic::error(&codes::MISFIT, message).at(place, ""));
        }
        self.broken_lock_of(query, select).or_else(|| self.broken_lock_beside(query, select))
    }

    /// Rows that may be missing in an outer join cannot be locked.
    fn broken_lock_beside(&mut self, query: &Query, select: &Select) -> Option<Diagnostic> {
        let lock = query.locks.first()?;
        let all = query.locks.iter().any(|lock| lock.of.is_none());
        let of: Vec<String> = query
            .locks
            .iter()
            .filter_map(|lock| self.path(lock.of.as_ref()?))
            .map(|path| path.name.key.to_string())
            .collect();
        let word = lock.lock_type.to_string();
        for table in &select.from {
            let mut before = vec![&table.relation];
            for join in &table.joins {
                use ast::JoinOperator::{FullOuter, Left, LeftOuter, Right, RightOuter};
                let mut missing = match join.join_operator {
                    Right(_) | RightOuter(_) | FullOuter(_) => before.clone(),
                    _ => Vec::new(),
                };
                if matches!(join.join_operator, Left(_) | LeftOuter(_) | FullOuter(_)) {
                    missing.push(&join.relation);
                }
                before.push(&join.relation);
                let found = missing.into_iter().find(|factor| match factor {
                    TableFactor::Table { name, alias, args: None, .. } => {
                        let called = match alias {
                            Some(alias) => Some(folded(&alias.name)),
                            None => self.path(name).map(|path| path.name.key.to_string()),
                        };
                        all || called.is_some_and(|called| of.contains(&called))
                    }
                    _ => false,
                });
                if let Some(factor) = found {
                    let message = format!("`FOR {word}` locks rows, and those of an outer join may be missing");
                    let problem = Diagnostic::error(&codes::MISFIT, message).at(self.place(factor.span()), "");
                    return Some(problem.help("say which table is meant: `FOR UPDATE OF …`"));
                }
            }
        }
        None
    }

    /// `FOR UPDATE OF x`, where nothing is called so.
    fn broken_lock_of(&mut self, query: &Query, select: &Select) -> Option<Diagnostic> {
        let mut names = Vec::new();
        let mut all_known = true;
        for table in &select.from {
            for factor in std::iter::once(&table.relation).chain(table.joins.iter().map(|join| &join.relation)) {
                match factor {
                    TableFactor::Table { alias: Some(alias), .. } | TableFactor::Derived { alias: Some(alias), .. } => {
                        names.push(folded(&alias.name));
                    }
                    TableFactor::Table { name, alias: None, .. } => match self.path(name) {
                        Some(path) => names.push(path.name.key.to_string()),
                        None => all_known = false,
                    },
                    _ => all_known = false,
                }
            }
        }
        // `ONLY` and the like are read as names.
        if !all_known {
            return None;
        }
        query.locks.iter().filter_map(|lock| lock.of.as_ref()).find_map(|of| {
            let path = self.path(of)?;
            (path.schema.is_none() && !names.contains(&path.name.key.to_string())).then(|| {
                let message = format!("nothing in this query is called `{}`", path.name.text);
                let problem = Diagnostic::error(&codes::UNKNOWN_TABLE, message).at(path.name.place, "");
                match crate::diagnostic::nearest(&path.name.key, names.iter().map(String::as_str)) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem,
                }
            })
        })
    }

    /// What is returned once is sorted by what is returned.
    fn broken_distinct(&mut self, query: &Query) -> Option<Diagnostic> {
        let SetExpr::Select(select) = &*query.body else { return None };
        let OrderByKind::Expressions(order) = &query.order_by.as_ref()?.kind else { return None };
        let mut outputs = Vec::new();
        let mut plain = Vec::new();
        for item in &select.projection {
            match item {
                SelectItem::ExprWithAlias { expr, alias } => {
                    outputs.push(folded(alias));
                    plain.push(column(expr));
                }
                SelectItem::UnnamedExpr(expr) => plain.push(column(expr)),
                // What `*` stands for is not known here.
                _ if matches!(select.distinct, Some(ast::Distinct::Distinct)) => return None,
                _ => (),
            }
        }
        match &select.distinct {
            Some(ast::Distinct::Distinct) => order.iter().find_map(|order| {
                let missing = match (column(&order.expr), &order.expr) {
                    (Some(name), _) => {
                        // The server may give names to other expressions.
                        let may_be = plain.iter().any(Option::is_none) && matches!(&order.expr, Expr::Identifier(_));
                        !may_be && !outputs.contains(&name) && !plain.iter().flatten().any(|own| *own == name)
                    }
                    (None, Expr::Function(_)) => plain.iter().all(Option::is_some),
                    _ => false,
                };
                missing.then(|| {
                    let place = self.place(order.expr.span());
                    let message = "what DISTINCT returns is sorted by something that it does not return";
                    Diagnostic::error(&codes::MISFIT, message)
                        .at(place, "")
                        .help("return it, too, or group by it and sort by an aggregate")
                })
            }),
            Some(ast::Distinct::On(on)) => {
                let on: Vec<String> = on.iter().map(column).collect::<Option<_>>()?;
                let sorted: Vec<String> = order.iter().map(|order| column(&order.expr)).collect::<Option<_>>()?;
                // Names that the query gives may stand for anything.
                if outputs.iter().any(|name| on.contains(name) || sorted.contains(name)) {
                    return None;
                }
                let mut seen: Vec<&String> = Vec::new();
                let at = sorted.iter().position(|name| {
                    let is_on = on.contains(name);
                    if is_on && !seen.contains(&name) {
                        seen.push(name);
                    }
                    !is_on
                })?;
                let all = on.iter().all(|name| seen.contains(&name));
                (!all).then(|| {
                    let place = self.place(order[at].expr.span());
                    let message = "what stands in `DISTINCT ON` comes first in ORDER BY";
                    Diagnostic::error(&codes::MISFIT, message).at(place, "this stands before some of it")
                })
            }
            Some(ast::Distinct::All) | None => None,
        }
    }
}

/// Whether what is returned is a call of some kind, or computed from one.
fn calls(item: &SelectItem, is: impl Fn(&ast::Function) -> bool + Copy) -> bool {
    fn within(expr: &Expr, is: impl Fn(&ast::Function) -> bool + Copy) -> bool {
        match expr {
            Expr::Function(call) => is(call),
            Expr::Nested(inner) | Expr::Cast { expr: inner, .. } | Expr::UnaryOp { expr: inner, .. } => {
                within(inner, is)
            }
            Expr::BinaryOp { left, right, .. } => within(left, is) || within(right, is),
            _ => false,
        }
    }
    match item {
        SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } => within(expr, is),
        _ => false,
    }
}

/// Rows are written, and none is returned.
fn is_silent(body: &SetExpr) -> bool {
    match body {
        SetExpr::Insert(ast::Statement::Insert(insert)) => insert.returning.is_none(),
        SetExpr::Update(ast::Statement::Update(update)) => update.returning.is_none(),
        SetExpr::Delete(ast::Statement::Delete(delete)) => delete.returning.is_none(),
        _ => false,
    }
}

/// Whether a query reads something of this name, as far as that is seen without looking into queries inside of it.
fn reads(body: &SetExpr, name: &str) -> bool {
    match body {
        SetExpr::Select(select) => select.from.iter().any(|table| {
            let factors = std::iter::once(&table.relation).chain(table.joins.iter().map(|join| &join.relation));
            factors.into_iter().any(|factor| match factor {
                TableFactor::Table { name: table, args: None, .. } => match &table.0[..] {
                    [ast::ObjectNamePart::Identifier(ident)] => folded(ident) == name,
                    _ => false,
                },
                _ => false,
            })
        }),
        SetExpr::SetOperation { left, right, .. } => reads(left, name) || reads(right, name),
        SetExpr::Insert(ast::Statement::Insert(insert)) => {
            insert.source.as_ref().is_some_and(|query| query.with.is_none() && reads(&query.body, name))
        }
        _ => false,
    }
}

fn is_aggregate(call: &ast::Function) -> bool {
    let name = call.name.to_string().to_ascii_lowercase();
    call.over.is_none()
        && matches!(
            &*name,
            "count"
                | "sum"
                | "avg"
                | "min"
                | "max"
                | "array_agg"
                | "string_agg"
                | "jsonb_agg"
                | "json_agg"
                | "bool_and"
                | "bool_or"
                | "every"
        )
}
