//! Expressions.

use migrate_core::Dialect;
use sqlparser::ast::{
    self, AccessExpr, FunctionArg, FunctionArgExpr, FunctionArgumentClause, FunctionArguments, Query, Spanned,
    Subscript,
};

use super::words::{MODIFIERS, UNITS, is_value};
use super::{Clause, Mentions};
use crate::catalog::mention::{Call, Mention, Scope};
use crate::catalog::name::Path;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::read::types::is_builtin;
use crate::sql::characters;

impl Mentions<'_> {
    pub(super) fn subquery(&mut self, query: &Query, scope: &mut Scope) {
        let mut inner = Scope::default();
        self.apart(true, |own| own.query(query, &mut inner));
        scope.children.push(inner);
        self.queries.insert(std::ptr::from_ref(query) as usize, scope.children.len() - 1);
    }

    /// The columns an expression names.
    pub(in crate::read) fn expr(&mut self, expr: &ast::Expr, scope: &mut Scope) {
        use ast::Expr;
        match expr {
            Expr::Identifier(ident) => {
                let lower = ident.value.to_ascii_lowercase();
                let value = ident.quote_style.is_none() && (is_value(&lower) || MODIFIERS.contains(&&*lower));
                if value && MODIFIERS.contains(&&*lower) {
                    // What follows was read as an alias, or not at all.
                    scope.open = true;
                }
                // MySQL's variables, and strings in double quotes.
                let bits = lower.strip_prefix("0b").is_some_and(|bits| bits.bytes().all(|b| matches!(b, b'0' | b'1')));
                let other = ident.value.starts_with('@')
                    || bits && self.dialect.is_mysql_family()
                    || ident.value.starts_with(':')
                    || ident.value.starts_with('_') && self.dialect.is_mysql_family() && ident.quote_style.is_none();
                let text = self.dialect.is_mysql_family() && ident.quote_style == Some('"');
                if !value && !other && !text {
                    let name = self.ident(ident);
                    let mention = self.mention(None, name);
                    scope.columns.push(mention);
                }
            }
            Expr::CompoundIdentifier(parts) => {
                // What follows a composite value is not looked into.
                if let ([schema, table, column], true) = (&parts[..], self.is_ours()) {
                    let (schema, table, name) = (self.ident(schema), self.ident(table), self.ident(column));
                    scope.columns.push(Mention { schema: Some(schema), ..Mention::new(Some(table), name) });
                }
                let (schema, parts) = match &parts[..] {
                    [schema, table, column] if self.dialect == Dialect::Postgres => {
                        (Some(self.ident(schema)), &[table.clone(), column.clone()][..])
                    }
                    parts => (None, parts),
                };
                if let [table, column] = parts {
                    let (qualifier, name) = (Some(self.ident(table)), self.ident(column));
                    match qualifier.as_ref() {
                        // The row that could not be inserted has the columns of the table.
                        Some(table) if &*table.key == "excluded" && !self.dialect.is_mysql_family() => {
                            scope.excluded.push(name)
                        }
                        Some(table)
                            if matches!(&*table.key, "new" | "old") && !self.rows_named
                                || table.text.starts_with('@') => {}
                        _ => {
                            let unseen = self.sees_results();
                            scope.columns.push(Mention { schema, unseen, ..Mention::new(qualifier, name) });
                        }
                    }
                }
            }
            // `a[1]`
            Expr::CompoundFieldAccess { root, access_chain } => {
                self.expr(root, scope);
                self.field(root, access_chain, scope);
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
            | Expr::IsNormalized { expr: inner, .. }
            | Expr::Extract { expr: inner, .. }
            | Expr::Ceil { expr: inner, .. }
            | Expr::Floor { expr: inner, .. } => self.expr(inner, scope),
            Expr::Collate { expr: inner, collation } => {
                self.expr(inner, scope);
                self.check_collation(collation);
                if self.dialect == Dialect::Postgres
                    && let Some(path) = self.path(collation)
                {
                    scope.collations.push(path);
                }
            }
            Expr::Cast { expr, data_type, .. } => {
                self.expr(expr, scope);
                self.cast(data_type, scope);
            }
            Expr::IsDistinctFrom(left, right)
            | Expr::IsNotDistinctFrom(left, right)
            | Expr::BinaryOp { left, right, .. }
            | Expr::AnyOp { left, right, .. }
            | Expr::AllOp { left, right, .. }
            | Expr::Position { expr: left, r#in: right } => {
                self.check_sides(left, right);
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
                self.check_in_list(expr, list);
                self.expr(expr, scope);
                list.iter().for_each(|inner| self.expr(inner, scope));
            }
            Expr::InSubquery { expr, subquery, .. } => {
                self.check_in_query(expr, subquery);
                self.expr(expr, scope);
                self.subquery(subquery, scope);
            }
            Expr::AtTimeZone { timestamp, time_zone } => {
                self.expr(timestamp, scope);
                self.expr(time_zone, scope);
            }
            Expr::Array(array) => array.elem.iter().for_each(|inner| self.expr(inner, scope)),
            Expr::Rollup(sets) | Expr::Cube(sets) | Expr::GroupingSets(sets) => {
                sets.iter().flatten().for_each(|inner| self.expr(inner, scope));
            }
            Expr::Overlay { expr, overlay_what, overlay_from, overlay_for } => {
                for inner in [expr, overlay_what, overlay_from].into_iter().chain(overlay_for) {
                    self.expr(inner, scope);
                }
            }
            Expr::Substring { expr, substring_from, substring_for, .. } => {
                if substring_from.is_none() && self.dialect == Dialect::Sqlite {
                    let at = self.place(expr.span());
                    let message = "`substr` takes 2 to 3 arguments, and 1 is written";
                    self.fault(Diagnostic::error(&codes::OTHER_COUNT, message).at(at, ""));
                }
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
                    if operand.is_none() && self.dialect == Dialect::Sqlite {
                        self.check_value(&when.condition);
                    }
                    self.expr(&when.condition, scope);
                    self.expr(&when.result, scope);
                }
            }
            Expr::Exists { subquery, .. } | Expr::Subquery(subquery) => self.subquery(subquery, scope),
            Expr::Function(function) => self.function(function, scope),
            Expr::Convert { expr, charset, .. } => {
                self.expr(expr, scope);
                if let Some(name) = charset.as_ref().and_then(|name| self.path(name))
                    && let Some(found) = characters::unknown_charset(&name.name.text, self.dialect)
                {
                    self.fault(found.at(name.name.place, ""));
                }
            }
            Expr::Interval(interval) => self.expr(&interval.value, scope),
            Expr::MatchAgainst { columns, match_value: _, opt_search_modifier: _ } => {
                for path in columns.iter().filter_map(|name| self.path(name)) {
                    scope.columns.push(Mention::new(path.schema, path.name));
                }
            }
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
        self.call(&function.name, &list.args, scope);
        if self.is_sequence(function, list, scope) {
            return;
        }
        let aggregate = self.check_call(function, list, scope);
        let inside = self.inside || aggregate;
        let before = std::mem::replace(&mut self.inside, inside);
        let clause = self.clause_of_arguments(function, aggregate);
        let clause = std::mem::replace(&mut self.clause, clause);
        let is = |name: &str| function.name.to_string().eq_ignore_ascii_case(name);
        let form = self.dialect == Dialect::Postgres && is("normalize");
        // The form of Unicode is a word.
        let args = if form { &list.args[..list.args.len().min(1)] } else { &list.args[..] };
        // What is done, or made, comes first, and is no column.
        let word = self.rows_named && is("raise") || self.dialect.is_mysql_family() && is("get_format");
        self.arguments(args.get(usize::from(word)..).unwrap_or_default(), scope);
        self.inside = before;
        for clause in &list.clauses {
            if let FunctionArgumentClause::OrderBy(order) = clause {
                order.iter().for_each(|order| self.expr(&order.expr, scope));
            }
        }
        self.clause = clause;
        function.within_group.iter().for_each(|order| self.expr(&order.expr, scope));
        if let Some(filter) = &function.filter {
            self.expr(filter, scope);
        }
        if let Some(ast::WindowType::WindowSpec(window)) = &function.over {
            self.window(window, scope);
        }
        self.sequence(function, list, scope);
    }

    /// A function is called, by PostgreSQL's rules.
    pub(super) fn call(&mut self, name: &ast::ObjectName, args: &[FunctionArg], scope: &mut Scope) {
        if self.dialect == Dialect::Postgres
            && let Some(path) = self.path(name)
        {
            let value =
                |arg: &FunctionArg| matches!(arg, FunctionArg::Unnamed(FunctionArgExpr::Expr(ast::Expr::Value(_))));
            let row = matches!(args, [arg] if !value(arg));
            scope.functions.push(Call { path, row });
        }
    }

    pub(super) fn arguments(&mut self, args: &[FunctionArg], scope: &mut Scope) {
        for arg in args {
            let (FunctionArg::Named { arg, .. } | FunctionArg::ExprNamed { arg, .. } | FunctionArg::Unnamed(arg)) = arg;
            let FunctionArgExpr::Expr(expr) = arg else { continue };
            if let ast::Expr::Identifier(ident) = expr
                && ident.quote_style.is_none()
                && self.dialect.is_mysql_family()
                && UNITS.contains(&&*ident.value.to_ascii_lowercase())
            {
                continue;
            }
            if self.is_ours() && !matches!(expr, ast::Expr::Subquery(_)) {
                self.check_value(expr);
            }
            self.expr(expr, scope);
        }
    }

    /// `NEXTVAL(s)` of MariaDB names a sequence, not a column.
    fn is_sequence(&mut self, call: &ast::Function, list: &ast::FunctionArgumentList, scope: &mut Scope) -> bool {
        let name = call.name.to_string().to_ascii_lowercase();
        if !self.dialect.is_mysql_family() || !matches!(&*name, "nextval" | "lastval" | "setval") {
            return false;
        }
        let (schema, name) = match list.args.first() {
            Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(ast::Expr::Identifier(name)))) => (None, name),
            Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(ast::Expr::CompoundIdentifier(parts)))) => match &parts[..]
            {
                [schema, name] => (Some(schema), name),
                _ => return true,
            },
            _ => return false,
        };
        let (schema, name) = (schema.map(|schema| self.ident(schema)), self.ident(name));
        scope.sequences.push(Path { schema, name });
        true
    }

    /// A name in an expression, with what its place demands.
    fn mention(&self, qualifier: Option<crate::catalog::name::Ident>, name: crate::catalog::name::Ident) -> Mention {
        let first = matches!(self.clause, Clause::List | Clause::Where | Clause::On);
        let strict = match self.dialect {
            Dialect::Postgres => false,
            Dialect::MySql | Dialect::MariaDb => first,
            Dialect::Sqlite => self.clause == Clause::List,
        };
        let (alone, unseen) = (first && self.is_ours(), self.sees_results());
        Mention { strict, alone, unseen, ..Mention::new(qualifier, name) }
    }

    pub(super) fn window(&mut self, window: &ast::WindowSpec, scope: &mut Scope) {
        window.partition_by.iter().for_each(|expr| self.expr(expr, scope));
        window.order_by.iter().for_each(|order| self.expr(&order.expr, scope));
    }

    /// `(t).a`, where the name is that of a source.
    fn field(&mut self, root: &ast::Expr, chain: &[AccessExpr], scope: &mut Scope) {
        let (ast::Expr::Nested(inner), [AccessExpr::Dot(ast::Expr::Identifier(field)), ..]) = (root, chain) else {
            return;
        };
        if let ast::Expr::Identifier(row) = &**inner
            && self.dialect == Dialect::Postgres
        {
            let pair = (self.ident(row), self.ident(field));
            scope.fields.push(pair);
        }
    }

    /// A type of PostgreSQL that is not the server's own.
    pub(super) fn cast(&mut self, ty: &ast::DataType, scope: &mut Scope) {
        let ty = match ty {
            ast::DataType::Array(
                ast::ArrayElemTypeDef::SquareBracket(inner, _) | ast::ArrayElemTypeDef::AngleBracket(inner),
            ) => inner,
            other => other,
        };
        if let ast::DataType::Custom(name, _) = ty
            && self.dialect == Dialect::Postgres
            && let Some(path) = self.path(name)
            && !is_builtin(&path)
        {
            scope.types.push(path);
        }
    }

    /// `nextval('name')`
    fn sequence(&mut self, function: &ast::Function, list: &ast::FunctionArgumentList, scope: &mut Scope) {
        let Some(name) = self.path(&function.name) else { return };
        let first = list.args.first();
        let (Dialect::Postgres, "nextval" | "currval" | "setval") = (self.dialect, &*name.name.key) else { return };
        let Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(named))) = first else { return };
        // `nextval('s'::regclass)` is what the server itself writes.
        let named = match named {
            ast::Expr::Cast { expr, data_type: ast::DataType::Regclass, .. } => expr,
            named => named,
        };
        if let ast::Expr::Value(value) = named
            && let ast::Value::SingleQuotedString(text) = &value.value
            && let Some(path) = Path::of_text(text, self.dialect, name.name.place)
        {
            scope.sequences.push(path);
        }
    }
}
