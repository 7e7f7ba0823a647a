//! Statements that write rows.

use sqlparser::ast::{
    self, AssignmentTarget, ConflictTarget, FromTable, ObjectName, ObjectNamePart, OnConflictAction, OnInsert,
    SelectItem, SetExpr, Spanned, TableObject, UpdateTableFromKind,
};

use migrate_core::Dialect;

use super::sound::width;
use super::{Clause, Mentions};
use crate::catalog::mention::{Filled, From, Mention, Scope};
use crate::catalog::name::Ident;
use crate::catalog::value::{Value, ValueKind};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Mentions<'_> {
    pub(super) fn insert(&mut self, insert: &ast::Insert, scope: &mut Scope) {
        let TableObject::TableName(name) = &insert.table else {
            scope.open = true;
            return;
        };
        let path = self.path(name);
        let alias = insert.table_alias.as_ref().map(|alias| self.ident(&alias.alias));
        let mut fields = false;
        for column in &insert.columns {
            // `a.b` is a column of the table in MySQL and a field of a column in PostgreSQL.
            match &column.0[..] {
                [ObjectNamePart::Identifier(column)] => {
                    let column = self.ident(column);
                    scope.assigned.push(column);
                }
                [ObjectNamePart::Identifier(column), field] if self.dialect == Dialect::Postgres => {
                    fields = true;
                    let column = self.ident(column);
                    if let ObjectNamePart::Identifier(field) = field {
                        let field = self.ident(field);
                        scope.fields.push((column.clone(), field));
                    }
                    scope.assigned.push(column);
                }
                _ => (),
            }
        }
        let values = insert.source.as_ref().is_none_or(|query| matches!(&*query.body, SetExpr::Values(_)));
        if let Some(SetExpr::Values(list)) = insert.source.as_ref().map(|query| &*query.body)
            && self.is_ours()
        {
            list.rows.iter().flat_map(|row| &row.content).for_each(|expr| self.check_value(expr));
        }
        if let Some(query) = &insert.source {
            // In MySQL values may speak of the columns before them.
            let mut rows = Scope { apart: !(values && self.dialect.is_mysql_family()), ..Scope::default() };
            self.in_clause(Clause::Where, |own| own.query(query, &mut rows));
            scope.children.push(rows);
            scope.inserted = Some(scope.children.len() - 1);
        }
        let literals = insert.source.as_ref().map(|query| self.literals(&query.body)).unwrap_or_default();
        scope.filled = Some(Filled {
            literals,
            columns: insert.columns.len(),
            // SQLite's REPLACE takes the default for NULL.
            sure: insert.on.is_none()
                && !insert.ignore
                && insert.or.is_none()
                && !(insert.replace_into && self.dialect == Dialect::Sqlite),
            values: insert.source.as_ref().map(|query| widths(&query.body)).unwrap_or_default(),
            twice: scope
                .assigned
                .iter()
                .enumerate()
                .find(|(at, name)| !fields && !self.mended.elements && scope.assigned[..*at].contains(name))
                .map(|found| found.1.clone()),
            partial: fields || !self.mended.joins.is_empty() || self.mended.elements,
        });
        scope.sources.push(From { target: true, ..From::table(path, alias) });
        for assignment in &insert.assignments {
            self.in_clause(Clause::Where, |own| own.assignment(assignment, scope));
        }
        match &insert.on {
            Some(OnInsert::OnConflict(on)) => {
                if let Some(ConflictTarget::Columns(columns)) = &on.conflict_target {
                    for column in columns {
                        let name = self.ident(column);
                        scope.conflict.push(name.clone());
                        scope.columns.push(Mention::new(None, name));
                    }
                }
                if let Some(ConflictTarget::OnConstraint(name)) = &on.conflict_target {
                    scope.on_constraint = self.path(name).map(|path| path.name);
                }
                if let OnConflictAction::DoUpdate(update) = &on.action {
                    self.check_upsert(insert, on.conflict_target.is_some() || self.mended.targeted);
                    if self.dialect == Dialect::Postgres {
                        let exprs = update.assignments.iter().map(|own| &own.value).chain(&update.selection);
                        let values: Vec<_> = exprs.map(|expr| self.value(expr, scope)).collect();
                        values.iter().for_each(|value| alone(value, &mut scope.values.upserted));
                    }
                    for assignment in &update.assignments {
                        self.in_clause(Clause::Where, |own| own.assignment(assignment, scope));
                    }
                    if let Some(expr) = &update.selection {
                        self.in_clause(Clause::Where, |own| own.expr(expr, scope));
                        self.condition(expr, "WHERE", scope);
                    }
                }
            }
            Some(OnInsert::DuplicateKeyUpdate(assignments)) => {
                for assignment in assignments {
                    self.target(&assignment.target, scope);
                    // Elsewhere names may be those of what the rows come from, or of the new row.
                    if values && insert.insert_alias.is_none() {
                        self.expr(&assignment.value, scope);
                    }
                }
            }
            Some(_) => scope.open = true,
            None => (),
        }
        self.returning(insert.returning.iter().flatten(), scope);
        scope.returns = insert.returning.as_ref().and_then(|items| self.returned(Some(items)));
    }

    /// The values of the first rows that are written as they are.
    fn literals(&mut self, body: &SetExpr) -> Vec<(usize, std::sync::Arc<str>, crate::source::Place)> {
        let mut found = Vec::new();
        let SetExpr::Values(values) = body else { return found };
        for row in values.rows.iter().take(50) {
            for (at, expr) in row.content.iter().enumerate() {
                let text = match expr {
                    ast::Expr::Value(value) => match &value.value {
                        ast::Value::SingleQuotedString(_) | ast::Value::Number(..) | ast::Value::Null => {
                            expr.to_string()
                        }
                        _ => continue,
                    },
                    ast::Expr::UnaryOp { op: ast::UnaryOperator::Minus, expr: inner } if matches!(&**inner, ast::Expr::Value(value) if matches!(value.value, ast::Value::Number(..))) => {
                        expr.to_string()
                    }
                    ast::Expr::Identifier(ident) if ident.value.eq_ignore_ascii_case("default") => "default".to_owned(),
                    _ => "?".to_owned(),
                };
                let place = self.place(expr.span());
                found.push((at, text.into(), place));
            }
        }
        found
    }

    /// What is returned of rows that are written: nothing over all of them.
    fn returning<'i>(&mut self, items: impl Iterator<Item = &'i SelectItem>, scope: &mut Scope) {
        let mut items = items.peekable();
        let own = scope.sources.iter().find(|source| source.target && source.alias.is_none()).cloned();
        if let (Some(own), Dialect::Sqlite, true) = (own, self.dialect, items.peek().is_some()) {
            // Only the rows that are written are seen.
            let mut inner = Scope { sources: vec![From { target: false, ..own }], apart: true, ..Scope::default() };
            for item in items {
                if let SelectItem::QualifiedWildcard(..) = item {
                    let place = self.place(item.span());
                    let message = "`RETURNING` takes no `*` behind the name of a table";
                    self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(place, "write `*`"));
                    continue;
                }
                self.in_clause(Clause::Where, |own| own.item(item, &mut inner));
            }
            if let Some(name) = inner.excluded.first() {
                let message = format!("`excluded.{}` is no row that is returned", name.text);
                self.fault(Diagnostic::error(&codes::UNKNOWN_TABLE, message).at(name.place, ""));
                inner.excluded.clear();
            }
            scope.children.push(inner);
            return;
        }
        for item in items {
            self.in_clause(Clause::Where, |own| own.item(item, scope));
        }
    }

    pub(super) fn assignment(&mut self, assignment: &ast::Assignment, scope: &mut Scope) {
        self.target(&assignment.target, scope);
        match &assignment.target {
            AssignmentTarget::ColumnName(_) if self.is_ours() => self.check_value(&assignment.value),
            AssignmentTarget::Tuple(names) => {
                self.check_tuple(names.len(), &assignment.value);
                let values = match &assignment.value {
                    ast::Expr::Tuple(list) => Some(list.len()),
                    ast::Expr::Subquery(query) => width(&query.body),
                    ast::Expr::Value(_) if self.dialect == Dialect::Sqlite => Some(1),
                    _ => None,
                };
                if let Some(values) = values.filter(|values| *values != names.len()) {
                    let place = self.place(assignment.value.span());
                    let message = format!("{} columns are given {values} values", names.len());
                    self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(place, ""));
                }
            }
            AssignmentTarget::ColumnName(_) => (),
        }
        self.expr(&assignment.value, scope);
        if let AssignmentTarget::ColumnName(ObjectName(parts)) = &assignment.target
            && let [ObjectNamePart::Identifier(column)] = &parts[..]
            && self.dialect == Dialect::Postgres
            && self.is_whole(column)
        {
            let (column, value) = (self.ident(column), self.value(&assignment.value, scope));
            scope.values.set.push((column, value));
        }
    }

    pub(super) fn target(&mut self, target: &AssignmentTarget, scope: &mut Scope) {
        let names: &[ObjectName] = match target {
            AssignmentTarget::ColumnName(name) => std::slice::from_ref(name),
            AssignmentTarget::Tuple(names) => names,
        };
        for name in names {
            match &name.0[..] {
                [ObjectNamePart::Identifier(column)] => {
                    let column = self.ident(column);
                    if self.is_ours() && scope.sources.len() > 1 && !scope.sources[0].target {
                        scope.columns.push(Mention { alone: true, strict: true, ..Mention::new(None, column) });
                    } else if scope.sources.len() == 1 || scope.sources.first().is_some_and(|first| first.target) {
                        scope.assigned.push(column);
                    }
                }
                [ObjectNamePart::Identifier(table), ObjectNamePart::Identifier(column)]
                    if self.dialect.is_mysql_family() =>
                {
                    let (qualifier, name) = (Some(self.ident(table)), self.ident(column));
                    scope.columns.push(Mention::new(qualifier, name));
                }
                // A field of a column; tables cannot stand there.
                [ObjectNamePart::Identifier(column), rest @ ..] if self.dialect == Dialect::Postgres => {
                    let column = self.ident(column);
                    if let [ObjectNamePart::Identifier(field)] = rest {
                        let field = self.ident(field);
                        scope.fields.push((column.clone(), field));
                    }
                    scope.assigned.push(column);
                }
                _ => (),
            }
        }
    }

    /// Nothing was blanked behind the name: it is the whole column that gets a value.
    fn is_whole(&mut self, column: &ast::Ident) -> bool {
        let end = self.at(column.span.end);
        !self.text[end..].trim_start().starts_with('[')
    }

    pub(super) fn update(&mut self, update: &ast::Update, scope: &mut Scope) {
        self.joined(&update.table, scope);
        // In an UPDATE of several tables the columns may belong to each of them.
        if let [only] = &mut scope.sources[..] {
            only.target = true;
        }
        for assignment in &update.assignments {
            self.in_clause(Clause::Where, |own| own.assignment(assignment, scope));
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
            self.in_clause(Clause::Where, |own| own.expr(expr, scope));
            self.condition(expr, "WHERE", scope);
        }
        self.returning(update.returning.iter().flatten(), scope);
        scope.returns = update.returning.as_ref().and_then(|items| self.returned(Some(items)));
        for order in &update.order_by {
            self.expr(&order.expr, scope);
        }
    }

    pub(super) fn delete(&mut self, delete: &ast::Delete, scope: &mut Scope) {
        let (FromTable::WithFromKeyword(tables) | FromTable::WithoutKeyword(tables)) = &delete.from;
        for table in tables {
            self.joined(table, scope);
        }
        // Elsewhere what is deleted from may be one of several.
        let alone = matches!(&tables[..], [table] if table.joins.is_empty());
        match (&mut scope.sources[..], self.dialect) {
            ([only], Dialect::Sqlite) => only.target = true,
            ([first, ..], Dialect::Postgres) if alone => first.target = true,
            _ => (),
        }
        for table in delete.using.iter().flatten() {
            self.joined(table, scope);
        }
        if let (true, Some(using)) = (self.dialect.is_mysql_family(), &delete.using) {
            // `DELETE FROM a USING a JOIN b`: the names before USING are those of sources behind it.
            let own: usize = tables.iter().map(|table| 1 + table.joins.len()).sum();
            let names: Vec<From> = scope.sources.drain(..own.min(scope.sources.len())).collect();
            debug_assert!(!using.is_empty());
            for path in names.into_iter().filter_map(|source| source.path).filter(|path| path.schema.is_none()) {
                scope.all_of.push(path.name);
            }
        }
        for name in &delete.tables {
            // `DELETE a, b FROM …`
            if let Some(path) = self.path(name).filter(|path| path.schema.is_none() && self.is_ours()) {
                scope.all_of.push(path.name);
            }
        }
        if let Some(expr) = &delete.selection {
            self.in_clause(Clause::Where, |own| own.expr(expr, scope));
            self.condition(expr, "WHERE", scope);
        }
        self.returning(delete.returning.iter().flatten(), scope);
        for order in &delete.order_by {
            self.expr(&order.expr, scope);
        }
        scope.returns = delete.returning.as_ref().and_then(|items| self.returned(Some(items)));
    }
}

