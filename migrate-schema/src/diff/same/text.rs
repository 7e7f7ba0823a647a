//! Definitions that are texts: views, routines, triggers, policies, in a form that does not depend on who wrote them down.

use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::publication::{Publication, Published};
use crate::diff::expr::{loose, meaning};
use crate::sql::{Kind, Lexer, Token};

pub(super) fn tokens(text: &str, dialect: Dialect) -> Vec<Token> {
    Lexer::new(text, 0..text.len(), dialect).filter(|token| !matches!(token.kind, Kind::Comment)).collect()
}

/// The value of an option of a table.
pub(super) fn option(value: &str, dialect: Dialect) -> String {
    loose(value, dialect).to_lowercase().replace("utf8mb3", "utf8")
}

/// The bound of a partition: its values as they are compared.
pub(super) fn bound(text: &str, dialect: Dialect) -> String {
    let mut out = Vec::new();
    let (mut after_cast, mut typed) = (false, false);
    for token in tokens(text, dialect) {
        let written = token.text(text);
        // The key has the type that a value is said to be of.
        if dialect == Dialect::Postgres && (written == "::" || after_cast) {
            after_cast = written == "::" || token.kind == Kind::Dot || written.eq_ignore_ascii_case("public");
            continue;
        }
        let inner = written.trim_matches('\'');
        // `DATE '2024-01-01'` is the value, too.
        if dialect == Dialect::Postgres && token.kind == Kind::Text && typed {
            out.pop();
        }
        typed = token.kind == Kind::Word;
        let number = dialect == Dialect::Postgres && inner.parse::<f64>().is_ok();
        // `- 10.0` is `'-10'`.
        if number && token.kind == Kind::Number && out.last().is_some_and(|last| last == "-") {
            out.pop();
            out.push(format!("-{}", shortest(inner)));
            continue;
        }
        out.push(match token.kind {
            Kind::Text | Kind::Number if number => shortest(inner).to_owned(),
            Kind::Text => crate::diff::expr::default_meaning(written, Some("timestamp"), dialect).unwrap_or_default(),
            _ => written.to_lowercase(),
        });
    }
    out.join(" ")
}

/// A number without what does not change it: `10.00`.
fn shortest(number: &str) -> &str {
    let plain = number.contains('.') && !number.contains(['e', 'E']);
    if plain { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// What a view reads. PostgreSQL and MariaDB write `*` out as the columns that were there, and name the table before each.
///
/// The order of words is kept, so that what is not only a matter of form stays a difference.
pub(super) fn view(query: &str, columns: Option<&[Arc<str>]>, dialect: Dialect) -> String {
    let query = query.trim_end().trim_end_matches(';');
    if dialect == Dialect::Postgres {
        let query =
            columns.and_then(|columns| without_star(query, columns, dialect)).unwrap_or_else(|| query.to_owned());
        return joined(as_written(&loose(&spelt_out(&query), dialect)), dialect);
    }
    let shown = dialect.is_mysql_family().then(|| super::shown::as_shown(query, dialect));
    let query = shown.as_deref().unwrap_or(query);
    match columns.filter(|_| dialect != Dialect::Sqlite).and_then(|columns| without_star(query, columns, dialect)) {
        Some(query) => joined(loose(&query, dialect), dialect),
        None => joined(loose(query, dialect), dialect),
    }
}

/// A query of PostgreSQL without what it says in other places when it shows it.
fn spelt_out(query: &str) -> String {
    let query = super::ordinal::without_as(&without_own_alias(&without_implied_names(query)));
    super::ordinal::without(&query)
}

/// Without the names that PostgreSQL gives a table which is read twice: `t t_1`.
fn without_numbered(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let number = out.last().and_then(|last| word.strip_prefix(*last)).and_then(|rest| rest.strip_prefix('_'));
        if number.is_none_or(|digits| digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit())) {
            out.push(word);
        }
    }
    out.join(" ")
}

