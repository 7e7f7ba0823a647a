//! Names inside of queries follow when a table or a column is renamed: of views, and of triggers in SQLite.

use std::sync::Arc;

use migrate_core::Dialect;

use super::Key;
use super::name::{Ident, Path};
use super::rewrite::{shown, shown_path};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// What became of a text.
pub(super) enum Renamed {
    /// The name does not occur.
    Same,
    /// It occurs, and this is the text with the new one.
    New(Arc<str>),
    /// Nobody can tell what the server makes of it.
    Unclear,
}

/// Where in a query a token stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Between `SELECT` and `FROM`.
    List,
    /// Behind `FROM`.
    From,
    /// Elsewhere.
    Other,
}

/// A query in tokens, and where each stands.
struct Query<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    parts: Vec<Part>,
    dialect: Dialect,
}

impl<'t> Query<'t> {
    fn new(text: &'t str, dialect: Dialect) -> Query<'t> {
        let tokens: Vec<Token> =
            Lexer::new(text, 0..text.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
        let mut open = vec![Part::Other];
        let mut parts = Vec::with_capacity(tokens.len());
        for token in &tokens {
            let is = |words: &[&str]| words.iter().any(|word| token.is(text, word));
            if token.kind == Kind::Close && open.len() > 1 {
                open.pop();
            }
            let now = open.last_mut();
            match (token.kind, now) {
                (Kind::Open, now) => {
                    // `FROM (a JOIN b)`
                    let inner = if now.is_some_and(|now| *now == Part::From) { Part::From } else { Part::Other };
                    parts.push(Part::Other);
                    open.push(inner);
                    continue;
                }
                (Kind::Word, Some(now)) if is(&["SELECT"]) => *now = Part::List,
                (Kind::Word, Some(now)) if is(&["FROM"]) => *now = Part::From,
                (Kind::Word, Some(now))
                    if is(&[
                        "WHERE",
                        "GROUP",
                        "ORDER",
                        "HAVING",
                        "LIMIT",
                        "WINDOW",
                        "UNION",
                        "EXCEPT",
                        "INTERSECT",
                        "SET",
                    ]) =>
                {
                    *now = Part::Other;
                }
                _ => (),
            }
            parts.push(open.last().copied().unwrap_or(Part::Other));
        }
        Query { text, tokens, parts, dialect }
    }

    fn is(&self, at: Option<usize>, words: &[&str]) -> bool {
        at.and_then(|at| self.tokens.get(at)).is_some_and(|token| words.iter().any(|word| token.is(self.text, word)))
    }

    fn kind(&self, at: Option<usize>) -> Option<Kind> {
        at.and_then(|at| self.tokens.get(at)).map(|token| token.kind)
    }

    fn name(&self, at: usize) -> Option<Ident> {
        let token = self.tokens.get(at).filter(|token| matches!(token.kind, Kind::Word | Kind::Name))?;
        Some(Ident::written(token.text(self.text), self.dialect, Place::nowhere()))
    }

    /// Whether the token names this relation; then also where its path begins.
    fn relation(&self, at: usize, key: &Key) -> Option<usize> {
        self.name(at).filter(|name| name.key == key.name)?;
        let start = self.any_relation(at)?;
        match start < at {
            true => self.name(start).filter(|schema| schema.key == key.schema).map(|_| start),
            false => Some(start),
        }
    }

    /// Whether the token names a relation; then also where its path begins.
    fn any_relation(&self, at: usize) -> Option<usize> {
        self.name(at)?;
        let start = match at >= 2 && self.kind(Some(at - 1)) == Some(Kind::Dot) {
            true => at - 2,
            false => at,
        };
        let before = start.checked_sub(1);
        let words = ["FROM", "JOIN", "ONLY", "UPDATE", "INTO", "LATERAL", "TABLE"];
        let listed = self.parts[start] == Part::From && matches!(self.kind(before), Some(Kind::Comma | Kind::Open))
            || self.is(before, &words) && !self.is(Some(at), &["OF", "SET", "SELECT"])
            || self.trigger_table() == Some(start);
        let call = self.kind(Some(at + 1)) == Some(Kind::Open) && !self.is(before, &["INTO"]);
        let path = self.kind(Some(at + 1)) == Some(Kind::Dot);
        (listed && !call && !path).then_some(start)
    }

    /// Where the table of a trigger stands, if this is one.
    fn trigger_table(&self) -> Option<usize> {
        if !self.is(Some(0), &["CREATE"]) {
            return None;
        }
        self.tokens.iter().position(|token| token.is(self.text, "ON")).map(|on| on + 1)
    }

    /// Whether it speaks of the table, and of no other.
    fn speaks_of(&self, key: &Key) -> (bool, bool) {
        let (mut own, mut only) = (false, true);
        for at in (0..self.tokens.len()).filter(|at| self.any_relation(*at).is_some()) {
            match self.relation(at, key) {
                Some(_) => own = true,
                None => only = false,
            }
        }
        (own, own && only)
    }

    /// The text with some of its tokens, from one up to another, replaced.
    fn with(&self, replaced: &[(usize, usize, String)]) -> Renamed {
        if replaced.is_empty() {
            return Renamed::Same;
        }
        let mut out = String::new();
        let mut done = 0;
        for (from, to, new) in replaced {
            out.push_str(&self.text[done..self.tokens[*from].start as usize]);
            out.push_str(new);
            done = self.tokens[*to].end as usize;
        }
        out.push_str(&self.text[done..]);
        Renamed::New(out.into())
    }
}

/// A table or view called `to` instead of what stands under `from`.
pub(super) fn rename_relation(text: &str, from: &Key, to: &Path, dialect: Dialect) -> Renamed {
    let query = Query::new(text, dialect);
    let mut replaced = Vec::new();
    for at in 0..query.tokens.len() {
        let Some(name) = query.name(at).filter(|name| name.key == from.name) else { continue };
        if query.is(Some(at + 1), &["AS"]) && query.kind(Some(at + 2)) == Some(Kind::Open) {
            // A query of this name hides it.
            return Renamed::Unclear;
        }
        if let Some(start) = query.relation(at, from) {
            replaced.push((start, at, shown_path(to, dialect)));
        } else if query.kind(Some(at + 1)) == Some(Kind::Dot)
            && query.kind(at.checked_sub(1)) != Some(Kind::Dot)
            && !(query.kind(Some(at + 3)) == Some(Kind::Dot))
        {
            replaced.push((at, at, shown(&Ident { text: to.name.text.clone(), ..name }, dialect)));
        }
    }
    query.with(&replaced)
}

/// A column of `table` called `to` instead of `from`. `alone`: without a qualifier the name can mean no other column.
/// `keep`: the columns of the result keep their names, as in PostgreSQL.
pub(super) fn rename_column(
    text: &str,
    table: &Key,
    (from, to): (&Ident, &Ident),
    (alone, keep): (bool, bool),
    dialect: Dialect,
) -> Renamed {
    let query = Query::new(text, dialect);
    let (own, only) = query.speaks_of(table);
    if !own {
        return Renamed::Same;
    }
    let alone = alone || only;
    let mut names: Vec<Arc<str>> = vec![table.name.clone()];
    if query.trigger_table().is_some_and(|at| query.relation(at, table).is_some()) {
        names.extend(["new".into(), "old".into()]);
    }
    let ends = ["WHERE", "ON", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "USING", "GROUP", "ORDER"];
    for at in 0..query.tokens.len() {
        if query.relation(at, table).is_none() {
            continue;
        }
        let alias = at + 1 + usize::from(query.is(Some(at + 1), &["AS"]));
        if let Some(alias_name) = query.name(alias)
            && !query.is(Some(alias), &ends)
            && !query.is(Some(alias), &["HAVING", "LIMIT", "UNION", "WITH", "FOR", "SET", "BEGIN", "SELECT"])
        {
            names.push(alias_name.key);
        }
    }
    let mut replaced = Vec::new();
    for at in 0..query.tokens.len() {
        let star = query.tokens[at].text(text) == "*"
            && (query.kind(at.checked_sub(1)) == Some(Kind::Dot)
                || query.is(at.checked_sub(1), &["SELECT", "DISTINCT"])
                || query.kind(at.checked_sub(1)) == Some(Kind::Comma));
        if star && keep {
            // All columns, as they were called when the view was made.
            return Renamed::Unclear;
        }
        if query.name(at).is_none_or(|name| name.key != from.key) || query.kind(Some(at + 1)) == Some(Kind::Open) {
            continue;
        }
        let before = at.checked_sub(1);
        if let Some(watched) = query.trigger_table()
            && at < watched
        {
            // `UPDATE OF a, b ON t`, and the name of the trigger.
            let listed = (0..at).any(|before| query.is(Some(before), &["OF"]));
            if listed && query.relation(watched, table).is_some() {
                replaced.push((at, at, shown(to, dialect)));
            }
            continue;
        }
        if query.kind(Some(at + 1)) == Some(Kind::Dot)
            || query.is(before, &["AS"])
            || query.relation(at, table).is_some()
        {
            continue;
        }
        let mut start = at;
        if query.kind(before) == Some(Kind::Dot) {
            let Some(qualifier) = at.checked_sub(2).and_then(|at| query.name(at)) else { continue };
            if !names.contains(&qualifier.key) {
                continue;
            }
            start = at - 2;
        } else if !alone {
            return Renamed::Unclear;
        }
        let before = start.checked_sub(1);
        let begins = query.is(before, &["SELECT", "DISTINCT", "ALL"]) || query.kind(before) == Some(Kind::Comma);
        let ends = matches!(query.kind(Some(at + 1)), None | Some(Kind::Comma | Kind::Close))
            || query.is(Some(at + 1), &["FROM"]);
        let mut new = shown(to, dialect);
        if keep && query.parts[start] == Part::List && begins && ends {
            new = format!("{new} as {}", shown(from, dialect));
        }
        replaced.push((at, at, new));
    }
    query.with(&replaced)
}

/// The text with a schema before each name that means something there; none if there is none.
pub(super) fn with_schema(
    text: &str,
    schema: &str,
    dialect: Dialect,
    is_there: impl Fn(&[super::Space], &Ident) -> bool,
) -> Option<Arc<str>> {
    use super::Space;
    let query = Query::new(text, dialect);
    let made = query.is(Some(0), &["CREATE"]);
    let mut out = String::new();
    let mut done = 0;
    for at in 0..query.tokens.len() {
        let token = query.tokens[at];
        let before = at.checked_sub(1);
        let written = token.text(text);
        let next = query.tokens.get(at + 1).map_or("", |token| token.text(text));
        let last = before.map_or("", |at| query.tokens[at].text(text));
        if token.kind == Kind::Text {
            // `nextval('s')`, `'s'::regclass`
            let counts = query.is(at.checked_sub(2), &["nextval", "currval", "setval"])
                || next == "::" && query.is(Some(at + 2), &["regclass"]);
            let named = counts.then(|| super::home::named_in(written, dialect)).flatten();
            if named.is_some_and(|name| is_there(&[Space::Relation], &name)) {
                out.push_str(&text[done..token.start as usize]);
                out.push_str(&format!("'{schema}.{}", &written[1..]));
                done = token.end as usize;
            }
            continue;
        }
        let Some(name) = query.name(at) else { continue };
        if last == "." || next == "." {
            continue;
        }
        let relation = query.any_relation(at) == Some(at)
            || made && query.is(before, &["ON", "TO", "REFERENCES"]) && !query.is(Some(at), &["DO"]);
        let ty = last == "::" || query.is(before, &["RETURNS", "SETOF"]);
        // `(a mood, b mood)`
        let argument = made && matches!(next, ")" | "," | "=" | "[") | query.is(Some(at + 1), &["DEFAULT"]) && {
            before.is_some_and(|at| matches!(query.tokens[at].kind, Kind::Word | Kind::Name | Kind::Open | Kind::Comma))
        };
        let call = next == "(" && !query.is(before, &["INTO"]);
        let is_cte = query.is(Some(at + 1), &["AS"]) && query.kind(Some(at + 2)) == Some(Kind::Open);
        let found = relation && !is_cte && is_there(&[Space::Relation], &name)
            || ty && is_there(&[Space::Type, Space::Relation], &name)
            || argument && is_there(&[Space::Type], &name)
            || call && is_there(&[Space::Routine], &name);
        if found {
            out.push_str(&text[done..token.start as usize]);
            out.push_str(&format!("{schema}.{written}"));
            done = token.end as usize;
        }
    }
    if done == 0 {
        return None;
    }
    out.push_str(&text[done..]);
    Some(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Space;

    fn key(name: &str) -> Key {
        Key { space: Space::Relation, name: name.into(), schema: "public".into() }
    }

    fn ident(name: &str) -> Ident {
        Ident::made(name, Dialect::Postgres, Place::nowhere())
    }

    fn text(renamed: Renamed) -> String {
        match renamed {
            Renamed::Same => "same".to_owned(),
            Renamed::New(text) => text.to_string(),
            Renamed::Unclear => "unclear".to_owned(),
        }
    }

    #[test]
    fn tables_are_renamed_where_tables_are_named() {
        let to = Path { schema: None, name: ident("people") };
        for (before, after) in [
            ("select users.id, users from users", "select people.id, users from people"),
            ("select * from a, users u join public.users on true", "select * from a, people u join people on true"),
            ("select t.users, users(1) from t", "same"),
            ("with users as (select 1) select * from users", "unclear"),
            (
                "select (select max(id) from users) from (users join b on true)",
                "select (select max(id) from people) from (people join b on true)",
            ),
        ] {
            assert_eq!(text(rename_relation(before, &key("users"), &to, Dialect::Postgres)), after);
        }
    }

    #[test]
    fn columns_keep_the_names_of_the_result() {
        let rename = |before: &str, alone| {
            let names = (&ident("name"), &ident("full_name"));
            text(rename_column(before, &key("users"), names, (alone, true), Dialect::Postgres))
        };
        assert_eq!(rename("select id, name from users", true), "select id, full_name as \"name\" from users");
        assert_eq!(
            rename("select lower(u.name) as name from users u", true),
            "select lower(u.full_name) as name from users u"
        );
        assert_eq!(
            rename("select u.id from users u where name = 'name'", true),
            "select u.id from users u where full_name = 'name'"
        );
        assert_eq!(rename("select id from users, t where name = 1", false), "unclear");
        assert_eq!(rename("select id from t where name = 1", false), "same");
        assert_eq!(rename("select t.name from users, t", false), "same");
        assert_eq!(rename("select * from users", true), "unclear");
    }

    #[test]
    fn triggers_of_sqlite_follow() {
        let before = "create trigger t after update of name on users begin update users set name = new.name; end";
        let names = (&ident("name"), &ident("nick"));
        let after = rename_column(before, &key("users"), names, (false, false), Dialect::Sqlite);
        assert_eq!(
            text(after),
            "create trigger t after update of nick on users begin update users set nick = new.nick; end"
        );
        let to = Path { schema: None, name: ident("people") };
        let after = rename_relation(before, &key("users"), &to, Dialect::Sqlite);
        assert_eq!(
            text(after),
            "create trigger t after update of name on people begin update people set name = new.name; end"
        );
    }
}
