//! Columns that go with their values.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "drop-column",
    code: &CODE,
    group: Group::Destructive,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0710",
    title: "column dropped",
    explanation: "\
The values of the column go with it, and a program that still names it fails.

```sql wrong
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, fax varchar(20));
-- 2_no_fax.sql
ALTER TABLE users DROP COLUMN fax;
```

Deploy a program that does without it first, drop it in a later revision, and say that it is meant:

```sql right
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, fax varchar(20));
-- 2_no_fax.sql
-- migrate:revises 1
-- migrate:up
-- migrate:allow drop-column
ALTER TABLE users DROP COLUMN fax;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        if let Action::DropColumn { name, .. } = action {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}.{}` is dropped with its values", entry.name, name.text))
                    .at(name.place, ""),
            );
        }
    }
}