/// Without the words of a join that say nothing, as the servers print it. SQLite keeps what was written.
fn joined(text: String, dialect: Dialect) -> String {
    let mut text = text;
    if dialect != Dialect::Sqlite {
        for (said, kept) in
            [("inner join", "join"), ("left outer", "left"), ("right outer", "right"), ("full outer", "full")]
        {
            text = text.replace(&format!(" {said} "), &format!(" {kept} "));
        }
    }
    if dialect.is_mysql_family() { text.replace(" cross join ", " join ") } else { text }
}

/// The words that PostgreSQL has its own for as people write them.
fn as_written(text: &str) -> String {
    let text = without_numbered(text).replace(" inner join ", " join ").replace(" outer join ", " join ");
    let text = text.replace(" trim both from ", " trim ");
    let mut text = text.replace(" !~~* ", " not ilike ").replace(" !~~ ", " not like ");
    text = text.replace(" ~~* ", " ilike ").replace(" ~~ ", " like ");
    for (shown, written) in [(" = any array [ ", " in "), (" <> all array [ ", " not in ")] {
        while let Some(at) = text.find(shown) {
            let from = at + shown.len();
            let Some(end) = text[from..].find(" ]") else { break };
            text = format!("{}{written}{}{}", &text[..at], &text[from..from + end], &text[from + end + 2..]);
        }
    }
    text
}

/// A query with the columns that the view has in the place of the one `*` of its list, or of the one `t.*`. Where the star
/// stands in a branch of `UNION` that is not the first, the server takes other names.
fn without_star(query: &str, columns: &[Arc<str>], dialect: Dialect) -> Option<String> {
    let tokens = tokens(query, dialect);
    let mut depth = 0u32;
    let mut list = None;
    let mut items: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        match &mut list {
            _ if depth > 0 => (),
            None if token.is(query, "select") => list = Some(at + 1),
            None => (),
            Some(start) if token.kind == Kind::Comma || token.is(query, "from") => {
                items.push(*start..at);
                *start = at + 1;
                if token.kind != Kind::Comma {
                    break;
                }
            }
            Some(_) => (),
        }
    }
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text(query));
    let is_star = |item: &std::ops::Range<usize>| {
        let own = text(item.end.wrapping_sub(1)) == "*" && (item.len() == 1 || item.len() == 3 || item.len() == 5);
        own && (item.len() == 1 || text(item.end - 2) == ".")
    };
    let at = items.iter().position(is_star)?;
    if items.iter().filter(|item| is_star(item)).count() > 1 {
        return None;
    }
    let behind = items.len() - at - 1;
    let own = columns.get(at..columns.len().checked_sub(behind)?)?;
    let quote = if dialect == Dialect::Postgres { '"' } else { '`' };
    let names: Vec<String> =
        own.iter().map(|name| format!("{quote}{}{quote}", name.replace(quote, &quote.to_string().repeat(2)))).collect();
    let (first, last) = (tokens.get(items[at].start)?, tokens.get(items[at].end - 1)?);
    Some(format!("{}{}{}", &query[..first.start as usize], names.join(", "), &query[last.end as usize..]))
}

/// Without the names that PostgreSQL shows behind a function of the `FROM` list: `f() f(a, b)`, where the alias is its own
/// name.
fn without_own_alias(query: &str) -> String {
    let tokens = tokens(query, Dialect::Postgres);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text(query));
    let close = |open: usize| {
        let mut depth = 0u32;
        (open..tokens.len()).find(|at| {
            match tokens[*at].kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => (),
            }
            depth == 0
        })
    };
    let (mut out, mut done) = (String::new(), 0);
    for at in 0..tokens.len() {
        let call = matches!(tokens[at].kind, Kind::Word | Kind::Name)
            && !["union", "intersect", "except", "all"].iter().any(|word| tokens[at].is(query, word))
            && tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Open);
        let Some(end) = call.then(|| close(at + 1)).flatten() else { continue };
        let alias = end + 1 + usize::from(tokens.get(end + 1).is_some_and(|token| token.is(query, "as")));
        let listed = tokens.get(alias + 1).is_some_and(|token| token.kind == Kind::Open);
        let Some(last) = listed.then(|| close(alias + 1)).flatten() else { continue };
        // One column has the name of the alias anyway.
        let single = last == alias + 3 && text(alias + 2) == text(alias);
        if text(alias) != text(at) && !single {
            continue;
        }
        let kept = if text(alias) == text(at) { end } else { alias };
        let (cut, rest) = (tokens[kept].end as usize, tokens[last].end as usize);
        if cut >= done {
            out.push_str(&query[done..cut]);
            done = rest;
        }
    }
    out.push_str(&query[done..]);
    out
}

