//! Maintenance that keeps others waiting.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "blocking-maintenance",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Statement(check),
};

static CODE: Code = Code {
    id: "M0722",
    title: "maintenance that blocks",
    explanation: "\
`VACUUM FULL`, `CLUSTER`, `REINDEX`, `REFRESH MATERIALIZED VIEW`, `LOCK TABLE` and `DETACH PARTITION` keep others from
using the table until they are done.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_reindex.sql
REINDEX TABLE users;
```

Where there is one, take the form that runs beside others, in a revision without a transaction: `REINDEX … CONCURRENTLY`,
`REFRESH MATERIALIZED VIEW CONCURRENTLY`, `DETACH PARTITION … CONCURRENTLY`. The rest does not belong into migrations.

```sql right postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_reindex.sql
-- migrate:revises 1
-- migrate:no-transaction
-- migrate:up
REINDEX TABLE CONCURRENTLY users;
```
",
};

fn check(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() || seen.says(&["CONCURRENTLY"]) {
        return;
    }
    let blocks = seen.begins(&["CLUSTER"])
        || seen.begins(&["REINDEX"])
        || seen.begins(&["VACUUM"]) && seen.says(&["FULL"])
        || seen.begins(&["LOCK"])
        || seen.begins(&["REFRESH", "MATERIALIZED"]) && !seen.says(&["WITH", "NO", "DATA"])
        || seen.begins(&["ALTER", "TABLE"]) && seen.says(&["DETACH", "PARTITION"]);
    if blocks {
        out.push(Diagnostic::warning(&CODE, "others cannot use the table until this is done").at(seen.head(), ""));
    }
}
