//! What queries speak of, from sqlparser's tree. What is not looked into says nothing, and so makes no error.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::ast::{
    self, AccessExpr, AssignmentTarget, ConflictTarget, FromTable, FunctionArg, FunctionArgExpr, FunctionArguments,
    GroupByExpr, JoinConstraint, JoinOperator, ObjectName, ObjectNamePart, OnConflictAction, OnInsert, OrderByKind,
    Query, Select, SelectItem, SelectItemQualifiedWildcardKind, SetExpr, Statement, Subscript, TableFactor,
    TableObject, TableWithJoins, UpdateTableFromKind,
};

use crate::catalog::mention::{Filled, From, Mention, Output, Scope};
use crate::catalog::name::{Ident, Path};
use crate::source::{Place, SourceId, Span};
use crate::sql::{Kind, Token};

/// Names that stand for values or units, not for columns.
const VALUES: &[&str] = &[
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "localtime",
    "localtimestamp",
    "session_user",
    "system_user",
    "user",
    "default",
    "true",
    "false",
    "null",
    "utc_timestamp",
    "utc_date",
    "utc_time",
    "sysdate",
    "excluded",
    "unknown",
    "on",
    "off",
    "value",
];

/// Words before a table or column which sqlparser takes for its name.
const MODIFIERS: &[&str] = &[
    "only",
    "lateral",
    "rows",
    "low_priority",
    "high_priority",
    "delayed",
    "quick",
    "ignore",
    "straight_join",
    "sql_no_cache",
    "sql_cache",
    "sql_calc_found_rows",
    "sql_small_result",
    "sql_big_result",
    "sql_buffer_result",
    "distinctrow",
    "binary",
    "all",
];

/// Units of time, which sqlparser reads as names.
const UNITS: &[&str] = &[
    "microsecond",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "day_hour",
    "day_minute",
    "day_second",
    "hour_minute",
    "hour_second",
    "minute_second",
    "year_month",
    "utf8",
    "utf8mb4",
    "latin1",
    "binary",
    "ascii",
    "signed",
    "unsigned",
    "char",
    "date",
    "datetime",
    "json",
    "decimal",
    "both",
    "leading",
    "trailing",
];

/// A function makes the value, whatever it is cast to.
fn is_call(expr: &ast::Expr) -> bool {
    match expr {
        ast::Expr::Nested(inner) | ast::Expr::Collate { expr: inner, .. } | ast::Expr::Cast { expr: inner, .. } => {
            is_call(inner)
        }
        expr => matches!(expr, ast::Expr::Function(_)),
    }
}

/// What a column of a result is called that nobody has named.
enum Given {
    Name(Arc<str>),
    /// By a name that nobody can write by chance.
    Nothing,
    /// Perhaps by a word.
    Unknown,
}

/// Reads mentions out of the tree of a text that begins at `start`.
pub(super) struct Mentions<'a> {
    source: SourceId,
    /// The text of the whole file.
    text: &'a str,
    start: usize,
    lines: Vec<usize>,
    dialect: Dialect,
}

impl<'a> Mentions<'a> {
    pub(super) fn new(source: SourceId, text: &'a str, start: usize, dialect: Dialect) -> Mentions<'a> {
        Mentions { source, text, start, lines: vec![start], dialect }
    }

    /// The byte of a place as sqlparser counts: lines and characters from 1.
    fn offset(&mut self, location: sqlparser::tokenizer::Location) -> Option<usize> {
        let line = usize::try_from(location.line).ok()?.checked_sub(1)?;
        while self.lines.len() <= line {
            let last = *self.lines.last()?;
            let end = self.text[last..].find('\n')?;
            self.lines.push(last + end + 1);
        }
        let start = self.lines[line];
        let column = usize::try_from(location.column).ok()?.checked_sub(1)?;
        let rest = &self.text[start..];
        let at = match rest.as_bytes().get(..column) {
            Some(bytes) if bytes.is_ascii() => column,
            _ => rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at),
        };
        Some(start + at)
    }