/// Without the names that a column of a list has anyway where it is a query of its own: `(SELECT p.name FROM …) AS name`.
/// PostgreSQL says them always.
fn without_implied_names(query: &str) -> String {
    let tokens = tokens(query, Dialect::Postgres);
    let plain = |at: usize| {
        tokens.get(at).map(|token| token.text(query).trim_matches('"').to_lowercase()).filter(|text| !text.is_empty())
    };
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Name));
    let (mut open, mut cuts) = (Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => open.push(at),
            Kind::Close => {
                let Some(start) = open.pop() else { continue };
                let alias = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.is(query, "as")));
                let ends =
                    tokens.get(alias + 1).is_none_or(|token| token.kind == Kind::Comma || token.is(query, "from"));
                let selects = tokens.get(start + 1).is_some_and(|token| token.is(query, "select"));
                if alias > at + 1 && selects && ends && is_name(alias) {
                    let name = first_name(query, &tokens[start + 2..at]);
                    if name.is_some() && name == plain(alias) {
                        cuts.push(token.end as usize..tokens[alias].end as usize);
                    }
                }
            }
            _ => (),
        }
    }
    let (mut out, mut done) = (String::new(), 0);
    for cut in cuts {
        out.push_str(&query[done..cut.start]);
        done = cut.end;
    }
    out.push_str(&query[done..]);
    out
}

/// What the first column of a list is called, where that is a name or a function.
fn first_name(query: &str, tokens: &[Token]) -> Option<String> {
    let mut depth = 0u32;
    let end = tokens.iter().position(|token| {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        depth == 0 && (token.kind == Kind::Comma || token.is(query, "from"))
    });
    let item = &tokens[..end.unwrap_or(tokens.len())];
    let written = |token: &Token| token.text(query).trim_matches('"').to_lowercase();
    let is_name = |token: &&Token| matches!(token.kind, Kind::Word | Kind::Name);
    let dotted = |item: &[Token]| item.iter().skip(1).step_by(2).all(|token| token.text(query) == ".");
    match item {
        [.., word, name] if word.is(query, "as") => Some(written(name)),
        [name, open, .., close] if open.kind == Kind::Open && close.kind == Kind::Close => {
            Some(name).filter(is_name).map(written)
        }
        item if item.len() % 2 == 1 && dotted(item) => item.last().filter(is_name).map(written),
        _ => None,
    }
}

/// What stands behind `EXCLUDE`: the method that holds anyway is named, and the condition is an expression.
pub(in crate::diff) fn exclusion(text: &str) -> String {
    let mut whole = loose(text, Dialect::Postgres);
    // `OPERATOR(pg_catalog.&&)` is `&&`.
    for said in ["operator pg_catalog . ", "operator pg_catalog.", "operator "] {
        whole = whole.replace(&format!("with {said}"), "with ");
    }
    if !whole.starts_with("using ") {
        whole.insert_str(0, "using btree ");
    }
    let usual = crate::read::usual_classes();
    let words: Vec<&str> = whole.split(' ').filter(|word| !usual.contains(word)).collect();
    words.join(" ")
}

/// A rule whose condition is an expression; none where it has none.
pub(super) fn rule(definition: &str) -> Option<String> {
    let dialect = Dialect::Postgres;
    let tokens = tokens(definition, dialect);
    let at = |word: &str| tokens.iter().position(|token| token.is(definition, word));
    let (from, to) = (at("WHERE")?, at("DO")?);
    let (start, end) = (tokens[from].end as usize, tokens.get(to).filter(|_| from < to)?.start as usize);
    let rest = |text: &str| crate::sql::text::meaning_of(text, dialect);
    let condition = meaning(&definition[start..end], dialect);
    Some(format!("{} {condition} {}", rest(&definition[..start]), rest(&definition[end..])))
}

