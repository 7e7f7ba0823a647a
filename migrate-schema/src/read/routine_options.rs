//! What stands behind the arguments of a function of PostgreSQL: clauses that go together, and those that are missing.

use super::cursor::Cursor;
use crate::catalog::change::Kind as Thing;
use crate::catalog::details::Signature;
use crate::catalog::name::Ident;
use crate::diagnostic::{Code, Diagnostic, distance, nearest, semantic as codes, syntax};
use crate::source::Place;
use crate::sql::{Kind, Token};

/// The languages that a server has of itself.
const LANGUAGES: &[&str] = &["sql", "plpgsql", "c", "internal"];

/// What is wrong with the clauses; the cursor stands behind the name.
pub(super) fn fault(
    cursor: &Cursor<'_>,
    name: &Ident,
    kind: Thing,
    signature: Option<&Signature>,
) -> Option<Diagnostic> {
    let mut cursor = cursor.clone();
    let arguments = cursor.parens()?;
    let tokens = clauses(&cursor);
    let is = |token: &Token, words: &[&str]| words.iter().any(|word| token.is(cursor.text, word));
    let wrong = |code: &'static Code, at: Place, message: &str, help: &str| {
        let problem = Diagnostic::error(code, message.to_owned()).at(at, "");
        Some(if help.is_empty() { problem } else { problem.help(help.to_owned()) })
    };
    let at = |word: &str| tokens.iter().position(|token| is(token, &[word]));
    let language = at("LANGUAGE");
    let body_alone = at("RETURN").is_some() || at("ATOMIC").is_some();
    if language.is_none() && !body_alone && at("AS").is_some() {
        return wrong(
            &syntax::SYNTAX,
            name.place,
            "no language is said",
            "write `LANGUAGE plpgsql`, or `LANGUAGE sql`",
        );
    }
    if let Some(token) = language.and_then(|at| tokens.get(at + 1)) {
        let quoted = cursor.str(*token).starts_with(['\'', '"']);
        let written = cursor.str(*token).trim_matches(['\'', '"']).to_owned();
        let written = if quoted { written } else { written.to_lowercase() };
        // What is no slip may have been made elsewhere; nobody calls a language `sqlx`.
        let near = nearest(&written, LANGUAGES.iter().copied().filter(|known| known.len() > 3));
        let folded = LANGUAGES.iter().copied().find(|known| known.eq_ignore_ascii_case(&written));
        let sql = || distance(&written, "sql") == 1 && (written.len() == 4 || matches!(&*written, "slq" | "qsl"));
        let near = near.or(folded).or_else(|| sql().then_some("sql"));
        if let (false, Some(near)) = (LANGUAGES.contains(&&*written), near) {
            let message = format!("unknown language `{written}`");
            return wrong(&codes::UNKNOWN_OBJECT, cursor.place(*token), &message, &format!("did you mean `{near}`?"));
        }
    }
    let outs = arguments.tokens().iter().any(|token| is(token, &["OUT", "INOUT"]));
    if kind == Thing::Function && at("RETURNS").is_none() && !outs {
        return wrong(&syntax::SYNTAX, name.place, "it is not said what the function returns", "write `RETURNS …`");
    }
    let exclusive: [(&[&str], bool); 5] = [
        (&["IMMUTABLE", "STABLE", "VOLATILE"], true),
        (&["LANGUAGE"], false),
        (&["COST"], false),
        (&["ROWS"], false),
        (&["PARALLEL"], false),
    ];
    for (words, never_in_procedures) in exclusive {
        let mut found = tokens.iter().filter(|token| is(token, words));
        let (first, second) = (found.next(), found.next());
        if let Some(second) = second {
            let message = format!("`{}` stands beside another of its kind", cursor.str(*second));
            return wrong(&syntax::SYNTAX, cursor.place(*second), &message, "");
        }
        if let (Some(first), true, Thing::Procedure) = (first, never_in_procedures, kind) {
            let message = format!("a procedure is never `{}`", cursor.str(*first));
            return wrong(&codes::MISFIT, cursor.place(*first), &message, "");
        }
    }
    let number = |word: &str| at(word).and_then(|at| tokens.get(at + 1)).map(|token| (*token, cursor.str(*token)));
    for word in ["COST", "ROWS"] {
        if let Some((token, text)) = number(word)
            && (text == "-" || text.parse::<f64>().is_ok_and(|number| number <= 0.0))
        {
            let message = format!("{word} is above 0");
            return wrong(&codes::MISFIT, cursor.place(token), &message, "");
        }
    }
    if let (Some((token, _)), Some(false)) = (number("ROWS"), signature.map(|signature| signature.set)) {
        let message = "ROWS is for functions that return a set";
        return wrong(&codes::MISFIT, cursor.place(token), message, "");
    }
    if let Some((token, text)) = number("PARALLEL")
        && !["safe", "unsafe", "restricted"].iter().any(|known| known.eq_ignore_ascii_case(text))
    {
        let message = format!("PARALLEL is SAFE, RESTRICTED or UNSAFE, and not `{text}`");
        return wrong(&syntax::SYNTAX, cursor.place(token), &message, "");
    }
    let variadic = signature?.arguments.iter().position(|argument| argument.variadic)?;
    let behind = signature?.arguments[variadic + 1..].iter().find(|argument| argument.passed)?;
    let place = behind.name.as_ref().map_or(name.place, |name| name.place);
    wrong(&codes::MISFIT, place, "nothing that is passed stands behind what is VARIADIC", "")
}

/// The tokens up to the body, without what is in brackets and what is set.
fn clauses(cursor: &Cursor<'_>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut depth = 0_usize;
    let mut set = false;
    let is = |token: &Token, word: &str| token.is(cursor.text, word);
    let tokens = cursor.tokens();
    for (at, token) in tokens.iter().enumerate() {
        // A type may be called as a clause is.
        let behind = at.checked_sub(1).map(|before| &tokens[before]);
        if behind.is_some_and(|before| is(before, "RETURNS") || is(before, "SETOF"))
            && !is(token, "SETOF")
            && !is(token, "TABLE")
        {
            continue;
        }
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ if depth > 0 => (),
            _ => {
                set |= token.is(cursor.text, "SET");
                // Values of settings may be any words; a body in SQL speaks for itself.
                if !set || ["LANGUAGE", "AS"].iter().any(|word| token.is(cursor.text, word)) {
                    set = false;
                    found.push(*token);
                }
                if ["RETURN", "ATOMIC"].iter().any(|word| token.is(cursor.text, word)) {
                    break;
                }
            }
        }
    }
    found
}
