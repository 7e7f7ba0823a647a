//! What stands behind `FROM`: tables, functions, queries, and the joins between them.

use super::{Casts, Named, Reader, Scope, key_of, quote};
use crate::catalog::name::{Ident, Path};
use crate::catalog::{Catalog, Found, Object, Space};
use crate::source::Place;
use crate::sql::Kind;

/// Something that rows come from.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// What it is called in the query.
    pub name: String,
    /// What it is called in the text that is compared.
    pub shown: String,
    /// Its columns, where all are known.
    pub columns: Option<Vec<String>>,
}

impl Source {
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.as_ref().is_some_and(|columns| columns.iter().any(|column| column == name))
    }
}

/// A column that a star stands for.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub name: String,
    /// As it is written in full.
    pub text: String,
}

/// A function that rows come from.
#[derive(Debug, Clone)]
struct Call {
    /// Which function it is.
    path: Path,
    /// The rows are counted in a column of their own.
    ordinality: bool,
}

/// Functions of the server that give one column, which is called as they are called in the query.
const OF_ONE: &[&str] = &[
    "generate_series",
    "generate_subscripts",
    "json_object_keys",
    "jsonb_object_keys",
    "jsonb_path_query",
    "regexp_matches",
    "regexp_split_to_table",
    "string_to_table",
    "unnest",
];

/// Functions of the server whose columns have names of their own.
const WITH_NAMES: &[(&str, &[&str])] = &[
    ("json_array_elements", &["value"]),
    ("json_array_elements_text", &["value"]),
    ("json_each", &["key", "value"]),
    ("json_each_text", &["key", "value"]),
    ("jsonb_array_elements", &["value"]),
    ("jsonb_array_elements_text", &["value"]),
    ("jsonb_each", &["key", "value"]),
    ("jsonb_each_text", &["key", "value"]),
];

impl Call {
    /// What its columns are called where nobody gives them names.
    fn columns(&self, catalog: &Catalog, alias: &str) -> Option<Vec<String>> {
        let function = &*self.path.name.key;
        let mut columns = if OF_ONE.contains(&function) {
            vec![alias.to_owned()]
        } else if let Some((_, names)) = WITH_NAMES.iter().find(|(name, _)| *name == function) {
            names.iter().map(|name| (*name).to_owned()).collect()
        } else {
            catalog.columns_of_call(&self.path, &alias.into())?.iter().map(ToString::to_string).collect()
        };
        if self.ordinality {
            columns.push("ordinality".to_owned());
        }
        Some(columns)
    }
}

/// The name that is taken, where this is what the server calls another of that name in the same view: `t_1`.
fn uncounted(alias: &str) -> Option<&str> {
    let (name, digits) = alias.rsplit_once('_')?;
    let number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    Some(name).filter(|name| number && !name.is_empty())
}

/// A part of what stands behind `FROM`; what depends on all sources is read when they are known.
enum Piece {
    Text(String),
    /// What a join goes by.
    On(usize, usize),
    /// A call, up to its bracket.
    Call(usize, usize),
    /// A query in brackets.
    Query(usize, usize),
}

/// What has been read so far.
#[derive(Default)]
struct Found_ {
    sources: Vec<Source>,
    pieces: Vec<Piece>,
    merged: Vec<String>,
}

const SIDES: &[&str] = &["natural", "inner", "left", "right", "full", "cross", "outer", "join"];

