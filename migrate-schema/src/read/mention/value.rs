//! Expressions of PostgreSQL as values with types.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::ast::{
    self, AccessExpr, BinaryOperator, DuplicateTreatment, Expr, FunctionArg, FunctionArgExpr, FunctionArgumentClause,
    FunctionArguments, Spanned, Subscript, UnaryOperator,
};

use super::Mentions;
use crate::catalog::mention::{Mention, Scope};
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::Type;
use crate::catalog::value::{CallOf, Group, Value, ValueKind};
use crate::read::types::{is_builtin, meaning};
use crate::source::{Place, Span};

/// What stands behind the type in `date '2020-01-01'`.
fn text_of(value: &ast::Value) -> ValueKind {
    match value {
        ast::Value::SingleQuotedString(text) => ValueKind::Text(text.as_str().into()),
        _ => ValueKind::Unknown,
    }
}

impl Mentions<'_> {
    fn place_of(&mut self, expr: &Expr) -> Place {
        let span = expr.span();
        let (from, to) = (self.at(span.start), self.at(span.end));
        let (from, to) = if from < to && to <= self.text.len() { (from, to) } else { (self.start, self.start + 1) };
        Place { source: self.source, span: Span::new(from, to) }
    }

    /// Something that must be true or false.
    pub(super) fn condition(&mut self, expr: &Expr, word: &'static str, scope: &mut Scope) {
        if self.dialect == Dialect::Postgres {
            let value = self.value(expr, scope);
            scope.values.conditions.push((word, value));
        }
    }

    fn boxed(&mut self, expr: &Expr, scope: &Scope) -> Box<Value> {
        Box::new(self.value(expr, scope))
    }

    fn all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>, scope: &Scope) -> Vec<Value> {
        exprs.into_iter().map(|expr| self.value(expr, scope)).collect()
    }

    /// The query inside that was read from this tree.
    fn number(&self, query: &ast::Query) -> Option<usize> {
        let address = std::ptr::from_ref(query) as usize;
        self.queries.get(&address).copied()
    }

    pub(in crate::read) fn value(&mut self, expr: &Expr, scope: &Scope) -> Value {
        let at = self.place_of(expr);
        Value { kind: self.kind(expr, at, scope).unwrap_or(ValueKind::Unknown), at }
    }

    fn kind(&mut self, expr: &Expr, at: Place, scope: &Scope) -> Option<ValueKind> {
        Some(match expr {
            Expr::Identifier(ident) => {
                if ident.quote_style.is_none() {
                    let lower = ident.value.to_ascii_lowercase();
                    match &*lower {
                        "default" => return Some(ValueKind::Default),
                        "current_date" => return Some(ValueKind::Typed("date", Vec::new())),
                        "current_timestamp" => return Some(ValueKind::Typed("timestamp with time zone", Vec::new())),
                        "current_user" | "session_user" | "user" | "current_role" | "current_schema" => {
                            return Some(ValueKind::Typed("name", Vec::new()));
                        }
                        "localtime" => return Some(ValueKind::Typed("time", Vec::new())),
                        "localtimestamp" => return Some(ValueKind::Typed("timestamp", Vec::new())),
                        "current_time" => return Some(ValueKind::Typed("time with time zone", Vec::new())),
                        "current_catalog" | "system_user" => return None,
                        _ => (),
                    }
                }
                ValueKind::Column(Mention::new(None, self.ident(ident)))
            }
            Expr::CompoundIdentifier(parts) => {
                let [table, column] = &parts[..] else { return None };
                ValueKind::Column(Mention::new(Some(self.ident(table)), self.ident(column)))
            }
            Expr::Value(value) => match &value.value {
                ast::Value::Number(number, _) => ValueKind::Number(number.as_str().into()),
                ast::Value::SingleQuotedString(text) => ValueKind::Text(text.as_str().into()),
                ast::Value::Boolean(_) => ValueKind::Boolean,
                ast::Value::Null => ValueKind::Null,
                _ => return None,
            },
            Expr::Nested(inner) => return self.kind(inner, at, scope),
            Expr::Cast { expr, data_type, format: None, .. } => {
                let ty = self.written_type(data_type)?;
                ValueKind::Cast(self.boxed(expr, scope), ty)
            }
            Expr::TypedString(typed) => ValueKind::Cast(
                Box::new(Value { kind: text_of(&typed.value.value), at: self.place_of(expr) }),
                self.written_type(&typed.data_type)?,
            ),
            Expr::Interval(interval) => match &*interval.value {
                Expr::Value(value) if interval.leading_field.is_none() => ValueKind::Cast(
                    Box::new(Value { kind: text_of(&value.value), at }),
                    self.written_type(&ast::DataType::Interval { fields: None, precision: None })?,
                ),
                _ => ValueKind::Typed("interval", Vec::new()),
            },
            Expr::Collate { expr, .. } => ValueKind::Collated(self.boxed(expr, scope)),
            Expr::IsTrue(inner)
            | Expr::IsNotTrue(inner)
            | Expr::IsFalse(inner)
            | Expr::IsNotFalse(inner)
            | Expr::IsUnknown(inner)
            | Expr::IsNotUnknown(inner) => ValueKind::IsTrue(self.boxed(inner, scope)),
            Expr::IsNull(inner) | Expr::IsNotNull(inner) => ValueKind::Asks(vec![self.value(inner, scope)]),
            Expr::IsDistinctFrom(left, right) | Expr::IsNotDistinctFrom(left, right) => {
                ValueKind::Binary("=".into(), self.boxed(left, scope), self.boxed(right, scope))
            }
            Expr::BinaryOp { left, op, right } => match op {
                BinaryOperator::And => ValueKind::Logic("AND", self.all([&**left, &**right], scope)),
                BinaryOperator::Or => ValueKind::Logic("OR", self.all([&**left, &**right], scope)),
                BinaryOperator::PGCustomBinaryOperator(_) | BinaryOperator::Custom(_) => return None,
                op => {
                    let text = match op.to_string().as_str() {
                        "!=" => "<>".to_owned(),
                        other => other.to_owned(),
                    };
                    ValueKind::Binary(text.into(), self.boxed(left, scope), self.boxed(right, scope))
                }
            },
            Expr::UnaryOp { op: UnaryOperator::Not, expr } => ValueKind::Logic("NOT", vec![self.value(expr, scope)]),
            Expr::UnaryOp { op: UnaryOperator::Minus, expr } => match &**expr {
                Expr::Value(value) if matches!(value.value, ast::Value::Number(..)) => {
                    let ast::Value::Number(number, _) = &value.value else { return None };
                    ValueKind::Number(format!("-{number}").into())
                }
                other => ValueKind::Unary("-".into(), self.boxed(other, scope)),
            },
            Expr::Like { expr, pattern, any: false, .. } => {
                ValueKind::Binary("~~".into(), self.boxed(expr, scope), self.boxed(pattern, scope))
            }
            Expr::ILike { expr, pattern, any: false, .. } => {
                ValueKind::Binary("~~*".into(), self.boxed(expr, scope), self.boxed(pattern, scope))
            }
            Expr::SimilarTo { expr, pattern, .. } => ValueKind::Asks(self.all([&**expr, &**pattern], scope)),
            Expr::Between { expr, low, high, .. } => {
                let at = self.place_of(expr);
                let side = |mentions: &mut Self, op: &str, bound: &Expr| Value {
                    kind: ValueKind::Binary(op.into(), mentions.boxed(expr, scope), mentions.boxed(bound, scope)),
                    at,
                };
                ValueKind::Logic("AND", vec![side(self, ">=", low), side(self, "<=", high)])
            }
            Expr::InList { expr, list, .. } => ValueKind::In(self.boxed(expr, scope), self.all(list, scope)),
            Expr::InSubquery { expr, subquery, .. } => {
                let number = self.number(subquery)?;
                let left = match &**expr {
                    Expr::Tuple(all) => self.all(all, scope),
                    other => vec![self.value(other, scope)],
                };
                ValueKind::InQuery(left, number)
            }
            Expr::AnyOp { left, compare_op, right, .. } | Expr::AllOp { left, compare_op, right } => match &**right {
                Expr::Subquery(_) => return None,
                right => {
                    ValueKind::Any(compare_op.to_string().into(), self.boxed(left, scope), self.boxed(right, scope))
                }
            },
            Expr::Exists { .. } => ValueKind::Asks(Vec::new()),
            Expr::Subquery(query) => ValueKind::Query(self.number(query)?),
            Expr::Case { operand, conditions, else_result, .. } => {
                let operand = operand.as_ref().map(|operand| self.boxed(operand, scope));
                let tests = self.all(conditions.iter().map(|when| &when.condition), scope);
                let results =
                    self.all(conditions.iter().map(|when| &when.result).chain(else_result.iter().map(|e| &**e)), scope);
                ValueKind::Case(operand, tests, results)
            }
            Expr::Array(array) => ValueKind::Array(self.all(&array.elem, scope)),
            Expr::Tuple(all) => ValueKind::Row(self.all(all, scope)),
            Expr::Extract { expr, .. } => ValueKind::Typed("numeric", self.all([&**expr], scope)),
            Expr::Position { expr, r#in } => ValueKind::Typed("integer", self.all([&**expr, &**r#in], scope)),
            Expr::Substring { expr, substring_from: Some(from), substring_for, shorthand, .. } => {
                let name = Ident::made(if *shorthand { "substr" } else { "substring" }, self.dialect, at);
                let arguments = self.all([&**expr, &**from].into_iter().chain(substring_for.as_deref()), scope);
                ValueKind::Call(Box::new(CallOf::plain(Path { schema: None, name }, arguments)))
            }
            // With a text alone it is none of theirs.
            Expr::Substring { expr, substring_from: None, substring_for: None, shorthand, .. } => {
                let name = Ident::made(if *shorthand { "substr" } else { "substring" }, self.dialect, at);
                let arguments = self.all([&**expr], scope);
                ValueKind::Call(Box::new(CallOf::plain(Path { schema: None, name }, arguments)))
            }
            Expr::Trim { expr, .. } => ValueKind::Typed("text", self.all([&**expr], scope)),
            Expr::CompoundFieldAccess { root, access_chain } => {
                let mut indexes = Vec::new();
                for access in access_chain {
                    let AccessExpr::Subscript(Subscript::Index { index }) = access else { return None };
                    indexes.push(self.value(index, scope));
                }
                ValueKind::Element(self.boxed(root, scope), indexes)
            }
            Expr::Function(function) => return self.called(function, scope),
            _ => return None,
        })
    }

    fn called(&mut self, function: &ast::Function, scope: &Scope) -> Option<ValueKind> {
        let path = self.path(&function.name)?;
        let FunctionArguments::List(list) = &function.args else {
            // `current_user` and the like.
            return match &*path.name.key {
                "current_timestamp" => Some(ValueKind::Typed("timestamp with time zone", Vec::new())),
                "current_date" => Some(ValueKind::Typed("date", Vec::new())),
                "localtimestamp" => Some(ValueKind::Typed("timestamp", Vec::new())),
                "localtime" => Some(ValueKind::Typed("time", Vec::new())),
                "current_time" => Some(ValueKind::Typed("time with time zone", Vec::new())),
                "current_user" | "session_user" | "user" | "current_role" => Some(ValueKind::Typed("name", Vec::new())),
                _ => None,
            };
        };
        let mut call = CallOf {
            path,
            arguments: Vec::new(),
            special: false,
            names: Vec::new(),
            star: false,
            distinct: list.duplicate_treatment == Some(DuplicateTreatment::Distinct),
            filter: function.filter.is_some(),
            over: function.over.is_some(),
            within: !function.within_group.is_empty(),
            others: Vec::new(),
        };
        for arg in &list.args {
            match arg {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => {
                    if let Expr::Identifier(word) = expr
                        && word.value.eq_ignore_ascii_case("variadic")
                    {
                        call.special = true;
                    }
                    call.arguments.push(self.value(expr, scope));
                }
                FunctionArg::Unnamed(FunctionArgExpr::Wildcard) => call.star = true,
                FunctionArg::Named { name, arg: FunctionArgExpr::Expr(expr), .. } => {
                    call.names.push(self.ident(name));
                    call.arguments.push(self.value(expr, scope));
                }
                FunctionArg::ExprNamed { name, arg: FunctionArgExpr::Expr(expr), .. } => {
                    match name {
                        Expr::Identifier(name) => call.names.push(self.ident(name)),
                        _ => call.special = true,
                    }
                    call.arguments.push(self.value(expr, scope));
                }
                _ => call.special = true,
            }
        }
        for clause in &list.clauses {
            match clause {
                FunctionArgumentClause::OrderBy(order) => {
                    call.others.extend(self.all(order.iter().map(|order| &order.expr), scope));
                }
                _ => call.special = true,
            }
        }
        if let Some(filter) = &function.filter {
            let value = self.value(filter, scope);
            let at = value.at;
            call.others.push(Value { kind: ValueKind::Logic("FILTER", vec![value]), at });
        }
        call.others.extend(self.all(function.within_group.iter().map(|order| &order.expr), scope));
        if let Some(ast::WindowType::NamedWindow(name)) = &function.over {
            self.check_window_name(name);
        }
        if let Some(ast::WindowType::WindowSpec(window)) = &function.over {
            let order = window.order_by.iter().map(|order| &order.expr);
            call.others.extend(self.all(window.partition_by.iter().chain(order), scope));
        }
        if call.path.schema.is_none() {
            let word = match &*call.path.name.key {
                "coalesce" => Some("COALESCE"),
                "greatest" => Some("GREATEST"),
                "least" => Some("LEAST"),
                _ => None,
            };
            if let Some(word) = word {
                return Some(ValueKind::Same(word, call.arguments));
            }
            if &*call.path.name.key == "nullif" && call.arguments.len() == 2 {
                return Some(ValueKind::Same("NULLIF", call.arguments));
            }
            if &*call.path.name.key == "row" {
                return Some(ValueKind::Row(call.arguments));
            }
        }
        Some(ValueKind::Call(Box::new(call)))
    }

    /// A function whose rows are read.
    pub(super) fn called_in_from(&mut self, name: &ast::ObjectName, args: &[FunctionArg], scope: &mut Scope) {
        let Some(path) = self.path(name).filter(|_| self.dialect == Dialect::Postgres) else { return };
        let at = path.name.place;
        let mut call = CallOf::plain(path, Vec::new());
        for arg in args {
            match arg {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => {
                    let value = self.value(expr, scope);
                    call.arguments.push(value);
                }
                FunctionArg::Named { name, arg: FunctionArgExpr::Expr(expr), .. }
                | FunctionArg::ExprNamed { name: Expr::Identifier(name), arg: FunctionArgExpr::Expr(expr), .. } => {
                    call.names.push(self.ident(name));
                    call.arguments.push(self.value(expr, scope));
                }
                _ => call.special = true,
            }
        }
        scope.values.calls.push(Value { kind: ValueKind::Call(Box::new(call)), at });
    }

    /// A type as it is written.
    fn written_type(&mut self, ty: &ast::DataType) -> Option<Type> {
        let text: Arc<str> = ty.to_string().to_lowercase().into();
        let own = match ty {
            ast::DataType::Array(
                ast::ArrayElemTypeDef::SquareBracket(inner, _) | ast::ArrayElemTypeDef::AngleBracket(inner),
            ) => inner,
            other => other,
        };
        let own = match own {
            ast::DataType::Custom(name, _) => self.path(name).filter(|path| !is_builtin(path)),
            _ => None,
        };
        let meaning = meaning(&text, Dialect::Postgres);
        Some(Type { text, meaning, own })
    }

    /// What a query is grouped by.
    pub(super) fn group(&mut self, expr: &Expr, scope: &Scope, output: bool) -> Group {
        match expr {
            Expr::Value(value) => match &value.value {
                ast::Value::Number(number, _) => match number.parse() {
                    Ok(number) => Group::Number(number, self.place_of(expr)),
                    Err(_) => Group::Unknown,
                },
                _ => Group::Unknown,
            },
            Expr::Identifier(ident) if output => Group::Named(self.ident(ident).key),
            Expr::Rollup(sets) | Expr::Cube(sets) | Expr::GroupingSets(sets) => {
                let parts = sets.iter().flatten();
                // A name or a number may be one of the result, and a set may stand in another.
                let plain = |part: &Expr| match part {
                    Expr::Value(_) | Expr::Rollup(_) | Expr::Cube(_) | Expr::GroupingSets(_) => true,
                    Expr::Function(call) => ["rollup", "cube"].contains(&&*call.name.to_string().to_lowercase()),
                    Expr::Identifier(name) => scope.outputs.contains(&self.ident(name).key),
                    _ => false,
                };
                match parts.clone().any(plain) {
                    true => Group::Unknown,
                    false => Group::Some(self.all(parts, scope)),
                }
            }
            Expr::Tuple(_) => Group::Unknown,
            expr => Group::By(self.value(expr, scope)),
        }
    }
}
