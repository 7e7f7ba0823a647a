//! Names that PostgreSQL cuts.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "cut-name",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Statement(check),
};

static CODE: Code = Code {
    id: "M0705",
    title: "name that is cut",
    explanation: "\
PostgreSQL keeps the first 63 bytes of a name and drops the rest, with no more than a notice. Two long names may then be
one, and the name in the file is not the one in the database.

```sql wrong postgres
CREATE TABLE users (the_time_when_somebody_of_the_staff_looked_at_the_account_for_the_last_time int);
```

Choose a shorter name:

```sql right postgres
CREATE TABLE users (last_look_of_the_staff int);
```
",
};

fn check(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    // Most statements have nothing so long, and this looks at every one.
    let has_long = || has_long(&seen.text.as_bytes()[seen.act.place.span.range()]);
    if !seen.postgres() || !has_long() || !(seen.begins(&["CREATE"]) || seen.begins(&["ALTER"])) {
        return;
    }
    for token in seen.tokens() {
        let written = token.text(seen.text);
        let plain = match token.kind {
            Kind::Word => written,
            Kind::Name => written.trim_matches('"'),
            _ => continue,
        };
        if plain.len() > POSTGRES_LENGTH {
            let place =
                Place { source: seen.act.place.source, span: Span::new(token.start as usize, token.end as usize) };
            let message = format!("this name has {} bytes, and PostgreSQL keeps {POSTGRES_LENGTH}", plain.len());
            out.push(
                Diagnostic::warning(&CODE, message)
                    .at(place, "")
                    .note(format!("it becomes `{}`", cut(plain)))
                    .help("choose a shorter name"),
            );
        }
    }
}

/// Whether something stands there that may be a name of more bytes than are kept: no blank in it, or between quotes.
fn has_long(bytes: &[u8]) -> bool {
    let (mut begin, mut quote, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'"' {
            if at - quote > POSTGRES_LENGTH {
                return true;
            }
            quote = at;
        }
        if byte.is_ascii_whitespace() {
            begin = at + 1;
        } else if at - begin >= POSTGRES_LENGTH {
            return true;
        }
        at += 1;
    }
    false
}