/// When a rule acts, and what it does then.
pub(super) fn rule_parts(definition: &str) -> Option<(String, &str)> {
    let dialect = Dialect::Postgres;
    let tokens = tokens(definition, dialect);
    let at = |word: &str| tokens.iter().position(|token| token.is(definition, word));
    let from_do = at("DO")?;
    let end = tokens[from_do].start as usize;
    let plain = |text: &str| crate::sql::text::meaning_of(text, dialect);
    let event = match at("WHERE").filter(|from| *from < from_do) {
        Some(from) => {
            let condition = meaning(&definition[tokens[from].end as usize..end], dialect);
            format!("{} where {condition}", plain(&definition[..tokens[from].start as usize]))
        }
        None => plain(&definition[..end]),
    };
    let word = tokens.get(from_do + 1)?;
    let instead = word.is(definition, "INSTEAD");
    let action = if instead || word.is(definition, "ALSO") { tokens.get(from_do + 2)? } else { word };
    let event = format!("{event} do {}", if instead { "instead" } else { "also" });
    Some((event.replace("create or replace ", "create "), definition.get(action.start as usize..)?))
}

/// What is published, with conditions that are expressions.
pub(super) fn publication(publication: &Publication) -> String {
    let item = |item: &Published| match item.meaning.split_once(" where ") {
        Some((head, condition)) => format!("{head} where {}", meaning(condition, Dialect::Postgres)),
        None => item.meaning.to_string(),
    };
    let mut items: Vec<String> = publication.items.iter().map(|own| format!("{} {}", own.schema, item(own))).collect();
    items.sort();
    format!("{} {items:?} {:?}", publication.all, publication.options)
}

/// The types of the arguments of a routine.
pub(super) fn arguments(text: &str, dialect: Dialect) -> String {
    if text.is_empty() {
        return String::new();
    }
    let types = text.split(", ").map(|ty| {
        let ty = ty.strip_prefix("public.").unwrap_or(ty);
        crate::read::type_meaning(ty, dialect).to_string()
    });
    types.collect::<Vec<_>>().join(", ")
}

/// What a range is made of, in whatever order it is said: types among it.
pub(super) fn type_definition(text: &str, dialect: Dialect) -> String {
    let Some((head, list)) = text.split_once('(') else { return loose(text, dialect) };
    let meaning = |value: &str| {
        let value = value.trim().to_lowercase();
        let plain = ["pg_catalog.", "public."].iter().find_map(|schema| value.strip_prefix(schema));
        crate::read::type_meaning(plain.unwrap_or(&value), dialect).to_string()
    };
    let mut parts: Vec<String> = list
        .trim_end_matches(')')
        .split(',')
        .map(|part| match part.split_once('=') {
            Some((name, value)) => format!("{} = {}", name.trim().to_lowercase(), meaning(value)),
            None => part.trim().to_lowercase(),
        })
        .collect();
    parts.sort();
    format!("{} {}", head.trim().to_lowercase(), parts.join(", "))
}

/// Without the width that MariaDB writes behind whole numbers.
fn widthless(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let after_int = out.last().is_some_and(|last| last.ends_with("int"));
        if !(after_int && word.bytes().all(|byte| byte.is_ascii_digit())) {
            out.push(word);
        }
    }
    out.join(" ")
}

/// Without what MariaDB leaves out, and without the character set that it adds to the types of texts.
fn spoken(text: &str) -> String {
    let mut text = format!(" {text} ");
    for usual in [" not deterministic ", " contains sql ", " language sql ", " sql security definer "] {
        text = text.replacen(usual, " ", 1);
    }
    let mut out: Vec<&str> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        match word {
            "charset" => drop(words.next()),
            "character" if words.peek() == Some(&"set") => drop(words.nth(1)),
            "collate" => drop(words.next()),
            _ => out.push(word),
        }
    }
    out.join(" ")
}

/// An event without when it began: the server says so also where nobody did.
pub(super) fn event(meaning: &str, dialect: Dialect) -> String {
    let meaning = loose(meaning, dialect);
    let mut out = Vec::new();
    let mut words = meaning.split(' ');
    while let Some(word) = words.next() {
        if word != "starts" {
            out.push(word);
            continue;
        }
        // Up to the next clause.
        let next = words.by_ref().find(|word| matches!(*word, "ends" | "on" | "enable" | "disable" | "comment" | "do"));
        out.extend(next);
        break;
    }
    out.extend(words);
    out.join(" ")
}

