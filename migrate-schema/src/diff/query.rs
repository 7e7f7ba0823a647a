//! The query of a view as PostgreSQL keeps it: each name with the table it belongs to, each star as columns, each column with
//! its name, each expression as its tree. Two queries that come to one text make the same view.
//!
//! What is not known for sure is `None`, and then nothing is said.

mod clauses;
mod name;
mod source;

use std::cell::RefCell;

use migrate_core::Dialect;

use super::expr;
use crate::catalog::Catalog;
use crate::catalog::name::Ident;
use crate::catalog::view::View;
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};
use source::{Column, Source};

/// How two queries are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Casts {
    /// Each cast says something.
    Kept,
    /// One of them may be as the server prints it, with the casts that it adds by itself, and with names of its own for a
    /// table that is read twice.
    LeftOut,
}

/// What a view reads; none where something about it is not known.
pub(super) fn of_view(catalog: &Catalog, name: &str, view: &View, casts: Casts) -> Option<String> {
    let query = &*view.details.query;
    let own = &view.details.columns;
    let recursive = view.details.options.contains_key("recursive");
    let whole = match (recursive, own.is_empty()) {
        // `CREATE RECURSIVE VIEW v (a) AS …` is a query around the one that is written.
        (true, false) => {
            let quoted: Vec<String> = own.iter().map(|name| quote(&name.key)).collect();
            let list = quoted.join(", ");
            let called = quote(name);
            format!("WITH RECURSIVE {called} ({list}) AS ({query}) SELECT {list} FROM {called}")
        }
        (true, true) => return None,
        (false, _) => query.to_owned(),
    };
    let names: Vec<String> = own.iter().map(|name| name.key.to_string()).collect();
    let tokens: Vec<Token> = tokens(&whole);
    let reader = Reader { catalog, query: &whole, tokens: &tokens, casts, inner: RefCell::new(Vec::new()) };
    let (text, mut columns) = reader.query(0, tokens.len(), &Scope::default())?;
    for (column, name) in columns.iter_mut().zip(names) {
        *column = name;
    }
    Some(format!("{} {text}", columns.join(",")))
}

fn tokens(text: &str) -> Vec<Token> {
    Lexer::new(text, 0..text.len(), Dialect::Postgres)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
        .collect()
}

/// A name as it is compared.
fn key_of(written: &str) -> String {
    Ident::written(written, Dialect::Postgres, Place::nowhere()).key.to_string()
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Expressions with what they are called.
fn listed(expressions: &[String], columns: &[String]) -> String {
    let list = expressions.iter().zip(columns).map(|(item, name)| format!("{item} as {}", quote(name)));
    list.collect::<Vec<_>>().join(" , ")
}

/// A query that has a name: of `WITH`.
#[derive(Debug, Clone)]
struct Named {
    name: String,
    columns: Option<Vec<String>>,
}

/// What a name can mean.
#[derive(Debug, Clone, Default)]
struct Scope {
    /// Where rows come from, one list for each query that this one stands in, the nearest first.
    levels: Vec<Vec<Source>>,
    /// Columns that a join makes one of.
    merged: Vec<String>,
    named: Vec<Named>,
}

impl Scope {
    /// The column that a name without a table means, as it is written in full; the name alone where that is not clear.
    fn column(&self, name: &str) -> Option<String> {
        if self.merged.iter().any(|merged| merged == name) {
            return Some(quote(name));
        }
        for level in &self.levels {
            let has = |source: &&Source| source.has(name);
            let mut found = level.iter().filter(has);
            match (found.next(), found.next()) {
                (Some(one), None) => return Some(format!("{}.{}", quote(&one.shown), quote(name))),
                (Some(_), Some(_)) => return Some(quote(name)),
                // It may be in one whose columns nobody knows.
                (None, _) if level.iter().any(|source| source.columns.is_none()) => return None,
                (None, _) => (),
            }
        }
        None
    }

    fn source(&self, name: &str) -> Option<&Source> {
        self.levels.iter().flatten().find(|source| source.name == name)
    }

    fn has_source(&self, name: &str) -> bool {
        self.source(name).is_some()
    }
}

/// Words at which the list of a query ends, and each clause behind it.
const CLAUSES: &[&str] = &[
    "from",
    "where",
    "group",
    "having",
    "window",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
    "union",
    "except",
    "intersect",
];

struct Reader<'r> {
    catalog: &'r Catalog,
    query: &'r str,
    tokens: &'r [Token],
    casts: Casts,
    /// Queries inside of expressions, which stand there by their numbers.
    inner: RefCell<Vec<String>>,
}