impl Mentions<'_> {
    pub(super) fn merge(&mut self, merge: &ast::Merge, scope: &mut Scope) {
        self.factor(&merge.table, scope);
        match &mut scope.sources[..] {
            [only] => only.target = true,
            _ => {
                scope.open = true;
                return;
            }
        }
        let target = scope.sources[0].clone();
        self.factor(&merge.source, scope);
        let source = scope.sources.get(1..).unwrap_or_default().to_vec();
        self.expr(&merge.on, scope);
        self.condition(&merge.on, "ON", scope);
        for clause in &merge.clauses {
            if let Some(predicate) = &clause.predicate {
                self.expr(predicate, scope);
            }
            self.check_merge(clause, &merge.table);
            match &clause.action {
                ast::MergeAction::Insert(insert) => {
                    let mut inner = Scope { apart: true, sources: source.clone(), ..Scope::default() };
                    // Queries in it are those of the whole.
                    if source.iter().any(|source| source.child.is_some()) {
                        inner.sources = Vec::new();
                        inner.open = true;
                    }
                    let mut written = Scope { apart: true, sources: vec![target.clone()], ..Scope::default() };
                    for name in &insert.columns {
                        if let Some(path) = self.path(name) {
                            written.assigned.push(path.name);
                        }
                    }
                    if let ast::MergeInsertKind::Values(values) = &insert.kind {
                        for expr in values.rows.iter().flat_map(|row| &row.content) {
                            self.expr(expr, &mut inner);
                        }
                        written.filled = Some(Filled {
                            columns: insert.columns.len(),
                            values: values.rows.iter().map(|row| row.content.len()).collect(),
                            twice: None,
                            partial: false,
                            sure: false,
                            literals: Vec::new(),
                        });
                    }
                    scope.children.push(inner);
                    scope.children.push(written);
                }
                ast::MergeAction::Update(update) => {
                    if let ast::MergeUpdateKind::Set(assignments) = &update.kind {
                        assignments.iter().for_each(|assignment| self.assignment(assignment, scope));
                    }
                }
                ast::MergeAction::Delete { .. } | ast::MergeAction::DoNothing { .. } => (),
            }
        }
    }
}

/// The columns that are named without a table, in queries aside.
fn alone(value: &Value, found: &mut Vec<Ident>) {
    if let ValueKind::Column(mention) = &value.kind
        && mention.qualifier.is_none()
    {
        found.push(mention.name.clone());
    }
    value.parts().into_iter().for_each(|part| alone(part, found));
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
