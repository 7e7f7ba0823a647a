//! New columns that write the table anew.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "rewriting-column",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0720",
    title: "new column that writes the table anew",
    explanation: "\
A column whose default differs from row to row, an identity, and a generated column that is stored are computed for every
row while nobody can use the table.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_token.sql
ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid();
```

Add it without, set the default for new rows, and fill the others in pieces:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_token.sql
ALTER TABLE users ADD COLUMN token uuid;
ALTER TABLE users ALTER COLUMN token SET DEFAULT gen_random_uuid();
```

A constant default, and `now()`, cost nothing.
",
};

/// Functions that give another value for each row.
const VOLATILE: &[&str] = &[
    "random(",
    "clock_timestamp(",
    "timeofday(",
    "gen_random_uuid(",
    "gen_random_bytes(",
    "uuid_generate_v1(",
    "uuid_generate_v1mc(",
    "uuid_generate_v4(",
    "nextval(",
];

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        let Action::AddColumn { column, .. } = action else { continue };
        let volatile = column.default.as_ref().is_some_and(|default| {
            let plain: String = default.to_ascii_lowercase().split_whitespace().collect();
            VOLATILE.iter().any(|function| plain.contains(function))
        });
        let why = if volatile {
            "its default differs from row to row"
        } else if column.generated.is_some() && seen.says(&["STORED"]) {
            "what it is computed to is stored"
        } else if column.numbered != Numbered::No {
            "every row gets a number"
        } else {
            continue;
        };
        let message = format!("adding `{}` writes table `{}` anew", column.name.text, entry.name);
        out.push(Diagnostic::warning(&CODE, message).at(column.name.place, why));
    }
}
