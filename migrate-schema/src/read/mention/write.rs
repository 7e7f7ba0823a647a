//! Statements that write rows.

use sqlparser::ast::{
    self, AssignmentTarget, ConflictTarget, FromTable, ObjectName, ObjectNamePart, OnConflictAction, OnInsert,
    SelectItem, SetExpr, TableObject, UpdateTableFromKind,
};

use migrate_core::Dialect;

use super::Mentions;
use crate::catalog::mention::{Filled, From, Mention, Scope};

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
                [ObjectNamePart::Identifier(column), _] if self.dialect == Dialect::Postgres => {
                    fields = true;
                    let column = self.ident(column);
                    scope.assigned.push(column);
                }
                _ => (),
            }
        }
        if let Some(query) = &insert.source {
            let mut rows = Scope { apart: true, ..Scope::default() };
            self.query(query, &mut rows);
            scope.children.push(rows);
            scope.inserted = Some(scope.children.len() - 1);
        }
        scope.filled = Some(Filled {
            columns: insert.columns.len(),
            values: insert.source.as_ref().map(|query| widths(&query.body)).unwrap_or_default(),
            twice: scope
                .assigned
                .iter()
                .enumerate()
                .find(|(at, name)| !fields && scope.assigned[..*at].contains(name))
                .map(|found| found.1.clone()),
            partial: fields || !self.mended.joins.is_empty() || self.mended.elements,
        });
        scope.sources.push(From { target: true, ..From::table(path, alias) });
        for assignment in &insert.assignments {
            self.assignment(assignment, scope);
        }
        match &insert.on {
            Some(OnInsert::OnConflict(on)) => {
                if let Some(ConflictTarget::Columns(columns)) = &on.conflict_target {
                    for column in columns {
                        let name = self.ident(column);
                        scope.conflict.push(name.clone());
                        scope.columns.push(Mention { qualifier: None, name });
                    }
                }
                if let Some(ConflictTarget::OnConstraint(name)) = &on.conflict_target {
                    scope.on_constraint = self.path(name).map(|path| path.name);
                }
                if let OnConflictAction::DoUpdate(update) = &on.action {
                    for assignment in &update.assignments {
                        self.assignment(assignment, scope);
                    }
                    if let Some(expr) = &update.selection {
                        self.expr(expr, scope);
                        self.condition(expr, "WHERE", scope);
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
        scope.returns = insert.returning.as_ref().and_then(|items| self.returned(Some(items)));
    }

    pub(super) fn assignment(&mut self, assignment: &ast::Assignment, scope: &mut Scope) {
        self.target(&assignment.target, scope);
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
                // A field of a column; tables cannot stand there.
                [ObjectNamePart::Identifier(column), ..] if self.dialect == Dialect::Postgres => {
                    let column = self.ident(column);
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
            self.condition(expr, "WHERE", scope);
        }
        for item in update.returning.iter().flatten() {
            self.item(item, scope);
        }
        scope.returns = update.returning.as_ref().and_then(|items| self.returned(Some(items)));
        for order in &update.order_by {
            self.expr(&order.expr, scope);
        }
    }

    pub(super) fn delete(&mut self, delete: &ast::Delete, scope: &mut Scope) {
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
            self.condition(expr, "WHERE", scope);
        }
        for item in delete.returning.iter().flatten() {
            self.item(item, scope);
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
        for clause in &merge.clauses {
            if let Some(predicate) = &clause.predicate {
                self.expr(predicate, scope);
            }
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
