//! Functions of PostgreSQL, taken apart: what two have to have in common to be the same, and for one to stand in the
//! place of the other.

use std::collections::BTreeSet;

use migrate_core::Dialect;

use super::expr;
use crate::sql::{Kind, Lexer, Token};

/// A function as its statement says it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Routine {
    arguments: Vec<Argument>,
    returns: String,
    /// Language, volatility and the like, where they are not as usual.
    settings: BTreeSet<String>,
    /// Its body: the text itself, or the words of one of the standard.
    body: String,
}

#[derive(Debug, PartialEq, Eq)]
struct Argument {
    mode: String,
    name: String,
    ty: String,
    default: Option<String>,
}

struct Words<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
}

impl Words<'_> {
    fn is(&self, ahead: usize, word: &str) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.is(self.text, word))
    }

    fn eat(&mut self, words: &str) -> bool {
        let fits = words.split(' ').enumerate().all(|(ahead, word)| self.is(ahead, word));
        self.at += if fits { words.split(' ').count() } else { 0 };
        fits
    }

    fn written(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// Behind the bracket that closes the one at the cursor.
    fn close(&self) -> Option<usize> {
        let mut depth = 0u32;
        for at in self.at..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Open => depth += 1,
                Kind::Close => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ => (),
            }
        }
        None
    }

    fn between(&self, from: usize, to: usize) -> &str {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => &self.text[first.start as usize..last.end as usize],
            _ => "",
        }
    }
}

/// Takes a statement apart; none if it is not `CREATE FUNCTION` or `CREATE PROCEDURE` as it is usually written.
pub(super) fn read(text: &str) -> Option<Routine> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), Dialect::Postgres)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
        .collect();
    let open = tokens.iter().position(|token| token.kind == Kind::Open)?;
    let mut words = Words { text, tokens, at: open };
    let end = words.close()?;
    let arguments = arguments(&words, open + 1, end - 1)?;
    words.at = end;
    let mut routine = Routine { arguments, returns: String::new(), settings: BTreeSet::new(), body: String::new() };
    if words.eat("returns") {
        routine.returns = returns(&mut words)?;
    }
    clauses(&mut words, &mut routine)?;
    // What goes out says what is given back.
    if routine.arguments.iter().any(|own| matches!(&*own.mode, "out" | "inout")) {
        routine.returns.clear();
    }
    Some(routine)
}

fn returns(words: &mut Words<'_>) -> Option<String> {
    let start = words.at;
    if words.eat("table") {
        let end = words.close()?;
        let columns = arguments(words, words.at + 1, end - 1)?;
        words.at = end;
        let columns: Vec<String> = columns.iter().map(|own| format!("{} {}", own.name, own.ty)).collect();
        return Some(format!("table({})", columns.join(",")));
    }
    let many = words.eat("setof");
    let from = words.at;
    const NEXT: &[&str] = &[
        "language",
        "as",
        "immutable",
        "stable",
        "volatile",
        "strict",
        "called",
        "security",
        "external",
        "leakproof",
        "not",
        "parallel",
        "cost",
        "rows",
        "support",
        "set",
        "window",
        "transform",
        "begin",
        "return",
    ];
    while words.at < words.tokens.len() && !NEXT.iter().any(|word| words.is(0, word)) {
        words.at += 1;
    }
    let _ = start;
    Some(format!("{}{}", if many { "setof " } else { "" }, ty(words.between(from, words.at))))
}

