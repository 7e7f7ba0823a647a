//! What is wrong with `SET` of MySQL and MariaDB, whatever the schema is.

use super::cursor::Cursor;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;
use crate::sql::variables::{self, Reach, Sort};
use crate::sql::{Kind, characters};

/// From behind `SET`: the first mistake.
pub(super) fn fault(cursor: &Cursor<'_>) -> Option<Diagnostic> {
    let mut cursor = cursor.clone();
    if cursor.is_any(&["NAMES", "CHARACTER", "CHARSET"]) {
        return names(&mut cursor);
    }
    // What is behind them are no variables.
    let others = [
        "TRANSACTION",
        "PASSWORD",
        "ROLE",
        "DEFAULT",
        "RESOURCE",
        "STATEMENT",
        "GLOBAL TRANSACTION",
        "LOCAL TRANSACTION",
        "SESSION TRANSACTION",
    ];
    if others.iter().any(|words| cursor.clone().eat(words)) {
        return None;
    }
    while let Some(mut item) = cursor.item() {
        let found = assignment(&mut item);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// `SET NAMES`
fn names(cursor: &mut Cursor<'_>) -> Option<Diagnostic> {
    if !(cursor.eat("NAMES") || cursor.eat("CHARACTER SET") || cursor.eat("CHARSET")) {
        return None;
    }
    let token = cursor.next()?;
    let charset = cursor.str(token).trim_matches(['\'', '"', '`']).to_owned();
    // An old map from one to another.
    if charset.eq_ignore_ascii_case("cp1251_koi8") {
        return None;
    }
    if let Some(found) = characters::unknown_charset(&charset, cursor.dialect) {
        return Some(found.at(cursor.place(token), ""));
    }
    if !cursor.eat("COLLATE") {
        return None;
    }
    let token = cursor.next()?;
    let collation = cursor.str(token).trim_matches(['\'', '"', '`']).to_owned();
    let found = characters::unknown_collation(&collation, cursor.dialect)
        .or_else(|| characters::other_charset(&charset, &collation, cursor.dialect))?;
    Some(found.at(cursor.place(token), ""))
}

/// Whose variable is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Session,
    Server,
}

/// `[SESSION] name = value`
fn assignment(item: &mut Cursor<'_>) -> Option<Diagnostic> {
    if item.eat_op("@") {
        return None;
    }
    let at_signs = item.eat_op("@@");
    let word = |item: &mut Cursor<'_>, words: &[&str]| words.iter().any(|word| item.eat(word));
    let whose = if word(item, &["GLOBAL", "PERSIST", "PERSIST_ONLY"]) {
        Whose::Server
    } else {
        let _ = word(item, &["SESSION", "LOCAL"]);
        Whose::Session
    };
    if at_signs {
        let _ = item.eat_kind(Kind::Dot);
    }
    let token = item.next().filter(|token| token.kind == Kind::Word)?;
    // What has a dot belongs to a part of the server, or is a row in a body.
    if !(item.eat_op("=") || item.eat_op(":=")) {
        return None;
    }
    let (written, at) = (item.str(token), item.place(token));
    let name = written.to_ascii_lowercase();
    let Some(known) = variables::variable(&name) else {
        let near = variables::slip(&name)?;
        return Some(
            Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("unknown system variable `{written}`"))
                .at(at, "")
                .help(format!("did you mean `{near}`?")),
        );
    };
    let refused = |message: String| Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, "");
    match (known.reach, whose) {
        (Reach::Nobody, _) => return Some(refused(format!("`{written}` can only be read"))),
        (Reach::Server, Whose::Session) => {
            return Some(
                refused(format!("`{written}` is a variable of the server, not of a session"))
                    .help(format!("write `SET GLOBAL {written} = …`")),
            );
        }
        (Reach::Both | Reach::Server, _) => (),
    }
    let value = item.next()?;
    // An expression is known only to the server.
    if !item.done() || !matches!(value.kind, Kind::Word | Kind::Text | Kind::Number) {
        return None;
    }
    let text = item.str(value);
    let said = text.trim_matches(['\'', '"']);
    if said.eq_ignore_ascii_case("default") || said.eq_ignore_ascii_case("null") {
        return None;
    }
    misfit(known.sort, written, said, value.kind).map(|problem| problem.at(item.place(value), "")).or_else(|| {
        let place: Place = item.place(value);
        match known.sort {
            Sort::Charset => characters::unknown_charset(said, item.dialect).map(|problem| problem.at(place, "")),
            Sort::Collation => characters::unknown_collation(said, item.dialect).map(|problem| problem.at(place, "")),
            _ => None,
        }
    })
}

/// A value that the variable cannot have.
fn misfit(sort: Sort, name: &str, said: &str, kind: Kind) -> Option<Diagnostic> {
    let misfit = |message: String| Diagnostic::error(&codes::MISFIT, message);
    match sort {
        Sort::Switch => {
            let values = ["0", "1", "on", "off", "true", "false"];
            (!values.iter().any(|value| value.eq_ignore_ascii_case(said)))
                .then(|| misfit(format!("`{name}` is `ON` or `OFF`, and is set to `{said}`")))
        }
        Sort::Number if kind != Kind::Number => Some(misfit(format!("`{name}` is a number, and is set to `{said}`"))),
        Sort::Mode if kind == Kind::Text => {
            let modes = said.split(',').map(str::trim).filter(|mode| !mode.is_empty());
            let unknown = modes.filter_map(|mode| Some((mode, variables::unknown_mode(mode)?))).next()?;
            let (mode, near) = unknown;
            Some(misfit(format!("unknown SQL mode `{mode}`")).help(format!("did you mean `{near}`?")))
        }
        _ => None,
    }
}
