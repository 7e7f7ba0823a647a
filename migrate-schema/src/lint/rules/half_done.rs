//! Revisions that may stop half way.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "half-done", code: &CODE, group: Group::Suspicious, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0708",
    title: "revision that may stop half way",
    explanation: "\
The statements of the revision are not one transaction: MySQL and MariaDB commit at each change of the schema, and a file
with `no-transaction` runs statement by statement. If one fails, those before it stay. The ledger knows how far it came, and
the next run goes on from there; rows that were changed in between are not taken back.

```sql wrong mysql mariadb
CREATE TABLE users (id int PRIMARY KEY);
INSERT INTO users VALUES (1);
```

Write one statement in such a revision, or changes of the schema and of rows in two revisions:

```sql right mysql mariadb
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_first_user.sql
INSERT INTO users VALUES (1);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let schema = |change: &Change| {
        !matches!(
            change,
            Change::Data(_)
                | Change::SetPath(_)
                | Change::Inside(_)
                | Change::Needs { .. }
                | Change::Truncate(_)
                | Change::RefreshBeside(_)
                | Change::Doubt(_)
        )
    };
    let alone = seen.acts.up.len() < 2;
    let is_last = seen.acts.up.last().is_some_and(|last| last.place == seen.act.place);
    if alone || !is_last || !seen.act.changes.first().is_some_and(|first| std::ptr::eq(first, change)) {
        return;
    }
    let all = || seen.acts.up.iter().flat_map(|act| &act.changes);
    let mixed = all().any(schema) && all().any(|change| matches!(change, Change::Data(_)));
    let message = if seen.dialect().is_mysql_family() && mixed {
        "rows and schema are changed in one revision, which is no transaction here"
    } else if !seen.acts.transactional && !seen.dialect().is_mysql_family() {
        "several statements run without a transaction"
    } else {
        return;
    };
    out.push(Diagnostic::warning(&CODE, message).at(seen.head(), "if this fails, what stands before it stays"));
}