fn clauses(words: &mut Words<'_>, routine: &mut Routine) -> Option<()> {
    let mut say = |text: String| {
        routine.settings.insert(text);
    };
    while words.at < words.tokens.len() {
        if words.eat("language") {
            let language = words.written(words.at).trim_matches(['\'', '"']).to_lowercase();
            words.at += 1;
            say(format!("language {language}"));
        } else if words.eat("as") {
            let token = *words.tokens.get(words.at)?;
            routine.body = string(token.text(words.text));
            words.at += 1;
            while words.tokens.get(words.at).is_some_and(|token| token.kind == Kind::Comma) {
                routine.body.push_str(&format!("\u{0}{}", string(words.written(words.at + 1))));
                words.at += 2;
            }
        } else if words.is(0, "begin") || words.is(0, "return") {
            let from = words.at;
            routine.body = body(words.between(from, words.tokens.len()));
            routine.settings.insert("language sql".to_owned());
            return Some(());
        } else if words.eat("immutable") {
            say("immutable".to_owned());
        } else if words.eat("stable") {
            say("stable".to_owned());
        } else if words.eat("strict") || words.eat("returns null on null input") {
            say("strict".to_owned());
        } else if words.eat("external security definer") || words.eat("security definer") {
            say("definer".to_owned());
        } else if words.eat("leakproof") {
            say("leakproof".to_owned());
        } else if words.eat("window") {
            say("window".to_owned());
        } else if words.eat("volatile")
            || words.eat("called on null input")
            || words.eat("external security invoker")
            || words.eat("security invoker")
            || words.eat("not leakproof")
            || words.eat("parallel unsafe")
        {
        } else if words.eat("parallel") {
            say(format!("parallel {}", words.written(words.at).to_lowercase()));
            words.at += 1;
        } else if words.eat("cost") || words.eat("rows") {
            let word = words.written(words.at - 1).to_lowercase();
            let number = words.written(words.at).trim_end_matches(".0").to_owned();
            words.at += 1;
            if !matches!((&*word, &*number), ("cost", "100") | ("rows", "1000")) {
                say(format!("{word} {number}"));
            }
        } else if words.eat("support") {
            say(format!("support {}", words.written(words.at).to_lowercase()));
            words.at += 1;
        } else if words.eat("set") {
            let name = words.written(words.at).to_lowercase();
            words.at += 1;
            if !words.eat("to") {
                words.at += 1;
            }
            let mut values = Vec::new();
            loop {
                let value = words.written(words.at);
                values.push(value.trim_matches(['\'', '"']).to_owned());
                words.at += 1;
                if words.tokens.get(words.at).is_none_or(|token| token.kind != Kind::Comma) {
                    break;
                }
                words.at += 1;
            }
            say(format!("set {name} {}", values.join(",")));
        } else {
            return None;
        }
    }
    Some(())
}

fn arguments(words: &Words<'_>, from: usize, to: usize) -> Option<Vec<Argument>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (from, 0u32);
    for at in from..=to {
        let token = words.tokens.get(at)?;
        let ends = at == to || depth == 0 && token.kind == Kind::Comma;
        match token.kind {
            _ if ends => (),
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.checked_sub(1)?,
            Kind::Op if token.text(words.text) == "[" => depth += 1,
            Kind::Op if token.text(words.text) == "]" => depth = depth.saturating_sub(1),
            _ => (),
        }
        if ends {
            if start < at {
                found.push(argument(words, start, at));
            }
            start = at + 1;
        }
    }
    Some(found)
}

fn argument(words: &Words<'_>, from: usize, to: usize) -> Argument {
    let default = (from..to).find(|at| {
        let token = words.tokens[*at];
        token.is(words.text, "default") || token.kind == Kind::Op && matches!(token.text(words.text), "=" | ":=")
    });
    let end = default.unwrap_or(to);
    let (mut from, mut mode) = (from, String::new());
    let (mut name, mut name_first) = (String::new(), false);
    let is_mode = |at: usize| {
        ["in", "out", "inout", "variadic"].iter().any(|word| words.tokens[at].is(words.text, word)) && at + 1 < end
    };
    if is_mode(from) {
        mode = words.written(from).to_lowercase();
        from += 1;
    } else if from + 2 < end && is_mode(from + 1) {
        // The name may come first.
        name = ident(words.written(from));
        mode = words.written(from + 1).to_lowercase();
        (from, name_first) = (from + 2, true);
    }
    if mode == "in" {
        mode.clear();
    }
    const LONG: &[&str] = &["double", "character", "char", "bit", "timestamp", "time", "national", "interval"];
    let alone = from + 1 == end
        || words.tokens.get(from + 1).is_some_and(|token| !matches!(token.kind, Kind::Word | Kind::Name))
        || LONG.iter().any(|word| words.tokens[from].is(words.text, word))
            && [
                "precision",
                "varying",
                "with",
                "without",
                "character",
                "char",
                "year",
                "month",
                "day",
                "hour",
                "minute",
                "second",
            ]
            .iter()
            .any(|word| words.tokens[from + 1].is(words.text, word));
    if !name_first && !alone {
        name = ident(words.written(from));
        from += 1;
    }
    let ty = ty(words.between(from, end));
    let default = default.map(|at| {
        let text = words.between(at + 1, to);
        expr::default_meaning(text, Some(&ty), Dialect::Postgres).unwrap_or_else(|| "null".to_owned())
    });
    Argument { mode, name, ty, default }
}