/// Its body, without white space around it, and what is said of it in words that change what it does.
pub(super) fn routine(text: &str, dialect: Dialect) -> String {
    if dialect != Dialect::Postgres {
        return spoken(&widthless(&loose(text, dialect)));
    }
    let tokens = tokens(text, dialect);
    let mut body = None;
    let mut words: Vec<String> = Vec::new();
    let (mut after_as, mut after_language) = (false, false);
    let mut depth = 0u32;
    for (at, token) in tokens.iter().enumerate() {
        let written = token.text(text);
        let atomic = token.is(text, "begin") && tokens.get(at + 1).is_some_and(|next| next.is(text, "atomic"));
        if depth == 0 && body.is_none() && (atomic || token.is(text, "return")) {
            // The server prints such a body from its own tree: nothing can be said about it.
            words.push("sql".to_owned());
            body = Some(String::new());
            break;
        }
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            // A language may be written as a text.
            Kind::Text | Kind::Name if after_language => words.push(written.trim_matches(['\'', '"']).to_lowercase()),
            Kind::Text | Kind::Dollar if after_as => body = Some(unquoted(written)),
            Kind::Word if depth == 0 => {
                let word = written.to_ascii_lowercase();
                let counts = ["stable", "immutable", "strict", "definer", "leakproof", "plpgsql", "sql", "window"];
                let denied = at.checked_sub(1).is_some_and(|before| tokens[before].is(text, "not"));
                if counts.contains(&&*word) {
                    words.extend(Some(word).filter(|_| !denied));
                } else if word == "input"
                    && !tokens.get(at.wrapping_sub(3)).is_some_and(|called| called.is(text, "called"))
                {
                    words.push("strict".to_owned());
                }
            }
            _ => (),
        }
        after_as = token.is(text, "as");
        after_language = token.is(text, "language");
    }
    words.sort();
    words.dedup();
    format!("{} {}", words.join(" "), body.unwrap_or_else(|| loose(text, dialect)))
}

fn unquoted(written: &str) -> String {
    let inner = match written.strip_prefix('$') {
        Some(rest) => {
            let tag = rest.find('$').map_or(0, |at| at + 2);
            written.get(tag..written.len().saturating_sub(tag)).unwrap_or(written).to_owned()
        }
        None => written.trim_matches('\'').replace("''", "'"),
    };
    inner.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in the brackets behind a word, and the text without both.
pub(super) fn between(text: &str, word: &str, dialect: Dialect) -> Option<(String, String)> {
    let tokens = tokens(text, dialect);
    let at = tokens.iter().position(|token| token.is(text, word))?;
    let open = tokens.get(at + 1).filter(|token| token.kind == Kind::Open)?;
    let mut depth = 0u32;
    for token in &tokens[at + 1..] {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth -= 1;
                if depth == 0 {
                    let inner = text[open.end as usize..token.start as usize].to_owned();
                    let rest = format!("{} {}", &text[..tokens[at].start as usize], &text[token.end as usize..]);
                    return Some((inner, rest));
                }
            }
            _ => (),
        }
    }
    None
}

