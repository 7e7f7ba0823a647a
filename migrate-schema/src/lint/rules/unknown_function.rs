//! Functions that SQLite does not bring.

use super::prelude::*;
use crate::sql::functions::{function, instead};
use crate::sql::lexer::Lexer;
use crate::sql::reserved::is_reserved;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unknown-function",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0735",
    title: "default that calls an unknown function",
    explanation: "\
SQLite does not look at a default before a row is written without a value for the column, and fails then. Functions that
an application or an extension adds are known only to connections that have them.

```sql wrong sqlite
CREATE TABLE users (id integer PRIMARY KEY, created_at text NOT NULL DEFAULT (now()));
```

```sql right sqlite
CREATE TABLE users (id integer PRIMARY KEY, created_at text NOT NULL DEFAULT (datetime('now')));
```
",
};

/// What SQLite's own shell and the extensions in its repository add, and the library does not have.
const OF_EXTENSIONS: &[&str] = &[
    "base64",
    "base85",
    "decimal",
    "eval",
    "ieee754",
    "regexp",
    "sha1",
    "sha1b",
    "sha3",
    "uuid",
    "uuid_blob",
    "uuid_str",
];

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if seen.dialect() != Dialect::Sqlite {
        return;
    }
    for column in columns(change) {
        let Some(name) = column.default.as_deref().and_then(unknown_call) else { continue };
        let message = format!("the default of `{}` calls `{name}`, which SQLite does not have", column.name.text);
        let problem = Diagnostic::warning(&CODE, message).at(column.name.place, "each row without a value fails");
        out.push(problem.help(in_place_of(&name)));
    }
}

/// The first function that is called and that SQLite does not bring.
fn unknown_call(text: &str) -> Option<String> {
    let tokens: Vec<_> =
        Lexer::new(text, 0..text.len(), Dialect::Sqlite).filter(|token| token.kind != Kind::Comment).collect();
    tokens.iter().zip(tokens.iter().skip(1)).enumerate().find_map(|(at, (word, bracket))| {
        // `CAST(… AS decimal(9, 2))`.
        let ty = at > 0 && tokens[at - 1].is(text, "AS");
        let called = word.kind == Kind::Word && bracket.kind == Kind::Open && !ty;
        let name = word.text(text).to_ascii_lowercase();
        let brought = function(&name, Dialect::Sqlite).is_some() && !OF_EXTENSIONS.contains(&&*name);
        (called && !brought && !is_reserved(&name, Dialect::Sqlite)).then_some(name)
    })
}

fn in_place_of(name: &str) -> String {
    match name {
        "uuid" | "uuid_generate_v4" | "gen_random_uuid" | "newid" => {
            "let the application make the value, or write `(lower(hex(randomblob(16))))`".to_owned()
        }
        _ => instead(name, Dialect::Sqlite).unwrap_or_else(|| {
            "if every connection that writes has it, say so: `-- migrate:allow unknown-function`".to_owned()
        }),
    }
}
