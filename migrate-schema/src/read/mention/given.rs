//! What a column of a result is called that nobody has named.

use std::sync::Arc;

use sqlparser::ast::{DataType, Expr, ObjectNamePart, Query, SelectItem, SetExpr};

use super::Mentions;

/// What a column of a result is called that nobody has named.
pub(super) enum Given {
    Name(Arc<str>),
    /// By a name that nobody can write by chance.
    Nothing,
    /// Perhaps by a word.
    Unknown,
}

/// Whether the name of the result is that of a column, also behind a cast.
pub(super) fn is_column(expr: &Expr) -> bool {
    match expr {
        Expr::Nested(inner) | Expr::Collate { expr: inner, .. } | Expr::Cast { expr: inner, .. } => is_column(inner),
        Expr::Case { else_result: Some(inner), .. } => is_column(inner),
        expr => matches!(expr, Expr::Identifier(_) | Expr::CompoundIdentifier(_)),
    }
}

/// What PostgreSQL calls a column that nothing gives a name.
pub(super) const NAMELESS: &str = "?column?";

impl Mentions<'_> {
    /// The name that a column of the result has without AS. Only PostgreSQL makes one that people write.
    pub(super) fn given(&mut self, expr: &Expr) -> Given {
        if self.is_ours() {
            return self.given_text(expr);
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
            // A name of its own, or that of the type.
            Expr::Cast { expr, data_type, .. } => match self.given(expr) {
                Given::Name(name) if !has_weak_name(expr) => Given::Name(name),
                Given::Name(_) | Given::Nothing => named_by(data_type),
                Given::Unknown => Given::Unknown,
            },
            Expr::Case { else_result, .. } => match else_result.as_deref() {
                Some(inner) => match self.given(inner) {
                    Given::Name(name) if !has_weak_name(inner) => Given::Name(name),
                    Given::Name(_) | Given::Nothing => Given::Name("case".into()),
                    Given::Unknown => Given::Unknown,
                },
                None => Given::Name("case".into()),
            },
            Expr::Array(_) => Given::Name("array".into()),
            Expr::Exists { negated: false, .. } => Given::Name("exists".into()),
            Expr::Subquery(query) => self.given_by_query(query),
            Expr::Value(_)
            | Expr::BinaryOp { .. }
            | Expr::UnaryOp { .. }
            | Expr::IsNull(_)
            | Expr::IsNotNull(_)
            | Expr::Exists { negated: true, .. } => Given::Nothing,
            _ => Given::Unknown,
        }
    }

    /// SQLite and MySQL call it by its text, but for columns; MySQL calls a string by what it holds.
    fn given_text(&mut self, expr: &Expr) -> Given {
        match expr {
            Expr::Identifier(ident) if ident.quote_style != Some('"') => Given::Name(self.ident(ident).key),
            Expr::CompoundIdentifier(parts) => match parts.last() {
                Some(last) => Given::Name(self.ident(last).key),
                None => Given::Unknown,
            },
            Expr::Nested(inner) | Expr::Collate { expr: inner, .. } if is_column(inner) => self.given_text(inner),
            Expr::Function(function) => match &function.name.0[..] {
                [ObjectNamePart::Identifier(ident)] if !ident.value.to_ascii_lowercase().contains("likel") => {
                    match function.args {
                        // `CURRENT_USER`
                        sqlparser::ast::FunctionArguments::None => Given::Unknown,
                        _ => Given::Nothing,
                    }
                }
                _ => Given::Unknown,
            },
            Expr::BinaryOp { .. } | Expr::Subquery(_) | Expr::Case { .. } | Expr::Cast { .. } => Given::Nothing,
            Expr::IsNull(_) | Expr::IsNotNull(_) | Expr::Exists { .. } => Given::Nothing,
            Expr::Value(value) if matches!(value.value, sqlparser::ast::Value::Number(..)) => Given::Nothing,
            _ => Given::Unknown,
        }
    }

    /// The only column of a query has its name.
    fn given_by_query(&mut self, query: &Query) -> Given {
        let SetExpr::Select(select) = &*query.body else { return Given::Unknown };
        match &select.projection[..] {
            [SelectItem::ExprWithAlias { alias, .. }] => Given::Name(self.ident(alias).key),
            [SelectItem::UnnamedExpr(expr)] => match self.given(expr) {
                // A cast around the query does not change even this.
                Given::Nothing => Given::Name(NAMELESS.into()),
                given => given,
            },
            _ => Given::Unknown,
        }
    }
}

/// Whether the name comes from a type or is `case`: then a cast or a CASE around it has its own.
fn has_weak_name(expr: &Expr) -> bool {
    match expr {
        Expr::Nested(inner) | Expr::Collate { expr: inner, .. } => has_weak_name(inner),
        Expr::Cast { expr, .. } => !has_strong_name(expr),
        Expr::Case { else_result, .. } => else_result.as_deref().is_none_or(|inner| !has_strong_name(inner)),
        _ => false,
    }
}

fn has_strong_name(expr: &Expr) -> bool {
    match expr {
        Expr::Nested(inner) | Expr::Collate { expr: inner, .. } => has_strong_name(inner),
        Expr::Cast { .. } | Expr::Case { .. } => !has_weak_name(expr),
        Expr::Identifier(_)
        | Expr::CompoundIdentifier(_)
        | Expr::Function(_)
        | Expr::Array(_)
        | Expr::Exists { negated: false, .. }
        | Expr::Subquery(_) => true,
        _ => false,
    }
}

/// A column that is called after a type has the server's word for it.
fn named_by(ty: &DataType) -> Given {
    let name = match ty {
        DataType::Text => "text",
        DataType::Varchar(_) | DataType::CharacterVarying(_) => "varchar",
        DataType::SmallInt(None) => "int2",
        DataType::Int(None) | DataType::Integer(None) => "int4",
        DataType::BigInt(None) => "int8",
        DataType::Bool | DataType::Boolean => "bool",
        DataType::Numeric(_) | DataType::Decimal(_) => "numeric",
        DataType::Date => "date",
        DataType::Uuid => "uuid",
        DataType::JSON => "json",
        DataType::JSONB => "jsonb",
        DataType::Custom(name, _) => match &name.0[..] {
            [ObjectNamePart::Identifier(ident)] if ident.quote_style.is_none() => {
                return Given::Name(ident.value.to_lowercase().into());
            }
            _ => return Given::Unknown,
        },
        _ => return Given::Unknown,
    };
    Given::Name(name.into())
}