    fn ident(&mut self, ident: &ast::Ident) -> Ident {
        let range = self.offset(ident.span.start).zip(self.offset(ident.span.end));
        let (from, to) = match range {
            Some((from, to)) if from < to && to <= self.text.len() => (from, to),
            _ => (self.start, self.start + 1),
        };
        let place = Place { source: self.source, span: Span::new(from, to) };
        let written = match ident.quote_style {
            Some('[') => format!("[{}]", ident.value),
            Some(quote) => format!("{quote}{}{quote}", ident.value),
            None => ident.value.clone(),
        };
        Ident::written(&written, self.dialect, place)
    }

    fn path(&mut self, name: &ObjectName) -> Option<Path> {
        let mut parts = name.0.iter().rev().map(|part| match part {
            ObjectNamePart::Identifier(ident) => Some(ident),
            ObjectNamePart::Function(_) => None,
        });
        let last = parts.next()??;
        if last.quote_style.is_none() && MODIFIERS.contains(&&*last.value.to_ascii_lowercase()) {
            return None;
        }
        let schema = match parts.next() {
            Some(part) => Some(part?),
            None => None,
        };
        let name = self.ident(last);
        let schema = schema.map(|schema| self.ident(schema));
        Some(Path { schema, name })
    }

    /// A statement about rows, or the query of a view. None if it is of another kind.
    pub(super) fn statement(&mut self, statement: &Statement) -> Option<Scope> {
        let mut scope = Scope::default();
        match statement {
            Statement::Query(query) => self.query(query, &mut scope),
            Statement::Insert(insert) => self.insert(insert, &mut scope),
            Statement::Update(update) => self.update(update, &mut scope),
            Statement::Delete(delete) => self.delete(delete, &mut scope),
            _ => return None,
        }
        Some(scope)
    }

    fn insert(&mut self, insert: &ast::Insert, scope: &mut Scope) {
        let TableObject::TableName(name) = &insert.table else {
            scope.open = true;
            return;
        };
        let path = self.path(name);
        let alias = insert.table_alias.as_ref().map(|alias| self.ident(&alias.alias));
        for column in &insert.columns {
            // `a.b` is a column of the table in MySQL and a field of a column in PostgreSQL.
            if let [ObjectNamePart::Identifier(column)] = &column.0[..] {
                let column = self.ident(column);
                scope.assigned.push(column);
            }
        }
        if let Some(query) = &insert.source {
            let mut rows = Scope { apart: true, ..Scope::default() };
            self.query(query, &mut rows);
            scope.children.push(rows);
        }
        scope.filled = Some(Filled {
            columns: insert.columns.len(),
            values: insert.source.as_ref().map(|query| widths(&query.body)).unwrap_or_default(),
            twice: scope
                .assigned
                .iter()
                .enumerate()
                .find(|(at, name)| scope.assigned[..*at].contains(name))
                .map(|found| found.1.clone()),
        });
        scope.sources.push(From { path, alias, target: true, child: None });
        for assignment in &insert.assignments {
            self.assignment(assignment, scope);
        }
        match &insert.on {
            Some(OnInsert::OnConflict(on)) => {
                if let Some(ConflictTarget::Columns(columns)) = &on.conflict_target {
                    for column in columns {
                        let name = self.ident(column);
                        scope.columns.push(Mention { qualifier: None, name });
                    }
                }
                if let OnConflictAction::DoUpdate(update) = &on.action {
                    for assignment in &update.assignments {
                        self.assignment(assignment, scope);
                    }
                    if let Some(expr) = &update.selection {
                        self.expr(expr, scope);
                    }
                }
            }
            Some(OnInsert::DuplicateKeyUpdate(assignments)) => {
                for assignment in assignments {
                    self.target(&assignment.target, scope);
                }
            }
            Some(_) => scope.open = true,
            None => (),
        }
        for item in insert.returning.iter().flatten() {
            self.item(item, scope);
        }
    }

    fn assignment(&mut self, assignment: &ast::Assignment, scope: &mut Scope) {
        self.target(&assignment.target, scope);
        self.expr(&assignment.value, scope);
    }