impl Reader<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.query))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.query, word))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    fn is_name(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word | Kind::Name))
    }

    fn key(&self, at: usize) -> String {
        key_of(self.text(at))
    }

    /// Whether a query begins there.
    fn selects(&self, at: usize) -> bool {
        self.is_any(at, &["select", "with", "values", "table"])
            || self.kind(at) == Some(Kind::Open) && self.close(at).is_some() && self.selects(at + 1)
    }

    /// The bracket that closes the one at `open`.
    fn close(&self, open: usize) -> Option<usize> {
        let mut depth = 0u32;
        (open..self.tokens.len()).find(|at| {
            match self.kind(*at) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => depth = depth.saturating_sub(1),
                _ => (),
            }
            depth == 0
        })
    }

    /// The first place outside of brackets where it holds.
    fn find(&self, from: usize, to: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = from;
        while at < to {
            if holds(at) {
                return Some(at);
            }
            at = match self.kind(at) {
                Some(Kind::Open) => self.close(at)?,
                _ if self.text(at) == "[" => self.close_square(at)?,
                _ => at,
            } + 1;
        }
        None
    }

    /// The bracket that closes the square one at `open`.
    fn close_square(&self, open: usize) -> Option<usize> {
        let mut depth = 0u32;
        (open..self.tokens.len()).find(|at| {
            match self.text(*at) {
                "[" => depth += 1,
                "]" => depth = depth.saturating_sub(1),
                _ => (),
            }
            depth == 0
        })
    }

    /// Parts between commas.
    fn items(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let (mut found, mut at) = (Vec::new(), from);
        while at < to {
            let end = self.find(at, to, |at| self.kind(at) == Some(Kind::Comma)).unwrap_or(to);
            found.push((at, end));
            at = end + 1;
        }
        found
    }

    /// Where a clause begins: `FOR` is also a word in brackets, and `from` one behind `DISTINCT`.
    fn clause(&self, at: usize) -> bool {
        self.is_any(at, CLAUSES) && !(self.is(at, "from") && at > 0 && self.is(at - 1, "distinct"))
    }

    /// A query with all that may stand around it: its text, and what its columns are called.
    fn query(&self, from: usize, to: usize, outer: &Scope) -> Option<(String, Vec<String>)> {
        self.query_as(from, to, outer, None)
    }

    /// The same for one whose columns are called as those of the query before it.
    fn query_as(
        &self,
        from: usize,
        to: usize,
        outer: &Scope,
        called: Option<&[String]>,
    ) -> Option<(String, Vec<String>)> {
        let mut scope =
            Scope { levels: outer.levels.clone(), merged: outer.merged.clone(), named: outer.named.clone() };
        let (mut at, mut out) = (from, String::new());
        if self.is(at, "with") {
            let (end, text) = self.with(at + 1, to, &mut scope)?;
            (at, out) = (end, text);
        }
        let tail = self.find(at, to, |at| self.is_any(at, &["order", "limit", "offset", "fetch", "for"])).unwrap_or(to);
        let mut branches = Vec::new();
        let mut start = at;
        while start < tail {
            let end = self.find(start, tail, |at| self.is_any(at, &["union", "except", "intersect"])).unwrap_or(tail);
            branches.push((start, end));
            start = end;
            while start < tail && self.is_any(start, &["union", "except", "intersect", "all", "distinct"]) {
                start += 1;
            }
        }
        let alone = branches.len() == 1;
        let mut columns: Option<Vec<String>> = called.map(<[String]>::to_vec);
        let (mut items, mut inside) = (Vec::new(), scope.clone());
        for (which, (start, end)) in branches.iter().copied().enumerate() {
            if which > 0 {
                let words = (branches[which - 1].1..start).map(|at| self.text(at).to_lowercase());
                let words: Vec<String> = words.filter(|word| word != "distinct").collect();
                out.push_str(&format!(" {} ", words.join(" ")));
            }
            let bracket = self.kind(start) == Some(Kind::Open) && self.close(start) == Some(end - 1);
            let (text, own) = if bracket {
                let (text, own) = self.query_as(start + 1, end - 1, &scope, columns.as_deref())?;
                let has = |words: &[&str]| self.find(start + 1, end - 1, |at| self.is_any(at, words)).is_some();
                // What stands first is taken first anyway, but by what binds more tightly.
                let first = which == 0 && (end == tail || !self.is(end, "intersect"));
                let plain = !has(&["order", "limit", "offset", "fetch", "for", "with"])
                    && (first || !has(&["union", "except", "intersect"]));
                (if plain { text } else { format!("( {text} )") }, own)
            } else if self.is(start, "table") {
                let (own_scope, from_text, all) = self.sources(start + 1, end, &scope)?;
                let all = all?;
                let own: Vec<String> = all.iter().map(|column| column.name.clone()).collect();
                let expressions: Option<Vec<String>> = all.iter().map(|column| self.tree(&column.text, &[])).collect();
                let expressions = expressions?;
                let text = format!("select {}{from_text}", listed(&expressions, columns.as_deref().unwrap_or(&own)));
                if alone {
                    (items, inside) = (expressions, own_scope);
                }
                (text, own)
            } else if self.is(start, "values") {
                self.values(start + 1, end, &scope)?
            } else {
                let (text, own, expressions, own_scope) = self.core(start, end, &scope, columns.as_deref())?;
                if alone {
                    (items, inside) = (expressions, own_scope);
                }
                (text, own)
            };
            out.push_str(&text);
            columns.get_or_insert(own);
        }
        let columns = columns?;
        out.push_str(&self.tail(tail, to, &inside, &columns, alone.then_some(&items))?);
        Some((out, columns))
    }

    /// What stands behind `WITH`, up to the query that it is for.
    fn with(&self, from: usize, to: usize, scope: &mut Scope) -> Option<(usize, String)> {
        let mut at = from;
        let recursive = self.is(at, "recursive");
        at += usize::from(recursive);
        let mut out = if recursive { "with recursive ".to_owned() } else { "with ".to_owned() };
        loop {
            let name = self.key(at);
            at += 1;
            let mut own: Option<Vec<String>> = None;
            if self.kind(at) == Some(Kind::Open) {
                let end = self.close(at)?;
                own = Some(self.items(at + 1, end).iter().map(|(at, _)| self.key(*at)).collect());
                at = end + 1;
            }
            if !self.is(at, "as") {
                return None;
            }
            at += 1;
            let kept = at;
            while self.is_any(at, &["not", "materialized"]) {
                at += 1;
            }
            let words: Vec<String> = (kept..at).map(|at| self.text(at).to_lowercase()).collect();
            if self.kind(at) != Some(Kind::Open) || !self.selects(at + 1) {
                return None;
            }
            let end = self.close(at)?;
            if recursive && own.is_none() {
                // It is called as its first branch says.
                let first = self.find(at + 1, end, |at| self.is_any(at, &["union", "except", "intersect"]));
                own = first.and_then(|first| self.query(at + 1, first, scope)).map(|(_, columns)| columns);
            }
            let mut inside = scope.clone();
            if recursive {
                inside.named.push(Named { name: name.clone(), columns: own.clone() });
            }
            let (text, columns) = self.query(at + 1, end, &inside)?;
            let mut columns = columns;
            for (column, name) in columns.iter_mut().zip(own.into_iter().flatten()) {
                *column = name;
            }
            out.push_str(&format!("{name} ( {} ) as {} ( {text} ) ", columns.join(" , "), words.join(" ")));
            scope.named.push(Named { name, columns: Some(columns) });
            at = end + 1;
            if self.is_any(at, &["search", "cycle"]) || at >= to {
                return None;
            }
            if self.kind(at) != Some(Kind::Comma) {
                return Some((at, out));
            }
            at += 1;
        }
    }

    /// `VALUES (…), (…)`.
    fn values(&self, from: usize, to: usize, scope: &Scope) -> Option<(String, Vec<String>)> {
        let (mut rows, mut width) = (Vec::new(), 0);
        for (start, end) in self.items(from, to) {
            if self.kind(start) != Some(Kind::Open) || self.close(start) != Some(end - 1) {
                return None;
            }
            let row = self.items(start + 1, end - 1);
            width = row.len();
            let row: Option<Vec<String>> = row.iter().map(|(from, to)| self.expr(*from, *to, scope)).collect();
            rows.push(format!("({})", row?.join(", ")));
        }
        let columns = (1..=width).map(|number| format!("column{number}")).collect();
        Some((format!("values {}", rows.join(", ")), columns))
    }

    /// One `SELECT`: its text, what its columns are called and made of, and what can be named in it.
    fn core(
        &self,
        from: usize,
        to: usize,
        outer: &Scope,
        called: Option<&[String]>,
    ) -> Option<(String, Vec<String>, Vec<String>, Scope)> {
        if !self.is(from, "select") {
            return None;
        }
        let mut start = from + 1;
        let mut distinct = None;
        if self.is(start, "all") {
            start += 1;
        } else if self.is(start, "distinct") {
            start += 1;
            distinct = Some(None);
            if self.is(start, "on") {
                let end = self.close(start + 1)?;
                distinct = Some(Some((start + 2, end)));
                start = end + 1;
            }
        }
        let list_end = self.find(start, to, |at| self.clause(at)).unwrap_or(to);
        let rest = self.find(list_end + 1, to, |at| self.clause(at)).unwrap_or(to);
        let (scope, from_text, all) = if self.is(list_end, "from") {
            self.sources(list_end + 1, rest, outer)?
        } else {
            (outer.clone(), String::new(), None)
        };
        let mut at = if self.is(list_end, "from") { rest } else { list_end };
        let (mut expressions, mut columns) = (Vec::new(), Vec::new());
        for (start, end) in self.items(start, list_end) {
            self.item(start, end, &scope, all.as_deref(), &mut expressions, &mut columns)?;
        }
        let mut out = "select ".to_owned();
        match distinct {
            None => (),
            Some(None) => out.push_str("distinct "),
            Some(Some((from, to))) => {
                let list = self.sorted(from, to, &scope, &columns, Some(&expressions))?;
                out.push_str(&format!("distinct on ( {list} ) "));
            }
        }
        // A list of values whose columns were given names is shown as a query around it.
        if at == to
            && distinct.is_none()
            && let Some(values) = self.shown_values(&scope, &from_text, &expressions)
        {
            return Some((values, columns, expressions, scope));
        }
        let shown = called.filter(|names| names.len() == columns.len()).unwrap_or(&columns);
        out.push_str(&listed(&expressions, shown));
        out.push_str(&from_text);
        while at < to {
            let end = self.find(at + 1, to, |at| self.clause(at)).unwrap_or(to);
            if self.is(at, "where") || self.is(at, "having") {
                out.push_str(&format!(" {} {}", self.key(at), self.expr(at + 1, end, &scope)?));
            } else if self.is(at, "group") && self.is(at + 1, "by") {
                out.push_str(&format!(" group by {}", self.grouped(at + 2, end, &scope, &columns, &expressions)?));
            } else if self.is(at, "window") {
                let windows = self
                    .items(at + 1, end)
                    .into_iter()
                    .map(|(from, to)| self.expr(from + 2, to, &scope).map(|text| format!("{} {text}", self.key(from))));
                out.push_str(&format!(" window {}", windows.collect::<Option<Vec<_>>>()?.join(" , ")));
            } else {
                return None;
            }
            at = end;
        }
        Some((out, columns, expressions, scope))
    }

    /// One part of the list of a query.
    fn item(
        &self,
        from: usize,
        to: usize,
        scope: &Scope,
        all: Option<&[Column]>,
        expressions: &mut Vec<String>,
        columns: &mut Vec<String>,
    ) -> Option<()> {
        let last = to.checked_sub(1)?;
        if self.text(last) == "*" && last == from {
            for column in all? {
                columns.push(column.name.clone());
                expressions.push(self.tree(&column.text, &[])?);
            }
            return Some(());
        }
        if self.text(last) == "*" && last > from && self.kind(last - 1) == Some(Kind::Dot) {
            let name = self.key(last.checked_sub(2)?);
            let source = scope.levels.first()?.iter().find(|source| source.name == name)?;
            for column in source.columns.as_ref()? {
                columns.push(column.clone());
                expressions.push(self.tree(&format!("{}.{}", quote(&source.shown), quote(column)), &[])?);
            }
            return Some(());
        }
        let (end, name) = if last > from + 1 && self.is(last - 1, "as") {
            (last - 1, self.key(last))
        } else if last > from && self.is_alias(from, last) {
            (last, self.key(last))
        } else {
            (to, self.called(from, to, scope)?)
        };
        expressions.push(self.expr(from, end, scope)?);
        columns.push(name);
        Some(())
    }

    /// An expression as its tree. Queries in it are read as such.
    fn expr(&self, from: usize, to: usize, scope: &Scope) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let mut at = from;
        // In `CAST(a AS date)` and behind `::` stand types.
        let mut ty = false;
        while at < to {
            if self.kind(at) == Some(Kind::Open) && self.selects(at + 1) {
                let end = self.close(at)?;
                let (text, _) = self.query(at + 1, end, scope)?;
                let mut inner = self.inner.borrow_mut();
                inner.push(format!("( {text} )"));
                out.push(format!("(${})", expr::INNER + inner.len() - 1));
                at = end + 1;
                ty = false;
                continue;
            }
            let dotted = self.is_name(at) && self.kind(at + 1) == Some(Kind::Dot);
            if ty || !self.is_name(at) {
                ty = self.text(at) == "::" || ty && (self.kind(at) == Some(Kind::Dot) || dotted);
                out.push(self.text(at).to_owned());
                at += 1;
                continue;
            }
            if self.is(at, "as") {
                ty = true;
                out.push("AS".to_owned());
                at += 1;
                continue;
            }
            if dotted {
                let mut end = at;
                while self.kind(end + 1) == Some(Kind::Dot) {
                    end += 2;
                }
                let names: Vec<String> = (at..=end)
                    .step_by(2)
                    .map(|at| if self.text(at) == "*" { "*".to_owned() } else { quote(&self.key(at)) })
                    .collect();
                // The last two of `schema.table.column`.
                let table = end.checked_sub(2).filter(|table| *table > at).map(|table| self.key(table));
                let cut = table.is_some_and(|table| scope.has_source(&table)) && self.kind(end + 1) != Some(Kind::Open);
                let mut names = if cut { names[names.len() - 2..].to_vec() } else { names };
                // A column that a join makes one of is shown with the table it comes from.
                if let [_, last] = &names[..]
                    && self.casts == Casts::LeftOut
                    && scope.merged.iter().any(|merged| quote(merged) == *last)
                {
                    out.push(last.clone());
                    at = end + 1;
                    continue;
                }
                if let [first, _] = &mut names[..]
                    && let Some(source) = scope.source(&self.key(end - 2))
                {
                    *first = quote(&source.shown);
                }
                out.push(names.join("."));
                at = end + 1;
                continue;
            }
            let name = self.key(at);
            let behind = self.kind(at + 1);
            let zone = at > from && self.is(at, "at") && self.is(at + 1, "time");
            let not_column = zone
                || matches!(behind, Some(Kind::Open | Kind::Text))
                || at > from && self.kind(at - 1) == Some(Kind::Dot);
            let column = if not_column { None } else { scope.column(&name) };
            out.push(match column {
                Some(column) => column,
                // The whole row of a table: `t` is `t.*`.
                None if !not_column && let Some(source) = scope.source(&name) => format!("{}.*", quote(&source.shown)),
                None => self.text(at).to_owned(),
            });
            at += 1;
        }
        self.tree(&out.join(" "), &self.inner.borrow())
    }

    /// The normal form of an expression whose names are settled.
    fn tree(&self, text: &str, queries: &[String]) -> Option<String> {
        expr::in_query(text, queries, self.casts == Casts::Kept)
    }

    /// The values of `SELECT "*VALUES*".column1 AS a FROM (VALUES …) "*VALUES*"`.
    fn shown_values(&self, scope: &Scope, from: &str, expressions: &[String]) -> Option<String> {
        let [source] = scope.levels.first()?.as_slice() else { return None };
        let columns = source.columns.as_ref().filter(|_| source.name == "*VALUES*")?;
        let all = columns.iter().map(|name| self.tree(&format!("{}.{}", quote(&source.name), quote(name)), &[]));
        let whole = all.eq(expressions.iter().map(|own| Some(own.clone())));
        whole.then(|| Some(from.strip_prefix(" from ( ")?.strip_suffix(" ) *VALUES*")?.to_owned()))?
    }
}

#[cfg(test)]
mod tests;
