//! Statements that write rows.

use sqlparser::ast::{
    self, AssignmentTarget, ConflictTarget, FromTable, ObjectName, ObjectNamePart, OnConflictAction, OnInsert,
    SelectItem, SetExpr, TableObject, UpdateTableFromKind,
};

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
        scope.sources.push(From { path, alias, target: true, child: None, columns: Vec::new() });
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

    pub(super) fn assignment(&mut self, assignment: &ast::Assignment, scope: &mut Scope) {
        self.target(&assignment.target, scope);
        self.expr(&assignment.value, scope);
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
                _ => (),
            }
        }
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
        }
        for item in update.returning.iter().flatten() {
            self.item(item, scope);
        }
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
        }
        for item in delete.returning.iter().flatten() {
            self.item(item, scope);
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
