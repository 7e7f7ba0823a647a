//! Foreign keys that MySQL does not make.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "ignored-reference",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0707",
    title: "foreign key that MySQL ignores",
    explanation: "\
MySQL reads `REFERENCES` behind a column and makes no foreign key of it.

```sql wrong mysql
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users (id));
```

Write it with the table:

```sql right mysql
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int, FOREIGN KEY (user_id) REFERENCES users (id));
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if seen.dialect() != Dialect::MySql {
        return;
    }
    for constraint in constraints(change) {
        if let ConstraintKind::Foreign { inline: true, .. } = constraint.kind {
            out.push(
                Diagnostic::warning(&CODE, "MySQL ignores REFERENCES behind a column")
                    .at(constraint.place, "this makes no foreign key")
                    .help("write `FOREIGN KEY (…) REFERENCES …` with the table"),
            );
        }
    }
}
