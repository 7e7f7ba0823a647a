//! Rows that are written to views (PostgreSQL).

use sqlparser::ast::{Expr, GroupByExpr, Query, SelectItem, SetExpr, Statement, TableFactor};

use super::super::change::NewView;
use super::super::mention::Scope;
use super::super::name::Path;
use super::super::view::View;
use super::super::{Catalog, Entry, Key, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Catalog {
    /// The server writes to the table that a view reads, if it is one, and nothing is put together.
    pub(super) fn broken_write_to(
        &self,
        path: &Path,
        (key, entry, view): (&Key, &Entry, &View),
        scope: &Scope,
    ) -> Option<Diagnostic> {
        if !self.triggers_are_sure() {
            return None;
        }
        let trigger = self.pointing_to(key).iter().any(|other| other.space == Space::Trigger);
        let rule = |(_, entry): (&Key, &std::sync::Arc<Entry>)| match &entry.object {
            Object::Other(other) => {
                &*other.kind == "RULE" && other.table.as_ref().is_none_or(|table| table == key || !self.sure(table))
            }
            _ => false,
        };
        if trigger || self.of_space(Space::Other).any(rule) {
            return None;
        }
        let query = self.tree_of(&view.details.query)?;
        let Some(why) = puts_together(&query) else {
            let column = scope.assigned.iter().find(|name| is_computed(&query, view, &name.key))?;
            let message = format!("`{}` of the view `{}` cannot be written: it is computed", column.text, entry.name);
            let problem = wrong(&codes::MISFIT, column.place, message, "");
            return Some(problem.label(entry.place, "the view is made here"));
        };
        let message = format!("rows of the view `{}` cannot be written: {why}", entry.name);
        Some(
            wrong(&codes::MISFIT, path.name.place, message, "")
                .label(entry.place, "the view is made here")
                .help("write to the tables that it reads, or give the view an `INSTEAD OF` trigger"),
        )
    }
}

impl Catalog {
    /// The query of a view; what is nested deeply is not read at all.
    fn tree_of(&self, query: &str) -> Option<Box<Query>> {
        if query.matches('(').count() > crate::sql::parse::DEEPEST as usize {
            return None;
        }
        match crate::sql::parse::parse_text(query, self.dialect)? {
            Statement::Query(query) => Some(query),
            _ => None,
        }
    }

    /// What a view cannot be made of.
    pub(super) fn broken_view(&self, new: &NewView) -> Option<Diagnostic> {
        let mut options = new.details.options.iter().map(|(name, value)| (name.clone(), Some(value.clone())));
        let at = new.path.name.place;
        let parameters =
            options.find_map(|option| super::parameters::broken_settings(super::parameters::ELSE, at, &[option]));
        if parameters.is_some() {
            return parameters;
        }
        let lower = new.details.query.to_ascii_lowercase();
        let checked = new.details.options.contains_key("check option");
        let writes = ["insert", "update", "delete", "merge"].iter().any(|word| lower.contains(word));
        // Few views have any of these, and the query is read again for them.
        if !checked && !writes && !lower.contains(" into ") {
            return None;
        }
        let query = self.tree_of(&new.details.query)?;
        let at = new.path.name.place;
        if let Some(why) = puts_together(&query).filter(|_| checked) {
            let message = format!("`WITH CHECK OPTION` is for views whose rows can be written: {why}");
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        if matches!(&*query.body, SetExpr::Select(select) if select.into.is_some()) {
            return Some(wrong(&codes::MISFIT, at, "the query of a view cannot have INTO", ""));
        }
        let changes = |body: &SetExpr| {
            matches!(body, SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_))
        };
        let with = query.with.as_ref()?;
        with.cte_tables
            .iter()
            .any(|cte| changes(&cte.query.body))
            .then(|| wrong(&codes::MISFIT, at, "a view only reads, and its WITH changes rows", ""))
    }
}

/// Whether a column of a view is none of the table that it reads.
fn is_computed(query: &Query, view: &View, column: &std::sync::Arc<str>) -> bool {
    let (SetExpr::Select(select), Some(names)) = (&*query.body, &view.columns) else { return false };
    let at = names.iter().position(|name| name == column);
    match at.filter(|_| names.len() == select.projection.len()).and_then(|at| select.projection.get(at)) {
        Some(SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. }) => {
            matches!(
                expr,
                Expr::BinaryOp { .. } | Expr::Function(_) | Expr::Cast { .. } | Expr::Case { .. } | Expr::Value(_)
            )
        }
        _ => false,
    }
}

/// Whether what is returned is an aggregate that the server has of itself.
fn is_aggregate(item: &SelectItem) -> bool {
    let (SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. }) = item else { return false };
    let Expr::Function(call) = expr else { return false };
    let name = call.name.to_string().to_ascii_lowercase();
    call.over.is_some() || matches!(&*name, "count" | "sum" | "avg" | "min" | "max" | "array_agg" | "string_agg")
}

/// Why the rows of a query are none of a table.
fn puts_together(query: &Query) -> Option<&'static str> {
    if query.with.is_some() {
        return Some("its query begins with WITH");
    }
    if query.limit_clause.is_some() || query.fetch.is_some() {
        return Some("it has LIMIT or OFFSET");
    }
    let select = match &*query.body {
        SetExpr::Select(select) => select,
        SetExpr::SetOperation { .. } => return Some("it puts several queries together"),
        SetExpr::Values(_) => return Some("it reads no table"),
        _ => return None,
    };
    let grouped = matches!(&select.group_by, GroupByExpr::Expressions(exprs, _) if !exprs.is_empty());
    match &select.from[..] {
        _ if select.distinct.is_some() => Some("it has DISTINCT"),
        _ if select.projection.iter().any(is_aggregate) => Some("it puts rows together"),
        _ if grouped || select.having.is_some() => Some("its rows are grouped"),
        [] => Some("it reads no table"),
        [only] if only.joins.is_empty() => match &only.relation {
            TableFactor::Table { args: None, .. } => None,
            TableFactor::Derived { .. } => Some("it reads a query, and not a table"),
            _ => None,
        },
        _ => Some("it reads several tables"),
    }
}
