//! Columns that the rows of a table cannot have.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "required-column",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0703",
    title: "column that rows cannot have",
    explanation: "\
A `NOT NULL` column without a default is added to a table that an earlier revision made. If the table has rows, PostgreSQL
and SQLite refuse the statement, and what is already running does not know the column.

```sql wrong postgres sqlite
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_country.sql
ALTER TABLE users ADD COLUMN country text NOT NULL;
```

Give it a default, or add it without `NOT NULL`, fill it, and make it `NOT NULL` in a later revision:

```sql right postgres sqlite
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_country.sql
ALTER TABLE users ADD COLUMN country text NOT NULL DEFAULT 'unknown';
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    // MySQL fills in a value of its own.
    if seen.dialect().is_mysql_family() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        if let Action::AddColumn { column, if_not_exists: false, .. } = action
            && column.not_null
            && column.default.is_none()
            && column.generated.is_none()
            && column.numbered == Numbered::No
        {
            out.push(
                Diagnostic::warning(
                    &CODE,
                    format!(
                        "column `{}` is NOT NULL and has no value for the rows of `{}`",
                        column.name.text, entry.name
                    ),
                )
                .at(column.name.place, "this fails if the table has rows")
                .label(entry.place, "the table is made here")
                .help("give it a DEFAULT, or make it NOT NULL in a later revision, when it has been filled"),
            );
        }
    }
}