/// For whom, what, and under which conditions.
pub(super) fn policy(text: &str) -> String {
    let dialect = Dialect::Postgres;
    let (using, rest) = between(text, "using", dialect).unwrap_or((String::new(), text.to_owned()));
    let (check, rest) = between(&rest, "check", dialect).unwrap_or((String::new(), rest));
    let restrictive = tokens(&rest, dialect).iter().any(|token| token.is(&rest, "restrictive"));
    let rest = loose(&rest, dialect).replace(" for all", "").replace(" to public", "").replace(" with", "");
    // Whom it is for has no order.
    let (rest, roles) = rest.split_once(" to ").unwrap_or((&rest, ""));
    let mut roles: Vec<&str> = roles.split([',', ' ']).filter(|role| !role.is_empty()).collect();
    roles.sort_unstable();
    let words: Vec<&str> = rest.split_whitespace().chain(roles).collect();
    format!("{restrictive} {} using {} check {}", words.join(" "), meaning(&using, dialect), meaning(&check, dialect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_the_same_however_its_types_are_spelt() {
        let same = |one, other| {
            assert_eq!(type_definition(one, Dialect::Postgres), type_definition(other, Dialect::Postgres));
        };
        same(
            "as range(subtype = float8, subtype_diff = float8mi)",
            "AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi)",
        );
        same("as range(subtype = timestamptz)", "AS RANGE (subtype = timestamp with time zone)");
    }

    #[test]
    fn a_view_is_the_same_as_it_is_shown() {
        let same = |one: &str, other: &str| {
            assert_eq!(view(one, None, Dialect::Postgres), view(other, None, Dialect::Postgres));
        };
        same(
            "SELECT upper(n) AS u, CAST(id AS text) AS t FROM t",
            "SELECT upper((t.n)::text) AS u, (t.id)::text AS t FROM t",
        );
        same(
            "SELECT j->>'k' AS k, extract(year FROM d) AS y FROM t",
            "SELECT (t.j ->> 'k'::text) AS k, EXTRACT(year FROM t.d) AS y FROM t",
        );
        same(
            "SELECT trim(n) AS x, n || '!' AS nn FROM t",
            "SELECT TRIM(BOTH FROM t.n) AS x, ((t.n)::text || '!'::text) AS nn FROM t",
        );
        same(
            "SELECT coalesce(x, 0) AS x, now() - d AS age FROM t",
            "SELECT COALESCE(t.x, (0)::numeric) AS x, (now() - t.d) AS age FROM t",
        );
        same(
            "SELECT array_agg(id) OVER () AS arr, date_trunc('month', d) AS m FROM t",
            "SELECT array_agg(t.id) OVER () AS arr, date_trunc('month'::text, t.d) AS m FROM t",
        );
        same("SELECT a.id FROM a INNER JOIN b AS c ON a.id = c.a", "SELECT a.id FROM (a JOIN b c ON ((a.id = c.a)))");
        same(
            "SELECT 1 FROM t WHERE id IN (SELECT id FROM t WHERE g > 1)",
            "SELECT 1 FROM t WHERE (t.id IN ( SELECT t_1.id FROM t t_1 WHERE (t_1.g > 1)))",
        );
        same(
            "SELECT 1 FROM t WHERE NOT EXISTS (SELECT 1 FROM t w)",
            "SELECT 1 FROM t WHERE (NOT (EXISTS ( SELECT 1 FROM public.t w)))",
        );
        same(
            "SELECT DISTINCT g, (SELECT count(*) FROM t u WHERE u.g = t.g) AS n FROM t ORDER BY g",
            "SELECT DISTINCT t.g, ( SELECT count(*) AS count FROM public.t u WHERE (u.g = t.g)) AS n FROM t ORDER BY t.g",
        );
    }

    #[test]
    fn a_join_is_an_inner_one_by_itself() {
        let same = |one, two, dialect| assert_eq!(view(one, None, dialect), view(two, None, dialect));
        for dialect in [Dialect::Postgres, Dialect::MySql, Dialect::MariaDb] {
            same("select x from a inner join b on y = z", "select x from (a join b on (y = z))", dialect);
            same("select x from a left outer join b on y = z", "select x from (a left join b on (y = z))", dialect);
        }
        same("select x from a cross join b", "select x from (a join b)", Dialect::MariaDb);
        let (left, right) = ("select x from a left join b on y = z", "select x from a right join b on y = z");
        assert_ne!(view(left, None, Dialect::Postgres), view(right, None, Dialect::Postgres));
    }

    #[test]
    fn a_language_may_be_a_text() {
        let of = |language: &str| {
            routine(&format!("create function f() returns int as 'select 1' language {language}"), Dialect::Postgres)
        };
        assert_eq!(of("'sql'"), of("sql"));
        assert_eq!(of("\"plpgsql\""), of("plpgsql"));
        assert_ne!(of("'plpgsql'"), of("sql"));
    }
}
