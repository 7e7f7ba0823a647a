//! Triggers on tables in use.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "trigger-lock", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0723",
    title: "trigger on a table in use",
    explanation: "\
Making a trigger waits for everybody who writes to the table, and keeps new writers waiting meanwhile; from then on each
write does more.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- 2_trigger.sql
CREATE TRIGGER noted AFTER INSERT ON users EXECUTE FUNCTION note();
```

Set a `lock_timeout`, so that it gives up instead of stopping everybody, run it again, and say that it is meant:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- 2_trigger.sql
-- migrate:revises 1
-- migrate:up
-- migrate:allow trigger-lock
CREATE TRIGGER noted AFTER INSERT ON users EXECUTE FUNCTION note();
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if seen.postgres()
        && let Change::CreateTrigger(new) = change
        && let Some((_, entry)) = seen.old_table(&new.table)
    {
        let message = format!("making a trigger keeps writers of `{}` waiting", entry.name);
        out.push(Diagnostic::warning(&CODE, message).at(new.table.name.place, ""));
    }
}
