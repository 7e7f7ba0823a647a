//! What is wrong with a query whatever the tables are: functions that are called in the wrong way or place, and parts that
//! return other numbers of columns than what is made of them. The rules are those of SQLite, MySQL and MariaDB.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::ast::{self, Expr, Query, Select, SelectItem, SetExpr, Spanned, Value, WindowType};

use super::{Clause, Mentions};
use crate::catalog::mention::Scope;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::{Place, Span};
use crate::sql::characters;
use crate::sql::functions::{Sort, function, instead};

/// Window functions for which MariaDB wants an order.
const ORDERED: &[&str] = &["rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead"];

impl Mentions<'_> {
    /// Whether the rules here are those of the dialect.
    pub(super) fn is_ours(&self) -> bool {
        self.dialect != Dialect::Postgres
    }

    /// Where something stands, as sqlparser counts.
    pub(super) fn place(&mut self, span: sqlparser::tokenizer::Span) -> Place {
        let range = self.offset(span.start).zip(self.offset(span.end));
        let (from, to) = match range {
            Some((from, to)) if from < to && to <= self.text.len() => (from, to),
            _ => (self.start, self.start + 1),
        };
        self.stands_for.unwrap_or(Place { source: self.source, span: Span::new(from, to) })
    }

    pub(super) fn fault(&mut self, diagnostic: Diagnostic) {
        if self.is_ours() {
            self.faults.push(diagnostic);
        }
    }

    /// Reads with another part of the query in mind.
    pub(super) fn in_clause(&mut self, clause: Clause, read: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.clause, clause);
        read(self);
        self.clause = before;
    }

    /// Reads a query of its own: what is around it is no matter of its clauses.
    pub(super) fn apart(&mut self, within: bool, read: impl FnOnce(&mut Self)) {
        let clause = std::mem::replace(&mut self.clause, Clause::Other);
        let inside = std::mem::replace(&mut self.inside, false);
        let before = std::mem::replace(&mut self.within, within);
        read(self);
        (self.clause, self.inside, self.within) = (clause, inside, before);
    }

    /// A function is called. Whether it makes one value of many rows.
    pub(super) fn check_call(
        &mut self,
        call: &ast::Function,
        list: &ast::FunctionArgumentList,
        scope: &mut Scope,
    ) -> bool {
        let [ast::ObjectNamePart::Identifier(ident)] = &call.name.0[..] else { return false };
        if !self.is_ours() {
            return false;
        }
        let name = ident.value.to_ascii_lowercase();
        let ident = self.ident(ident);
        let at = ident.place;
        let Some(known) = function(&name, self.dialect) else {
            if self.dialect.is_mysql_family() {
                scope.stored.push((ident.clone(), list.args.len()));
            }
            if let Some(help) = instead(&name, self.dialect) {
                scope.strange.push((ident, help));
            }
            return false;
        };
        if self.dialect == Dialect::Sqlite && name == "raise" && !self.rows_named {
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, "`RAISE` stands outside of a trigger")
                    .at(at, "only what a trigger runs can raise an error"),
            );
            return false;
        }
        let count = list.args.len();
        if let Some((fewest, most)) = known.arguments
            && (count < fewest || most.is_some_and(|most| count > most))
        {
            let wanted = match most {
                None => format!("at least {}", arguments(fewest)),
                Some(most) if most == fewest => arguments(most),
                Some(most) => format!("{fewest} to {}", arguments(most)),
            };
            let written = if count == 1 { "1 is".to_owned() } else { format!("{count} are") };
            self.fault(
                Diagnostic::error(&codes::OTHER_COUNT, format!("`{name}` takes {wanted}, and {written} written"))
                    .at(at, ""),
            );
        }
        // `max(a, b)` is the greater of two in SQLite.
        let aggregate = known.sort == Sort::Aggregate
            && !(self.dialect == Dialect::Sqlite && matches!(&*name, "max" | "min") && count > 1);
        let distinct = list.duplicate_treatment == Some(ast::DuplicateTreatment::Distinct);
        let star =
            || list.args.iter().any(|arg| matches!(arg, ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Wildcard)));
        if self.dialect == Dialect::Sqlite && name != "count" && star() {
            let message = format!("`{name}(*)`: only `count` counts rows");
            self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(at, ""));
        }
        // Found out when a row is there.
        if self.dialect == Dialect::Sqlite && scope.sources.is_empty() && !self.within {
            self.check_pairs(&name, at, count);
        }
        if call.over.is_some() && self.inside && !self.within && self.dialect == Dialect::Sqlite {
            let message = format!("the window function `{name}` inside of a function over all rows");
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, message)
                    .at(at, "windows are made when all rows have been seen")
                    .help("compute the inner one in a query of its own, in FROM"),
            );
            return false;
        }
        if call.over.is_some() && call.filter.is_some() && known.sort == Sort::Window && self.dialect == Dialect::Sqlite
        {
            let message = format!("`FILTER` behind `{name}`, which makes no one value of many rows");
            self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, ""));
        }
        if let Some(over) = &call.over {
            self.check_window(&name, at, over, (aggregate || known.sort == Sort::Window, distinct));
            return false;
        }
        if known.sort == Sort::Window {
            if self.dialect == Dialect::Sqlite {
                let message = format!("`{name}` is a window function and has no `OVER`");
                self.fault(
                    Diagnostic::error(&codes::NOT_ALLOWED, message)
                        .at(at, "")
                        .help(format!("write `{name}(…) OVER (ORDER BY …)`")),
                );
            }
            return false;
        }
        if !aggregate {
            if call.filter.is_some() {
                let message = format!("`FILTER` behind `{name}`, which makes no one value of many rows");
                self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, ""));
            }
            return false;
        }
        if distinct && count > 1 && self.dialect == Dialect::Sqlite {
            let message = format!("`{name}(DISTINCT …)` takes 1 argument, and {count} are written");
            self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(at, ""));
        }
        if self.inside && !self.within {
            let message = format!("`{name}` inside of another function over all rows");
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, message)
                    .at(at, "its value is there only when all rows have been seen")
                    .help("compute the inner one in a query of its own, in FROM"),
            );
            return true;
        }
        let place = match self.clause {
            Clause::Where => "where single rows are looked at",
            Clause::On => "in the condition of a join",
            Clause::Group => "in GROUP BY",
            Clause::List | Clause::Having | Clause::Order | Clause::Other => return true,
        };
        if !self.within {
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, format!("`{name}` over all rows stands {place}"))
                    .at(at, "its value is there only when all rows have been seen")
                    .help("put the condition into HAVING, or compute the value in a query of its own"),
            );
        }
        true
    }

    /// Functions of JSON of which names and values come in pairs.
    fn check_pairs(&mut self, name: &str, at: Place, count: usize) {
        let (one_more, example) = match name {
            "json_object" | "jsonb_object" => (0, "a name and a value each"),
            "json_set" | "json_insert" | "json_replace" | "jsonb_set" | "jsonb_insert" | "jsonb_replace" => {
                (1, "the JSON, then a path and a value each")
            }
            _ => return,
        };
        if count > 0 && count % 2 != one_more {
            let message = format!("`{name}` with {}", arguments(count));
            self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(at, "").help(format!("it takes {example}")));
        }
    }

    /// What SQLite cannot make of a window.
    fn check_frame(&mut self, spec: &ast::WindowSpec, at: Place) {
        use ast::{WindowFrameBound as Bound, WindowFrameUnits as Units};
        if spec.window_name.is_some() && !spec.partition_by.is_empty() {
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, "a window that is made of another has a PARTITION BY")
                    .at(at, "that is the other's, or nobody's"),
            );
            return;
        }
        let Some(frame) = &spec.window_frame else { return };
        let end = frame.end_bound.as_ref().unwrap_or(&Bound::CurrentRow);
        let offset = |bound: &Bound| matches!(bound, Bound::Preceding(Some(_)) | Bound::Following(Some(_)));
        let place = |bound: &Bound| match bound {
            Bound::Preceding(None) => 0,
            Bound::Preceding(Some(_)) => 1,
            Bound::CurrentRow => 2,
            Bound::Following(Some(_)) => 3,
            Bound::Following(None) => 4,
        };
        let bounds = [&frame.start_bound, end];
        if frame.units == Units::Range
            && spec.window_name.is_none()
            && spec.order_by.len() != 1
            && bounds.iter().any(|bound| offset(bound))
        {
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, "RANGE with a distance, and not one column in ORDER BY")
                    .at(at, "the distance is one in the values of that column"),
            );
        } else if place(&frame.start_bound) > place(end) {
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, "the frame of a window ends before it begins").at(at, ""),
            );
        }
    }

    fn check_window(&mut self, name: &str, at: Place, over: &WindowType, (can, distinct): (bool, bool)) {
        // It is a function of its own, too, in MariaDB.
        if !can && name != "last_value" {
            let message = format!("`{name}` is no window function");
            self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, "it cannot have `OVER`"));
        } else if distinct {
            let message = format!("`{name}(DISTINCT …)` cannot have `OVER`");
            self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, ""));
        } else if matches!(self.clause, Clause::Where | Clause::On | Clause::Group | Clause::Having) {
            let message = format!("the window function `{name}` stands outside of what is returned and of ORDER BY");
            self.fault(
                Diagnostic::error(&codes::NOT_ALLOWED, message)
                    .at(at, "windows are made of the rows that are left")
                    .help("compute it in a query of its own, in FROM, and compare it outside"),
            );
        }
        let (named, spec) = match over {
            WindowType::NamedWindow(ident) => (Some(ident), None),
            WindowType::WindowSpec(spec) => (spec.window_name.as_ref(), Some(spec)),
        };
        if let (Some(spec), Dialect::Sqlite) = (spec, self.dialect) {
            self.check_frame(spec, at);
        }
        if let Some(named) = named {
            self.check_window_name(named);
        } else if let Some(spec) = spec
            && spec.order_by.is_empty()
            && self.dialect == Dialect::MariaDb
            && ORDERED.contains(&name)
        {
            let message = format!("`{name}` needs an ORDER BY in its window");
            self.fault(Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, ""));
        }
    }

    /// `OVER w`
    pub(super) fn check_window_name(&mut self, name: &ast::Ident) {
        let ident = self.ident(name);
        let key: Arc<str> = ident.text.to_lowercase().into();
        let known: Vec<Arc<str>> = self.windows.iter().flatten().cloned().collect();
        if !known.contains(&key) {
            let message = format!("unknown window `{}`", ident.text);
            let mut diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(ident.place, "");
            if let Some(near) = crate::diagnostic::nearest(&ident.text, known.iter().map(|name| &**name)) {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            self.faults.push(diagnostic);
        }
    }

    /// The names of the windows of a query.
    pub(super) fn names_of_windows(&self, select: &Select) -> Vec<Arc<str>> {
        select.named_window.iter().map(|window| window.0.value.to_lowercase().into()).collect()
    }

    /// What is returned is one value for each column.
    pub(super) fn check_value(&mut self, expr: &Expr) {
        match expr {
            Expr::Subquery(query) => {
                if let Some(width) = width(&query.body).filter(|width| *width != 1) {
                    let place = self.place(expr.span());
                    let message = format!("a query that stands for one value returns {width} columns");
                    self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(place, ""));
                }
            }
            Expr::Tuple(list) if list.len() > 1 => {
                let place = self.place(expr.span());
                let message = format!("a row of {} stands for one value", list.len());
                self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(place, ""));
            }
            Expr::Nested(inner) => self.check_value(inner),
            _ => (),
        }
    }

    /// Two that are compared have as many columns.
    pub(super) fn check_sides(&mut self, left: &Expr, right: &Expr) {
        let width = |expr: &Expr| match expr {
            Expr::Tuple(list) => Some(list.len()),
            Expr::Subquery(query) => width(&query.body),
            Expr::Value(_) | Expr::Identifier(_) | Expr::CompoundIdentifier(_) => Some(1),
            _ => None,
        };
        let one_is_row = [left, right].iter().any(|expr| matches!(expr, Expr::Tuple(_) | Expr::Subquery(_)));
        if let (Some(one), Some(other)) = (width(left), width(right))
            && one != other
            && one_is_row
            && self.is_ours()
        {
            self.other_width(right, one, other);
        }
    }

    pub(super) fn other_width(&mut self, at: &Expr, left: usize, right: usize) {
        let place = self.place(at.span());
        let count = |width| if width == 1 { "1 column".to_owned() } else { format!("{width} columns") };
        let are = if left == 1 { "is" } else { "are" };
        let message = format!("{} {are} compared with {}", count(left), count(right));
        self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(place, ""));
    }

    /// `x IN (SELECT …)`
    pub(super) fn check_in_query(&mut self, expr: &Expr, query: &Query) {
        let left = match expr {
            Expr::Tuple(list) => list.len(),
            // `ROW(a, b)`
            Expr::Function(call) if call.name.to_string().eq_ignore_ascii_case("row") => return,
            Expr::Subquery(query) => match width(&query.body) {
                Some(width) => width,
                None => return,
            },
            _ => 1,
        };
        if let Some(right) = width(&query.body).filter(|right| *right != left) {
            self.other_width(expr, left, right);
        }
    }

    /// `x IN (…)`
    pub(super) fn check_in_list(&mut self, expr: &Expr, list: &[Expr]) {
        let count = |expr: &Expr| match expr {
            Expr::Tuple(list) => Some(list.len()),
            Expr::Value(_) | Expr::Identifier(_) | Expr::CompoundIdentifier(_) => Some(1),
            _ => None,
        };
        let Some(left) = count(expr) else { return };
        if let Some(other) = list.iter().find(|other| count(other).is_some_and(|right| right != left)) {
            self.other_width(other, left, count(other).unwrap_or(1));
        }
    }

    /// Both sides of `UNION` and the like, and all rows of `VALUES`, have as many columns.
    pub(super) fn check_set(&mut self, body: &SetExpr) {
        match body {
            SetExpr::SetOperation { left, right, op, .. } => {
                if let (Some(one), Some(other)) = (width(left), width(right))
                    && one != other
                {
                    let place = self.place(right.span());
                    let message = format!("{op} of {one} and {other} columns");
                    self.fault(
                        Diagnostic::error(&codes::OTHER_COUNT, message).at(place, "both sides must return as many"),
                    );
                }
            }
            // Those of an INSERT are counted with its columns.
            SetExpr::Values(values)
                if self.clause != Clause::Where
                    && !values.rows.iter().any(|row| row.content.iter().any(super::query::is_star)) =>
            {
                let first = values.rows.first().map(|row| row.content.len());
                if let Some(row) = values.rows.iter().find(|row| Some(row.content.len()) != first) {
                    let place = row.content.first().map(|expr| self.place(expr.span()));
                    let message = format!("rows of {} and {} values", first.unwrap_or_default(), row.content.len());
                    let diagnostic = Diagnostic::error(&codes::OTHER_COUNT, message);
                    self.fault(match place {
                        Some(place) => diagnostic.at(place, "all rows must have as many"),
                        None => diagnostic,
                    });
                }
            }
            _ => (),
        }
    }

    /// A number behind ORDER BY or GROUP BY is that of a column that is returned.
    pub(super) fn check_number(&mut self, expr: &Expr, width: Option<usize>, clause: &str) {
        let (Expr::Value(value), Some(width)) = (expr, width) else { return };
        let Value::Number(number, _) = &value.value else { return };
        let Ok(at) = number.parse::<usize>() else { return };
        if at == 0 || at > width {
            let place = self.place(expr.span());
            let columns = if width == 1 { "is 1 column".to_owned() } else { format!("are {width} columns") };
            let message = format!("{clause} {at}, and there {columns} to choose from");
            self.fault(Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(place, "they are counted from 1"));
        }
    }

    /// What is behind ORDER BY of a UNION is the name of a column that it returns.
    pub(super) fn check_set_order(&mut self, body: &SetExpr, expr: &Expr) {
        let Expr::Identifier(ident) = expr else { return };
        if ident.quote_style == Some('"') {
            return;
        }
        // MySQL looks at the first query alone, SQLite at each.
        let mut names = Vec::new();
        let all = match (self.dialect, body) {
            (Dialect::Sqlite, body) => self.set_names(body, &mut names),
            (_, body) => self.set_names(first_of(body), &mut names),
        };
        let name = self.ident(ident);
        if all && !names.contains(&name.key) {
            let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("unknown column `{}` behind ORDER BY of what several queries return", name.text);
            let mut diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, "");
            if !shown.is_empty() {
                diagnostic = diagnostic.note(format!("they return {}", shown.join(", ")));
            }
            self.fault(diagnostic);
        }
    }

    /// The names of what queries return; false if some may not be known.
    fn set_names(&mut self, body: &SetExpr, names: &mut Vec<Arc<str>>) -> bool {
        match body {
            SetExpr::Select(select) => select.projection.iter().all(|item| match item {
                SelectItem::UnnamedExpr(Expr::Identifier(ident))
                | SelectItem::ExprWithAlias { alias: ident, expr: _ } => {
                    names.push(self.ident(ident).key);
                    // SQLite also takes what stands before AS.
                    if let SelectItem::ExprWithAlias { expr: Expr::Identifier(own), .. } = item {
                        names.push(self.ident(own).key);
                    }
                    true
                }
                SelectItem::UnnamedExpr(Expr::CompoundIdentifier(parts)) => {
                    names.extend(parts.last().map(|last| self.ident(last).key));
                    true
                }
                SelectItem::UnnamedExpr(Expr::Value(_)) => true,
                _ => false,
            }),
            SetExpr::SetOperation { left, right, .. } => {
                let left = self.set_names(left, names);
                self.set_names(right, names) && left
            }
            _ => false,
        }
    }

    /// `WITH`: each name once, and as many names of columns as there are columns.
    pub(super) fn check_with(&mut self, query: &Query) {
        let Some(with) = &query.with else { return };
        let mut seen: Vec<Arc<str>> = Vec::new();
        for cte in &with.cte_tables {
            let name = self.ident(&cte.alias.name);
            let key: Arc<str> = name.key.to_lowercase().into();
            if seen.contains(&key) {
                let message = format!("two queries behind WITH are called `{}`", name.text);
                self.fault(Diagnostic::error(&codes::DUPLICATE_TABLE, message).at(name.place, ""));
            }
            seen.push(key);
            let names = cte.alias.columns.len();
            if let Some(width) = width(&cte.query.body).filter(|width| names > 0 && *width != names) {
                let message = format!("`{}` names {names} columns, and its query returns {width}", name.text);
                self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(name.place, ""));
            }
        }
    }

    /// `LIMIT` of SQLite sees no columns.
    pub(super) fn check_limit(&mut self, query: &Query) {
        let Some(ast::LimitClause::LimitOffset { limit, offset, .. }) = &query.limit_clause else { return };
        let values = limit.iter().chain(offset.iter().map(|offset| &offset.value));
        for expr in values {
            if let (Dialect::Sqlite, Expr::Identifier(ident)) = (self.dialect, expr)
                && ident.quote_style != Some('"')
                && !matches!(&*ident.value.to_ascii_lowercase(), "true" | "false" | "all" | "null")
            {
                let name = self.ident(ident);
                let message = format!("unknown column `{}` behind LIMIT", name.text);
                self.fault(
                    Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, "no columns are seen here"),
                );
            }
        }
    }

    /// `*` needs something to read.
    pub(super) fn check_star(&mut self, select: &Select) {
        let star = select.projection.iter().find(|item| matches!(item, SelectItem::Wildcard(_)));
        if let (Some(item), true) = (star, select.from.is_empty()) {
            let place = self.place(item.span());
            self.fault(Diagnostic::error(&codes::UNKNOWN_COLUMN, "`*` and no FROM").at(place, "all columns of what?"));
        }
    }

    /// A collation that is surely not there.
    pub(super) fn check_collation(&mut self, name: &ast::ObjectName) {
        let Some(path) = self.path(name) else { return };
        if let Some(diagnostic) = characters::unknown_collation(&path.name.text, self.dialect) {
            self.fault(diagnostic.at(path.name.place, ""));
        }
    }
}

fn arguments(count: usize) -> String {
    match count {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        more => format!("{more} arguments"),
    }
}

/// The first of several queries.
fn first_of(body: &SetExpr) -> &SetExpr {
    match body {
        SetExpr::SetOperation { left, .. } => first_of(left),
        other => other,
    }
}

/// How many columns a query returns, where that is written.
pub(super) fn width(body: &SetExpr) -> Option<usize> {
    match body {
        SetExpr::Select(select) => {
            let plain =
                |item: &SelectItem| matches!(item, SelectItem::UnnamedExpr(_) | SelectItem::ExprWithAlias { .. });
            // What sqlparser takes for a name may be a word before one.
            select.projection.iter().all(plain).then_some(select.projection.len())
        }
        SetExpr::Query(query) => width(&query.body),
        SetExpr::SetOperation { left, .. } => width(left),
        SetExpr::Values(values) => values.rows.first().map(|row| row.content.len()),
        _ => None,
    }
}