fn ident(written: &str) -> String {
    crate::catalog::name::Ident::written(written, Dialect::Postgres, crate::source::Place::nowhere()).key.to_string()
}

/// A type as it is compared; lengths are not kept for arguments.
fn ty(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix("public.").unwrap_or(&text).to_owned();
    let text = if text.contains('"') || text.contains('%') { text } else { text.to_lowercase() };
    let meaning = crate::read::type_meaning(&text, Dialect::Postgres).to_string();
    match (meaning.find('('), meaning.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &meaning[..open], &meaning[close + 1..]),
        _ => meaning,
    }
}

/// What a string says.
fn string(written: &str) -> String {
    match written.strip_prefix('$') {
        Some(rest) => {
            let tag = rest.find('$').map_or(0, |at| at + 2);
            written.get(tag..written.len().saturating_sub(tag)).unwrap_or(written).to_owned()
        }
        None => match written.strip_prefix(['e', 'E']) {
            Some(_) => written.to_owned(),
            None => written.trim_start_matches('\'').strip_suffix('\'').unwrap_or(written).replace("''", "'"),
        },
    }
}

impl Routine {
    /// Whether it may stand in the place of another: it takes and returns the same, and what could be left out still can.
    pub(super) fn replaces(&self, old: &Routine) -> bool {
        let fits = |(new, old): (&Argument, &Argument)| {
            new.mode == old.mode
                && new.ty == old.ty
                && (old.name.is_empty() || new.name == old.name)
                && (old.default.is_none() || new.default.is_some())
        };
        self.returns == old.returns
            && self.arguments.len() == old.arguments.len()
            && self.arguments.iter().zip(&old.arguments).all(fits)
    }
}

/// A body of the standard. One that is a single expression is compared by what it means.
fn body(text: &str) -> String {
    let mut tokens = Lexer::new(text, 0..text.len(), Dialect::Postgres);
    match tokens.next() {
        Some(first) if first.is(text, "return") => {
            format!("return {}", expr::meaning(&text[first.end as usize..], Dialect::Postgres))
        }
        _ => crate::sql::text::meaning_of(text, Dialect::Postgres),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_function_in_two_ways_is_one() {
        let one = read(
            "CREATE FUNCTION f(a integer, b varchar(5) DEFAULT 'x') RETURNS setof int AS $$ SELECT a $$ LANGUAGE sql STABLE",
        );
        let other = read(
            "CREATE FUNCTION public.f(IN a int4, b character varying = 'x'::character varying)\n RETURNS SETOF integer\n LANGUAGE sql\n STABLE COST 100\nAS $function$ SELECT a $function$",
        );
        assert!(one.is_some());
        assert_eq!(one, other);
    }

    #[test]
    fn what_counts_is_seen() {
        let read = |text: &str| read(text).expect("it is one");
        let one = read("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
        assert_ne!(one, read("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT  1'"));
        assert!(read("CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS 'x'").replaces(&one));
        assert!(!read("CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1'").replaces(&one));
        assert!(!read("CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1'").replaces(&one));
    }
}
