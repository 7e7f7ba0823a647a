//! The query of a view with what MySQL and MariaDB write down when it is made: each name with its table, each star as columns,
//! each column with its name, and no brackets around joins.

use crate::catalog::name::{Ident, Path};
use crate::catalog::{Catalog, Found, Object, Space};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// Something rows come from, and its columns.
#[derive(Debug, Clone)]
struct Source {
    name: String,
    columns: Vec<String>,
}

/// Words that are no names of columns where they stand without quotes.
const WORDS: &[&str] = &[
    "all",
    "and",
    "any",
    "as",
    "asc",
    "between",
    "binary",
    "by",
    "case",
    "collate",
    "desc",
    "distinct",
    "div",
    "else",
    "end",
    "escape",
    "exists",
    "false",
    "from",
    "group",
    "having",
    "in",
    "interval",
    "is",
    "like",
    "limit",
    "mod",
    "not",
    "null",
    "offset",
    "on",
    "or",
    "order",
    "over",
    "partition",
    "range",
    "regexp",
    "rlike",
    "rows",
    "select",
    "separator",
    "some",
    "then",
    "true",
    "union",
    "unknown",
    "using",
    "when",
    "where",
    "with",
    "xor",
    "except",
    "intersect",
];

/// Words with which a join begins.
const JOINS: &[&str] = &["join", "left", "right", "inner", "cross", "natural", "straight_join", "outer"];

/// Words with which what stands behind `FROM` begins.
const BEHIND: &[&str] = &["where", "group", "having", "order", "limit", "window", "procedure", "for", "lock"];

/// The query of a view so; none where something about it is not known. `names`: what the view itself calls its columns, if it
/// does.
pub(super) fn resolved(catalog: &Catalog, query: &str, names: &[Ident]) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), catalog.dialect())
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi))
        .collect();
    let resolver = Resolver { catalog, query, tokens: &tokens };
    let names: Vec<String> = names.iter().map(|name| name.text.to_lowercase()).collect();
    resolver.query(0, tokens.len(), &[], &[], &names).map(|(text, _)| text)
}

#[derive(Clone, Copy)]
struct Resolver<'r> {
    catalog: &'r Catalog,
    query: &'r str,
    tokens: &'r [Token],
}

/// A part of what stands behind `FROM`.
enum Piece {
    /// A source, or words between two.
    Text(String),
    /// What a join goes by.
    On(usize, usize),
    /// The columns a join goes by: how many sources stand before the last, and the names.
    Using(usize, Vec<String>),
}

/// The star of tables that are joined with `USING`, each column with its table: what is common first, then the rest of those to
/// the left, then of the one to the right. None where it begins to the right, or in brackets.
fn merged(sources: &[Source], pieces: &[Piece]) -> Option<Vec<(String, String)>> {
    let mut common: Vec<Option<&[String]>> = vec![None; sources.len()];
    for piece in pieces {
        match piece {
            Piece::Text(text) if text.split(' ').any(|word| word == "right") => return None,
            Piece::Using(at, _) if common.get(*at).is_some_and(Option::is_some) => return None,
            Piece::Using(at, names) if *at < sources.len() => common[*at] = Some(names),
            Piece::Text(_) | Piece::On(..) | Piece::Using(..) => (),
        }
    }
    let mut all: Vec<(String, String)> = Vec::new();
    for (source, names) in sources.iter().zip(common) {
        let names = names.unwrap_or_default();
        all.sort_by_key(|(_, column)| !names.contains(column));
        let own = source.columns.iter().filter(|column| !names.contains(column));
        all.extend(own.map(|column| (source.name.clone(), column.clone())));
    }
    Some(all)
}

