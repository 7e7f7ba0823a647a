//! Texts with a length.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "limited-text", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0725",
    title: "text with a length",
    explanation: "\
In PostgreSQL `varchar(n)` is no faster than `text`, and making it shorter later writes the table anew.

```sql wrong postgres
CREATE TABLE users (name varchar(50));
```

Write `text`, and a check where there is a limit:

```sql right postgres
CREATE TABLE users (name text CHECK (length(name) <= 50));
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    for column in columns(change) {
        let Some(ty) = &column.ty else { continue };
        if ty.meaning.starts_with("character varying(") {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}` is `{}`", column.name.text, ty.text))
                    .at(column.name.place, "")
                    .help("write `text`, and a CHECK if there is a limit"),
            );
        }
    }
}
