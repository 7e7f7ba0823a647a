//! `HAVING` of MySQL and MariaDB, which sees what is returned and what is grouped, and not what the rows come from.

use std::ops::Range;
use std::sync::Arc;

use sqlparser::ast::{self, Expr, GroupByExpr, Select, SelectItem, SelectItemQualifiedWildcardKind};

use super::{Clause, Mentions};
use crate::catalog::mention::{Mention, Scope};
use crate::catalog::name::Ident;
use crate::sql::functions::function;

/// What may be named there.
#[derive(Default)]
struct Seen {
    /// Columns, with what stands before the dot, and names that are given.
    names: Vec<(Option<Arc<str>>, Arc<str>)>,
    /// All columns of a source.
    sources: Vec<Arc<str>>,
}

impl Seen {
    fn has(&self, mention: &Mention) -> bool {
        let folded = |ident: &Ident| -> Arc<str> { ident.text.to_lowercase().into() };
        let qualifier = mention.qualifier.as_ref().map(folded);
        let name = folded(&mention.name);
        let of_source = match &qualifier {
            Some(qualifier) => self.sources.contains(qualifier),
            None => !self.sources.is_empty(),
        };
        let named = |(before, own): &(Option<Arc<str>>, Arc<str>)| {
            *own == name && (before.is_none() || qualifier.is_none() || *before == qualifier)
        };
        of_source || self.names.iter().any(named)
    }
}

impl Mentions<'_> {
    /// What a call in `HAVING` is given: an aggregate looks at the rows, and so may a function that is not the server's own.
    pub(super) fn clause_of_arguments(&self, call: &ast::Function, aggregate: bool) -> Clause {
        let own = || function(&call.name.to_string().to_ascii_lowercase(), self.dialect).is_none();
        if self.clause == Clause::Having && (aggregate || own()) { Clause::Other } else { self.clause }
    }

    /// Whether a column that is named here has to be among what is returned or grouped, if it is no column around the query.
    pub(super) fn sees_results(&self) -> bool {
        self.clause == Clause::Having && self.dialect.is_mysql_family()
    }

    /// Of the columns of `HAVING`, those at `named`, what is returned or grouped can be seen.
    pub(super) fn see_results(&mut self, select: &Select, scope: &mut Scope, named: Range<usize>) {
        if !scope.columns[named.clone()].iter().any(|mention| mention.unseen) {
            return;
        }
        let seen = self.seen(select);
        // What is returned without a name is called by its text, which nobody else is.
        let is_text = |mention: &Mention| {
            mention.unseen && mention.name.text.contains(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
        };
        let mut behind = scope.columns.split_off(named.start);
        behind.retain(|mention| !is_text(mention));
        for mention in &mut behind {
            mention.unseen &= seen.as_ref().is_some_and(|seen| !seen.has(mention));
        }
        scope.columns.append(&mut behind);
    }

    /// None where it may be anything.
    fn seen(&mut self, select: &Select) -> Option<Seen> {
        let mut seen = Seen::default();
        for item in &select.projection {
            match item {
                SelectItem::UnnamedExpr(expr) => {
                    if !self.see(expr, &mut seen) {
                        let text = match expr {
                            Expr::Value(value) => value.value.clone().into_string(),
                            _ => None,
                        };
                        seen.names.push((None, text.unwrap_or_else(|| expr.to_string()).to_lowercase().into()));
                    }
                }
                SelectItem::ExprWithAlias { expr, alias } => {
                    seen.names.push((None, alias.value.to_lowercase().into()));
                    self.see(expr, &mut seen);
                }
                SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::ObjectName(name), _) => {
                    let path = self.path(name)?;
                    seen.sources.push(path.name.text.to_lowercase().into());
                }
                _ => return None,
            }
        }
        match &select.group_by {
            GroupByExpr::All(_) => return None,
            GroupByExpr::Expressions(exprs, _) => {
                for expr in exprs {
                    self.see(expr, &mut seen);
                }
            }
        }
        Some(seen)
    }

    /// Whether it is a column, which can be seen then.
    fn see(&mut self, expr: &Expr, seen: &mut Seen) -> bool {
        match expr {
            Expr::Nested(inner) => self.see(inner, seen),
            Expr::Identifier(name) => {
                seen.names.push((None, name.value.to_lowercase().into()));
                true
            }
            Expr::CompoundIdentifier(parts) => {
                if let [.., table, name] = &parts[..] {
                    seen.names.push((Some(table.value.to_lowercase().into()), name.value.to_lowercase().into()));
                }
                true
            }
            _ => false,
        }
    }
}