impl Resolver<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
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

    /// `LEFT(a, 1)` is a call.
    fn joins(&self, at: usize) -> bool {
        self.is_any(at, JOINS) && self.kind(at + 1) != Some(Kind::Open) || self.is(at, "join")
    }

    /// A name without quotes, or a word, in small letters.
    fn plain(&self, at: usize) -> String {
        let Some(token) = self.tokens.get(at) else { return String::new() };
        super::plain(self.query, token)
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
            at = if self.kind(at) == Some(Kind::Open) { self.close(at)? } else { at } + 1;
        }
        None
    }

    /// A query with `WITH` and `UNION`: its text, and what its columns are called, which is `names` where those are given.
    fn query(
        &self,
        from: usize,
        to: usize,
        outer: &[Source],
        above: &[Source],
        names: &[String],
    ) -> Option<(String, Vec<String>)> {
        let (mut at, mut ctes, mut out) = (from, above.to_vec(), String::new());
        if self.is(at, "with") {
            at += 1;
            // It speaks of itself.
            if self.is(at, "recursive") {
                return None;
            }
            out.push_str("with ");
            loop {
                let name = self.plain(at);
                at += 1;
                let mut own = None;
                if self.kind(at) == Some(Kind::Open) {
                    let end = self.close(at)?;
                    own = Some((at + 1..end).filter(|at| self.is_name(*at)).map(|at| self.plain(at)).collect());
                    at = end + 1;
                }
                if !self.is(at, "as") || self.kind(at + 1) != Some(Kind::Open) {
                    return None;
                }
                let end = self.close(at + 1)?;
                let (text, columns) = self.query(at + 2, end, &[], &ctes, &[])?;
                let columns: Vec<String> = own.unwrap_or(columns);
                out.push_str(&format!("{name} ( {} ) as ( {text} ) ", columns.join(" , ")));
                ctes.push(Source { name, columns });
                at = end + 1;
                if self.kind(at) != Some(Kind::Comma) {
                    break;
                }
                at += 1;
                out.push_str(", ");
            }
        }
        let mut columns = None;
        loop {
            let end = self.find(at, to, |at| self.is_any(at, &["union", "except", "intersect"])).unwrap_or(to);
            if self.kind(at) == Some(Kind::Open) {
                // Brackets may hold an order of their own.
                return None;
            }
            let first = if columns.is_none() { names } else { &[] };
            let (text, own) = self.core(at, end, outer, &ctes, first)?;
            out.push_str(&text);
            columns.get_or_insert(own);
            at = end;
            if at >= to {
                break;
            }
            while self.is_any(at, &["union", "except", "intersect", "all", "distinct"]) {
                out.push_str(&format!(" {} ", self.plain(at)));
                at += 1;
            }
        }
        Some((out, columns?))
    }

    /// One `SELECT`.
    fn core(
        &self,
        from: usize,
        to: usize,
        outer: &[Source],
        ctes: &[Source],
        names: &[String],
    ) -> Option<(String, Vec<String>)> {
        if !self.is(from, "select") {
            return None;
        }
        let mut start = from + 1;
        let mut out = "select ".to_owned();
        while self.is_any(start, &["distinct", "all", "distinctrow"]) {
            out.push_str(if self.is(start, "all") { "" } else { "distinct " });
            start += 1;
        }
        let list_end = self.find(start, to, |at| self.is(at, "from")).unwrap_or(to);
        let rest = self.find(list_end, to, |at| self.is_any(at, BEHIND)).unwrap_or(to);
        let (mut sources, mut pieces) = (Vec::new(), Vec::new());
        if list_end < to {
            self.sources(list_end + 1, rest, ctes, &mut sources, &mut pieces)?;
        }
        let own = sources.len();
        // The nearest first.
        let mut scope = sources.clone();
        scope.extend(outer.iter().cloned());
        let inside = Scope { sources: &scope, own, ctes };
        let (mut items, mut columns) = (Vec::new(), Vec::new());
        let mut at = start;
        while at < list_end {
            let end = self.find(at, list_end, |at| self.kind(at) == Some(Kind::Comma)).unwrap_or(list_end);
            self.item(at, end, &inside, &pieces, &mut items, &mut columns)?;
            at = end + 1;
        }
        let shown = if names.len() == columns.len() { names } else { &columns };
        let list: Vec<String> =
            items.iter().zip(shown).map(|(item, name): (&String, &String)| format!("{item} as `{name}`")).collect();
        out.push_str(&list.join(" , "));
        if list_end < to {
            out.push_str(" from ");
            for piece in &pieces {
                match piece {
                    Piece::Text(text) => out.push_str(text),
                    Piece::On(from, to) => out.push_str(&format!(" on {}", self.expr(*from, *to, &inside)?)),
                    Piece::Using(at, names) => {
                        let (before, last) = (sources.get(..*at)?, sources.get(*at)?);
                        // In the order of the columns to the left.
                        let order: Vec<String> = match merged(before, &pieces) {
                            Some(all) => all.into_iter().map(|(_, column)| column).collect(),
                            None => before.iter().flat_map(|source| source.columns.iter().cloned()).collect(),
                        };
                        let mut names = names.clone();
                        names.sort_by_key(|name| order.iter().position(|column| column == name));
                        let equal = names.iter().map(|name| {
                            let left = before.iter().find(|source| source.columns.contains(name))?;
                            Some(format!("{}.{name} = {}.{name}", left.name, last.name))
                        });
                        out.push_str(&format!(" on {}", equal.collect::<Option<Vec<_>>>()?.join(" and ")));
                    }
                }
            }
        }
        let mut at = rest;
        while at < to {
            let end = self.find(at + 1, to, |at| self.is_any(at, BEHIND)).unwrap_or(to);
            if self.is(at, "order") {
                out.push_str(" order by ");
                let mut from = at + 2;
                while from < end {
                    let comma = self.find(from, end, |at| self.kind(at) == Some(Kind::Comma)).unwrap_or(end);
                    let ordered = comma - usize::from(self.is_any(comma - 1, &["asc", "desc"]));
                    // What the list calls so.
                    let named = (ordered == from + 1).then(|| self.plain(from));
                    let named = named.and_then(|name| columns.iter().position(|column| *column == name));
                    match named {
                        Some(place) => out.push_str(&items[place]),
                        None => out.push_str(&self.expr(from, ordered, &inside)?),
                    }
                    out.push_str(if self.is(comma - 1, "desc") { " desc" } else { "" });
                    out.push_str(if comma < end { " , " } else { "" });
                    from = comma + 1;
                }
            } else {
                out.push_str(&format!(" {}", self.expr(at, end, &inside)?));
            }
            at = end;
        }
        Some((out, columns))
    }

    /// One part of the list of a query.
    fn item(
        &self,
        from: usize,
        to: usize,
        scope: &Scope<'_>,
        pieces: &[Piece],
        items: &mut Vec<String>,
        columns: &mut Vec<String>,
    ) -> Option<()> {
        let last = to.checked_sub(1)?;
        let star = self.tokens.get(last)?.text(self.query) == "*";
        let dotted = last > from && self.kind(last - 1) == Some(Kind::Dot);
        if star && (last == from || dotted) {
            // What both have stands there once; a table by itself has all its own.
            if !dotted && pieces.iter().any(|piece| matches!(piece, Piece::Using(..))) {
                for (source, column) in merged(&scope.sources[..scope.own], pieces)? {
                    items.push(format!("{source}.{column}"));
                    columns.push(column);
                }
                return Some(());
            }
            let named = dotted.then(|| self.plain(last - 2));
            let of = scope.sources[..scope.own]
                .iter()
                .filter(|source| named.as_ref().is_none_or(|name| *name == source.name));
            for source in of {
                items.extend(source.columns.iter().map(|column| format!("{}.{column}", source.name)));
                columns.extend(source.columns.iter().cloned());
            }
            return Some(());
        }
        let (end, name) = if last > from + 1 && self.is(last - 1, "as") {
            (last - 1, Some(self.alias(last)))
        } else if last > from && self.is_name(last) && !self.is_any(last, WORDS) && self.ends_value(last - 1) {
            (last, Some(self.alias(last)))
        } else {
            (to, None)
        };
        let text = self.expr(from, end, scope)?;
        let whole = self.query.get(self.tokens[from].start as usize..self.tokens[end - 1].end as usize)?;
        let plain =
            (from..end).all(|at| (at - from).is_multiple_of(2) && self.is_name(at) || self.kind(at) == Some(Kind::Dot));
        let name = name.unwrap_or_else(|| if plain { self.plain(end - 1) } else { whole.to_lowercase() });
        items.push(text);
        columns.push(name);
        Some(())
    }

    fn alias(&self, at: usize) -> String {
        match self.kind(at) {
            Some(Kind::Text) => self.plain(at).trim_matches(['\'', '"']).to_owned(),
            _ => self.plain(at),
        }
    }

    /// Whether a value ends there, behind which a name may stand.
    fn ends_value(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(Kind::Close | Kind::Name | Kind::Text | Kind::Number) => true,
            Some(Kind::Word) => !self.is_any(at, WORDS) || self.is_any(at, &["end", "null", "true", "false"]),
            _ => false,
        }
    }

    /// What stands behind `FROM`.
    fn sources(
        &self,
        from: usize,
        to: usize,
        ctes: &[Source],
        sources: &mut Vec<Source>,
        pieces: &mut Vec<Piece>,
    ) -> Option<()> {
        let (mut at, mut natural) = (from, false);
        while at < to {
            if self.kind(at) == Some(Kind::Close) {
                at += 1;
            } else if self.kind(at) == Some(Kind::Comma) {
                pieces.push(Piece::Text(" join ".to_owned()));
                at += 1;
            } else if self.joins(at) {
                let start = at;
                while self.joins(at) {
                    at += 1;
                }
                let words: Vec<String> = (start..at).map(|at| self.plain(at)).collect();
                natural = words.iter().any(|word| word == "natural");
                let kept: Vec<&str> = words
                    .iter()
                    .map(String::as_str)
                    .filter(|word| !["inner", "cross", "outer", "natural"].contains(word))
                    .collect();
                pieces.push(Piece::Text(format!(" {} ", kept.join(" "))));
            } else if self.is(at, "on") {
                let mut end = at + 1;
                while end < to && !self.joins(end) && !matches!(self.kind(end), Some(Kind::Comma | Kind::Close)) {
                    end = if self.kind(end) == Some(Kind::Open) { self.close(end)? } else { end } + 1;
                }
                pieces.push(Piece::On(at + 1, end));
                at = end;
            } else if self.is(at, "using") && self.kind(at + 1) == Some(Kind::Open) {
                let end = self.close(at + 1)?;
                let names = (at + 2..end).filter(|at| self.is_name(*at)).map(|at| self.plain(at)).collect();
                pieces.push(Piece::Using(sources.len().checked_sub(1)?, names));
                at = end + 1;
            } else if self.kind(at) == Some(Kind::Open) && !self.is_any(at + 1, &["select", "with"]) {
                at += 1;
            } else {
                let (text, columns, name);
                if self.kind(at) == Some(Kind::Open) {
                    let end = self.close(at)?;
                    (text, columns) =
                        self.query(at + 1, end, &[], ctes, &[]).map(|(text, own)| (format!("( {text} )"), own))?;
                    name = String::new();
                    at = end + 1;
                } else {
                    if !self.is_name(at) {
                        return None;
                    }
                    if self.kind(at + 1) == Some(Kind::Dot) {
                        at += 2;
                    }
                    name = self.plain(at);
                    columns = match ctes.iter().rev().find(|cte| cte.name == name) {
                        Some(cte) => cte.columns.clone(),
                        None => self.columns_of(at)?,
                    };
                    text = name.clone();
                    at += 1;
                }
                if self.is(at, "as") {
                    at += 1;
                }
                if self.is_any(at, &["use", "force", "ignore"]) && self.is_any(at + 1, &["index", "key"]) {
                    return None;
                }
                let named = at < to && self.is_name(at) && !self.joins(at) && !self.is_any(at, &["on", "using"]);
                let alias = if named { self.plain(at) } else { name.clone() };
                at += usize::from(named);
                if alias.is_empty() {
                    return None;
                }
                let shown = if alias == name { text } else { format!("{text} {alias}") };
                pieces.push(Piece::Text(shown));
                if std::mem::take(&mut natural) {
                    // By all that both have.
                    let left = |column: &&String| sources.iter().any(|source| source.columns.contains(column));
                    let common: Vec<String> = columns.iter().filter(left).cloned().collect();
                    pieces.extend((!common.is_empty()).then_some(Piece::Using(sources.len(), common)));
                }
                sources.push(Source { name: alias, columns });
            }
        }
        Some(())
    }

    /// The columns of a table or view of the catalog that are seen.
    fn columns_of(&self, at: usize) -> Option<Vec<String>> {
        let written = self.tokens.get(at)?.text(self.query);
        let name = Ident::written(written, self.catalog.dialect(), Place::nowhere());
        let Found::Here { entry, .. } = self.catalog.find(Space::Relation, &Path { schema: None, name }) else {
            return None;
        };
        match &entry.object {
            Object::Table(table) if !table.open => {
                let seen = table.columns.iter().filter(|column| !column.details.options.contains_key("invisible"));
                Some(seen.map(|column| column.name.key.to_lowercase()).collect())
            }
            Object::View(view) => Some(view.columns.as_ref()?.iter().map(|name| name.to_lowercase()).collect()),
            _ => None,
        }
    }

    /// An expression, or a clause of such.
    fn expr(&self, from: usize, to: usize, scope: &Scope<'_>) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let mut at = from;
        while at < to {
            let open = self.kind(at) == Some(Kind::Open);
            if open && self.is_any(at + 1, &["select", "with"]) {
                let end = self.close(at)?;
                // Nobody asks what the column of a value is called, and the server names it by its own words.
                let nameless = [String::new()];
                let (mut text, _) = self.query(at + 1, end, scope.sources, scope.ctes, &nameless)?;
                // One row is enough to be there.
                if at > from && self.is(at - 1, "exists") && text.ends_with(" limit 1") {
                    text.truncate(text.len() - " limit 1".len());
                }
                out.push(format!("( {text} )"));
                at = end + 1;
                continue;
            }
            if self.is_name(at) && self.kind(at + 1) == Some(Kind::Dot) {
                // The last two of `database.table.column`.
                while self.kind(at + 3) == Some(Kind::Dot) {
                    at += 2;
                }
                out.push(format!("{}.{}", self.plain(at), self.plain(at + 2)));
                at += 3;
                continue;
            }
            let star = self.tokens.get(at).is_some_and(|token| token.text(self.query) == "*");
            if star && at >= from + 2 && self.kind(at - 1) == Some(Kind::Open) && self.is(at - 2, "count") {
                out.push("0".to_owned());
                at += 1;
                continue;
            }
            // Which one of equal values is the largest does not matter.
            if self.is(at, "distinct") && at >= from + 2 && self.is_any(at - 2, &["max", "min"]) {
                at += 1;
                continue;
            }
            let called = self.kind(at + 1) == Some(Kind::Open);
            let word = self.kind(at) == Some(Kind::Word) && (called || self.is_any(at, WORDS));
            if self.is_name(at) && !word {
                let name = self.plain(at);
                out.push(scope.qualified(&name));
            } else if self.kind(at) == Some(Kind::Word) {
                out.push(self.plain(at));
            } else {
                out.push(self.tokens.get(at)?.text(self.query).to_owned());
            }
            at += 1;
        }
        Some(out.join(" "))
    }
}

/// What can be named: the first `own` of the sources belong to the query itself.
struct Scope<'s> {
    sources: &'s [Source],
    own: usize,
    ctes: &'s [Source],
}

impl Scope<'_> {
    /// A name of a column with its table; as it is where it is no such name, or one of several.
    fn qualified(&self, name: &str) -> String {
        let has = |source: &&Source| source.columns.iter().any(|column| column == name);
        let (own, outer) = self.sources.split_at(self.own);
        let mut found = own.iter().filter(has);
        let one = match (found.next(), found.next()) {
            (Some(one), None) => Some(one),
            (None, _) => outer.iter().find(has),
            _ => None,
        };
        one.map_or_else(|| name.to_owned(), |one| format!("{}.{name}", one.name))
    }
}