    fn target(&mut self, target: &AssignmentTarget, scope: &mut Scope) {
        let names: &[ObjectName] = match target {
            AssignmentTarget::ColumnName(name) => std::slice::from_ref(name),
            AssignmentTarget::Tuple(names) => names,
        };
        for name in names {
            match &name.0[..] {
                [ObjectNamePart::Identifier(column)] => {
                    let column = self.ident(column);
                    if scope.sources.len() == 1 || scope.sources.first().is_some_and(|first| first.target) {
                        scope.assigned.push(column);
                    }
                }
                [ObjectNamePart::Identifier(table), ObjectNamePart::Identifier(column)]
                    if self.dialect.is_mysql_family() =>
                {
                    let (qualifier, name) = (Some(self.ident(table)), self.ident(column));
                    scope.columns.push(Mention { qualifier, name });
                }
                _ => (),
            }
        }
    }

    fn update(&mut self, update: &ast::Update, scope: &mut Scope) {
        self.joined(&update.table, scope);
        // In an UPDATE of several tables the columns may belong to each of them.
        if let [only] = &mut scope.sources[..] {
            only.target = true;
        }
        for assignment in &update.assignments {
            self.assignment(assignment, scope);
        }
        let mysql_join = !update.table.joins.is_empty();
        if mysql_join {
            scope.assigned.clear();
        }
        match &update.from {
            Some(UpdateTableFromKind::BeforeSet(tables) | UpdateTableFromKind::AfterSet(tables)) => {
                for table in tables {
                    self.joined(table, scope);
                }
            }
            None => (),
        }
        if let Some(expr) = &update.selection {
            self.expr(expr, scope);
        }
        for item in update.returning.iter().flatten() {
            self.item(item, scope);
        }
        for order in &update.order_by {
            self.expr(&order.expr, scope);
        }
    }

    fn delete(&mut self, delete: &ast::Delete, scope: &mut Scope) {
        let (FromTable::WithFromKeyword(tables) | FromTable::WithoutKeyword(tables)) = &delete.from;
        for table in tables.iter().chain(delete.using.iter().flatten()) {
            self.joined(table, scope);
        }
        if self.dialect.is_mysql_family() && delete.using.is_some() {
            // `DELETE FROM a USING a JOIN b`: the names before USING may be aliases.
            scope.sources.clear();
            scope.open = true;
        }
        if let Some(expr) = &delete.selection {
            self.expr(expr, scope);
        }
        for item in delete.returning.iter().flatten() {
            self.item(item, scope);
        }
    }