impl Reader<'_> {
    fn joins(&self, at: usize) -> bool {
        self.is_any(at, SIDES) && self.kind(at + 1) != Some(Kind::Open) || self.is(at, "join")
    }

    /// What can be named, the text, and what a star stands for.
    pub(super) fn sources(
        &self,
        from: usize,
        to: usize,
        outer: &Scope,
    ) -> Option<(Scope, String, Option<Vec<Column>>)> {
        let mut found = Found_::default();
        let mut all = Some(Vec::new());
        for (which, (start, end)) in self.items(from, to).into_iter().enumerate() {
            if which > 0 {
                found.pieces.push(Piece::Text(" , ".to_owned()));
            }
            let (at, columns) = self.joined(start, end, outer, &mut found)?;
            if at != end {
                return None;
            }
            match (&mut all, columns) {
                (Some(all), Some(columns)) => all.extend(columns),
                (all, _) => *all = None,
            }
        }
        let mut levels = vec![found.sources];
        levels.extend(outer.levels.iter().cloned());
        let scope = Scope { levels, merged: found.merged, named: outer.named.clone() };
        let mut out = " from ".to_owned();
        for piece in found.pieces {
            match piece {
                Piece::Text(text) => out.push_str(&text),
                Piece::On(from, to) => out.push_str(&format!(" on {}", self.expr(from, to, &scope)?)),
                Piece::Call(from, to) => out.push_str(&self.expr(from, to, &scope)?),
                Piece::Query(from, to) => out.push_str(&format!("( {} )", self.query(from, to, &scope)?.0)),
            }
        }
        Some((scope, out, all))
    }

    /// One source with what is joined to it.
    fn joined(
        &self,
        from: usize,
        to: usize,
        outer: &Scope,
        found: &mut Found_,
    ) -> Option<(usize, Option<Vec<Column>>)> {
        let (mut at, mut columns) = self.source(from, to, outer, found)?;
        while at < to && self.joins(at) {
            (at, columns) = self.join(at, to, columns, outer, found)?;
        }
        Some((at, columns))
    }

    /// One join, from its words.
    fn join(
        &self,
        from: usize,
        to: usize,
        left: Option<Vec<Column>>,
        outer: &Scope,
        found: &mut Found_,
    ) -> Option<(usize, Option<Vec<Column>>)> {
        let mut at = from;
        let mut words = Vec::new();
        while at < to && self.joins(at) && words.last().is_none_or(|word| word != "join") {
            words.push(self.key(at));
            at += 1;
        }
        let free = words.iter().any(|word| word == "cross" || word == "natural");
        let natural = words.iter().any(|word| word == "natural");
        // Where nothing is said about what it goes by, brackets behind it matter.
        if free && self.kind(at) == Some(Kind::Open) && !self.selects(at + 1) {
            return None;
        }
        words.retain(|word| !matches!(&**word, "inner" | "outer" | "natural"));
        found.pieces.push(Piece::Text(format!(" {} ", words.join(" "))));
        let (end, mut right) = self.source(at, to, outer, found)?;
        at = end;
        if !free {
            while at < to && self.joins(at) {
                (at, right) = self.join(at, to, right, outer, found)?;
            }
        }
        let mut shared = Vec::new();
        if natural {
            let (left, right) = (left.as_ref()?, right.as_ref()?);
            shared = left.iter().map(|column| column.name.clone()).collect();
            shared.retain(|name| right.iter().any(|column| column.name == *name));
            // The server keeps the names. Without any it is another join.
            if shared.is_empty() {
                return None;
            }
            found.pieces.push(Piece::Text(format!(" using ( {} )", shared.join(" , "))));
        } else if !free && self.is(at, "on") {
            let end = self.find(at + 1, to, |at| self.joins(at) || self.is_any(at, &["on", "using"])).unwrap_or(to);
            found.pieces.push(Piece::On(at + 1, end));
            at = end;
        } else if !free && self.is(at, "using") && self.kind(at + 1) == Some(Kind::Open) {
            let end = self.close(at + 1)?;
            shared = self.items(at + 2, end).into_iter().map(|(at, _)| self.key(at)).collect();
            found.pieces.push(Piece::Text(format!(" using ( {} )", shared.join(" , "))));
            at = end + 1;
            if self.is(at, "as") {
                return None;
            }
        } else if !free {
            return None;
        }
        let columns = left.zip(right).map(|(left, right)| {
            let one = shared.iter().map(|name| Column { name: name.clone(), text: quote(name) });
            let rest = left.into_iter().chain(right).filter(|column| !shared.contains(&column.name));
            one.chain(rest).collect()
        });
        found.merged.extend(shared);
        Some((at, columns))
    }

    /// A table, a call, a query, or a join in brackets.
    fn source(
        &self,
        from: usize,
        to: usize,
        outer: &Scope,
        found: &mut Found_,
    ) -> Option<(usize, Option<Vec<Column>>)> {
        let mut at = from;
        if self.kind(at) == Some(Kind::Open) && !self.selects(at + 1) {
            let end = self.close(at)?;
            let (inner, columns) = self.joined(at + 1, end, outer, found)?;
            // A join with a name of its own hides what is in it.
            let named = end + 1 < to
                && self.is_name(end + 1)
                && !self.joins(end + 1)
                && !self.is_any(end + 1, &["on", "using"]);
            return (inner == end && !named).then_some((end + 1, columns));
        }
        let lateral = self.is(at, "lateral");
        at += usize::from(lateral);
        let (mut columns, name, mut call) = (None, None::<String>, None);
        let mut name = name;
        if self.kind(at) == Some(Kind::Open) {
            let end = self.close(at)?;
            // What it returns is known before what it reads; the text is made when all sources are.
            let mut around = outer.clone();
            if lateral {
                around.levels.insert(0, found.sources.clone());
                found.pieces.push(Piece::Text("lateral ".to_owned()));
            }
            columns = Some(self.query(at + 1, end, &around)?.1);
            found.pieces.push(Piece::Query(at + 1, end));
            at = end + 1;
        } else {
            let only = self.is(at, "only");
            at += usize::from(only);
            if !self.is_name(at)
                || self.is_any(at, &["rows", "xmltable", "json_table"]) && self.kind(at + 1) != Some(Kind::Dot)
            {
                return None;
            }
            let start = at;
            while self.kind(at + 1) == Some(Kind::Dot) {
                at += 2;
            }
            name = Some(self.key(at));
            if self.kind(at + 1) == Some(Kind::Open) {
                let end = self.close(at + 1)?;
                found.pieces.push(Piece::Call(start, end + 1));
                let path = self.path(start, at);
                call = Some(Call { path: path.clone(), ordinality: false });
                at = end + 1;
                if self.is(at, "with") && self.is(at + 1, "ordinality") {
                    found.pieces.push(Piece::Text(" with ordinality".to_owned()));
                    call = Some(Call { path, ordinality: true });
                    at += 2;
                }
            } else {
                let (text, own) = self.table(start, at, outer)?;
                found.pieces.push(Piece::Text(if only { format!("only {text}") } else { text }));
                columns = own;
                at += 1;
            }
        }
        (at, columns) = self.alias(at, to, name, columns, call, found)?;
        if self.is(at, "tablesample") {
            return None;
        }
        let source = found.sources.last()?;
        let all = columns.map(|columns| {
            let full =
                |column: String| Column { text: format!("{}.{}", quote(&source.shown), quote(&column)), name: column };
            columns.into_iter().map(full).collect()
        });
        Some((at, all))
    }

    /// What a source is called, and its columns.
    fn alias(
        &self,
        from: usize,
        to: usize,
        name: Option<String>,
        mut columns: Option<Vec<String>>,
        call: Option<Call>,
        found: &mut Found_,
    ) -> Option<(usize, Option<Vec<String>>)> {
        let mut at = from;
        let said = self.is(at, "as");
        at += usize::from(said);
        let named = at < to
            && self.is_name(at)
            && (said || !self.joins(at) && !self.is_any(at, &["on", "using", "tablesample"]));
        let alias = if named { self.key(at) } else { name.clone()? };
        at += usize::from(named);
        let usual = call.as_ref().and_then(|call| call.columns(self.catalog, &alias));
        columns = columns.or_else(|| usual.clone());
        let mut list = None;
        if (named || said) && self.kind(at) == Some(Kind::Open) && at < to {
            let end = self.close(at)?;
            let items = self.items(at + 1, end);
            // Names alone, or with their types.
            let typed = items.iter().any(|(from, to)| to - from > 1);
            let names: Vec<String> = items.iter().map(|(at, _)| self.key(*at)).collect();
            list = Some(if typed {
                let words = items.iter().map(|(from, to)| {
                    let ty: Vec<&str> = (*from + 1..*to).map(|at| self.text(at)).collect();
                    format!(
                        "{} {}",
                        self.key(*from),
                        crate::read::type_meaning(&ty.join(" ").to_lowercase(), migrate_core::Dialect::Postgres)
                    )
                });
                words.collect::<Vec<_>>().join(" , ")
            } else {
                names.join(" , ")
            });
            columns = match columns {
                Some(mut columns) => {
                    for (column, name) in columns.iter_mut().zip(names) {
                        *column = name;
                    }
                    Some(columns)
                }
                None => Some(names),
            };
            at = end + 1;
        }
        // One column is called as the call is, and those that have names of their own by these.
        let as_called = call.is_some() && list.as_ref().is_some_and(|list| *list == alias);
        let as_usual = usual.is_some() && usual == columns;
        let said = list.filter(|_| !as_called && !as_usual);
        let taken = |own: &str| found.sources.iter().any(|other| other.name == own || other.shown == own);
        let own_name = name.as_ref() == Some(&alias);
        let shown = match uncounted(&alias) {
            Some(own) if self.casts == Casts::LeftOut && !own_name && !taken(own) => own.to_owned(),
            _ => alias.clone(),
        };
        if name.as_ref() != Some(&shown) || said.is_some() {
            // A call is shown with a name also where it has none of its own.
            found.pieces.push(Piece::Text(format!(" {shown}")));
        }
        if let Some(list) = said {
            found.pieces.push(Piece::Text(format!(" ( {list} )")));
        }
        found.sources.push(Source { name: alias, shown, columns: columns.clone() });
        Some((at, columns))
    }

    /// A table by its name: as it is compared, and its columns.
    fn table(&self, from: usize, to: usize, outer: &Scope) -> Option<(String, Option<Vec<String>>)> {
        let name = self.key(to);
        if from == to
            && let Some(Named { columns, .. }) = outer.named.iter().rev().find(|named| named.name == name)
        {
            return Some((quote(&name), columns.clone()));
        }
        let path = self.path(from, to);
        let Found::Here { key, entry, .. } = self.catalog.find(Space::Relation, &path) else { return None };
        let columns = match &entry.object {
            Object::Table(table) if !table.open => {
                Some(table.columns.iter().map(|column| column.name.key.to_string()).collect())
            }
            Object::View(view) => view.columns.as_ref().map(|names| names.iter().map(ToString::to_string).collect()),
            _ => return None,
        };
        Some((format!("{}.{}", quote(&key_of(&quote(&key.schema))), quote(&key.name)), columns))
    }

    /// A name with the schema before it.
    fn path(&self, from: usize, to: usize) -> Path {
        let ident = |at: usize| Ident::written(self.text(at), migrate_core::Dialect::Postgres, Place::nowhere());
        Path { schema: (to > from).then(|| ident(to - 2)), name: ident(to) }
    }
}