    pub(super) fn query(&mut self, query: &Query, scope: &mut Scope) {
        for cte in query.with.iter().flat_map(|with| &with.cte_tables) {
            let name = self.ident(&cte.alias.name);
            scope.ctes.push(name.key);
            let mut inner = Scope { apart: true, ..Scope::default() };
            self.query(&cte.query, &mut inner);
            let columns = cte.alias.columns.iter().map(|column| self.ident(&column.name).key).collect();
            scope.children.push(inner);
            scope.named.push((scope.children.len() - 1, columns));
        }
        self.body(&query.body, scope);
        scope.returns = self.returns(&query.body);
        if let Some(order) = &query.order_by {
            match &order.kind {
                OrderByKind::Expressions(exprs) if matches!(&*query.body, SetExpr::Select(_)) => {
                    for order in exprs {
                        if !self.may_be_output(&query.body, &order.expr) {
                            self.expr(&order.expr, scope);
                        }
                    }
                }
                OrderByKind::Expressions(_) | OrderByKind::All(_) => (),
            }
        }
        if !query.pipe_operators.is_empty() {
            scope.open = true;
        }
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
                Given::Nothing | Given::Unknown => None,
            },
            _ => None,
        };
        select.projection.iter().map(item).collect()
    }

    /// The name that a column of the result has without AS. Only PostgreSQL makes one that people write.
    fn given(&mut self, expr: &ast::Expr) -> Given {
        use ast::Expr;
        if self.dialect != Dialect::Postgres {
            return Given::Unknown;
        }
        match expr {
            Expr::Identifier(ident) => Given::Name(self.ident(ident).key),
            Expr::CompoundIdentifier(parts) => match parts.last() {
                Some(last) => Given::Name(self.ident(last).key),
                None => Given::Unknown,
            },
            Expr::Function(function) => match self.path(&function.name) {
                Some(path) => Given::Name(path.name.key),
                None => Given::Unknown,
            },
            Expr::Nested(inner) | Expr::Collate { expr: inner, .. } => self.given(inner),
            // Without a name of its own it has that of the type, in the server's spelling.
            Expr::Cast { expr, .. } => match self.given(expr) {
                Given::Name(name) => Given::Name(name),
                Given::Nothing | Given::Unknown => Given::Unknown,
            },
            Expr::Value(_) | Expr::BinaryOp { .. } | Expr::UnaryOp { .. } | Expr::IsNull(_) | Expr::IsNotNull(_) => {
                Given::Nothing
            }
            _ => Given::Unknown,
        }
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
        match body {
            SetExpr::Select(select) => self.select(select, scope),
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
        for item in &select.projection {
            self.item(item, scope);
        }
        for expr in select.selection.iter().chain(&select.having).chain(&select.qualify) {
            self.expr(expr, scope);
        }
        match &select.group_by {
            GroupByExpr::Expressions(exprs, _) => exprs.iter().for_each(|expr| self.expr(expr, scope)),
            GroupByExpr::All(_) => (),
        }
        if let Some(ast::Distinct::On(exprs)) = &select.distinct {
            exprs.iter().for_each(|expr| self.expr(expr, scope));
        }
    }

    fn item(&mut self, item: &SelectItem, scope: &mut Scope) {
        match item {
            SelectItem::UnnamedExpr(expr) => {
                self.expr(expr, scope);
                // The name of a column is no new one, also behind a cast: it has to be there.
                if is_call(expr)
                    && let Given::Name(name) = self.given(expr)
                {
                    scope.outputs.push(name);
                }
            }
            SelectItem::ExprWithAlias { expr, alias } => {
                let alias = self.ident(alias);
                // An alias may be used in ORDER BY, and in some dialects anywhere; a column of its name is shadowed.
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

    fn joined(&mut self, table: &TableWithJoins, scope: &mut Scope) {
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
                | JoinOperator::CrossJoin(on) => match on {
                    JoinConstraint::On(expr) => self.expr(expr, scope),
                    JoinConstraint::Using(names) => {
                        for name in names {
                            if let Some(path) = self.path(name) {
                                scope.columns.push(Mention { qualifier: None, name: path.name });
                            }
                        }
                    }
                    JoinConstraint::Natural | JoinConstraint::None => (),
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
            | TableFactor::NestedJoin { alias, .. } => alias.as_ref(),
            _ => {
                scope.open = true;
                None
            }
        };
        let renamed = alias.is_some_and(|alias| !alias.columns.is_empty());
        let alias = alias.map(|alias| self.ident(&alias.name));
        match factor {
            TableFactor::Table { name, args: None, json_path: None, .. } => {
                let path = self.path(name);
                if renamed {
                    // The table must be there; its columns go by other names.
                    let inner = From { path, alias: None, target: false, child: None };
                    scope.children.push(Scope { sources: vec![inner], ..Scope::default() });
                    scope.sources.push(From { path: None, alias, target: false, child: None });
                } else {
                    scope.sources.push(From { path, alias, target: false, child: None });
                }
            }
            TableFactor::Derived { subquery, lateral, .. } => {
                let mut inner = Scope { apart: !*lateral, ..Scope::default() };
                self.query(subquery, &mut inner);
                scope.children.push(inner);
                let child = (!renamed).then(|| scope.children.len() - 1);
                scope.sources.push(From { path: None, alias, target: false, child });
            }
            TableFactor::NestedJoin { table_with_joins, .. } if alias.is_none() => {
                self.joined(table_with_joins, scope);
            }
            _ => scope.sources.push(From { path: None, alias, target: false, child: None }),
        }
    }

    fn subquery(&mut self, query: &Query, scope: &mut Scope) {
        let mut inner = Scope::default();
        self.query(query, &mut inner);
        scope.children.push(inner);
    }

    /// The columns an expression names.
    pub(super) fn expr(&mut self, expr: &ast::Expr, scope: &mut Scope) {
        use ast::Expr;
        match expr {
            Expr::Identifier(ident) => {
                let lower = ident.value.to_ascii_lowercase();
                let value = ident.quote_style.is_none() && (VALUES.contains(&&*lower) || MODIFIERS.contains(&&*lower));
                if value && MODIFIERS.contains(&&*lower) {
                    // What follows was read as an alias, or not at all.
                    scope.open = true;
                }
                // MySQL's variables, and strings in double quotes.
                let other = ident.value.starts_with('@')
                    || ident.value.starts_with(':')
                    || ident.value.starts_with('_') && self.dialect.is_mysql_family() && ident.quote_style.is_none();
                let text = self.dialect.is_mysql_family() && ident.quote_style == Some('"');
                if !value && !other && !text {
                    let name = self.ident(ident);
                    scope.columns.push(Mention { qualifier: None, name });
                }
            }
            Expr::CompoundIdentifier(parts) => {
                // `schema.table.column` and what follows a composite value are not looked into.
                if let [table, column] = &parts[..] {
                    let (qualifier, name) = (Some(self.ident(table)), self.ident(column));
                    if !qualifier.as_ref().is_some_and(|table| {
                        matches!(&*table.key, "excluded" | "new" | "old") || table.text.starts_with('@')
                    }) {
                        scope.columns.push(Mention { qualifier, name });
                    }
                }
            }
            // `a[1]`
            Expr::CompoundFieldAccess { root, access_chain } => {
                self.expr(root, scope);
                for access in access_chain {
                    match access {
                        AccessExpr::Subscript(Subscript::Index { index }) => self.expr(index, scope),
                        AccessExpr::Subscript(Subscript::Slice { lower_bound, upper_bound, stride }) => {
                            [lower_bound, upper_bound, stride]
                                .into_iter()
                                .flatten()
                                .for_each(|bound| self.expr(bound, scope));
                        }
                        AccessExpr::Dot(_) => (),
                    }
                }
            }
            Expr::IsFalse(inner)
            | Expr::IsNotFalse(inner)
            | Expr::IsTrue(inner)
            | Expr::IsNotTrue(inner)
            | Expr::IsNull(inner)
            | Expr::IsNotNull(inner)
            | Expr::IsUnknown(inner)
            | Expr::IsNotUnknown(inner)
            | Expr::Nested(inner)
            | Expr::UnaryOp { expr: inner, .. }
            | Expr::Cast { expr: inner, .. }
            | Expr::Extract { expr: inner, .. }
            | Expr::Ceil { expr: inner, .. }
            | Expr::Floor { expr: inner, .. }
            | Expr::Collate { expr: inner, .. } => self.expr(inner, scope),
            Expr::IsDistinctFrom(left, right)
            | Expr::IsNotDistinctFrom(left, right)
            | Expr::BinaryOp { left, right, .. }
            | Expr::AnyOp { left, right, .. }
            | Expr::AllOp { left, right, .. }
            | Expr::Position { expr: left, r#in: right } => {
                self.expr(left, scope);
                self.expr(right, scope);
            }
            Expr::Like { expr, pattern, .. }
            | Expr::ILike { expr, pattern, .. }
            | Expr::SimilarTo { expr, pattern, .. }
            | Expr::RLike { expr, pattern, .. } => {
                self.expr(expr, scope);
                self.expr(pattern, scope);
            }
            Expr::Between { expr, low, high, .. } => {
                for inner in [expr, low, high] {
                    self.expr(inner, scope);
                }
            }
            Expr::InList { expr, list, .. } => {
                self.expr(expr, scope);
                list.iter().for_each(|inner| self.expr(inner, scope));
            }
            Expr::InSubquery { expr, subquery, .. } => {
                self.expr(expr, scope);
                self.subquery(subquery, scope);
            }
            Expr::AtTimeZone { timestamp, .. } => self.expr(timestamp, scope),
            Expr::Substring { expr, substring_from, substring_for, .. } => {
                self.expr(expr, scope);
                for inner in substring_from.iter().chain(substring_for) {
                    self.expr(inner, scope);
                }
            }
            Expr::Trim { expr, .. } => self.expr(expr, scope),
            Expr::Tuple(list) => list.iter().for_each(|inner| self.expr(inner, scope)),
            Expr::Case { operand, conditions, else_result, .. } => {
                for inner in operand.iter().chain(else_result) {
                    self.expr(inner, scope);
                }
                for when in conditions {
                    self.expr(&when.condition, scope);
                    self.expr(&when.result, scope);
                }
            }
            Expr::Exists { subquery, .. } | Expr::Subquery(subquery) => self.subquery(subquery, scope),
            Expr::Function(function) => self.function(function, scope),
            // Whatever else there is may name columns in ways of its own.
            _ => (),
        }
    }

    fn function(&mut self, function: &ast::Function, scope: &mut Scope) {
        let FunctionArguments::List(list) = &function.args else {
            if let FunctionArguments::Subquery(query) = &function.args {
                self.subquery(query, scope);
            }
            return;
        };
        for arg in &list.args {
            let (FunctionArg::Named { arg, .. } | FunctionArg::ExprNamed { arg, .. } | FunctionArg::Unnamed(arg)) = arg;
            let FunctionArgExpr::Expr(expr) = arg else { continue };
            if let ast::Expr::Identifier(ident) = expr
                && ident.quote_style.is_none()
                && self.dialect.is_mysql_family()
                && UNITS.contains(&&*ident.value.to_ascii_lowercase())
            {
                continue;
            }
            self.expr(expr, scope);
        }
        if let Some(filter) = &function.filter {
            self.expr(filter, scope);
        }
    }
}

/// How many values the rows of a query have, where that is known.
fn widths(body: &SetExpr) -> Vec<usize> {
    match body {
        SetExpr::Values(values) => values.rows.iter().map(|row| row.content.len()).collect(),
        SetExpr::Select(select) => {
            let plain =
                |item: &SelectItem| matches!(item, SelectItem::UnnamedExpr(_) | SelectItem::ExprWithAlias { .. });
            if select.projection.iter().all(plain) { vec![select.projection.len()] } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

fn is_wildcard(item: &SelectItem) -> bool {
    matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..))
}

/// The names of functions that a statement calls, as far as tokens can tell.
pub(super) fn calls(cursor: &super::cursor::Cursor<'_>) -> Vec<Arc<str>> {
    let tokens = cursor.tokens();
    let mut found: Vec<Arc<str>> = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [name, open] = pair else { continue };
        if open.kind != Kind::Open || at > 0 && is_list(cursor, tokens, at) {
            continue;
        }
        let written = cursor.str(*name);
        let lower = match name.kind {
            Kind::Word => written.to_ascii_lowercase(),
            Kind::Name => written.trim_matches('"').to_owned(),
            _ => continue,
        };
        if !super::harmless::is_harmless(&lower) && !found.iter().any(|known| **known == *lower) {
            found.push(lower.into());
        }
    }
    found
}

/// Whether the bracket behind a name holds names of columns: `INTO t (a)`, `AS x (a)`, `WITH c (a) AS (…)`.
fn is_list(cursor: &super::cursor::Cursor<'_>, tokens: &[Token], at: usize) -> bool {
    let before = tokens[at - 1];
    let is = |token: Token, word: &str| token.is(cursor.text, word);
    if is(before, "INTO") || is(before, "AS") || before.kind == Kind::Close {
        return true;
    }
    if before.kind == Kind::Dot {
        let mut start = at;
        while start >= 2 && tokens[start - 1].kind == Kind::Dot {
            start -= 2;
        }
        return start > 0 && is(tokens[start - 1], "INTO");
    }
    if !(is(before, "WITH") || is(before, "RECURSIVE") || before.kind == Kind::Comma) {
        return false;
    }
    let mut depth = 0u32;
    for (offset, token) in tokens[at + 1..].iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        if depth == 0 {
            let follows = tokens.get(at + offset + 2);
            return follows.is_some_and(|token| is(*token, "AS"))
                && tokens
                    .get(at + offset + 3)
                    .is_some_and(|token| token.kind == Kind::Open || is(*token, "MATERIALIZED") || is(*token, "NOT"));
        }
    }
    false
}
